"""NITF 3: one news text with its head (https://iptc.org/standards/nitf/), alone or within NewsML.

Not for NewsML's own elements.
"""

from __future__ import annotations

from generator.ingest.readers.agencies.items import AgencyItem, body_of, name_in_byline, texts
from generator.ingest.readers.xml.trees import Element
from generator.model.source import FieldName


def read_nitf(element: Element) -> AgencyItem | str:
    """The item of an element `nitf`."""
    item = AgencyItem()
    head, body = element.child("head"), element.child("body")
    _read_head(item, head)
    read_nitf_body(item, body)
    item.claim(FieldName.TITLE, texts(head, "title"), "nitf:title")
    item.claim_language(element.inherited("lang") or (body.inherited("lang") if body else ""), "nitf:lang")
    return item


def read_nitf_body(item: AgencyItem, body: Element | None) -> None:
    """What an element `body` says: the headline and who wrote it, and the text."""
    if body is None:
        return
    above = body.child("body.head")
    hedline = above.child("hedline") if above else None
    item.claim(FieldName.TITLE, texts(hedline, "hl1"), "nitf:hl1")
    item.claim(FieldName.STANDFIRST, texts(hedline, "hl2"), "nitf:hl2")
    item.claim(FieldName.STANDFIRST, texts(above, "abstract"), "nitf:abstract")
    for byline in above.named("byline") if above else ():
        people = texts(byline, "person") or texts(byline, "byttl", "person")
        item.claim(FieldName.AUTHOR, people or [name_in_byline(byline.text)], "nitf:byline")
    item.claim(FieldName.SOURCE, texts(above, "distributor"), "nitf:distributor")
    item.claim(FieldName.DATELINE, texts(above, "dateline", "location"), "nitf:location")
    for day in _each(above, "dateline", "story.date"):
        item.claim_day(FieldName.PUBLISHED, day.get("norm"), "nitf:story.date")
    content = body.child("body.content")
    if content is not None:
        item.body += body_of(content, item.removed)
    for end in _each(body, "body.end", "tagline"):
        item.body += f"<p>{end.inner}</p>"
    item.removed.extend(texts(body, "body.end", "bibliography"))


def _read_head(item: AgencyItem, head: Element | None) -> None:
    if head is None:
        return
    for rule, name in (("date.issue", FieldName.PUBLISHED), ("date.release", FieldName.PUBLISHED)):
        for day in _each(head, "docdata", rule):
            item.claim_day(name, day.get("norm"), f"nitf:{rule}")
    for publication in _each(head, "pubdata"):
        item.claim_day(FieldName.PUBLISHED, publication.get("date.publication"), "nitf:pubdata")
        item.claim(FieldName.SOURCE, [publication.get("name")], "nitf:pubdata")
        item.claim(FieldName.SECTION, [publication.get("position.section")], "nitf:pubdata")
        item.claim(FieldName.URL, [publication.get("ex-ref")], "nitf:pubdata")
    item.claim(
        FieldName.KEYWORD, (each.get("key") for each in _each(head, "docdata", "key-list", "keyword")), "nitf:key"
    )
    for each in _each(head, "docdata", "doc.copyright"):
        item.claim(FieldName.RIGHTS, [f"© {each.get('year')} {each.get('holder')}"], "nitf:doc.copyright")
    item.key = next((each.get("id-string") for each in _each(head, "docdata", "doc-id")), "")


def _each(parent: Element | None, *path: str) -> list[Element]:
    found = [parent] if parent is not None else []
    for name in path:
        found = [child for each in found for child in each.named(name)]
    return found
