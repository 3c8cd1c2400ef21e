"""A fault in one item of a JSON Feed does not touch the items behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.ingest.readers.feeds.feed import read_feed
from generator.model.source import FieldName, Record, SourceDocument

TEXT = "رست أول سفينة عند الرصيف الجديد صباح الثلاثاء، وقال مدير الميناء إن العمل فيه يبدأ الأسبوع المقبل."
ITEMS = [
    {"id": str(n), "title": f"خبر {n}", "content_text": f"{TEXT} {n}", "date_published": f"2024-05-0{n}T08:00:00Z"}
    for n in range(1, 7)
]
FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "The Bay", "authors": [{"name": "Mona"}], "items": ITEMS},
    ensure_ascii=False,
    indent=1,
)


def read(text: str) -> tuple[list[str], list[Problem]]:
    """The titles of the records, and the problems."""
    both = list(read_feed(SourceDocument.of(Path("content/sources/bay/feed.json"), text.encode(), "0" * 64)))
    records = [each for each in both if isinstance(each, Record)]
    titles = [claim.value for each in records for claim in each.claims if claim.name is FieldName.TITLE]
    assert all(each.blocks for each in records)
    return titles, [each for each in both if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("damage", "code", "lost"),
    [
        ((f"{TEXT} 3", f'قال "نعم" {TEXT} 3'), "mended-json", []),
        (('"title": "خبر 3"', '"title" "خبر 3"'), "unreadable-record", ["خبر 3"]),
        (('"id": "3"', '"id": 3.}'), "unreadable-record", ["خبر 3"]),
        (('"date_published": "2024-05-03T08:00:00Z"', '"date_published": "2024-05-03T08:00:00Z",'), "", []),
    ],
    ids=["quotes", "no-colon", "brace", "comma"],
)
def test_items_behind_a_broken_one_are_read(damage: tuple[str, str], code: str, lost: list[str]) -> None:
    assert damage[0] in FEED
    titles, problems = read(FEED.replace(*damage))
    assert titles == [f"خبر {n}" for n in range(1, 7) if f"خبر {n}" not in lost]
    told = [each for each in problems if each.code == code]
    assert all(each.record == "3" and each.line for each in told)
    assert bool(told) == bool(code)


def test_an_item_that_is_no_object_does_not_shift_those_behind_it() -> None:
    titles, _ = read(FEED.replace('"items": [', '"items": ["x", 7,').replace('"title": "خبر 3"', '"title" "خبر 3"'))
    assert titles == [f"خبر {n}" for n in (1, 2, 4, 5, 6)]


def test_where_a_feed_breaks_off_the_items_before_are_read() -> None:
    titles, problems = read(FEED[: FEED.index('"خبر 5"') + 2])
    assert titles == [f"خبر {n}" for n in range(1, 5)]
    assert [(each.code, each.severity) for each in problems] == [("cut-off", Severity.ERROR)]
