"""Every problem at once: an archive with one of each fault against what is to be said of it, and single faults."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.checks.content import ContentReport, check_content
from generator.errors import Problem, Severity
from generator.text.gfm import check_size

TODAY = date(2026, 1, 1)
ARTICLE = '---\ntitle: "{title}"\ndate: "2025-06-02"\nlang: "en"\nsource: null\ntags: []\n{more}---\n\n{body}\n'


def put(root: Path, name: str, more: str = "", body: str = "Text.", title: str = "Title") -> Path:
    """Write an article into an archive."""
    path = root / "content/articles/en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(title=title, more=more, body=body), encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty archive."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("plugins: [sijill]\n", encoding="utf-8")
    return tmp_path


def codes(report: ContentReport) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in report.problems]


def only(root: Path) -> Problem:
    """The one problem of an archive."""
    report = check_content(root, TODAY)
    assert len(report.problems) == 1, codes(report)
    return report.problems[0]


def test_an_archive_with_one_of_each_fault_is_told_as_the_golden_says(repository: Path) -> None:
    """To take a change over: sijill check --hints --root . 2>problems.txt, in that archive."""
    archive = repository / "tests/archives/invalid"
    report = check_content(archive, TODAY)
    told = "".join(f"{problem}\n" for problem in report.problems)
    golden = (archive / "problems.txt").read_text(encoding="utf-8")
    assert told.replace("today, 2026-01-01", "today, …") == golden


def test_each_problem_of_that_archive_says_all_five_things(repository: Path) -> None:
    for problem in check_content(repository / "tests/archives/invalid", TODAY).problems:
        assert problem.path is not None
        assert problem.expected, problem
        assert problem.found, problem
        assert problem.cure, problem
        if problem.severity is Severity.ERROR:
            assert problem.path.name == "vocabulary" or problem.line is not None, problem


def test_a_sound_archive_has_no_problems(root: Path) -> None:
    put(root, "one.md")
    report = check_content(root, TODAY)
    assert (report.articles, report.problems, report.configured) == (1, (), True)


def test_all_claimants_of_an_address_are_named(root: Path) -> None:
    for name in ("a/port.md", "b/port.md", "c/port.md"):
        put(root, name)
    problem = only(root)
    assert problem.code == "duplicate-permalink"
    for name in ("a/port.md", "b/port.md", "c/port.md"):
        assert f"content/articles/en/{name}" in problem.found


def test_a_draft_claims_no_address(root: Path) -> None:
    put(root, "a/port.md")
    put(root, "b/port.md", 'status: "draft"\n')
    assert codes(check_content(root, TODAY)) == []


def test_a_withdrawn_article_keeps_its_address(root: Path) -> None:
    put(root, "a/port.md")
    put(root, "b/port.md", 'status: "withdrawn"\n')
    assert codes(check_content(root, TODAY)) == ["duplicate-permalink"]


def test_an_alias_that_is_the_page_s_own_address_is_no_collision(root: Path) -> None:
    put(root, "port.md", 'aliases: ["/en/2025/06/02/port", "en/2025/06/02/PORT/"]\n')
    assert codes(check_content(root, TODAY)) == []


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("en/2025/", "alias-taken"),
        ("en/2025/06/", "alias-taken"),
        ("en/tags/ships/", "alias-taken"),
        ("en/about/", "alias-taken"),
        ("search/x/", "alias-cannot-be-used"),
        ("media/x.html", "alias-cannot-be-used"),
        ("Assets/", "alias-cannot-be-used"),
        ("sitemap-2025.xml/", "alias-cannot-be-used"),
        ("sitemap-pages-2.xml/old/", "alias-cannot-be-used"),
        ("sitemap.xml/", "alias-taken"),
        ("en/feed.xml/old/", "alias-taken"),
        ("404.html", "alias-taken"),
        ("old.txt", "alias-cannot-be-used"),
        ("x" * 300 + "/", "alias-cannot-be-used"),
    ],
)
def test_an_old_address_that_no_page_can_have_is_told(root: Path, alias: str, code: str) -> None:
    page = root / "content/pages/en/about.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: About\n---\n\nText.\n", encoding="utf-8")
    path = put(root, "port.md", f'aliases: ["{alias}"]\n')
    path.write_text(path.read_text(encoding="utf-8").replace("tags: []", "tags: [ships]"), encoding="utf-8")
    assert [each.code for each in check_content(root, TODAY).problems if each.severity is Severity.ERROR] == [code]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("en/2025/06/02/port/", []),
        ("en/2025/", []),
        ("en/tags/any/", []),
        ("en/archive/page/3/", []),
        ("/", []),
        ("en/nowhere/", ["dangling-redirect"]),
        ("en/2025/06/02/gone/", ["dangling-redirect"]),
        ("en/2019/", ["dangling-redirect"]),
    ],
)
def test_a_redirect_leads_to_a_page(root: Path, target: str, expected: list[str]) -> None:
    put(root, "port.md")
    (root / "content/redirects.yml").write_text(f'- {{from: "en/old/", to: "{target}"}}\n', encoding="utf-8")
    assert codes(check_content(root, TODAY)) == expected


def test_a_broken_article_still_has_its_id(root: Path) -> None:
    put(root, "one.md", 'related: ["aaaa0001"]\n')
    put(root, "two.md", 'id: "aaaa0001"\nauthors: "x"\n')
    assert codes(check_content(root, TODAY)) == ["wrong-value"]


def test_the_versions_of_a_story_in_two_languages_are_sound(root: Path) -> None:
    put(root, "one.md", 'story: "port"\nrelation: "original"\n')
    arabic = root / "content/articles/ar/one.md"
    arabic.parent.mkdir(parents=True)
    text = ARTICLE.format(title="ميناء", more='story: "port"\nrelation: "translation"\n', body="نص.")
    arabic.write_text(text.replace('"en"', '"ar"'), encoding="utf-8")
    assert codes(check_content(root, TODAY)) == []


@pytest.mark.parametrize(
    ("character", "severity"),
    [
        ("\N{RIGHT-TO-LEFT OVERRIDE}", Severity.ERROR),
        ("\N{LEFT-TO-RIGHT EMBEDDING}", Severity.ERROR),
        ("\N{POP DIRECTIONAL FORMATTING}", Severity.ERROR),
        ("\N{RIGHT-TO-LEFT ISOLATE}", Severity.ERROR),
        ("\N{RIGHT-TO-LEFT MARK}", Severity.WARNING),
        ("\N{ARABIC LETTER MARK}", Severity.WARNING),
    ],
)
@pytest.mark.parametrize(("place", "line"), [("title", 2), ("more", 7), ("body", 11)])
def test_a_stray_bidi_control_is_found_wherever_it_stands(
    root: Path, character: str, severity: Severity, place: str, line: int
) -> None:
    texts = {"title": "Title @", "more": 'kicker: "A @ kicker"\n', "body": "Text.\nMore @.\n"}
    put(root, "one.md", **{name: text.replace("@", character if name == place else "") for name, text in texts.items()})
    problem = only(root)
    assert (problem.code, problem.severity, problem.line) == ("bidi-control", severity, line)
    assert f"U+{ord(character):04X}" in problem.found


def test_an_escaped_bidi_control_is_found_and_an_escaped_backslash_is_none(root: Path) -> None:
    put(root, "one.md", 'kicker: "a \\u202e b"\nrights: "a \\\\u202e b"\n')
    assert (only(root).code, only(root).line) == ("bidi-control", 7)


def test_what_provenance_keeps_word_for_word_may_hold_bidi_controls(root: Path) -> None:
    more = 'provenance:\n  document: "x.txt"\n  sha256: "' + "0" * 64 + '"\n  removed:\n    - "a \\u202e b"\n'
    put(root, "one.md", more)
    assert codes(check_content(root, TODAY)) == ["document-gone"]


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        ("", "empty-body", Severity.WARNING),
        ("  \n\n", "empty-body", Severity.WARNING),
        ("> " * 60 + "x", "costly-body", Severity.ERROR),
        ("x <script>alert(1)</script>", "html-dropped", Severity.HINT),
        ("x <iframe src='https://example.org/'></iframe>", "html-dropped", Severity.HINT),
        ('<p style="color: red">x</p>', "html-dropped", Severity.HINT),
    ],
)
def test_a_body_that_will_not_show_is_told(root: Path, body: str, code: str, severity: Severity) -> None:
    put(root, "one.md", body=body)
    assert (only(root).code, only(root).severity) == (code, severity)


@pytest.mark.parametrize(
    "body",
    [
        "x <em>y</em> <br> <br/>",
        "`<script>` and ``<script> ` ``",
        "<https://example.org/>",
        "2 < 3 and a<b",
        "<table><tr><td>x</td></tr></table>",
        "x &lt;script&gt;",
    ],
)
def test_html_that_shows_is_not_spoken_of(root: Path, body: str) -> None:
    put(root, "one.md", body=body)
    assert codes(check_content(root, TODAY)) == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2026-01-01", []),
        ("2026-01", []),
        ("2026", []),
        ("2026-01-02", ["future-date"]),
        ("2026-02", ["future-date"]),
        ("2027", ["future-date"]),
        ("2026-01-01T23:59:00+03:00", []),
    ],
)
def test_a_date_lies_in_the_future_only_when_it_must(root: Path, written: str, found: list[str]) -> None:
    path = put(root, "one.md")
    path.write_text(path.read_text(encoding="utf-8").replace("2025-06-02", written), encoding="utf-8")
    assert codes(check_content(root, TODAY)) == found


def test_a_date_that_is_refused_is_hinted_at(root: Path) -> None:
    path = put(root, "one.md", 'date_raw: "03/04/2025"\n')
    path.write_text(path.read_text("utf-8").replace('date: "2025-06-02"', "date: null"), encoding="utf-8")
    hint = only(root)
    assert (hint.code, hint.severity, hint.found) == ("date-refused", Severity.HINT, "03/04/2025")
    assert "in either order: 2025-03-04 or 2025-04-03" in hint.what


@pytest.mark.parametrize("body", ["[" * 20_000 + "x" + "]" * 20_000, "[" * 8_000, "`" * 500 + " x", "<b>x"])
def test_an_article_that_the_build_takes_is_no_error(root: Path, body: str) -> None:
    assert check_size(body) is None
    put(root, "one.md", body=body)
    assert codes(check_content(root, TODAY)) == []


@pytest.mark.parametrize(
    "body",
    ["> " * 60, "1. " * 60, "- * + " * 20, "A line.\n" + "1) * " * 30, " " * 200, "\t" * 60],
)
def test_a_body_that_is_nested_without_end_is_refused(root: Path, body: str) -> None:
    assert "levels deep" in str(check_size(f"{body}x"))
    put(root, "one.md", body=f"{body}x")
    assert codes(check_content(root, TODAY)) == ["costly-body"]


def test_an_article_and_a_written_page_are_judged_as_the_build_judges_them(root: Path) -> None:
    body = ">" * 10_000 + " x"
    path = put(root, "one.md", body=body)
    pages = root / "content/pages/en"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text(f'---\ntitle: "About"\n---\n\n{"[" * 8_000}\n', encoding="utf-8")
    of_article, of_page = check_content(root, TODAY).problems
    assert (of_article.path, of_page.path) == (path.relative_to(root), Path("content/pages/en/about.md"))
    assert check_size(body) in of_article.what
    assert of_article.code == of_page.code == "costly-body"


def test_a_concept_of_a_broken_file_is_not_said_to_be_missing(root: Path) -> None:
    path = put(root, "one.md")
    text = path.read_text(encoding="utf-8").replace("tags: []", 'tags: ["person/mona-salem", "place/XQ"]')
    path.write_text(text, encoding="utf-8")
    assert codes(check_content(root, TODAY)) == ["dangling-tag", "dangling-tag"]
    people = root / "content/vocabulary/people.yml"
    people.parent.mkdir()
    people.write_text("- {id: person/mona-salem\n", encoding="utf-8")
    report = check_content(root, TODAY)
    assert codes(report) == ["dangling-tag", "broken-yaml"]
    assert not report.configured


def test_an_article_in_another_encoding_is_one_problem(root: Path) -> None:
    path = put(root, "one.md")
    path.write_bytes(path.read_text(encoding="utf-8").replace("Text", "Café").encode("latin-1"))
    assert (only(root).code, only(root).line) == ("not-utf-8", 9)


def test_broken_words_are_told_where_the_archive_has_its_own(root: Path) -> None:
    locales = root / "theme_overrides/locales"
    locales.mkdir(parents=True)
    (locales / "ar.yml").write_text("a: [x]\n", encoding="utf-8")
    report = check_content(root, TODAY)
    assert codes(report) == ["wrong-value"]
    assert not report.configured


def test_nothing_is_changed_by_checking(repository: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(repository / "tests/archives/invalid", archive)
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    check_content(archive, TODAY)
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before


def test_this_repository_s_own_archive_has_no_errors(repository: Path) -> None:
    errors = [problem for problem in check_content(repository, TODAY).problems if problem.severity is Severity.ERROR]
    assert [str(problem) for problem in errors] == []


def test_a_page_that_is_not_read_is_hinted_at(root: Path) -> None:
    for name in ("en/sub/about.md", "fr/about.md", "about.md", "en/about.md", "en/.draft.md"):
        path = root / "content/pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: About\n---\n\nText.\n", encoding="utf-8")
    found = check_content(root, TODAY).problems
    assert [(problem.code, str(problem.path)) for problem in found] == [
        ("not-a-page", f"content/pages/{name}") for name in ("about.md", "en/sub/about.md", "fr/about.md")
    ]
