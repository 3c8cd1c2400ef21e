"""`sijill build` and `sijill serve`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.build.engine import ENGINES
from generator.build.serve import HOST, serve_site
from generator.build.site import Built, build_site
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.errors import Severity
from generator.store.settings import load_settings


@click.command()
@root_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes; it is replaced as a whole.  [default: as mkdocs.yml says, else site/]",
)
@click.option("--engine", type=click.Choice(ENGINES), help="What renders the pages.  [default: what is installed]")
@format_option
def build(root: Path, site: Path | None, engine: str | None, output: str) -> None:
    """Build the site.

    The new site is built aside and put in its place when it is done: until then, and if anything fails, the one of
    before stands as it was. Articles that cannot be shown are left out and named; the exit code is then 1.
    """
    settings = load_settings(root, os.environ)
    place = site.absolute() if site else root / settings.site_dir
    built = build_site(root, place, lambda line: click.echo(line, err=True), engine)
    if output == "json":
        print_json(_as_json(built))
    else:
        print_problems(each for each in built.problems if each.severity is not Severity.HINT)
        click.echo(f"{built.pages} pages in {_short(built.site)}" if built.finished else "no new site")
    sys.exit(0 if built.finished and _is_sound(built) else 1)


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to serve at.")
def serve(root: Path, port: int) -> None:
    """Build the site, serve it on this machine and build it again when a file changes."""
    load_settings(root, os.environ)
    click.echo(f"Building the site; then it is served at http://{HOST}:{port}/ until you press Ctrl-C.")
    try:
        serve_site(root, port, lambda line: click.echo(line, err=True))
    except KeyboardInterrupt:
        click.echo("Stopped.")


def _is_sound(built: Built) -> bool:
    """Whether nothing needs a person."""
    return all(problem.severity is not Severity.ERROR for problem in built.problems)


def _as_json(built: Built) -> dict[str, object]:
    """Give a build for programs."""
    return {
        "site": built.site.as_posix(),
        "finished": built.finished,
        "pages": built.pages,
        "problems": [problem.as_json() for problem in built.problems],
    }


def _short(path: Path) -> str:
    """Give a path as people would write it from where they are."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
