"""docs/formats/ says what the readers do: its example of a mapping can be read, and names what there is."""

from __future__ import annotations

import re
from pathlib import Path

from generator.ingest.readers.tables.column_names import meaning_of
from generator.store.table_mapping import MAPPED_FIELDS, read_mapping

FIELDS_OF_NAMES = {
    "headline": "title", "text": "body", "date": "date", "date of change": "updated", "summary": "description",
    "author": "authors", "source": "source", "address": "url", "keywords": "tags", "section": "section",
}  # fmt: skip


def test_the_example_of_a_mapping_is_one(repository: Path, tmp_path: Path) -> None:
    text = (repository / "docs/formats/tables.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example is not None
    (tmp_path / "mapping.yml").write_text(example[1], encoding="utf-8")
    mapping, problems = read_mapping(tmp_path, Path("mapping.yml"))
    assert problems == ()
    assert len(mapping.fields) == 9


def test_every_field_of_a_mapping_is_named(repository: Path) -> None:
    text = (repository / "docs/formats/tables.md").read_text(encoding="utf-8")
    assert [name for name in MAPPED_FIELDS if f"`{name}`" not in text] == []


def test_the_names_of_columns_mean_what_the_table_says(repository: Path) -> None:
    text = (repository / "docs/formats/tables.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (.+) \|$", text, re.MULTILINE))
    for row, field in FIELDS_OF_NAMES.items():
        for name in rows[row].split(", "):
            meaning = meaning_of(name)
            assert meaning is not None, name
            assert meaning[0] == field, name


def test_every_page_on_a_format_is_in_their_index(repository: Path) -> None:
    folder = repository / "docs/formats"
    linked = set(re.findall(r"\]\(([a-z-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in folder.glob("*.md")} - {"README.md"} == linked


def test_every_page_on_a_format_has_one_title(repository: Path) -> None:
    for page in (repository / "docs/formats").glob("*.md"):
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert text.startswith("# "), page.name
        assert re.findall(r"^# ", text, re.MULTILINE) == ["# "], page.name
