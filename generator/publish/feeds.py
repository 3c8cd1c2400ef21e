"""The feed of each edition: Atom 1.0 (RFC 4287), its newest articles with their whole text.

Articles of which not even the day is known are left out: a feed cannot date them honestly.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.page import GeneratedFile, Permalink
from generator.publish.article_pages import describe
from generator.publish.edition import Edition
from generator.publish.holdings import Holdings
from generator.publish.keyed import Derived, Made, digest
from generator.publish.records import Catalogue
from generator.publish.structured_data import exact_date, last_change
from generator.publish.terms import source_term, tag_terms
from generator.publish.xml import DECLARATION, branch, element
from generator.text.html import escape

# RFC 4151: a day on which the tag's authority held its name. Fixed, so that an entry's id never changes.
_TAG_DATE = "2025"


def feed_address(holdings: Holdings) -> Permalink | None:
    """The address of an edition's feed; None where the site's address is unknown or no article has a day to go by."""
    edition = holdings.edition
    has_feed = edition.settings.site_url and any(exact_date(article.date) for article in holdings.dated)
    return Permalink(f"{edition.lang}/feed.xml") if has_feed else None


def key_feed(holdings: Holdings, catalogue: Catalogue) -> Derived | None:
    """Give the feed of an edition with its key, or None where it has none (`feed_address`)."""
    address = feed_address(holdings)
    if address is None:
        return None
    newest = _newest(holdings)
    edition = holdings.edition
    shown = b"".join(catalogue.fingerprint(article.place) for article in newest)
    return Derived(
        f"feed/{edition.lang}",
        digest(address, repr(edition.settings), edition.words.digest, shown),
        lambda _notes: Made((_make_feed(address, newest, edition, catalogue),)),
    )


def _newest(holdings: Holdings) -> list[Article]:
    """Give the articles of the feed, the newest first."""
    size, newest = holdings.edition.settings.feed_size, list[Article]()
    for article in reversed(holdings.dated):
        if len(newest) == size:
            break
        if exact_date(article.date):
            newest.append(article)
    return newest


def _make_feed(address: Permalink, newest: list[Article], edition: Edition, catalogue: Catalogue) -> GeneratedFile:
    """Make the feed of an edition."""
    ids = _entry_ids(newest, edition)
    head = [
        element("id", _tag(edition, f"{edition.lang}/feed")),
        element("title", edition.words.say("feed.title", site=edition.site_name)),
        element("subtitle", edition.words.say("feed.description", site=edition.site_name)),
        element("updated", max(_moment(_changed(article)) for article in newest)),
        branch("author", [element("name", edition.settings.publisher.in_language(edition.lang) or edition.site_name)]),
        _link("self", edition.canonical(address), "application/atom+xml"),
        _link("alternate", edition.canonical(edition.address()), "text/html"),
    ]
    entries = [_entry(article, ids[article.place], catalogue, edition) for article in newest]
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": edition.lang.value}
    feed = DECLARATION + branch("feed", [*head, *entries], attributes) + "\n"
    return GeneratedFile(str(address), feed.encode())


def _entry(article: Article, identity: str, catalogue: Catalogue, edition: Edition) -> str:
    """Give one article as an entry."""
    address = edition.canonical(article.permalink)
    source = source_term(article, edition).labels.in_language(edition.lang) if article.source else ""
    names = article.authors or ((source,) if source else ())
    text = catalogue.body_text(article.place)
    children = [
        element("id", identity),
        element("title", article.title),
        _link("alternate", address, "text/html"),
        element("published", _moment(article.date)),
        element("updated", _moment(_changed(article))),
        *(branch("author", [element("name", name)]) for name in names),
        *_categories(article, edition),
        element("summary", describe(article, text)),
        element("content", _content(article, text), {"type": "html"}),
        *([element("rights", article.rights)] if article.rights else []),
    ]
    return branch("entry", children)


def _content(article: Article, text: str) -> str:
    """Give the article's text as HTML in an element that says its language and direction: readers seldom do."""
    standfirst = [f"<p><strong>{escape(article.description)}</strong></p>"] if article.description else []
    paragraphs = [f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip()]
    body = "".join([*standfirst, *paragraphs])
    return f'<div lang="{article.lang}" dir="{article.lang.direction}">{body}</div>'


def _categories(article: Article, edition: Edition) -> list[str]:
    """Give an article's tags."""
    return [
        element("category", "", {"term": term.slug, "label": term.labels.in_language(edition.lang)})
        for term in tag_terms(article, edition.vocabulary)
    ]


def _link(relation: str, address: str, media_type: str) -> str:
    """Give a link element."""
    return element("link", "", {"rel": relation, "type": media_type, "href": address})


def _entry_ids(articles: list[Article], edition: Edition) -> dict[str, str]:
    """Give each article's lasting id; where two articles wrongly have one id, the address tells them apart."""
    ids = [article.id for article in articles]
    return {
        article.place: _tag(
            edition,
            f"{article.lang}/{article.id}"
            if ids.count(article.id) == 1
            else f"{article.lang}/{article.id}/{article.permalink}",
        )
        for article in articles
    }


def _tag(edition: Edition, name: str) -> str:
    """Give a tag URI (RFC 4151) below the site's address."""
    site = urlsplit(edition.settings.site_url)
    return f"tag:{site.hostname},{_TAG_DATE}:{site.path.strip('/')}/{name}"


def _changed(article: Article) -> PublicationDate | None:
    """The last day on which the article is known to have changed, at the least the day of its publication."""
    change = last_change(article)
    return change if change and exact_date(change) and article.date and change > article.date else article.date


def _moment(date: PublicationDate | None) -> str:
    """Give a date as RFC 3339 wants it. A day, or a time without a known offset, is the start of that day, UTC."""
    exact = exact_date(date)
    if "T" not in exact:
        return f"{exact}T00:00:00Z"
    clock, offset = exact[:-6], exact[-6:]
    return f"{clock}:00{offset}" if len(clock) == len("2025-06-02T14:35") else clock + offset
