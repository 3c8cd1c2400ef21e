"""Lists of links in a text: those that a sentence introduces are the article's, those that offer other articles not."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

LINKS = ("Letter to the harbour authority, 21 June", "Transcript of oral evidence, 16 May", "The plan of the pier")
LIST = "".join(f'<li><a href="https://baycourier.example/{at}">{each}</a></li>' for at, each in enumerate(LINKS))


def article(introduction: str) -> str:
    above, below = ("".join(f"<p>{each}</p>" for each in some) for some in (PARAGRAPHS[:3], PARAGRAPHS[3:]))
    body = f"{above}{introduction}<ul>{LIST}</ul>{below}"
    return text_of(read(f'<article><h1>{TITLE}</h1><div class="article-body">{body}</div></article>'))


@pytest.mark.parametrize(
    "introduction",
    ["<p>The committee has published three documents:</p>", "<p>What the engineers were given in May:</p>"],
)
def test_links_that_a_sentence_introduces_are_kept(introduction: str) -> None:
    assert all(each in article(introduction) for each in LINKS)


@pytest.mark.parametrize(
    "introduction",
    [
        "",
        "<p>Read more:</p>",
        "<p><strong>More on the ferry:</strong></p>",
        "<p>Here are some of our other stories about the coast:</p>",
        "<p>If you liked this you may like these as well:</p>",
    ],
)
def test_links_to_other_articles_are_not(introduction: str) -> None:
    assert not any(each in article(introduction) for each in LINKS)
