"""Live blogs and chronologies: their entries carry times of their own, and none of these is the article's date."""

from __future__ import annotations

import json
from typing import Any

import pytest

TITLE = "تغطية مباشرة: افتتاح محمية الطيور في الجهراء"
OWN = "2024-11-12T07:55:00+03:00"
ENTRIES = (
    ("2024-11-13T09:41:00+03:00", "الأبواب تفتح", "فتحت المحمية أبوابها أمام الزوار بعد أعمال تأهيل طويلة."),
    ("2024-11-12T10:00:00+03:00", "وصول الزوار", "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار يستقبلهم بحجز مسبق."),
    ("2024-11-12T08:20:00+03:00", "البداية", "وقالت مديرة المحمية إن مئتي نوع من الطيور المهاجرة تتوقف فيها كل عام."),
)  # fmt: skip
ENGLISH = (
    ("11:45", "The gates of the reserve are open, and the first visitors have climbed the northern tower."),
    ("10:30", "The minister has arrived at the reserve, and is being shown the three ponds in the middle of it."),
    ("09:15", "Good morning from the reserve, where the ribbon is to be cut in less than three hours from now."),
)


def wrapped(form: str) -> str:
    """The entries, each in an element of its own."""
    return "".join(
        form.format(stamp=stamp, hour=stamp[11:16], day=stamp[:10], head=head, text=text)
        for stamp, head, text in ENTRIES
    )


FORMS = {
    "cards": '<div class="entry-{hour}"><time datetime="{stamp}">{hour}</time><h3>{head}</h3><p>{text}</p></div>',
    "days": '<section class="u"><time datetime="{stamp}">{hour} - {day}</time><h3>{head}</h3><p>{text}</p></section>',
    "spans": '<li class="update"><span class="update-date">{day} {hour}</span><h4>{head}</h4><p>{text}</p></li>',
    "flat": '<p class="stamp"><time datetime="{stamp}">{hour}</time></p><p>{text}</p>',
    "published": '<div class="upd"><time class="published" datetime="{stamp}">{hour}</time><p>{text}</p></div>',
    "labelled": '<div class="upd"><p class="time">نُشر في {day} {hour}</p><p>{text}</p></div>',
    "microdata": (
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<meta itemprop="datePublished" content="{stamp}"><time>{hour}</time><p itemprop="articleBody">{text}</p></div>'
    ),
}


def page(entries: str, *, head: str = "", above: str = "", title: str = TITLE, lang: str = "ar") -> str:
    """A page with a headline, what stands below it, and entries."""
    return (
        f'<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><main><article><h1>{title}</h1>{above}<div>{entries}</div></article></main></body></html>"
    )


def stated(kind: str = "LiveBlogPosting", **more: object) -> str:
    """What a live blog says of itself for machines."""
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": stamp, "articleBody": text}
        for stamp, head, text in ENTRIES
    ]
    node = {"@context": "https://schema.org", "@type": kind, "headline": TITLE, "liveBlogUpdate": updates, **more}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def rules_of(article: Any, field: str) -> list[str]:
    """What provenance says of a field."""
    return [rule for rule in article.provenance.rules if rule.startswith(f"{field} | ")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("said", ["json-ld", "meta", "time"])
def test_the_date_is_the_blogs_own_and_the_times_stay_in_the_body(press: Any, form: str, said: str) -> None:
    head = {
        "json-ld": stated(datePublished=OWN, dateModified="2024-11-13T20:00:00+03:00"),
        "meta": f'<meta property="article:published_time" content="{OWN}">',
        "time": "",
    }[said]
    above = f'<div class="meta">نُشر: <time datetime="{OWN}">2024-11-12 07:55</time></div>' if said == "time" else ""
    press.put("a.html", page(wrapped(FORMS[form]), head=head, above=above))
    article = press.one()
    assert article.date is not None
    assert article.date.iso[:16] == "2024-11-12T07:55"
    assert "doubtful" not in rules_of(article, "date")[0]
    body = article.body.replace("&#58;", ":")
    for stamp, _, text in ENTRIES:
        assert stamp[11:16] in body
        assert body.index(stamp[11:16]) < body.index(text)


@pytest.mark.parametrize("form", FORMS)
def test_without_a_date_of_its_own_the_entries_give_none(press: Any, form: str) -> None:
    press.put("a.html", page(wrapped(FORMS[form])))
    article = press.one()
    assert article.date is None
    assert all(stamp[11:16] in article.body.replace("&#58;", ":") for stamp, _, _ in ENTRIES)


def test_the_begin_of_coverage_is_a_doubtful_date(press: Any) -> None:
    head = stated(coverageStartTime="2024-11-12T08:00:00+03:00", coverageEndTime="2024-11-13T20:00:00+03:00")
    press.put("a.html", page(wrapped(FORMS["days"]), head=head))
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-11-12T08:00:00+03:00"
    assert rules_of(article, "date") == ["date | doubtful | json-ld:coverageStartTime | 2024-11-12T08:00:00+03:00"]


def test_a_live_blog_beside_its_article_counts_as_one(press: Any) -> None:
    head = stated("NewsArticle", datePublished=OWN) + stated(["LiveBlogPosting", "BlogPosting"])
    press.put("a.html", page(wrapped(FORMS["spans"]), head=head))
    article = press.one()
    assert article.date is not None
    assert article.date.iso == OWN


def test_an_english_live_blog_as_text(press: Any) -> None:
    lines = "\n".join(f"{hour} GMT\n{text}" for hour, text in ENGLISH)
    press.put("a.txt", f"Live: the bird reserve opens its gates today\n12 November 2024\n{lines}\n")
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-11-12"
    assert [hour for hour, _ in ENGLISH if f"{hour} GMT" in article.body.replace("&#58;", ":")] == [
        "11:45",
        "10:30",
        "09:15",
    ]


CHRONICLE = (
    ("12 مايو 2019", "أعلنت الهيئة العامة للبيئة خطة لإنشاء محمية للطيور المهاجرة في شمال البلاد."),
    ("3 أيلول 2021", "بدأت أعمال التأهيل بحفر ثلاث برك، وزُرعت حولها أشجار السدر والأثل."),
    ("20 آذار 2023", "وصلت الدفعة الأولى من طيور النحام إلى البرك الثلاث في وسط المحمية."),
)


def chronicle(*above: str) -> str:
    """A chronology as text."""
    dated = [line for entry in CHRONICLE for line in entry]
    return "\n".join(["محطات في تاريخ محمية الجهراء للطيور", *above, *dated]) + "\n"


def test_the_first_day_of_a_chronology_is_not_its_date(press: Any) -> None:
    press.put("a.txt", chronicle())
    article = press.one()
    assert article.date is None
    assert article.body.strip().startswith("12 مايو 2019")


@pytest.mark.parametrize("own", ["12 نوفمبر 2024", "تاريخ النشر: 12 نوفمبر 2024", "الثلاثاء 12 نوفمبر 2024 - 10:30"])
def test_a_chronology_has_a_date_of_its_own_above_it(press: Any, own: str) -> None:
    press.put("a.txt", chronicle(own))
    article = press.one()
    assert article.date is not None
    assert article.date.iso[:10] == "2024-11-12"
    assert all(day in article.body for day, _ in CHRONICLE)


def test_two_dates_that_stand_together_are_publication_and_update(press: Any) -> None:
    text = "\n".join(text for _, text in CHRONICLE)
    press.put("a.txt", f"محطات في تاريخ محمية الجهراء للطيور\n12 نوفمبر 2024\nآخر تحديث: 13 نوفمبر 2024\n{text}\n")
    article = press.one()
    assert article.date is not None
    assert article.updated is not None
    assert (article.date.iso, article.updated.iso) == ("2024-11-12", "2024-11-13")


def test_three_dates_in_the_head_of_a_page_are_no_entries(press: Any) -> None:
    above = (
        '<ul class="meta"><li><time class="published" datetime="2024-11-12">12 نوفمبر 2024</time></li>'
        '<li><time class="updated" datetime="2024-11-13">13 نوفمبر 2024</time></li>'
        '<li><time datetime="2024-11-12">12 نوفمبر 2024</time></li></ul>'
    )
    press.put("a.html", page("".join(f"<p>{text}</p>" for _, _, text in ENTRIES), above=above))
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-11-12"


def test_another_live_blog_that_a_page_describes_is_not_sure(press: Any) -> None:
    other = stated(datePublished="2019-03-01T10:00:00+03:00").replace(TITLE, "مباراة النهائي دقيقة بدقيقة")
    own = '<div class="meta">نُشر: <time datetime="2024-11-12">12 نوفمبر 2024</time></div>'
    press.put("a.html", page("".join(f"<p>{text}</p>" for _, _, text in ENTRIES), head=other, above=own))
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-11-12"
