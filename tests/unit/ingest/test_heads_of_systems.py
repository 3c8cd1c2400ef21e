"""Days and writers in the heads that common systems and hand-made pages set: each in its field, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import Record, SourceDocument

TITLE = "Cutters vote to stay out for a third week"
PROSE = (
    "<p>Cutters at the mill voted on Monday to stay out for a third week, although the owners have offered to pay for "
    "the bus that takes them to the fields in the morning.</p><p>They want an end to the rule by which whoever cuts "
    "less than two tonnes is sent home without pay, and a roof where the water stands.</p>"
)


def read(body: str, *, head: str = "", title: str = f"{TITLE} | Coastal Star") -> dict[str, tuple[str, ...]]:
    source = f'<html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    document = SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    names = {claim.name.name for claim in record.claims}
    return {name: tuple(claim.value for claim in record.claims if claim.name.name == name) for name in names}


@pytest.mark.parametrize(
    "line",
    [
        "Ana Torrealba | Tuesday, May 8, 2012",
        "Ana Torrealba · 8 May 2012 · 3 min read",
        "<span class='a1'>Ana Torrealba</span><span class='b2'>8 May 2012</span><span class='b2'>3 min</span>",
        "Text and photographs: Ana Torrealba | 8 May 2012",
        "Ana Torrealba/Coastal Star Writer | 8 May 2012",
    ],
)
def test_a_name_beside_the_day_is_the_writer(line: str) -> None:
    found = read(f"<div class='k'><h1>{TITLE}</h1><div class='m'>{line}</div>{PROSE}</div>")
    assert found["AUTHOR"] == ("Ana Torrealba",)
    assert [day for day in found["PUBLISHED"] if "2012" in day and "8" in day]


@pytest.mark.parametrize(
    "line",
    [
        "Port Carrow | Tuesday, May 8, 2012",
        "World News | 8 May 2012",
        "Coastal Star · 8 May 2012",
        "Ana Torrealba was elected on 8 May 2012",
    ],
)
def test_what_else_stands_beside_the_day_is_nobody(line: str) -> None:
    found = read(f"<div class='k'><h1>{TITLE}</h1><div class='m'>{line}</div>{PROSE}</div>")
    assert "AUTHOR" not in found


def test_whom_the_text_is_about_is_not_its_writer_though_the_day_stands_beside() -> None:
    prose = PROSE.replace("the owners have", "Ana Torrealba, who owns it, has")
    found = read(f"<div class='k'><h1>{TITLE}</h1><div class='m'>Ana Torrealba | 8 May 2012</div>{prose}</div>")
    assert "AUTHOR" not in found


def test_the_head_and_foot_of_an_article_belong_to_it() -> None:
    found = read(
        f'<div class="news"><div class="article" itemscope itemtype="http://schema.org/Article"><div class="header">'
        f'<h3 itemprop="headline">{TITLE}</h3></div><div class="footer"><time itemprop="datePublished" '
        f'datetime="2012-05-08">08.05.2012</time></div><div itemprop="articleBody">{PROSE}</div></div></div>',
        title=f"{TITLE}: City of Oldenfels",
    )
    assert found["PUBLISHED"][0] == "2012-05-08"
    assert found["SOURCE"] == ("City of Oldenfels",)


def test_the_foot_of_a_page_does_not_date_its_article() -> None:
    found = read(
        f'<div class="news"><h1>{TITLE}</h1>{PROSE}</div><div class="footer"><time itemprop="datePublished" '
        f'datetime="2012-05-08">08.05.2012</time></div>'
    )
    assert "PUBLISHED" not in found


def test_an_article_that_a_system_promotes_to_its_front_page_is_none_beside_another() -> None:
    found = read(
        f'<h1 id="page-title">{TITLE}</h1><div id="node-771" class="node node-article node-promoted clearfix">'
        f'<div class="field-name-post-date">Published:Tuesday | May 8, 2012 | 12:15 AM</div>'
        f'<div class="field-name-field-author">Ana Torrealba/Star Writer</div><div>{PROSE}</div></div>'
    )
    assert found["PUBLISHED"][0] == "Tuesday | May 8, 2012 | 12:15 AM"
    assert found["AUTHOR"] == ("Ana Torrealba",)


def test_a_stamp_in_utc_gives_way_to_the_same_minute_in_the_zone_of_the_paper() -> None:
    stamp = '<meta property="article:published_time" content="2024-01-11T21:15:00+00:00">'
    line = "Ana Torrealba · 12 Jan 2024 · 10.15am"
    found = read(f"<div class='k'><h1>{TITLE}</h1><div class='m'>{line}</div>{PROSE}</div>", head=stamp)
    assert found["PUBLISHED"][0].startswith("12 Jan 2024")


def test_each_of_several_writers_boxes_gives_its_name() -> None:
    boxes = (
        "<div class='teaser'><h3><a href='/people/1'>Ana Torrealba</a></h3><p>Senior Research Fellow, Trade</p></div>"
        "<div class='teaser'><h3><a href='/people/2'>Tom Bright</a></h3><p>Associate Fellow, Water</p></div>"
    )
    found = read(f"<main><h1>{TITLE}</h1><section class='authors'>{boxes}</section><div>{PROSE}</div></main>")
    assert found["AUTHOR"] == ("Ana Torrealba", "Tom Bright")


def test_the_office_behind_a_name_is_nobody() -> None:
    line = "<span>Ana Torrealba,</span> <em>Office of Public Information and Communication</em>"
    found = read(f"<article><h1>{TITLE}</h1><div class='authors'>{line}</div>{PROSE}</article>")
    assert found["AUTHOR"] == ("Ana Torrealba",)


@pytest.mark.parametrize("name", ["Embassy in Port Carrow", "Marsden University", "The Fisheries Authority"])
def test_a_body_that_publishes_is_nobody(name: str) -> None:
    assert "AUTHOR" not in read(
        f"<article><h1>{TITLE}</h1><p class='byline'>By {name} | 9 May 2012</p>{PROSE}</article>"
    )
