"""The Markdown of one line of text with links and emphasis, in which any text shows as itself.

Not for blocks, nor for reading elements: it is given runs of text, each of one style.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Flag
from functools import partial

from generator.text.gfm import render_gfm
from generator.text.markdown_escape import clean_line, escape_characters
from generator.text.repair import repair_text

_LONGEST_MATCHED = 4000
_PARTNERS = {"«": "»", "“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "'": "'"}
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class Style(Flag):
    """How a run of text is set."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    STRUCK = 4
    RAISED = 8
    LOWERED = 16
    CODE = 32


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style, and the address it links to (empty where it is no link)."""

    text: str
    style: Style = Style.PLAIN
    address: str = ""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as plain text, and its Markdown; `marked` where that is more than the text escaped."""

    text: str
    markdown: str
    marked: bool


# What may be given up, in this order, where Markdown cannot say it: links are the last to go.
_FORMS = (
    (Style.STRUCK, Style.BOLD, Style.ITALIC, Style.RAISED, Style.LOWERED, Style.CODE),
    (Style.STRUCK, Style.BOLD, Style.RAISED, Style.LOWERED, Style.CODE),
    (Style.STRUCK, Style.RAISED, Style.LOWERED),
)
_SIGNS = {Style.BOLD: "**", Style.ITALIC: "*"}
_ELEMENTS = {Style.STRUCK: "del", Style.RAISED: "sup", Style.LOWERED: "sub"}


def write_line(runs: Sequence[Run], repairs: Counter[str], *, styles: bool = True) -> WrittenLine:
    """Give one line: white space collapsed, its text repaired (each repair counted in `repairs`), its markup written.

    Emphasis never takes in spaces or, where a letter stands before it, punctuation: `**` would show as itself there
    (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis). What Markdown cannot say is left out, never the
    text: what is written is read back. Without `styles` only links are kept.
    """
    line = _repair(_collapse(runs), repairs)
    text = "".join(run.text for run in line)
    escaped = escape_characters(text)
    plain = "".join(escaped)
    forms = _FORMS if styles else ()
    for form in (*forms, ()):
        features = _features(line, form)
        if not features.marked:
            break
        markdown = _write_links(text, escaped, features, form)
        if _shows(markdown, text):
            return WrittenLine(text, markdown, marked=True)
    return WrittenLine(text, plain, marked=False)


@dataclass(frozen=True, slots=True)
class _Features:
    """For each style that may be written, and for links, what holds at each character of a line."""

    styles: dict[Style, list[bool]]
    addresses: list[str]

    @property
    def marked(self) -> bool:
        return any(self.addresses) or any(map(any, self.styles.values()))


def _features(line: Sequence[Run], form: Sequence[Style]) -> _Features:
    styles: dict[Style, list[bool]] = {}
    for style in form:
        held = [(bool(run.style & style), len(run.text)) for run in line]
        styles[style] = [is_held for is_held, length in held for _ in range(length)]
    return _Features(styles, [run.address for run in line for _ in run.text])


def _collapse(runs: Sequence[Run]) -> list[Run]:
    """Runs with white space collapsed across them; none at the ends of the line."""
    collapsed: list[Run] = []
    spaced = True
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        if spaced:
            text = text.removeprefix(" ")
        if text:
            spaced = text.endswith(" ")
            collapsed.append(replace(run, text=text))
    while collapsed and not (text := collapsed[-1].text.rstrip(" ")):
        collapsed.pop()
    if collapsed:
        collapsed[-1] = replace(collapsed[-1], text=text)
    return collapsed


def _repair(line: list[Run], repairs: Counter[str]) -> list[Run]:
    """The line's runs after its text was repaired as a whole: what is wrong with a letter shows by its neighbours."""
    text = "".join(run.text for run in line)
    repaired = repair_text(text)
    repairs.update(dict(repaired.repairs))
    mended = clean_line(" ".join(each.text for each in repaired.lines))
    return line if mended == text else _carry_over(line, text, mended)


def _carry_over(line: list[Run], old: str, new: str) -> list[Run]:
    """Runs that part `new` where those of `line` part `old`."""
    move = _mover(old, new)
    carried: list[Run] = []
    start = place = 0
    for run in line:
        place += len(run.text)
        end = len(new) if run is line[-1] else max(start, move(place))
        carried.append(replace(run, text=new[start:end]))
        start = end
    return [run for run in carried if run.text]


def _mover(old: str, new: str) -> partial[int]:
    """A function from places in `old` to those in `new`."""
    if max(len(old), len(new)) > _LONGEST_MATCHED:
        return partial(_move_by_share, len(old), len(new))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return partial(_move_by_match, codes)


def _move_by_share(old: int, new: int, place: int) -> int:
    return place * new // max(old, 1)


def _move_by_match(codes: Sequence[tuple[str, int, int, int, int]], place: int) -> int:
    for _, start, end, new_start, new_end in codes:
        if start <= place <= end:
            return min(new_end, new_start + place - start) if place < end else new_end
    return 0


def _write_links(text: str, escaped: Sequence[str], features: _Features, form: Sequence[Style]) -> str:
    """The Markdown of a whole line: links outermost."""
    written: list[str] = []
    for start, end in _stretches(features.addresses, 0, len(text)):
        address = features.addresses[start]
        first, last = _trim_spaces(text, start, end) if address else (start, end)
        if not address or first == last:
            written.append(_write_styles(text, escaped, features, form, start, end))
            continue
        inner = _write_styles(text, escaped, features, form, first, last)
        written.append(f"{text[start:first]}[{inner}]({address}){text[last:end]}")
    return "".join(written)


def _write_styles(
    text: str, escaped: Sequence[str], features: _Features, form: Sequence[Style], start: int, end: int
) -> str:
    """The Markdown of a stretch of a line: the first style outermost, the others within."""
    if not form:
        return "".join(escaped[start:end])
    style, *rest = form
    written: list[str] = []
    held = features.styles[style]
    for first, last in _stretches(held, start, end):
        if not held[first]:
            written.append(_write_styles(text, escaped, features, rest, first, last))
            continue
        inner_start, inner_end = _trim_spaces(text, first, last)
        if style in _SIGNS:
            inner_start, inner_end = _trim_to_flank(text, inner_start, inner_end)
        inner = _write_styles(text, escaped, features, rest, inner_start, inner_end)
        before = _write_styles(text, escaped, features, rest, first, inner_start)
        after = _write_styles(text, escaped, features, rest, inner_end, last)
        written.append(before + _wrap(style, inner, text[inner_start:inner_end]) + after)
    return "".join(written)


def _wrap(style: Style, inner: str, text: str) -> str:
    if not text:
        return inner
    if style in _SIGNS:
        return f"{_SIGNS[style]}{inner}{_SIGNS[style]}"
    if style is Style.CODE:
        return inner if re.search(r"[`|\\<&]", text) else f"`{text}`"
    return f"<{_ELEMENTS[style]}>{inner}</{_ELEMENTS[style]}>"


def _stretches(values: Sequence[object], start: int, end: int) -> list[tuple[int, int]]:
    """The longest stretches of equal values between two places."""
    cuts = [place for place in range(start + 1, end) if values[place] != values[place - 1]]
    return [(first, last) for first, last in zip([start, *cuts], [*cuts, end], strict=True) if first < last]


def _trim_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _trim_to_flank(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the punctuation and spaces at its ends that would keep `*` from being a sign there; quotation
    marks and brackets go with their partners."""
    first, last = start, end
    while start < end and (text[start] == " " or (_is_sign(text[start]) and start and _is_word(text[start - 1]))):
        start += 1
    while end > start and (text[end - 1] == " " or (_is_sign(text[end - 1]) and _is_word(text[end : end + 1]))):
        end -= 1
    if start == first + 1 and end == last and end > start and text[end - 1] == _PARTNERS.get(text[first]):
        end -= 1
    if end == last - 1 and start == first and end > start and text[last - 1] == _PARTNERS.get(text[first]):
        start += 1
    return start, end


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_word(character: str) -> bool:
    return bool(character) and character != " " and not _is_sign(character)


def _shows(markdown: str, text: str) -> bool:
    """Whether Markdown is read as one paragraph with exactly `text`."""
    written = render_gfm(markdown).strip()
    if not written.startswith("<p>") or written.find("</p>") != len(written) - 4:
        return False
    return html.unescape(_TAG.sub("", written)) == text
