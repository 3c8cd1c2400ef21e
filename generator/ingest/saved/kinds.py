"""What a saved page is where it is no whole article: an error, a wall in front of the article, a list of others.

Told by the page's own words and form, so that a person knows what to do with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.choice import is_brief
from generator.ingest.saved.segments import Segment, key_of

LEAST_BODY = 250
_LEAST_ARTICLE = 60
_LEAST_SENTENCE, _LEAST_HEADLINE = 25, 20
_ERROR = re.compile(
    r"^\W*(?:error\W*|خطأ\W*)?(?:404|403|410|500|502|503)\W*(?:$|[-–—|:]|error|not found|page|صفحة|"
    r"خطأ|الصفحة)|page (?:not found|doesn.t exist|cannot be found|unavailable)|"
    r"not found|access denied|forbidden|bad gateway|service unavailable|(?:الصفحة|صفحة) (?:غير موجودة|المطلوبة غير)|"
    r"لم يتم العثور|غير متوفرة|خطأ في الخادم|عفوا[ً]?[،, ]",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment|checking your browser|enable javascript and cookies|verify (?:that )?you are (?:a )?human|"
    r"attention required|are you a robot|ddos protection|يرجى تفعيل جافا|التحقق من أنك",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"accept (?:all )?cookies|we (?:and our partners )?use cookies|cookie (?:policy|settings|preferences)|your privacy|"
    r"ملفات تعريف الارتباط|الكوكيز|سياسة الخصوصية",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register) (?:now )?to (?:continue|keep) reading|this (?:article|content) is (?:for|"
    r"only available to|reserved for|exclusive to) subscribers|subscribers? only|to read the (?:full|rest)|"
    r"(?:continue|keep) reading with an? (?:subscription|account)|"
    r"اشترك (?:الآن )?(?:لمواصلة|لمتابعة|لقراءة|لاستكمال)|(?:سجّ?ل|تسجيل) الدخول (?:لمواصلة|لمتابعة|لقراءة)|"
    r"(?:هذا|هذه) (?:المحتوى|المقال|المادة) (?:متاح|متاحة|مخصص|حصري) (?:فقط )?للمشتركين|للمشتركين فقط",
    re.IGNORECASE,
)
_ONE_ARTICLE = re.compile(r'"@type"\s*:\s*\[?\s*"\w{0,20}(?:Article|BlogPosting)"')
_MARKED_ARTICLE = re.compile(r"schema\.org/(?:\w{0,20}Article|BlogPosting)$")
_HOLDERS = ("article", "div", "section", "main", "body", "html")
_CELLS = frozenset({"td", "th", "li", "dd", "dt"})
_MOST_SCRIPTS = 40
_CLOSED = re.compile(r'"isAccessibleForFree"\s*:\s*(?:"?false"?)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page is instead of an article: a name for machines, and what it is and what to do in words."""

    code: str
    what: str
    cure: str
    refuses: bool = True


_SAVE_AGAIN = "open the article in a browser until it shows in full, then save it again"
ERROR = Kind(
    "error-page", "this is a site's error page, not an article", "save the article's own page, or remove this one"
)
CHALLENGE = Kind("challenge-page", "this is a page that checks for robots, not an article", _SAVE_AGAIN)
COOKIES = Kind("cookie-wall", "this page shows a question about cookies instead of the article", _SAVE_AGAIN)
LISTING = Kind(
    "listing-page",
    "this is a front page or a list of articles, not one article",
    "save the pages of the articles themselves",
)
NO_ARTICLE = Kind("no-article", "no article was found in this page", "save the article's text as a .txt file instead")
PAYWALL = Kind(
    "paywall",
    "the page shows only the beginning of its article, to those who do not subscribe",
    "save the page again where the whole article shows",
    refuses=False,
)
SHORT = Kind(
    "short-body",
    "the article's body is very short: part of it may not have been found",
    "compare the article with the page, and complete it by hand where something is missing",
    refuses=False,
)


STATED = Kind(
    "body-from-json-ld",
    "the page shows less of its article than it says for machines: the body is what it says there",
    "compare the paragraphs and headings with the page on the web, if it is still there",
    refuses=False,
)


def find_kind(page: HtmlElement, segments: Sequence[Segment], source: str, title: str, *, dated: bool) -> Kind | None:
    """What the page is instead of a whole article, by what of it is kept; None where it looks like one. `title` is the
    key of its title. A page that is `dated`, as articles are, is no obstacle in front of one."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    letters = sum(len(segment.key) for segment in kept)
    own = [segment for segment in segments if not segment.is_linked]
    may_be_obstacle = letters < LEAST_BODY and not dated
    if may_be_obstacle and (found := _find_obstacle(page, own)):
        return found
    if _is_listing(page, segments, kept, title):
        return LISTING
    if may_be_obstacle and _asks_for_cookies(kept if letters >= _LEAST_ARTICLE else own):
        return COOKIES
    if letters < _LEAST_ARTICLE:
        return NO_ARTICLE
    if _PAYWALL.search(_text(segments)) and (letters < 6 * LEAST_BODY or _CLOSED.search(source)):
        return PAYWALL
    return SHORT if letters < LEAST_BODY else None


def _text(segments: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in segments)


def _find_obstacle(page: HtmlElement, own: Sequence[Segment]) -> Kind | None:
    """What stands in the place of the article, by the page's heads and by its `own` text, links apart."""
    heads = [page.findtext(".//title") or "", *(each.text_content() for each in page.iter("h1"))]
    text = _text(own)
    words = len(key_of(text))
    for head in heads[:4]:
        if _CHALLENGE.search(head):
            return CHALLENGE
        if _ERROR.search(head) and words < 20 * LEAST_BODY:
            return ERROR
    return CHALLENGE if _CHALLENGE.search(text) and words < 4 * LEAST_BODY else None


def _asks_for_cookies(segments: Sequence[Segment]) -> bool:
    text = _text(segments)
    return _COOKIES.search(text) is not None and len(text) < 12 * LEAST_BODY


def _is_listing(page: HtmlElement, segments: Sequence[Segment], kept: Sequence[Segment], title: str) -> bool:
    """Whether a page is mostly links to others, with no prose of its own to speak of."""
    letters = sum(len(segment.key) for segment in kept)
    prose = sum(len(segment.key) for segment in kept if not segment.is_linked and len(segment.key) >= 80)
    linked = sum(segment.linked for segment in segments)
    headlines = sum(segment.is_linked and 20 <= len(segment.key) <= 150 for segment in segments)
    is_short = _is_brief(segments, title)
    if letters and sum(segment.linked for segment in kept) * 2 > letters and headlines >= 8 and not is_short:
        return True
    if _are_teasers(segments, kept) and not _says_article(page):
        return True
    own = sum(len(segment.key) for segment in kept if not segment.is_linked and len(segment.key) >= _LEAST_SENTENCE)
    if own >= _LEAST_ARTICLE and (is_short or _says_article(page) or _is_flash(page, segments, title)):
        return False
    return prose < LEAST_BODY and headlines >= 12 and linked > 4 * max(prose, 1)


def _are_teasers(segments: Sequence[Segment], kept: Sequence[Segment]) -> bool:
    """Whether most of what is kept are summaries, each below the headline that leads to its article."""
    named = [segment for segment in segments if segment.key]
    headed = sum(
        segment.kept and not segment.is_linked and before.is_linked and 15 <= len(before.key) <= 200
        for before, segment in pairwise(named)
    )
    prose = sum(not segment.is_linked and len(segment.key) >= 40 for segment in kept)
    return headed >= 5 and headed * 2 >= prose


def _says_article(page: HtmlElement) -> bool:
    """Whether a page says for others that it is an article or a film (https://ogp.me/#types), or in its JSON-LD or
    microdata one article."""
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        kind = (meta.get("content") or "").lower()
        if name == "article:published_time" or (name == "og:type" and kind.startswith(("article", "video."))):
            return True
    scripts = (each.text or "" for each in page.iter("script") if "ld+json" in (each.get("type") or "").lower())
    stated = sum(len(_ONE_ARTICLE.findall(each)) for each in islice(scripts, _MOST_SCRIPTS))
    marked = sum(_MARKED_ARTICLE.search(each.get("itemtype") or "") is not None for each in page.iter(*_HOLDERS))
    return stated == 1 or marked == 1


def _is_brief(segments: Sequence[Segment], title: str) -> bool:
    """Whether a short text stands below the headline, and no sentence kept is the summary of what a link above it leads
    to."""
    named = [segment for segment in segments if segment.key]
    told = ((before, each) for before, each in pairwise(named) if each.kept and not each.is_linked)
    sentences = ((before, each) for before, each in told if len(each.key) >= _LEAST_SENTENCE)
    return not any(before.is_linked and len(before.key) >= 15 for before, _ in sentences) and is_brief(segments, title)


def _is_flash(page: HtmlElement, segments: Sequence[Segment], title: str) -> bool:
    """Whether what is kept is the few lines of breaking news: below one headline, none of it a link, nor the summary of
    what a link above it leads to."""
    named = [segment for segment in segments if segment.key]
    kept = [segment for segment in named if segment.kept]
    headlines = sum(1 for heading in page.iter("h1") if heading.text_content().strip())
    is_headed = headlines == 1 or (len(title) >= _LEAST_HEADLINE and any(each.key == title for each in named))
    headed = any(segment.kept and before.is_linked and len(before.key) >= 15 for before, segment in pairwise(named))
    lines = sum(not any(tag_of(each) in _CELLS for each in (one.block, *one.block.iterancestors())) for one in kept)
    return is_headed and lines <= 4 and not headed and not any(segment.linked for segment in kept)
