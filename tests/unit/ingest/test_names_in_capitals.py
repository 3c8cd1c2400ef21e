"""Names that a desk sets in capitals are written as names are; what may be letters of an agency stays."""

from __future__ import annotations

import pytest

from generator.ingest.name_case import in_usual_letters


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("JANE HOLLOWAY", "Jane Holloway"),
        ("JEAN-PAUL O'BRIEN", "Jean-Paul O'Brien"),
        ("T.J. MCALLISTER", "T.J. McAllister"),
        ("TJ WELLS", "TJ Wells"),
        ("AL FENWICK JR.", "Al Fenwick Jr."),
        ("JOHN FENWICK III", "John Fenwick III"),
        ("ÉLISE ÅKERMAN", "Élise Åkerman"),
        ("Jane Holloway", "Jane Holloway"),
        ("jane holloway", "jane holloway"),
        ("AFP", "AFP"),
        ("AFP AP", "AFP AP"),
        ("رنا الطويل", "رنا الطويل"),
    ],
)
def test_a_name_in_capitals(name: str, usual: str) -> None:
    assert in_usual_letters(name, ()) == usual


def test_the_text_knows_best_how_a_name_is_written() -> None:
    assert in_usual_letters("JANE DEVRIES", ["Follow Jane DeVries for more."]) == "Jane DeVries"
    assert in_usual_letters("JANE DEVRIES", ["By JANE DEVRIES"]) == "Jane Devries"
