"""Texts built to stall a pattern take time in proportion to their length; otherwise these would take minutes each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.text.analysis import count_terms
from generator.text.bidi import left_to_right_spans
from generator.text.dates import find_date_hints, read_date
from generator.text.gfm import read_body
from generator.text.html import isolate_text
from generator.text.normal_forms import normalise
from generator.text.repair import repair_inline, repair_text

SIZE = 20_000
UNITS = (
    "_",
    ".",
    "-",
    "}",
    "[",
    "![",
    "5:",
    "1,",
    "a(",
    "a) ",
    "\ufdf21",
    "8\u0640",
    ",\\/0»",
    "µ ",
    "1 m/",
    "5%",
    "1 km ",
    "ل0ل",
    "/",
    "# ",
)
READERS: dict[str, Callable[[str], object]] = {
    "spans": left_to_right_spans,
    "isolation": isolate_text,
    "hints": find_date_hints,
    "date": lambda text: read_date(text, today=date(2026, 11, 1)),
    "terms": count_terms,
    "repair": repair_text,
    "line": repair_inline,
    "body": read_body,
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", sorted(READERS))
def test_a_run_of_anything_is_read(reader: str, unit: str) -> None:
    READERS[reader](f"و a {unit * (SIZE // len(unit))} 15 x")


def test_a_letter_under_a_heap_of_marks_is_composed() -> None:
    heap = "ا" + "\u064b\u0301\u0325" * 40_000
    composed = normalise("NFC", heap)
    assert len(composed) == len(heap)
    assert normalise("NFC", "e\u0301" * 100) == "é" * 100
