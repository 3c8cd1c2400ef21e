"""Addresses as label lines and tables write them: what is no whole address of the web never becomes an article's."""

from __future__ import annotations

import json

import pytest

from generator.ingest.dissect.addresses import read_web_address
from tests.unit.ingest.conftest import Press

TEXT = (
    "The ferry to the lighthouse runs again since Monday, the harbour office said, after its engine was mended.\n" * 2
)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://quay.example/a", "https://quay.example/a"),
        ("HTTP://quay.example/a", "http://quay.example/a"),
        ("quay.example/?p=12", "https://quay.example/?p=12"),
        ("www.quay.example/a", "https://www.quay.example/a"),
        ("<https://quay.example/a>", "https://quay.example/a"),
        ("[Read](https://quay.example/a)", "https://quay.example/a"),
        ("https://quay.example/a_(b)", "https://quay.example/a_(b)"),
        ("(https://quay.example/a_(b)).", "https://quay.example/a_(b)"),
        ("quay.example", None),
        ("https:// quay.example/a", None),
        ("ftp://quay.example/a", None),
        ("//quay.example/a", None),
        ("jane@quay.example/a", None),
        ("https://jane:secret@quay.example/a", None),
        ("http://localhost/a", None),
        ("nothing", None),
    ],
)
def test_an_address_is_read_whole(written: str, address: str | None) -> None:
    assert read_web_address(written) == address


@pytest.mark.parametrize(
    "written", ["quay.example/?p=12", "quay.example", "<https://quay.example/a>", "ftp://quay.example/a"]
)
def test_an_article_with_such_a_line_can_be_loaded(press: Press, written: str) -> None:
    press.put("quay/1.txt", f"Ferry runs again\nPublished: 3 May 2024\nLink: {written}\n\n{TEXT}")
    article = press.one()
    assert article.url == read_web_address(written)
    assert article.provenance is not None
    assert f"Link: {written}" in article.provenance.removed


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("www.quay.example/a", "https://www.quay.example/a"),
        ("HTTPS://quay.example/a", "https://quay.example/a"),
        ("https://web.archive.org/web/20240601000000/https://quay.example/a", "https://quay.example/a"),
        ("https://quay.example:99999/a", None),
        ("https://[::1/a", None),
    ],
)
def test_an_address_in_a_table(press: Press, written: str, address: str | None) -> None:
    row = {"title": "Ferry runs again", "date": "2024-05-03", "body": TEXT, "url": written}
    press.put("quay/1.json", json.dumps([row]))
    assert press.one().url == address
