"""Which of a page's dates comes first, and when it is doubted."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.readers.pages.metadata import read_metadata
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from tests.unit.ingest.conftest import Press

PROSE = (
    "<p>The harbour board said the new quay would take its first ship in the autumn, after two years of dredging.</p>"
)


def dates(
    *, stated: str = "", updated: str = "", meta: str = "", line: str = "", address: str | None = None
) -> list[Claim]:
    """The claims for the date of publication of a page with these dates in these places."""
    head = f'<meta property="article:published_time" content="{meta}">' if meta else ""
    fields = "".join(
        f',"{key}":"{value}"' for key, value in (("datePublished", stated), ("dateModified", updated)) if value
    )
    head += f'<script type="application/ld+json">{{"@type":"NewsArticle"{fields}}}</script>' if fields else ""
    page = (
        f'<head><title>Quay opens</title>{head}</head><body><h1>Quay opens</h1><p class="date">{line}</p>{PROSE}</body>'
    )
    claims = read_metadata(html.document_fromstring(f"<html>{page}</html>"), address=address)
    return [claim for claim in claims if claim.name is FieldName.PUBLISHED]


def first(**given: str | None) -> tuple[str, Sureness]:
    """The value of the best claim, and how sure it is."""
    claim = dates(**given)[0]  # type: ignore[arg-type]
    return claim.value, claim.sure


def test_one_statement_is_sure() -> None:
    assert first(stated="2025-06-02T09:00:00+03:00") == ("2025-06-02T09:00:00+03:00", Sureness.SURE)


def test_sources_that_agree_stay_sure() -> None:
    found = first(stated="2025-06-02", meta="2025-06-02T07:00:00Z", line="2 June 2025")
    assert found == ("2025-06-02", Sureness.SURE)


def test_a_line_that_contradicts_makes_doubtful() -> None:
    claim = dates(stated="2026-11-26T10:00:00Z", line="12 March 2018")[0]
    assert claim.sure is Sureness.DOUBTFUL
    assert "2026-11-26T10:00:00Z" in claim.raw
    assert "12 March 2018" in claim.raw


def test_line_and_address_together_beat_the_markup() -> None:
    found = first(stated="2026-11-26T10:00:00Z", line="12 March 2018", address="https://n.example/2018/03/12/quay")
    assert found == ("12 March 2018", Sureness.DOUBTFUL)


def test_a_line_that_shows_the_update_is_no_contradiction() -> None:
    found = first(stated="2025-06-02T09:00:00+03:00", updated="2025-06-09T09:00:00+03:00", line="9 June 2025")
    assert found == ("2025-06-02T09:00:00+03:00", Sureness.SURE)


def test_a_line_is_the_date_where_the_markup_only_states_an_update() -> None:
    assert first(updated="2025-06-09T09:00:00+03:00", line="9 June 2025") == ("9 June 2025", Sureness.LIKELY)


def test_the_same_moment_counts_in_the_sources_own_zone() -> None:
    found = first(stated="2025-06-02T21:30:00Z", meta="2025-06-03T00:30:00+03:00")
    assert found == ("2025-06-03T00:30:00+03:00", Sureness.SURE)


def test_a_day_that_no_zone_explains_does_not_move_a_stamp() -> None:
    value, _ = first(stated="2025-06-02T09:30:00Z", line="3 June 2025")
    assert value == "2025-06-02T09:30:00Z"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/2025/06/02/quay", "2025/06/02"),
        ("/news/2025-06-02-1.38743", "2025-06-02"),
        ("/news/20250602/quay", "20250602"),
        ("/2025/06/quay.html", "2025/06"),
        ("/arts/2016/nov/09/choir", "2016/nov/09"),
        ("/2011-12-season-review", None),
        ("/story/20120501", None),
        ("/2025/quay", None),
        ("/2025/13/45/quay", None),
        ("/id/2019/5", None),
    ],
)
def test_dates_in_addresses(path: str, value: str | None) -> None:
    found = [claim.value for claim in dates(address=f"https://n.example{path}")]
    assert found == ([value] if value else [])


META = '<meta property="article:published_time" content="2024-05-03">'
LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The lamp of the quay is lit", '
    '"datePublished": "2024-05-03"}</script>'
)
LABEL, BARE = "<p>Published: 9 June 2023</p>", '<p class="date">9 June 2023</p>'


@pytest.mark.parametrize(
    ("head", "line", "rule", "day"),
    [
        (META, LABEL, "label", "2023-06-09"),
        (META + LD, LABEL, "label", "2023-06-09"),
        (META, BARE, "meta:article:published_time", "2024-05-03"),
        (META + LD, BARE, "json-ld:datePublished", "2024-05-03"),
    ],
)
def test_a_day_that_the_page_says_otherwise_elsewhere_is_in_doubt(
    press: Press, head: str, line: str, rule: str, day: str
) -> None:
    text = "The lamp of the quay was lit again on Monday, the keeper said, after its glass had been cleaned by hand. "
    press.put(
        "quay/lamp.html",
        f"<html><head><title>The lamp of the quay is lit</title>{head}</head><body><article>"
        f"<h1>The lamp of the quay is lit</h1>{line}<p>{text}</p><p>Nobody had seen it for a year, and ships had kept "
        f"away from the rocks by day and by night, as their masters told the harbour.</p></article></body></html>",
    )
    article = press.one()
    assert article.provenance is not None
    (told,) = [each for each in article.provenance.rules if each.startswith("date |")]
    assert told.startswith(f"date | doubtful | {rule} | 2024-05-03 [")
    assert "] | 9 June 2023 [" in told
    assert article.date is not None
    assert article.date.iso == day
