"""Names of hosts as they are compared: lower-case ASCII, whichever of its spellings a source uses.

Not for whether a host may be asked (generator.ingest.fetch), nor for numbers that stand for one.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import idna

from generator.model.publisher import Site

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_LONGEST = 253
_LONGEST_ADDRESS = 8192
_LONGEST_SPELLING = 1000  # before it is put into ASCII


def read_host(text: str) -> str | None:
    """The host that `text` names, in lower-case ASCII (A-labels of UTS 46 for Arabic and other names) and without the
    dot at its end; None where it is no name of a host with at least two parts (RFC 1123, RFC 5891)."""
    if len(text) > _LONGEST_SPELLING:
        return None
    name = text.strip().lower().rstrip(".")
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            return None
    labels = name.split(".")
    if len(name) > _LONGEST or len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return None if labels[-1].isdigit() else name  # 127.0.0.1 and 1.2.3 are numbers, no names


def bare_host(host: str) -> str:
    """A host without the `www.` before it, which names the same site."""
    shorter = host.removeprefix("www.")
    return shorter if "." in shorter else host


def read_site(text: str) -> Site | None:
    """The site that `text` names: a host, or an address, whose path below the host counts and whose query does not.
    None where there is no name of a host in it. Paths are compared unquoted, so that both spellings of one are one."""
    if len(text) > _LONGEST_ADDRESS:
        return None
    rest = text.strip()
    full = "://" in rest
    if full:
        scheme, _, rest = rest.partition("://")
        if scheme.lower() not in ("http", "https"):
            return None
    place = re.split(r"[?#]", rest.removeprefix("//"), maxsplit=1)[0]
    authority, _, path = place.partition("/")
    name = authority.rpartition("@")[2] if full else authority
    host = read_host(re.sub(r":\d{1,5}$", "", name))
    if host is None or re.search(r"\s", place):
        return None
    steps = [step for step in unquote(path).split("/") if step not in ("", ".")]
    return Site(bare_host(host), "".join(f"/{step}" for step in steps))


def holds(site: Site, place: Site) -> bool:
    """Whether `place` lies in `site`: on its host or a host below it, and below its path."""
    on_host = place.host == site.host or place.host.endswith(f".{site.host}")
    return on_host and (not site.path or f"{place.path}/".startswith(f"{site.path}/"))
