"""NewsML-G2: one `newsItem` (https://iptc.org/standards/newsml-g2/), whose text is XHTML, NITF or plain.

Not for packages of items, which hold no text of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.ingest.readers.agencies.items import WITHDRAWN, AgencyItem, body_of, name_in_byline, texts
from generator.ingest.readers.agencies.nitf import read_nitf_body
from generator.ingest.readers.xml.trees import Element
from generator.model.source import FieldName

_KINDS = {"picture": "pictures", "video": "films", "audio": "recordings", "graphic": "graphics", "animated": "graphics"}
_GONE = re.compile(r"(?:canceled|cancelled|withheld)\Z")


def read_newsml_g2(element: Element) -> AgencyItem | str:
    """The item of an element `newsItem`; what it is, in words, where it is no text."""
    meta, content, parts = (element.child(name) for name in ("itemMeta", "contentMeta", "contentSet"))
    kind = next((each.get("qcode").rpartition(":")[2] for each in (meta.named("itemClass") if meta else ())), "text")
    if kind in _KINDS:
        return _KINDS[kind]
    if meta is not None and any(_GONE.search(each.get("qcode")) for each in meta.named("pubStatus")):
        return WITHDRAWN
    item = AgencyItem(key=element.get("guid"))
    _read_content(item, content)
    _read_parts(item, parts)
    _read_meta(item, meta, content)
    item.claim_language(next(_tags(content), "") or element.inherited("lang"), "newsml-g2:language")
    item.claim(FieldName.RIGHTS, texts(element, "rightsInfo", "copyrightNotice"), "newsml-g2:copyrightNotice")
    item.claim(FieldName.SOURCE, texts(element, "rightsInfo", "copyrightHolder", "name"), "newsml-g2:copyrightHolder")
    return item


def _read_content(item: AgencyItem, content: Element | None) -> None:
    item.claim(FieldName.TITLE, texts(content, "headline"), "newsml-g2:headline")
    item.claim(FieldName.STANDFIRST, texts(content, "description"), "newsml-g2:description")
    creators = texts(content, "creator", "name")
    lines = [name_in_byline(each) for each in texts(content, "by")]
    item.claim(FieldName.AUTHOR, creators or lines, "newsml-g2:creator" if creators else "newsml-g2:by")
    item.claim(FieldName.DATELINE, texts(content, "located", "name"), "newsml-g2:located")
    item.claim(FieldName.KEYWORD, texts(content, "keyword"), "newsml-g2:keyword")
    item.claim(FieldName.KEYWORD, texts(content, "subject", "name"), "newsml-g2:subject")


def _read_meta(item: AgencyItem, meta: Element | None, content: Element | None) -> None:
    if meta is None:
        return
    item.claim(FieldName.SOURCE, texts(meta, "provider", "name"), "newsml-g2:provider")
    item.claim(FieldName.SOURCE, (each.get("literal") for each in meta.named("provider")), "newsml-g2:provider")
    created = [*texts(meta, "firstCreated"), *texts(content, "contentCreated")]
    changed = [*texts(meta, "versionCreated"), *texts(content, "contentModified")]
    item.claim(
        FieldName.PUBLISHED, created or changed, "newsml-g2:firstCreated" if created else "newsml-g2:versionCreated"
    )
    item.claim(FieldName.UPDATED, changed if created else (), "newsml-g2:versionCreated")


def _read_parts(item: AgencyItem, parts: Element | None) -> None:
    """The text: of several renditions the first that holds any."""
    for part in parts.named("inlineXML", "inlineData") if parts else ():
        if part.name == "inlineData":
            lines = part.text.split("\n")
            item.body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line.strip())
        for inner in part.children if part.name == "inlineXML" else ():
            body = next((each for each in inner.children if each.name.endswith("body")), None)
            if inner.name == "nitf":
                read_nitf_body(item, body)
            else:
                item.body = body_of(body or inner, item.removed)
        if item.body.strip():
            return


def _tags(content: Element | None) -> Iterator[str]:
    return (each.get("tag") for each in (content.named("language") if content else ()) if each.get("tag"))
