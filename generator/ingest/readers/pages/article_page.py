"""Reads the one article of a page that is open: the claims and the body.

trafilatura says which text is the article; the page's own markup says what it is. Not for bodies that are nothing but
an article (`html_body`), nor for what the head of a page says (`metadata`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from html import escape
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.markup.html_body import HtmlBody, blocks_of, body_of, parse_clean
from generator.ingest.readers.pages.dates import read_stated
from generator.ingest.readers.pages.entries import find_entries
from generator.ingest.readers.pages.metadata import read_metadata
from generator.ingest.readers.pages.page_ends import breaks_off, tell_broken_off
from generator.ingest.readers.pages.page_selectors import FindSelectors, Selection, first_day, select, tell_missed
from generator.ingest.readers.pages.page_tree import parse_tree
from generator.ingest.readers.pages.sites import host_of
from generator.ingest.saved.captions import name_captions
from generator.ingest.saved.choice import choose_again, choose_text, plain_body, stated_body
from generator.ingest.saved.container import SavedPage, costly_page
from generator.ingest.saved.data_bodies import data_body
from generator.ingest.saved.keeping import keep_article
from generator.ingest.saved.kinds import LEAST_BODY, LISTING, STATED, Kind, find_kind
from generator.ingest.saved.lines import number_lines
from generator.ingest.saved.matching import mark_chosen
from generator.ingest.saved.noscripts import bring_out_pictures
from generator.ingest.saved.portraits import forget_portraits
from generator.ingest.saved.segments import Segment, key_of, read_segments
from generator.ingest.saved.threads import cut_thread, is_thread, tell_thread
from generator.ingest.saved.trimming import trim_chosen
from generator.ingest.saved.unfolding import unfold
from generator.model.source import Claim, FieldName, Record, SourceDocument, address_of
from generator.store.companions import is_local
from generator.text.arabic import is_arabic

_MOST_TAGS, _MOST_REFERENCES = 100_000, 200_000  # ten times what the longest pages of news have
_LONGEST_PARAGRAPH = 200_000  # letters: an article may have so many bytes
_STANDFIRSTS = ("class:standfirst", "seen:standfirst")  # the rules by which a line of the page is one
_TAG = re.compile(r"<[a-zA-Z]")


def read_article(saved: SavedPage, document: SourceDocument, find_selectors: FindSelectors | None) -> Record:
    """The one article of a page, or the first post of a thread. `document` names it in problems. Raises UnreadableError
    with one of the codes of `kinds`, or `costly-page`."""
    refuse_costly(saved.source, document)
    page = parse_tree(saved.source)
    thread = cut_thread(page) if is_thread(saved.source) else None
    if thread is None:
        return read_with_body(page, saved, document, find_selectors)
    body = html.tostring(thread.words, encoding="unicode", with_tail=False)
    record = read_with_body(page, saved, document, find_selectors, body)
    told = (tell_thread(thread, document.path),) if thread.answered else ()
    removed = tuple(dict.fromkeys((*record.removed, *thread.removed)))
    claims = tuple(claim for claim in record.claims if claim.name is not FieldName.AUTHOR)  # who has put it there
    return replace(record, claims=claims, removed=removed, problems=(*record.problems, *told))


def read_with_body(
    page: HtmlElement,
    saved: SavedPage,
    document: SourceDocument,
    find_selectors: FindSelectors | None,
    body: str | None = None,
) -> Record:
    """The article of a page; `body` is its text, where that is known. Raises what `read_article` does."""
    base, address = _addresses(page, saved)
    claims = (*read_metadata(page, address=saved.address), *_own_claims(saved))
    selectors = find_selectors(address_of(claims), first_day(claims, otherwise=saved.day)) if find_selectors else None
    if selectors is None and body is None:
        return _read_parts(page, saved, document, claims, base or address)
    selection = Selection() if selectors is None else select(page, selectors)
    selection = selection if selection.body else replace(selection, body=body)
    record = _read_selected(page, saved, document, claims, base or address, selection)
    return replace(
        record,
        removed=tuple(dict.fromkeys((*selection.removed, *record.removed))),
        problems=(*record.problems, *(tell_missed(selection, selectors, document.path) if selectors else ())),
    )


def refuse_costly(source: str, document: SourceDocument) -> None:
    """Raise UnreadableError where a page holds more than can be read in reasonable time."""
    if source.count("&") > _MOST_REFERENCES:
        raise UnreadableError(replace(costly_page("character references", _MOST_REFERENCES), path=document.path))
    if source.count("<") > _MOST_TAGS and sum(1 for _ in _TAG.finditer(source)) > _MOST_TAGS:
        raise UnreadableError(replace(costly_page("elements", _MOST_TAGS), path=document.path))


def _read_selected(
    page: HtmlElement,
    saved: SavedPage,
    document: SourceDocument,
    claims: tuple[Claim, ...],
    base: str | None,
    selection: Selection,
) -> Record:
    """The article of a page of which selectors have told parts; what they have not told is found as in any page."""
    claims = (*selection.claims, *claims)
    if selection.body is None:
        source = html.tostring(page, encoding="unicode") if selection.removed else saved.source
        return _read_parts(page, replace(saved, source=source), document, claims, base)
    body = parse_clean(selection.body)
    _forget_local(body)
    return _record(document, saved, claims, (body_of(body, base=base), []), None)


def _read_parts(
    page: HtmlElement, saved: SavedPage, document: SourceDocument, claims: tuple[Claim, ...], base: str | None
) -> Record:
    """The article of a page by what the page itself shows and states."""
    body = parse_clean(bring_out_pictures(_body_of(saved.source)))
    _forget_local(body)
    forget_portraits(body, (claim.value for claim in claims if claim.name is FieldName.AUTHOR))
    whole = deepcopy(page)
    for tree in (body, whole):
        unfold(tree)
    name_captions(body)
    segments = read_segments(body)
    if any(len(segment.key) > _LONGEST_PARAGRAPH for segment in segments):
        raise UnreadableError(replace(costly_page("letters in a paragraph", _LONGEST_PARAGRAPH), path=document.path))
    title, told = title_key(claims), _told(claims)
    standfirsts = frozenset(folded(claim.value) for claim in claims if claim.rule in _STANDFIRSTS)
    mark_chosen(segments, choose_text(whole, segments, title))
    trimmed = trim_chosen(segments, title, told, standfirsts)
    if trimmed and (other := choose_again(segments, title)):
        mark_chosen([segment for segment in segments if not segment.barred], other)
        trimmed |= trim_chosen(segments, title, told, standfirsts)
    dated = any(claim.name is FieldName.PUBLISHED for claim in claims)
    kind = find_kind(page, segments, saved.source, title, dated=dated)
    stated = _longer_stated(page, segments, kind, title)
    if stated is not None:
        return _record(document, saved, claims, (stated, []), STATED)
    if kind is not None and kind.refuses:
        raise UnreadableError(_problem(kind, document, sum(len(each.key) for each in segments)))
    times = {entry.time: entry.root for entry in find_entries(body)}
    element, removed = keep_article(body, segments, title, trimmed, times, host_of(base).removeprefix("www."))
    read = body_of(element, base=base)
    return _record(document, saved, claims, (read, removed), kind)


def _body_of(source: str) -> str:
    """The page without its head, which browsers do not show."""
    return re.sub(r"<head\b.*?</head\s*>", " ", source, count=1, flags=re.DOTALL | re.IGNORECASE)


def _addresses(page: HtmlElement, saved: SavedPage) -> tuple[str | None, str | None]:
    """What links are relative to, and the page's own address."""
    stated = [each.get("href") for each in page.iter("link") if (each.get("rel") or "").lower() == "canonical"]
    stated.extend(each.get("content") for each in page.iter("meta") if each.get("property") == "og:url")
    absolute = [each for each in stated if each and re.match(r"https?://", each, re.IGNORECASE)]
    address = saved.address or next(iter(absolute), None)
    base = next((each.get("href") for each in page.iter("base") if each.get("href")), None)
    try:
        full = urljoin(address or "", base) if base else None
    except ValueError:
        full = None
    return (full if full and re.match(r"https?://", full, re.IGNORECASE) else None), address


def _own_claims(saved: SavedPage) -> tuple[Claim, ...]:
    return (Claim(FieldName.URL, saved.address, saved.rule),) if saved.address else ()


def title_key(claims: tuple[Claim, ...]) -> str:
    """The letters and digits of the title that is claimed first; empty where there is none."""
    return next((key_of(claim.value) for claim in claims if claim.name is FieldName.TITLE), "")


def _told(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The lines in which readers see the days and the writers that claims are made of. A line that gives another day
    than the page states is not among them: that it does so is to be told."""
    seen = [claim for claim in claims if claim.name in (FieldName.UPDATED, FieldName.AUTHOR)]
    published = [claim for claim in claims if claim.name is FieldName.PUBLISHED]
    seen += [claim for claim in published if _day_of(claim) == _day_of(published[0])]
    return frozenset(folded(text) for claim in seen for text in (claim.value, claim.raw) if text)


def _day_of(claim: Claim) -> str:
    """The day that a claim gives, empty where the order of its numbers is not known."""
    day = read_stated(claim.value, arabic=is_arabic(claim.value))[1]
    return "" if day is None else day.iso[:10]


def _forget_local(body: HtmlElement) -> None:
    """Take away the addresses of pictures that lead into the folder beside the page: no reader has that folder."""
    for image in body.iter("img", "source"):
        for name in ("src", "srcset"):
            if is_local(image.get(name) or ""):
                del image.attrib[name]


def _longer_stated(page: HtmlElement, segments: Sequence[Segment], kind: Kind | None, title: str) -> HtmlBody | None:
    """The body that the page states for machines, where next to nothing or only a beginning of it is shown."""
    if kind is None or kind is LISTING:
        return None
    source = max(stated_body(page), data_body(page, title), key=lambda each: len(plain_body(each)))
    key = key_of(plain_body(source))
    shown = sum(len(segment.key) for segment in segments if segment.kept and segment.key in key)
    if len(key) < LEAST_BODY or len(key) < 2 * shown:
        return None
    return blocks_of(source if "<" in source else escape(source).replace("\n", "<br>"))


def _record(
    document: SourceDocument,
    saved: SavedPage,
    claims: tuple[Claim, ...],
    body: tuple[HtmlBody, list[str]],
    kind: Kind | None,
) -> Record:
    read, removed = body
    start = re.search(r"<body\b", saved.source, re.IGNORECASE)
    blocks = number_lines(read.blocks, saved.source, start.start() if start else 0)
    problems = () if kind is None else (_problem(kind, document, sum(len(block.text) for block in read.blocks)),)
    if saved.damage is not None and any("\ufffd" in block.text for block in blocks):
        problems = (*problems, replace(saved.damage, path=document.path))
    is_cut = breaks_off(saved.source, blocks)
    problems = (*problems, tell_broken_off(document, blocks)) if is_cut else problems
    return Record(
        key="",
        claims=claims,
        blocks=blocks,
        line=blocks[0].line if blocks else 1,
        reference=saved.day,
        excerpt=is_cut or (kind is not None and kind.code == "paywall"),
        removed=tuple(dict.fromkeys((*removed, *read.removed))),
        repairs=tuple(sorted((*read.repairs, *saved.repairs))),
        problems=problems,
    )


def _problem(kind: Kind, document: SourceDocument, letters: int) -> Problem:
    return Problem(
        kind.code,
        kind.what,
        document.path,
        expected="a page with one article",
        found=f"{letters} letters of text",
        cure=kind.cure,
        severity=Severity.ERROR if kind.refuses else Severity.WARNING,
    )
