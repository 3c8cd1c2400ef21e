"""What stands below a text, and small pictures and buttons in it, that only the page needs."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.markup.html_body import blocks_of, parse_clean
from generator.ingest.readers.pages.metadata import read_metadata
from generator.ingest.saved.segments import read_segments
from generator.ingest.saved.tails import drop_tails
from generator.model.source import BlockKind, FieldName
from generator.text.markdown import render_blocks
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def left(below: str, *kept: str, host: str = "baycourier.example") -> list[str]:
    """What is kept of these texts, the paragraphs apart, where they stand below a text."""
    segments = read_segments(parse_clean(f"<div><div>{TEXT}</div>{below}</div>"))
    for segment in segments:
        segment.kept = segment.text in {*kept, *PARAGRAPHS}
    drop_tails(segments, host)
    assert [each.text for each in segments if each.kept and each.text in PARAGRAPHS] == list(PARAGRAPHS)
    return [each.text for each in segments if each.kept and each.text not in PARAGRAPHS]


@pytest.mark.parametrize("link", ["See BayCourier's week in pictures.", "About the Bay Courier's reviews"])
def test_a_last_link_that_names_the_site(link: str) -> None:
    below = f"<p><a href='/week'>{link}</a></p>"
    assert left(below, link) == ([] if "BayCourier" in link else [link])
    assert left(below, link, host="other.example") == [link]


def test_a_last_sentence_with_a_link_in_it_stays() -> None:
    said = "Baycourier has put the whole report of the engineers here."
    assert left("<p>Baycourier has put the whole <a href='/r'>report of the engineers</a> here.</p>", said) == [said]


SUMMARY = "The Northern Line has carried islanders since 1911, and has had eleven ships in its time."


def test_the_summary_in_a_box_of_facts() -> None:
    facts = "".join(f"<div>{label}</div><div>1911</div>" for label in ("Founded:", "Ships:", "Seat:"))
    assert left(f"<div class='x1'>{facts}<p>{SUMMARY}</p></div>", SUMMARY) == []
    assert left(f"<div class='x1'><div>Founded:</div><p>{SUMMARY}</p></div>", SUMMARY) == [SUMMARY]
    assert left(f"<p>{SUMMARY}</p><div class='x1'>{facts}</div>", SUMMARY) == [SUMMARY]


TOLD = ("A night on the quay, and no ship.", "The oldest lamp is lit again.", "Who buys fish at dawn, and for whom.")


def test_the_summaries_of_teasers() -> None:
    items = "".join(f"<li><a href='/{at}'>Harbour tales {at}</a></li><li>{each}</li>" for at, each in enumerate(TOLD))
    assert left(f"<ul>{items}</ul>", *TOLD) == []
    assert left("<ul>" + "".join(f"<li>{each}</li>" for each in TOLD) + "</ul>", *TOLD) == list(TOLD)


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://counter.example/count" width="90" height="20"></iframe>',
        '<iframe src="https://counter.example/x" width="1" height="1"></iframe>',
        '<iframe src="https://share.example/button.js?url=x"></iframe>',
    ],
)
def test_a_frame_that_is_a_button_or_a_pixel_is_none_of_the_text(frame: str) -> None:
    body = blocks_of(f"<p>The pier opens.</p>{frame}")
    assert [block.text for block in body.blocks] == ["The pier opens."]
    assert any("example" in each for each in body.removed)


@pytest.mark.parametrize(
    "size", ['width="560" height="315"', 'width="100%" height="20"', 'width="300" height="65"', ""]
)
def test_a_frame_with_a_film_or_a_sound_stays(size: str) -> None:
    source = f'<iframe src="https://films.example/7" {size}></iframe>'
    assert [block.text for block in blocks_of(source).blocks] == ["https://films.example/7"]


@pytest.mark.parametrize(
    ("alt", "shown"),
    [
        ("https://baycourier.example/a/pier.jpg", ""),
        ("Pier at night.png", ""),
        ("img_2034", ""),
        ("Pier", "Pier"),
        ("The pier at night", "The pier at night"),
        ("The pier, in .5 m of water", "The pier, in .5 m of water"),
    ],
)
def test_the_name_of_a_file_says_nothing_of_a_picture(alt: str, shown: str) -> None:
    (block,) = blocks_of(f'<img src="https://baycourier.example/a/img_2034.jpg?w=600" alt="{alt}">').blocks
    assert block.kind is BlockKind.FIGURE
    assert render_blocks([block]).startswith(f"![{shown}](")


@pytest.mark.parametrize(
    ("image", "is_shown"),
    [
        ('<img src="https://x.example/m/bttn_close.gif">', False),
        ('<img src="https://x.example/m/writer_rss.gif">', False),
        ('<img src="https://x.example/m/article_label_fileunder.gif">', False),
        ('<img src="https://x.example/m/bttn_close.gif" alt="The button that closes the sluice">', True),
        ('<img src="https://x.example/m/button_makers.gif" width="400" height="300">', True),
        ('<img src="https://x.example/m/buttons.jpg">', True),
        ('<img src="https://x.example/m/ferry.gif">', True),
    ],
)
def test_small_pictures_that_a_page_is_worked_with(image: str, is_shown: bool) -> None:
    assert bool(blocks_of(image).blocks) is is_shown


def test_the_byline_in_an_element_called_caption_is_no_caption() -> None:
    byline = (
        "<div class='post_byline'><span class='caption'>By <a href='/vera' rel='author'>Vera Lindt</a> "
        "posted <span>Sep 18th 2014 7:30PM</span></span></div>"
    )
    picture = '<p><img src="https://baycourier.example/p.jpg"></p>'
    record = read(f"<div class='post'><h1>{TITLE}</h1>{byline}<div class='post_body'>{picture}{TEXT}</div></div>")
    assert [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR] == ["Vera Lindt"]
    assert [block.text for block in record.blocks if block.text] == list(PARAGRAPHS)


def test_the_name_of_a_blog_at_the_head_of_its_page_is_no_headline() -> None:
    page = (
        "<html><head><title>The Pier Gang &raquo; Blog Archive &raquo; Old Lamps</title>"
        '<link rel="canonical" href="https://blogs.example/pier/2014/02/08/old-lamps/"></head><body>'
        '<h1><a href="https://blogs.example/pier/">The Pier Gang</a></h1><div><h2>'
        f'<a rel="bookmark" href="https://blogs.example/pier/2014/02/08/old-lamps/">Old Lamps</a></h2>{TEXT}</div>'
    )
    claims = read_metadata(html.document_fromstring(page), address=None)
    found = {
        name: next(each.value for each in claims if each.name is name) for name in (FieldName.TITLE, FieldName.SOURCE)
    }
    assert found == {FieldName.TITLE: "Old Lamps", FieldName.SOURCE: "The Pier Gang"}


def test_a_table_of_facts_above_the_text_gives_no_kicker() -> None:
    rows = "".join(
        f"<tr><td>{each}</td></tr>" for each in ("Ship Info", "Yard Ost &amp; Sons", "Year 1961", "Seats 212")
    )
    record = read(f"<article><h1>{TITLE}</h1><table><tbody>{rows}</tbody></table><div>{TEXT}</div></article>")
    assert "Ship Info" not in [block.text for block in record.blocks]


def test_a_last_picture_that_leads_to_itself_in_full_is_of_the_article() -> None:
    address = "https://baycourier.example/a/quay.png"
    picture = f'<p><a href="{{}}"><img src="{address}?w=620" width="620" height="393"></a></p>'
    for link, count in ((address, 1), ("https://baycourier.example/shop", 0)):
        below = f"{picture.format(link)}<div class='x1'><div>Founded:</div><div>1911</div></div>"
        record = read(f"<article><h1>{TITLE}</h1><div class='post'>{TEXT}{below}</div></article>")
        assert sum(block.kind is BlockKind.FIGURE for block in record.blocks) == count
