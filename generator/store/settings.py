"""The archive's settings out of mkdocs.yml: what the program reads itself, every wrong key or type a clear message.

The file is MkDocs' own and may hold anything it allows (`!!python/name:`, `!ENV`, anchors); nothing of it is
constructed here, and only our part is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.errors import Problem
from generator.model.dates import Months, Numerals
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.settings import Settings
from generator.store.configuration import load_yaml, raise_errors
from generator.store.field_reading import read_fields
from generator.store.front_matter import Field, Kind
from generator.store.yaml_nodes import Faults, describe, is_null

CONFIGURATION = Path("mkdocs.yml")
PLUGIN = "sijill"
CONTENT = "content"
_EDITOR = "the editor"


def _labels_field(name: str, meaning: str) -> Field:
    """A field with a text for each language."""
    inner = tuple(Field(language.value, Kind.TEXT, meaning, '"…"', _EDITOR) for language in Language)
    return Field(name, Kind.RECORD, meaning, '{ar: "…", en: "…"}', _EDITOR, fields=inner)


OPTIONS = (
    _labels_field("name", "The archive's name."),
    _labels_field("description", "What the archive is, in a sentence."),
    _labels_field("publisher", "Who publishes the archive."),
    Field(
        "numerals",
        Kind.CHOICE,
        "The digits that Arabic pages show: 2025 or ٢٠٢٥.",
        '"latn"',
        _EDITOR,
        choices=tuple(each.value for each in Numerals),
    ),
    Field(
        "months",
        Kind.CHOICE,
        "The names of the months on Arabic pages.",
        '"gulf"',
        _EDITOR,
        choices=tuple(each.value for each in Months),
    ),
    Field("page_size", Kind.NUMBER, "Articles on one page of a listing.", "100", _EDITOR),
    Field("front_size", Kind.NUMBER, "Articles on a front page.", "24", _EDITOR),
    Field("feed_size", Kind.NUMBER, "Articles in a feed.", "50", _EDITOR),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the settings take from MkDocs' own part of the file."""

    site_url: str = ""
    site_name: str = ""
    site_dir: str = "site"
    theme_dir: str = "theme_overrides"


def load_settings(root: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of the archive at `root`. `environment` is what `!ENV` tags see; without it they take their default.

    Raises ConfigurationError, with file and line, where mkdocs.yml or our part of it is broken.
    """
    settings, problems = read_settings(root, environment)
    raise_errors(problems)
    return settings


def read_settings(root: Path, environment: Mapping[str, str] | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """Like `load_settings`, but gives what could be read, and every problem."""
    node, faults = load_yaml(root, CONFIGURATION, aliases=True)
    if not isinstance(node, yaml.MappingNode) and not faults.problems:
        faults.reject(
            "no-fields",
            "mkdocs.yml holds no settings",
            1,
            expected="`site_name: …` and so on",
            found="nothing" if node is None else describe(node),
            cure="write one setting a line, as in the program's own mkdocs.yml",
        )
    if not isinstance(node, yaml.MappingNode):
        return Settings(), tuple(faults.problems)
    top = _members(node)
    seen = environment or {}
    if "INHERIT" not in top or "docs_dir" in top:
        _check_docs_dir(root, top.get("docs_dir"), seen, faults)
    surroundings = Surroundings(
        site_url=_text(top.get("site_url"), seen),
        site_name=_text(top.get("site_name"), seen),
        site_dir=_text(top.get("site_dir"), seen) or "site",
        theme_dir=_text(_members(top.get("theme")).get("custom_dir"), seen) or "theme_overrides",
    )
    inherited = "INHERIT" in top and "plugins" not in top  # the plugin judges what MkDocs takes from another file
    options = None if inherited else _find_options(top.get("plugins"), seen, faults)
    settings = _build(options, surroundings, faults, top.get("site_url"))
    return settings, tuple(faults.problems)


def parse_settings(options: Mapping[str, object], surroundings: Surroundings | None = None) -> Settings:
    """The settings of the plugin's options as MkDocs has read them. Raises ConfigurationError where one is wrong."""
    faults = Faults(CONFIGURATION)
    given = {name: value for name, value in options.items() if value is not None}
    node = yaml.SafeDumper(StringIO()).represent_data(given)
    settings = _build(node, surroundings or Surroundings(), faults, None)
    raise_errors(faults.problems)
    return settings


def _build(options: yaml.Node | None, around: Surroundings, faults: Faults, site_url: yaml.Node | None) -> Settings:
    """The settings of a mapping of options; what is wrong in it is noted and left at its default."""
    values: dict[str, Any] = {}
    if isinstance(options, yaml.MappingNode):
        values, _ = read_fields(options, OPTIONS, faults)
    plain: dict[str, Any] = {key: value for key, value in values.items() if isinstance(value, int)}
    for name in ("name", "description", "publisher"):
        if name in values:
            plain[name] = Labels(**values[name])
    if "name" not in plain and around.site_name:
        plain["name"] = Labels(around.site_name, around.site_name)
    if "numerals" in values:
        plain["numerals"] = Numerals(values["numerals"])
    if "months" in values:
        plain["months"] = Months(values["months"])
    address = _site_url(around.site_url, faults, site_url)
    return Settings(site_url=address, site_dir=around.site_dir, theme_dir=around.theme_dir, **plain)


def _check_docs_dir(root: Path, node: yaml.Node | None, environment: Mapping[str, str], faults: Faults) -> None:
    """Note a `docs_dir` that is another folder than content/, which is the only one that is read."""
    folder = _text(node, environment) or "docs"  # MkDocs' own default; where there is none, MkDocs says so
    if (root / folder).resolve() == (root / CONTENT).resolve() or (node is None and not (root / folder).is_dir()):
        return
    faults.reject(
        "wrong-value",
        f"`docs_dir` is another folder than {CONTENT}",
        faults.line_of(node) if node is not None else 1,
        expected=f"`docs_dir: {CONTENT}`: articles, pages, vocabulary and sources are always read from there",
        found=folder if node is not None else f"no `docs_dir`, for which MkDocs takes {folder}",
        cure=f"write `docs_dir: {CONTENT}`, and move what is in the other folder there",
    )


def _site_url(text: str, faults: Faults, node: yaml.Node | None) -> str:
    """The site's address with a slash at its end; empty where it is not given or no web address."""
    if not text:
        return ""
    if not _is_web_address(text):
        faults.reject(
            "wrong-value",
            "`site_url` is no web address",
            faults.line_of(node) if node is not None else 1,
            expected="an absolute address that begins with https://, without ? and #",
            found=text,
            cure="write `site_url: https://example.org/archive/`, or leave it out",
        )
        return ""
    return text if text.endswith("/") else text + "/"


def _is_web_address(text: str) -> bool:
    """Whether addresses of pages can be made from `text` by adding to its end."""
    try:
        named = bool(urlsplit(text).hostname)
    except ValueError:
        return False
    plain = not any(character.isspace() or character in "?#" for character in text)
    return named and plain and text.startswith(("https://", "http://"))


def _find_options(plugins: yaml.Node | None, environment: Mapping[str, str], faults: Faults) -> yaml.Node | None:
    """Our plugin's options. MkDocs takes plugins as a list of names and mappings, or as one mapping."""
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        if isinstance(entry, yaml.ScalarNode) and entry.value == PLUGIN:
            return None
        options = _members(entry).get(PLUGIN)
        if options is None:
            continue
        if not isinstance(options, yaml.MappingNode) and not is_null(options):
            line = faults.line_of(options)
            faults.reject(
                "wrong-value",
                "the options of sijill are no mapping",
                line,
                expected=", ".join(field.name for field in OPTIONS),
                found=describe(options),
                cure="write `- sijill:` and the options, one a line, indented below it",
            )
        return _resolved(options, environment)
    faults.reject(
        "no-plugin",
        "mkdocs.yml does not use the plugin sijill, so MkDocs cannot build the archive's pages",
        faults.line_of(plugins) if plugins is not None else 1,
        expected="`plugins:` with `- sijill`",
        found="other plugins, or none",
        cure="add it, as in the program's own mkdocs.yml",
    )
    return None


def _members(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The members of a mapping by name; none of anything else."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _text(node: yaml.Node | None, environment: Mapping[str, str]) -> str:
    """A text of MkDocs' part of the file; empty where there is none."""
    if node is None:
        return ""
    resolved = _resolved(node, environment)
    return str(resolved.value) if isinstance(resolved, yaml.ScalarNode) and not is_null(resolved) else ""


def _resolved(node: yaml.Node, environment: Mapping[str, str]) -> yaml.Node:
    """A node with each `!ENV name` and `!ENV [name, …, default]` in it replaced as MkDocs does (yaml_env_tag)."""
    if node.tag == "!ENV":
        return _from_environment(node, environment)
    if isinstance(node, yaml.SequenceNode):
        value: Any = [_resolved(element, environment) for element in node.value]
        return yaml.SequenceNode(node.tag, value, node.start_mark, node.end_mark)
    if isinstance(node, yaml.MappingNode):
        value = [(key, _resolved(element, environment)) for key, element in node.value]
        return yaml.MappingNode(node.tag, value, node.start_mark, node.end_mark)
    return node


def _from_environment(node: yaml.Node, environment: Mapping[str, str]) -> yaml.Node:
    """The value of an `!ENV` tag: the first name that is set, else the default, else null."""
    elements = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = elements[:-1] if len(elements) > 1 else elements
    found = next((environment[str(name.value)] for name in names if str(name.value) in environment), None)
    if found is None and len(elements) > 1:
        return elements[-1]
    resolver: Any = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, found or "", (True, False))
    return yaml.ScalarNode(tag, found or "", node.start_mark, node.end_mark)
