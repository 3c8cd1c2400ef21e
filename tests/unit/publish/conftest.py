"""Articles in memory, and a site planned from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.page import Plan
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.publish.plan import Archive, plan_site
from generator.store.words import load_words
from generator.text.words import Words

THEME = Path(__file__).resolve().parents[3] / "theme_overrides"

MakeArticle = Callable[..., Article]
MakePlan = Callable[..., Plan]


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
            path=Path(f"content/articles/{lang}/{fields.pop('file', slug)}.md"),
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

    def make(*articles: Article, page_size: int = 50, site_url: str = "https://x.example/sub/", **given: Any) -> Plan:
        settings = Settings(site_url=site_url, page_size=page_size)
        vocabulary = given.pop("vocabulary", Vocabulary({}, {}))
        return plan_site(Archive(articles, given.pop("written", ()), vocabulary, settings, words, **given))

    return make
