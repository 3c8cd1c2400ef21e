"""Ingest as a whole: what becomes of good and bad documents, and what running it again does."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.ingest.progress import State
from generator.ingest.report import DocumentReport, Report
from generator.model.article import Article
from generator.store.articles import load_articles
from generator.store.set_aside import load_set_aside
from generator.text.markdown import plain_text

TODAY = date(2026, 11, 1)
NEWS_AR = """بلدية الميناء تفتتح حديقة عامة على الشاطئ
تاريخ النشر: 3 مايو 2024
المصدر: صحيفة الميناء
افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.
وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.
"""
NEWS_EN = """Fishermen return to the northern bay after a month of storms
Published: 4 May 2024
Source: The Bay Courier
The fishermen of the northern bay put to sea again on Tuesday, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
LONG = "The council met again in the evening and talked about the harbour wall until nobody could remember why. "


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An empty archive: CLDR's territories are its only vocabulary."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def put(archive: Path, name: str, content: str | bytes) -> Path:
    """Write a source document."""
    path = archive / "content" / "sources" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(report: Report) -> DocumentReport:
    """The report's one document."""
    (document,) = report.documents
    return document


def articles(archive: Path) -> list[Article]:
    """All articles of the archive."""
    loaded = load_articles(archive)
    assert loaded.problems == ()
    return list(loaded.articles)


def snapshot(archive: Path) -> dict[Path, bytes]:
    """Every file with its bytes."""
    return {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}


def test_a_document_becomes_an_article(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    document = only(ingest(archive, today=TODAY))
    (article,) = articles(archive)
    assert (document.status, document.document) == ("published", "content/sources/a.txt")
    assert [each.path for each in document.articles] == [article.path]
    assert article.path == Path(f"content/articles/ar/2024/05/{article.id}.md")
    assert article.slug == article.id


def test_english_slugs_hold_the_title_and_the_id(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert article.slug == f"fishermen-return-to-the-northern-bay-after-a-month-{article.id}"


def test_a_dry_run_writes_nothing(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    put(archive, "b.txt", b"\x00\x01\x02\x03" * 50)
    before = snapshot(archive)
    report = ingest(archive, today=TODAY, dry_run=True)
    assert snapshot(archive) == before
    assert [document.status for document in report.documents] == ["published", "set-aside"]


def test_again_changes_nothing(archive: Path) -> None:
    for name, text in (("a.txt", NEWS_AR), ("b.txt", NEWS_EN), ("c.txt", "قائمة")):
        put(archive, name, text)
    ingest(archive, today=TODAY)
    before = snapshot(archive)
    report = ingest(archive, today=TODAY)
    assert snapshot(archive) == before
    assert [document.status for document in report.documents] == ["unchanged", "unchanged", "set-aside"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("junk.txt", bytes(range(256)) * 20, "binary-data"),
        ("zip.txt", b"PK\x03\x04" + bytes(200), "container-damaged"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\n\t\n", "empty"),
        (
            "destroyed.txt",
            b"????? ??????? ?? ????\n???? ??? ??????? ??????? ?? ??? ???????\n",
            "destroyed-text",
        ),
        ("one-word.txt", b"Hello\n", "not-news"),
        ("list.txt", "تفاح\nخبز\nحليب\nبيض وجبن\nزيت زيتون\nبصل\n".encode(), "not-news"),
        ("shopping.txt", b"Milk\nEggs\nBread and butter\nOlive oil\nTwo onions\nRice\n", "not-news"),
        (
            "server.log",
            b"2024-05-03 10:00:01 INFO started the server on port 80\n2024-05-03 10:00:02 WARN slow answer from the"
            b" database\n2024-05-03 10:00:03 ERROR no answer from the database after three tries\n",
            "not-news",
        ),
        (
            "code.txt",
            b"import os\n\ndef main(path):\n    for name in os.listdir(path):\n        print(name)\n"
            b"\nif __name__ == '__main__':\n    main('.')\n",
            "not-news",
        ),
        ("table.txt", b"name,age,city\nAli,31,Cairo\nSara,28,Tunis\nOmar,45,Amman\n", "not-news"),
        ("page.html", b"<html><body><p>Hello</p></body></html>", "no-article"),
        ("page.txt", b"<!DOCTYPE html>\n<html><body><p>Hello</p></body></html>", "no-article"),
        ("front.md", b"---\ntitle: A\n---\n\nText\n", "not-news"),
        ("picture.png", b"\x89PNG\r\n", "format-not-read-yet"),
        ("large.txt", LONG.encode() * 60_000, "too-large"),
        (
            "french.txt",
            "Le conseil municipal adopte le nouveau plan du port\nLe conseil municipal a adopté mardi "
            "le nouveau plan du port, après trois années de débats entre les pêcheurs et les habitants du quartier.\n"
            "".encode(),
            "foreign-language",
        ),
        (
            "persian.txt",
            "شورای شهر طرح تازهٔ بندر را تصویب کرد\n"
            "شورای شهر روز سه‌شنبه پس از سه سال گفت‌وگو میان "
            "ماهیگیران و ساکنان محله طرح "
            "تازهٔ بندر را تصویب کرد و گفت که کار از بهار آغاز می‌شود.\n".encode(),
            "foreign-language",
        ),
        ("costly.txt", f"A long report\n{LONG * 3000}\n".encode(), "costly-text"),
    ],
)
def test_bad_documents_are_set_aside_with_reason_and_cure(archive: Path, name: str, content: bytes, code: str) -> None:
    put(archive, name, content)
    put(archive, "good.txt", NEWS_EN)
    report = ingest(archive, today=TODAY)
    by_name = {document.document: document for document in report.documents}
    bad = by_name[f"content/sources/{name}"]
    assert bad.status == "set-aside"
    assert [problem.code for problem in bad.problems] == [code]
    assert all(problem.what and problem.cure and problem.expected and problem.found for problem in bad.problems)
    assert bad.sha256 is not None
    assert by_name["content/sources/good.txt"].status == "published"
    assert report.needs_a_person
    (entry,) = load_set_aside(archive)
    assert (entry.document, entry.sha256, entry.code) == (bad.document, bad.sha256, code)


def test_the_ledger_forgets_what_goes_through(archive: Path) -> None:
    put(archive, "a.txt", "word")
    put(archive, "b.txt", "word")
    ingest(archive, today=TODAY)
    assert len(load_set_aside(archive)) == 2
    put(archive, "a.txt", NEWS_AR)
    (archive / "content/sources/b.txt").unlink()
    report = ingest(archive, today=TODAY)
    assert not report.needs_a_person
    assert not (archive / "content/sources/set-aside.yml").exists()


def test_another_extension_does_not_matter(archive: Path) -> None:
    for name, text in (("a.md", NEWS_AR), ("b", NEWS_EN)):
        put(archive, name, text)
    assert [document.status for document in ingest(archive, today=TODAY).documents] == ["published", "published"]


@pytest.mark.parametrize(
    "name", ["اسم عربي.txt", "with space.txt", "new\nline.txt", "quo\"te'.txt", "a#b?c%20.txt", "-x.txt"]
)
def test_names_with_any_characters_work(archive: Path, name: str) -> None:
    put(archive, name, NEWS_AR)
    assert only(ingest(archive, today=TODAY)).status == "published"
    (article,) = articles(archive)
    assert article.provenance is not None
    assert article.provenance.document == f"content/sources/{name}"
    assert only(ingest(archive, today=TODAY)).status == "unchanged"


def test_the_same_bytes_twice_are_merged(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    put(archive, "b.txt", NEWS_AR)
    report = ingest(archive, today=TODAY)
    assert [document.status for document in report.documents] == ["published", "merged"]
    (article,) = articles(archive)
    assert report.documents[1].articles[0].path == article.path
    assert not report.needs_a_person


def test_the_same_article_in_other_bytes_is_merged(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    put(archive, "b.txt", NEWS_AR.replace("\n", "\r\n") + "تابعونا على فيسبوك\n")
    report = ingest(archive, today=TODAY)
    assert [document.status for document in report.documents] == ["published", "merged"]


def test_one_title_with_another_text_is_another_article(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    put(archive, "b.txt", "\n".join(NEWS_EN.split("\n")[:3]) + "\n" + LONG * 2 + "\n")
    report = ingest(archive, today=TODAY)
    assert [document.status for document in report.documents] == ["published", "published"]
    assert len({article.id for article in articles(archive)}) == 2


def test_a_changed_document_updates_its_article_in_place(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    (before,) = articles(archive)
    put(archive, "a.txt", NEWS_EN.replace("4 May 2024", "9 June 2024"))
    assert only(ingest(archive, today=TODAY)).status == "published"
    (after,) = articles(archive)
    assert (after.id, after.slug, after.path) == (before.id, before.slug, before.path)
    assert after.aliases == (f"/en/2024/05/04/{before.slug}/",)
    put(archive, "a.txt", NEWS_EN.replace("4 May 2024", "9 June 2024").replace("a third", "a quarter"))
    assert only(ingest(archive, today=TODAY)).status == "published"
    (after,) = articles(archive)
    assert (after.id, after.slug, after.path) == (before.id, before.slug, before.path)
    assert after.aliases == (f"/en/2024/05/04/{before.slug}/",)
    assert "a quarter" in after.body
    assert only(ingest(archive, today=TODAY)).status == "unchanged"


def test_a_renamed_document_keeps_its_article(archive: Path) -> None:
    path = put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    (before,) = articles(archive)
    path.rename(path.with_name("b.txt"))
    ingest(archive, today=TODAY)
    (after,) = articles(archive)
    assert after.id == before.id
    assert after.provenance is not None
    assert after.provenance.document == "content/sources/b.txt"


def edit(archive: Path) -> Path:
    """Change the one article by hand; gives its file."""
    (article,) = articles(archive)
    path = archive / article.path
    path.write_text(path.read_text().replace("northern bay", "northern gulf"))
    return path


def test_an_edited_article_is_left_alone(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    path = edit(archive)
    text = path.read_text()
    report = ingest(archive, today=TODAY)
    assert only(report).status == "unchanged"
    assert not report.needs_a_person
    assert path.read_text() == text


def test_an_edited_article_with_a_changed_source_needs_a_person(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    path = edit(archive)
    text = path.read_text()
    put(archive, "a.txt", NEWS_EN.replace("a third", "a quarter"))
    report = ingest(archive, today=TODAY)
    (problem,) = only(report).problems
    assert problem.code == "edited-by-a-person"
    assert report.needs_a_person
    assert path.read_text() == text


def test_a_broken_article_file_is_not_overwritten(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    path = archive / article.path
    broken = path.read_text().replace('lang: "en"', 'lang: "xx"')
    path.write_text(broken)
    report = ingest(archive, today=TODAY)
    assert [problem.code for problem in only(report).problems] == ["article-broken"]
    assert path.read_text() == broken


def test_an_article_that_left_its_document_is_told(archive: Path) -> None:
    put(
        archive,
        "a.txt",
        f"{NEWS_AR}إقرأ أيضاً:\n{chr(10).join(NEWS_EN.split(chr(10))[:1] + NEWS_EN.split(chr(10))[3:])}",
    )
    ingest(archive, today=TODAY)
    assert len(articles(archive)) == 2
    put(archive, "a.txt", NEWS_AR)
    report = ingest(archive, today=TODAY)
    assert "gone-from-source" in [problem.code for problem in only(report).problems]
    assert report.needs_a_person
    assert len(articles(archive)) == 2


def test_a_document_from_elsewhere_is_kept(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("inbox") / "page.txt"
    outside.write_text(NEWS_EN)
    document = only(ingest(archive, [outside], today=TODAY))
    assert document.document == "content/sources/received/page.txt"
    assert (archive / document.document).read_bytes() == outside.read_bytes()
    assert only(ingest(archive, [outside], today=TODAY)).status == "unchanged"
    outside.write_text(NEWS_AR)
    other = only(ingest(archive, [outside], today=TODAY))
    assert other.status == "published"
    assert other.document != document.document
    assert only(ingest(archive, [outside], today=TODAY)).status == "unchanged"


def test_a_bad_document_from_elsewhere_stays_there(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("inbox") / "page.txt"
    outside.write_text("word")
    document = only(ingest(archive, [outside], today=TODAY))
    assert document.status == "set-aside"
    assert not (archive / "content/sources/received").exists()
    assert [entry.document for entry in load_set_aside(archive)] == [outside.as_posix()]


def test_links_that_lead_out_are_refused(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("secret")
    (outside / "page.txt").write_text(NEWS_EN)
    sources = archive / "content" / "sources"
    (sources / "file.txt").symlink_to(outside / "page.txt")
    (sources / "folder").symlink_to(outside)
    (sources / "nowhere.txt").symlink_to(sources / "missing.txt")
    report = ingest(archive, today=TODAY)
    assert [document.status for document in report.documents] == ["refused"] * 3
    assert {problem.code for problem in report.all_problems()} == {"link-outside"}
    assert articles(archive) == []


def test_what_cannot_be_read_is_a_problem(archive: Path) -> None:
    unreadable = put(archive, "a.txt", NEWS_EN)
    unreadable.chmod(0)
    if os.geteuid() == 0:  # the superuser may read everything but this
        unreadable = Path("/proc/self/mem")
    report = ingest(archive, [unreadable, put(archive, "b.txt", NEWS_AR)], today=TODAY)
    assert sorted(document.status for document in report.documents) == ["published", "refused"]
    assert [problem.code for problem in report.all_problems()] == ["unreadable-file"]


def test_a_pipe_is_not_opened(archive: Path) -> None:
    os.mkfifo(archive / "content" / "sources" / "pipe.txt")
    document = only(ingest(archive, today=TODAY))
    assert (document.status, document.problems[0].code) == ("refused", "no-regular-file")


def test_versions_of_one_story_share_it(archive: Path) -> None:
    put(archive, "bay/park.ar.txt", NEWS_AR)
    put(archive, "bay/park.en.txt", NEWS_EN)
    put(archive, "bay/alone.en.txt", NEWS_EN.replace("Fishermen", "Sailors").replace("fishermen", "sailors"))
    ingest(archive, today=TODAY)
    assert sorted(str(article.story) for article in articles(archive)) == ["None", "bay-park", "bay-park"]


def test_a_publishers_folder_names_the_source(archive: Path) -> None:
    vocabulary = archive / "content" / "vocabulary"
    vocabulary.mkdir()
    (vocabulary / "publishers.yml").write_text("- {id: bay-courier, ar: بريد الخليج, en: Bay Courier, folder: bay}\n")
    text = "\n".join(line for line in NEWS_EN.split("\n") if not line.startswith("Source"))
    second = "\n".join(NEWS_AR.split("\n")[:1] + NEWS_AR.split("\n")[3:])
    put(archive, "bay/a.txt", f"{text}\nRead also:\n{second}")
    ingest(archive, today=TODAY)
    assert {article.lang.value: article.source for article in articles(archive)} == {"en": "bay-courier", "ar": None}


def test_progress_is_told(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    put(archive, "b.txt", NEWS_EN)
    told: list[State] = []
    ingest(archive, today=TODAY, progress=told.append)
    assert [(each.documents, each.of_documents, each.articles) for each in told] == [
        (0, 2, 1),
        (1, 2, 1),
        (1, 2, 2),
        (2, 2, 2),
    ]
    shares = [each.share for each in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "# 12 is the number of the house where the list was printed.",
        "## 13 is the number of the other house, and of the street.",
        "# رقم 12 هو البيت الذي طُبعت فيه القائمة.",
        "> 14 is said to be the number of the house.",
        "* 15 is the bullet of the list that the printers kept.",
        "- 16 is the dash of the list that the printers kept.",
        "+ 17 is the plus of the list that the printers kept.",
        "1. The first thing on the list was the price of paper.",
        "#hashtag is what the printers called it that year.",
        "__init__",
        "(…)",
        "؟!",
    ],
)
def test_a_line_of_a_body_that_begins_like_markdown_is_kept_as_it_is(archive: Path, line: str) -> None:
    head, *paragraphs = NEWS_EN.rstrip().rsplit("\n", 1)
    put(archive, "a.txt", "\n".join((head, line, *paragraphs)))
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert line in plain_text(article.body).splitlines()
    assert article.provenance is not None
    assert article.provenance.repairs == ()


@pytest.mark.parametrize(
    ("line", "heading", "signs"),
    [
        ("## The harbour wall", "The harbour wall", 2),
        ("### The harbour wall ###", "The harbour wall", 6),
        ("# C#", "C#", 1),
        ("**The harbour wall**", "The harbour wall", 4),
        ("=== جدار الميناء ===", "جدار الميناء", 6),
    ],
)
def test_the_signs_of_a_heading_are_recorded(archive: Path, line: str, heading: str, signs: int) -> None:
    head, last = NEWS_EN.rstrip().rsplit("\n", 1)
    put(archive, "a.txt", "\n".join((head, line, last)))
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert heading in plain_text(article.body).splitlines()
    assert article.provenance is not None
    assert dict(article.provenance.repairs) == {"heading-signs": signs}


def test_a_rule_inside_a_body_is_kept_with_what_was_removed(archive: Path) -> None:
    head, last = NEWS_EN.rstrip().rsplit("\n", 1)
    put(archive, "a.txt", "\n".join((head, "* * *", last)))
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert article.provenance is not None
    assert article.provenance.removed == ("* * *",)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("03/04/2024", "day and month can be read in either order"),
        ("31 February 2024", "there is no such day"),
        ("Monday 4 May 2024", "its weekday is not that of its date"),
    ],
)
def test_the_report_says_why_a_date_was_refused(archive: Path, written: str, reason: str) -> None:
    put(archive, "a.txt", NEWS_EN.replace("4 May 2024", written))
    report = ingest(archive, today=TODAY)
    (hint,) = only(report).problems
    assert hint.code == "date-unknown"
    assert written in hint.found
    assert reason in hint.found
    assert any(f"date unknown: {written}: {reason}" in line for line in report.as_lines())


def with_line(news: str, line: str) -> str:
    """A document with a line between its head and its text."""
    title, published, _source, *text = news.splitlines()
    return "\n".join((title, published, line, *text, ""))


@pytest.mark.parametrize(
    ("news", "line", "dateline", "source"),
    [
        (NEWS_AR, "صيدا – الوردة", "صيدا", None),
        (NEWS_AR, "صيدا - «الوردة»", "صيدا", None),
        (NEWS_AR, "صيدا - «الوردة»:", "صيدا", None),
        (NEWS_AR, "صيدا (الوردة)", "صيدا", None),
        (NEWS_AR, "صيدا – رويترز", "صيدا", "رويترز"),
        (NEWS_AR, "بيروت – خاص بالوردة", "بيروت", "الوردة"),
        (NEWS_AR, "بيروت – خاص بالوردة:", "بيروت", "الوردة"),
        (NEWS_AR, "صيدا – «الوردة» – وكالات", "صيدا", "«الوردة» – وكالات"),
        (NEWS_EN, "BEIRUT — Al-Warda", "BEIRUT", None),
        (NEWS_EN, "Beirut - Al-Warda:", "Beirut", None),
        (NEWS_EN, "BEIRUT – Special to Al-Warda", "BEIRUT", "Al-Warda"),
    ],
)
def test_a_dateline_alone_on_its_line_is_one(
    archive: Path, news: str, line: str, dateline: str, source: str | None
) -> None:
    put(archive, "a.txt", with_line(news, line))
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert (article.dateline, article.source, article.kicker, article.description) == (dateline, source, None, None)
    assert article.provenance is not None
    assert line in article.provenance.removed or source in line.partition(" ")[2]


@pytest.mark.parametrize(
    ("news", "line"),
    [
        (NEWS_AR, "ملف – الصحة"),
        (NEWS_AR, "ثقافة (أدب)"),
        (NEWS_AR, "مقابلة – اقتصاد"),
        (NEWS_AR, "لبنان – سياسة"),
        (NEWS_EN, "BUSINESS — Markets"),
        (NEWS_EN, "Interview – Health"),
        (NEWS_EN, "Opinion"),
    ],
)
def test_a_rubric_is_no_dateline(archive: Path, news: str, line: str) -> None:
    put(archive, "a.txt", with_line(news, line))
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    assert (article.dateline, article.kicker) == (None, line)


def test_an_article_of_ours_among_the_sources_is_told_where_it_belongs(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    ingest(archive, today=TODAY)
    (article,) = articles(archive)
    put(archive, "copy.md", (archive / article.path).read_bytes())
    report = ingest(archive, today=TODAY)
    (problem,) = report.all_problems()
    assert problem.code == "own-article"
    assert "content/articles" in problem.cure
    assert len(articles(archive)) == 1


def test_an_article_of_the_archive_itself_is_no_source_document(archive: Path) -> None:
    put(
        archive,
        "page.txt",
        '---\ntitle: "A page"\ndate: null\ndate_precision: none\nlang: en\nsource: null\n---\n\nIts text.\n',
    )
    (problem,) = only(ingest(archive, today=TODAY)).problems
    assert problem.code == "own-article"
    assert "content/articles" in problem.cure
    assert ".txt" not in problem.cure + problem.found


def test_a_line_break_in_a_document_s_name_is_shown_as_one(archive: Path) -> None:
    put(archive, "two\nlines.txt", NEWS_EN)
    report = ingest(archive, today=TODAY)
    assert report.as_lines()[0] == "published: content/sources/two\\nlines.txt"


def test_what_is_broken_in_a_document_that_gives_articles_waits_too(archive: Path) -> None:
    lines = [
        json.dumps({"title": f"The ferry sails again, part {n}", "body": LONG * 2, "date": "2024-05-03"})
        for n in (1, 2)
    ]
    put(archive, "a.jsonl", "\n".join([lines[0], '{"title": ', lines[1]]))
    report = ingest(archive, today=TODAY)
    assert only(report).status == "published"
    assert len(only(report).articles) == 2
    assert report.needs_a_person
    assert [(each.document, each.code, each.status) for each in load_set_aside(archive)] == [
        ("content/sources/a.jsonl", "broken-json", "set-aside")
    ]


def test_a_bad_member_of_an_archive_waits_by_its_name(archive: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("news/good.txt", NEWS_EN)
        file.writestr("news/bomb.txt", bytes(100_000_000))
    put(archive, "a.zip", bomb.getvalue())
    report = ingest(archive, today=TODAY)
    assert len(only(report).articles) == 1
    assert [(each.document, each.record, each.code) for each in load_set_aside(archive)] == [
        ("content/sources/a.zip", "news/bomb.txt", "container-too-large")
    ]


def test_what_is_set_aside_for_a_hint_needs_a_person_too(archive: Path) -> None:
    put(archive, "a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx")
    report = ingest(archive, today=TODAY)
    assert only(report).status == "set-aside"
    assert report.needs_a_person


@pytest.mark.parametrize("letter", ["x", "خ", "😀"])
@pytest.mark.parametrize("place", ["content/sources", ""])
def test_names_as_long_as_names_may_be(archive: Path, letter: str, place: str) -> None:
    name = letter * (251 // len(letter.encode())) + ".txt"
    path = archive / place / name
    path.write_text(NEWS_EN)
    document = only(ingest(archive, [path], today=TODAY))
    assert document.status == "published"
    assert document.problems == () or all(each.severity == "hint" for each in document.problems)


@pytest.mark.parametrize(
    ("name", "cure"),
    [("a.xlsx", "CSV"), ("a.rar", ".zip"), ("a.docx", ".txt"), ("a.pdf", ".txt"), ("a.sql", ".csv")],
)
def test_what_is_not_read_comes_with_the_way_to_save_it(archive: Path, name: str, cure: str) -> None:
    put(archive, name, "PK")
    (problem,) = only(ingest(archive, today=TODAY)).problems
    assert problem.code == "format-not-read-yet"
    assert cure in problem.cure
    assert "docs/formats/README.md" in problem.expected


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_ledger_that_cannot_be_written_costs_no_report(archive: Path) -> None:
    put(archive, "a.txt", NEWS_EN)
    put(archive, "b.json", "[")
    (archive / "content/sources" / f".set-aside.yml.{os.getpid()}.part").symlink_to("/dev/full")
    report = ingest(archive, today=TODAY)
    assert [each.status for each in report.documents] == ["published", "set-aside"]
    (problem,) = report.problems
    assert (problem.code, problem.path) == ("cannot-write", Path("content/sources/set-aside.yml"))
    assert "No space left" in problem.what
    assert report.needs_a_person
    assert not list(archive.rglob("*.part"))
    assert load_set_aside(archive) == ()


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Sam Hill", ("Sam Hill",)),
        ("By Sam Hill and Jo Marsh", ("Sam Hill", "Jo Marsh")),
        ("كتب: سامي هلال", ("سامي هلال",)),
        ("Sam Hill", ("Sam Hill",)),
        ("Byron Hill", ("Byron Hill",)),
    ],
)
def test_a_label_written_into_the_field_of_the_author_is_no_name(
    archive: Path, written: str, names: tuple[str, ...]
) -> None:
    text = NEWS_EN.splitlines()[-1]
    put(archive, "a.jsonl", json.dumps({"headline": "Ferry returns", "byline": written, "body": text}))
    ingest(archive, today=TODAY)
    (article,) = load_articles(archive).articles
    assert article.authors == names


@pytest.mark.parametrize(
    "head",
    [
        "From: desk@quay.example\nSubject: Potters\n\n",
        "من: مكتب الأخبار\nتاريخ الإرسال: 2 يونيو 2025\nالموضوع: للنشر\n\n",
    ],
)
def test_the_head_of_a_letter_is_no_title_and_gives_no_date(archive: Path, head: str) -> None:
    put(archive, "a.txt", head + NEWS_EN)
    ingest(archive, today=TODAY)
    (article,) = load_articles(archive).articles
    assert article.title == NEWS_EN.splitlines()[0]
    assert article.date is not None
    assert article.date.iso == "2024-05-04"
    assert article.provenance is not None
    assert set(head.split("\n")) - {""} <= set(article.provenance.removed)


def test_a_document_from_elsewhere_waits_once_however_often_it_is_read(archive: Path, tmp_path: Path) -> None:
    """One record of it is published, so that it is kept; another waits."""
    outside = tmp_path / "outside"
    outside.mkdir()
    with zipfile.ZipFile(outside / "a.zip", "w") as container:
        container.writestr("news.txt", NEWS_EN)
        container.writestr("front.html", "<html><body><p>Nothing here.</p></body></html>")
    ingest(archive, [outside], today=TODAY)
    (waiting,) = load_set_aside(archive)
    for _ in range(2):
        ingest(archive, [outside], today=TODAY)
        assert list(load_set_aside(archive)) == [waiting]


def test_a_mapping_without_its_table_is_told_and_stops_nothing(archive: Path) -> None:
    put(archive, "a.txt", NEWS_AR)
    put(archive, "news.mapping.yml", "title: headline\n")
    report = ingest(archive, today=TODAY)
    assert [(problem.code, problem.path) for problem in report.problems] == [
        ("lone-mapping", Path("content/sources/news.mapping.yml"))
    ]
    assert not report.needs_a_person
    assert only(report).status == "published"
