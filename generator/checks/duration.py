"""Whether a site can be built in the time there is: how long the last build took, and how long one from nothing would.

Not for measuring: a build does that itself (`generator.build.times`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, Severity

# Two thirds of what the workflow Publish gives its one job (timeout-minutes: 30): installing, checking, caches and the
# upload need the rest. GitHub ends any job after six hours, and a deployment after ten minutes, which no build can see.
BUILD_LIMIT = 20 * 60.0
_WARN_AT = 0.8
# The phase that may be divided among machines; each goes through all others by itself.
RENDER = "render"
# A build that made fewer of the pages says nothing certain of one that makes all.
_TELLING = 0.5


@dataclass(frozen=True, slots=True)
class BuildTimes:
    """One build: the seconds each phase took by the clock, how many of how many pages it made, in how many processes.

    `complete` says whether it made all that was due by itself: no pages came from other machines, and no search index
    was left for later.
    """

    phases: Mapping[str, float]
    rendered: int
    pages: int
    jobs: int = 1
    complete: bool = True

    @property
    def seconds(self) -> float:
        """The seconds of all phases."""
        return sum(self.phases.values())

    @property
    def is_telling(self) -> bool:
        """Whether it made so much that a build from nothing can be judged by it."""
        return self.complete and self.rendered > 0 and self.rendered >= self.pages * _TELLING

    @property
    def largest(self) -> tuple[tuple[str, float], ...]:
        """The phases and their seconds, the longest first."""
        return tuple(sorted(self.phases.items(), key=lambda each: -each[1]))


@dataclass(frozen=True, slots=True)
class Duration:
    """The last build of a site, and one from nothing as it would be, beside the seconds a build may take.

    Both are None where they are not known: no build was measured, or none that made most of the pages.
    """

    last: BuildTimes | None
    whole: BuildTimes | None
    limit: float = BUILD_LIMIT

    @property
    def machines(self) -> int:
        """How many machines would render a build from nothing in four fifths of the limit; 0 where no number would."""
        if self.whole is None:
            return 1
        rendering = self.whole.phases.get(RENDER, 0.0)
        room = self.limit * _WARN_AT - (self.whole.seconds - rendering)
        return max(1, math.ceil(rendering / room)) if room > 0 else 0


def project(build: BuildTimes, pages: int) -> BuildTimes:
    """Give a build from nothing of so many pages, by one that was telling: rendering costs as much a page as it did
    then, everything else as much a page of the site."""
    rendered, all_pages = pages / max(build.rendered, 1), pages / max(build.pages, 1)
    phases = {name: spent * (rendered if name == RENDER else all_pages) for name, spent in build.phases.items()}
    return BuildTimes(phases, pages, pages, build.jobs)


def check_duration(last: BuildTimes | None, telling: BuildTimes | None, limit: float = BUILD_LIMIT) -> Duration:
    """Hold builds against the seconds one may take: `last` is the last that made anything, `telling` the last by which
    one from nothing can be judged."""
    pages = last.pages if last else telling.pages if telling else 0
    return Duration(last, project(telling, pages) if telling else None, limit)


def find_slow(duration: Duration, site: Path) -> Problem | None:
    """The problem of a build that takes too long, or would from nothing; None where there is time.

    Only a build that did take too long is an error: a site that is built can be published, whatever the next one costs.
    """
    last, whole, limit = duration.last, duration.whole, duration.limit
    if last and last.seconds > limit:
        return _problem(duration, site, last, Severity.ERROR)
    if whole and whole.seconds > limit * _WARN_AT:
        return _problem(duration, site, whole, Severity.WARNING)
    return None


def _problem(duration: Duration, site: Path, build: BuildTimes, severity: Severity) -> Problem:
    took = severity is Severity.ERROR
    largest = ", ".join(f"{name} ({say_time(seconds)})" for name, seconds in build.largest[:3])
    return Problem(
        code="build-too-slow" if took else "build-from-nothing-too-slow",
        what="the last build took longer than it may"
        if took
        else "a build from nothing takes too long for one machine",
        path=site,
        expected=f"at most {say_time(duration.limit)}; from {_WARN_AT:.0%} of that on this is told",
        found=f"{'' if took else 'about '}{say_time(build.seconds)} for {build.rendered:,} pages: {largest}",
        cure=_cure(duration),
        severity=severity,
    )


def _cure(duration: Duration) -> str:
    """Say how the work may be divided, or what else helps."""
    machines = duration.machines
    if not machines:
        return (
            "reading and planning take so long that no number of machines helps: divide the archive by years into "
            "sites of their own, or give a build more time (--time)"
        )
    if machines == 1:
        return "render by more processes (sijill build --jobs), or give a build more time (--time)"
    return (
        f"let {machines} machines render it: `sijill plan --jobs {machines}`, a `sijill build --slice` on each, then "
        "`sijill assemble`; on GitHub start the workflow Publish a large archive"
    )


def say_time(seconds: float) -> str:
    """A number of seconds for people: `8.4 s`, `2 min 31 s`, `1 h 4 min`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    if minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
