"""Repairs of single characters: controls, invisible characters, spaces, tatweel, presentation forms, surrogates.

Which are kept and why: Persian needs ZWNJ inside words, emoji need ZWJ and variation selectors, `لـ`, `هـ` and `الـ36`
need their tatweel; direction is the page's business (`dir`, `<bdi>`), so no direction controls are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from generator.text.bidi import CONTROLS as _BIDI_CONTROLS
from generator.text.repair.emoji import EMOJI_BASE
from generator.text.surrogates import join_halves

_ARABIC_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c7"
)
_MARK = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
# Letters that join the next one; after the others a ZWNJ changes nothing.
_NOT_JOINING = (
    "\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0649\u0671-\u0673\u0675-\u0677\u0688-\u0699"
    "\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2-\u06d3\u06d5"
)

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]")
_BIDI = re.compile(f"[{_BIDI_CONTROLS}]")
_NEVER_SEEN = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad\u180e\u034f\u115f\u1160\u3164\uffa0]")
_SELECTOR = re.compile(rf"(?<![{EMOJI_BASE}])(?<![0-9#*](?=\ufe0f\u20e3))[\ufe0e\ufe0f]|[\ufe00-\ufe0d]")
_TAG = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]")
_NON_JOINER = re.compile(
    rf"(?<![{_ARABIC_LETTER}{_MARK}])\u200c|(?<=[{_NOT_JOINING}])\u200c|\u200c(?![{_ARABIC_LETTER}])"
)
_JOINER = re.compile(
    rf"(?<![{_ARABIC_LETTER}\u0640{EMOJI_BASE}\ufe0f\U0001f3fb-\U0001f3ff])\u200d"
    rf"|(?<=[{EMOJI_BASE}\ufe0f\U0001f3fb-\U0001f3ff])\u200d(?![{EMOJI_BASE}])"
)
# What one of the patterns above begins with or looks for: most texts have none of it, and are looked through once.
_MAYBE_CONTROL = re.compile(f"{_CONTROL.pattern[:-1]}{_BIDI_CONTROLS}]")
_MAYBE_INVISIBLE = re.compile(f"{_NEVER_SEEN.pattern[:-1]}\ufe00-\ufe0f\U000e0000-\U000e007f\u200c\u200d]")
_PRESENTATION = re.compile("[\ufb50-\ufdf1\ufdf3-\ufdf9\ufdfc\ufe70-\ufefc]")
_TATWEEL = re.compile("\u0640+")
# What may stand before a tatweel that is kept: one letter, or particles with the article (الـ36، بالـ، وللـ).
_PREFIX = re.compile(rf"(?<![{_ARABIC_LETTER}{_MARK}\u0640])(?:[وفأ]?[بكلس]?ال|[وف]?لل|[{_ARABIC_LETTER}])[{_MARK}]*$")


def join_surrogates(text: str, counts: Counter[str]) -> str:
    """Join pairs of surrogates into the character they stand for; a lone one, which nothing can write, is U+FFFD."""
    text, lost = join_halves(text)
    counts["damaged-characters"] += lost
    return text


def plain_spaces(text: str, counts: Counter[str]) -> str:
    """Make every kind of space a plain one."""
    return _replace(_SPACES, lambda _match: " ", text, counts, "non-breaking-space")


def expand_presentation_forms(text: str, counts: Counter[str]) -> str:
    """Give the letters for the drawn forms of letters (U+FB50–FDFF, U+FE70–FEFF); ﷺ ﷲ ﷻ ﷽ are signs and stay."""
    return _replace(_PRESENTATION, lambda match: _letters_of(match[0]), text, counts, "presentation-forms")


def drop_controls(text: str, counts: Counter[str]) -> str:
    """Drop control characters (C0, C1), noncharacters and direction controls."""
    if _MAYBE_CONTROL.search(text) is None:
        return text
    text = _drop(_CONTROL, text, counts, "control-characters")
    return _drop(_BIDI, text, counts, "bidi-controls")


def drop_invisible(text: str, counts: Counter[str]) -> str:
    """Drop what cannot be seen and has no effect where it stands."""
    if _MAYBE_INVISIBLE.search(text) is None:
        return text
    text = _drop(_NEVER_SEEN, text, counts, "invisible-characters")
    text = _drop(_SELECTOR, text, counts, "stray-variation-selector")
    for pattern in (_TAG, _NON_JOINER, _JOINER):
        text = _drop(pattern, text, counts, "invisible-characters")
    return text


def drop_tatweel(text: str, counts: Counter[str]) -> str:
    """Drop tatweel that stretches words (`الثلاثـــاء`); keep one after a prefix that stands apart (`لـ تفادي`)."""
    pieces: list[str] = []
    position = 0
    for match in _TATWEEL.finditer(text):
        pieces.append(text[position : match.start()])
        position = match.end()
        kept = _is_needed(text, match)
        pieces.append("\u0640" if kept else "")
        counts["tatweel"] += len(match[0]) - kept
    return "".join([*pieces, text[position:]])


def _is_needed(text: str, tatweel: re.Match[str]) -> bool:
    """Whether the tatweel carries a mark on its own, or shows that a prefix joins what is not an Arabic letter."""
    following = text[tatweel.end() : tatweel.end() + 1]
    if re.match(f"[{_MARK}]", following):
        return not re.match(f"[{_ARABIC_LETTER}{_MARK}]", text[tatweel.start() - 1 : tatweel.start()])
    if re.match(f"[{_ARABIC_LETTER}]", following):
        return False
    before = text[max(0, tatweel.start() - 8) : tatweel.start()]
    if before.endswith(" ") and before.strip() and following == " ":
        return True  # it stands alone: writers use it as a dash (القاهرة ـ قال)
    return bool(_PREFIX.search(before))


def _letters_of(form: str) -> str:
    """Give the letters of a presentation form.

    The isolated form of a mark decomposes into the mark on a space or tatweel, which no text ever had: it is dropped.
    """
    letters = unicodedata.normalize("NFKC", form)
    is_mark = len(letters) > 1 and letters[0] in " \u0640" and all(unicodedata.combining(c) for c in letters[1:])
    return letters[1:] if is_mark else letters


def _drop(pattern: re.Pattern[str], text: str, counts: Counter[str], name: str) -> str:
    return _replace(pattern, lambda _match: "", text, counts, name)


def _replace(
    pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], text: str, counts: Counter[str], name: str
) -> str:
    """Replace what `pattern` finds, and count the finds under `name`."""
    text, found = pattern.subn(by, text)
    counts[name] += found
    return text
