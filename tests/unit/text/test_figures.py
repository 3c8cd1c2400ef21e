"""Pictures in articles: figures with their captions, those of other sites as links."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.language import Language
from generator.model.settings import Numerals
from generator.publish.pictures import name_pictures
from generator.store.words import load_words
from generator.text.gfm import opening_text, safe_html
from generator.text.words import Words

THEME = Path(__file__).parents[3] / "theme_overrides"


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (
            "![رصيف](https://cdn.example.org/a.jpg?x=1&y=2)\nمنظر ([وكالة](https://ap.example/))",
            '<figure>\n<a href="https://cdn.example.org/a.jpg?x=1&amp;y=2"></a>\n'
            '<figcaption>منظر (<a href="https://ap.example/">وكالة</a>)</figcaption>\n</figure>',
        ),
        (
            "![رصيف](https://e.org/a.jpg)",
            '<figure>\n<a href="https://e.org/a.jpg"></a>\n<figcaption>رصيف</figcaption>\n</figure>',
        ),
        ("![](https://e.org/a.jpg)", '<figure>\n<a href="https://e.org/a.jpg"></a>\n</figure>'),
        (
            "![quay](../../media/quay.png)\nThe quay",
            '<figure>\n<img src="../../media/quay.png" alt="quay">\n<figcaption>The quay</figcaption>\n</figure>',
        ),
        ("![quay](../../media/quay.png)", '<p><img src="../../media/quay.png" alt="quay"></p>'),
        ("![x](javascript:alert)", "<p>x</p>"),
        ("نص ![رصيف](https://e.org/a.jpg) بعد", "<p>نص رصيف بعد</p>"),
        (
            "> ![](https://e.org/a.jpg)",
            '<blockquote>\n<figure>\n<a href="https://e.org/a.jpg"></a>\n</figure>\n</blockquote>',
        ),
    ],
)
def test_what_a_page_shows_of_a_picture(markdown: str, html: str) -> None:
    assert safe_html(markdown) == html


def test_a_text_begins_below_its_pictures() -> None:
    assert opening_text(safe_html("![x](https://e.org/a.jpg)\nتعليق\n\nنص الخبر.")) == "نص الخبر."


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.AR, 'الصورة على موقع <bdi dir="ltr">cdn.example.org</bdi>'),
        (Language.EN, "Picture at cdn.example.org"),
    ],
)
def test_the_link_to_a_picture_has_words(language: Language, shown: str) -> None:
    words = Words(language, load_words(THEME, language), Numerals.LATN)
    body = safe_html("![](https://www.cdn.example.org/a.jpg)\n\n[](https://e.org/)")
    named = name_pictures(body, words, language)
    assert f'<a href="https://www.cdn.example.org/a.jpg">{shown}</a>' in named
    assert '<a href="https://e.org/"></a>' in named
