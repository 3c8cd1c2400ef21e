"""Written pages, redirects, addresses, and files written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.page import Permalink
from generator.model.written_page import Redirect, WrittenPage
from generator.store.files import write_file
from generator.store.pages import load_written_pages
from generator.store.permalinks import file_of, parse_address
from generator.store.redirects import load_redirects


def put(root: Path, path: str, text: str) -> None:
    """Write a file of an archive."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def test_written_pages_are_read(tmp_path: Path) -> None:
    put(tmp_path, "content/pages/en/about.md", '---\ntitle: "About"\ndescription: "What this is."\n---\n\nText.\n')
    put(tmp_path, "content/pages/ar/about.md", "---\ntitle: عن الأرشيف\n---\nنص.\n")
    pages, problems = load_written_pages(tmp_path)
    assert problems == ()
    english = Path("content/pages/en/about.md")
    assert pages[1] == WrittenPage(Language.EN, "about", "About", "Text.", english, "What this is.")
    assert [page.permalink for page in pages] == ["ar/about/", "en/about/"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("about.md", "Text.\n", "no-front-matter"),
        ("about.md", "---\ndescription: x\n---\n", "missing-key"),
        ("about.md", "---\n---\n", "missing-key"),
        ("about.md", "---\ntitle: [x]\n---\n", "wrong-value"),
        ("about.md", "---\ntitle: a: b\n---\n", "broken-yaml"),
        ("About Us.md", "---\ntitle: x\n---\n", "unsafe-name"),
        ("search.md", "---\ntitle: x\n---\n", "unsafe-name"),
        ("2025.md", "---\ntitle: x\n---\n", "unsafe-name"),
    ],
)
def test_a_page_that_cannot_be_shown_is_a_problem(tmp_path: Path, name: str, text: str, code: str) -> None:
    put(tmp_path, f"content/pages/en/{name}", text)
    pages, problems = load_written_pages(tmp_path)
    assert pages == ()
    assert [problem.code for problem in problems] == [code]


def test_a_page_that_is_a_link_out_of_the_archive_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere.md", "---\ntitle: x\n---\nNot ours.\n")
    put(tmp_path, "archive/content/pages/en/about.md", "---\ntitle: x\n---\n")
    (tmp_path / "archive/content/pages/en/leak.md").symlink_to(tmp_path / "elsewhere.md")
    (tmp_path / "archive/content/pages/en/inside.md").symlink_to("about.md")
    pages, problems = load_written_pages(tmp_path / "archive")
    assert [page.name for page in pages] == ["about", "inside"]
    assert [problem.code for problem in problems] == ["link-outside"]


def test_an_unknown_key_of_a_page_is_told_and_the_page_shown(tmp_path: Path) -> None:
    put(tmp_path, "content/pages/en/about.md", "---\ntitle: x\ntemplate: evil.html\n---\n")
    pages, problems = load_written_pages(tmp_path)
    assert len(pages) == 1
    assert [problem.code for problem in problems] == ["unknown-key"]


def test_redirects_are_read(tmp_path: Path) -> None:
    text = "# moved\n- from: /ar/tags/old\n  to: ar/tags/new/\n- {from: en/a.html, to: /}\n"
    put(tmp_path, "content/redirects.yml", text)
    redirects, problems = load_redirects(tmp_path)
    assert problems == ()
    assert redirects == (
        Redirect(Permalink("ar/tags/old/"), Permalink("ar/tags/new/"), 2),
        Redirect(Permalink("en/a.html"), Permalink(""), 4),
    )
    assert load_redirects(tmp_path / "nowhere") == ((), ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("from: x\n", ["no-list"]),
        ("- x\n", ["no-mapping"]),
        ("- {from: a/}\n", ["missing-key"]),
        ("- {from: ../a/, to: b/}\n", ["wrong-value"]),
        ("- {from: a/, to: 'https://example.org/'}\n", ["wrong-value"]),
        ("- {from: a/, too: b/}\n", ["unknown-key"]),
        ("- {from: a/, to: b/}\n- {from: /a, to: c/}\n", ["duplicate-redirect"]),
        ("- {from: a/, to: b/\n", ["broken-yaml"]),
    ],
)
def test_a_redirect_that_cannot_be_used_is_a_problem(tmp_path: Path, text: str, codes: list[str]) -> None:
    put(tmp_path, "content/redirects.yml", text)
    assert [problem.code for problem in load_redirects(tmp_path)[1]] == codes


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("ar/old/", "ar/old/"),
        ("/ar/old", "ar/old/"),
        ("/en/2020/page.html", "en/2020/page.html"),
        ("/2015/07/%D9%85%D9%8A%D9%86%D8%A7%D8%A1/", "2015/07/ميناء/"),
        ("2015/ميناء", "2015/ميناء/"),
        ("", None),
        ("/", None),
        ("//example.org/x/", None),
        ("https://example.org/x/", None),
        ("javascript:alert(1)", None),
        ("a/../b/", None),
        ("a/%2e%2e/b/", None),
        ("a/./b/", None),
        ("a//b/", None),
        ("a\\b/", None),
        ("a/?p=1", None),
        ("a/#top", None),
        ("a b/", None),
        ("a/\x00/", None),
        ("a/\u202eb/", None),
        ("a/%ff/", None),
    ],
)
def test_addresses_have_one_form_and_stay_inside_the_site(written: str, address: str | None) -> None:
    assert parse_address(written) == address


@pytest.mark.parametrize(
    ("iso", "permalink", "file"),
    [
        ("2025-06-02T14:35:00+03:00", "ar/2025/06/02/x1/", "content/articles/ar/2025/06/x1.md"),
        ("2025-06-02", "ar/2025/06/02/x1/", "content/articles/ar/2025/06/x1.md"),
        ("2025-06", "ar/2025/06/x1/", "content/articles/ar/2025/06/x1.md"),
        ("2025", "ar/2025/x1/", "content/articles/ar/2025/x1.md"),
        (None, "ar/undated/x1/", "content/articles/ar/undated/x1.md"),
    ],
)
def test_an_article_s_address_and_file_say_its_date_as_far_as_it_is_known(
    iso: str | None, permalink: str, file: str
) -> None:
    date = PublicationDate(iso) if iso else None
    article = Article("t", date, Language.AR, None, (), "x1", "x1", "", "x.md")
    assert article.permalink == permalink
    assert file_of(Language.AR, date, "x1") == Path(file)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a/b.txt"
    write_file(target, b"one")
    write_file(target, b"two")
    assert target.read_bytes() == b"two"
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_file(tmp_path / "folder", b"three")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b.txt", "folder"]


def test_a_name_as_long_as_the_file_system_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("م" * 120 + ".md")
    write_file(target, b"one")
    assert target.read_bytes() == b"one"


def test_pages_that_cannot_be_read_do_not_vanish(tmp_path: Path) -> None:
    put(tmp_path, "content/pages/ar/about.md", "---\ntitle: عن الأرشيف\n---\nنص.\n")
    (tmp_path / "content/pages/en").symlink_to("en")  # the system follows it until it gives up
    with pytest.raises(OSError, match="content/pages/en"):
        load_written_pages(tmp_path)
