"""The options by which `sijill build` makes one slice of a site instead of the whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

Verb = Callable[..., None]


def or_slice(build: Verb) -> Verb:
    """Give the verb the options of a slice; where they are used, a slice is made and the verb itself is not called."""

    @click.option("--slice", "wanted", metavar="I/N", help="Make only slice I of the N that the plan has.")
    @click.option("--plan", "plan_path", type=click.Path(path_type=Path), help="The plan, for --slice.")
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The slice's folder, for --slice.")
    @wraps(build)
    def either(wanted: str | None, plan_path: Path | None, out: Path | None, **rest: Any) -> None:
        if not any((wanted, plan_path, out)):
            build(**rest)
            return
        # Loaded only now: it takes as long as a build that has nothing to do.
        from generator.cli.slices import make_wanted  # noqa: PLC0415

        make_wanted(wanted, plan_path, out, rest)

    return either
