"""`sijill status`."""

from __future__ import annotations

import click


@click.command()
def status() -> None:
    """Count what the archive holds."""
