"""Takes out again what was chosen together with an article but is none of it, by where it stands in the page.

Cards that lead to other articles, what a skip link skips, what stands above the headline or below the comments. Not for
choosing the text, nor for single lines that only the page needs (generator.ingest.dissect.boilerplate).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.barring import PROSE, bar, bar_parts, before
from generator.ingest.saved.captions import in_caption
from generator.ingest.saved.columns import drop_columns
from generator.ingest.saved.comments import begins_comments, find_comments
from generator.ingest.saved.facts_above import drop_facts, drop_standfirst
from generator.ingest.saved.furniture import are_tools, is_note
from generator.ingest.saved.marks import ADVERTISING, find_body, is_beside, is_body, is_within, names_of
from generator.ingest.saved.parts import goes_on
from generator.ingest.saved.segments import Node, Segment, find_headline, in_link, key_of, smallest_around
from generator.ingest.saved.twins import bar_twins, keep_copies
from generator.model.publisher import Label

_LEAST_HEADLINE, _LONGEST_HEADLINE = 12, 200
_LEAST_CARDS = 3
_MOST_CARD = 400
_MOST_BEFORE_TITLE = 0.25
_MOST_SKIP_LINKS = 20
_MOST_SKIPPED = 0.3
_MOST_IN_BOX = 0.2
_MOST_OF_BODY = 0.85
_MOST_IN_BODY = 0.7
_LONGEST_DATE = 40
_LEAST_NEWS = 40  # letters of a paragraph of news in two sentences
_WHEN = re.compile(r"\b(?:19|20)[0-9]{2}\b|\b[0-9]{1,2}:[0-9]{2}\b|^(?:منذ|قبل) |\bago$")
_ITEMS = frozenset({"li", "td", "th", "dd", "blockquote"})
# What Drupal writes above each field of its: "Episode description:".
_FIELD_LABEL = re.compile(r"(?:^|\s)(?:field(?:-|__)label|views-label)", re.IGNORECASE)
_SKIP = re.compile(r"^\s*(?:تخط[ىي]|تجاوز|skip)\b", re.IGNORECASE)


def trim_chosen(
    segments: Sequence[Segment], title: str, told: Set[str] = frozenset(), standfirsts: Set[str] = frozenset()
) -> set[Segment]:
    """Take away the mark of what is none of the article, bar it, and give what that was. `title` is the key of the
    article's title; `told` are lines, folded, that say what the page's head has told already, `standfirsts` those that
    are claimed to be its standfirst."""
    chosen = {segment for segment in segments if segment.kept}
    bar_parts(segments, title)
    bar_twins(segments)
    _drop_skipped(segments)
    _drop_boxes(segments)
    _drop_cards(segments)
    _drop_before_title(segments, title)
    _drop_after_end(segments)
    _drop_beside_body(segments)
    drop_columns(segments)
    drop_standfirst(segments, title, standfirsts)
    drop_facts(segments, title, told)
    bar(each for each in segments if _is_of_page(each) or (each.kept and _is_reference(each)))
    trimmed = {segment for segment in chosen if not segment.kept}
    keep_copies(segments, trimmed)
    return trimmed


def _prose(segments: Iterable[Segment], least: int = PROSE) -> int:
    """How many letters of kept prose segments hold."""
    return sum(len(each.key) for each in _prose_of(segments, least))


def _prose_of(segments: Iterable[Segment], least: int = PROSE) -> Iterator[Segment]:
    return (each for each in segments if each.kept and not each.is_linked and len(each.key) >= least)


def _drop_skipped(segments: Sequence[Segment]) -> None:
    """Drop what lies between a link that skips it and that link's target (https://www.w3.org/TR/WCAG22/#bypass-blocks),
    unless that is the article itself."""
    total = _prose(segments, 1)
    links = ((at, name) for at, segment in enumerate(segments) if (name := _skips_to(segment)))
    for at, name in islice(links, _MOST_SKIP_LINKS):
        end = next((n for n in range(at + 1, len(segments)) if _is_in(segments[n].block, name)), None)
        if end is None:
            continue
        skipped = segments[at : end + (len(segments[end].key) < PROSE)]
        if _prose(skipped, 1) <= _MOST_SKIPPED * total:
            bar(skipped)


def _skips_to(segment: Segment) -> str:
    """The id of the element to which a link in a segment skips, or nothing."""
    for element, where in segment.nodes:
        address = element.get("href") or ""
        if where == "text" and tag_of(element) == "a" and address.startswith("#") and _SKIP.match(element.text or ""):
            return address[1:]
    return ""


def _is_in(block: HtmlElement, name: str) -> bool:
    return block.get("id") == name or any(each.get("id") == name for each in block.iterancestors())


def _drop_boxes(segments: Sequence[Segment]) -> None:
    """Drop boxes that by their names are no part of the text and that lead to other articles, if they hold little."""
    boxes: dict[HtmlElement, list[Segment]] = {}
    known: dict[HtmlElement, bool] = {}
    for segment in segments:
        for element in (segment.block, *segment.block.iterancestors()):
            if element not in known:
                known[element] = is_beside(element)
            if known[element]:
                boxes.setdefault(element, []).append(segment)
    total = _prose(segments, 1)
    for inner in boxes.values():
        leads_on = any(each.is_linked and len(each.key) >= _LEAST_HEADLINE for each in inner)
        if leads_on and _prose(inner, 1) <= _MOST_IN_BOX * total:
            bar(each for each in inner if each.kept)


def _drop_cards(segments: Sequence[Segment]) -> None:
    """Drop teasers of other articles below the text: at least three elements side by side, each with one headline that
    is a link and little else. A list article, whose items have links for headings, is most of its text itself."""
    groups = _find_cards(segments)
    apart = {segments[at] for cards in groups for card in cards for at in card}
    bodies, text = _Bodies.of(segments, apart), [each for each in _prose_of(segments, _LEAST_NEWS) if each not in apart]
    own_text = smallest_around(text, _MOST_IN_BODY, None) if len(text) > 1 else None
    total, after, end = _prose(segments, 1), 0, len(segments)
    for cards in reversed(groups):
        inner = sorted(at for card in cards for at in card)
        own = [segments[at] for at in inner if segments[at].kept]
        after += _prose(segments[inner[-1] + 1 : end])
        end = min(end, inner[-1] + 1)
        if after:
            return
        letters = _prose(own, 1)
        is_other = bodies.are_outside(own) or _is_announced(segments, inner[0]) or _are_news(cards, segments, own_text)
        if 3 * letters <= total or is_other:
            bar(segments[at] for at in inner)
            total -= letters


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The elements that say to be the article's body and hold prose which stands in no card."""

    elements: frozenset[HtmlElement]

    @classmethod
    def of(cls, segments: Sequence[Segment], cards: Set[Segment]) -> _Bodies:
        """Those of a page; `cards` are its segments that stand in cards."""
        known: dict[HtmlElement, HtmlElement | None] = {}
        prose = (each for each in segments if each not in cards and len(each.key) >= PROSE)
        found = (find_body(each.block, known) for each in prose if not each.is_linked)
        return cls(frozenset(body for body in found if body is not None))

    def are_outside(self, own: Sequence[Segment]) -> bool:
        """Whether none of these segments stands in a body, while there is one."""
        within = (each for segment in own for each in (segment.block, *segment.block.iterancestors()))
        return bool(self.elements) and self.elements.isdisjoint(within)


def _are_news(cards: Sequence[Sequence[int]], segments: Sequence[Segment], text: HtmlElement | None) -> bool:
    """Whether cards stand outside of the element of the text and say, each, when it was published or how long it is
    to be watched, as teasers do and the items of an article do not."""
    if text is None or any(is_within(segments[at].block, text) for card in cards for at in card):
        return False
    return all(any(_is_dated(segments[at]) for at in card) for card in cards)


def _is_dated(segment: Segment) -> bool:
    unlinked = (getattr(*node) or "" for node in segment.nodes if not in_link(node))
    return any(len(each) <= _LONGEST_DATE and _WHEN.search(folded(each)) for each in unlinked)


def _drop_beside_body(segments: Sequence[Segment]) -> None:
    """Where an element says to be the article's body and holds most of the prose, drop short lines above it; and where
    it holds half of all text, lists and the like too, what follows it outside of any other such element, but for notes
    and corrections."""
    body = smallest_around(_prose_of(segments), _MOST_IN_BODY, None, is_body)
    if body is None:
        return
    holds_most = 2 * _prose((each for each in segments if is_within(each.block, body)), 1) >= _prose(segments, 1)
    known: dict[HtmlElement, HtmlElement | None] = {}
    around = {None, body, *body.iterancestors()}
    inner = [at for at, each in enumerate(segments) if each.kept and is_within(each.block, body)]
    first = next((at for at in inner if _prose([segments[at]])), inner[0])
    for at, segment in enumerate(segments):
        if not segment.kept or is_within(segment.block, body) or find_body(segment.block, known) not in around:
            continue
        if in_caption(segment):
            continue
        if (at > inner[-1] and holds_most and not is_note(segment)) or (at < first and len(segment.key) < PROSE):
            bar([segment])


def _is_announced(segments: Sequence[Segment], at: int) -> bool:
    """Whether the line before a place says that other articles follow."""
    line = before(segments, at)
    return line is not None and read_cue(line.text) is not None


def _find_cards(segments: Sequence[Segment]) -> list[list[list[int]]]:
    """The groups of cards in the page, in order; of each card the places of its segments."""
    within: dict[HtmlElement, list[int]] = {}
    headlines: dict[HtmlElement, set[str]] = {}
    for at, segment in enumerate(segments):
        is_headline = segment.is_linked and _LEAST_HEADLINE <= len(segment.key) <= _LONGEST_HEADLINE
        for element in (segment.block, *segment.block.iterancestors()):
            within.setdefault(element, []).append(at)
            if is_headline:
                headlines.setdefault(element, set()).add(segment.key)
    groups: dict[HtmlElement, list[HtmlElement]] = {}
    for element, keys in headlines.items():
        parent = element.getparent()
        if len(keys) == 1 and parent is not None and len(headlines.get(parent, ())) > 1:
            groups.setdefault(parent, []).append(element)
    found = [[within[card] for card in cards if _is_card(within[card], segments)] for cards in groups.values()]
    return sorted((cards for cards in found if len(cards) >= _LEAST_CARDS), key=min)


def _is_card(card: Sequence[int], segments: Sequence[Segment]) -> bool:
    """Whether an element holds lines besides its headline, and no more than a teaser has."""
    others = sum(len(segments[at].key) for at in card if not segments[at].is_linked)
    return 0 < others <= _MOST_CARD and len(card) > 1


def _drop_before_title(segments: Sequence[Segment], title: str) -> None:
    """Drop what stands above the headline, unless much of the prose does."""
    place = find_headline(segments, title, lambda each: _prose([each]) > 0)
    if place is not None and _prose(segments[:place]) <= _MOST_BEFORE_TITLE * _prose(segments, 1):
        bar(segments[:place])


def _drop_after_end(segments: Sequence[Segment]) -> None:
    """Drop what follows the text's own element from a line on that announces other articles, tags or comments."""
    body = smallest_around(_prose_of(segments), _MOST_OF_BODY, None)
    if body is None:
        return
    inner = [at for at, segment in enumerate(segments) if segment.kept and is_within(segment.block, body)]
    ends = [at for at in range(inner[-1] + 1, len(segments)) if _ends(segments[at])]
    ends += find_comments(segments)
    if ends:
        further = goes_on(segments)
        bar(each for each in segments[min(ends) :] if each not in further)


def _ends(segment: Segment) -> bool:
    if not segment.key or len(segment.key) > PROSE:
        return False
    key = folded(segment.text)
    cue = read_cue(segment.text)
    return (cue is not None and not cue.headline) or CLOSED.get(key) is Label.KEYWORDS or begins_comments(key)


def _is_of_page(segment: Segment) -> bool:
    """Whether a line is one that pages have for sharing, printing and the like, and no item of a list, where such words
    may be what the article is about."""
    if segment.key.lower() in ADVERTISING:
        return True
    if not 0 < len(segment.key) <= PROSE:
        return False
    if segment.text.endswith(":") and _FIELD_LABEL.search(names_of(segment.block)):
        return True
    if tag_of(segment.block) != "li" and all(map(_is_of_link, segment.nodes)) and are_tools(segment):
        return True
    if any(tag_of(each) in _ITEMS for each in _around(segment.block)):
        return False
    return is_boilerplate(segment.text)


def _is_of_link(node: Node) -> bool:
    """Whether a node is in a link, which may be a program's and lead nowhere, or a mark between two."""
    element, where = node
    return (where == "text" and tag_of(element) == "a") or in_link(node) or not key_of(getattr(element, where) or "")


def _is_reference(segment: Segment) -> bool:
    """Whether a line is a cue with the headline of another article behind it, which is a link."""
    if not segment.linked or len(segment.key) > _LONGEST_HEADLINE:
        return False
    cue = read_cue(segment.text)
    return cue is not None and 0 < len(key_of(cue.headline)) <= segment.linked


def _around(block: HtmlElement) -> Iterator[HtmlElement]:
    """The block and what stands around it, as far as a list or table is in one element with it."""
    yield block
    yield from islice(block.iterancestors(), 3)
