"""The engine as a program of its own, which serves while people work.

Its output is read line by line: it goes on to the reader, and is kept for the message when it fails.
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

_LINE = re.compile(r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)")
_TRACEBACK = re.compile(
    r'Traceback \(most recent call last\):|  File ".*", line \d+|    |During handling of|The above exception'
)


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


def run_engine(arguments: Sequence[str], root: Path, tell: Callable[[str], None]) -> Outcome:
    """Run the engine in the archive at `root`, telling every line it says but tracebacks.

    The engine's own language and colours are left to it; a notice about its next version is switched off.
    """
    command = [sys.executable, "-m", find_engine(), *arguments]
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
                if not is_traceback(said[-1]):
                    tell(said[-1])
        except BaseException:
            process.terminate()
            raise
    return Outcome(process.returncode, tuple(said))


def is_traceback(line: str) -> bool:
    """Whether a line is part of a traceback, except the last one, which says what is wrong."""
    return _TRACEBACK.match(line) is not None
