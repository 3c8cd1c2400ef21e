"""`sijill ingest`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic

import click

from generator.cli.engine import count_processors
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.cli.turns import in_turn
from generator.errors import Severity
from generator.ingest.pipeline import ingest as ingest_documents
from generator.ingest.progress import State

_ON_TERMINAL, _ELSEWHERE = 0.5, 10.0  # seconds between two notes of progress


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--hints", is_flag=True, help="Print hints too, such as columns of a table that were not used.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=None,
    help="Prepare articles in N processes; without it, in as many as there are processors. The files are the same.",
)
@format_option
@root_option
def ingest(paths: tuple[Path, ...], dry_run: bool, hints: bool, jobs: int | None, output: str, root: Path) -> None:
    """Read source documents and write the articles found in them.

    PATH is a document or a folder of documents; without one, everything below content/sources is read. Documents from
    elsewhere are copied to content/sources/received when an article is published from them. What an editor changed
    is never overwritten, and a document read again changes nothing.

    Exit code 1 when a document was set aside or refused, or something needs a person.
    """
    today = datetime.now(UTC).date()
    jobs = jobs or count_processors()
    shown = _Shown()
    try:
        with nullcontext() if dry_run else in_turn(root):
            report = ingest_documents(root, paths, today=today, dry_run=dry_run, jobs=jobs, progress=shown)
    except KeyboardInterrupt:
        shown.clear()
        click.echo("stopped: what is written is whole and stays; `sijill ingest` does the rest", err=True)
        sys.exit(1)
    finally:
        shown.clear()
    if output == "json":
        print_json(report.as_json())
    else:
        print_problems(each for each in report.all_problems() if hints or each.severity is not Severity.HINT)
        if dry_run:
            click.echo("Nothing is written; this is what would become of the documents:")
        for line in report.as_lines(written=not dry_run, hints_told=hints):
            click.echo(line)
    sys.exit(1 if report.needs_a_person else 0)


class _Shown:
    """Shows how far a long run has come, on standard error: on a terminal in one line, else now and then."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._shown = self._begun
        self._width = 0  # of what stands on the terminal's line now

    def __call__(self, state: State) -> None:
        now = monotonic()
        on_terminal = sys.stderr.isatty()
        if now - self._shown < (_ON_TERMINAL if on_terminal else _ELSEWHERE):
            return
        self._shown = now
        line = line_of(state, now - self._begun)
        if not on_terminal:
            click.echo(line, err=True)
            return
        line = line[: get_terminal_size().columns - 1]  # one that is folded could not be written over
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away, so that what is printed next stands on a clean one."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
            self._width = 0


def line_of(state: State, seconds: float) -> str:
    """`120 of 400 documents, 3,200 articles, 85 a second, about 40 s left`; without articles the documents have the
    rate, as where nothing is new."""
    articles = f", {state.articles:,} articles" if state.articles else ""
    rate = (state.articles or state.documents) / seconds
    left = f", about {_duration(seconds * (1 - state.share) / state.share)} left" if state.share else ""
    return f"{state.documents:,} of {state.of_documents:,} documents{articles}, {rate:,.0f} a second{left}"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
