"""Source documents on disk: content/sources and files given from elsewhere; found, read, and kept as received.

Originals are never changed. Not for what a document says (generator.ingest).
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from generator.errors import Problem, UnreadableError
from generator.model.source import SourceDocument
from generator.store.companions import is_companion
from generator.store.files import copy_file, write_file
from generator.store.mapping_places import is_mapping

SOURCES = Path("content/sources")
RECEIVED = SOURCES / "received"
EARLIER = SOURCES / "earlier-texts"
LEDGER = SOURCES / "set-aside.yml"
_CHUNK = 1 << 20
_NOT_DOCUMENTS = frozenset({"set-aside.yml", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that was found: `path` names it (relative to the root where it lies below it), `file` is where it can
    be opened. `problem` says why it must not be opened."""

    path: Path
    file: Path
    problem: Problem | None = None


def find_documents(root: Path, paths: Iterable[Path] = ()) -> list[FoundDocument]:
    """All documents below content/sources, or those that `paths` name (files, or folders with all below them).

    Sorted by path, each once. Hidden files, READMEs, the ledger and earlier texts of articles are no documents. Links
    that lead out of the archive, and what is no regular file, come back with the problem that forbids opening them. The
    folder of pictures and styles that a browser saves beside a page belongs to the page.
    """
    root = root.resolve()
    found: dict[Path, FoundDocument] = {}
    # An archive of articles written by hand has no folder of sources.
    everything = [root / SOURCES] if os.path.lexists(root / SOURCES) else []
    for start in list(paths) or everything:
        for document in _find_below(root, Path(os.path.abspath(start))):  # noqa: PTH100  resolve() would follow links
            found.setdefault(document.path, document)
    return [found[path] for path in sorted(found, key=lambda path: path.as_posix())]


def read_document(document: FoundDocument) -> SourceDocument:
    """A document with its digest; it is read through piece by piece, and not kept in memory.

    Raises UnreadableError where it must not or cannot be opened (`document.problem`, code `unreadable-file`).
    """
    if document.problem is not None:
        raise UnreadableError(document.problem)
    try:
        size = document.file.stat().st_size
        sha256 = _digest(document.file)
    except OSError as error:
        raise UnreadableError(_unreadable(document.path, error)) from error
    return SourceDocument(document.path, sha256, size, partial(_open, document.file))


def digest_document(document: FoundDocument) -> str | None:
    """The SHA-256 of a document of any size in hex; None where it cannot be read."""
    if document.problem is not None:
        return None
    try:
        return _digest(document.file)
    except OSError:
        return None


def _open(file: Path) -> BinaryIO:
    return file.open("rb")


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def kept_path(root: Path, document: SourceDocument) -> Path:
    """Where a document belongs in the archive: its own place below content/sources, else in content/sources/received.

    There the name is the document's own; where another document has it already, 8 digits of its digest are added.
    """
    if is_source_path(document.path):
        return document.path
    plain = RECEIVED / document.path.name
    unique = plain.with_name(f"{plain.stem}-{document.sha256[:8]}{plain.suffix}")
    return unique if _holds_another(root / plain, document) else plain


def keep_original(root: Path, document: SourceDocument, path: Path) -> None:
    """Copy a document byte for byte to `path` below `root` where it is not there yet. Raises OSError."""
    if document.path == path:
        return
    if document.size <= _CHUNK:
        write_file(root / path, document.raw)
    elif not (root / path).is_file():
        with document.open() as stream:
            copy_file(stream, root / path)


def read_companion_text(root: Path, path: Path) -> str | None:
    """The text of a small file beside a document, below `root`; None where there is none that can be read."""
    try:
        return (root / path).read_bytes()[:_CHUNK].decode("utf-8-sig", "replace") if (root / path).is_file() else None
    except OSError:
        return None


def is_there(file: Path) -> bool:
    """Whether a file is there; none is whose name is longer than the system's names may be."""
    try:
        return file.is_file()
    except OSError:
        return False


def is_gone(file: Path) -> bool:
    """Whether a file is not there any more. One in a folder that may not be looked into is not gone: nobody knows."""
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def is_source_path(path: Path) -> bool:
    """Whether `path` lies below content/sources."""
    return not path.is_absolute() and path.is_relative_to(SOURCES)


def shown_name(path: Path) -> str:
    """A document's name as text that can always be printed; what is no UTF-8 in it is replaced."""
    return path.as_posix().encode("utf-8", "replace").decode()


def _find_below(root: Path, start: Path) -> Iterator[FoundDocument]:
    if start.is_symlink() and start.is_relative_to(root) and not _stays_inside(root, start):
        yield FoundDocument(_name_of(root, start), start, _link_outside(_name_of(root, start)))
    elif start.is_dir():
        yield from _walk(root, start)
    else:
        yield _found(root, start)


def _walk(root: Path, folder: Path) -> Iterator[FoundDocument]:
    """All documents below a folder; a folder that cannot be listed is a document with a problem."""
    faults: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        here = Path(parent)
        linked = [name for name in folders if (here / name).is_symlink()]
        kept = EARLIER.name if here == root / SOURCES else None
        plain = (name for name in folders if not name.startswith(".") and name not in linked and name != kept)
        folders[:] = sorted(name for name in plain if not is_companion(name, names))
        for name in sorted(linked):
            if not _stays_inside(root, here / name):
                yield _found(root, here / name)
        for name in sorted(names):
            if is_document_name(name):
                yield _found(root, here / name)
    for error in faults:
        path = _name_of(root, Path(str(error.filename)))
        yield FoundDocument(path, Path(str(error.filename)), _unreadable(path, error))


def _found(root: Path, file: Path) -> FoundDocument:
    path = _name_of(root, file)
    return FoundDocument(path, file, _forbidden(root, file, path))


def _forbidden(root: Path, file: Path, path: Path) -> Problem | None:
    """Why a file must not be opened, or None."""
    if not _is_unicode(file):
        shown = Path(os.fsencode(path).decode("utf-8", "replace"))
        return Problem(
            "bad-file-name",
            "the name of the file, or of its folder, is not UTF-8",
            shown,
            expected="a name that every system can show",
            found=next(repr(os.fsencode(part)) for part in path.parts if not _is_unicode(Path(part))),
            cure="rename it",
        )
    if file.is_symlink() and file.is_relative_to(root) and not _stays_inside(root, file):
        return _link_outside(path)
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return _unreadable(path, error)
    if not stat.S_ISREG(mode):
        return Problem(
            "no-regular-file",
            "this is no regular file",
            path,
            expected="a file with text",
            found="a pipe, socket or device",
            cure="take it out of content/sources",
        )
    return None


def _name_of(root: Path, file: Path) -> Path:
    """A file's path relative to the root where it lies below it."""
    if file.is_relative_to(root):
        return file.relative_to(root)
    real = file.resolve() if _is_unicode(file) else file
    return real.relative_to(root) if real.is_relative_to(root) else file


def _stays_inside(root: Path, file: Path) -> bool:
    try:
        return file.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def is_document_name(name: str) -> bool:
    """Whether a file of this name is a document: neither hidden, a README, nor what only says how to read another."""
    low = name.lower()
    return not (
        low.startswith((".", "~$"))  # `~$` is where Office keeps who has a document open
        or low in _NOT_DOCUMENTS
        or low == "readme"
        or low.startswith("readme.")
        or low.endswith(("~", ".meta"))
        or is_mapping(Path(low))
    )


def _is_unicode(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _holds_another(file: Path, document: SourceDocument) -> bool:
    try:
        return file.exists() and (file.stat().st_size != document.size or _digest(file) != document.sha256)
    except OSError:
        return True


def _link_outside(path: Path) -> Problem:
    return Problem(
        "link-outside",
        "the file is a link that leads out of the archive, or nowhere",
        path,
        expected="the document itself",
        found="a symbolic link",
        cure="copy the document to this place",
    )


def _unreadable(path: Path, error: OSError) -> Problem:
    return Problem(
        "unreadable-file",
        f"the file cannot be read: {error.strerror or error}",
        path,
        expected="a file that you may read",
        found=type(error).__name__,
        cure="give yourself the right to read it, or take it away",
    )
