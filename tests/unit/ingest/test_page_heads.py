"""Heads of saved pages through the whole of ingest: what stands between a title and its text, each in its field."""

from __future__ import annotations

from typing import Any

import pytest

PROSE = (
    "افتتحت الهيئة العامة للبيئة أمس محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
    "وقالت مديرة المحمية إن أكثر من مئتي نوع من الطيور المهاجرة تتوقف فيها كل عام في طريقها إلى الجنوب.",
)
TEXT = "".join(f"<p>{text}</p>" for text in PROSE)
TITLE = "افتتاح أكبر محمية طيور في الخليج"


def page(body: str, *, head: str = "", title: str = TITLE) -> str:
    """A page of an Arabic newspaper."""
    return (
        f'<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<article>{body}</article></body></html>"
    )


def test_what_is_claimed_does_not_stand_in_the_text_as_well(press: Any) -> None:
    press.put(
        "a.html",
        page(
            f"""<h3 class="over-title">بمساحة 120 كيلومتراً مربعاً</h3><h1>{TITLE}</h1><div>09:41 م | 12 / 11 / 2024</div>
            <div class="writer">مريم العنزي</div>{TEXT}"""
        ),
    )
    article = press.one()
    assert article.kicker == "بمساحة 120 كيلومتراً مربعاً"
    assert (article.date and article.date.iso, article.authors) == ("2024-11-12T21:41:00", ("مريم العنزي",))
    assert article.description is None
    assert article.body.strip().split("\n\n") == list(PROSE)


def test_a_heading_set_as_standfirst_is_the_standfirst(press: Any) -> None:
    deck = "الطاقة الشمسية لتشغيل أبراج المراقبة الأربعة"
    press.put("a.html", page(f'<h1>{TITLE}</h1><h2 class="subtitle">{deck}</h2>{TEXT}'))
    article = press.one()
    assert article.description == deck
    assert article.body.strip().split("\n\n") == list(PROSE)


def test_the_first_paragraph_stays_though_it_is_set_as_a_lead(press: Any) -> None:
    press.put("a.html", page(f'<h1>{TITLE}</h1><p class="lead">{PROSE[0]}</p>{TEXT.partition("</p>")[2]}'))
    assert press.one().body.strip().split("\n\n") == list(PROSE)


def test_the_day_that_readers_saw_comes_before_a_stamp_in_utc(press: Any) -> None:
    stamp = '<meta property="article:published_time" content="2025-08-19T23:40:00+00:00">'
    press.put(
        "a.html", page(f'<h1>{TITLE}</h1><span class="posted-on">الأربعاء 20 غشت 2025 - 00:40</span>{TEXT}', head=stamp)
    )
    article = press.one()
    assert article.date is not None
    assert article.date.iso[:10] == "2025-08-20"


@pytest.mark.parametrize(
    ("outlet", "word", "place"),
    [
        ("وكالة رم للأنباء", "رم", None),
        ("وكالة عمون الإخبارية", "عمون", None),
        ("صحيفة الكويت اليوم", "الكويت", "الكويت"),
    ],
)
def test_an_agency_s_own_name_is_no_place(press: Any, outlet: str, word: str, place: str | None) -> None:
    site = f'<meta property="og:site_name" content="{outlet}">'
    text = f"<p>{word} - {PROSE[0]}</p>{TEXT.partition('</p>')[2]}"
    press.put("a.html", page(f"<h1>{TITLE}</h1><div>3 مايو 2024</div><div>{word} -</div>{text}", head=site))
    article = press.one()
    assert article.dateline == place
    assert place or article.kicker is None
    assert article.body.startswith(f"{word} - ")


def test_a_poem_is_no_standfirst(press: Any) -> None:
    stanzas = ("أفتحُ نافذتي للصباحِ<br>فيدخلُ بحرٌ وراء الستارهْ<br>وتأتي النوارسُ من غيرِ وعدٍ",
               "تقولُ لي الأرضُ: لا تنتظرْ<br>فكلُّ المراكبِ صارتْ حجارهْ<br>وأجلسُ وحدي أعدُّ المساءَ")  # fmt: skip
    body = "".join(f"<p>{stanza}</p>" for stanza in stanzas)
    press.put(
        "a.html",
        page(f"<h1>نافذة على البحر</h1><p>شعر: نادية الشامي</p><p>9 أيار 2022</p>{body}", title="نافذة على البحر"),
    )
    article = press.one()
    assert article.description is None
    assert article.body.strip() == "\n\n".join(stanza.replace("<br>", "\\\n") for stanza in stanzas)


def test_a_page_without_headings_gives_its_title_once(press: Any) -> None:
    cells = f"<b>{TITLE}</b><br><font size=2>الأربعاء 10 شعبان 1426 هـ - الموافق 14 سبتمبر 2005</font><br><br>"
    source = f"""<html dir=rtl><head><title>جريدة الأصيل - {TITLE}</title></head><body><table>
        <tr><td><a href="i.htm">الرئيسية</a> | <a href="p.htm">محليات</a></td></tr>
        <tr><td>{cells}{"<br><br>".join(PROSE)}</td></tr></table></body></html>"""
    press.put("a.html", source)
    article = press.one()
    assert (article.title, article.source, article.kicker) == (TITLE, "جريدة الأصيل", None)
    assert article.description is None
    assert article.date is not None
    assert article.date.iso == "2005-09-14"
    assert article.body.strip().split("\n\n") == list(PROSE)


def test_a_month_behind_a_byline_is_no_second_author(press: Any) -> None:
    meta = '<div class="entry-meta">بواسطة <a href="/a">سهى قاسم</a> / مايو 3, 2024 / لا توجد تعليقات</div>'
    press.put("a.html", page(f"<h1>{TITLE}</h1>{meta}{TEXT}"))
    article = press.one()
    assert article.authors == ("سهى قاسم",)
    assert article.date is not None
    assert article.date.iso == "2024-05-03"


def test_the_number_of_an_issue_is_no_kicker(press: Any) -> None:
    line = "العدد 8123 - الخميس 13 فبراير 2025م الموافق 14 شعبان 1446هـ"
    press.put("a.html", page(f'<h1>{TITLE}</h1><p class="date">{line}</p>{TEXT}'))
    article = press.one()
    assert article.kicker is None
    assert article.date is not None
    assert article.date.iso == "2025-02-13"
    assert line not in article.body
