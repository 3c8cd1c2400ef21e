"""The original of a text, as the text itself names it."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.originals import find_original, is_credit_note


@pytest.mark.parametrize(
    ("text", "publisher", "language"),
    [
        ("نشرت صحيفة «الميناء» الفرنسية تقريراً تناولت فيه الصيد.", "الميناء", None),
        ("وفق تقرير لموقع “بحر” الأمريكي، تتسابق الشركات على المناجم.", "بحر", None),
        ("ذكرت صحيفة “الخط” العبرية أن القطار سيعود.", "الخط", "he"),
        ("according to the French-language daily “Le Fleuve”, ten boats sail.", "Le Fleuve", "fr"),
        ("A report published by the Italian newspaper “Il Terrazzo” describes it.", "Il Terrazzo", None),
        ("A report in the Spanish daily “El Faro” said the tunnel would be dug.", "El Faro", None),
        ("This article was originally published in Arabic by Bridge Press on 6 May 2019.", "Bridge Press", "ar"),
        ("نُشر هذا المقال أولاً في صحيفة «الميناء» الناطقة بالإنجليزية.", "الميناء", "en"),
    ],
)
def test_originals(text: str, publisher: str, language: str | None) -> None:
    found = find_original([text])
    assert found is not None
    assert (found.publisher, found.lang) == (publisher, language)


def test_credit_notes() -> None:
    assert is_credit_note("This article was originally published in Arabic by Bridge Press on 6 May 2019.")
    assert not is_credit_note("This article of faith was all that the sailors had left when the storm came.")
