"""What stands around the headlines of English papers of some years ago: their standfirsts, days, tags and sections."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.readers.pages.metadata import read_metadata
from generator.ingest.tagging import tag_article
from generator.ingest.term_index import build_index
from generator.model.source import Claim, FieldName
from generator.model.vocabulary import Vocabulary
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
STANDFIRST = "Islanders may be back on the water by autumn, if somebody pays for the pilings"
BYLINE = '<p class="byline">By Vera Lindt</p>'


def claims(head: str = "", above: str = "", below: str = "", *, address: str | None = None) -> list[Claim]:
    page = (
        f"<html><head><title>{TITLE}</title>{head}</head><body>{above}<div><h1>{TITLE}</h1>{below}</div>"
        f"<div>{TEXT}</div></body></html>"
    )
    return list(read_metadata(html.document_fromstring(page), address=address))


def values(name: FieldName, *given: str, address: str | None = None) -> list[str]:
    return [claim.value for claim in claims(*given, address=address) if claim.name is name]


@pytest.mark.parametrize(
    "below",
    [
        f"<h2>{STANDFIRST}</h2>{BYLINE}",
        f"<p>{STANDFIRST}.</p>{BYLINE}",
        f"<h3>{STANDFIRST}</h3><ul><li><a href='/send'>Email</a></li><li><a href='/p'>Print</a></li></ul>{BYLINE}",
    ],
)
def test_what_stands_between_headline_and_byline_is_the_standfirst(below: str) -> None:
    assert [each.rstrip(".") for each in values(FieldName.STANDFIRST, "", "", below)] == [STANDFIRST]


@pytest.mark.parametrize(
    "below",
    [
        f"<p>{STANDFIRST}</p>",
        f"<p><a href='/other'>{STANDFIRST}</a></p>{BYLINE}",
        f"<p>Exclusive</p>{BYLINE}",
        f"<p>Coast / Ferries</p>{BYLINE}",
        f"{BYLINE}<p>{STANDFIRST}</p>",
    ],
)
def test_what_stands_elsewhere_or_says_nothing_is_none(below: str) -> None:
    assert values(FieldName.STANDFIRST, "", "", below) == []


def test_a_link_called_intro_is_no_standfirst() -> None:
    below = f'{BYLINE}<p class="intro"><a href="/archive">Browse the archive of the Courier</a></p>'
    assert values(FieldName.STANDFIRST, f'<meta name="description" content="{STANDFIRST}">', "", below) == [STANDFIRST]


def test_a_description_that_stands_in_a_heading_is_not_only_how_the_text_begins() -> None:
    long = f"{STANDFIRST}, and why the oldest of the two ships may never sail again whatever is decided in October"
    found = values(FieldName.STANDFIRST, f'<meta name="description" content="{long}">', "", f"<h2>{long}</h2>")
    assert found == [long]


def test_a_heading_that_is_the_standfirst_does_not_stand_in_the_text_too() -> None:
    record = read(f"<article><div><h1>{TITLE}</h1><h2>{STANDFIRST}</h2>{BYLINE}</div><div>{TEXT}</div></article>")
    assert [block.text for block in record.blocks] == list(PARAGRAPHS)
    assert STANDFIRST in [claim.value for claim in record.claims if claim.name is FieldName.STANDFIRST]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2014/POLITICS/08/13/ferry.line/index.html", ["2014/08/13"]),
        ("/2014/world_news/8/3/ferry/", ["2014/8/3"]),
        ("/2014/news/08/ferry/", []),
        ("/2014/season/13/40/ferry/", []),
    ],
)
def test_an_address_with_the_section_in_its_day(path: str, day: list[str]) -> None:
    assert values(FieldName.PUBLISHED, address=f"https://baycourier.example{path}") == day


def test_a_link_to_more_by_the_writer_does_not_hide_the_day_below_it() -> None:
    below = f"{BYLINE}<p><a href='/vera'>More from this author</a></p><p class='common_date'>26 Sep 2014</p>"
    assert values(FieldName.PUBLISHED, "", "", below) == ["26 Sep 2014"]


def test_the_line_of_the_day_and_of_the_comments_is_no_comment() -> None:
    below = "<div class='comments_datetime'><p><b>By VERA LINDT</b> &nbsp; March 5, 2014 09:19 PM</p></div>"
    assert values(FieldName.AUTHOR, "", "", below) == ["VERA LINDT"]


def tags(keywords: str, name: str = "keywords", below: str = BYLINE) -> list[str]:
    return values(FieldName.KEYWORD, f'<meta name="{name}" content="{keywords}">', "", below)


def test_keywords_that_are_the_words_of_the_title_are_no_tags() -> None:
    assert tags("ferry, line, to, reopen, after, eleven, months, coast") == ["coast"]


def test_a_tag_that_stands_in_the_title_is_one() -> None:
    assert tags("ferry, harbours, Northern Line") == ["ferry", "harbours", "Northern Line"]


def test_the_writers_name_among_the_keywords_is_no_tag() -> None:
    assert tags("Vera Lindt, ferries") == ["ferries"]
    assert tags("Vera Lindt and Jon Ost, ferries", below='<p class="byline">By Vera Lindt and Jon Ost</p>') == [
        "ferries"
    ]


def test_the_groups_that_a_system_sorts_tags_in_are_no_part_of_them() -> None:
    given = "Internal,Internal - Internal,Topics - Coast,Topics - Ferries"
    assert tags(given, "parsely-tags") == ["Coast", "Ferries"]
    assert tags("Ferries - past and present,coast", "parsely-tags") == ["Ferries - past and present", "coast"]


def test_tags_of_teasers_are_none_where_the_article_says_its_own() -> None:
    below = "<p>Tags: <a rel='tag' href='/tag/coast/'>coast</a></p>"
    teaser = "<div><a href='/tag/arts/'>Arts</a> <p>A painter shows her boats.</p></div>"
    assert values(FieldName.KEYWORD, "", "", f"{below}{teaser}") == ["coast"]
    assert values(FieldName.KEYWORD, "", "", teaser) == ["Arts"]


def test_tags_that_differ_in_capitals_alone_are_one() -> None:
    assert tag_article("x", (), build_index(Vocabulary({}, {})), keywords=("business", "Business", "coast")) == (
        "business",
        "coast",
    )


@pytest.mark.parametrize("name", ["Help", "Terms of Service", "You are here: Home", "المزيد"])
def test_what_a_site_offers_on_each_page_is_no_section(name: str) -> None:
    menu = f"<ul class='menu'><li><a href='/x'>{name}</a></li><li><a href='/y'>{name}</a></li></ul><p>{name}</p>"
    assert values(FieldName.SECTION, "", menu) == []


def test_a_credit_below_a_picture_is_no_line_of_the_text() -> None:
    picture = (
        '<div><img src="https://baycourier.example/p.jpg"><p><span class="photoCredit">Courtesy Ost</span></p></div>'
    )
    record = read(f"<article><h1>{TITLE}</h1><div class='article-body'>{picture}{TEXT}</div></article>")
    assert [block.text for block in record.blocks if block.kind.value != "figure"] == list(PARAGRAPHS)


def test_visitors_comments_are_none_of_the_text() -> None:
    said = (
        "My father worked that pier for forty years, and it never once was open in November, whatever the board says."
    )
    head = "<div><p><span>Visitor comments</span> <a href='#add'>Add your comment</a></p></div>"
    posted = f"<div><h3>Nonsense</h3><p>{said}</p><p class='common_date'>Posted by: Pat, 27 Sep 2014 | 15:22</p></div>"
    assert said not in text_of(read(f"<div><h1>{TITLE}</h1><div>{TEXT}</div>{head}{posted * 3}</div>"))


def test_a_term_in_bold_labels_the_tags_behind_it() -> None:
    terms = "".join(f"<dd><a href='/8300?c={name}'>{name}</a>, </dd>" for name in ("Coast", "Ferries"))
    listed = f"<dl><dt><b>Topics:</b></dt>{terms}</dl>"
    assert values(FieldName.KEYWORD, "", "", f"{BYLINE}</div><div>{TEXT}{listed}") == ["Coast", "Ferries"]


def test_related_topics_are_the_articles_own() -> None:
    listed = "<ul><li><a href='/tag/coast'>Coast</a></li></ul>"
    box = f"<div class='related_topics_block'><span>Related topics:</span>{listed}</div>"
    assert values(FieldName.KEYWORD, "", "", f"{BYLINE}</div><div>{TEXT}{box}") == ["Coast"]


def test_the_outlet_in_the_byline_is_the_source_where_the_host_confirms_it() -> None:
    below = "<div class='byline'><span>Vera Lindt, BAY COURIER</span> <span>3:53 p.m. EST January 25, 2014</span></div>"
    assert values(FieldName.SOURCE, "", "", below, address="https://www.baycourier.example/2014/1/25/pier") == [
        "BAY COURIER"
    ]
    assert values(FieldName.SOURCE, "", "", below, address="https://www.other.example/2014/1/25/pier") == []


def test_the_end_of_a_title_that_the_host_confirms_is_the_source() -> None:
    head = f"<html><head><title>{TITLE} - 26 Sep 2014 - Bay Courier</title></head>"
    page = f"{head}<body><h1>{TITLE}</h1>{TEXT}</body></html>"
    found = read_metadata(html.document_fromstring(page), address="https://www.baycourier.example/pier")
    assert [claim.value for claim in found if claim.name is FieldName.SOURCE] == ["Bay Courier"]


def test_who_wrote_a_film_did_not_write_the_page() -> None:
    rows = "".join(
        f"<tr><th>{label} by</th><td>{name}</td></tr>"
        for label, name in (("Directed", "Ada Ost"), ("Written", "Jon Ost"))
    )
    assert values(FieldName.AUTHOR, "", "", f"<table>{rows}</table>") == []
    assert values(FieldName.AUTHOR, "", "", "<table><tr><th>Written by</th><td>Jon Ost</td></tr></table>") == [
        "Jon Ost"
    ]


def test_the_agency_in_the_authors_place_stands_beside_the_writer_of_the_byline() -> None:
    head = '<meta name="author" content="Reuters">'
    assert values(FieldName.AUTHOR, head, "", BYLINE) == ["Vera Lindt"]
    assert values(FieldName.ORIGINAL_PUBLISHER, head, "", BYLINE) == ["Reuters"]


def test_the_number_of_a_document_is_no_title() -> None:
    said = "Bay Ferries to buy the northern line from the islands"
    bold = "".join(f"<p><b>{each}</b></p>" for each in ("Exhibit 99.1", said))
    page = f"<html><head><title>EX-99.1</title></head><body>{bold}{TEXT}</body></html>"
    titles = [claim.value for claim in read_metadata(html.document_fromstring(page), address=None)]
    assert titles[0] == said


def test_an_element_called_subhead_with_the_byline_in_it_is_no_standfirst() -> None:
    below = f"<h3>{STANDFIRST}?</h3><div class='subhead'>By Vera Lindt<br>BayCourier.example<br></div>"
    assert values(FieldName.STANDFIRST, "", "", below) == [f"{STANDFIRST}?"]


def test_the_label_of_a_field_is_neither_standfirst_nor_text() -> None:
    label = "<div class='field-label'>Episode description:</div>"
    record = read(f"<article><h1>{TITLE}</h1><div class='field-intro'>{label}<div>{TEXT}</div></div></article>")
    assert "Episode description:" not in text_of(record)
    assert "Episode description:" not in [claim.value for claim in record.claims]


def test_what_the_writer_is_for_the_paper_is_no_line_of_the_text() -> None:
    head = f"<h1>{TITLE}</h1><div class='f'>By: Vera Lindt</div><div class='f'>Courier Science News Editor</div>"
    record = read(f"<article>{head}{TEXT}</article>")
    assert text_of(record).split("\n") == list(PARAGRAPHS)


def test_editorial_writers_are_nobody() -> None:
    assert values(FieldName.AUTHOR, "", "", "<p class='byline'>By Courier's Editorial Writers</p>") == []


def test_a_description_without_the_call_to_read_on_the_site() -> None:
    site = '<meta property="og:site_name" content="The Bay Courier">'
    call = f"Read '{TITLE}' on The Bay Courier. "
    meta = f'{site}<meta name="description" content="{call}{{}}">'
    assert values(FieldName.STANDFIRST, meta.format(STANDFIRST)) == [STANDFIRST]
    assert values(FieldName.STANDFIRST, meta.format(PARAGRAPHS[0][:120])) == []


def test_a_last_line_that_leads_to_networks_is_none_of_the_text() -> None:
    links = " and ".join(f"<a href='https://{host}.com/bay'>{host}</a>" for host in ("twitter", "facebook"))
    call = f"<p>Get the business news of the coast on {links}! Know something? Write to us.</p>"
    assert text_of(read(f"<article><h1>{TITLE}</h1><div>{TEXT}{call}</div></article>")).split("\n") == list(PARAGRAPHS)
    said = f"<p>Follow the money, said the auditor, who has written of it on {links.split(' and ')[0]} for years.</p>"
    assert "said the auditor" in text_of(read(f"<article><h1>{TITLE}</h1><div>{TEXT}{said}</div></article>"))
