"""What a page was saved in: plain HTML, or the archive of one page that browsers write (MHTML, RFC 2557).

Gives the page's text, its address and the day on which it was saved; not what it says.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import unescape

from generator.errors import Problem, UnreadableError
from generator.ingest.copies import read_copy
from generator.ingest.saved.several import pages_in
from generator.text.encoding import Decoded, decode_damaged, mark_damage, tell_damage
from generator.text.surrogates import mend_halves

_HEAD = 4096
_META_CHARSET = re.compile(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_MIME = re.compile(
    rb"\A(?:[\x00-\x20]*|From [^\n]*\n)(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}?"
    rb"(?:content-type:\s*(?:multipart/|text/html)|mime-version:|snapshot-content-location:)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*\w{3} (\w{3} \d{1,2} \d{4})", re.IGNORECASE
)
_MIRRORED = re.compile(
    r"<!--\s*Mirrored from (\S+) by HTTrack[^,]*,\s*(\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} GMT)", re.IGNORECASE
)
_SCRAPBOOK = re.compile(r"\bdata-scrapbook-source=[\"']([^\"']+)[\"'](?:[^>]*data-scrapbook-create=[\"'](\d{8}))?")
# What the Wayback Machine writes into a page, and before each address in one.
_WAYBACK = re.compile(r"__wm\.wombat\(\s*[\"'](https?:[^\"']+)[\"']\s*,\s*[\"'](\d{8})")
_REWRITTEN = re.compile(
    r"(=\s*[\"']?)(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)", re.IGNORECASE
)
_LINK = re.compile(r"<a\b[^<>]*?\shref\s*=\s*[\"']?(?:https?:)?/", re.IGNORECASE)
_LINK_INTO_ARCHIVE = re.compile(
    r"<a\b[^<>]*?\shref\s*=\s*[\"']?(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/https?:/",
    re.IGNORECASE,
)
_FEWEST_REWRITTEN, _MOST_OF_LINKS = 3, 0.8
# Where Firefox's reading view leads back to the page.
_READER_VIEW = re.compile(r"<a class=\"domain reader-domain\" href=\"(https?:[^\"]+)\"", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_PARTS = 5000
_MULTIPART = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)
_MOST_MULTIPARTS = 100  # a browser writes one; each more within costs every line below it a look


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as saved: its HTML, the address it was saved from (with the rule that says so) and the day, if known;
    and the problem of damaged characters in it."""

    source: str
    address: str | None = None
    rule: str = ""
    day: date | None = None
    repairs: tuple[tuple[str, int], ...] = ()
    damage: Problem | None = None


def is_mime(head: bytes) -> bool:
    """Whether a document begins like a message: MHTML."""
    return _MIME.match(head) is not None


def open_page(raw: bytes, *, declared: str | None = None, address: str | None = None) -> SavedPage:
    """Give the page that a document holds. Raises UnreadableError where its bytes are no text, or code `costly-page`.

    `declared` is the encoding, and `address` the place on the web, that its carrier (an archive of the web) states.
    """
    if address is not None:
        return replace(_as_decoded(_decode(raw, declared)), address=address, rule="web-archive:address")
    if not is_mime(raw[:65536]):
        return _told_by_page(_decode(raw, None))
    if len(_MULTIPART.findall(raw)) > _MOST_MULTIPARTS:
        raise UnreadableError(costly_page("parts in parts of a message", _MOST_MULTIPARTS))
    message = email.message_from_bytes(raw, policy=email.policy.default)
    root = _root_part(message)
    if root is None:
        return _told_by_page(_decode(raw, None))
    page = _told_by_page(_decode(content_of(root), _charset(root)))
    location = _location(message, root)
    day = page.day or _day_of_header(str(message.get("Date") or ""))
    if location is None:
        return replace(page, day=day)
    original, archived = read_copy(location) or (location, None)
    return replace(page, address=original, rule="mhtml:content-location", day=archived or day)


def costly_page(what: str, most: int) -> Problem:
    """The problem of a page that is made to keep its reader busy. It has no path yet."""
    return Problem(
        "costly-page",
        f"this page has far more {what} than pages have",
        expected=f"at most {most:,} {what}",
        found="more",
        cure="save the article alone (the browser's reading view), or its text as a .txt file",
    )


def _decode(raw: bytes, declared: str | None) -> Decoded:
    found = _META_CHARSET.search(raw[:_HEAD])
    said = (found[1] or found[2]).decode("ascii") if found else None
    return decode_damaged(raw, said or declared)


def _as_decoded(decoded: Decoded) -> SavedPage:
    mended = mark_damage(decoded, *mend_halves(decoded.text))
    return SavedPage(mended.text, repairs=mended.repairs, damage=tell_damage(mended))


def _root_part(message: EmailMessage) -> EmailMessage | None:
    """The part that is the page: the one named as the start, else the first that is HTML (RFC 2387, RFC 2557)."""
    start = str(message.get_param("start") or "").strip("<> ")
    first: EmailMessage | None = None
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            break
        if part.get_content_type() not in ("text/html", "application/xhtml+xml") or not isinstance(part, EmailMessage):
            continue
        if start and str(part.get("Content-ID") or "").strip("<> ") == start:
            return part
        first = first or part
    return first


def content_of(part: EmailMessage) -> bytes:
    """The bytes of a part of a message, its transfer encoding undone as far as that can be."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        content = None
    return content if isinstance(content, bytes) else str(part.get_payload()).encode("utf-8", "replace")


def _charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError):
        return None


def _location(message: EmailMessage, root: EmailMessage) -> str | None:
    for value in (
        root.get("Content-Location"),
        message.get("Snapshot-Content-Location"),
        message.get("Content-Location"),
    ):
        address = "".join(str(value or "").split())
        if re.match(r"https?://", address, re.IGNORECASE):
            return address
    return None


def split_page(page: SavedPage) -> list[SavedPage]:
    """The pages that lie in one document, each with what the program that saved it wrote into it; most are one."""
    first, *others = pages_in(page.source)
    return [replace(page, source=first), *(_with_told(SavedPage(each, damage=page.damage)) for each in others)]


def _told_by_page(decoded: Decoded) -> SavedPage:
    return _with_told(_as_decoded(decoded))


def _with_told(page: SavedPage) -> SavedPage:
    """The page with what the program that saved it wrote into it."""
    start = len(page.source) - len(page.source.lstrip("\n"))
    address, rule, day = _told(page.source[start : start + 20_000], page.source[-2000:])
    if address is None:
        is_rewritten = _leads_into_archive(page.source)
        return replace(page, source=_REWRITTEN.sub(r"\1", page.source)) if is_rewritten else page
    original, archived = read_copy(address) or (address, None)
    is_rewritten = archived is not None or rule == "wayback"
    source = _REWRITTEN.sub(r"\1", page.source) if is_rewritten else page.source
    return replace(page, source=source, address=original, rule=rule, day=archived or day)


def _leads_into_archive(source: str) -> bool:
    """Whether nearly all links of a page lead to copies of pages: one that the Wayback Machine has written, without the
    lines in which it says so."""
    if "/web/" not in source:
        return False
    rewritten = sum(1 for _ in _LINK_INTO_ARCHIVE.finditer(source))
    return rewritten >= _FEWEST_REWRITTEN and rewritten >= _MOST_OF_LINKS * len(_LINK.findall(source))


def _told(head: str, tail: str) -> tuple[str | None, str, date | None]:
    if found := _SAVED_FROM.search(head):
        return (found[1] if re.match(r"https?:", found[1], re.I) else None), "saved-from", None
    for pattern, rule, read_day in (
        (_SINGLE_FILE, "single-file", _day_of_words),
        (_WAYBACK, "wayback", _day_of_digits),
    ):
        if found := pattern.search(head):
            return found[1], rule, read_day(found[2])
    if found := _READER_VIEW.search(head):
        return unescape(found[1]), "reader-view", None
    for text in (head, tail):
        if found := _MIRRORED.search(text):
            return f"http://{found[1]}", "httrack", _day_of_header(found[2])
    if found := _SCRAPBOOK.search(head):
        stamp = found[2]
        return found[1], "scrapbook", _day_of_digits(stamp) if stamp else None
    return None, "", None


def _day_of_digits(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _day_of_words(words: str) -> date | None:
    month, day, year = words.split()
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _day_of_header(value: str) -> date | None:
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None
