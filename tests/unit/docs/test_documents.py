"""The README and docs/ name only what there is: commands, targets, files."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator.cli import sijill

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_every_command_of_the_readme_exists(repository: Path) -> None:
    """`sijill VERB` and `make TARGET` in the README are real."""
    text = (repository / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    verbs = set(re.findall(r"\bsijill ([a-z]+)", text))
    made = set(re.findall(r"\bmake ([a-z]+)", text))
    assert verbs
    assert verbs <= set(sijill.list_commands(click.Context(sijill)))
    assert {"serve", "test", "site"} <= made <= targets


def test_every_verb_is_in_the_readme(repository: Path) -> None:
    """The README's table leaves no verb out."""
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert set(sijill.list_commands(click.Context(sijill))) <= set(re.findall(r"\| `sijill ([a-z]+)", text))


DOCUMENTS = ("architecture", "vocabulary", "publishers", "formats/README", "formats/saved-pages", "formats/containers")


@pytest.mark.parametrize("name", ["README.md", *(f"docs/{name}.md" for name in DOCUMENTS)])
def test_links_lead_to_files(repository: Path, name: str) -> None:
    """A link of a document to a file of the repository leads somewhere."""
    document = repository / name
    broken = [
        target
        for target in LINK.findall(document.read_text(encoding="utf-8"))
        if not target.startswith("https://") and not (document.parent / target).exists()
    ]
    assert broken == []


def test_every_decision_is_listed(repository: Path) -> None:
    """docs/adr/README.md lists each record, and each record says context, decision and consequences."""
    records = sorted((repository / "docs" / "adr").glob("0*.md"))
    listed = set(LINK.findall((repository / "docs" / "adr" / "README.md").read_text(encoding="utf-8")))
    assert {record.name for record in records} == listed
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences")), record.name
