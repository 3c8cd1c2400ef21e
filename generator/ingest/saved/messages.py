"""Messages of a channel or page of a network, as its web pages show them (Telegram's `t.me/name/123?embed=1` and
`t.me/s/name`, Facebook's posts), each as a small page of its own that can be read like any.

Told by the networks' own names for the elements. Not for posts of forums (saved.threads).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import islice

from lxml import html
from lxml.etree import XPath
from lxml.html import HtmlElement

from generator.ingest.saved.segments import Segment, key_of, read_segments
from generator.text.dates import read_date

# The networks' own pages: an article that shows a message is none.
_SIGN = re.compile(r"<body\b[^>]*\bwidget_frame_base\b|<html\b[^>]*\bid=[\"']?facebook\b", re.IGNORECASE)
_TELEGRAM = XPath(
    "//div[contains(concat(' ', @class, ' '), ' tgme_widget_message ')]"
    "//div[contains(concat(' ', @class, ' '), ' tgme_widget_message_text ')]"
    "[not(ancestor::*[contains(@class, 'message_reply')])]"
)
_IS_TELEGRAM = XPath("ancestor::div[contains(concat(' ', @class, ' '), ' tgme_widget_message ')][1]")
_OWNER = XPath(".//*[contains(concat(' ', @class, ' '), ' tgme_widget_message_owner_name ')]")
_SENT = XPath(".//*[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
_FACEBOOK = XPath("//*[@data-ad-preview='message' or @data-ad-comet-preview='message']")
_POST = XPath("ancestor::*[@role='article'][1]")
_NAMES = XPath(".//*[self::h2 or self::h3 or self::h4][.//a or .//strong]")
_LINKS = XPath(".//a[@href]")
_PERMALINK = re.compile(
    r"https?://[\w.-]*facebook\.com/(?:[^?#]*/(?:posts|videos|photos)/|permalink\.php|story\.php)", re.I
)
_ANY_DAY = date(9999, 1, 1)
_MOST, _MOST_LINKS = 1000, 40
_LONGEST_TITLE, _FEWEST_WORDS, _LEAST_TEXT, _LEAST_MESSAGE, _LONGEST_DAY = 200, 3, 40, 60, 40


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its name within its network (`channel/123`) or nothing, its address, a page that states what is known
    of it, the markup of its text, the short line above its first, and the lines around it."""

    name: str
    address: str
    page: HtmlElement
    body: str
    kicker: str
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Post:
    """A message in the page: its element, the one of its words, its channel, when it was sent as it states it and as it
    says it."""

    element: HtmlElement
    words: HtmlElement
    name: str
    address: str
    channel: str
    stated: str = ""
    said: str = ""


def shows_messages(source: str) -> bool:
    """Whether a page may be one of messages, by its source."""
    return _SIGN.search(source) is not None


def messages_in(page: HtmlElement) -> tuple[Message, ...]:
    """The messages of a page that have text to speak of, in their order; what the others say is told with the first."""
    posts = [*islice(_telegram_posts(page), _MOST)] or [*islice(_facebook_posts(page), _MOST)]
    found = [_message_of(post) for post in posts if _says_much(post)]
    others = tuple(line for post in posts if not _says_much(post) for line in _lines(read_segments(post.element)))
    return tuple(replace(each, removed=(*each.removed, *others)) if each is found[0] else each for each in found)


def _says_much(post: _Post) -> bool:
    return len(key_of(str(post.words.text_content()))) >= _LEAST_MESSAGE


def _telegram_posts(page: HtmlElement) -> Iterator[_Post]:
    for words in _TELEGRAM(page):
        element = _IS_TELEGRAM(words)[0]
        name = (element.get("data-post") or "").strip("/")
        channel = next((str(each.text_content()).strip() for each in _OWNER(element)), "")
        address = f"https://t.me/{name}" if name else ""
        yield _Post(element, words, name, address, channel, next(iter(_SENT(element)), ""))


def _facebook_posts(page: HtmlElement) -> Iterator[_Post]:
    """Posts of Facebook; where a page shows one, its address is the one that it was saved from."""
    for words in _FACEBOOK(page):
        element = next(iter(_POST(words)), None)
        if element is None or next(words.iterancestors(words.tag), None) is None:
            continue
        channel = next((str(each.text_content()).strip() for each in _NAMES(element)), "")
        said, address = "", ""
        for link in islice(_LINKS(element), _MOST_LINKS):
            text = str(link.text_content()).strip()
            is_day = 0 < len(text) <= _LONGEST_DAY and read_date(text, today=_ANY_DAY, arabic=True) is not None
            said = said or (text if is_day else "")
            address = address or (link.get("href") or "" if _PERMALINK.match(link.get("href") or "") else "")
        yield _Post(element, words, address, address, channel, said=said)


def _message_of(post: _Post) -> Message:
    around = [each for each in read_segments(post.element) if not _is_in(each, post.words)]
    title, kicker = _take_title(post.words)
    body = html.tostring(post.words, encoding="unicode", with_tail=False)
    return Message(post.name, post.address, _page_of(post, title), body, kicker, tuple(_lines(around)))


def _is_in(segment: Segment, element: HtmlElement) -> bool:
    return element in (segment.block, *segment.block.iterancestors())


def _lines(segments: list[Segment]) -> Iterator[str]:
    return (segment.text for segment in segments if segment.key)


def _take_title(words: HtmlElement) -> tuple[str, str]:
    """The first line of a text, where it is no longer than titles are and more follows, and a word or two above it;
    both are taken out of it."""
    segments = [segment for segment in read_segments(words) if segment.key]
    for at, segment in enumerate(segments):
        follows = sum(len(each.key) for each in segments[at + 1 :])
        if len(segment.text) > _LONGEST_TITLE or follows < _LEAST_TEXT:
            break
        if len(segment.text.split()) >= _FEWEST_WORDS:
            kicker = " ".join(each.text.strip("# ").replace("_", " ") for each in segments[:at])
            title = segment.text
            for element, where in (node for each in segments[: at + 1] for node in each.nodes):
                setattr(element, where, " ")
            return title, kicker
    return "", ""


def _page_of(post: _Post, title: str) -> HtmlElement:
    """A page that says of a message what its network does: no author, for that is the channel, its source."""
    head = f'<link rel="canonical" href="{escape(post.address)}">' if post.address else ""
    head += f'<meta property="og:site_name" content="{escape(post.channel)}">' if post.channel else ""
    shown = f"<h1>{escape(title)}</h1>" if title else ""
    stated = f' datetime="{escape(post.stated)}"' if post.stated else ""
    shown += f"<time{stated}>{escape(post.said)}</time>" if post.stated or post.said else ""
    page: HtmlElement = html.document_fromstring(f"<html><head>{head}</head><body><article>{shown}</article></body>")
    return page
