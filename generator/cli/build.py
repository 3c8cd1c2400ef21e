"""`sijill build`."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from generator.build.engine import find_engine
from generator.build.order import Built, Order, Reporter
from generator.build.unchanged import Inputs, find_unchanged
from generator.cli.engine import count_processors, load_engine
from generator.cli.options import engine_option, format_option, root_option, site_option
from generator.cli.progress import show_progress
from generator.cli.report import report_built, tell
from generator.cli.slice_options import or_slice
from generator.store.settings import load_settings
from generator.store.stamps import FileDigests


@click.command()
@root_option
@site_option("Where the site goes.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes render.  [default: one a processor]")
@engine_option("What renders the pages.")
@click.option("--no-search", is_flag=True, help="Leave the search index as it is; the next build makes up for it.")
@format_option
@or_slice
def build(root: Path, site: Path | None, jobs: int | None, engine: str | None, no_search: bool, output: str) -> None:
    """Build the site.

    Only pages that have changed since the last build are rendered. They are made aside and put in their places when all
    are done: until then, and if anything fails, the site of before stands as it was. Articles that cannot be shown are
    left out and named; the exit code is then 1.

    With --slice, only a part of the pages is made, as `sijill plan` has cut them, into a folder of its own; nothing is
    needed for it but the plan and the archive. `sijill assemble` puts the parts together.
    """
    settings = load_settings(root, os.environ)
    place = site.absolute() if site else root / settings.site_dir
    order = Order(root, place, jobs or count_processors(), search=not no_search)
    digests = FileDigests()
    built, inputs = find_unchanged(order, os.environ, digests)
    if built is None:
        built = _build(order, engine, Reporter(tell, show_progress(output)), digests, inputs)
    sys.exit(report_built(built, output))


def _build(order: Order, engine: str | None, reporter: Reporter, digests: FileDigests, inputs: Inputs) -> Built:
    # Loaded only now: it takes as long as to find out that there is nothing to build.
    from generator.build.traced import build_traced  # noqa: PLC0415

    return build_traced(order, partial(load_engine, find_engine(engine)), reporter, os.environ, digests, inputs)
