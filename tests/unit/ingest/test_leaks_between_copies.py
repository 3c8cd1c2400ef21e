"""Facts between two articles, one below the other: none goes to a neighbour, and what may be of either, to none."""

from __future__ import annotations

from tests.unit.ingest.test_glued_text import take_apart, titles

BRIDGE = "إغلاق الجسر القديم أمام الشاحنات الثقيلة"
BRIDGE_TEXT = (
    "أغلقت مديرية الطرق الجسر القديم أمام الشاحنات الثقيلة بعد ظهور شقوق في دعاماته الشرقية.",
    "وقال المهندس المشرف إن أعمال الترميم ستستمر أربعة أشهر، وإن السيارات الصغيرة ستعبر في اتجاه واحد.",
    "ويسلك سائقو الشاحنات منذ أمس طريقا جبليا يطيل الرحلة إلى المرفأ ساعة كاملة.",
)
HONEY = "مهرجان العسل يعود إلى بلدة السفح"
HONEY_TEXT = (
    "يعود مهرجان العسل إلى بلدة السفح في نهاية الأسبوع بعد انقطاع ثلاث سنوات بسبب الجفاف.",
    "ويعرض ستون نحالا منتجات خلاياهم في ساحة البلدة، وتقام للأطفال ورش عن حياة النحل.",
    "وتتوقع البلدية أن يزور المهرجان عشرة آلاف شخص، وأن تمتلئ بيوت الضيافة كلها.",
)
WELL = "Village digs a second well as the first runs dry"
WELL_TEXT = (
    "Villagers in the upper valley started digging a second well on Monday after the first one ran dry.",
    "The water board lent them a drill and said that it would test what they found within a week.",
    "Families have been fetching water from a spring two miles away since the middle of the summer.",
)
CHESS = "Schoolgirl wins the national chess cup"
CHESS_TEXT = (
    "A schoolgirl of twelve won the national chess cup on Saturday against players three times her age.",
    "She drew her last game with the holder of the cup, who had lost only once in the whole tournament.",
    "Her coach said that she had played chess since she was five and practised for two hours every evening.",
)


def test_a_name_between_two_articles_of_which_none_has_another_is_nobodys() -> None:
    found = take_apart(BRIDGE, "3 مايو 2021", *BRIDGE_TEXT, "كريم منصور", HONEY, "8 يونيو 2022", *HONEY_TEXT)
    assert titles(found) == [BRIDGE, HONEY]
    assert [draft.authors for draft in found.drafts] == [(), ()]
    assert "كريم منصور" in found.drafts[0].removed


def test_a_name_above_a_title_is_not_added_to_the_author_of_the_text_above() -> None:
    found = take_apart(
        BRIDGE, "بقلم: سلمى عواد", "3 مايو 2021", *BRIDGE_TEXT, "كريم منصور", HONEY, "8 يونيو 2022", *HONEY_TEXT
    )
    assert [draft.authors for draft in found.drafts] == [("سلمى عواد",), ()]


def test_a_name_below_a_text_stays_its_authors_where_the_next_names_its_own_there_too() -> None:
    found = take_apart(
        BRIDGE, "3 مايو 2021", *BRIDGE_TEXT, "كريم منصور", HONEY, "8 يونيو 2022", *HONEY_TEXT, "سلمى عواد"
    )
    assert [draft.authors for draft in found.drafts] == [("كريم منصور",), ("سلمى عواد",)]


def test_a_day_below_a_text_is_not_that_of_the_next_which_says_its_own() -> None:
    found = take_apart(BRIDGE, "3 مايو 2021", *BRIDGE_TEXT, "2021/05/04 - 14:20", HONEY, "8 يونيو 2022", *HONEY_TEXT)
    assert titles(found) == [BRIDGE, HONEY]
    assert [draft.date and draft.date.iso[:10] for draft in found.drafts] == ["2021-05-03", "2022-06-08"]


def test_a_paper_named_above_a_title_is_no_source_of_the_text_above() -> None:
    found = take_apart(
        BRIDGE, "3 مايو 2021", *BRIDGE_TEXT, "الشرق الأوسط", HONEY, "بقلم: سلمى عواد", "8 يونيو 2022", *HONEY_TEXT
    )
    assert titles(found) == [BRIDGE, HONEY]
    assert [draft.source for draft in found.drafts] == [None, None]


def test_what_stands_below_a_rule_is_not_of_the_text_above_the_rule() -> None:
    found = take_apart(BRIDGE, *BRIDGE_TEXT, "***", "أخبار الريف", "8 يونيو 2022", HONEY, "سلمى عواد", *HONEY_TEXT)
    assert titles(found)[-1] == HONEY
    assert found.drafts[0].date is None


def test_an_article_without_facts_takes_none_of_its_neighbours() -> None:
    signed = (BRIDGE, "بقلم: سلمى عواد", "3 مايو 2021", *BRIDGE_TEXT, "المصدر: صوت الجبل")
    for texts, bare in (((*signed, HONEY, *HONEY_TEXT), 1), ((HONEY, *HONEY_TEXT, *signed), 0)):
        found = take_apart(*texts)
        assert len(found.drafts) == 2
        draft, other = found.drafts[bare], found.drafts[1 - bare]
        assert (draft.date, draft.source, draft.authors) == (None, None, ())
        assert (other.source, other.authors) == ("صوت الجبل", ("سلمى عواد",))


def test_a_labelled_title_with_labels_of_who_and_when_below_it_is_another_articles() -> None:
    card = (f"Title: {CHESS}", "Author: Joan Marsh", "Date: 2020-02-09", "Source: The Valley Post")
    found = take_apart(WELL, "By Peter Lund", "3 May 2021", *WELL_TEXT, *card, *CHESS_TEXT)
    assert titles(found) == [WELL, CHESS]
    assert [draft.authors for draft in found.drafts] == [("Peter Lund",), ("Joan Marsh",)]
    assert [draft.source for draft in found.drafts] == [None, "The Valley Post"]


def test_the_labelled_title_of_a_book_within_a_review_begins_no_article() -> None:
    book = ("Title: The Lamp and the River", "Author: Joan Marsh", "Pages: 212", "Published: 2019")
    found = take_apart(WELL, "By Peter Lund", "3 May 2021", *WELL_TEXT, *book, *CHESS_TEXT)
    assert titles(found) == [WELL]
    assert found.drafts[0].authors == ("Peter Lund",)


def test_a_labelled_title_right_below_an_article_without_facts_or_behind_a_cue_is_another_articles() -> None:
    card = (f"Title: {CHESS}", "Author: Joan Marsh", "Date: 2020-02-09", "Source: The Valley Post")
    for between in ((), ("",), ("Read also:",), ("Read also:", "Rain fills the upper lake at last")):
        found = take_apart(WELL, *WELL_TEXT, *between, *card, *CHESS_TEXT)
        assert titles(found) == [WELL, CHESS]
        assert (found.drafts[0].authors, found.drafts[0].source, found.drafts[0].date) == ((), None, None)
        assert found.drafts[1].authors == ("Joan Marsh",)


def test_an_author_below_a_headline_behind_a_cue_is_not_that_of_the_text_above() -> None:
    found = take_apart(
        BRIDGE,
        "3 مايو 2021",
        *BRIDGE_TEXT,
        "اقرأ أيضاً:",
        HONEY,
        "نشر : 2022-06-08 11:20",
        "نحالون في ساحة البلدة",
        "الكاتب: سلمى عواد",
        *HONEY_TEXT,
    )
    assert found.drafts[0].title == BRIDGE
    assert found.drafts[0].authors == ()
    assert found.drafts[0].date is not None
    assert found.drafts[0].date.iso[:10] == "2021-05-03"
