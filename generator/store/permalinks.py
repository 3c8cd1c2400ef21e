"""Where an article's file lies, and what can be an address of the site.

Pure rules, kept in the store so that checks and publishing ask the same function. Not for listings or other pages.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.page import Permalink
from generator.text.slugs import safe_slug, tag_slug

ARTICLES = Path("content/articles")

_RESERVED = re.compile(r"\d{1,2}|page|index", re.IGNORECASE)

# The longest name that common file systems keep, in bytes; and a length that every server and browser takes.
_SEGMENT_LIMIT = 255
_ADDRESS_LIMIT = 1000

# The first segments of addresses under which the site keeps files that are no pages, or that are such files.
_RESERVED_ROOTS = re.compile(r"assets|media|search|sitemap-.*\.xml", re.IGNORECASE)

# Characters to which files, addresses or text direction give a meaning.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\"'<>\\^`{|}?#*:%\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def file_of(lang: Language, date: PublicationDate | None, slug: str) -> Path:
    """Where the file of an article belongs, relative to the archive's root.

    `content/articles/<lang>/<yyyy>/<mm>/<slug>.md`; without a known month `<lang>/<yyyy>/`; undated `<lang>/undated/`.
    """
    return ARTICLES.joinpath(lang.value, *_date_parts(date)[:2], f"{slug}.md")


def is_safe_slug(slug: str) -> bool:
    """Whether `slug` can stand in an address as it is: it is its own safe form (`generator.text.slugs`)."""
    return safe_slug(slug) == slug


def is_reserved(slug: str) -> bool:
    """Whether a slug would collide with the address of a listing: `ar/2025/06/` is a month, `…/page/2/` its page."""
    return _RESERVED.fullmatch(slug) is not None


def parse_address(text: str) -> Permalink | None:
    """The address that a person wrote in `aliases` or redirects.yml, in the one form the site uses; None if unsafe.

    The leading slash goes, percent-encoding is undone (RFC 3986 §2.1, UTF-8, NFC), and a trailing slash is added unless
    the last segment names a file (`old/page.html`). Refused are empty addresses, other sites, `..`, queries, fragments,
    backslashes and characters that are not fit for a path.
    """
    try:
        path = unicodedata.normalize("NFC", unquote(text, errors="strict")).removeprefix("/")
    except UnicodeDecodeError:
        return None
    segments = path.removesuffix("/").split("/")
    if any(not segment or segment in (".", "..") or _UNSAFE.search(segment) for segment in segments):
        return None
    names_a_file = "." in segments[-1] and not path.endswith("/")
    return Permalink("/".join(segments) + ("" if names_a_file else "/"))


def can_lead_on(address: Permalink) -> bool:
    """Whether a page that leads on can be written at an old address: hosts serve a page only from a folder or a file
    named .html."""
    is_page = not address or address.endswith(("/", ".html", ".htm"))
    return is_page and not _RESERVED_ROOTS.fullmatch(address.partition("/")[0]) and fits_file_system(address)


def file_path(permalink: Permalink) -> str:
    """The file, below the site's root, in which the page of `permalink` is written."""
    return permalink + "index.html" if not permalink or permalink.endswith("/") else str(permalink)


def fits_file_system(permalink: Permalink) -> bool:
    """Whether the page can be written on common file systems: no segment and no address too long."""
    if len(permalink) * 4 < _SEGMENT_LIMIT:
        return True
    encoded = file_path(permalink).encode("utf-8", "backslashreplace")
    return len(encoded) <= _ADDRESS_LIMIT and all(len(part) <= _SEGMENT_LIMIT for part in encoded.split(b"/"))


def listings_of(article: Article) -> tuple[Permalink, ...]:
    """The addresses of the listings by time and by tag on which a published article stands."""
    parts = _date_parts(article.date)[:2]
    times = ("/".join((article.lang.value, *parts[: n + 1], "")) for n in range(len(parts)))
    tags = (f"{article.lang.value}/tags/{tag_slug(tag)}/" for tag in article.tags)
    return tuple(dict.fromkeys(Permalink(each) for each in (*times, *tags)))


def _date_parts(date: PublicationDate | None) -> tuple[str, ...]:
    """The parts of a date as path segments, as many as are known; `undated` for none."""
    return ("undated",) if date is None else tuple(date.iso[:10].split("-"))
