"""Dates that a table writes in columns for year, month and day."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this week, the authority said. Work on the next begins soon."


def _date(press: Press, names: str, cells: str) -> str:
    press.put("post/t.csv", f"title,{names},body\nPort opens quay,{cells},{TEXT!r}\n".replace("'", '"'))
    date = press.one().date
    return "" if date is None else date.iso


@pytest.mark.parametrize(
    ("names", "cells", "iso"),
    [
        ("day,month,year", "3,5,2024", "2024-05-03"),
        ("يوم,شهر,سنة", "٣,٥,٢٠٢٤", "2024-05-03"),
        ("اليوم,الشهر,السنة", "3,مايو,2024", "2024-05-03"),
        ("pub_year,pub_month,pub_day", "2024.0,5.0,3.0", "2024-05-03"),
        ("year,month,day,time", "2024,May,3,14:30", "2024-05-03T14:30:00"),
        ("jour,mois,annee", "3,mai,2024", "2024-05-03"),
        ("اليوم,الشهر,السنة", "الجمعة,مايو,2024", "2024-05"),
        ("اليوم,الشهر,السنة", "3,رمضان,1445", "2024-03-13"),
        ("year,month", "2024,5", "2024-05"),
        ("pub_year", "2024", "2024"),
        ("date,day,month,year", "2024-05-03,Friday,6,2023", "2024-05-03"),
    ],
)
def test_the_columns_make_a_date(press: Press, names: str, cells: str, iso: str) -> None:
    assert _date(press, names, cells) == iso


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ("day,month,year", "31,2,2024"),
        ("day,month,year", "5,13,2024"),
        ("day,month,year", "3,5,24"),
        ("day,month,year", "3,,2024"),
        ("day,month", "3,5"),
        ("year", "1972"),
        ("day,month,year", "45,May,2024"),
        ("day,month,year", "3,9,1445"),
    ],
)
def test_what_leaves_a_doubt_is_no_date(press: Press, names: str, cells: str) -> None:
    assert _date(press, names, cells) == ""


def test_numbers_in_json_and_a_mapping(press: Press) -> None:
    press.put("post/t.json", json.dumps([{"title": "Port opens quay", "d": 3, "m": 5, "y": 2024, "body": TEXT}]))
    press.put("post/mapping.yml", "day: d\nmonth: m\nyear: y\n")
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-05-03"
    assert "column:y + m + d" in str(article.provenance)
