"""Tables that hold more than one text a row: the whole one is taken, and what is in no article is told."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.csv_table import read_csv_table
from generator.model.source import Record, SourceDocument
from generator.store.table_mapping import FieldMapping, TableMapping

FIRST = (
    "The harbour board closed the eastern quay on Sunday after divers had found cracks in three of its piles, and "
    "ships were sent to the ports of the south while engineers looked for the cause, which is older than the quay. "
)
SECOND = (
    "Fishermen whose boats lie in the inner basin were told to move them before Thursday, and the board offered berths "
    "without dues until the quay is open again; the chairman of their union called that the least that could be done. "
)
OTHER = (
    "وقال رئيس البلدية إن إغلاق الرصيف لن يطول، وإن المهندسين وعدوا بتقرير أول خلال عشرة أيام، على أن تعود السفن "
    "الصغيرة إلى الميناء قبل موسم الصيد، وأضاف أن البلدية ستعوض أصحاب المحال القريبة عن أيام التوقف كلها."
)


def table(*rows: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def read(text: str, mapping: TableMapping | None = None) -> tuple[list[str], list[Problem]]:
    """The texts of the records, and the problems."""
    document = SourceDocument.of(Path("content/sources/bahr/t.csv"), text.encode(), "0" * 64)
    found: Iterator[Record | Problem] = read_csv_table(document, mapping=mapping)
    both = list(found)
    texts = [" ".join(block.text for block in each.blocks) for each in both if isinstance(each, Record)]
    return texts, [each for each in both if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("name", "short", "longer"),
    [
        ("full_text", FIRST, FIRST + SECOND),
        ("full_text", FIRST[:190] + "… [+240 chars]", FIRST + SECOND),
        ("full_text", FIRST, f"<p>{FIRST}</p><p>{SECOND}</p>"),
        ("النص الكامل", OTHER[:90] + "...", OTHER),
    ],
    ids=["whole", "cut-off", "html", "arabic"],
)
def test_of_two_texts_of_which_one_goes_on_the_whole_one_is_taken(name: str, short: str, longer: str) -> None:
    texts, problems = read(table(["title", "content", name], ["Quay closed", short, longer]))
    assert SECOND.strip() in texts[0] or texts == [OTHER]
    assert [each.code for each in problems if each.severity is not Severity.HINT] == []


def test_of_one_text_in_two_dresses_the_first_is_taken() -> None:
    texts, problems = read(
        table(["title", "content", "body_html"], ["Quay closed", FIRST, f"<p class='x'>{FIRST}</p>"])
    )
    assert texts == [FIRST.strip()]
    assert [each.code for each in problems if each.severity is not Severity.HINT] == []


def test_a_text_that_is_in_no_article_is_told() -> None:
    texts, problems = read(
        table(["title", "lead", "text1", "text2", "city"], *(["Quay closed", FIRST[:80], FIRST, OTHER, "Tyre"],) * 3)
    )
    assert len(texts) == 3
    (told,) = (each for each in problems if each.code == "unused-text")
    assert told.severity is Severity.WARNING
    assert told.found == "text1, text2"
    assert "body: text1" in told.cure


def test_a_text_that_repeats_what_was_taken_is_not_told() -> None:
    _, problems = read(table(["title", "content", "clean"], ["Quay closed", FIRST + SECOND, (FIRST + SECOND).lower()]))
    assert [each.code for each in problems if each.severity is not Severity.HINT] == []


def test_a_mapping_whose_columns_are_not_there_is_named_where_no_row_has_a_text() -> None:
    mapping = TableMapping(
        Path("content/sources/bahr/t.mapping.yml"),
        fields=(("title", FieldMapping(("h",))), ("body", FieldMapping(("bb",)))),
    )
    texts, problems = read(table(["h", "b"], ["Quay closed", FIRST]), mapping)
    assert texts == []
    (told,) = (each for each in problems if each.code == "no-such-column")
    assert told.found == "bb"
    assert told.path == mapping.path
    assert told.severity is Severity.ERROR
    assert "b, h" in told.expected


def test_names_of_columns_that_come_again_are_no_row() -> None:
    head = ["title", "date", "body"]
    texts, problems = read(
        table(head, ["One", "2020-01-01", FIRST], head, ["Two", "2020-01-02", SECOND], ["title", "2020-01-03", OTHER])
    )
    assert texts == [FIRST.strip(), SECOND.strip(), OTHER.strip()]
    assert problems == []


@pytest.mark.parametrize(
    "names", [["Headline Text", "Details", "Web address"], ["news_headline", "full_story", "link_url"]]
)
def test_further_usual_names_of_columns(names: list[str]) -> None:
    texts, problems = read(table(names, ["Quay closed", FIRST, "https://bahr.example/1"]))
    assert texts == [FIRST.strip()]
    assert problems == []
