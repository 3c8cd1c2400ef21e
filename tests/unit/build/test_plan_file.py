"""A plan cut into slices: everything is in exactly one of them, and it is the same plan after it has been written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.plan_file import cut_work, load_plan
from generator.build.render import Work
from generator.errors import MisuseError
from generator.model.page import Permalink
from generator.publish.keyed import Derived, KeyedPage, Made


def page(name: str) -> KeyedPage:
    def never() -> None:
        raise AssertionError("a plan needs keys only")

    return KeyedPage(Permalink(name), name.encode(), never)  # type: ignore[arg-type]


def group(name: str, closing: bool = False) -> Derived:
    return Derived(name, name.encode(), lambda _notes: Made(()), closing)


works = st.builds(
    Work,
    pages=st.sets(st.integers(0, 50)).map(lambda numbers: tuple(page(f"en/{n}/") for n in sorted(numbers))),
    not_found=st.sampled_from((None, page("404.html"))),
    copies=st.booleans(),
    groups=st.integers(0, 6).map(lambda n: (*(group(f"g{i}") for i in range(n)), group("last", closing=True))),
)


@given(works, st.integers(1, 70))
def test_everything_is_in_one_slice(work: Work, count: int) -> None:
    plan = cut_work(work, "program", "copied", 60, count)
    assert len(plan.shares) == count
    pages = [path for share in plan.shares for path in share.pages]
    expected = [f"{each.permalink}index.html" for each in work.pages] + (["404.html"] if work.not_found else [])
    assert sorted(pages) == sorted(expected)
    names = [name for share in plan.shares for name in share.groups]
    assert sorted(names) == [each.name for each in work.groups if not each.closing]
    assert [share.copied for share in plan.shares if share.copied] == (["copied"] if work.copies else [])
    assert plan.closing == ("last",)
    assert len(plan.wanted) <= max(len(work.pages), 1)


@given(works, st.integers(1, 9))
def test_a_plan_that_is_written_is_the_same_plan(
    tmp_path_factory: pytest.TempPathFactory, work: Work, count: int
) -> None:
    plan = cut_work(work, "program", "copied", 60, count)
    file = tmp_path_factory.mktemp("plan") / "plan.json"
    file.write_text(json.dumps(plan.as_json(), indent=3))
    assert load_plan(file) == plan
    assert load_plan(file).digest() == plan.digest()


def test_plans_that_differ_have_other_digests() -> None:
    work = Work((page("en/a/"),), None, False, ())
    plans = [cut_work(work, *rest) for rest in (("p", "c", 1, 1), ("q", "c", 1, 1), ("p", "c", 2, 1), ("p", "c", 1, 2))]
    assert len({plan.digest() for plan in plans}) == 4


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"form": 0}', '{"form": 1, "slices": 3}', "[" * 100_000])
def test_what_is_no_plan(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.json").write_text(text)
    with pytest.raises(MisuseError, match="this is no plan"):
        load_plan(tmp_path / "plan.json")
