"""`sijill build` and `sijill serve`."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from generator.build.engine import ENGINES, find_engine
from generator.build.serve import Listeners, Serving, serve_site
from generator.build.server import HOST
from generator.build.site import Built, Order, Reporter, build_site
from generator.cli.engine import count_processors, load_engine
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.cli.progress import show_progress
from generator.errors import Severity
from generator.store.settings import load_settings


@click.command()
@root_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes.  [default: as mkdocs.yml says, else site/]",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes render.  [default: one a processor]")
@click.option("--engine", type=click.Choice(ENGINES), help="What renders the pages.  [default: what is installed]")
@click.option("--no-search", is_flag=True, help="Leave the search index as it is; the next build makes up for it.")
@format_option
def build(root: Path, site: Path | None, jobs: int | None, engine: str | None, no_search: bool, output: str) -> None:
    """Build the site.

    Only pages that have changed since the last build are rendered. They are made aside and put in their places when all
    are done: until then, and if anything fails, the site of before stands as it was. Articles that cannot be shown are
    left out and named; the exit code is then 1.
    """
    settings = load_settings(root, os.environ)
    place = site.absolute() if site else root / settings.site_dir
    order = Order(root, place, jobs or count_processors(), search=not no_search)
    built = build_site(order, partial(load_engine, find_engine(engine)), Reporter(_tell, show_progress(output)))
    if output == "json":
        print_json(_as_json(built))
    else:
        _report(built)
    sys.exit(0 if built.finished and _is_sound(built) else 1)


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to serve at.")
def serve(root: Path, port: int) -> None:
    """Build the site, serve it on this machine and build it again when a file changes.

    It is the site that `sijill build` makes, in the same folder, and open pages show what is new by themselves. What
    cannot be built is named, and the site of before is served on until that is mended. The search index follows when
    nothing has changed for a second.
    """
    serving = Serving(root, port, count_processors(), os.environ, partial(load_engine, find_engine()))
    click.echo(f"Building the site; then it is served at http://{HOST}:{port}/ until you press Ctrl-C.")
    try:
        serve_site(serving, Listeners(_tell, show_progress("text"), _report))
    except KeyboardInterrupt:
        click.echo("Stopped.")


def _report(built: Built) -> None:
    """Say what was built, for people."""
    print_problems(each for each in built.problems if each.severity is not Severity.HINT)
    click.echo(_summary(built))


def _tell(line: str) -> None:
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
