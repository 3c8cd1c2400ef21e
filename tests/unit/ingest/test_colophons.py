"""What a page tells far from the headline: who posted an entry and when, facts in a list, a day in its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

TEXT = (
    "<p>The harbour authority voted on Tuesday to reopen the northern ferry line, which a storm had shut in January "
    "and which some 4,000 islanders use to reach their work.</p><p>Two engineering firms found that the pier can carry "
    "passengers again if its outer pilings are replaced first, a task of ninety days.</p><p>The ministry of transport "
    "has set aside eight million for the line over three years, a sum that covers fuel and crews.</p>"
)
KUBRICK = (
    '<p class="postmetadata alt"><small>This entry was posted by Jane Doe on Friday, November 3rd, 2006 at 8:41 am and '
    'is filed under <a href="/c/ferries" rel="category tag">Ferries</a>. You can follow any responses to this entry '
    "through the feed.</small></p>"
)


def claims(body: str, name: FieldName, *, title: str = "Ferry line to reopen | The Bay Courier") -> list[str]:
    source = f"<html><head><title>{title}</title></head><body><h1>Ferry line to reopen</h1>{body}</body></html>"
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64))
    assert isinstance(record, Record)
    return [claim.value for claim in record.claims if claim.name is name]


def test_the_sentence_below_an_entry_tells_its_day_and_its_writer() -> None:
    body = f'<div class="entrytext">{TEXT}{KUBRICK}</div>'
    assert claims(body, FieldName.PUBLISHED) == ["Friday, November 3rd, 2006 at 8:41 am"]
    assert claims(body, FieldName.AUTHOR) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("sentence", "day", "writer"),
    [
        ("This entry was posted in Ferries on July 3, 2013 by Jane Doe.", ["July 3, 2013"], ["Jane Doe"]),
        ("This entry was posted in Ferries and tagged pier by Jane Doe. Bookmark the permalink.", [], ["Jane Doe"]),
        ("This entry was posted on Tuesday, July 3rd, 2007 and is filed under A.", ["Tuesday, July 3rd, 2007"], []),
        ("This entry was posted by admin on Tuesday, July 3rd, 2007.", ["Tuesday, July 3rd, 2007"], []),
    ],
)
def test_its_forms_of_several_years(sentence: str, day: list[str], writer: list[str]) -> None:
    body = f'<div class="entry-content">{TEXT}</div><footer class="entry-utility">{sentence}</footer>'
    assert claims(body, FieldName.PUBLISHED) == day
    assert claims(body, FieldName.AUTHOR) == writer


def test_several_entries_tell_nothing_of_one() -> None:
    other = KUBRICK.replace("Jane Doe", "John Roe").replace("3rd", "9th")
    assert claims(f"<div>{TEXT}{KUBRICK}</div><div><p>Older.</p>{other}</div>", FieldName.PUBLISHED) == []


def test_a_list_of_facts_beside_the_text_tells_day_and_writer() -> None:
    facts = "<ul><li><strong>Date</strong> 17.04.2015</li><li><strong>Author</strong> Jane Doe</li></ul>"
    body = f'<div class="longText">{TEXT}</div><div class="col1">{facts}</div>'
    assert claims(body, FieldName.PUBLISHED) == ["17.04.2015"]
    assert claims(body, FieldName.AUTHOR) == ["Jane Doe"]


def test_dates_of_several_events_in_a_list_are_no_publication() -> None:
    events = "".join(f"<ul><li><b>Date:</b> {day}.04.2015</li><li><b>Place:</b> Pier</li></ul>" for day in (17, 18))
    assert claims(f"<div>{TEXT}</div><div>{events}</div>", FieldName.PUBLISHED) == []


def test_a_day_at_the_end_of_the_windows_title_is_a_day_and_not_the_site() -> None:
    title = "Ferry line to reopen | Coast | The Bay Courier | 17.04.2015"
    assert claims(f"<div>{TEXT}</div>", FieldName.PUBLISHED, title=title) == ["17.04.2015"]
    assert "17.04.2015" not in claims(f"<div>{TEXT}</div>", FieldName.SOURCE, title=title)


def test_a_day_in_the_head_is_believed_before_the_colophon() -> None:
    body = f'<div class="date">2 November 2006</div><div class="entrytext">{TEXT}{KUBRICK}</div>'
    assert claims(body, FieldName.PUBLISHED)[0] == "2 November 2006"


def test_a_reporter_without_a_name_is_nobody() -> None:
    assert claims(f"<p>By Our Transport Reporter</p><div>{TEXT}</div>", FieldName.AUTHOR) == []
