"""Tables that keep names apart from articles, and a text in several languages below one article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.model.article import Status
from generator.model.language import Language

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

TITLE, ENGLISH_TITLE = "الميناء الشرقي يستقبل أول سفينة ركاب", "First passenger ship ties up at the eastern port"
TEXT = [
    "رست في الميناء الشرقي صباح أمس أول سفينة ركاب منذ خمس سنوات وعلى متنها ثلاثمئة مسافر.",
    "وقال مدير الميناء إن الخط سيعمل مرتين في الأسبوع حتى نهاية الصيف.",
]
ENGLISH = [
    "The first passenger ship in five years tied up at the eastern port yesterday with three hundred people on board.",
    "The line will run twice a week until the end of the summer, the harbour master said.",
]


def markup(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def resource(**relationships: object) -> dict[str, object]:
    return {
        "type": "node--article",
        "id": "3c38",
        "attributes": {"title": TITLE, "status": True, "body": {"value": markup(TEXT)}},
        "relationships": relationships,
    }


INCLUDED = [
    {"type": "user--user", "id": "5", "attributes": {"display_name": "رنا عطية", "name": "rana"}},
    {"type": "node--person", "id": "5", "attributes": {"title": "هدى قاسم"}},
    {"type": "taxonomy_term--tags", "id": "5", "attributes": {"name": "موانئ"}},
    {"type": "taxonomy_term--tags", "id": "6", "attributes": {"name": "نقل بحري"}},
    {"type": "node--article", "id": "9", "attributes": {"title": "خبر آخر", "body": {"value": "نص"}}},
]


def linked(kind: str, *ids: str) -> dict[str, object]:
    return {"data": [{"type": kind, "id": each} for each in ids]}


def test_authors_and_tags_of_json_api(press: Press) -> None:
    article = resource(
        uid={"data": {"type": "user--user", "id": "5"}},
        field_tags=linked("taxonomy_term--tags", "5", "6"),
        field_image={"data": None},
        field_related=linked("node--article", "9"),
        node_type={"data": {"type": "node_type--node_type", "id": "5"}},
    )
    press.put("a/api.json", dump({"jsonapi": {"version": "1.0"}, "data": [article], "included": INCLUDED}))
    found = next(each for each in press.take_in() if each.title == TITLE)
    assert found.authors == ("رنا عطية",)
    assert {"موانئ", "نقل بحري"} <= set(found.tags)


def test_a_field_of_authors_counts_before_who_typed_the_text(press: Press) -> None:
    article = resource(uid=linked("user--user", "5"), field_author=linked("node--person", "5"))
    press.put("a/api.json", dump({"data": article, "included": INCLUDED[:2]}))
    assert press.one().authors == ("هدى قاسم",)


def test_references_and_drafts_of_sanity(press: Press) -> None:
    block = {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": " ".join(TEXT)}]}
    rows = [
        {
            "_id": "post-1", "_type": "post", "title": TITLE, "body": [block], "publishedAt": "2025-10-21T05:30:00Z",
            "author": {"_type": "reference", "_ref": "author-1"},
            "categories": [{"_type": "reference", "_ref": "c-1"}, {"_type": "reference", "_ref": "lost"}],
        },
        {"_id": "drafts.post-2", "_type": "post", "title": ENGLISH_TITLE, "body": " ".join(ENGLISH)},
        {"_id": "author-1", "_type": "author", "name": "ليلى شاهين"},
        {"_id": "c-1", "_type": "category", "title": "موانئ"},
    ]  # fmt: skip
    press.put("a/export.ndjson", "\n".join(map(dump, rows)))
    draft, article = press.take_in()
    assert (article.authors, article.status) == (("ليلى شاهين",), Status.PUBLISHED)
    assert "موانئ" in article.tags
    assert "lost" not in article.tags
    assert draft.status is Status.DRAFT


def rich(lines: list[str]) -> dict[str, object]:
    paragraphs = [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]} for line in lines]
    return {"nodeType": "document", "content": paragraphs}


def test_languages_and_links_of_contentful(press: Press) -> None:
    link = {"sys": {"type": "Link", "linkType": "Entry", "id": "p1"}}
    entry = {
        "sys": {"id": "e1", "type": "Entry", "firstPublishedAt": "2025-06-01T07:00:00Z"},
        "fields": {
            "title": {"ar": TITLE, "en-US": ENGLISH_TITLE},
            "body": {"ar": rich(TEXT), "en-US": rich(ENGLISH)},
            "publishDate": {"en-US": "2025-06-13T10:00+03:00"},
            "author": {"en-US": link},
        },
    }
    person = {"sys": {"id": "p1", "type": "Entry"}, "fields": {"name": {"en-US": "Samer Haddad"}}}
    press.put("a/export.json", dump({"entries": [entry, person]}))
    english, arabic = press.take_in()
    assert (english.lang, arabic.lang) == (Language.EN, Language.AR)
    assert english.authors == ("Samer Haddad",)
    assert [each.date.iso for each in (english, arabic) if each.date] == ["2025-06-13T10:00:00+03:00"] * 2
    assert english.story == arabic.story is not None


def test_the_day_of_first_publication_of_contentful(press: Press) -> None:
    system = {
        "id": "e1",
        "type": "Entry",
        "firstPublishedAt": "2025-06-01T07:00:00Z",
        "publishedAt": "2025-09-01T07:00:00Z",
    }
    press.put("a/e.json", dump({"items": [{"sys": system, "fields": {"title": TITLE, "body": rich(TEXT)}}]}))
    assert [article.date.iso for article in press.take_in() if article.date] == ["2025-06-01T07:00:00+00:00"]


def test_an_entry_of_contentful_that_was_never_published(press: Press) -> None:
    system = {"id": "e1", "type": "Entry", "version": 3, "createdAt": "2025-06-01T07:00:00Z"}
    press.put("a/e.json", dump({"entries": [{"sys": system, "fields": {"title": TITLE, "body": rich(TEXT)}}]}))
    assert press.one().status is Status.DRAFT


def test_translations_share_what_their_article_says(press: Press) -> None:
    article = {
        "id": 7, "status": "published", "publish_date": "2025-06-13T07:00:00",
        "author": {"first_name": "سامر", "last_name": "حداد"},
        "translations": [
            {"id": 1, "languages_code": "ar-SA", "title": TITLE, "content": markup(TEXT)},
            {"id": 2, "languages_code": {"name": "English"}, "title": ENGLISH_TITLE, "content": markup(ENGLISH)},
        ],
    }  # fmt: skip
    press.put("a/items.json", dump({"data": [article]}))
    english, arabic = press.take_in()
    assert [each.date.iso for each in (english, arabic) if each.date] == ["2025-06-13T07:00:00"] * 2
    assert arabic.authors == ("سامر حداد",)
    assert english.story == arabic.story is not None


def test_a_list_of_translations_that_names_no_language_is_a_list(press: Press) -> None:
    rows = [{"title": TITLE, "content": markup(TEXT)}, {"title": ENGLISH_TITLE, "content": markup(ENGLISH)}]
    press.put("a/items.json", dump({"publish_date": "2025-06-13", "translations": rows}))
    assert [article.date for article in press.take_in()] == [None, None]


def test_a_text_in_sections(press: Press) -> None:
    body = {"summary": ["الخط يعود بعد خمس سنوات."], "sections": [
        {"headline": [], "paragraphs": TEXT[:1]}, {"headline": ["مواعيد الرحلات"], "paragraphs": TEXT[1:]},
    ]}  # fmt: skip
    page = {"requested_url": "https://a.example/1", "crawl_date": "2025-07-01"}
    press.put("a/f.json", dump([{"title": TITLE, "body": body, "publishing_date": "2025-06-13", "html": page}]))
    article = press.one()
    assert article.body.index("خمس سنوات.") < article.body.index(TEXT[0]) < article.body.index("## مواعيد الرحلات")
    assert article.url == "https://a.example/1"


def test_numbers_of_django(press: Press) -> None:
    rows = [
        {"model": "auth.user", "pk": 4, "fields": {"username": "samer", "first_name": "سامر", "last_name": "حداد"}},
        {"model": "news.tag", "pk": 4, "fields": {"name": "موانئ"}},
        {"model": "news.tag", "pk": 5, "fields": {"name": "سفن"}},
        {
            "model": "news.article",
            "pk": 3,
            "fields": {"title": TITLE, "body": "\n".join(TEXT), "author": 4, "tags": [4, 5], "category": 9},
        },
    ]
    press.put("a/dump.json", dump(rows))
    article = press.one()
    assert article.authors == ("سامر حداد",)
    assert {"موانئ", "سفن"} <= set(article.tags)
