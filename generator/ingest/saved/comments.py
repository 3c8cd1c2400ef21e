"""What readers say below an article, and the rules for that: where comments begin, by the line that says so, and the
paragraphs of rules, by what rules say.

Not for comments that their elements' names tell (marks, furniture).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.segments import Segment, is_heading

_PROSE = 60
_LEAST_COMMENTED, _LEAST_BEFORE = 150, 250
_LEAST_TOLD = 2
_COMMENTS = re.compile(
    r"(?:(?:ال)?(?:تعليقات|تعقيبات|اراء|ردود) (?:ال)?(?:زوار|قراء|اعضاء)|(?:ال)?(?:تعليقات|تعقيبات)|"
    r"شارك(?:نا|ونا|وا)? ب(?:تعليق|راي)كم?|"
    r"(?:اترك|اضف|اكتب|شاركنا) (?:ال)?(?:تعليقا?|تعليقك|ردا?|رايك)"
    r"(?: جديدا?)?|ترك الرد|(?:post|leave|add|write) a (?:comment|reply)|comments?|discussion)(?: ?[(:]?[0-9]+\)?)?:?"
)
# How many there are: such a line stands in the head of many pages, too.
_COUNTED = re.compile(
    r"(?:عدد )?(?:ال)?(?:تعليقات|ردود)(?: (?:علي|حول) (?:ال|هذا ال)\w+)? ?[:(]? ?[0-9]+ ?\)?:?|"
    r"[0-9]+ (?:تعليق|تعليقا|تعليقات|ردود)(?: (?:علي|حول) .{1,60})?|"
    r"(?:your|readers?['’]?s?['’]?|visitors?['’]?s?['’]?|all|[0-9,]+|view) comments?(?: on .{1,40})?"
    r"(?: (?:add|post|leave|write) (?:your|a) comment)?|comments? ?\(?[0-9,]+|your answer|"
    r"[0-9]+ (?:responses?|thoughts?|replies) (?:to|on) .*"
)
_PART_OF_PAPERS = "discussion"
_LONGEST = 120
_LEAST_SENTENCE, _LEAST_SENTENCES = 25, 2
# What rules for comments say: three different things of it in a paragraph.
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
_LEAST_SAID, _SHORTEST_RULE, _LONGEST_HEADING = 3, 60, 60


def begins_comments(key: str) -> bool:
    """Whether a line, folded, says that comments follow."""
    return _COMMENTS.fullmatch(key) is not None


def find_comments(segments: Sequence[Segment]) -> Iterator[int]:
    """The places of the lines with which comments begin: below some text, and those that only say how many there are
    below more of it."""
    prose, told = 0, 0
    for at, segment in enumerate(segments):
        if 0 < len(segment.key) <= _PROSE and not segment.linked and prose >= _LEAST_COMMENTED:
            key = folded(segment.text)
            begins = begins_comments(key) and not _heads_text(segments, at)
            if begins or (told >= _LEAST_TOLD and _COUNTED.fullmatch(key)):
                yield at
        if segment.kept and not segment.is_linked and len(segment.key) >= _PROSE:
            prose += len(segment.key)
            told += ends_sentence(segment.text)


def drop_comments(segments: Sequence[Segment]) -> None:
    """Keep no longer what stands below a line that says that readers' comments begin. How many there are stands above
    the text of many pages, too, and so does a link that leads to them."""
    before, total = 0, sum(len(segment.key) for segment in segments if segment.kept)
    sentences: dict[HtmlElement | None, int] = {}
    for at, segment in enumerate(segments):
        is_behind_text = before >= _LEAST_BEFORE or max(sentences.values(), default=0) >= _LEAST_SENTENCES
        is_behind_text = is_behind_text and (2 * before >= total or not _leads(segment))
        if is_behind_text and 0 < len(segment.key) <= _LONGEST and _tells_of_comments(segments, at):
            for each in segments[at:]:
                each.kept, each.barred = False, True
            return
        if segment.kept:
            before += len(segment.key)
            is_told = len(segment.key) >= _LEAST_SENTENCE and not segment.linked and ends_sentence(segment.text)
            if is_told and not is_heading(segment, 1):
                parent = segment.block.getparent()
                sentences[parent] = sentences.get(parent, 0) + 1


def _leads(segment: Segment) -> bool:
    """Whether a line is a link, be it to another place of the page."""
    holding = (element if where == "text" else element.getparent() for element, where in segment.nodes)
    return any(tag_of(each) == "a" for each in holding if each is not None)


def _tells_of_comments(segments: Sequence[Segment], at: int) -> bool:
    """Whether a line says that comments follow, or how many there are."""
    key = folded(segments[at].text)
    return _COUNTED.fullmatch(key) is not None or (begins_comments(key) and not _heads_text(segments, at))


def _heads_text(segments: Sequence[Segment], at: int) -> bool:
    """Whether "Discussion" is the heading of a part of the text, as in papers: paragraphs stand on both sides of it, in
    one element with it."""
    if folded(segments[at].text) != _PART_OF_PAPERS or not is_heading(segments[at], 0):
        return False
    prose = [each for each in segments if each.block.getparent() is segments[at].block.getparent()]
    place = prose.index(segments[at])
    return all(any(len(each.key) >= _PROSE for each in side) for side in (prose[:place], prose[place + 1 :]))


def drop_policies(segments: Sequence[Segment]) -> None:
    """Keep no longer the last paragraphs that are rules for comments, and headings directly above them."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    end = len(kept)
    while end and _is_policy(kept[end - 1]):
        end -= 1
    if end == len(kept) or sum(len(segment.key) for segment in kept[:end]) < _LEAST_BEFORE:
        return
    while end and _heads_rules(kept[end - 1]):
        end -= 1
    for segment in kept[end:]:
        segment.kept = False


def _is_policy(segment: Segment) -> bool:
    if len(segment.key) < _SHORTEST_RULE or not _ABOUT.search(segment.text):
        return False
    return sum(bool(each.search(segment.text)) for each in _SAYS) >= _LEAST_SAID


def _heads_rules(segment: Segment) -> bool:
    return (
        len(segment.text) <= _LONGEST_HEADING and bool(_ABOUT.search(segment.text)) and not ends_sentence(segment.text)
    )
