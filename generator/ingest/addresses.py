"""Addresses on the web by which the same article is known again.

Not for the addresses of the archive's own pages (store.permalinks).
"""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from generator.ingest.tracking import is_not_compared


def address_key(url: str) -> str:
    """What two addresses of one article have in common: host without `www.`, path, and the query that chooses it.

    Scheme, port of the scheme, fragment, a slash at the end and parameters that only track readers are left out;
    percent-encoding is in one form (RFC 3986, section 6.2.2).
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = quote(unquote(parts.path).rstrip("/"), safe="/:@!$&'()*+,;=~-._")
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_not_compared(name)
    ]
    return f"{place}{path}" + (f"?{urlencode(sorted(query))}" if query else "")


def host_of(url: str) -> str:
    """The host of an address in lower case, without `www.`; empty where it has none."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
