"""The engine as a program of its own, which serves while people work.

Its output is read line by line: what matters goes on to the reader, the rest is kept for the message when it fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import environ
from pathlib import Path

from generator.build.engine import find_engine
from generator.errors import ConfigurationError, Problem

_LINE = re.compile(r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)")
_TRACEBACK = re.compile(
    r'Traceback \(most recent call last\):|  File ".*", line \d+|    |During handling of|The above exception'
)
# What the engine says of every build and what readers have no use for.
_CHATTER = ("Cleaning site directory", "Building documentation", "Documentation built in")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the engine ended: its exit code and everything it said."""

    code: int
    said: tuple[str, ...]

    @property
    def complaint(self) -> str:
        """What the engine gives as the reason of a failure, without traceback, in one paragraph."""
        errors = [match["text"] for line in self.said if (match := _LINE.match(line)) and match["level"] == "ERROR"]
        rest = [line for line in self.said if line.strip() and not line.startswith((" ", "Traceback"))]
        return " ".join(dict.fromkeys(part.strip() for part in (errors or rest[-1:]) if part.strip()))

    @property
    def is_configuration(self) -> bool:
        """Whether the engine refused mkdocs.yml itself."""
        told = " ".join(self.said)
        return "configuration error" in told or "parsing the configuration" in told or "Config file" in told


def run_engine(
    arguments: Sequence[str],
    root: Path,
    tell: Callable[[str], None],
    *,
    everything: bool = False,
    engine: str | None = None,
) -> Outcome:
    """Run the engine in the archive at `root`, telling each line that matters, or `everything` but tracebacks.

    The engine's own language and colours are left to it; a notice about its next version is switched off.
    """
    command = [sys.executable, "-m", find_engine(engine), *arguments]
    surroundings = {**environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own interpreter and a fixed list of arguments, no shell
        command,
        cwd=root,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            for line in process.stdout or ():
                said.append(line.rstrip("\n"))
                if _matters(said[-1]) or (everything and not is_traceback(said[-1])):
                    tell(said[-1])
        except BaseException:
            process.terminate()
            raise
    return Outcome(process.returncode, tuple(said))


def is_traceback(line: str) -> bool:
    """Whether a line is part of a traceback, except the last one, which says what is wrong."""
    return _TRACEBACK.match(line) is not None


def configuration_refused(outcome: Outcome) -> ConfigurationError:
    """Say in one message that the engine refused mkdocs.yml."""
    return ConfigurationError(
        Problem(
            code="mkdocs-refused",
            what="MkDocs cannot use mkdocs.yml",
            path=Path("mkdocs.yml"),
            expected="a file that MkDocs can read and folders that exist",
            found=outcome.complaint or "no reason given",
            cure="correct what is named above; the program's own mkdocs.yml shows every setting",
        )
    )


def _matters(line: str) -> bool:
    """Whether a line of the engine is of use to the reader while the site is built."""
    match = _LINE.match(line)
    return match is not None and match["level"] == "WARNING" and not match["text"].startswith(_CHATTER)
