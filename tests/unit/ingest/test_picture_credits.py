"""Who took a picture, as it is copied with the text of a page: alone on a line, or behind a caption."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.picture_credits import is_photo_credit
from tests.unit.ingest.test_forms_of_bylines import DAYS, PROSE, TITLES

CREDITS = [
    ("en", "Lina Karam / Getty Images"),
    ("en", "Lina Karam / AFP / Getty Images"),
    ("en", "(Credit: Lina Karam/Valley Times)"),
    ("en", "Image: Lina Karam on Flickr"),
    ("en", "Illustration by Lina Karam"),
    ("en", "(Lina Karam Photography)"),
    ("en", "Courtesy G9"),
    ("en", "The new beds in the southern park. (Photo: Lina Karam, Valley Times)"),
    ("en", "Gardeners at work in the southern park on Monday Photo: VALLEY TIMES"),
    ("en", "Gardeners at work in the southern park on Monday. | AP Photo Close"),
    ("en", "Gardeners at work in the southern park.Credit...Lina Karam for The Valley Times"),
    ("en", "Gardeners at work in the southern park on Monday. — LINA KARAM/AFP via Getty Images"),
    ("ar", "(الصورة: ليلى كرم)"),
    ("ar", "صورة أرشيفية"),
    ("ar", "أحواض جديدة في الحديقة الجنوبية. (تصوير: ليلى كرم)"),
]


@pytest.mark.parametrize(("lang", "credit"), CREDITS)
def test_a_credit_is_nothing_of_the_article(press: Any, lang: str, credit: str) -> None:
    for at, lines in enumerate(((credit, *PROSE[lang]), (PROSE[lang][0], credit, *PROSE[lang][1:]))):
        press.put(f"{at}.txt", "\n\n".join((f"{TITLES[lang]} {at + 1}", DAYS[lang], *lines)) + "\n")
    for article in press.take_in():
        assert (article.kicker, article.description, article.authors, article.source) == (None, None, (), None)
        assert article.body.strip().split("\n\n") == list(PROSE[lang])


@pytest.mark.parametrize(
    "text",
    [
        "Images of the old town hang in the hall: some of them are a century old.",
        "Photos by young people from all over the valley hang in the hall until May.",
        "Picture this: a market without a single buyer, and a town that does not mind it at all.",
        "Lina Karam / Reuters",
        "Courtesy Visit",
        "Credit: 3 hours a week",
        "Picture: a train in a field",
        "قالت: الصور التي نشرتها البلدية قديمة.",
    ],
)
def test_what_is_said_of_pictures_is_no_credit(text: str) -> None:
    assert not is_photo_credit(Line.of(text, 2))
