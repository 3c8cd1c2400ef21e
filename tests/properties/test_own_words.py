"""Whatever words a publisher's file names as its labels, no word of a document is lost but the labels themselves."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.dissect import Dissection, Known, Reading, dissect
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.own_words import OwnWords
from generator.model.publisher import Label
from generator.text.arabic import tokens

READING = Reading(date(2026, 11, 1))
WORDS = ("خطّه", "حُرّر يوم", "Lit on", "Story and research", "على الضفة الأخرى", "The", "By", "نشر", "قال")
VALUES = (
    "", "3 مايو 2024", "4 May 2024", "سلمى إدريس", "Jane Doe", "صحيفة الميناء", "Harbour Courier", "https://a.example/1",
    "بحر، ميناء", "The old bridge is painted blue", "the boats came home, and nobody asked where they had been.",
    "باحثون إن الأمطار ملأت السدود الشرقية كلها، وإن موسم الجفاف انتهى بعد عامين.",
)  # fmt: skip
SIGNS = (" ", ": ", " : ", " – ", " | ", "/", ":")
PROSE = (
    "The fishermen of the northern bay put to sea again on Tuesday, after a month of storms.",
    "He said that the nets had been mended, and that the first catch was better than anybody had hoped.",
    "افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.",
    "وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.",
    "Fishermen return to the northern bay after a month of storms",
    "بلدية الميناء تفتتح حديقة عامة على الشاطئ",
)
own_lines = st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.sampled_from(VALUES)).map("".join)
documents = st.lists(st.one_of(own_lines, st.sampled_from(PROSE)), min_size=2, max_size=12)
labels = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(list(Label)), max_size=len(WORDS)).map(
    lambda chosen: OwnWords.of((label, word) for word, label in chosen.items())
)


def kept_in(found: Dissection) -> set[str]:
    """The words of every text in which a dissection keeps something; an update is kept as a date."""
    texts = [*found.separators, *found.unclaimed]
    for draft in found.drafts:
        original = draft.original
        texts.extend((*(block.text for block in draft.blocks), *draft.removed, *draft.authors, *draft.keywords))
        texts.extend((*draft.date_hints, draft.title, draft.kicker or "", draft.description or ""))
        texts.extend((draft.date_raw or "", draft.source or "", draft.translator or "", draft.dateline or ""))
        texts.append(draft.url or "")
        if original is not None:
            texts.extend((original.publisher or "", original.title or "", original.url or ""))
        if draft.updated is not None:
            texts.extend(("3 مايو 2024", "4 May 2024"))
    return {token.text for text in texts for token in tokens(text)}


@settings(max_examples=400, deadline=None)
@given(documents, labels)
def test_every_word_is_accounted_for(texts: list[str], own: OwnWords) -> None:
    lines = [Line.of(text.strip(), at + 1) for at, text in enumerate(texts)]
    found = dissect(lines, READING, Known(own=own))
    kept = kept_in(found)
    named = {token.text for word in WORDS for token in tokens(word)}
    words = {token.text for text in texts for token in tokens(text)} - named
    lost = {word for word in words if word not in kept and word.removeprefix("و") not in kept}
    assert not lost or not found.drafts or lost <= {token.text for each in found.unclaimed for token in tokens(each)}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), labels)
def test_any_text_at_all_is_read(text: str, own: OwnWords) -> None:
    found = own.read(text)
    assert found is None or found.rest in text
