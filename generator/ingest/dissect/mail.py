"""The head of a letter by mail that somebody saved or forwarded an article with.

Not for mail that is kept in its own format, nor for the labels of articles (labels).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line

# Names of fields by RFC 5322, and as mail programs write them above what is forwarded.
_FIELD = re.compile(
    r"(?:from|to|cc|bcc|sent|date|subject|reply-to|sender|return-path|received|message-id|mime-version|content-type|"
    r"importance|attachments?|من|إلى|الى|نسخة|الموضوع|تاريخ الإرسال|أرسلت|تم الإرسال|التاريخ)\s*[:：]",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:from|sender|من)\s*[:：]", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:subject|الموضوع)\s*[:：]", re.IGNORECASE)
_LONGEST = 30  # fields


def mail_head(lines: Sequence[Line]) -> int:
    """How many of the first lines are the head of a letter: at least a sender and a subject, and nothing but fields."""
    count = 0
    while count < min(len(lines), _LONGEST) and _FIELD.match(lines[count].text):
        count += 1
    head = [line.text for line in lines[:count]]
    return count if any(map(_SENDER.match, head)) and any(map(_SUBJECT.match, head)) else 0
