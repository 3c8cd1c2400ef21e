"""Documents copied page by page: what stands on each page beside its number, menus of sites, names of forum writers."""

from __future__ import annotations

from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.ingest.readers.text.wrapping import join_wrapped
from tests.unit.ingest.conftest import Press
from tests.unit.ingest.test_glued_text import COPPER, FERRY, KNOWN, LIBRARY, bodies, take_apart, titles

HEAD = ("رصد اليوم - دائرة الإعلام", "العدد 12 - الأحد 9 أيار 2021")
WHEAT = "أمطار الربيع تنعش حقول القمح في الجزيرة"
LOCUSTS = "حملة لمكافحة الجراد الصحراوي في البادية"
SHEEP = "المربون يبيعون الأغنام قبل حلول الصيف بسبب العلف"
REVIEW = f"""{HEAD[0]}
{HEAD[1]}
1

{WHEAT}
الفرات - 9 أيار 2021
توقع مدير الزراعة في الجزيرة أن يبلغ محصول القمح هذا الموسم ضعف ما كان
عليه في العام الماضي، وذلك بعد أمطار غزيرة هطلت في الشهر الأخير من فصل
الربيع، مشيراً إلى أن مراكز الاستلام جاهزة وأن أثمان القمح ستصرف للفلاحين
خلال ثلاثة أيام من التسليم.

{LOCUSTS}
الجزيرة - 9 أيار 2021
ليلى حدّاد
بدأت مديرية الزراعة حملة واسعة لمكافحة الجراد في البادية الشرقية بعد أن
شوهدت أسراب قادمة من الجنوب، وتشمل الحملة رش مساحات كبيرة من المراعي التي
{HEAD[0]}
{HEAD[1]}
2
يقصدها الرعاة في هذا الوقت من السنة، وستستمر الحملة أسبوعين إذا لم تتغير
الرياح كما يقول المهندس المشرف عليها.

{SHEEP}
العاصي - 8 أيار 2021
اشتكى مربو الأغنام في ريف المدينة من ارتفاع أسعار العلف التي بلغت ثلاثة
أضعاف ما كانت عليه العام الماضي، فباع كثير منهم جزءاً من القطيع لإطعام
البقية، ويطالبون بدورة علفية ثانية قبل حلول الصيف.
{HEAD[0]}
{HEAD[1]}
3
"""


def test_heads_of_counted_pages_are_taken_out_of_the_texts_they_stand_in(press: Press) -> None:
    press.put("paper/review.txt", REVIEW)
    found = {article.title: article for article in press.take_in()}
    assert set(found) == {WHEAT, LOCUSTS, SHEEP}
    locusts = found[LOCUSTS]
    assert "المراعي التي يقصدها الرعاة" in locusts.body  # one paragraph, over the page
    assert all(head not in article.body for article in found.values() for head in HEAD)
    assert found[SHEEP].authors == ()


def test_numbers_that_count_the_parts_of_a_text_stay() -> None:
    found = take_apart(FERRY[0], "1", FERRY[1], "2", FERRY[2], "3", FERRY[3])
    assert bodies(found) == [["1", FERRY[1], "2", FERRY[2], "3", FERRY[3]]]


def test_the_source_below_each_number_of_a_digest_is_no_head_of_a_page() -> None:
    lines = [
        x for at, (title, *text) in enumerate((FERRY, COPPER, LIBRARY), 1) for x in ("", str(at), "عكاظ", title, *text)
    ]
    found = take_apart(*lines[1:], known=KNOWN)
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]
    assert [draft.source for draft in found.drafts] == ["عكاظ"] * 3
    assert "عكاظ" in OUTLETS


def test_a_menu_is_no_title() -> None:
    menu = ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "من نحن", "اتصل بنا")
    found = take_apart(*menu, "", FERRY[0], "الإثنين 3 شباط 2020 - 18:12", *FERRY[1:])
    assert titles(found) == [FERRY[0]]
    assert set(menu) <= set(found.drafts[0].removed)


def test_short_lines_among_which_is_one_room_of_a_site_are_a_text() -> None:
    found = take_apart(FERRY[0], "فيديو", "صور", "صوت", "خرائط", *FERRY[1:])
    assert not {"صور", "خرائط"} & set(found.drafts[0].removed)


def test_the_writers_of_a_forum_are_not_in_the_texts_they_bring() -> None:
    posts = [
        line
        for at, (title, *text) in enumerate((FERRY, COPPER), 1)
        for line in ("", f"رقم المشاركة : {at}", "بنت الوادي", "عضو ذهبي", f"0{at}-03-2010 , 08:14 AM", title, *text)
    ]
    found = take_apart(*posts[1:])
    assert titles(found) == [FERRY[0], COPPER[0]]
    assert bodies(found) == [list(FERRY[1:]), list(COPPER[1:])]


def test_lines_of_telegram_items_of_any_length_are_not_joined() -> None:
    texts = (
        "أعلنت البلدية فتح الجسر أمام السيارات صباح الغد بعد صيانة دامت شهراً كاملاً",
        "وزعت الجمعية سلالاً غذائية على أهالي الحي",
    )
    lines = [Line.of(text, number) for number, text in enumerate(texts * 4, 1)]
    assert join_wrapped(lines) == tuple(lines)
