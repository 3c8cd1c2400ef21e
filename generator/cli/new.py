"""`sijill new`."""

from __future__ import annotations

import click


@click.command()
def new() -> None:
    """Write the skeleton of a new article."""
