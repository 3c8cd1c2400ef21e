"""Settles what of a page is kept around the text that was chosen: its headings, tables and what else belongs to it.

Everything else is blanked in the page, so that what is left can be read like any body; what lay within the article is
told, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from types import MappingProxyType

from lxml.html import HtmlElement

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.alike import keep_alike
from generator.ingest.saved.comments import drop_policies
from generator.ingest.saved.furniture import drop_below, drop_furniture
from generator.ingest.saved.galleries import drop_galleries
from generator.ingest.saved.lists import keep_listed, set_lists
from generator.ingest.saved.marks import is_body, is_within, names_of
from generator.ingest.saved.parts import keep_entry_times, keep_parts
from generator.ingest.saved.pictures import ArticleElements, settle_pictures
from generator.ingest.saved.repeats import drop_pull_quotes
from generator.ingest.saved.segments import Segment, is_heading, smallest_around
from generator.ingest.saved.tails import drop_tails
from generator.model.publisher import Label

_ARTICLE = re.compile(r"(?:^|[\s_-])(?:article|post|story|single|hentry|news-?item|detail|details)(?:$|[\s_-])", re.I)
_MOST_CLIMBS = 4
_MOST_BEFORE_TITLE = 4
_PROSE = 25
_MOST_OF_IT = 0.97


def keep_article(
    body: HtmlElement,
    segments: Sequence[Segment],
    title: str,
    trimmed: Set[Segment],
    entry_times: Mapping[HtmlElement, HtmlElement] = MappingProxyType({}),
    host: str = "",
) -> tuple[HtmlElement, list[str]]:
    """Blank all that is no part of the article; give the element that holds what is left, and what was left out of it.

    `title` is the key of the article's title: a heading of these letters stands in its own field. `trimmed` are
    segments that were chosen and found to be none of the article. `entry_times` are the elements that give the times of
    the article's entries, each with the element of its entry. `host` is that of the page.
    """
    kept = [segment for segment in segments if segment.kept]
    if not kept:
        return body, [segment.text for segment in segments if segment in trimmed]
    drop_below(segments, body)
    drop_furniture(segments, smallest_around(_prose(segments), _MOST_OF_IT, body))
    root = smallest_around(_prose(segments), _MOST_OF_IT, body)
    keep_parts(segments, root, title)
    keep_alike(segments, root, {segment for segment in kept if not segment.kept})
    keep_listed(segments, root, host)
    keep_entry_times(segments, entry_times)
    whole = smallest_around(_prose(segments), 1.0, body)  # with the beginning, which may stand outside of `root`
    own = _article_around(root, body)
    article = _with_headline(own, segments, title, body)
    holder = whole if is_within(article, whole) else article
    drop_pull_quotes(segments)
    drop_galleries(segments)
    drop_policies(segments)
    drop_tails(segments, host)
    _drop_bare_cues(segments)
    _drop_bare_headings(segments)
    _drop_crumbs(segments, title)
    _drop_title([segment for segment in segments if is_within(segment.block, holder)], title)
    settle_pictures(holder, ArticleElements(article, own), segments, title)
    told = next((each for each in (root, *root.iterancestors("article")) if tag_of(each) == "article"), article)
    removed = _blank(segments, told, holder, trimmed)
    set_lists(holder)
    return holder, removed


def _prose(segments: Sequence[Segment]) -> list[Segment]:
    """The paragraphs of what is kept; all of it where there are none."""
    kept = [segment for segment in segments if segment.kept]
    return [segment for segment in kept if len(segment.key) >= _PROSE and not segment.is_linked] or kept


def _article_around(root: HtmlElement, body: HtmlElement) -> HtmlElement:
    """The element of the whole article, with the picture above its text, as far as the page says which it is."""
    best = root
    element = root
    for _ in range(_MOST_CLIMBS):
        parent = element.getparent()
        if parent is None or parent is body or tag_of(parent) in ("html", "td", "tr", "tbody", "table"):
            break
        element = parent
        if tag_of(element) in ("article", "main") or _ARTICLE.search(names_of(element)) or is_body(element):
            best = element
        if tag_of(element) in ("article", "main"):
            break
    return best


def _with_headline(article: HtmlElement, segments: Sequence[Segment], title: str, body: HtmlElement) -> HtmlElement:
    """The smallest element around an article and its headline, where that is not the whole page."""
    first = next((at for at, each in enumerate(segments) if each.kept and len(each.key) >= _PROSE), 0)
    head = next((each for each in reversed(segments[:first]) if title and each.key == title), None)
    if head is None or is_within(head.block, article):
        return article
    chain = [head.block, *head.block.iterancestors()]
    for around in islice(article.iterancestors(), _MOST_CLIMBS):
        if around is body or tag_of(around) in ("html", "td", "tr", "tbody", "table"):
            break
        if around in chain:
            return around
    return article


def _drop_bare_cues(segments: Sequence[Segment]) -> None:
    """Leave out cues («اقرأ أيضا:», "Read also") whose headlines were left out, and labels of tags that were."""
    following: Segment | None = None
    for segment in reversed(segments):
        if not segment.key:
            continue
        if segment.kept and (following is None or not following.kept):
            cue = read_cue(segment.text)
            is_label = len(segment.key) <= _PROSE and CLOSED.get(folded(segment.text).rstrip(" :")) is Label.KEYWORDS
            segment.kept = (cue is None or bool(cue.headline)) and not is_label
        following = segment


def _drop_bare_headings(segments: Sequence[Segment]) -> None:
    """Leave out a heading below the text that stands above nothing but links that were left out."""
    keyed = [segment for segment in segments if segment.key]
    last = next((at for at in range(len(keyed) - 1, 0, -1) if keyed[at].kept), None)
    if last is None or last + 1 == len(keyed) or not keyed[last + 1].is_linked:
        return
    of_headings = [tag_of(each.block) in HEADINGS for each in keyed[last - 1 : last + 1]]
    keyed[last].kept = of_headings != [False, True]  # poems are set in headings throughout


def _drop_crumbs(segments: Sequence[Segment], title: str) -> None:
    """Leave out links above the title: to the section it stands in, and the like."""
    above: list[Segment] = []
    for segment in segments:
        if title and segment.key == title:
            for each in above:
                each.kept = each.kept and each.linked < len(each.key)
            return
        above.append(segment)


def _drop_title(segments: Sequence[Segment], title: str) -> None:
    """Leave out the title where it heads the text: it has its own field."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    for at, segment in enumerate(kept):
        if not title or segment.key != title:
            continue
        heads = is_heading(segment)
        follows = any(len(each.key) >= _PROSE for each in kept[at + 1 : at + 1 + _MOST_BEFORE_TITLE])
        segment.kept = not (heads or (at < _MOST_BEFORE_TITLE and follows))


def _blank(segments: Sequence[Segment], article: HtmlElement, holder: HtmlElement, trimmed: Set[Segment]) -> list[str]:
    """Blank the text that is not kept; give what of it lay in the article, and what was chosen but lies elsewhere or
    was trimmed."""
    removed: list[str] = []
    for segment in segments:
        chosen = segment.kept
        if chosen and is_within(segment.block, holder):
            continue
        text = segment.text
        for element, where in segment.nodes:
            setattr(element, where, " ")
        if text and (chosen or segment in trimmed or is_within(segment.block, article)):
            removed.append(text)
    return removed
