"""`sijill ingest`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import click

from generator.cli.engine import count_processors
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.errors import Severity
from generator.ingest.pipeline import ingest as ingest_documents
from generator.ingest.progress import State
from generator.store.turns import take_turn

_ON_TERMINAL, _ELSEWHERE = 0.5, 10.0  # seconds between two notes of progress


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=None,
    help="Prepare articles in N processes; without it, in as many as there are processors. The files are the same.",
)
@format_option
@root_option
def ingest(paths: tuple[Path, ...], dry_run: bool, jobs: int | None, output: str, root: Path) -> None:
    """Read source documents and write the articles found in them.

    PATH is a document or a folder of documents; without one, everything below content/sources is read. Documents from
    elsewhere are copied to content/sources/received when an article is published from them. What an editor changed
    is never overwritten, and a document read again changes nothing.

    Exit code 1 when a document was set aside or refused, or something needs a person.
    """
    today = datetime.now(UTC).date()
    jobs = jobs or count_processors()
    with nullcontext() if dry_run else take_turn(root, _say_that_it_waits):
        report = ingest_documents(root, paths, today=today, dry_run=dry_run, jobs=jobs, progress=_Shown())
    if output == "json":
        print_json(report.as_json())
    else:
        print_problems(problem for problem in report.all_problems() if problem.severity is not Severity.HINT)
        for line in report.as_lines():
            click.echo(line)
    sys.exit(1 if report.needs_a_person else 0)


def _say_that_it_waits() -> None:
    click.echo("another `sijill ingest` is at work in this archive; this one waits until it is done", err=True)


class _Shown:
    """Shows how far a long run has come, on standard error: on a terminal in one line, else now and then."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._shown = self._begun

    def __call__(self, state: State) -> None:
        now = monotonic()
        wait = _ON_TERMINAL if sys.stderr.isatty() else _ELSEWHERE
        if now - self._shown < wait:
            return
        self._shown = now
        click.echo(_line_of(state, now - self._begun), err=True, nl=not sys.stderr.isatty())


def _line_of(state: State, seconds: float) -> str:
    """`120 of 400 documents, 3,200 articles, 85 a second, about 40 s left`."""
    rate = state.articles / seconds
    left = seconds * (1 - state.share) / state.share if state.share else 0
    start = "\r" if sys.stderr.isatty() else ""
    return (
        f"{start}{state.documents:,} of {state.of_documents:,} documents, {state.articles:,} articles, "
        f"{rate:,.0f} a second, about {_duration(left)} left "
    )


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
