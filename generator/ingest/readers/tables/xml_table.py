"""Tables of articles as XML of no vocabulary of its own: one element an article, its fields the elements in it, by
their names (`<headline>`) or by an attribute (`<column name="headline">`), as databases and corpora write them.

Not for feeds, WordPress and agencies, whose vocabularies are known, nor for what the fields mean (`mapped_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.feeds.feed import unreadable_record
from generator.ingest.readers.tables.column_names import meaning_of
from generator.ingest.readers.tables.mapped_rows import records_of
from generator.ingest.readers.tables.rows import Row, Table, new_table
from generator.ingest.readers.tables.unmapped import no_article_columns
from generator.ingest.readers.text.text_stream import decode_head
from generator.ingest.readers.xml.pieces import split_records
from generator.ingest.readers.xml.trees import Element, parse_record, read_declarations
from generator.ingest.readers.xml.xml_text import HEAD, XmlText, read_pieces, settle_text
from generator.model.source import Record, SourceDocument
from generator.store.table_mapping import TableMapping

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[^\W\d][\w.:-]*)(?P<attributes>[^<>]*?)(?P<empty>/)?>")
_APART = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!DOCTYPE[^<>\[]*(?:\[[^\]]{0,4000}\])?\s*>",
    re.DOTALL,
)
_NAME = re.compile(r"(?<![\w.:-])name\s*=\s*[\"']([^\"'<>]+)[\"']")
_NUMBERED = re.compile(r"(?P<stem>.*\D)_?\d+\Z")
_NAMED_BY_ATTRIBUTE = frozenset({"column", "field", "col", "property", "cell", "f", "attribute", "data", "param"})
_MARKUP = frozenset({
    "p", "br", "div", "span", "b", "i", "u", "em", "strong", "a", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "img", "table", "font", "figure", "hr", "pre", "center",
})  # fmt: skip
# With one of these a web page begins, or a part of one; in them stand no articles of a table.
_OF_PAGES = _MARKUP | {
    "html", "head", "body", "main", "section", "form", "meta", "link", "base", "script", "style", "nav", "header",
    "footer", "aside", "button", "input", "iframe", "noscript", "svg", "g", "symbol",
}  # fmt: skip
_DEEPEST = 6
_MOST_SAMPLES = 20


def is_xml_table(path: Path, head: bytes) -> bool:
    """Whether a document is XML in which one element after the other holds a headline and a text."""
    del path  # content tells
    text = decode_head(head).lstrip("\ufeff \t\r\n")
    return text.startswith("<") and _find_record(text) is not None


def read_xml_table(document: SourceDocument, *, mapping: TableMapping | None = None) -> Iterator[Record | Problem]:
    """The articles of a table in XML; a record that is broken is mended, or told and passed over.

    Raises UnreadableError where it holds none (`no-article-columns`), or is no text."""
    table, text = new_table(document, mapping), settle_text(document)
    head = next(read_pieces(text), "")[:HEAD]
    samples: list[dict[str, object]] = []
    given = False
    for each in records_of(table, _rows(table, text, head, samples)):
        given = given or isinstance(each, Record)
        yield each
    if not given:
        raise UnreadableError(no_article_columns(table, samples))


def _rows(table: Table, text: XmlText, head: str, samples: list[dict[str, object]]) -> Iterator[Row | Problem]:
    name = _find_record(head.lstrip("\ufeff \t\r\n")) or ""
    stem = _NUMBERED.match(name)
    pieces = read_pieces(text)
    if stem is not None:  # `<Article_1>`, `<Article_2>`
        pieces, name = _without_numbers(pieces, stem["stem"]), stem["stem"]
    declarations = read_declarations(head.partition(f"<{name}")[0])
    count = mended = 0
    for piece in split_records(pieces, name):
        if not piece.is_record:
            continue
        count += 1
        element, is_mended = parse_record(piece.text, declarations, piece.line)
        if element is None or piece.oversized:
            yield unreadable_record(table.document.path, piece, count)
            continue
        mended += is_mended
        values = dict(_values(element))
        if len(samples) < _MOST_SAMPLES:
            samples.append(values)
        yield Row(values, count, piece.line, repairs=text.repairs, cut=not piece.whole)
    if mended:
        yield _mended(table, mended)


def _find_record(text: str) -> str | None:
    """The name of the elements that are articles: the first that holds elements for a headline and for a text; None in
    a document without any, and in a web page."""
    plain = _APART.sub(lambda part: " " * (part[0].startswith("<![CDATA[")), text)
    stack: list[tuple[str, set[str]]] = []
    for tag in _TAG.finditer(plain):
        name = tag["name"]
        if not stack and name.casefold() in _OF_PAGES:
            return None
        if tag["close"]:
            while stack and stack.pop()[0] != name:
                pass
            continue
        if stack:
            holder, fields = stack[-1]
            fields.add(_field_of(name, tag["attributes"]))
            if _is_article(fields) and holder.casefold() not in _OF_PAGES:
                return holder
        if not tag["empty"]:
            stack.append((name, set()))
    return None


def _is_article(fields: set[str]) -> bool:
    return "title" in fields and (
        "body" in fields or {"description", "url"} <= fields or {"description", "date"} <= fields
    )


def _field_of(name: str, attributes: str) -> str:
    """The field that an element is of, by its name or, where that only says «column», by its attribute's."""
    local = name.rpartition(":")[2]
    named = _NAME.search(attributes) if local.casefold() in _NAMED_BY_ATTRIBUTE else None
    meaning = meaning_of(named[1] if named else local)
    return meaning[0] if meaning is not None else ""


def _without_numbers(pieces: Iterator[str], stem: str) -> Iterator[str]:
    """A document in pieces whose records have names with numbers, with names without them."""
    numbered = re.compile(rf"(?<=<)(/?{re.escape(stem)})_?\d+(?=[\s/>])")
    held = ""
    for piece in pieces:
        text = held + piece
        end = max(text.rfind("<"), 0)
        held = text[end:]
        yield numbered.sub(r"\1", text[:end])
    yield numbered.sub(r"\1", held)


def _values(element: Element, depth: int = 0) -> Iterator[tuple[str, object]]:
    """The fields of a record by their names, its attributes among them; of a name that stands several times a list."""
    found: dict[str, list[object]] = {}
    for child in element.children:
        local = child.name.rpartition(":")[2]
        named = child.get("name") if local.casefold() in _NAMED_BY_ATTRIBUTE else ""
        found.setdefault(named or local, []).append(_value(child, depth + 1))
    for name, value in element.node.attrib.items():
        found.setdefault(str(name).rpartition("}")[2], [str(value)])
    for name, values in found.items():
        yield name, values[0] if len(values) == 1 else values


def _value(element: Element, depth: int) -> object:
    """What stands in a field: its text, its markup, or the fields in it."""
    inner = [child.name.rpartition(":")[2].casefold() for child in element.children]
    if not inner or depth > _DEEPEST or not _MARKUP.isdisjoint(inner):
        return element.inner
    values = dict(_values(element, depth))
    only = next(iter(values.values()))
    return only if len(values) == 1 and isinstance(only, list | str) else values


def _mended(table: Table, count: int) -> Problem:
    return Problem(
        "mended-xml",
        "records of the table are broken XML and were mended",
        table.document.path,
        expected="well-formed XML",
        found=f"{count:,} records",
        cure="compare their articles with the source",
        severity=Severity.HINT,
    )
