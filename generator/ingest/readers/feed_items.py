"""One item of an RSS or Atom feed: the claims for its fields, and its body.

Not for cutting a feed into items (`feed`), nor for JSON Feed (`feed_json`).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.ingest.readers.feed_body import Content, FeedBody, Image, read_body, says_body, text_of_html, without_cut
from generator.ingest.readers.feed_links import absolute, find_aim, is_redirect, is_web_address
from generator.ingest.readers.feed_text import FieldReading, plain_line
from generator.ingest.readers.xml_trees import Element
from generator.model.article import Sureness
from generator.model.source import FieldName, Record

_PUBLISHED = (
    "atom:published", "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:issued", "prism:publicationDate",
    "atom:created", "dcterms:available", "date", "pubdate", "published",
)  # fmt: skip
_UPDATED = ("atom:updated", "dcterms:modified", "atom:modified", "prism:modificationDate", "lastBuildDate", "updated")
_FULL = ("content:encoded", "atom:content", "xhtml:body", "xhtml:div", "content", "fulltext", "full-text")
_SUMMARY = ("description", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary", "media:description")
_NO_NAMES = re.compile(r"^(?:admin|administrator|editor|webmaster|root|user|noreply|no-reply|unknown|anonymous)$", re.I)
_MAIL_AND_NAME = re.compile(r"^\s*[^\s@()]+@[^\s@()]+\s*\((?P<name>[^()]+)\)\s*$")
_NAME_AND_MAIL = re.compile(r"^\s*(?P<name>[^<>@()]*[^<>@()\s])(?:\s+|\s*[<(]\s*)[^\s@<>()]+@[^\s@<>()]+\s*[>)]?\s*$")
_MAIL = re.compile(r"^\s*(?:mailto:)?[^\s@]+@[^\s@]+\s*$")
_LONGEST_NAME = 300
_NO_CATEGORY = frozenset({"uncategorized", "uncategorised", "غير مصنف", "بدون تصنيف", "غير مصنّف", "none"})
_SENTINEL = re.compile(r"-0001|\b0000-00-00\b")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:$|[?#])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of all its items: its name, the addresses of site and feed, language, rights, authors."""

    title: str = ""
    address: str = ""
    base: str = ""
    language: str = ""
    rights: str = ""
    authors: tuple[str, ...] = ()
    is_search: bool = False
    own: str = ""


@dataclass(slots=True)
class _Item:
    element: Element
    channel: Channel
    base: str
    reading: FieldReading = field(default_factory=FieldReading)


def read_channel(head: Element | None) -> Channel:
    """What the element around the items (`channel`, `atom:feed`) says of them all."""
    if head is None:
        return Channel()
    reading = FieldReading()
    title = head.child("title", "atom:title", "dc:title")
    link = next(iter(_alternates(head)), "")
    language = head.child("language", "dc:language", "dcterms:language")
    rights = head.child("copyright", "dc:rights", "atom:rights", "atom:copyright", "media:copyright")
    base = head.inherited("base") or link
    return Channel(
        title=reading.repair(plain_line(title.text)) if title is not None else "",
        address=absolute(link, base),
        base=base if is_web_address(base) else "",
        language=language.text.strip() if language is not None else head.inherited("lang"),
        rights=reading.repair(plain_line(rights.text)) if rights is not None else "",
        authors=tuple(name for name, _ in _persons(head, ("atom:author",))),
        is_search="news.google." in link or "bing.com/news" in link,
        own=_own_address(head),
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


def _rule(element: Element) -> str:
    return element.name if ":" in element.name else f"rss:{element.name}"


def _named(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The children that have one of the names, in the order of the names."""
    children = list(element.children())
    for name in names:
        yield from (child for child in children if child.name == name)


def _claim_title(item: _Item) -> None:
    for title in _named(item.element, ("title", "atom:title", "dc:title", "media:title")):
        raw = title.text
        text = raw if title.get("type") == "text" else plain_line(raw)
        name = item.reading.first(FieldName.SOURCE)
        ending = re.compile(rf"\s+[-–—|]\s+{re.escape(name)}\s*$") if name and _is_aggregated(item) else None
        if ending is not None and ending.search(text):
            text = ending.sub("", text)
        item.reading.add(FieldName.TITLE, text, _rule(title), raw=raw)
        return


def _is_aggregated(item: _Item) -> bool:
    return item.channel.is_search or item.element.child("source") is not None


def _own_address(head: Element) -> str:
    """The address that a feed says is its own (`rel="self"`, RFC 4287, 4.2.7.2), or nothing."""
    stated = (link.get("href").strip() for link in _named(head, ("link", "atom:link")) if link.get("rel") == "self")
    return next((address for address in stated if is_web_address(address)), "")


def _alternates(element: Element) -> Iterator[str]:
    """The addresses of the page that an item or feed stands for, best first."""
    for link in _named(element, ("link", "atom:link")):
        address = link.get("href") or link.text.strip()
        kind = link.get("type")
        if address and link.get("rel") in {"", "alternate"} and (not kind or "html" in kind or "text" in kind):
            yield address


def _claim_addresses(item: _Item) -> None:
    """The address of the article: as FeedBurner remembers it, out of a redirect, as the feed links it, as its id."""
    later: list[tuple[str, str]] = []
    for original in _named(item.element, ("feedburner:origLink", "pheedo:origLink")):
        item.reading.add(FieldName.URL, absolute(original.text, item.base), _rule(original))
    for address in _alternates(item.element):
        _claim_link(
            item, absolute(address, item.base), "rss:link" if item.element.name == "item" else "atom:link", later
        )
    for identifier in _named(item.element, ("guid", "atom:id", "dc:identifier")):
        if is_web_address(identifier.text) and identifier.get("isPermaLink").lower() != "false":
            _claim_link(item, identifier.text.strip(), _rule(identifier), later)
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
        for stated in _named(item.element, names):
            if not _SENTINEL.search(stated.text):
                item.reading.add(field_name, stated.text, _rule(stated))


def _claim_source(item: _Item) -> None:
    for source in _named(item.element, ("source", "dc:publisher", "dcterms:publisher", "atom:source")):
        title = source.child("atom:title", "title") if source.name == "atom:source" else source
        if title is not None:
            sure = Sureness.LIKELY if source.name == "atom:source" else Sureness.SURE
            item.reading.add(FieldName.SOURCE, plain_line(title.text), _rule(source), sure)
    if not item.channel.is_search:
        item.reading.add(FieldName.SOURCE, item.channel.title, "feed:title", Sureness.LIKELY)


def _claim_names(item: _Item) -> None:
    """The authors of the item, each one claim; where it names none, those of its source or of the feed (RFC 4287)."""
    persons = _persons(item.element, ("dc:creator", "atom:author", "author", "dcterms:creator", "itunes:author"))
    for name, rule in persons:
        no_name = _NO_NAMES.match(name) or name == item.reading.first(FieldName.SOURCE)
        item.reading.add(FieldName.AUTHOR, name, rule, Sureness.DOUBTFUL if no_name else Sureness.SURE)
    if persons:
        return
    source = item.element.child("atom:source")
    inherited = [name for name, _ in _persons(source, ("atom:author",))] if source is not None else []
    for name in inherited or item.channel.authors:
        item.reading.add(FieldName.AUTHOR, name, "atom:author", Sureness.LIKELY)


def _persons(element: Element, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The names of persons with the rules that found them, of the first kind of element that names any."""
    for kind in names:
        found: list[tuple[str, str]] = []
        for person in _named(element, (kind,)):
            named = person.child("atom:name", "name")
            text = plain_line((named or person).text).strip() if kind != "atom:author" or named is not None else ""
            short = text[:_LONGEST_NAME]
            mail = _MAIL_AND_NAME.match(short) or _NAME_AND_MAIL.match(short)
            text = mail["name"].strip() if mail else text
            if text and not _MAIL.match(text[:_LONGEST_NAME]):
                found.append((text, _rule(person)))
        if found:
            return found
    return []


def _claim_rest(item: _Item) -> None:
    element, reading = item.element, item.reading
    for category in _named(element, ("category", "atom:category", "dc:subject", "dcterms:subject")):
        text = plain_line(category.get("label") or category.text.strip() or category.get("term"))
        if text.strip().lower() not in _NO_CATEGORY:
            reading.add(FieldName.KEYWORD, text, _rule(category))
    for keywords in _named(element, ("media:keywords", "itunes:keywords")):
        for keyword in re.split(r"[,،;؛]", plain_line(keywords.text)):
            reading.add(FieldName.KEYWORD, keyword, _rule(keywords), Sureness.LIKELY)
    _claim_language(item)
    for rights in _named(element, ("dc:rights", "atom:rights", "atom:copyright", "copyright", "media:copyright")):
        reading.add(FieldName.RIGHTS, plain_line(rights.text), _rule(rights))
    reading.add(FieldName.RIGHTS, item.channel.rights, "feed:rights", Sureness.LIKELY)


def _claim_language(item: _Item) -> None:
    element = item.element
    stated = [(each.text, _rule(each)) for each in _named(element, ("dc:language", "language", "dcterms:language"))]
    parts = _named(element, ("atom:content", "atom:title", "atom:summary", *_FULL))
    stated += [(each.get(_XML_LANG), "xml:lang") for each in (element, *parts)]
    for text, rule in stated:
        claim_language(item.reading, text, rule, Sureness.SURE)
    claim_language(item.reading, item.channel.language, "feed:language", Sureness.LIKELY)


def claim_language(reading: FieldReading, tag: str, rule: str, sure: Sureness) -> None:
    """Claim the language that a tag (`ar-SA`, `en_US`; BCP 47) begins with; nothing where it is no tag."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?\s*$", tag)
    if found is not None and found[1].lower() not in {"und", "mul", "zxx"}:
        reading.add(FieldName.LANG, found[1].lower(), rule, sure, raw=tag)


def _read_body(item: _Item) -> FeedBody:
    link = item.reading.first(FieldName.URL)
    full = _longest(_contents(item.element, _FULL))
    summary = _longest(_contents(item.element, _SUMMARY))
    if full is not None and summary is not None and len(summary.value) > 2 * len(full.value) + 200:
        full, summary = summary, full  # some feeds have them the wrong way round
    images = list(_images(item.element, item.base))
    base = item.base or link
    if full is None:
        content = summary or Content("", item.element.line)
        body = read_body(Content(content.value, content.line, content.is_text, is_summary=True), images, base, link)
        return _without_title(item, body)
    body = read_body(full, images, base, link)
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


def _contents(element: Element, names: tuple[str, ...]) -> list[Content]:
    contents: list[Content] = []
    for each in _named(element, names):
        kind = each.get("type").lower()
        if each.get("src") or kind.startswith(("image/", "audio/", "video/")):
            continue
        value = each.inner
        if value.strip():
            is_text = kind in {"text", "text/plain"} or (not kind and each.name.startswith("atom:"))
            contents.append(Content(value, each.line, is_text and not len(each.node)))
    return contents


def _longest(contents: list[Content]) -> Content | None:
    return max(contents, key=lambda content: len(content.value), default=None)


def _images(element: Element, base: str) -> Iterator[Image]:
    """The pictures beside the text: of `media:content` the widest of a group, else enclosures; with their captions."""
    found: list[Image] = []
    places = [element, *(_named(element, ("media:group",)))]
    for place in places:
        group = [media for media in _named(place, ("media:content",)) if _is_image(media)]
        if place.name == "media:group" and group:
            group = [max(group, key=lambda media: _number(media.get("width")))]
        found += [_image(media, place, base) for media in group]
    if not found:
        for enclosure in _named(element, ("enclosure", "atom:link")):
            if (enclosure.name == "enclosure" or enclosure.get("rel") == "enclosure") and _is_image(enclosure):
                address = enclosure.get("url") or enclosure.get("href")
                found.append(Image(absolute(address, base), enclosure.get("title")))
    if not found:
        thumbnails = _named(element, ("media:thumbnail",))
        found += [Image(absolute(each.get("url"), base)) for each in thumbnails if each.get("url")][:1]
    yield from {image.address: image for image in reversed(found)}.values().__reversed__()


def _is_image(element: Element) -> bool:
    address = element.get("url") or element.get("href")
    kind, medium = element.get("type").lower(), element.get("medium").lower()
    if not address:
        return False
    return (
        medium == "image"
        or kind.startswith("image/")
        or (not kind and not medium and bool(_IMAGE_NAME.search(address)))
    )


def _image(media: Element, place: Element, base: str) -> Image:
    texts: dict[str, str] = {}
    for holder in (media, place):
        for name in ("media:description", "media:text", "media:title", "media:credit"):
            for each in list(_named(holder, (name,)))[:1] if holder is media or place.name == "media:group" else ():
                texts.setdefault(name, " ".join(plain_line(each.text).split()))
    caption = texts.get("media:description") or texts.get("media:text") or ""
    title, credit = texts.get("media:title", ""), texts.get("media:credit", "")
    credit = "" if credit in caption else credit
    caption = f"{caption} ({credit})" if caption and credit else caption or credit
    return Image(absolute(media.get("url"), base), caption, title)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _key(item: _Item, body: FeedBody) -> str:
    about = item.element.get(_RDF_ABOUT)
    own = [each.text for each in _named(item.element, ("guid", "atom:id"))]
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
