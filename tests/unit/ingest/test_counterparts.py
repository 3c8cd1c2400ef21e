"""The versions of one story in two languages: how the sources say that two articles are counterparts."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.ingest.ties import name_of
from generator.model.article import Article
from generator.model.language import Language
from tests.unit.ingest.conftest import TODAY, Press

AR = (
    "افتتحت بلدية {place} حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم. "
    "وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة."
)
EN = (
    "The fishermen of {place} put to sea again on Tuesday, after a month of storms had kept them in harbour. "
    "The first catch was better than anybody had hoped for, and prices in the market fell by a third."
)


def by_title(found: list[Article]) -> dict[str, Article]:
    return {article.title: article for article in found}


def pairs(found: list[Article]) -> set[frozenset[str]]:
    """The titles of the articles of each story."""
    stories: dict[str, set[str]] = {}
    for article in found:
        if article.story is not None:
            stories.setdefault(article.story, set()).add(article.title)
    return {frozenset(titles) for titles in stories.values()}


def snapshot(press: Press) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (press.root / "content").rglob("*") if path.is_file()}


# WordPress

WXR = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<title>Bay News</title><wp:base_site_url>https://{host}</wp:base_site_url>{items}</channel></rss>"
)


def item(number: int, lang: str, title: str, more: str, host: str = "bay.example") -> str:
    text = (AR if lang == "ar" else EN).format(place=title)
    return (
        f"<item><title>{title}</title><link>https://{host}/{lang}/{number}/</link><wp:post_id>{number}</wp:post_id>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        f"<wp:post_date>2024-05-0{number % 9 + 1} 10:00:00</wp:post_date>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>{more}</item>"
    )


def wxr(*items: str, host: str = "bay.example") -> str:
    return WXR.format(items="".join(items), host=host)


def polylang(group: str, lang: str) -> str:
    return (
        f'<category domain="language" nicename="{lang}">{lang}</category>'
        f'<category domain="post_translations" nicename="{group}">{group}</category>'
    )


def meta(key: str, value: str) -> str:
    return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"


@pytest.mark.parametrize(
    "one",
    [
        polylang("pll_5d3f", "ar"),
        meta("_wpml_import_translation_group", "12"),
        meta("trid", "12"),
        meta("_translations", 'a:2:{s:2:"ar";i:1;s:2:"en";i:2;}'),
    ],
)
def test_posts_that_a_plugin_of_wordpress_ties_are_counterparts(press: Press, one: str) -> None:
    other = one.replace('"ar">ar', '"en">en')
    press.put(
        "bay.xml", wxr(item(1, "ar", "مرفأ الصيادين", one), item(2, "en", "Harbour", other), item(3, "en", "Bay", ""))
    )
    found = press.take_in()
    assert pairs(found) == {frozenset({"مرفأ الصيادين", "Harbour"})}
    assert by_title(found)["Bay"].story is None


def test_posts_without_a_version_in_the_other_language_have_no_story(press: Press) -> None:
    press.put(
        "bay.xml", wxr(item(1, "ar", "مرفأ الصيادين", polylang("a", "ar")), item(2, "en", "Bay", polylang("b", "en")))
    )
    assert [article.story for article in press.take_in()] == [None, None]


def test_numbers_of_two_sites_do_not_collide(press: Press) -> None:
    trid = meta("_wpml_import_translation_group", "12")
    press.put("a.xml", wxr(item(1, "ar", "مرفأ الصيادين", trid), item(2, "en", "Harbour", trid)))
    other = [item(1, "ar", "سوق الذهب", trid, "gold.example"), item(2, "en", "Gold market", trid, "gold.example")]
    press.put("b.xml", wxr(*other, host="gold.example"))
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"}), frozenset({"سوق الذهب", "Gold market"})}


def test_a_counterpart_that_comes_in_a_later_export_is_found(press: Press) -> None:
    """WPML exports one language at a time."""
    trid = meta("_wpml_import_translation_group", "12")
    press.put("ar.xml", wxr(item(1, "ar", "مرفأ الصيادين", trid)))
    assert [article.story for article in press.take_in()] == [None]
    press.put("en.xml", wxr(item(2, "en", "Harbour", trid)))
    report = ingest(press.root, today=TODAY)
    told = {each.title: each.status for document in report.documents for each in document.articles}
    assert told == {"مرفأ الصيادين": "updated", "Harbour": "new"}
    (tied,) = pairs(press.take_in())
    assert tied == {"مرفأ الصيادين", "Harbour"}
    before = snapshot(press)
    for _ in range(2):
        assert ingest(press.root, today=TODAY).totals()["unchanged"] == 2
    assert snapshot(press) == before


def test_a_new_version_of_an_article_keeps_its_story(press: Press) -> None:
    items = [item(1, "ar", "مرفأ الصيادين", polylang("g", "ar")), item(2, "en", "Harbour", polylang("g", "en"))]
    press.put("bay.xml", wxr(*items))
    before = by_title(press.take_in())["Harbour"].story
    press.put("bay.xml", wxr(*items).replace("fell by a third", "fell by a half"))
    found = by_title(press.take_in())
    assert "fell by a half" in found["Harbour"].body
    assert found["Harbour"].story == found["مرفأ الصيادين"].story == before is not None


# What a person decided


def test_what_a_person_wrote_is_kept_and_told_once(press: Press) -> None:
    trid = meta("trid", "12")
    press.put("ar.xml", wxr(item(1, "ar", "مرفأ الصيادين", trid)))
    (article,) = press.take_in()
    file = press.root / article.path
    file.write_text(file.read_text("utf-8").replace("ملاعب", "ساحات"), "utf-8")
    edited = file.read_bytes()
    press.put("en.xml", wxr(item(2, "en", "Harbour", trid)))
    report = ingest(press.root, today=TODAY)
    assert [each.code for each in report.all_problems()] == ["counterpart-edited"]
    assert 'story: "' in next(report.all_problems()).cure
    assert file.read_bytes() == edited
    assert [each.story for each in press.take_in()] == [None, None]
    assert [each.code for each in ingest(press.root, today=TODAY).all_problems()] == []


def test_the_story_that_a_person_wrote_is_lent_to_the_counterpart(press: Press) -> None:
    trid = meta("trid", "12")
    press.put("ar.xml", wxr(item(1, "ar", "مرفأ الصيادين", trid)))
    (article,) = press.take_in()
    file = press.root / article.path
    text = file.read_text("utf-8").replace("provenance:", 'story: "harbour"\nprovenance:', 1)
    file.write_text(text, "utf-8")
    press.put("en.xml", wxr(item(2, "en", "Harbour", trid)))
    assert {each.story for each in press.take_in()} == {"harbour"}
    assert file.read_text("utf-8") == text


def test_a_story_that_a_person_took_away_stays_away_without_a_word(press: Press) -> None:
    items = [item(1, "ar", "مرفأ الصيادين", polylang("g", "ar")), item(2, "en", "Harbour", polylang("g", "en"))]
    press.put("bay.xml", wxr(*items))
    story = press.take_in()[0].story
    for article in press.take_in():
        file = press.root / article.path
        file.write_text(file.read_text("utf-8").replace(f'story: "{story}"\n', ""), "utf-8")
    (press.root / ".cache/ingested.jsonl").unlink()
    report = ingest(press.root, today=TODAY)
    assert {each.status for document in report.documents for each in document.articles} == {"edited"}
    assert "edited-by-a-person" not in {each.code for each in report.all_problems()}
    assert [each.story for each in press.take_in()] == [None, None]


# Front matter and names of files


@pytest.mark.parametrize("key", ["translationKey", "translation_key", "ref", "lang-ref", "lang_ref", "page_id"])
def test_front_matter_ties_by_the_key_of_its_generator(press: Press, key: str) -> None:
    press.put("bay/content/ar/marfa.md", f"---\ntitle: مرفأ الصيادين\n{key}: harbour\n---\n{AR}\n")
    press.put("bay/content/en/harbour.md", f"---\ntitle: Harbour\n{key}: harbour\n---\n{EN}\n")
    press.put("gold/en/gold.md", f"---\ntitle: Gold\n{key}: harbour\n---\n{EN.format(place='x')} Gold is dear.\n")
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"})}


def test_a_key_that_a_third_article_has_too_ties_nothing_and_is_told(press: Press) -> None:
    for name, title, text in (("ar/a", "مرفأ", AR), ("en/b", "Harbour", EN), ("en/c", "Bay", f"{EN} And so it was.")):
        press.put(f"bay/{name}.md", f"---\ntitle: {title}\nref: news\n---\n{text.format(place=title)}\n")
    report = ingest(press.root, today=TODAY)
    assert "several-counterparts" in {each.code for each in report.all_problems()}
    assert pairs(press.take_in()) == set()


def test_nikolas_key_in_a_meta_file_ties(press: Press) -> None:
    press.put("bay/marfa.md", AR)
    press.put("bay/marfa.meta", ".. title: مرفأ الصيادين\n.. translationkey: harbour\n")
    press.put("bay/harbour.md", f"<!--\n.. title: Harbour\n.. slug: harbour\n.. translationkey: harbour\n-->\n\n{EN}\n")
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"})}


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("a.ar.md", "a.en.md"),
        ("a.md", "a.en.md"),
        ("a.ar.md", "a.md"),
        ("a_ar.md", "a_en.md"),
        ("a.ar.txt", "a.en.txt"),
    ],
)
def test_names_that_differ_in_the_language_alone_tie(press: Press, arabic: str, english: str) -> None:
    press.put(f"bay/{arabic}", f"# مرفأ الصيادين\n\n{AR}\n" if arabic.endswith("md") else f"مرفأ الصيادين\n\n{AR}\n")
    press.put(f"bay/{english}", f"# Harbour\n\n{EN}\n" if english.endswith("md") else f"Harbour\n\n{EN}\n")
    (tied,) = pairs(press.take_in())
    assert tied == {"مرفأ الصيادين", "Harbour"}


def test_a_sibling_that_comes_later_is_found(press: Press) -> None:
    press.put("bay/a.md", f"# Harbour\n\n{EN}\n")
    assert press.one().story is None
    press.put("bay/a.ar.md", f"# مرفأ الصيادين\n\n{AR}\n")
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"})}


def test_two_documents_of_one_language_are_no_counterparts(press: Press) -> None:
    press.put("bay/a.md", f"# Harbour\n\n{EN}\n")
    press.put("bay/a.en.md", f"# Bay\n\n{EN.replace('storms', 'rain')} It rained.\n")
    assert pairs(press.take_in()) == set()


def test_folders_whose_names_run_together_do_not_share_a_story(press: Press) -> None:
    for folder, place in (("x/y-z", "صور"), ("x-y/z", "صيدا")):
        press.put(f"{folder}.ar.txt", f"مرفأ {place}\n\n{AR.format(place=place)}\n")
        press.put(f"{folder}.en.txt", f"Harbour {place}\n\n{EN.format(place=place)} {place}.\n")
    assert pairs(press.take_in()) == {frozenset({f"مرفأ {p}", f"Harbour {p}"}) for p in ("صور", "صيدا")}


def test_files_of_many_articles_are_not_one_story(press: Press) -> None:
    for lang, texts in (("ar", ("مرفأ", "سوق")), ("en", ("Harbour", "Market"))):
        rows = [{"title": each, "body": (AR if lang == "ar" else EN).format(place=each) + each} for each in texts]
        press.put(f"bay/news.{lang}.json", json.dumps(rows))
    assert [article.story for article in press.take_in()] == [None] * 4


def test_members_of_an_archive_are_tied_by_name_and_by_key(press: Press) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("site/a.ar.md", f"# مرفأ الصيادين\n\n{AR}\n")
        archive.writestr("site/a.en.md", f"# Harbour\n\n{EN}\n")
        archive.writestr("site/b.md", f"---\ntitle: سوق\nref: m\n---\n{AR.format(place='سوق')} سوق.\n")
        archive.writestr("site/c.md", f"---\ntitle: Market\nref: m\n---\n{EN.format(place='Market')} Market.\n")
    press.put("bay/site.zip", packed.getvalue())
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"}), frozenset({"سوق", "Market"})}


# Tables


def rows(**more: tuple[object, object]) -> list[dict[str, object]]:
    """A row for each language, with these further columns."""
    texts = [{"title": "مرفأ الصيادين", "body": AR}, {"title": "Harbour", "body": EN}]
    return [{**text, **{name: each[at] for name, each in more.items()}} for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    "table",
    [
        rows(id=("12#ar", "12#en")),
        rows(id=("12-ar", "12-en")),
        rows(id=(12, 12), lang=("ar", "en")),
        rows(id=(12, 13), translation_group=("g", "g")),
        rows(id=(12, 13), translation_of=(None, 12)),
        rows(uuid=("a", "b"), trid=(7, 7)),
        [{"id": 12, "title_ar": "مرفأ الصيادين", "body_ar": AR, "title_en": "Harbour", "body_en": EN}],
        [{"id": 12, "title": {"ar": "مرفأ الصيادين", "en": "Harbour"}, "body": {"ar": AR, "en": EN}}],
    ],
)
def test_rows_of_a_table_are_tied(press: Press, table: list[dict[str, object]]) -> None:
    bay = {**rows()[1], "id": 99, "title": "Bay", "body": EN.format(place="Bay") + " Bay."}
    press.put("bay/news.json", json.dumps([*table, bay]))
    found = press.take_in()
    assert pairs(found) == {frozenset({"مرفأ الصيادين", "Harbour"})}
    before = snapshot(press)
    (press.root / ".cache/ingested.jsonl").unlink()
    press.take_in()
    assert snapshot(press) == before


def test_ids_of_two_tables_do_not_collide(press: Press) -> None:
    arabic, english = rows(id=(12, 12), lang=("ar", "en"))
    press.put("bay/ar.json", json.dumps([arabic, {**arabic, "id": 1, "title": "سوق", "body": AR + " سوق."}]))
    press.put("bay/en.json", json.dumps([english, {**english, "id": 1, "title": "Market", "body": EN + " Market."}]))
    assert pairs(press.take_in()) == set()


# Saved pages


def page(lang: str, title: str, address: str, alternates: dict[str, str]) -> str:
    links = "".join(f'<link rel="alternate" hreflang="{tag}" href="{href}">' for tag, href in alternates.items())
    text = (AR if lang == "ar" else EN).format(place=title)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="{address}">{links}</head><body><article><h1>{title}</h1><p>{text}</p>'
        f"<p>{text.replace('.', '،' if lang == 'ar' else ',')}</p></article></body></html>"
    )


A, E = "https://bay.example/ar/marfa/7/", "https://bay.example/en/harbour/7/"


@pytest.mark.parametrize(
    ("of_arabic", "of_english"),
    [
        ({"ar": A, "en": E, "x-default": E}, {"ar": A, "en": E, "x-default": E}),
        ({"en": E}, {"ar": A}),
        ({"ar-EG": A, "en-US": E, "fr": "https://bay.example/fr/7/"}, {"ar-EG": A, "en-US": E}),
        ({"en": "/en/harbour/7"}, {"ar": A.replace("https", "http")}),
    ],
)
def test_pages_that_name_each_other_are_counterparts(
    press: Press, of_arabic: dict[str, str], of_english: dict[str, str]
) -> None:
    press.put("a.html", page("ar", "مرفأ الصيادين", A, of_arabic))
    press.put("e.html", page("en", "Harbour", E, of_english))
    assert pairs(press.take_in()) == {frozenset({"مرفأ الصيادين", "Harbour"})}


@pytest.mark.parametrize(
    ("of_arabic", "of_english"),
    [
        ({"en": E}, {}),
        ({"ar": A, "en": E}, {"ar": "https://bay.example/ar/other/8/", "en": E}),
        ({"ar": "https://bay.example/ar/", "en": "https://bay.example/en/"},) * 2,
        ({"ar": "https://bay.example/news/1", "en": "https://bay.example/news/2"},) * 2,
    ],
)
def test_pages_are_no_counterparts_unless_each_names_the_other(
    press: Press, of_arabic: dict[str, str], of_english: dict[str, str]
) -> None:
    press.put("a.html", page("ar", "مرفأ الصيادين", A, of_arabic))
    press.put("e.html", page("en", "Harbour", E, of_english))
    assert pairs(press.take_in()) == set()


def test_names_of_stories_tell_ties_apart() -> None:
    assert name_of("bay.example trid 12") != name_of("bay.example trid 1 2")
    assert name_of("content/sources/a.json#12") != name_of("content/sources/b.json#12")
    assert {each.other for each in Language} == set(Language)
