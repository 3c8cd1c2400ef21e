"""Where the theme lies: the archive's own overrides first, then the program's, then Material for its icons."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.errors import ConfigurationError, Problem

_PROGRAM = Path(__file__).resolve().parent.parent
_THEME = "theme_overrides"
_ASSETS = "assets"
_NAMES_ASSETS = re.compile(rb"\{%[^%]*assets/")


def find_shipped_theme() -> Path:
    """The theme that comes with the program: inside the package where it is installed, beside it in the repository.

    Raises ConfigurationError where neither holds it.
    """
    for folder in (_PROGRAM / _THEME, _PROGRAM.parent / _THEME):
        if (folder / "main.html").is_file():
            return folder
    raise ConfigurationError(
        Problem(
            code="no-theme",
            what="the program's theme is missing",
            expected=f"a folder {_THEME} with main.html in it",
            found=f"none in {_PROGRAM} or beside it",
            cure="install the program again",
        )
    )


def own_folders(custom: str | None) -> list[str]:
    """Give the folders of our theme, in order: the archive's overrides (`custom_dir`), then the program's theme.

    So an archive without a theme of its own looks as the program makes it, and one with a few templates overrides
    just those.
    """
    shipped = find_shipped_theme()
    return [*([custom] if custom and Path(custom).resolve() != shipped else []), str(shipped)]


def all_folders(own: list[str], given: list[str], custom: str | None) -> list[str]:
    """Give all folders in which templates are sought: ours, then MkDocs' own list, then Material's for its icons."""
    rest = [folder for folder in given if folder not in (custom, *own)]
    material = _material_templates()
    return [*own, *rest, *([material] if material and material not in rest else [])]


def find_templates(folder: str) -> list[Path]:
    """Give the files of a theme's folder that a page may be made from, in order: a template may bring in any file,
    whatever its name ends with and wherever links lead. Assets are copied beside the pages, and are among them only
    where a template says that it brings one in."""
    found = sorted(_walk(folder))
    templates = [path for path in found if path.relative_to(folder).parts[0] != _ASSETS]
    brings_assets = any(path.suffix == ".html" and _NAMES_ASSETS.search(path.read_bytes()) for path in templates)
    return found if brings_assets else templates


def _walk(folder: str) -> Iterator[Path]:
    """The files below a folder, also behind links, each folder once; not hidden ones, which editors leave."""
    seen = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        found = Path(place).stat()
        if (found.st_dev, found.st_ino) in seen:
            folders.clear()
            continue
        seen.add((found.st_dev, found.st_ino))
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        yield from (path for name in names if not name.startswith(".") and (path := Path(place, name)).is_file())


def find_words_folder(folders: list[str]) -> Path:
    """The first folder that holds the interface's words."""
    return next(Path(folder) for folder in folders if any((Path(folder) / "locales").glob("??.yml")))


def _material_templates() -> str | None:
    """The folder of Material's templates, for its icons; found without importing it, which prints a notice."""
    spec = find_spec("material")
    locations = list(spec.submodule_search_locations or ()) if spec else []
    return str(Path(locations[0]) / "templates") if locations else None
