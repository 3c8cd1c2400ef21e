"""Reading plain text: from a document's bytes to its repaired, non-blank lines, or the reason why that cannot be.

Not for what the lines mean (dissect), nor for whether they are news (news).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, is_headline_like
from generator.ingest.news import MOST_LINES, too_many_lines
from generator.ingest.readers.text.wrapping import join_wrapped
from generator.model.source import SourceDocument
from generator.text.encoding import decode_damaged, tell_damage
from generator.text.repair import RepairedLine, is_destroyed, repair_text

# Formats that hold no text that could be read here.
_OTHER_FORMATS = {
    "rar": "RAR", "7z": "7z", "docx": "Word", "doc": "Word", "odt": "OpenDocument", "rtf": "RTF", "pdf": "PDF",
    "epub": "EPUB", "xlsx": "Excel", "xls": "Excel", "pptx": "PowerPoint", "ppt": "PowerPoint", "pages": "Pages",
    "icml": "InDesign", "idml": "InDesign", "indd": "InDesign", "msg": "Outlook", "pst": "Outlook", "sql": "SQL",
    "sqlite": "SQLite", "db": "database", "jpg": "image", "jpeg": "image",
    "png": "image", "gif": "image", "webp": "image", "svg": "image", "tif": "image", "tiff": "image", "bmp": "image",
    "heic": "image", "avif": "image", "mp3": "sound", "wav": "sound", "ogg": "sound", "m4a": "sound", "mp4": "film",
    "mov": "film", "avi": "film", "webm": "film", "mkv": "film",
}  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*+\n){0,200}?---[ \t]*(?:\r?\n|\Z)")
# A single `#` before a number is the number sign: `# 12 is the house`.
_MARKDOWN_HEADING = re.compile(r"^(?:#{2,6}\s++|#\s++(?!\d))(?P<text>\S.*)$")
_CLOSING_MARK = re.compile(r"(?<=\S)[ \t]++#++$")
_LONGEST_SET_OFF = 300
_SET_OFF = re.compile(r"^(?P<sign>\*{1,3}|__|={2,6}|~{2,6}|-{2,6})\s*(?P<text>[^*=~_]{0,300}[^*=~_\s\-])\s*(?P=sign)$")
_IDENTIFIER = re.compile(r"(?:__|~~)\w+(?:__|~~)")  # `__init__` is a name in a program
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_SPACES = re.compile(r"[ \t]{2,}")
_SAVE_TEXT = "save the article's text as a .txt file, and keep this file beside it if you like"
_SAVE_OTHERWISE = {
    "Excel": "save the table from Excel as `CSV UTF-8`, beside this file: docs/formats/tables.md",
    "Outlook": "save the letters from the mail program as .eml or .mbox",
    "InDesign": "export the story from InDesign as plain text (.txt), and keep this file beside it if you like",
    "RAR": "unpack it, or pack it as .zip",
    "7z": "unpack it, or pack it as .zip",
    "SQL": "let the database give out the table as .csv or .json: docs/formats/tables.md",
}
_COPY_MARKUP = "open the page in a browser, copy its text, and save that in this file instead of the page's code"
_COPY_BELOW = "save the text without the lines between `---` and `---`; an article of ours belongs in content/articles"
_MARKUP = re.compile(r"\A\s*(?:<!doctype html|<html|<\?xml|<rss|<feed|<wordpress)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A document's non-blank lines, repaired; the repairs that concern it as a whole (its encoding), and what is to be
    told of it."""

    lines: tuple[Line, ...]
    repairs: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...] = ()


def read_plain_text(document: SourceDocument) -> PlainText:
    """Decode and repair a document of plain text, whatever its extension.

    Raises UnreadableError with code `format-not-read-yet`, `empty`, `binary-data`, `unknown-encoding`, or
    `destroyed-text`.
    """
    _refuse_other_format(document.path)
    try:
        decoded = decode_damaged(document.raw)
    except UnreadableError as error:
        raise UnreadableError(replace(error.problem, path=document.path)) from error
    if _MARKUP.match(decoded.text):
        raise UnreadableError(_not_read_yet(document.path, "markup", _COPY_MARKUP))
    if _FRONT_MATTER.match(decoded.text):
        raise UnreadableError(_not_read_yet(document.path, "front matter", _COPY_BELOW))
    if decoded.text.count("\n") > 4 * MOST_LINES:  # empty lines included; repairing them all would take its time
        raise UnreadableError(replace(too_many_lines(decoded.text.count("\n")), path=document.path))
    repaired = repair_text(decoded.text)
    _refuse_destroyed(document.path, repaired.lines)
    damage = tell_damage(decoded, document.path)
    return PlainText(join_wrapped(_lines(repaired.lines)), decoded.repairs, (damage,) if damage else ())


def _lines(repaired: Sequence[RepairedLine]) -> tuple[Line, ...]:
    lines: list[Line] = []
    after_blank = False
    for line in repaired:
        if not line.text:
            after_blank = True
            if line.repairs:
                _add_repairs(lines, line)
            continue
        lines.append(_line(line, after_blank))
        after_blank = False
    return tuple(lines)


def _add_repairs(lines: list[Line], line: RepairedLine) -> None:
    """Count what was taken from a line of which nothing is left with the line before it, so that no repair is lost."""
    if lines:
        lines[-1] = replace(lines[-1], repairs=(*lines[-1].repairs, *line.repairs))


def _line(line: RepairedLine, after_blank: bool) -> Line:
    mark = Mark.NONE
    if line.decorated_start:
        mark = Mark.BOTH if line.decorated_end else Mark.START
    text = _SPACES.sub(lambda run: "\t" if "\t" in run[0] else " ", line.text)  # a page shows one space
    if _KEYCAP.match(text) and mark is Mark.NONE:
        mark = Mark.START
    heading = _heading_of(text)
    repairs = line.repairs
    if heading:
        repairs = (*repairs, ("heading-signs", len(text.replace(" ", "")) - len(heading.replace(" ", ""))))
        text, mark = heading, Mark.BOTH
    return Line(text, line.number, line.number, mark, repairs, after_blank, len(text.split()))


def _heading_of(text: str) -> str:
    """The text of a line that is set off as a heading; empty where it is none: a sentence keeps its `#`."""
    heading = _MARKDOWN_HEADING.match(text)
    if heading is not None:
        bare = _CLOSING_MARK.sub("", heading["text"]).strip()
        return bare if _may_head(bare) else ""
    set_off = _SET_OFF.match(text) if len(text) <= _LONGEST_SET_OFF else None
    if set_off is None or _IDENTIFIER.fullmatch(text):
        return ""
    return set_off["text"]


def _may_head(text: str) -> bool:
    """Whether a text may be a title or a heading, or the label of what follows."""
    label = text.rstrip(":：").rstrip()
    return any(c.isalnum() for c in label) and (
        is_headline_like(label) or (" " not in label and not ends_sentence(label))
    )


def _refuse_other_format(path: Path) -> None:
    extension = path.suffix.lower().lstrip(".")
    if extension in _OTHER_FORMATS:
        kind = _OTHER_FORMATS[extension]
        raise UnreadableError(_not_read_yet(path, kind, _SAVE_OTHERWISE.get(kind, _SAVE_TEXT)))


def _not_read_yet(path: Path, kind: str, cure: str = _SAVE_TEXT) -> Problem:
    return Problem(
        "format-not-read-yet",
        f"this format is not read yet: {kind}",
        path,
        expected="a format that docs/formats/README.md names",
        found=path.suffix if kind in _OTHER_FORMATS.values() else kind,
        cure=cure,
    )


def _refuse_destroyed(path: Path, lines: Sequence[RepairedLine]) -> None:
    """Refuse a document with a destroyed line: its letters are lost, and nobody can say which they were."""
    lost = next((line for line in lines if is_destroyed(line.text) and len(line.text) > 3), None)
    if lost is None:
        return
    raise UnreadableError(
        Problem(
            "destroyed-text",
            "the text is destroyed: its letters were replaced by question marks",
            path,
            lost.number,
            expected="letters",
            found=lost.text[:60],
            cure="get the text again from where it came from, and save it as UTF-8",
        )
    )
