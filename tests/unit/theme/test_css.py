"""The theme's files: logical properties only, nothing from elsewhere, nothing inline, and small."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[3] / "theme_overrides"
ASSETS = THEME / "assets"
SHEETS = sorted(ASSETS.glob("*.css"))
TEMPLATES = sorted(THEME.rglob("*.html"))
SCRIPTS = sorted(ASSETS.glob("*.js"))

SIDES = "left|right|top|bottom"
PHYSICAL_PROPERTY = re.compile(
    rf"(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding|inset)-({SIDES})(-\w+)*|({SIDES})"
    r"|border-(top|bottom)-(left|right)-radius)\s*:"
)
PHYSICAL_VALUE = re.compile(r"(text-align|float|clear|justify-\w+)\s*:\s*(left|right)\b")
PHYSICAL_SIZE = re.compile(r"(?<![\w-])(min-|max-)?(width|height)\s*:")
# Four values name the sides one by one; the second and the fourth are the two ends of a line.
FOUR_SIDES = re.compile(r"(margin|padding|border-width|inset)\s*:\s*([^\s;]+)[ ]([^\s;]+)[ ]([^\s;]+)[ ]([^\s;]+);")


def rules(sheet: Path) -> str:
    """Read a style sheet without its comments and media queries, whose conditions are about the device."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"@media[^{]*", "@media ", text)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_logical_properties_only(sheet: Path) -> None:
    text = rules(sheet)
    for pattern in (PHYSICAL_PROPERTY, PHYSICAL_VALUE, PHYSICAL_SIZE):
        assert [match[0] for match in pattern.finditer(text)] == []
    assert [match[0] for match in FOUR_SIDES.finditer(text) if match[3] != match[5]] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_the_direction_chooses_no_style(sheet: Path) -> None:
    assert not re.search(r"\[dir|:dir\(|(?<![\w-])direction\s*:", rules(sheet))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_is_fetched(sheet: Path) -> None:
    text = rules(sheet)
    assert "@import" not in text
    assert "url(" not in text
    assert "//" not in text


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_letter_is_spaced_and_none_is_forced(sheet: Path) -> None:
    """Spacing breaks the joining of Arabic letters: zero only. `!important` serves the hidden attribute alone."""
    text = rules(sheet)
    assert set(re.findall(r"letter-spacing\s*:\s*([^;]+);", text)) <= {"0"}
    assert not re.search(r"font-style\s*:\s*(italic|oblique)|font-variant\s*:|text-transform", text)
    assert [line for line in text.splitlines() if "!important" in line and not line.startswith("[hidden]")] == []


def test_arabic_is_set_as_arabic() -> None:
    base = (ASSETS / "site.css").read_text("utf-8")
    block = re.search(r":lang\(ar\) \{(.*?)\}", base, flags=re.DOTALL)
    assert block is not None
    for rule in ("letter-spacing: 0;", "font-style: normal;", "font-synthesis: none;", "--leading: 1.85;"):
        assert rule in block[1]
    for face in ("Noto Naskh Arabic", "Geeza Pro", "Amiri", "Traditional Arabic", "Segoe UI", "SF Arabic", "Tahoma"):
        assert face in base


def test_styles_are_small() -> None:
    """The search's own sheet is fetched only where a reader searches."""
    linked = [sheet for sheet in SHEETS if sheet.name != "search.css"]
    assert sum(sheet.stat().st_size for sheet in linked) <= 20 * 1024
    assert sum(len(gzip.compress(sheet.read_bytes(), mtime=0)) for sheet in SHEETS) <= 8 * 1024


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_inline(template: Path) -> None:
    text = template.read_text("utf-8")
    assert "<style" not in text
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son[a-z]+=", text)
    assert "javascript:" not in text
    for attributes in re.findall(r"<script([^>]*)>", text):
        assert "src=" in attributes or 'type="application/ld+json"' in attributes


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_address_of_another_host(template: Path) -> None:
    assert not re.search(r"(https?:)?//", template.read_text("utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_only_the_engines_own_markup_is_trusted(template: Path) -> None:
    """`safe` turns escaping off: allowed for the policy and the structured data, which the engine makes itself."""
    trusted = re.findall(r"\{\{\s*([\w.]+)\s*\|\s*safe", template.read_text("utf-8"))
    assert set(trusted) <= {"csp", "frame.head.structured_data"}
    assert "autoescape false" not in template.read_text("utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_write_no_markup(script: Path) -> None:
    text = script.read_text("utf-8")
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "http://",
        "https://",
    ):
        assert word not in text
