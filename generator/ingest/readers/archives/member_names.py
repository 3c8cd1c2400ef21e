"""The names of an archive's members: read from their bytes, and refused where they lead out of the archive.

Nothing is ever unpacked to where a name leads; but names become the paths of documents, and those must be harmless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.text.plausibility import plausibility

# As which code page a name without the mark of UTF-8 is read: DOS's and Windows's of Arabic machines, then of Western
# ones; the zip standard's own (437) where none gives words.
_CODE_PAGES = ("cp720", "cp1256", "iso-8859-6", "cp437", "cp850", "cp1252")
_STANDARD = "cp437"
_READABLE = 0.5
_CLEARLY = 0.1
_MOST_NAMES_WEIGHED = 2000
_LONGEST = 1024
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_PARTS = re.compile(r"[^\w]+|_+|\d+")


def code_page_of(names: Iterable[bytes]) -> str:
    """The encoding of the names of one archive that are not UTF-8: that in which they are the most plausible words,
    taken together, since one machine wrote them."""
    weighed = [name for name in list(names)[:_MOST_NAMES_WEIGHED] if not name.isascii() and not _is_utf8(name)]
    best, best_score = _STANDARD, _READABLE
    for page in _CODE_PAGES if weighed else ():
        try:
            text = " ".join(name.rsplit(b".", 1)[0].decode(page) for name in weighed)
        except UnicodeError:
            continue
        if any("\x80" <= character < "\xa0" for character in text):
            continue
        score = _plausibility(text)
        if score > best_score + (_CLEARLY if best != _STANDARD else 0):
            best, best_score = page, score
    return best


def read_name(raw: bytes, page: str) -> str:
    """A name from its bytes: UTF-8 where it is that, else in the archive's code page; composed (NFC), as macOS's are
    not. A byte that has no meaning there becomes U+FFFD."""
    text = raw.decode("utf-8") if _is_utf8(raw) else raw.decode(page, "replace")
    return unicodedata.normalize("NFC", text)


def fault_of(name: str, *, backslash: bool = False) -> str:
    """Why a member's name is refused, in words; empty where it is harmless. `backslash`: it separates folders, as in
    the zips of old Windows programs."""
    parts = (name.replace("\\", "/") if backslash else name).split("/")
    faults = (
        ("no name", not name.strip(" ./\\")),
        (f"a name of {len(name)} characters", len(name) > _LONGEST),
        ("control characters in the name", _CONTROL.search(name) is not None),
        ("an absolute path", not parts[0] or _DRIVE.match(name) is not None),
        ("a path that leads out of the archive", ".." in (part.strip() for part in parts)),
        ("a backslash in the name", not backslash and "\\" in name),
        ("a name that no system can show", any("\ud800" <= character <= "\udfff" for character in name)),
    )
    return next((fault for fault, is_so in faults if is_so), "")


def tidy(name: str) -> str:
    """A harmless name as a path with `/`, without empty parts and `.`."""
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))


def _plausibility(text: str) -> float:
    """How plausible names are: words are set apart by anything, and box-drawing characters are none."""
    drawn = sum("\u2500" <= character <= "\u25ff" or character in "αßΓπΣσµτΦΘΩδ∞φε" for character in text)
    foreign = sum(not character.isascii() for character in text)
    return plausibility(_PARTS.sub(" ", text)) - 2 * drawn / max(foreign, 1)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
