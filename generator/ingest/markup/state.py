"""What is known at a place of an article that is being read, and what has been made of it so far.

Plain values: walking (markup.flow) and making blocks (markup.making) are the business of others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.ingest.markup.inline import Run, Style
from generator.ingest.markup.pictures import Picture
from generator.model.source import Block


@dataclass(slots=True)
class ListState:
    """A list that is open: whether it is numbered, and what its next item's number is."""

    numbered: bool = False
    next_number: int = 1
    step: int = 1
    begun: bool = False


@dataclass(slots=True)
class ItemState:
    """An item that is open: its number, and at which place its block is."""

    number: int | None
    starts: bool
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the text at a place: its style and link, and the elements it stands in."""

    style: Style = Style.PLAIN
    address: str = ""
    quote: int = 0
    heading: int | None = None
    lists: tuple[ListState, ...] = ()
    item: ItemState | None = None
    caption: bool = False
    in_figure: bool = False


@dataclass(slots=True)
class Flow:
    """What has been made so far, and the text of the block at hand."""

    base: str | None
    blocks: list[Block] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    line: int = 0
    quote_starts: bool = False
    caption: list[Run] = field(default_factory=list)
    uncaptioned: int | None = None
