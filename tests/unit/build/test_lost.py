"""Addresses of articles that are gone from a site are told, and others are not."""

from __future__ import annotations

from generator.build.lost import find_lost


def files(*addresses: str) -> list[str]:
    return [f"{address}index.html" for address in addresses]


def test_an_article_that_moved_is_named_with_its_place_of_today() -> None:
    (problem,) = find_lost(
        files("ar/undated/1f0c9a7e/", "en/2025/06/02/port/"), files("ar/2025/06/02/1f0c9a7e/", "en/2025/06/02/port/")
    )
    assert problem.code == "address-lost"
    assert problem.found == "/ar/undated/1f0c9a7e/ (now /ar/2025/06/02/1f0c9a7e/)"
    assert problem.severity == "warning"
    assert problem.what.startswith("an address of an article ")


def test_many_are_counted() -> None:
    (problem,) = find_lost(files(*(f"en/2025/06/{day}/a/" for day in range(10, 30))), [])
    assert problem.what.startswith("20 addresses of articles ")
    assert problem.found == "/en/2025/06/10/a/, /en/2025/06/11/a/, /en/2025/06/12/a/, and 17 more"


def test_listings_and_their_pages_may_go() -> None:
    gone = files("en/2025/", "en/2025/06/", "en/2025/06/page/2/", "en/tags/place-ly/", "en/undated/", "en/sources/a/")
    assert find_lost([*gone, *files("en/undated/page/2/", "en/2025/page/2/"), "404.html"], []) == ()


def test_an_address_that_leads_on_is_not_lost() -> None:
    assert find_lost(files("en/2025/06/02/port/"), files("en/2025/06/02/port/", "en/2025/06/03/port/")) == ()
