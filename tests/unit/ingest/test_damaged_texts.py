"""Texts with damaged bytes and texts in other languages: what is told, from the file to the report."""

from __future__ import annotations

import pytest

from generator.errors import Severity
from generator.ingest.pipeline import ingest
from generator.text.languages import language_name
from tests.unit.ingest.conftest import TODAY, Press

TEXT = (
    "عودة الصيادين إلى الرصيف القديم\nتاريخ النشر: 3 مايو 2024\n"
    "عاد الصيادون إلى الرصيف القديم بعد ثلاثة أعوام من إغلاقه، وقال مدير الميناء إن الأعمال فيه انتهت.\n"
)
FRENCH = (
    "Retour des pêcheurs au vieux quai\nLes pêcheurs sont revenus au vieux quai après trois ans de fermeture, et le "
    "directeur du port a dit que les travaux étaient finis avant la date prévue.\n"
)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_damaged_byte_does_not_cost_the_text(press: Press, name: str) -> None:
    head = "---\ntitle: عودة الصيادين\n---\n\n" if name.endswith("md") else ""
    raw = (head + TEXT).encode()
    at = raw.index("الأعمال".encode())
    press.put(name, raw[:at] + b"\xff" + raw[at:])
    report = ingest(press.root, today=TODAY)
    (article,) = press.take_in()
    assert "\ufffdالأعمال فيه انتهت" in article.body
    (damage,) = [each for each in report.all_problems() if each.code == "damaged-bytes"]
    assert (damage.severity, damage.line) == (Severity.WARNING, raw[:at].count(b"\n") + 1)


def test_the_language_of_a_text_is_named(press: Press) -> None:
    press.put("a.txt", FRENCH)
    (problem,) = [each for each in ingest(press.root, today=TODAY).all_problems() if each.code == "foreign-language"]
    assert problem.found == "French (fr)"


def test_names_of_languages() -> None:
    assert [language_name(code) for code in ("fa", "CKB", "qqq")] == ["Persian (fa)", "Central Kurdish (CKB)", "qqq"]
