"""Messages of a chat in which somebody passes news on, as programs for chats copy or export them: the time and the
sender stand before the first words of each.

These are no facts of what is passed on. Not for messages of which only the head stands on a line of its own
(boilerplate).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.ingest.dissect.lines import Line, Mark, is_headline_like, is_paragraph_like, is_prose

_DAY = r"[0-9٠-٩]{1,4}[./-][0-9٠-٩]{1,2}[./-][0-9٠-٩]{2,4}"
_HOUR = r"[0-9٠-٩]{1,2}[:.][0-9٠-٩]{2}(?:[:.][0-9٠-٩]{2})?(?:\s?(?:[AaPp]\.?[Mm]\.?|[صم]))?"
_HEAD = re.compile(rf"(?:\[{_DAY}[,،]? {_HOUR}\] ?|{_DAY}[,،]? {_HOUR} [-–] )[^:]{{1,40}}:(?=\s|$)")
_BEGINS = frozenset("[0123456789٠١٢٣٤٥٦٧٨٩")
_SET_OFF = re.compile(r"(?P<sign>[*_]{1,3})(?P<text>[^*_]+)(?P=sign)")
_LEAST_PROSE = 8  # words


@dataclass(frozen=True, slots=True)
class Messages:
    """The lines of each message that is an article, and all others."""

    articles: tuple[tuple[Line, ...], ...] = ()
    beside: tuple[Line, ...] = ()


def find_messages(lines: Sequence[Line]) -> Messages:
    """The messages of a chat, where each is a headline with text below it, but the first, which may greet; or none."""
    heads = {at: found for at, line in enumerate(lines) if (found := _head_of(line)) is not None}
    starts = list(heads)
    if len(starts) < 2 or any(is_paragraph_like(line.text) for line in lines[: starts[0]]):
        return Messages()
    messages = [_message(lines[start:end], heads[start]) for start, end in pairwise([*starts, len(lines)])]
    first = 0 if is_headed(messages[0]) else 1
    articles = tuple(messages[first:])
    if len(articles) < 2 or not all(map(is_headed, articles)):
        return Messages()
    senders = [
        replace(lines[at], text=heads[at].group(), words=len(heads[at].group().split())) for at in starts[first:]
    ]
    return Messages(articles, (*lines[: starts[first]], *senders))


def _head_of(line: Line) -> re.Match[str] | None:
    return _HEAD.match(line.text) if line.text[0] in _BEGINS else None


def _message(lines: Sequence[Line], head: re.Match[str]) -> tuple[Line, ...]:
    """The lines of a message without its head; a first one that signs set off is its headline."""
    text = lines[0].text[head.end() :].strip()
    set_off = _SET_OFF.fullmatch(text)
    text = set_off["text"] if set_off else text
    mark = Mark.BOTH if set_off else lines[0].mark
    first = (replace(lines[0], text=text, mark=mark, words=len(text.split()), after_blank=True),) if text else ()
    return (*first, *lines[1:])


def is_headed(message: Sequence[Line]) -> bool:
    """Whether a message is a headline with text below it: what people say to each other has none."""
    if not message or not is_headline_like(message[0].text) or is_paragraph_like(message[0].text):
        return False
    return any(is_prose(line, _LEAST_PROSE) for line in message[1:])
