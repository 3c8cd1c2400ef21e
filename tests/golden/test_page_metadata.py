"""Saved pages and exactly what must be read from them apart from their bodies.

Each case in tests/golden/metadata is a page (`.html`) in the habits of one content system, and a `.json` beside it: the
trap that it lays, the address at which it was found, and what is expected of every field. A field that is not named
there must have no claim at all.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.ingest.readers.pages.metadata import read_metadata
from generator.model.source import Claim, FieldName
from generator.text.dates import read_date

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


def without(tree: html.HtmlElement, lost: str) -> html.HtmlElement:
    """The page after it lost what a clumsy tool takes away: scripts, metas, both, or both and all classes and ids."""
    dropped = {"scripts": {"script"}, "metas": {"meta"}}.get(lost, {"script", "meta"})
    for element in list(tree.iter()):
        if element.tag in dropped:
            element.drop_tree()
        elif lost == "names":
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)
    return tree


def day_of(text: str | None, case: dict[str, Any]) -> str | None:
    """The day that a date says, as the pipeline would read it; numbers of which nobody knows the order as they are."""
    reading = read_date(text, today=date(9999, 1, 1), arabic=case["expected"].get("lang") == "ar") if text else None
    return reading.date.iso[:10] if reading is not None else text


@pytest.mark.parametrize("lost", ["scripts", "metas", "both", "names"])
@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_what_a_page_lost_is_missed_but_nothing_else_is_said(page: Path, lost: str) -> None:
    case = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    expected = case["expected"]
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    found = found_in(read_metadata(without(tree, lost), address=case["address"]), set())
    assert day_of(found.get("date"), case) in {day_of(expected.get("date"), case), None}
    assert set(found.get("authors", ())) <= set(expected.get("authors", ()))
    assert set(found.get("translator", ())) <= set(expected.get("translator", ()))
    assert found["title"] == expected["title"]
    assert found["lang"] == expected["lang"]


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
    """No date is written anew: each stands in the page, or in its address, letter for letter, but for the spaces that
    a style sheet sets between elements."""
    case = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    texts = [tree.text_content(), case["address"] or "", *(value for each in tree.iter() for value in each.values())]
    source = "\n".join("".join(text.split()) for text in texts)
    for claim in read_metadata(tree, address=case["address"]):
        if claim.name in {FieldName.PUBLISHED, FieldName.UPDATED}:
            assert "".join(claim.value.split()) in source
