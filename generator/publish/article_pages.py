"""The page of one article: everything it shows, and everything it needs to know about other pages, resolved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.errors import visible
from generator.model.article import Article, Original
from generator.model.language import Language
from generator.model.page import ArticleView, IndexView, Link, OriginalWork, PageKind, Permalink, PlannedPage, Tag, Text
from generator.publish.addresses import readable_address, web_address
from generator.publish.cards import reference_to
from generator.publish.edition import UNDATED, Edition
from generator.publish.frames import Sheet, Surroundings, frame_of
from generator.publish.holdings import Holdings
from generator.publish.keyed import DIGEST_SIZE, KeyedPage, State, digest
from generator.publish.neighbours import newer_than, older_than
from generator.publish.pictures import name_pictures
from generator.publish.printable import shorten
from generator.publish.records import Catalogue, Record
from generator.publish.related import Relations, find_related, named_with
from generator.publish.structured_data import article_metadata, describe_article, exact_date, last_change
from generator.publish.terms import source_address, source_term, tag_link
from generator.text.gfm import opening_text

# Silent reading of a text in each language, words a minute (Trauzettel-Klosinski & Dietz 2012, IReST).
_WORDS_A_MINUTE = {Language.AR: 138, Language.EN: 228}
# As much of a text's beginning as the cards of messengers and social networks show.
_BEGINNING_LIMIT = 110
_INPUTS = ("article", "file", "edition", "counterpart", "older", "newer", "named", "similar", "links")
_ENOUGH = 4 * _BEGINNING_LIMIT
_PARAGRAPH = "<p>"


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the pages of all articles of one edition are made from; `past` is the digest of the older articles that each
    dated one may be related to, by rank."""

    catalogue: Catalogue
    holdings: Holdings
    relations: Relations
    surroundings: Surroundings
    past: Sequence[bytes]


def key_article(article: Article, facts: ArticleFacts, before: KeyedPage | None) -> KeyedPage:
    """Give the page of a published article with its key; it is planned when it is needed.

    `before` is the page as it was keyed before: a key that is made of the same is the same.
    """
    states = _states_of(article, facts)
    plan = partial(plan_article, article, facts)
    if before is not None and before.states == states:
        return before.planned_by(plan)
    counterpart = facts.holdings.counterparts.get(article.place)
    return KeyedPage(
        article.permalink,
        digest(*states),
        plan,
        lastmod=_last_day(article),
        alternate=None if counterpart is None else counterpart.permalink,
        period=UNDATED if article.date is None else article.date.iso[:4],
        source=article.place,
        names=_INPUTS,
        states=states,
    )


def _last_day(article: Article) -> str:
    """Give the last day on which the text is known to have changed; empty where even that of its publication is not."""
    changed = exact_date(last_change(article)) if article.updated or article.corrections else ""
    return (changed or exact_date(article.date))[:10]


def _states_of(article: Article, facts: ArticleFacts) -> tuple[State, ...]:
    """Give the state of everything that an article's page depends on, as `_INPUTS` names it."""
    faces, record = facts.catalogue.faces, facts.catalogue.records[article.place]
    counterpart = facts.holdings.counterparts.get(article.place)
    named = named_with(article, facts.relations, facts.holdings)
    targets = facts.catalogue.targets_of(article) if record.links else None
    rank = facts.holdings.ranks.get(article.place)
    return (
        faces[article.place],
        record.digest[:DIGEST_SIZE],
        facts.surroundings.digest,
        None if counterpart is None else faces[counterpart.place],
        _address_of(older_than(article, facts.holdings)),
        _address_of(newer_than(article, facts.holdings)),
        digest(*(faces[each.place] for each in named)) if named else None,
        None if rank is None else facts.past[rank],
        digest(repr(targets)) if targets else None,
    )


def plan_article(article: Article, facts: ArticleFacts) -> PlannedPage:
    """Give the page of a published article."""
    edition, record = facts.holdings.edition, facts.catalogue.records[article.place]
    counterpart = facts.holdings.counterparts.get(article.place)
    html = facts.catalogue.body_html(article)
    description = describe(article, "" if article.description else _begin(html))
    html = name_pictures(html, edition.words, edition.lang)
    sheet = Sheet(
        kind=PageKind.ARTICLE,
        permalink=article.permalink,
        title=article.title,
        description=description,
        counterpart=None if counterpart is None else counterpart.permalink,
        counterpart_title="" if counterpart is None else counterpart.title,
        structured_data=(describe_article(article, counterpart, edition),),
        metadata=article_metadata(article, edition),
    )
    frame = frame_of(sheet, facts.surroundings)
    return PlannedPage(frame, _view(article, record, facts), source=article.place, html=html)


def plan_withdrawn(article: Article, surroundings: Surroundings) -> PlannedPage:
    """Give the notice that stands where a withdrawn article was. It repeats nothing of it, not even the title."""
    words = surroundings.edition.words
    title = words.say("withdrawn.title")
    sheet = Sheet(
        kind=PageKind.WITHDRAWN,
        permalink=article.permalink,
        title=title,
        description=words.say("withdrawn.description"),
        indexed=False,
    )
    view = IndexView(Text(title), words.say("withdrawn.text"), ())
    return PlannedPage(frame_of(sheet, surroundings), view, source=article.place)


def describe(article: Article, text: str) -> str:
    """Give the article in a sentence or two: its standfirst, else how its plain text begins, else its title."""
    return article.description or shorten(" ".join(text[:_ENOUGH].split()), _BEGINNING_LIMIT) or article.title


def _begin(html: str) -> str:
    """Give how a body begins: enough of it for a description, as the first paragraph mostly is up to its first tag."""
    if html.startswith(_PARAGRAPH):
        first = html[len(_PARAGRAPH) : _ENOUGH].partition("<")[0]
        text = "" if "&" in first else " ".join(first.split())
        if len(text) > _BEGINNING_LIMIT:
            return text
    text = opening_text(html, _ENOUGH)
    return text if len(text) > 2 * _BEGINNING_LIMIT else opening_text(html)


def _view(article: Article, record: Record, facts: ArticleFacts) -> ArticleView:
    """Give what an article's page shows beside its body."""
    holdings, edition = facts.holdings, facts.holdings.edition
    address = web_address(article.url)
    return ArticleView(
        title=article.title,
        kicker=article.kicker or "",
        description=article.description or "",
        date=edition.show_date(article.date, article.date_raw),
        date_note=_date_note(article, edition),
        updated=edition.show_date(article.updated),
        authors=tuple(Text(name) for name in article.authors),
        translator=article.translator or "",
        special=article.special,
        dateline=article.dateline or "",
        source=_source(article, edition),
        original=_original(article.original, edition),
        tags=_tags(article, holdings),
        related=tuple(reference_to(each, holdings) for each in find_related(article, facts.relations, holdings)),
        newer=_address_of(newer_than(article, holdings)),
        older=_address_of(older_than(article, holdings)),
        corrections=tuple((edition.show_date(each.date), each.text) for each in article.corrections),
        rights=_rights(article, edition),
        reading_text=_reading_text(record, edition),
        document=visible(article.provenance.document) if article.provenance else "",
        shelf=_shelf(article, edition),
        address=address,
        address_text=readable_address(address),
        partial=article.partial,
    )


def _reading_text(record: Record, edition: Edition) -> str:
    """Say how long the text takes to read."""
    return edition.words.count("article.minutes", max(1, round(record.words / _WORDS_A_MINUTE[edition.lang])))


def _shelf(article: Article, edition: Edition) -> Permalink:
    """Give the address of the listing by time in which an article stands."""
    if article.date is None:
        return edition.address(UNDATED)
    year, month = article.date.year, article.date.month
    return edition.year_address(year) if month is None else edition.month_address(year, month)


def _tags(article: Article, holdings: Holdings) -> tuple[Tag, ...]:
    """Give an article's tags as it shows them: in its own spelling, whatever others write."""
    made = holdings.tag_links
    for term in holdings.terms[article.place]:
        if term not in made:
            made[term] = tag_link(term, holdings.edition)
    return tuple(made[term] for term in holdings.terms[article.place])


def _source(article: Article, edition: Edition) -> Link | None:
    """Give the link to everything from the article's source, or None where it has none."""
    if article.source is None:
        return None
    term = source_term(article, edition)
    return Link(source_address(term, edition), edition.show_labels(term.labels, proper=True))


def _original(original: Original | None, edition: Edition) -> OriginalWork | None:
    """Give the original as shown; a publisher of the vocabulary by its name, a language by its name."""
    if original is None:
        return None
    known = edition.vocabulary.publishers.get(original.publisher or "")
    publisher = known.labels.in_language(edition.lang) if known else original.publisher or ""
    language = original.lang or ""
    if language in [each.value for each in Language]:
        language = edition.words.say(f"languages.{language}")
    return OriginalWork(publisher, original.title or "", web_address(original.url), language)


def _rights(article: Article, edition: Edition) -> str:
    """Give the article's own statement of rights, else its publisher's."""
    publisher = edition.vocabulary.publishers.get(article.source or "")
    return article.rights or (publisher.rights if publisher else None) or ""


def _date_note(article: Article, edition: Edition) -> str:
    """Give what the source says of the date, word for word, where that adds to the date as shown.

    It does for an undated article, for a date of which only month or year is known, and for a date that the source
    gives in another calendar (the year shown is then not among the source's own digits). Words of time in the running
    text are shown as such: they may speak of something else than the day of publication.
    """
    day = article.date if article.date and article.date.day else None
    if article.date_raw:
        shown = day is not None and f"{day.year:04d}" in _digits(article.date_raw)
        return "" if shown else edition.words.say("article.date_written", text=article.date_raw)
    if day is not None or not article.date_hints:
        return ""
    hints = edition.words.say("list.comma").join(article.date_hints)
    return edition.words.say("article.date_hints", text=hints)


def _digits(text: str) -> str:
    """Give the numbers of a text in ASCII digits, with spaces between."""
    return re.sub(r"\D+", " ", "".join(str(unicodedata.digit(each, each)) for each in text))


def _address_of(article: Article | None) -> Permalink | None:
    return None if article is None else article.permalink
