"""The lines of text that a reader sees around a page's headline, each with what its elements say that it is.

Not for the body (`markup`): only a few lines before the headline and some after it are of use for metadata.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element, iterwalk

from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.classes import (
    is_about_author,
    is_about_date,
    is_about_kicker,
    is_about_standfirst,
    is_picture,
)
from generator.ingest.readers.pages.strings import LONGEST, clean, is_for_the_ear, is_unseen
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.text.word_sets import word_set

MOST_BEFORE = 8
MOST_AFTER = 40
TIMES = ("datetime", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-utime")
_BETWEEN = "\x1f"
_SET_APART = word_set("span a time small cite")
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meta link nobr output q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr svg path use o:p script style noscript "
    "template button"
)


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One line: its text, the innermost element that holds all of it, its place (0 is the headline, less is before it),
    and what it is said to be. `steps` is how many elements up the one lies that it shares with the headline (99 where
    that is the page itself). `times` are its elements that state a time; a line may hold nothing else. `parts` are the
    pieces of the text that elements with classes of their own set side by side."""

    text: str
    element: _Element
    place: int
    date: bool = False
    author: bool = False
    standfirst: bool = False
    kicker: bool = False
    picture: bool = False
    steps: int = 99
    times: tuple[_Element, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def prose(self) -> bool:
        """Whether the line is long, as only paragraphs are."""
        return len(self.text) > (140 if self.element.tag == "p" else 220)


@dataclass(slots=True)
class _Buffer:
    """The line being gathered."""

    parts: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    times: list[_Element] = field(default_factory=list)
    length: int = 0

    def add(self, text: str | None) -> None:
        """Add a piece of text, as long as the line is not of a length that no line has."""
        if text and self.length < LONGEST:
            self.parts.append(text)
            self.length += len(text)


def lines_around(tree: _Element, headline: _Element | None) -> tuple[SeenLine, ...]:
    """The lines around the headline, in order; without a headline none, for then nothing says where the article is."""
    if headline is None:
        return ()
    before: list[SeenLine] = []
    after: list[SeenLine] = []
    for line in _Walk(tree, headline).lines():
        if line.place < 0:
            before.append(line)
            del before[: -2 * MOST_BEFORE]
        elif line.place > 0:
            after.append(line)
            if len(after) >= MOST_AFTER:
                break
    before = [line for line in map(_cleaned, before) if line.text or line.times][-MOST_BEFORE:]
    after = [_cleaned(line) for line in after]
    count = len(before)
    return (*(_placed(line, index - count) for index, line in enumerate(before)), *after)


def is_in_other_cell(line: SeenLine, headline: _Element | None) -> bool:
    """Whether a line stands in a cell of a table that does not hold the headline: in a column beside it."""
    own = set() if headline is None else {headline, *headline.iterancestors()}
    cell = next((each for each in (line.element, *line.element.iterancestors()) if each.tag == "td"), None)
    return cell is not None and cell not in own and cell.getparent() in own


def _cleaned(line: SeenLine) -> SeenLine:
    parts = tuple(filter(None, map(clean, line.text.split(_BETWEEN))))
    return replace(line, text=" ".join(parts), parts=parts)


def _placed(line: SeenLine, place: int) -> SeenLine:
    return replace(line, place=place)


def _is_set_beside(node: _Element) -> bool:
    """Whether an inline element follows another without a space, and a style sheet sets the two apart."""
    before = node.getprevious()
    if before is None or before.tail or node.tag not in _SET_APART or before.tag not in _SET_APART:
        return False
    return any(each.get(name) for each in (node, before) for name in ("class", "id"))


def _label_for_the_ear(node: _Element) -> str:
    """A label that only screen readers say («Author, », "Published on"), and that others see by its place."""
    text = node.text or ""
    return f"{text.strip(' :,،')}: " if is_for_the_ear(node) and len(text) < 40 and key_of(text) in CLOSED else ""


class _Walk:
    """One walk over the page, in the order of the text, that keeps account of what is open."""

    def __init__(self, tree: _Element, headline: _Element) -> None:
        self.tree = tree
        self.headline = headline
        self.around = surroundings_of(headline)
        self.open: list[tuple[_Element, frozenset[str]]] = []
        self.buffer = _Buffer()
        self.place = -1

    def lines(self) -> Iterator[SeenLine]:
        """The lines in order, those beside the article left out."""
        walk = iterwalk(self.tree, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event == "start":
                if node is self.headline:
                    yield from self._flush()
                    self.place = 0
                if node is self.headline or is_unseen(node) or self.around.leaves(node):
                    self.buffer.add(_label_for_the_ear(node))
                    walk.skip_subtree()
                    self.open.append((node, frozenset()))
                    continue
                if node.tag not in _INLINE:
                    yield from self._flush()
                self._start(node)
            elif event == "end":
                if node.tag not in _INLINE:
                    yield from self._flush()
                self._end(node)
            else:
                self.buffer.add(node.tail)
        yield from self._flush()

    def _start(self, node: _Element) -> None:
        marks = self._marks_of(node)
        self.open.append((node, marks))
        if _is_set_beside(node):
            self.buffer.add(_BETWEEN)
        self.buffer.add(node.text)
        if node.tag == "time" or any(node.get(name) for name in TIMES) or (node.tag == "abbr" and node.get("title")):
            self.buffer.times.append(node)
        if node.tag in _INLINE and node.text and node.text.strip():
            self.buffer.marks |= marks

    def _end(self, node: _Element) -> None:
        self.open.pop()
        if node is self.headline:
            self.place = 1
        self.buffer.add(node.tail)

    def _marks_of(self, node: _Element) -> frozenset[str]:
        inherited = self.open[-1][1] if self.open else frozenset()
        if node in self.around.members and node.tag in {"html", "body", "main", "article"}:
            return inherited
        own = {name for name, holds in _MARKS.items() if holds(node)}
        if node in self.around.members:
            own -= {"picture", "standfirst", "kicker", "author", "date"}
        return inherited | own

    def _flush(self) -> Iterator[SeenLine]:
        buffer, self.buffer = self.buffer, _Buffer()
        text = "".join(buffer.parts).strip()  # cleaned later, if it is one of the lines that count
        if not (text or buffer.times) or not self.open:
            return
        element, marks = self._innermost_block()
        marks = marks | buffer.marks
        place = self.place
        self.place += int(place > 0)
        date, author, standfirst, kicker, picture = (name in marks for name in _MARKS)
        yield SeenLine(
            text, element, place, date, author, standfirst, kicker, picture, self._steps(), tuple(buffer.times)
        )

    def _innermost_block(self) -> tuple[_Element, frozenset[str]]:
        for node, marks in reversed(self.open):
            if node.tag not in _INLINE:
                return node, marks
        return self.open[-1]

    def _steps(self) -> int:
        """How far up from the headline the element lies that holds both."""
        shared = {node for node, _ in self.open}
        for steps, node in enumerate(self.around.elements):
            if node in shared:
                return 99 if node.tag in {"html", "body"} else steps
        return 99


_MARKS = {
    "date": is_about_date,
    "author": is_about_author,
    "standfirst": is_about_standfirst,
    "kicker": is_about_kicker,
    "picture": is_picture,
}
