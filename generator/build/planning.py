"""What a build would have to make, asked without making it: the plan that slices and their assembly go by."""

from __future__ import annotations

from dataclasses import dataclass

from generator.build.assemble import carry_on
from generator.build.engine import LoadEngine
from generator.build.memory import Memory
from generator.build.order import Order, Reporter
from generator.build.plan_file import PlanFile, cut_work
from generator.build.site import check_place, find_work, read, remember
from generator.build.workplace import Workplace, check_same_disk, occupied
from generator.errors import Problem
from generator.publish.plan import plan_site


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of a build, and every problem of the archive that was met on the way to it."""

    plan: PlanFile
    problems: tuple[Problem, ...]


def plan_build(order: Order, load_engine: LoadEngine, reporter: Reporter) -> Planned:
    """Say what a build of `order` would make, cut into as many slices as the order has jobs.

    A build that was left half done is brought to its end first, as the next build would. Raises MisuseError where
    `site` is no place for a site, ConfigurationError where mkdocs.yml or the vocabulary is broken.
    """
    check_place(order.root, order.site)
    workplace, memory = Workplace(order.site), Memory()
    with occupied(workplace, lambda: reporter.tell("A build of this site is running; waiting for its end.")):
        check_same_disk(workplace)
        carry_on(workplace)
        before, _ = remember(workplace, memory)
        engine = load_engine(order.root, reporter.tell)
        program = engine.digest().hex()
        loaded = read(engine, program, workplace, reporter, memory)
    plan = plan_site(loaded.archive)
    copied = engine.digest_copied().hex()
    work = find_work(plan, before.made_by(program), copied, order, whole=engine.has_others())
    cut = cut_work(work, program, copied, len(plan.pages), order.jobs)
    return Planned(cut, (*loaded.problems, *plan.problems))
