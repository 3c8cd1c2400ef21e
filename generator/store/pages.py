"""The written pages: content/pages/<lang>/<name>.md, front matter `title` and `description`, then Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem
from generator.model.language import Language
from generator.model.written_page import WrittenPage
from generator.store.article_text import split_front_matter, with_plain_line_ends
from generator.store.field_reading import read_fields
from generator.store.front_matter import Field, Kind
from generator.store.yaml_nodes import Faults, compose_yaml, describe
from generator.text.slugs import safe_slug

__all__ = ["PAGES", "PAGE_FIELDS", "WrittenPage", "load_written_pages"]

PAGES = Path("content/pages")
PAGE_FIELDS = (
    Field("title", Kind.TEXT, "The page's title.", '"About this archive"', "the editor", required=True),
    Field("description", Kind.TEXT, "What the page is about, in a sentence.", '"How it is made."', "the editor"),
)
# Pages that the program makes itself: <lang>/<name>/.
_TAKEN = ("archive", "search", "sources", "tags", "undated", "page", "corpus")


def load_written_pages(root: Path) -> tuple[tuple[WrittenPage, ...], tuple[Problem, ...]]:
    """All written pages, sorted by language and name, and the problems of those that cannot be shown.

    Hidden files are left out. Raises OSError for a folder that cannot be read.
    """
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for language in Language:
        for path in _find_pages(root, PAGES / language.value):
            page, faults = _read_page(root, path, language)
            problems.extend(faults.problems)
            if page is not None:
                pages.append(page)
    return tuple(pages), tuple(problems)


def _find_pages(root: Path, folder: Path) -> list[Path]:
    """The Markdown files of a folder, relative to `root`; without what editors and macOS leave beside them."""
    try:
        names = sorted(path.name for path in (root / folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / name for name in names if name.endswith(".md") and not name.startswith(".")]


def _read_page(root: Path, path: Path, language: Language) -> tuple[WrittenPage | None, Faults]:
    """One page; None where it cannot be shown."""
    faults = Faults(path, offset=1)
    if (root / path).is_symlink() and not (root / path).resolve().is_relative_to(root.resolve()):
        _reject_link(faults)
        return None, faults
    try:
        text = with_plain_line_ends((root / path).read_bytes().decode())
    except (UnicodeDecodeError, OSError) as error:
        faults.reject(
            "unreadable-file",
            "the page cannot be read as UTF-8 text",
            1,
            expected="a file that you may read, in UTF-8",
            found=str(error),
            cure="look whether it is a file that you may read, and save it again as UTF-8",
        )
        return None, faults
    return _parse_page(text, path, language, faults), faults


def _reject_link(faults: Faults) -> None:
    """Note a link that must not be followed: what lies outside the archive is not its to publish."""
    faults.reject(
        "link-outside",
        "the page is a link that leads out of the archive",
        1,
        expected="a file of the archive",
        found="a symbolic link",
        cure="put a copy of the file in the link's place",
    )


def _parse_page(text: str, path: Path, language: Language, faults: Faults) -> WrittenPage | None:
    """The page that a file's text says."""
    parts = split_front_matter(text, faults)
    node = compose_yaml(parts[0], faults) if parts else None
    if parts is None or (node is not None and not isinstance(node, yaml.MappingNode)):
        if faults.sound:
            cure = 'write `title: "…"` between the two lines of `---`'
            found = describe(node) if node is not None else "nothing"
            what = "the front matter holds no fields"
            faults.reject("no-fields", what, 2, expected="title, description", found=found, cure=cure)
        return None
    values: dict[str, Any] = read_fields(node, PAGE_FIELDS, faults)[0] if node is not None else {}
    if "title" not in values and faults.sound:
        found = "no line `title: …`"
        cure = 'add `title: "…"`'
        faults.reject("missing-key", "`title` is missing", 1, expected="the page's title", found=found, cure=cure)
    _check_name(path.stem, faults)
    if not faults.sound:
        return None
    return WrittenPage(language, path.stem, values["title"], parts[1], path, values.get("description", ""))


def _check_name(name: str, faults: Faults) -> None:
    """The file's name is the page's address: it must be fit for one, and not be taken."""
    if safe_slug(name) != name or name in _TAKEN:
        faults.reject(
            "unsafe-name",
            f"a page cannot be called {name}",
            1,
            expected="lower-case ASCII letters, digits and hyphens; not " + ", ".join(_TAKEN),
            found=name,
            cure="rename the file, in both languages alike",
        )
