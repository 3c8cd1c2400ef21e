"""Ways from one page to another, and the links of bodies that lead to the archive's own files."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.model.page import Permalink
from generator.publish.links import (
    addresses_in_markdown,
    find_targets,
    relative_address,
    relative_addresses,
    resolve_links,
)

PAGES = {
    "articles/en/2025/06/other one.md": Permalink("en/2025/06/02/other/"),
    "pages/en/about.md": Permalink("en/about/"),
}
HERE = PurePosixPath("content/articles/en/2025/07/this.md")


@pytest.mark.parametrize(
    ("origin", "target", "way"),
    [
        ("", "ar/", "ar/"),
        ("ar/", "", "../"),
        ("ar/", "ar/", "./"),
        ("ar/2025/06/02/a/", "ar/2025/06/02/b/", "../b/"),
        ("ar/2025/06/02/a/", "ar/2025/", "../../../"),
        ("ar/2025/", "ar/2025/06/02/a/", "06/02/a/"),
        ("old/page.html", "old/", "./"),
        ("old/page.html", "en/x/", "../en/x/"),
        ("ar/a/", "en/خبر/", "../../en/%D8%AE%D8%A8%D8%B1/"),
        ("ar/a/", "assets/base.css", "../../assets/base.css"),
        ("", "assets/base.css", "assets/base.css"),
    ],
)
def test_relative_addresses(origin: str, target: str, way: str) -> None:
    assert relative_address(origin, target) == way


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../06/other%20one.md", "en/2025/06/02/other/"),
        ("../06/other%20one.md#part", "en/2025/06/02/other/"),
        ("../../../../pages/en/about.md", "en/about/"),
        ("../../../../media/quay.png", "media/quay.png"),
        ("../06/missing.md", None),
        ("../../../../../mkdocs.yml", None),
        ("../../../../vocabulary/topics.yml", None),
        ("#part", None),
        ("", None),
    ],
)
def test_where_an_address_leads(address: str, target: str | None) -> None:
    assert find_targets([address], HERE, PAGES) == (() if target is None else ((address, target),))


def test_links_lead_to_pages_and_all_else_stays() -> None:
    body = (
        '<p><a href="../06/other%20one.md?x#part">a</a> <a href="https://example.org/">b</a> <a href="#c">c</a> '
        '<img src="../../../../media/quay.png" alt=""></p>'
    )
    found = relative_addresses(body)
    assert found == ("../06/other%20one.md?x#part", "../../../../media/quay.png")
    led = resolve_links(body, dict(find_targets(found, HERE, PAGES)), "en/2025/07/03/this/")
    assert '<a href="../../../06/02/other/?x#part">a</a> <a href="https://example.org/">b</a> <a href="#c">c</a>' in led
    assert '<img src="../../../../../media/quay.png" alt="">' in led


def test_addresses_are_found_before_a_text_is_rendered() -> None:
    text = (
        '[a](b.md) [c](<d.md>) [e]: f.md\n\n[g]: h.md "i"\n<a href="j.md">k</a> ![l](m.png "n") [o](https://p.example/)'
    )
    assert {"b.md", "d.md", "h.md", "j.md", "m.png"} <= set(addresses_in_markdown(text))
    assert not [each for each in addresses_in_markdown(text) if ":" in each]
