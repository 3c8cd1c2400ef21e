"""What is chosen together with an article and is none of it: cards, skipped parts, what is above and below the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

TITLE = "بلدية الميناء تعيد فتح السوق المسقوف بعد ترميمه"
TEXT = (
    "أعادت بلدية الميناء صباح الأحد فتح السوق المسقوف أمام التجار والزوار، بعد أعمال ترميم استغرقت سنتين وشملت السقف "
    "الخشبي والأرضيات والمحال القديمة.",
    "وقال رئيس اللجنة المشرفة إن الأعمال حافظت على الحجارة الأصلية، وإن ما تضرر منها استبدل بحجارة من المقلع نفسه.",
    "ويضم السوق مئة وعشرين محلا، عاد إليها معظم أصحابها، وخصصت عشرة منها للحرف اليدوية بإيجار رمزي.",
)
OTHERS = (
    "افتتاح مكتبة عامة في الحي الشرقي من المدينة",
    "الصيادون يطالبون بإصلاح كاسر الأمواج",
    "أمطار غزيرة تغلق الطريق الجبلي يوما كاملا",
    "انطلاق دوري المدارس بمشاركة عشرين فريقا",
)
SNIPPET = "أعلنت الجهات المختصة التفاصيل في بيان نشرته مساء أمس."


def read(body: str, *, head: str = "", title: str = TITLE) -> Record:
    source = (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}'
    )
    document = SourceDocument.of(Path("content/sources/page.html"), f"{source}</body></html>".encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    return record


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is not BlockKind.FIGURE]


def paragraphs(words: tuple[str, ...] = TEXT) -> str:
    return "".join(f"<p>{text}</p>" for text in words)


def cards(tag: str = "div") -> str:
    return "".join(
        f"<{tag} class='c1'><h4><a href='/n/{n}'>{headline}</a></h4><span>1{n} مارس 2024</span><p>{SNIPPET}</p></{tag}>"
        for n, headline in enumerate(OTHERS)
    )


@pytest.mark.parametrize("tag", ["div", "li", "section"])
def test_cards_below_the_text_are_no_part_of_it(tag: str) -> None:
    record = read(f"<div><h1>{TITLE}</h1><div class='x9'>{paragraphs()}</div><div class='x8'>{cards(tag)}</div></div>")
    assert texts(record) == list(TEXT)


def test_two_paragraphs_are_told_from_many_cards_that_a_cue_announces() -> None:
    body = f"<div><h1>{TITLE}</h1><div>{paragraphs(TEXT[:2])}</div><h3>مواضيع ذات صلة</h3>{cards()}{cards()}</div>"
    head = '<meta property="og:type" content="article">'
    assert texts(read(body, head=head)) == list(TEXT[:2])


def test_a_list_article_keeps_its_items_though_their_headings_are_links() -> None:
    items = "".join(
        f"<div class='item'><h3><a href='https://a.example.org/{n}'>{name}</a></h3><p>{text} {TEXT[n - 1]}</p></div>"
        for n, (name, text) in enumerate(zip(OTHERS, TEXT, strict=False))
    )
    record = read(f"<div><h1>{TITLE}</h1><div class='entry-content'><p>جولة في ثلاثة من المحال.</p>{items}</div></div>")
    assert [f"{text} {TEXT[n - 1]}" in texts(record) for n, text in enumerate(TEXT)] == [True] * 3


def test_what_a_skip_link_skips_is_no_part_of_the_text() -> None:
    box = (
        f"<section><a href='#end-of-tips'>تخطى قصص مقترحة وواصل القراءة</a><strong>قصص مقترحة</strong><ul>"
        f"{''.join(f'<li><a href=/n/{n}>{each}</a></li>' for n, each in enumerate(OTHERS))}</ul>"
        f"<p id='end-of-tips'>نهاية قصص مقترحة</p></section>"
    )
    record = read(f"<main><h1>{TITLE}</h1><p>{TEXT[0]}</p>{box}{paragraphs(TEXT[1:])}</main>")
    assert texts(record) == list(TEXT)


def test_a_link_that_skips_the_article_itself_changes_nothing() -> None:
    body = f"<a href='#foot'>تخطى إلى نهاية الصفحة</a><main><h1>{TITLE}</h1>{paragraphs()}</main><p id='foot'>نهاية</p>"
    assert texts(read(body))[: len(TEXT)] == list(TEXT)


def test_menus_beside_the_text_in_a_table_for_layout_are_no_part_of_it() -> None:
    menu = "".join(f"<tr><td><a href='{n}.asp'>{name}</a></td></tr>" for n, name in enumerate(("محليات", "رياضة")))
    record = read(
        f"<table><tr><td colspan=3>الخميس 24 يناير 2008</td></tr><tr><td><table>{menu}</table></td><td><table><tr><td>"
        f"<font size=5><b>{TITLE}</b></font></td></tr><tr><td>{'<br><br>'.join(TEXT)}</td></tr></table></td>"
        f"<td><b>روابط ذات صلة</b><br><a href='x.asp'>{OTHERS[0]}</a><br>تقييم المقال: 4</td></tr></table>",
        title=f"جريدة الساحل - {TITLE}",
    )
    assert texts(record) == list(TEXT)
    assert next(claim.value for claim in record.claims if claim.name is FieldName.TITLE) == TITLE


def test_a_table_of_facts_is_kept_whole() -> None:
    rows = "".join(f"<tr><td>{year}</td><td>{count}</td></tr>" for year, count in ((2022, 80), (2024, 120)))
    table = f"<table><tr><th>السنة</th><th>المحال</th></tr>{rows}</table>"
    record = read(
        f"<div><h1>{TITLE}</h1><div class='entry-content'>{paragraphs(TEXT[:2])}{table}<p>{TEXT[2]}</p></div></div>"
    )
    (kept,) = [block for block in record.blocks if block.kind is BlockKind.TABLE]
    assert "120" in kept.text


def test_a_list_between_paragraphs_is_kept() -> None:
    items = "<ol><li>إعلان المواعيد.</li><li>توزيع المحال.</li><li>يوم مفتوح للزوار.</li></ol>"
    record = read(f"<div><h2>{TITLE}</h2><div id='body_x'>{paragraphs(TEXT[:2])}{items}<p>{TEXT[2]}</p></div></div>")
    assert [block.text for block in record.blocks if block.kind is BlockKind.ITEM] == [
        "إعلان المواعيد.",
        "توزيع المحال.",
        "يوم مفتوح للزوار.",
    ]


def test_facts_of_the_byline_in_a_list_are_no_text_but_points_of_the_news_are() -> None:
    facts = "<ul><li>الكاتب: سامي درويش</li><li>الميناء</li><li>5 دقائق</li></ul>"
    points = f"<ul><li>{TEXT[2]}</li><li>عاد معظم التجار إلى محالهم بعد سنتين من الغياب</li></ul>"
    text = f"<div><p>{TEXT[0]}</p></div><div><p>{TEXT[1]}</p></div>"
    body = f"<main><h1>{TITLE}</h1><section>{facts}</section>{{}}{text}</main>"
    assert texts(read(body.format(""))) == list(TEXT[:2])
    assert TEXT[2] in texts(read(body.format(points)))


def test_comments_below_an_element_without_a_name_are_no_text() -> None:
    comments = f"<div class='q'><h3>أضف تعليقك</h3><p>{SNIPPET} شكرا لكم على هذا الخبر المفرح.</p></div>"
    record = read(f"<article><h1>{TITLE}</h1><div class='z'>{paragraphs()}</div>{comments}</article>")
    assert texts(record) == list(TEXT)


def test_a_line_of_the_page_goes_but_the_same_word_in_a_list_stays() -> None:
    items = "<ul><li>فيسبوك</li><li>تويتر</li><li>يوتيوب</li></ul>"
    record = read(
        f"<div><h1>{TITLE}</h1><div class='entry-content'><p>{TEXT[0]}</p><div><span>إعلان</span></div>"
        f"<p>{TEXT[1]}</p>{items}<p>{TEXT[2]}</p></div></div>"
    )
    assert texts(record) == [*TEXT[:2], "فيسبوك", "تويتر", "يوتيوب", TEXT[2]]


def test_a_reference_to_another_article_goes_but_prose_with_a_link_stays() -> None:
    prose = "اقرأ أيضا وثائق اللجنة التي نشرتها البلدية أمس، ففيها <a href='/d'>تفاصيل</a> لا يعرفها كثيرون."
    record = read(
        f"<div><h1>{TITLE}</h1><div class='entry-content'><p>{TEXT[0]}</p>"
        f"<p><b>اقرأ أيضا: <a href='/n/1'>{OTHERS[0]}</a></b></p><p>{TEXT[1]}</p><p>{prose}</p></div></div>"
    )
    found = texts(record)
    assert OTHERS[0] not in " ".join(found)
    assert any(each.startswith("اقرأ أيضا وثائق") for each in found)
    assert any(OTHERS[0] in each for each in record.removed)


def test_a_form_around_the_whole_page_hides_no_headline() -> None:
    record = read(
        f"<form id='aspnetForm'><table><tr><td><span><font size=4><b>{TITLE}</b></font></span></td></tr><tr><td>"
        f"07/10/2025</td></tr><tr><td>{'<br>'.join(TEXT)}</td></tr></table></form>",
        title=f"KNA : {TITLE} - الأسواق - 07/10/2025",
    )
    claims = {claim.name: claim.value for claim in reversed(record.claims)}
    assert claims[FieldName.TITLE] == TITLE
    assert "2025" in claims[FieldName.PUBLISHED]


def test_a_body_that_was_not_chosen_takes_the_place_of_teasers_that_were() -> None:
    teasers = f"<section><h2>الموضوع الرئيسي</h2>{cards()}</section><section><h2>مواضيع أخرى</h2>{cards()}</section>"
    head = '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-17">'
    body = f"<article><h1>{TITLE}</h1><div class='m rich-text'>{paragraphs(TEXT[1:])}</div></article>"
    assert texts(read(f"<main id='main-content'>{body}{teasers}</main>", head=head)) == list(TEXT[1:])


def test_a_box_within_the_text_that_leads_to_another_article_goes_with_its_summary() -> None:
    box = (
        f"<div class='read-more'><p class='read-more__title'>إقرأ المزيد</p><a href='/n/3'><span>{OTHERS[2]}</span></a>"
        f"<p class='read-more__summary'>{SNIPPET}</p></div>"
    )
    record = read(
        f"<div><h1>{TITLE}</h1><div class='article__text'><p>{TEXT[0]}</p>{box}{paragraphs(TEXT[1:])}</div></div>"
    )
    assert texts(record) == list(TEXT)


def test_most_of_the_text_is_kept_whatever_its_element_is_called() -> None:
    record = read(
        f"<div><h1>{TITLE}</h1><div class='widget'>{paragraphs()}<p><a href='/n/1'>{OTHERS[0]}</a></p></div></div>"
    )
    assert texts(record)[:3] == list(TEXT)


def test_prose_and_quotations_between_line_breaks_are_kept() -> None:
    body = f"{TEXT[0]}<br><br>{TEXT[1]}<blockquote><p>{TEXT[2]}</p></blockquote>{TEXT[0][::-1]}<br><br>"
    record = read(f"<table><tr><td><h1>{TITLE}</h1></td></tr><tr><td><font size=3>{body}</font></td></tr></table>")
    assert texts(record) == [*TEXT, TEXT[0][::-1]]
    assert [block.quote for block in record.blocks] == [0, 0, 1, 0]


def test_a_body_with_summary_is_no_standfirst() -> None:
    body = f"<div class='field field--type-text-with-summary'>{paragraphs()}</div>"
    record = read(f"<article><h1>{TITLE}</h1>{body}</article>")
    assert FieldName.STANDFIRST not in {claim.name for claim in record.claims}


def test_the_caption_of_a_picture_field_is_a_caption_though_it_is_marked_as_a_quotation() -> None:
    caption = "<blockquote class='image-field-caption'><p>السوق بعد الترميم</p></blockquote>"
    picture = f"<img src='https://s.example.org/1.jpg'>{caption}"
    record = read(
        f"<article><h1>{TITLE}</h1><div>{picture}</div><div class='field--name-body'>{paragraphs()}</div></article>"
    )
    assert texts(record) == list(TEXT)
    assert [block.text for block in record.blocks if block.kind is BlockKind.FIGURE] == ["السوق بعد الترميم"]


def test_lines_that_the_head_has_told_stand_not_in_the_text_but_a_day_within_it_does() -> None:
    head = "<span>الأحد 2 يونيو 2024 - 7:15 م</span><br>سامي درويش<br>زمن القراءة: 4 دقائق<br>"
    lines = f"{head}{TEXT[0]}<br><br>{TEXT[1]}<br><br>الأحد 2 يونيو 2024<br><br>{TEXT[2]}"
    record = read(
        f"<div><h1>{TITLE}</h1><div id='x'>{lines}</div></div>",
        head='<meta name="author" content="سامي درويش">',
    )
    assert texts(record) == [*TEXT[:2], "الأحد 2 يونيو 2024", TEXT[2]]
    assert any("2024" in claim.value for claim in record.claims if claim.name is FieldName.PUBLISHED)
