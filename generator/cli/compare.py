"""`sijill compare`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.checks.trees import Comparison, Difference, compare_trees
from generator.cli.options import format_option, print_json
from generator.errors import MisuseError, Problem, visible

_SHOWN = 20
_folder = click.Path(path_type=Path)


@click.command()
@click.argument("first", type=_folder)
@click.argument("second", type=_folder)
@format_option
@click.pass_context
def compare(context: click.Context, first: Path, second: Path, output: str) -> None:
    """Compare two built sites byte by byte.

    Tells which files are in one only, and where others differ first. So it can be seen that a build of what has changed
    gives the same site as one from nothing, or that two machines do.

    Exit codes: 0 the two are the same, 1 they differ, 2 one of them is no folder, or is empty.
    """
    for folder in (first, second):
        if not folder.is_dir() or not any(folder.iterdir()):
            raise MisuseError(_no_site(folder))
    found = compare_trees(first, second)
    if output == "json":
        print_json(_as_json(found))
    else:
        for each in found.differences[:_SHOWN]:
            click.echo(_say(each, first, second))
        if len(found.differences) > _SHOWN:
            click.echo(f"and {len(found.differences) - _SHOWN:,} more")
        click.echo(_summary(found))
    context.exit(1 if found.differences else 0)


def _say(each: Difference, first: Path, second: Path) -> str:
    """Say one difference in a line; what cannot be seen is escaped, since a name must not steer a terminal."""
    match each.kind:
        case "only in first":
            said = f"only in {first}"
        case "only in second":
            said = f"only in {second}"
        case "kind":
            said = "a file, a folder or a link in one, something else in the other"
        case _:
            said = "differs" if each.offset is None else f"differs from line {each.line} on (byte {each.offset:,})"
    return visible(f"{each.path}: {said}")


def _summary(found: Comparison) -> str:
    if not found.differences:
        return f"the same: {found.first:,} files in each"
    return f"{len(found.differences):,} differences; {found.first:,} files in the first, {found.second:,} in the second"


def _as_json(found: Comparison) -> dict[str, object]:
    """Give a comparison for programs."""
    return {
        "same": not found.differences,
        "files": [found.first, found.second],
        "differences": [
            {"path": each.path, "kind": each.kind, "offset": each.offset, "line": each.line}
            for each in found.differences
        ],
    }


def _no_site(folder: Path) -> Problem:
    return Problem(
        code="nothing-to-compare",
        what="there is nothing to compare",
        path=folder,
        expected="a folder that holds a site",
        found="an empty folder" if folder.is_dir() else "no folder",
        cure="build it: sijill build --site " + folder.as_posix(),
    )
