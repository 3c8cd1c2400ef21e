"""A person's name within the name of somebody or something else."""

from __future__ import annotations

import pytest

from generator.ingest.tagging import tag_article
from generator.ingest.term_index import TermIndex, build_index
from generator.model.labels import Labels
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary

LOVELACE = Concept("person/ada-lovelace", Taxonomy.PERSON, Labels("آدا لوفلايس", "Ada Lovelace"))


@pytest.fixture(scope="module")
def index() -> TermIndex:
    """The index of one person."""
    return build_index(Vocabulary({LOVELACE.id: LOVELACE}, {}, {}))


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("زارت آدا لوفلايس المعرض", True),
        ("زار رالف بن آدا لوفلايس المعرض", False),
        ("رالف ابن آدا لوفلايس", False),
        ("Ralph bin Ada Lovelace", False),
        ("في مدرسة آدا لوفلايس", False),
        ("بجائزة آدا لوفلايس", False),
        ("وجامعة آدا لوفلايس", False),
        ("اجتمع مدير الجامعة وآدا لوفلايس", True),
        ("at Ada Lovelace College", False),
        ("Ada Lovelace Park", False),
        ("Ada Lovelace park the car", True),
        ("Ada Lovelace", True),
        ("met Ada Lovelace", True),
        ("«آدا لوفلايس»", True),
        ("زار رالف بن آدا لوفلايس أمه آدا لوفلايس", True),
    ],
)
def test_only_who_is_named_is_tagged(index: TermIndex, text: str, *, is_named: bool) -> None:
    assert (LOVELACE.id in tag_article("", [text], index)) is is_named
