"""Days, writers and sources as the heads and feet of Arab pages set them, each alone on a line."""

from __future__ import annotations

import pytest

from generator.ingest.dissect import Dissection
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.outlet_names import OUTLETS
from tests.unit.ingest.test_glued_text import take_apart

PLACES = frozenset(key_of(name) for name in ("نواكشوط", "غزة", "القاهرة", "الجزائر", "بغداد"))
PASTED = Known(is_pasted=True, outlets=OUTLETS, places=PLACES)
TITLE = "بلدية المدينة تعيد تأهيل السوق القديم بعد عامين من الإغلاق"
TEXT = (
    "بدأت البلدية أعمال تأهيل السوق القديم الذي أغلق قبل عامين بسبب تصدع سقفه الخشبي، وتشمل الأعمال ستين متجراً.",
    "وقال رئيس لجنة التجار إن العودة إلى المتاجر ستكون على مرحلتين تنتهيان قبل حلول الشتاء.",
)


def with_head(line: str) -> Dissection:
    return take_apart(TITLE, line, *TEXT, known=PASTED)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("السبت 19 صفر 1438 هـ- 19 نوفمبر 2016م - 28 برج العقرب", "2016-11-19"),
        ("آخر تحديث: 14 سبتمبر 2021 - 11:20 ص تاريخ النشر: 13 سبتمبر 2021", "2021-09-13"),
        ("منشور الخميس 9 فبراير/شباط 2023 - آخر تحديث 10 فبراير/شباط", "2023-02-09"),
        ("الساعة ١٠:١٥ مساءً بتاريخ ٣ أبريل ٢٠٢٠", "2020-04-03T22:15:00"),
        ("أُنشئ في: الثلاثاء، 04 أيار 2010 14:55", "2010-05-04T14:55:00"),
        ("تم إنشاءه بتاريخ الأحد, 07 نيسان/أبريل 2013 09:12", "2013-04-07T09:12:00"),
        ("المجموعة: أخبار محلية | نشر بتاريخ: 07 نيسان 2013 | كتب بواسطة: سامي حداد", "2013-04-07"),
        ("تاريخ الإدراج: 2018/11/11", "2018-11-11"),
        ("22 فبراير 2020 الساعة 14 و30 دقيقة", "2020-02-22T14:30:00"),
        ("22 فيفري 2020 على الساعة 18:15", "2020-02-22T18:15:00"),
        ("التاريخ 22-2-2020 الوقت 10:15", "2020-02-22T10:15:00"),
        ("2024:01:08.16:40", "2024-01-08T16:40:00"),
        ("2018-11-11 | منذ 6 سنة", "2018-11-11"),
        ("الجزائر في: 11 نوفمبر 2018", "2018-11-11"),
        ("كتب: عادل حسين | الأحد 11 نوفمبر 2018 | 04:12 م", "2018-11-11T16:12:00"),
    ],
)
def test_a_day_is_read_as_it_is_set(line: str, day: str) -> None:
    (draft,) = with_head(line).drafts
    assert draft.date is not None
    assert draft.date.iso == day
    assert len(draft.blocks) == 2


def test_a_change_is_no_publication() -> None:
    (draft,) = with_head("تم التحديث الساعة 10:15 بتاريخ 3 أبريل 2020").drafts
    assert draft.date is None


@pytest.mark.parametrize(
    ("line", "source", "authors", "dateline"),
    [
        ("كتب – محرر الشؤون السياسية", None, (), None),
        ("بقلم: كاتب ياسين", None, ("كاتب ياسين",), None),
        ("القاهرة - (د ب أ)", "د ب أ", (), "القاهرة"),
        ("نواكشوط - «الشرق الأوسط»: الشيخ محمد", "الشرق الأوسط", ("الشيخ محمد",), "نواكشوط"),
        ("الجزيرة نت - خاص - غزة", "الجزيرة نت", (), "غزة"),
        ("بغداد – من نجاح محمد علي", None, ("نجاح محمد علي",), "بغداد"),
        ("القاهرة، 22 فبراير، تاس", "تاس", (), "القاهرة"),
        ("تقرير : أسماء عمر من غزة", None, ("أسماء عمر",), None),
        ("هسبريس من القاهرة", "هسبريس", (), "القاهرة"),
        ("هسبريس – و.م.ع", "هسبريس – و.م.ع", (), None),
        ("خاص – غزة", None, (), "غزة"),
        ("خاص – المرصد", "المرصد", (), None),
        ("بغداد/ الزوراء:", "الزوراء", (), "بغداد"),
    ],
)
def test_who_and_where(line: str, source: str | None, authors: tuple[str, ...], dateline: str | None) -> None:
    (draft,) = with_head(line).drafts
    assert (draft.source, draft.authors, draft.dateline) == (source, authors, dateline)
    assert len(draft.blocks) == 2


def test_agencies_in_brackets_below_a_text_lose_these() -> None:
    (draft,) = take_apart(TITLE, *TEXT, "(أ ف ب، رويترز)", known=PASTED).drafts
    assert draft.source == "أ ف ب، رويترز"


def test_a_label_before_agencies_is_no_name() -> None:
    (draft,) = take_apart(TITLE, *TEXT, "المصدر: وكالة سبوتنيك - وكالات", known=PASTED).drafts
    assert draft.source is not None
    assert draft.source.startswith("وكالة سبوتنيك")


@pytest.mark.parametrize("line", ["السؤال", "كيف كانت البداية"])
def test_a_question_opens_the_text(line: str) -> None:
    (draft,) = with_head(line).drafts
    assert draft.kicker is None
    assert draft.blocks[0].text == line


def test_labels_behind_a_comma_are_facts_of_their_own() -> None:
    (draft,) = take_apart(TITLE, *TEXT, "المصدر: بي بي سي عربي، ترجمة: منى أسعد", known=PASTED).drafts
    assert (draft.source, draft.translator) == ("بي بي سي عربي", "منى أسعد")


@pytest.mark.parametrize("line", ["* كاتب وأكاديمي من الأردن", "انتهى**1453**"])
def test_what_stands_below_a_text_and_is_none_of_it(line: str) -> None:
    (draft,) = take_apart(TITLE, *TEXT, line, known=PASTED).drafts
    assert draft.removed == (line,)
    assert len(draft.blocks) == 2


@pytest.mark.parametrize("line", ["التاريخ الحديث للسوق منذ 1918", "منشور على فيسبوك في 2020 يثير الجدل"])
def test_words_that_label_days_may_be_words(line: str) -> None:
    (draft,) = with_head(line).drafts
    assert draft.date_raw is None
