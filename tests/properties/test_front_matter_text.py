"""Articles of other generators: no text is too much for their reader, and none of its letters is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.ingest.readers.text.front_matter_text import is_front_matter_text, read_front_matter_text
from generator.model.source import Record, SourceDocument

PIECES = (
    "---\n", "+++\n", "{", "}", "\n", "\n\n", "title: ", "title = ", ".. title: ", "Title: ", "Date: ", "date: ", "- ",
    "# ", "> ", "`", "```\n", "~~~", "{{< ", " >}}", "{% ", " %}", "{{ ", " }}", "<!--", "-->", "!!! note\n", "    ",
    "\t", "::: x\n", '--8<-- "a"\n', "[^1]", "[^1]: ", "**", "_", "[a](b)", "![c](d)", "<p>", "</div>", "&amp;", "&",
    "| a | b |\n|---|---|\n", "*x", "&y ", "!tag ", '"', "'", ":", "نص", "كلمة", "word", "\u2028", "\x00", "\ud83d",
    "{: .x}", "=====\n", "1. ",
)  # fmt: skip
# Words of Arabic one by one, so that each can be looked for.
marked = st.lists(st.sampled_from([*(p for p in PIECES if "\ud83d" not in p), " كتاب ", " نهر "]), max_size=30)
soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
PATH = Path("content/sources/x/2024-05-03-a.md")
ROUNDS = settings(max_examples=200, deadline=None)


def read(raw: bytes) -> list[Record]:
    try:
        found = list(read_front_matter_text(SourceDocument.of(PATH, raw, "0")))
    except UnreadableError as error:
        assert error.problem.path == PATH  # noqa: PT017
        return []
    return [each for each in found if isinstance(each, Record)]


@ROUNDS
@given(st.one_of(soup.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=200)))
def test_no_document_is_too_much(raw: bytes) -> None:
    is_front_matter_text(PATH, raw)
    for record in read(raw):
        for block in record.blocks:
            block.text.encode()


@ROUNDS
@given(marked)
def test_every_arabic_word_of_a_body_is_somewhere(pieces: list[str]) -> None:
    text = "".join(pieces)
    for record in read(f"---\ntitle: T\n---\nfirst\n\n{text}".encode()):
        parts = [block.text + (block.markdown or "") for block in record.blocks]
        somewhere = " ".join((*parts, *record.removed, *(claim.value for claim in record.claims)))
        for word in ("كتاب", "نهر", "نص", "كلمة"):
            assert (word in text) <= (word in somewhere)
