"""Formulas that a page sets with an article, longer than its other lines: of rights, of consent, of whose text it is.

Not for the short lines of a page (`boilerplate`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.lines import key_of

# The formula of rights may be longer than other lines of a page.
_RIGHTS = re.compile(
    r"(?:.{0,60}\ball rights reserved\W+)?(?:this|no part of this) (?:material|article|content|publication|story)\b"
    r".{0,120}\b(?:may|must|can) ?(?:not )?be (?:re)?(?:produced|published|printed|distributed|used|copied)\b.*|"
    r"this (?:document|material|article|content) is (?:subject to|protected by) copyright\b.*",
    re.IGNORECASE | re.DOTALL,
)
_FORBIDS = re.compile(r"all rights reserved|\b(?:permission|consent|authori[sz]ation)\b", re.IGNORECASE)
LONGEST_FORMULA = 500
# What stands where a page shows something of another site only to those who let that set cookies.
_CONSENT = re.compile(
    r"\W*(?:\w+ ){0,2}this (?:article |page |post )?(?:content |article )?(?:(?:contains|includes) content )?(?:is )?"
    r"(?:provided|hosted) (?:by|on) .{1,60}\bmay be us(?:ing|e)\b.{0,20}\bcookies\b.*",
    re.IGNORECASE | re.DOTALL,
)
# What pages that copy articles from others say below them: whose text it is, and that it tells no view of theirs.
_COPIED = re.compile(
    r"(?:(?:ملاحظ|ملحوظ)(?:ه|ات)|تنويه|تنبيه|اخلاء مسءوليه)(?: (?:هامه?|مهمه?))?\s?:?\s"
    r"(?:ان )?(?:مضمون|محتوي|نص|مصدر|هذا|هذه|جميع)\b.{0,40}(?:خبر|مقال|تقرير|موضوع|ماده)\b"
    r"(?=.*(?:لا [يت]عبر عن|غير مسءول|نتحمل|[يت]تحمل|العهده علي|دون تدخل|بمحتواه|نشره? (?:اليا|تلقاءيا))).*",
    re.DOTALL,
)

# What journals of universities say of their authors, between these and the text.
_DISCLOSES = re.compile(r"The authors? do(?:es)? not work for, consult, own shares in\b.{40,400}")


def is_formula(text: str) -> bool:
    """Whether a line is what pages say of rights, of what they show only to those who consent, or of a copied text."""
    if _CONSENT.fullmatch(text) is not None or _DISCLOSES.fullmatch(text) is not None:
        return True
    if text.lstrip()[:1] in "متإا" and "خبر" in text and _COPIED.fullmatch(key_of(text)) is not None:
        return True
    return _RIGHTS.fullmatch(text) is not None and _FORBIDS.search(text) is not None
