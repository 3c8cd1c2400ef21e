"""Bodies put aside while an archive is read: what is given back is what was kept, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publish.reading import ChangedError, markdown_reader, read_records
from generator.publish.spool import Spool

ARTICLE = '---\ntitle: "One"\ndate: "2025-06-02"\nlang: "ar"\nsource: "A"\ntags: []\n---\n\n{body}\n'


def test_what_was_kept_is_given_back() -> None:
    spool = Spool()
    texts = {"a": "نصّ عربي 🏛️", "b": "", "c": "x" * 3_000_000, "d": "half a pair \ud800"}
    for name, text in texts.items():
        spool.keep(name, text)
    spool.seal()
    assert {name: spool.give(name) for name in texts} == texts
    assert spool.give("never kept") is None


def test_beyond_its_room_nothing_is_kept() -> None:
    spool = Spool(room=10)
    spool.keep("a", "12345678")
    spool.keep("b", "12345678")
    spool.seal()
    assert (spool.give("a"), spool.give("b")) == ("12345678", None)


def test_closed_it_gives_nothing() -> None:
    spool = Spool()
    spool.keep("a", "text")
    spool.seal()
    spool.close()
    assert spool.give("a") is None
    spool.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no forks")
def test_forks_read_what_was_kept() -> None:
    spool = Spool()
    spool.keep("a", "text")
    spool.seal()
    child = os.fork()
    if child == 0:
        os._exit(0 if spool.give("a") == "text" else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_where_no_temporary_file_can_be_made_bodies_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "content/articles/ar/one.md"
    path.parent.mkdir(parents=True)
    path.write_text(ARTICLE.format(body="متن الخبر."), encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    read = read_records(tmp_path)
    assert markdown_reader(tmp_path, read)("content/articles/ar/one.md") == "متن الخبر."


def test_a_build_from_nothing_shows_the_text_that_it_read(tmp_path: Path) -> None:
    path = tmp_path / "content/articles/ar/one.md"
    path.parent.mkdir(parents=True)
    path.write_text(ARTICLE.format(body="متن الخبر."), encoding="utf-8")
    read = read_records(tmp_path)
    give = markdown_reader(tmp_path, read)
    path.write_text(ARTICLE.format(body="غيره."), encoding="utf-8")
    assert give("content/articles/ar/one.md") == "متن الخبر."
    read.forget_bodies()
    with pytest.raises(ChangedError):
        give("content/articles/ar/one.md")
