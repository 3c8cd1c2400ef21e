"""The command `sijill`: verbs and options only. What a verb does lives below; here it is called and reported."""

from __future__ import annotations

import gc
import io
import signal
import sys
from importlib import import_module

import click

from generator import __version__
from generator.cli.examples import examples_of
from generator.errors import Problem, SijillError

# Each stands in the module of its name, which is loaded when the verb is called: all of them together take longer to
# load than a build that has nothing to do.
_DAILY = ("ingest", "fetch", "review", "check", "new", "status", "serve", "build")
_FURTHER = ("explain", "budget", "compare", "plan", "assemble")
_VERBS = (*_DAILY, *_FURTHER)


_WHOLE = 200  # letters of a verb's first sentence: all of it


class _Verbs(click.Group):
    """The verbs, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all verbs."""
        _ = ctx
        return sorted(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the verb of a name, or None."""
        _ = ctx
        if cmd_name not in _VERBS:
            return None
        verb: click.Command = getattr(import_module(f"generator.cli.{cmd_name}"), cmd_name)
        verb.epilog = "\b\n" + "\n".join(("For example:", *(f"  {line}" for line in examples_of(cmd_name))))
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs in the order in which they are used, each with a whole sentence."""
        for heading, names in (("From day to day", _DAILY), ("Looking closer, and large archives", _FURTHER)):
            verbs = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(name, verb.get_short_help_str(_WHOLE)) for name, verb in verbs if verb])


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sijill")
def sijill() -> None:
    """Turn news articles as they are found into a bilingual public archive.

    Documents go into content/sources, `sijill ingest` makes articles of them, `sijill review` asks about what is
    doubtful, `sijill serve` shows the archive. Every verb explains itself: `sijill ingest --help`.

    Exit codes: 0 all is well, 1 problems were found, 2 the command was called wrongly.
    """


def main() -> None:
    """Run the command line; a fault that stops the program is one message, never a traceback."""
    gc.set_threshold(50_000)  # modules and what they hold stay: nothing to collect while they are loaded
    _write_utf_8()
    # A polite request to end must end the engine too, as Ctrl-C does, and clear away what is half done.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sijill.main(prog_name="sijill")
    except SijillError as fault:
        click.echo(str(fault.problem), err=True)
        sys.exit(2)
    except OSError as fault:
        click.echo(str(_refused(fault)), err=True)
        sys.exit(2)


def _write_utf_8() -> None:
    """Print UTF-8 whatever the system's settings are: Arabic has no letters in theirs, and JSON is UTF-8 (RFC 8259)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refused(fault: OSError) -> Problem:
    """Say that the system refused to read or write a file: no space, no right, a disk that is read only."""
    # Of a file that cannot be moved, the place is what matters.
    name = next((each for each in (fault.filename2, fault.filename) if isinstance(each, str)), "")
    return Problem(
        code="system-refused",
        what=f"cannot go on: {fault.strerror or fault}",
        expected="room on the disk, and the right to read and write the archive's files",
        found=name or type(fault).__name__,
        cure="make room, or give yourself the right to read and write there; then run the command again",
    )
