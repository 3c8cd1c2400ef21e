"""The quick answer of a build that has nothing to do: from the bytes of files alone, before anything else is loaded.

A build that meets no problem leaves the digest of all it was made from. Where that is still the same, and the site as
it was left, the site is what a build would make. Not for what changed: that is the manifest's (`generator.build.site`).
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.build.assemble import scan
from generator.build.order import Built, Order
from generator.build.workplace import Workplace, write_whole
from generator.store.places import content_places
from generator.store.stamps import FileDigests

_FORM = 1
_PROGRAM = Path(__file__).parent.parent
# Below content/; what is published from it stands in content/articles.
_SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made from: the digest of it all (`digest_inputs`), empty where that is not known, and the files
    and folders that are the engine's sources."""

    state: str = ""
    sources: tuple[Path, ...] = ()


def find_unchanged(order: Order, environment: Mapping[str, str], digests: FileDigests) -> tuple[Built | None, Inputs]:
    """Give the site of `order` as built where nothing has changed since, None where that cannot be told so quickly; and
    the inputs as far as they were looked at.

    `environment` is what `!ENV` in mkdocs.yml sees. `digests` are filled with those of the files that are read.
    """
    workplace, inputs = Workplace(order.site), Inputs()
    try:
        traces: dict[str, Any] = json.loads(workplace.traces.read_bytes())
        if traces["form"] != _FORM or workplace.journal.exists():
            return None, inputs
        sources = tuple(Path(each) for each in traces["sources"])
        inputs = Inputs(digest_inputs(order, sources, environment, digests), sources)
        if traces["state"] != inputs.state or traces["site"] != _digest_site(dict(scan(order.site))):
            return None, inputs
        return Built(order.site, True, int(traces["pages"])), inputs
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None, inputs


def leave_traces(order: Order, inputs: Inputs, sizes: Mapping[str, int], built: Built) -> None:
    """Leave what `find_unchanged` goes by, where the build met no problem: what it was made from, and the sizes of the
    site's files by path."""
    workplace = Workplace(order.site)
    if not built.finished or built.problems or not inputs.state:
        workplace.traces.unlink(missing_ok=True)
        return
    traces = {
        "form": _FORM,
        "state": inputs.state,
        "sources": [str(each) for each in inputs.sources],
        "site": _digest_site(sizes),
        "pages": built.pages,
    }
    try:
        write_whole(workplace.traces, json.dumps(traces, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    except OSError:  # they only save time
        workplace.traces.unlink(missing_ok=True)


def digest_inputs(order: Order, sources: Sequence[Path], environment: Mapping[str, str], digests: FileDigests) -> str:
    """Give the digest of all that a build of `order` is made from: content, program, installed libraries, `sources`
    (the configuration and the theme's folders) and what they say of the environment. Raises OSError."""
    found = sha256(repr((_FORM, order.search, sys.version, _libraries())).encode())
    texts = [each.read_text("utf-8", "replace") for each in sources if each.is_file()]
    words = sorted({word for text in texts for word in re.findall(r"\w+", text) if word in environment})
    found.update(repr([(word, environment[word]) for word in words]).encode("utf-8", "surrogateescape"))
    content = [str(each) for each in content_places(order.root)]
    leave = frozenset((f"{content[0]}{os.sep}{_SOURCES}", *content[1:]))
    for place in (*content, str(_PROGRAM), *map(str, sources)):
        for name in sorted(_walk(place, leave)):
            found.update(f"{name}\0".encode("utf-8", "surrogateescape"))
            found.update(digests.of(name))
    return found.hexdigest()


def _walk(place: str, leave: AbstractSet[str]) -> Iterator[str]:
    """The files at or below a place; left out are what Python keeps for itself, and what `leave` names in it.

    Raises OSError for what is no file and has a name as if it were one, since a build has to tell of it; and for a link
    to a folder, since who reads the place may follow it or not, and it may lead to anything.
    """
    if not os.path.isdir(place):  # noqa: PTH112 - a name, as everything here
        yield from [place] if os.path.exists(place) else []  # noqa: PTH110
        return
    waiting = [place]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".md"):
                waiting += [] if entry.name == "__pycache__" or entry.path in leave else [entry.path]
            elif entry.is_file():
                yield entry.path
            elif entry.name.endswith(".md") or (entry.is_dir() and entry.path not in leave):
                raise OSError(errno.EINVAL, "it is no file", entry.path)


def _libraries() -> list[str]:
    """The names and versions of everything installed beside this program."""
    folders = {folder for folder in sys.path if folder.endswith("site-packages") and os.path.isdir(folder)}  # noqa: PTH112
    return sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208


def _digest_site(sizes: Mapping[str, int]) -> str:
    """The digest of which files a site has, and how large they are."""
    return sha256(repr(sorted(sizes.items())).encode("utf-8", "surrogateescape")).hexdigest()
