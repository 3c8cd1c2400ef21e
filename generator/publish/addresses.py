"""Addresses as they stand in links: percent-encoded, and which of those that came from outside may become a link."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

_SPACE = re.compile(r"\s")
_UNRESERVED = re.compile("[A-Za-z0-9_.~/-]*")
# Every character that may stand in an address (RFC 3986) and the percent sign; all others are percent-encoded.
_ALLOWED = "!#$%&'()*+,/:;=?@[]~-._"


@lru_cache(maxsize=256)
def web_address(text: str | None) -> str:
    """Give `text` as an absolute http or https address that is safe in any attribute, or "" where it is none.

    An address with credentials is refused: it shows one host and leads to another.
    """
    address = (text or "").strip()
    if _SPACE.search(address):
        return ""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname)
        parts.port  # noqa: B018 - reading the port is what checks it
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not named or "@" in parts.netloc:
        return ""
    return quote(address, safe=_ALLOWED)


@lru_cache(maxsize=65536)
def encode_address(address: str) -> str:
    """Give an address below the site's root percent-encoded (RFC 3986, 2.1)."""
    return address if _UNRESERVED.fullmatch(address) else quote(address)


def readable_address(address: str) -> str:
    """Give an address of the web as people read it: without its scheme, letters of every script as letters.

    What is percent-encoded and no printable character of its own stays encoded (RFC 3987, section 3.2).
    """
    shown = unquote(address)
    if not shown.isprintable() or any(sign in shown for sign in '\ufffd "<>'):
        shown = address
    return shown.partition("://")[2].rstrip("/")
