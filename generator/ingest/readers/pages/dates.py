"""The dates that a page's markup states: JSON-LD, metas, itemprop and RDFa, `<time>`, and its address.

Sources: https://schema.org/datePublished, https://ogp.me/#type_article, Dublin Core, HTML `<time>`, microformats.
Not for dates in the text (`seen_dates`), nor for choosing among them (html_date_order).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.readers.pages.classes import names_of
from generator.ingest.readers.pages.json_ld import ARTICLE_TYPES
from generator.ingest.readers.pages.lines import TIMES
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import agrees, clean, text_of
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.model.article import Sureness
from generator.model.dates import PublicationDate
from generator.model.source import FieldName
from generator.text.dates import read_date
from generator.text.word_sets import word_set

# A reader of dates refuses what lies ahead of today; a page is read the same on every day, so that is not for here.
_ANY_DAY = date(9999, 1, 1)
PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "date_published", "published_time", "published_at", "publish_date", "publish-date", "publishdate", "published_date",
    "published-date", "pubdate", "pub_date", "publication_date", "publication-date", "publicationdate", "published",
    "originalpublicationdate", "original-publish-date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "cxenseparse:articlepublishdate", "dc.date.issued",
    "dcterms.issued", "dc.issued", "dc.date.published", "citation_publication_date", "citation_online_date",
    "citation_date", "article.published", "rnews:datepublished", "mediator_published_time", "bt:pubdate", "ptime",
    "iso-8601-publish-date", "shareaholic:article_published_time", "vr:published_time", "twt:published_at",
    "article_date_original", "article:post_date", "displaydate", "date.published", "news:publication_date",
)  # fmt: skip
_LESS_SURE_METAS = (
    "dc.date.created", "dcterms.created", "dc.created", "datecreated", "article:created_time", "dc.date",
    "dcterms.date", "date", "article:date", "article_date", "date.created",
)  # fmt: skip
_UPDATED_METAS = (
    "article:modified_time", "article:modified", "datemodified", "date_modified", "dateupdated", "modified_time",
    "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "last_updated", "lastupdate",
    "updated_time", "updated", "date.updated", "revised", "bt:moddate", "utime", "og:updated_time", "og:modified_time",
)  # fmt: skip
_UNSURE_UPDATES = frozenset({"og:updated_time", "og:modified_time", "last-modified"})
_PUBLISHED_NAMES = word_set("published datepublished entrydate dtpublished pubdate postdate publishdate publishedtime")
_UPDATED_NAMES = word_set("updated modified dtupdated lastmodified datemodified updatedtime")
# A season (`/2011-12-season`) and a number that looks like a date (`/story/20120501`) are none.
_IN_PATH = re.compile(
    r"/(?:19|20)\d\d(?P<sign>[/-])(?:\d{1,2}|[a-z]{3})(?P=sign)\d{1,2}(?=[/_-]|$)"
    r"|/(?:19|20)\d\d[01]\d[0-3]\d(?=[/_-])|/(?:19|20)\d\d/[01]\d(?=/)"
    r"|/(?P<year>(?:19|20)\d\d)/[a-z][a-z_-]*/(?P<rest>\d{1,2}/\d{1,2})(?=/)"
)
_NUMBER = re.compile(r"\d")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MARKED = XPath("descendant-or-self::*[@itemprop or (@property and not(self::meta))]")
_MOST_ELEMENTS = 300


@dataclass(frozen=True, slots=True)
class Statement:
    """A date as a page states it: `value` as written, what it is the date of, by which rule, and what it reads as
    (None where the order of its numbers is not known). `kind` of source: statements of one kind are not independent."""

    name: FieldName
    value: str
    rule: str
    kind: str
    iso: PublicationDate | None
    sure: Sureness = Sureness.SURE
    raw: str = ""


def read_stated(text: str, *, arabic: bool) -> tuple[bool, PublicationDate | None]:
    """Whether a text is a date at all, and its reading where the order of its numbers is known."""
    if not _NUMBER.search(text):
        return False, None
    reading = read_date(text, today=_ANY_DAY, arabic=arabic)
    if reading is not None:
        return True, reading.date
    return read_date(text, today=_ANY_DAY, day_first=True) is not None and not arabic, None


def state(
    name: FieldName, value: str, rule: str, kind: str, *, arabic: bool, sure: Sureness = Sureness.SURE
) -> Iterator[Statement]:
    """One statement, or none where the value is no date."""
    value = value.strip()
    is_date, iso = read_stated(value, arabic=arabic) if value and len(value) <= 120 else (False, None)
    if is_date:
        if iso is None:
            sure = Sureness.DOUBTFUL
        elif sure is Sureness.SURE and (_EPOCH.fullmatch(value) or iso.day is None):
            sure = Sureness.LIKELY
        yield Statement(name, value, rule, kind, iso, sure)


def find_stated_dates(page: Page) -> Iterator[Statement]:
    """What the markup states, in order of trust, `<time>` and the address apart."""
    arabic = page.arabic
    if not page.json_ld.page:
        yield from _find_in_json_ld(page)
    for meta, value in page.metas.all(PUBLISHED_METAS):
        yield from state(FieldName.PUBLISHED, value, f"meta:{meta}", "meta", arabic=arabic)
    for meta, value in page.metas.all(_UPDATED_METAS):
        sure = Sureness.LIKELY if meta in _UNSURE_UPDATES else Sureness.SURE
        yield from state(FieldName.UPDATED, value, f"meta:{meta}", "meta", arabic=arabic, sure=sure)
    if page.json_ld.page:
        yield from _find_in_json_ld(page)
    yield from _find_marked(page)
    yield from _find_classed(page)


def _find_in_json_ld(page: Page) -> Iterator[Statement]:
    """The dates of the article, or of its page where JSON-LD describes only that."""
    sure = Sureness.LIKELY if page.json_ld.page else Sureness.SURE
    for key, name in (("datePublished", FieldName.PUBLISHED), ("dateModified", FieldName.UPDATED)):
        for text in page.json_ld.strings(key):
            yield from state(name, text, f"json-ld:{key}", "json-ld", arabic=page.arabic, sure=sure)


def find_weakly_stated(page: Page) -> Iterator[Statement]:
    """What the markup states of a date that need not be the publication's."""
    for text in page.json_ld.strings("dateCreated"):
        yield from state(
            FieldName.PUBLISHED, text, "json-ld:dateCreated", "weak", arabic=page.arabic, sure=Sureness.LIKELY
        )
    for text in page.json_ld.strings("coverageStartTime"):  # a live blog's, where it says no other day
        yield from state(
            FieldName.PUBLISHED, text, "json-ld:coverageStartTime", "weak", arabic=page.arabic, sure=Sureness.DOUBTFUL
        )
    for meta, value in page.metas.all(_LESS_SURE_METAS):
        yield from state(FieldName.PUBLISHED, value, f"meta:{meta}", "weak", arabic=page.arabic, sure=Sureness.LIKELY)


def find_of_video(page: Page) -> Iterator[Statement]:
    """The day on which the film of a page about a film was put there (https://schema.org/uploadDate): a last resort."""
    if page.json_ld.articles and not page.json_ld.page:
        return
    shows_film = any(value.lower().startswith("video") for value in page.metas.named.get("og:type", ()))
    for node in page.json_ld.of_type("videoobject"):
        name = page.json_ld.text(node.get("name") or node.get("headline"))
        if agrees(name, page.title) or (shows_film and not name):
            yield from state(
                FieldName.PUBLISHED,
                page.json_ld.text(node.get("uploadDate")),
                "json-ld:uploadDate",
                "video",
                arabic=page.arabic,
                sure=Sureness.DOUBTFUL,
            )
            return


def find_in_address(addresses: list[str]) -> Iterator[Statement]:
    """The date in the path of the page's address: `/2025/06/02/`, `/2025-06-02/`, `/20250602/`, `/2025/06/`, and with
    the section in it, `/2025/politics/06/02/`."""
    for address in addresses:
        path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", address.lower())
        for match in _IN_PATH.finditer(path):
            value = f"{match['year']}/{match['rest']}" if match["year"] else match[0].strip("/")
            found = list(
                state(FieldName.PUBLISHED, value, "address:path", "address", arabic=False, sure=Sureness.LIKELY)
            )
            if found and found[0].iso is not None:
                yield replace(found[0], raw=address)
                return


def value_of(element: _Element) -> str:
    """The machine's form of an element's time, or what it shows."""
    for key in ("content", *TIMES, "title"):
        given = clean(element.get(key) or "")
        if given and (key in {"content", "datetime"} or read_stated(given, arabic=True)[0]):
            return given
    return text_of(element)


def _find_marked(page: Page) -> Iterator[Statement]:
    """Microdata and RDFa of this page's article: `itemprop="datePublished"`, `property="schema:datePublished"`."""
    names = {"datepublished": FieldName.PUBLISHED, "datemodified": FieldName.UPDATED}
    marked = []
    for element in _MARKED(page.tree):
        for key in ("itemprop", "property"):
            for prop in (element.get(key) or "").split():
                bare = re.split(r"[:/]", prop)[-1].lower()
                if bare in names and (
                    key == "itemprop" or ":" in prop or "datetime" in element.attrib or "content" in element.attrib
                ):
                    marked.append((element, bare, key))
        if len(marked) >= _MOST_ELEMENTS:
            break
    scopes = {_scope_of(element) for element, _, _ in marked}
    own = _own_scope(page, scopes)
    around = surroundings_of(page.headline)
    for element, bare, key in marked:
        scope = _scope_of(element)
        is_own = (len(scopes) == 1 or scope is own) and not around.is_beside(element) and not page.is_of_entry(element)
        if _is_of_article(scope) and is_own:
            yield from state(names[bare], value_of(element), f"{key}:{bare}", "itemprop", arabic=page.arabic)


def _scope_of(element: _Element) -> _Element | None:
    """The element whose property this one is."""
    return next((one for one in element.iterancestors() if one.get("itemscope") is not None or one.get("typeof")), None)


def _own_scope(page: Page, scopes: set[_Element | None]) -> _Element | None:
    """Of several scopes the one that the headline stands in."""
    if page.headline is None:
        return None
    return next((one for one in page.headline.iterancestors() if one in scopes), None)


def _is_of_article(scope: _Element | None) -> bool:
    if scope is None:
        return True
    kind = re.split(r"[/#:]", (scope.get("itemtype") or scope.get("typeof") or "").split(" ")[0])[-1].lower()
    return kind in ARTICLE_TYPES or kind in {"webpage", "creativework", "itempage", "", "item", "content"}


def _find_classed(page: Page) -> Iterator[Statement]:
    """Elements of the article that themes mark as its date (`entry-date`, `dt-published`, `pubdate`), wherever."""
    around = surroundings_of(page.headline)
    article = _article_of(page.headline) if page.headline is not None else None
    found = (element for element in page.tree.iter("time", "abbr") if _article_of(element) is article)
    for element in islice(found, _MOST_ELEMENTS):
        names = names_of(element)
        published = element.get("pubdate") is not None or bool(names & _PUBLISHED_NAMES)
        updated = bool(names & _UPDATED_NAMES)
        if (published or updated) and not around.is_beside(element) and not page.is_of_entry(element):
            name = FieldName.PUBLISHED if published else FieldName.UPDATED
            rule = f"{element.tag}:{'published' if published else 'updated'}"
            yield from state(name, value_of(element), rule, "time", arabic=page.arabic)


def _article_of(element: _Element) -> _Element | None:
    """The `<article>` or hentry that an element stands in."""
    for parent in element.iterancestors():
        if parent.tag == "article" or {"hentry", "h-entry"} & set((parent.get("class") or "").split()):
            return parent
    return None
