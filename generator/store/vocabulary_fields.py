"""The tables of what stands in content/vocabulary/*.yml, in the manner of `front_matter`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.dates import Months
from generator.model.language import Language
from generator.model.vocabulary import Taxonomy
from generator.store.front_matter import Field, Kind
from generator.text.slugs import safe_slug

_EDITOR = "the editor"


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """One file: its name, the taxonomy of its concepts, and the fields of each."""

    name: str
    taxonomy: Taxonomy
    fields: tuple[Field, ...]


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


def _is_publisher_id(text: str) -> bool:
    return safe_slug(text) == text


def _in_both(name: str, meaning: str, example: str) -> Field:
    """A field with a list of texts for each language."""
    inner = tuple(Field(language.value, Kind.TEXTS, meaning, example, _EDITOR) for language in Language)
    return Field(name, Kind.RECORD, meaning, "{ar: […], en: […]}", _EDITOR, fields=inner)


def _concept_fields(id_pattern: str, id_form: str, *, labels: bool = True) -> tuple[Field, ...]:
    """The fields of a concept whose id is of the form given; its labels may be optional."""
    return (
        Field("id", Kind.TEXT, "The id.", f'"{id_form}"', _EDITOR, True, fits=_matches(id_pattern), form=id_form),
        Field("ar", Kind.TEXT, "The Arabic label.", '"ليبيا"', _EDITOR, required=labels),
        Field("en", Kind.TEXT, "The English label.", '"Libya"', _EDITOR, required=labels),
        _in_both("names", "Further names.", '["…"]'),
        _in_both("weak", "Names that count only beside a second cue.", '["…"]'),
        _in_both("blocked", "Phrases in which a name does not mean this.", '["…"]'),
        _in_both("keywords", "Words that point to it.", '["…"]'),
        Field("broader", Kind.TEXT, "The id of the concept above it.", '"medtop:11000000"', _EDITOR),
    )


_PUBLISHER_FIELDS = (
    Field(
        "id",
        Kind.TEXT,
        "The id.",
        '"al-marsad"',
        _EDITOR,
        required=True,
        fits=_is_publisher_id,
        form="lower-case ASCII letters, digits and hyphens",
    ),
    Field("ar", Kind.TEXT, "The Arabic name.", '"صحيفة المرصد الليبية"', _EDITOR, required=True),
    Field("en", Kind.TEXT, "The English name.", '"Al-Marsad"', _EDITOR, required=True),
    _in_both("names", "Further names.", '["…"]'),
    Field(
        "lang",
        Kind.CHOICE,
        "The language it writes in.",
        '"ar"',
        _EDITOR,
        choices=tuple(each.value for each in Language),
    ),
    Field("folder", Kind.TEXT, "Its folder below content/sources.", '"al-marsad"', _EDITOR),
    Field("url", Kind.TEXT, "Its address.", '"https://example.org/"', _EDITOR),
    Field(
        "months",
        Kind.CHOICE,
        "The month names it uses.",
        '"gulf"',
        _EDITOR,
        choices=tuple(each.value for each in Months),
    ),
    Field("day_first", Kind.FLAG, "Whether it writes 02/06 for the second of June.", "true", _EDITOR),
    Field("rights", Kind.TEXT, "Under which terms its texts may be used.", '"CC BY 4.0"', _EDITOR),
)

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PLACES = VocabularyFile(
    "places.yml", Taxonomy.PLACE, _concept_fields(rf"place/(?:[A-Z]{{2}}|{_NAME})", "place/LY", labels=False)
)
PUBLISHERS = VocabularyFile("publishers.yml", Taxonomy.PUBLISHER, _PUBLISHER_FIELDS)
VOCABULARY_FILES = (
    VocabularyFile("topics.yml", Taxonomy.TOPIC, _concept_fields(r"medtop:\d{8}", "medtop:11000000")),
    VocabularyFile("people.yml", Taxonomy.PERSON, _concept_fields(rf"person/{_NAME}", "person/mona-salem")),
    VocabularyFile(
        "organisations.yml", Taxonomy.ORGANISATION, _concept_fields(rf"organisation/{_NAME}", "organisation/opec")
    ),
    PLACES,
    PUBLISHERS,
)
