"""Who holds an address."""

from __future__ import annotations

import pytest

from generator.model.page import Permalink
from generator.publish.claims import Claims
from generator.store.permalinks import fits_file_system


def claim(claims: Claims, address: str, name: str) -> str | None:
    return claims.claim(Permalink(address), name)


def test_first_claimant_has_it() -> None:
    claims = Claims()
    assert claim(claims, "en/a/", "one") is None
    assert claim(claims, "en/a/", "two") == "one"


@pytest.mark.parametrize(
    ("first", "second"),
    [("en/A/", "en/a/"), ("en/feed.xml", "en/feed.xml/"), ("en/a.html/b/", "en/a.html"), ("en/a/", "en/a/index.html")],
)
def test_names_that_a_file_system_cannot_keep_apart(first: str, second: str) -> None:
    claims = Claims()
    assert claim(claims, first, "one") is None
    assert claim(claims, second, "two") == "one"


def test_page_below_a_page_is_no_collision() -> None:
    claims = Claims()
    assert claim(claims, "en/2025/", "year") is None
    assert claim(claims, "en/2025/06/", "month") is None
    assert claim(claims, "", "root") is None


@pytest.mark.parametrize(("address", "fits"), [("en/a/", True), ("م" * 127 + "/", True), ("م" * 128 + "/", False)])
def test_length_is_counted_in_bytes(address: str, fits: bool) -> None:
    assert fits_file_system(Permalink(address)) is fits
    assert not fits_file_system(Permalink("ab/" * 400))
