"""Documents built to stall a pattern are read like any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.ingest.dissect import Reading, dissect
from generator.ingest.readers.text.plain_text import read_plain_text
from generator.model.source import SourceDocument

PARAGRAPH = "عادت السفن إلى المرفأ القديم بعد عامين من الترميم والعمل المتواصل في الأرصفة والمخازن."


@pytest.mark.parametrize(
    "line", ["** " + " " * 400_000 + "x", "\t " * 200_000 + "x", "-" * 400_000, "-- " * 100_000, "🔴 " * 50_000 + "x"]
)
def test_a_long_run_of_signs_or_spaces_is_read(line: str) -> None:
    raw = f"السفن تعود إلى المرفأ القديم\n{PARAGRAPH}\n{line}\n{PARAGRAPH}".encode()
    text = read_plain_text(SourceDocument.of(Path("a.txt"), raw, "0" * 64))
    found = dissect(text.lines, Reading(date(2026, 11, 1)))
    assert [draft.title for draft in found.drafts] == ["السفن تعود إلى المرفأ القديم"]
