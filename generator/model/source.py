"""Source documents as received, and the drafts that readers and the dissector make of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from generator.errors import Problem
from generator.model.article import Original, Rule, Sureness
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.values import value


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document as received: where it lies (relative to the archive's root), the SHA-256 of its bytes in hex, how
    many bytes it has, and `open`, which opens it at its beginning as often as it is called."""

    path: Path
    sha256: str
    size: int
    open: Callable[[], BinaryIO] = field(compare=False, repr=False)

    @classmethod
    def of(cls, path: Path, raw: bytes, sha256: str) -> SourceDocument:
        """A document whose bytes are in memory."""
        return cls(path, sha256, len(raw), partial(io.BytesIO, raw))

    @property
    def raw(self) -> bytes:
        """All its bytes, read anew each time: for formats that are small by nature. Raises OSError."""
        with self.open() as stream:
            return stream.read()


class BlockKind(StrEnum):
    """What a block of body text is."""

    PARAGRAPH = "p"
    HEADING = "h2"
    ITEM = "li"
    TABLE = "table"
    CODE = "pre"
    FIGURE = "figure"


@value(frozen=True, slots=True)
class Block:
    """One block of a body: its plain text, never markup, with the line of the document (from 1) on which it begins.

    `markdown` is the block's own Markdown where that says more than its text: inline markup (links, emphasis) of a
    paragraph, heading or list item, in which all else is escaped; the whole of a table, of code, or of an image with
    its caption. It holds no mark of the block itself (`##`, `-`, `>`). None stands for the text, escaped.
    `level`: of a heading 2 to 6; of a list's item its depth, from 1. `number`: of an item in a numbered list.
    `quote`: how many block quotations the block stands in. `starts`: the first item of a list, or the first block
    of a quotation, that follows another directly. Lines of verse and of addresses are one paragraph, its text and
    Markdown with line ends; so are the paragraphs of an item. A figure's text is its caption, else the text for those
    who do not see it, and may be empty.
    """

    kind: BlockKind
    text: str
    line: int
    markdown: str | None = None
    level: int = 2
    number: int | None = None
    quote: int = 0
    starts: bool = False

    @property
    def is_set_off(self) -> bool:
        """Whether its markup says that it is something else than a plain paragraph."""
        return self.kind is not BlockKind.PARAGRAPH or self.quote > 0


class FieldName(StrEnum):
    """The fields of an article that a reader can make a claim for. Several claims may be made for one field."""

    TITLE = "title"
    KICKER = "kicker"
    STANDFIRST = "description"
    PUBLISHED = "date"
    UPDATED = "updated"
    LANG = "lang"
    SOURCE = "source"
    AUTHOR = "authors"
    TRANSLATOR = "translator"
    DATELINE = "dateline"
    SECTION = "section"
    KEYWORD = "tags"
    URL = "url"
    RIGHTS = "rights"
    ORIGINAL_PUBLISHER = "original.publisher"
    ORIGINAL_URL = "original.url"
    ORIGINAL_LANG = "original.lang"
    ORIGINAL_TITLE = "original.title"
    STATUS = "status"
    ALIAS = "aliases"
    STORY = "story"


@value(frozen=True, slots=True)
class Claim:
    """What a reader found for one field: `value` as plain text (dates as the source writes them, never converted), the
    `rule` that found it in kebab-case with what it read behind a colon (`json-ld:datePublished`, `meta:og:title`,
    `column:العنوان`, `rss:pubDate`), the `raw` string where the value is not all of it, and how sure it is.

    One claim a value: two authors are two claims. Of several claims for a field that holds one value, the first that
    can be used counts: readers give the best first. A claim for the story is no story's name but a tie: a text that
    the versions of one story in other languages have too, and no other article (`counterparts.tie`).
    """

    name: FieldName
    value: str
    rule: str
    raw: str = ""
    sure: Sureness = Sureness.SURE


def address_of(claims: Iterable[Claim]) -> str | None:
    """The article's own address on the web, by the first claim for one that is such, or None."""
    values = (claim.value.strip() for claim in claims if claim.name is FieldName.URL)
    return next((address for value in values if (address := _web_address(value)) is not None), None)


def _web_address(value: str) -> str | None:
    """A value as an address on the web; programs write the scheme in capitals, and leave it out before `www.`."""
    address = f"https://{value}" if value[:4].lower() == "www." else value
    scheme, mark, rest = address.partition("://")
    try:
        urlsplit(address).port  # noqa: B018 - raises ValueError for one that cannot be
    except ValueError:
        return None
    return f"{scheme.lower()}://{rest}" if scheme.lower() in ("http", "https") and mark else None


@value(frozen=True, slots=True)
class Record:
    """One article as its reader found it in a document, before its text is dissected.

    `key` names it in its document, the same whenever the document or a newer state of it is read (a feed's guid, a
    page's address, a table's id; else its number, counted from 1); it is empty where the document is one article.
    `placed`: the key is only its number, which tells nothing once the document has changed.
    `line` is where it begins, from 1, or None. `reference` is the day on which the text was taken from its place (a
    WARC's date): what «today» in it refers to, and never its date; `moment` is the same to the second, in UTC, where
    that is known. `excerpt`: the document holds only a summary.
    `feed`: the address of the feed that it came by, where that is known.
    `removed`: what the reader took out of the body, word for word. `repairs` counts what was done to the text, by name.
    `problems` are faults that did not keep the record from being read.
    """

    key: str
    claims: tuple[Claim, ...]
    blocks: tuple[Block, ...]
    line: int | None = None
    reference: date | None = None
    excerpt: bool = False
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    feed: str | None = None
    placed: bool = False
    moment: str = ""


@value(frozen=True, slots=True)
class Draft:
    """What was found in a document for one article, before tags, id and file are settled.

    Texts are repaired plain text. `source_link` is the address to which the words that name the source lead. `lines`
    is the span in the document, first and last, from 1. `removed` keeps, word for word, what is in no field and not in
    the body (boilerplate, lists of headlines): nothing is lost silently.
    `rules` say of the fields by what they were found, from which words, and how sure that is.
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
    source_link: str | None = None
    authors: tuple[str, ...] = ()
    translator: str | None = None
    special: bool = False
    dateline: str | None = None
    original: Original | None = None
    keywords: tuple[str, ...] = ()
    url: str | None = None
    rights: str | None = None
    aliases: tuple[str, ...] = ()
    is_draft: bool = False
    partial: bool = False
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    rules: tuple[Rule, ...] = ()
