"""`sijill serve`."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from generator.build.engine import find_engine
from generator.build.serve import Listeners, Serving, serve_site
from generator.build.server import HOST
from generator.cli.engine import count_processors, load_engine
from generator.cli.options import root_option
from generator.cli.progress import show_progress
from generator.cli.report import print_built, tell


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
        serve_site(serving, Listeners(tell, show_progress("text"), print_built))
    except KeyboardInterrupt:
        click.echo("Stopped.")
