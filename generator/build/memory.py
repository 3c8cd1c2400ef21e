"""What a process that builds one site again and again keeps from one build to the next.

All of it could be had from the disk; a process that builds once begins with an empty memory, and takes the same steps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.build.engine import Engine, LoadEngine, Tell
from generator.build.manifest import Manifest
from generator.build.record_cache import add_records, load_records, save_records
from generator.build.workplace import Workplace
from generator.errors import Problem
from generator.publish.keyed import Plan
from generator.publish.plan import plan_site
from generator.publish.reading import Loaded, Read
from generator.publish.recollection import Recollection
from generator.publish.records import Record
from generator.store.stamps import FileDigests

Mark = tuple[str, int, int, int, int]
# Records are some 700 bytes each.
_BYTES_A_RECORD = 2500
_MOST_BYTES = 1_000_000


@dataclass(slots=True)
class Memory:
    """The engine, what it loaded, the plan of what was loaded (with its digest), and the manifest of the site.

    `mark` tells whether the site is still the one that was built last; `state` is the digest of what it was built from,
    also where something was wrong with that, and `told` are the problems of its plan and pages. `recollection` is what
    the next plan may take from the last. `digests` are those of files that were read before the first build.
    """

    engine: Engine | None = None
    loaded: Loaded | None = None
    planned: tuple[bytes, Plan] | None = None
    recollection: Recollection = field(default_factory=Recollection)
    manifest: Manifest | None = None
    mark: Mark | None = None
    state: str = ""
    told: tuple[Problem, ...] = ()
    digests: FileDigests | None = None


def recall_engine(memory: Memory, root: Path, load_engine: LoadEngine, tell: Tell) -> Engine:
    """Give the engine of before, or load it anew where what it was loaded from has changed.

    Raises ConfigurationError where mkdocs.yml cannot be used; the next call tries again.
    """
    if memory.engine is None or not memory.engine.is_current():
        memory.engine = None
        memory.engine = load_engine(root, tell)
    return memory.engine


def recall_records(memory: Memory, path: Path, program: str) -> dict[str, Record]:
    """Give the records that are kept in the file at `path`; none where this process has read the articles itself."""
    return {} if memory.loaded else load_records(path, program)


def keep_loaded(memory: Memory, loaded: Loaded, known: dict[str, Record], path: Path, program: str) -> None:
    """Keep what was loaded, and what follows from its articles' files in the file at `path`. Raises OSError."""
    before, memory.loaded = memory.loaded, loaded
    sound = loaded.read.sound
    if before is None:
        new = [each for each in sound if known.get(each.article.place) is not each]
    else:
        new = _new_records(before.read, loaded.read)
    if new and not (_has_room(path, len(sound)) and add_records(path, program, new)):
        save_records(path, program, sound)


def _has_room(path: Path, count: int) -> bool:
    """Whether the file of `count` records may grow: what was said of articles that are gone or changed stays in it."""
    try:
        return path.stat().st_size < _MOST_BYTES + _BYTES_A_RECORD * count
    except OSError:
        return False


def _new_records(before: Read, read: Read) -> list[Record]:
    """The records of files that were read since, where those have no problem."""
    if read.records is before.records:
        return []
    old = {id(record) for record in before.sound}
    return [record for record in read.sound if id(record) not in old]


def recall_plan(memory: Memory, loaded: Loaded, state: bytes) -> Plan:
    """Plan the site, or give the plan of before where what it was made from is the same; `state` is that digest."""
    if memory.planned is None or memory.planned[0] != state:
        memory.planned = None  # two plans at once need twice the memory
        memory.planned = (state, plan_site(loaded.archive, memory.recollection))
    return memory.planned[1]


def recall_site(memory: Memory, workplace: Workplace) -> Manifest | None:
    """Give the manifest of the site where nobody else has built it, or taken it away, since it was kept."""
    return memory.manifest if memory.mark is not None and memory.mark == _mark(workplace) else None


def keep_site(
    memory: Memory, workplace: Workplace, manifest: Manifest, state: str, problems: tuple[Problem, ...]
) -> None:
    """Keep the manifest of the site that has just been built, what it was built from, and what was wrong."""
    memory.manifest, memory.mark, memory.state, memory.told = manifest, _mark(workplace), state, problems


def _mark(workplace: Workplace) -> Mark | None:
    """What tells one build's site from another's: its manifest is a new file after each. None where there is none."""
    try:
        found, site = workplace.manifest.stat(), workplace.site.stat()
    except OSError:
        return None
    return str(workplace.site), site.st_ino, found.st_ino, found.st_mtime_ns, found.st_ctime_ns
