"""One published post or page of a WordPress export: the claims for its fields, and its body.

Not for which items of an export are articles (`wordpress`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from generator.ingest.readers.categories import names_no_category
from generator.ingest.readers.feeds.body import FeedBody, Image, says_body, text_of_html
from generator.ingest.readers.feeds.channel import Channel, claim_language
from generator.ingest.readers.feeds.feed_text import FieldReading, plain_line
from generator.ingest.readers.feeds.links import is_web_address
from generator.ingest.readers.wordpress.body import Library, read_post_body
from generator.ingest.readers.wordpress.clocks import find_offset
from generator.ingest.readers.wordpress.library import Holdings, metadata, text_of
from generator.ingest.readers.xml.trees import Element
from generator.ingest.ties import tie, tie_within
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName, Record

_SENTINEL = re.compile(r"0000-00-00|-0001")
_NO_NAMES = frozenset({"admin", "administrator", "editor", "webmaster", "root", "author", "user"})
# Keys of metadata under which plugins and themes keep such fields; compared without leading `_`, case, `-` and `_`.
_META = {
    FieldName.TRANSLATOR: "translator translatorname translatedby مترجم المترجم ترجمة",
    FieldName.SOURCE: (
        "source sourcename newssource articlesource postsource credit syndicationsource tdsource jnewssource المصدر "
        "مصدر اسمالمصدر"
    ),
    FieldName.ORIGINAL_URL: (
        "sourceurl sourcelink originalurl originallink articleurl syndicationpermalink canonicalurl newssourceurl "
        "yoastwpseocanonical rankmathcanonicalurl tdsourceurl رابطالمصدر"
    ),
    FieldName.AUTHOR: (
        "byline guestauthor guestauthorname customauthor authorname writer writername الكاتب كاتب اسمالكاتب"
    ),
    FieldName.KICKER: "kicker eyebrow overline pretitle suptitle uppertitle عنوانتمهيدي",
    FieldName.STANDFIRST: (
        "subtitle subheading secondarytitle secondtitle standfirst deck kiasubtitle wpssubtitle jnewssubtitle "
        "thesubtitle عنوانفرعي"
    ),
    FieldName.DATELINE: "dateline",
}
_FIELDS = {key: name for name, keys in _META.items() for key in keys.split()}
_LANGUAGE_KEYS = frozenset({"wpmlimportlanguagecode", "wpmllanguage", "wpmllanguagecode", "plllang", "polylanglanguage",
    "locale", "lang", "language", "postlanguage"})  # fmt: skip
# Taxonomies and metadata by which the versions of one text are known; Polylang's terms list posts, WPML counts groups.
_TRANSLATIONS = frozenset({"post_translations", "term_translations", "post_translation", "translation_group"})
_TIE_KEYS = frozenset({"wpmlimporttranslationgroup", "wpmltrid", "icltrid", "trid", "wpmltranslationgroup",
    "translationgroup", "translationgroupid", "translations", "plltranslations", "polylangtranslations"})  # fmt: skip
_VERSION = re.compile(r'"[a-z]{2,3}(?:[-_]\w+)?"\s*[;:]\s*(?:i:|s:\d+:"|")?(\d{1,18})\b')
_LONGEST_TIE = 2000


@dataclass(slots=True)
class _Post:
    element: Element
    link: str
    metadata: tuple[tuple[str, str], ...]
    reading: FieldReading = field(default_factory=FieldReading)


def read_post(element: Element, channel: Channel, holdings: Holdings, site: str = "") -> Record:
    """The record of a post. Its key is the number that WordPress gave it. `site` names the site within which the
    numbers of its plugins hold."""
    post = _Post(element, text_of(element, "link"), tuple(metadata(element)))
    raw = text_of(element, "title")
    post.reading.add(FieldName.TITLE, plain_line(raw), "wxr:title", raw=raw)
    _claim_addresses(post)
    _claim_dates(post)
    _claim_terms(post)
    _claim_authors(post, holdings)
    _claim_metadata(post)
    _claim_ties(post, site)
    _claim_channel(post, channel)
    body = _read_body(post, holdings)
    _claim_excerpt(post, body)
    repairs = post.reading.repairs + Counter(dict(body.repairs))
    return Record(
        key=text_of(element, "wp:post_id") or text_of(element, "guid") or post.link,
        claims=tuple(post.reading.claims),
        blocks=body.blocks,
        line=element.line,
        removed=body.removed,
        repairs=tuple(sorted(repairs.items())),
    )


def _claim_addresses(post: _Post) -> None:
    """The page's address, the short one by number that leads to it too, and the addresses that it once had."""
    if is_web_address(post.link):
        post.reading.add(FieldName.URL, post.link, "wxr:link")
    guid = text_of(post.element, "guid")
    if is_web_address(guid):
        post.reading.add(FieldName.URL, guid, "wxr:guid", Sureness.LIKELY)
    path = _path_of(post.link)
    if path:
        post.reading.add(FieldName.ALIAS, path, "wxr:link", Sureness.LIKELY)
        parent = path.rstrip("/").rpartition("/")[0]
        for key, value in post.metadata:
            old = unquote(value).strip("/")
            if key == "_wp_old_slug" and old:
                former = f"{parent}/{old}" if parent else old
                post.reading.add(
                    FieldName.ALIAS, former + path[len(path.rstrip("/")) :], "wxr:_wp_old_slug", Sureness.LIKELY
                )


def _path_of(link: str) -> str:
    """The path of a page's address as people read it, without its first `/`; empty where it has a query instead."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    return "" if parts.query or not parts.scheme.startswith("http") else unquote(parts.path).lstrip("/")


def _claim_dates(post: _Post) -> None:
    """When it was published, by the site's own clock: with the offset that the two forms of the date show."""
    element, reading = post.element, post.reading
    for name, kind in ((FieldName.PUBLISHED, "post_date"), (FieldName.UPDATED, "post_modified")):
        local, universal = text_of(element, f"wp:{kind}"), text_of(element, f"wp:{kind}_gmt")
        if name is FieldName.UPDATED and local == text_of(element, "wp:post_date"):
            continue
        if not _is_sentinel(local):
            offset = find_offset(local, universal)
            raw = f"{kind} {local}, {kind}_gmt {universal}" if offset else ""
            reading.add(name, f"{local} {offset}".strip(), f"wp:{kind}", raw=raw)
        elif not _is_sentinel(universal):
            reading.add(name, f"{universal} +0000", f"wp:{kind}_gmt", Sureness.LIKELY, raw=universal)
    stated = text_of(element, "pubDate")
    if not reading.first(FieldName.PUBLISHED) and not _is_sentinel(stated):
        reading.add(FieldName.PUBLISHED, stated, "wxr:pubDate", Sureness.LIKELY)


def _is_sentinel(stamp: str) -> bool:
    return not stamp or _SENTINEL.search(stamp) is not None


def _claim_terms(post: _Post) -> None:
    """Categories and tags as keywords; the language and the authors that plugins keep as terms."""
    for term in post.element.children:
        if term.name != "category":
            continue
        domain, slug = term.get("domain"), unquote(term.get("nicename"))
        text = plain_line(term.text).strip() or slug.replace("-", " ")
        is_named = not names_no_category(text) and not names_no_category(slug)
        if domain in {"category", "post_tag", "tag", ""} and is_named:
            post.reading.add(FieldName.KEYWORD, text, f"wxr:{domain or 'category'}", raw=slug)
        elif domain == "language":
            claim_language(post.reading, slug.removeprefix("pll_"), "wxr:language", Sureness.SURE)
        elif domain == "author":
            post.reading.add(FieldName.AUTHOR, text, "wxr:author", raw=slug)


def _claim_authors(post: _Post, holdings: Holdings) -> None:
    for creator in post.element.children:
        if creator.name != "dc:creator" or not creator.text.strip():
            continue
        if any(claim.rule == "wxr:author" for claim in post.reading.claims):
            return  # a plugin names the authors; the creator is who typed the post
        login = creator.text.strip()
        name = holdings.authors.get(login, "")
        if not name or name.lower() in _NO_NAMES:
            post.reading.add(FieldName.AUTHOR, name or login, "dc:creator", Sureness.DOUBTFUL, raw=login)
        else:
            post.reading.add(FieldName.AUTHOR, name, "dc:creator", raw=login)


def _claim_metadata(post: _Post) -> None:
    """What plugins and themes keep beside the text: translators, sources, bylines, lines above and below the title."""
    for key, value in post.metadata:
        plain = re.sub(r"[\s_-]", "", key).lower()
        name = _FIELDS.get(plain)
        if plain in _LANGUAGE_KEYS:
            claim_language(post.reading, value, f"wp:postmeta:{key}", Sureness.LIKELY)
        elif name is FieldName.ORIGINAL_URL:
            if is_web_address(value) and value.rstrip("/") != post.link.rstrip("/"):
                post.reading.add(name, value, f"wp:postmeta:{key}", Sureness.LIKELY)
        elif name is not None and _is_wording(value):
            if name is FieldName.SOURCE and is_web_address(value):
                name = FieldName.ORIGINAL_URL
            post.reading.add(name, plain_line(value), f"wp:postmeta:{key}", Sureness.LIKELY)


def _claim_ties(post: _Post, site: str) -> None:
    """What plugins for several languages give the versions of one text in common: Polylang a term of its own, WPML a
    number; older ones a list of the numbers of all versions."""
    for term in post.element.children:
        if term.name == "category" and term.get("domain") in _TRANSLATIONS and term.get("nicename").strip():
            _tie(post, site, unquote(term.get("nicename")), f"wxr:{term.get('domain')}")
    for key, value in post.metadata:
        if re.sub(r"[\s_-]", "", key).lower() in _TIE_KEYS and 0 < len(value) <= _LONGEST_TIE:
            numbers = sorted({int(each) for each in _VERSION.findall(value)})
            group = " ".join(map(str, numbers)) if len(numbers) > 1 else "" if numbers else value
            if group not in ("", "0"):
                _tie(post, site, f"{key.strip('_')} {group}", f"wp:postmeta:{key}")


def _tie(post: _Post, site: str, key: str, rule: str) -> None:
    post.reading.claims.append(Claim(FieldName.STORY, tie(site, key) if site else tie_within(key), rule))


def _is_wording(value: str) -> bool:
    """Whether a value is words, and neither a number, a key of another plugin, nor PHP's or JSON's own writing."""
    return (
        0 < len(value) <= 1000
        and any(sign.isalpha() for sign in value)
        and not re.match(r"(?:[abdisO]:\d+[:;]|[\[{]|field_[0-9a-f]+$)", value)
    )


def _claim_channel(post: _Post, channel: Channel) -> None:
    post.reading.add(FieldName.SOURCE, channel.title, "wxr:channel", Sureness.LIKELY)
    claim_language(post.reading, channel.language, "wxr:channel", Sureness.LIKELY)
    post.reading.add(FieldName.RIGHTS, channel.rights, "wxr:channel", Sureness.LIKELY)


def _read_body(post: _Post, holdings: Holdings) -> FeedBody:
    content = post.element.child("content:encoded")
    number = next((value for key, value in post.metadata if key == "_thumbnail_id"), "")
    picture = holdings.find_picture(number) if number else None
    images = [Image(picture.address, picture.caption, picture.alternative)] if picture is not None else []
    library = Library(holdings.find_picture, holdings.find_block)
    markup, line = (content.inner, content.line) if content is not None else ("", post.element.line)
    base = post.link if is_web_address(post.link) else ""
    return read_post_body(markup, line, images, library, base)


def _claim_excerpt(post: _Post, body: FeedBody) -> None:
    """The summary that an editor wrote; one that only says what the text says again is none."""
    excerpt = text_of(post.element, "excerpt:encoded")
    text = post.reading.repair(text_of_html(excerpt)) if excerpt else ""
    if text and not says_body(text, body.blocks):
        post.reading.add(FieldName.STANDFIRST, text, "excerpt:encoded")
