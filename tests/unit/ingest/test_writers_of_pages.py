"""Who wrote an article, where a page sets the name beside a day, a place or its own name; whose its keywords are."""

from __future__ import annotations

import pytest

from generator.ingest.readers.pages.bylines import names_of_line, read_byline
from generator.ingest.readers.pages.sites import Site
from generator.model.publisher import Label
from generator.model.source import FieldName, Record
from tests.unit.ingest.test_trimming import TITLE, paragraphs, read


def authors(record: Record) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR]


def named(line: str, *, head: str = "") -> list[str]:
    return authors(read(f"<div><h1>{TITLE}</h1>{line}<div class='x1'>{paragraphs()}</div></div>", head=head))


SITE = '<meta property="og:site_name" content="جريدة الأصيل">'


@pytest.mark.parametrize(
    "line",
    [
        "<div><span class='a1'>خالد الحطاب</span><span class='a1'>15 فبراير 2024</span><i class='a1'>قراءة</i></div>",
        "<div><span id='lblWriter'>خالد الحطاب</span><span id='lblDate'>الخميس، 15 فبراير 2024</span></div>",
    ],
)
def test_a_name_beside_a_day(line: str) -> None:
    assert named(line) == ["خالد الحطاب"]


@pytest.mark.parametrize(
    "line", ["الكرك-الأصيل-صالح الفراية", "لندن- الأصيل - صالح الفراية", "صالح الفراية – جريدة الأصيل"]
)
def test_a_name_beside_the_name_of_the_site(line: str) -> None:
    assert named(f"<p>{line}</p>", head=SITE) == ["صالح الفراية"]


@pytest.mark.parametrize(
    "line",
    [
        "<div><span class='a1'>نادر جدا</span><span class='a1'>مدينة الميناء</span></div>",
        "<div><span class='a1'>أخبار المدن</span><span class='a1'>15 فبراير 2024</span></div>",
        "<p>الكرك-الأصيل-متابعة خاصة</p>",
        "<p>الميناء - الأصيل - السوق المسقوف</p>",
    ],
)
def test_what_is_no_name_stays_none(line: str) -> None:
    assert named(line, head=SITE) == []


def test_a_heading_above_a_writer_s_other_articles_is_no_writer() -> None:
    more = "<div class='writer-more'><h3>مقالات أخرى للكاتب</h3><ul><li><a href='/1'>القهوة والوقت</a></li></ul></div>"
    assert named(f"<div class='writer'><a href='/w/5'>منيرة الدوسري</a></div>{more}") == ["منيرة الدوسري"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("عدن,اليمن,الجنوب,صحيفة,الأصيل,جريدة الأصيل", []),
        ("جريدة الأصيل,السوق المسقوف,ترميم الآثار", ["السوق المسقوف", "ترميم الآثار"]),
        ("ترميم الآثار,مدن قديمة", ["ترميم الآثار", "مدن قديمة"]),
    ],
)
def test_keywords_that_name_the_site_and_nothing_of_the_article_are_the_site_s(given: str, expected: list[str]) -> None:
    record = read(f"<h1>{TITLE}</h1>{paragraphs()}", head=f'{SITE}<meta name="keywords" content="{given}">')
    assert [claim.value for claim in record.claims if claim.name is FieldName.KEYWORD] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("هيوا رسول@HiwaRasul", ("هيوا رسول",)),
        ("هيوا رسول @HiwaRasul", ("هيوا رسول",)),
        ("Jane Doe jdoe@courier.example", ("Jane Doe",)),
    ],
)
def test_a_handle_behind_a_name_is_no_part_of_it(text: str, names: tuple[str, ...]) -> None:
    assert names_of_line(text, Site((), "")) == names


def test_what_a_system_calls_its_first_user_is_no_writer() -> None:
    assert read_byline("كتب بواسطة: host بتاريخ 30 ديسمبر 2021", Site((), "")) is None
    assert read_byline("كتب بواسطة: سالم حداد بتاريخ 30 ديسمبر 2021", Site((), "")) == (Label.AUTHOR, ("سالم حداد",))
