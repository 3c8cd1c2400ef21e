"""The messages of a Telegram channel, as the pages show them that Telegram makes of it (`t.me/name/123?embed=1`,
`t.me/s/name`), each as a small page of its own that can be read like any.

Told by Telegram's names for the elements. Not for posts of forums (saved.threads).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice

from lxml import html
from lxml.etree import XPath
from lxml.html import HtmlElement

from generator.ingest.saved.segments import key_of, read_segments

_SIGN = "tgme_widget_message_text"
_MESSAGES = XPath("//div[contains(concat(' ', @class, ' '), ' tgme_widget_message ')]")
_WORDS = XPath(
    ".//div[contains(concat(' ', @class, ' '), ' tgme_widget_message_text ')]"
    "[not(ancestor::*[contains(@class, 'message_reply')])]"
)
_OWNER = XPath(".//*[contains(concat(' ', @class, ' '), ' tgme_widget_message_owner_name ')]")
_SENT = XPath(".//*[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_MOST = 1000
_LONGEST_TITLE, _FEWEST_WORDS, _LEAST_TEXT, _LEAST_MESSAGE = 200, 3, 40, 60


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its name within Telegram (`channel/123`), a page that states what is known of it, the markup of its
    text, the short line above its first, and the lines around it."""

    name: str
    page: HtmlElement
    body: str
    kicker: str
    removed: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where the message is on the web."""
        return f"https://t.me/{self.name}"


def shows_messages(source: str) -> bool:
    """Whether a page may be one of messages, by its source."""
    return _SIGN in source


def messages_in(page: HtmlElement) -> tuple[Message, ...]:
    """The messages of a page that have text to speak of, in their order; what the others say is told with the first."""
    found: list[Message] = []
    others: list[str] = []
    for element in islice(_MESSAGES(page), _MOST):
        message = _message_of(element)
        if message is None:
            others += _lines(element)
        else:
            found.append(message)
    if found and others:
        first = found[0]
        found[0] = Message(first.name, first.page, first.body, first.kicker, (*first.removed, *others))
    return tuple(found)


def _message_of(element: HtmlElement) -> Message | None:
    words = next(iter(_WORDS(element)), None)
    name = (element.get("data-post") or "").strip("/")
    if words is None or not name or len(key_of(words.text_content())) < _LEAST_MESSAGE:
        return None
    around = tuple(line for line in _lines(element, without=words) if line)
    title, kicker, body = _parts_of(words)
    channel = next((str(each.text_content()).strip() for each in _OWNER(element)), "")
    return Message(name, _page_of(name, title, channel, next(iter(_SENT(element)), "")), body, kicker, around)


def _parts_of(words: HtmlElement) -> tuple[str, str, str]:
    """The first line of a text, where it is no longer than titles are and more follows; a word or two above it; the
    markup of the rest."""
    inner = escape(words.text or "") + "".join(html.tostring(each, encoding="unicode") for each in words)
    above: list[str] = []
    rest = inner
    while (ends := _BREAK.search(rest)) is not None:
        line = _text_of(rest[: ends.start()])
        rest = rest[ends.end() :]
        if len(line) > _LONGEST_TITLE or len(key_of(_text_of(rest))) < _LEAST_TEXT:
            break
        if len(line.split()) >= _FEWEST_WORDS and key_of(line):
            return line, " ".join(above), f"<div>{rest}</div>"
        above += [line.strip("# ").replace("_", " ")] if key_of(line) else []
    return "", "", f"<div>{inner}</div>"


def _text_of(markup: str) -> str:
    return " ".join(str(html.fromstring(f"<div>{markup}</div>").text_content()).split())


def _page_of(name: str, title: str, channel: str, sent: str) -> HtmlElement:
    """A page that says of a message what Telegram does: no author, for that is the channel, its source."""
    stated = f'<meta property="og:site_name" content="{escape(channel)}">' if channel else ""
    head = f'<link rel="canonical" href="https://t.me/{escape(name)}">{stated}'
    shown = f"<h1>{escape(title)}</h1>" if title else ""
    shown += f'<time datetime="{escape(sent)}"></time>' if sent else ""
    page: HtmlElement = html.document_fromstring(f"<html><head>{head}</head><body><article>{shown}</article></body>")
    return page


def _lines(element: HtmlElement, without: HtmlElement | None = None) -> Iterator[str]:
    for segment in read_segments(element):
        around = (segment.block, *segment.block.iterancestors())
        if segment.key and (without is None or without not in around):
            yield segment.text
