"""Sentences that a page sets a second time beside its text: left out and told; quotations that stand once stay."""

from __future__ import annotations

from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

SAID = "“We were promised room until the end of the season,” said Anna Berg, who mends nets on the eastern quay."
QUOTE = "We were promised room until the end of the season"


def article(box: str) -> str:
    text = "".join(f"<p>{each}</p>" for each in (*PARAGRAPHS[:3], SAID))
    rest = "".join(f"<p>{each}</p>" for each in PARAGRAPHS[3:])
    return f'<article><h1>{TITLE}</h1><div class="article-body">{text}{box}{rest}</div></article>'


def test_a_sentence_set_again_in_a_box_for_quotations_is_left_out_and_told() -> None:
    for box in (
        f'<div class="content-list pull-quote"><div class="cli-pullquote__text">“{QUOTE}”</div></div>',
        f'<figure><aside class="dcr-pull"><blockquote>{QUOTE}</blockquote><cite>Anna Berg</cite></aside></figure>',
        f'<aside class="pullquote"><p>{QUOTE}</p><span>Anna Berg, net maker</span></aside>',
    ):
        record = read(article(box))
        assert text_of(record).count(QUOTE) == 1, box
        assert QUOTE in " ".join(record.removed)


def test_what_a_box_says_that_the_text_does_not_stays() -> None:
    said = "Nobody has asked the people who mend the nets what they would like to see on the quay."
    assert said in text_of(read(article(f'<div class="pull-quote"><p>{said}</p></div>')))


def test_a_quotation_that_is_marked_up_as_one_stays() -> None:
    record = read(article(f'<figure class="wp-block-pullquote"><blockquote><p>{QUOTE}</p></blockquote></figure>'))
    assert text_of(record).count(QUOTE) == 2
