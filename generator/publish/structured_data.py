"""What pages tell machines: schema.org nodes as JSON-LD, and pairs of Highwire Press and Dublin Core for Zotero.

Only what is known is said: an undated article is a CreativeWork without a date, a work is called a translation only
where its file says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.model.article import Article, Relation
from generator.model.dates import PublicationDate
from generator.model.page import Link
from generator.publish.addresses import web_address
from generator.publish.edition import Edition, absolute
from generator.publish.printable import shorten
from generator.publish.terms import source_term

Node = dict[str, object]

# Google's advice for `headline` is to be concise; 110 characters was its limit for years and is still good practice.
_HEADLINE_LIMIT = 110
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SCRIPT_SAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


def script_json(nodes: Sequence[Node]) -> str:
    """Write nodes as one JSON-LD document that is safe inside a script element (HTML 4.12.1.3); empty for no nodes."""
    if not nodes:
        return ""
    document: Node = {"@context": "https://schema.org", **(nodes[0] if len(nodes) == 1 else {"@graph": list(nodes)})}
    written = _ENCODER.encode(document)
    for sign, escaped in _SCRIPT_SAFE:
        written = written.replace(sign, escaped)
    return written


def breadcrumbs(trail: Sequence[Link], edition: Edition) -> tuple[Node, ...]:
    """Give the trail as a BreadcrumbList; nothing for pages without a trail or a site without an address."""
    if not trail or not edition.settings.site_url:
        return ()
    items = [
        {"@type": "ListItem", "position": n, "name": link.label.text, "item": edition.canonical(link.permalink)}
        for n, link in enumerate(trail, start=1)
    ]
    return ({"@type": "BreadcrumbList", "itemListElement": items},)


def describe_site(edition: Edition) -> Node:
    """Give the archive itself as a WebSite."""
    node: Node = {"@type": "WebSite", "name": edition.site_name, "inLanguage": edition.lang.value}
    if edition.settings.site_url:
        node["url"] = edition.canonical(edition.address())
    return node


def describe_article(article: Article, counterpart: Article | None, edition: Edition) -> Node:
    """Give an article: a NewsArticle where its day is known, else a CreativeWork (both of schema.org).

    Its address and description stand in the document's head already, and are not said twice.
    """
    dated = exact_date(article.date)
    node: Node = {
        "@type": "NewsArticle" if dated else "CreativeWork",
        "headline": shorten(article.title, _HEADLINE_LIMIT),
        "inLanguage": article.lang.value,
        "datePublished": dated or (article.date.iso if article.date else ""),
        "dateModified": exact_date(last_change(article)) if dated else "",
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "translator": {"@type": "Person", "name": article.translator} if article.translator else None,
        "publisher": _publisher(article, edition),
        "isBasedOn": _original(article),
        "sameAs": web_address(article.url),
        **_relation(article, counterpart, edition),
    }
    return {key: value for key, value in node.items() if value}


def exact_date(date: PublicationDate | None) -> str:
    """Give a date as machines want it: a day, or a moment with its offset; empty where even the day is unknown."""
    if date is None or date.day is None:
        return ""
    has_offset = date.time is not None and len(date.time) > len("14:35:00")
    return date.iso if has_offset else date.iso[:10]


def last_change(article: Article) -> PublicationDate | None:
    """The last day on which the article is known to have changed after it was published: an update or a correction."""
    changes = [*([article.updated] if article.updated else []), *(each.date for each in article.corrections)]
    return max(changes, default=None)


def article_metadata(article: Article, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Give the naming attributes and the content of an article's meta elements: Highwire Press and Dublin Core for
    Zotero and its like, Open Graph (https://ogp.me/) for those who share it, and for Zotero what it takes of that. The
    type is a type of Zotero's (its translator RDF, `detectType`)."""
    source = source_term(article, edition).labels.in_language(edition.lang) if article.source else ""
    pairs = [
        ("property=og:title", article.title),
        ("property=og:type", "article"),
        *(("name=citation_author", name) for name in article.authors),
        _date_metadata(article.date),
        ("property=article:modified_time", exact_date(last_change(article))),
        ("name=citation_journal_title", source),
        ("name=DC.type", "newspaperArticle" if source else ""),
        ("name=DC.rights", article.rights or ""),
        ("name=DC.contributor", article.translator or ""),
    ]
    return tuple((naming, shorten(content, 300)) for naming, content in pairs if content)


def _date_metadata(date: PublicationDate | None) -> tuple[str, str]:
    """Give the meta element of a date; Open Graph has it only where it is exact."""
    exact = exact_date(date)
    if exact:
        return "name=citation_publication_date property=article:published_time", exact
    return "name=citation_publication_date", date.iso[:10] if date else ""


def _publisher(article: Article, edition: Edition) -> Node:
    """Give who published the article: its source, or the archive itself where the source is unknown."""
    settings = edition.settings
    if article.source is None:
        own = settings.publisher.in_language(edition.lang) or edition.site_name
        return {"@type": "Organization", "name": own}
    node: Node = {"@type": "Organization", "name": source_term(article, edition).labels.in_language(edition.lang)}
    publisher = edition.vocabulary.publishers.get(article.source)
    address = web_address(publisher.url) if publisher else ""
    return {**node, "url": address} if address else node


def _original(article: Article) -> Node | None:
    """Give the work the article is based on, with an address only where that is an address of the web."""
    original = article.original
    if original is None:
        return None
    publisher = {"@type": "Organization", "name": original.publisher} if original.publisher else None
    node = {
        "@type": "CreativeWork",
        "name": original.title,
        "url": web_address(original.url),
        "inLanguage": original.lang,
        "publisher": publisher,
    }
    return {key: value for key, value in node.items() if value}


def _relation(article: Article, counterpart: Article | None, edition: Edition) -> Node:
    """Give how the article and its counterpart translate each other, where either file says so."""
    site_url = edition.settings.site_url
    if counterpart is None or not site_url:
        return {}
    other = {"@type": "CreativeWork", "@id": absolute(site_url, counterpart.permalink)}
    if _translates(article, counterpart) and not _translates(counterpart, article):
        return {"translationOfWork": other}
    if _translates(counterpart, article) and not _translates(article, counterpart):
        return {"workTranslation": other}
    return {}


def _translates(article: Article, other: Article) -> bool:
    """Whether the files say that `article` is a translation of `other`."""
    if article.relation is Relation.TRANSLATION or other.relation is Relation.ORIGINAL:
        return article.relation is not Relation.ORIGINAL and other.relation is not Relation.TRANSLATION
    return False
