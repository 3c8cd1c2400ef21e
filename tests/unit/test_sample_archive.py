"""The sample archive's source documents are as varied, bilingual and correct in their dates as they are meant to be.

They are read here by a few lines of this file, not by the program: a fault in one must not hide a fault in the other.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
import yaml
from hijridate import Hijri

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "content" / "sources"
DOCUMENTS = sorted(SOURCES.rglob("*.txt"))

WEEKDAYS = {
    **dict(zip(calendar.day_name, range(7), strict=True)),
    **dict(zip(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"), range(7), strict=True)),
}
MONTHS = {
    **dict(zip(calendar.month_name[1:], range(1, 13), strict=True)),
    "يناير": 1,
    "فبراير": 2,
    "مارس": 3,
    "أبريل": 4,
    "مايو": 5,
    "يونيو": 6,
    "يوليو": 7,
    "أغسطس": 8,
    "سبتمبر": 9,
    "أكتوبر": 10,
    "نوفمبر": 11,
    "ديسمبر": 12,
    "جويلية": 7,
    "غشت": 8,
    "شتنبر": 9,
}
LEVANTINE = {
    "كانون الثاني": 1,
    "شباط": 2,
    "آذار": 3,
    "نيسان": 4,
    "أيار": 5,
    "حزيران": 6,
    "تموز": 7,
    "آب": 8,
    "أيلول": 9,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
}
HIJRI_MONTHS = {
    "شعبان": 8,
    "رمضان": 9,
    "ربيع الآخر": 4,
    "جمادى الأولى": 5,
    "ذو الحجة": 12,
    "Jumada al-Awwal": 5,
}
CUES = ("Read also:", "إقرأ أيضاً:")

_MONTH = "|".join(MONTHS)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?,? (?:[\w ]+/)?({_MONTH}),? (\d{{4}})")
_MONTH_FIRST = re.compile(rf"({_MONTH}) (\d{{1,2}}), (\d{{4}})")
_HIJRI = re.compile(rf"(\d{{1,2}}) ({'|'.join(HIJRI_MONTHS)}) (\d{{4}}) ?(?:هـ|AH)")
_DUAL = re.compile(rf"({'|'.join(LEVANTINE)})/({_MONTH})\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def read_text(document: Path) -> str:
    """The document as text; one that is not UTF-8 is Windows Arabic."""
    raw = document.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def read_plainly(document: Path) -> str:
    """The text without what only spoils it: tatweel inside words, hard spaces, invisible characters."""
    text = _INVISIBLE.sub("", read_text(document)).replace("\u00a0", " ")
    return re.sub("(?<=\\w)\u0640+(?=\\w)", "", text)


def find_header_day(text: str) -> date | None:
    """The day in the lines before the body: those of the first six that are short."""
    for line in [line for line in text.splitlines() if line.strip()][1:6]:
        if len(line) > 120:
            continue
        if found := _DAY_FIRST.search(line):
            day, month, year = found.groups()
            return date(int(year), MONTHS[month], int(day))
        if found := _MONTH_FIRST.search(line):
            month, day, year = found.groups()
            return date(int(year), MONTHS[month], int(day))
    return None


def find_header_line(text: str) -> str:
    """The line that holds the header's day."""
    return next(line for line in text.splitlines()[1:] if _DAY_FIRST.search(line) or _MONTH_FIRST.search(line))


def is_arabic(text: str) -> bool:
    """Whether most letters are Arabic."""
    arabic = len(re.findall("[\u0621-\u064a]", text))
    return arabic > len(re.findall("[A-Za-z]", text))


TEXTS = {document: read_plainly(document) for document in DOCUMENTS}
# A day to come is what the text is about (an eclipse), never the day on which it was published.
DAYS = {document: day for document, text in TEXTS.items() if (day := find_header_day(text)) and day.year <= 2025}


def name_of(document: Path) -> str:
    """A test's name for a document."""
    return document.relative_to(SOURCES).as_posix()


def test_at_least_twenty_two_documents_in_each_language() -> None:
    languages = Counter(is_arabic(text) for text in TEXTS.values())
    assert languages[True] >= 22
    assert languages[False] >= 22


def test_at_least_thirteen_stories_have_both_languages() -> None:
    versions = defaultdict(set)
    for document in DOCUMENTS:
        stem, _, language = document.stem.rpartition(".")
        if language in {"ar", "en"}:
            versions[document.parent / stem].add(language)
            assert is_arabic(TEXTS[document]) == (language == "ar"), document
    assert all(languages == {"ar", "en"} for languages in versions.values())
    assert len(versions) >= 13


def test_both_versions_of_a_story_are_of_one_day() -> None:
    for document in DOCUMENTS:
        if document.stem.endswith(".ar"):
            english = document.with_name(document.name.replace(".ar.", ".en."))
            assert DAYS[document] == DAYS[english], document


def test_three_years_with_several_months_each() -> None:
    months = {(day.year, day.month) for day in DAYS.values()}
    assert {year for year, _ in months} == {2023, 2024, 2025}
    assert all(n >= 5 for n in Counter(year for year, _ in months).values())


def test_seven_publishers_each_in_the_vocabulary_under_its_folder() -> None:
    files = (ROOT / "content" / "vocabulary" / "publishers").glob("*.yml")
    publishers = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    folders = {publisher["folder"] for publisher in publishers}
    assert folders == {document.parent.name for document in DOCUMENTS}
    assert len(folders) == 7
    assert all(publisher["ar"] and publisher["en"] for publisher in publishers)


@pytest.mark.parametrize("document", DAYS, ids=name_of)
def test_weekday_in_the_header_is_the_days_own(document: Path) -> None:
    for weekday in _WEEKDAY.findall(find_header_line(TEXTS[document])):
        assert WEEKDAYS[weekday] == DAYS[document].weekday()


@pytest.mark.parametrize("document", [d for d, text in TEXTS.items() if _HIJRI.search(text)], ids=name_of)
def test_hijri_date_is_the_gregorian_one(document: Path) -> None:
    found = _HIJRI.search(find_header_line(TEXTS[document]))
    assert found is not None
    day, month, year = found.groups()
    assert Hijri(int(year), HIJRI_MONTHS[month], int(day)).to_gregorian() == DAYS[document]


def test_both_names_of_a_month_are_of_one_month() -> None:
    pairs = [pair for text in TEXTS.values() for pair in _DUAL.findall(text)]
    assert len(pairs) > 20
    assert all(LEVANTINE[levantine] == MONTHS[gulf] for levantine, gulf in pairs)


def test_texts_come_in_the_manners_of_the_world() -> None:
    raws = [document.read_bytes() for document in DOCUMENTS]
    texts = [read_text(document) for document in DOCUMENTS]
    assert sum(not _is_utf8(raw) for raw in raws) >= 1, "one in Windows Arabic"
    assert sum(raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw for raw in raws) >= 1, "one with BOM and CRLF"
    assert sum(bool(_INVISIBLE.search(text)) for text in texts) >= 1, "one with invisible characters"
    assert sum("\u0640\u0640" in text for text in texts) >= 1, "one with stretched words"
    assert sum(text.count("????") >= 8 for text in texts) >= 3, "several with lost emoji"
    assert sum(bool(_HIJRI.search(text)) for text in texts) >= 3, "Hijri dates"
    assert sum("غشت" in text or "جويلية" in text for text in texts) >= 2, "months of the Maghreb"
    assert sum(document not in DAYS for document in DOCUMENTS) >= 2, "documents without a date"


def test_glued_articles_and_lists_of_headlines_follow_a_cue_in_both_languages() -> None:
    longest_after_cue = defaultdict(list)
    for text in TEXTS.values():
        for cue in CUES:
            if cue in text:
                lines = [line for line in text.split(cue, 1)[1].splitlines() if line.strip()]
                longest_after_cue[cue].append(max(len(line) for line in lines))
    assert sum(length > 200 for length in longest_after_cue["إقرأ أيضاً:"]) >= 3
    assert sum(length > 200 for length in longest_after_cue["Read also:"]) >= 1
    assert min(longest_after_cue["Read also:"]) < 120


def test_every_document_has_five_paragraphs_of_prose_or_more() -> None:
    for document, text in TEXTS.items():
        assert sum(len(line) > 75 and line.rstrip().endswith(".") for line in text.splitlines()) >= 5, document


def test_documents_are_composed_and_end_with_a_line_end() -> None:

    for document in DOCUMENTS:
        text = read_text(document)
        assert unicodedata.is_normalized("NFC", text), document
        assert text.endswith("\n"), document


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
