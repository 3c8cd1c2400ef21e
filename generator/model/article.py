"""The archive's record: one article in one language, as its file in content/articles/ says."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from pathlib import Path

from generator.model.dates import Precision, PublicationDate
from generator.model.language import Language
from generator.model.page import Permalink
from generator.model.values import value


class Status(StrEnum):
    """Whether the article is shown."""

    PUBLISHED = "published"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


class Relation(StrEnum):
    """How an article relates to the other versions of its story."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    SAME_EVENT = "same-event"


@value(frozen=True, slots=True)
class Original:
    """The work of which the article is a translation or report: who published it, where, in which language."""

    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    title: str | None = None


@value(frozen=True, slots=True)
class Correction:
    """A correction that was published: the day and the text."""

    date: PublicationDate
    text: str


@value(frozen=True, slots=True)
class Provenance:
    """From where an ingested article comes.

    `document` is relative to the archive's root; `sha256` is the digest of its bytes; `lines` is the span of lines,
    first and last, both counted from 1. `repairs` names what was done to the text, with a count each. `written` is
    the digest of the file as the program wrote it: where it no longer fits, a person has edited the file.
    """

    document: str
    sha256: str
    lines: tuple[int, int] | None = None
    repairs: tuple[tuple[str, int], ...] = ()
    removed: tuple[str, ...] = ()
    written: str | None = None


@value(frozen=True, slots=True)
class Article:
    """One article in one language: the fields of its front matter (docs/fields.md) and its body in Markdown.

    `source` and each of `tags` is the text that stands in the file: the id of a vocabulary concept or a free name.
    `place` is the file's place relative to the archive's root, as text with forward slashes: what is known of articles
    is kept by it. `permalink` is the address of the article's page: `ar/2025/06/02/1f0c9a7e/`, with fewer parts for a
    coarser date, `ar/undated/…/` without one.
    """

    title: str
    date: PublicationDate | None
    lang: Language
    source: str | None
    tags: tuple[str, ...]
    id: str
    slug: str
    body: str
    place: str
    kicker: str | None = None
    description: str | None = None
    updated: PublicationDate | None = None
    date_raw: str | None = None
    date_hints: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    translator: str | None = None
    special: bool = False
    dateline: str | None = None
    original: Original | None = None
    story: str | None = None
    relation: Relation | None = None
    related: tuple[str, ...] = ()
    rights: str | None = None
    status: Status = Status.PUBLISHED
    aliases: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = field(default_factory=tuple)
    provenance: Provenance | None = None
    permalink: Permalink = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out the address once: a plan asks for it some ten times."""
        day = "undated" if self.date is None else self.date.iso[:10].replace("-", "/")
        object.__setattr__(self, "permalink", Permalink(f"{self.lang}/{day}/{self.slug}/"))

    @property
    def path(self) -> Path:
        """The file's place relative to the archive's root."""
        return Path(self.place)

    @property
    def date_precision(self) -> Precision:
        """How exactly the date is known; NONE for an undated article."""
        return Precision.NONE if self.date is None else self.date.precision
