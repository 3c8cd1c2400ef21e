"""`sijill review`: what is worth a look, and decisions that hold when documents are read again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.errors import MisuseError
from generator.ingest.pipeline import ingest
from generator.model.article import Article, Status
from generator.store.articles import load_articles
from generator.store.decisions import load_decisions
from generator.store.set_aside import load_set_aside

TODAY = date(2026, 11, 1)
UNDATED = """Fishermen return to the northern bay after a month of storms
Source: The Bay Courier
The fishermen of the northern bay put to sea again last Tuesday, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
DATED = """بلدية الميناء تفتتح حديقة عامة على الشاطئ
تاريخ النشر: 3 مايو 2024
المصدر: صحيفة الميناء
افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.
وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a dated and an undated article, and a document that waits."""
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (sources / "bay.txt").write_text(UNDATED)
    (sources / "harbour.txt").write_text(DATED)
    (sources / "list.txt").write_text("milk\nbread\nfish\n")
    ingest(tmp_path, today=TODAY)
    return tmp_path


def run(archive: Path, *arguments: str, typed: str = "") -> Result:
    """The command with its arguments."""
    return CliRunner().invoke(sijill, ["review", *arguments, "--root", str(archive)], input=typed)


def undated(archive: Path) -> Article:
    """The article in English."""
    return next(each for each in load_articles(archive).articles if each.lang.value == "en")


def test_what_is_worth_most_is_listed_first(archive: Path) -> None:
    result = run(archive, "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(each["of"], each["field"]) for each in told["doubts"]] == [
        (undated(archive).id, "date"),
        ("content/sources/list.txt", ""),
    ]
    assert told["doubts"][0]["found"] == "last Tuesday"
    assert told["total"] == 2


def test_a_day_that_need_only_be_confirmed_comes_before_other_undated_articles(archive: Path) -> None:
    text = "Fishermen put to sea again on Tuesday, and the harbour opens today, Wednesday, after a month of storms."
    row = {"title": "Harbour opens", "text": text, "source": "The Bay Courier", "date_extracted": "2015-07-22"}
    (archive / "content" / "sources" / "crawl.json").write_text(json.dumps([row]))
    ingest(archive, today=TODAY)
    first, second, _ = json.loads(run(archive, "--format", "json").stdout)["doubts"]
    assert first["title"] == "Harbour opens"
    assert "2015-07-22 if it appeared then" in first["why"]
    assert "--set date=2015-07-22" in first["cure"]
    assert "northern bay" in second["title"]


def test_a_corrected_date_holds_when_the_document_is_read_again(archive: Path) -> None:
    article = undated(archive)
    result = run(archive, article.id, "--set", "date=2024-05-04", "--note", "from the printed edition")
    assert result.exit_code == 0, result.output
    decided = undated(archive)
    assert decided.date is not None
    assert decided.date.iso == "2024-05-04"
    assert decided.id == article.id
    assert [alias.strip("/") for alias in decided.aliases] == [f"en/undated/{article.slug}"]
    assert "date | sure | person" in (decided.provenance.rules if decided.provenance else ())
    before = (archive / decided.path).read_bytes()
    report = ingest(archive, [archive / "content/sources/bay.txt"], today=TODAY)
    assert [each.status.value for each in report.documents] == ["unchanged"]
    assert (archive / decided.path).read_bytes() == before
    assert run(archive, "--format", "json").stdout.count('"field": "date"') == 0


def test_other_fields_follow_the_document_after_a_decision(archive: Path) -> None:
    article = undated(archive)
    run(archive, article.id, "--set", "date=2024-05-04")
    (archive / "content/sources/bay.txt").write_text(UNDATED.replace("by a third", "by half"))
    ingest(archive, today=TODAY)
    decided = undated(archive)
    assert "by half" in decided.body
    assert decided.date is not None
    assert decided.date.iso == "2024-05-04"


def test_an_article_may_stay_undated(archive: Path) -> None:
    article = undated(archive)
    assert run(archive, article.id, "--accept", "date").exit_code == 0
    assert undated(archive).date is None
    ingest(archive, today=TODAY)
    assert [each["of"] for each in json.loads(run(archive, "--format", "json").stdout)["doubts"]] == [
        "content/sources/list.txt"
    ]


def test_several_values_of_one_field(archive: Path) -> None:
    run(archive, undated(archive).id, "--set", "authors=Mona Salem", "--set", "authors=Adam Reed")
    ingest(archive, today=TODAY)
    assert undated(archive).authors == ("Mona Salem", "Adam Reed")


def test_a_refused_article_is_withdrawn_and_stays_so(archive: Path) -> None:
    run(archive, undated(archive).path.as_posix(), "--refuse")
    assert undated(archive).status is Status.WITHDRAWN
    ingest(archive, today=TODAY)
    assert undated(archive).status is Status.WITHDRAWN


def test_a_refused_document_waits_no_more(archive: Path) -> None:
    assert run(archive, "content/sources/list.txt", "--refuse").exit_code == 0
    assert load_set_aside(archive) == ()
    report = ingest(archive, today=TODAY)
    assert not report.needs_a_person
    assert [each.status.value for each in report.documents] == ["unchanged", "unchanged", "refused"]
    assert load_set_aside(archive) == ()


def test_one_can_be_asked_about_everything(archive: Path) -> None:
    result = run(archive, "--ask", typed="c\nyesterday\n2024-05-04\nr\n")
    assert result.exit_code == 0, result.output
    assert "that cannot be its value" in result.output
    assert undated(archive).date is not None
    assert len(load_decisions(archive)) == 2
    assert json.loads(run(archive, "--format", "json").stdout)["total"] == 0


def test_rules_are_shown_for_an_article(archive: Path) -> None:
    assert "source | sure | label" in run(archive, undated(archive).id).output


def test_of_an_undated_article_it_is_shown_what_the_text_says(archive: Path) -> None:
    shown = run(archive, undated(archive).id)
    assert "\n  date | not known | last Tuesday\n" in shown.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("none-such", "--accept", "date"),
        ("content/sources/list.txt", "--accept", "date"),
        ("--accept", "date"),
        ("content/sources/list.txt", "--set", "date=yesterday"),
        ("content/sources/list.txt", "--set", "colour=red"),
        ("content/sources/list.txt", "--set", "url=bay.example"),
        ("content/sources/list.txt", "--set", "title= "),
        ("content/sources/list.txt", "--set", "title=One", "--set", "title=Two"),
    ],
)
def test_misuse_is_told(archive: Path, arguments: tuple[str, ...]) -> None:
    assert isinstance(run(archive, *arguments).exception, MisuseError)


def test_an_edited_article_is_left_to_its_editor(archive: Path) -> None:
    file = archive / undated(archive).path
    file.write_text(file.read_text().replace("put to sea", "went to sea"))
    assert isinstance(run(archive, undated(archive).id, "--set", "date=2024-05-04").exception, MisuseError)


def test_an_answer_that_is_none_is_asked_for_again(archive: Path) -> None:
    result = run(archive, "--ask", typed="2024-05-04\nc\n2024-05-04\nq\n")
    assert "to write a value, first say c" in result.output
    date_ = undated(archive).date
    assert date_ is not None
    assert date_.iso == "2024-05-04"


def test_an_edited_article_does_not_end_the_questions(archive: Path) -> None:
    file = archive / undated(archive).path
    file.write_text(file.read_text().replace("put to sea", "went to sea"))
    assert "write `date` into the file itself" in run(archive).output
    result = run(archive, "--ask", typed="c\n2024-05-04\nr\n")
    assert result.exit_code == 0
    assert "a person has edited this article" in result.stderr
    assert "content/sources/list.txt: refused" in result.output


def test_a_document_that_waits_comes_with_both_ways_out(archive: Path) -> None:
    assert "sijill review content/sources/list.txt --refuse" in run(archive).output


def test_with_nothing_to_ask_it_says_so(archive: Path) -> None:
    run(archive, undated(archive).id, "--set", "date=2024-05-04")
    run(archive, "content/sources/list.txt", "--refuse")
    assert run(archive, "--ask").output == "nothing to look at\n"


@pytest.mark.parametrize(
    "asked", [("url=bay.example",), ("source=",), ("title=One", "title=Two"), ("authors=A", "authors=")]
)
def test_a_value_that_would_break_the_article_is_refused(archive: Path, asked: tuple[str, ...]) -> None:
    before = (archive / undated(archive).path).read_bytes()
    options = [part for text in asked for part in ("--set", text)]
    error = run(archive, undated(archive).id, *options).exception
    assert isinstance(error, MisuseError)
    assert "date" not in str(error.problem.expected)
    assert (archive / undated(archive).path).read_bytes() == before
    assert load_decisions(archive) == ()
