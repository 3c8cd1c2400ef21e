"""Tables as certain programs give them out: Ghost, Drupal, databases' days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.ingest.readers.tables.json_table import read_json_table
from generator.model.source import FieldName, Record, SourceDocument

TEXT = "عاد الصيادون إلى الرصيف القديم بعد ثلاثة أعوام من إغلاقه."


def read(table: object) -> list[Record]:
    raw = json.dumps(table, ensure_ascii=False).encode()
    found = read_json_table(SourceDocument.of(Path("n.json"), raw, "0" * 64))
    return [each for each in found if isinstance(each, Record)]


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


@pytest.mark.parametrize("padding", [0, 9_000_000], ids=["in one piece", "larger than one object may be"])
def test_posts_of_ghost_have_the_authors_and_tags_that_stand_beside_them(padding: int) -> None:
    data = {
        "posts": [
            {"id": "p1", "title": "الرصيف القديم", "html": f"<p>{TEXT}</p>", "status": "published"},
            {"id": "p2", "title": "السوق", "html": f"<p>{TEXT} {'x ' * (padding // 2)}</p>", "status": "published"},
        ],
        "users": [{"id": "u1", "name": "ليلى حداد"}, {"id": "u2", "name": "Omar Hadi"}],
        "tags": [{"id": "t1", "name": "صيد", "description": "كل ما يخص الصيد"}, {"id": "t2", "name": "#internal"}],
        "posts_authors": [
            {"id": "a", "post_id": "p1", "author_id": "u2", "sort_order": 1},
            {"id": "b", "post_id": "p1", "author_id": "u1", "sort_order": 0},
        ],
        "posts_tags": [
            {"id": "c", "post_id": "p1", "tag_id": "t1", "sort_order": 0},
            {"id": "d", "post_id": "p1", "tag_id": "t2", "sort_order": 1},
        ],
    }
    records = read({"db": [{"meta": {"exported_on": 1714730000000, "version": "5.0"}, "data": data}]})
    assert [record.key for record in records] == ["p1", "p2"]
    assert values(records[0], FieldName.AUTHOR) == ["ليلى حداد", "Omar Hadi"]
    assert values(records[0], FieldName.KEYWORD) == ["صيد"]
    assert not values(records[1], FieldName.AUTHOR)


@pytest.mark.parametrize(
    ("node", "day"),
    [
        ({"nid": "12", "changed": "2024-05-04", "created": "2024-05-03"}, ["2024-05-03"]),
        ({"drupal_internal__nid": 12, "changed": "2024-05-04", "created": "2024-05-03"}, ["2024-05-03"]),
        ({"nid": "12", "changed": "2024-05-04", "created": "2024-05-03", "published_at": "2024-05-05"}, ["2024-05-05"]),
        ({"id": "12", "changed": "2024-05-04", "created": "2024-05-03"}, []),
    ],
)
def test_the_day_of_a_node_of_drupal(node: dict[str, object], day: list[str]) -> None:
    (record,) = read([{"title": "الرصيف", "body": TEXT, **node}])
    assert values(record, FieldName.PUBLISHED) == day


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-05-03 00:00:00", "2024-05-03"),
        ("2024-05-03T00:00:00.000Z", "2024-05-03"),
        ("2024-05-03T00:00:00+03:00", "2024-05-03"),
        ("2024-05-03 00:00", "2024-05-03 00:00"),
        ("2024-05-03 00:00:01", "2024-05-03 00:00:01"),
        ("2024-05-03 10:00:00", "2024-05-03 10:00:00"),
        ({"year": 2024, "month": 5, "day": 3}, "2024-05-03"),
        ({"$date": {"$numberLong": "1714730000000"}}, "1714730000000"),
    ],
)
def test_days_of_databases(written: object, value: str) -> None:
    (record,) = read([{"title": "الرصيف", "body": TEXT, "date": written}])
    assert values(record, FieldName.PUBLISHED) == [value]


def test_the_semicolon_of_a_character_reference_parts_no_names() -> None:
    records = read([{"title": "السوق", "body": TEXT, "author": "&nbsp;ليلى حداد; Omar &amp; Sons"}])
    assert values(records[0], FieldName.AUTHOR) == ["ليلى حداد", "Omar & Sons"]
