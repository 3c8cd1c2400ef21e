"""The address that a page gives itself: absolute, without what only tracks readers, and never the front page's.

Source: RFC 6596 (rel=canonical). Not for fetching anything, nor for links in a body.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from lxml.etree import _Element

from generator.ingest.addresses import is_front, query_without_tracking
from generator.ingest.readers.pages.metas import Metas
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.text.bidi import CONTROLS

_LONGEST = 2000
_SCHEMES = frozenset({"http", "https"})
_ARCHIVED = re.compile(r"^(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/.+)$", re.IGNORECASE)
_CONTROLS = re.compile(f"[{CONTROLS}]")
_UNWRITABLE = re.compile('[\x00-\x1f\x7f-\x9f\ud800-\udfff\\s<>"]')  # what no address holds unescaped
_PRIVATE = re.compile(r"(?:^|\.)(?:localhost|local|internal|test|lan|localdomain)$")


def stated_addresses(tree: _Element, metas: Metas, address: str | None) -> tuple[tuple[str, str], ...]:
    """The addresses that a page's head gives for it, usable ones only, each with the rule that found it."""
    base = base_of(tree, metas, address)
    found = [(href, "link:canonical") for href in metas.links.get("canonical", ())]
    found += [(value, f"meta:{name}") for name, value in metas.all(("og:url", "parsely-link", "twitter:url"))]
    usable = [(usable_address(given, base), rule) for given, rule in found]
    return tuple((given, rule) for given, rule in usable if given is not None)


def claim_address(tree: _Element, metas: Metas, json_ld: Iterator[object], address: str | None) -> Iterator[Claim]:
    """Claims for the page's address; `json_ld` are the values that its JSON-LD gives."""
    base = base_of(tree, metas, address)
    stated = [*stated_addresses(tree, metas, address), *((given, "json-ld:url") for given in _given(json_ld, base))]
    own = usable_address(address or "", None)
    if own is not None:
        stated.append((own, "address"))
    stated = [one for one in stated if not any(_is_above(one[0], other) for other, _ in stated)]
    hosts = [_site_of(given) for given, _ in stated]
    alone = [given for given, _ in stated if hosts.count(_site_of(given)) * 2 < len(hosts)]
    seen: set[str] = set()
    for given, rule in sorted(stated, key=lambda one: one[0] in alone):
        if given not in seen:
            seen.add(given)
            sure = Sureness.DOUBTFUL if given in alone else Sureness.LIKELY if rule == "address" else Sureness.SURE
            yield Claim(FieldName.URL, given, rule, sure=sure)


def usable_address(given: str, base: str | None) -> str | None:
    """`given` as an absolute address of an article, without tracking; None where it is none."""
    given = re.sub(r"\s+", "", given) if "\n" in given else given.strip()
    given = _ARCHIVED.sub(_original, given, count=1)
    given = f"https:{given}" if given.startswith("//") and base is None else given
    given = _CONTROLS.sub("", given)
    if not given or len(given) > _LONGEST or _UNWRITABLE.search(given):
        return None
    try:
        parts = urlsplit(urljoin(base, given) if base else given)
        host = parts.hostname
        parts.port  # noqa: B018 - raises ValueError for a port that cannot be
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not host or not _is_public(host):
        return None
    query = query_without_tracking(parts.query)
    if is_front(parts.path, query):
        return None
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.rpartition("@")[2], parts.path, query, fragment))


def _original(match: re.Match[str]) -> str:
    """The address of a page as it was on the web, of which a web archive writes one of its own into the page."""
    return match[1] if "//" in match[1] else match[1].replace(":/", "://", 1)


def base_of(tree: _Element, metas: Metas, address: str | None) -> str | None:
    """The address against which relative ones are read."""
    for given in (*(element.get("href") or "" for element in tree.iter("base")), address or ""):
        joined = _join(address, given)
        if joined is not None:
            return joined
    for given in (*metas.links.get("canonical", ()), *metas.named.get("og:url", ())):
        if _join(None, given) is not None:
            return given
    return None


def _join(base: str | None, given: str) -> str | None:
    try:
        joined: SplitResult = urlsplit(urljoin(base or "", given.strip()))
        return joined.geturl() if joined.scheme in _SCHEMES and joined.hostname else None
    except ValueError:
        return None


def _is_public(host: str) -> bool:
    if _PRIVATE.search(host) or "." not in host:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


def _site_of(address: str) -> str:
    """The host, without what only says which device or cache it is for."""
    host = urlsplit(address).hostname or ""
    return re.sub(r"^(?:www|m|mobile|amp|beta)\.", "", host)


def _is_above(address: str, other: str) -> bool:
    """Whether an address is that of a section that the other lies in."""
    return address.endswith("/") and "?" not in address and other != address and other.startswith(address)


def _given(values: Iterator[object], base: str | None) -> Iterator[str]:
    for value in values:
        address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        usable = usable_address(address, base) if isinstance(address, str) else None
        if usable is not None:
            yield usable
