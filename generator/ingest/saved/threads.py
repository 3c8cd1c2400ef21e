"""Cuts a page of a forum down to the post that opens it: what others have answered is no part of an article.

Told by the marks of the systems that forums run on (vBulletin, phpBB, XenForo, SMF, MyBB, Invision, Discourse). Not for
readers' comments below an article (trimming).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

from lxml import html
from lxml.etree import XPath
from lxml.html import HtmlElement

from generator.errors import Problem, Severity
from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.segments import key_of, read_segments
from generator.text.dates import read_date

_SIGN = re.compile(
    r"post_message_\d|\b(?:pid|msg)_\d|\bmessage--post\b|\bmessageText\b|\bpostbody\b|\bposttext\b|\bcPost\b|"
    r"\bcrawler-post\b|<td class=\"page\">"
)
_FORUM = re.compile(
    r"vbulletin|showthread|phpbb|viewtopic|memberlist|postprofile|forumotion|ahlamontada|xenforo|data-xf-|"
    r"simple ?machines|\bSMF\b|mybb|invision|ipsComment|discourse",
    re.IGNORECASE,
)
_MAY_HOLD = XPath(
    "//*[starts-with(@id, 'post_message_') or starts-with(@id, 'pid_') or starts-with(@id, 'msg_')"
    " or contains(@class, 'message-body') or contains(@class, 'messageText') or contains(@class, 'postbody')"
    " or contains(@class, 'posttext') or @data-role='commentContent' or contains(@class, 'crawler-post')]"
    " | //td[@class='page'][hr][div]"  # vBulletin's pages for printing
)
_BY_ID = re.compile(r"(?:post_message|pid|msg)_\d+")
_BY_CLASS = frozenset({"messagetext", "postbody", "posttext", "crawler-post"})
_INNER = ("content", "bbwrapper", "postcontent", "post")  # the words alone, without title and signature
_POST = re.compile(r"(?:edit|post_?|p|js-post-)\d+")
_POST_CLASSES = frozenset({"post", "postbit", "postbitlegacy", "post_block", "post_wrapper", "message", "cpost"})
_JOINED = re.compile(r"تسجيل|اشترك|إنضم|انضم|انتساب|العضوية|آخر (?:ظهور|زيارة|تعديل)|joined?\b|registered|member", re.I)
# SMF's line above a thread: «موضوع: … (زيارة 1204 مرات)», "Topic: … (Read 1204 times)".
_TOPIC = re.compile(
    r"(?:موضوع|topic):\s*(?P<title>\S.{0,300}?)\s*\((?:زيارة|read)\s[^()]{1,20}\)", re.IGNORECASE | re.DOTALL
)
_NUMBERS = re.compile(r"(?<!\d)(?:\d{1,2}([-/.])\d{1,2}\1\d{4}|\d{4}([-/.])\d{1,2}\2\d{1,2})(?!\d).{0,20}")
_MOST_CLIMBS, _MOST_POSTS = 8, 1000
_LONGEST_LINE, _SHORTEST_TITLE = 100, 10
_ANY_DAY = date(9999, 1, 1)


def is_thread(source: str) -> bool:
    """Whether a page may be of a forum, by its source."""
    return _SIGN.search(source) is not None and _FORUM.search(source) is not None


@dataclass(frozen=True, slots=True)
class Thread:
    """The words of the first post, the lines that were taken out of the page, and how many posts answer the first."""

    words: HtmlElement
    removed: tuple[str, ...]
    answered: int


def cut_thread(page: HtmlElement) -> Thread | None:
    """Take all posts but the first out of `page`, and of that all but its words, its title and its day; None where the
    page has no posts."""
    posts = list(islice(_posts(page), _MOST_POSTS))
    if not posts:
        return None
    title = " ".join((page.findtext(".//title") or "").split())
    _clear_headings(page, title)
    first, around = posts[0], _around_all(posts)
    for form in list(first.iterancestors("form")):  # for ticking posts, not for filling in
        form.tag = "div"
    root = _child_towards(first, around) if len(posts) > 1 else _post_of(first)
    removed = list(_drop_others(root, around, posts[-1])) if len(posts) > 1 and root is not None else []
    if root is not None:
        removed = [*_strip(root, first, key_of(title)), *removed]
    return Thread(first, tuple(dict.fromkeys(filter(None, removed))), len(posts) - 1)


def tell_thread(thread: Thread, path: Path) -> Problem:
    """That posts below the first were left out of the page at `path`."""
    return Problem(
        "thread",
        "this page is a thread of a forum: the first post is read, the answers are kept in `provenance.removed`",
        path,
        expected="a page with one article",
        found=f"{thread.answered} posts below the first",
        cure="nothing, if the first post is the article; else save the text of the one that is as a .txt file",
        severity=Severity.HINT,
    )


def _clear_headings(page: HtmlElement, title: str) -> None:
    """Leave of headings that say how often a topic was read nothing but its title."""
    for heading in list(page.iter("h1", "h2", "h3")):
        text = str(heading.text_content())
        found = _TOPIC.search(text) if title else None
        if found is not None and key_of(title).startswith(key_of(found["title"])) and key_of(found["title"]):
            heading.clear()
            heading.text = found["title"]


def _posts(page: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that hold the words of posts, in order."""
    seen: set[HtmlElement] = set()
    for element in _MAY_HOLD(page):
        names = {name.lower() for name in (element.get("class") or "").split()}
        if _BY_ID.fullmatch(element.get("id") or "") or names & _BY_CLASS or _is_of_kin(element, names):
            words = _words_of(element)
            if seen.isdisjoint((words, *words.iterancestors())):
                seen.add(words)
                yield words


def _words_of(element: HtmlElement) -> HtmlElement:
    if tag_of(element) == "td" and element.get("class") == "page":
        return element.findall("div")[-1]
    return next((each for name in _INNER for each in element.find_class(name)), element)


def _is_of_kin(element: HtmlElement, names: set[str]) -> bool:
    """Whether an element with a name that comments of articles have too stands in a post."""
    around = [(each.get("class") or "").split() for each in islice(element.iterancestors(), _MOST_CLIMBS)]
    if "message-body" in names:
        return any("message--post" in classes for classes in around)
    if "page" in names:
        return True
    return element.get("data-role") == "commentContent" and any("cPost" in classes for classes in around)


def _around_all(posts: list[HtmlElement]) -> HtmlElement:
    """The innermost element in which all posts stand."""
    shared = [*posts[0].iterancestors()]
    for post in posts[1:]:
        chain = set(post.iterancestors())
        shared = [each for each in shared if each in chain]
    return shared[0]


def _child_towards(element: HtmlElement, around: HtmlElement) -> HtmlElement:
    """The child of `around` in which `element` stands."""
    return next(each for each in (element, *element.iterancestors()) if each.getparent() is around)


def _post_of(words: HtmlElement) -> HtmlElement | None:
    """The post that stands alone on its page, as far as an element says to be one."""
    for element in islice(words.iterancestors(), _MOST_CLIMBS):
        names = {name.lower() for name in (element.get("class") or "").split()}
        if tag_of(element) in ("body", "html"):
            return None
        if _POST.fullmatch(element.get("id") or "") or names & _POST_CLASSES:
            return element
    return None


def _drop_others(root: HtmlElement, around: HtmlElement, last: HtmlElement) -> Iterator[str]:
    """Take out what follows the first post up to the last; give its lines."""
    end = _child_towards(last, around)
    for element in list(root.itersiblings()):
        yield from _lines(element)
        element.drop_tree()
        if element is end:
            return


def _strip(root: HtmlElement, words: HtmlElement, title: str) -> Iterator[str]:
    """Take out of a post what stands around its words, and put its day in front of them; give the lines taken out."""
    path = [words, *words.iterancestors()]
    path = path[: path.index(root) + 1]
    day: HtmlElement | None = None
    heading: HtmlElement | None = None
    for inner, element in pairwise(path):
        for child in [each for each in element if each is not inner]:
            if any(_is_title(each, title) for each in child.iter(*HEADINGS)):
                continue
            heading = _heading_of(child, title) if heading is None else heading
            day = day if day is not None else _day_in(child)
            yield from _lines(child)
            child.drop_tree()
        yield from _drop_text(element, inner)
    for each in (heading, day):
        if each is not None:
            words.addprevious(each)


def _heading_of(element: HtmlElement, title: str) -> HtmlElement | None:
    """The title that a part of a post repeats in other than a heading, as vBulletin does, as one."""
    if not isinstance(element.tag, str) or not title.startswith(key_of(str(element.text_content())) or "\n"):
        return None
    heading: HtmlElement = html.Element("h1")
    heading.text = " ".join(str(element.text_content()).split())
    return heading if len(key_of(heading.text)) >= _SHORTEST_TITLE else None


def _drop_text(element: HtmlElement, inner: HtmlElement) -> Iterator[str]:
    """Take out the text that stands bare in an element beside another."""
    for holder, where in ((element, "text"), (inner, "tail")):
        text = " ".join((getattr(holder, where) or "").split())
        setattr(holder, where, " ")
        if text:
            yield text


def _is_title(element: HtmlElement, title: str) -> bool:
    key = key_of(str(element.text_content()))
    return len(key) >= _SHORTEST_TITLE and key in title


def _lines(element: HtmlElement) -> list[str]:
    if not isinstance(element.tag, str):
        return []
    return [segment.text for segment in read_segments(element) if segment.key]


def _day_in(element: HtmlElement) -> HtmlElement | None:
    """When a post was written, as an element of a page; None where this part of it does not say."""
    if not isinstance(element.tag, str):
        return None
    for text in _lines(element):
        if len(text) <= _LONGEST_LINE and not _JOINED.search(text) and (said := _day_of(text)):
            return _time(said, _stated(element, said))
    return None


def _day_of(text: str) -> str:
    numbers = _NUMBERS.search(text)
    if numbers is not None:
        return numbers[0].strip(" »›|-")
    reading = read_date(text, today=_ANY_DAY, arabic=True) or read_date(text, today=_ANY_DAY)
    return "" if reading is None or reading.date.day is None else reading.raw


def _stated(element: HtmlElement, said: str) -> str:
    """What a `<time>` in an element that shows these words states."""
    times = (each for each in element.iter("time") if each.get("datetime") and said in str(each.text_content()))
    return next((each.get("datetime") or "" for each in times), "")


def _time(said: str, stated: str) -> HtmlElement:
    block: HtmlElement = html.Element("div", {"class": "post-date"})
    time = html.Element("time", {"datetime": stated} if stated else {})
    time.text = said
    block.append(time)
    return block
