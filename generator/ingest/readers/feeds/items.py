"""One item of an RSS or Atom feed: the claims for its fields, and its body.

Not for cutting a feed into items (`feed`), nor for JSON Feed (`json_feed`).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.categories import names_no_category
from generator.ingest.readers.feeds.body import Content, FeedBody, read_body, says_body, text_of_html, without_cut
from generator.ingest.readers.feeds.channel import Channel, alternates, claim_language, persons_of, rule_of
from generator.ingest.readers.feeds.feed_text import FieldReading, plain_line
from generator.ingest.readers.feeds.kinds import is_kind
from generator.ingest.readers.feeds.links import absolute, find_aim, is_redirect, is_web_address
from generator.ingest.readers.feeds.pictures import find_pictures
from generator.ingest.readers.xml.trees import Element
from generator.model.article import Sureness
from generator.model.source import FieldName, Record
from generator.text.encoding import decode_text

_PUBLISHED = (
    "atom:published", "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:issued", "prism:publicationDate",
    "atom:created", "dcterms:available", "date", "pubdate", "published",
)  # fmt: skip
_UPDATED = ("atom:updated", "dcterms:modified", "atom:modified", "prism:modificationDate", "lastBuildDate", "updated")
_FULL = ("content:encoded", "atom:content", "xhtml:body", "xhtml:div", "content", "fulltext", "full-text")
_SUMMARY = ("description", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary", "media:description")
_AUTHORS = ("dc:creator", "atom:author", "author", "dcterms:creator", "dc:author", "itunes:author")
_NO_NAMES = re.compile(r"^(?:admin|administrator|editor|webmaster|root|user|noreply|no-reply|unknown|anonymous)$", re.I)
_SENTINEL = re.compile(r"-0001|\b0000-00-00\b")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


@dataclass(slots=True)
class _Item:
    element: Element
    channel: Channel
    base: str
    reading: FieldReading = field(default_factory=FieldReading)


def is_empty(record: Record) -> bool:
    """Whether an item says nothing by which an article could be known or read."""
    kept = {FieldName.TITLE, FieldName.URL}
    return not record.blocks and not record.removed and not any(claim.name in kept for claim in record.claims)


def no_items(path: Path, what: str, *, expected: str) -> Problem:
    """The problem of a document of items in which there are none."""
    return Problem(
        "no-items",
        what,
        path,
        expected=expected,
        found="none",
        cure="save it again when there is something in it, or take it away",
        severity=Severity.WARNING,
    )


def empty_record(path: Path, line: int | None, number: int) -> Problem:
    """The problem of an item that says nothing."""
    return Problem(
        "empty-record",
        "the item has neither title nor text nor address",
        path,
        line,
        expected="a title, a text or a link",
        cure="nothing need be done unless the article is missing",
        severity=Severity.WARNING,
        record=str(number),
    )


def read_item(element: Element, channel: Channel) -> Record:
    """The record that an `item` or `atom:entry` is. Its key is its own identifier, else its address, else a digest of
    its title, date and text: never its place, which changes as the feed goes on."""
    item = _Item(element, channel, absolute(element.get(_XML_BASE), channel.base) or channel.base)
    _claim_addresses(item)
    _claim_dates(item)
    _claim_source(item)
    _claim_title(item)
    _claim_names(item)
    _claim_rest(item)
    body = _read_body(item)
    return Record(
        key=_key(item, body),
        claims=tuple(item.reading.claims),
        blocks=body.blocks,
        line=element.line,
        excerpt=body.excerpt,
        removed=body.removed,
        repairs=tuple(sorted((item.reading.repairs + Counter(dict(body.repairs))).items())),
    )


def _claim_title(item: _Item) -> None:
    for title in item.element.named("title", "atom:title", "dc:title", "media:title"):
        raw = title.text
        text = raw if title.get("type") == "text" else plain_line(raw)
        name = item.reading.first(FieldName.SOURCE)
        ending = re.compile(rf"\s+[-–—|]\s+{re.escape(name)}\s*$") if name and _is_aggregated(item) else None
        if ending is not None and ending.search(text):
            text = ending.sub("", text)
        item.reading.add(FieldName.TITLE, text, rule_of(title), raw=raw)
        return


def _is_aggregated(item: _Item) -> bool:
    return item.channel.is_search or item.element.child("source") is not None


def _claim_addresses(item: _Item) -> None:
    """The address of the article: as FeedBurner remembers it, out of a redirect, as the feed links it, as its id."""
    later: list[tuple[str, str]] = []
    for original in item.element.named("feedburner:origLink", "pheedo:origLink"):
        item.reading.add(FieldName.URL, absolute(original.text, item.base), rule_of(original))
    for address in alternates(item.element):
        _claim_link(
            item, absolute(address, item.base), "rss:link" if item.element.name == "item" else "atom:link", later
        )
    for identifier in item.element.named("guid", "atom:id", "dc:identifier"):
        if is_web_address(identifier.text) and identifier.get("isPermaLink").lower() != "false":
            _claim_link(item, identifier.text.strip(), rule_of(identifier), later)
    about = item.element.get(_RDF_ABOUT)
    if is_web_address(about):
        _claim_link(item, about, "rdf:about", later)
    for address, rule in later:
        item.reading.add(FieldName.URL, address, rule, Sureness.DOUBTFUL)


def _claim_link(item: _Item, address: str, rule: str, later: list[tuple[str, str]]) -> None:
    aim = find_aim(address)
    if aim is not None:
        item.reading.add(FieldName.URL, aim, rule, Sureness.LIKELY, raw=address)
    elif is_redirect(address):
        later.append((address, rule))
    elif address:
        likely = rule in {"atom:id", "dc:identifier"}
        item.reading.add(FieldName.URL, address, rule, Sureness.LIKELY if likely else Sureness.SURE)


def _claim_dates(item: _Item) -> None:
    for field_name, names in ((FieldName.PUBLISHED, _PUBLISHED), (FieldName.UPDATED, _UPDATED)):
        for stated in item.element.named(*names):
            if not _SENTINEL.search(stated.text):
                item.reading.add(field_name, stated.text, rule_of(stated))


def _claim_source(item: _Item) -> None:
    for source in item.element.named("source", "dc:publisher", "dcterms:publisher", "atom:source"):
        title = source.child("atom:title", "title") if source.name == "atom:source" else source
        if title is not None:
            sure = Sureness.LIKELY if source.name == "atom:source" else Sureness.SURE
            item.reading.add(FieldName.SOURCE, plain_line(title.text), rule_of(source), sure)
    if not item.channel.is_search:
        item.reading.add(FieldName.SOURCE, item.channel.title, "feed:title", Sureness.LIKELY)


def _claim_names(item: _Item) -> None:
    """The authors of the item, each one claim; where it names none, those of its source or of the feed (RFC 4287)."""
    persons = persons_of(item.element, _AUTHORS)
    for name, rule in persons:
        no_name = _NO_NAMES.match(name) or name == item.reading.first(FieldName.SOURCE)
        item.reading.add(FieldName.AUTHOR, name, rule, Sureness.DOUBTFUL if no_name else Sureness.SURE)
    if persons:
        return
    source = item.element.child("atom:source")
    inherited = [name for name, _ in persons_of(source, ("atom:author",))] if source is not None else []
    for name in inherited or item.channel.authors:
        item.reading.add(FieldName.AUTHOR, name, "atom:author", Sureness.LIKELY)


def _claim_rest(item: _Item) -> None:
    element, reading = item.element, item.reading
    for category in element.named("category", "atom:category", "dc:subject", "dcterms:subject"):
        if is_kind(category):
            continue
        text = plain_line(category.get("label") or category.text.strip() or category.get("term"))
        if not names_no_category(text):
            reading.add(FieldName.KEYWORD, text, rule_of(category))
    for keywords in element.named("media:keywords", "itunes:keywords"):
        for keyword in re.split(r"[,،;؛]", plain_line(keywords.text)):
            reading.add(FieldName.KEYWORD, keyword, rule_of(keywords), Sureness.LIKELY)
    _claim_language(item)
    for rights in element.named("dc:rights", "atom:rights", "atom:copyright", "copyright", "media:copyright"):
        reading.add(FieldName.RIGHTS, plain_line(rights.text), rule_of(rights))
    reading.add(FieldName.RIGHTS, item.channel.rights, "feed:rights", Sureness.LIKELY)


def _claim_language(item: _Item) -> None:
    element = item.element
    stated = [(each.text, rule_of(each)) for each in element.named("dc:language", "language", "dcterms:language")]
    parts = element.named("atom:content", "atom:title", "atom:summary", *_FULL)
    stated += [(each.get(_XML_LANG), "xml:lang") for each in (element, *parts)]
    for text, rule in stated:
        claim_language(item.reading, text, rule, Sureness.SURE)
    claim_language(item.reading, item.channel.language, "feed:language", Sureness.LIKELY)


def _read_body(item: _Item) -> FeedBody:
    link = item.reading.first(FieldName.URL)
    full = _longest(_contents(item, _FULL))
    summary = _longest(_contents(item, _SUMMARY)) or _longest(_contents_of_film(item))
    if full is not None and summary is not None and len(summary.value) > 2 * len(full.value) + 200:
        full, summary = summary, full  # some feeds have them the wrong way round
    images = find_pictures(item.element, item.base)
    is_stated = item.base != item.channel.address  # by `xml:base`; the feed's own page is no base of a text
    base = item.base if is_stated and item.base else link or item.base
    if full is None:
        content = replace(summary or Content("", item.element.line), is_summary=True)
        return _without_title(item, read_body(content, images, content.base or base, link))
    body = read_body(full, images, full.base or base, link)
    if summary is not None:
        text = item.reading.repair(text_of_html(summary.value) if not summary.is_text else summary.value)
        if not says_body(text, body.blocks):
            item.reading.add(FieldName.STANDFIRST, without_cut(text), "feed:summary", Sureness.LIKELY)
    return body


def _without_title(item: _Item, body: FeedBody) -> FeedBody:
    """A summary that only says the title again, with the source's name behind it, as aggregators make them, is none."""
    words = " ".join(block.text for block in body.blocks)
    title, source = item.reading.first(FieldName.TITLE), item.reading.first(FieldName.SOURCE)
    rest = words.removeprefix(title).strip(" -–—|").removeprefix(source).strip(" -–—|") if title else words
    if rest or not words:
        return body
    return FeedBody((), (*body.removed, words), body.repairs)


def _contents_of_film(item: _Item) -> list[Content]:
    """What is written to a film beside it (YouTube's feeds): of a picture the same words would be its caption."""
    films = [
        group
        for group in item.element.named("media:group")
        if any(
            media.get("medium") == "video" or media.get("type").startswith(("video/", "application/x-shockwave"))
            for media in group.named("media:content")
        )
    ]
    return [content for group in films for content in _contents(item, ("media:description",), group)]


def _contents(item: _Item, names: tuple[str, ...], place: Element | None = None) -> list[Content]:
    contents: list[Content] = []
    for each in (place or item.element).named(*names):
        kind = each.get("type").lower()
        if each.get("src") or ("/" in kind and not kind.startswith("text/") and not kind.endswith("xml")):
            continue
        value = _decoded(each.inner) if each.get("mode") == "base64" else each.inner
        if value.strip():
            is_text = kind in {"text", "text/plain"} or (not kind and each.name.startswith(("atom:", "media:")))
            base = absolute(each.get(_XML_BASE), item.base) if each.get(_XML_BASE) else ""
            contents.append(Content(value, each.line, is_text and not len(each.node), base=base))
    return contents


def _decoded(value: str) -> str:
    """A text in base64, as Atom 0.3 may hold it; as it stands where it is none."""
    try:
        return decode_text(base64.b64decode("".join(value.split()), validate=True)).text
    except (ValueError, UnreadableError):
        return value


def _longest(contents: list[Content]) -> Content | None:
    return max(contents, key=lambda content: len(content.value), default=None)


def _key(item: _Item, body: FeedBody) -> str:
    about = item.element.get(_RDF_ABOUT)
    own = [each.text for each in item.element.named("guid", "atom:id")]
    addresses = {item.channel.address.rstrip("/"), ""}  # the site's own address, given to every item, names none
    for candidate in (*own, about, item.reading.first(FieldName.URL)):
        key = " ".join(candidate.split())
        if key.rstrip("/") not in addresses:
            return key
    return digest_key(item.reading, body)


def digest_key(reading: FieldReading, body: FeedBody) -> str:
    """A key for an item that has no identifier: of its title and date; of its text where it has no title."""
    title, published = reading.first(FieldName.TITLE), reading.first(FieldName.PUBLISHED)
    text = f"{title}\n{published}" if title else "\n".join(block.text for block in body.blocks)
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
