"""`sijill plan`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from generator.build.engine import find_engine
from generator.build.order import Order, Reporter
from generator.build.plan_file import PlanFile
from generator.build.planning import plan_build
from generator.cli.engine import load_engine
from generator.cli.options import (
    engine_option,
    find_site,
    format_option,
    print_json,
    print_problems,
    root_option,
    site_option,
)
from generator.cli.progress import show_progress
from generator.cli.report import tell
from generator.errors import Severity

# More than GitHub lets a matrix have.
MOST_SLICES = 256


@click.command()
@root_option
@site_option("The site that is there already, if any.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_SLICES),
    default=1,
    show_default=True,
    help="Into how many slices the work is cut: one for each machine.",
)
@engine_option("What will render.")
@format_option
def plan(root: Path, site: Path | None, jobs: int, engine: str | None, output: str) -> None:
    """Say what a build would have to make, cut into slices for several machines.

    Nothing is made. Kept with `--format json`, the plan is all that a machine with the same archive needs to make its
    slice (`sijill build --slice`), and `sijill assemble` puts the slices together. Articles that cannot be shown are
    named; the exit code is then 1.
    """
    place = find_site(root, site)
    reporter = Reporter(tell, show_progress(output))
    planned = plan_build(Order(root, place, jobs), partial(load_engine, find_engine(engine)), reporter)
    print_problems(each for each in planned.problems if each.severity is not Severity.HINT)
    if output == "json":
        print_json(planned.plan.as_json())
    else:
        _print_table(planned.plan)
    sys.exit(1 if any(each.severity is Severity.ERROR for each in planned.problems) else 0)


def _print_table(made: PlanFile) -> None:
    """Print a plan for people."""
    count = len(made.shares)
    click.echo(f"{'slice':>9}{'pages':>10}{'groups of files':>18}  copied files")
    for number, share in enumerate(made.shares, start=1):
        name, copied = f"{number}/{count}", "  yes" if share.copied else ""
        click.echo(f"{name:>9}{len(share.pages):>10,}{len(share.groups):>18,}{copied}")
    pages = sum(len(share.pages) for share in made.shares)
    rest = f"; when all is assembled, also {', '.join(made.closing)}" if made.closing else ""
    click.echo(f"{pages:,} of {made.total + 1:,} pages to make, 404.html among them{rest}")
