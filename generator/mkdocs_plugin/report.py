"""How the build tells its problems: to MkDocs' log always, and to a file for the program that started the build.

That program puts an empty file beside site_dir, `<site_dir>.problems.json`. Where nobody has, none is written.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from generator.errors import Problem, Severity

_LOG = logging.getLogger("mkdocs.plugins.sijill")
_LEVELS = {Severity.ERROR: logging.WARNING, Severity.WARNING: logging.WARNING, Severity.HINT: logging.DEBUG}


def tell_problems(problems: Sequence[Problem], site_dir: str, pages: int) -> None:
    """Tell the problems of a build that has gone through, and how many pages it wrote."""
    if not _write(site_dir, {"problems": [each.as_json() for each in problems], "stopped": None, "pages": pages}):
        for problem in problems:
            _LOG.log(_LEVELS[problem.severity], "%s", problem)


def tell_stop(problem: Problem, site_dir: str) -> None:
    """Tell why a build cannot go on."""
    _write(site_dir, {"problems": [], "stopped": problem.as_json(), "pages": 0})


def _write(site_dir: str, told: dict[str, object]) -> bool:
    """Write the file if somebody waits for it."""
    file = Path(f"{site_dir}.problems.json")
    if not file.is_file():
        return False
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8", errors="backslashreplace")
    return True
