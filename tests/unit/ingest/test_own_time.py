"""Stamps in UTC told in a publisher's own time, and what is left as it is written."""

from __future__ import annotations

from datetime import date

import pytest

from generator.ingest.own_time import in_own_time
from generator.model.dates import PublicationDate
from generator.text.dates import read_date

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("written", "zone", "told"),
    [
        ("2025-06-02T22:30:00Z", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("2025-06-02T22:30Z", "Asia/Riyadh", "2025-06-03T01:30+03:00"),
        ("2025-06-02T22:30:00+00:00", "Africa/Cairo", "2025-06-03T01:30:00+03:00"),
        ("2025-01-02T22:30:00.125Z", "Africa/Cairo", "2025-01-03T00:30:00+02:00"),
        ("2025-06-03T02:30:00Z", "America/New_York", "2025-06-02T22:30:00-04:00"),
        ("Mon, 02 Jun 2025 22:30:00 GMT", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("Mon, 02 Jun 2025 22:30:00 +0000", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("2025-01-02T22:30:00Z", "Europe/London", "2025-01-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00Z", "Etc/UTC", "2025-06-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00Z", None, "2025-06-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00+02:00", "Asia/Riyadh", "2025-06-02T22:30:00+02:00"),
        ("2025-06-02T22:30:00", "Asia/Riyadh", "2025-06-02T22:30:00"),
        ("2 June 2025, 22:30 GMT", "Asia/Riyadh", "2025-06-02T22:30:00+00:00"),
        ("2025-06-02", "Asia/Riyadh", "2025-06-02"),
        ("2025-06-02T00:00:00Z", "America/New_York", "2025-06-02T00:00:00+00:00"),
        ("2025-06-02T00:00:00Z", "Asia/Riyadh", "2025-06-02T03:00:00+03:00"),
    ],
)
def test_a_stamp_in_utc_is_told_in_the_publisher_s_time(written: str, zone: str | None, told: str) -> None:
    found = read_date(written, today=TODAY)
    assert found is not None
    ours, wanted = in_own_time(found.date, written, zone).iso, PublicationDate(told).iso
    assert ours.replace(":00+", "+").replace(":00-", "-") == wanted.replace(":00+", "+").replace(":00-", "-")
