"""Documents of which the system does not say whether they are there, as in a folder that is closed to whoever ingests:
they are not taken for gone, and stop nobody.

The tests stand in for such folders with a name that is too long to be asked about, which is so for the superuser too.
"""

from __future__ import annotations

import shutil

from generator.checks.references import check_documents
from generator.ingest.pipeline import ingest
from generator.store.articles import read_article_files
from generator.store.documents import is_gone
from generator.store.set_aside import SetAside, load_set_aside, write_set_aside
from tests.unit.ingest.conftest import TODAY, Press

TEXT = """Fishermen return to {place} after a month of storms
Published: 3 May 2024
The fishermen of {place} put to sea again on Wednesday last, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
CLOSED = f"content/sources/{'c' * 300}/a.txt"


def test_what_nobody_can_look_at_is_not_gone(press: Press) -> None:
    press.put("open/a.txt", TEXT)
    assert not is_gone(press.root / CLOSED)
    assert not is_gone(press.root / "content/sources/open/a.txt")
    assert is_gone(press.root / "content/sources/open/b.txt")
    assert is_gone(press.root / "content/sources/open/a.txt/b")


def test_other_documents_go_through(press: Press) -> None:
    press.put("closed/a.txt", TEXT.format(place="the closed bay"))
    file = press.root / press.one().path
    file.write_text(file.read_text().replace("content/sources/closed/a.txt", CLOSED))
    shutil.rmtree(press.root / "content/sources/closed")
    waiting = SetAside(CLOSED, None, "set-aside", "not-news", "no article", "take it away")
    write_set_aside(press.root, [waiting])
    press.put("new/b.txt", TEXT.format(place="the new bay"))
    press.put("open/copy.txt", TEXT.format(place="the closed bay"))
    report = ingest(press.root, today=TODAY)
    assert [each.status.value for each in report.documents] == ["published", "merged"]
    assert load_set_aside(press.root) == (waiting,)
    (problem,) = check_documents(list(read_article_files(press.root)), press.root)
    assert "cannot be read" in problem.what
