"""NewsML 1: one `NewsItem` (https://iptc.org/std/NewsML/1.2/), as older archives of agencies hold them.

Not for NewsML-G2, which has other elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.readers.agencies.items import WITHDRAWN, AgencyItem, body_of, name_in_byline, texts
from generator.ingest.readers.agencies.nitf import read_nitf_body
from generator.ingest.readers.xml.trees import Element
from generator.model.article import Sureness
from generator.model.source import FieldName

_DEEPEST = 12
_PLACE = re.compile(r"[^\d(,،/]+")
_OTHER_MEDIA = frozenset({"photo", "picture", "graphic", "video", "audio", "animation"})


def read_newsml_1(element: Element) -> AgencyItem | str:
    """The item of an element `NewsItem`; what it is, in words, where it is no text."""
    item = AgencyItem()
    statuses = {each.get("FormalName").lower() for each in _below(element, "Status")}
    if statuses & {"canceled", "cancelled", "withheld"}:
        return WITHDRAWN
    identifier = next(_below(element, "NewsIdentifier"), None)
    item.key = next(iter(texts(identifier, "PublicIdentifier")), "")
    for lines in _below(element, "NewsLines"):
        _read_lines(item, lines)
    item.claim(FieldName.SOURCE, texts(identifier, "ProviderId"), "newsml:ProviderId", Sureness.LIKELY)
    _read_management(item, element.child("NewsManagement"))
    languages = [each.get("FormalName") for each in _below(element, "Language")]
    item.claim_language(next(filter(None, languages), "") or element.inherited("lang"), "newsml:Language")
    media = _read_contents(item, element)
    return item if item.body.strip() or not media else "pictures, films and the like"


def _read_lines(item: AgencyItem, lines: Element) -> None:
    item.claim(FieldName.TITLE, texts(lines, "HeadLine"), "newsml:HeadLine")
    item.claim(FieldName.STANDFIRST, texts(lines, "SubHeadLine"), "newsml:SubHeadLine")
    item.claim(FieldName.AUTHOR, map(name_in_byline, texts(lines, "ByLine")), "newsml:ByLine")
    places = (_PLACE.match(each.strip()) for each in texts(lines, "DateLine"))
    item.claim(FieldName.DATELINE, (each[0].strip(" -–—") for each in places if each), "newsml:DateLine")
    item.claim(FieldName.KEYWORD, texts(lines, "KeywordLine"), "newsml:KeywordLine")
    item.claim(FieldName.RIGHTS, texts(lines, "CopyrightLine"), "newsml:CopyrightLine")


def _read_management(item: AgencyItem, management: Element | None) -> None:
    created, changed = (texts(management, name) for name in ("FirstCreated", "ThisRevisionCreated"))
    for day in created or changed:
        item.claim_day(FieldName.PUBLISHED, day, "newsml:FirstCreated")
    for day in changed if created else ():
        item.claim_day(FieldName.UPDATED, day, "newsml:ThisRevisionCreated")


def _read_contents(item: AgencyItem, element: Element) -> int:
    """Read the text of all contents that are some; how many are others."""
    others = 0
    for content in _below(element, "ContentItem"):
        kinds = {each.get("FormalName").lower() for each in content.named("MediaType")}
        if kinds & _OTHER_MEDIA:
            others += 1
            continue
        for data in content.named("DataContent"):
            nitf = data.child("nitf")
            if nitf is not None:
                read_nitf_body(item, nitf.child("body"))
            else:
                item.body += body_of(data, item.removed)
    return others


def _below(element: Element, name: str, depth: int = 0) -> Iterator[Element]:
    """The elements of a name anywhere below, but not within each other."""
    for child in element.children:
        if child.name == name:
            yield child
        elif depth < _DEEPEST:
            yield from _below(child, name, depth + 1)
