"""Settles what of a page is kept around the text that was chosen: its headings, tables, pictures and what it embeds.

Everything else is blanked in the page, so that what is left can be read like any body; what lay within the article is
told, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.ingest.dissect.cues import read_cue
from generator.ingest.markup.elements import EMBEDS, HEADINGS, is_caption, is_inline, tag_of
from generator.ingest.saved.marks import is_around, is_body, names_of
from generator.ingest.saved.segments import Segment

_ARTICLE = re.compile(r"(?:^|[\s_-])(?:article|post|story|single|hentry|news-?item|detail|details)(?:$|[\s_-])", re.I)
_MOST_CLIMBS = 4
_MOST_BEFORE_TITLE = 4
_LONGEST_CAPTION = 400
_PROSE = 25
_FARTHEST_BELOW, _SHORTEST_BELOW = 8, 20
_MOST_OF_IT = 0.97
_CELLS = frozenset({"td", "th", "li", "dd", "dt"})
_LEAST_LAID_OUT = 3
_LEAST_OWN = 40
_OWN = frozenset({"blockquote", "p", "td", "div"})
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.IGNORECASE)


def keep_article(
    body: HtmlElement, segments: Sequence[Segment], title: str, trimmed: Set[Segment]
) -> tuple[HtmlElement, list[str]]:
    """Blank all that is no part of the article; give the element that holds what is left, and what was left out of it.

    `title` is the key of the article's title: a heading of these letters stands in its own field. `trimmed` are
    segments that were chosen and found to be none of the article.
    """
    kept = [segment for segment in segments if segment.kept]
    if not kept:
        return body, [segment.text for segment in segments if segment in trimmed]
    prose = [segment for segment in kept if len(segment.key) >= _PROSE and not segment.is_linked] or kept
    root = _common(body, prose, _MOST_OF_IT)
    whole = _common(body, prose, 1.0)
    _keep_parts(segments, root)
    article = _article_around(root, body)
    holder = whole if _is_within(article, whole) else article
    _drop_bare_cues(segments)
    _drop_title([segment for segment in segments if _is_within(segment.block, holder)], title)
    _settle_pictures(holder, article, segments)
    told = next((each for each in (root, *root.iterancestors("article")) if tag_of(each) == "article"), article)
    return holder, _blank(segments, told, holder, trimmed)


def _common(body: HtmlElement, kept: Sequence[Segment], share: float) -> HtmlElement:
    """The smallest element that holds at least a share of the letters that are kept."""
    total = sum(len(segment.key) for segment in kept)
    held: dict[HtmlElement, int] = {}
    for segment in kept:
        for element in (segment.block, *segment.block.iterancestors()):
            held[element] = held.get(element, 0) + len(segment.key)
            if element is body:
                break
    enough = [element for element, letters in held.items() if letters >= share * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=body)


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


def _keep_parts(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep what belongs to kept text by its place: the other cells of its table, the other items of its list,
    quotations, headings above it, and paragraphs between its paragraphs."""
    for name in ("table", "ul", "ol", "dl", "blockquote"):
        _keep_whole(segments, root, name)
    for at, segment in enumerate(segments):
        if segment.kept or segment.barred or not segment.key or is_around(segment.block, root):
            continue
        following = next((each for each in segments[at + 1 : at + _FARTHEST_BELOW] if each.key and _counts(each)), None)
        if tag_of(segment.block) in HEADINGS and not segment.is_linked:
            segment.kept = following is not None and following.kept and _is_within(segment.block, root)
    _keep_own_text(segments, root)
    _keep_between(segments, root)


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
            segment.kept = tag_of(segment.block) in _OWN and (block is root or _is_within(segment.block, root))


def _counts(segment: Segment) -> bool:
    """Whether a segment may be what a heading stands above: no link to another article, no line of the page."""
    return segment.kept or not (segment.is_linked or segment.barred or len(segment.key) < _SHORTEST_BELOW)


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
        if _is_within(element, root) and (is_own_quote or not is_around(element, root)):
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


def _between(segments: Sequence[Segment]) -> frozenset[Segment]:
    """The segments between the first that is kept and the last."""
    kept = [at for at, segment in enumerate(segments) if segment.kept]
    return frozenset(segments[kept[0] : kept[-1]]) if kept else frozenset()


def _keep_between(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep prose that stands among kept paragraphs, in the same element as they and next to one of them."""
    for before, segment, after in zip(segments, segments[1:], segments[2:], strict=False):
        if segment.kept or segment.barred or segment.is_linked or not segment.key:
            continue
        if not before.kept or not after.kept:
            continue
        is_sibling = segment.block.getparent() is before.block.getparent() or segment.block is before.block
        if is_sibling and not segment.linked and _is_within(segment.block, root) and not is_around(segment.block, root):
            segment.kept = True


def _is_within(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(each is root for each in element.iterancestors())


def _drop_bare_cues(segments: Sequence[Segment]) -> None:
    """Leave out cues («اقرأ أيضا:», "Read also") whose headlines were left out."""
    following: Segment | None = None
    for segment in reversed(segments):
        if not segment.key:
            continue
        if segment.kept and (following is None or not following.kept):
            cue = read_cue(segment.text)
            segment.kept = cue is None or bool(cue.headline)
        following = segment


def _drop_title(segments: Sequence[Segment], title: str) -> None:
    """Leave out the title where it heads the text: it has its own field."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    for at, segment in enumerate(kept):
        if not title or segment.key != title:
            continue
        heads = any(tag_of(each) in HEADINGS for each in (segment.block, *segment.block.iterancestors()))
        follows = any(len(each.key) >= _PROSE for each in kept[at + 1 : at + 1 + _MOST_BEFORE_TITLE])
        segment.kept = not (heads or (at < _MOST_BEFORE_TITLE and follows))


@dataclass(frozen=True, slots=True)
class _Texts:
    """What text the elements of an article hold: their segments, and which of them hold text that is kept."""

    within: dict[HtmlElement, list[Segment]]
    keeping: set[HtmlElement]

    @classmethod
    def of(cls, segments: Sequence[Segment], holder: HtmlElement) -> _Texts:
        """What the elements below `holder` hold."""
        texts = cls({}, {holder})
        for segment in segments:
            for element in (segment.block, *segment.block.iterancestors()):
                if element is holder:
                    break
                texts.within.setdefault(element, []).append(segment)
                if segment.kept:
                    texts.keeping.add(element)
        return texts


def _settle_pictures(holder: HtmlElement, article: HtmlElement, segments: Sequence[Segment]) -> None:
    """Keep pictures and what is embedded with their captions, where they stand in the article; make the others none."""
    texts = _Texts.of([segment for segment in segments if _is_within(segment.block, holder)], holder)
    last = next((each.nodes[-1] for each in reversed(segments) if each.kept and _is_within(each.block, article)), None)
    own: dict[HtmlElement, bool] = {}
    is_past = False
    for element in list(holder.iter()):
        is_past = is_past or (last is not None and element is last[0])
        if tag_of(element) not in ("img", "amp-img", *EMBEDS):
            continue
        card = _card(element, article, texts)
        if card not in own:
            own[card] = _is_within(element, article) and _is_own(element, card, article, texts, is_past=is_past)
        if own[card]:
            _keep_captions(card, texts.within.get(card, []))
        else:
            element.attrib.clear()


def _card(image: HtmlElement, article: HtmlElement, texts: _Texts) -> HtmlElement:
    """The largest element around a picture in which no text is kept: it and what belongs to it."""
    card = image
    for element in image.iterancestors():
        if element is article or element in texts.keeping:
            break
        card = element
        if tag_of(element) == "figure":
            break
    return card


def _is_own(image: HtmlElement, card: HtmlElement, article: HtmlElement, texts: _Texts, *, is_past: bool) -> bool:
    """Whether a picture belongs to the article: not to a list of other articles, an author's box, an advertisement."""
    if is_around(image, article):
        return False
    link = next((each for each in image.iterancestors("a") if each.get("href")), None)
    inner = texts.within.get(card, [])
    letters = sum(len(segment.key) for segment in inner)
    if link is not None and not _PICTURE_FILE.search(link.get("href") or "") and any(seg.is_linked for seg in inner):
        return False
    if any(read_cue(segment.text) is not None for segment in inner):
        return False
    if is_past and tag_of(card) != "figure" and (letters or link is not None):
        return False
    captions = sum(len(segment.key) for segment in inner if _captions(segment, card))
    return letters - captions <= _LONGEST_CAPTION // 2 and captions <= 2 * _LONGEST_CAPTION


def _captions(segment: Segment, card: HtmlElement) -> bool:
    if tag_of(card) == "figure":
        return True
    return any(is_caption(each) for each in (segment.block, *segment.block.iterancestors()) if _is_within(each, card))


def _keep_captions(card: HtmlElement, inner: Sequence[Segment]) -> None:
    for segment in inner:
        segment.kept = segment.kept or _captions(segment, card)


def _blank(segments: Sequence[Segment], article: HtmlElement, holder: HtmlElement, trimmed: Set[Segment]) -> list[str]:
    """Blank the text that is not kept; give what of it lay in the article, and what was chosen but lies elsewhere or
    was trimmed."""
    removed: list[str] = []
    for segment in segments:
        chosen = segment.kept
        if chosen and _is_within(segment.block, holder):
            continue
        text = segment.text
        for element, where in segment.nodes:
            setattr(element, where, " ")
        if text and (chosen or segment in trimmed or _is_within(segment.block, article)):
            removed.append(text)
    return removed
