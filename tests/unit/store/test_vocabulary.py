"""The vocabulary: files laid over the territories, names resolved, faults told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.publisher import MonthNames
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary
from generator.store.vocabulary import (
    concept_labels,
    concept_names,
    find_nearest_concept,
    find_nearest_publisher,
    find_publisher,
    fold_name,
    load_vocabulary,
    read_vocabulary,
)

PUBLISHERS = """\
- id: al-marsad
  ar: صحيفة المرصد الليبية
  en: Al-Marsad
  lang: ar
  months: gulf
  day_first: true
  folder: al-marsad
  url: https://example.org/
  rights: all rights reserved
  names:
    ar: [المرصد, "«المرصد»"]
    en: [Almarsad]
- id: morning-post
  ar: بريد الصباح
  en: The Morning Post
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with a small vocabulary."""
    folder = tmp_path / "content/vocabulary"
    folder.mkdir(parents=True)
    (folder / "publishers.yml").write_text(PUBLISHERS, encoding="utf-8")
    (folder / "topics.yml").write_text(
        '- {id: "medtop:11000000", ar: سياسة, en: politics, broader: null, keywords: {ar: [حكومة], en: [government]}}\n'
        '- {id: "medtop:20000593", ar: حكومة, en: government, broader: "medtop:11000000"}\n',
        encoding="utf-8",
    )
    (folder / "places.yml").write_text(
        "- {id: place/US, names: {ar: [أميركا], en: [U.S.]}, weak: {en: [American]},\n"
        "   blocked: {ar: [أمريكا الوسطى]}}\n"
        "- {id: place/LY, en: State of Libya}\n"
        "- {id: place/sahel, ar: الساحل, en: Sahel}\n",
        encoding="utf-8",
    )
    (folder / "people.yml").write_text("- {id: person/mona-salem, ar: منى سالم, en: Mona Salem}\n", encoding="utf-8")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    """Replace one file of the vocabulary."""
    (root / "content/vocabulary" / name).write_text(text, encoding="utf-8")


def test_territories_are_there_without_any_file(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(tmp_path)
    libya = vocabulary.concepts["place/LY"]
    assert libya.taxonomy is Taxonomy.PLACE
    assert libya.labels == Labels("ليبيا", "Libya")
    assert vocabulary.publishers == {}


def test_files_lie_over_the_territories(root: Path) -> None:
    concepts = load_vocabulary(root).concepts
    assert concepts["place/US"].names == ((Language.AR, "أميركا"), (Language.EN, "U.S."))
    assert concepts["place/US"].weak == ((Language.EN, "American"),)
    assert concepts["place/US"].blocked == ((Language.AR, "أمريكا الوسطى"),)
    assert concepts["place/US"].labels.en == "United States"
    assert concepts["place/LY"].labels == Labels("ليبيا", "State of Libya")
    assert concepts["place/sahel"].labels.ar == "الساحل"
    assert concepts["medtop:20000593"].broader == "medtop:11000000"
    assert concepts["medtop:11000000"].keywords == ((Language.AR, "حكومة"), (Language.EN, "government"))
    assert concepts["person/mona-salem"].taxonomy is Taxonomy.PERSON


def test_publishers_say_how_they_write(root: Path) -> None:
    publisher = load_vocabulary(root).publishers["al-marsad"]
    assert (publisher.lang, publisher.now.months, publisher.day_first) == (Language.AR, MonthNames.GULF, True)
    assert (publisher.folder, publisher.url, publisher.rights) == (
        "al-marsad",
        "https://example.org/",
        "all rights reserved",
    )
    assert publisher.concept.taxonomy is Taxonomy.PUBLISHER


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("al-marsad", "al-marsad"),
        ("صحيفة المرصد الليبية", "al-marsad"),
        ("صحيفه المرصد  الليبيه", "al-marsad"),
        ("المَرصد", "al-marsad"),
        ("«المرصد»", "al-marsad"),
        ("AL-MARSAD", "al-marsad"),
        ("the morning post", "morning-post"),
        ("Morning Post", "morning-post"),
        ("Evening Post", None),
        ("", None),
        ("…", None),
        (None, None),
    ],
)
def test_a_source_is_found_by_id_label_or_name(root: Path, source: str | None, found: str | None) -> None:
    publisher = find_publisher(load_vocabulary(root), source)
    assert (publisher.id if publisher else None) == found


def test_a_label_that_one_concept_has_stands_for_it(root: Path) -> None:
    labels = concept_labels(load_vocabulary(root))
    assert labels[fold_name("تونس")] == labels[fold_name("TUNISIA")] == "place/TN"


def test_a_label_of_two_concepts_stands_for_neither() -> None:
    georgias = [Concept(f"place/{code}", Taxonomy.PLACE, Labels(code, "Georgia")) for code in ("GE", "GA")]
    assert concept_labels(Vocabulary({each.id: each for each in georgias}, {})) == {"ge": "place/GE", "ga": "place/GA"}


@pytest.mark.parametrize(
    ("tag", "nearest"),
    [
        ("Libya", None),
        ("ليبيا", "place/LY"),
        ("State of Libya", "place/LY"),
        ("أمريكا", None),
        ("اميركا", "place/US"),
        ("POLITICS", "medtop:11000000"),
        ("person/mona-salim", "person/mona-salem"),
        ("place/ly", "place/LY"),
        ("gardening", None),
    ],
)
def test_the_nearest_concept_is_named(root: Path, tag: str, nearest: str | None) -> None:
    vocabulary = load_vocabulary(root)
    assert find_nearest_concept(vocabulary, concept_names(vocabulary), tag) == nearest


def test_the_nearest_publisher_is_named(root: Path) -> None:
    vocabulary = load_vocabulary(root)
    nearest = find_nearest_publisher(vocabulary, "The Morning Posts")
    assert nearest is not None
    assert nearest.id == "morning-post"
    assert find_nearest_publisher(vocabulary, "وكالة بعيدة") is None


@pytest.mark.parametrize(
    ("name", "text", "line", "word"),
    [
        ("topics.yml", "id: x\n", 1, "list"),
        ("topics.yml", "- x\n", 1, "concept"),
        ("topics.yml", '- {id: "medtop:1", ar: س, en: x}\n', 1, "medtop:11000000"),
        ("topics.yml", '- id: "medtop:11000000"\n  ar: س\n', 1, "`en`"),
        ("topics.yml", '- id: "medtop:11000000"\n  ar: س\n  en: x\n  keyword: {ar: [س]}\n', 4, "keywords"),
        ("topics.yml", '- id: "medtop:11000000"\n  ar: س\n  en: x\n  keywords: {fr: [x]}\n', 4, "fr"),
        ("people.yml", "- {id: mona, ar: م, en: M}\n", 1, "person/"),
        ("people.yml", "- {id: person/a, ar: م, en: M}\n\n- {id: person/a, ar: ن, en: N}\n", 3, "twice"),
        ("people.yml", "- id: person/a\n  ar: م\n  en: [M\n", 3, "YAML"),
        ("people.yml", "- &a {id: person/a, ar: م, en: M}\n- *a\n", 1, "alias"),
        ("places.yml", "- {id: place/XQ, names: {ar: [س]}}\n", 1, "both labels"),
        ("places.yml", "- {id: place/ly}\n", 1, "both labels"),
        ("places.yml", "- {id: Place/LY}\n", 1, "place/LY"),
        ("publishers.yml", "- {id: Al Marsad, ar: م, en: M}\n", 1, "hyphens"),
        ("publishers.yml", "- {id: a, ar: م, en: M, months: gulff}\n", 1, "gulf"),
        ("publishers.yml", "- {id: a, ar: م, en: M, day_first: perhaps}\n", 1, "true"),
        ("publishers.yml", "- {id: a, ar: م, en: M}\n- {id: b, ar: مَ, en: N}\n", 2, "two publishers"),
        (
            "topics.yml",
            '- {id: "medtop:20000593", ar: ح, en: x, broader: "medtop:99999999"}\n',
            None,
            "medtop:99999999",
        ),
    ],
)
def test_a_broken_file_is_one_clear_message(root: Path, name: str, text: str, line: int | None, word: str) -> None:
    write(root, name, text)
    with pytest.raises(ConfigurationError) as caught:
        load_vocabulary(root)
    problem = caught.value.problem
    assert problem.line == line
    assert word in str(problem)
    assert problem.path is not None
    assert problem.path.as_posix().startswith("content/vocabulary")


def test_another_encoding_is_told(root: Path) -> None:
    (root / "content/vocabulary/people.yml").write_bytes("- {id: person/a, ar: م, en: M}\n".encode("cp1256"))
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load_vocabulary(root)


def test_all_problems_of_all_files_are_gathered(root: Path) -> None:
    write(root, "topics.yml", "id: x\n")
    write(root, "people.yml", "- x\n- y\n")
    vocabulary, problems = read_vocabulary(root)
    assert len(problems) == 3
    assert "al-marsad" in vocabulary.publishers
    with pytest.raises(ConfigurationError, match="and 2 more"):
        load_vocabulary(root)


def test_this_repository_s_own_vocabulary_is_sound(repository: Path) -> None:
    assert read_vocabulary(repository)[1] == ()
