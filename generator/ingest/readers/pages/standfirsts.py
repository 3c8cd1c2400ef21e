"""The standfirst of a page's article: what is set as one below the headline, and the descriptions that a page states.

Not for whether the line stays in the text as well (generator.ingest.saved.facts_above, generator.ingest.claims).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.readers.pages.lines import SeenLine
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import clean, is_same, text_of, words_of
from generator.ingest.readers.pages.undated import undated
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.model.source import Claim, FieldName

_CUT = re.compile(r"(?:\.\.\.?|…|\[…\]|\[\.\.\.\])\s*$")
_LONGEST_STANDFIRST, _SHORTEST_STANDFIRST = 700, 20
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_FARTHEST, _MOST_OF_LABEL = 6, 4
_MOST_STEPS, _LONGEST_CALL = 2, 40
_HEADINGS = frozenset({"h2", "h3", "h4"})
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description", "dcterms.description",
                 "dcterms.abstract", "sailthru.description", "parsely-description")  # fmt: skip
_SITE_WORDS = re.compile(
    r"^(?:\S+\s){0,2}(?:موقع|صحيفة|بوابة|قناة|شبكة|وكالة)\s|تغطية\s+(?:شاملة|مستمرة)|latest news|breaking news|"
    r"your source|news from|official (?:site|website)",
    re.IGNORECASE,
)


def claim_standfirst(page: Page) -> Iterator[Claim]:
    """Claims for the standfirst: what is set as one below the headline, then descriptions that are not cut from the
    body nor said of the whole site."""
    seen: set[str] = set()
    for text, rule, sure in _standfirsts(page):
        if (
            _SHORTEST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST
            and key_of(text) not in seen
            and not is_same(text, page.title)
        ):
            seen.add(key_of(text))
            yield Claim(FieldName.STANDFIRST, text, rule, sure=sure)


def _standfirsts(page: Page) -> Iterator[tuple[str, str, Sureness]]:
    body = [line for line in page.lines if line.place > 0 and not line.picture]
    near = (line for line in body if line.place <= _FARTHEST and len(line.text) >= _SHORTEST_STANDFIRST)
    named = next((line for line in near if line.standfirst and _may_be(line, page)), None)
    if named is not None:
        yield named.text, "class:standfirst", Sureness.SURE
    elif (seen := _above_byline(body, page)) is not None:
        yield seen.text, "seen:standfirst", Sureness.LIKELY
    stated = [(text, "json-ld:description") for text in page.json_ld.strings("description")]
    stated += [(value, f"meta:{name}") for name, value in page.metas.all(_DESCRIPTIONS)]
    of_site = {
        key_of(clean(str(node.get("description") or "")))
        for node in page.json_ld.of_type("website", "organization", "newsmediaorganization")
    }
    for text, rule in ((_without_call(text, page), rule) for text, rule in stated):
        if key_of(text) not in of_site and not _is_of_body(text, body, page) and not _is_of_site(text, page):
            yield text, rule, Sureness.DOUBTFUL if _CUT.search(text) else Sureness.LIKELY


def _without_call(text: str, page: Page) -> str:
    """A description without the sentence before it that calls to read the article, by its title, on the site: "Read
    'Ferry to return' on The Bay Courier"."""
    before, title, behind = text.partition(page.title or "\0")
    first, stop, rest = behind.partition(". ")
    is_short = len(before) <= _LONGEST_CALL and len(first) <= _LONGEST_CALL
    names = (key_of(name) for name, _ in page.site.names)
    is_call = bool(title and stop) and is_short and any(name in key_of(first) for name in names)
    return rest.strip() if is_call else text


def _may_be(line: SeenLine, page: Page) -> bool:
    """Whether a line may be a standfirst: it gives no day and no writer, and is no point of a list and no link."""
    is_other = (
        line.date or line.author or _is_byline(line) or not undated(line, arabic=page.arabic) or _is_of_list(line)
    )
    is_label = line.text.endswith(":") and len(line.text.split()) <= _MOST_OF_LABEL
    return not (is_other or is_label or _is_link(line))


def _above_byline(body: Sequence[SeenLine], page: Page) -> SeenLine | None:
    """The line between the headline and the byline, in one element with both, that says something: tools for sending
    and printing the page may stand between."""
    first = next(iter(body), None)
    if first is None or first.place != 1 or first.steps != 1 or first.kicker or not _may_be(first, page):
        return None
    others = (line for line in body[1:_FARTHEST] if not _is_link(line))
    below = next(others, None)
    if below is None or below.steps > _MOST_STEPS or not (below.author or below.date or _is_byline(below)):
        return None
    words = len(first.text.split())
    says = words >= _FEWEST_WORDS or (words > 1 and ends_sentence(first.text))
    is_bare = next(first.element.iter("a"), None) is None and not is_boilerplate(first.text)
    return first if says and words <= _MOST_WORDS and is_bare else None


def _is_byline(line: SeenLine) -> bool:
    """Whether a line begins with a word that stands before its writer's name."""
    first = line.text.split(maxsplit=1)[0] if line.text else ""
    return CLOSED.get(key_of(first)) is Label.AUTHOR


def _is_link(line: SeenLine) -> bool:
    """Whether all of a line is one link."""
    links = (each for each in (line.element, *line.element.iterdescendants("a")) if each.tag == "a")
    return any(text_of(link) == line.text for link in links)


def _is_of_list(line: SeenLine) -> bool:
    """Whether a line is one of the points in which a page sums its article up."""
    parent = line.element.getparent()
    return line.element.tag == "li" and parent is not None and len(parent) > 1


def _is_of_body(text: str, body: list[SeenLine], page: Page) -> bool:
    """Whether a description is only the beginning of the text, word for word."""
    bare = words_of(_CUT.sub("", text))
    for line in body:
        words = words_of(line.text)
        if bare and not line.standfirst and line.element.tag not in _HEADINGS and words[: len(bare)][:-1] == bare[:-1]:
            return len(bare) < len(words) or line.place > 1
    in_full = next(iter(page.json_ld.strings("articleBody")), "")
    if bare and words_of(in_full)[: len(bare)][:-1] == bare[:-1]:
        return True
    told = (line for line in body if line.element.tag not in _HEADINGS)
    together = tuple(word for line in told for word in words_of(line.text))
    return (
        any(together[at : at + len(bare) - 1] == bare[:-1] for at in range(len(together)) if together[at] == bare[0])
        and len(bare) > 25
        if bare
        else True
    )


def _is_of_site(text: str, page: Page) -> bool:
    """Whether a description speaks of the site and not of the article."""
    shared = set(words_of(text)) & set(words_of(page.title))
    named = any(key_of(name) in key_of(text) for name, _ in page.site.names)
    return len(shared) < 2 and (named or bool(_SITE_WORDS.search(text)))
