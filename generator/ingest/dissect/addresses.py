"""Addresses of pages as label lines write them: in full, or only the host with a path behind it.

Not for mail addresses, nor for checking that an address is one.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Words and hyphens with single dots between them; in such a row only its first word can begin a host.
_ROW = re.compile(r"[\w-]++(?:\.[\w-]++)*+")
_WORD = re.compile(r"\w")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def find_address(text: str) -> str | None:
    """Give the first address in `text` as it stands there (`https://a.org/b`, `www.a.org`, `a.org/b`), or None."""
    link, host = _LINK.search(text), _find_host(text)
    found = [each for each in (link, host) if each is not None]
    return min(found, key=re.Match.start)[0] if found else None


def _find_host(text: str) -> re.Match[str] | None:
    for row in _ROW.finditer(text):
        word = _WORD.search(text, *row.span())
        host = _HOST.match(text, word.start()) if word else None
        if host is not None:
            return host
    return None
