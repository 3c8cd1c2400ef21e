"""Whether two articles that different documents tell are one.

Pure questions of the holdings. Not for the articles that one document gave before (own_articles).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.ingest.addresses import address_key, is_front_page
from generator.ingest.holdings import Holdings, body_of, is_post, item_of, text_key, title_key, title_of
from generator.ingest.wordings import differ_in_numbers, is_same_text
from generator.model.article import Article
from generator.model.decision import Verdict
from generator.store.articles import is_edited, read_article_bytes
from generator.store.documents import is_gone

_MOST_OF_ONE_ITEM = 5
_OF_PEOPLE = frozenset({"title", "source", "date"})  # what tells two articles apart, and people correct


def find_same(holdings: Holdings, article: Article, besides: Iterable[Article] = ()) -> Article | None:
    """The article of another document that is the same: published at the same address; the same item of a feed or
    an export with the same text, whose address has changed; the same bytes below the same title; or the same title and
    text from the same source or from none named, at another address of one outlet letter for letter. The title
    that a person gave the other is no difference then; nor are source and day, once the other's document is gone."""
    own = {each.path for each in besides}
    for other in _at_its_address(holdings, article):
        if other.path not in own:
            return other
    item = item_of(article)
    for other in holdings.by_item.get(item, ())[:_MOST_OF_ONE_ITEM] if item else ():
        if other.path not in own and _is_same_item(holdings, article, other):
            return other
    text = text_key(article)
    for other in holdings.by_text.get(text, ()) if text else ():
        if other.path not in own and _tells_the_same(holdings, article, other):
            return other
    return _same_by_title(holdings, article, own)


def find_certain(holdings: Holdings, article: Article) -> Iterator[Article]:
    """The articles that are this one beyond doubt: at its address, with its title and text letter for letter, or of its
    source, title and day."""
    yield from _at_its_address(holdings, article)
    text = text_key(article)
    if text is not None:
        yield from (each for each in holdings.by_text.get(text, ()) if title_of(each) == title_of(article))
    known = holdings.by_id.get(article.id)
    if known is not None:
        yield known


def differ_in_day(article: Article, other: Article) -> bool:
    """Whether both are dated, and not to one day."""
    return len({each.date.iso[:10] for each in (article, other) if each.date is not None}) > 1


def have_one_address(holdings: Holdings, article: Article, other: Article) -> bool:
    """Whether both were published at the same address, and it is one that tells."""
    if not article.url or not other.url or address_key(article.url) != address_key(other.url):
        return False
    return not _is_shared(holdings, article, other) or _is_told_alike(holdings, article, other)


def has_moved(holdings: Holdings, found: Article, other: Article) -> bool:
    """Whether the document of the other is not there any more, and the one that is found holds its text: it was moved,
    be it into an archive of documents."""
    text = text_key(found)
    return text is not None and holdings.texts.get(other.path) == text and _has_lost_document(holdings, other)


def differ_in_address(article: Article, other: Article) -> bool:
    """Whether one outlet published the two at different addresses: columns have one title every week."""
    if article.url is None or other.url is None or address_key(article.url) == address_key(other.url):
        return False
    return address_key(article.url).partition("/")[0] == address_key(other.url).partition("/")[0]


def _at_its_address(holdings: Holdings, article: Article) -> Iterator[Article]:
    """The articles that were published where this one was."""
    if article.url is not None:
        held = holdings.by_address.get((article.lang, address_key(article.url)), ())
        yield from (other for other in held if have_one_address(holdings, article, other))


def _is_shared(holdings: Holdings, article: Article, other: Article) -> bool:
    """Whether the address of two articles is no article's own, so that it tells nothing: a site's front page, one that
    several have already, or one that two records of a document give (feeds whose links all lead to the section)."""
    url = article.url or ""
    if is_front_page(url) or len(holdings.by_address.get((article.lang, address_key(url)), ())) > 1:
        return True
    one, two = article.provenance, other.provenance
    if one is None or two is None or (one.document, one.sha256) != (two.document, two.sha256):
        return False
    return one.record != two.record


def _is_told_alike(holdings: Holdings, article: Article, other: Article) -> bool:
    """Whether two articles have one title, or one text but for small changes."""
    return title_of(article) == title_of(other) or is_same_text(article.body, body_of(holdings, other))


def _tells_the_same(holdings: Holdings, article: Article, other: Article) -> bool:
    """Whether two articles with one text are one: they differ in nothing that a person has not given the other."""
    if _may_be_same(article, other, _decided_of(holdings, other)):
        return True
    given = _OF_PEOPLE if _has_lost_document(holdings, other) else _OF_PEOPLE & {"title"}
    return _may_be_same(article, other, given) and _is_edited(holdings, other)


def _decided_of(holdings: Holdings, article: Article) -> Collection[str]:
    """The fields that a person has corrected and that part the article from no other for that; its source and day do as
    long as its own document is there, for another outlet may print the same text, or the same one on another day."""
    decisions = holdings.decisions.get(article.id, ())
    fields = {each.field for each in decisions if each.field is not None and each.verdict is Verdict.CORRECTED}
    return fields if fields and _has_lost_document(holdings, article) else fields & {"title"}


def _has_lost_document(holdings: Holdings, article: Article) -> bool:
    """Whether the document of an article is not there any more."""
    return article.provenance is not None and is_gone(holdings.root / article.provenance.document)


def _is_edited(holdings: Holdings, article: Article) -> bool:
    """Whether a person has edited the article's file."""
    raw = read_article_bytes(holdings.root, article.place)
    return isinstance(raw, bytes) and is_edited(raw.decode("utf-8", "replace"))


def _may_be_same(article: Article, other: Article, decided: Collection[str] = ()) -> bool:
    """Whether title, source and day of two articles allow that they are one, but for what is `decided` of the other."""
    sources = {article.source, other.source} - {None}
    return (
        ("title" in decided or title_of(article) == title_of(other))
        and ("source" in decided or len(sources) <= 1)
        and ("date" in decided or not differ_in_day(article, other))
    )


def _is_same_item(holdings: Holdings, article: Article, other: Article) -> bool:
    """Whether two articles with one identifier are one: a site that was made anew counts from 1 again."""
    titled = is_post(article) and title_of(article) == title_of(other) and not differ_in_day(article, other)
    return titled or is_same_text(article.body, body_of(holdings, other))


def _same_by_title(holdings: Holdings, article: Article, own: set[Path]) -> Article | None:
    """The article that is the same by its title and its bytes or text; not by a text that gives other numbers."""
    for other in holdings.by_title.get(title_key(article), ()):
        if other.path in own or differ_in_address(article, other):
            continue
        if article.provenance and other.provenance and _same_bytes(article, other):
            return other
        if _may_be_same(article, other, _decided_of(holdings, other)):
            one_minute = article.date is not None and article.date == other.date and "T" in article.date.iso
            body = body_of(holdings, other)
            if is_same_text(article.body, body) and (one_minute or not differ_in_numbers(article.body, body)):
                return other
    return None


def _same_bytes(article: Article, other: Article) -> bool:
    assert article.provenance is not None  # noqa: S101  the caller has made sure
    assert other.provenance is not None  # noqa: S101
    return (article.provenance.sha256, article.provenance.record) == (other.provenance.sha256, other.provenance.record)
