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
