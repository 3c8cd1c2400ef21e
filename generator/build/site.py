"""A whole site, made of the site of before and what has changed. Whatever fails, the one of before stands as it was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.build.assemble import carry_on, commit, scan
from generator.build.engine import Engine, LoadEngine
from generator.build.key_inputs import keep_inputs
from generator.build.lost import find_lost
from generator.build.manifest import COPIED, Group, Manifest, load_manifest
from generator.build.memory import (
    Memory,
    keep_loaded,
    keep_site,
    recall_engine,
    recall_plan,
    recall_records,
    recall_site,
)
from generator.build.order import Built, Order, Reporter
from generator.build.render import Done, RenderingError, Work, disk_full, is_disk_full, make_groups, render_all
from generator.build.times import Stopwatch, keep_times
from generator.build.workplace import Workplace, check_same_disk, cleared_on_failure, occupied
from generator.checks.duration import RENDER, BuildTimes
from generator.errors import MisuseError, Problem
from generator.publish.keyed import KeyedPage, Plan, digest
from generator.publish.reading import Loaded
from generator.store.permalinks import file_path

SEARCH = "search/"

# Stages what has to be made anew.
Make = Callable[[Work, Engine, Workplace], Done]


def build_site(
    order: Order,
    load_engine: LoadEngine,
    reporter: Reporter,
    make: Make | None = None,
    memory: Memory | None = None,
) -> Built:
    """Build a site: render what has changed since the last build, and put it in its place when all is done.

    What has changed is rendered here, unless `make` brings it from elsewhere. `memory` is what this process keeps of
    its builds of this archive, where it makes several.
    Raises MisuseError where `site` is no place for a site or the disk is full, ConfigurationError where mkdocs.yml or
    the vocabulary is broken.
    """
    check_place(order.root, order.site)
    spare_collector()
    workplace = Workplace(order.site)
    try:
        with (
            occupied(workplace, lambda: reporter.tell("Another build of this site is running; waiting for its end.")),
            cleared_on_failure(workplace),
        ):
            check_same_disk(workplace)
            steps = _Steps(order, workplace, reporter, memory or Memory(), make is None and order.search)
            return _build(steps, load_engine, make or partial(_make, order, reporter))
    except OSError as fault:
        if is_disk_full(fault):
            raise MisuseError(disk_full(fault, order.site, decided=workplace.journal.exists())) from None
        raise


def spare_collector() -> None:
    """Let the collector of cycles look seldom: hundreds of thousands of values live to the end of a build, and to look
    through them takes seconds."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


@dataclass(frozen=True, slots=True)
class _Steps:
    """What all steps of a build go by; `complete` says whether it makes all that is due by itself."""

    order: Order
    workplace: Workplace
    reporter: Reporter
    memory: Memory
    complete: bool
    watch: Stopwatch = field(default_factory=Stopwatch)


def _build(steps: _Steps, load_engine: LoadEngine, make: Make) -> Built:
    """Take the steps of a build, in their order."""
    order, workplace, reporter, memory = steps.order, steps.workplace, steps.reporter, steps.memory
    watch = steps.watch
    carry_on(workplace)
    before, on_disk = remember(workplace, memory)
    engine = recall_engine(memory, order.root, load_engine, reporter.tell)
    program = engine.digest().hex()
    copied = engine.digest_copied().hex()
    watch.end("start")
    loaded = read(engine, program, workplace, reporter, memory)
    content = loaded.digest()
    watch.end("read")
    whole, state = (digest(program, copied, content, str(search)).hex() for search in (True, order.search))
    if before is memory.manifest and memory.state in (whole, state):
        return Built(order.site, True, len(before.pages) - 1, problems=(*loaded.problems, *memory.told))
    if before.state in (whole, state) and on_disk.keys() == before.sizes.keys():
        keep_site(memory, workplace, before, before.state, ())
        return Built(order.site, True, len(before.pages) - 1, problems=loaded.problems)
    plan = recall_plan(memory, loaded, content)
    lost = find_lost(before.pages, _files_of(plan))
    before = before.made_by(program)

    work = find_work(plan, before, copied, order, whole=engine.has_others())
    watch.end("plan")
    problems = (*loaded.problems, *plan.problems)
    try:
        done = make(work, engine, workplace)
    except RenderingError as fault:
        workplace.clear_staging()
        return Built(order.site, finished=False, problems=(*problems, fault.problem))
    finally:
        loaded.read.forget_bodies()
    watch.end(RENDER)
    after = _settle(plan, before, done, program, Group(copied, {}, _copied_before(before, work)))
    _close_round(work, after, workplace)
    # Problems of the plan and of pages are told by each build, so each has to find them.
    after.state = "" if plan.problems or done.problems else state
    _measure(after, workplace, on_disk)
    doomed = on_disk.keys() - after.paths()
    _keep_inputs(workplace, work, plan)
    if not work.is_nothing or doomed or after.state != before.state or not workplace.manifest.exists():
        commit(workplace, after, doomed)
    watch.end("place")
    _keep_times(steps, work, len(plan.pages))
    keep_site(memory, workplace, after, state, (*plan.problems, *done.problems))
    return Built(order.site, True, len(plan.pages), len(work.pages), (*problems, *done.problems, *lost))


def remember(workplace: Workplace, memory: Memory) -> tuple[Manifest, Mapping[str, int]]:
    """Give what is known of the site that is there, and the sizes of its files; files that are not what they were are
    forgotten."""
    kept = recall_site(memory, workplace)
    if kept is not None:
        return kept, kept.sizes
    on_disk = dict(scan(workplace.site))
    before = load_manifest(workplace.manifest)
    before.forget({path for path in before.paths() if on_disk.get(path) != before.sizes.get(path)})
    return before, on_disk


def read(engine: Engine, program: str, workplace: Workplace, reporter: Reporter, memory: Memory) -> Loaded:
    """Read the archive, and keep what follows from its articles' files."""
    known = recall_records(memory, workplace.records, program)
    loaded = engine.load(known, partial(reporter.progress, "read"), memory.loaded, memory.digests)
    try:
        keep_loaded(memory, loaded, known, workplace.records, program)
    except OSError as fault:
        if not is_disk_full(fault):
            raise
        reporter.tell("The disk is too full to keep what was read; the next build reads these articles again.")
    return loaded


def find_work(plan: Plan, before: Manifest, copied: str, order: Order, *, whole: bool = False) -> Work:
    """Give what has to be made anew: everything whose key is not what it was.

    Where that is anything and `whole` is asked for, it is everything, and together: what other plugins and hooks make
    of a page, and of which pages they make it, no key can tell.
    """
    work = _find_new(plan, before, copied, order)
    if not whole or (work.is_nothing and _has_all_of(before, plan)):
        return work
    everything = _find_new(plan, Manifest(), "", order)
    return replace(everything, copies=True, groups=work.groups, together=True)


def _has_all_of(before: Manifest, plan: Plan) -> bool:
    """Whether a site has the pages of a plan and no others."""
    return before.pages.keys() == _files_of(plan)


def _files_of(plan: Plan) -> set[str]:
    """Give the files of all pages of a plan."""
    return {file_path(page.permalink) for page in (*plan.pages, plan.not_found)}


def _find_new(plan: Plan, before: Manifest, copied: str, order: Order) -> Work:
    """Give everything whose key is not what it was."""

    def is_new(page: KeyedPage) -> bool:
        return before.pages.get(file_path(page.permalink)) != page.key.hex()

    old = {name: group.key for name, group in before.groups.items()}
    return Work(
        pages=tuple(page for page in plan.pages if is_new(page)),
        not_found=plan.not_found if is_new(plan.not_found) else None,
        copies=old.get(COPIED) != copied,
        groups=tuple(
            group
            for group in plan.derived
            if old.get(group.name) != group.key.hex() and (order.search or not group.name.startswith(SEARCH))
        ),
    )


def _make(order: Order, reporter: Reporter, work: Work, engine: Engine, workplace: Workplace) -> Done:
    """Make it, in stages beside the site."""
    return render_all(work, engine, workplace, order.jobs, partial(reporter.progress, "render"))


def _keep_inputs(workplace: Workplace, work: Work, plan: Plan) -> None:
    """Keep what the keys of new pages are made of, before they are; a disk that is too full stops nothing here."""
    new = [*work.pages, *([work.not_found] if work.not_found else [])]
    with suppress(OSError):
        keep_inputs(workplace.inputs, new, (*plan.pages, plan.not_found))


def _keep_times(steps: _Steps, work: Work, pages: int) -> None:
    """Keep how long a build took that made anything."""
    if not work.is_nothing:
        took = BuildTimes(steps.watch.phases, len(work.pages), pages, steps.order.jobs, steps.complete)
        keep_times(steps.workplace.times, took)


def _copied_before(before: Manifest, work: Work) -> list[str]:
    """The files that were copied into the site of before; none where all are copied anew."""
    old = before.groups.get(COPIED)
    return [] if old is None or work.copies else old.files


def _settle(plan: Plan, before: Manifest, done: Done, program: str, copied: Group) -> Manifest:
    """Give the manifest of the new site, but for what is known only when all is staged."""
    faulty = {problem.path.as_posix() for problem in done.problems if problem.path}
    shown = [*plan.pages, plan.not_found]
    after = Manifest(program)
    # A page with a problem is rendered again by the next build, which then tells the problem again.
    after.pages = {file_path(page.permalink): "" if page.source in faulty else page.key.hex() for page in shown}
    for group in plan.derived:
        if group.name in done.groups:
            note, files = done.groups[group.name]
            after.groups[group.name] = Group(group.key.hex(), note, files)
        elif group.name in before.groups:
            after.groups[group.name] = before.groups[group.name]
    after.groups[COPIED] = copied
    return after


def _close_round(work: Work, after: Manifest, workplace: Workplace) -> None:
    """Make the groups that need to know of the others."""
    closing = [group for group in work.groups if group.closing]
    if closing:
        notes = {name: group.note for name, group in after.groups.items()}
        keys = {group.name: group.key.hex() for group in closing}
        for name, (note, files) in make_groups(closing, notes, workplace.stage(9999)).items():
            after.groups[name] = Group(keys[name], note, files)


def _measure(after: Manifest, workplace: Workplace, on_disk: Mapping[str, int]) -> None:
    """Note the size of every file; what is staged and belongs to nothing else is a file that was copied."""
    staged = {path: size for stage in workplace.stages() for path, size in scan(stage)}
    strange = sorted(staged.keys() - after.paths())
    if strange:
        after.groups[COPIED].files = strange
    after.sizes = {path: staged[path] if path in staged else on_disk.get(path, -2) for path in sorted(after.paths())}


def check_place(root: Path, site: Path) -> None:
    """Check that `site` may be replaced: it is empty, missing or a site, and holds nothing of the archive.

    Raises MisuseError, for a folder that is replaced loses all it had.
    """
    place = site.resolve()
    precious = root.resolve() == place or place in root.resolve().parents or place.is_relative_to(root / "content")
    occupied_by = place.exists() and (not place.is_dir() or (any(place.iterdir()) and not _is_site(place)))
    if precious or occupied_by:
        raise MisuseError(
            Problem(
                code="no-place-for-site",
                what=f"the site cannot be built into {site}",
                expected="a folder that is empty, missing, or holds a site",
                found="the archive itself" if precious else "something else",
                cure="name another folder with --site, or empty this one yourself",
            )
        )


def _is_site(folder: Path) -> bool:
    """Whether a folder holds a site: a finished one, or one that a build of before is known to have made."""
    return Workplace(folder).manifest.is_file() or all(
        (folder / name).is_file() for name in ("index.html", "404.html", "robots.txt")
    )
