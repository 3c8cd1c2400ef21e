"""Concepts found in texts: whole words, prefixes, the longest name, weak and blocked forms."""

from __future__ import annotations

import pytest

from generator.ingest.tagging import tag_article
from generator.ingest.term_index import TermIndex, build_index
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary

AR, EN = Language.AR, Language.EN


def place(code: str, ar: str, en: str, **more: tuple[tuple[Language, str], ...]) -> Concept:
    """A place."""
    return Concept(f"place/{code}", Taxonomy.PLACE, Labels(ar, en), **more)


CONCEPTS = (
    place("LY", "ليبيا", "Libya", weak=((AR, "الليبي"), (AR, "الليبية"))),
    place("US", "الولايات المتحدة", "United States", names=((EN, "US"), (EN, "U.S."), (AR, "أميركا"))),
    place("IN", "الهند", "India", blocked=((AR, "المحيط الهندي"), (EN, "Indian Ocean")), weak=((AR, "الهندي"),)),
    place("GE", "جورجيا", "Georgia", weak=((EN, "Georgia"), (EN, "Georgian")), names=((EN, "Tbilisi"),)),
    place("TR", "تركيا", "Turkey"),
    place("OM", "سلطنة عُمان", "Oman", names=((AR, "عُمان"),), weak=((AR, "عمان"), (AR, "مسقط"))),
    place("JO", "الأردن", "Jordan", names=((AR, "عمّان"),), weak=((AR, "عمان"),)),
    place("MA", "المغرب", "Morocco", weak=((AR, "المغربية"), (AR, "المغربي"))),
    place("KR", "كوريا الجنوبية", "South Korea"),
    place("KP", "كوريا الشمالية", "North Korea"),
    Concept("person/ada-lovelace", Taxonomy.PERSON, Labels("آدا لوفلايس", "Ada Lovelace"), names=((AR, "لوفلايس"),)),
    Concept(
        "medtop:04000000",
        Taxonomy.TOPIC,
        Labels("اقتصاد", "economy"),
        keywords=((AR, "الأسعار"), (AR, "التجارة"), (EN, "prices"), (EN, "trade"), (EN, "wheat")),
    ),
)
PUBLISHER = Concept("libya-today", Taxonomy.PUBLISHER, Labels("صدى ليبيا", "Libya Today"))


@pytest.fixture(scope="module")
def index() -> TermIndex:
    """The index of a small vocabulary."""
    concepts = {concept.id: concept for concept in CONCEPTS}
    return build_index(Vocabulary(concepts, {PUBLISHER.id: Publisher(PUBLISHER)}, {}))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("عاد الوفد من ليبيا", ("place/LY",)),
        ("سافر إلى تركيا وليبيا", ("place/LY", "place/TR")),
        ("التقى بليبيا وفدًا", ("place/LY",)),
        ("قدّم لليبيا مساعدة", ("place/LY",)),
        ("وصل للولايات المتحدة", ("place/US",)),
        ("وبالولايات المتحدة جامعات", ("place/US",)),
        ("أمريكا وكندا", ()),
        ("إلى أميركا", ("place/US",)),
        ("بين الليبيين", ()),
        ("في المحيط الهندي", ()),
        ("زار الهند", ("place/IN",)),
        ("كوريا الجنوبية لا الشمالية", ("place/KR",)),
        ("صحيفة صدى ليبيا", ()),
        ("الصحيفة المغربية", ()),
        ("زارت لوفلايس المعرض", ("person/ada-lovelace",)),
        ("Libya's ports", ("place/LY",)),
        ("Libya’s ports", ("place/LY",)),
        ("the U.S. and Turkey", ("place/TR", "place/US")),
        ("they told us about turkey soup", ()),
        ("The US said", ("place/US",)),
        ("a peach from Georgia", ()),
        ("Georgia and its capital Tbilisi", ("place/GE",)),
        ("Georgia and Georgian wine", ("place/GE",)),
        ("an Indian Ocean island", ()),
        ("عاد إلى عُمان", ("place/OM",)),
        ("وصل من عَمَّان", ("place/JO",)),
        ("وصل من عمان", ()),
        ("as Libya Today reported", ()),
    ],
)
def test_names_in_texts(index: TermIndex, text: str, tags: tuple[str, ...]) -> None:
    assert tag_article("", [text], index) == tags


def test_topics_need_more_than_one_word(index: TermIndex) -> None:
    assert tag_article("", ["The prices were high."], index) == ()
    assert tag_article("Wheat prices fall", ["The wheat trade is slow, and prices fall."], index) == (
        "medtop:04000000",
    )


def test_an_outlet_named_in_the_text_means_nothing(index: TermIndex) -> None:
    assert tag_article("", ["“ذا ليبيا بوست” قالت"], index, outlets=["ذا ليبيا بوست"]) == ()
    assert tag_article("", ["“ذا ليبيا بوست” قالت إن ليبيا"], index, outlets=["ذا ليبيا بوست"]) == ("place/LY",)


def test_the_sources_own_tags(index: TermIndex) -> None:
    assert tag_article("", [], index, keywords=["ليبيا", "سواحل", "Turkey", "سواحل"]) == (
        "place/LY",
        "place/TR",
        "سواحل",
    )


def test_what_one_paragraph_mentions_in_passing_is_no_topic(index: TermIndex) -> None:
    passing = ["The museum opened on Friday.", "Prices and trade were not discussed."]
    assert tag_article("A museum opens", passing, index) == ()
    spread = ["Prices rose on Friday.", "The trade in wheat went on."]
    assert tag_article("A market opens", spread, index) == ("medtop:04000000",)


def test_a_dateline_settles_a_name_that_needs_a_second_cue(index: TermIndex) -> None:
    first = "بحر أزرق"
    assert tag_article(first, ["الليبي"], index, dateline="الليبي") == ()
    assert tag_article("Sea", ["Georgia – Rain fell."], index) == ()
    assert tag_article("Sea", ["Georgia – Rain fell."], index, dateline="Georgia") == ()
    assert tag_article(first, ["مسقط – هطل المطر"], index) == ()
    assert tag_article(first, ["مسقط – هطل المطر"], index, dateline="مسقط") == ("place/OM",)
    assert tag_article(first, ["عمان – هطل المطر"], index, dateline="عمان") == ()
