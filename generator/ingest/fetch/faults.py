"""Why a request did not give what was asked for. It stops that request, never the run."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from generator.errors import Problem, Severity


class FetchFault(Exception):  # noqa: N818 - the vocabulary of the program: a fault of one thing, not of the program
    """A request that failed: `code` and the words of a Problem, and what follows from it.

    `lasting`: asking again later will not help. `wait`: for so many seconds `host` asks to be left alone.
    """

    def __init__(  # noqa: PLR0913 - the five words of a problem, and what follows
        self, code: str, what: str, *, expected: str = "", found: str = "", cure: str = "", lasting: bool = False,
        wait: float | None = None, host: str = "",
    ) -> None:  # fmt: skip
        super().__init__(f"{what}: {found}" if found else what)
        self.code, self.what, self.expected, self.found, self.cure = code, what, expected, found, cure
        self.lasting, self.wait, self.host = lasting, wait, host

    def until(self, now: datetime) -> datetime:
        """The time until which the host asks to be left alone, in whole seconds."""
        return (now + timedelta(seconds=self.wait or 0)).replace(microsecond=0)

    def problem(self, path: Path, address: str, severity: Severity = Severity.WARNING) -> Problem:
        """The problem of this fault, met when `address` was asked for because of the publisher's file `path`."""
        return Problem(self.code, self.what, path, None, self.expected, self.found, self.cure, severity, record=address)
