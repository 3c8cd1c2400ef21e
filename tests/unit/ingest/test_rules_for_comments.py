"""Rules for readers' comments below an article, with no word of it in the markup; and articles about such rules."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
RULES = (
    "We reserve the right to remove any content at any time from this community, such as whatever breaks community "
    "standards. Please flag comments that you believe do so. New comments are accepted for three days.",
    "Comments are moderated and may not appear at once. Be respectful, stay on topic and avoid personal attacks.",
    "To join the conversation you must be signed in. By posting you agree to our terms of use and privacy policy.",
)


@pytest.mark.parametrize("rules", RULES)
def test_rules_below_the_text_are_left_out_and_told(rules: str) -> None:
    record = read(f"<div><h1>{TITLE}</h1>{TEXT}<h4>Join the discussion</h4><p>{rules}</p></div>")
    assert text_of(record) == "\n".join(PARAGRAPHS)
    assert rules in record.removed


def test_an_article_about_rules_keeps_what_it_says() -> None:
    told = (
        "The site's owner said that comments are no longer moderated by its own staff, and that it reserves the right "
        "to close the community."
    )
    body = f"<div><h1>{TITLE}</h1>{TEXT}<p>{told}</p><p>{PARAGRAPHS[0].replace('voted', 'had voted')}</p></div>"
    assert told in text_of(read(body))


def test_a_last_paragraph_that_mentions_comments_stays() -> None:
    last = "In the discussion that followed one reader wrote in a comment that the ferry had never been on time at all."
    assert last in text_of(read(f"<div><h1>{TITLE}</h1>{TEXT}<p>{last}</p></div>"))
