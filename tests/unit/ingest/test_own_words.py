"""The words that a publisher alone writes before its facts, and before headlines of other articles."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.own_words import OwnWords
from generator.model.publisher import Label

OWN = OwnWords.of(
    [
        (Label.PUBLISHED, "حُرّر يوم"),
        (Label.PUBLISHED, "Lit on"),
        (Label.UPDATED, "Relit on"),
        (Label.SOURCE, "نقلًا عن مراسلي"),
        (Label.AUTHOR, "خطّه"),
        (Label.AUTHOR, "Story and research"),
        (Label.TRANSLATOR, "نقلته إلى العربية"),
        (Label.SPECIAL, "لقرّاء الجسر وحدهم"),
        (Label.ASIDE, "Lamps lit"),
        (Label.SECTION, "By"),
        (Label.STANDFIRST, "By lamplight"),
        (Label.READ_ALSO, "من الجسر أيضًا"),
        (Label.READ_ALSO, "More light on this"),
    ]
)


@pytest.mark.parametrize(
    ("text", "zone", "fields"),
    [
        ("حُرّر يوم 3 مايو 2024", Zone.HEAD, [("published", "3 مايو 2024")]),
        ("حرر يوم: 3 مايو 2024", Zone.BODY, [("published", "3 مايو 2024")]),
        (
            "Lit on 3 May 2024 | Relit on 4 May 2024",
            Zone.HEAD,
            [("published", "3 May 2024"), ("updated", "4 May 2024")],
        ),
        ("Lit on – 3 May 2024", Zone.TAIL, [("published", "3 May 2024")]),
        ("LIT ON:3 May 2024", Zone.TAIL, [("published", "3 May 2024")]),
        ("خطّه: سلمى إدريس", Zone.HEAD, [("author", "سلمى إدريس")]),
        ("Story and research Jane Doe", Zone.TAIL, [("author", "Jane Doe")]),
        ("نقلته إلى العربية سلمى إدريس", Zone.TAIL, [("translator", "سلمى إدريس")]),
        ("نقلًا عن مراسلي صحيفة الجسر", Zone.HEAD, [("source", "صحيفة الجسر")]),
        ("Lamps lit: 214", Zone.TAIL, [("aside", "Lamps lit: 214")]),
        ("By: Harbour", Zone.HEAD, [("section", "Harbour")]),
        ("By Jane Doe", Zone.HEAD, [("section", "Jane Doe")]),
        ("(خطّه: سلمى إدريس)", Zone.HEAD, [("author", "سلمى إدريس")]),
        ("By lamplight: The quay burned.", Zone.HEAD, [("standfirst", "The quay burned.")]),
        (
            "By lamplight: The old quay burned until the morning.",
            Zone.HEAD,
            [("standfirst", "The old quay burned until the morning.")],
        ),
        ("By lamplight the old quay burned until the morning.", Zone.HEAD, []),
        ("By lamplight: The old quay burned until the morning.", Zone.BODY, []),
        ("Lit onwards 3 May 2024", Zone.HEAD, []),
        ("Lit on the eve of the feast, the lamps of the quay burned until the morning came.", Zone.HEAD, []),
        ("Lit on the eve of the feast, the lamps of the quay burned until the morning came.", Zone.BODY, []),
        ("Was lit on 3 May 2024", Zone.BODY, []),
        ("Lit on the eve of the feast", Zone.HEAD, []),
    ],
)
def test_a_publisher_s_own_labels_are_read(text: str, zone: Zone, fields: list[tuple[str, str]]) -> None:
    assert [(each.label.value, each.value) for each in read_fields(text, zone, OWN)] == fields


def test_without_them_the_common_words_count() -> None:
    assert [each.label for each in read_fields("By Jane Doe", Zone.HEAD)] == [Label.AUTHOR]
    assert read_fields("Lit on 3 May 2024", Zone.HEAD) == ()


def test_an_own_label_on_a_line_of_its_own() -> None:
    assert read_bare_label("حُرّر يوم:", OWN) is Label.PUBLISHED
    assert read_bare_label("Story and research", OWN) is Label.AUTHOR
    assert read_bare_label("Story and research of years", OWN) is None


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("من الجسر أيضًا", ""),
        ("More light on this:", ""),
        ("More light on this: The bridge is painted blue", "The bridge is painted blue"),
        ("More light on this The bridge is painted blue", "The bridge is painted blue"),
        ("More light on this was promised by the minister, who then left.", None),
    ],
)
def test_a_publisher_s_own_cues_are_read(text: str, headline: str | None) -> None:
    cue = read_cue(text, OWN)
    assert (cue.headline if cue else None) == headline
