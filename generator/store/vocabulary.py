"""The archive's vocabulary: content/vocabulary/ over the territory names of CLDR, one concept with both labels.

Not for finding concepts in running text; that is tagging.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.errors import Problem, Severity
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary
from generator.store.configuration import raise_errors
from generator.store.publisher_claims import publisher_names
from generator.store.publishers import publisher_files, read_all_publishers, read_publishers
from generator.store.vocabulary_entries import read_entries
from generator.store.vocabulary_fields import PLACES, VOCABULARY_FILES
from generator.store.yaml_nodes import Faults
from generator.text.arabic import tokens
from generator.text.territories import territory_names

VOCABULARY = Path("content/vocabulary")


def load_vocabulary(root: Path) -> Vocabulary:
    """The vocabulary of the archive at `root`. Every file may be missing; territories are always there.

    Raises ConfigurationError, with file and line, where one is broken.
    """
    vocabulary, problems = read_vocabulary(root)
    raise_errors(problems)
    return vocabulary


def digest_vocabulary(root: Path) -> bytes:
    """The digest of the vocabulary's files: while it is the same, they need not be loaded again."""
    found = sha256()
    for path in (*(VOCABULARY / file.name for file in VOCABULARY_FILES), *publisher_files(root)):
        try:
            raw = (root / path).read_bytes()
        except OSError as fault:
            raw = type(fault).__name__.encode()
        found.update(sha256(os.fsencode(path) + b"\0" + raw).digest())
    return found.digest()


def load_usable_vocabulary(root: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of the archive at `root` as if publishers whose files are broken were not there, and the faults of
    these files. Raises ConfigurationError where another file is broken: its concepts are everybody's."""
    concepts, problems = _read_concepts(root)
    raise_errors(problems)
    read = read_all_publishers(root)
    faults = tuple(problem for problem in read.problems if problem.severity is Severity.ERROR)
    return _vocabulary(concepts, read.sound, read.broken | read.nameless), faults


def read_vocabulary(root: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Like `load_vocabulary`, but gives what could be read, and every problem of every file."""
    concepts, problems = _read_concepts(root)
    publishers, faulty = read_publishers(root)
    return _vocabulary(concepts, publishers, {}), (*problems, *faulty)


def _read_concepts(root: Path) -> tuple[dict[str, Concept], tuple[Problem, ...]]:
    """The concepts by id, places first, and every problem of their files."""
    problems: list[Problem] = []
    places: dict[str, Concept] = {each.id: each for each in _territories()}
    concepts: dict[str, Concept] = {}
    for file in VOCABULARY_FILES:
        entries, faults = read_entries(root, VOCABULARY / file.name, file)
        for entry in entries:
            if file is PLACES:
                _lay_over(places, entry.values, entry.line, faults)
            else:
                concept = _concept(entry.values, file.taxonomy)
                concepts[concept.id] = concept
        problems.extend(faults.problems)
    every = places | concepts
    return every, (*problems, *_dangling_broader(every))


def _vocabulary(
    concepts: dict[str, Concept], publishers: dict[str, Publisher], unusable: dict[str, Publisher]
) -> Vocabulary:
    names: dict[str, str] = {}
    for publisher in publishers.values():
        for name, _ in publisher_names(publisher):
            names.setdefault(name, publisher.id)
    return Vocabulary(concepts, publishers, names, unusable)


def find_publisher(vocabulary: Vocabulary, source: str | None) -> Publisher | None:
    """The publisher that a `source` names by its id, a label or another name, spelling folded; None if unknown."""
    if source is None:
        return None
    known = vocabulary.publishers.get(source)
    return known or vocabulary.publishers.get(vocabulary.publisher_names.get(fold_name(source), ""))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """A name's words in the spelling used for matching, without punctuation: «المرصد» and المرصد are one."""
    return " ".join(token.text for token in tokens(name))


def concept_labels(vocabulary: Vocabulary) -> dict[str, str]:
    """Every label, folded, that only one concept has, to that concept's id: a tag may be written as a label."""
    holders: dict[str, set[str]] = {}
    for concept in vocabulary.concepts.values():
        for label in (concept.labels.ar, concept.labels.en):
            holders.setdefault(fold_name(label), set()).add(concept.id)
    holders.pop("", None)
    return {label: next(iter(ids)) for label, ids in holders.items() if len(ids) == 1}


def concept_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Every label and name of every concept, folded, to the id of the first concept that has it."""
    names: dict[str, str] = {}
    for concept in vocabulary.concepts.values():
        for name in (concept.labels.ar, concept.labels.en, *(name for _, name in concept.names)):
            names.setdefault(fold_name(name), concept.id)
    names.pop("", None)
    return names


def find_nearest_concept(vocabulary: Vocabulary, names: dict[str, str], tag: str) -> str | None:
    """The id that a tag outside the vocabulary most likely means: by a name (`concept_names`), or by an id like it."""
    exact = names.get(fold_name(tag))
    if exact is not None:
        return exact
    by_case = {concept.casefold(): concept for concept in vocabulary.concepts}
    if tag.casefold() in by_case:
        return by_case[tag.casefold()]
    spelt = [each for each in by_case if each.startswith(("person/", "organisation/"))]  # codes have no neighbours
    close = get_close_matches(tag.casefold(), spelt, n=1, cutoff=0.85)
    return by_case[close[0]] if close else None


def find_nearest_publisher(vocabulary: Vocabulary, source: str) -> Publisher | None:
    """The publisher whose name is most like a `source` that names none."""
    close = get_close_matches(fold_name(source), vocabulary.publisher_names, n=1, cutoff=0.75)
    return vocabulary.publishers[vocabulary.publisher_names[close[0]]] if close else None


def _territories() -> list[Concept]:
    """The places that CLDR names, by ISO 3166-1 code."""
    return [Concept(f"place/{code}", Taxonomy.PLACE, labels) for code, labels in sorted(territory_names().items())]


def _lay_over(places: dict[str, Concept], values: dict[str, Any], line: int, faults: Faults) -> None:
    """Put an entry of places.yml over what CLDR says of the place; a new place needs both labels."""
    known = places.get(values["id"])
    if known is not None:
        values = {"ar": known.labels.ar, "en": known.labels.en} | values
    if "ar" in values and "en" in values:
        places[values["id"]] = _concept(values, Taxonomy.PLACE)
        return
    faults.reject(
        "missing-key",
        f"{values['id']} is no territory of CLDR, so it needs both labels",
        line,
        expected="id, ar, en",
        found=", ".join(values),
        cure="add `ar` and `en`, or mend the code",
    )


def _concept(values: dict[str, Any], taxonomy: Taxonomy) -> Concept:
    """The concept of an entry's values."""
    return Concept(
        id=values["id"],
        taxonomy=taxonomy,
        labels=Labels(values["ar"], values["en"]),
        names=_by_language(values, "names"),
        weak=_by_language(values, "weak"),
        keywords=_by_language(values, "keywords"),
        broader=values.get("broader"),
        blocked=_by_language(values, "blocked"),
    )


def _by_language(values: dict[str, Any], name: str) -> tuple[tuple[Language, str], ...]:
    """Texts in both languages, Arabic first, in the order written."""
    texts = values.get(name, {})
    return tuple((language, text) for language in Language for text in texts.get(language.value, ()))


def _dangling_broader(concepts: dict[str, Concept]) -> list[Problem]:
    """Concepts that stand below one that is not there."""
    return [
        Problem(
            "dangling-broader",
            f"{concept.id} stands below {concept.broader}, which is not in the vocabulary",
            VOCABULARY,
            expected="the id of a concept",
            found=str(concept.broader),
            cure="add the broader concept, or leave `broader` out",
        )
        for concept in concepts.values()
        if concept.broader is not None and concept.broader not in concepts
    ]
