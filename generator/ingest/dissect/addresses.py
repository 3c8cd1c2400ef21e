"""Addresses of pages as label lines write them: in full, or only the host with a path behind it.

Not for mail addresses, nor for checking that an address is one.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Words and hyphens with single dots between them; in such a row only its first word can begin a host.
_ROW = re.compile(r"[\w-]++(?:\.[\w-]++)*+")
_AROUND = re.compile(r"[>\"'»”’،,;.:!…\u200e\u200f\u202a-\u202e]+$")
_CLOSING = {")": "(", "]": "["}
_WORD = re.compile(r"\w")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def find_address(text: str) -> str | None:
    """Give the first address in `text` as it stands there (`https://a.org/b`, `www.a.org`, `a.org/b`), or None."""
    link, host = _LINK.search(text), _find_host(text)
    found = [each for each in (link, host) if each is not None]
    return min(found, key=re.Match.start)[0] if found else None


def read_web_address(text: str) -> str | None:
    """Give the first address in `text` as one of the web, whole: with its scheme, which label lines often leave out,
    and without what stands around it (`<https://a.org/b>`, `[words](https://a.org/b)`); None where there is none, or
    only the name of a host."""
    found = find_address(text)
    if found is None:
        return None
    bare = _AROUND.sub("", found)
    while bare[-1:] in _CLOSING and bare.count(bare[-1]) > bare.count(_CLOSING[bare[-1]]):
        bare = _AROUND.sub("", bare[:-1])
    scheme, mark, rest = bare.partition("://")
    scheme, rest = (scheme.lower(), rest) if mark else ("https", bare)
    is_page = scheme in ("http", "https") and (mark or rest.partition("/")[2] != "") and _is_whole(text, found)
    return f"{scheme}://{rest}" if is_page and _has_host(rest) else None


def _is_whole(text: str, found: str) -> bool:
    """Whether an address is not the end of a mail address, of one of another kind or of one that is torn apart."""
    before = text[: text.index(found)]
    return before[-1:] not in ("@", "/", ":") and not before.rstrip().endswith("://")


def _has_host(rest: str) -> bool:
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    return "." in host.strip(".") and "@" not in host


def _find_host(text: str) -> re.Match[str] | None:
    for row in _ROW.finditer(text):
        word = _WORD.search(text, *row.span())
        host = _HOST.match(text, word.start()) if word else None
        if host is not None:
            return host
    return None
