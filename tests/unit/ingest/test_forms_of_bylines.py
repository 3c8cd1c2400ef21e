"""The forms of lines that say who wrote an article, in texts and in saved pages: names, and what stands beside them."""

from __future__ import annotations

import html
from typing import Any

import pytest

TITLES = {"ar": "مجلس المدينة يقر خطة لتوسيع شبكة الحدائق", "en": "City council approves wider network of gardens"}
DAYS = {"ar": "4 مارس 2024", "en": "March 4, 2024"}
PROSE = {
    "ar": (
        "أقر مجلس المدينة في جلسته الأسبوعية خطة لتوسيع شبكة الحدائق العامة في الأحياء الجنوبية على أن يبدأ ذلك خريفًا.",
        "وتشمل الخطة إنشاء سبع حدائق جديدة وتأهيل ثلاث حدائق قائمة، بتكلفة تقدر بنحو أربعة ملايين من موازنة البلدية.",
    ),
    "en": (
        "The city council approved a plan to widen the network of public gardens in the south from the autumn.",
        "The plan includes seven new gardens and repairs to three that exist, at a cost of about four million in all.",
    ),
}
FORMS = [
    ("ar", "بقلم / د. عبد الله بن عبد العزيز السالم", ("د. عبد الله بن عبد العزيز السالم",)),
    ("ar", "كتبت/ منى الطيب وسارة حسين", ("منى الطيب", "سارة حسين")),
    ("ar", "بقلم: ماري-لو كيروز", ("ماري-لو كيروز",)),
    ("ar", "تصوير: سامي وهيب", ()),
    ("ar", "رام الله – «القدس العربي» – فادي أبو ريا", ("فادي أبو ريا",)),
    ("en", "By Hind al-Rashidi", ("Hind al-Rashidi",)),
    ("en", "By Hassan el-Fassi and Nour ash-Shami", ("Hassan el-Fassi", "Nour ash-Shami")),
    ("en", "By Dr. Khaled bin Sultan Al Saud", ("Dr. Khaled bin Sultan Al Saud",)),
    ("en", "By Ali Abu Nimah | Amman", ("Ali Abu Nimah",)),
    ("en", "By Lina Karam and Agencies", ("Lina Karam",)),
    ("en", "By AFP and Lina Karam", ("Lina Karam",)),
    ("en", "By Lina Karam for the Valley Times", ("Lina Karam",)),
    ("en", "by Lina Karam @linakaram", ("Lina Karam",)),
    ("en", "By Lina Karam (lina@courier.example)", ("Lina Karam",)),
    ("en", "Posted by Omar Ashour", ("Omar Ashour",)),
    ("en", "Photographs by Lina Karam", ()),
]
PLACES = ('لندن - "القدس العربي" من أحمد المصري', "أحمد المصري-لندن")


@pytest.fixture
def paper(press: Any, repository: Any) -> Any:
    """An archive that knows places."""
    places = (repository / "content/vocabulary/places.yml").read_text(encoding="utf-8")
    (press.root / "content/vocabulary/places.yml").write_text(places, encoding="utf-8")
    return press


@pytest.mark.parametrize(("lang", "line", "authors"), FORMS, ids=[form[1] for form in FORMS])
def test_a_byline_in_a_text(paper: Any, lang: str, line: str, authors: tuple[str, ...]) -> None:
    paper.put("a.txt", "\n\n".join((TITLES[lang], line, DAYS[lang], *PROSE[lang])) + "\n")
    article = paper.one()
    assert article.authors == authors
    assert article.description is None
    assert article.body.startswith(PROSE[lang][0])


@pytest.mark.parametrize("line", PLACES)
def test_a_byline_with_a_place_that_is_known(paper: Any, line: str) -> None:
    paper.put("a.txt", "\n\n".join((TITLES["ar"], line, DAYS["ar"], *PROSE["ar"])) + "\n")
    article = paper.one()
    assert article.authors == ("أحمد المصري",)
    assert article.dateline == "لندن"


@pytest.mark.parametrize("mark", ['<div class="byline">{}</div>', "<p><span>{}</span></p>"], ids=["marked", "bare"])
@pytest.mark.parametrize(("lang", "line", "authors"), FORMS, ids=[form[1] for form in FORMS])
def test_a_byline_of_a_page(paper: Any, lang: str, line: str, authors: tuple[str, ...], mark: str) -> None:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE[lang])
    head = mark.format(html.escape(line)) + f"<time>{DAYS[lang]}</time>"
    paper.put(
        "a.html",
        f"<!doctype html><html lang={lang}><meta charset=utf-8><title>{TITLES[lang]}</title><main>"
        f"<h1>{TITLES[lang]}</h1>{head}<div class=content>{prose}</div></main></html>",
    )
    article = paper.one()
    assert article.authors == authors
    assert article.body.startswith(PROSE[lang][0])


def test_a_title_is_no_byline_for_its_small_words(paper: Any) -> None:
    title = "حصة العامل من خبز الشركة"
    paper.put("a.txt", "\n\n".join((title, DAYS["ar"], *PROSE["ar"])) + "\n")
    article = paper.one()
    assert (article.title, article.authors) == (title, ())
