"""Law 6: listings partition the articles, and page N, counted from the oldest, never changes when newer ones arrive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.listings import cut

sizes = st.integers(1, 7)
counts = st.integers(0, 60)


@given(counts, sizes)
def test_every_item_is_on_exactly_one_page_in_order(count: int, size: int) -> None:
    pages = cut(range(count), size)
    assert [item for page in (*pages.numbered, pages.newest) for item in page] == list(range(count))


@given(counts, st.integers(0, 60), sizes)
def test_numbered_pages_never_change_when_newer_items_arrive(count: int, newer: int, size: int) -> None:
    before, after = cut(range(count), size), cut(range(count + newer), size)
    assert after.numbered[: len(before.numbered)] == before.numbered


@given(counts, sizes)
def test_numbered_pages_are_full_and_the_newest_is_never_nearly_empty(count: int, size: int) -> None:
    pages = cut(range(count), size)
    assert all(len(page) == size for page in pages.numbered)
    assert len(pages.newest) < 2 * size
    assert len(pages.newest) >= min(size, count)
