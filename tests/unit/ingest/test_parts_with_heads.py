"""An article whose parts have heads of the first order: all of it is read, another article below it is not."""

from __future__ import annotations

from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of


def part(head: str, paragraphs: tuple[str, ...], more: str = "") -> str:
    return f'<section class="part"><h1>{head}</h1>{more}{"".join(f"<p>{each}</p>" for each in paragraphs)}</section>'


def test_the_parts_of_one_article_are_all_read() -> None:
    parts = part(TITLE, PARAGRAPHS[:2]) + part("The money", PARAGRAPHS[2:4]) + part("The ships", PARAGRAPHS[4:])
    text = text_of(read(f"<main><article>{parts}</article></main>"))
    assert all(each in text for each in (*PARAGRAPHS, "The money", "The ships"))


def test_a_part_with_a_time_or_a_link_for_a_head_is_another_article() -> None:
    others = (
        part("Storm shuts the school", PARAGRAPHS[4:], '<time datetime="2024-09-20">20 September</time>'),
        part('<a href="/storm">Storm shuts the school</a>', PARAGRAPHS[4:]),
    )
    for other in others:
        record = read(f"<main><article>{part(TITLE, PARAGRAPHS[:4])}{other}</article></main>")
        assert PARAGRAPHS[4] not in text_of(record)
        assert PARAGRAPHS[4] in record.removed


def test_an_article_below_the_pages_own_is_another() -> None:
    own, other = (f"<article>{part(*each)}</article>" for each in ((TITLE, PARAGRAPHS[:4]), ("Storm", PARAGRAPHS[4:])))
    assert PARAGRAPHS[4] not in text_of(read(f"<main>{own}{other}</main>"))
