"""What a process that plans one archive again and again takes from one plan to the next: what cannot have changed.

A plan made with a recollection is the one made without. Not for what is settled (`settled`), which recalls itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.language import Language
from generator.publish.article_pages import ArticleFacts, key_article, plan_again
from generator.publish.holdings import Holdings
from generator.publish.keyed import KeyedPage
from generator.publish.records import Faces, Record
from generator.publish.related import look_back, look_back_again
from generator.publish.settled import Settled


@dataclass(slots=True)
class Recollection:
    """What is kept of the last plan: what was settled, the faces of the articles by place, and in each language what
    the dated articles look back at and the pages of all articles, in the order of the holdings."""

    settled: Settled | None = None
    faces: Mapping[str, bytes] = field(default_factory=dict)
    past: dict[Language, Sequence[bytes]] = field(default_factory=dict)
    pages: dict[Language, Sequence[KeyedPage]] = field(default_factory=dict)

    def keep(self, now: Recollection) -> None:
        """Keep what is known of a newer plan instead."""
        self.settled, self.faces, self.past, self.pages = now.settled, now.faces, now.past, now.pages


@dataclass(frozen=True, slots=True)
class Change:
    """What differs from the plan before, of which `last` is kept: the `files` of these articles, by place, and the
    `faces` of some of them, with the records of those and of their counterparts."""

    last: Recollection
    files: frozenset[str]
    faces: frozenset[str]
    shown: tuple[Record, ...]


def recall_faces(settled: Settled, last: Recollection) -> dict[str, bytes]:
    """Give the face of every article that is shown, by place; those of the same records are as they were."""
    make = Faces(settled.basis.vocabulary)
    records = settled.admitted.records
    before = last.settled
    same = before is not None and before.basis.vocabulary is settled.basis.vocabulary
    old = before.admitted.records if before is not None and same else {}
    return {
        article.place: last.faces[article.place]
        if old.get(article.place) is records[article.place]
        else make.of(article, records[article.place])
        for article in (*settled.admitted.published, *settled.admitted.withdrawn)
    }


def find_change(settled: Settled, faces: Mapping[str, bytes], last: Recollection) -> Change | None:
    """Give what differs from the plan before; None where that may be anything."""
    if settled.changed is None or last.settled is None:
        return None
    files = settled.changed & faces.keys()
    other = frozenset(place for place in files if faces[place] != last.faces[place])
    pairs = settled.editions[0].holdings.counterparts
    seen = other | {pairs[place].place for place in other if place in pairs}
    return Change(last, files, other, tuple(settled.admitted.records[place] for place in sorted(seen)))


def recall_past(holdings: Holdings, faces: Mapping[str, bytes], change: Change | None) -> Sequence[bytes]:
    """Give what each dated article looks back at (`look_back`)."""
    if change is None:
        return look_back(holdings, faces)
    return look_back_again(change.last.past[holdings.edition.lang], holdings, faces, change.faces)


def key_articles(facts: ArticleFacts, change: Change | None) -> list[KeyedPage]:
    """Give the pages of all articles of an edition with their keys."""
    holdings = facts.holdings
    articles = (*holdings.dated, *holdings.undated)
    if change is None:
        return [key_article(article, facts) for article in articles]
    touched = _find_touched(facts, change)
    return [
        key_article(article, facts) if article.place in touched else plan_again(page, article, facts)
        for page, article in zip(change.last.pages[holdings.edition.lang], articles, strict=True)
    ]


def _find_touched(facts: ArticleFacts, change: Change) -> set[str]:
    """The places of the articles of an edition whose keys may be others: of those whose file is another, of those that
    show one whose face is another, and of those that look back at one."""
    holdings = facts.holdings
    ids = {each.article.id for each in change.shown}
    stories = {each.article.story for each in change.shown} - {None}
    naming = {
        article.place
        for article in (*holdings.dated, *holdings.undated)
        if article.story in stories or not ids.isdisjoint(article.related)
    }
    before = change.last.past[holdings.edition.lang]
    looking = {
        article.place for article, now, then in zip(holdings.dated, facts.past, before, strict=True) if now is not then
    }
    return {*change.files, *(each.article.place for each in change.shown), *naming, *looking}
