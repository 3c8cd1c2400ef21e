"""Addresses on the web by which the same article is known again.

Not for the addresses of the archive's own pages (store.permalinks).
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from generator.ingest.copies import read_copy
from generator.ingest.tracking import is_not_compared, is_tracking
from generator.text.hosts import read_host

# The form of a page for phones and for caches has the same path on a host of its own, or a path one step longer.
_FORM_OF_HOST = re.compile(r"(?:www|m|mobile|amp|wap|touch)\.(?=[^.]+\.)")
_FRONT = re.compile(
    r"^/*(?:(?:ar|en|fr|arabic|english|home|index|default|main)(?:[-_][a-z]{2})?)?/*(?:(?:index|default|home)\.\w+)?$",
    re.IGNORECASE,
)
_OF_FRONT = re.compile(r"(?:(?:lang|hl|locale|language|page|q|s)=[^&]*&?)+", re.IGNORECASE)
_FORM_OF_PATH = re.compile(r"(?<=.)/(?:amp|index\.(?:html?|php|aspx?))$|^/amp(?=/.)", re.IGNORECASE)


def address_key(url: str) -> str:
    """What two addresses of one article have in common: the site's host, path, and the query that chooses it.

    Scheme, port of the scheme, fragment, a slash at the end, parameters that only track readers, and what only says
    that the page is in its form for phones (`m.`, `amp.`, `/amp`) are left out; percent-encoding and names of hosts are
    in one form (RFC 3986, section 6.2.2). A copy's address is that of its page.
    """
    url = url.strip()
    copy = read_copy(url)
    try:
        parts = urlsplit(copy[0] if copy else url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url
    host = _FORM_OF_HOST.sub("", host if host.isascii() else read_host(host) or host, count=1)
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = _FORM_OF_PATH.sub("", unquote(parts.path).rstrip("/"))
    path = quote(path, safe="/:@!$&'()*+,;=~-._")
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_not_compared(name)
    ]
    return f"{place}{path}" + (f"?{urlencode(sorted(query))}" if query else "")


def is_front(path: str, query: str) -> bool:
    """Whether a path with its query leads to the front page of a site or of a language of it, which is no article."""
    return _FRONT.match(path) is not None and (not query or _OF_FRONT.fullmatch(query) is not None)


def is_front_link(href: str) -> bool:
    """Whether a link of a page, perhaps a relative one, leads to the front page of a site."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return False
    is_link = bool(parts.path or parts.netloc) and parts.scheme.lower() in ("", "http", "https")
    return is_link and is_front(parts.path.removeprefix("."), query_without_tracking(parts.query))


def is_front_page(url: str) -> bool:
    """Whether an address is that of a site's front page: some programs give it for each article of their feeds and
    tables."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and is_front(parts.path, query_without_tracking(parts.query))


def without_tracking(url: str) -> str:
    """An address as it is kept and shown: without parameters that only track readers, else to the letter."""
    address, mark, rest = url.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    if not mark or "#" in address:
        return url
    if not any(is_tracking(part.partition("=")[0]) for part in query.split("&")):
        return url
    kept = query_without_tracking(query)
    return f"{address}{'?' if kept else ''}{kept}{hash_mark}{fragment}"


def query_without_tracking(query: str) -> str:
    """A query without the parameters that only track readers."""
    return "&".join(part for part in query.split("&") if part and not is_tracking(part.partition("=")[0]))


def host_of(url: str) -> str:
    """The host of an address in lower case, without `www.`; empty where it has none."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
