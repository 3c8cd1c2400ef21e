"""The command `sijill`: verbs and options only. What a verb does lives below; here it is called and reported."""

from __future__ import annotations

import sys

import click

from generator import __version__
from generator.cli.build import build, serve
from generator.cli.check import check
from generator.cli.ingest import ingest
from generator.cli.new import new
from generator.cli.status import status
from generator.errors import SijillError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sijill")
def sijill() -> None:
    """Turn news articles as they are found into a bilingual public archive.

    Exit codes: 0 all is well, 1 problems were found, 2 the command was called wrongly.
    """


for verb in (ingest, check, new, status, build, serve):
    sijill.add_command(verb)


def main() -> None:
    """Run the command line; a fault that stops the program is one message, never a traceback."""
    try:
        sijill.main(prog_name="sijill")
    except SijillError as fault:
        click.echo(str(fault.problem), err=True)
        sys.exit(2)
