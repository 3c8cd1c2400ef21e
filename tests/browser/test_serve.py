"""`sijill serve` in a real Chromium: what is saved shows by itself, under the policy of the published pages."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
MINI = Path(__file__).resolve().parent.parent / "archives" / "mini"
ARTICLE = '---\ntitle: "{title}"\ndate: "2024-11-02"\nlang: "en"\nsource: "A"\ntags: []\n---\n\n{body}\n'
LONG = "\n\n".join(f"Paragraph {number}." for number in range(300))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small archive with a long article."""
    root = tmp_path / "archive"
    shutil.copytree(MINI, root)
    write(root, "A long article", LONG)
    return root


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """The address below which the archive is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "sijill"), "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while "Serving at" not in process.stderr.readline():
            assert process.poll() is None
        yield f"http://127.0.0.1:{port}/archive/"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def write(root: Path, title: str, body: str, name: str = "long") -> None:
    (root / f"content/articles/en/2024/11/{name}.md").write_text(ARTICLE.format(title=title, body=body))


def wait_for_scroll(page: Any) -> int:
    """How far a page is scrolled, as soon as it is at all and has come to rest: it scrolls smoothly."""
    last = 0
    for _ in range(50):
        now = int(page.evaluate("scrollY"))
        if now and now == last:
            break
        last = now
        page.wait_for_timeout(200)
    return last


def test_an_edit_shows_by_itself_where_the_reader_was(browser: Any, root: Path, address: str) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.goto(f"{address}en/2024/11/02/long/")
    page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    for number in range(3):  # and again, and again: each page asks anew
        write(root, f"Edited {number}", LONG)
        page.locator("h1", has_text=f"Edited {number}").wait_for()
        assert wait_for_scroll(page) == 2000
    assert complaints == []
    page.close()


def test_a_lost_address_becomes_a_page_when_its_article_is_written(browser: Any, root: Path, address: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{address}en/2024/11/02/later/")
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    write(root, "Written later", "A text.", "later")
    page.locator("h1", has_text="Written later").wait_for()
    (root / "content/articles/en/2024/11/later.md").unlink()
    page.locator("h1", has_text="Written later").wait_for(state="detached")
    page.close()
