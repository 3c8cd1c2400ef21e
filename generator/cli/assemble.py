"""`sijill assemble`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from generator.build.assembly import assemble_site
from generator.build.engine import find_engine
from generator.build.order import Order, Reporter
from generator.build.plan_file import load_plan
from generator.cli.engine import load_engine
from generator.cli.options import engine_option, find_site, format_option, root_option, site_option
from generator.cli.progress import show_progress
from generator.cli.report import report_built, tell


@click.command()
@root_option
@site_option("Where the site goes.")
@click.option(
    "--plan", "plan_path", type=click.Path(path_type=Path), required=True, help="The plan the slices were made from."
)
@engine_option("What rendered the pages.")
@format_option
@click.argument("slices", metavar="DIR...", nargs=-1, type=click.Path(path_type=Path))
def assemble(
    root: Path, site: Path | None, plan_path: Path, engine: str | None, output: str, slices: tuple[Path, ...]
) -> None:
    """Put slices of a site, made by several machines, in their places.

    DIR are the folders that `sijill build --slice` has made; they stay as they are. The site is the one that a build on
    one machine gives, byte for byte: a site of before stays but for what is new. Nothing is changed where a slice is
    missing, there twice, not whole or of another plan, or where the archive is not the one that was planned.

    Exit codes: 0 all is well, 1 problems were found while planning or rendering, 2 there is no new site.
    """
    place = find_site(root, site)
    plan = load_plan(plan_path)
    reporter = Reporter(tell, show_progress(output))
    built = assemble_site(Order(root, place), plan, slices, partial(load_engine, find_engine(engine)), reporter)
    sys.exit(report_built(built, output))
