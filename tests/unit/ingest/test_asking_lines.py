"""Lines in which pages and letters ask, count and reserve rights, and the sentences of articles that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import Record, SourceDocument

TITLE = "Swimming pool heater fails again"
NEWS = (
    "The heater at the town pool has broken down for the fourth time since Labour Weekend.",
    "The council says a part is on its way from Timaru.",
)
SAID = (
    "Fourth time. I was there for the third, and the lifeguard had a wetsuit on. The part was on its way then too.",
    "My lessons have been cancelled since November and we have not been refunded one cent, though I rang three times.",
    "Rates going up nine per cent and we cannot warm a bath. In my day the river was the pool, and it was cold.",
)


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved. This material, and other digital content on this website, may not be reproduced, "
        "published, broadcast, rewritten or redistributed in whole or in part without prior express written permission "
        "from THE HERALD, which reserves it for its subscribers.",
        "This content may not be copied without the consent of the publisher.",
        "This article was printed from: http://www.plains.example/article.asp?id=20091116-3",
        "You are visitor number 00412.",
        "3 / 12",
        "Contact: [email protected]",
        "You are receiving this because you signed up at thetide.example. Unsubscribe · Update preferences",
        "Get more local news delivered straight to your inbox. Sign up for free newsletters and alerts.",
        "[Stay up to date with the latest news. Follow us on WhatsApp Channels.]",
    ],
)
def test_lines_of_pages_and_letters(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "This material may be used for road building once it has cooled.",
        "This article may not be published in the country, the ministry said on Sunday after its author was arrested.",
        "The notes were printed from plates of 1921 until the bank changed its name in the spring of 1944.",
        "Stay with the dog, he told her, and went down to the river.",
        "Get the ballot and vote, she told the crowd.",
        "About 3 / 12 of the fields lie fallow.",
    ],
)
def test_sentences_of_articles(line: str) -> None:
    assert not is_boilerplate(line)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body: str) -> tuple[str, ...]:
    source = f'<html lang="en"><head><title>{TITLE} | Hapua Times</title></head><body>{body}</body></html>'
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64))
    assert isinstance(record, Record)
    return tuple(block.text for block in record.blocks)


def said(texts: tuple[str, ...]) -> str:
    return "".join(f"<div class='r'><span>Kev W</span><div class='t'>{text}</div></div>" for text in texts)


def test_comments_longer_than_the_news_are_none_of_it() -> None:
    body = f"<div><h1>{TITLE}</h1><div class='n'>{paragraphs(NEWS)}</div></div><div>27 Comments</div>{said(SAID)}"
    assert read(body) == NEWS


def test_how_many_comments_there_are_may_stand_above_the_text() -> None:
    deck = "A fourth failure since Labour Weekend leaves the children of the town dry."
    body = f"<div><h1>{TITLE}</h1><p>{deck}</p><div>27 Comments</div><div class='n'>{paragraphs((*SAID, *NEWS))}</div>"
    assert set(SAID) <= set(read(body))


def test_a_letter_ends_before_its_own_address_and_the_way_out_of_it() -> None:
    text = (*NEWS, *SAID)
    foot = (
        "<tr><td><p>Sent to you by the Times. <a href='http://m.example/u'>Unsubscribe</a></p>"
        "<p>Hapua Times, 4 Slip Street</p></td></tr>"
    )
    assert read(f"<table><tr><td><h1>{TITLE}</h1>{paragraphs(text)}</td></tr>{foot}</table>") == text


def test_a_box_that_asks_for_money_goes_though_the_news_is_short() -> None:
    box = (
        "<div class='newspack-popups inline-popup'><h4>Support local news</h4><p>We are a nonprofit newsroom. Readers "
        "keep our reporting free.</p></div>"
    )
    assert (
        read(f"<article><h1>{TITLE}</h1><div class='entry-content'><p>{NEWS[0]}</p>{box}<p>{NEWS[1]}</p></div>") == NEWS
    )


def test_a_way_through_the_site_ends_no_article() -> None:
    ways = "<p><a href='/n'>Back to news</a> | <a href='/p'>Privacy</a></p>"
    assert read(f"<h1>{TITLE}</h1>{paragraphs((*NEWS, *SAID))}<hr>{ways}") == (*NEWS, *SAID)


def test_a_last_line_that_says_where_its_links_lead_is_kept() -> None:
    said = (
        "<p>The council has put its report on the heater on the shelves of the library and on its own site: "
        "<a href='/r.pdf'>English</a> | <a href='/m.pdf'>Māori</a></p>"
    )
    assert read(f"<h1>{TITLE}</h1>{paragraphs((*NEWS, *SAID))}{said}")[-1].endswith("site: English | Māori")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='dmpu'><span>Sponsored</span><p>Win a weekend for two at the Quay Hotel. Enter now.</p></div>",
        "<div><div>Partner content</div><div><p>Win a weekend for two at the Quay Hotel.</p></div></div>",
        "<div class='cover'><p>Help us mend the next one</p>"
        "<div><a class='wp-block-button__link' href='/d'>Give</a></div></div>",
    ],
)
def test_boxes_that_are_paid_for_or_end_in_a_button_are_left_out(box: str) -> None:
    text = (*NEWS, *SAID)
    body = f"{paragraphs(text[:2])}{box}{paragraphs(text[2:])}"
    assert read(f"<article><h1>{TITLE}</h1><div>{body}</div></article>") == text


@pytest.mark.parametrize(
    "part",
    [
        "<div><div>Advertisement</div><p>{}</p></div>",
        "<div><p>{}</p><p>Sponsored</p></div>",
        "<div><p>{}</p><div><a class='btn' href='/d'>Give</a></div></div>",
    ],
)
def test_text_beside_a_place_for_advertising_or_a_button_is_kept(part: str) -> None:
    said = part.format(NEWS[1])
    found = read(f"<article><h1>{TITLE}</h1><div><p>{NEWS[0]}</p>{said}{paragraphs(SAID)}</div></article>")
    assert NEWS[1] in found
