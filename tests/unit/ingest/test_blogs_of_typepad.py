"""Blogs whose day stands in a header above the entry, and several authors behind one whom the markup names."""

from __future__ import annotations

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.model.source import FieldName
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def test_the_day_in_a_header_above_the_entry_is_its_day() -> None:
    entry = f'<div class="entry"><h3 class="entry-header">{TITLE}</h3><div class="entry-body">{TEXT}</div></div>'
    body = f'<div id="beta"><h2 class="date-header">September 25, 2024</h2>{entry}</div>'
    days = [claim.value for claim in read(body).claims if claim.name is FieldName.PUBLISHED]
    assert "September 25, 2024" in days


def test_links_to_several_authors_say_more_than_markup_that_names_one() -> None:
    linked = "".join(f'<li><a href="/author/{name[:4].lower()}/1">{name}</a></li>' for name in ("Jane Doe", "John Roe"))
    named = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry line to reopen after eleven '
    named += 'months","author":{"@type":"Person","name":"Jane Doe"}}</script>'
    body = f"{named}<article><h1>Ferry line to reopen after eleven months</h1><ul>{linked}</ul>{TEXT}</article>"
    authors = [claim.value for claim in read(body).claims if claim.name is FieldName.AUTHOR]
    assert authors == ["Jane Doe", "John Roe"]


def test_boxes_of_reactions_are_none_of_the_text() -> None:
    box = '<div class="reactions"><h3>Your Reaction?</h3><ul><li>LOL</li><li>win</li></ul></div>'
    assert "LOL" not in text_of(read(f'<article><h1>Ferry</h1><div class="post">{TEXT}{box}</div></article>'))


def test_a_notice_of_affiliate_links_is_the_pages() -> None:
    assert is_boilerplate("This post may contain affiliate links. Read my full disclosure policy.")
    assert not is_boilerplate("This article uses affiliate links to show how shops pay bloggers, a large business.")


def test_the_byline_of_another_article_in_a_box_of_links_is_not_the_articles() -> None:
    link = '<a href="/a/1"><span>The Quiet Ships</span> <span>By Ann Lowe</span></a>'
    box = f'<div class="more"><div>More from us</div>{link}</div>'
    body = (
        f'<article><h1>{TITLE}</h1><div class="contrib"><a href="/sites/jdoe/">Jane Doe</a></div><p>{PARAGRAPHS[0]}</p>'
    )
    record = read(f"{body}{box}{''.join(f'<p>{each}</p>' for each in PARAGRAPHS[1:])}</article>")
    assert "Ann Lowe" not in [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR]
