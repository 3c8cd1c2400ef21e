"""What the classes and ids of a page's elements say that they are: beside the article, in its head, about its date.

Data and the reading of names only; where an element stands is html_lines'.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml.etree import _Element

from generator.text.word_sets import word_set

_SPLIT = re.compile(r"[^A-Za-z0-9\u0600-\u06ff]+|(?<=[a-z])(?=[A-Z])")


_SIDE_TAGS = word_set("nav aside header footer form select option dialog menu")
_SIDE_ROLES = word_set("navigation complementary contentinfo search banner")
_SIDE_WORDS = word_set(
    "related relatednews relatedposts comment comments respond disqus sidebar widget widgets footer header masthead "
    "nav navbar navigation "
    "menu breadcrumb breadcrumbs mostread mostviewed most popular trending recommended recommendations recommend "
    "readmore readalso ticker newsletter subscribe ad ads advert advertisement promo promoted sponsored "
    "latest today weather clock prayer currency topbar currentdate todaydate datenow copyright outbrain taboola "
    "carousel "
    "slider crosslinks morenews othernews suggestions adjacent prevnext pagination pager cookie cookies consent modal "
    "popup calendar poll prayers"
)
_CRUMBS = word_set("breadcrumb breadcrumbs")
_NAV, _LISTS = word_set("nav"), word_set("ul ol")
_MOST_CRUMBS = 40
_PUBLISHED = re.compile(r"(?:تاريخ|تم|وقت)\s+(?:ال)?نشر|\bpublished\b", re.IGNORECASE)
_COMMENTS = re.compile(r"/(?:Comment|UserComments|Answer)$")
_ARTICLES = re.compile(r"/(?:\w*Article|BlogPosting)$")
_WHOLE_PAGE = 12  # blocks that no form for searching or signing up has
_EDGES = word_set("header footer")
# Whose head and foot are part of the article.
_ARTICLE_WORDS = word_set("entry post article art story content single node")
_LINE_TAGS, _MOST_LINKS = word_set("span p small"), 4
_PICTURE_TAGS = word_set("figure figcaption video audio picture object")
_PICTURE_WORDS = word_set("caption figcaption gallery photo slideshow wpcaption imagecaption credit")
_DATE_WORDS = word_set(
    "date dates time datetime timestamp published publish publishdate pubdate posted postdate postedon datepublished "
    "entrydate articledate newsdate dateline tarikh تاريخ"
)
_AUTHOR_WORDS = word_set(
    "author authors byline writer reporter contributor contributors journalist authorname columnist editor katib كاتب"
)
_STANDFIRST_WORDS = word_set(
    "standfirst deck dek subtitle subheadline subhead subheading subheader lede lead abstract strapline intro summary "
    "excerpt chapo tagline subtitulo teaser"
)
_KICKER_WORDS = word_set(
    "kicker eyebrow overline suptitle pretitle overtitle topline uptitle supertitle roofline kick toptitle headtitle"
)


def names_of(element: _Element) -> frozenset[str]:
    """The words of an element's classes, id and test names, in lower case, and what two or all of them make joined."""
    get = element.get
    given = f"{get('class', '')} {get('id', '')} {get('data-testid', '')} {get('data-component', '')}"
    return _names_in(given[:1000])


@lru_cache(maxsize=4096)
def _names_in(given: str) -> frozenset[str]:
    words: set[str] = set()
    for name in given.split():
        parts = [part.lower() for part in _SPLIT.split(name) if part]
        words.update(parts)
        words.update(map(str.__add__, parts, parts[1:]))
        words.add("".join(parts))
    return frozenset(words)


def is_side(element: _Element) -> bool:
    """Whether an element is not of the article, provided that the headline is not in it: menus, comments, related
    articles, what the day and the weather are."""
    if element.get("role") in _SIDE_ROLES:
        return True
    if element.tag in _SIDE_TAGS and not _is_edge(element) and not _is_whole_page(element):
        return True
    if _COMMENTS.search(element.get("itemtype") or ""):
        return True
    if element.tag in {"html", "body", "main", "article"}:
        return False
    side = _side_words(names_of(element))
    if not side or _is_of_facts(element, side):
        return False
    return not (side <= _EDGES and (names_of(element) & _ARTICLE_WORDS or _is_in_article(element)))


def _is_of_facts(element: _Element, side: frozenset[str]) -> bool:
    """Whether an element called a menu holds facts of the article: the last of the crumbs says when it was published;
    Bootstrap calls any row of items `nav`, and one without links has section, day, count of readers."""
    if side <= _CRUMBS:
        return _PUBLISHED.search("".join(islice(element.itertext(), _MOST_CRUMBS))) is not None
    return side <= _NAV and element.tag in _LISTS and next(element.iter("a"), None) is None


def _side_words(names: frozenset[str]) -> frozenset[str]:
    """The names that say that an element is beside the article, without those that systems give to any."""
    side = names & _SIDE_WORDS
    if "elementorwidget" in names or "tgmewidget" in names:
        side -= {"widget"}  # Elementor and Telegram call each element of a page so
    if "nodepromoted" in names:
        side -= {"promoted"}  # Drupal's word for an article that is to stand on the front page too
    if side == {"comments"} and names & _DATE_WORDS:
        side -= {"comments"}  # a line that gives the day and how many comments there are
    if names & {"relatedtopics", "relatedtags"}:
        side -= {"related"}  # the article's own
    if "dateheader" in names:
        side -= {"header"}  # the day above the entries of a day (Blogger, TypePad)
    return side


def is_article_scope(element: _Element) -> bool:
    """Whether an element is an article by its microdata: another one, where the headline is not in it."""
    return bool(_ARTICLES.search(element.get("itemtype") or ""))


def _is_edge(element: _Element) -> bool:
    """Whether an element is the head or foot of an article and not of the page."""
    if element.tag not in _EDGES:
        return False
    return _is_in_article(element) or bool(names_of(element) & _ARTICLE_WORDS)


def _is_in_article(element: _Element) -> bool:
    """Whether an element stands in one that says, by its tag or its microdata, that it is an article."""
    return any(parent.tag in {"article", "main"} or is_article_scope(parent) for parent in element.iterancestors())


def _is_whole_page(element: _Element) -> bool:
    """Whether a form is the one that ASP.NET puts around all of a page, and not one to fill in."""
    parent = element.getparent()
    if element.tag != "form" or parent is None or parent.tag != "body":
        return False
    blocks = sum(1 for _ in islice(element.iter("div", "p", "ul"), _WHOLE_PAGE))
    return blocks == _WHOLE_PAGE or next(element.iter("table", "h1", "article", "main"), None) is not None


def is_picture(element: _Element) -> bool:
    """Whether an element is a picture, a film, or what is said of one; an article may be of the kind of galleries."""
    if element.tag in {"article", "main", "body"}:
        return False
    return element.tag in _PICTURE_TAGS or (bool(names_of(element) & _PICTURE_WORDS) and not _links_author(element))


def _links_author(element: _Element) -> bool:
    """Whether a line that is called a caption names the writer of the page, as `<a rel="author">` does."""
    links = islice(element.iter("a"), _MOST_LINKS) if element.tag in _LINE_TAGS else ()
    return any("author" in (link.get("rel") or "").lower().split() for link in links)


def is_about_date(element: _Element) -> bool:
    """Whether an element's names say that it holds a date."""
    return element.tag == "time" or bool(names_of(element) & _DATE_WORDS)


def is_about_author(element: _Element) -> bool:
    """Whether an element's names say that it holds a byline."""
    return bool(names_of(element) & _AUTHOR_WORDS)


def is_about_standfirst(element: _Element) -> bool:
    """Whether an element's names say that it holds a standfirst; Drupal calls a body `type-text-with-summary`, and K2
    the part of a text that it lists `itemIntroText`."""
    names = names_of(element)
    other = {"summary" if "withsummary" in names else "", "intro" if "itemintrotext" in names else ""}
    return bool(names & _STANDFIRST_WORDS - other)


def is_about_kicker(element: _Element) -> bool:
    """Whether an element's names say that it holds a kicker."""
    return bool(names_of(element) & _KICKER_WORDS)
