"""A text that a page holds twice, for telephones and for wide screens, is read once; what repeats itself is kept."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_trimming import TEXT, TITLE, paragraphs, read, texts

MORE = "وتفتح الأبواب كل يوم من الثامنة صباحا حتى السابعة مساء، ما عدا الجمعة، ويبقى الدخول من الباب الشمالي وحده."


def page(first: str, second: str, between: str = "") -> str:
    return f"<main><h1>{TITLE}</h1><div class='m_x1'>{first}</div>{between}<div class='d_x2'>{second}</div></main>"


@pytest.mark.parametrize("between", ["", "<p>إعلان</p>", "<div class='share'><a href='/f'>فيسبوك</a></div>"])
def test_the_second_copy_is_left_out(between: str) -> None:
    record = read(page(paragraphs(), paragraphs(), between))
    assert texts(record) == list(TEXT)


def test_the_copy_that_has_less_is_left_out() -> None:
    whole = paragraphs((*TEXT, MORE))
    assert texts(read(page(paragraphs(TEXT[:2]), whole))) == [*TEXT, MORE]
    assert texts(read(page(whole, paragraphs(TEXT[:2])))) == [*TEXT, MORE]


def test_three_copies_are_one_text() -> None:
    copies = "".join(f"<div class='s_{n}'><div>{paragraphs()}</div></div>" for n in range(3))
    assert texts(read(f"<main><h1>{TITLE}</h1>{copies}</main>")) == list(TEXT)


def test_the_refrain_of_a_song_is_kept_each_time() -> None:
    refrain = (
        "يا طير خذني معك فوق البحر وارمني على رمل الجزيرة التي ولدت فيها أمي",
        "ولا تقل لأحد أين تركتني حتى يعود المركب الأخير من رحلة الصيد الطويلة",
    )
    verses = [
        tuple(f"وهذا هو البيت رقم {number} من المقطع {verse} من الأغنية التي تغنى في آخر الليل" for number in (1, 2))
        for verse in ("الأول", "الثاني", "الثالث")
    ]
    order = [verses[0], refrain, verses[1], refrain, verses[2], refrain]
    record = read(f"<article><h1>{TITLE}</h1>" + "".join(f"<div class='v'>{paragraphs(each)}</div>" for each in order))
    assert texts(record) == [line for stanza in order for line in stanza]
