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
_WHEN = rf"(?:\[{_DAY}[,،]? {_HOUR}\] ?|{_DAY}[,،]? {_HOUR} [-–] )"
_HEAD = re.compile(rf"{_WHEN}[^:]{{1,40}}:(?=\s|$)")
_OF_PROGRAM = re.compile(rf"{_WHEN}[^:]+")  # who joined; that the messages are encrypted
_BEGINS = frozenset("[0123456789٠١٢٣٤٥٦٧٨٩")
_SET_OFF = re.compile(r"(?P<sign>[*_]{1,3})(?P<text>[^*_]+)(?P=sign)")
_LEAST_PROSE = 8  # words
_MOST_TALK = 11  # words: of what people say to each other between two texts
_LEAST_OF_CHAT = 3  # messages


@dataclass(frozen=True, slots=True)
class Messages:
    """The lines of each message that is an article, and all others."""

    articles: tuple[tuple[Line, ...], ...] = ()
    beside: tuple[Line, ...] = ()


def find_messages(lines: Sequence[Line]) -> Messages:
    """The messages of a chat that are headlines with text below them, where the others are but a few words; or none."""
    heads = _heads_in(lines)
    starts = list(heads)
    if len(starts) < 2 or any(is_paragraph_like(line.text) and not _is_of_program(line) for line in lines[: starts[0]]):
        return Messages()
    messages = [_message(lines[start:end], heads[start]) for start, end in pairwise([*starts, len(lines)])]
    headed = [at for at, message in enumerate(messages) if is_headed(message)]
    others = [at for at in range(len(messages)) if at not in headed and not (at == 0 and len(headed) > 1)]  # may greet
    if not headed or (len(headed) < 2 and not others) or not all(_is_talk(messages[at]) for at in others):
        return Messages()
    beside = [*lines[: starts[0]]]
    for at, message in enumerate(messages):
        line, found = lines[starts[at]], heads[starts[at]]
        is_told = at in headed or not message
        beside.append(replace(line, text=found.group(), words=len(found.group().split())) if is_told else line)
        beside.extend(() if at in headed else message[1:])
    return Messages(tuple(messages[at] for at in headed), tuple(beside))


def is_talk(lines: Sequence[Line]) -> bool:
    """Whether a document is what people have written to each other: it begins with the head of a message, there are
    several, and not those that are texts passed on."""
    first = next((line for line in lines if not _is_of_program(line)), None)
    if first is None or _head_of(first) is None:
        return False
    return len(_heads_in(lines)) >= _LEAST_OF_CHAT and not find_messages(lines).articles


def _heads_in(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    return {at: found for at, line in enumerate(lines) if (found := _head_of(line)) is not None}


def _head_of(line: Line) -> re.Match[str] | None:
    return _HEAD.match(line.text) if line.text[0] in _BEGINS else None


def _is_of_program(line: Line) -> bool:
    return line.text[0] in _BEGINS and _OF_PROGRAM.fullmatch(line.text) is not None


def _is_talk(message: Sequence[Line]) -> bool:
    """Whether a message is a few words, a picture that was left out, or nothing; lines of the program may follow it."""
    return sum(line.words for line in message if not _is_of_program(line)) <= _MOST_TALK


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
