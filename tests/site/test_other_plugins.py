"""An archive with plugins and hooks of its own: they may look at every page and write what they like, and still the
next build gives the bytes of a clean one, and of plain MkDocs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HOOK = """
import hashlib, pathlib
seen = []
def on_pre_build(config):
    seen.clear()
def on_post_page(output, page, config):
    seen.append(page.url)
    card = pathlib.Path(config.site_dir, "cards", hashlib.sha256(page.url.encode()).hexdigest()[:16] + ".txt")
    card.parent.mkdir(parents=True, exist_ok=True)
    card.write_text(page.url, encoding="utf-8")
    return output
def on_post_build(config):
    pathlib.Path(config.site_dir, "pages.txt").write_text("\\n".join(sorted(seen)), encoding="utf-8")
"""


def everything(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def fill(archive: Any) -> None:
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "hooks: [own.py]\n")
    archive.write("own.py", HOOK)
    archive.write("content/pages/en/about.md", '---\ntitle: "About"\n---\n\nUs.\n')
    for n in range(6):
        archive.article(f"en/a{n}.md", title=f"Title {n}", date=f"2025-0{n + 1}-01")


def run(archive: Any, *command: str) -> str:
    done = archive.run(*command)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def test_what_a_hook_writes_of_each_page_and_of_all_is_what_a_clean_build_has(archive: Any) -> None:
    fill(archive)
    site = archive.root / "site"
    run(archive, "sijill", "build")
    assert len(everything(site / "cards")) > 10
    for change in range(3):
        if change == 2:
            (archive.root / "content/articles/en/a0.md").unlink()
        else:
            archive.article(f"en/b{change}.md", title=f"New {change}", date="2025-09-01")
        run(archive, "sijill", "build")
        run(archive, "sijill", "build", "--site", f"clean{change}")
        assert everything(site) == everything(archive.root / f"clean{change}")
        assert (site / "assets/site.css").is_file()
    run(archive, "mkdocs", "build", "--quiet", "--site-dir", str(archive.root / "plain"))
    assert everything(site) == everything(archive.root / "plain")
    assert "0 of them" in run(archive, "sijill", "build")


def test_pages_in_which_hooks_have_a_say_are_in_one_slice(archive: Any) -> None:
    fill(archive)
    run(archive, "sijill", "build", "--site", "whole")
    said = run(archive, "sijill", "plan", "--jobs", "3", "--format", "json")
    archive.write("plan.json", said)
    assert json.loads(said)["wanted"] == [1]
    run(archive, "sijill", "build", "--slice", "1/3", "--plan", "plan.json", "--out", "slice-1")
    run(archive, "sijill", "assemble", "--plan", "plan.json", "slice-1")
    assert everything(archive.root / "site") == everything(archive.root / "whole")


@pytest.mark.parametrize("plugins", ["[search, sijill]", "[sijill, search]"])
def test_a_plugin_that_looks_for_materials_templates_finds_them(archive: Any, plugins: str) -> None:
    given = (archive.root / "mkdocs.yml").read_text()
    archive.write("mkdocs.yml", given.replace("[sijill]", plugins) + "theme: {name: material}\n")
    archive.article("en/one.md", title="Quay")
    run(archive, "sijill", "build")
    archive.article("en/two.md", title="Harbour")
    run(archive, "sijill", "build")
    run(archive, "mkdocs", "build", "--quiet", "--site-dir", str(archive.root / "plain"))
    assert everything(archive.root / "site") == everything(archive.root / "plain")
    assert (archive.root / "site/search/search_index.json").is_file()
