"""Lines that the pages of one site or another set among the paragraphs of an article, and that tell alone what they
are: how old it is, what a picture of it is shown in, the fields of a form for comments, where it was heard.

Whole lines only. Not for buttons in a row (page_controls) nor for what all pages say of sharing and
rights (boilerplate).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.lines import key_of

_LONGEST = 140
_ENGLISH = (
    r"this (?:article|story) is (?:more than )?(?:[0-9]{1,2}|a|an|one|two|three|several) (?:month|year)s? old",
    r"view image in full ?screen|(?:open|view|see) (?:image|picture|photo) (?:in )?(?:gallery|full size|larger)",
    r"(?:enter |your )?(?:your )?e-?mail address(?: \(required\))?",
    r"(?:purchase|acquire|buy) licensing rights(?:, opens new tab)?",
    r"our standards: the .{5,40} trust principles(?:\.?,? opens new tab)?",
    r"(?:sponsor|sponsored|partner) (?:message|content)|(?:a )?message from our sponsors?",
    r"heard on (?:[a-z]+ ?){1,5}|[0-9]{1,3}-minute (?:listen|read|watch)",
    r"get (?:e-?mail|push|mobile) (?:notifications?|alerts?) (?:for|about|when) .{3,60}",
    r"after newsletter promotion|skip (?:past )?newsletter (?:promotion|sign ?up)",
    r"licen[sc]e this content|copyright [a-z]{2,5}|article bookmarked|find your bookmarks in your .{3,60}",
    r"join our commenting forum|join thought-provoking conversations.{0,90}",
    r"join .{3,50} (?:now )?for (?:just|only) [$€£]?[0-9][0-9.]*(?: .{0,30})?",
    r"follow (?:bbc|cnn|sky|itv|al jazeera|[a-z]+ news) (?:[\w'’&-]+ ){1,4}on (?:facebook|x|twitter)\b.{0,60}",
    # Of the platforms on which letters to subscribers are written, of stations, and of journals of universities.
    r"(?:font|text) size(?: (?:de|in)crease)?(?: (?:(?:de|in)crease )?(?:font|text) size){1,4}",
    r"(?:add|follow|see) (?:[\w'’&.-]+ ){1,4}on google(?: news)?",
    r"sign up now:? .{3,80}\b(?:inbox|newsletters?)\b.{0,30}",
    r"(?:get|install|download) the (?:[\w'’&.-]+ ){1,4}app(?: (?:for free|(?:and|to) (?:receive|get))\b.{0,80})?",
    r"be the first to get breaking news(?: .{0,60})?|why you can trust (?:[\w'’&.-]+ ?){1,4}",
    r"(?:.{10,100} )?listen to our (?:latest )?podcasts?\b.{0,80}",
    r"add (?:a )?comment|share your feedback to help improve our site!?",
    r"thanks for reading .{2,60}[!.] ?subscribe (?:for free )?to receive .{5,60}",
    r"discussion about this (?:post|episode)|ready for more\?|view all partners|disclosure statement",
)
_ARABIC = (
    "[0-9]{1,2} حجم الخط|(?:الوقت|المده) (?:المقدر|المتوقع)ه? للقراءه:? [0-9]{1,3} (?:دقيقه|دقاءق)",
    "(?:[0-9]+\\) )?هل اعجبتك المقاله(?: \\([0-9]+)?|تعليقات حول الموضوع|تعليقات (?:ال)?فيسبوك",
    "ل(?:ارسال|اضافه) تعليق ?[,،:]? ?(?:ال)?رجاء (?:تعبءه|ملء) .{5,40}|\\*? ?يستخدم لمنع الارسال الالي",
    "حمل تطبيق .{2,40} من (?:ال)?(?:متجر|متاجر|غوغل|جوجل|google|app) ?.{0,40}|ارسل لصديق|انشر عبر|شاهد(?:وا)? الفيديو",
    "لا (?:يوجد|توجد) تعليقات علي (?:ال)?(?:خبر|مقال|موضوع)|لمزيد من الاخبار (?:اضغط|انقر) هنا.{0,40}",
    "(?:اضغط|انقر) علي زر .{2,20} لبدء البحث",
    "(?:رمز|كود) (?:التحقق|الامان)|ارسال التعليق|(?:ا?دخل|اكتب) (?:اسمك|تعليقك|بريدك الالكتروني)|"
    "(?:ال)?رابط (?:ال)?مختصر|التعليق|ماده اعلانيه|"
    "تابع(?:وا)? (?:مواقعنا|منصاتنا)|.{2,24} علي (?:google|جوجل) (?:news|نيوز)",
    "[0-9]{1,2}:[0-9]{2} ?[|/] ?[0-9]{1,2}:[0-9]{2}",
)
_NOTE = re.compile("|".join(f"(?:{form})" for form in (*_ENGLISH, *_ARABIC)))
# The fields of a form, with the sign behind their names.
_FIELD = re.compile(
    r"(?:(?:ال|عنوان ال|نص ال)تعليق|الاسم(?: الكامل)?|البريد الإ?ا?لكتروني|Name|Comment|E-?mail|Website)"
    r"\s*(?:[:：*]\s*){1,2}"
)


def is_page_note(text: str) -> bool:
    """Whether the whole line `text` is a note of the page."""
    if len(text) > _LONGEST:
        return False
    return _NOTE.fullmatch(key_of(text)) is not None or _FIELD.fullmatch(text.strip()) is not None
