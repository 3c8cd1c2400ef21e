"""Slices that were made anywhere, put together into the site: the same bytes as a build on one machine.

Nothing is taken on trust: a slice must be whole, of this plan, and have what this archive would make.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build.engine import Engine, LoadEngine
from generator.build.manifest import COPIED
from generator.build.order import Built, Order, Reporter
from generator.build.plan_file import PlanFile
from generator.build.render import Done, Work
from generator.build.site import build_site
from generator.build.slice import check_program, differs
from generator.build.slice_folder import FILES, Result, load_result
from generator.build.workplace import Workplace
from generator.errors import MisuseError, Problem
from generator.store.permalinks import file_path

# One page, group of files or all copied files: its kind, name and key.
_Part = tuple[str, str, str]
_PAGE, _GROUP, _COPIES = "page", "group", "copies"


@dataclass(frozen=True, slots=True)
class _Slices:
    """The slices of a plan, by number, each with its folder."""

    plan: PlanFile
    results: Mapping[int, tuple[Path, Result]]


def assemble_site(
    order: Order, plan: PlanFile, folders: Sequence[Path], load_engine: LoadEngine, reporter: Reporter
) -> Built:
    """Build the site of `order` from slices of `plan`, which lie in `folders` and stay as they are.

    Raises MisuseError where a slice is missing, doubled, not whole or of another plan, where the archive or the site of
    before is not the one that was planned, and where a build would; ConfigurationError where mkdocs.yml is broken.
    """
    slices = _Slices(plan, _gather(plan, folders))
    return build_site(order, load_engine, reporter, partial(_bring, slices))


def _gather(plan: PlanFile, folders: Sequence[Path]) -> dict[int, tuple[Path, Result]]:
    """Load what came of each slice. Raises MisuseError where they are not those of the plan, each once."""
    found: dict[int, tuple[Path, Result]] = {}
    expected = plan.digest()
    for folder in folders:
        result = load_result(folder)
        if result.plan != expected or not 1 <= result.number <= len(plan.shares):
            raise MisuseError(_foreign(folder))
        if result.number in found:
            raise MisuseError(_doubled(folder, found[result.number][0], result.number))
        found[result.number] = (folder, result)
    missing = [number for number in plan.wanted if number not in found]
    if missing:
        raise MisuseError(_missing(missing, len(plan.shares)))
    return found


def _bring(slices: _Slices, work: Work, engine: Engine, workplace: Workplace) -> Done:
    """Stage what is to be made anew from the slices that have it. Raises MisuseError where none has it."""
    check_program(slices.plan, engine)
    offers = _find_offers(slices)
    wanted = _name_work(work, engine)
    strange = [each for each in wanted if each not in offers]
    if strange:
        raise MisuseError(_not_offered(strange, {each[:2] for each in offers}, workplace))
    workplace.clear_staging()
    for each in wanted:
        number, paths = offers[each]
        _copy(slices.results[number][0] / FILES, workplace.stage(number), paths)
    results = [result for _, result in slices.results.values()]
    groups = {group.name for group in work.groups}
    return Done(
        problems=[problem for result in results for problem in result.problems],
        groups={name: made for result in results for name, made in result.groups.items() if name in groups},
    )


def _find_offers(slices: _Slices) -> dict[_Part, tuple[int, Sequence[str]]]:
    """Give everything that the slices hold, each with the slice's number and the paths of its files."""
    offers: dict[_Part, tuple[int, Sequence[str]]] = {}
    for number, (_, result) in slices.results.items():
        share = slices.plan.shares[number - 1]
        for path, key in share.pages.items():
            if path in result.sizes:
                offers[_PAGE, path, key] = number, (path,)
        for name, key in share.groups.items():
            if name in result.groups:
                offers[_GROUP, name, key] = number, result.groups[name][1]
        if share.copied:
            offers[_COPIES, COPIED, share.copied] = number, result.copied
    return offers


def _name_work(work: Work, engine: Engine) -> list[_Part]:
    """Give everything that is to be made before the round is closed, by name and key."""
    pages = (*work.pages, *filter(None, [work.not_found]))
    return [
        *((_PAGE, file_path(page.permalink), page.key.hex()) for page in pages),
        *((_GROUP, group.name, group.key.hex()) for group in work.groups if not group.closing),
        *([(_COPIES, COPIED, engine.digest_copied().hex())] if work.copies else []),
    ]


def _copy(source: Path, stage: Path, paths: Sequence[str]) -> None:
    """Copy a slice's files into a stage: moved, they would be lost to a second try; linked, Pages would refuse them."""
    for path in paths:
        place = stage / path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, place)


def _not_offered(strange: Sequence[_Part], known: set[tuple[str, str]], workplace: Workplace) -> Problem:
    """Say that the slices do not hold what the site needs: of another archive, or for another site of before."""
    changed = [name for kind, name, _ in strange if (kind, name) in known]
    if changed:
        return differs(len(changed), changed[0])
    return Problem(
        code="other-site-before",
        what="the slices do not hold all that this site needs",
        path=workplace.site,
        expected=f"the archive and the site of the plan, with {workplace.folder.name}/ beside the site",
        found=f"{len(strange):,} pages or groups of files that no slice holds, such as {strange[0][1]}",
        cure="restore that site and the archive, then assemble again; or plan again",
    )


def _foreign(folder: Path) -> Problem:
    return Problem(
        code="foreign-slice",
        what="the slice is of another plan",
        path=folder,
        expected="slices that were made from this very plan",
        found="one that was made from another",
        cure="leave it out, or make it again with this plan",
    )


def _doubled(folder: Path, first: Path, number: int) -> Problem:
    return Problem(
        code="doubled-slice",
        what=f"slice {number} is there twice",
        path=folder,
        expected="each slice once",
        found=f"the same slice in {first}",
        cure="leave one of the two out",
    )


def _missing(numbers: Sequence[int], count: int) -> Problem:
    return Problem(
        code="missing-slice",
        what="not all slices of the plan are there",
        expected=f"every one of the {count} slices in which there is something to make",
        found="none of " + ", ".join(f"{number}/{count}" for number in numbers),
        cure="make what is missing with `sijill build --slice`, and name its folder too",
    )
