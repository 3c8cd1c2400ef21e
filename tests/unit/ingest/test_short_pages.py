"""Short articles whose pages hold more text in teasers than in the article."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.saved.choice import choose_again
from generator.ingest.saved.kinds import find_kind
from generator.ingest.saved.segments import key_of, read_segments

TITLE = "إعادة ضخ المياه في حي السلام"
TEXT = (
    "أعلنت مؤسسة المياه إعادة الضخ إلى حي السلام مساء اليوم بعد إصلاح عطل في الخط الرئيسي استمر يومين.",
    "وطلبت من السكان ترك المياه تجري خمس دقائق قبل استعمالها في البيوت والمحال.",
)
TEASERS = (
    "سجلت المؤشرات الرئيسية تراجعا محدودا في ختام الأسبوع مع اتجاه المستثمرين إلى جني الأرباح في السوق",
    "شيع المئات جثمان الفنان الراحل من المسجد الكبير وسط حضور عدد من زملائه ومحبيه من مدن عدة",
    "قالت الوزارة إن التسجيل يتم عبر البوابة الموحدة وإن آخر موعد لتقديم الطلبات نهاية الأسبوع المقبل",
)


def chosen_again(*kept: str, text: tuple[str, ...] = TEXT, title: str = TITLE) -> str:
    """What is chosen of a page besides what is kept."""
    body, teasers = ("".join(f"<p>{each}</p>" for each in lines) for lines in (text, TEASERS))
    page = html.fromstring(f"<body><h1>{TITLE}</h1><div class='x1'>{body}</div><div class='x2'>{teasers}</div></body>")
    segments = read_segments(page)
    for segment in segments:
        segment.kept = segment.text in kept
    return choose_again(segments, key_of(title))


def test_teasers_below_a_short_text_are_none_of_it() -> None:
    assert chosen_again(*TEXT) == ""


@pytest.mark.parametrize("kept", [TEXT[:1], (), (TEXT[0], TEASERS[0])])
def test_of_a_page_of_which_next_to_nothing_is_kept_more_is_chosen(kept: tuple[str, ...]) -> None:
    assert chosen_again(*kept) != ""


def test_one_sentence_below_the_headline_may_be_the_standfirst() -> None:
    assert chosen_again(TEXT[0], text=TEXT[:1]) != ""


def test_without_a_headline_nothing_tells_whose_text_it_is() -> None:
    assert chosen_again(*TEXT, title="عنوان لا يظهر في الصفحة") != ""


COLUMN = "".join(
    f"<tr><td>· <a href='/{at}'>خبر آخر عن المدينة وأهلها رقم {at} هذا اليوم</a></td></tr>" for at in range(14)
)


def kind_of(body: str) -> str | None:
    """What a page is found to be, all of which was chosen."""
    page = html.fromstring(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    segments = read_segments(page.find("body"))
    for segment in segments:
        segment.kept = True
    kind = find_kind(page, segments, body, key_of(TITLE), dated=True)
    return kind.code if kind is not None and kind.refuses else None


def test_a_short_text_beside_a_long_column_of_links_is_an_article() -> None:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    cells = f"<td><h1>{TITLE}</h1>{text}</td><td><table>{COLUMN}</table></td>"
    assert kind_of(f"<table><tr>{cells}</tr></table>") is None


def test_summaries_below_the_headlines_of_a_section_are_no_article() -> None:
    cards = "".join(
        f"<h3><a href='/{at}'>عنوان خبر من أخبار المدينة {at}</a></h3><p>{TEXT[at % 2]}</p>" for at in range(3)
    )
    assert kind_of(f"<h1>{TITLE}</h1><div>{cards}</div><table>{COLUMN}</table>") == "listing-page"
