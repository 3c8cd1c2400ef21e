"""`sijill explain`: from which file, and what has changed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(sys.executable).parent / "sijill"
ARTICLE = '---\ntitle: "{title}"\ndate: "2025-01-0{day}"\nlang: "en"\nsource: "Post"\ntags: ["sea"]\n---\n\nA text.\n'


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments, "--root", str(root)], capture_output=True, text=True, check=False)


def explain(root: Path, page: str) -> dict[str, Any]:
    done = run(root, "explain", page, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A built archive of three articles."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: T\nsite_url: https://t.example/sub/\ndocs_dir: content\nplugins: [sijill]\n"
    )
    for day in (1, 2, 3):
        write(tmp_path, day, f"Title {day}")
    assert run(tmp_path, "build").returncode == 0
    return tmp_path


def write(root: Path, day: int, title: str) -> None:
    place = root / f"content/articles/en/a{day}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(ARTICLE.format(title=title, day=day))


def test_a_page_as_it_was_built(root: Path) -> None:
    for name in (
        "content/articles/en/a2.md",
        "/en/2025/01/02/a2/",
        "https://t.example/sub/en/2025/01/02/a2/",
        "en/2025/01/02/a2",
        "http://127.0.0.1:8731/sub/en/2025/01/02/a2/?q=sea#text",
        "http://localhost:8000/en/2025/01/02/a2/index.html",
        "/sub/en/2025/01/02/a2/",
    ):
        found = explain(root, name)
        assert (found["address"], found["article"]) == ("/en/2025/01/02/a2/", "content/articles/en/a2.md")
        assert found["current"]
        assert {"article", "edition", "older", "newer"} <= set(found["inputs"])


def test_what_changed_is_named(root: Path) -> None:
    write(root, 1, "Another title")
    assert explain(root, "content/articles/en/a1.md")["changed"] == ["article", "file"]
    assert explain(root, "content/articles/en/a2.md")["changed"] == ["similar"], "the way to it has not changed"
    assert explain(root, "content/articles/en/a3.md")["changed"] == ["similar"]
    assert explain(root, "/en/2025/01/")["changed"] == ["articles"]
    assert explain(root, "/en/search/")["current"]
    said = run(root, "explain", "content/articles/en/a1.md").stdout
    assert "* article" in said
    assert "changed since it was built" in said


def test_another_text_changes_its_own_page_alone(root: Path) -> None:
    file = root / "content/articles/en/a1.md"
    file.write_text(f"{file.read_text()}\nOne line more.\n")
    assert explain(root, "content/articles/en/a1.md")["changed"] == ["file"]
    assert explain(root, "content/articles/en/a2.md")["current"]
    assert explain(root, "/en/2025/01/")["current"]


def test_a_page_that_is_not_there_yet(root: Path) -> None:
    write(root, 4, "New")
    found = explain(root, "content/articles/en/a4.md")
    assert not found["built"]
    assert found["changed"] == []


def test_no_such_page(root: Path) -> None:
    done = run(root, "explain", "/en/nothing/")
    assert done.returncode == 2
    assert "no such page" in done.stderr


ORIGIN = """id: "0c1d2e3f"
url: "https://bay.example/ferry"
provenance:
  document: "content/sources/bay/pages.zip"
  sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  record: "2019/ferry.html"
  taken: "2025-01-05"
  rules:
    - "date | likely | meta:date | 2 January 2025"
    - "title | sure | heading:h1"
  earlier:
    - "content/sources/bay/ferry.html"
---
"""


def test_an_article_is_explained_with_its_origin_and_rules(root: Path) -> None:
    place = root / "content/articles/en/a2.md"
    head, _, text = place.read_text().rpartition("---\n")
    place.write_text(head + ORIGIN + text)
    found = explain(root, "0c1d2e3f")
    assert found["article"] == "content/articles/en/a2.md", "its id names it"
    assert (found["record"], found["taken"]) == ("2019/ferry.html", "2025-01-05")
    assert found["earlier"] == ["content/sources/bay/ferry.html"]
    assert found["url"] == "https://bay.example/ferry"
    assert len(found["rules"]) == 2
    said = run(root, "explain", "content/articles/en/a2.md").stdout
    assert "document:  content/sources/bay/pages.zip, record 2019/ferry.html, taken on 2025-01-05\n" in said
    assert "earlier:   content/sources/bay/ferry.html\n" in said
    assert "published: https://bay.example/ferry\n" in said
    assert "  date: likely, by meta:date, from 2 January 2025\n" in said


def add_origin(root: Path, day: int, document: str) -> None:
    place = root / f"content/articles/en/a{day}.md"
    origin = f'provenance:\n  document: "{document}"\n  sha256: "{"0" * 64}"\n---\n\n'
    place.write_text(place.read_text().replace("---\n\n", origin))


def test_a_file_of_the_site_is_its_page(root: Path) -> None:
    for name in ("site/en/2025/01/02/a2/index.html", "site/en/2025/01/02/a2", "site/404.html"):
        for wanted in (str(root / name), name):
            assert explain(root, wanted)["current"]
    assert explain(root, str(root / "site/en/2025/01/02/a2/index.html"))["article"] == "content/articles/en/a2.md"


def test_a_document_is_the_page_of_its_article(root: Path) -> None:
    add_origin(root, 1, "content/sources/post/one.txt")
    add_origin(root, 2, "content/sources/post/two.txt")
    add_origin(root, 3, "content/sources/post/two.txt")
    assert explain(root, "content/sources/post/one.txt")["article"] == "content/articles/en/a1.md"
    assert explain(root, str(root / "content/sources/post/one.txt"))["article"] == "content/articles/en/a1.md"
    done = run(root, "explain", "content/sources/post/two.txt")
    assert done.returncode == 2
    assert "2 articles come from the document" in done.stderr
    assert "content/articles/en/a2.md, content/articles/en/a3.md" in done.stderr
    assert "no article comes from" in run(root, "explain", "content/sources/post/three.txt").stderr


@pytest.mark.parametrize(
    ("wanted", "made", "changes"),
    [
        ("en/feed.xml", "content", True),
        ("https://t.example/sub/sitemap-2025.xml", "content", True),
        ("site/sitemap-undated.xml", "content", False),
        ("http://127.0.0.1:8000/sub/assets/site.css", "copied", False),
    ],
)
def test_a_file_of_the_site_that_is_no_page(root: Path, wanted: str, made: str, changes: bool) -> None:
    (root / "content/articles/en/u.md").write_text(ARTICLE.format(title="U", day=1).replace('"2025-01-01"', "null"))
    assert run(root, "build").returncode == 0
    found = explain(root, wanted)
    assert (found["inputs"], found["current"]) == ([made], True)
    write(root, 4, "New")
    found = explain(root, wanted)
    assert found["changed"] == ([made] if changes else [])
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("site_name: T", "site_name: Other"))
    assert "program" in explain(root, wanted)["changed"]
