"""Sentences that begin like the words of a page, and the words of a page themselves, at the end of a text and in it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.text.markdown import plain_text

TITLE = "افتتاح محمية للطيور في شمال البلاد"
PROSE = (
    "افتتحت الهيئة العامة للبيئة محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
)
TITLE_EN = "Bird reserve opens north of the city"
PROSE_EN = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths.",
    "The reserve has four towers and receives its guests from October to March by booking only.",
)
SENTENCES = (
    "المزيد في تقرير البلدية.", "التفاصيل في بيان يصدر غداً.", "اقرأ المزيد من كتب الجاحظ تفهم هذا الزمن.",
    "تابعونا في رحلتنا المقبلة إلى الجنوب.", "تابعنا السير حتى بلغنا الضفة الأخرى.", "شارك في الحفل عشرون عازفاً.",
    "شاركوا في حملة التشجير يوم الجمعة.", "اشتركوا معنا في زراعة ألف شجرة.", "سجل الآن أعلى رقم في تاريخه.",
    "سجلوا ليصلكم الدعم.", "انتهت المباراة.", "انتهى الاجتماع.", "يتبع الوادي مجرى النهر.", "اعلان الدوحة ينص على ذلك.",
    "طباعة الكتاب تنتهي في آذار.", "لا توجد تعليقات من الوزارة.", "التعليقات لم تتوقف منذ الصباح.",
    "المزيد من الأشجار يعني مزيداً من الظل.", "المزيد من الظل.", "المزيد عن المحمية.",
    "جميع الحقوق محفوظة للسكان بموجب القانون.", "يمنع الصيد في المحمية.", "يمنع النقل بالشاحنات بعد السادسة مساءً.",
    "من الأرشيف صورة نادرة للميناء.", "أخبار أخرى لا تسر.", "التالي أسوأ.", "مختارات من شعره تصدر قريباً.",
    "الأكثر قراءة هو كتاب الحيوان.", "ذات صلة بالماء كانت حياتهم كلها.", "المصدر الوحيد للماء بئر في الوادي.",
    "تصوير الطيور ممنوع في موسم التعشيش.", "الصورة ما زالت معلقة على الجدار.", "هاتف المحمية لا يرد.",
    "شاهد الزوار أسراباً من النحام.", "مشاركة الجميع واجبة.", "قد يهمك أن تعرف أن المحمية مجانية.",
    "اخترنا لك أجمل الصور.", "العودة إلى الأعلى صعبة على المتسلقين.", "كتب أحمد في دفتره أن البحر يعود.",
)  # fmt: skip
SENTENCES_EN = (
    "More in the council's report.", "More news is expected on Friday.", "More from the council on Monday.",
    "More stories like hers are told every day.", "Read more books, she said.", "Share this joy with your children.",
    "Read the report on the council's site.", "Follow us to the river, they said.", "Follow the river to the sea.",
    "Follow her on the road to the south.", "Join us on Friday at the gate.",
    "Subscribe to that view and you are lost.",
    "Sign up for the walk at the gate.", "Comments were not allowed.", "No comments were made by the council.",
    "Print is not dead.", "Save the birds.", "Advertising is not allowed in the reserve.", "Ads paid for the towers.",
    "The end of the road is in sight.", "End of story, he said.", "Home is where the birds are.",
    "Menu prices rose by a tenth.", "Log in the river blocked the boats.", "Register here was the sign on the gate.",
    "Contact the editor was all it said.", "Copyright law forbids it.", "Get the app said the poster.",
    "All rights reserved for the birds, joked the director.", "Scroll down the river and you find them.",
    "Reproduction of the birds is prohibited by law in spring.", "Download the report from the council's hall.",
    "Listen to the birds.", "Related work goes on in the south.", "Recommended for children over six.",
    "Elsewhere the ponds are dry.", "Don't miss the towers.", "Further reading is on the council's site.",
    "Our standards are high.", "Sources say the ponds will grow.", "Topics include the ponds and the towers.",
    "Photo permits cost ten pounds.", "Views from the tower reach the sea.", "X marks the spot.",
)  # fmt: skip
WORDS_OF_A_PAGE = (
    "تابعوا أحدث الأخبار عبر قناتنا على تيليغرام.", "تابعونا على فيسبوك وتويتر", "تابعنا على واتساب.", "شارك الخبر",
    "اشترك الآن في نشرتنا", "اشترك في نشرتنا البريدية.", "جميع الحقوق محفوظة © 2024",
    "جميع الحقوق محفوظة لصحيفة الساحل.",
    "جميع الحقوق محفوظة.", "يمنع النقل أو الاقتباس دون إذن خطي.", "لا مانع من الاقتباس شريطة ذكر المصدر.",
    "للمزيد انقروا هنا.", "نسخة للطباعة", "انتهى", "اكتب تعليقاً", "المزيد من الأخبار", "اقرأ المزيد", "الأكثر قراءة",
    "هذا المحتوى متاح للمشتركين فقط.",
)  # fmt: skip
WORDS_OF_A_PAGE_EN = (
    "Share on Facebook", "Follow us on Twitter and Facebook.", "Follow us on our WhatsApp channel.", "Print",
    "Subscribe to our newsletter.", "Sign up for our newsletter to get the news every morning.", "More to follow.",
    "Copyright 2024 The Bay Courier.", "All rights reserved.", "All rights reserved by The Bay Courier.",
    "Advertisement",
    "Click here to read the report", "Download our app.", "Comments are closed.", "Read more", "More from the council",
    "Contact the reporter at jane@bay.example", "Email the author: jane@bay.example.", "Ends.",
    "Our Standards: The Tribune Trust Principles.", "This article is for subscribers only.",
    "Reproduction without permission is prohibited.", "This material may not be published, broadcast or rewritten.",
)  # fmt: skip


def body_of(press: Any, *lines: str) -> list[str]:
    """The paragraphs of a text's body."""
    press.put("a.txt", "\n".join(lines) + "\n")
    return [plain_text(block).strip() for block in press.one().body.strip().split("\n\n")]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_last_sentence_is_text(press: Any, sentence: str) -> None:
    assert body_of(press, TITLE, *PROSE, sentence) == [*PROSE, sentence]


@pytest.mark.parametrize("sentence", SENTENCES_EN)
def test_an_english_last_sentence_is_text(press: Any, sentence: str) -> None:
    assert body_of(press, TITLE_EN, *PROSE_EN, sentence) == [*PROSE_EN, sentence]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_within_a_text_is_text(press: Any, sentence: str) -> None:
    assert body_of(press, TITLE, PROSE[0], sentence, PROSE[1]) == [PROSE[0], sentence, PROSE[1]]


@pytest.mark.parametrize("words", WORDS_OF_A_PAGE)
def test_the_words_of_a_page_are_none(press: Any, words: str) -> None:
    assert body_of(press, TITLE, *PROSE, words) == list(PROSE)


@pytest.mark.parametrize("words", WORDS_OF_A_PAGE_EN)
def test_the_english_words_of_a_page_are_none(press: Any, words: str) -> None:
    assert body_of(press, TITLE_EN, *PROSE_EN, words) == list(PROSE_EN)
