"""`sijill budget`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.assemble import scan
from generator.checks.budget import PAGES_LIMIT, Budget, check_budget, find_problem, say_size
from generator.checks.parts import Part, weigh_parts
from generator.cli.options import find_site, format_option, print_json, print_problems, root_option, site_option
from generator.errors import MisuseError, Problem, Severity

_SHOWN = 12
_MEGABYTE = 1_000_000


@click.command()
@root_option
@site_option("The site.")
@click.option(
    "--limit",
    metavar="MB",
    type=click.IntRange(1),
    help="What the host publishes at most, in megabytes.  [default: 1 GB, as GitHub Pages]",
)
@format_option
@click.pass_context
def budget(context: click.Context, root: Path, site: Path | None, limit: int | None, output: str) -> None:
    """Hold the size of the built site against what its host publishes.

    Tells the largest parts of the site, and from four fifths of the limit on a plan by which the archive may be divided
    into several sites. GitHub Pages has two limits more that files do not show: a deployment may take ten minutes, and
    readers may fetch about 100 GB a month.

    Exit codes: 0 the site is small enough, or nearly too large, which is told; 1 it is too large; 2 there is no site.
    """
    place = find_site(root, site)
    if not (place / "index.html").is_file():
        raise MisuseError(_no_site(place))
    weighed = check_budget(weigh_parts(scan(place)), limit * _MEGABYTE if limit else PAGES_LIMIT)
    problem = find_problem(weighed, place)
    if output == "json":
        print_json(_as_json(weighed, place, problem))
    else:
        print_problems([problem] if problem else [])
        _print_table(weighed)
    context.exit(1 if problem and problem.severity is Severity.ERROR else 0)


def _print_table(weighed: Budget) -> None:
    """Print the largest parts, and the whole."""
    shown, rest = weighed.parts[:_SHOWN], weighed.parts[_SHOWN:]
    for part in shown:
        click.echo(_row(part.size, part.files, weighed, str(part.name)))
    if rest:
        name = f"{len(rest):,} smaller parts"
        click.echo(_row(sum(part.size for part in rest), sum(part.files for part in rest), weighed, name))
    whole = f"{say_size(weighed.size)} in {weighed.files:,} files"
    click.echo(f"{whole}: {weighed.share:.1%} of the {say_size(weighed.limit)} that may be published")


def _row(size: int, files: int, weighed: Budget, name: str) -> str:
    share = size / weighed.size if weighed.size else 0
    return f"{say_size(size):>14}{files:>10,} files{share:>8.1%}  {name}"


def _as_json(weighed: Budget, site: Path, problem: Problem | None) -> dict[str, object]:
    """Give a budget for programs."""
    return {
        "site": site.as_posix(),
        "bytes": weighed.size,
        "files": weighed.files,
        "limit": weighed.limit,
        "share": round(weighed.share, 4),
        "parts": [_part_as_json(part) for part in weighed.parts],
        "split": [{"years": list(home.years), "bytes": home.size} for home in weighed.split],
        "problems": [problem.as_json()] if problem else [],
    }


def _part_as_json(part: Part) -> dict[str, object]:
    name = part.name
    return {"kind": name.kind, "lang": name.lang, "year": name.year, "files": part.files, "bytes": part.size}


def _no_site(site: Path) -> Problem:
    return Problem(
        code="no-site",
        what="there is no built site",
        path=site,
        expected="a folder with the site's index.html",
        found="another folder" if site.is_dir() else "no folder",
        cure="run `sijill build`, or name the site with --site",
    )
