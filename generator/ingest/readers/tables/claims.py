"""The fields of one row as claims: for each field the texts of its columns, mended, with the column that said so.

Not for the body (`body`), and not for dates' or names' meaning, which is settled later.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from generator.errors import visible
from generator.ingest.readers.categories import names_no_category
from generator.ingest.readers.tables.column_names import says_unpublished
from generator.ingest.readers.tables.columns import Columns, look_up
from generator.ingest.readers.tables.date_orders import Orders, order_of
from generator.ingest.readers.tables.split_dates import find_split_date
from generator.ingest.readers.tables.values import (
    body_texts_of,
    date_in_order,
    is_nothing,
    keywords_in,
    language_code,
    names_in,
    split_between_entities,
    status_of,
    texts_of,
    unescape_entities,
    unescape_twice_escaped,
)
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.store.table_mapping import FieldMapping, TableMapping
from generator.text.arabic import fold
from generator.text.html.tags import strip_tags
from generator.text.repair import repair_text

Split = Callable[[str, str | None], list[str]]

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_PATH = re.compile(r"/\S*\Z")
_CLOCK = re.compile(r"\d\s*[:٫]\s*\d\d|[ap]\.?m\.?\b|[صم]\s*\Z", re.IGNORECASE)
_DIGITS = re.compile(r"[\d\s.,;|]+")
_PUBLISHED = ("published", "Published", "publish")  # a day, or whether the article is shown
_ONE_OR_NONE = re.compile(r"\s*(?:[01]|true|false|yes|no)\s*", re.IGNORECASE)
_LINK = re.compile(r"\s*<a\s[^<>]*?\bhref=[\"'](?P<address>[^\"'<>]+)[\"']", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\S)\s+[-–—|]\s+(?P<name>[^-–—|]{2,80})\Z")
# An address often holds the day of publication: /2015/07/22/, /20150722/, /2015/20150722/.
_DAY_IN_ADDRESS = re.compile(
    r"/(?:(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)"
    r"|(?P<whole>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=/))"
)
# The clock that databases and programs write to a day without one.
_MIDNIGHT = re.compile(r"(?<=\d)[T ]00:00:00(?:[.,]0+)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?\Z")
_LONGEST_NAME = 150
_LEAST_TEXT, _LONGEST_PERSON = 15, 8  # words
_UNMAPPED = FieldMapping()
_LONGEST_TITLE = 1000
_PLAIN_FIELDS = (
    (FieldName.TITLE, "title", _LONGEST_TITLE),
    (FieldName.KICKER, "kicker", _LONGEST_TITLE),
    (FieldName.STANDFIRST, "description", 100_000),
)
_LISTS: tuple[tuple[FieldName, str, Split], ...] = (
    (FieldName.AUTHOR, "authors", names_in),
    (FieldName.TRANSLATOR, "translator", names_in),
)
_LATER_FIELDS = (
    (FieldName.DATELINE, "dateline", _LONGEST_NAME),
    (FieldName.RIGHTS, "rights", 10_000),
    (FieldName.ORIGINAL_PUBLISHER, "original_publisher", _LONGEST_NAME),
    (FieldName.ORIGINAL_TITLE, "original_title", _LONGEST_TITLE),
)


@dataclass(slots=True)
class Cells:
    """The cells of one row in one language; `used` are the columns from which something was taken, `texts_for_names`
    the texts that stand where names of people should."""

    flat: Mapping[str, object]
    values: Mapping[str, object]
    columns: Columns
    mapping: TableMapping
    used: set[str] = field(default_factory=set)
    texts_for_names: list[str] = field(default_factory=list)
    orders: Orders = field(default_factory=dict)

    def texts(self, name: str) -> Iterator[tuple[str, str]]:
        """The texts of a field, each with its column: those of its columns in order, else the constant of the mapping,
        whose column is empty."""
        found = False
        for column in self.columns.of.get(name, ()):
            cell = look_up(column, self.flat, self.values)
            for text in (body_texts_of if name == "body" else texts_of)(cell[1]) if cell else ():
                if cell and not is_nothing(text):
                    found = True
                    yield cell[0], text
        if not found and self.mapping.fields:
            constant = self.mapped(name).value
            if constant is not None:
                yield "", constant

    def mapped(self, name: str) -> FieldMapping:
        """What a person said of a field."""
        return next((each for field_name, each in self.mapping.fields if field_name == name), _UNMAPPED)


def find_claims(cells: Cells, repairs: Counter[str]) -> list[Claim]:
    """The claims of a row, all but its body; `repairs` counts what was mended."""
    claims = [*_texts(cells, _PLAIN_FIELDS, repairs), *_dates(cells, repairs)]
    claims.extend(_languages(cells))
    sources = list(_sources(cells, repairs))
    claims = [_without_source(claim, sources) if claim.name is FieldName.TITLE else claim for claim in claims]
    claims.extend(sources)
    for name, field_name, split in _LISTS:
        claims.extend(_parts(cells, name, field_name, split, repairs, of_people=True))
    claims.extend(_texts(cells, _LATER_FIELDS, repairs))
    claims.extend(_sections_and_keywords(cells, repairs))
    claims.extend(_addresses(cells))
    claims.extend(_statuses(cells))
    if not any(claim.name is FieldName.PUBLISHED for claim in claims):
        claims.extend(_day_of_address(claims))
    return claims


def mend(text: str, repairs: Counter[str]) -> str:
    """The text of one field on one line: character references read, tags taken off, mended, white space collapsed."""
    plain, entities = unescape_entities(text)
    if entities and "&" in plain:
        plain, again = unescape_twice_escaped(plain)
        entities += again
    repairs["entities"] += entities
    if "<" in plain:
        plain = strip_tags(_TAG.sub(lambda tag: tag[0], plain)) if _TAG.search(plain) else plain
    if plain.isascii() and plain.isprintable() and "????" not in plain:
        return " ".join(plain.split())  # nothing to mend: dates, addresses, names
    lines = repair_text(plain).lines
    for line in lines:
        if line.repairs:
            repairs.update(dict(line.repairs))
    return " ".join(" ".join(line.text for line in lines).split())


def _claim(cells: Cells, name: FieldName, column: str, value: str, raw: str = "") -> Claim:
    cells.used.add(column)
    return Claim(name, value, _rule(column), raw if raw.isprintable() else "")


@lru_cache(maxsize=4096)
def _rule(column: str) -> str:
    return f"column:{visible(column)}" if column else "mapping:value"


def _texts(cells: Cells, fields: tuple[tuple[FieldName, str, int], ...], repairs: Counter[str]) -> Iterator[Claim]:
    for name, field_name, longest in fields:
        for column, text in cells.texts(field_name):
            value = mend(text, repairs)
            if value and len(value) <= longest:
                yield _claim(cells, name, column, value)


def _dates(cells: Cells, repairs: Counter[str]) -> Iterator[Claim]:
    """Dates as they are written, save numbers whose order a person stated; a clock that has a column of its own is put
    behind a day without one. A date in several columns counts where no column has it whole."""
    clocks = [(column, text.strip()) for column, text in cells.texts("clock") if _CLOCK.search(text) and len(text) < 20]
    whole = False
    for name, field_name in ((FieldName.PUBLISHED, "date"), (FieldName.UPDATED, "updated")):
        for column, text in cells.texts(field_name):
            written = mend(text, repairs)
            bare = _MIDNIGHT.sub("", written)
            proven = order_of(cells.orders, column, bare)
            order = cells.mapping.date_order or proven
            value = date_in_order(bare, order) if order else bare
            if name is FieldName.PUBLISHED and clocks and not _CLOCK.search(value):
                cells.used.add(clocks[0][0])
                value = written = f"{value} {clocks[0][1]}"
            if value:
                whole = whole or name is FieldName.PUBLISHED
                claim = _claim(cells, name, column, value, "" if value == written else written)
                yield replace(claim, sure=Sureness.LIKELY) if proven else claim
    split = None if whole else find_split_date(cells.texts)
    if split is not None:
        cells.used.update(split[0])
        clock = f" {clocks[0][1]}" if clocks and len(split[0]) > 2 else ""
        cells.used.update(clocks[0][:1] if clock else ())
        yield Claim(FieldName.PUBLISHED, f"{split[1]}{clock}", _rule(" + ".join(split[0])))


def _languages(cells: Cells) -> Iterator[Claim]:
    if cells.columns.language is not None:
        yield Claim(FieldName.LANG, cells.columns.language.value, "column:language-of-name")
    for name, field_name in ((FieldName.LANG, "lang"), (FieldName.ORIGINAL_LANG, "original_lang")):
        for column, text in cells.texts(field_name):
            code = language_code(text)
            if code is not None:
                yield _claim(cells, name, column, code, "" if code == text else text)


def _sources(cells: Cells, repairs: Counter[str]) -> Iterator[Claim]:
    for column, text in cells.texts("source"):
        value = mend(text, repairs)
        if value and not _ADDRESS.match(value) and len(value) <= _LONGEST_NAME:
            yield _claim(cells, FieldName.SOURCE, column, value)


def _without_source(title: Claim, sources: list[Claim]) -> Claim:
    """A headline without the name of its source behind it (« - Source»), as services that gather news write it."""
    ending = _ENDING.search(title.value)
    if ending is None or fold(ending["name"]) not in {fold(source.value) for source in sources}:
        return title
    return replace(title, value=title.value[: ending.start()], raw=title.raw or title.value)


def _parts(
    cells: Cells, name: FieldName, field_name: str, split: Split, repairs: Counter[str], *, of_people: bool = False
) -> Iterator[Claim]:
    """The elements of a list: each column's texts parted. Numbers name nobody: they are keys of another table. Nor does
    a text, as where the beginning of an article stands in the column `of_people`."""
    separator = cells.mapped(field_name).separator or cells.mapping.separator
    seen = set()
    for column, text in cells.texts(field_name):
        parts = split_between_entities(text, split, separator)
        if of_people and _is_text(text, parts):
            cells.used.add(column)
            cells.texts_for_names.append(mend(text, repairs))
            continue
        for part in parts:
            value = mend(part, repairs)
            if not value or value in seen or len(value) > _LONGEST_NAME or _DIGITS.fullmatch(value):
                continue
            seen.add(value)
            yield _claim(cells, name, column, value, "" if part == text else text[:_LONGEST_TITLE])


def _is_text(text: str, parts: list[str]) -> bool:
    """Whether a text is more than names and what their bearers are."""
    if len(text) < _LONGEST_NAME // 2 or len(text.split()) < _LEAST_TEXT:
        return False
    return any(len(part.split()) > _LONGEST_PERSON for part in parts)


def _sections_and_keywords(cells: Cells, repairs: Counter[str]) -> Iterator[Claim]:
    for name, field_name in ((FieldName.SECTION, "section"), (FieldName.KEYWORD, "tags")):
        found = _parts(cells, name, field_name, keywords_in, repairs)
        yield from (claim for claim in found if not names_no_category(claim.value))


def _addresses(cells: Cells) -> Iterator[Claim]:
    for name, field_name, form in (
        (FieldName.URL, "url", _ADDRESS),
        (FieldName.ORIGINAL_URL, "original_url", _ADDRESS),
        (FieldName.ALIAS, "aliases", _PATH),
    ):
        for column, text in cells.texts(field_name):
            link = _LINK.match(text)
            value = unescape_entities(link["address"] if link else text.strip())[0]
            if (form.match(value) or _ADDRESS.match(value)) and value.isprintable():
                yield _claim(cells, name, column, value)
    for field_name in ("source", "id"):  # where some tables put the address
        for column, text in cells.texts(field_name):
            if _ADDRESS.match(text.strip()) and text.strip().isprintable():
                claim = _claim(cells, FieldName.URL, column, text.strip())
                yield Claim(claim.name, claim.value, claim.rule, sure=Sureness.LIKELY)


def _statuses(cells: Cells) -> Iterator[Claim]:
    named = ((column, text) for column, text in cells.texts("date") if column.rpartition(".")[2] in _PUBLISHED)
    for column, text in chain(cells.texts("status"), (each for each in named if _ONE_OR_NONE.fullmatch(each[1]))):
        status = status_of(text)
        if status is not None and says_unpublished(column.rpartition(".")[2]):
            status = {"published": "draft", "draft": "published"}.get(status, status)
        if status is not None:
            yield _claim(cells, FieldName.STATUS, column, status, "" if status == text else text)


def _day_of_address(claims: list[Claim]) -> Iterator[Claim]:
    """The day that the article's own address names, where nothing else does."""
    for claim in claims:
        match = _DAY_IN_ADDRESS.search(claim.value) if claim.name is FieldName.URL else None
        if match is None:
            continue
        whole = match["whole"]
        year, month, day = (whole[:4], whole[4:6], whole[6:]) if whole else match.group("year", "month", "day")
        value = f"{year}-{month.zfill(2)}-{day.zfill(2)}"
        yield Claim(FieldName.PUBLISHED, value, "url:day", claim.value, Sureness.LIKELY)
        return
