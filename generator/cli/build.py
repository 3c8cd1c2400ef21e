"""`sijill build` and `sijill serve`."""

from __future__ import annotations

import click


@click.command()
def build() -> None:
    """Build the site."""


@click.command()
def serve() -> None:
    """Build the site, serve it on this machine and build it again when a file changes."""
