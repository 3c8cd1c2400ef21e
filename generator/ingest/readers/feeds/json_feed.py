"""JSON Feed, versions 1.0 and 1.1 (https://jsonfeed.org), item by item: the text of a document in, records out.

Not for JSON of other shapes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import ijson

from generator.errors import Problem
from generator.ingest.readers.damage import with_lost
from generator.ingest.readers.feeds.body import Content, FeedBody, Image, read_body, says_body, without_cut
from generator.ingest.readers.feeds.channel import Channel, claim_language
from generator.ingest.readers.feeds.feed_text import FieldReading, resolve_references
from generator.ingest.readers.feeds.items import digest_key, empty_record, is_empty, no_items
from generator.ingest.readers.feeds.json_items import CutItem, JsonBytes, read_items
from generator.ingest.readers.feeds.links import absolute, is_web_address
from generator.ingest.readers.xml.xml_text import XmlText, read_pieces, uncarry
from generator.model.article import Sureness
from generator.model.source import FieldName, Record

_VERSION = re.compile(r"\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version")
_ATTACHED_IMAGE = re.compile(r"image/", re.IGNORECASE)
_Json = dict[str, Any]


def is_json_feed(head: str) -> bool:
    """Whether a text with this beginning is a JSON Feed: it says so in its `version`."""
    return head.lstrip("\ufeff \t\r\n").startswith("{") and _VERSION.search(head) is not None


def read_json_feed(text: XmlText, *, address: str | None = None) -> Iterator[Record | Problem]:
    """The records of a JSON Feed in their order, and a problem for each fault of its JSON. `address` is the
    feed's own, where its carrier states it."""
    channel = _read_channel(text)
    own = address or channel.own or None
    channel = replace(channel, base=channel.base or own or "")
    seen: set[int] = set()
    count = 0
    for item in read_items(text):
        if isinstance(item, Problem):
            yield item
            continue
        count += 1
        record = _read_value(item, channel, text)
        if record is None:
            yield _no_item(text, count, item)
            continue
        if isinstance(item, CutItem) and not record.blocks:
            continue  # told where it is cut
        if is_empty(record):
            yield empty_record(text.document.path, None, count)
            continue
        if hash(record.key) in seen:
            record = replace(record, key=f"{record.key} ({count})")
        seen.add(hash(record.key))
        yield with_lost(text.document.path, replace(record, feed=own))
    if not count:
        yield no_items(text.document.path, "the feed has no items", expected="`items` with a text in it")


def _read_channel(text: XmlText) -> Channel:
    """What stands in the feed beside its items; as much of it as can be read."""
    top: _Json = {}
    authors: list[str] = []
    try:
        for prefix, event, value in ijson.parse(JsonBytes(read_pieces(text))):
            if event != "string":
                continue
            if prefix in {"author.name", "authors.item.name"}:
                authors.append(value)
            elif "." not in prefix:
                top.setdefault(prefix, value)
    except (ijson.JSONError, ValueError, OverflowError):
        pass  # told where the items are read
    home, own = _text(top.get("home_page_url")), _text(top.get("feed_url")).strip()
    return Channel(
        title=FieldReading().repair(_text(top.get("title"))),
        address=home,
        base=home,
        own=own if is_web_address(own) else "",
        language=_text(top.get("language")),
        authors=tuple(authors),
    )


def _read_value(value: object, channel: Channel, text: XmlText) -> Record | None:
    """The record of a value in the list of items; None for one that is no object."""
    if isinstance(value, CutItem):
        return replace(_read_item(value.members, channel, text), excerpt=True)
    return _read_item(value, channel, text) if isinstance(value, dict) else None


def _read_item(item: _Json, channel: Channel, text: XmlText) -> Record:
    reading = FieldReading()
    for name in ("url", "external_url"):
        _claim_address(reading, item, name, channel.base)
    reading.add(FieldName.PUBLISHED, _text(item.get("date_published")), "json-feed:date_published")
    reading.add(FieldName.UPDATED, _text(item.get("date_modified")), "json-feed:date_modified")
    reading.add(FieldName.SOURCE, channel.title, "json-feed:title", Sureness.LIKELY)
    reading.add(
        FieldName.TITLE, resolve_references(_text(item.get("title"))), "json-feed:title", raw=_text(item.get("title"))
    )
    _claim_authors(reading, item, channel)
    for tag in _list(item.get("tags")):
        reading.add(FieldName.KEYWORD, resolve_references(_text(tag)), "json-feed:tags")
    claim_language(reading, _text(item.get("language")), "json-feed:language", Sureness.SURE)
    claim_language(reading, channel.language, "feed:language", Sureness.LIKELY)
    body = _read_body(reading, item, channel)
    repairs = reading.repairs + Counter(dict(body.repairs)) + Counter(dict(text.repairs))
    key = " ".join(_text(item.get("id")).split()) or reading.first(FieldName.URL) or digest_key(reading, body)
    return Record(
        key,
        tuple(reading.claims),
        body.blocks,
        excerpt=body.excerpt,
        removed=body.removed,
        repairs=tuple(sorted(repairs.items())),
    )


def _claim_address(reading: FieldReading, item: _Json, name: str, base: str) -> None:
    """The item's own page is its address; one elsewhere (a link blog's) is what it is about."""
    address = absolute(_text(item.get(name)), base)
    if name == "external_url" and reading.first(FieldName.URL):
        reading.add(FieldName.ORIGINAL_URL, address, f"json-feed:{name}", Sureness.LIKELY)
    else:
        reading.add(FieldName.URL, address, f"json-feed:{name}")


def _claim_authors(reading: FieldReading, item: _Json, channel: Channel) -> None:
    authors = [*_list(item.get("authors")), item.get("author")]
    names = [_text(author.get("name")) for author in authors if isinstance(author, dict)]
    for name in names:
        reading.add(FieldName.AUTHOR, name, "json-feed:authors")
    for name in channel.authors if not any(names) else ():
        reading.add(FieldName.AUTHOR, name, "json-feed:authors", Sureness.LIKELY)


def _read_body(reading: FieldReading, item: _Json, channel: Channel) -> FeedBody:
    markup, plain, summary = (_text(item.get(name)) for name in ("content_html", "content_text", "summary"))
    link = reading.first(FieldName.URL)
    content = Content(markup, 1) if markup.strip() else Content(plain, 1, is_text=True)
    if not content.value.strip():
        content = Content(summary, 1, is_text=True, is_summary=True)
    body = read_body(content, _images(item, channel.base), channel.base or link, link)
    if summary.strip() and not content.is_summary and not says_body(summary, body.blocks):
        reading.add(FieldName.STANDFIRST, without_cut(summary), "json-feed:summary")
    return replace(body, blocks=tuple(replace(block, line=1) for block in body.blocks))


def _images(item: _Json, base: str) -> list[Image]:
    addresses = [_text(item.get(name)) for name in ("image", "banner_image")]
    images = [Image(absolute(address, base)) for address in addresses if address][:1]
    for attached in _list(item.get("attachments")):
        if isinstance(attached, dict) and _ATTACHED_IMAGE.match(_text(attached.get("mime_type"))):
            images.append(Image(absolute(_text(attached.get("url")), base), _text(attached.get("title"))))
    return list({image.address: image for image in images if image.address}.values())


def _text(value: object) -> str:
    """A value as text; numbers as they are written, all that is no text as nothing."""
    if isinstance(value, str):
        return uncarry(value)
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _no_item(text: XmlText, number: int, item: object) -> Problem:
    return Problem(
        "unreadable-record",
        "an item of the feed is no object",
        text.document.path,
        expected="an object with id, url, title, content_html or content_text",
        found=str(item)[:80],
        cure="mend the feed, or get it again",
        record=str(number),
    )
