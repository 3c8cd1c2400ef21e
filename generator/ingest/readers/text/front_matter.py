"""Where the front matter of other programs' articles ends and their text begins, and its values.

Hugo, Jekyll, Zola, Eleventy, MkDocs and others write it between marks, Pelican as lines at the top, Nikola as lines
that begin with two dots, Notion as lines below the title. Not for what the values mean (`front_matter_claims`).
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.column_names import meaning_of
from generator.store.foreign_front_matter import read_foreign_yaml, read_lines

# Also with the name of its language (gray-matter, Eleventy): JSON and plain objects of JavaScript are YAML.
_YAML = re.compile(
    r"\A\s*?---[ \t]*(?:ya?ml|json|js|javascript)?[ \t]*\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_TOML = re.compile(r"\A\s*?\+\+\+[ \t]*\n(?P<inside>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML_YAML_MARKS = re.compile(r"\A\s*?---toml[ \t]*\n(?P<inside>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NIKOLA_LINE = re.compile(r"[ \t]*\.\. (?P<key>[A-Za-z_]+):(?:[ \t]+(?P<value>.*))?")
_NIKOLA = re.compile(
    rf"\A\s*(?:<!--[ \t]*\n?)?(?P<inside>(?:{_NIKOLA_LINE.pattern.replace('?P<key>', '').replace('?P<value>', '')}\n)"
    r"(?:[ \t]*(?:\.\. .*)?\n)*)(?:-->[ \t]*\n?)?"
)
_PELICAN_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]{0,30}):[ \t]+(?P<value>\S.*)")
_PELICAN_KEYS = frozenset({
    "title", "date", "category", "categories", "tags", "slug", "author", "authors", "summary", "modified", "status",
    "lang", "translation", "keywords", "description", "save_as", "url", "template", "subtitle", "series", "image",
    "comments", "original", "layout", "updated", "published", "language", "copyright", "affiliation", "email",
})  # fmt: skip
# A page that Notion exports: its title, then its properties, then the text.
_PROPERTIES = re.compile(
    r"\A\s*#[ \t]+(?P<title>[^\n]+)\n\s*(?P<inside>(?:[^\W\d_][^:\n#*\[\]]{0,40}:[ \t]+\S[^\n]*\n){2,40})"
    r"[ \t]*(?:\n|\Z)"
)
_KEY_LINE = re.compile(r"^[^\s#\-:][^:\n]{0,60}:(?:\s|$)", re.MULTILINE)
_LONGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a text: the values, in the order written; the text below, the number of lines above it; and
    what was wrong."""

    kind: str
    values: dict[str, object]
    body: str
    lines: int
    problems: tuple[Problem, ...] = ()


def find_kind(text: str) -> str:
    """Which front matter a text begins with: `yaml`, `toml`, `json`, `nikola`, `notion`, `pelican`; empty where with
    none."""
    head = text[:_LONGEST].lstrip("\ufeff")
    if _TOML.match(head) or _TOML_YAML_MARKS.match(head):
        return "toml"
    yaml = _YAML.match(head)
    inside = yaml["inside"].strip() if yaml is not None else "-"
    if not inside or inside.startswith("{") or _KEY_LINE.search(inside):
        return "yaml"
    if _NIKOLA.match(head):
        return "nikola"
    return "json" if _json_end(head) is not None else _kind_of_lines(head)


def _kind_of_lines(head: str) -> str:
    """Which front matter without marks a text begins with."""
    if _properties(head):
        return "notion"
    return "pelican" if _pelican_lines(head) else ""


def split_front_matter(text: str, path: Path) -> FrontMatter:
    """The front matter of a text, and the text below it. A text without any is all body. Never raises."""
    text = text.lstrip("\ufeff")
    kind = find_kind(text)
    if kind == "toml":
        match = _TOML.match(text) or _TOML_YAML_MARKS.match(text)
        return _by_marks(kind, text, match, path)
    if kind == "yaml":
        return _by_marks(kind, text, _YAML.match(text), path)
    read = {"nikola": _nikola, "json": _json, "notion": _notion, "pelican": _pelican}.get(kind)
    return read(text) if read is not None else FrontMatter("", {}, text, 0)


def _json(text: str) -> FrontMatter:
    end = _json_end(text[:_LONGEST]) or 0
    values = json.JSONDecoder(strict=False, parse_int=str, parse_float=str).raw_decode(text.lstrip())[0]
    return FrontMatter("json", values, text[end:], text.count("\n", 0, end))


def _notion(text: str) -> FrontMatter:
    match = _PROPERTIES.match(text)
    if match is None:
        return FrontMatter("", {}, text, 0)
    values: dict[str, object] = {"title": match["title"].strip(), **_properties(text)}
    return FrontMatter("notion", values, text[match.end() :], text.count("\n", 0, match.end()))


def _properties(text: str) -> dict[str, object]:
    """The properties that stand below the heading of a page of Notion, one a line; none where fewer than two of them
    have names by which an archive's fields are known: then they are the text's own first lines."""
    match = _PROPERTIES.match(text)
    lines = match["inside"].strip().split("\n") if match else []
    found: dict[str, object] = {line.partition(":")[0].strip(): line.partition(":")[2].strip() for line in lines}
    return found if sum(meaning_of(name) is not None for name in found) > 1 else {}


def read_meta(text: str) -> dict[str, object]:
    """The values of Nikola's `.meta` file beside a text."""
    return {match["key"]: match["value"] or "" for match in map(_NIKOLA_LINE.match, text.splitlines()) if match}


def _by_marks(kind: str, text: str, match: re.Match[str] | None, path: Path) -> FrontMatter:
    if match is None:
        return FrontMatter("", {}, text, 0)
    above = text.count("\n", 0, match.start("inside"))
    read = read_foreign_yaml if kind == "yaml" else _read_toml
    values, problems = read(match["inside"], path, above)
    return FrontMatter(kind, values, text[match.end() :], text.count("\n", 0, match.end()), problems)


def _read_toml(text: str, path: Path, above: int) -> tuple[dict[str, object], tuple[Problem, ...]]:
    try:
        return tomllib.loads(text, parse_float=str), ()
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        problem = Problem(
            "broken-front-matter",
            "the front matter is not sound TOML; it was read line by line",
            path,
            above + (int(line[1]) if line else 1),
            expected='`key = "value"` on each line',
            found=str(error)[:200],
            cure="put texts between quotation marks",
            severity=Severity.WARNING,
        )
        return read_lines(text), (problem,)


def _json_end(head: str) -> int | None:
    """Where a JSON object ends that is followed by a text; None where the text begins with none, or is all object."""
    start = len(head) - len(head.lstrip())
    if not head.startswith("{", start) or re.match(r"\{\s*\"", head[start:]) is None:
        return None
    try:
        _, end = json.JSONDecoder(strict=False, parse_int=str, parse_float=str).raw_decode(head, start)
    except (ValueError, RecursionError):
        return None
    rest = head[end:]
    return (
        end if re.match(r"[ \t]*\n", rest) and rest.strip() and not rest.lstrip().startswith(("{", "[", ",")) else None
    )


def _nikola(text: str) -> FrontMatter:
    match = _NIKOLA.match(text)
    inside = match["inside"] if match else ""
    end = match.end() if match else 0
    return FrontMatter("nikola", read_meta(inside), text[end:], text.count("\n", 0, end))


def _pelican_lines(head: str) -> int:
    """How many lines of values a text begins with, the first of them its title; 0 where it begins with none."""
    known = set()
    count = 0
    for line in head.lstrip("\n").split("\n"):
        match = _PELICAN_LINE.match(line)
        if match is not None:
            known.add(match["key"].lower())
        elif not (count and line[:1] in (" ", "\t") and line.strip()):
            break
        count += 1
    sure = "title" in known and known & {"date", "slug", "category", "tags", "author", "authors", "status", "modified"}
    return count if sure and known <= _PELICAN_KEYS else 0


def _pelican(text: str) -> FrontMatter:
    start = len(text) - len(text.lstrip("\n"))
    lines = text[start:].split("\n")
    count = _pelican_lines(text)
    values: dict[str, object] = {}
    key = ""
    for line in lines[:count]:
        match = _PELICAN_LINE.match(line)
        if match is None:
            values[key] = f"{values[key]} {line.strip()}"
            continue
        key = match["key"]
        values[key] = f"{values[key]}; {match['value']}" if key in values else match["value"]
    return FrontMatter("pelican", values, "\n".join(lines[count:]), start + count)
