"""No letter of a document is lost when it is taken apart, whatever it is put together from."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.dissect import Dissection, Reading, dissect
from generator.ingest.dissect.lines import Line, Mark
from generator.ingest.readers.text.plain_text import read_plain_text
from generator.model.source import SourceDocument
from generator.text.arabic import tokens

ROUNDS = 200
READING = Reading(date(2026, 11, 1))

TITLES = (
    "بلدية الميناء تفتتح حديقة عامة على الشاطئ",
    "العثور على نقوش قديمة في واحة نائية",
    "تراجع أسعار القمح في الأسواق العالمية",
    "Fishermen return to the northern bay after a month of storms",
    "City council approves a new tram line",
    "Old mill becomes a library: what visitors will find",
    "Rain fills the eastern reservoirs",
)
PARAGRAPHS = (
    "افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.",
    "وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.",
    "عثر باحثون على نقوش قديمة في واحة نائية، ويرجّحون أنها تعود إلى أكثر من ألفي عام.",
    "كما تراجعت أسعار القمح للأسبوع الثالث على التوالي، بفعل محصول وفير في نصف الكرة الجنوبي.",
    "The fishermen of the northern bay put to sea again on Tuesday, after a month of storms.",
    "He said that the nets had been mended, and that the first catch was better than anybody had hoped.",
    "LONDON (Reuters) - The council approved the new line by a large majority. Work begins in spring.",
    "القاهرة – رويترز: قال باحثون إن الأمطار ملأت السدود الشرقية كلها، وإن موسم الجفاف انتهى بعد عامين.",
    "Short but true.",
    "نعم.",
)
LABELS = (
    "تاريخ النشر: 3 مايو 2024", "نشر في 2 حزيران 2023", "المصدر: صحيفة الميناء", "ترجمة المرصد – خاص",
    "كتب: أحمد علي ومحمد حسن", "بقلم/ سلمى إدريس", "تحرير: هدى ناصر",
    "الكلمات الدالة: بحر، ميناء", "رابط مختصر: https://a.example/1",
    "آخر تحديث: أمس", "By Jane Doe", "Published: 3 May 2024 | Updated: 4 May 2024",
    "Source: The Bay Courier", "Source: Another One",
    "Translated by John Roe", "Tags: sea, bay", "Published", "المصدر", "4 May 2024", "ليبيا | تقرير عن السواحل",
    "تابعونا على فيسبوك", "Share this article", "All rights reserved", "انتهى",
    "التاريخ: 02/06/2025", "Views: 12", "خاص",
    "Original title: Le port", "نقلا عن صحيفة “لو بور” الناطقة بالفرنسية", "رياضة",
    "القاهرة – رويترز", "س.م", "#بحر #ميناء",
)  # fmt: skip
CUES = (
    "إقرأ أيضاً:",
    "قد يهمك أيضاً",
    "اقرأ أيضا: العثور على نقوش قديمة",
    "Read also:",
    "RELATED ARTICLES",
    "See also | Rain",
    "***",
    "المزيد",
)

line_texts = st.sampled_from(TITLES + PARAGRAPHS + LABELS + CUES)
article = st.tuples(
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(LABELS), max_size=3),
    st.lists(st.sampled_from(PARAGRAPHS + TITLES), min_size=1, max_size=5),
    st.lists(st.sampled_from(LABELS), max_size=3),
).map(lambda parts: [parts[0], *parts[1], *parts[2], *parts[3]])
assembled = st.lists(st.tuples(article, st.sampled_from(CUES)), min_size=1, max_size=3).map(
    lambda pairs: [text for body, cue in pairs for text in (*body, cue)]
)
documents = st.one_of(assembled, st.lists(line_texts, min_size=1, max_size=14))
marks = st.sampled_from((Mark.NONE, Mark.NONE, Mark.NONE, Mark.START, Mark.BOTH))


def lines_of(texts: list[str], marked: list[Mark]) -> list[Line]:
    """Lines numbered from 1, marked in turn."""
    return [Line.of(text, at + 1, marked[at % len(marked)]) for at, text in enumerate(texts)]


def words_of(texts: list[str]) -> list[str]:
    """All words of some texts, folded, sorted: the text as an account."""
    return sorted(token.text for text in texts for token in tokens(text))


def account_of(found: Dissection) -> list[str]:
    """Every text in which a dissection keeps something."""
    texts = [*found.separators, *found.unclaimed]
    for draft in found.drafts:
        original = draft.original
        texts.extend(block.text for block in draft.blocks)
        texts.extend((*draft.removed, *draft.authors, *draft.keywords, *draft.date_hints))
        fields = (draft.title, draft.kicker, draft.description, draft.date_raw, draft.source, draft.translator)
        texts.extend(text for text in (*fields, draft.dateline, draft.url) if text)
        texts.extend(text for text in (original and original.publisher, original and original.title) if text)
    return texts


@settings(max_examples=ROUNDS, deadline=None)
@given(documents, st.lists(marks, min_size=1, max_size=7))
def test_every_paragraph_is_kept_once(texts: list[str], marked: list[Mark]) -> None:
    """What is no label stands in exactly one place, letter for letter, as often as the document has it."""
    found = dissect(lines_of(texts, marked), READING)
    kept = account_of(found)
    for paragraph in {text for text in texts if text in PARAGRAPHS}:
        assert sum(text == paragraph for text in kept) >= texts.count(paragraph)
        in_bodies = sum(block.text == paragraph for draft in found.drafts for block in draft.blocks)
        assert in_bodies <= texts.count(paragraph)


@settings(max_examples=ROUNDS, deadline=None)
@given(documents, st.lists(marks, min_size=1, max_size=7))
def test_every_word_is_accounted_for(texts: list[str], marked: list[Mark]) -> None:
    """Every word of the document is in a field, a body, `removed` or a separator; only the labels themselves may go."""
    found = dissect(lines_of(texts, marked), READING)
    kept = " ".join(account_of(found))
    kept_words = {token.text for token in tokens(kept)}
    labels = {token.text for text in LABELS for token in tokens(text.replace("|", ":").partition(":")[0])}
    joined = {word.removeprefix("و") for word in kept_words} | kept_words
    for word in words_of(texts):
        stripped = word.removeprefix("و")
        assert word in joined or stripped in joined or word in labels or found_as_date(word, texts)


def found_as_date(word: str, texts: list[str]) -> bool:
    """Whether a word belongs to a date that became a field's value (`updated` is kept as a date, not as text)."""
    return any(word in {t.text for t in tokens(text)} for text in texts if text.startswith(("Published:", "آخر تحديث")))


@settings(max_examples=ROUNDS, deadline=None)
@given(documents, st.lists(marks, min_size=1, max_size=7))
def test_articles_keep_to_their_lines(texts: list[str], marked: list[Mark]) -> None:
    """Bodies are in the order of the document, and each block is the line it names."""
    found = dissect(lines_of(texts, marked), READING)
    for draft in found.drafts:
        numbers = [block.line for block in draft.blocks]
        assert numbers == sorted(set(numbers))
        assert draft.lines[0] <= numbers[0]
        assert numbers[-1] <= draft.lines[1]
        for block in draft.blocks:
            assert texts[block.line - 1] == block.text


@settings(max_examples=ROUNDS, deadline=None)
@given(assembled, st.lists(marks, min_size=1, max_size=7))
def test_a_further_article_inherits_nothing(texts: list[str], marked: list[Mark]) -> None:
    """A later article has a date, source, translator or author only where its own lines name one."""
    found = dissect(lines_of(texts, marked), READING)
    for draft in found.drafts[1:]:
        own = "\n".join(texts[draft.lines[0] - 1 : draft.lines[1]])
        assert draft.date_raw is None or draft.date_raw in own
        assert draft.source is None or draft.source in own
        assert draft.translator is None or draft.translator in own
        assert all(name in own for name in draft.authors)


@settings(max_examples=ROUNDS, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_taken_apart_or_refused(text: str) -> None:
    """No text breaks the dissector; its words are kept."""
    lines = [Line.of(part.strip(), at + 1) for at, part in enumerate(text.split("\n")) if part.strip()]
    found = dissect(lines, READING)
    kept = {token.text for each in account_of(found) for token in tokens(each)}
    lost = {token.text for line in lines for token in tokens(line.text)} - kept
    assert not lost or found.drafts


@settings(max_examples=100, deadline=None)
@given(documents, st.sampled_from(("\n", "\r\n", "\n\n")), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
def test_line_ends_and_encodings_change_nothing(texts: list[str], end: str, encoding: str) -> None:
    """The same text in another encoding, with other line ends, gives the same bodies."""
    plain = read("\n".join(texts).encode())
    other = read(end.join(texts).encode(encoding))
    assert [line.text for line in plain] == [line.text for line in other]


def read(raw: bytes) -> tuple[Line, ...]:
    """The lines of a document with these bytes."""
    from pathlib import Path

    return read_plain_text(SourceDocument.of(Path("a.txt"), raw, "")).lines
