"""Pages whose links an archive of the web has rewritten, and that do not say so otherwise."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

COPY = "https://web.archive.org/web/20190412080000/https://moor.example"
TEXT = (
    "The peat road was closed on Friday after three sheep, a tractor and a delivery van sank into it within an hour.",
    "The council said that it had warned of the thaw, and that a sign had stood there until it sank as well.",
    "A crane from the quarry is to lift the van on Monday; the sheep walked home by themselves, the farmer said.",
)


def read(links: str, last: str) -> Record:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Peat road swallows a van</title></head><body>'
        f"<nav>{links}</nav><article><h1>Peat road swallows a van</h1>{text}<p>It was seen from <a "
        f'href="{last}">the old mill</a>, where the photographer of the paper lives.</p></article></body></html>'
    )
    document = SourceDocument.of(Path("content/sources/road.html"), page.encode(), "0" * 64)
    return next(each for each in read_saved_page(document) if isinstance(each, Record))


def markdown_of(record: Record) -> str:
    return "\n".join(block.markdown or block.text for block in record.blocks)


def test_links_of_a_page_that_an_archive_has_rewritten_lead_to_the_pages_themselves() -> None:
    menu = "".join(f'<a href="{COPY}/{name}">{name}</a>' for name in ("news", "farms", "weather"))
    record = read(menu, f"{COPY}/mill")
    assert "(https://moor.example/mill)" in markdown_of(record)
    menu = menu.replace("https://web.archive.org/web/", "/web/")
    assert "(https://moor.example/mill)" in markdown_of(read(menu, f"{COPY}/mill"))


def test_a_page_that_cites_copies_keeps_them() -> None:
    menu = "".join(f'<a href="https://moor.example/{name}">{name}</a>' for name in ("news", "farms", "weather"))
    record = read(menu, f"{COPY}/mill")
    assert f"({COPY}/mill)" in markdown_of(record)
    assert not [claim for claim in record.claims if claim.name is FieldName.URL]
