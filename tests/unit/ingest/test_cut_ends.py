"""Texts that are cut: the sign of it stays, the link that leads on does not, and a whole text is not taken for one."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest

from generator.text.markdown import plain_text

TITLE = "Bird reserve opens north of the city"
BEGINNING = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths. It has "
    "four towers and a visitors' centre, and the wardens say that the"
)
TITLE_AR = "افتتاح محمية للطيور في شمال البلاد"
BEGINNING_AR = (
    "افتتحت الهيئة العامة للبيئة محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات. وتضم المحمية أربعة "
    "أبراج للمراقبة ومركزاً للزوار، وقالت مديرة"
)
AT = "https://paper.example/1"
ENDS = (
    (" [&#8230;]", "[…]", ""),
    (" [...]", "[...]", ""),
    ("… <a href='{at}'>Read more »</a>", "the…", "Read more"),
    (" [&hellip;] <a href='{at}'>Continue reading</a>", "[…]", "Continue reading"),
    (" <a href='{at}'>Continue reading <span>Bird reserve opens</span> &rarr;</a>", "the […]", "Continue reading"),
    ("… <a href='{at}'>(more…)</a>", "the…", "more"),
    (" <a href='{at}'>Read the full story</a>", "the […]", "full story"),
    (" <a href='{at}'>Keep reading</a>", "the […]", "Keep reading"),
)
ENDS_AR = (
    (" […]", "[…]", ""),
    (" … <a href='{at}'>اقرأ المزيد »</a>", "مديرة …", "اقرأ المزيد"),
    (" <a href='{at}'>إقرأ المزيد</a>", "مديرة […]", "المزيد"),
    (" <a href='{at}'>متابعة القراءة</a>", "مديرة […]", "القراءة"),
    (" <a href='{at}'>أكمل القراءة ←</a>", "مديرة […]", "القراءة"),
    (" <a href='{at}'>التفاصيل</a>", "مديرة […]", "التفاصيل"),
    ("... إقرأ المزيد", "مديرة...", "المزيد"),
)


def feed(title: str, body: str) -> str:
    """A feed of one item."""
    item = f"<item><title>{title}</title><link>{AT}</link><description><![CDATA[<p>{body}</p>]]></description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>{item}</channel></rss>'


def page(title: str, body: str) -> str:
    """A saved page."""
    lang = "en" if title.isascii() else "ar"
    return (
        f'<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>'
        f'<div class="entry-content"><p>{body}</p></div></article></body></html>'
    )


def table(title: str, body: str) -> str:
    """A table of one article."""
    return json.dumps([{"title": title, "body": f"<p>{body}</p>", "date": "2024-05-03"}])


FORMS = {"a.xml": feed, "a.html": page, "a.json": table}


def take(press: Any, name: str, title: str, body: str) -> tuple[bool, str, str]:
    """Whether the only article is partial, the text of its body, and what was removed."""
    press.put(name, FORMS[name](title, body.replace("{at}", AT)))
    article = press.one()
    return article.partial, plain_text(article.body).strip(), " ".join(article.provenance.removed)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("end", "shown", "words"), ENDS)
def test_a_text_that_is_cut_says_so(press: Any, name: str, end: str, shown: str, words: str) -> None:
    partial, body, removed = take(press, name, TITLE, BEGINNING + end)
    assert partial
    assert body.endswith(shown)
    assert words in removed
    assert not words or words not in body


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("end", "shown", "words"), ENDS_AR)
def test_an_arabic_text_that_is_cut_says_so(press: Any, name: str, end: str, shown: str, words: str) -> None:
    partial, body, removed = take(press, name, TITLE_AR, BEGINNING_AR + end)
    assert partial
    assert body.endswith(shown)
    assert words in removed
    assert not words or words not in body


@pytest.mark.parametrize(("end", "shown", "words"), [*ENDS[:4], ENDS_AR[1], ENDS_AR[6]])
def test_a_text_in_lines_that_is_cut_says_so(press: Any, end: str, shown: str, words: str) -> None:
    arabic = "ا" in end
    title, beginning = (TITLE_AR, BEGINNING_AR) if arabic else (TITLE, BEGINNING)
    press.put("a.txt", f"{title}\n{beginning}{html.unescape(re.sub('<[^>]+>', '', end))}\n")
    article = press.one()
    assert article.partial
    assert plain_text(article.body).strip().endswith(shown)
    assert words in " ".join(article.provenance.removed)


def test_a_paragraph_that_leads_on_is_no_text(press: Any) -> None:
    partial, body, removed = take(press, "a.json", TITLE, f"{BEGINNING}</p><p><a href='{{at}}'>Continue reading</a>")
    assert (partial, body.endswith("the […]"), "Continue reading" in removed) == (True, True, True)


WHOLE = (
    "{0} birds come back every year. <a href='{{at}}'>Read more</a>",
    "{0} birds come back every year.",
    "{0} birds come back every year",
    "{0} birds come back, and so on…</p><p>Nobody knows what will become of them…",
    "{0} birds come back. «Read more» stood on the sign.",
    "{0} birds come back. Details are <a href='{{at}}'>on the council's site</a>",
    "{0} birds come back</p><h4>Read more</h4><p>They are herons and terns, and nobody had seen them here for years",
)


@pytest.mark.parametrize("name", ["a.html", "a.json"])
@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_text_is_not_partial(press: Any, name: str, text: str) -> None:
    partial, body, _ = take(press, name, TITLE, text.format(BEGINNING))
    assert not partial
    assert "[…]" not in body


def test_a_note_of_where_a_post_appeared_takes_no_text_with_it(press: Any) -> None:
    note = f"The post <a href='{AT}'>Bird reserve</a> appeared first on <a href='{AT}'>Paper</a>."
    press.put("a.xml", feed(TITLE, f"{BEGINNING} birds come back every year. {note}"))
    article = press.one()
    assert plain_text(article.body).strip().endswith("birds come back every year.")
    assert "appeared first" in " ".join(article.provenance.removed)
