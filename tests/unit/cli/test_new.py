"""`sijill new`: a skeleton that is a valid article, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.new import new
from generator.errors import MisuseError
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.store.articles import is_edited, load_articles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty archive."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


def call(root: Path, *arguments: str) -> Result:
    """Run the verb."""
    return CliRunner().invoke(new, ["--root", str(root), *arguments], catch_exceptions=True)


def test_the_skeleton_is_written_at_its_place_and_named(root: Path) -> None:
    done = call(
        root, "Port of Misrata: “open”", "--lang", "en", "--date", "2025-06-02", "--source", "al-marsad",
        "--tag", "place/LY", "--tag", "ports", "--story", "misrata",
    )  # fmt: skip
    assert done.exit_code == 0
    loaded = load_articles(root)
    assert loaded.problems == ()
    article = loaded.articles[0]
    assert done.output == f"{article.path.as_posix()}\n"
    assert article.path.as_posix() == f"content/articles/en/2025/06/port-of-misrata-open-{article.id}.md"
    assert article.slug == f"port-of-misrata-open-{article.id}"
    assert (article.title, article.lang, article.date) == (
        "Port of Misrata: “open”",
        Language.EN,
        PublicationDate("2025-06-02"),
    )
    assert (article.source, article.tags, article.story) == ("al-marsad", ("place/LY", "ports"), "misrata")
    assert is_edited((root / article.path).read_text(encoding="utf-8")), "a person's file: ingest must not write it"


def test_an_arabic_article_has_its_id_as_slug_and_no_date_is_made_up(root: Path) -> None:
    assert call(root, "ميناء مصراتة", "--lang", "ar").exit_code == 0
    article = load_articles(root).articles[0]
    assert article.date is None
    assert article.path.as_posix() == f"content/articles/ar/undated/{article.id}.md"


@pytest.mark.parametrize(
    ("title", "language"),
    [("ميناء مصراتة", Language.AR), ("شركة SpaceX", Language.AR), ("Port", Language.EN), ("2025", Language.EN)],
)
def test_the_language_is_that_of_the_title_where_none_is_named(root: Path, title: str, language: Language) -> None:
    assert call(root, title).exit_code == 0
    assert load_articles(root).articles[0].lang is language


@pytest.mark.parametrize("title", ['He said: "no"', "# not a heading", "---", "{{ x }}", "NO", "a\nb", "A" * 300, "…"])
def test_any_title_at_all_makes_a_valid_article(root: Path, title: str) -> None:
    assert call(root, "--lang", "en", "--date", "2025", "--", title).exit_code == 0
    loaded = load_articles(root)
    assert loaded.problems == ()
    assert loaded.articles[0].title == " ".join(title.split())


def test_nothing_is_overwritten(root: Path) -> None:
    first = call(root, "Port", "--lang", "en").output.strip()
    (root / first).write_text("mine", encoding="utf-8")
    again = call(root, "Port", "--lang", "en")
    assert isinstance(again.exception, MisuseError)
    assert first in str(again.exception)
    assert (root / first).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [("Port", "--lang", "en", "--date", "2/6/2025"), (" ", "--lang", "en")])
def test_what_cannot_be_written_is_misuse(root: Path, arguments: tuple[str, ...]) -> None:
    done = call(root, *arguments)
    assert isinstance(done.exception, MisuseError)
    assert list((root / "content").iterdir()) == []


def test_a_language_that_the_archive_does_not_have_is_misuse(root: Path) -> None:
    assert call(root, "Port", "--lang", "fr").exit_code == 2


def test_the_address_on_the_web_is_written_down(root: Path) -> None:
    assert call(root, "A title", "--url", "https://example.org/news/1").exit_code == 0
    assert load_articles(root).articles[0].url == "https://example.org/news/1"


@pytest.mark.parametrize("url", ["example.org/news", "javascript:alert(1)", "https://", "https://a b.example/"])
def test_an_address_that_is_none_is_refused(root: Path, url: str) -> None:
    assert isinstance(call(root, "A title", "--url", url).exception, MisuseError)
    assert load_articles(root).articles == ()
