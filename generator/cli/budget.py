"""`sijill budget`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.build.assemble import scan
from generator.build.times import load_times
from generator.build.workplace import Workplace
from generator.checks.budget import PAGES_LIMIT, Budget, check_budget, find_problem, say_size
from generator.checks.duration import BUILD_LIMIT, BuildTimes, Duration, check_duration, find_slow, say_time
from generator.checks.parts import Part, weigh_parts
from generator.cli.options import find_site, format_option, print_json, print_problems, root_option, site_option
from generator.errors import MisuseError, Problem, Severity

_SHOWN = 12
_MEGABYTE = 1_000_000
_MINUTE = 60


@click.command()
@root_option
@site_option("The site.")
@click.option(
    "--limit",
    metavar="MB",
    type=click.IntRange(1),
    help="What the host publishes at most, in megabytes.  [default: 1 GB, as GitHub Pages]",
)
@click.option(
    "--time",
    metavar="MIN",
    type=click.IntRange(1),
    help="What a build may take, in minutes.  [default: 20, as the workflow Publish has for it]",
)
@format_option
@click.pass_context
def budget(
    context: click.Context, root: Path, site: Path | None, limit: int | None, time: int | None, output: str
) -> None:
    """Hold the built site against what its host publishes, and its build against the time there is.

    Tells the largest parts of the site, and from four fifths of the limit on a plan by which the archive may be divided
    into several sites. Then how long the last build took that made anything, and how long one from nothing would take
    here (as after a change of the theme), by the last that made most of the pages; from four fifths of the time on, a
    plan by which several machines may render it. GitHub Pages has two limits more that nothing here shows: a deployment
    may take ten minutes, and readers may fetch about 100 GB a month.

    Exit codes: 0 all is within the limits, or there is a warning; 1 the site is too large, or the last build took too
    long; 2 there is no site.
    """
    place = find_site(root, site)
    if not (place / "index.html").is_file():
        raise MisuseError(_no_site(place))
    weighed = check_budget(weigh_parts(scan(place)), limit * _MEGABYTE if limit else PAGES_LIMIT)
    timed = check_duration(*load_times(Workplace(place).times), time * _MINUTE if time else BUILD_LIMIT)
    problems = [each for each in (find_problem(weighed, place), find_slow(timed, place)) if each]
    if output == "json":
        print_json(_as_json(weighed, timed, place, problems))
    else:
        print_problems(problems)
        _print_table(weighed)
        _print_times(timed)
    context.exit(1 if any(each.severity is Severity.ERROR for each in problems) else 0)


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


def _print_times(timed: Duration) -> None:
    """Print how long the last build took, and how long one from nothing would."""
    last, whole, limit = timed.last, timed.whole, timed.limit
    if last:
        click.echo(f"The last build made {last.rendered:,} of {last.pages:,} pages in {_say_phases(last)}")
    else:
        click.echo("No build of this site has been timed here; the next one that makes anything will be")
    if whole:
        share = f"{whole.seconds / limit:.1%} of the {say_time(limit)} that it may take"
        click.echo(f"From nothing it would take about {_say_phases(whole)}: {share}")
    elif last:
        click.echo("From nothing: not known before a build here makes most of the pages and the search index")


def _say_phases(build: BuildTimes) -> str:
    phases = ", ".join(f"{name} {say_time(seconds)}" for name, seconds in build.largest)
    return f"{say_time(build.seconds)} ({phases})"


def _row(size: int, files: int, weighed: Budget, name: str) -> str:
    share = size / weighed.size if weighed.size else 0
    return f"{say_size(size):>14}{files:>10,} files{share:>8.1%}  {name}"


def _as_json(weighed: Budget, timed: Duration, site: Path, problems: Sequence[Problem]) -> dict[str, object]:
    """Give a budget for programs; times are in seconds."""
    return {
        "site": site.as_posix(),
        "bytes": weighed.size,
        "files": weighed.files,
        "limit": weighed.limit,
        "share": round(weighed.share, 4),
        "parts": [_part_as_json(part) for part in weighed.parts],
        "split": [{"years": list(home.years), "bytes": home.size} for home in weighed.split],
        "time": {
            "limit": timed.limit,
            "last": _times_as_json(timed.last),
            "from_nothing": _times_as_json(timed.whole),
            "machines": timed.machines,
        },
        "problems": [problem.as_json() for problem in problems],
    }


def _times_as_json(build: BuildTimes | None) -> dict[str, object] | None:
    if build is None:
        return None
    phases = {name: round(seconds, 3) for name, seconds in build.phases.items()}
    return {
        "seconds": round(build.seconds, 3),
        "phases": phases,
        "rendered": build.rendered,
        "pages": build.pages,
        "jobs": build.jobs,
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
