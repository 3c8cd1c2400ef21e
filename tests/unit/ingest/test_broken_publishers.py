"""Ingest where the file of one publisher is broken: it is told, and all others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError, Severity
from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles
from tests.unit.ingest.conftest import TODAY, Press

TEXT = """Fishermen return to {place} after a month of storms
Published: 03/04/2024
The fishermen of {place} put to sea again on Wednesday last, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
FILE = "content/vocabulary/publishers/post.yml"


@pytest.fixture
def two(press: Press) -> Press:
    """An archive with a document of each of two publishers, and one of nobody's."""
    press.publisher("date_order: month-day-year\n", "sound")
    for folder in ("post", "sound", "else"):
        press.put(f"{folder}/a.txt", TEXT.format(place=f"{folder} bay"))
    return press


@pytest.mark.parametrize(
    "line",
    [
        "site: a.example, b.example",
        "time_zone: Cairo",
        "color: red",
        "months: martian",
        "labels: {author: [خطّه], translator: [خطه]}",
        "versions: [{months: levant}]",
        "en: [",
        "id: other",
        "\ttab: x",
    ],
)
def test_a_broken_file_costs_its_own_publisher_alone(two: Press, line: str) -> None:
    two.publisher(f"date_order: day-month-year\n{line}\n")
    report = ingest(two.root, today=TODAY)
    told = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert told
    assert all(problem.path == Path(FILE) and problem.line and problem.cure for problem in told)
    articles = {
        Path(each.provenance.document).parts[2]: each for each in load_articles(two.root).articles if each.provenance
    }
    assert {name: (each.source, each.date and each.date.iso) for name, each in articles.items()} == {
        "post": (None, None),
        "sound": ("sound", "2024-03-04"),
        "else": (None, None),
    }
    warned = [(each.path, each.severity) for each in report.all_problems() if each.code == "publisher-unusable"]
    assert warned == [(Path("content/sources/post/a.txt"), Severity.WARNING)]
    assert report.needs_a_person


def test_when_the_file_is_mended_the_articles_are_too(two: Press) -> None:
    two.publisher("date_order: dmy\n")
    ingest(two.root, today=TODAY)
    two.publisher("date_order: day-month-year\n")
    report = ingest(two.root, today=TODAY)
    assert [each.code for each in report.all_problems() if each.severity is not Severity.HINT] == []
    assert {each.source: each.date and each.date.iso for each in load_articles(two.root).articles} == {
        "post": "2024-04-03",
        "sound": "2024-03-04",
        None: None,
    }


def test_what_is_there_already_stays_as_it_is_until_the_file_is_mended(two: Press) -> None:
    two.publisher("date_order: day-month-year\n")
    before = [(each.path, each.source, each.date) for each in two.take_in()]
    two.publisher("date_order: dmy\n")
    two.put("post/b.txt", TEXT.format(place="the other bay"))
    two.put("post/a.txt", TEXT.format(place="post bay").replace("a third", "a fourth"))
    during = two.take_in()
    assert {(each.path, each.source, each.date) for each in during} > set(before)
    assert [each.path for each in two.problems if each.code == "publisher-unusable"] == [
        Path("content/sources/post/a.txt"),
        Path("content/sources/post/b.txt"),
    ]
    two.publisher("date_order: day-month-year\n")
    after = {each.title: each for each in two.take_in()}
    mended = after["Fishermen return to post bay after a month of storms"]
    assert "a fourth" in mended.body
    assert mended.aliases == ()
    assert {each.source for each in after.values()} == {"post", "sound", None}


def test_a_document_by_its_address_is_told_too(press: Press) -> None:
    press.publisher("site: post.example\nmonths: martian\n")
    press.put("else/a.txt", f"Link: https://post.example/news/1\n{TEXT.format(place='the bay')}")
    press.put("else/b.txt", f"Link: https://other.example/news/1\n{TEXT.format(place='the isle')}")
    report = ingest(press.root, today=TODAY)
    told = [each.path for each in report.all_problems() if each.code == "publisher-unusable"]
    assert told == [Path("content/sources/else/a.txt")]


def test_what_two_claim_costs_the_second_alone(two: Press) -> None:
    two.publisher("names: {en: [The sound]}\n")
    report = ingest(two.root, today=TODAY)
    assert [(each.code, each.path and each.path.name) for each in report.problems] == [("ambiguous-name", "sound.yml")]
    assert {each.source for each in load_articles(two.root).articles} == {"post", None}


def test_one_entry_of_the_older_list_costs_itself_alone(press: Press) -> None:
    (press.root / "content/vocabulary/publishers.yml").write_text(
        "- {id: post, ar: بريد, en: Post, months: martian}\n- {id: sound, ar: سليم, en: Sound}\n",
        "utf-8",
    )
    for folder in ("post", "sound"):
        press.put(f"{folder}/a.txt", TEXT.format(place=f"{folder} bay"))
    report = ingest(press.root, today=TODAY)
    assert [(each.line, each.severity) for each in report.problems] == [(1, Severity.ERROR)]
    assert {each.source for each in load_articles(press.root).articles} == {None, "sound"}


def test_a_broken_concept_still_stops_everything(press: Press) -> None:
    (press.root / "content/vocabulary/topics.yml").write_text("id: x\n", "utf-8")
    with pytest.raises(ConfigurationError):
        ingest(press.root, today=TODAY)
