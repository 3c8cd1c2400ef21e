"""What belongs to an article though its page does not say so: captions set as paragraphs, sources, points with bullets;
and where the comments below it begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument

TITLE = "قلعة المدينة تفتح بيوتها السبعة للزوار"
TEXT = (
    "أعلنت هيئة صيانة القلعة إعادة فتح سبعة بيوت تراثية أمام الزوار بعد أعمال تدعيم استمرت عامين كاملين.",
    "وقال رئيس الهيئة إن أحد البيوت سيخصص لمتحف السجاد، وآخر لورش تعليم الخط والنقش على الجص.",
    "وتعود أقدم البيوت إلى نهاية القرن الثامن عشر، وكان يسكن القلعة نحو ثلاثة آلاف شخص قبل نقلهم إلى حي جديد.",
    "والدخول مجاني حتى نهاية الصيف، ويحدد عدد الزوار بمئتي شخص في الساعة حفاظا على الجدران القديمة.",
)
PICTURE = '<p style="text-align:center"><img src="https://cdn.example/p/7.jpg"></p>'
CAPTION = "باحة بيت الآغا بعد انتهاء الترميم"


def read(middle: str, after: str = "", *, around: str = "div class='article-body'") -> Record:
    first, second, third, fourth = (f"<p>{each}</p>" for each in TEXT)
    body = f"<h1>{TITLE}</h1><{around}>{first}{second}{middle}{third}{fourth}</{around.split(maxsplit=1)[0]}>{after}"
    page = (
        f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><title>{TITLE}</title>'
        f'<link rel="canonical" href="https://paper.example/n/7"></head><body>{body}</body></html>'
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/p.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def kinds(record: Record, text: str) -> list[BlockKind]:
    return [block.kind for block in record.blocks if block.text == text]


@pytest.mark.parametrize(
    "caption",
    [
        f'<p style="text-align: center;">{CAPTION}</p>',
        f"<p><em>{CAPTION}</em></p>",
        f"<p><small>{CAPTION}</small></p>",
        f"<p>{CAPTION} (رويترز)</p>",
    ],
    ids=["centred", "italic", "small", "credit"],
)
def test_a_caption_that_is_set_as_a_paragraph_below_a_picture(caption: str) -> None:
    record = read(PICTURE + caption)
    (figure,) = [block for block in record.blocks if block.kind is BlockKind.FIGURE]
    assert figure.text.startswith(CAPTION)


@pytest.mark.parametrize(
    "below",
    [
        f"<p>{CAPTION}.</p>",
        f"<p>{CAPTION}</p>",
        f'<p style="text-align:center"><strong>{CAPTION}</strong></p>',
        f'<p style="text-align:center">{CAPTION}</p><p style="text-align:center">ونوافذ القلعة مضاءة</p>',
        f"<p><em>{CAPTION}</em></p><p><em>ورسالة من ساكن قديم</em></p>",
    ],
    ids=["sentence", "plain", "subhead", "poem", "letter"],
)
def test_a_paragraph_below_a_picture_stays_one(below: str) -> None:
    assert kinds(read(PICTURE + below), f"{CAPTION}." if f"{CAPTION}." in below else CAPTION) == [BlockKind.PARAGRAPH]


ITEMS = ("نسخة من عقد الترميم", "جدول المدفوعات لعام 2023", "محضر جلسة لجنة المالية")


def items(addresses: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="{each}">{name}</a></li>' for each, name in zip(addresses, ITEMS, strict=True))


OUT = ("https://docs.example/1", "https://files.example/2.xlsx", "https://majles.example/3")
OWN = ("/n/1", "https://paper.example/n/2", "https://www.paper.example/n/3")
NETWORKS = ("https://www.facebook.com/p", "https://x.com/p", "https://t.me/p")


@pytest.mark.parametrize(
    "lead",
    [f"<ul>{items(OUT)}</ul>", f"<h2>المصادر والوثائق</h2><ul>{items(OUT)}</ul>",
     f"<p>واطلع فريق الصحيفة على الوثائق الآتية:</p><ul>{items(OWN)}</ul>"],
    ids=["papers", "below-a-heading", "announced"],
)  # fmt: skip
def test_a_list_of_links_that_is_of_the_article(lead: str) -> None:
    assert [block.text for block in read(lead).blocks if block.kind is BlockKind.ITEM] == list(ITEMS)


@pytest.mark.parametrize(
    "lead",
    [f"<ul>{items(OWN)}</ul>", f"<ul>{items(NETWORKS)}</ul>", f"<h3>مواضيع ذات صلة</h3><ul>{items(OUT)}</ul>",
     f"<p>اقرأ أيضا:</p><ul>{items(OWN)}</ul>"],
    ids=["own-site", "networks", "related", "read-also"],
)  # fmt: skip
def test_a_list_of_links_that_is_none_of_it(lead: str) -> None:
    record = read(lead)
    assert not any(block.kind is BlockKind.ITEM for block in record.blocks)
    assert set(ITEMS) <= set(record.removed)


def test_points_with_bullets_are_kept_as_a_list() -> None:
    points = "".join(f"<div>• {each}</div>" for each in ITEMS)
    record = read(f"<p>أبرز ما في البيوت:</p><div>{points}</div>")
    assert [block.text for block in record.blocks if block.kind is BlockKind.ITEM] == list(ITEMS)


COMMENT = "كلام سليم، والقلعة تستحق أكثر من هذا بكثير، وأتمنى أن تفتح بقية البيوت قبل العيد إن شاء الله"


def test_comments_begin_where_a_line_says_how_many_there_are() -> None:
    record = read("", f"<div class='c'><div>عدد التعليقات 2</div><div>{COMMENT}.</div><div>{COMMENT}!</div></div>")
    assert [block.text for block in record.blocks] == list(TEXT)


def test_how_many_comments_there_are_may_stand_between_a_standfirst_and_the_text() -> None:
    first, *rest = TEXT
    standfirst = f"{first} {CAPTION} التي استقبلت ألف زائر في يومها الأول، ومثلهم ممن وقفوا أمام الباب حتى المساء."
    above = f"<p class='lead'>{standfirst}</p><div>عدد التعليقات 2</div>"
    body = f"<h1>{TITLE}</h1>{above}<div class='t'>{''.join(f'<p>{each}</p>' for each in rest)}</div>"
    page = f"<html lang='ar'><head><title>{TITLE}</title></head><body>{body}</body></html>"
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/p.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    assert [block.text for block in record.blocks][-3:] == rest


@pytest.mark.parametrize(
    ("text", "is_of_page"),
    [
        ("تابعوا أخبار العالم بتحميل تطبيق الإذاعة", True),
        ("تابع السكان أخبار المد عبر تطبيق وزارة المياه الذي أطلق قبل عام.", False),
        ("حمل تطبيق الوزارة مواعيد جديدة للرحلات.", False),
    ],
)
def test_an_invitation_to_load_an_app(text: str, is_of_page: bool) -> None:
    assert is_boilerplate(text) is is_of_page
