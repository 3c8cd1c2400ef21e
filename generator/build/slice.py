"""One slice of a site, made from a plan and the archive alone: no site of before, no manifest, any machine.

Not for putting slices together: that is `generator.build.assembly`.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build.assemble import commit, scan
from generator.build.engine import Engine, LoadEngine
from generator.build.manifest import Manifest
from generator.build.order import Reporter
from generator.build.plan_file import PlanFile, Share
from generator.build.render import RenderingError, Work, disk_full, is_disk_full, render_all
from generator.build.site import spare_collector
from generator.build.slice_folder import FILES, RESULT, Result, write_result
from generator.build.workplace import Workplace, cleared_on_failure
from generator.errors import MisuseError, Problem
from generator.publish.keyed import Plan
from generator.publish.plan import plan_site
from generator.store.permalinks import file_path


@dataclass(frozen=True, slots=True)
class SliceOrder:
    """Which slice is to be made: number `number` (from 1) of `plan`, of the archive at `root`, into the folder `out`,
    by so many processes."""

    root: Path
    plan: PlanFile
    number: int
    out: Path
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Sliced:
    """A slice that has come to its end; `finished` is False where there is none, and `problems` then say why."""

    out: Path
    finished: bool
    pages: int = 0
    problems: tuple[Problem, ...] = ()


def make_slice(order: SliceOrder, load_engine: LoadEngine, reporter: Reporter) -> Sliced:
    """Make a slice. Problems of the archive as a whole are not told: plan and assembly tell them.

    Raises MisuseError where the archive is not the one that was planned, `out` holds something else or the disk is
    full, ConfigurationError where mkdocs.yml or the vocabulary is broken.
    """
    check_out(order.out)
    spare_collector()
    try:
        engine = load_engine(order.root, reporter.tell)
        share = order.plan.shares[order.number - 1]
        check_program(order.plan, engine)
        loaded = engine.load({}, partial(reporter.progress, "read"))
        work = _find_work(share, plan_site(loaded.archive), engine)
        _clear(order.out)
        with cleared_on_failure(_place(order.out)):
            return _render(order, work, engine, reporter)
    except RenderingError as fault:
        return Sliced(order.out, finished=False, problems=(fault.problem,))
    except OSError as fault:
        if is_disk_full(fault):
            raise MisuseError(disk_full(fault, order.out)) from None
        raise


def check_program(plan: PlanFile, engine: Engine) -> None:
    """Check that this machine has the program, theme and settings of the plan. Raises MisuseError."""
    if engine.digest().hex() != plan.program:
        raise MisuseError(
            Problem(
                code="other-program",
                what="the plan was made by another program, or with other settings",
                expected="the same Sijill, libraries, theme, mkdocs.yml and SITE_URL on every machine",
                found="something else on this one",
                cure="check out the same commit everywhere, install from requirements.lock, and plan again",
            )
        )


def check_out(out: Path) -> None:
    """Check that a slice may be made in `out`: it is missing, empty or a slice. Raises MisuseError."""
    names = {each.name for each in out.iterdir()} if out.is_dir() else set()
    if out.exists() and (not out.is_dir() or names - {RESULT, f"{RESULT}.new", FILES, _place(out).folder.name}):
        raise MisuseError(
            Problem(
                code="no-place-for-slice",
                what=f"the slice cannot be made in {out}",
                expected="a folder that is empty, missing, or holds a slice",
                found="something else",
                cure="name another folder with --out, or empty this one yourself",
            )
        )


def _find_work(share: Share, plan: Plan, engine: Engine) -> Work:
    """Give what the slice makes. Raises MisuseError where this archive would make anything else."""
    pages = {file_path(page.permalink): page for page in (*plan.pages, plan.not_found)}
    groups = {group.name: group for group in plan.derived}
    other = [path for path, key in share.pages.items() if path not in pages or pages[path].key.hex() != key]
    other += [name for name, key in share.groups.items() if name not in groups or groups[name].key.hex() != key]
    if share.copied and engine.digest_copied().hex() != share.copied:
        other.append("files that are copied as they are")
    if other:
        raise MisuseError(differs(len(other), other[0]))
    lost = file_path(plan.not_found.permalink)
    return Work(
        pages=tuple(pages[path] for path in share.pages if path != lost),
        not_found=plan.not_found if lost in share.pages else None,
        copies=bool(share.copied),
        groups=tuple(groups[name] for name in share.groups),
        together=engine.has_others(),
    )


def _render(order: SliceOrder, work: Work, engine: Engine, reporter: Reporter) -> Sliced:
    """Make what there is to make, put it in its place and say what came of it, in this order."""
    place = _place(order.out)
    place.folder.mkdir(parents=True)
    done = render_all(work, engine, place, order.jobs, partial(reporter.progress, "render"))
    commit(place, Manifest(), ())
    shutil.rmtree(place.folder)
    sizes = dict(sorted(scan(place.site)))
    made = {file_path(page.permalink) for page in (*work.pages, *filter(None, [work.not_found]))}
    made.update(path for _, paths in done.groups.values() for path in paths)
    copied = tuple(path for path in sizes if path not in made)
    problems = tuple(done.problems)
    write_result(order.out, Result(order.plan.digest(), order.number, problems, done.groups, copied, sizes))
    return Sliced(order.out, True, len(work.pages), problems)


def _clear(out: Path) -> None:
    """Throw a slice of before away, what makes it whole first."""
    out.mkdir(parents=True, exist_ok=True)
    (out / RESULT).unlink(missing_ok=True)
    shutil.rmtree(out / FILES, ignore_errors=True)
    shutil.rmtree(_place(out).folder, ignore_errors=True)


def _place(out: Path) -> Workplace:
    """The workplace in which a slice's files are staged: beside them, as with a site."""
    return Workplace(out / FILES)


def differs(count: int, example: str) -> Problem:
    """Say that the archive is not the one that was planned."""
    return Problem(
        code="archive-differs",
        what="the archive is not the one that was planned",
        expected="pages and files with the keys that the plan names",
        found=f"{count:,} with another key or none, such as {example}",
        cure="check out the commit that was planned, with nothing changed in it, or plan again",
    )
