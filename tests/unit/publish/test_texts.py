"""Texts and addresses on their way to a page."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from generator.publish.addresses import web_address
from generator.publish.printable import printable_line, printable_text, shorten
from generator.publish.structured_data import script_json
from generator.publish.xml import element


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\x00b\x1bc\x85d\ufffee", "abcde"),
        ("a\u202eb\u2067c", "abc"),
        ("  two\n lines\u00a0here ", "two lines here"),
        ("\ud800x", "x"),
        (" \u200b\u200f\u2060 ", ""),
        (None, ""),
        ("خبرٌ\u200cما", "خبرٌ\u200cما"),
    ],
)
def test_line(text: str | None, line: str) -> None:
    assert printable_line(text) == line


@pytest.mark.parametrize("text", ["a", "a & b < c > d", "\"a\" 'b' & c", "a\nb\tc\rd", "خبر «أ»"])
def test_a_value_of_xml_is_read_back(text: str) -> None:
    read = ElementTree.fromstring(element("a", text.replace("\r", ""), {"b": text}))  # noqa: S314 - our own
    assert read.get("b") == text
    assert read.text == text.replace("\r", "")


def test_text_keeps_its_lines() -> None:
    assert printable_text("one\r\ntwo\rthree\n\tfour\x0b") == "one\ntwo\nthree\n\tfour"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short", 10, "short"),
        ("one two three", 10, "one two…"),
        ("x" * 20, 10, "x" * 9 + "…"),
        ("واحد، اثنان", 8, "واحد…"),
    ],
)
def test_shorten(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("https://example.org/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"),
        ('https://example.org/"onmouseover="x', "https://example.org/%22onmouseover=%22x"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("https://user@example.org/", ""),
        ("https://[::1", ""),
        ("https://example.org:port/", ""),
        ("https://", ""),
        ("a b", ""),
        (None, ""),
    ],
)
def test_web_address(text: str | None, address: str) -> None:
    assert web_address(text) == address


def test_structured_data_cannot_end_its_script() -> None:
    hostile = "</script><!--\u2028&amp;"
    written = script_json([{"@type": "Thing", "name": hostile}])
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"@context": "https://schema.org", "@type": "Thing", "name": hostile}
    assert script_json([]) == ""
