"""A text in reStructuredText, as Pelican and Nikola keep articles, as blocks, and the fields that stand above it.

Docutils reads it and carries nothing out: no file is put in, no raw HTML, no configuration. What it does not know
(directives of one program, comments) is kept word for word among what was removed. Not for Markdown (`markdown_body`).
"""

from __future__ import annotations

import re

from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.text.markdown_body import MarkdownBody, lost_lines, with_lines

_RULE = r"(?:={3,}|-{3,}|~{3,}|\*{3,}|#{3,}|\^{3,}|\"{3,}|'{3,}|\+{3,}|:{3,}|`{3,}|\.{3,}|_{3,})"
_TITLE = re.compile(rf"\A\s*(?:{_RULE}[ \t]*\n[ \t]*)?(?P<title>[^\s.:][^\n]*)\n{_RULE}[ \t]*(?:\n|\Z)")
# A field list, as docutils has it: a name between colons, and what goes on below it, indented.
_FIELDS = re.compile(r"\A\s*(?P<inside>(?::[^\n:]{1,60}:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*)+)")
_FIELD = re.compile(r"^:(?P<name>[^\n:]{1,60}):[ \t]*(?P<value>[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE)
# Roles that docutils knows; those of other programs (`:doc:`, `:abbr:`) are their words.
_ROLE = re.compile(r":(?P<role>[A-Za-z][\w:.+-]{0,40}):`(?P<words>[^`\n]{1,500})`")
_KNOWN = frozenset({
    "emphasis", "strong", "literal", "code", "math", "sub", "subscript", "sup", "superscript", "title",
    "title-reference", "t", "raw", "ab", "abbreviation", "ac", "acronym", "pep", "pep-reference", "rfc",
    "rfc-reference",
})  # fmt: skip
_TARGET = re.compile(r"\s*<[^<>]*>\s*\Z")
_ENDS_OF_SUMMARY = re.compile(r"\.\.\s+(?:TEASER_END|PELICAN_END_SUMMARY|more)\b.*", re.IGNORECASE)
_LARGEST = 1 << 20
_MARK = re.compile(r"[*`|_\[]")
_MOST_MARKS = 5000  # docutils looks at each for its end: more of them than a text has cost minutes
_SETTINGS: dict[str, object] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "initial_header_level": 2,
    "report_level": 5,
    "halt_level": 5,
    "line_length_limit": 1 << 30,
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "section_self_link": False,
    "footnote_references": "brackets",
}


def split_fields(text: str) -> tuple[dict[str, object], str]:
    """The title and the fields that stand above a text (`:date: 2025-05-12`), and the text below them."""
    title = _TITLE.match(text)
    below = text[title.end() :] if title else text
    values: dict[str, object] = {"title": title["title"].strip()} if title else {}
    fields = _FIELDS.match(below)
    if fields is not None:
        for field in _FIELD.finditer(fields["inside"]):
            values[field["name"].strip()] = " ".join(field["value"].split())
        below = below[fields.end() :]
    return values, below


def read_rst(text: str, *, line: int = 1, base: str | None = None) -> MarkdownBody:
    """The blocks of a text that begins on `line` of its document. `costly` says why it cannot be read."""
    if len(text) > _LARGEST:
        return MarkdownBody((), costly=f"has more than {_LARGEST:,} characters of reStructuredText")
    if len(_MARK.findall(text)) > _MOST_MARKS:
        return MarkdownBody((), costly=f"has more than {_MOST_MARKS:,} marks of reStructuredText")
    removed: list[str] = []
    rendered = _render(_ROLE.sub(lambda role: _words_of(role, removed), text))
    if rendered is None:
        return MarkdownBody((), costly="holds blocks inside each other, deeper than anybody means")
    body = blocks_of(rendered, base=base)
    blocks = tuple(with_lines(body.blocks, text.split("\n"), line))
    removed.extend(body.removed)
    removed.extend(lost for lost in lost_lines(text, blocks, removed) if not _ENDS_OF_SUMMARY.fullmatch(lost))
    return MarkdownBody(blocks, tuple(removed), body.repairs)


def _render(text: str) -> str | None:
    """The HTML of a text; None where docutils cannot go down into it."""
    from docutils.core import publish_parts  # noqa: PLC0415 - of use to few, and slow to load

    try:
        return str(publish_parts(text, writer="html5", settings_overrides=_SETTINGS)["body"])
    except RecursionError:
        return None


def _words_of(role: re.Match[str], removed: list[str]) -> str:
    if role["role"].lower() in _KNOWN:
        return role[0]
    removed.append(role[0])
    return _TARGET.sub("", role["words"]).removeprefix("~").removeprefix("!")
