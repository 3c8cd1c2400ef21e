"""Boxes that ask readers to consent or to subscribe, longer than the article itself: never its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnreadableError
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import Record, SourceDocument

TITLE = "Road closed after lorry sheds load of onions"
NEWS = (
    "The A141 is shut both ways near Chatteris after a lorry shed some eight tonnes of onions this morning.",
    "Nobody was hurt. Police say the road should open by noon.",
)
ASKING = (
    "We and our partners store information on a device, such as cookies, and process personal data, such as unique "
    "identifiers, for personalised ads and content, and for audience insights as well as to develop our products.",
    "With your permission we and our partners may use precise geolocation data. You may click to consent to our and "
    "our partners' processing as described above, or change your preferences before consenting.",
    "Please note that some processing of your personal data may not require your consent, but you have a right to "
    "object to such processing. Your preferences will apply to this website only.",
)
OFFER = (
    "<h2>Continue reading with a subscription</h2><p>Unlimited access to our pages, fewer advertisements and a puzzle "
    "every morning.</p><ul><li>Monthly 4.99</li><li>Yearly 39.99</li></ul><p>Already a subscriber? <a>Log in</a></p>"
)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body: str) -> Record:
    source = f'<html lang="en"><head><title>{TITLE} | Fen</title></head><body>{body}</body></html>'
    document = SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    return record


def texts_of(record: Record) -> tuple[str, ...]:
    return tuple(block.text for block in record.blocks)


@pytest.mark.parametrize(
    "box",
    [
        '<div id="qc-cmp2-container"><div>{}</div></div>',
        '<div id="onetrust-banner-sdk">{}</div>',
        '<section class="CookieNotice">{}</section>',
        '<div role="dialog" aria-modal="true">{}</div>',
    ],
)
def test_a_question_about_cookies_longer_than_the_news_is_not_the_news(box: str) -> None:
    asked = box.format(f"<h2>We value your privacy</h2>{paragraphs(ASKING)}")
    assert texts_of(read(f"{asked}<div class='n'><h1>{TITLE}</h1><div>{paragraphs(NEWS)}</div></div>")) == NEWS


def test_a_page_that_only_asks_is_told_to_be_one() -> None:
    with pytest.raises(UnreadableError) as raised:
        read(f'<div id="qc-cmp2-container"><h2>We value your privacy</h2>{paragraphs(ASKING)}</div>')
    assert raised.value.problem.code == "cookie-wall"


def test_an_article_about_cookies_is_read_though_its_classes_name_them() -> None:
    story = (
        "The regulator fined four publishers on Monday for setting cookies before their readers had consented.",
        "It found that refusing took seven clicks and accepting one, and that a fifth of those asked gave up.",
    )
    body = f"<div class='topic-cookies consent-fines'><h1>{TITLE}</h1><div>{paragraphs(story)}</div></div>"
    assert texts_of(read(body)) == story


def test_what_is_told_in_a_box_of_consent_is_kept() -> None:
    told = (*NEWS, "A crane from Ely is lifting the trailer, and the cargo is being shovelled into skips by the verge.")
    assert texts_of(read(f"<h1>{TITLE}</h1><div class='requires-consent'>{paragraphs(told)}</div>")) == told


def test_an_offer_to_subscribe_is_not_the_article_of_which_the_beginning_shows() -> None:
    record = read(
        f"<article><h1>{TITLE}</h1><div class='teaser'>{paragraphs(NEWS)}</div><div class='paywall'>{OFFER}</div>"
        f"</article>"
    )
    assert texts_of(record) == NEWS
    assert [problem.code for problem in record.problems] == ["paywall"]


def test_paragraphs_that_stand_behind_a_wall_and_are_shown_are_kept() -> None:
    behind = "".join(f"<p class='paywall'>{text}</p>" for text in NEWS)
    record = read(f"<article><h1>{TITLE}</h1>{behind}<div class='paywall'><p>Register of offers, monthly.</p></div>")
    assert set(NEWS) <= set(texts_of(record))


def test_a_beginning_in_an_element_of_its_own_is_kept() -> None:
    record = read(
        f"<div class='itemView'><h2 class='itemTitle'>{TITLE}</h2><div class='itemBody'><div class='itemIntroText'>"
        f"<p>{NEWS[0]}</p></div><div class='itemFullText'>{paragraphs((NEWS[1], *ASKING))}</div></div></div>"
    )
    assert texts_of(record)[0] == NEWS[0]


NOT_GRANTED = "<p>Read on for two dollars a month, without advertisements.</p><p>Subscribe now</p>"


@pytest.mark.parametrize(
    "box",
    [
        f"<section subscriptions-section='content-not-granted'><h2>For our readers</h2>{NOT_GRANTED}</section>",
        "<div class='x7f'><h2>This article is for subscribers</h2><p>Subscribe for two dollars a month and read it all."
        "</p><p>Already a subscriber? <a href='/in'>Log in</a></p></div>",
        "<div class='x7f'><h2>هذا المقال للمشتركين</h2><p>اشترك بدولارين في الشهر واقرأها كلها.</p></div>",
    ],
)
def test_a_wall_in_the_midst_of_the_text_is_none_of_it(box: str) -> None:
    record = read(f"<article><h1>{TITLE}</h1>{paragraphs(NEWS)}{box}{paragraphs(LATER)}</article>")
    assert [block.text for block in record.blocks] == [*NEWS, *LATER]


def test_news_about_members_is_text() -> None:
    head, news = "Members only", "The club at the bridge has let in members only since March, when it lost its licence."
    box = f"<div><h2>{head}</h2>{paragraphs((news,))}</div>"
    record = read(f"<article><h1>{TITLE}</h1>{paragraphs(NEWS)}{box}{paragraphs(LATER)}</article>")
    assert [block.text for block in record.blocks] == [*NEWS, head, news, *LATER]


LATER = (
    "The haulier, which is based in Spalding, has sent a second lorry and six people with shovels.",
    "Some of the onions are to be given to a food bank in March if they pass inspection.",
)
