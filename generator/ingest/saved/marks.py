"""What the names of elements say of their place in a page: the body of an article, or what is put around it.

Names are those that common systems write (WordPress, Drupal, Joomla, Blogger, Arabic newspapers' own). They are hints:
whoever reads them looks at the text too.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of

_BODY = re.compile(
    r"(?:^|[\s_-])(?:article[_-]{0,2}(?:body|content|text|desc|details|inner)|(?:entry|post|story|news|node|single|"
    r"td-post|detail|details|topic|page|main)[_-]{0,2}(?:content|body|text)|articlebody|newsbody|storybody|post_content|field-name-body|"
    r"field--name-body|body-copy|paragraph-list|articlecontent|item(?:full|intro)text|item-page|wysiwyg|rich-?text|"
    r"news-?_?details?|subject-?_?content|art-?(?:content|text|body)|article_content|p-content|entry)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What stands with a body and has its name from it: `article-content-sign-up`.
_OF_BODY = re.compile(
    r"[_-]{1,2}(?:sign-?up|news-?letter|related|share|sharing|comments?|promo|subscribe|ads?|advert|footer|tags|"
    r"recommend(?:ed|ations?)?|read-?more|galler(?:y|ies)|carousel|slide-?show)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Words that stand alone above a place for advertising.
ADVERTISING = frozenset(
    {"advertisement", "advertising", "advertisment", "ad", "sponsored", "إعلان", "اعلان", "إعلانات", "الإعلانات"}
)
_HOLDERS = frozenset({"div", "section", "article", "td", "main"})
# Where pages that are made by programs say it, whose classes are noise: `<section name="articleBody" class="css-1fx">`.
_NAMING = ("itemprop", "property", "name", "data-testid", "data-qa", "data-component", "data-role")
_SAYS_BODY = re.compile(r"(?:^|[\s:_-])(?:article|story)-?_?body(?:$|\s)", re.IGNORECASE)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:related|relative-?_?(?:news|articles?|posts?|stories|topics?)|recommend(?:ed|ations?)?|read-?_?(?:also|more|next)|see-?_?also|more-?_?(?:news|stories|"
    r"from)|most-?_?(?:read|viewed|popular)|popular|trending|side-?bar|widget|widgets|share|sharing|social|share-?bar|"
    r"addtoany|sharedaddy|jp-relatedposts|comments?|disqus|respond|newsletter|subscribe|subscription|promo|advert|"
    r"advertisement|ads?|adsense|banner|sponsored|taboola|outbrain|breadcrumbs?|pagination|tags?|tag-?_?list|author-?_?(?:"
    r"box|bio|info)|footer|nav|navbar|menu|cookie|cookies|consent|gdpr|popup|modal|print|tool-?_?(?:bar|s)|copyright|latest|"
    r"more-?_?articles|crp_related|yarpp|next-?_?prev|post-?_?navigation|follow)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_MOST_CLIMBS = 40
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.IGNORECASE)
# Elementor and Telegram call each element of a page a widget.
_WIDGETS = ("elementor-", "tgme_", "js-widget_")
_ABOUT_OTHERS = (*_WIDGETS, "tag-", "category-", "has-", "with-", "no-", "is-", "col-", "single-", "page-", "post-")


def names_of(element: HtmlElement) -> str:
    """The classes and the id of an element on one line."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def own_names(element: HtmlElement) -> str:
    """The names that say what an element is, without those that say what else is on its page, or what it is about."""
    return " ".join(name for name in names_of(element).split() if not name.lower().startswith(_ABOUT_OTHERS))


def is_body(element: HtmlElement) -> bool:
    """Whether an element says that it holds the body of an article."""
    return bool(body_name(element))


def body_name(element: HtmlElement) -> str:
    """The name with which an element says that it holds the body of an article, its words run together; empty where it
    does not."""
    if tag_of(element) not in _HOLDERS:
        return "articlebody" if "articlebody" in (element.get("itemprop") or "").lower() else ""
    given = (element.get(name) or "" for name in _NAMING)
    if any(_SAYS_BODY.search(each) for each in given):
        return "articlebody"
    for found in _BODY.finditer(names_of(element)):
        if not _OF_BODY.match(found.string, found.end() - found[0].endswith(tuple("_-"))):
            return re.sub(r"[\s_-]", "", found[0]).lower()
    return ""


def find_body(block: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The element nearest around a block that says to hold the article's body; `known` are those found before."""
    path = []
    body = None
    for element in (block, *block.iterancestors()):
        if element in known:
            body = known[element]
            break
        path.append(element)
        if is_body(element):
            body = element
            break
    known.update(dict.fromkeys(path, body))
    return body


def is_beside(element: HtmlElement) -> bool:
    """Whether an element itself says by its names that it is no part of the article's own text."""
    return bool(_AROUND.search(own_names(element)))


def is_around(element: HtmlElement, limit: HtmlElement | None = None) -> bool:
    """Whether an element, or one around it below `limit`, says that it is no part of the article's own text."""
    within: HtmlElement | None = element
    for _ in range(_MOST_CLIMBS):
        if within is None or within is limit or tag_of(within) == "body":
            return False
        if tag_of(within) in _AROUND_TAGS or (is_beside(within) and not leads_to_picture(within)):
            return True
        within = within.getparent()
    return False


def leads_to_picture(element: HtmlElement) -> bool:
    """Whether an element is a link to a picture in full size: its names say how that opens."""
    return tag_of(element) == "a" and bool(_PICTURE_FILE.search(element.get("href") or ""))


def is_within(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether an element is `root` or stands in it."""
    return element is root or any(each is root for each in element.iterancestors())
