"""Saved pages and exactly what must be read from them apart from their bodies.

Each case in tests/golden/metadata is a page (`.html`) in the habits of one content system, and a `.json` beside it: the
trap that it lays, the address at which it was found, and what is expected of every field. A field that is not named
there must have no claim at all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.ingest.readers.html_metadata import read_metadata
from generator.model.source import Claim, FieldName

CASES = sorted((Path(__file__).parent / "metadata").glob("*.html"))
SEVERAL = {FieldName.AUTHOR, FieldName.KEYWORD, FieldName.TRANSLATOR}


def read(page: Path, address: str | None) -> tuple[Claim, ...]:
    """The claims for a page on disk."""
    return read_metadata(html.document_fromstring(page.read_text(encoding="utf-8")), address=address)


def found_in(claims: tuple[Claim, ...], names: set[str]) -> dict[str, Any]:
    """The best claim of each field (all, of those that hold several), in the form of the `.json`."""
    found: dict[str, Any] = {}
    for claim in claims:
        if claim.name in SEVERAL:
            found.setdefault(claim.name.value, []).append(claim.value)
        elif claim.name.value not in found:
            found[claim.name.value] = claim.value
            if f"{claim.name.value}_sure" in names:
                found[f"{claim.name.value}_sure"] = claim.sure.value
    return found


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_page(page: Path) -> None:
    case = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    expected = case["expected"]
    found = found_in(read(page, case["address"]), set(expected))
    wrong = {
        name: {"expected": expected.get(name), "found": found.get(name)}
        for name in sorted(expected.keys() | found.keys())
        if expected.get(name) != found.get(name)
    }
    assert not wrong, f"{page.stem} ({case['trap']}):\n" + json.dumps(wrong, ensure_ascii=False, indent=2)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_a_page_is_not_changed_by_being_read(page: Path) -> None:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    before = html.tostring(tree)
    first = read_metadata(tree, address=None)
    assert html.tostring(tree) == before
    assert read_metadata(tree, address=None) == first


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_dates_are_strings_of_the_page(page: Path) -> None:
    """No date is written anew: each stands in the page, or in its address, letter for letter."""
    case = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    texts = [tree.text_content(), case["address"] or "", *(value for each in tree.iter() for value in each.values())]
    source = "\n".join(" ".join(text.split()) for text in texts)
    for claim in read_metadata(tree, address=case["address"]):
        if claim.name in {FieldName.PUBLISHED, FieldName.UPDATED}:
            assert claim.value in source
