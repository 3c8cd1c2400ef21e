"""What the keys of a site's pages were made of, kept for `explain`: a line a page, with its file, key and inputs.

Lines are added before the pages are in the site, and nothing of them is trusted: of a page counts the line that names
the key which the manifest names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.build.workplace import write_whole
from generator.publish.keyed import DIGEST_SIZE, KeyedPage, State, digest
from generator.store.permalinks import file_path

# Lines are some 250 bytes each; the file may hold about as many old ones as new ones.
_BYTES_A_PAGE = 500
_MOST_BYTES = 1_000_000


def short_inputs(page: KeyedPage) -> dict[str, str]:
    """The inputs of a page's key, each as a few digits; `content` where they have no names."""
    if not page.names:
        return {"content": _short(page.key)}
    return {name: _short(state) for name, state in zip(page.names, page.states, strict=True)}


def keep_inputs(path: Path, new: Sequence[KeyedPage], every: Sequence[KeyedPage]) -> None:
    """Add the inputs of new pages to the file at `path`, or write those of every page anew where it has grown too
    large or is missing. Raises OSError."""
    try:
        has_room = path.stat().st_size < _MOST_BYTES + _BYTES_A_PAGE * len(every)
    except FileNotFoundError:
        has_room = False
    if not has_room:
        write_whole(path, _lines(every))
    elif new:
        with path.open("ab") as file:
            file.write(_lines(new))


def load_inputs(path: Path, wanted: str, key: str) -> dict[str, str]:
    """The inputs of the page in the file `wanted` when it had the key `key`; none where they are not known."""
    start = f"{wanted}\t{key}\t".encode("utf-8", "surrogatepass")
    try:
        with path.open("rb") as file:
            found = [line for line in file if line.startswith(start)]
    except OSError:
        return {}
    if not found:
        return {}
    inputs = found[-1][len(start) :].decode("utf-8", "replace").split()
    return {name: state for name, _, state in (each.partition("=") for each in inputs)}


def _lines(pages: Iterable[KeyedPage]) -> bytes:
    """No address holds a control character, so a tab ends it."""
    lines = []
    for page in pages:
        inputs = " ".join(f"{name}={state}" for name, state in short_inputs(page).items())
        lines.append(f"{file_path(page.permalink)}\t{page.key.hex()}\t{inputs}\n")
    return "".join(lines).encode("utf-8", "surrogatepass")


def _short(state: State) -> str:
    """A few digits that stand for an input's state: of the state itself where that is a digest."""
    if not state:
        return ""
    whole = state if isinstance(state, bytes) and len(state) == DIGEST_SIZE else digest(state)
    return whole[:4].hex()
