"""What those who kept a page wrote into it: its address, and the day on which it was kept."""

from __future__ import annotations

from datetime import date

from generator.ingest.saved.container import open_page
from generator.model.source import BlockKind, FieldName
from tests.unit.ingest.test_trimming import TITLE, paragraphs, read

ADDRESS = "http://www.asil.example/d.aspx?id=4"
PLAYBACK = f'<script>__wm.wombat("{ADDRESS}","20100322114509","https://web.archive.org/","web","/s/","1269");</script>'


def test_a_copy_of_the_wayback_machine_is_read_as_the_page_itself() -> None:
    page = open_page(f"<html><head>{PLAYBACK}<title>x</title></head><body>y</body></html>".encode())
    assert (page.address, page.day, page.rule) == (ADDRESS, date(2010, 3, 22), "wayback")


def test_addresses_in_a_copy_are_those_of_the_page() -> None:
    picture = "<img src='/web/20100322114509im_/http://www.asil.example/p/4.jpg'>"
    link = '<p>صور: <a href="https://web.archive.org/web/20100322114509/http://www.asil.example/g.aspx">المعرض</a></p>'
    record = read(f"<article><h1>{TITLE}</h1>{picture}{paragraphs()}{link}</article>", head=PLAYBACK)
    written = repr(record.blocks)
    assert "http://www.asil.example/p/4.jpg" in written
    assert "http://www.asil.example/g.aspx" in written
    assert "/web/2010" not in written
    assert any(block.kind is BlockKind.FIGURE for block in record.blocks)


def test_the_reading_view_of_firefox_says_who_wrote_and_where() -> None:
    head = (
        '<a class="domain reader-domain" href="https://www.asil.example/n?a=1&amp;b=2">asil.example</a>'
        f'<h1 class="reader-title">{TITLE}</h1><div class="credits reader-credits">سامر حداد</div>'
    )
    record = read(f'<div class="container">{head}<div class="moz-reader-content">{paragraphs()}</div></div>')
    values = {claim.name: claim.value for claim in reversed(record.claims)}
    assert values[FieldName.URL] == "https://www.asil.example/n?a=1&b=2"
    assert values[FieldName.AUTHOR] == "سامر حداد"


def test_wix_names_the_writer_in_an_element_with_classes_of_noise() -> None:
    name = '<span data-hook="user-name" class="tQ0Q1A">لمى حمدان</span>'
    facts = f'<ul class="q-7t5"><li>{name}</li><li>2 مايو 2023</li></ul>'
    record = read(f"<article>{facts}<h1>{TITLE}</h1><div>{paragraphs()}</div></article>")
    assert [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR] == ["لمى حمدان"]
