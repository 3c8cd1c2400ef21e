"""How long builds of a site took, phase by phase: kept beside the site, never in it, for `sijill budget`.

Two builds are remembered: the last, and the last that made most of the pages. Not for judging them:
`generator.checks.duration` does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from generator.build.workplace import write_whole
from generator.checks.duration import BuildTimes

_FORM = 1
_LAST, _TELLING = "last", "telling"


@dataclass(slots=True)
class Stopwatch:
    """Counts the seconds of one build to its phases, by the clock on the wall."""

    phases: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=monotonic)

    def end(self, phase: str) -> None:
        """Count the time since the end of the phase before to `phase`."""
        now = monotonic()
        self.phases[phase] = self.phases.get(phase, 0.0) + now - self._since
        self._since = now


def keep_times(path: Path, build: BuildTimes) -> None:
    """Keep what a build took in the file at `path`. That it cannot be written stops nothing."""
    _, telling = load_times(path)
    kept = {_LAST: build, _TELLING: build if build.is_telling else telling}
    written = {name: asdict(each) for name, each in kept.items() if each}
    with suppress(OSError):
        write_whole(path, json.dumps({"form": _FORM, **written}, indent=1).encode())


def load_times(path: Path) -> tuple[BuildTimes | None, BuildTimes | None]:
    """The last build and the last telling one of the file at `path`; None for what it does not know."""
    try:
        said = json.loads(path.read_bytes())
        if said["form"] != _FORM:
            return None, None
        return _parse(said.get(_LAST)), _parse(said.get(_TELLING))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, None


def _parse(said: Mapping[str, Any] | None) -> BuildTimes | None:
    """Read one build. Raises where it is none."""
    if said is None:
        return None
    phases = {str(name): float(seconds) for name, seconds in said["phases"].items()}
    return BuildTimes(phases, int(said["rendered"]), int(said["pages"]), int(said["jobs"]), bool(said["complete"]))
