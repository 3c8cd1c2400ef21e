"""What is of the letter in a letter by mail that somebody saved or forwarded articles with: its head and its close.

Not for mail that is kept in its own format, nor for the labels of articles (labels).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, is_prose

# Names of fields by RFC 5322, and as mail programs write them above what is forwarded.
_FIELD = re.compile(
    r"(?:from|to|cc|bcc|sent|date|subject|reply-to|sender|return-path|received|message-id|mime-version|content-type|"
    r"importance|attachments?|من|إلى|الى|نسخة|الموضوع|تاريخ الإرسال|أرسلت|تم الإرسال|التاريخ)\s*[:：]",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:from|sender|من)\s*[:：]", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:subject|الموضوع)\s*[:：]", re.IGNORECASE)
_SENT = re.compile(r"(?:date|sent|تاريخ الإرسال|أرسلت|تم الإرسال|التاريخ)\s*[:：]", re.IGNORECASE)
_PASSED_ON = re.compile(r"\s*(?:(?:re|fwd?|aw|رد|إعادة توجيه)\s*[:：]\s*)+", re.IGNORECASE)
_PASSED_ON_ABOVE = re.compile(r"[-\s]*(?:original|forwarded) message[-\s]*|begin forwarded message:", re.IGNORECASE)
_LONGEST, _LEAST_PROSE = 30, 8  # fields, words
_SALUTATION = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening)|all|colleagues|الزملاء|الزميلات|السادة|السيدات|عزيز\w*|حضرة|"
    r"الإخوة|الأخوة|تحية|السلام عليكم|صباح الخير|مساء الخير|مرحبا)\b.{0,60}",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"[,،.!]\s+\S")  # behind the greeting, on its line
_CLOSING = re.compile(
    r"(?:(?:و?تفضلوا بقبول|مع|لكم) )?(?:خالص |أطيب |فائق )?(?:التحية|التحيات|تحياتي|تحياتنا|الشكر|الاحترام)"
    r"(?: والتقدير| والاحترام)?[،,.]?|(?:with )?(?:best|kind|warm) (?:wishes|regards)[,.]?|regards[,.]?|"
    r"yours[ \w]{0,15},?|"
    r"sincerely(?: yours)?,?",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 5  # words of a line


def letter_opening(lines: Sequence[Line]) -> int:
    """How many of the first lines are the head of a letter, its salutation, and what it says before an empty line. A
    head that has the title stays."""
    head = mail_head(lines)
    if subject_as_title(lines):
        return 0
    at = head
    if not head or head >= len(lines) or not _SALUTATION.fullmatch(lines[head].text):
        return head
    says_more = _SAYS_MORE.search(lines[head].text) is not None  # then no gap stands between the two
    at += 1
    while at < len(lines) and ((at == head + 1 and not says_more) or not lines[at].after_blank):
        at += 1
    return at


def subject_as_title(lines: Sequence[Line]) -> str | None:
    """The subject in the head of a letter, where text stands right below that, so that nothing else is its title."""
    head = mail_head(lines)
    if not head or head >= len(lines) or not is_prose(lines[head], _LEAST_PROSE) or opens_letter(lines[head].text):
        return None
    subjects = (line.text for line in lines[:head] if _SUBJECT.match(line.text))
    return _PASSED_ON.sub("", _SUBJECT.sub("", next(subjects))).strip() or None


def sent_on(lines: Sequence[Line]) -> str | None:
    """The day in the head of a letter, as it stands there."""
    found = (each for line in lines[: mail_head(lines)] if (each := _SENT.match(line.text)))
    return next((each.string[each.end() :].strip() for each in found), None)


def opens_letter(text: str) -> bool:
    """Whether a line begins with a greeting, whatever it says behind it."""
    return _SALUTATION.match(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line greets somebody and says nothing else (`Good morning,`, «الزملاء الأعزاء،»)."""
    return text.rstrip().endswith((",", "،", "!", ".")) and _SALUTATION.fullmatch(text) is not None


def letter_closing(lines: Sequence[Line]) -> int:
    """How many of the last `lines` are the close of a letter: its formula, with a signature of two lines or less."""
    for height in range(1, min(3, len(lines)) + 1):
        signature = lines[len(lines) - height + 1 :]
        if _CLOSING.fullmatch(lines[-height].text.strip()):
            return height if all(line.words <= _LONGEST_SIGNATURE for line in signature) else 0
    return 0


def mail_head(lines: Sequence[Line]) -> int:
    """How many of the first lines are the head of a letter: at least a sender and a subject, and nothing but fields,
    with a line above that says that it was passed on, or without."""
    count = begin = int(bool(lines) and _PASSED_ON_ABOVE.fullmatch(lines[0].text) is not None)
    while count < min(len(lines), _LONGEST) and _FIELD.match(lines[count].text):
        count += 1
    head = [line.text for line in lines[:count]]
    return count if count > begin and any(map(_SENDER.match, head)) and any(map(_SUBJECT.match, head)) else 0
