"""Old pages that a table lays out: the article's cell, what stands beside and below it, and its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

TITLE = "ملتقى النخيل والتمور ينطلق اليوم"
TEXT = (
    "تنطلق مساء اليوم في قاعة الغرفة التجارية فعاليات ملتقى النخيل بمشاركة ثلاثة وثمانين باحثا ومزارعا من داخل البلاد.",
    "وأوضح الأمين العام للغرفة أن الملتقى يناقش ست عشرة ورقة عمل تتناول مكافحة سوسة النخيل الحمراء والتعبئة والتسويق.",
    "وأضاف أن عدد النخيل في المنطقة يتجاوز مليوني نخلة، إلا أن ما يصنع من تمورها لا يتعدى عشرها في أحسن السنوات.",
)
HEADLINES = (
    "كيف تختار حاسوبا مناسبا للدراسة في الجامعة",
    "هاتف قابل للطي بسعر أقل من كل التوقعات",
    "نقوش قديمة قرب الوادي الكبير",
)
REACHED = "توجه جميع المراسلات التحريرية والصحفية الى chief@paper.example عناية رئيس التحرير"


def read(beside: str, below: str = "", name: str = "Al-Wahah") -> Record:
    text = f"<center><font size=6><b>{TITLE}</b></font></center><p><font size=4>{'<br>'.join(TEXT)}</font></p>"
    rows = f"<tr><td width=500>{text}</td><td width=140>{beside}</td></tr><tr><td colspan=2>{below}</td></tr>"
    page = f"<html dir=rtl><head><title>{name}</title></head><body><table>{rows}</table></body></html>"
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/t.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def body(record: Record) -> str:
    return "\n".join(block.text for block in record.blocks)


def test_headlines_beside_the_text_and_the_papers_address_below_it_are_left_out() -> None:
    record = read(f"<font size=2>{'<br>'.join(HEADLINES)}</font>", f"<font size=1>{REACHED}</font>")
    assert body(record).split("\n") == list(TEXT)
    assert [claim.value for claim in record.claims if claim.name is FieldName.TITLE] == [TITLE]


@pytest.mark.parametrize(
    ("beside", "below", "kept"),
    [
        (
            "<font size=4>وسيخرج الملتقى بتوصيات ترفع إلى الجهات المختصة بشأن إنشاء مركز لأبحاث النخلة.</font>",
            "",
            "بتوصيات",
        ),
        ("", "<font size=4>وسيخرج الملتقى بتوصيات ترفع إلى chief@paper.example وإلى الجهات المختصة.</font>", "بتوصيات"),
    ],
    ids=["beside", "below"],
)
def test_what_goes_on_in_another_cell_is_kept(beside: str, below: str, kept: str) -> None:
    assert kept in body(read(beside, below))


def test_a_title_in_latin_letters_is_the_papers_only_where_the_page_shows_another() -> None:
    record = read("", name="Dates and palms")
    assert [claim.value for claim in record.claims if claim.name is FieldName.TITLE] == [TITLE]


def test_an_agencys_name_behind_its_short_one_is_no_title_where_a_line_calls_itself_a_headline() -> None:
    text = "<br>".join(TEXT)
    page = (
        f"<html dir=rtl><head><title>نينا | وكالة الأنباء الوطنية</title></head><body><div class='hl'>{TITLE}</div>"
        f"<div class='info'>الإثنين 16 تشرين الأول 2017</div><div class='bd'>{text}</div></body></html>"
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/t.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    assert [claim.value for claim in record.claims if claim.name is FieldName.TITLE] == [TITLE]
    assert [claim.value for claim in record.claims if claim.name is FieldName.PUBLISHED] == [
        "الإثنين 16 تشرين الأول 2017"
    ]
