"""Paragraphs in another language than the article: each with its own language and direction, and nothing else."""

from __future__ import annotations

import re

import pytest

from generator.model.language import Language
from generator.text.gfm import safe_html
from generator.text.html import isolate_tokens, mark_passages

AR, EN = Language.AR, Language.EN
ENGLISH = "The harbour will be closed to ships until the storm has passed."
ARABIC = "سيبقى الميناء مغلقا أمام السفن إلى أن تنتهي العاصفة."
PERSIAN = "این بندر تا پایان طوفان برای کشتی ها بسته خواهد بود و گزارش ها ادامه دارد."
SINDHI = "بندرگاھ طوفان جي ختم ٿيڻ تائين ٻيڙين لاءِ بند رهندو، ميئر جو چوڻ آهي."
HEBREW = "הנמל יהיה סגור לאוניות עד שהסערה תחלוף, אמר ראש העיר."
RUSSIAN = "Порт будет закрыт для судов до окончания шторма, сказал мэр."
DANISH = "Havnen er lukket for skibe, og den åbner ikke før efter stormen, siger borgmesteren."
FRENCH = "Le port restera fermé aux navires jusqu'à la fin de la tempête, a déclaré le maire."


@pytest.mark.parametrize(
    ("lang", "text", "marked"),
    [
        (AR, ENGLISH, 'lang="en" dir="ltr"'),
        (AR, FRENCH, 'lang="fr" dir="ltr"'),
        (AR, PERSIAN, 'lang="fa" dir="rtl"'),
        (EN, ARABIC, 'lang="ar" dir="rtl"'),
        (EN, PERSIAN, 'lang="fa" dir="rtl"'),
        (EN, FRENCH, 'lang="fr" dir="ltr"'),
        (EN, SINDHI, 'lang="sd" dir="rtl"'),
        (EN, HEBREW, 'lang="he" dir="rtl"'),
        (AR, HEBREW, 'lang="he" dir="rtl"'),
        (AR, RUSSIAN, 'lang="ru" dir="ltr"'),
        (EN, RUSSIAN, 'lang="ru" dir="ltr"'),
        (EN, DANISH, 'lang="da" dir="ltr"'),
    ],
)
def test_a_paragraph_in_another_language_is_marked(lang: Language, text: str, marked: str) -> None:
    own = ARABIC if lang is AR else ENGLISH
    html = mark_passages(safe_html(f"{own}\n\n{text}\n\n{own}"), lang)
    assert html.count(" lang=") == 1
    assert f"<p {marked}>" in html


@pytest.mark.parametrize(
    "markdown",
    [
        f"> {ENGLISH}",
        f"- {ENGLISH}",
        f"1. **“{ENGLISH}”**",
        f"## {ENGLISH.rstrip('.')}",
        f"«{ENGLISH}»",
        f"[{ENGLISH}](https://example.org/news)",
        f"![](https://example.org/quay.jpg)\n{ENGLISH}",
        f"| a | b |\n| --- | --- |\n| {ENGLISH} | ١ |",
    ],
)
def test_whatever_block_it_is(markdown: str) -> None:
    assert mark_passages(safe_html(markdown), AR).count(' lang="en" dir="ltr"') == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (AR, "iPhone 17 Pro"),
        (AR, "TikTok و Instagram يتنافسان على وقت القراء في المنطقة العربية."),
        (AR, "BBC: قالت الحكومة إن الميناء سيفتح غدا أمام السفن."),
        (AR, "قال گاندي وچرچل إن الميناء سيفتح غدا أمام السفن كلها."),
        (EN, "The café in the Élysée quarter opened its doors to the sailors of the harbour."),
        (EN, "السلام عليكم, he said, and the sailors of the harbour answered him in one voice."),
        (AR, "2025-06-02"),
        (EN, ENGLISH),
        (AR, ARABIC),
    ],
)
def test_names_and_words_within_a_sentence_are_no_passage(lang: Language, text: str) -> None:
    html = safe_html(text)
    assert mark_passages(html, lang) == html


def test_a_marked_paragraph_is_not_taken_apart_into_isolates() -> None:
    html = isolate_tokens(mark_passages(safe_html(f"{ARABIC}\n\n{ENGLISH} 2025/06/02 GMT+3."), AR))
    assert "<bdi" not in html
    assert '<p lang="en" dir="ltr">' in html


def test_a_language_that_is_written_down_stands() -> None:
    html = safe_html(f'<p lang="de" dir="ltr">{ENGLISH}</p>')
    assert mark_passages(html, AR) == html


@pytest.mark.parametrize("sign", [">", "-", "1."])
def test_a_quotation_or_list_all_in_one_language_is_marked_as_a_whole(sign: str) -> None:
    between = "\n>\n" if sign == ">" else "\n"
    html = mark_passages(safe_html(f"{ARABIC}\n\n{sign} {ENGLISH}{between}{sign} {ENGLISH}\n\n{ARABIC}"), AR)
    name = {">": "blockquote", "-": "ul", "1.": "ol"}[sign]
    assert f'<{name} lang="en" dir="ltr">' in html
    assert html.count(" lang=") == 1


@pytest.mark.parametrize(
    "markdown",
    [
        f"> {ENGLISH}\n>\n> {ARABIC}",
        f"- {ENGLISH}\n- {ARABIC}",
        f"> {ENGLISH}\n>\n> {FRENCH}",
        f"- {ARABIC}\n  - {ENGLISH}",
        f"> {ENGLISH}\n>\n> 2025",
    ],
)
def test_a_mixed_one_is_marked_block_by_block(markdown: str) -> None:
    html = mark_passages(safe_html(markdown), AR)
    outer = html[: html.index(">")]
    assert " lang=" not in outer
    assert ' lang="en" dir="ltr"' in html


def test_only_marks_are_added_whatever_is_quoted() -> None:
    html = safe_html(
        f"> {ENGLISH}\n>\n> {ENGLISH}\n>\n> - {ENGLISH}\n\n<blockquote>{ARABIC}<p>{ENGLISH}</p></blockquote>"
    )
    assert re.sub(' lang="en" dir="ltr"', "", mark_passages(html, AR)) == html


def test_many_quotations_take_no_longer_than_their_length() -> None:
    html = safe_html("> " + f"{ENGLISH} " * 3 + "\n\n") * 300 + "<ul>" + f"<li>{ENGLISH}" * 3_000
    assert mark_passages(html, AR).count(' lang="en"') >= 300
