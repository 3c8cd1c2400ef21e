"""Documents that lie side by side and by their names tell one story in two languages.

Not for names that documents give to their stories in their text (`ties`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from generator.model.language import Language

_IN_NAME = re.compile(r"(?P<stem>.+)(?P<mark>[._])(?P<lang>ar|en)")


def siblings_of(path: Path) -> tuple[Path, ...]:
    """The documents that may tell the same story in another language, which need not exist: of `port.ar.md` these are
    `port.en.md` and, as a site's first language often has no mark, `port.md`; of `port.md` both; of `port_ar.html` it
    is `port_en.html`."""
    named = _IN_NAME.fullmatch(path.stem)
    if named is None:
        return tuple(path.with_name(f"{path.stem}.{each.value}{path.suffix}") for each in Language)
    other = Language(named["lang"]).other.value
    marked = path.with_name(f"{named['stem']}{named['mark']}{other}{path.suffix}")
    return (marked, _unmarked(path, named)) if named["mark"] == "." else (marked,)


def tie_by_name(path: Path, is_there: Callable[[Path], bool]) -> str | None:
    """What ties a document to the one beside it that by its name tells the same in the other language; None where there
    is none, or where two of them do."""
    beside = [each for each in siblings_of(path) if is_there(each)]
    named = _IN_NAME.fullmatch(path.stem)
    if named is None:
        return path.as_posix() if len(beside) == 1 else None
    return _unmarked(path, named).as_posix() if beside else None


def tie_of_member(path: Path) -> str | None:
    """What ties a member of an archive to another one whose name differs in the language alone; None for a name without
    one. Whether there is such a member nobody knows before the whole archive is read."""
    named = _IN_NAME.fullmatch(path.stem)
    return _unmarked(path, named).as_posix() if named else None


def _unmarked(path: Path, named: re.Match[str]) -> Path:
    return path.with_name(f"{named['stem']}{path.suffix}")
