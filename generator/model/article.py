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


class Sureness(StrEnum):
    """How sure a field is: stated by the source in so many words; read from a form that seldom errs; worth a look."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


# The order of sureness, the surest first.
SURENESS = {sure: at for at, sure in enumerate(Sureness)}


@value(frozen=True, slots=True)
class Rule:
    """How a field was found: its name, how sure it is, the rule, and the words it was read from where they are others
    than the field's value."""

    field: str
    sure: Sureness
    rule: str
    raw: str = ""

    @property
    def written(self) -> str:
        """The rule as one line: `date | sure | json-ld:datePublished | 2025-06-02T10:00:00+03:00`."""
        parts = (self.field, self.sure.value, self.rule.replace(" | ", " "), " ".join(self.raw.split()))
        return " | ".join(part for part in parts if part)

    @classmethod
    def parse(cls, text: str) -> Rule | None:
        """The rule that `written` told, or None where the text is none."""
        parts = text.split(" | ", 3)
        if len(parts) < 3 or parts[1] not in _SURENESSES:
            return None
        return cls(parts[0], Sureness(parts[1]), parts[2], parts[3] if len(parts) > 3 else "")


_SURENESSES = frozenset(Sureness)


@value(frozen=True, slots=True)
class Provenance:
    """From where an ingested article comes.

    `document` is relative to the archive's root; `sha256` is the digest of its bytes; `record` names the article in a
    document of several; `lines` is the span of lines, first and last, both counted from 1; `taken` is when the text was
    taken from its place on the web, the day or the time. `rules` say how the fields were found (`Rule.written`).
    `earlier` are documents that held an earlier text of the article. `repairs` names what was done to the text, with a
    count each. `written` is the digest of the file as the program wrote it: where it no longer fits, a person has
    edited the file.
    """

    document: str
    sha256: str
    lines: tuple[int, int] | None = None
    repairs: tuple[tuple[str, int], ...] = ()
    removed: tuple[str, ...] = ()
    written: str | None = None
    record: str | None = None
    taken: PublicationDate | None = None
    rules: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Article:
    """One article in one language: the fields of its front matter (docs/fields.md) and its body in Markdown.

    `url` is where the source published it; `partial` says that the body is only a part of what stands there.
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
    url: str | None = None
    partial: bool = False
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
