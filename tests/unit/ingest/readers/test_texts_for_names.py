"""Columns of people in which whole texts stand: they name nobody, and are not lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.ingest.readers.tables.json_table import read_json_table
from generator.model.source import FieldName, Record, SourceDocument

LEAD = (
    "صور- وكالات: أغلقت إدارة الميناء، يوم الأحد الماضي، الرصيف الشرقي المطل على الحوض الداخلي بعد ظهور شقوق في ثلاث "
    "دعامات."
)
REST = "وأرسلت السفن إلى موانئ الجنوب ريثما يعرف المهندسون سبب الشقوق التي يظنونها أقدم من الرصيف نفسه."


def read(author: str, content: str) -> Record:
    raw = json.dumps([{"title": "إغلاق رصيف", "author": author, "content": content}], ensure_ascii=False).encode()
    document = SourceDocument.of(Path("content/sources/bahr/t.json"), raw, "0" * 64)
    (record,) = (each for each in read_json_table(document) if isinstance(each, Record))
    return record


def authors(record: Record) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR]


def test_the_beginning_of_the_article_names_nobody() -> None:
    record = read(LEAD, f"{LEAD} {REST}")
    assert authors(record) == []
    assert record.removed == ()


def test_a_text_that_the_article_does_not_have_is_kept_beside_it() -> None:
    record = read(LEAD, REST)
    assert authors(record) == []
    assert record.removed == (LEAD,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Salma Idrissi, Peter Van Houten, Omar Haddad, Lina Khoury, Karim Saab, Nour Aziz, Huda Badawi", 7),
        ("هدى بدوي، أستاذة الاقتصاد في الجامعة الأهلية بمدينة صور", 2),
        ("وكالات - صور", 1),
    ],
)
def test_many_names_and_what_people_are_stay_names(text: str, names: int) -> None:
    assert len(authors(read(text, REST))) == names
