"""The pages of docs/ that are made from the code say what the code says, and their examples hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from generator.cli import sijill
from generator.cli.reference import render_cli_reference
from generator.model.article import Article, Correction, Original, Provenance
from generator.store.articles import parse_article
from generator.store.field_table import render_field_table
from generator.store.foreign_names import FOREIGN_NAMES
from generator.store.front_matter import (
    CORRECTION_FIELDS,
    FIELDS,
    ORIGINAL_FIELDS,
    PROVENANCE_FIELDS,
    Field,
)

PATH = Path("content/articles/en/x.md")


def documented() -> Iterator[tuple[str, Field]]:
    """Every field with an example of its own, and the name of the field it belongs to."""
    for field in FIELDS:
        if field.example:
            yield "", field
        for inner in field.fields:
            yield field.name, inner


def test_the_field_table_is_the_code_s(repository: Path) -> None:
    """When this fails: make docs."""
    assert (repository / "docs/fields.md").read_text(encoding="utf-8") == render_field_table()


def test_the_reference_of_the_command_line_is_the_code_s(repository: Path) -> None:
    """When this fails: make docs."""
    assert (repository / "docs/cli.md").read_text(encoding="utf-8") == render_cli_reference(sijill)


def test_every_verb_is_in_the_reference_with_its_options() -> None:
    reference = render_cli_reference(sijill)
    context = click.Context(sijill)
    for name in sijill.list_commands(context):
        verb = sijill.get_command(context, name)
        assert verb is not None
        assert f"## sijill {name}\n" in reference
        assert verb.help
        for parameter in verb.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name} says nothing of itself"
                assert parameter.opts[0] in reference


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Article, FIELDS),
        (Original, ORIGINAL_FIELDS),
        (Correction, CORRECTION_FIELDS),
        (Provenance, PROVENANCE_FIELDS),
    ],
)
def test_the_table_has_every_field_of_the_record_once(record: type, fields: Sequence[Field]) -> None:
    names = [field.name for field in fields]
    assert len(set(names)) == len(names)
    assert set(names) - {"date_precision"} == set(record.__slots__) - {"body", "permalink", "place"}  # type: ignore[attr-defined]  # a dataclass with slots


def test_every_field_says_what_it_means_and_who_fills_it_in() -> None:
    for _, field in documented():
        assert field.meaning.endswith(".")
        assert field.filled_by
        assert field.example


@pytest.mark.parametrize(("outer", "field"), list(documented()), ids=lambda value: getattr(value, "name", value))
def test_every_example_is_valid(outer: str, field: Field) -> None:
    required = {"title": '"T"', "date": '"2025-06-02"', "lang": '"en"', "source": "null", "tags": "[]"}
    extra = ""
    if outer:
        siblings = next(each for each in FIELDS if each.name == outer).fields
        inner = {each.name: each.example for each in siblings if each.required} | {field.name: field.example}
        mapping = "{" + ", ".join(f"{name}: {example}" for name, example in inner.items()) + "}"
        extra = f"{outer}: [{mapping}]\n" if outer == "corrections" else f"{outer}: {mapping}\n"
    else:
        required[field.name] = field.example
    text = "---\n" + "".join(f"{name}: {value}\n" for name, value in required.items()) + extra + "---\n"
    article, problems = parse_article(text, PATH)
    assert problems == []
    assert article is not None


def test_the_example_at_the_head_of_the_page_is_valid() -> None:
    text = render_field_table().split("```yaml\n")[1].split("```")[0]
    assert parse_article(text, PATH)[1] == []


def test_foreign_names_lead_to_fields() -> None:
    names = {field.name for field in FIELDS}
    assert set(FOREIGN_NAMES.values()) <= names
    assert not set(FOREIGN_NAMES) & names
