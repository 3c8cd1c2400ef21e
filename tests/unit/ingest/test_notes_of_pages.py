"""Lines that pages set among the paragraphs of an article, and sentences of articles that only resemble them."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate

NOTES = (
    "font size decrease font size increase font size",
    "Add Bay News on Google",
    "Sign up now: Get the Courier's newsletters delivered to your inbox",
    "Get The Bay Courier app and receive breaking news alerts",
    "Install the Bay News app for free",
    "Be the first to get Breaking News",
    "Why you can trust Bay News",
    "Want to know more about the harbour? Listen to our latest podcasts and hear the captains speak",
    "Share your feedback to help improve our site!",
    "Thanks for reading Notes from the Bay! Subscribe for free to receive new posts and support my work.",
    "Discussion about this post",
    "Ready for more?",
    "View all partners",
    "Disclosure statement",
    "The author does not work for, consult, own shares in or receive funding from any company or organisation that "
    "would benefit from this article.",
    "18 حجم الخط",
    "الوقت المقدر للقراءة: 4 دقائق",
    "(12) هل أعجبتك المقالة (9)",
    "تعليقات حول الموضوع",
    "تعليقات الفيسبوك",
    "لإرسال تعليق، الرجاء تعبئة الحقول التالية",
    "*يستخدم لمنع الارسال الآلي",
    "حمّل تطبيق الميناء من متجر غوغل بلاي",
    "ارسل لصديق",
    "انشر عبر",
    "لا يوجد تعليقات على الخبر.",
    "شاهد الفيديو..",
    "لمزيد من الأخبار اضغط هنا courier.example",
)
SENTENCES = (
    "The council will add bus lines on Google Street.",
    "Get the children an app and they stop reading, the teacher says.",
    "The author does not work for the council, she says.",
    "Readers were ready for more.",
    "وحمّل تطبيق البلدية آلاف السكان من متجر الهواتف في أسبوع واحد.",
    "لا توجد تعليقات من الوزارة على الخبر حتى الآن.",
)


@pytest.mark.parametrize("line", NOTES)
def test_notes(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences(line: str) -> None:
    assert not is_boilerplate(line)
