"""Whole pages one behind the other in a document: each is an article; what only looks so is one page as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument
from tests.unit.ingest.test_trimming import TEXT, TITLE, paragraphs, texts

SECOND = "الميناء يستقبل أول باخرة ركاب منذ تسع سنوات"
NEWS = (
    "رست في ميناء المدينة فجر اليوم باخرة تحمل أربعمئة راكب قادمين من الساحل المقابل، وهي الأولى منذ توقف الخط.",
    "وقال مدير الميناء إن الرحلات ستكون مرتين في الأسبوع، وإن ثمن التذكرة يشمل نقل السيارات الصغيرة والدراجات.",
    "ويتوقع التجار أن تعود المقاهي القريبة من الرصيف إلى العمل ليلا كما كانت قبل عشر سنوات.",
)
END = "</body></html>"


def page(title: str, words: tuple[str, ...], day: str = "", end: str = END) -> str:
    head = f"<head><title>{title} | الميناء</title></head>"
    return (
        f"<!DOCTYPE html>\n<html lang='ar'>{head}<body><h1>{title}</h1><p>{day}</p><div>{paragraphs(words)}</div>{end}"
    )


def records(source: str) -> list[Record]:
    document = SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64)
    return [each for each in read_saved_page(document) if isinstance(each, Record)]


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


@pytest.mark.parametrize("between", ["", "\n", "\n<!-- 2 -->\n"])
def test_two_pages_are_two_articles(between: str) -> None:
    one, two = page(TITLE, TEXT, "3 مارس 2024"), page(SECOND, NEWS, "5 أبريل 2024")
    first, second = records(f"{one}{between}{two}")
    assert [texts(first), texts(second)] == [list(TEXT), list(NEWS)]
    assert [values(first, FieldName.PUBLISHED), values(second, FieldName.PUBLISHED)] == [
        ["3 مارس 2024"],
        ["5 أبريل 2024"],
    ]
    assert (first.key, second.key, second.placed) == ("", "2", True)
    assert second.line == 1 + f"{one}{between}{two}".count("\n", 0, len(one) + len(between) + two.index(NEWS[0]))


def test_a_page_without_its_end_ends_where_the_next_begins() -> None:
    found = records(page(TITLE, TEXT, end="") + "\n" + page(SECOND, NEWS, end=""))
    assert [texts(each) for each in found] == [list(TEXT), list(NEWS)]


def test_the_same_page_twice_is_one_article() -> None:
    found = records(page(TITLE, TEXT) + page(TITLE, TEXT))
    assert [texts(each) for each in found] == [list(TEXT)]


def test_frames_of_a_page_that_are_whole_documents_are_no_articles() -> None:
    menu = "<html><head><title>القائمة</title></head><body><a href='/1'>محليات</a> <a href='/2'>رياضة</a></body></html>"
    found = records(menu + page(TITLE, TEXT) + menu)
    assert [texts(each) for each in found] == [list(TEXT)]


def test_a_page_that_a_script_writes_is_none() -> None:
    script = f"<script>w.document.write('<p>'\n+'<!DOCTYPE html><html><head><title>{SECOND}</title></head>');</script>"
    found = records(page(TITLE, TEXT, end=f"{script}{paragraphs(NEWS)}{END}"))
    assert len(found) == 1
