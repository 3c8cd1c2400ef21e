"""Lists that a page shows around its article: its tags, by their label or class, and the path to its section.

Not for what the markup states of either (`subjects`).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.classes import is_side, names_of
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import is_same, text_of, word_set
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.model.publisher import Label

_NAMED = XPath(
    "descendant-or-self::body//*[contains(@class, 'tag') or contains(@class, 'eyword') or contains(@id, 'tag')]"
)
_LABELS = XPath(
    "descendant-or-self::body//*[self::span or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::p"
    " or self::div or self::strong or self::b or self::li or self::dt or self::label]"
    "[string-length(normalize-space(text())) > 2 and string-length(normalize-space(text())) < 31]"
)
_CRUMBS = XPath("descendant-or-self::*[contains(@class, 'crumb') or contains(@id, 'crumb')]")
_TAG_WORDS = word_set(
    "tags keywords keyword taglist tagslist articletags posttags storytags newstags tagsblock tagslinks"
)
_CRUMB_WORDS = word_set("breadcrumb breadcrumbs crumb crumbs entrycrumbs")
_OWN_LABELS = frozenset({"المزيد عن", "اقرا المزيد عن", "التسميات", "تسميات"})
_MOST_LOOKED_AT = 3000
_MOST_LISTED = 25
_LONGEST_TAG, _LONGEST_WORDS = 40, 5
_LEAST_LINKED = 0.8


def listed_tags(page: Page) -> Iterator[str]:
    """The tags in the first list of them that stands with the article: links, and nothing else but a label."""
    around = surroundings_of(page.headline).members
    for box in (*islice(_named(page.tree), _MOST_LISTED), *islice(_labelled(page.tree), _MOST_LISTED)):
        if box in around or is_beside(box, around):
            continue
        tags = _tags_of(box)
        if tags:
            yield from tags
            return


def is_beside(element: _Element, around: Set[_Element]) -> bool:
    """Whether an element stands in something beside the article; an article's foot, where tags stand, is not. `around`
    are the elements that hold the headline."""
    return any(
        is_side(each) and not _is_foot(each) and each not in around for each in (element, *element.iterancestors())
    )


def crumbs_shown(page: Page) -> Iterator[str]:
    """The last link of the path that leads to the article, the first path of the page only."""
    for element in islice(_CRUMBS(page.tree), _MOST_LISTED):
        if not names_of(element) & _CRUMB_WORDS:
            continue
        names = [text_of(link) for link in element.iter("a")]
        names = [name for name in names if name and not is_same(name, page.title) and len(name) <= _LONGEST_TAG]
        if names:
            yield names[-1]
            return


def _is_foot(element: _Element) -> bool:
    return element.tag == "footer" or "footer" in names_of(element)


def _named(tree: _Element) -> Iterator[_Element]:
    """Elements whose names say that tags stand in them."""
    return (element for element in _NAMED(tree) if names_of(element) & _TAG_WORDS)


def _labelled(tree: _Element) -> Iterator[_Element]:
    """Elements that a label of tags begins, or that follow one in their own element."""
    for element in islice(_LABELS(tree), _MOST_LOOKED_AT):
        key = key_of(element.text or "")
        if key in _OWN_LABELS or CLOSED.get(key) is Label.KEYWORDS:
            parent = element.getparent()
            yield from (each for each in (element, parent) if each is not None and each.tag != "body")


def _tags_of(box: _Element) -> list[str]:
    """The texts of the links in a list of tags; nothing where it is none."""
    texts = [text for link in box.iter("a") if (text := text_of(link).lstrip("#").strip(" ،,"))]
    if not 1 <= len(texts) <= _MOST_LISTED or max(map(len, texts)) > _LONGEST_TAG:
        return []
    if max(len(text.split()) for text in texts) > _LONGEST_WORDS:
        return []
    label = key_of(text_of(next(iter(box), box))) if len(box) else ""
    whole = sum(map(str.isalnum, text_of(box)))
    known = sum(sum(map(str.isalnum, text)) for text in texts)
    known += sum(map(str.isalnum, label)) if label in _OWN_LABELS or CLOSED.get(label) is Label.KEYWORDS else 0
    known += sum(map(str.isalnum, box.text or "")) if len(box.text or "") <= 30 else 0
    return list(dict.fromkeys(texts)) if known >= _LEAST_LINKED * whole else []
