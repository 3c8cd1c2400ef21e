"""Lines that pages put below their articles: whose the views are, where to follow, whose site it is."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.names import is_outlet_like


@pytest.mark.parametrize(
    "text",
    [
        "ملاحظة: الآراء الواردة تعبر عن أصحابها ولا تعبر بالضرورة عن رأي الموقع.",
        "الآراء الواردة في هذا المقال لا تعكس بالضرورة الموقف التحريري للشبكة",
        "المقال يعبر عن رأي كاتبه فقط",
        "جميع المقالات المنشورة تعبر عن رأي كتابها ولا تعبر بالضرورة عن رأي الصحيفة",
        "The views expressed in this article are the author's own and do not necessarily reflect our editorial stance.",
        "Opinions expressed here are solely those of the author",
        "تابعوا آخر الأخبار السياسية والميدانية عبر تطبيق تيلغرام على الرابط: https://t.me/example",
        "تابعوا أحدث الأخبار المحلية عبر قناتنا",
        "رسالة إلى المحرر",
        "تابع القراءة باشتراك شهري",
        "أكمل القراءة مع اشتراك الصحيفة",
        "ونقدم لكم من خلال موقع (البلد)، تغطية ورصدا مستمرا على مدار الـ 24 ساعة لـ أسعار الذهب والدولار واللحوم.",
    ],
)
def test_a_line_of_the_page(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "الآراء الواردة في التقرير تعبر عن غضب السكان من تأخر المشروع.",
        "التعليقات التي نشرها النائب لا تعكس بالضرورة موقف الحكومة.",
        "وأكد المتحدث أن الآراء الواردة في المقال لا تعبر عن رأي الوزارة.",
        "The views expressed by residents at the meeting were mixed.",
        "تابعوا آخر الأخبار السياسية من بيوتهم بقلق شديد.",
        "يقدم لكم المطبخ تغطية الحلوى بالشوكولاتة في خمس دقائق.",
        "تابع القراءة حتى منتصف الليل.",
        "رسالة إلى المحرر الشاب من زميل قديم",
    ],
)
def test_prose_that_begins_like_one(text: str) -> None:
    assert not is_boilerplate(text)


def test_a_site_that_calls_itself_press_is_no_person() -> None:
    assert is_outlet_like("هبة بريس")


@pytest.mark.parametrize(
    "text",
    [
        "إنّ الآراء المذكورة في هذه المقالة لا تعبّر بالضرورة عن رأي الشبكة وإنما تعبّر عن رأي صاحبها حصراً",
        "للاطلاع على العدد الجديد من جريدة «الوسط».. انقر هنا",
        "لمشاهدة الحلقة كاملة اضغط هنا",
    ],
)
def test_a_line_that_leads_away_or_disclaims(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تابعوا آخر أخبارنا المحلية والرياضية وآخر المستجدات السياسية والاقتصادية عبر Google news", True),
        ("تابعوا آخر أخبار المدينة 24 عبر Google News", True),
        ("إذا كنت تعتقد/تعتقدين أن المقال يحوي معلومات خاطئة أو لديك تفاصيل إضافية أرسل/أرسلي تصحيحًا", True),
        ("تابعوا آخر أخبار الحرب عبر المذياع في الملاجئ", False),
        ("إذا كنت تعتقد أن السفر سهل فأنت لم تركب هذا القطار.", False),
    ],
)
def test_where_to_follow_and_whom_to_correct(text: str, *, expected: bool) -> None:
    assert is_boilerplate(text) is expected
