"""What is broken is said in one message, with the exit code for it, and the site of before stands as it was."""

from __future__ import annotations

import socket
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        ("site_name: [unclosed\n", "mkdocs.yml"),
        ("site_name: Test\nplugins: [sijill]\ndocs_dir: nowhere\n", "docs_dir"),
        ("site_name: Test\ndocs_dir: content\nplugins: [sijill]\ntheme: {name: material, custom_dir: none}\n", "none"),
        ("site_name: Test\ndocs_dir: content\nplugins: [sijill, not-a-plugin]\n", "not-a-plugin"),
        ("site_name: Test\ndocs_dir: content\nplugins:\n  - sijill: {page_size: many}\n", "page_size"),
        ("docs_dir: content\nplugins: [sijill]\n", "site_name"),
        ("site_name: Test\ndocs_dir: content\nplugins: []\n", "plugin sijill"),
        ("site_name: Test\ndocs_dir: content\nplugins: [sijill]\nsite_url: https:///x/\n", "site_url"),
        ("site_name: Test\ndocs_dir: content\nplugins: [sijill]\nsite_url: https://test.example/?a=b\n", "site_url"),
    ],
)
def test_broken_configuration(archive: Any, configuration: str, said: str) -> None:
    archive.write("mkdocs.yml", configuration)
    done = archive.run("sijill", "build")
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert done.stderr.count("error:") == 1


def test_broken_vocabulary(archive: Any) -> None:
    archive.write("content/vocabulary/publishers.yml", "- {id: one, ar: [\n")
    done = archive.run("sijill", "build")
    assert done.returncode == 2, done.stderr
    assert "publishers.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_words_of_the_interface(archive: Any) -> None:
    archive.write(
        "mkdocs.yml", "site_name: T\ndocs_dir: content\nplugins: [sijill]\ntheme: {name: material, custom_dir: t}\n"
    )
    archive.write("t/locales/en.yml", "skip: Skip\n")
    done = archive.run("sijill", "build")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr


def test_no_archive(archive: Any) -> None:
    (archive.root / "mkdocs.yml").unlink()
    done = archive.run("sijill", "build")
    assert done.returncode == 2
    assert "is not an archive" in done.stderr


def test_failure_leaves_the_site_of_before(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    before = archive.build().bytes()
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "\nhooks: [broken.py]\n")
    archive.write("broken.py", "def on_env(env, config, files):\n    raise RuntimeError('the disk is full')\n")
    site = archive.build(expected=1)
    assert "the disk is full" in site.said
    assert "Traceback" not in site.said
    assert site.bytes() == before
    assert not (archive.root / ".site.sijill/staging").exists()


@pytest.mark.parametrize("place", [".", "content", "content/articles", "..", "full"])
def test_site_never_replaces_anything_else(archive: Any, place: str) -> None:
    archive.article("en/2025/06/one.md")
    archive.write("full/of/treasure.txt", "keep")
    done = archive.run("sijill", "build", "--site", place)
    assert done.returncode == 2
    assert (archive.root / "content/articles/en/2025/06/one.md").is_file()
    assert (archive.root / "full/of/treasure.txt").is_file()


def test_port_in_use(archive: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = archive.run("sijill", "serve", "--port", port)
    assert done.returncode == 2
    assert port in done.stderr
    assert "Traceback" not in done.stderr


def test_sound_articles_are_published_beside_broken_ones(archive: Any) -> None:
    archive.article("en/2025/06/good.md", title="A sound article")
    archive.write("content/articles/en/2025/06/bad.md", "---\ntitle: [\n---\n")
    archive.article("en/2025/06/stall.md", "![" * 8000)
    archive.article("en/2025/06/deep.md", "\n".join("    " * depth + "- x" for depth in range(400)))
    archive.article("en/2025/06/large.md", "A long text.\n\n" * 20_000)
    archive.article("en/2025/06/twin.md", slug="good")
    site = archive.build(expected=1)
    assert site.has("en/2025/06/02/good/")
    assert "![" * 8000 in site.page("en/2025/06/02/stall/").text
    for name in ("bad.md", "deep.md", "large.md", "twin.md"):
        assert name in site.said
    assert "good.md" in site.said  # the other claimant of the address
    assert "Traceback" not in site.said


def test_a_written_page_that_markdown_would_stall_on_shows_its_text(archive: Any) -> None:
    archive.article("en/2025/06/good.md")
    archive.write("content/pages/en/stall.md", "---\ntitle: Stall\n---\n\n" + "![" * 8000)
    archive.write("content/pages/en/about.md", "---\ntitle: About\n---\n\nWe.\n")
    site = archive.build(expected=1)
    assert "stall.md" in site.said
    assert "![" * 8000 in site.page("en/stall/").text
    assert site.has("en/2025/06/02/good/")
    assert "We." in site.page("en/about/").text
