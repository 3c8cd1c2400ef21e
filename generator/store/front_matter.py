"""The table of front-matter fields: the one source for reading, writing, checking and for docs/fields.md.

Only the table; how a type is read stands in `field_reading`, how it is written in `field_writing`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.article import Relation, Rule, Status
from generator.model.dates import Precision
from generator.model.language import Language
from generator.store.permalinks import parse_address


class Kind(StrEnum):
    """The type of a field's value; the value is its name in reports and documentation."""

    TEXT = "text"
    TEXTS = "list of texts"
    DATE = "date"
    CHOICE = "one word of a list"
    FLAG = "true or false"
    RECORD = "mapping"
    RECORDS = "list of mappings"
    COUNTS = "mapping of names to counts"
    SPAN = "first and last line"
    NUMBER = "whole number"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `example` is YAML as the program writes it; `fits` narrows a text further, as `form` says in words.

    `required` fields are written always and missed by `sijill check`; `fields` are those of a mapping or of each
    mapping in a list. `choices` are the words of a CHOICE. `single`: a text without brackets is a list of one.
    """

    name: str
    kind: Kind
    meaning: str
    example: str
    filled_by: str
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    fits: Callable[[str], bool] | None = None
    form: str = ""
    single: bool = False


def _is_address(text: str) -> bool:
    return parse_address(text) is not None


def _is_sha256(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None


def _is_rule(text: str) -> bool:
    return Rule.parse(text) is not None


def _is_web_address(text: str) -> bool:
    return re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text) is not None


_RULE = "a field, how sure it is, the rule, and the words it was read from, with bars between them"
_WEB_ADDRESS = "an address on the web, such as https://example.org/news/1"
_ADDRESS = "an address below the site's root, such as ar/2024/05/old-name/"
_SHA256 = "64 hexadecimal digits"
_INGEST = "ingest"
_BOTH = "ingest, or the editor"
_EDITOR = "the editor"

ORIGINAL_FIELDS = (
    Field("publisher", Kind.TEXT, "Who published the original.", '"ذا نورث أفريكا بوست"', _BOTH),
    Field("url", Kind.TEXT, "Where the original stands.", '"https://example.org/report"', _BOTH),
    Field("lang", Kind.TEXT, "The original's language, as a BCP 47 tag.", '"en"', _BOTH),
    Field("title", Kind.TEXT, "The original's title.", '"Port reopens"', _BOTH),
)

CORRECTION_FIELDS = (
    Field("date", Kind.DATE, "The day of the correction.", '"2025-06-04"', _EDITOR, required=True),
    Field("text", Kind.TEXT, "What was wrong and is right now.", '"The port is at Misrata."', _EDITOR, required=True),
)

PROVENANCE_FIELDS = (
    Field(
        "document",
        Kind.TEXT,
        "The source document, relative to the archive's root.",
        '"content/sources/al-marsad/0001.txt"',
        _INGEST,
        required=True,
    ),
    Field(
        "sha256",
        Kind.TEXT,
        "The digest of the document's bytes.",
        f'"{"0123456789abcdef" * 4}"',
        _INGEST,
        required=True,
        fits=_is_sha256,
        form=_SHA256,
    ),
    Field("record", Kind.TEXT, "Which article of the document it is, where that holds several.", '"1204"', _INGEST),
    Field("lines", Kind.SPAN, "The lines of the document, first and last, from 1.", '"1-14"', _INGEST),
    Field("taken", Kind.DATE, "When the text was taken from the web, the day or the time.", '"2025-06-03"', _INGEST),
    Field(
        "rules",
        Kind.TEXTS,
        "How each field was found: its name, how sure that is (`sure`, `likely`, `doubtful`), the rule, and the words "
        "it was read from.",
        '["date | sure | json-ld:datePublished | 2025-06-02T10:00:00+03:00"]',
        _INGEST,
        fits=_is_rule,
        form=_RULE,
    ),
    Field(
        "earlier",
        Kind.TEXTS,
        "Files below content/sources that hold an earlier text of the article.",
        '["content/sources/al-marsad/0001.html"]',
        _INGEST,
    ),
    Field(
        "repairs",
        Kind.COUNTS,
        "What was repaired in the text, and how often.",
        '{"lost-emoji": 8, "tatweel": 1}',
        _INGEST,
    ),
    Field(
        "removed",
        Kind.TEXTS,
        "Lines of the document that stand neither in a field nor in the body, word for word.",
        '["Share on Facebook"]',
        _INGEST,
    ),
    Field(
        "written",
        Kind.TEXT,
        "The digest of this file without this line. When it no longer fits, a person has edited the file, and ingest "
        "will not write over it.",
        f'"{"fedcba9876543210" * 4}"',
        _INGEST,
        fits=_is_sha256,
        form=_SHA256,
    ),
)

FIELDS = (
    Field("title", Kind.TEXT, "The headline, as plain text.", '"ميناء مصراتة يستأنف العمل"', _BOTH, required=True),
    Field(
        "date",
        Kind.DATE,
        "When the source published the article, as exactly as it says: a year, a month, a day, or a day and time. "
        "`null` where the source does not say.",
        '"2025-06-02"',
        _BOTH,
        required=True,
    ),
    Field(
        "lang",
        Kind.CHOICE,
        "The language of the article.",
        '"ar"',
        _BOTH,
        required=True,
        choices=tuple(language.value for language in Language),
    ),
    Field(
        "source",
        Kind.TEXT,
        "Who published the text that stands here: a publisher's id or name. `null` where it is not known.",
        '"صحيفة المرصد الليبية"',
        _BOTH,
        required=True,
    ),
    Field(
        "tags",
        Kind.TEXTS,
        "What the article is about: ids of the vocabulary (`place/LY`, `medtop:11000000`, `person/…`, "
        "`organisation/…`) or free words.",
        '["place/LY", "medtop:11000000"]',
        _BOTH,
        required=True,
    ),
    Field("id", Kind.TEXT, "The article's own id, by which others name it; it never changes.", '"1f0c9a7e"', _INGEST),
    Field(
        "slug",
        Kind.TEXT,
        "The last part of the article's address: lower-case ASCII letters, digits and hyphens, at most 60. A change "
        "moves the page: put the old address into `aliases`.",
        '"port-of-misrata-reopens-1f0c9a7e"',
        _BOTH,
    ),
    Field(
        "url",
        Kind.TEXT,
        "Where the source published the article.",
        '"https://example.org/news/1"',
        _BOTH,
        fits=_is_web_address,
        form=_WEB_ADDRESS,
    ),
    Field("partial", Kind.FLAG, "Whether the text is only a part of what the source published.", "true", _BOTH),
    Field("kicker", Kind.TEXT, "The short line above the headline.", '"ليبيا"', _BOTH),
    Field("description", Kind.TEXT, "The standfirst: the sentence below the headline.", '"Trade resumes."', _BOTH),
    Field("updated", Kind.DATE, "When the source last changed the article.", '"2025-06-03T09:10:00+02:00"', _BOTH),
    Field(
        "date_precision",
        Kind.CHOICE,
        "How exactly the date is known; it follows from `date`.",
        '"day"',
        _INGEST,
        choices=tuple(precision.value for precision in Precision),
    ),
    Field("date_raw", Kind.TEXT, "The date as the source writes it.", '"2nd, June 2025 GMT"', _INGEST),
    Field(
        "date_hints",
        Kind.TEXTS,
        "Words in the text that point to a date without giving one.",
        '["اليوم الخميس"]',
        _INGEST,
    ),
    Field("authors", Kind.TEXTS, "Who wrote the article.", '["Mona Salem"]', _BOTH),
    Field("translator", Kind.TEXT, "Who translated it.", '"المرصد"', _BOTH),
    Field("special", Kind.FLAG, "Whether it was written for this outlet alone (خاص).", "true", _INGEST),
    Field("dateline", Kind.TEXT, "The place from which it was reported.", '"طرابلس"', _BOTH),
    Field(
        "original",
        Kind.RECORD,
        "The work that the article translates or reports.",
        "",
        _BOTH,
        fields=ORIGINAL_FIELDS,
    ),
    Field("story", Kind.TEXT, "The id that all versions of one story share.", '"misrata-port-reopens"', _BOTH),
    Field(
        "relation",
        Kind.CHOICE,
        "How this version relates to the others of its story.",
        '"translation"',
        _BOTH,
        choices=tuple(relation.value for relation in Relation),
    ),
    Field("related", Kind.TEXTS, "The ids of articles that belong to this one.", '["9b3f21aa"]', _BOTH),
    Field("rights", Kind.TEXT, "Under which terms the text may be used.", '"CC BY 4.0"', _BOTH),
    Field(
        "status",
        Kind.CHOICE,
        "Whether the article is shown. A draft has no page; a withdrawn article's page says that it was withdrawn.",
        '"published"',
        _BOTH,
        choices=tuple(status.value for status in Status),
    ),
    Field(
        "aliases",
        Kind.TEXTS,
        "Former addresses of the page, which go on to lead here.",
        '["ar/2024/05/old-name/"]',
        _BOTH,
        fits=_is_address,
        form=_ADDRESS,
    ),
    Field(
        "corrections",
        Kind.RECORDS,
        "Corrections that were published, oldest first.",
        "",
        _EDITOR,
        fields=CORRECTION_FIELDS,
    ),
    Field(
        "provenance",
        Kind.RECORD,
        "From where the text comes and what was done to it.",
        "",
        _INGEST,
        fields=PROVENANCE_FIELDS,
    ),
)

# What people write who come from other programs, and the field they mean.
