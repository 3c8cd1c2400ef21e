"""Any text in any field of an article shows as that text: it never becomes markup, a link that runs, a path or YAML."""

from __future__ import annotations

import re
from typing import Any

import pytest

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><svg onload=alert(1)><!--",
    "]]><b>",
    "[x](javascript:alert(1))",
    "{{ config }}{% include 'x' %}",
    "&lt;img src=x onerror=alert(1)&gt;",
    "!!python/object/apply:os.system [x]",
    "T\u202egnp.exe\u2067 open",
    "T \x07\x1b[31m\x85 \ufffe end",
    "a" * 3000,
    "\u0643\u0644\u0645\u0629 " * 500,
    "#$%^&*()_+|~`{}[]\\:;'<>?,./",
]
URLS = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/", "https://a@evil.example/"]
TEXT_FIELDS = ["title", "kicker", "description", "source", "translator", "dateline", "rights", "date_raw", "story"]
LIST_FIELDS = ["tags", "authors", "date_hints"]

RUNS = re.compile(r"^\s*(javascript|vbscript|data|file):", re.IGNORECASE)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, mini_archive: Any) -> Any:
    """An archive in which every payload stands in every field and in a body, built once."""
    hostile = type(mini_archive)(tmp_path_factory.mktemp("hostile") / "archive")
    hostile.write("mkdocs.yml", "site_name: T\nsite_url: https://t.example/\ndocs_dir: content\nplugins: [sijill]\n")
    for number, payload in enumerate(PAYLOADS):
        language = ("ar", "en")[number % 2]
        fields: dict[str, object] = dict.fromkeys(TEXT_FIELDS, payload)
        fields |= {name: [payload, payload + " again"] for name in LIST_FIELDS}
        fields["original"] = {"publisher": payload, "title": payload, "url": URLS[number % len(URLS)], "lang": "fr"}
        fields["corrections"] = [{"date": "2025-06-03", "text": payload}]
        hostile.article(f"{language}/2025/06/in-fields-{number}.md", **fields)
        hostile.article(f"{language}/2025/06/in-body-{number}.md", body=f"mark-{number}\n\n{payload}\n")
    return hostile.build(expected=None)


def test_every_article_is_on_a_page_or_named(hostile_site: Any) -> None:
    for number in range(len(PAYLOADS)):
        for kind in ("in-fields", "in-body"):
            language = ("ar", "en")[number % 2]
            name = f"{kind}-{number}"
            assert hostile_site.has(f"{language}/2025/06/02/{name}/") or f"{name}.md" in hostile_site.said, name


def test_nothing_runs_or_leads_to_code(hostile_site: Any) -> None:
    for name, page in hostile_site.pages():
        for element, attributes in page.elements:
            assert element not in {"iframe", "object", "embed", "base", "svg", "style", "marquee"}, name
            assert not [key for key in attributes if key.startswith("on") or key == "style"], (name, attributes)
            for key in ("href", "src", "action", "content"):
                assert not RUNS.match(re.sub(r"[\t\n\r]", "", attributes.get(key, ""))), (name, attributes)
            if element == "script":
                assert attributes.get("src", "").endswith(".js") or attributes.get("type") == "application/ld+json"
            if element in ("img", "link", "script"):
                assert "evil.example" not in str(attributes)


def test_structured_data_is_still_json(hostile_site: Any) -> None:
    for name, page in hostile_site.pages():
        for node in page.structured_data():
            assert node["@type"], name


def test_no_direction_control_and_no_control_character_reaches_a_file(hostile_site: Any) -> None:
    control = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
    for name, content in hostile_site.bytes().items():
        if name.endswith((".html", ".xml")):
            assert not control.search(content.decode("utf-8")), name


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_title_shows_as_the_text_it_is(hostile_site: Any, number: int) -> None:
    address = f"{('ar', 'en')[number % 2]}/2025/06/02/in-fields-{number}/"
    if not hostile_site.has(address):
        assert f"in-fields-{number}.md" in hostile_site.said
        return
    shown = re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", "", PAYLOADS[number])
    assert _squeezed(shown) in _squeezed(hostile_site.page(address).text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_file_name_cannot_turn_the_text_of_a_page_around(archive: Any) -> None:
    source = archive.root / "content" / "sources" / "a\u202etxt.exe.txt"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(
        "The ferry sails again after the winter\n3 March 2024\n"
        "The ferry sailed again on Sunday, after workers had mended its engine for most of the winter.\n"
        "The harbour office said that hundreds had bought tickets on the first morning alone.\n"
    )
    done = archive.run("sijill", "ingest")
    assert done.returncode == 0, done.stderr
    pages = archive.build().bytes()
    shown = b"".join(content for name, content in pages.items() if name.endswith(".html"))
    assert b"a\\u202etxt.exe.txt" in shown
    assert "\u202e".encode() not in shown
