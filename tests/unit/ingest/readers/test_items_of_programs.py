"""Tables that scrapers, readers of feeds, reference managers and databases write, each in its own way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.model.article import Status

if TYPE_CHECKING:
    from generator.model.article import Article
    from tests.unit.ingest.conftest import Press

TITLE = "Passenger ship ties up at the eastern port"
LINES = (
    "The first passenger ship in five years tied up at the eastern port yesterday with three hundred people on board.",
    "The line will run twice a week until the end of the summer, the harbour master said.",
)
TEXT = "\n\n".join(LINES)


def one(press: Press, **columns: Any) -> Article:
    press.put("a/t.json", json.dumps([{"title": TITLE, "text": TEXT, **columns}], ensure_ascii=False))
    return press.one()


@pytest.mark.parametrize("column", ["text", "markdown"])
def test_a_text_in_markdown(press: Press, column: str) -> None:
    text = f"{LINES[0]} See [the plan](https://a.example/plan) and **book early**.\n\n## Fares\n\n{LINES[1]}"
    press.put("a/t.json", json.dumps([{"title": TITLE, column: text}]))
    body = press.one().body
    assert "[the plan](https://a.example/plan) and **book early**." in body
    assert "\n\n## Fares\n\n" in body


def test_each_line_of_a_text_with_a_mark_of_markdown_is_a_paragraph(press: Press) -> None:
    article = one(press, text=f"{LINES[0]}\n**{LINES[1]}**\nFares stay as they are.")
    assert article.body.split("\n\n") == [LINES[0], LINES[1], "Fares stay as they are."]


@pytest.mark.parametrize("line", ["#harbour #ships", "** see the notice", "Fares [from May] (in coins) rise", "3 ** 2"])
def test_signs_that_are_no_markdown_stay(press: Press, line: str) -> None:
    article = one(press, text=f"{LINES[0]}\n{line}\n{LINES[1]}")
    assert len(article.body.split("\n\n")) == 3
    assert "<" not in article.body


def test_a_headline_without_the_name_of_the_site_where_the_text_begins_with_it(press: Press) -> None:
    article = one(press, title=f"{TITLE} | The Courier", text=f"{TITLE}\n{TEXT}")
    assert article.title == TITLE


def test_a_headline_with_a_bar_stays_where_the_text_does_not_begin_with_it(press: Press) -> None:
    assert one(press, title=f"{TITLE} | In pictures").title == f"{TITLE} | In pictures"


@pytest.mark.parametrize(
    ("columns", "field", "value"),
    [
        ({"mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.example/1"}}, "url", "https://a.example/1"),
        ({"canonical_link": "https://a.example/1"}, "url", "https://a.example/1"),
        ({"Link to Content": '<a href="https://a.example/1" hreflang="en">view</a>'}, "url", "https://a.example/1"),
        ({"container-title": "The Courier"}, "source", "The Courier"),
        ({"origin": {"title": "The Courier", "htmlUrl": "https://c.example"}}, "source", "The Courier"),
        ({"feed": {"title": "The Courier", "feed_url": "https://c.example/feed"}}, "source", "The Courier"),
        ({"feed": "https://c.example/feed"}, "url", None),
        ({"author": [{"family": "Haddad", "given": "Samer"}]}, "authors", ("Samer Haddad",)),
        ({"author": {"node": {"name": "Samer Haddad"}}}, "authors", ("Samer Haddad",)),
        ({"author": [{"first": "Samer", "last": "Haddad"}]}, "authors", ("Samer Haddad",)),
        ({"author": {"givenName": "Samer", "familyName": "Haddad"}}, "authors", ("Samer Haddad",)),
        ({"author": {"stringValue": "Samer Haddad"}}, "authors", ("Samer Haddad",)),
        ({"author": {"S": "Samer Haddad"}}, "authors", ("Samer Haddad",)),
        ({"user": {"id": 4, "name": "Samer Haddad", "email": "s@a.example"}}, "authors", ("Samer Haddad",)),
        ({"user": {"id": 4, "name": "Desk"}, "author": "Samer Haddad"}, "authors", ("Samer Haddad",)),
        ({"is_archived": 1, "published_by": ["Samer Haddad"]}, "authors", ("Samer Haddad",)),
        ({"published_by": "Samer Haddad"}, "authors", ()),
        ({"Authored by": "Samer Haddad"}, "authors", ("Samer Haddad",)),
        ({"published": "0"}, "status", Status.DRAFT),
        ({"published": 1}, "status", Status.PUBLISHED),
        ({"published": True}, "status", Status.PUBLISHED),
        ({"published_at": 0}, "status", Status.PUBLISHED),
    ],
)
def test_what_a_program_calls_a_field(press: Press, columns: dict[str, Any], field: str, value: object) -> None:
    assert getattr(one(press, **columns), field) == value


@pytest.mark.parametrize(
    ("columns", "day"),
    [
        ({"issued": {"date-parts": [[2024, 11, 5]]}}, "2024-11-05"),
        ({"issued": {"date-parts": [["2024", "11"]]}}, "2024-11"),
        ({"publishedAt": {"__type": "Date", "iso": "2025-06-13T10:00:00.000Z"}}, "2025-06-13T10:00:00+00:00"),
        ({"publishedAt": {"_seconds": 1748858400, "_nanoseconds": 0}}, "2025-06-02T10:00:00+00:00"),
        ({"publishedAt": {"timestampValue": "2025-06-13T10:00:00Z"}}, "2025-06-13T10:00:00+00:00"),
        ({"Authored on": "Thu, 03/06/2025 - 12:00"}, "2025-03-06T12:00:00"),
        ({"التاريخ الهجري": "06/12/1446هـ"}, "2025-06-02"),
        ({"التاريخ الهجري": "06/12/1446هـ", "التاريخ الميلادي": "2025-06-02"}, "2025-06-02"),
        ({"published": "1"}, None),
    ],
)
def test_what_a_program_calls_a_day(press: Press, columns: dict[str, Any], day: str | None) -> None:
    article = one(press, **columns)
    assert (article.date.iso if article.date else None) == day


def test_terms_of_an_answer_of_graphql(press: Press) -> None:
    article = one(
        press,
        tags={"nodes": [{"name": "ships"}, {"name": "ferries"}]},
        categories={"edges": [{"node": {"name": "Port"}}]},
    )
    assert {"ships", "ferries", "Port"} <= set(article.tags)


def test_front_matter_of_grav(press: Press) -> None:
    press.put(
        "a/item.md",
        f"---\ntitle: '{TITLE}'\ndate: '02-06-2025 21:15'\ntaxonomy:\n    category:\n        - transport\n"
        f"    tag: [ferry, council]\nmetadata:\n    description: In short.\n---\n{TEXT}\n",
    )
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2025-06-02T21:15:00"
    assert {"transport", "ferry", "council"} <= set(article.tags)
    assert article.description == "In short."


def test_a_day_with_hyphens_in_other_front_matter_stays_unknown(press: Press) -> None:
    press.put("a/item.md", f"---\ntitle: '{TITLE}'\ndate: '02-06-2025'\ntags: [ferry]\n---\n{TEXT}\n")
    assert press.one().date is None
