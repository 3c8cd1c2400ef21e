"""Whether a finished site is small enough for its host, and how to divide it where it is not.

GitHub publishes sites of up to 1 GB (docs.github.com, "GitHub Pages limits"; actions/deploy-pages counts it as 2^30
bytes). Its other limits cannot be seen in the files: ten minutes for a deployment, about 100 GB a month for readers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks.parts import UNDATED, Part
from generator.errors import Problem, Severity

PAGES_LIMIT = 1_073_741_824
_WARN_AT = 0.8


@dataclass(frozen=True, slots=True)
class Home:
    """One of the sites into which an archive may be divided: its years, the newest first, and its size in bytes."""

    years: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Budget:
    """A site held against the limit of its host, in bytes. `split` is empty where one site is enough."""

    parts: tuple[Part, ...]
    limit: int
    split: tuple[Home, ...] = ()

    @property
    def files(self) -> int:
        """The number of files."""
        return sum(part.files for part in self.parts)

    @property
    def size(self) -> int:
        """The size of all files in bytes."""
        return sum(part.size for part in self.parts)

    @property
    def share(self) -> float:
        """How much of the limit is used; 1 is all of it."""
        return self.size / self.limit


def check_budget(parts: Sequence[Part], limit: int = PAGES_LIMIT) -> Budget:
    """Hold the parts of a site against a limit in bytes; above four fifths of it, say how it may be divided."""
    whole = Budget(tuple(parts), limit)
    return whole if whole.share <= _WARN_AT else Budget(whole.parts, limit, divide(parts, limit))


def find_problem(budget: Budget, site: Path) -> Problem | None:
    """The problem of a site that is too large, or will be soon; None where there is room."""
    if budget.share <= _WARN_AT:
        return None
    over = budget.share > 1
    return Problem(
        code="site-too-large" if over else "site-nearly-too-large",
        what="the site is larger than its host publishes" if over else "the site will soon be too large for its host",
        path=site,
        expected=f"at most {say_size(budget.limit)} in all; from {_WARN_AT:.0%} of that on this is told",
        found=f"{say_size(budget.size)} in {budget.files:,} files, {budget.share:.0%}",
        cure=_say_split(budget),
        severity=Severity.ERROR if over else Severity.WARNING,
    )


def divide(parts: Sequence[Part], limit: int) -> tuple[Home, ...]:
    """Divide a site by years into as few as need be, each below four fifths of `limit` where its years allow that.

    What belongs to no year is counted in full for every site: each has its own listings and pictures, and how many only
    its build can say. A year that is too large even by itself gets a site that is above the limit.
    """
    years: Counter[str] = Counter()
    for part in parts:
        years[part.name.year] += part.size
    shared = years.pop("", 0)
    homes: list[Home] = []
    kept, size = [UNDATED] if UNDATED in years else [], shared + years.pop(UNDATED, 0)
    for year in sorted(years, reverse=True):
        if any(each != UNDATED for each in kept) and size + years[year] > limit * _WARN_AT:
            homes.append(Home(tuple(kept), size))
            kept, size = [], shared
        kept.append(year)
        size += years[year]
    return (*homes, Home(tuple(kept), size))


def say_size(size: int) -> str:
    """A number of bytes for people: `1.07 GB`, by thousands."""
    value, units = float(size), ["bytes", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value, units = value / 1000, units[1:]
    if units[0] == "bytes":
        return f"{size:,} bytes"
    return f"{value:.3g} {units[0]}" if value < 100 else f"{value:.0f} {units[0]}"


def _say_split(budget: Budget) -> str:
    """Say how the archive may be divided, or what else helps."""
    homes = budget.split
    largest = ", ".join(f"{part.name} ({say_size(part.size)})" for part in budget.parts[:3])
    if len(homes) < 2 or any(home.size > budget.limit for home in homes):
        return f"years alone do not divide it into sites that are small enough; the largest parts are {largest}"
    rest = "; ".join(f"{_say_years(home)} in another ({say_size(home.size)})" for home in homes[1:])
    return (
        f"keep {_say_years(homes[0])} in this repository ({say_size(homes[0].size)}), and {rest}: move the folders "
        "content/articles/*/<year>/ to a repository of their own"
    )


def _say_years(home: Home) -> str:
    """The years of a site for people."""
    dated = [year for year in home.years if year != UNDATED]
    span = "" if not dated else dated[0] if len(dated) == 1 else f"{dated[-1]} to {dated[0]}"
    return " and ".join(filter(None, (span, "what is undated" if UNDATED in home.years else "")))
