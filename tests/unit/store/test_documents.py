"""Finding, reading and keeping source documents, and the ledger of those that wait."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.errors import ConfigurationError, UnreadableError
from generator.store.documents import (
    FoundDocument,
    digest_document,
    find_documents,
    keep_original,
    kept_path,
    read_document,
)
from generator.store.set_aside import SetAside, load_set_aside, write_set_aside


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with a few documents and a few files that are none."""
    sources = tmp_path / "content" / "sources"
    for name in (
        "b/two.txt",
        "b/README.md",
        "a/one.txt",
        ".hidden",
        "b/.gitkeep",
        "set-aside.yml",
        "a/old.txt~",
        "a/~$report.docx",
        ".git/x.txt",
    ):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text(name)
    return tmp_path.resolve()


def names(found: list[FoundDocument]) -> list[str]:
    """The paths found."""
    return [document.path.as_posix() for document in found]


def test_documents_are_found_sorted(root: Path) -> None:
    assert names(find_documents(root)) == ["content/sources/a/one.txt", "content/sources/b/two.txt"]


def test_an_archive_without_sources_has_no_documents(tmp_path: Path) -> None:
    assert find_documents(tmp_path) == []


def test_given_paths_are_found_once(root: Path) -> None:
    sources = root / "content" / "sources"
    found = find_documents(root, [sources / "b", sources / "b" / "two.txt"])
    assert names(found) == ["content/sources/b/two.txt"]


def test_a_document_is_read_with_its_digest(root: Path) -> None:
    document = read_document(find_documents(root)[0])
    assert document.raw == b"a/one.txt"
    assert document.sha256 == hashlib.sha256(b"a/one.txt").hexdigest()


def test_a_document_is_opened_as_often_as_it_is_asked_for(root: Path) -> None:
    document = read_document(find_documents(root)[0])
    with document.open() as one, document.open() as other:
        assert (one.read(), other.read()) == (b"a/one.txt", b"a/one.txt")
    assert document.size == len(b"a/one.txt")


def test_a_large_original_is_copied_piece_by_piece(root: Path, tmp_path: Path) -> None:
    far = tmp_path / "elsewhere" / "dump.json"
    far.parent.mkdir()
    far.write_bytes(b"[1, 2, 3]\n" * 300_000)
    document = read_document(find_documents(root, [far])[0])
    keep_original(root, document, Path("content/sources/received/dump.json"))
    assert (root / "content/sources/received/dump.json").read_bytes() == far.read_bytes()
    assert [path.name for path in (root / "content/sources/received").iterdir()] == ["dump.json"]


def test_a_linked_folder_inside_is_found_once(root: Path) -> None:
    sources = root / "content" / "sources"
    (sources / "link").symlink_to(sources / "a")
    assert names(find_documents(root)) == ["content/sources/a/one.txt", "content/sources/b/two.txt"]


def test_a_link_out_of_the_archive_has_a_problem(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (root / "content" / "sources" / "out.txt").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    found = {document.path.name: document for document in find_documents(root)}
    assert found["out.txt"].problem is not None
    with pytest.raises(UnreadableError):
        read_document(found["out.txt"])
    assert digest_document(found["out.txt"]) is None


def test_documents_from_elsewhere_get_a_name_of_their_own(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("inbox") / "page.txt"
    kept = []
    for content in ("one", "two", "one"):
        outside.write_text(content)
        document = read_document(find_documents(root, [outside])[0])
        path = kept_path(root, document)
        keep_original(root, document, path)
        assert (root / path).read_text() == content
        kept.append(path.as_posix())
    digest = hashlib.sha256(b"two").hexdigest()[:8]
    assert kept == [f"content/sources/received/{name}" for name in ("page.txt", f"page-{digest}.txt", "page.txt")]


def test_the_ledger_says_what_was_written(root: Path) -> None:
    entries = [
        SetAside("content/sources/ب\n.txt", None, "refused", "link-outside", 'a "quoted" reason', "copy it"),
        SetAside("content/sources/a.txt", "0" * 64, "set-aside", "not-news", "no article", "take it away"),
        SetAside("content/sources/z.txt", "0" * 64, "set-aside", "left-out", "no words", "", "3", state="0a"),
    ]
    write_set_aside(root, entries)
    assert load_set_aside(root) == tuple(sorted(entries, key=lambda entry: entry.document))
    write_set_aside(root, [])
    assert load_set_aside(root) == ()
    assert not (root / "content/sources/set-aside.yml").exists()


def test_a_ledger_without_words_is_read(root: Path) -> None:
    (root / "content/sources/set-aside.yml").write_text("- {document: a, sha256: null, status: set-aside, code: x}\n")
    assert load_set_aside(root) == (SetAside("a", None, "set-aside", "x", "", ""),)


@pytest.mark.parametrize("text", ["- a: [", "- {document: x}\n", "text"])
def test_a_broken_ledger_is_told(root: Path, text: str) -> None:
    (root / "content/sources/set-aside.yml").write_text(text)
    with pytest.raises(ConfigurationError) as error:
        load_set_aside(root)
    assert error.value.problem.cure
