"""Articles in memory, and a site planned from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Problem
from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.page import GeneratedFile, PlannedPage
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.publish.keyed import Plan, digest
from generator.publish.plan import Archive, plan_site
from generator.publish.printable import printable_text
from generator.publish.records import Record, make_record
from generator.store.words import load_words
from generator.text.words import Words

THEME = Path(__file__).resolve().parents[3] / "theme_overrides"

MakeArticle = Callable[..., Article]
MakePlan = Callable[..., Any]


@dataclass(frozen=True)
class Whole:
    """A plan with everything in it planned and made."""

    plan: Plan = field(compare=False)
    pages: tuple[PlannedPage, ...]
    files: tuple[GeneratedFile, ...]
    problems: tuple[Problem, ...]

    @property
    def keys(self) -> dict[str, bytes]:
        """The key of each page by address."""
        return {str(page.permalink): page.key for page in self.plan.pages}


def records_of(articles: Iterable[Article]) -> tuple[list[Record], list[Problem]]:
    """The records of articles in memory, and the problems of those that have none."""
    made = [
        make_record(each, printable_text(each.body), digest(repr(each)), digest(repr(replace(each, body=""))))
        for each in articles
    ]
    return [each for each in made if isinstance(each, Record)], [each for each in made if isinstance(each, Problem)]


@pytest.fixture
def article() -> MakeArticle:
    """Make an article: `article("en", "slug", "2025-06-02", …)`."""

    def make(lang: str, slug: str, date: str | None = "2025-06-02", **fields: Any) -> Article:
        language = Language(lang)
        made = Article(
            title=f"Title of {slug}",
            date=PublicationDate(date) if date else None,
            lang=language,
            source="A source",
            tags=("shipping",),
            id=fields.pop("id", f"{lang}-{slug}"),
            slug=slug,
            body="Some text.\n",
            place=f"content/articles/{lang}/{fields.pop('file', slug)}.md",
        )
        return replace(made, **fields)

    return make


@pytest.fixture(scope="session")
def words() -> dict[Language, Words]:
    """The theme's own words."""
    settings = Settings()
    return {each: Words(each, load_words(THEME, each), settings.numerals) for each in Language}


@pytest.fixture
def plan(words: dict[Language, Words]) -> MakePlan:
    """Plan a site of the given articles."""

    def make(*articles: Article, page_size: int = 50, site_url: str = "https://x.example/sub/", **given: Any) -> Whole:
        settings = Settings(site_url=site_url, page_size=page_size)
        vocabulary = given.pop("vocabulary", Vocabulary({}, {}))
        records, problems = records_of(articles)
        read = {each.place: printable_text(each.body) for each in articles}.__getitem__
        plan = plan_site(Archive(records, given.pop("written", ()), vocabulary, settings, words, read, **given))
        pages = tuple(each.plan() for each in plan.pages)
        return Whole(plan, pages, tuple(plan.files()), (*problems, *plan.problems))

    return make
