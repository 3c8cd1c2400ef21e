"""Documents built to stall a pattern are read like any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.errors import UnreadableError
from generator.ingest.dissect import Reading, dissect
from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.ingest.readers.text.plain_text import read_plain_text
from generator.model.source import Record, SourceDocument
from generator.text.dates.hints import find_date_hints

PARAGRAPH = "عادت السفن إلى المرفأ القديم بعد عامين من الترميم والعمل المتواصل في الأرصفة والمخازن."


@pytest.mark.parametrize(
    "line", ["** " + " " * 400_000 + "x", "\t " * 200_000 + "x", "-" * 400_000, "-- " * 100_000, "🔴 " * 50_000 + "x"]
)
def test_a_long_run_of_signs_or_spaces_is_read(line: str) -> None:
    raw = f"السفن تعود إلى المرفأ القديم\n{PARAGRAPH}\n{line}\n{PARAGRAPH}".encode()
    text = read_plain_text(SourceDocument.of(Path("a.txt"), raw, "0" * 64))
    found = dissect(text.lines, Reading(date(2026, 11, 1)))
    assert [draft.title for draft in found.drafts] == ["السفن تعود إلى المرفأ القديم"]


HEADLINE = "السفن تعود إلى المرفأ"
PAGE = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{PARAGRAPH}"
MESSAGE = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("elements.html", PAGE + "<div>" * 300_000),
        ("references.html", PAGE + "&amp" * 2_000_000),
        ("parts.mhtml", MESSAGE + '--b\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' * 20_000),
    ],
)
def test_a_page_that_would_take_for_ever_is_refused(name: str, page: str) -> None:
    document = SourceDocument.of(Path(name), page.encode(), "0" * 64)
    with pytest.raises(UnreadableError) as refused:
        list(read_saved_page(document))
    problem = refused.value.problem
    assert (problem.code, problem.path) == ("costly-page", Path(name))
    assert problem.cure


@pytest.mark.parametrize("form", ["a{}=1", "a{}", 'a{}="<>"', "a{}='/'", 'a"{}', "data-{} = x"])
def test_a_tag_of_countless_attributes_costs_no_word(form: str) -> None:
    tag = f"<p {' '.join(form.format(number) for number in range(150_000))} class=last>"
    page = PAGE.replace("<article>", tag + "<article>").encode()
    (record,) = read_saved_page(SourceDocument.of(Path("a.html"), page, "0" * 64))
    assert isinstance(record, Record)
    assert PARAGRAPH in [block.text for block in record.blocks]
    assert [block.text for block in blocks_of(f"{tag}{PARAGRAPH}</p>").blocks] == [PARAGRAPH]


def test_hints_are_found_in_a_line_of_countless_dates() -> None:
    line = "the harbour opened last Tuesday and nobody came, said the keeper. " + "1/2/2024 " * 400_000
    assert find_date_hints(line) == ("last Tuesday",)
