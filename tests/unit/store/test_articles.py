"""Articles on disk: what a hand-written file may look like, and what is said of one that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.model.article import Article, Provenance, Status
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.store.articles import is_edited, load_articles, parse_article, render_article, write_article

PATH = Path("content/articles/en/2025/06/port-reopens.md")
MINIMAL = """---
title: Port reopens
date: 2025-06-02
lang: en
source: al-marsad
tags: [place/LY]
---

The first ships called on Monday.
"""


def file_with(lines: str, body: str = "The first ships called on Monday.\n") -> str:
    """A file with the given front matter."""
    return f"---\n{lines}\n---\n\n{body}"


def complete(line: str) -> str:
    """A file that lacks nothing, with one more line; the line is the seventh."""
    return MINIMAL.replace("]\n---\n", f"]\n{line}\n---\n")


def load(text: str) -> Article:
    """The article of a file that must load without any problem."""
    article, problems = parse_article(text, PATH)
    assert problems == []
    assert article is not None
    return article


def only_problem(text: str) -> Problem:
    """The one problem of a file."""
    _, problems = parse_article(text, PATH)
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


def test_a_hand_written_article_needs_five_fields() -> None:
    article = load(MINIMAL)
    assert article.title == "Port reopens"
    assert article.date == PublicationDate("2025-06-02")
    assert article.lang is Language.EN
    assert article.source == "al-marsad"
    assert article.tags == ("place/LY",)
    assert article.slug == "port-reopens"
    assert len(article.id) == 8
    assert article.body == "The first ships called on Monday."
    assert article.path == PATH


def test_the_derived_id_follows_the_place_below_content_articles() -> None:
    first, _ = parse_article(MINIMAL, PATH)
    second, _ = parse_article(MINIMAL, PATH.with_name("other.md"))
    assert first is not None
    assert second is not None
    assert first.id == load(MINIMAL).id
    assert first.id != second.id


def test_an_arabic_file_name_gives_a_safe_slug() -> None:
    article, problems = parse_article(MINIMAL, Path("content/articles/en/ميناء.md"))
    assert problems == []
    assert article is not None
    assert article.slug.isascii()


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-06-02", "2025-06-02"),
        ('"2025-06-02"', "2025-06-02"),
        ("2025-06", "2025-06"),
        ("2025", "2025"),
        ('"2025"', "2025"),
        ("2025-06-02 14:35", "2025-06-02T14:35"),
        ("2025-06-02 14:35:10", "2025-06-02T14:35:10"),
        ("2025-06-02T14:35:10Z", "2025-06-02T14:35:10+00:00"),
        ("2025-06-02T14:35:10.25+03:00", "2025-06-02T14:35:10+03:00"),
        ("2025-06-02 14:35 +3", "2025-06-02T14:35+03:00"),
        ('"2025-06-02T14:35+0330"', "2025-06-02T14:35+03:30"),
        ("٢٠٢٥-٠٦-٠٢", "2025-06-02"),
    ],
)
def test_dates_are_read_as_a_person_writes_them(written: str, iso: str) -> None:
    assert load(MINIMAL.replace("date: 2025-06-02", f"date: {written}")).date == PublicationDate(iso)


@pytest.mark.parametrize("written", ["null", "~", "", '""'])
def test_an_unknown_date_stays_unknown(written: str) -> None:
    assert load(MINIMAL.replace("date: 2025-06-02", f"date: {written}")).date is None


@pytest.mark.parametrize(
    "written",
    ["02/06/2025", "2025-02-30", "2025-13", "20250602", "2 June 2025", "2025-06-02T25:00", "[2025]", "yes", "2025-6-2"],
)
def test_what_is_no_date_is_refused_with_its_line(written: str) -> None:
    text = MINIMAL.replace("date: 2025-06-02", f"date: {written}")
    assert parse_article(text, PATH)[0] is None
    problem = only_problem(text)
    assert (problem.code, problem.line, problem.path) == ("wrong-value", 3, PATH)
    assert "2025-06-02" in problem.expected
    assert problem.cure


@pytest.mark.parametrize("written", ["NO", "14:35", "0123", "1e3", "2024", "yes", "1.10", "2025-06-02", "="])
def test_a_title_that_yaml_would_misread_is_the_text_that_stands_there(written: str) -> None:
    article, problems = parse_article(MINIMAL.replace("Port reopens", written), PATH)
    assert article is not None
    assert article.title == written
    assert [(problem.code, problem.line, problem.severity) for problem in problems] in (
        [],  # a plain text to YAML 1.1 as well
        [("unquoted-text", 2, Severity.HINT)],
    )


def test_an_unquoted_country_code_stays_a_country_code() -> None:
    article, problems = parse_article(MINIMAL.replace("[place/LY]", "[NO, place/NO]"), PATH)
    assert article is not None
    assert article.tags == ("NO", "place/NO")
    assert problems[0].cure == 'put it between double quotes: "NO"'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("authors: Mona Salem", "wrong-value"),
        ("tags2: x", "unknown-key"),
        ("status: drfat", "wrong-value"),
        ("special: maybe", "wrong-value"),
        ("related: {a: b}", "wrong-value"),
        ("related: [[a]]", "wrong-value"),
        ("related: [a, ]\nkicker: [x]", "wrong-value"),
        ("original: x", "wrong-value"),
        ("corrections: [{date: 2025-06-04}]", "missing-key"),
        ("corrections: {date: 2025-06-04}", "wrong-value"),
        ("provenance: {document: a.txt}", "missing-key"),
        ("provenance: {document: a.txt, sha256: abc}", "wrong-value"),
        ("aliases: [../../etc/passwd]", "wrong-value"),
        ("aliases: ['https://example.org/x/']", "wrong-value"),
        ("aliases: ['/x/?p=1']", "wrong-value"),
        ("original: {publishr: x}", "unknown-key"),
        ("kicker: !!python/object:os.system x", "wrong-value"),
        ("title: Again", "duplicate-key"),
        ("? [a]\n: b", "odd-key"),
        ("<<: {kicker: x}", "unknown-key"),
    ],
)
def test_each_misfit_is_a_problem_with_line_and_cure(line: str, code: str) -> None:
    _, problems = parse_article(complete(line), PATH)
    assert [problem.code for problem in problems][:1] == [code]
    for problem in problems:
        assert problem.line is not None
        assert problem.line >= 7
        assert problem.cure


def test_a_bad_alias_is_left_out_and_costs_nothing_else() -> None:
    article, problems = parse_article(complete('aliases: ["../../etc/passwd", "en/old/"]'), PATH)
    assert article is not None
    assert article.aliases == ("en/old/",)
    assert [(problem.code, problem.severity, problem.line) for problem in problems] == [
        ("wrong-value", Severity.ERROR, 7)
    ]


def test_a_single_text_where_a_list_belongs_is_shown_in_brackets() -> None:
    assert only_problem(complete("authors: Mona Salem")).cure == 'write it in brackets: `authors: ["Mona Salem"]`'


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Title", "title"),
        ("autors", "authors"),
        ("author", "authors"),
        ("summary", "description"),
        ("aliasses", "aliases"),
    ],
)
def test_an_unknown_key_is_followed_by_the_one_that_was_meant(key: str, meant: str) -> None:
    article, problems = parse_article(complete(f"{key}: x"), PATH)
    assert article is not None
    assert problems[0].cure == f"did you mean `{meant}`?"
    assert problems[0].line == 7


@pytest.mark.parametrize("line", ["draft: true", "statuss: draft", "Status: draft"])
def test_a_mistyped_status_does_not_publish_a_draft(line: str) -> None:
    assert parse_article(complete(line), PATH)[0] is None


def test_a_key_far_from_any_is_simply_unknown() -> None:
    assert only_problem(complete("hide: [toc]")).cure == "delete the line"


@pytest.mark.parametrize("missing", ["title", "lang"])
def test_without_title_or_language_an_article_cannot_be_shown(missing: str) -> None:
    text = "\n".join(line for line in MINIMAL.split("\n") if not line.startswith(missing))
    assert parse_article(text, PATH)[0] is None
    assert only_problem(text).code == "missing-key"
    blank = "\n".join(f"{missing}:" if line.startswith(missing) else line for line in MINIMAL.split("\n"))
    assert parse_article(blank, PATH)[0] is None
    assert only_problem(blank).code == "missing-key"


def test_the_folder_suggests_a_missing_language() -> None:
    text = MINIMAL.replace("lang: en\n", "")
    assert only_problem(text).cure == 'add `lang: "en"`'
    assert parse_article(text, Path("content/articles/ar/x.md"))[1][0].cure == 'add `lang: "ar"`'


@pytest.mark.parametrize("missing", ["date", "source", "tags"])
def test_a_missing_field_that_may_be_unknown_is_told_and_the_article_shown(missing: str) -> None:
    text = "\n".join(line for line in MINIMAL.split("\n") if not line.startswith(missing))
    article, problems = parse_article(text, PATH)
    assert article is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("missing-key", Severity.ERROR)]
    assert missing in problems[0].cure


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "no-front-matter", 1),
        ("Only text.\n", "no-front-matter", 1),
        ("---\ntitle: x\n", "open-front-matter", 1),
        ("---\n---\n", "no-fields", 2),
        ("---\n- a\n---\n", "no-fields", 2),
        (file_with("title: a: b\nlang: en"), "broken-yaml", 2),
        (file_with('lang: en\ntitle: "a'), "broken-yaml", 3),
        (file_with("lang: en\ntags: [a\nsource: x"), "broken-yaml", 4),
        (file_with("lang: en\n\ttitle: x"), "broken-yaml", 3),
        (file_with("lang: en\ntitle: @x"), "broken-yaml", 3),
        (file_with("lang: en\ntitle: a\x00b"), "control-character", 3),
        (file_with("lang: en\nkicker: é\x85\ntitle: a\x1bb"), "control-character", 5),
        (file_with("lang: en\ntags: " + "[" * 100_000), "broken-yaml", 2),
        (file_with("lang: en\ntags: " + "[" * 100_000 + "]" * 100_000), "broken-yaml", 2),
        (file_with("lang: en\ntags:\n" + "- " * 100_000 + "x"), "broken-yaml", 2),
        (file_with("lang: en\ntags:\n" + "? " * 100_000 + "x"), "broken-yaml", 2),
        (file_with("lang: en\ntags: " + "{a: " * 60_000), "broken-yaml", 2),
        (file_with("title: \ud800\nlang: en"), "broken-yaml", 2),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_where(text: str, code: str, line: int) -> None:
    article, problems = parse_article(text, PATH)
    assert article is None
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]


def test_aliases_of_yaml_are_refused_before_they_can_multiply() -> None:
    rows = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    rows += [f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9)]
    problem = only_problem(file_with("\n".join(rows)))
    assert problem.code == "yaml-alias"
    assert only_problem(complete("authors: &x [*x]")).code == "yaml-alias"
    assert load(complete("kicker: 5 * 3 and R&D")).kicker == "5 * 3 and R&D"


def test_a_date_is_no_more_exact_than_its_precision_says() -> None:
    article, problems = parse_article(complete("date_precision: month"), PATH)
    assert article is not None
    assert article.date == PublicationDate("2025-06")
    assert [problem.code for problem in problems] == ["precision-disagrees"]
    undated, _ = parse_article(complete("date_precision: none"), PATH)
    assert undated is not None
    assert undated.date is None


def test_line_ends_of_windows_are_read() -> None:
    crlf = load(MINIMAL.replace("\n", "\r\n"))
    assert crlf == load(MINIMAL)


def test_a_byte_order_mark_is_read() -> None:
    assert load("\ufeff" + MINIMAL) == load(MINIMAL)


def test_an_unsafe_slug_is_made_safe_and_said() -> None:
    article, problems = parse_article(complete("slug: ../../Etc Passwd"), PATH)
    assert article is not None
    assert article.slug == "etc-passwd"
    assert [(problem.code, problem.severity) for problem in problems] == [("unsafe-slug", Severity.WARNING)]
    assert 'slug: "etc-passwd"' in problems[0].cure


def test_the_editor_s_slug_wins() -> None:
    assert load(complete("slug: port-of-misrata")).slug == "port-of-misrata"


def ingested() -> Article:
    """An article as ingest makes it."""
    return Article(
        "ميناء مصراتة",
        PublicationDate("2025-06-02"),
        Language.AR,
        "المرصد",
        ("place/LY",),
        "1f0c9a7e",
        "1f0c9a7e",
        "نص.\n",
        "content/articles/ar/2025/06/1f0c9a7e.md",
        status=Status.WITHDRAWN,
        provenance=Provenance("content/sources/a.txt", "0" * 64, (1, 14), (("lost-emoji", 8),), ("شارك",)),
    )


def test_the_file_is_written_in_one_order_with_every_text_quoted() -> None:
    lines = render_article(ingested()).split("\n")
    assert lines[:5] == ["---", 'title: "ميناء مصراتة"', 'date: "2025-06-02"', 'lang: "ar"', 'source: "المرصد"']
    assert lines[5:7] == ["tags:", '  - "place/LY"']
    assert lines[7:18] == [
        'id: "1f0c9a7e"',
        'slug: "1f0c9a7e"',
        'date_precision: "day"',
        'status: "withdrawn"',
        "provenance:",
        '  document: "content/sources/a.txt"',
        f'  sha256: "{"0" * 64}"',
        '  lines: "1-14"',
        "  repairs:",
        '    "lost-emoji": 8',
        "  removed:",
    ]
    assert lines[19].startswith('  written: "')
    assert lines[20:] == ["---", "", "نص.", "", ""]


def test_what_is_unknown_is_null_and_no_tags_are_an_empty_list() -> None:
    text = render_article(Article("x", None, Language.EN, None, (), "1f0c9a7e", "x", "", PATH.as_posix()))
    assert 'date: null\nlang: "en"\nsource: null\ntags: []\n' in text


def test_a_written_file_is_not_edited_until_someone_edits_it() -> None:
    text = render_article(ingested())
    assert not is_edited(text)
    assert not is_edited(text.replace("\n", "\r\n"))
    assert is_edited(text.replace("نص", "نصّ"))
    assert is_edited(text.replace("  written:", "  wrote:"))
    assert is_edited(text.replace("---\n\n", '  written: "00"\n---\n\n', 1))
    assert is_edited(MINIMAL)
    assert is_edited("")


def test_an_article_is_written_at_its_place_and_loads_again(tmp_path: Path) -> None:
    article = ingested()
    assert write_article(tmp_path, article) == article.path
    assert [path.name for path in (tmp_path / article.path).parent.iterdir()] == ["1f0c9a7e.md"]
    loaded = load_articles(tmp_path)
    assert loaded.problems == ()
    assert loaded.articles[0].title == article.title
    written = (tmp_path / article.path).stat()
    write_article(tmp_path, article)
    assert (tmp_path / article.path).stat().st_mtime_ns == written.st_mtime_ns


@pytest.mark.parametrize("path", ["/tmp/x.md", "content/articles/../../x.md", "content/x.md"])  # noqa: S108 - never written
def test_an_article_is_never_written_elsewhere(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        write_article(tmp_path, Article("x", None, Language.EN, None, (), "1", "x", "", path))
    assert list(tmp_path.iterdir()) == []


def test_one_broken_file_does_not_keep_the_others_from_loading(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles/en/2025/06"
    folder.mkdir(parents=True)
    (folder / "good.md").write_text(MINIMAL, encoding="utf-8")
    (folder / "broken.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    (folder / "latin.md").write_bytes(b"---\ntitle: x\nkicker: caf\xe9\n---\n")
    (folder / "folder.md").mkdir()
    (folder / ".hidden.md").write_text("nothing", encoding="utf-8")
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    loaded = load_articles(tmp_path)
    assert [article.path.name for article in loaded.articles] == ["good.md"]
    found = {(problem.path.name, problem.code, problem.line) for problem in loaded.problems if problem.path}
    assert found == {
        ("broken.md", "broken-yaml", 2),
        ("latin.md", "not-utf-8", 3),
        ("folder.md", "unreadable-file", None),
    }


def test_a_link_that_leads_out_of_the_archive_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    folder = root / "content/articles/en"
    folder.mkdir(parents=True)
    (tmp_path / "outside.md").write_text(MINIMAL, encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "outside.md")
    loaded = load_articles(root)
    assert loaded.articles == ()
    assert [problem.code for problem in loaded.problems] == ["link-outside"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles/en"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.md")
    (folder / "link.md").symlink_to("pipe.md")
    loaded = load_articles(tmp_path)
    assert [(each.code, each.path and each.path.name) for each in loaded.problems] == [
        ("unreadable-file", "link.md"),
        ("unreadable-file", "pipe.md"),
    ]


def test_an_archive_without_articles_is_empty(tmp_path: Path) -> None:
    assert load_articles(tmp_path).articles == ()


def test_a_folder_that_cannot_be_read_is_told_and_keeps_no_other_from_loading(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles/en"
    folder.mkdir(parents=True)
    (folder / "good.md").write_text(MINIMAL, encoding="utf-8")
    _make_deep(folder)
    loaded = load_articles(tmp_path)
    assert [article.path.name for article in loaded.articles] == ["good.md"]
    assert [problem.code for problem in loaded.problems] == ["unreadable-folder"]


def test_articles_that_cannot_be_read_at_all_are_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/articles").symlink_to("articles")  # the system follows it until it gives up
    assert [problem.code for problem in load_articles(tmp_path).problems] == ["unreadable-folder"]


def _make_deep(folder: Path) -> None:
    """Make folders in folders until the innermost has a path that the system refuses."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("x" * 250, dir_fd=here)
        inner = os.open("x" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
