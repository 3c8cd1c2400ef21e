"""Articles read again by a process that has read them before: only what changed is opened, and nothing is missed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import reading
from generator.publish.reading import Read, read_records
from generator.publish.records import Record
from generator.store import articles
from generator.store.stamps import FileDigests

ARTICLE = '---\ntitle: "{title}"\ndate: "2025-06-02"\nlang: "en"\nsource: "A"\ntags: []\n---\n\n{body}\n'


def write(root: Path, name: str, title: str, body: str = "A text.") -> Path:
    """Write an article."""
    path = root / "content/articles/en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(title=title, body=body))
    return path


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all files have been written long ago: the clock goes on."""
    now = articles.time.time_ns() + 10**11
    monkeypatch.setattr(articles.time, "time_ns", lambda: now)


def titles(read: Read) -> list[str]:
    return [record.article.title for record in read.records]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that were opened."""
    names: list[str] = []

    def note(read: Callable[[Path, str], object]) -> Callable[[Path, str], object]:
        def noted(root: Path, place: str) -> object:
            names.append(Path(place).name)
            return read(root, place)

        return noted

    for name in ("read_article_bytes", "read_article_stamped"):
        monkeypatch.setattr(reading, name, note(getattr(reading, name)))
    return names


def test_files_that_are_as_they_were_are_not_opened(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one.md", "One")
    write(tmp_path, "two.md", "Two")
    settle(monkeypatch)
    first = read_records(tmp_path)
    opened.clear()
    second = read_records(tmp_path, before=first)
    assert not opened
    assert second.records is first.records


def test_what_was_added_edited_and_removed_is_seen(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one.md", "One")
    write(tmp_path, "two.md", "Two")
    write(tmp_path, "three.md", "Three")
    settle(monkeypatch)
    first = read_records(tmp_path)
    opened.clear()
    write(tmp_path, "one.md", "Ten")
    write(tmp_path, "four.md", "Four")
    (tmp_path / "content/articles/en/two.md").unlink()
    second = read_records(tmp_path, before=first)
    assert sorted(opened) == ["four.md", "one.md"]
    assert titles(second) == ["Four", "Ten", "Three"]
    assert second == read_records(tmp_path)


def digested(root: Path, *, keep: int = 0) -> FileDigests:
    """The digests of all articles as they are now."""
    digests = FileDigests()
    digests.keep(keep)
    for path in sorted((root / "content/articles").rglob("*.md")):
        digests.of(path)
    return digests


def by_place(read: Read) -> dict[str, Record]:
    return {record.article.place: record for record in read.records}


def test_files_of_a_known_digest_are_not_opened(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one.md", "One")
    write(tmp_path, "two.md", "Two")
    settle(monkeypatch)
    first = read_records(tmp_path)
    opened.clear()
    write(tmp_path, "two.md", "Other")
    second = read_records(tmp_path, by_place(first), digests=digested(tmp_path))
    assert opened == ["two.md"]
    assert titles(second) == ["One", "Other"]


def test_what_was_read_for_its_digest_is_not_read_again(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one.md", "One")
    write(tmp_path, "two.md", "Two", "A longer text. " * 100)
    settle(monkeypatch)
    read = read_records(tmp_path, digests=digested(tmp_path, keep=1000))
    assert opened == ["two.md"]
    assert read == read_records(tmp_path)


def test_an_archive_is_taken_as_it_was_digested_and_its_changes_are_seen_next(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one.md", "One")
    settle(monkeypatch)
    digests = digested(tmp_path, keep=1000)
    write(tmp_path, "one.md", "Changed")
    first = read_records(tmp_path, digests=digests)
    assert titles(first) == ["One"]
    assert not opened
    assert titles(read_records(tmp_path, before=first)) == ["Changed"]
    assert titles(read_records(tmp_path, by_place(first), digests=digested(tmp_path))) == ["Changed"]


def test_a_file_that_changed_a_moment_ago_is_read_again_whatever_its_stamp_says(tmp_path: Path) -> None:
    path = write(tmp_path, "one.md", "One")
    first = read_records(tmp_path)
    found = path.stat()
    write(tmp_path, "one.md", "Two")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert titles(read_records(tmp_path, before=first)) == ["Two"]


def test_an_old_time_put_back_on_a_file_does_not_hide_its_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "one.md", "One")
    os.utime(path, (1, 1))
    settle(monkeypatch)
    first = read_records(tmp_path)
    write(tmp_path, "one.md", "Two")
    os.utime(path, (1, 1))
    assert titles(read_records(tmp_path, before=first)) == ["Two"]


def test_a_broken_file_is_named_again_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "one.md", "One")
    path.write_text("---\ntitle: [\n---\n")
    settle(monkeypatch)
    first = read_records(tmp_path)
    assert first.problems
    second = read_records(tmp_path, before=first)
    assert second.problems == first.problems
    write(tmp_path, "one.md", "One")
    third = read_records(tmp_path, before=second)
    assert not third.problems
    assert titles(third) == ["One"]


def test_a_link_is_followed_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "content/one.txt"
    target.parent.mkdir()
    target.write_text(ARTICLE.format(title="One", body="A text."))
    (tmp_path / "content/articles/en").mkdir(parents=True)
    (tmp_path / "content/articles/en/one.md").symlink_to(target)
    settle(monkeypatch)
    first = read_records(tmp_path)
    target.write_text(ARTICLE.format(title="Two", body="A text."))
    assert titles(read_records(tmp_path, before=first)) == ["Two"]
