"""Leaves out the rules for readers' comments that a page sets below an article without saying so in its markup.

Told by what rules say, two different things of it in a paragraph, and by their place: nothing of the text follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.saved.segments import Segment

_SAYS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        r"\b(?:reserves?|retains?) the right\b",
        r"\b(?:community|commenting|comments?|posting|moderation) (?:standards|guidelines|policy|policies|rules)\b",
        r"\bcomments? (?:are|is|will be|may be|must be|should be|that|which|posted|published|section|submitted)\b",
        r"\b(?:moderat(?:ed|ors?|ion|e)|flag(?:ged|ging)?)\b",
        r"\b(?:be respectful|keep (?:it|comments|the conversation) (?:civil|clean)|(?:on|off).topic)\b",
        r"\b(?:terms (?:of (?:use|service)|and conditions)|privacy policy)\b",
        r"\b(?:abusive|defamatory|libell?ous|obscen\w+|profan\w+|vulgar\w*|personal attacks?|hate speech|spam)\b",
        r"\b(?:your|valid|real) (?:e-?mail(?: address)?|name)\b|\b(?:log|sign|logged|signed) ?in\b",
        r"\b(?:join|conversation|discussion|post(?:ing)? (?:a )?comments?|leave a comment|to comment)\b",
    )
)
_ABOUT = re.compile(r"\bcomment|\bcommunity\b|\bpost(?:s|ing)?\b|\bconversation\b|\bdiscussion\b", re.IGNORECASE)
_LEAST_SAID = 3
_LEAST_BEFORE, _SHORTEST, _LONGEST_HEADING = 250, 60, 60


def drop_policies(segments: Sequence[Segment]) -> None:
    """Keep no longer the last paragraphs that are rules for comments, and headings directly above them."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    end = len(kept)
    while end and _is_policy(kept[end - 1]):
        end -= 1
    if end == len(kept) or sum(len(segment.key) for segment in kept[:end]) < _LEAST_BEFORE:
        return
    while end and _is_heading(kept[end - 1]):
        end -= 1
    for segment in kept[end:]:
        segment.kept = False


def _is_policy(segment: Segment) -> bool:
    if len(segment.key) < _SHORTEST or not _ABOUT.search(segment.text):
        return False
    return sum(bool(each.search(segment.text)) for each in _SAYS) >= _LEAST_SAID


def _is_heading(segment: Segment) -> bool:
    return (
        len(segment.text) <= _LONGEST_HEADING and bool(_ABOUT.search(segment.text)) and not ends_sentence(segment.text)
    )
