"""What a page says that it is about: its tags and its section.

Not for tagging by the vocabulary (generator.ingest.tagging), which reads the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import XPath

from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_outlet_like, split_names
from generator.ingest.readers.pages.crumbs import crumbs_shown
from generator.ingest.readers.pages.json_ld import items, types_of
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.section_lines import section_shown
from generator.ingest.readers.pages.strings import clean, is_same, text_of, words_of
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.ingest.readers.pages.tag_lists import is_beside, listed_tags, tags_by_address
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName

_MOST_TAGS = 40
_LONGEST_TAG = 60
_TAG_METAS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "dc.subject",
              "dcterms.subject", "citation_keywords", "cxenseparse:recs:keywords", "swiftype:tags", "tags")  # fmt: skip
_SECTION_METAS = ("article:section", "og:article:section", "og:section", "parsely-section", "cxenseparse:recs:category",
                  "cxenseparse:category", "cxenseparse:section", "sailthru.section", "prism.section", "dc.type.section",
                  "section", "category", "article_section", "page_section", "cg:section")  # fmt: skip
_SECTION_COMMA = re.compile(r"\s*[،;؛|]\s*|,(?!\s)")  # «Arts, Culture» is one section
_COMMA = re.compile(r"\s*[,،;؛|\n]\s*")
_KEYWORDS = XPath("descendant-or-self::*[contains(@itemprop, 'keywords')]")
_IN_SECTION = XPath("descendant-or-self::*[contains(@itemprop, 'articleSection')]")
_RELATED = XPath("descendant-or-self::a[contains(@rel, 'tag')]")
_SHOWN = ("link:tag", "list:tags")
_MOST_LINKS = 500
_DASH = " - "
_FEWEST_OF_TITLE, _MOST_OF_TITLE = 4, 0.6
_LIKELY = ("breadcrumb", "link", "meta:category", "meta:section", "class", "text", "menu", "html")
_GENERIC = frozenset(
    key_of(word)
    for word in [
        "news",
        "latest news",
        "latest",
        "latest headlines",
        "top news",
        "breaking news",
        "breaking",
        "home",
        "homepage",
        "article",
        "articles",
        "story",
        "uncategorized",
        "general",
        "featured",
        "top stories",
        "headlines",
        "أخبار",
        "اخبار",
        "الأخبار",
        "خبر",
        "اخر الاخبار",
        "أخبار عاجلة",
        "عاجل",
        "مباشر",
        "الرئيسية",
        "الصفحة الرئيسية",
        "غير مصنف",
        "عام",
        "مقال",
        "مقالات",
        "slider",
        "سلايدر",
        "سلايد",
        "main",
        "index",
        "blog",
        "posts",
        "tags",
        "tag",
        "archive",
        "archives",
        "الأرشيف",
        "أرشيف",
        "وسوم",
        "post",
        "more",
        "read more",
        "see all",
        "المزيد",
    ]
)


def claim_tags(page: Page, authors: Sequence[str] = ()) -> Iterator[Claim]:
    """One claim a tag, each tag once, in the order of the sources that say them. The names of its `authors`, which
    systems write among the words for machines, say nothing of what an article is about."""
    writers = set(map(key_of, authors))
    seen: set[str] = set()
    for tag, rule in _tags(page):
        key = key_of(tag)
        is_writer = rule not in _SHOWN and writers.issuperset(map(key_of, split_names(tag)))
        if key and key not in seen and not is_writer and _is_tag(tag, page):
            seen.add(key)
            yield Claim(FieldName.KEYWORD, tag, rule, sure=_sure_of(rule))
            if len(seen) >= _MOST_TAGS:
                return


def claim_section(page: Page) -> Iterator[Claim]:
    """Claims for the section, the most direct statement first."""
    seen: set[str] = set()
    for name, rule in _sections(page):
        if name and len(name) <= _LONGEST_TAG and key_of(name) not in seen | _GENERIC and not page.site.is_named(name):
            seen.add(key_of(name))
            likely = rule.startswith(_LIKELY)
            yield Claim(FieldName.SECTION, name, rule, sure=Sureness.LIKELY if likely else Sureness.SURE)


def _tags(page: Page) -> Iterator[tuple[str, str]]:
    found = list(_stated_tags(page))
    found += [(text, "link:tag") for text in _linked(page, "tag")]
    found += [(text, "list:tags") for text in listed_tags(page)]
    found = found or [(text, "list:tags") for text in tags_by_address(page)]
    yield from found
    if not found:
        given = [_COMMA.split(value) for _, value in page.metas.all(("keywords",))]
        own = (_beside_title(tags, page) for tags in given if not _are_of_site(tags, page))
        yield from ((tag, "meta:keywords") for tags in own for tag in tags)


def _beside_title(tags: Sequence[str], page: Page) -> Sequence[str]:
    """Keywords without those that a program has made of the title, a word each: `ferry, line, to, reopen`."""
    title = set(words_of(page.title))
    others = [tag for tag in tags if not title.issuperset(words_of(tag)) or len(words_of(tag)) > 1]
    made = len(tags) - len(others)
    return others if made >= max(_FEWEST_OF_TITLE, _MOST_OF_TITLE * len(title)) else tags


def _are_of_site(tags: Sequence[str], page: Page) -> bool:
    """Whether keywords are those of each page of the site: they name it, and nothing that the article speaks of."""
    of_site = [tag for tag in tags if page.site.is_named(tag) or is_outlet_like(tag)]
    text = " ".join([page.title, *(line.text for line in page.lines if line.place > 0)])
    for name in (*of_site, *(name for name, _ in page.site.names)):
        text = text.replace(name, " ")
    words = set(key_of(text).split())
    return bool(of_site) and not any(set(key_of(tag).split()) <= words for tag in tags if tag and tag not in of_site)


def _stated_tags(page: Page) -> Iterator[tuple[str, str]]:
    for text in page.json_ld.strings("keywords"):
        yield from ((tag, "json-ld:keywords") for tag in _COMMA.split(text))
    for name in _TAG_METAS:
        values = (_COMMA.split(value) for _, value in page.metas.all((name,)))
        yield from ((tag, f"meta:{name}") for tag in _without_groups([tag for tags in values for tag in tags]))
    for element in islice(_KEYWORDS(page.tree), _MOST_TAGS):
        value = element.get("content") or text_of(element)
        yield from ((tag, "itemprop:keywords") for tag in _COMMA.split(clean(value)))


def _without_groups(tags: Sequence[str]) -> Iterator[str]:
    """Tags without the names of groups that a system writes before them, `Topics - Coast, Topics - Ferry`: what stands
    before a dash in several, or says twice the same."""
    pieces = [tag.partition(_DASH) for tag in tags]
    before = Counter(group for group, dash, _ in pieces if dash)
    doubled = {group for group, _, tag in pieces if group == tag}
    groups = {group for group in before if before[group] > 1 or group in doubled}
    for group, dash, tag in pieces:
        if dash and group in groups:
            yield from [tag] if group != tag else []
        elif group not in groups or dash:
            yield f"{group}{dash}{tag}"


def _linked(page: Page, relation: str) -> Iterator[str]:
    """The texts of links to lists of the same tag (microformats rel-tag), beside no other article."""
    around = surroundings_of(page.headline).members
    for link in islice(_RELATED(page.tree), _MOST_LINKS):
        relations = (link.get("rel") or "").lower().split()
        own = relation in relations and (relation == "category" or "category" not in relations)
        if own and not is_beside(link, around):
            yield text_of(link).lstrip("#").strip()


def _is_tag(tag: str, page: Page) -> bool:
    if len(tag) > _LONGEST_TAG or key_of(tag) in _GENERIC or page.site.is_named(tag) or is_same(tag, page.title):
        return False
    return any(character.isalpha() for character in tag) and "://" not in tag and "@" not in tag


def _sure_of(rule: str) -> Sureness:
    return Sureness.LIKELY if rule in {"meta:keywords", "link:tag", "list:tags"} else Sureness.SURE


def _sections(page: Page) -> Iterator[tuple[str, str]]:
    direct = [(value, f"meta:{name}") for name, value in page.metas.all(_SECTION_METAS[:1])]
    direct += [(text, "json-ld:articleSection") for text in page.json_ld.strings("articleSection")]
    direct += [(value, f"meta:{name}") for name, value in page.metas.all(_SECTION_METAS[1:])]
    direct += [
        (clean(one.get("content") or "") or text_of(one), "itemprop:articleSection")
        for one in _IN_SECTION(page.tree)[:5]
    ]
    for value, rule in direct:
        yield from ((part, rule) for part in _SECTION_COMMA.split(value))
    yield from ((text, "breadcrumb:json-ld") for text in _crumbs(page))
    yield from ((text, "breadcrumb:links") for text in crumbs_shown(page))
    yield from ((text, "link:category") for text in _linked(page, "category"))
    yield from section_shown(page)


def _crumbs(page: Page) -> Iterator[str]:
    """The last crumb before the article itself."""
    for node in page.json_ld.of_type("breadcrumblist"):
        names = [_name_of_crumb(crumb) for crumb in sorted(items(node.get("itemListElement")), key=_position)]
        names = [name for name in names if name and key_of(name) not in _GENERIC and not page.site.is_named(name)]
        if len(names) > 1 and not any(is_same(names[-1], text) for text in [page.title]):
            yield names[-1] if len(names[-1].split()) <= 3 else names[-2]
        elif len(names) > 1:
            yield names[-2]


def _position(crumb: object) -> float:
    position = crumb.get("position") if isinstance(crumb, dict) else None
    try:
        return float(str(position))
    except ValueError:
        return 0.0


def _name_of_crumb(crumb: object) -> str:
    if not isinstance(crumb, dict) or not (types_of(crumb) & {"listitem"} or "item" in crumb):
        return ""
    inner = crumb.get("item")
    name = crumb.get("name") or (inner.get("name") if isinstance(inner, dict) else "")
    return clean(name) if isinstance(name, str) else ""
