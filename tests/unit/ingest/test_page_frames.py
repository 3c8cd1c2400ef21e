"""Pages copied as a whole, with their menus, lists, comments and foot: one article, and the rest kept apart."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

MENU = ("Home", "News", "World", "Politics", "Business", "Sport", "Health", "Travel", "Video", "Search", "Log in",
        "More", "Valley", "Hills", "Harbour", "Markets")  # fmt: skip
TITLE = "Harbour town gets its first electric ferry"
HEAD = (TITLE, "By Lina Karam March 18, 2024 7:05 PM", "Print", "Email", "Share", "Tweet", "")
TEXT = (
    "The first electric ferry of the harbour town crossed the bay on Monday with eighty people and the mayor on it.",
    "The ferry crosses in six minutes, half of what the old one needs, and is charged while people get off.",
    "The office wants to buy two more of them within a year, if the town council agrees to pay for half of the price.",
)
BELOW = ("Print", "Email", "Comments", "Most read", "Orchards bloom two weeks early", "Rail ticket agreed",
         "Night trains come back to the hills", "Market hall opens again in May", "Weather", "About us", "Contact us",
         "Privacy policy", "Terms of use", "© 2024 Valley Times. All rights reserved.")  # fmt: skip
COMMENTS = (
    "3 Comments",
    "gardener12 on Mar 18, 8:15 PM said:",
    "We have waited eleven years for this ferry, and I am glad that it has come before the old one sinks with us.",
    "Reply",
    "hillwalker on Mar 18, 8:29 PM said:",
    "And who pays for the quay? Nobody asked us in the hills, who never take a ferry and pay for all of them.",
    "Reply",
)


@pytest.mark.parametrize("below", [BELOW, (*BELOW[:3], *COMMENTS, *BELOW[3:])], ids=["lists", "comments"])
def test_a_whole_page_holds_one_article(below: tuple[str, ...]) -> None:
    found = take_apart(*MENU, "", *HEAD, *TEXT, "", *below)
    assert titles(found) == [TITLE]
    assert found.drafts[0].authors == ("Lina Karam",)
    assert found.drafts[0].date is not None
    assert bodies(found)[0][:3] == list(TEXT)
    if below is BELOW:
        assert bodies(found) == [list(TEXT)]


def test_every_line_of_a_page_is_kept() -> None:
    (draft,) = take_apart(*MENU, "", *HEAD, *TEXT, "", *BELOW).drafts
    assert set(MENU) <= set(draft.removed)
    assert set(BELOW) <= set(draft.removed)


def test_a_second_page_below_is_no_foot_of_the_first() -> None:
    other = ("Orchards bloom two weeks early in the hills", "By Nour Haddad March 19, 2024 8:10 AM")
    text = (
        "Almond and apricot orchards in the hills bloom two weeks early this year, after the mildest winter in years.",
        "Growers fear that a late frost in April will cost them half of the harvest, as it did nine years ago.",
        "The office for farming says that it has money for those who lose their fruit, but not for all who may ask.",
    )
    found = take_apart(*MENU, "", *HEAD, *TEXT, "", *BELOW, *MENU, "", *other, "", *text, "", *BELOW)
    assert {TITLE, other[0]} <= set(titles(found))
    assert all(any(each in body for body in bodies(found)) for each in (*TEXT, *text))


ARABIC_MENU = ("الرئيسية", "أخبار", "محليات", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات", "فيديو", "صور", "مقالات",
               "بحث", "اتصل بنا", "تسجيل الدخول")  # fmt: skip
ARABIC_TITLE = "أول عبّارة كهربائية تعبر خليج المدينة"
ARABIC_TEXT = (
    "عبرت أول عبّارة كهربائية خليج المدينة صباح الاثنين وعلى متنها ثمانون راكبًا ورئيس البلدية، في رحلة من ست دقائق.",
    "وتقطع العبّارة الجديدة المسافة في نصف الوقت الذي كانت تحتاج إليه القديمة، وتُشحن على الرصيف ريثما ينزل الركاب.",
    "وتعتزم هيئة الميناء شراء عبّارتين أخريين خلال عام، إذا وافق مجلس المدينة على تحمل نصف الثمن كما وعد.",
)
ARABIC_BELOW = ("طباعة", "مشاركة", "الأكثر قراءة", "بساتين اللوز تزهر قبل موعدها", "تذكرة موحدة للقطارات",
                "عودة قطار الليل",                "سوق المدينة يفتح أبوابه في أيار", "الطقس", "من نحن", "اتصل بنا",
                "سياسة الخصوصية", "جميع الحقوق محفوظة 2024")  # fmt: skip


def test_a_whole_arabic_page_holds_one_article() -> None:
    head = (ARABIC_TITLE, "كتبت: سلمى إدريس", "18 مارس 2024 10:15", "شارك", "طباعة", "")
    found = take_apart(*ARABIC_MENU, "", *head, *ARABIC_TEXT, "", *ARABIC_BELOW)
    assert titles(found) == [ARABIC_TITLE]
    assert bodies(found) == [list(ARABIC_TEXT)]
    assert found.drafts[0].authors == ("سلمى إدريس",)
    assert set(ARABIC_MENU) <= set(found.drafts[0].removed)


def test_a_poem_above_a_text_is_no_menu() -> None:
    poem = ("The bay lies still tonight.", "Nobody", "crosses it", "but I,", "and my oars", "are old.")
    found = take_apart("Songs of the old ferrymen", "By Lina Karam March 18, 2024 7:05 PM", "", *poem, "", *TEXT)
    assert titles(found) == ["Songs of the old ferrymen"]
    assert all(line in bodies(found)[0] for line in poem)


def test_a_long_box_within_the_text_does_not_end_it() -> None:
    box = ("Related Articles", "Orchards in bloom", "05 Oct 2021", "Ticket agreed", "25 Sep 2021", "Night trains",
           "21 Sep 2021", "Market hall opens", "21 Sep 2021")  # fmt: skip
    more = (
        "The old ferry, which has sailed for fifty years, will carry cars only, and none at all in the winter months.",
        "Its captain, who is sixty-one, said that he would rather stay with it than learn to sail without a noise.",
        "Fishermen had asked for a slower ferry, for the waves of a fast one break the nets that hang at the quay.",
        "It sails on Friday.",
    )
    found = take_apart(*MENU, "", *HEAD, *TEXT, "", *box, "", *more, "", *BELOW)
    assert titles(found) == [TITLE]
    assert bodies(found) == [[*TEXT, *more]]
