"""A page's headline: which of its headings it is, and the title letter for letter, without the site's name.

Not for titles within a text (generator.ingest.dissect).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.dissect.names import is_masthead_like, is_outlet_like
from generator.ingest.readers.pages.bare_titles import SECTIONS, SEPARATOR, names_no_article
from generator.ingest.readers.pages.classes import is_about_kicker, is_side, names_of
from generator.ingest.readers.pages.sites import Site
from generator.ingest.readers.pages.strings import agrees, clean, is_same, text_of, words_of
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.text.word_sets import word_set

META_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "cxenseparse:title", "citation_title",
               "dc.title", "dcterms.title", "headline", "title")  # fmt: skip
_MOST_HEADINGS = 120
_HEADINGS = XPath(
    "descendant-or-self::*[self::h1 or self::h2 or self::h3 or contains(@itemprop, 'headline')"
    " or ((self::div or self::span or self::p or self::a)"
    " and (contains(@class, 'title') or contains(@class, 'headline') or contains(@class, 'p-name')))]"
)
UNMARKED = XPath(
    "descendant-or-self::body//*[self::div or self::span or self::p or self::td or self::strong or self::b"
    " or self::font or self::h4 or self::h5 or self::a or self::center or self::big][string-length(text()) > 9]"
)
MOST_UNMARKED = 3000
_MOST_WITHIN = 30
_MOST_SEPARATORS = 8
_FEWEST_WORDS = 3
_TITLE_CLASSES = word_set("entrytitle posttitle articletitle pname headline newstitle storytitle titlepost")
_COLON = re.compile(r"(?<=\w):\s+")  # `The Bay Courier: Ferry to return`; believed only where a heading says the rest
_SURE_SEPARATOR = re.compile(r"\s*(?:\||::|[»«•·›])\s*")


# What programs and frames call a page that nobody has named.
_UNNAMED = re.compile(
    r"(?:untitled|new|default)(?: (?:document|page))?(?: ?\d+)?|document|page|main|index|print|content|body|text|story",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A title that a page states outside its headings: its text without the site's name, and the whole of it."""

    text: str
    rule: str
    raw: str


def references(stated: Sequence[tuple[str, str]], site: Site, headings: Sequence[str]) -> tuple[Reference, ...]:
    """The titles that a page states (text, rule), in order, the site's name taken off each."""
    found = []
    for raw, rule in stated:
        is_shown = any(is_same(raw, heading) for heading in headings)
        if rule == "html:title" and headings and not is_shown and names_no_article(raw):
            continue  # the agency's name is the title of each of its pages
        others = [*headings, *(text for text, _ in stated)]
        is_whole = _ends_heading(raw, site, headings)
        text = raw if is_whole else without_site(raw, site, others, sure=rule != "html:title")
        if text == raw and not is_shown:
            text = _without_masthead(raw)
        if text and not site.is_named(text) and text.lower() not in SECTIONS and not _UNNAMED.fullmatch(text):
            found.append(Reference(text, rule, raw if raw != text else ""))
    return tuple(found)


def _ends_heading(title: str, site: Site, headings: Sequence[str]) -> bool:
    """Whether a title of several parts, the first and the last of which name neither site nor section, stands whole at
    the end of a heading, perhaps behind the section's name: `Letters: Ferry fares | Trams | Bread`."""
    parts = SEPARATOR.split(title)
    if len(parts) < 2 or any(site.is_named(part) or part.strip().lower() in SECTIONS for part in (parts[0], parts[-1])):
        return False
    words = words_of(title)
    return not is_outlet_like(parts[-1]) and any(words_of(heading)[-len(words) :] == words for heading in headings)


def tails(stated: Sequence[Reference]) -> list[str]:
    """What stands at the far end of titles beside the headline: the site's name, where the site does not say it.

    Those first that two titles have, or that are names of outlets by their form; sections and long parts are left out.
    """
    found = []
    for one in stated:
        before, _, after = one.raw.partition(one.text) if one.text in one.raw else ("", "", "")
        ends = [part.strip().lstrip(": ") for part in (SEPARATOR.split(after)[-1], SEPARATOR.split(before)[0])]
        found += [end for end in ends if 0 < len(words_of(end)) <= 5 and end.lower() not in SECTIONS and end[-1] != ":"]
    return sorted(dict.fromkeys(found), key=lambda end: -found.count(end) - is_outlet_like(end))


def without_site(title: str, site: Site, others: Sequence[str], *, sure: bool) -> str:
    """A title without the name of its site or section before or after it.

    `others` are the page's other headings and titles. `sure`: the title is one that seldom carries the site's name
    (og:title), of which only what is known to be the site's name goes, or what a bar sets off.
    """
    parts = [part for part in dict.fromkeys((*runs_of(title), *_parts(title))) if part]
    if not parts:
        return title
    also = [part for part in parts if any(is_same(part, other) for other in others) and not site.is_named(part)]
    longest = max(also, key=lambda part: len(words_of(part)), default="")
    return longest if len(words_of(longest)) >= 2 else _stripped(title, site, sure)


def runs_of(title: str) -> list[str]:
    """The pieces of a title between its separators, and each two or more of them that stand side by side; nothing
    where it is one piece."""
    marks = list(SEPARATOR.finditer(title))[:_MOST_SEPARATORS]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(title)]
    runs = [title[start:end].strip() for at, start in enumerate(starts) for end in ends[at:]]
    return [run for run in runs if run and run != title] if marks else []


def _parts(title: str) -> list[str]:
    """What stands before and behind each place at which something may be set before or after a headline."""
    marks = [*SEPARATOR.finditer(title), *_COLON.finditer(title)]
    parts = [title[: mark.start()] for mark in marks] + [title[mark.end() :] for mark in marks]
    return [part.strip() for part in parts]


def _main_parts(title: str) -> list[str]:
    """The parts of a title that are more than half of it and name no outlet by their form."""
    half = len(words_of(title)) / 2
    return [part for part in _parts(title) if len(words_of(part)) > half and not is_masthead_like(part)]


def _stripped(title: str, site: Site, sure: bool) -> str:
    """Take parts off the end, then off the start, as long as they are names of the site or sections."""
    while (marks := list(SEPARATOR.finditer(title))) and _goes(
        title[marks[-1].end() :], title[: marks[-1].start()], marks[-1][0], site, sure
    ):
        title = title[: marks[-1].start()]
    while (mark := SEPARATOR.search(title)) and _goes(title[: mark.start()], title[mark.end() :], "", site, True):
        title = title[mark.end() :]
    return title.strip()


def _without_masthead(title: str) -> str:
    """A title that no heading repeats, without the outlet's name before it (`جريدة الأصيل - …`). Before a colon stands
    who says something, and «صحيفة أمريكية» is any."""
    mark = SEPARATOR.search(title)
    if mark is None or ":" in mark[0]:
        return title
    name, rest = title[: mark.start()], title[mark.end() :]
    is_named = any(not word.endswith(("ية", "يه")) or word.startswith("ال") for word in name.split()[1:])
    return rest.strip() if is_named and len(words_of(rest)) >= 3 and is_masthead_like(name) else title


def _without_names(heading: str, site: Site) -> str:
    """A heading without the site's name and links to itself; a word such as «عاجل» is the editor's and stays."""
    heading = heading.strip("#¶|• ")
    marks = list(SEPARATOR.finditer(heading))
    if marks and site.is_named(heading[marks[-1].end() :]):
        return heading[: marks[-1].start()].strip()
    if marks and site.is_named(heading[: marks[0].start()]):
        return heading[marks[0].end() :].strip()
    return heading


def _goes(part: str, rest: str, separator: str, site: Site, sure: bool) -> bool:
    """Whether a part at a title's edge is no part of the headline."""
    if not rest.strip():
        return False
    if not part.strip() or site.is_named(part) or part.strip().lower() in SECTIONS:
        return True
    count, rest_count = len(words_of(part)), len(words_of(rest))
    barred = bool(_SURE_SEPARATOR.fullmatch(separator))
    if (sure and not barred) or rest_count < 3 or count > 6 or count >= rest_count:
        return False
    if is_masthead_like(part) or (is_outlet_like(part) and count <= 4):
        return True
    return barred or (count <= 3 and not site.names)


def find_headline(tree: _Element, stated: Sequence[Reference], site: Site) -> _Element | None:
    """The element that holds the headline; None where no heading can be it."""
    best, best_score = None, 0.0
    for element in candidates(tree):
        text = text_of(element)
        score = _score(element, text, stated, site) if text else 0.0
        if score > best_score:
            best, best_score = element, score
    return best if best is not None else _find_unmarked(tree, stated)


def _find_unmarked(tree: _Element, stated: Sequence[Reference]) -> _Element | None:
    """The first element of the article, of any kind, that shows nothing but a stated title: old sites know no h1."""
    texts = [text for reference in stated for text in (reference.text, *_main_parts(reference.text))]
    titles = {" ".join(words_of(text)) for text in texts if len(words_of(text)) >= _FEWEST_WORDS}
    beginnings = {title.split()[0] for title in titles}
    for element in islice(UNMARKED(tree), MOST_UNMARKED) if titles else ():
        own = words_of((element.text or "")[:200])
        if not own or own[0] not in beginnings or " ".join(words_of(text_of(element))) not in titles:
            continue
        if not any(is_side(parent) for parent in element.iterancestors()):
            return element
    return None


def candidates(tree: _Element) -> Iterator[_Element]:
    """Elements that may hold the headline, in order."""
    count = 0
    for element in _HEADINGS(tree):
        named = element.tag == "h1" or "headline" in (element.get("itemprop") or "").split()
        if named or element.tag in {"h2", "h3"} or _has_title_class(element):
            count += 1
            if count > _MOST_HEADINGS:
                return
            yield element


def _has_title_class(element: _Element) -> bool:
    given = element.get("class", "")
    return ("title" in given or "headline" in given or "p-name" in given) and bool(_TITLE_CLASSES & names_of(element))


def _score(element: _Element, text: str, stated: Sequence[Reference], site: Site) -> float:
    if site.is_named(text) or len(text) > 500:
        return 0.0
    same = any(is_same(text, reference.text) for reference in stated)
    agreeing = same or any(agrees(text, reference.text) for reference in stated)
    own = "headline" in (element.get("itemprop") or "") or _has_title_class(element)
    score: float = 4.0 * same + 2.0 * agreeing + (element.tag == "h1") + 0.5 * own
    if not agreeing and element.tag != "h1" and not own:
        score = 0.0 if stated else 0.25  # a page without a title: its first heading is all that may be one
    beside = any(is_side(parent) for parent in element.iterancestors())
    return score - 3.0 * beside


def claim_title(headline: _Element | None, stated: Sequence[Reference], site: Site) -> Iterator[Claim]:
    """Claims for title and kicker: the heading first where a stated title agrees with it."""
    heading, kicker = _heading_of(headline, stated)
    heading = _without_names(heading, site)
    agreeing = heading and any(agrees(heading, reference.text) for reference in stated)
    rule = f"heading:{headline.tag}" if headline is not None else ""
    if agreeing:
        yield Claim(FieldName.TITLE, heading, rule)
    elif heading and not stated:
        yield Claim(FieldName.TITLE, heading, rule, sure=Sureness.LIKELY)
    for number, reference in enumerate(_by_support(stated)):
        lone = not agreeing and (reference.rule == "html:title" or number > 0)
        sure = Sureness.LIKELY if lone or heading else Sureness.SURE
        yield Claim(FieldName.TITLE, reference.text, reference.rule, reference.raw, sure)
    if heading and stated and not agreeing:
        yield Claim(FieldName.TITLE, heading, rule, sure=Sureness.DOUBTFUL)
    if kicker:
        yield Claim(FieldName.KICKER, kicker, "heading:within")


def _by_support(stated: Sequence[Reference]) -> list[Reference]:
    """Stated titles with those first that another one repeats; those cut short («…») last. One a text."""
    one_each = {reference.text: reference for reference in reversed(stated)}
    order = [reference for reference in stated if one_each[reference.text] is reference]
    return sorted(order, key=lambda reference: reference.text.endswith(("…", "...")))


def _heading_of(headline: _Element | None, stated: Sequence[Reference]) -> tuple[str, str]:
    """The heading's text and a kicker within it, where an element of the heading holds one."""
    if headline is None:
        return "", ""
    whole = text_of(headline)
    for child in list(islice(headline.iterdescendants(), _MOST_WITHIN)):
        text = text_of(child) if isinstance(child.tag, str) else ""
        if not text or text == whole:
            continue
        rest = text_of(headline, without=frozenset({child}))
        if rest and any(is_same(rest, reference.text) for reference in stated) and not _states(whole, stated):
            return rest, clean(text).strip(" :|-–—") if whole.startswith(text) and len(text) <= 60 else ""
        if rest and is_about_kicker(child) and not _states(whole, stated):
            return rest, text.strip(" :|-–—")
    return whole, ""


def _states(whole: str, stated: Sequence[Reference]) -> bool:
    return any(is_same(whole, reference.text) for reference in stated)
