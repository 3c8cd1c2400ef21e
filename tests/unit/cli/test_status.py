"""`sijill status`: what the archive holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.status import status

HEAD = '---\ntitle: "T"\ndate: {date}\nlang: "{lang}"\nsource: {source}\ntags: []\n{more}---\n\nText.\n'
LEDGER = """\
- document: "content/sources/junk.bin"
  sha256: null
  status: "refused"
  code: "binary"
  what: "the document is no text"
  cure: "delete it"
- document: "content/sources/pages.zip"
  sha256: null
  status: "set-aside"
  code: "error-page"
  what: "this is an error page"
  cure: "save the article"
  record: "old/404.html"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with something of everything."""
    (tmp_path / "mkdocs.yml").write_text("plugins: [sijill]\n", encoding="utf-8")
    vocabulary = tmp_path / "content/vocabulary"
    vocabulary.mkdir(parents=True)
    (vocabulary / "publishers.yml").write_text("- {id: post, ar: بريد, en: The Post}\n", encoding="utf-8")
    sources = tmp_path / "content/sources"
    sources.mkdir()
    (sources / "set-aside.yml").write_text(LEDGER, encoding="utf-8")
    articles = {
        "en/a.md": HEAD.format(date='"2025-06-02"', lang="en", source='"post"', more='story: "s"\n'),
        "ar/a.md": HEAD.format(date='"2025-06-03"', lang="ar", source='"بريد"', more='story: "s"\n'),
        "en/b.md": HEAD.format(date='"2024-12"', lang="en", source='"Elsewhere"', more=""),
        "en/c.md": HEAD.format(date="null", lang="en", source="null", more='partial: true\nstory: "lone"\n'),
        "en/d.md": HEAD.format(date="null", lang="en", source="null", more='status: "draft"\n'),
        "en/e.md": HEAD.format(date="null", lang="en", source="null", more='status: "withdrawn"\n'),
        "en/f.md": "broken",
    }
    for name, text in articles.items():
        path = tmp_path / "content/articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_is_counted(root: Path) -> None:
    done = CliRunner().invoke(status, ["--root", str(root), "--format", "json"], catch_exceptions=False)
    assert done.exit_code == 0
    counted = json.loads(done.output)
    ledger = counted.pop("set_aside")
    assert [entry["document"] for entry in ledger] == ["content/sources/junk.bin", "content/sources/pages.zip"]
    assert counted == {
        "articles": 6,
        "published": 4,
        "drafts": 1,
        "withdrawn": 1,
        "undated": 1,
        "partial": 1,
        "without_counterpart": 2,
        "by_language": {"ar": 1, "en": 3},
        "by_source": {"Elsewhere": 1, "post": 2, "unknown": 1},
        "by_month": {"2024-12": 1, "2025-06": 2, "undated": 1},
        "left_out": ["content/articles/en/f.md"],
    }


def test_counterparts_are_those_of_the_site(root: Path) -> None:
    more = {
        "en/third.md": ("en", 'story: "s"\n'),  # a second English version of a story that has one Arabic version
        "en/event.md": ("en", 'story: "e"\nrelation: "same-event"\n'),
        "ar/event.md": ("ar", 'story: "e"\n'),
        "en/same.md": ("en", 'slug: "same"\n'),  # no story, but one day and one slug: counterparts
        "ar/same.md": ("ar", 'slug: "same"\n'),
    }
    for name, (lang, fields) in more.items():
        text = HEAD.format(date='"2025-06-04"', lang=lang, source="null", more=fields)
        (root / "content/articles" / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(status, ["--root", str(root), "--format", "json"], catch_exceptions=False)
    assert json.loads(done.output)["without_counterpart"] == 2 + 1 + 2


def test_people_read_the_same(root: Path) -> None:
    done = CliRunner().invoke(status, ["--root", str(root)], catch_exceptions=False)
    lines = done.output.split("\n")
    assert lines[:6] == [
        "published            4",
        "drafts               1",
        "withdrawn            1",
        "undated              1",
        "only in part         1",
        "without counterpart  2",
    ]
    assert "  2  post" in lines
    assert "left out because they are broken: 1 (`sijill check` says why)" in lines
    assert "  content/sources/junk.bin: the document is no text" in lines
    assert "  content/sources/pages.zip#old/404.html: this is an error page" in lines


def test_an_empty_archive_is_counted_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "content").mkdir()
    done = CliRunner().invoke(status, ["--root", str(tmp_path)], catch_exceptions=False)
    assert done.exit_code == 0
    assert done.output.startswith("published            0\n")
