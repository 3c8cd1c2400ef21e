"""An article that quotes a longer text of the other language is in its own."""

from __future__ import annotations

import pytest

from generator.model.language import Language
from tests.unit.ingest.conftest import Press

ARABIC = (
    "رحّب رئيس البلدية بعودة العبّارة إلى الفنار بعد توقف دام شهرين بسبب عطل في محركها.",
    "ووعد بأن تسافر العائلات مجاناً في أول يوم من كل أسبوع حتى نهاية الصيف.",
)
ENGLISH = (
    "The ferry to the lighthouse runs again since Monday, the harbour office said, after its engine had been mended.",
    "Whoever had bought a ticket for the winter may use it until June, and children travel free of charge on Sundays.",
    "The keeper of the lighthouse, who had lived on bread and fish for two months, said that he was glad of company.",
)
HEAD = {Language.AR: "العبّارة تعود إلى الفنار", Language.EN: "Ferry to the lighthouse runs again"}


def text(lang: Language, quoted: str) -> str:
    first, last = ARABIC if lang is Language.AR else ENGLISH[:2]
    return f"{HEAD[lang]}\n\n{first}\n\n{quoted}\n\n{last}\n"


@pytest.mark.parametrize("signs", ["«»", "“”", '""'])
def test_a_long_quotation_does_not_tell_the_language(press: Press, signs: str) -> None:
    press.put("quay/1.txt", text(Language.AR, f"{signs[0]}{' '.join(ENGLISH)}{signs[1]}."))
    press.put("quay/2.txt", text(Language.EN, f"{signs[0]}{' '.join(ARABIC * 3)}{signs[1]}"))
    assert {each.title: each.lang for each in press.take_in()} == {HEAD[lang]: lang for lang in Language}


def test_nor_does_one_that_is_set_off(press: Press) -> None:
    quoted = "".join(f"<p>{each}</p>" for each in ENGLISH)
    body = f"<p>{ARABIC[0]}</p><blockquote>{quoted}</blockquote><p>{ARABIC[1]}</p>"
    press.put("quay/1.html", f"<html><body><article><h1>{HEAD[Language.AR]}</h1>{body}</article></body></html>")
    assert press.one().lang is Language.AR


def test_what_is_nothing_but_a_quotation_is_in_its_language(press: Press) -> None:
    press.put("quay/1.txt", f"{HEAD[Language.EN]}\n\n“{' '.join(ENGLISH[:2])}”\n\n“{ENGLISH[2]}”\n")
    assert press.one().lang is Language.EN


def test_a_statement_in_the_other_language_does_not_tell_it_either(press: Press) -> None:
    statement = "\n\n".join(("The statement of the harbour office", *ENGLISH))
    press.put("quay/1.txt", f"{HEAD[Language.AR]}\n\n{ARABIC[0]}\n\n{ARABIC[1]}\n\n{statement}\n\n{ARABIC[0]}\n")
    assert press.one().lang is Language.AR


@pytest.mark.parametrize("between", ["\n", "\n-----\n\n"])
@pytest.mark.parametrize("first", Language)
def test_both_versions_in_one_document_are_an_article_each(press: Press, first: Language, between: str) -> None:
    days = {Language.AR: "تاريخ النشر: 3 مايو 2024", Language.EN: "Published: 3 May 2024"}
    texts = {Language.AR: "\n\n".join(ARABIC), Language.EN: "\n\n".join(ENGLISH)}
    parts = [
        f"{HEAD[lang]}\n{days[lang]}\n\n{texts[lang]}\n" for lang in sorted(Language, key=lambda x: x is not first)
    ]
    press.put("quay/1.txt", between.join(parts))
    articles = press.take_in()
    assert {each.title: each.lang for each in articles} == {HEAD[lang]: lang for lang in Language}
    assert all(each.date and each.date.iso == "2024-05-03" for each in articles)


@pytest.mark.parametrize("line", ["Abstract", "By Jane Doe", "May 3, 2024"])
def test_a_summary_at_the_end_is_no_article(press: Press, line: str) -> None:
    press.put(
        "quay/1.txt", f"{HEAD[Language.AR]}\n\n{ARABIC[0]}\n\n{ARABIC[1]}\n\n{line}\n\n{ENGLISH[0]}\n\n{ENGLISH[1]}\n"
    )
    assert press.one().lang is Language.AR
