"""What pages of news sites put beside a text, and what of the text stands apart from the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.article import Sureness
from generator.model.source import BlockKind, FieldName, Record, SourceDocument
from tests.unit.ingest.test_captions_of_pages import CAPTION, PICTURE, captions
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

ISSUE = "الخميس 08 رجب 1424 هـ 4 سبتمبر 2003 العدد 9046"
PROSE = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def article(above: str = "", within: str = "", body: str = "article-body") -> str:
    first, *rest = (f"<p>{each}</p>" for each in PARAGRAPHS)
    return f'<article><h1>{TITLE}</h1>{above}<div class="{body}">{first}{within}{"".join(rest)}</div></article>'


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="post-thumbnail">{PICTURE}<span class="featured-caption">{CAPTION}</span></div>',
        f'<div class="img-cont">{PICTURE}<span id="Main_lblCaption">{CAPTION}</span></div>',
        f'<div class="postImage">{PICTURE}<div>{CAPTION}</div></div>',
        f'<div class="imgCont">{PICTURE}<p class="imgDesc">{CAPTION}</p></div>',
        f'<div class="img-block">{PICTURE}<div class="img-legend">{CAPTION}</div></div>',
        f'<div class="sc-1x kLmn"><span>{PICTURE}</span><div class="sc-2y oPqr">{CAPTION}</div></div>',
    ],
)
def test_the_caption_of_the_picture_above_or_within_the_text_is_kept(box: str) -> None:
    assert captions(read(article(above=box))) == [CAPTION]
    assert captions(read(article(within=box))) == [CAPTION]


def test_the_texts_of_many_boxes_with_a_picture_are_no_captions() -> None:
    items = "".join(f'<div class="sc-a1">{PICTURE}<div class="sc-b2">{each[:110]}</div></div>' for each in PARAGRAPHS)
    record = read(article(within=f"{items}<p>{PARAGRAPHS[0][::-1]}</p>"))
    assert all(each[:110] in text_of(record) for each in PARAGRAPHS[1:])


@pytest.mark.parametrize(
    "said", ["Published on 25 September 2024", "Olga Marten", "By our correspondent at 10:41"]
)  # beside a portrait or a clock
def test_a_name_or_a_time_beside_a_picture_is_no_caption(said: str) -> None:
    assert said not in captions(read(article(above=f'<div class="sc-1">{PICTURE}<span>{said}</span></div>')))


def test_a_box_named_after_the_text_is_no_text() -> None:
    said = "Our editor selects her favourite stories in this weekly newsletter."
    box = f'<div class="article-content-sign-up">Unlock the digest<p>{said}</p></div>'
    record = read(f"<article><h1>{TITLE}</h1>{box}<div class='article-content-body'>{PROSE}</div></article>")
    assert said not in text_of(record)
    assert PARAGRAPHS[-1] in text_of(record)


def test_what_stands_below_a_short_body_is_text_where_it_is_longer() -> None:
    steps = "".join(f"<li>{each[:50]}</li>" for each in PARAGRAPHS[1:])
    inner = f'<div class="field--name-body"><p>{PARAGRAPHS[0]}</p></div>'
    inner += f'<div class="steps"><h2>Steps</h2><ol>{steps}</ol></div>'
    blocks = read(f'<article class="node"><h1>{TITLE}</h1>{inner}</article>').blocks
    assert [each.text for each in blocks if each.kind is BlockKind.ITEM] == [each[:50] for each in PARAGRAPHS[1:]]


@pytest.mark.parametrize("holder", ['<td class="story"><font size="2">{}</font></td>', '<td class="story">{}</td>'])
def test_the_first_sentence_may_stand_in_no_element_of_its_own(holder: str) -> None:
    first, *rest = PARAGRAPHS
    inner = f"<b>{first}</b>" + "".join(f"<p>{each}</p>" for each in rest)
    record = read(f"<h1>{TITLE}</h1><table><tr>{holder.format(inner)}</tr></table>")
    assert record.blocks[0].text == first


def test_the_label_of_the_contents_goes_with_them() -> None:
    links = "".join(f'<li><a href="#part{n}">Part {n}</a></li>' for n in range(3))
    box = f'<div class="toc"><div><h2>Contents</h2><span>[<a>hide</a>]</span></div><ul>{links}</ul></div>'
    assert "Contents" not in text_of(read(article(within=box)))


def test_a_box_that_asks_for_members_is_no_text() -> None:
    said = "Become a member and help us to keep what we write free for all who read it"
    box = (
        f'<div class="membership-box"><h4>You have a right to know</h4><p>{said}</p><a href="/join">Join now</a></div>'
    )
    assert said not in text_of(read(article(within=box)))


def test_a_place_for_advertising_among_items_is_none() -> None:
    items = "".join(f"<li>{each}</li>" for each in PARAGRAPHS[:3])
    record = read(article(within=f"<ul>{items}<li><span>Advertisement</span></li></ul>"))
    assert "Advertisement" not in [each.text for each in record.blocks]


def test_what_asks_to_let_another_site_set_cookies_is_of_the_page() -> None:
    said = (
        "Spreaker This content is provided by Spreaker, which may be using cookies and other technologies. To show you "
        "this content, we need your permission to use cookies. You can use the buttons below to amend your preferences."
    )
    assert is_boilerplate(said)
    assert not is_boilerplate(said.replace("This content is provided by", "The minister said that content made by"))


def claims(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def days(body: str) -> list[tuple[str, Sureness]]:
    """The days of publication that a page without any in its head gives."""
    start = '<html lang="en"><head><meta charset="utf-8"><title>The Bay Courier</title></head><body>'
    document = SourceDocument.of(Path("page.html"), f"{start}{body}</body></html>".encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    return [(claim.value, claim.sure) for claim in record.claims if claim.name is FieldName.PUBLISHED]


def test_the_day_of_an_issue_is_that_of_its_article_where_no_other_is_given() -> None:
    masthead = f"<table><tr><td>{ISSUE}</td></tr></table>"
    menu = "".join(f"<div><a href='/{n}'>Section {n}</a></div>" for n in range(12))
    below = "<p>Published on 2 September 2003</p>"
    assert days(f"{masthead}{menu}{article()}") == [("الخميس 08 رجب 1424 هـ 4 سبتمبر 2003", Sureness.DOUBTFUL)]
    assert [day for day, _ in days(f"{masthead}{menu}{article(above=below)}")] == ["2 September 2003"]
    assert not days(f"{menu}{article()}{masthead}")
    assert not days(f"{masthead.replace('العدد 9046', '')}{menu}{article()}")


def test_an_offer_to_report_an_error_names_nobody() -> None:
    record = read(article() + '<div class="c-report"><a>Report an error</a></div>')
    assert not claims(record, FieldName.AUTHOR)


def test_a_byline_in_a_column_beside_the_headline_is_another_article_s() -> None:
    beside = "<td><p><a href='/b'>Storm delays flights</a><br>By Pia Rasch</td>"
    own = f"<td><font size=5><b>{TITLE}</b></font><p><b>By Delia Marchetti</b></p>{PROSE}</td>"
    assert claims(read(f"<table><tr>{beside}{own}</tr></table>"), FieldName.AUTHOR) == ["Delia Marchetti"]


def test_a_link_past_the_menu_is_no_section() -> None:
    record = read(f'<div><a href="#content">Skip to Content</a><main id="content">{article()}</main></div>')
    assert not claims(record, FieldName.SECTION)


def test_the_entries_of_a_list_of_texts_with_heads_are_no_items() -> None:
    form = "<li><div>{0}:30 GMT</div><h2>Entry {0}</h2><p>{1}</p></li>"
    entries = "".join(form.format(n, each) for n, each in enumerate(PARAGRAPHS, 10))
    kinds = {each.kind for each in read(f"<article><h1>{TITLE}</h1><ul>{entries}</ul></article>").blocks}
    assert BlockKind.ITEM not in kinds


def test_an_element_that_is_placed_relative_to_others_is_none_beside_the_text() -> None:
    box = f'<div class="relative mt-4">{PICTURE}<div class="absolute bottom-0">{CAPTION}</div></div>'
    assert captions(read(article(above=box))) == [CAPTION]


def test_a_picture_that_opens_in_full_size_has_its_caption_in_its_box() -> None:
    box = f'<div class="gal"><a href="/pier.jpg">{PICTURE}</a><div class="pcap">{CAPTION}</div></div>'
    assert captions(read(article(within=box))) == [CAPTION]
    card = f'<div class="gal"><a href="/other-article">{PICTURE}</a><div class="pcap">{CAPTION}</div></div>'
    assert CAPTION not in captions(read(article(within=card)))


def test_the_headings_of_a_box_that_is_left_out_go_with_it() -> None:
    box = (
        "<div class='sc-donation'><h3>Your support helps us</h3><p>Your donation makes all the difference to a paper "
        "that is there when the story develops.</p><h4>Your support makes all the difference</h4></div>"
    )
    text = text_of(read(article(within=box)))
    assert "support" not in text
    assert PARAGRAPHS[1] in text


@pytest.mark.parametrize(
    "line",
    [
        "Got a question? Send it to winnie@gazette.example or write to Winnie",
        "لمزيد من اخبار كفر ياسيف اضغطوا هنا",
        "حمل تطبيق النهار لتصلك الأخبار العاجلة",
        "news@paper.example استعمال المضامين بموجب بند 27 أ لقانون الحقوق الأدبية لسنة 2007، يرجى ارسال ملاحظات",
    ],
)
def test_how_readers_reach_a_paper_is_of_its_page(line: str) -> None:
    assert is_boilerplate(line)


def test_the_day_behind_a_label_without_a_preposition_is_that_of_publication() -> None:
    said = (
        "<div><span>نشر</span> <span>الاثنين، 11 نوفمبر 2024</span> <span>آخر تحديث</span> <span>12 نوفمبر 2024</span>"
    )
    assert days(f"{article(above=said + '</div>')}")[0][1] is Sureness.SURE


def test_a_name_between_the_site_and_the_day_is_the_writer_s() -> None:
    def page(name: str) -> Record:
        return read(article(above=f"<p><small>The Bay Courier | {name} | السبت 12 يونيو 2010</small></p>"))

    assert claims(page("جمال الدين الصغير"), FieldName.AUTHOR) == ["جمال الدين الصغير"]
    assert not claims(page("شؤون الموانئ البعيدة"), FieldName.AUTHOR)


def test_a_discussion_among_paragraphs_is_a_part_of_a_paper() -> None:
    record = read(article(within="".join(f"<p>{each}</p>" for each in PARAGRAPHS[:2]) + "<h2>Discussion</h2>"))
    assert "Discussion" in text_of(record)
    assert PARAGRAPHS[-1] in text_of(record)
    said = "".join(f"<div><b>Reader {n}</b><br>I have never seen the ferry on time at all.</div>" for n in range(3))
    below = read(f"{article()}<div><h2>Discussion</h2>{said}</div>")
    assert "never seen the ferry" not in text_of(below)
