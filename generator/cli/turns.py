"""One verb at a time writes the articles and decisions of an archive; another says that it waits, and waits.

What is locked stands in `store.turns`.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

import click

from generator.store.turns import take_fetching_turn, take_turn


def in_turn(root: Path) -> AbstractContextManager[None]:
    """Hold the archive at `root` while something is written; whoever waits is told so, on standard error."""
    return take_turn(root, _say_that_it_waits)


def in_fetching_turn(root: Path) -> AbstractContextManager[None]:
    """Be the only one that fetches for the archive at `root`; whoever waits is told so, on standard error."""
    return take_fetching_turn(root, _say_that_it_waits_to_fetch)


def _say_that_it_waits_to_fetch() -> None:
    click.echo("another `sijill fetch` is at work in this archive; this one waits until it is done", err=True)


def _say_that_it_waits() -> None:
    click.echo(
        "another `sijill ingest` or `review` is at work in this archive; this one waits until it is done",
        err=True,
    )
