"""A document in whose place another state of it was put: the newer text stands, the earlier one is kept, and no article
becomes another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks.content import check_content
from generator.ingest.memory import MEMORY
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.store.articles import load_articles, parse_article
from generator.store.documents import EARLIER

TODAY = date(2026, 11, 27)
COUNCIL = (
    "The harbour council approved a budget of forty million pounds after a debate of six hours, and the gallery was "
    "full until the last vote was counted."
)
TRAM = (
    "Residents of the northern quarter asked for a tram line, and the mayor promised that a study of its cost would be "
    "ready before the summer recess."
)
CRANES = (
    "A spokeswoman for the port said that two new cranes would arrive in autumn, and that the old ones would be sold "
    "to a yard farther along the coast."
)
ADDED = "The opposition announced on Tuesday that it would ask an auditor to look at every line of the plan."
FIRST, LATER = "Mon, 02 Jun 2025 10:00:00 +0000", "Wed, 04 Jun 2025 10:00:00 +0000"
ARABIC = (
    "أقر مجلس الميناء ميزانية قدرها أربعون مليون جنيه بعد نقاش دام ست ساعات، وامتلأت الشرفة بالحضور حتى فرز آخر صوت."
)
ARABIC_ADDED = "وأعلنت المعارضة أنها ستطلب من مدقق حسابات أن ينظر في كل بند من بنود الخطة قبل نهاية الشهر."


def item(key: str, title: str, text: str, day: str = FIRST) -> str:
    return (
        f"<item><guid isPermaLink='false'>{key}</guid><link>https://ex.example/{key}</link><title>{title}</title>"
        f"<pubDate>{day}</pubDate><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
    )


def feed(*items: str, lang: str = "en") -> str:
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Bay News</title><link>https://ex.example/</link><language>{lang}</language>{''.join(items)}"
        "</channel></rss>"
    )


def table(*rows: tuple[str, str, str]) -> str:
    return "title,date,body\n" + "".join(f'"{title}","{day}","{text}"\n' for title, day, text in rows)


def page(title: str, text: str, *, url: str = "", published: str = "2025-06-02") -> str:
    link = f"<link rel='canonical' href='{url}'>" if url else ""
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{link}"
        f"<meta property='article:published_time' content='{published}'></head>"
        f"<body><main><article><h1>{title}</h1><p>{text}</p><p>{ADDED}</p></article></main></body></html>"
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def take_in(archive: Path, name: str, text: str, *, forget: bool = True) -> Report:
    (archive / "content" / "sources" / name).write_text(text)
    return again(archive, forget=forget)


def again(archive: Path, *, forget: bool = True) -> Report:
    if forget:
        (archive / MEMORY).unlink(missing_ok=True)
    return ingest(archive, today=TODAY)


def articles(archive: Path) -> dict[str, Article]:
    return {article.title: article for article in load_articles(archive).articles}


def kept(archive: Path) -> list[Article]:
    """The earlier texts that are kept, read as articles."""
    found = [parse_article(file.read_text(), file)[0] for file in sorted((archive / EARLIER).rglob("*.md"))]
    return [article for article in found if article is not None]


def snapshot(archive: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("lang", "title", "text", "added"),
    [("en", "Council approves budget", COUNCIL, ADDED), ("ar", "مجلس الميناء يقر الميزانية", ARABIC, ARABIC_ADDED)],
)
def test_a_feed_written_over_updates_its_article_and_keeps_the_earlier_text(
    archive: Path, lang: str, title: str, text: str, added: str
) -> None:
    take_in(archive, "feed.xml", feed(item("g1", title, text), lang=lang))
    (before,) = load_articles(archive).articles
    take_in(archive, "feed.xml", feed(item("g1", title, f"{text}</p><p>{added}", LATER), lang=lang))
    (after,) = load_articles(archive).articles
    assert added in after.body
    assert (after.id, after.permalink) == (before.id, before.permalink)
    assert after.date is not None
    assert after.updated is not None
    assert (after.date.iso[:10], after.updated.iso[:10]) == ("2025-06-02", "2025-06-04")
    (earlier,) = kept(archive)
    assert earlier.body == before.body
    assert after.provenance is not None
    (place,) = after.provenance.earlier
    assert (archive / place).is_file()
    files = snapshot(archive)
    for forget in (False, True, True):
        again(archive, forget=forget)
        assert snapshot(archive) == files


def test_a_change_of_the_document_that_does_not_touch_an_article_keeps_nothing(archive: Path) -> None:
    one = item("g1", "Council approves budget", COUNCIL)
    take_in(archive, "feed.xml", feed(one))
    take_in(archive, "feed.xml", feed(item("g2", "Cranes will arrive", CRANES), one))
    assert set(articles(archive)) == {"Council approves budget", "Cranes will arrive"}
    assert not (archive / EARLIER).exists()


def test_articles_that_a_newer_feed_does_not_list_stay_with_their_text(archive: Path) -> None:
    take_in(archive, "feed.xml", feed(item("g1", "Council approves budget", COUNCIL), item("g2", "A tram line", TRAM)))
    before = articles(archive)["A tram line"]
    report = take_in(archive, "feed.xml", feed(item("g3", "Cranes will arrive", CRANES)))
    assert not report.needs_a_person
    assert set(articles(archive)) == {"Council approves budget", "A tram line", "Cranes will arrive"}
    assert before.body in [each.body for each in kept(archive)]
    assert "document-changed" not in [problem.code for problem in check_content(archive, TODAY, {}).problems]
    take_in(archive, "feed.xml", feed(item("g2", "A tram line", f"{TRAM}</p><p>{ADDED}", LATER)))
    after = articles(archive)["A tram line"]
    assert (after.id, ADDED in after.body) == (before.id, True)


def test_the_newer_text_stands_when_the_states_come_in_the_wrong_order(archive: Path) -> None:
    old = feed(item("g1", "Council approves budget", COUNCIL))
    new = feed(item("g1", "Council approves budget", f"{COUNCIL}</p><p>{ADDED}", LATER))
    take_in(archive, "feed.xml", new)
    report = take_in(archive, "feed.xml", old)
    after = articles(archive)["Council approves budget"]
    assert ADDED in after.body
    assert after.date is not None
    assert after.updated is not None
    assert (after.date.iso[:10], after.updated.iso[:10]) == ("2025-06-02", "2025-06-04")
    assert [problem.code for problem in report.all_problems()] == ["older-text"]
    files = snapshot(archive)
    again(archive)
    assert snapshot(archive) == files
    take_in(archive, "feed.xml", new)
    assert articles(archive)["Council approves budget"].body == after.body


def test_a_full_text_is_not_written_over_by_an_excerpt(archive: Path) -> None:
    take_in(archive, "feed.xml", feed(item("g1", "Council approves budget", f"{COUNCIL}</p><p>{ADDED}")))
    short = item("g1", "Council approves budget", COUNCIL, LATER).replace("content:encoded", "description")
    take_in(archive, "feed.xml", feed(short.replace(COUNCIL, COUNCIL[:100] + " […]")))
    assert ADDED in articles(archive)["Council approves budget"].body


ROWS = [
    ("Council approves budget", "2025-06-02", COUNCIL),
    ("A tram line for the north", "2025-06-03", TRAM),
    ("Cranes will arrive", "2025-06-05", CRANES),
]


@pytest.mark.parametrize("after", [[2, 0, 1], [1, 2], [2, 1, 0], [1], [2, 1], [0, 2]])
def test_rows_that_move_keep_their_articles(archive: Path, after: list[int]) -> None:
    """A table without a column of ids: a row added on top moves all others."""
    first = [0, 1]
    take_in(archive, "t.csv", table(*(ROWS[at] for at in first)))
    before = articles(archive)
    take_in(archive, "t.csv", table(*(ROWS[at] for at in after)))
    now = articles(archive)
    assert set(now) == {ROWS[at][0] for at in {*first, *after}}
    for title, article in before.items():
        assert (now[title].id, now[title].permalink, now[title].body) == (article.id, article.permalink, article.body)
    files = snapshot(archive)
    again(archive)
    assert snapshot(archive) == files


def test_a_column_of_one_title_every_week_is_an_article_each_week(archive: Path) -> None:
    rows = [("Notes from the quay", "2025-06-02", COUNCIL), ("Notes from the quay", "2025-06-09", TRAM)]
    take_in(archive, "t.csv", table(rows[0]))
    (before,) = load_articles(archive).articles
    take_in(archive, "t.csv", table(rows[1], rows[0]))
    found = {article.date.iso: article for article in load_articles(archive).articles if article.date}
    assert (found["2025-06-02"].id, found["2025-06-02"].body) == (before.id, before.body)
    assert TRAM in found["2025-06-09"].body


def test_a_row_that_names_itself_is_the_same_article_however_it_is_written_anew(archive: Path) -> None:
    take_in(archive, "t.csv", f'id,title,date,body\n71,"Council approves budget",2025-06-02,"{COUNCIL}"\n')
    (before,) = load_articles(archive).articles
    take_in(archive, "t.csv", f'id,title,date,body\n71,"Plan for a tram",2025-06-02,"{TRAM}"\n')
    (after,) = load_articles(archive).articles
    assert (after.id, after.title) == (before.id, "Plan for a tram")
    assert [each.title for each in kept(archive)] == ["Council approves budget"]


def test_another_page_saved_under_the_same_name_is_another_article(archive: Path) -> None:
    take_in(archive, "page.html", page("Council approves budget", COUNCIL))
    before = articles(archive)["Council approves budget"]
    report = take_in(archive, "page.html", page("Cranes will arrive", CRANES, published="2025-06-07"))
    now = articles(archive)
    assert set(now) == {"Council approves budget", "Cranes will arrive"}
    assert now["Council approves budget"] == before
    assert "gone-from-source" in [problem.code for problem in report.all_problems()]
    assert [each.body for each in kept(archive)] == [before.body]


def test_a_page_written_anew_at_its_address_is_the_same_article(archive: Path) -> None:
    url = "https://baycourier.example/news/1"
    take_in(archive, "page.html", page("Council approves budget", COUNCIL, url=url))
    (before,) = load_articles(archive).articles
    take_in(archive, "page.html", page("Cranes will arrive", CRANES, url=url, published="2025-06-07"))
    (after,) = load_articles(archive).articles
    assert after.id == before.id
    assert after.updated is not None
    assert [each.title for each in kept(archive)] == ["Council approves budget"]


def test_a_changed_day_alone_is_no_update_and_leaves_an_alias(archive: Path) -> None:
    take_in(archive, "t.csv", table(ROWS[0]))
    (before,) = load_articles(archive).articles
    take_in(archive, "t.csv", table((ROWS[0][0], "2025-06-12", ROWS[0][2])))
    (after,) = load_articles(archive).articles
    assert (after.id, after.updated) == (before.id, None)
    assert after.date is not None
    assert after.date.iso == "2025-06-12"
    assert after.aliases == (f"/{before.permalink}",)


def test_what_the_source_does_not_date_is_told(archive: Path) -> None:
    take_in(archive, "t.csv", table(ROWS[0]))
    report = take_in(archive, "t.csv", table((ROWS[0][0], ROWS[0][1], f"{COUNCIL} {ADDED}")))
    (after,) = load_articles(archive).articles
    assert after.updated is None  # a day of change is never made up
    assert [problem.code for problem in report.all_problems()] == ["update-unknown"]
    assert len(kept(archive)) == 1


def test_a_document_that_was_deleted_on_purpose_does_not_come_back(archive: Path) -> None:
    take_in(archive, "feed.xml", feed(item("g1", "Council approves budget", COUNCIL)))
    take_in(archive, "feed.xml", feed(item("g1", "Council approves budget", f"{COUNCIL}</p><p>{ADDED}", LATER)))
    (archive / "content" / "sources" / "feed.xml").unlink()
    (article,) = load_articles(archive).articles
    (archive / article.path).unlink()
    report = again(archive)
    assert report.documents == ()
    assert load_articles(archive).articles == ()


def test_a_dry_run_keeps_nothing(archive: Path) -> None:
    take_in(archive, "feed.xml", feed(item("g1", "Council approves budget", COUNCIL), item("g2", "A tram", TRAM)))
    path = archive / "content" / "sources" / "feed.xml"
    path.write_text(feed(item("g1", "Council approves budget", f"{COUNCIL}</p><p>{ADDED}", LATER)))
    files = snapshot(archive)
    ingest(archive, today=TODAY, dry_run=True)
    assert snapshot(archive) == files
