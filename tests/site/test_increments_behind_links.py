"""What a site is made from may lie behind links, and a template may bring in any file: each change of it is seen."""

from __future__ import annotations

from typing import Any

import pytest

THEME = "theme: {name: material, custom_dir: own}\n"


def _set_up(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    archive.write("content/pages/en/about.md", "---\ntitle: About us\n---\n\nWho we are.\n")
    archive.write("content/vocabulary/people.yml", "- {id: person/mona, ar: منى, en: Mona}\n")
    archive.write("content/media/a.png", "not looked at")
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + THEME)
    archive.write("own/partials/chrome/foot.html", '<footer>{% include "parts/mark.svg" %}</footer>')
    archive.write("own/parts/mark.svg", '<svg id="one"></svg>')
    archive.write("own/assets/extra.css", "p{color:red}")


def _assert_as_from_nothing(archive: Any) -> None:
    done = archive.run("sijill", "build", "--site", "clean")
    assert done.returncode == 0, done.stderr
    compared = archive.run("sijill", "compare", "site", "clean")
    assert compared.returncode == 0, compared.stdout


@pytest.mark.parametrize(
    ("part", "file", "old", "new"),
    [
        ("content/articles", "en/2025/06/one.md", "A text.", "Another text."),
        ("content/pages", "en/about.md", "Who we are.", "What we do."),
        ("content/vocabulary", "people.yml", "Mona", "Muna"),
        ("content/media", "b.png", "", "a picture"),
        ("own/parts", "mark.svg", "one", "two"),
    ],
)
def test_a_change_behind_a_link(archive: Any, part: str, file: str, old: str, new: str) -> None:
    _set_up(archive)
    archive.article("en/2025/06/two.md", tags=["person/mona"])
    (archive.root / part).rename(archive.root / "elsewhere")
    (archive.root / part).symlink_to(archive.root / "elsewhere")
    before = archive.build().bytes()
    changed = archive.root / "elsewhere" / file
    changed.write_text(changed.read_text().replace(old, new) if changed.exists() else new)
    assert archive.build().bytes() != before
    _assert_as_from_nothing(archive)


@pytest.mark.parametrize("name", ["parts/mark.svg", "assets/extra.css", "assets/mark.svg"])
def test_a_change_of_a_file_of_the_theme(archive: Any, name: str) -> None:
    _set_up(archive)
    file = archive.root / "own" / name
    if name == "assets/mark.svg":
        (archive.root / "own/parts/mark.svg").rename(file)
        archive.write("own/partials/chrome/foot.html", '<footer>{% include "assets/mark.svg" %}</footer>')
    before = archive.build().bytes()
    file.write_text(file.read_text().replace("one", "two").replace("red", "blue"))
    after = archive.build().bytes()
    changed = {each for each in after if before.get(each) != after[each]}
    assert (changed == {"assets/extra.css"}) is (name == "assets/extra.css")
    _assert_as_from_nothing(archive)
