"""Tables as services and systems of content give them: what they write in place of a text, beside a name, or apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.model.article import Status

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

TITLE = "الميناء الشرقي يستقبل أول سفينة ركاب"
TEXT = (
    "رست في الميناء الشرقي صباح أمس أول سفينة ركاب منذ خمس سنوات وعلى متنها ثلاثمئة مسافر.\n"
    "وقال مدير الميناء إن الخط سيعمل مرتين في الأسبوع حتى نهاية الصيف."
)
ENGLISH = (
    "The first passenger ship in five years tied up at the eastern port yesterday with three hundred people on board.\n"
    "The line will run twice a week until the end of the summer, the harbour master said."
)


def table(*rows: dict[str, object]) -> str:
    return json.dumps(list(rows), ensure_ascii=False)


@pytest.mark.parametrize(
    "name", ["isDraft", "is_draft", "draft", "hidden", "unpublished", "is_unpublished", "isUnpublished"]
)
def test_what_is_no_draft_is_published(press: Press, name: str) -> None:
    press.put("a/text.md", f"---\ntitle: {TITLE}\n{name}: false\n---\n{TEXT}\n")
    press.put("a/other.md", f"---\ntitle: Ship at the port\n{name}: true\n---\n{ENGLISH}\n")
    assert [article.status for article in press.take_in()] == [Status.DRAFT, Status.PUBLISHED]


@pytest.mark.parametrize("name", ["isDraft", "is_draft", "unpublished"])
def test_columns_of_drafts(press: Press, name: str) -> None:
    press.put(
        "a/t.json", table({"title": TITLE, "body": TEXT, name: False}, {"title": "Ship", "body": ENGLISH, name: True})
    )
    assert [article.status for article in press.take_in()] == [Status.DRAFT, Status.PUBLISHED]


@pytest.mark.parametrize("nothing", ["ONLY AVAILABLE IN PAID PLANS", "[]", "لا يوجد", "[Removed]"])
def test_what_stands_for_nothing_is_no_text(press: Press, nothing: str) -> None:
    press.put(
        "a/t.json",
        table(
            {"title": TITLE, "content": nothing, "description": TEXT, "author": nothing, "link": "https://a.example/1"}
        ),
    )
    article = press.one()
    assert article.partial
    assert article.authors == ()
    assert "مدير الميناء" in article.body


def test_a_text_about_what_is_only_available_stays(press: Press) -> None:
    body = ENGLISH + "\nTickets are only available in the town's paid plans."
    press.put("a/t.json", table({"title": "Maps of the north", "content": body}))
    assert "Tickets are only available in the town's paid plans." in press.one().body


@pytest.mark.parametrize("sign", ["[+1834 chars]", "[1834 chars]"])
def test_a_text_that_a_service_cuts_is_partial(press: Press, sign: str) -> None:
    press.put("a/t.json", table({"title": TITLE, "content": f"{TEXT}... {sign}"}))
    article = press.one()
    assert article.partial
    assert "chars" not in article.body


@pytest.mark.parametrize(
    ("source", "title"),
    [("أفق الساحل", TITLE), ("أُفق السّاحل", TITLE), ("جريدة أخرى", f"{TITLE} - أفق الساحل")],
)
def test_a_headline_loses_the_name_of_its_own_source_only(press: Press, source: str, title: str) -> None:
    press.put("a/t.json", table({"title": f"{TITLE} - أفق الساحل", "content": TEXT, "source": {"name": source}}))
    assert press.one().title == title


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Museum&amp;#8217;s wing &amp;amp; archive", "Museum’s wing & archive"),
        ("R&amp;D budget grows", "R&D budget grows"),
        ("How to write &amp;lt;b&amp;gt; on a page", "How to write &lt;b&gt; on a page"),
    ],
)
def test_references_that_were_escaped_twice(press: Press, written: str, read: str) -> None:
    press.put("a/t.json", table({"title": written, "content": ENGLISH}))
    assert press.one().title == read


def test_an_answer_of_wordpress_names_its_authors_and_terms(press: Press) -> None:
    press.put(
        "a/posts.json",
        table({
            "id": 7, "date": "2025-08-27T22:30:00", "date_gmt": "2025-08-28T02:30:00",
            "modified": "2025-08-28T10:00:00", "modified_gmt": "2025-08-28T14:00:00", "status": "publish", "link": "https://a.example/ship/",
            "title": {"rendered": "Ship at the port"}, "content": {"rendered": f"<p>{ENGLISH}</p>"}, "author": 4,
            "categories": [3, 1], "tags": [9],
            "_embedded": {
                "author": [{"id": 4, "name": "Ed Whitlock"}],
                "wp:term": [
                    [{"id": 3, "name": "Harbour", "taxonomy": "category"}],
                    [{"id": 1, "name": "Uncategorized", "taxonomy": "category"}],
                    [{"id": 9, "name": "ferries", "taxonomy": "post_tag"}],
                ],
            },
        }),
    )  # fmt: skip
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2025-08-27T22:30:00-04:00"
    assert article.updated is not None
    assert article.updated.iso == "2025-08-28T10:00:00-04:00"
    assert article.authors == ("Ed Whitlock",)
    assert set(article.tags) >= {"ferries", "Harbour"}
    assert "Uncategorized" not in article.tags


def test_a_plugin_names_the_author_whom_wordpress_gives_by_number(press: Press) -> None:
    post = {"title": {"rendered": TITLE}, "content": {"rendered": f"<p>{TEXT}</p>"}, "author": 4}
    press.put("a/posts.json", table({**post, "yoast_head_json": {"author": "سلمى الحاج"}}))
    assert press.one().authors == ("سلمى الحاج",)


def test_a_table_of_wordpress_shows_its_offset(press: Press) -> None:
    press.put(
        "a/wp_posts.csv",
        "ID,post_author,post_date,post_date_gmt,post_title,post_content,post_status\n"
        f'3,1,2025-06-02 01:30:00,2025-06-01 22:30:00,{TITLE},"{TEXT}",publish\n',
    )
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2025-06-02T01:30:00+03:00"
    assert article.authors == ()


@pytest.mark.parametrize(
    "names",
    [
        ("Story title", "Story text", "Story date", "Story reporter"),
        ("article_headline", "article_content", "article_published_at", "article_byline"),
        ("newsTitle", "newsText", "newsPubDate", "newsWriter"),
        ("عنوان التقرير", "نص التقرير", "تاريخ التقرير", "كاتب التقرير"),
    ],
)
def test_a_word_that_only_says_article_in_a_columns_name(press: Press, names: tuple[str, ...]) -> None:
    press.put("a/t.json", table(dict(zip(names, (TITLE, TEXT, "2025-06-02", "سلمى الحاج"), strict=True))))
    article = press.one()
    assert (article.title, article.authors) == (TITLE, ("سلمى الحاج",))
    assert article.date is not None
    assert article.date.iso == "2025-06-02"


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (["06/13/2025", "06/02/2025"], ["2025-06-13", "2025-06-02"]),
        (["25/06/2025 14:00", "02/06/2025 09:30"], ["2025-06-25T14:00:00", "2025-06-02T09:30:00"]),
        (["25/06/2025", "2/6/2025"], ["2025-06-25", None]),  # of another form, perhaps of another hand
        (["25/06/2025", "06/25/2025", "02/06/2025"], ["2025-06-25", "2025-06-25", None]),
        (["03/06/2025", "02/06/2025"], [None, None]),
        (["13/06/25", "02/06/2025"], [None, None]),  # a year of two digits is never completed
    ],
)
def test_a_column_settles_the_order_of_its_dates(press: Press, dates: list[str], read: list[str | None]) -> None:
    rows = [
        {"title": f"{n}. ship at the port", "text": f"Ship {n}.\n{ENGLISH}", "date": day} for n, day in enumerate(dates)
    ]
    press.put("a/t.json", table(*rows))
    assert [article.date.iso if article.date else None for article in press.take_in()] == read


def test_arabic_dates_of_a_column_that_writes_the_month_first(press: Press) -> None:
    rows = [
        {"العنوان": f"{n} {TITLE}", "النص": f"السفينة {n}.\n{TEXT}", "التاريخ": day}
        for n, day in enumerate(["06/13/2025", "06/02/2025"])
    ]
    press.put("a/t.json", table(*rows))
    assert [article.date.iso for article in press.take_in() if article.date] == ["2025-06-13", "2025-06-02"]
