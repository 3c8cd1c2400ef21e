"""The address of an article itself, from the address that a feed gives for it: out of redirects that hold it.

Nothing is fetched: a redirect that keeps its aim to itself stays as it is, and is told apart.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_NEWS_ARTICLE = re.compile(r"/(?:rss/)?(?:articles|read)/([A-Za-z0-9_=-]{16,})")
_IN_BYTES = re.compile(rb"https?://[\x21-\x7e]+")
# Hosts whose addresses lead elsewhere, with the part of the query that names the aim (empty: none does).
_REDIRECTS = {
    "news.google.com": "url",
    "www.google.com": "url",
    "google.com": "url",
    "www.bing.com": "url",
    "feedproxy.google.com": "",
    "feeds.feedburner.com": "",
    "feedproxy.feedburner.com": "",
    "rss.feedsportal.com": "",
    "da.feedsportal.com": "",
    "rdir.news.yahoo.com": "",
    "l.facebook.com": "u",
}
# Yahoo's: the aim stands in the path, with its signs escaped or behind a star.
_OF_YAHOO = re.compile(r"(?:r\.search|search|(?:[a-z]{2}\.)?rd)\.yahoo\.com")
_IN_PATH = re.compile(r"/RU=(?P<escaped>[^/]+)/R[KS]=|/\*\*?(?P<bare>https?(?::|%3a)//?.+)", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web as a whole."""
    return _WEB.fullmatch(text.strip()) is not None


def absolute(address: str, base: str) -> str:
    """An address that may be relative to `base`, in full where that can be."""
    address = "".join(address.split())
    try:
        return urljoin(base, address) if base and address else address
    except ValueError:
        return address


def is_redirect(address: str) -> bool:
    """Whether an address is that of a service that only leads on to the article."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if host in {"www.google.com", "google.com"}:
        return parts.path == "/url"
    if host == "www.bing.com":
        return parts.path.endswith("/apiclick.aspx")
    return host in _REDIRECTS or (_OF_YAHOO.fullmatch(host) is not None and _IN_PATH.search(parts.path) is not None)


def find_aim(address: str) -> str | None:
    """The address that a redirect holds in itself, or None."""
    if not is_redirect(address):
        return None
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    for name in ("url", "q", "u"):
        for value in query.get(name, ()):
            if is_web_address(value):
                return value
    in_path = _IN_PATH.search(parts.path)
    aim = unquote(in_path["escaped"] or in_path["bare"]) if in_path else ""
    if is_web_address(aim):
        return aim
    return _find_encoded(parts.path) if parts.hostname == "news.google.com" else None


def _find_encoded(path: str) -> str | None:
    """The address in the older form of Google News' links: within a few bytes, in the alphabet of base64 for URLs."""
    found = _NEWS_ARTICLE.search(path)
    if found is None:
        return None
    code = found[1].rstrip("=")
    try:
        raw = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
    except (binascii.Error, ValueError):
        return None
    address = _IN_BYTES.search(raw)
    return address[0].decode("ascii") if address else None
