"""Which articles can be shown: drafts are left out, and what would stall, break or overwrite a page is set aside.

Nothing raises here. Whatever is set aside is named in a Problem, and all the rest is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem
from generator.model.article import Article, Status
from generator.model.language import Language
from generator.model.page import Permalink
from generator.model.vocabulary import Vocabulary
from generator.publish.claims import Claims
from generator.publish.records import Record
from generator.store.permalinks import fits_file_system, is_reserved, is_safe_slug
from generator.store.vocabulary import concept_labels, find_publisher, fold_name


@dataclass(slots=True)
class Admitted:
    """The articles that have a page, sorted by path, and the records they come from, by path."""

    published: list[Article] = field(default_factory=list)
    withdrawn: list[Article] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def published_in(self, language: Language) -> list[Article]:
        """The published articles of a language."""
        return [article for article in self.published if article.lang is language]


def admit(
    records: Iterable[Record], claims: Claims, vocabulary: Vocabulary, before: Admitted | None = None
) -> Admitted:
    """Admit articles in order of their paths; the first to claim an address has it. Names become ids of concepts.

    `before` is what was admitted with the same vocabulary before: what it says of the same records stands.
    """
    admitted = Admitted()
    ids = _Ids(vocabulary)
    before = before or Admitted()
    known = {article.place: article for article in (*before.published, *before.withdrawn)}
    for record in sorted(records, key=_place_of):
        place = record.article.place
        same = before.records.get(place) is record
        article = known[place] if same else ids.give(record.article)
        if article.status is Status.DRAFT:
            continue
        problem = (None if same else _check_address(article)) or _claim(article, claims)
        if problem is not None:
            admitted.problems.append(problem)
            continue
        admitted.records[place] = record
        (admitted.withdrawn if article.status is Status.WITHDRAWN else admitted.published).append(article)
    return admitted


def readmit(before: Admitted, changed: Iterable[Record]) -> Admitted:
    """Give what was admitted before with new records of some of its articles, whose source, tags, status and address
    are the same; records of articles that were not admitted are left out."""
    records = dict(before.records)
    records.update((each.article.place, each) for each in changed if each.article.place in before.records)

    def renew(articles: list[Article]) -> list[Article]:
        return [
            each if records[each.place] is before.records[each.place] else _with_ids(records[each.place].article, each)
            for each in articles
        ]

    return replace(before, published=renew(before.published), withdrawn=renew(before.withdrawn), records=records)


def _with_ids(article: Article, admitted: Article) -> Article:
    """Give an article with the ids that its source and tags got when it was admitted before."""
    return replace(article, source=admitted.source, tags=admitted.tags)


def _place_of(record: Record) -> str:
    return record.article.place


class _Ids:
    """Gives articles the ids of what their sources and tags name. Each name is looked up once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._labels = concept_labels(vocabulary)
        self._sources: dict[str | None, str | None] = {}
        self._tags: dict[str, str] = {}

    def give(self, article: Article) -> Article:
        """Give the article with a source that names a publisher, and tags that are a concept's label, as their ids."""
        source = self._source(article.source)
        tags = tuple(dict.fromkeys(map(self._tag, article.tags)))
        if tags == article.tags and source == article.source:
            return article
        return replace(article, source=source, tags=tags)

    def _source(self, name: str | None) -> str | None:
        if name not in self._sources:
            publisher = find_publisher(self._vocabulary, name)
            self._sources[name] = publisher.id if publisher else name
        return self._sources[name]

    def _tag(self, tag: str) -> str:
        if tag not in self._tags:
            known = tag in self._vocabulary.concepts
            self._tags[tag] = tag if known else self._labels.get(fold_name(tag), tag)
        return self._tags[tag]


def _check_address(article: Article) -> Problem | None:
    """Check that the article's slug is fit for an address and means nothing else there."""
    permalink = article.permalink
    if is_safe_slug(article.slug) and not is_reserved(article.slug) and fits_file_system(permalink):
        return None
    return Problem(
        code="slug-cannot-be-used",
        what="the article is left out of the site: its slug cannot stand in an address",
        path=article.path,
        expected="letters, digits and hyphens, at most 60, that are not a number, `page` or `index`",
        found=repr(article.slug),
        cure="give the article another `slug`, or none: then one is made",
    )


def _claim(article: Article, claims: Claims) -> Problem | None:
    """Claim the article's address."""
    permalink = article.permalink
    holder = claims.claim(permalink, article.place)
    return None if holder is None else address_taken(article.path, permalink, holder)


def address_taken(path: Path, permalink: Permalink, holder: str) -> Problem:
    """Say that a page is left out because its address is taken, naming both claimants."""
    return Problem(
        code="address-taken",
        what=f"the page is left out of the site: its address /{permalink} is taken",
        path=path,
        expected="an address of its own for each page",
        found=f"{path.as_posix()} and {holder} both claim /{permalink}",
        cure="change the `slug` or the date of one of the articles; a written page's address is its file's name",
    )
