"""Pictures in Markdown of other programs keep their addresses, captions and words for those who do not see them."""

from __future__ import annotations

import pytest

from generator.ingest.readers.text.markdown_body import read_markdown
from generator.text.gfm import read_body

ADDRESS = "https://bay.example/2024/quay.jpg"


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        (f"![قوارب]({ADDRESS})", f"![قوارب]({ADDRESS})"),
        (f'![قوارب]({ADDRESS} "الرصيف الجديد")', f"![قوارب]({ADDRESS})\nالرصيف الجديد"),
        (f"![قوارب]({ADDRESS})\n*الرصيف الجديد*", f"![قوارب]({ADDRESS})\n*الرصيف الجديد*"),
        ("![قوارب][q]\n\n[q]: " + ADDRESS, f"![قوارب]({ADDRESS})"),
        (f"[![قوارب]({ADDRESS})](https://bay.example/)", f"![قوارب]({ADDRESS})"),
        (f'{{{{< figure src="{ADDRESS}" alt="قوارب" caption="الرصيف" >}}}}', f"![قوارب]({ADDRESS})\nالرصيف"),
    ],
    ids=["alone", "title", "line-below", "reference", "linked", "shortcode"],
)
def test_a_picture_of_a_site_keeps_its_address(written: str, markdown: str) -> None:
    body = read_markdown(f"رست السفينة عند الرصيف.\n\n{written}\n\nثم عادت إلى البحر.\n")
    assert [block.markdown for block in body.blocks if block.kind.value == "figure"] == [markdown]
    assert len(body.blocks) == 3


def test_a_picture_of_another_site_is_still_no_picture_on_a_page() -> None:
    assert "<img" not in read_body(f"![قوارب]({ADDRESS})\nالرصيف").html


@pytest.mark.parametrize("mark", ["{#quay}", "{#quay .wide}", "{.wide}", "{: #quay }", "{#رصيف-جديد}"])
def test_names_of_headings_are_no_words_of_theirs(mark: str) -> None:
    body = read_markdown(f"رست السفينة.\n\n## الرصيف الجديد {mark}\n\nثم عادت.\n")
    assert [block.text for block in body.blocks] == ["رست السفينة.", "الرصيف الجديد", "ثم عادت."]
    assert mark in body.removed


@pytest.mark.parametrize("words", ["المجموعة {أ}", "Set {a}", "C# {draft}", "The tag {#}"])
def test_braces_that_name_nothing_are_words_of_a_heading(words: str) -> None:
    body = read_markdown(f"رست السفينة.\n\n## {words}\n\nثم عادت.\n")
    assert body.blocks[1].text == words
