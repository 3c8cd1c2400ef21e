"""A person's version of an article and its source's, put together where they do not contradict each other. Pure.

Three-way merging of blocks as in diff3 (Khanna, Kunal, Pierce 2007): what only one of the two changed is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from generator.model.article import Article

# The fields that are decided one by one; those of the second group hold several values, which are put together.
ONE_VALUE = (
    "title", "kicker", "description", "date", "updated", "authors", "translator", "dateline", "original", "rights",
    "source", "url", "partial", "special", "status", "body",
)  # fmt: skip
SEVERAL_VALUES = ("tags", "corrections", "aliases")
_WITH_DATE = ("date_raw", "date_hints")


@dataclass(frozen=True, slots=True)
class Merged:
    """The article put together, and the fields that both changed, each to something else: there it has the person's."""

    article: Article
    conflicts: tuple[str, ...]


def merge(mine: Article, base: Article, source: Article) -> Merged:
    """`mine` with what `source` changed since `base`, of which both were made."""
    values: dict[str, object] = {}
    conflicts = []
    for name in ONE_VALUE:
        ours, before, theirs = (getattr(each, name) for each in (mine, base, source))
        if ours == before:
            values[name] = theirs
        elif theirs not in (before, ours):
            blocks = (
                merge_blocks(*(split_blocks(each.body) for each in (mine, base, source))) if name == "body" else None
            )
            if blocks is None:
                conflicts.append(name)
            else:
                values[name] = "\n\n".join(blocks)
    for name in SEVERAL_VALUES:
        ours, before, theirs = (getattr(each, name) for each in (mine, base, source))
        gone = [value for value in before if value not in theirs]
        values[name] = tuple(dict.fromkeys((*(value for value in ours if value not in gone), *_new(theirs, before))))
    taken = take(replace(mine, **values), source, ("date",) if values.get("date") == source.date else ())  # type: ignore[arg-type]  # names and values of fields
    return Merged(taken, tuple(conflicts))


def take(mine: Article, source: Article, names: Sequence[str]) -> Article:
    """`mine` with the source's values of these fields."""
    further = _WITH_DATE if "date" in names else ()
    return replace(mine, **{name: getattr(source, name) for name in (*names, *further)})


def merge_blocks(mine: Sequence[str], base: Sequence[str], source: Sequence[str]) -> list[str] | None:
    """The blocks with the changes of both; None where both change the same ones otherwise."""
    changes = sorted({*_changes(base, mine), *_changes(base, source)})
    merged: list[str] = []
    at = 0
    for number, (start, end, new) in enumerate(changes):
        if number and _meet(changes[number - 1], (start, end, new)):
            return None
        merged.extend((*base[at:start], *new))
        at = end
    return [*merged, *base[at:]]


_Change = tuple[int, int, tuple[str, ...]]


def _changes(base: Sequence[str], other: Sequence[str]) -> Iterator[_Change]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield start, end, tuple(other[first:last])


def _meet(one: _Change, other: _Change) -> bool:
    """Whether two changes, in order, are of the same blocks, or put different ones into one place."""
    return other[0] < one[1] or (one[0], one[1]) == (other[0], other[1])


def split_blocks(body: str) -> list[str]:
    """The blocks of a body in Markdown: what empty lines set apart."""
    return [block for block in body.split("\n\n") if block.strip()]


def _new(theirs: Sequence[object], before: Sequence[object]) -> Iterator[object]:
    return (value for value in theirs if value not in before)
