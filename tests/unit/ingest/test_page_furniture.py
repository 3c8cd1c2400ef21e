"""What pages put into an article and around it: left out of the body, and told; and bodies in several elements."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument

PARAGRAPHS = (
    "The harbour authority voted on Tuesday to reopen the northern ferry line, which a storm had shut in January and "
    "which some 4,000 islanders use to reach their work.",
    "Two engineering firms found that the pier can carry passengers again if its outer pilings are replaced first, a "
    "task that should take no longer than ninety days.",
    "Fishermen who have used the empty berths since the closure said that the authority had promised them room until "
    "the end of the season, and asked for it in writing.",
    "The ministry of transport has set aside eight million for the line over three years, a sum that covers fuel and "
    "crews but no replacement for the older of the two ships.",
    "That ship failed its inspection twice last year, when inspectors noted corrosion below the waterline and a fire "
    "door that would not close.",
    "Members of the council are to take up the question of fares at their next meeting, in the first week of October, "
    "when the residents' petition is to be read as well.",
)
TITLE = "Ferry line to reopen after eleven months"
INVITATION = "Get the news of the coast in your inbox every Friday."


def page(body: str) -> str:
    """A page of a news site around `body`."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Bay Courier</title>'
        f'<meta property="article:published_time" content="2024-09-25T08:00:00Z"></head><body><nav><ul>'
        f'<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>{body}'
        "<footer><p>The Bay Courier, 1 Quay Street</p></footer></body></html>"
    )


def read(body: str) -> Record:
    document = SourceDocument.of(Path("content/sources/page.html"), page(body).encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    return record


def text_of(record: Record) -> str:
    return "\n".join(block.text for block in record.blocks)


def test_a_body_in_several_elements_of_one_name_is_read_whole() -> None:
    parts = "".join(f'<div class="wrap"><div class="article-body"><p>{each}</p></div></div>' for each in PARAGRAPHS)
    cards = "".join(
        f'<div class="card"><h4><a href="/{n}">{name}</a></h4><p>The council of the coast met on Monday and heard what '
        f"the fishermen of harbour {n} had to say of it.</p></div>"
        for n, name in enumerate(("Storm delays flights across the coast", "School closes early for the regatta"))
    )
    record = read(f"<main><h1>{TITLE}</h1><article>{parts}</article><div class='more'>{cards}</div></main>")
    assert [block.text for block in record.blocks] == list(PARAGRAPHS)


def test_a_body_that_an_advertisement_parts_is_read_whole() -> None:
    first, second = (
        f'<div class="articleText"><div class="article-body-text part-{n}"><div class="content">'
        + "".join(f"<p>{each}</p>" for each in PARAGRAPHS[3 * n : 3 * n + 3])
        + "</div></div></div>"
        for n in range(2)
    )
    record = read(f"<article><h1>{TITLE}</h1>{first}<div class='ad'>Advertisement</div>{second}</article>")
    assert [block.text for block in record.blocks] == list(PARAGRAPHS)


def test_the_next_article_below_is_no_part_of_a_body() -> None:
    own = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[:3])
    other = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[3:])
    record = read(
        f'<h1>{TITLE}</h1><div class="entry-content">{own}</div>'
        f'<h1><a href="/next">Old ship fails again</a></h1><div class="entry-content">{other}</div>'
    )
    assert [block.text for block in record.blocks] == list(PARAGRAPHS[:3])


def test_an_invitation_to_sign_up_is_told_and_is_no_paragraph() -> None:
    for box in (
        f'<div class="x1"><h3>The Friday Letter</h3><p>{INVITATION}</p><form><input type="email"></form></div>',
        f'<div data-qa="nl"><span>WEEKLY</span><p>{INVITATION}</p><button>Submit</button></div>',
        f'<div class="NewsletterSignup"><p>{INVITATION}</p></div>',
    ):
        paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
        record = read(f"<article><h1>{TITLE}</h1>{''.join([*paragraphs[:3], box, *paragraphs[3:]])}</article>")
        assert [block.text for block in record.blocks] == list(PARAGRAPHS)
        assert any(INVITATION in text for text in record.removed)


def test_a_form_around_the_whole_page_takes_nothing_away() -> None:
    paragraphs = "".join(
        f"<p>{each}</p>" for each in (*PARAGRAPHS, "Subscribers of the ferry pay no more than before.")
    )
    record = read(
        f'<form id="aspnetForm" action="x.aspx"><input name="s"><div><h1>{TITLE}</h1>{paragraphs}</div></form>'
    )
    assert [block.text for block in record.blocks][-1] == "Subscribers of the ferry pay no more than before."


def test_a_name_like_furniture_around_much_of_a_body_takes_nothing_away() -> None:
    first = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[:2])
    rest = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[2:])
    record = read(f'<article><h1>{TITLE}</h1>{first}<div class="share-text">{rest}</div></article>')
    assert [block.text for block in record.blocks] == list(PARAGRAPHS)


def test_what_stands_below_a_marked_body_is_told_but_notes_and_corrections_stay() -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    appeal = "If you liked this story, consider becoming a member of the paper, which costs less than a coffee."
    record = read(
        f'<div class="wrap"><h1>{TITLE}</h1><div class="rich-text">{paragraphs}</div>'
        '<section class="footnotes"><ol><li><p>'
        "Harbour authority, annual report for the year 2023, page 41.</p></li></ol></section>"
        "<p>Correction: An earlier version of this article gave the wrong year for the building of the ship.</p>"
        f"<p>{appeal}</p></div>"
    )
    text = text_of(record)
    assert "annual report for the year 2023" in text
    assert "gave the wrong year" in text
    assert appeal not in text
    assert any(appeal in each for each in record.removed)


def test_a_list_without_links_below_a_paragraph_stays_though_nothing_around_it_says_what_it_is() -> None:
    record = read(
        f"<div><div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><ul><li>Pilings: 14</li><li>Divers: 3</li></ul>"
        f"{''.join(f'<p>{each}</p>' for each in PARAGRAPHS[1:])}</div></div>"
    )
    assert [block.text for block in record.blocks[1:3]] == ["Pilings: 14", "Divers: 3"]


def test_links_between_the_paragraphs_that_lead_elsewhere_are_told_and_left_out() -> None:
    for link in (
        '<p><a href="/1"><strong>OLD SHIP FAILS INSPECTION FOR THE THIRD TIME</strong></a></p>',
        '<p><strong>Read more</strong><a href="/1"><strong>Old ship fails inspection again</strong></a></p>',
        '<p class="cta"><a class="btn btn-primary" href="/1">Buy a ticket</a></p>',
    ):
        paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
        record = read(f"<article><h1>{TITLE}</h1>{''.join([*paragraphs[:3], link, *paragraphs[3:]])}</article>")
        assert [block.text for block in record.blocks] == list(PARAGRAPHS)
        assert len(record.removed) == 2  # the title has its own field


def test_a_paragraph_that_is_a_link_and_prose_in_capitals_stay() -> None:
    for stays in (
        '<p><a href="/report.pdf">The full report of the two firms</a></p>',
        "<p>THE FERRY WILL RUN AGAIN, THE CHAIR CRIED INTO THE HALL.</p>",
        '<p>Read <a href="/1">what the fishermen wrote to the authority</a> in March.</p>',
    ):
        paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
        record = read(f"<article><h1>{TITLE}</h1>{''.join([*paragraphs[:3], stays, *paragraphs[3:]])}</article>")
        assert len(record.blocks) == len(PARAGRAPHS) + 1


def test_a_link_that_opens_a_picture_in_a_window_of_its_own_is_no_furniture() -> None:
    figure = (
        '<figure><a class="td-modal-image" href="https://bay.example/pier.jpg"><img src="https://bay.example/pier-696.jpg">'
        "</a><figcaption>The pier in March</figcaption></figure>"
    )
    advertisement = '<div class="rec"><span>- Advertisement -</span><img src="https://bay.example/buy.jpg"></div>'
    paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
    record = read(f'<div class="post-content">{figure}{advertisement}{"".join(paragraphs)}</div>')
    figures = [block for block in record.blocks if block.kind is BlockKind.FIGURE]
    assert [block.text for block in figures] == ["The pier in March"]


def test_what_a_figure_says_of_its_table_stays() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n}00 tons</td></tr>" for n in range(1, 5))
    paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
    table = f"<figure><table>{rows}</table><figcaption>Freight of the four piers in a week</figcaption></figure>"
    record = read(f"<article><h1>{TITLE}</h1>{''.join([*paragraphs[:3], table, *paragraphs[3:]])}</article>")
    assert "Freight of the four piers in a week" in text_of(record)


def test_the_section_above_a_title_is_no_line_of_the_body() -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read(f'<article><a href="/coast">North Coast</a><h1>{TITLE}</h1>{paragraphs}</article>')
    assert [block.text for block in record.blocks] == list(PARAGRAPHS)
    assert "North Coast" in record.removed


def test_the_widgets_of_a_page_builder_are_no_furniture() -> None:
    def widget(inner: str) -> str:
        return f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><div>{inner}</div></div>'

    picture = widget('<figure><img src="https://bay.example/1.jpg"><figcaption>At the pier</figcaption></figure>')
    halves = ["".join(f"<p>{each}</p>" for each in part) for part in (PARAGRAPHS[:3], PARAGRAPHS[3:])]
    record = read(f"<article>{widget(f'<h1>{TITLE}</h1>')}{widget(halves[0])}{picture}{widget(halves[1])}</article>")
    assert [block.text for block in record.blocks] == [*PARAGRAPHS[:3], "At the pier", *PARAGRAPHS[3:]]


@pytest.mark.parametrize(
    "text",
    [
        "A version of this article appears in print on May 4, 2024, Section A, Page 3 of the New York edition.",
        "A version of this article appeared in the print edition of The Bay Courier on May 4, 2024, on page 9.",
        "Story continues",
        "Suggested Topics:",
        "Listen · 3:51",
        "View this email in your browser",
        "When you buy a book using a link on this page, we receive a commission. Thank you for supporting us.",
        "Close extra sharing options",
        "Show all 3",
    ],
)
def test_what_pages_say_of_print_mail_and_trade_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "A version of this article appeared in a journal that nobody printed, the court heard.",
        "The story continues in the capital, where the trial opens on Monday.",
        "Listen to those who were there, she said.",
        "When you buy a ticket you pay for the pilings.",
    ],
)
def test_prose_with_such_words_is_none(text: str) -> None:
    assert not is_boilerplate(text)


def test_the_part_before_a_wall_is_kept_with_the_part_behind_it() -> None:
    lead = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[:2])
    rest = "".join(f"<p>{each}</p>" for each in (*PARAGRAPHS[2:], *PARAGRAPHS[2:5]))
    record = read(
        f'<article><h1>{TITLE}</h1><div class="article__content">{lead}</div>'
        f'<div class="wall"><div class="article__premium">{rest}</div></div></article>'
    )
    assert [block.text for block in record.blocks][:3] == list(PARAGRAPHS[:3])


def test_what_readers_say_below_their_heading_is_no_part_of_a_body_whatever_it_is_named() -> None:
    said = "".join(f"<div><b>Reader {n}</b><p>{each}</p></div>" for n, each in enumerate(PARAGRAPHS[3:]))
    own = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[:3])
    record = read(f"<div><h1>{TITLE}</h1><div>{own}</div><div><h3>3 comments</h3>{said}</div></div>")
    assert [block.text for block in record.blocks] == list(PARAGRAPHS[:3])


def test_a_section_about_comments_stays() -> None:
    own = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[:3])
    more = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[3:])
    record = read(f"<article><h1>{TITLE}</h1>{own}<h3>Comments of the engineers</h3>{more}</article>")
    assert [block.text for block in record.blocks][-3:] == list(PARAGRAPHS[3:])


def test_a_post_that_an_article_shows_is_its_own_whatever_the_box_is_called() -> None:
    said = "We shall ask the authority for its report. The pier stays open until it answers us."
    quoted = f'<blockquote class="twitter-tweet"><p>{said}</p>Bay Council (@bay)</blockquote>'
    post = f'<div class="social-embed">{quoted}</div>'
    paragraphs = [f"<p>{each}</p>" for each in PARAGRAPHS]
    record = read(f"<article><h1>{TITLE}</h1>{''.join([*paragraphs[:3], post, *paragraphs[3:]])}</article>")
    assert any(said in block.text and block.quote for block in record.blocks)


def with_last(last: str) -> list[str]:
    """The paragraphs of an article below whose text another one stands, in no box of its own."""
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read(f"<article><h1>{TITLE}</h1><div class='entry-content'>{body}<p>{last}</p></div></article>")
    return [block.text for block in record.blocks]


@pytest.mark.parametrize(
    "call",
    [
        'Get our weekly newsletter <a href="/n">Coast Letters</a>: one story at a time.',
        '<em>Want the news of the coast every Friday? <a href="/n">Sign up here</a>.</em>',
    ],
)
def test_a_call_to_sign_up_below_the_text_is_no_paragraph_though_nothing_names_it(call: str) -> None:
    assert with_last(call) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "last",
    [
        'Get there early, said the harbour master, and bring <a href="/t">the timetable</a> with you on paper.',
        'The newsletter in which <a href="/t">residents sign up</a> for the boats is to be printed again.',
        "Sign up sheets for the newsletter hung empty on the pier, the harbour master said on Tuesday.",
    ],
)
def test_a_last_paragraph_with_such_words_stays(last: str) -> None:
    assert len(with_last(last)) == len(PARAGRAPHS) + 1
