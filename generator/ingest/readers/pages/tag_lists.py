"""Tags as a page lists them to its readers: in a box that its classes name, behind a label («الوسوم», "Filed under"),
or as links whose addresses are those of tags.

Not for what a page says of them for machines (`subjects`). Menus, and the tags of other articles, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from itertools import islice, takewhile
from urllib.parse import unquote

from lxml.etree import XPath, _Element

from generator.ingest.dissect.label_values import split_keywords
from generator.ingest.dissect.label_words import CLOSED, WEAK
from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.classes import is_side, names_of
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import clean, text_of
from generator.ingest.readers.pages.surroundings import Surroundings, surroundings_of
from generator.model.publisher import Label
from generator.text.word_sets import word_set

_MOST_IN_LIST, _MOST_BOXES, _MOST_ELEMENTS, _MOST_LABELS = 40, 60, 20_000, 4000
_MOST_WORDS, _LONGEST_LABEL, _LONGEST_LIST = 5, 40, 400
_NAMES = word_set(
    "tags taglist tagslist posttags articletags entrytags storytags newstags fieldtags keywords taglinks tagbox "
    "tagsbox hashtags tagitems taxonomytags وسوم الوسوم"
)
_BOXES = XPath(
    "descendant-or-self::*[contains(@class, 'tag') or contains(@class, 'Tag') or contains(@class, 'eyword')"
    " or contains(@id, 'tags') or contains(@class, 'وسوم')]"
    "[not(self::body or self::html or self::main or self::article)]"
)
_PATH = re.compile(
    r"/(?:tags?|tagged|taxonomy/term|topics?|keywords?|hashtags?|search/label|وسم|وسوم|الوسوم|tagid)[/=][^/?#\s]",
    re.IGNORECASE,
)
_LABELLING = word_set("h2 h3 h4 h5 h6 strong b span div p dt li label em i footer")
_KEYWORDS = {
    *(key for key, label in CLOSED.items() if label is Label.KEYWORDS),
    *map(key_of, ("التسميات", "المزيد عن", "اقرأ المزيد عن", "labels")),
}
# What the terms of lists of facts call the tags behind them; elsewhere they are words like any.
_TERMS = frozenset(
    map(
        key_of,
        ("الموضوع", "الموضوعات", "موضوعات", "المواضيع", "مواضيع", "القضايا", "topic", "topics", "subject", "subjects",
         "theme", "themes", "issues"),
    )
)  # fmt: skip
_FEWEST_FACTS = 3
_LABEL = re.compile(r"^(?P<label>[^:：]{2,40})[:：]\s*(?P<rest>.*)$", re.DOTALL)


def listed_tags(page: Page) -> Iterator[str]:
    """The tags that a page lists beside its article, each as its readers see it, without `#`. Some may come twice."""
    around = surroundings_of(page.headline)
    for box in islice(_BOXES(page.tree), _MOST_BOXES):
        if names_of(box) & _NAMES and box not in around.members and _is_own(box, around) and _is_list(box):
            yield from _linked(box.iter("a"))
    yield from _labelled(page.tree, around)


def tags_by_address(page: Page) -> Iterator[str]:
    """The texts of links below the headline whose addresses are those of tags: the weakest sign, for teasers of other
    articles may have such links too."""
    around = surroundings_of(page.headline)
    links = (link for link in _below(page) if _PATH.search(unquote(link.get("href") or "")))
    yield from _linked(link for link in links if _is_own(link, around, foot=False) and not _is_amid_text(link))


def _below(page: Page) -> Iterator[_Element]:
    """The links behind the headline: those before it are the site's."""
    seen = page.headline is None
    for element in islice(page.tree.iter(), _MOST_ELEMENTS):
        seen = seen or element is page.headline
        if seen and element.tag == "a":
            yield element


def _is_own(element: _Element, around: Surroundings, *, foot: bool = True) -> bool:
    """Whether an element is of the page's own article: in no menu, in a foot where `foot` allows it (articles have feet
    too), and beside no other article."""
    for parent in (element, *element.iterancestors()):
        if parent in around.members:
            return True
        if foot and _is_foot(parent) and not _is_pages_foot(parent):
            continue
        if is_side(parent) or around.leaves(parent):
            return False
    return True


def is_beside(element: _Element, around: Set[_Element]) -> bool:
    """Whether an element stands in something beside the article; an article's foot, where tags stand, is not. `around`
    are the elements that hold the headline."""
    return any(
        is_side(each) and not _is_foot(each) and each not in around for each in (element, *element.iterancestors())
    )


def _is_list(box: _Element) -> bool:
    """Whether a box holds links and a label, and no more."""
    linked = sum(len(text_of(link)) for link in islice(box.iter("a"), _MOST_IN_LIST))
    return len(text_of(box)) <= 1.25 * linked + _LONGEST_LABEL


def _is_pages_foot(element: _Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag == "body"


def _is_foot(element: _Element) -> bool:
    return element.tag == "footer" or "footer" in names_of(element)


def _linked(links: Iterable[_Element]) -> Iterator[str]:
    """The texts of links that are tags, all of them short; where one is as long as a headline, the list is another."""
    texts = [text_of(link).lstrip("#").replace("_", " ").strip(" ،,;؛") for link in islice(links, _MOST_IN_LIST + 1)]
    if len(texts) <= _MOST_IN_LIST and all(len(text.split()) <= _MOST_WORDS for text in texts):
        yield from filter(None, texts)


def _labelled(tree: _Element, around: Surroundings) -> Iterator[str]:
    """The tags behind a label, in the same element or in those that follow it."""
    for element in map(_term_around, islice(tree.iter(*_LABELLING), _MOST_LABELS)):
        start = clean(element.text or "") or (text_of(element) if element.tag == "dt" else "")
        if not start or len(start) > _LONGEST_LIST:
            continue
        found = _LABEL.match(start)
        label, rest = (found["label"], found["rest"]) if found else (start, "")
        is_term = key_of(label) in _TERMS and (element.tag == "dt" or _is_of_facts(element))
        is_label = len(label) <= _LONGEST_LABEL and (is_term or key_of(label) in _KEYWORDS)
        if not is_label or not _is_own(element, around):
            continue
        inner = list(islice(element.iter("a"), _MOST_IN_LIST))
        if inner and (found or text_of(element) != start):
            yield from _linked(inner)
        elif not inner:
            yield from _behind(element, is_labelled=found is not None, rest=rest, is_weak=key_of(label) in WEAK)


def _term_around(element: _Element) -> _Element:
    """The term of a list of facts that an element is all of (`<dt><b>Topics:</b></dt>`), else the element."""
    parent = element.getparent()
    is_term = parent is not None and parent.tag == "dt" and text_of(parent) == text_of(element)
    return parent if is_term and parent is not None else element


def _is_of_facts(element: _Element) -> bool:
    """Whether a bold word begins an item of a list of facts, each behind such a word: day, author, subjects."""
    item = element.getparent()
    if element.tag not in ("strong", "b") or item is None or item.tag != "li" or item[0] is not element:
        return False
    items = [each for each in (item, *item.itersiblings(), *item.itersiblings(preceding=True)) if each.tag == "li"]
    return len(items) >= _FEWEST_FACTS and all(len(each) and each[0].tag == element.tag for each in items)


def _behind(element: _Element, *, is_labelled: bool, rest: str, is_weak: bool) -> Iterator[str]:
    """What follows a label that stands alone in its element: words (several, where the label is a common word as well),
    or the links next to it."""
    behind = clean(element.tail or "").lstrip(" :：")
    if rest or (behind and element.getnext() is None):
        words = split_keywords(rest or behind) if is_labelled or (element.tail or "").lstrip()[:1] in ":：" else ()
        if len(words) > 1 or not is_weak:
            yield from (word for word in words if len(word.split()) <= _MOST_WORDS)
        return
    following = next((each for each in element.itersiblings() if isinstance(each.tag, str)), None)
    if following is None:
        return
    if following.tag == "a":
        yield from _linked(each for each in element.itersiblings() if each.tag == "a")
    elif len(text_of(following)) <= _LONGEST_LIST:
        siblings = [each for each in element.itersiblings() if isinstance(each.tag, str)]
        if following.tag == "dd":
            siblings = list(takewhile(lambda each: each.tag == "dd", siblings))  # up to the next term
        alike = [each for each in siblings if each.tag == following.tag] if following.tag != "p" else [following]
        yield from _linked(link for each in alike for link in each.iter("a"))


def _is_amid_text(link: _Element) -> bool:
    """Whether a link stands in a sentence: its line says much more than its links do."""
    block = next((each for each in link.iterancestors() if each.tag in ("p", "li", "div", "td", "section")), None)
    if block is None:
        return False
    linked = sum(len(text_of(each)) for each in islice(block.iter("a"), _MOST_IN_LIST))
    return len(text_of(block)) > 1.5 * linked + _LONGEST_LABEL
