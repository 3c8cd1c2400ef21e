"""The path that leads to an article names its section, in whatever words the page's markup calls it a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

HOME = '<a href="/">Home</a>'
HARBOURS = '<a href="/harbours">Harbours</a>'
TITLE = "Dredger reaches the inner basin"


def sections_of(path: str) -> list[str]:
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE} - The Basin Log</title></head><body>{path}<article>'
        f"<h1>{TITLE}</h1><p>The dredger that has worked its way up the canal since March reached the inner basin on "
        "Thursday evening, two weeks before the date that the port had set for it.</p><p>It has brought up four boats, "
        "a tram and the lid of a sarcophagus, which the museum has asked to see.</p></article></body></html>"
    )
    document = SourceDocument.of(Path("content/sources/basin.html"), page.encode(), "0" * 64)
    record = next(each for each in read_saved_page(document) if isinstance(each, Record))
    return [claim.value for claim in record.claims if claim.name is FieldName.SECTION]


@pytest.mark.parametrize(
    "path",
    [
        f'<nav aria-label="Breadcrumb"><ol><li>{HOME}</li><li>{HARBOURS}</li></ol></nav>',
        f'<nav aria-label="breadcrumbs" class="css-1x">{HOME} / {HARBOURS} / {TITLE}</nav>',
        f'<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li>{HOME}</li><li>{HARBOURS}</li></ol>',
        f'<div class="breadcrumbs">{HOME} &gt; {HARBOURS} &gt; {TITLE}</div>',
    ],
)
def test_the_last_step_of_a_path_is_the_section(path: str) -> None:
    assert sections_of(path) == ["Harbours"]


def test_a_menu_is_no_path() -> None:
    assert sections_of(f'<nav aria-label="Main menu"><ul><li>{HOME}</li><li>{HARBOURS}</li></ul></nav>') == []


def test_a_day_in_brackets_behind_a_place_is_part_of_the_dateline() -> None:
    found = read_dateline("NORTH HAVEN (Aug. 13) -- The dredger has been sold to a yard in the south.")
    assert found is not None
    assert (found.place, found.day) == ("NORTH HAVEN", "Aug. 13")
    assert read_dateline("NASA (Aug. 13 crew) -- The crew of the station has a new commander.") is None
