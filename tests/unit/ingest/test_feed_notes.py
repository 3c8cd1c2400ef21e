"""A text's own title at its end, as a link to itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.feed_notes import without_title_tail
from generator.model.language import Language
from generator.model.source import Block, BlockKind, Draft

TITLE = "البلدية تغلق طريق الميناء"
TEXT = "أغلقت البلدية طريق الميناء أمس، وقالت إن الأعمال تستمر أسبوعا."


def draft(*texts: str, title: str = TITLE) -> Draft:
    """A draft of paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, line) for line, text in enumerate(texts, start=1))
    return Draft(title=title, lang=Language.AR, blocks=blocks, lines=(1, len(texts)))


@pytest.mark.parametrize(
    ("tail", "title"),
    [
        (f"رابط الخبر بصحيفة الميناء: {TITLE}", TITLE),
        (f"ظهرت المقالة {TITLE} أولاً على صحيفة الميناء.", TITLE),
        ("The post Port road closed appeared first on The Bay Courier.", "Port road closed"),
        ("رابط المقال: [خاص] الطريق", "[خاص] الطريق"),
    ],
)
@pytest.mark.parametrize("own_line", [False, True])
def test_the_title_again_is_no_text(tail: str, title: str, *, own_line: bool) -> None:
    given = draft(TEXT, tail, title=title) if own_line else draft(f"{TEXT} {tail}", title=title)
    found = without_title_tail(given)
    assert [block.text for block in found.blocks] == [TEXT]
    assert found.removed == (tail,)


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} ونشرت رابط الخبر على صفحتها.",
        f"{TEXT} The post office stays open.",
        f"ظهر الخبر: {TITLE}، ثم روت الصحيفة ما جرى بعد ذلك في الحي كله وكيف سار الناس إلى أعمالهم في اليوم التالي.",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert without_title_tail(draft(text)) == draft(text)


def test_markdown_loses_it_too() -> None:
    tail = f"رابط الخبر: {TITLE}"
    block = Block(BlockKind.PARAGRAPH, f"{TEXT} {tail}", 1, f"**{TEXT}** [{tail}](https://example.org/1)")
    found = without_title_tail(replace(draft(TEXT), blocks=(block,)))
    assert found.blocks[0].markdown == f"**{TEXT}**"
