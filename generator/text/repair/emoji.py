"""Emoji: the lost ones (`????`: four bytes that a database could not keep) and those that decorate a line's ends."""

from __future__ import annotations

import re
from collections import Counter

from generator.text.repair.destruction import LOST_GROUP

# Pictographs by block; © ® ™ and the like are signs of text and do not count.
PICTOGRAPH = (
    "\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u2600-\u2604\u260e\u2611\u2614-\u2615\u2618\u261d\u2620\u2622-\u2623"
    "\u2626\u262a\u262e-\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f-\u2660\u2663\u2665-\u2666\u2668\u267b\u267e-\u267f"
    "\u2692-\u2697\u2699\u269b-\u269c\u26a0-\u26a1\u26a7\u26aa-\u26ab\u26b0-\u26b1\u26bd-\u26be\u26c4-\u26c5\u26c8\u26ce-\u26cf"
    "\u26d1\u26d3-\u26d4\u26e9-\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d"
    "\u2721\u2728\u2733-\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2764\u2795-\u2797\u27a1\u27b0\u27bf"
    "\u2934-\u2935\u2b05-\u2b07\u2b1b-\u2b1c\u2b50\u2b55\u25b6\u25c0\u25aa-\u25ab\u25fb-\u25fe\u2605\u2606\u2756\u2b06"
    "\U0001f000-\U0001faff"
)
# Signs of text that a variation selector makes emoji.
EMOJI_BASE = PICTOGRAPH + "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9-\u21aa\u24c2\u3030\u303d\u3297\u3299"

_ONE = f"[{PICTOGRAPH}][\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]*"
_AT_START = re.compile(rf"^(?:[\s\u200b\u200e\u200f\ufeff]*{_ONE})+\s*")
_FIRST = re.compile(f"[{PICTOGRAPH}]")
_OF_TAIL = re.compile(f"[{PICTOGRAPH}\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f\\s\u200b\u200e\u200f\ufeff]")
_EMOJI = re.compile(
    rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|(?:[{PICTOGRAPH}][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*\u200d?)+?(?<!\u200d))"
)


def drop_lost_emoji(text: str, counts: Counter[str]) -> tuple[str, bool, bool]:
    """Drop groups of `????`, and say whether one stood at the start and at the end of the line.

    A group glued to a word (`هل حدث ذلك????`) is punctuation and stays.
    """
    groups = list(LOST_GROUP.finditer(text)) if "????" in text else []
    if not groups:
        return text, False, False
    counts["lost-emoji"] += len(groups)
    start = not text[: groups[0].start()].strip()
    end = not text[groups[-1].end() :].strip()
    return re.sub(r" {2,}", " ", LOST_GROUP.sub("", text)), start, end


def strip_decoration(text: str, counts: Counter[str]) -> tuple[str, bool, bool]:
    """Strip emoji from both ends of a line, and say at which ends there were any. Emoji inside the text stay."""
    start = _AT_START.match(text)
    begin, end = start.end() if start else 0, _end_of_text(text)
    ends = end < len(text) if begin < len(text) else start is not None
    if start is not None:
        counts["decorative-emoji"] += len(_EMOJI.findall(start[0]))
    if ends and begin < len(text):
        counts["decorative-emoji"] += len(_EMOJI.findall(text[end:]))
    return text[begin : max(begin, end)], start is not None, ends


def _end_of_text(text: str) -> int:
    """Where the emoji at the end of `text` begin, with the spaces before them; its length where there are none.

    Walks back from the end: a pattern that is searched for would try every run of spaces in the line."""
    start = len(text)
    while start and _OF_TAIL.match(text[start - 1]):
        start -= 1
    first = _FIRST.search(text, start)
    return len(text[: first.start()].rstrip()) if first else len(text)
