"""Takes out of a text what stands above it and is told in fields of its own: addresses, days, writers, the standfirst.

Not for the facts themselves, which the page's own markup tells (generator.ingest.readers.pages).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import islice, pairwise, takewhile

from lxml.html import HtmlElement

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.dissect.name_words import ROLES
from generator.ingest.markup.elements import HEADINGS, is_caption, tag_of
from generator.ingest.saved.barring import PROSE, bar
from generator.ingest.saved.marks import names_of
from generator.ingest.saved.segments import Segment

_LONGEST_FACT = 22
# An address, how long reading takes: what stands on a line by itself above a text.
_FACT = re.compile(
    r"https?:/{2}\S+|"
    r"(?:(?:مده|وقت|زمن) القراءه:? )?(?:[0-9]+ )?(?:دقاءق|دقيقه|دقيقتان|دقيقتين)(?: (?:ل?ل?قراءه|واحده))?"
)
# Names of elements that hold a standfirst and never the first paragraph of a text, as `lead` and `intro` may.
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dec?k|sub-?(?:title|headline)|strap-?line|chapo)(?:$|[\s_-])", re.IGNORECASE
)
_FEWEST_BELOW, _MOST_CLIMBS, _MOST_OF_POST = 2, 3, 6


def drop_facts(segments: Sequence[Segment], title: str, told: Set[str]) -> None:
    """Drop what stands above the text and is none of it: addresses, lists of nothing but very short lines, such as the
    author's name and post, and what is told, unless it tells what other lines beside it are."""
    above = list(takewhile(lambda each: not _is_prose(each), segments))
    lists: dict[HtmlElement, list[Segment]] = {}
    for segment in above:
        for element in segment.block.iterancestors("ul", "ol", "dl", "table"):
            lists.setdefault(element, []).append(segment)
    holding = set(segments[len(above)].block.iterancestors("table")) if len(above) < len(segments) else set()
    for element, inner in lists.items():
        if element in holding or (tag_of(element) == "table" and any(title and each.key == title for each in inner)):
            continue  # a table that lays the page out
        if any(ends_sentence(each.text) for each in inner):
            continue  # the points in which the article is summed up
        if sum(len(each.key) for each in inner) <= _LONGEST_FACT * len(inner):
            bar(inner)
    bar(each for each in above if _FACT.fullmatch(folded(each.text)))
    known = {each for each in above if folded(each.text) in told}
    keyed = [each for each in above if each.key]
    known |= {each for before, each in pairwise(keyed) if before in known and _is_post(each.text)}
    others = (each for each in above if each.kept and each.key and each.key != title)
    if all(each in known or tag_of(each.block) in HEADINGS for each in others):
        bar(known)
        for segment in known:
            _forget_caption(segment)


def _is_post(text: str) -> bool:
    """Whether a line says what somebody is for a paper: "Courier Science Editor"."""
    words = folded(text).split()
    return 1 < len(words) <= _MOST_OF_POST and not ends_sentence(text) and (words[-1] in ROLES or words[0] in ROLES)


def _forget_caption(segment: Segment) -> None:
    """Take the names away by which a line that is told elsewhere would be kept as a caption of the picture below it."""
    for element, _ in segment.nodes:
        for each in islice((element, *element.iterancestors()), _MOST_CLIMBS):
            if is_caption(each):
                each.attrib.pop("class", None)
                each.attrib.pop("id", None)


def drop_standfirst(segments: Sequence[Segment], title: str, standfirsts: Set[str]) -> None:
    """Drop the first line of a text where it is claimed as a standfirst and its element is named so, or a heading."""
    kept = (each for each in segments if each.kept and each.key and each.key != title)
    first = next(kept, None)
    if first is None or folded(first.text) not in standfirsts or sum(map(_is_prose, kept)) < _FEWEST_BELOW:
        return
    named = (first.block, *islice(first.block.iterancestors(), 1))
    if tag_of(first.block) in HEADINGS or any(_STANDFIRST.search(names_of(each)) for each in named):
        bar([first])


def _is_prose(segment: Segment) -> bool:
    return segment.kept and not segment.is_linked and len(segment.key) >= PROSE
