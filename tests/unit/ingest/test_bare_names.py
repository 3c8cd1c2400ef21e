"""Who wrote a text where no label says so: names below the title, with a place, an office, an outlet beside them."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "افتتاح محمية للطيور في شمال البلاد"
PROSE = (
    "افتتحت الهيئة العامة للبيئة أمس محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
    "وقالت مديرة المحمية إن أكثر من مئتي نوع من الطيور المهاجرة تتوقف فيها كل عام في طريقها إلى الجنوب.",
)
TITLE_EN = "Bird reserve opens north of the city"
PROSE_EN = (
    "The council opened the bird reserve north of the city on Monday, after three years of work on its ponds.",
    "The reserve has four towers and a visitors' centre, and receives its guests from October to March by booking.",
    "More than two hundred kinds of birds rest there every year on their way to the south, its director said.",
)


@pytest.fixture
def paper(press: Any, repository: Any) -> Any:
    """An archive that knows places."""
    places = (repository / "content/vocabulary/places.yml").read_text(encoding="utf-8")
    (press.root / "content/vocabulary/places.yml").write_text(places, encoding="utf-8")
    return press


def authors_of(paper: Any, line: str, *, title: str = TITLE, prose: tuple[str, ...] = PROSE) -> tuple[Any, str]:
    """The article of a text with a line below its title, and how sure its authors are."""
    paper.put("a.txt", "\n".join((title, line, *prose)) + "\n")
    article = paper.one()
    rules = [rule.split(" | ") for rule in article.provenance.rules if rule.startswith("authors")]
    return article, " ".join(rules[0][1:3]) if rules else ""


LIKELY, DOUBTFUL, SURE = "likely bare-name", "doubtful bare-name-by-form", "sure byline"
NAMED = [
    ("بيروت - ليلى حدّاد", ("ليلى حدّاد",), "بيروت", LIKELY),
    ("ليلى حدّاد - بيروت", ("ليلى حدّاد",), "بيروت", LIKELY),
    ("أحمد سالم – القاهرة", ("أحمد سالم",), "القاهرة", LIKELY),
    ("القاهرة ـ أحمد سالم", ("أحمد سالم",), "القاهرة", LIKELY),
    ("القاهرة: أحمد سالم", ("أحمد سالم",), "القاهرة", LIKELY),
    ("أحمد سالم (القاهرة)", ("أحمد سالم",), "القاهرة", LIKELY),
    ("القاهرة (أحمد سالم)", ("أحمد سالم",), "القاهرة", LIKELY),
    ("أحمد سالم، القاهرة", ("أحمد سالم",), "القاهرة", LIKELY),
    ("ليلى حدّاد من بيروت", ("ليلى حدّاد",), "بيروت", LIKELY),
    ("أحمد سالم ومنى السيد – القاهرة", ("أحمد سالم", "منى السيد"), "القاهرة", LIKELY),
    ("ليلى حدّاد، مراسلة", ("ليلى حدّاد",), None, LIKELY),
    ("أحمد سالم - مراسل الشؤون العربية", ("أحمد سالم",), None, LIKELY),
    ("محمد السيد، كاتب وباحث مصري", ("محمد السيد",), None, LIKELY),
    ("أحمد سالم ووكالات", ("أحمد سالم",), None, LIKELY),
    ("الرياض، تحقيق - منى السيد", ("منى السيد",), "الرياض", LIKELY),
    ("القاهرة - أحمد سالم، منى السيد", ("أحمد سالم", "منى السيد"), "القاهرة", LIKELY),
    ("أمل محمد", ("أمل محمد",), None, LIKELY),
    ("الرياض - أمل القحطاني", ("أمل القحطاني",), "الرياض", DOUBTFUL),
    ("بقلم: ليلى حدّاد", ("ليلى حدّاد",), None, SURE),
]
NAMED_EN = [
    ("By Jane Doe", ("Jane Doe",), None, SURE),
    ("Jane Doe in Beirut", ("Jane Doe",), "Beirut", LIKELY),
    ("Jane Doe and John Roe in Beirut", ("Jane Doe", "John Roe"), "Beirut", LIKELY),
    ("Jane Doe, Staff Writer", ("Jane Doe",), None, LIKELY),
    ("Jane Doe Staff Writer", ("Jane Doe",), None, LIKELY),
    ("Jane Doe, Middle East correspondent", ("Jane Doe",), None, LIKELY),
    ("Beirut – Jane Doe", ("Jane Doe",), "Beirut", LIKELY),
    ("Jane Doe, John Roe and Laila Haddad", ("Jane Doe", "John Roe", "Laila Haddad"), None, LIKELY),
    ("Jane Doe with agencies", ("Jane Doe",), None, LIKELY),
    ("JANE DOE", ("Jane Doe",), None, LIKELY),
    ("Zbigniew Kowalczyk, Staff Writer", ("Zbigniew Kowalczyk",), None, LIKELY),
    ("Zbigniew Kowalczyk", ("Zbigniew Kowalczyk",), None, DOUBTFUL),
    ("Warsaw – Zbigniew Kowalczyk", ("Zbigniew Kowalczyk",), "Warsaw", DOUBTFUL),
]


@pytest.mark.parametrize(("line", "names", "place", "sure"), NAMED)
def test_a_line_that_names_the_author(paper: Any, line: str, names: tuple[str, ...], place: str, sure: str) -> None:
    article, said = authors_of(paper, line)
    assert (article.authors, article.dateline, said) == (names, place, sure)
    assert article.body.strip().split("\n\n") == list(PROSE)


@pytest.mark.parametrize(("line", "names", "place", "sure"), NAMED_EN)
def test_an_english_line_that_names_the_author(
    paper: Any, line: str, names: tuple[str, ...], place: str, sure: str
) -> None:
    article, said = authors_of(paper, line, title=TITLE_EN, prose=PROSE_EN)
    assert (article.authors, article.dateline, said) == (names, place, sure)
    assert len(article.body.strip().split("\n\n")) == len(PROSE_EN)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("أحمد سالم – رويترز", "رويترز"),
        ("ليلى حدّاد – صحيفة الساحل", "صحيفة الساحل"),
        ("ليلى حدّاد - «الشاطئ»", "الشاطئ"),
    ],
)
def test_an_outlet_beside_a_name_is_the_source_and_the_name_no_place(paper: Any, line: str, outlet: str) -> None:
    article, _ = authors_of(paper, line)
    assert (len(article.authors), article.source, article.dateline) == (1, outlet, None)


NOBODY = (
    "القاهرة - رويترز", "القاهرة - د. ب. أ", "القاهرة - أ. ف. ب", "أ. ف. ب",
    "بيروت – الأنباء", "القاهرة - مكتب الجريدة", "القاهرة – الأهرام", "حلب - دمشق", "بيروت - خاص",
    "سوق الأسهم", "حديقة الأزهر – القاهرة", "جامعة القاهرة – القاهرة", "نهر الليطاني - بيروت", "كرة قدم - القاهرة",
    "أسعار الذهب – القاهرة", "أحمد سالم يعود إلى القاهرة", "رمضان كريم", "نور الشمس", "ملك البحرين", "أمير قطر",
    "هلال رمضان", "صباح الخير", "نجم المنتخب", "وفاء النيل", "جمال الطبيعة", "على الهواء", "على الهامش", "حسن الجوار",
    "عمر الأرض", "على طريق الحرير – القاهرة", "وزارة الصحة – الرياض", "سباق الهجن – الرياض", "سامي هلال يكتب",
    "القاهرة – نور الشمس", "كأس العالم - الرياض", "فريق التحرير",
)  # fmt: skip
NOBODY_EN = (
    "Bird Reserve", "Kuwait City", "Saudi Arabia", "New York", "Middle East", "World Cup", "Premier League",
    "Life in Beirut", "War in Gaza", "Elections in Iraq", "Peace Talks in Cairo", "White House in Cairo",
    "Human Rights, Egypt", "Prime Minister Jane Doe", "City Council", "Northern Bird Reserve", "Victoria Park",
    "Jordan Valley", "May Day", "Will Power", "Oscar Awards", "Beirut Blast", "Cairo Diary", "Amman Jordan",
    "Mohamed Ali Street", "King Charles", "Grain Exports in Egypt", "Staff Writer", "Our Correspondent, Cairo",
    "Associated Press", "The Bay Courier", "Jane Doe is the director of the reserve", "Three Towers",
)  # fmt: skip


@pytest.mark.parametrize("line", NOBODY)
def test_a_line_that_names_nobody(paper: Any, line: str) -> None:
    assert authors_of(paper, line)[0].authors == ()


@pytest.mark.parametrize("line", NOBODY_EN)
def test_an_english_line_that_names_nobody(paper: Any, line: str) -> None:
    assert authors_of(paper, line, title=TITLE_EN, prose=PROSE_EN)[0].authors == ()


def test_whom_the_title_or_the_text_names_did_not_write_it(paper: Any) -> None:
    title = "محمد صلاح يسجل هدفين في مباراة الافتتاح"
    assert authors_of(paper, "محمد صلاح", title=title)[0].authors == ()
    prose = (f"{PROSE[0]} وحضر الافتتاح عمر المختار مع عدد من سكان القرى القريبة من المحمية.", *PROSE[1:])
    assert authors_of(paper, "عمر المختار – القاهرة", prose=prose)[0].authors == ()


def test_the_last_paragraph_may_say_who_the_author_is(paper: Any) -> None:
    article, _ = authors_of(paper, "ليلى حدّاد", prose=(*PROSE, "ليلى حدّاد كاتبة من بيروت."))
    assert article.authors == ("ليلى حدّاد",)


def test_a_labelled_author_comes_before_a_bare_name(paper: Any) -> None:
    article, said = authors_of(paper, "أحمد سالم – القاهرة\nبقلم: ليلى حدّاد")
    assert (article.authors, said) == (("ليلى حدّاد",), SURE)
    assert any("أحمد سالم" in each for each in article.provenance.removed)


def page(below: str, *, title: str = TITLE, prose: tuple[str, ...] = PROSE, lang: str = "ar") -> str:
    """A page with a line between its headline and its text, outside of both."""
    text = "".join(f"<p>{each}</p>" for each in prose)
    return (
        f'<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="The Bay Courier"></head><body><main><h1>{title}</h1>'
        f'<div class="info">{below}</div><div class="entry-content">{text}</div></main></body></html>'
    )


@pytest.mark.parametrize(
    ("below", "names", "said"),
    [
        ('<a href="/author/nagham">نغم الزهراني</a>', ("نغم الزهراني",), "likely link:author-page"),
        ('<a href="/كاتب/77">زهير الغانم</a> | القاهرة', ("زهير الغانم",), "likely link:author-page"),
        ('<a href="/%D9%83%D8%A7%D8%AA%D8%A8/5">نغم الزهراني</a>', ("نغم الزهراني",), "likely link:author-page"),
        ('<span>ليلى حدّاد – القاهرة</span>', ("ليلى حدّاد",), "likely"),
        ('<a href="/author/all">المزيد من المقالات</a>', (), ""),
        ('<a href="/writers/">كتّاب الرأي</a>', (), ""),
        ('<a href="/author/9">صحيفة الساحل</a>', (), ""),
        ('<a href="/author/9">The Bay Courier</a>', (), ""),
        ('<a href="/tag/author-rights">حقوق المؤلف</a>', (), ""),
    ],
)  # fmt: skip
def test_the_author_of_a_page_without_a_label(paper: Any, below: str, names: tuple[str, ...], said: str) -> None:
    paper.put("a.html", page(below))
    article = paper.one()
    rules = [rule.split(" | ") for rule in article.provenance.rules if rule.startswith("authors")]
    assert article.authors == names
    assert (" ".join(rules[0][1:3]) if rules else "").startswith(said)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ('<a href="https://bay.example/writers/zk">Zbigniew Kowalczyk</a>', ("Zbigniew Kowalczyk",)),
        ('<a href="/profile/jane-doe">Jane Doe</a> in Cairo', ("Jane Doe",)),
        ("<span>Jane Doe in Beirut</span>", ("Jane Doe",)),
        ('<a href="/author/jane-doe">More Articles</a>', ()),
        ('<a href="/authors/desk">Bay Courier Staff</a>', ()),
        ("<span>World Cup</span>", ()),
    ],
)
def test_the_author_of_an_english_page_without_a_label(paper: Any, below: str, names: tuple[str, ...]) -> None:
    paper.put("a.html", page(below, title=TITLE_EN, prose=PROSE_EN, lang="en"))
    assert paper.one().authors == names


ORIGIN = "This article originally appeared on Bay Harbour Ledger: Bird reserve opens north of the city"


@pytest.mark.parametrize("word", ["covers", "writes about"])
def test_a_reporter_above_the_paper_is_the_author_though_a_note_below_tells_of_them(paper: Any, word: str) -> None:
    note = (
        f"Rosa Whitfield {word} the waterfront and its birds for the Ledger. Reach her at rwhitfield@bay.example or "
        "follow her on the networks."
    )
    head = "Rosa Whitfield\nBay Harbour Ledger\nPublished 6:12 p.m. ET March 13, 2024"
    article, _ = authors_of(paper, head, title=TITLE_EN, prose=(*PROSE_EN, note, ORIGIN))
    assert article.authors == ("Rosa Whitfield",)


def test_the_paper_in_which_an_article_first_appeared_is_no_author(paper: Any) -> None:
    head = "Bay Harbour Ledger\nPublished 6:12 p.m. ET March 13, 2024"
    article, _ = authors_of(paper, head, title=TITLE_EN, prose=(*PROSE_EN, ORIGIN))
    assert article.authors == ()
    assert article.original is not None
    assert article.original.publisher == "Bay Harbour Ledger"
