"""Two versions of one text put together: what only one of them changed is there, and nothing is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.merging import merge_blocks

blocks = st.lists(st.sampled_from("abcdefg"), max_size=8)


@given(base=blocks, other=blocks)
def test_what_only_one_changed_is_taken(base: list[str], other: list[str]) -> None:
    assert merge_blocks(other, base, base) == other
    assert merge_blocks(base, base, other) == other
    assert merge_blocks(other, base, other) == other


@given(base=blocks, mine=blocks, source=blocks)
def test_it_does_not_matter_who_changed_what_and_nothing_is_invented(
    base: list[str], mine: list[str], source: list[str]
) -> None:
    merged = merge_blocks(mine, base, source)
    assert merged == merge_blocks(source, base, mine)
    if merged is not None:
        assert set(merged) <= {*mine, *source}
        assert {each for each in mine if each not in base} <= set(merged)
        assert {each for each in source if each not in base} <= set(merged)


def test_a_correction_and_an_added_end_stand_together() -> None:
    assert merge_blocks(["A", "b", "C"], ["a", "b", "c"], ["a", "b", "c", "d"]) == ["A", "b", "C", "d"]
    assert merge_blocks(["a", "B"], ["a", "b"], ["a", "X"]) is None
