"""What a build is asked to do, whom it tells, and what it gives: values only, so that to ask for one loads nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Built:
    """A build that has come to its end: the site, how many pages it has, how many of them were rendered, and what was
    wrong on the way.

    `finished` is False where there is no new site; `problems` then say why.
    """

    site: Path
    finished: bool
    pages: int = 0
    rendered: int = 0
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the archive at `root` into `site`, by so many processes.

    Without `search` the search index stays as it is, and is made by the next build that wants it.
    """

    root: Path
    site: Path
    jobs: int = 1
    search: bool = True


@dataclass(frozen=True, slots=True)
class Reporter:
    """How a build tells what it does: lines for people, and progress as (step, done, all)."""

    tell: Callable[[str], None]
    progress: Callable[[str, int, int], None] = lambda _step, _done, _all: None
