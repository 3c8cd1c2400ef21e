"""Plain text whose lines a program has broken at a width, as mail does, as paragraphs.

Not for text that people copied from pages, whose lines are told apart by what they say (`wrapping`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.text.repair import repair_text

_NARROW = 45  # a line that is shorter than that was ended by a person


def paragraphs_of(text: str) -> tuple[list[tuple[int, str]], dict[str, int]]:
    """The paragraphs of a text with the lines (from 1) on which they begin, mended, and how often what was mended."""
    repaired = repair_text(text)
    found: list[tuple[int, str]] = []
    held: list[str] = []
    begun = 1
    for line in (*repaired.lines, None):
        if line is not None and line.text:
            begun = begun if held else line.number
            held.append(line.text)
        elif held:
            found.extend(_joined(held, begun))
            held = []
    return found, dict(repaired.repairs)


def _joined(lines: Sequence[str], begun: int) -> list[tuple[int, str]]:
    """Lines without an empty one between them: one paragraph where a width has broken them, else one each."""
    if all(len(line) > _NARROW for line in lines[:-1]):
        return [(begun, " ".join(lines))]
    return [(begun + at, line) for at, line in enumerate(lines)]
