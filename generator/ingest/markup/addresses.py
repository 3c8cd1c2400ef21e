"""The addresses of links and pictures: made absolute, of a safe scheme, written so that Markdown reads them whole.

Not for finding them: what an element shows is said in markup.pictures and markup.embeds.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from generator.text.html import clean_address

_LONGEST = 2000
_SCHEMES = ("http", "https", "mailto")
# What would end an address in Markdown, a cell of a table, or mean something within it.
_UNSAFE = re.compile(r"[\s<>()\[\]{}|\\^`\"'*]")
_REFERENCE = re.compile(r"&(?=#?[A-Za-z0-9]+;)")


def resolve_address(value: str | None, base: str | None) -> str | None:
    """Give the full address that a link or picture of a page at `base` has, ready for Markdown; None where it has none
    that is safe (http, https, mailto), or only one within the page."""
    value = (value or "").strip()
    if not value or value.startswith("#") or len(value) > _LONGEST:
        return None
    try:
        full = urljoin(base, value) if base else value
        if full.startswith("//"):
            full = "https:" + full
        if urlsplit(full).scheme.lower() not in _SCHEMES:
            return None
    except ValueError:
        return None
    address = clean_address(full)
    return None if address is None else write_address(address)


def write_address(address: str) -> str:
    """Give an address as it may stand between the brackets of a link in Markdown."""
    written = _UNSAFE.sub(lambda match: quote(match[0], safe=""), address)
    return _REFERENCE.sub("&amp;", written)
