"""`sijill ingest`."""

from __future__ import annotations

import click


@click.command()
def ingest() -> None:
    """Read source documents and write the articles found in them."""
