"""Who wrote a page's article and who translated it: JSON-LD, the visible byline, metas, and marked-up names.

Not for the forms of names (`bylines`). The names of one source are taken together: two sources are never mixed,
but for a byline that says more than the markup does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import unquote

from lxml.etree import XPath, _Element

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.english_names import NEVER_IN_NAMES_EN
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.name_words import HEADING_WORDS
from generator.ingest.dissect.names import begins_with_given_name, is_agency, is_generic_credit
from generator.ingest.readers.pages.author_choice import Names, choose_names
from generator.ingest.readers.pages.bylines import bare_name, is_person, names_in, names_of_line, read_byline
from generator.ingest.readers.pages.classes import names_of
from generator.ingest.readers.pages.colophon import find_told_authors
from generator.ingest.readers.pages.json_ld import types_of
from generator.ingest.readers.pages.lines import SeenLine, is_in_other_cell
from generator.ingest.readers.pages.name_lines import is_of_work, names_below
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import clean, text_of
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.ingest.readers.pages.writer_boxes import first_line, is_in_card, linked_name, names_of_boxes
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.model.source import Claim, FieldName
from generator.text.word_sets import word_set

_FARTHEST = 14
_LEAST_PROSE = 60
_MOST_CLIMBS = 3
_METAS = ("parsely-author", "sailthru.author", "author", "article:author", "article:author_name", "og:article:author",
          "book:author", "dc.creator", "dcterms.creator", "dc.contributor.author", "citation_author", "byl",
          "cxenseparse:author", "cxenseparse:recs:author", "authors", "article.author", "news:author", "author_name",
          "article_author", "writer", "creator", "mediator_author")  # fmt: skip
_INVERTED = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
_MARKED_NAMES = word_set(
    "author byline authorname authors bylinename fn pauthor postauthor articleauthor writer writername "
    "entryauthor journalist columnist readercredits"
)
_MARKED = XPath(
    "descendant-or-self::*[@itemprop or @property or @rel or contains(@class, 'uthor') or contains(@class, 'yline')"
    " or contains(@class, 'riter') or contains(@class, 'fn') or contains(@class, 'ournalist')"
    " or contains(@class, 'olumnist') or contains(@data-testid, 'yline')"
    " or contains(@data-component, 'yline') or @data-hook='user-name' or contains(@class, 'reader-credits')]"
    "[not(self::link)]"
)
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_MOST_MARKED = 60
_MOST_WITHIN = 50
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|writers?|reporters?|journalists?|columnists?|contributors?|byline|auteur|profiles?|staff|"
    r"كاتب|الكاتب|كتاب|الكتاب|كُتّاب|كتّاب|مؤلف|المؤلف|محرر|صحفي|مراسل)/[^/?#]|[?&](?:author|writer)(?:_?id)?=\w",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*(?:by|بقلم|كتبت?|بواسطة)\s*:?\s+", re.IGNORECASE)
_NOT_LINKED = NEVER_IN_NAMES_EN | word_set(
    "all more view read see other about follow contact author authors article articles post posts profile page website "
    "المزيد كل جميع مقالات مواضيع اخر اخري"
)
_LONGEST_RUN = 4


def claim_authors(page: Page) -> Iterator[Claim]:
    """Claims for authors and translator, and for the agency where one stands in the author's place."""
    found = list(_sources(page))
    translators = {key_of(name) for label, names, _, _ in found if label is Label.TRANSLATOR for name in names}
    authors = [(_without(names, translators), rule, raw) for label, names, rule, raw in found if label is Label.AUTHOR]
    authors = [(names, rule, raw) for names, rule, raw in authors if names]
    if authors:
        names, rule, raw = choose_names(authors, arabic=page.arabic)
        sure = Sureness.SURE if rule.startswith(("json-ld", "text:byline")) else Sureness.LIKELY
        yield from (Claim(FieldName.AUTHOR, name, rule, raw if raw != name else "", sure) for name in names)
    seen: set[str] = set()
    for label, names, rule, raw in found:
        for name in names:
            if label is Label.TRANSLATOR and key_of(name) not in seen:
                seen.add(key_of(name))
                yield Claim(FieldName.TRANSLATOR, name, rule, raw if raw != name else "")
    yield from _claim_agency(page)


def _sources(page: Page) -> Iterator[tuple[Label, Names, str, str]]:
    """Names by source, in order of trust: label, names, rule, text they were read from."""
    for key, label in (("author", Label.AUTHOR), ("creator", Label.AUTHOR), ("translator", Label.TRANSLATOR)):
        if key != "creator" or not page.json_ld.strings("author"):
            yield label, tuple(_json_ld_names(page, key)), f"json-ld:{key}", ""
    yield from _bylines(page)
    for meta in _METAS:
        values = page.metas.named.get(meta, ())
        names = dict.fromkeys(name for value in values for name in _meta_names(meta, value, page))
        yield Label.AUTHOR, tuple(names), f"meta:{meta}", " | ".join(values)
    yield Label.AUTHOR, tuple(_twitter_names(page)), "meta:twitter:data1", ""
    yield from _marked(page)
    yield Label.AUTHOR, tuple(dict.fromkeys(_linked_names(page))), "link:author-page", ""
    below, raw = names_below(page)
    yield Label.AUTHOR, below, "text:name-line", raw
    told, raw = find_told_authors(page)
    yield Label.AUTHOR, told, "text:posted", raw


def _json_ld_names(page: Page, key: str) -> Iterator[str]:
    seen: set[str] = set()
    for node in page.json_ld.articles:
        for name in _names_in_node(page, node, key):
            if key_of(name) not in seen:
                seen.add(key_of(name))
                yield name
        if seen:
            return


def _names_in_node(page: Page, node: Mapping[str, object], key: str) -> Iterator[str]:
    for value in type(page.json_ld)((node,), False, (), page.json_ld.by_id).values(key):
        text = page.json_ld.text(value)
        organisation = isinstance(value, Mapping) and bool(types_of(value) & _ORGANISATIONS)
        for name in names_in(text, page.site):
            if not organisation or begins_with_given_name(name):
                yield name


def _bylines(page: Page) -> Iterator[tuple[Label, Names, str, str]]:
    """Visible bylines near the headline, labelled or set as one."""
    waiting: tuple[Label, str] | None = None
    gathered: dict[Label, list[str]] = {}
    raws: dict[Label, str] = {}
    is_behind = False
    for line in page.lines:
        is_behind = is_behind or (line.place > 0 and len(line.text) >= _LEAST_PROSE and ends_sentence(line.text))
        is_beside = not _is_near(line) or (line.place < 0 and is_in_other_cell(line, page.headline))
        if not line.text or line.picture or is_beside or (is_behind and _is_link(line)):
            continue
        if waiting is not None and line.text:
            label, raw = waiting
            names = names_of_line(line.text, page.site)
            _gather(gathered, raws, label, names, f"{raw} {line.text}")
        is_byline = len(line.text) <= 200 and not is_of_work(line)
        found = read_byline(" | ".join(line.parts), page.site) if is_byline else None
        waiting = (found[0], line.text) if found is not None and not found[1] else None
        if found is not None:
            _gather(gathered, raws, *found, line.text)
    for label, names_found in gathered.items():
        yield label, tuple(dict.fromkeys(names_found)), "text:byline", raws[label]


def _is_link(line: SeenLine) -> bool:
    """Whether all of a line is one link, as the headline of another article with its byline is."""
    around = islice((line.element, *line.element.iterancestors()), _MOST_CLIMBS)
    if any(each.tag == "a" for each in around):
        return True
    letters = _letters(line.text)
    return any(_letters(text_of(each)) == letters for each in islice(line.element.iter("a"), _MOST_WITHIN))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _gather(gathered: dict[Label, list[str]], raws: dict[Label, str], label: Label, names: Names, raw: str) -> None:
    if names and label not in gathered:
        gathered[label] = list(names)
        raws[label] = raw


def _is_near(line: SeenLine) -> bool:
    return 0 < line.place <= _FARTHEST or (line.place < 0 and line.steps <= 3)


def _meta_names(meta: str, value: str, page: Page) -> Iterator[str]:
    parts = [part.strip() for part in value.split(",")]
    if (
        meta in _INVERTED
        and len(parts) == 2
        and all(parts)
        and len(parts[0].split()) == 1
        and len(parts[1].split()) <= 2
    ):
        value = f"{parts[1]} {parts[0]}"  # Dublin Core and Google Scholar: `Doe, Jane`
    if "://" not in value:
        yield from names_in(value, page.site)


def _twitter_names(page: Page) -> Iterator[str]:
    """What WordPress plugins say to Twitter: `twitter:label1` "Written by", `twitter:data1` the name."""
    for number in ("1", "2"):
        label = key_of(page.metas.first(f"twitter:label{number}"))
        if label in {"written by", "by", "author", "كتب بواسطه", "كتبه", "بقلم", "الكاتب", "كاتب"}:
            yield from names_in(page.metas.first(f"twitter:data{number}"), page.site)


def _marked(page: Page) -> Iterator[tuple[Label, Names, str, str]]:
    """Names in itemprop, RDFa, `rel="author"`, microformats and classes, the most telling first."""
    by_rule: dict[str, dict[str, str]] = {"itemprop:author": {}, "link:author": {}, "class:byline": {}}
    for element, rule in islice(_marked_elements(page), _MOST_MARKED):
        for name in _names_of_marked(element, rule, page):
            by_rule[rule].setdefault(key_of(name), name)
    for rule, names in by_rule.items():
        yield Label.AUTHOR, tuple(names.values()), rule, ""


def _marked_elements(page: Page) -> Iterator[tuple[_Element, str]]:
    around = surroundings_of(page.headline)
    for element in _MARKED(page.tree):
        rule = _rule_of(element)
        within = islice(element.iterdescendants(), _MOST_WITHIN)
        if rule == "class:byline" and any(_rule_of(each) and text_of(each) for each in within):
            continue  # a box around the name: what else stands in it is not the name's
        if rule and not around.is_beside(element) and not is_in_card(element, around):
            yield element, rule


def _rule_of(element: _Element) -> str:
    properties = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
    if {"author", "schema:author", "dc:creator", "rnews:byline"} & set(properties):
        return "itemprop:author"
    if "author" in (element.get("rel") or "").lower().split():
        return "link:author"
    if element.get("data-hook") == "user-name":  # Wix, whose classes are noise
        return "class:byline"
    given = f"{element.get('class') or ''}{element.get('data-testid') or ''}{element.get('data-component') or ''}"
    return "class:byline" if given.strip() and names_of(element) & _MARKED_NAMES else ""


def _names_of_marked(element: _Element, rule: str, page: Page) -> tuple[str, ...]:
    inner = next((one for one in element.iterdescendants() if "name" in (one.get("itemprop") or "").split()), None)
    source = inner if inner is not None else element
    text = clean(source.get("content") or "") or text_of(source)
    if len(text) > 160:
        return names_of_boxes(element, page.site) if rule == "class:byline" else ()
    if rule != "class:byline":
        return tuple(names_in(text, page.site))
    found = read_byline(text, page.site)
    if found is not None and found[1]:
        return found[1] if found[0] is Label.AUTHOR else ()
    first = first_line(element)
    if read_cue(first) is not None:
        return ()  # the writer's other articles
    names = names_of_boxes(element, page.site) or names_of_line(first, page.site)
    names = names or names_of_line(text, page.site)
    linked = linked_name(source, page.site)
    runs_on = len(names) == 1 and len(linked) == 1 and _runs_on(names[0], linked[0])
    if linked and (runs_on or (not names and begins_with_given_name(linked[0]))):
        names = linked
    return tuple(name for name in names if len(name.split()) > 1)


def _runs_on(name: str, linked: str) -> bool:
    """Whether a name goes on behind a whole one that is a link, with what its bearer is: «سيمون براتشي صحفي مقيم»."""
    is_long = len(name.split()) > _LONGEST_RUN and name.startswith(linked)
    return is_long or (" " in linked and name.startswith(f"{linked} "))


def _linked_names(page: Page) -> Iterator[str]:
    """The names by the headline that lead to the page of an author (`/author/jane-doe`, `/كاتب/…`)."""
    for line in page.lines:
        if line.picture or line.prose or not _is_near(line) or page.is_of_entry(line.element):
            continue
        for link in islice(line.element.iter("a"), _MOST_WITHIN):
            text = text_of(link)
            if _AUTHOR_PAGE.search(unquote(link.get("href") or "")) and _may_be_linked(text):
                yield from names_in(text, page.site)


def _may_be_linked(text: str) -> bool:
    """Whether the text of a link to an author's page could be the author, and is no «كتّاب الرأي» or "All articles"."""
    words = key_of(_BY.sub("", text)).split()
    is_thing = bool(words) and (words[0] in HEADING_WORDS or words[0].startswith("ال"))
    return 2 <= len(words) <= 5 and not is_thing and not any(word in _NOT_LINKED for word in words)


def _without(names: Names, others: set[str]) -> Names:
    return tuple(name for name in names if key_of(name) not in others)


def _claim_agency(page: Page) -> Iterator[Claim]:
    """An agency in the place of an author is whose report it is."""
    stated = [(text, "json-ld:author") for text in page.json_ld.strings("author")]
    stated += [(value, f"meta:{meta}") for meta, value in page.metas.all(_METAS)]
    for text, rule in stated:
        name = bare_name(re.sub(r"^by\s+", "", text, flags=re.IGNORECASE))
        if (
            is_agency(name)
            and not is_generic_credit(name)
            and not page.site.is_named(name)
            and not is_person(name, page.site)
        ):
            yield Claim(FieldName.ORIGINAL_PUBLISHER, name, rule, sure=Sureness.LIKELY)
            return
