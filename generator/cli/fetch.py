"""`sijill fetch`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator import __version__
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.cli.turns import in_fetching_turn, in_turn
from generator.errors import MisuseError, Problem, Severity
from generator.ingest.fetch.run import MINUTES, MOST, Haul, Order, mark_read
from generator.ingest.fetch.run import fetch as fetch_documents
from generator.ingest.pipeline import ingest as ingest_documents
from generator.ingest.report import Report
from generator.store.settings import load_settings


class _HostAndPort(click.ParamType[tuple[str, int]]):
    """A host with its port: `127.0.0.1:8080`, `[::1]:8080`, `news.intranet:80`."""

    name = "host:port"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Give the host in lower case and the port."""
        host, _, port = str(value).rpartition(":")
        if not host or not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            self.fail(f"{value!r} is no host with a port, such as 127.0.0.1:8080", param, ctx)
        return host.strip("[]").lower(), int(port)


@click.command()
@click.argument("publishers", nargs=-1, metavar="[PUBLISHER]...")
@click.option("--dry-run", is_flag=True, help="Look at feeds and pages, say what is new, fetch and write nothing.")
@click.option(
    "--most",
    type=click.IntRange(1, 10_000),
    default=MOST,
    show_default=True,
    help="Fetch at most so many articles of one publisher; the others wait for the next run.",
)
@click.option(
    "--minutes",
    type=click.IntRange(1, 1440),
    default=MINUTES,
    show_default=True,
    help="Begin nothing more after so many minutes; the rest waits for the next run.",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    type=_HostAndPort(),
    metavar="HOST:PORT",
    help="Ask this host though it is not public: for tests, and for an intranet of your own. Can be given again.",
)
@format_option
@root_option
def fetch(  # noqa: PLR0913, PLR0917 - one argument an option
    publishers: tuple[str, ...],
    dry_run: bool,
    most: int,
    minutes: int,
    allowed: tuple[tuple[str, int], ...],
    output: str,
    root: Path,
) -> None:
    """Look at the feeds and pages of publishers, store what is new, and ingest it.

    PUBLISHER is the id of a publisher; without one, all are polled whose file in content/vocabulary/publishers names
    feeds or pages. What comes is stored below content/sources as it came, one WARC file an answer, and read at once.
    robots.txt is obeyed, hosts are asked slowly, and nothing is asked for twice that has not changed.

    Exit code 1 when something could not be fetched or read, 2 when the command was called wrongly.
    """
    agent = _user_agent(root)
    try:
        with nullcontext() if dry_run else in_fetching_turn(root):
            now = datetime.now(UTC)
            order = Order(agent, now, publishers, frozenset(allowed), most, minutes, dry_run)
            hauls = fetch_documents(root, order, _tell if output == "text" else lambda _line: None)
            report = None if dry_run else _read(root, hauls, now.date())
    except KeyboardInterrupt:
        click.echo("stopped: what is stored is whole and stays; `sijill fetch` does the rest", err=True)
        sys.exit(1)
    _report(hauls, report, output, dry_run)
    sys.exit(1 if any(map(_needs_a_person, _problems(hauls))) or (report and report.needs_a_person) else 0)


def _read(root: Path, hauls: tuple[Haul, ...], today: date) -> Report | None:
    """Read what was fetched. Only now the archive is held: a slow site is nobody's business but the fetch's own."""
    documents = [root / document for haul in hauls for document in haul.documents]
    if not documents:
        return None
    with in_turn(root):
        report = ingest_documents(root, documents, today=today)
        mark_read(root, hauls)
    return report


def _user_agent(root: Path) -> str:
    """The name under which sites are asked, with the archive's address: whoever minds must know whom to write to."""
    contact = load_settings(root, os.environ).site_url
    if not contact:
        raise MisuseError(
            Problem(
                "no-contact",
                "nothing is fetched without an address by which the archive can be found",
                Path("mkdocs.yml"),
                expected="`site_url: https://…`, which every site that is asked is told",
                found="no site_url",
                cure="write the address of the archive into mkdocs.yml, or set SITE_URL",
            )
        )
    return f"Sijill/{__version__} (+{contact})"


def _report(hauls: tuple[Haul, ...], report: Report | None, output: str, dry_run: bool) -> None:
    if output == "json":
        print_json(
            {
                "publishers": [_as_json(haul) for haul in hauls],
                "ingest": report.as_json() if report else None,
            }
        )
        return
    print_problems(_problems(hauls))
    if report is not None:
        print_problems(each for each in report.all_problems() if each.severity is not Severity.HINT)
        for line in report.as_lines():
            click.echo(line)
    if not hauls:
        click.echo("nothing to fetch: no publisher's file names feeds or pages")
    for haul in hauls:
        stored = "nothing stored, as wished" if dry_run else f"{_counted(len(haul.documents), 'document')} stored"
        click.echo(f"{haul.publisher}: {haul.new} new, {stored}")


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _as_json(haul: Haul) -> dict[str, object]:
    """Give what came of a publisher for programs."""
    return {
        "publisher": haul.publisher,
        "new": haul.new,
        "documents": [document.as_posix() for document in haul.documents],
        "problems": [problem.as_json() for problem in haul.problems],
    }


def _problems(hauls: Iterable[Haul]) -> list[Problem]:
    return [problem for haul in hauls for problem in haul.problems]


def _needs_a_person(problem: Problem) -> bool:
    return problem.severity is not Severity.HINT


def _tell(line: str) -> None:
    """Tell people how far it is, on standard error."""
    click.echo(line, err=True)
