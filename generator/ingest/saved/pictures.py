"""Keeps the pictures of an article and what it embeds, with their captions, and makes the others none.

Told by where they stand and by what stands with them; not for which texts are captions (saved.captions).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.ingest.dissect.cues import read_cue
from generator.ingest.markup.elements import EMBEDS, is_caption, tag_of
from generator.ingest.saved.captions import in_caption
from generator.ingest.saved.marks import ADVERTISING, is_around, is_within, leads_to_picture
from generator.ingest.saved.segments import Node, Segment

_LONGEST_CAPTION = 400


@dataclass(frozen=True, slots=True)
class ArticleElements:
    """The element of an article with its headline, and the one of its text and what stands with that."""

    element: HtmlElement
    text: HtmlElement

    def may_hold(self, image: HtmlElement, card: HtmlElement) -> bool:
        """Whether a picture stands with the text, or with its caption between headline and text."""
        if is_within(image, self.text):
            return True
        is_captioned = any(is_caption(each) for each in card.iter())
        return is_within(image, self.element) and is_captioned and next(card.iter("h1"), None) is None


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


def settle_pictures(holder: HtmlElement, whole: ArticleElements, segments: Sequence[Segment], title: str) -> None:
    """Keep pictures and what is embedded with their captions, where they stand in the article; make the others none.
    A caption that is the article's title again (`title` is its key) says nothing of a picture."""
    article = whole.element
    texts = _Texts.of([segment for segment in segments if is_within(segment.block, holder)], holder)
    last = next((each.nodes[-1] for each in reversed(segments) if each.kept and is_within(each.block, article)), None)
    own: dict[HtmlElement, bool] = {}
    is_past = False
    for element in list(holder.iter()):
        is_past = is_past or (last is not None and element is last[0])
        if tag_of(element) not in ("img", "amp-img", *EMBEDS):
            continue
        card = _card(element, article, texts)
        if card not in own:
            own[card] = whole.may_hold(element, card) and _is_own(element, card, article, texts, is_past=is_past)
        if own[card]:
            _keep_captions(card, [each for each in texts.within.get(card, []) if each.key != title])
            _keep_caption_behind(card, texts)
        else:
            element.attrib.clear()
    _keep_bare_captions(whole, texts, last)


def _keep_bare_captions(whole: ArticleElements, texts: _Texts, last: Node | None) -> None:
    """Keep the captions of figures among the text that show nothing: their pictures are a program's, or lost."""
    for figure in whole.text.iter("figure"):
        if last is not None and figure is last[0]:
            return
        shows = any(tag_of(each) in ("img", "amp-img", *EMBEDS) for each in figure.iterdescendants())
        inner = texts.within.get(figure, [])
        letters = sum(len(segment.key) for segment in inner)
        if shows or figure in texts.keeping or not 0 < letters <= _LONGEST_CAPTION or is_around(figure, whole.text):
            continue
        for segment in inner:
            is_told = any(tag_of(each) == "figcaption" for each in (segment.block, *segment.block.iterancestors()))
            segment.kept = is_told and not segment.barred and not segment.is_linked


def _card(image: HtmlElement, article: HtmlElement, texts: _Texts) -> HtmlElement:
    """The largest element around a picture in which no text is kept: it and what belongs to it; of pictures side by
    side, each with its caption, the one of the single picture."""
    card, is_alone = image, True
    for element in image.iterancestors():
        if element is article or element in texts.keeping:
            break
        if is_alone and _holds_other(element, card):
            is_alone = False
            if any(map(is_caption, card.iter())):
                break
        card = element
        if tag_of(element) == "figure":
            break
    return card


def _holds_other(element: HtmlElement, card: HtmlElement) -> bool:
    """Whether an element holds a picture that does not stand in `card`."""
    pictures = (
        each for each in element.iter("img", "amp-img") if each is not card and card not in each.iterancestors()
    )
    return next(pictures, None) is not None


def _is_own(image: HtmlElement, card: HtmlElement, article: HtmlElement, texts: _Texts, *, is_past: bool) -> bool:
    """Whether a picture belongs to the article: not to a list of other articles, an author's box, an advertisement."""
    if is_around(image, article):
        return False
    link = next((each for each in image.iterancestors("a") if each.get("href")), None)
    inner = texts.within.get(card, [])
    letters = sum(len(segment.key) for segment in inner)
    leads_on = link is not None and not leads_to_picture(link)
    if leads_on and any(segment.is_linked for segment in inner):
        return False
    if inner and all(_is_advertising(segment) for segment in inner):
        return False
    if any(read_cue(segment.text) is not None for segment in inner):
        return False
    captions = sum(len(segment.key) for segment in inner if _captions(segment, card))
    if is_past and tag_of(card) != "figure" and (letters > captions or leads_on):
        return False
    return letters - captions <= _LONGEST_CAPTION // 2 and captions <= 2 * _LONGEST_CAPTION


def _is_advertising(segment: Segment) -> bool:
    return segment.key.lower() in ADVERTISING


def _captions(segment: Segment, card: HtmlElement) -> bool:
    return tag_of(card) == "figure" or in_caption(segment, card)


def _keep_captions(card: HtmlElement, inner: Sequence[Segment]) -> None:
    for segment in inner:
        segment.kept = segment.kept or _captions(segment, card)


def _keep_caption_behind(card: HtmlElement, texts: _Texts) -> None:
    """Keep the caption that stands not in one element with its picture, but right behind that."""
    behind = card.getnext()
    if behind is not None and is_caption(behind) and next(behind.iter("img"), None) is None:
        inner = texts.within.get(behind, [])
        if sum(len(segment.key) for segment in inner) <= _LONGEST_CAPTION and not any(each.barred for each in inner):
            for segment in inner:
                segment.kept = True
