"""The small readers that page metadata is made of: damaged JSON, addresses, bylines, titles."""

from __future__ import annotations

import pytest

from generator.ingest.readers.pages.addresses import usable_address
from generator.ingest.readers.pages.bylines import names_in, read_byline
from generator.ingest.readers.pages.damaged_json import parse_damaged_json
from generator.ingest.readers.pages.sites import Site
from generator.ingest.readers.pages.strings import agrees, clean
from generator.ingest.readers.pages.titles import without_site
from generator.model.publisher import Label

SITE = Site((("The Bay Courier", "meta:og:site_name"), ("المرصد اليوم", "meta:publisher")), "baycourier.example")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', {"a": 1}),
        ('{"a": "one "two" three", "b": 2}', {"a": 'one "two" three', "b": 2}),
        ('{"a": "قال: "نعم"", "b": ""}', {"a": 'قال: "نعم"', "b": ""}),
        ('{"a": "it\\\'s"}', {"a": "it's"}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('{"a": "b", // why\n "c": [1, 2, ]}', {"a": "b", "c": [1, 2]}),
        ('{"a": "http://x.example/y", "b": 1,}', {"a": "http://x.example/y", "b": 1}),
        ('{"a": {"b": ["c", "d', {"a": {"b": ["c"]}}),  # what was cut off is not given
        ('{"a": 1};', {"a": 1}),
        ('{"a": "one\ntwo\tthree"}', {"a": "one\ntwo\tthree"}),
    ],
)
def test_damaged_json_is_mended(text: str, value: object) -> None:
    assert parse_damaged_json(text) == (value,)


def test_values_behind_one_another_are_all_read() -> None:
    assert parse_damaged_json('{"a": 1} {"b": 2},\n{"c": 3}') == ({"a": 1}, {"b": 2}, {"c": 3})


@pytest.mark.parametrize("text", ["", "no JSON", "[" * 100_000, '"' * 1001, "{" + "," * 1000])
def test_what_is_no_json_gives_nothing_of_use(text: str) -> None:
    assert not any(isinstance(value, dict) and value for value in parse_damaged_json(text))


@pytest.mark.parametrize(
    ("given", "base", "address"),
    [
        ("/a/b?utm_source=x&id=3#top", "https://n.example/", "https://n.example/a/b?id=3"),
        ("//n.example/a", None, "https://n.example/a"),
        ("a", None, None),
        ("https://n.example/", None, None),
        ("https://n.example/ar/", None, None),
        ("https://n.example/index.php", None, None),
        ("https://n.example/index.php?id=4", None, "https://n.example/index.php?id=4"),
        ("https://n.example/?lang=ar", None, None),
        ("https://n.example/?p=12&fbclid=q", None, "https://n.example/?p=12"),
        ("javascript:void(0)", None, None),
        ("http://localhost/a", None, None),
        ("https://192.168.1.4/a", None, None),
        ("https://[bad/a", None, None),
        ("https://n.example/a\ud83d", None, None),
        ("https://n.example/a\x00b", None, None),
        ("https://n.example/a\u200fb", None, "https://n.example/ab"),
        ("https://n.example:99999/a", None, None),
        ("https://user:pass@n.example/خبر", None, "https://n.example/خبر"),
    ],
)
def test_addresses(given: str, base: str | None, address: str | None) -> None:
    assert usable_address(given, base) == address


@pytest.mark.parametrize(
    ("line", "label", "names"),
    [
        ("كتب محمد علي", Label.AUTHOR, ("محمد علي",)),
        ("كتبت/ سارة حسن", Label.AUTHOR, ("سارة حسن",)),
        ("بقلم: د. نجيب سالم", Label.AUTHOR, ("د. نجيب سالم",)),
        ("القاهرة - كتب ماجد شاهين", Label.AUTHOR, ("ماجد شاهين",)),
        ("كتب: وليد سعد ووائل كرم الإثنين، 02 يونيو 2025", Label.AUTHOR, ("وليد سعد", "وائل كرم")),
        ("بواسطة أحمد علي, أكتوبر 2, 2019 في أخبار السكك", Label.AUTHOR, ("أحمد علي",)),
        ("كتب: أيلول خوري", Label.AUTHOR, ("أيلول خوري",)),
        ("ترجمة: هدى السالم", Label.TRANSLATOR, ("هدى السالم",)),
        ("By Jane Doe and John Roe, Staff Writers", Label.AUTHOR, ("Jane Doe", "John Roe")),
        ("By Jane Doe | 2 June 2025", Label.AUTHOR, ("Jane Doe",)),
        ("By Jane Doe March 9, 2025 8:14 PM GMT", Label.AUTHOR, ("Jane Doe",)),
        ("By April May", Label.AUTHOR, ("April May",)),
        ("By Jane Doe in Cairo", Label.AUTHOR, ("Jane Doe",)),
        ("Translated by Will Frere", Label.TRANSLATOR, ("Will Frere",)),
        ("Reporting by Ann Lee; Editing by Bo Ray", Label.AUTHOR, ("Ann Lee",)),
        ("بقلم", Label.AUTHOR, ()),
    ],
)
def test_bylines(line: str, label: Label, names: tuple[str, ...]) -> None:
    assert read_byline(line, SITE) == (label, names)


@pytest.mark.parametrize(
    "line",
    [
        "كتب الرئيس على صفحته أن الجسر سيفتتح غدا بعد تأخر دام ثلاث سنوات كاملة",
        "By the time the ferry came back the quay was empty",
        "كتب المرصد اليوم",
        "By The Bay Courier",
        "حوار مع الكاتب",
    ],
)
def test_prose_and_outlets_are_no_bylines(line: str) -> None:
    found = read_byline(line, SITE)
    assert found is None or found[1] == ()


@pytest.mark.parametrize(
    "value",
    ["admin", "Admin User", "https://n.example/author/1", "jane@n.example", "@jane", "Developed By Heba Musa", "وكالات",
     "baycourier", "المرصد اليوم", "غرفة الأخبار", "Staff Writer", "Web Desk", "AFP", "محرر الموقع", "البيان",
     "(أبوظبي - البيان)"],
)  # fmt: skip
def test_what_is_no_person(value: str) -> None:
    assert tuple(names_in(value, SITE)) == ()


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Lauren del Valle", ("Lauren del Valle",)),
        ('Amanda "Tania Mae" Tan', ('Amanda "Tania Mae" Tan',)),
        ("Jean-Luc O’Brien", ("Jean-Luc O’Brien",)),
        ("By Tom Ferrier (Reuters)", ("Tom Ferrier",)),
        ("Jane Doe, Senior Political Correspondent", ("Jane Doe",)),
        ("Jane Doe, PhD, Chief Analyst", ("Jane Doe",)),
        ("سامر ديب، أستاذ جامعي", ("سامر ديب",)),
        ("Jane Doe for The Bay Courier", ("Jane Doe",)),
        ("Jane Doe in Cairo and John Roe in Aden", ("Jane Doe", "John Roe")),
        ("Jane Doe and agencies", ("Jane Doe",)),
        ("Christopher Guest", ("Christopher Guest",)),
        ("Ann Lee, Bo Ray, and Cy Fox", ("Ann Lee", "Bo Ray", "Cy Fox")),
        ("عبد الرحمن الشرقاوي، هالة مراد", ("عبد الرحمن الشرقاوي", "هالة مراد")),
    ],
)
def test_names(value: str, names: tuple[str, ...]) -> None:
    assert tuple(names_in(value, SITE)) == names


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Quay opens in autumn - The Bay Courier", "Quay opens in autumn"),
        ("The Bay Courier | Quay opens in autumn", "Quay opens in autumn"),
        ("The Bay Courier wins a prize - The Bay Courier", "The Bay Courier wins a prize"),
        ("الجسر الجديد :: أخبار :: المرصد اليوم", "الجسر الجديد"),
        ("Fish, chips - and a lawsuit", "Fish, chips - and a lawsuit"),
        ("الرئيس: «لن نتراجع»", "الرئيس: «لن نتراجع»"),
        ("The Bay Courier", "The Bay Courier"),
    ],
)
def test_sites_are_taken_off_titles(title: str, bare: str) -> None:
    assert without_site(title, SITE, [], sure=False) == bare


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("Baker &amp;amp;amp; Sons", "Baker & Sons"),
        ("AT&T; and others", "AT&T; and others"),
        ("A <em>great</em>&nbsp;film<br/>indeed", "A great film indeed"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("\u200fخبر\u00a0 جديد \n", "خبر جديد"),
        ("Ø§Ù„Ø®Ø¨Ø± Ø§Ù„Ø¬Ø¯ÙŠØ¯", "الخبر الجديد"),
    ],
)
def test_strings_are_cleaned(given: str, cleaned: str) -> None:
    assert clean(given) == cleaned


def test_titles_of_one_article_agree() -> None:
    assert agrees("Quay opens in autumn, board says", "Quay opens in autumn")
    assert agrees("سلطة الميناء: الرصيف الجديد يستقبل أول سفينة", "الرصيف الجديد يستقبل أول سفينة")
    assert not agrees("Libya", "Libya and Turkey sign a deal on shipping")
    assert not agrees("Lighthouse to be painted red", "Ferry fares frozen until spring")
    assert not agrees("", "")
