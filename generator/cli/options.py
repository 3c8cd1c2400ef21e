"""Options that several verbs share, and the printing of problems."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from generator.build.engine import ENGINES
from generator.errors import MisuseError, Problem
from generator.store.settings import load_settings

Verb = Callable[..., Any]


def _archive_root(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    """Check that `value` is the root of an archive. Raises MisuseError where it is not."""
    root = value.resolve()
    missing = [name for name in ("mkdocs.yml", "content") if not (root / name).exists()]
    if missing:
        raise MisuseError(
            Problem(
                code="no-archive",
                what=f"{value} is not an archive",
                expected="a folder that holds mkdocs.yml and content/",
                found="no " + " and no ".join(missing),
                cure="go to the archive's folder, or name it with --root",
            )
        )
    return root


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    show_default="the current folder",
    callback=_archive_root,
    help="The archive: a folder that holds mkdocs.yml and content/.",
)


def site_option(what: str) -> Callable[[Verb], Verb]:
    """The option that names the site's folder; `what` says what the verb does with it."""
    return click.option(
        "--site",
        type=click.Path(path_type=Path, file_okay=False),
        help=f"{what}  [default: as mkdocs.yml says, else site/]",
    )


def engine_option(what: str) -> Callable[[Verb], Verb]:
    """The option that names the engine; `what` says what the engine is to the verb."""
    return click.option("--engine", type=click.Choice(ENGINES), help=f"{what}  [default: what is installed]")


def find_site(root: Path, site: Path | None) -> Path:
    """The site's folder: as named, else as mkdocs.yml says. Raises ConfigurationError where that cannot be read."""
    return site.absolute() if site else root / load_settings(root, os.environ).site_dir


format_option = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the result is printed: for people or for programs.",
)


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems for people, on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)


def print_json(value: object) -> None:
    """Print one JSON object on standard output, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
