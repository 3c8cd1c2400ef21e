"""What the names of elements say of their place in a page: the body of an article, or what is put around it.

Names are those that common systems write (WordPress, Drupal, Joomla, Blogger, Arabic newspapers' own). They are hints:
whoever reads them looks at the text too.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of

_BODY = re.compile(
    r"(?:^|[\s_-])(?:article[_-]*(?:body|content|text|desc|details|inner)|(?:entry|post|story|news|node|single|td-post|"
    r"detail|details|topic|page|main)[_-]*(?:content|body|text)|articlebody|newsbody|storybody|post_content|field-name-body|"
    r"field--name-body|body-copy|paragraph-list|articlecontent|itemfulltext|item-page|wysiwyg|rich-?text|"
    r"news-?_?details?|subject-?_?content|artcontent|article_content|p-content|entry)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:related|relative|recommend(?:ed|ations?)?|read-?_?(?:also|more|next)|see-?_?also|more-?_?(?:news|stories|"
    r"from)|most-?_?(?:read|viewed|popular)|popular|trending|side-?bar|widget|widgets|share|sharing|social|share-?bar|"
    r"addtoany|sharedaddy|jp-relatedposts|comments?|disqus|respond|newsletter|subscribe|subscription|promo|advert|"
    r"advertisement|ads?|adsense|banner|sponsored|taboola|outbrain|breadcrumbs?|pagination|tags?|tag-?_?list|author-?_?(?:"
    r"box|bio|info)|footer|nav|navbar|menu|cookie|cookies|consent|gdpr|popup|modal|print|toolbar|copyright|latest|"
    r"more-?_?articles|crp_related|yarpp|next-?_?prev|post-?_?navigation|follow)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_MOST_CLIMBS = 40
_ABOUT_OTHERS = ("tag-", "category-", "has-", "with-", "no-", "is-", "col-", "single-", "page-", "post-")


def names_of(element: HtmlElement) -> str:
    """The classes and the id of an element on one line."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _own_names(element: HtmlElement) -> str:
    """The names that say what an element is, without those that say what else is on its page, or what it is about."""
    return " ".join(name for name in names_of(element).split() if not name.lower().startswith(_ABOUT_OTHERS))


def is_body(element: HtmlElement) -> bool:
    """Whether an element says that it holds the body of an article."""
    if "articlebody" in (element.get("itemprop") or "").lower():
        return True
    return tag_of(element) in ("div", "section", "article", "td", "main") and bool(_BODY.search(names_of(element)))


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
    return bool(_AROUND.search(_own_names(element)))


def is_around(element: HtmlElement, limit: HtmlElement | None = None) -> bool:
    """Whether an element, or one around it below `limit`, says that it is no part of the article's own text."""
    within: HtmlElement | None = element
    for _ in range(_MOST_CLIMBS):
        if within is None or within is limit:
            return False
        if tag_of(within) in _AROUND_TAGS or is_beside(within):
            return True
        within = within.getparent()
    return False
