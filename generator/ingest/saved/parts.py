"""Keeps what belongs to the text that was chosen by its place: the rest of its tables, lists and quotations, headings
above it, paragraphs between its own and those before a wall.

Not for pictures and their captions, nor for what is left out again: saved.keeping, saved.furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from lxml.html import HtmlElement

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.label_values import states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.markup.elements import HEADINGS, is_inline, tag_of, text_of
from generator.ingest.saved.captions import in_caption, keep_captions_of_tables
from generator.ingest.saved.marks import body_name, is_around, is_body, is_within, names_of
from generator.ingest.saved.segments import Segment
from generator.model.publisher import Label

_PROSE = 25
_FARTHEST_BELOW, _SHORTEST_BELOW = 8, 20
_CELLS = frozenset({"td", "th", "li", "dd", "dt"})
_LEAST_LAID_OUT = 3
_LEAST_OWN = 40
_FEWEST_POINTS, _FEWEST_ALIKE = 2, 3
_LEAST_END, _LEAST_SHARE = 60, 3
_FEWEST_INTRODUCING = 5
_OFFERS = re.compile(
    r"\b(?:our|stor(?:y|ies)|articles?|coverage|read|watch|listen|follow|subscribe|sign up|like|miss(?:ed)?|posts?)\b|"
    r"اقرأ|شاهد|تابع|اشترك|مقالات|أخبار|مواضيع|موضوعات|تقارير",
    re.IGNORECASE,
)
_OWN = frozenset({"blockquote", "p", "td", "div"})
# What people have said on networks, as these give it to be shown elsewhere; it may stand in a box named `social`.
_POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|(?:instagram|text-post)-media|(?:tiktok|bluesky|mastodon)-embed)(?:$|\s)"
)


def keep_parts(segments: Sequence[Segment], root: HtmlElement, title: str = "") -> None:
    """Keep what belongs to kept text by its place: the other cells of its table, the other items of its list,
    quotations, headings above it, and paragraphs between its paragraphs; and the points below its title (the key of
    which is `title`) that sum it up."""
    for name in ("table", "ul", "ol", "dl", "blockquote"):
        _keep_whole(segments, root, name)
    _keep_lists(segments, root)
    _keep_beginning(segments)
    _keep_points(segments, title)
    keep_captions_of_tables(segments)
    for at, segment in enumerate(segments):
        if segment.kept or segment.barred or not segment.key or is_around(segment.block, root):
            continue
        following = next((each for each in segments[at + 1 : at + _FARTHEST_BELOW] if each.key and _counts(each)), None)
        if tag_of(segment.block) in HEADINGS and not segment.is_linked:
            segment.kept = following is not None and following.kept and is_within(segment.block, root)
    _keep_own_text(segments, root)
    _keep_between(segments, root, title)
    _keep_end(segments)


def keep_entry_times(segments: Sequence[Segment], times: Mapping[HtmlElement, HtmlElement]) -> None:
    """Keep the time of each entry whose text is kept, or stands right below it and is kept."""
    if not times:
        return
    for time in times:
        _set_apart(time)
    entries = set(times.values())
    keeping = {
        each
        for segment in segments
        if segment.kept
        for each in (segment.block, *segment.block.iterancestors())
        if each in entries
    }
    for at, segment in enumerate(segments):
        element = segment.nodes[0][0]
        time = next((each for each in (element, *element.iterancestors()) if each in times), None)
        if time is None or segment.kept:
            continue
        following = next((each for each in segments[at + 1 : at + 3] if each.key), None)
        segment.kept = times[time] in keeping or (following is not None and following.kept)


def _set_apart(time: HtmlElement) -> None:
    """Put a space between a time and the elements beside it, which only a style sheet parts from it."""
    before = time.getprevious()
    if before is not None:
        before.tail = before.tail or " "
    if time.getnext() is not None:
        time.tail = time.tail or " "


def _keep_own_text(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep prose that stands in an element without one of its own, as in pages that part paragraphs by line breaks,
    where most of the text that is kept stands so."""
    held: dict[HtmlElement, int] = {}
    for segment in segments:
        if segment.kept and not segment.is_linked:
            held[segment.block] = held.get(segment.block, 0) + len(segment.key)
    block = max(held, key=lambda each: held[each], default=None)
    if block is None or tag_of(block) == "p" or 2 * held[block] <= sum(held.values()):
        return
    for segment in segments:
        quote = next(segment.block.iterancestors("blockquote"), segment.block)
        own = block in (segment.block, _block_around(segment.block), _block_around(quote))
        if own and len(segment.key) >= _LEAST_OWN and not (segment.barred or segment.linked or segment.kept):
            segment.kept = tag_of(segment.block) in _OWN and (block is root or is_within(segment.block, root))


def _counts(segment: Segment) -> bool:
    """Whether a segment may be what a heading stands above: no link to another article, no line of the page, no
    caption, whose picture stands between the two."""
    is_other = segment.is_linked or segment.barred or len(segment.key) < _SHORTEST_BELOW
    return segment.kept or not (is_other or in_caption(segment))


def _keep_whole(segments: Sequence[Segment], root: HtmlElement, name: str) -> None:
    """Keep all of each element of one name, most of which is kept; tables and quotations between kept texts too."""
    by_element: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        for element in segment.block.iterancestors(name):
            by_element.setdefault(element, []).append(segment)
        if tag_of(segment.block) == name:
            by_element.setdefault(segment.block, []).append(segment)
    between = _between(segments)
    holding = _holding(segments) if name in ("ul", "ol", "dl") else None
    for element, inner in by_element.items():
        total = sum(len(segment.key) for segment in inner)
        kept = sum(len(segment.key) for segment in inner if segment.kept)
        linked = sum(segment.linked for segment in inner)
        is_apart = holding is not None and _block_around(element) not in holding
        is_own = kept * 2 > total or (kept == 0 and not is_apart and between.issuperset(inner))
        is_layout = name != "blockquote" and _lays_out(element, inner)
        if is_layout or not is_own or linked * 2 > total:
            continue
        is_own_quote = name == "blockquote" and not any(segment.linked for segment in inner)
        is_quoted = is_own_quote or _POST.search(names_of(element)) is not None
        if is_within(element, root) and (is_quoted or not is_around(element, root)):
            for segment in inner:
                segment.kept = not segment.barred


def _lays_out(element: HtmlElement, inner: Sequence[Segment]) -> bool:
    """Whether a table or list only sets parts of the page beside each other: a table within, or several paragraphs of
    prose in one of its cells or items."""
    if tag_of(element) == "table" and any(True for _ in element.iterdescendants("table")):
        return True
    held: dict[HtmlElement, int] = {}
    for segment in inner:
        cell = next((each for each in (segment.block, *segment.block.iterancestors()) if tag_of(each) in _CELLS), None)
        if cell is not None and len(segment.key) >= _PROSE:
            held[cell] = held.get(cell, 0) + 1
    return max(held.values(), default=0) >= _LEAST_LAID_OUT


def _holding(segments: Sequence[Segment]) -> set[HtmlElement | None]:
    """The elements in which text that is kept stands, or blocks of it."""
    kept = [segment.block for segment in segments if segment.kept and not segment.is_linked]
    return {*kept, *map(_block_around, kept)}


def _block_around(element: HtmlElement) -> HtmlElement | None:
    return next((each for each in element.iterancestors() if not is_inline(each)), None)


def _keep_lists(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep lists of what is no link that follow a kept paragraph or heading of the same element, and those of links
    that a sentence introduces."""
    by_list: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        for element in segment.block.iterancestors("ul", "ol"):
            by_list.setdefault(element, []).append(segment)
    blocks = {segment.block for segment in segments if segment.kept and not segment.is_linked}
    for element, inner in by_list.items():
        linked, total = sum(segment.linked for segment in inner), sum(len(segment.key) for segment in inner)
        previous = element.getprevious()
        follows = previous is not None and previous in blocks
        is_own = linked * 5 <= total or (follows and _introduces(previous))
        if follows and is_own and is_within(element, root) and not is_around(element, root):
            for segment in inner:
                segment.kept = not segment.barred


def _introduces(element: HtmlElement | None) -> bool:
    """Whether a paragraph is a sentence that says that a list follows, and none that offers other articles."""
    text = text_of(element) if element is not None and tag_of(element) == "p" else ""
    if not text.endswith(":") or len(text.split()) < _FEWEST_INTRODUCING or _OFFERS.search(text):
        return False
    return read_cue(text) is None


def _keep_beginning(segments: Sequence[Segment]) -> None:
    """Keep the prose of a marked body that ends where what is kept begins: the part before a wall, say."""
    first = next((at for at, segment in enumerate(segments) if segment.kept and len(segment.key) >= _PROSE), 0)
    around = set(segments[first].block.iterancestors()) if first else set()
    for segment in reversed(segments[:first]):
        body = next((each for each in segment.block.iterancestors() if is_body(each)), None)
        if not segment.key or segment.is_linked:
            continue
        if body is None or not _precedes(body, around) or is_around(segment.block, body.getparent()):
            return
        segment.kept = not segment.barred


def _keep_points(segments: Sequence[Segment], title: str) -> None:
    """Keep lists of sentences between the title and the text: the points in which an article is summed up. What else
    stands there in lists (names, days, networks) is no sentence."""
    first = next((at for at, segment in enumerate(segments) if segment.kept and len(segment.key) >= _PROSE), 0)
    heads = [at for at in range(first) if title and segments[at].key == title]
    by_list: dict[HtmlElement, list[Segment]] = {}
    for segment in segments[heads[-1] + 1 : first] if heads else ():
        for element in segment.block.iterancestors("ul", "ol"):
            by_list.setdefault(element, []).append(segment)
    for element, inner in by_list.items():
        points = [segment for segment in inner if segment.key]
        is_told = all(ends_sentence(each.text) and not each.linked and not each.barred for each in points)
        if len(points) >= _FEWEST_POINTS and is_told and not is_around(element):
            for segment in points:
                segment.kept = True


def _precedes(body: HtmlElement, around: Set[HtmlElement]) -> bool:
    """Whether a body stands beside the text that the elements `around` hold, and says in full that it is one."""
    return body not in around and body.getparent() in around and body_name(body).endswith(("body", "content", "text"))


def _between(segments: Sequence[Segment]) -> frozenset[Segment]:
    """The segments between the first that is kept and the last."""
    kept = [at for at, segment in enumerate(segments) if segment.kept]
    return frozenset(segments[kept[0] : kept[-1]]) if kept else frozenset()


def _keep_between(segments: Sequence[Segment], root: HtmlElement, title: str) -> None:
    """Keep prose that stands among kept paragraphs, in the same element as they and next to one of them (the `title` is
    none, but for a line that gives the day); and a long sentence in no element of its own, with which their element
    opens or the text goes on behind a picture."""
    begun = _block_of_most(segments)
    for before, segment, after in zip((Segment(root), *segments), segments, segments[1:], strict=False):
        if segment.kept or segment.barred or segment.is_linked or not segment.key:
            continue
        if before.key == title and not _gives_day(segment):
            continue
        goes_on_bare = segment.block is begun and _is_sentence(segment)
        if not after.kept or not (before.kept or _opens(segment) or goes_on_bare):
            continue
        is_sibling = segment.block.getparent() is before.block.getparent() or segment.block is before.block
        is_sibling = (is_sibling and before.kept) or segment.block is _block_around(after.block)
        element = segment.nodes[0][0]  # its block may be around `root`, where that is an element within lines
        if is_sibling and not segment.linked and is_within(element, root) and not is_around(element, root):
            segment.kept = True


def _block_of_most(segments: Sequence[Segment]) -> HtmlElement | None:
    """The block in which most of the kept paragraphs stand, each in an element of its own."""
    kept = [segment for segment in segments if segment.kept and not segment.is_linked and len(segment.key) >= _PROSE]
    blocks = Counter(_block_around(segment.block) for segment in kept)
    block, count = blocks.most_common(1)[0] if blocks else (None, 0)
    return block if count >= _FEWEST_ALIKE and 2 * count > len(kept) else None


def _is_sentence(segment: Segment) -> bool:
    return len(segment.key) >= _LEAST_OWN and ends_sentence(segment.text)


def _keep_end(segments: Sequence[Segment]) -> None:
    """Keep the sentences below the last that is kept with which the text goes on."""
    for segment in goes_on(segments):
        segment.kept = not segment.barred


def goes_on(segments: Sequence[Segment]) -> list[Segment]:
    """Sentences below the last that is kept which stand as most of its paragraphs do, in the same element and in
    elements of the same kind without a name: a link in a last paragraph makes no furniture of it."""
    kept = [segment for segment in segments if segment.kept and len(segment.key) >= _LEAST_OWN]
    forms = Counter((segment.block.getparent(), tag_of(segment.block)) for segment in kept)
    form, count = forms.most_common(1)[0] if forms else (None, 0)
    if count < _FEWEST_ALIKE:
        return []
    below = segments[segments.index(kept[-1]) + 1 :]
    alike = [each for each in below if (each.block.getparent(), tag_of(each.block)) == form]
    return [each for each in alike if not names_of(each.block) and _is_told(each)]


def _is_told(segment: Segment) -> bool:
    """Whether a segment is a long sentence with few links, and none that leads elsewhere."""
    if len(segment.key) < _LEAST_END or segment.linked * _LEAST_SHARE >= len(segment.key):
        return False
    return ends_sentence(segment.text) and read_cue(segment.text) is None


def _gives_day(segment: Segment) -> bool:
    """Whether a line says when the article was published: where that is another day than the page states, it counts."""
    return states(read_fields(segment.text, Zone.HEAD), Label.PUBLISHED)


def _opens(segment: Segment) -> bool:
    """Whether a long sentence is the first that stands in its element."""
    element, where = segment.nodes[0]
    first = segment.block if where == "text" and element is segment.block else element
    before = [] if first is segment.block else list(first.itersiblings(preceding=True))
    is_first = first.getparent() is segment.block or first is segment.block
    is_first = is_first and not any(text_of(each) or (each.tail or "").strip() for each in before)
    return is_first and _is_sentence(segment)
