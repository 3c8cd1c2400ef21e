"""The part of a document's text that is held while it is walked through, and how far it is read.

Not for what is read (`json_objects`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = re.compile(r"[ \t\r\n\ufeff\0]*")


@dataclass(slots=True)
class HeldText:
    """The part of a document's text that is held, and how far it is read."""

    pieces: Iterator[str]
    held: str = ""
    at: int = 0
    line: int = 1
    ended: bool = False

    def need(self, size: int) -> None:
        """Hold at least `size` characters from here on, if there are as many."""
        if len(self.held) - self.at >= size or self.ended:
            return
        parts, length = [self.held[self.at :]], len(self.held) - self.at
        while length < size:
            piece = next(self.pieces, None)
            if piece is None:
                self.ended = True
                break
            parts.append(piece)
            length += len(piece)
        self.held, self.at = "".join(parts), 0

    def skip(self, size: int) -> None:
        self.line += self.held.count("\n", self.at, self.at + size)
        self.at += size

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            self.need(1)
            space = _SPACE.match(self.held, self.at)
            if space is not None and space.end() > self.at:
                self.skip(space.end() - self.at)
            if self.at < len(self.held):
                return self.held[self.at]
            if self.ended:
                return ""
