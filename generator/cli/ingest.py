"""`sijill ingest`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.errors import Severity
from generator.ingest.pipeline import ingest as ingest_documents

_NOTE_EVERY = 200


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@format_option
@root_option
def ingest(paths: tuple[Path, ...], dry_run: bool, output: str, root: Path) -> None:
    """Read source documents and write the articles found in them.

    PATH is a document or a folder of documents; without one, everything below content/sources is read. Documents from
    elsewhere are copied to content/sources/received when an article is published from them. What an editor changed
    is never overwritten, and a document read again changes nothing.

    Exit code 1 when a document was set aside or refused, or something needs a person.
    """
    today = datetime.now(UTC).date()
    report = ingest_documents(root, paths, today=today, dry_run=dry_run, progress=_show_progress)
    if output == "json":
        print_json(report.as_json())
    else:
        print_problems(problem for problem in report.all_problems() if problem.severity is not Severity.HINT)
        for line in report.as_lines():
            click.echo(line)
    sys.exit(1 if report.needs_a_person else 0)


def _show_progress(done: int, total: int) -> None:
    """Show how far a long run has come, on standard error: on a terminal in one line, else now and then."""
    if total < _NOTE_EVERY:
        return
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {total} documents", err=True, nl=done == total)
    elif done % _NOTE_EVERY == 0 or done == total:
        click.echo(f"{done} of {total} documents", err=True)
