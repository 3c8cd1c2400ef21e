"""What is said of a build, to people and to programs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.order import Built
from generator.cli.options import print_json, print_problems
from generator.errors import Severity


def report_built(built: Built, output: str) -> int:
    """Say what was built, in the format `output`; gives the exit code."""
    if output == "json":
        print_json(_as_json(built))
    else:
        print_built(built)
    return 0 if built.finished and _is_sound(built) else 1


def print_built(built: Built) -> None:
    """Say what was built, for people."""
    print_problems(each for each in built.problems if each.severity is not Severity.HINT)
    click.echo(_summary(built))


def tell(line: str) -> None:
    """Tell people something on the way."""
    click.echo(line, err=True)


def _summary(built: Built) -> str:
    """Say in a line what was built."""
    if not built.finished:
        return "no new site"
    return f"{built.pages:,} pages in {_short(built.site)}, {built.rendered:,} of them new or changed"


def _is_sound(built: Built) -> bool:
    """Whether nothing needs a person."""
    return all(problem.severity is not Severity.ERROR for problem in built.problems)


def _as_json(built: Built) -> dict[str, object]:
    """Give a build for programs."""
    return {
        "site": built.site.as_posix(),
        "finished": built.finished,
        "pages": built.pages,
        "rendered": built.rendered,
        "problems": [problem.as_json() for problem in built.problems],
    }


def _short(path: Path) -> str:
    """Give a path as people would write it from where they are."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
