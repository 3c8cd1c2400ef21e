"""Source documents as received, and the drafts that readers and the dissector make of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.model.article import Original
from generator.model.dates import PublicationDate
from generator.model.language import Language


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document as received: where it lies (relative to the archive's root), its bytes and their SHA-256 in hex."""

    path: Path
    raw: bytes
    sha256: str


class BlockKind(StrEnum):
    """What a block of body text is."""

    PARAGRAPH = "p"
    HEADING = "h2"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body: plain text, never markup, with the line of the document (from 1) on which it begins."""

    kind: BlockKind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found in a document for one article, before tags, id and file are settled.

    Texts are repaired plain text. `lines` is the span in the document, first and last, from 1. `removed` keeps, word
    for word, what is in no field and not in the body (boilerplate, lists of headlines): nothing is lost silently.
    """

    title: str
    lang: Language
    blocks: tuple[Block, ...]
    lines: tuple[int, int]
    kicker: str | None = None
    description: str | None = None
    date: PublicationDate | None = None
    date_raw: str | None = None
    date_hints: tuple[str, ...] = ()
    updated: PublicationDate | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    translator: str | None = None
    special: bool = False
    dateline: str | None = None
    original: Original | None = None
    keywords: tuple[str, ...] = ()
    url: str | None = None
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
