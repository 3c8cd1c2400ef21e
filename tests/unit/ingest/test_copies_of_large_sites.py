"""Articles as a reader copies them from the pages of large agencies and papers, with all that stands around them there.

The articles are invented; the order of lines, and the words that are the sites' own, are not.
"""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "مخازن الجنوب تستقبل أول شحنة من البذور"
PROSE = (
    "استقبلت مخازن الجنوب، الثلاثاء، أول شحنة من البذور المحسنة بعد توقف دام ستة أعوام، وفق ما أعلنته وزارة الزراعة.",
    "وقالت الوزارة إن الشحنة تكفي لزراعة أربعين ألف هكتار، وإن شحنتين أخريين تصلان قبل نهاية الموسم.",
)
TITLE_EN = "Southern stores to double seed stocks by autumn"
PROSE_EN = (
    "TUNIS, March 12 (Reuters) - Southern Stores plans to double its stocks of seed by autumn, its manager said.",
    "The company will spend nine million dinars on two new halls, she said.",
)


@pytest.fixture
def paper(press: Any, repository: Any) -> Any:
    """An archive that knows places."""
    places = (repository / "content/vocabulary/places.yml").read_text(encoding="utf-8")
    (press.root / "content/vocabulary/places.yml").write_text(places, encoding="utf-8")
    return press


def take(paper: Any, *lines: str, gap: str = "\n\n") -> Any:
    paper.put("a.txt", gap.join(lines) + "\n")
    return paper.one()


def body(article: Any) -> list[str]:
    return [part.replace("&#45;", "-") for part in article.body.strip().split("\n\n")]


def test_a_standfirst_above_a_caption_and_the_place_with_its_outlet(paper: Any) -> None:
    head = ("شحنتان أخريان قبل نهاية الموسم الحالي", "عمال في مخزن للبذور بالجنوب (رويترز)", "بغداد: «الشرق الأوسط»")
    article = take(paper, TITLE, *head, "نُشر: 14:20-12 مارس 2024 م ـ 02 رَمضان 1445 هـ", "TT", *PROSE)
    assert (article.description, article.dateline, article.source) == (head[0], "بغداد", "الشرق الأوسط")
    assert article.date is not None
    assert article.date.iso == "2024-03-12T14:20:00"
    assert body(article) == list(PROSE)
    assert head[1] in article.provenance.removed


@pytest.mark.parametrize("behind", ["", "/File Photo", "/File Photo Purchase Licensing Rights, opens new tab"])
def test_the_last_change_glued_to_the_day_and_what_an_agency_sets_around_its_text(paper: Any, behind: str) -> None:
    caption = f"A worker walks past a hall for seed near Sfax, Tunisia, May 4, 2022. REUTERS/Adel Fathi{behind}"
    letter = "Make sense of the harvest and of what it costs with the Reuters Field Notes newsletter. Sign up here."
    standards = "Our Standards: The Thomson Reuters Trust Principles., opens new tab"
    article = take(
        paper,
        TITLE_EN,
        "By Salma Hegazy",
        "March 12, 20243:45 PM GMT+2Updated 2 hours ago",
        caption,
        *PROSE_EN,
        letter,
        "Reporting by Salma Hegazy; Editing by Tom Ashby",
        standards,
    )
    assert article.date is not None
    assert article.date.iso == "2024-03-12T15:45:00+02:00"
    assert (article.source, article.authors, article.description) == ("Reuters", ("Salma Hegazy",), None)
    assert body(article) == list(PROSE_EN)
    assert {caption, letter, standards} <= set(article.provenance.removed)


def test_what_an_article_says_of_a_newsletter_stays(paper: Any) -> None:
    said = "She told readers of the newsletter how to store seed, and that those who wish to may sign up at the hall."
    assert body(take(paper, TITLE_EN, *PROSE_EN, said, PROSE_EN[1].replace("nine", "ten")))[2] == said


def test_author_and_role_as_a_page_tells_them_to_those_who_listen(paper: Any) -> None:
    head = ("Article information", "Author, نهى البرعي", "Role, خدمة النيل - الخرطوم", "12 مارس/ آذار 2024")
    article = take(paper, TITLE, "\n".join((*head, PROSE[0])), "قصص مقترحة نهاية", PROSE[1])
    assert (article.authors, article.kicker, article.description) == (("نهى البرعي",), None, None)
    assert body(article) == list(PROSE)


@pytest.mark.parametrize("rubric", ["تربية وثقافة", "اقتصاد", "أمن وقضاء"])
def test_the_section_behind_the_day_and_an_agency_before_the_text(paper: Any, rubric: str) -> None:
    article = take(
        paper, TITLE, f"الثلاثاء 12 آذار 2024 الساعة 11:08 {rubric}", f"وطنية - {PROSE[0]}", PROSE[1], gap="\n"
    )
    assert article.date is not None
    assert (article.date.iso, article.kicker, article.description) == ("2024-03-12T11:08:00", rubric, None)
    assert (article.source, article.dateline) == ("وطنية", None)


def test_an_event_behind_a_time_is_no_section(paper: Any) -> None:
    article = take(paper, TITLE, "الثلاثاء 12 آذار 2024 الساعة 11:08 لقاء تشاوري", *PROSE, gap="\n")
    assert article.date is None


def test_an_agency_before_the_names_of_its_desk(paper: Any) -> None:
    article = take(paper, TITLE, f"عجمان في 12 مارس / وام / {PROSE[0]}", PROSE[1], "وام/سلمى إدريس/أحمد سالم")
    assert (article.source, article.authors) == ("وام", ())


@pytest.mark.parametrize("desk", ["هيئة التحرير", "أسرة تحرير الموقع"])
def test_the_editors_of_a_site_are_neither_author_nor_source(paper: Any, desk: str) -> None:
    article = take(paper, TITLE, f"بقلم : {desk}", *PROSE)
    assert (article.source, article.authors) == (None, ())


def test_a_page_number_above_a_headline_is_no_title(paper: Any) -> None:
    article = take(paper, "صحيفة الضفاف\nالعدد 812 - السبت 4 فبراير 2012\n3", TITLE, *PROSE)
    assert article.title == TITLE
    assert "3" in article.provenance.removed


def test_a_standfirst_with_a_stop_above_the_head_of_a_local_site(paper: Any) -> None:
    head = ("Leila Mansour's profile picture", "Leila Mansour, Patch Staff", "Verified Patch Staff Badge")
    day = "Posted Tue, Mar 12, 2024 at 9:15 am CT"
    article = take(paper, "\n".join((TITLE_EN, "The halls open in June, officials said.", *head, day)), *PROSE_EN)
    assert (article.description, article.authors) == ("The halls open in June, officials said.", ("Leila Mansour",))
    assert article.date is not None
    assert article.date.iso == "2024-03-12T09:15:00"
    assert body(article) == list(PROSE_EN)


def test_a_few_words_above_the_facts_of_a_head_are_not_lost(paper: Any) -> None:
    head = ("Two new halls to open before the autumn", "Last updated:", "March 12, 2024 | 14:20")
    foot = ("Leila Mansour, Senior Reporter", "2 MIN READ")
    article = take(paper, "\n".join((TITLE_EN, *head, *foot, f"Dubai: {PROSE_EN[1]}")), *PROSE_EN)
    assert (article.description, article.authors) == (head[0], ("Leila Mansour",))


def test_a_caption_with_its_stop_and_agency_above_the_page_s_own_line(paper: Any) -> None:
    head = ("Ships wait for the tide off the eastern channel. (AFP)", "Short Url", "https://arab.example/nabcd")
    facts = ("Updated 12 March 2024", "LEILA MANSOUR", "March 12, 2024 14:20")
    article = take(paper, "\n".join((TITLE_EN, *head, *facts, f"JEDDAH: {PROSE_EN[1]}", PROSE_EN[0])))
    assert article.date is not None
    assert (article.date.iso, article.url) == ("2024-03-12T14:20:00", head[2])
    assert head[0] in article.provenance.removed
    assert body(article)[0] in (f"JEDDAH: {PROSE_EN[1]}", f"JEDDAH&#58; {PROSE_EN[1]}")


@pytest.mark.parametrize("credit", ["Adel Fathi/Getty Images", "Adel Fathi/AFP"])
def test_a_caption_with_a_photographer_and_agency_behind_it_is_no_standfirst(paper: Any, credit: str) -> None:
    caption = f"Lorries wait at the gate on March 3, 2024. {credit}"
    article = take(paper, TITLE_EN, "By Leila Mansour\nMarch 12, 2024 at 6:00 a.m. EDT", caption, *PROSE_EN)
    assert article.description is None
    assert caption in article.provenance.removed


def test_agencies_beside_a_paper_in_a_byline(paper: Any) -> None:
    article = take(paper, TITLE_EN, "BY DAILY BOSPHORUS WITH AGENCIES", "MAR 12, 2024 - 2:20 PM GMT+3", *PROSE_EN)
    assert (article.source, article.authors) == ("DAILY BOSPHORUS", ())


@pytest.mark.parametrize(
    ("lines", "source", "dateline"),
    [
        (("«عكاظ» (جدة)",), "عكاظ", "جدة"),
        (("المصدر:", "دبي - البيان", "ت + ت - الحجم الطبيعي"), "البيان", "دبي"),
    ],
)
def test_a_known_paper_with_its_place(paper: Any, lines: tuple[str, ...], source: str, dateline: str) -> None:
    article = take(paper, TITLE, *lines, *PROSE, gap="\n")
    assert (article.source, article.dateline, article.description) == (source, dateline, None)
    assert body(article) == list(PROSE)


def test_a_standfirst_above_an_abbreviated_name(paper: Any) -> None:
    standfirst = "الشحنة تكفي أربعين ألف هكتار في الجنوب"
    article = take(paper, TITLE, standfirst, "ب. يعقوب", "2024/03/12", "0", "0", *PROSE, gap="\n")
    assert (article.description, article.authors) == (standfirst, ("ب. يعقوب",))
