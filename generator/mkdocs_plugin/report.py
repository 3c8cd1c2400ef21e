"""How a build by MkDocs alone tells its problems: in MkDocs' log."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from generator.errors import Problem, Severity

_LOG = logging.getLogger("mkdocs.plugins.sijill")
_LEVELS = {Severity.ERROR: logging.WARNING, Severity.WARNING: logging.WARNING, Severity.HINT: logging.DEBUG}


def log_problems(problems: Sequence[Problem]) -> None:
    """Tell the problems of a build that has gone through."""
    for problem in problems:
        _LOG.log(_LEVELS[problem.severity], "%s", problem)
