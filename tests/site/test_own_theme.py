"""What an archive may bring of its own: pictures, a few templates, words, extensions of Markdown."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

WORDS = Path(__file__).parents[2] / "theme_overrides/locales"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)


def test_pictures_are_published_and_nothing_else_of_the_media_folder(archive: Any) -> None:
    media = archive.root / "content/media"
    media.mkdir(parents=True)
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "exclude_docs: hidden.png\n")
    for name in ("quay.png", "hidden.png", "code.svg", "page.html", "notes.md", "run.js"):
        (media / name).write_bytes(PIXEL)
    secret = archive.write("secret.png", "not a picture of the archive")
    (media / "link.png").symlink_to(secret)
    archive.article("en/2025/06/one.md", body="![The quay](../../../../media/quay.png)")
    site = archive.build()
    assert [name for name in site.bytes() if name.startswith("media/")] == ["media/quay.png"]
    (image,) = site.page("en/2025/06/02/one/").all("img")
    assert image["src"] == "../../../../../media/quay.png"


def test_archive_overrides_one_template_and_keeps_the_others(archive: Any) -> None:
    archive.write(
        "mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "theme: {name: material, custom_dir: own}\n"
    )
    archive.write("own/partials/chrome/foot.html", "<footer>{{ frame.site_name }} & ours</footer>")
    archive.write("own/assets/extra.css", "p{color:red}")
    archive.article("en/2025/06/one.md")
    site = archive.build()
    page = site.page("en/2025/06/02/one/")
    assert "Test & ours" in page.text
    assert "A title" in page.text
    assert {"assets/extra.css", "assets/site.css"} <= set(site.bytes())


def test_words_of_buttons_stand_in_the_script_and_follow_the_archives_own(archive: Any) -> None:
    archive.write(
        "mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "theme: {name: material, custom_dir: own}\n"
    )
    archive.article("en/2025/06/one.md")
    words = {lang: (WORDS / f"{lang}.yml").read_text("utf-8") for lang in ("ar", "en")}
    for lang, text in words.items():
        archive.write(f"own/locales/{lang}.yml", text)
    assert words_of_script(archive.build())["en"]["scheme.label"] == "Dark colours"
    archive.write("own/locales/en.yml", words["en"].replace("Dark colours", r'"</script> \u2028 Dim"'))
    site = archive.build()
    said = words_of_script(site)
    assert said["en"]["scheme.label"] == "</script> \u2028 Dim"
    assert said["ar"]["search.button"] == "ابحث"
    assert not any("Dim" in page.source for _, page in site.pages())
    assert archive.run("sijill", "build", "--site", "clean").returncode == 0
    assert type(site)(archive.root / "clean").bytes() == site.bytes()


def words_of_script(site: Any) -> dict[str, dict[str, str]]:
    """What the script of all pages says, by language."""
    first, _, rest = site.bytes()["assets/site.js"].decode().partition(";\n")
    assert rest.startswith("// ")
    said: dict[str, dict[str, str]] = json.loads(first.removeprefix("const WORDS = "))
    return said


def test_templates_escape_whatever_an_archive_writes_in_them(archive: Any) -> None:
    archive.write(
        "mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "theme: {name: material, custom_dir: own}\n"
    )
    own = '{% extends "main.html" %}{% block content %}<main>{{ view.title }}</main>{% endblock %}'
    archive.write("own/article.html", own)
    archive.article("en/2025/06/one.md", title="<b>bold</b>")
    assert "<main>&lt;b&gt;bold&lt;/b&gt;</main>" in archive.build().page("en/2025/06/02/one/").source


def test_site_that_mkdocs_alone_serves_reloads_and_has_no_policy_against_it(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Named although it is the default: MkDocs 1.6 with click 8.3 or later forgets it and never reloads.
    command = [archive.programs / "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=archive.root, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/sub/en/2025/06/02/one/"
            first = _read(address, "A title")
            assert "livereload" in first
            assert "Content-Security-Policy" not in first
            archive.article("en/2025/06/one.md", title="A better title")
            _read(address, "A better title")
        finally:
            server.terminate()


def _read(address: str, expected: str) -> str:
    """Read a page until it says what is expected."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - this machine
                text = answer.read().decode()
        except OSError:
            text = ""
        if expected in text:
            return str(text)
        time.sleep(0.1)
    raise AssertionError(f"{address} never said {expected}")


@pytest.mark.parametrize(
    ("foot", "line", "found"),
    [
        ("<footer>\n{% if %}</footer>", 2, "TemplateSyntaxError"),
        ("<footer>\n\n{{ frame.none.of_it }}</footer>", 3, "UndefinedError"),
        ('<footer>{% include "partials/none.html" %}</footer>', 1, "TemplateNotFound: 'partials/none.html'"),
        ("<footer>{{ 1 / 0 }}</footer>", 1, "ZeroDivisionError"),
    ],
)
def test_a_broken_template_is_named_with_its_line(archive: Any, foot: str, line: int, found: str) -> None:
    archive.write(
        "mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "theme: {name: material, custom_dir: own}\n"
    )
    archive.write("own/partials/chrome/foot.html", foot)
    archive.article("en/2025/06/one.md")
    done = archive.run("sijill", "build")
    assert done.returncode == 1
    assert f"error: own/partials/chrome/foot.html:{line}: the site was not built" in done.stderr
    assert found in done.stderr
    assert "Traceback" not in done.stderr
