"""`sijill build --slice`: one slice of a site instead of the whole."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.build.engine import find_engine
from generator.build.order import Reporter
from generator.build.plan_file import PlanFile, load_plan
from generator.build.slice import Sliced, SliceOrder, make_slice
from generator.cli.engine import count_processors, load_engine
from generator.cli.options import print_json, print_problems
from generator.cli.progress import show_progress
from generator.cli.report import tell
from generator.errors import MisuseError, Problem, Severity


def make_wanted(wanted: str | None, plan_path: Path | None, out: Path | None, rest: Mapping[str, Any]) -> None:
    """Make the slice that the options name; `rest` are those of the build. Raises MisuseError where they name none."""
    if wanted is None or plan_path is None or out is None or rest["site"] or rest["no_search"]:
        raise MisuseError(_incomplete())
    plan = load_plan(plan_path)
    order = SliceOrder(rest["root"], plan, _number(wanted, plan), out, rest["jobs"] or count_processors())
    _make(order, rest["engine"], rest["output"])


def _make(order: SliceOrder, engine: str | None, output: str) -> None:
    """Make a slice and say what came of it."""
    reporter = Reporter(tell, show_progress(output))
    made = make_slice(order, partial(load_engine, find_engine(engine)), reporter)
    if output == "json":
        print_json(_as_json(made))
    else:
        print_problems(each for each in made.problems if each.severity is not Severity.HINT)
        click.echo(f"{made.pages:,} pages in {made.out.as_posix()}" if made.finished else "no slice")
    sys.exit(0 if made.finished else 1)


def _number(wanted: str, plan: PlanFile) -> int:
    """The number of the slice that is wanted. Raises MisuseError where the plan has no such slice."""
    count = len(plan.shares)
    number, _, of = wanted.partition("/")
    if not (number.isascii() and number.isdigit() and of == str(count) and 1 <= int(number) <= count):
        raise MisuseError(
            Problem(
                code="no-such-slice",
                what="the plan has no such slice",
                expected=f"1/{count}" if count == 1 else f"a slice from 1/{count} to {count}/{count}",
                found=wanted,
                cure="name one of the plan's slices, or plan again with another number of --jobs",
            )
        )
    return int(number)


def _incomplete() -> Problem:
    return Problem(
        code="slice-options",
        what="it is not clear which slice is to be made",
        expected="--slice, --plan and --out together, and neither --site nor --no-search beside them",
        found="other options",
        cure="sijill build --slice 2/8 --plan plan.json --out slice-2",
    )


def _as_json(made: Sliced) -> dict[str, object]:
    """Give a slice for programs."""
    return {
        "out": made.out.as_posix(),
        "finished": made.finished,
        "pages": made.pages,
        "problems": [problem.as_json() for problem in made.problems],
    }
