"""`sijill check`."""

from __future__ import annotations

import click


@click.command()
def check() -> None:
    """Tell every problem in content/ at once."""
