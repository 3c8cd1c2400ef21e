"""The tables of what stands in content/vocabulary/*.yml, in the manner of `front_matter`; publishers have their own
(`publisher_fields`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.language import Language
from generator.model.vocabulary import Taxonomy
from generator.store.front_matter import Field, Kind

EDITOR = "the editor"


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """One file: its name, the taxonomy of its concepts, and the fields of each."""

    name: str
    taxonomy: Taxonomy
    fields: tuple[Field, ...]


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


def in_both(name: str, meaning: str, example: str) -> Field:
    """A field with a list of texts for each language."""
    inner = tuple(Field(language.value, Kind.TEXTS, meaning, example, EDITOR, single=True) for language in Language)
    return Field(name, Kind.RECORD, meaning, "{ar: […], en: […]}", EDITOR, fields=inner)


def _concept_fields(id_pattern: str, id_form: str, *, labels: bool = True) -> tuple[Field, ...]:
    """The fields of a concept whose id is of the form given; its labels may be optional."""
    form = f"an id such as {id_form}"
    return (
        Field("id", Kind.TEXT, "The id.", f'"{id_form}"', EDITOR, True, fits=_matches(id_pattern), form=form),
        Field("ar", Kind.TEXT, "The Arabic label.", '"ليبيا"', EDITOR, required=labels),
        Field("en", Kind.TEXT, "The English label.", '"Libya"', EDITOR, required=labels),
        in_both("names", "Further names.", '["…"]'),
        in_both("weak", "Names that count only beside a second cue.", '["…"]'),
        in_both("blocked", "Phrases in which a name does not mean this.", '["…"]'),
        in_both("keywords", "Words that point to it.", '["…"]'),
        Field("broader", Kind.TEXT, "The id of the concept above it.", '"medtop:11000000"', EDITOR),
    )


_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PLACES = VocabularyFile(
    "places.yml", Taxonomy.PLACE, _concept_fields(rf"place/(?:[A-Z]{{2}}|{_NAME})", "place/LY", labels=False)
)
VOCABULARY_FILES = (
    VocabularyFile("topics.yml", Taxonomy.TOPIC, _concept_fields(r"medtop:\d{8}", "medtop:11000000")),
    VocabularyFile("people.yml", Taxonomy.PERSON, _concept_fields(rf"person/{_NAME}", "person/mona-salem")),
    VocabularyFile(
        "organisations.yml", Taxonomy.ORGANISATION, _concept_fields(rf"organisation/{_NAME}", "organisation/opec")
    ),
    PLACES,
)
