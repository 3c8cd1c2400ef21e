"""Headings of a saved page: those above pictures stay, those above nothing go, and what programs put into them."""

from __future__ import annotations

import pytest

from generator.model.source import BlockKind, Record
from tests.unit.ingest.test_plain_pages import title_of
from tests.unit.ingest.test_trimming import OTHERS, TEXT, TITLE, paragraphs, read, texts

SUBHEAD = "ما الذي يبقى؟"
LINKS = "".join(f"<li><a href='/n/{n}'>{headline}</a></li>" for n, headline in enumerate(OTHERS))


def headings(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is BlockKind.HEADING]


def test_a_heading_above_a_picture_with_a_caption_is_kept() -> None:
    figure = "<figure><img src='https://a.example/1.jpg'><figcaption>زاوية القراءة في السوق</figcaption></figure>"
    text = f"{paragraphs(TEXT[:2])}<h2>{SUBHEAD}</h2>{figure}{paragraphs(TEXT[2:])}"
    assert SUBHEAD in headings(read(f"<div><h1>{TITLE}</h1><div class='the-content'>{text}</div></div>"))


@pytest.mark.parametrize("tag", ["h3", "h2"])
def test_a_heading_above_links_at_the_end_goes_with_them(tag: str) -> None:
    end = f"<{tag} class='mr'>محليات المدينة</{tag}><ul>{LINKS}</ul>"
    assert texts(read(f"<div><h2>{TITLE}</h2><div><span>{'<br><br>'.join(TEXT)}</span></div>{end}</div>")) == list(TEXT)


def test_the_last_line_of_a_poem_that_is_set_in_headings_stays() -> None:
    verses = [half.strip() for text in TEXT for half in text.split("،")]
    poem = "".join(f"<h3>{verse}</h3>" for verse in verses)
    record = read(f"<div><h1>{TITLE}</h1><div>{poem}</div><div><a href='/copy'>نسخ القصيدة</a></div></div>")
    assert texts(record) == verses


def test_the_links_to_edit_in_the_headings_of_a_wiki_are_none_of_them() -> None:
    edit = "<span class='mw-editsection'><span>[</span><a href='/w/e'>عدل</a><span>]</span></span>"
    heading = f"<h2><span class='mw-headline' id='x'>{SUBHEAD}</span>{edit}</h2>"
    text = f"{paragraphs(TEXT[:2])}{heading}{paragraphs(TEXT[2:])}"
    record = read(
        f"<div><h1>{TITLE}</h1><div id='mw-content-text'><div class='mw-parser-output'>{text}</div></div></div>"
    )
    assert headings(record) == [SUBHEAD]


def written(text: str, size: str, *, align: str = "justify") -> str:
    style = f"font-size:{size};font-family:Arial"
    return f"<p class=MsoNormal align={align} dir=RTL><span lang=AR-SA style='{style}'>{text}</span></p>"


@pytest.mark.parametrize("title", ["بيان", "Document1", ""])
@pytest.mark.parametrize("size", ["18.0pt", "26px"])
def test_the_headline_of_a_letter_saved_as_a_page_is_its_largest_line(title: str, size: str) -> None:
    text = "".join(written(each, "14.0pt") for each in TEXT)
    record = read(
        f"<div class=WordSection1>{written(f'<b>{TITLE}</b>', size, align='center')}{text}</div>", title=title
    )
    assert title_of(record) == TITLE
    assert texts(record) == list(TEXT)


def test_a_short_paragraph_of_the_size_of_the_others_is_no_headline() -> None:
    text = "".join(written(each, "14.0pt") for each in ("عاد السوق إلى أهله بعد غياب.", *TEXT))
    assert title_of(read(f"<div class=WordSection1>{text}</div>", title="بيان")) != "عاد السوق إلى أهله بعد غياب."
