"""The articles on disk: content/articles/**/*.md, loaded together, written one by one.

Not for what stands in a file: `article_text` reads and renders it, and is given here under the same names.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.model.article import Article
from generator.store.article_text import (
    ArticleFile,
    is_edited,
    parse_article,
    parse_article_file,
    render_article,
    split_front_matter,
    with_plain_line_ends,
)
from generator.store.files import write_file
from generator.store.permalinks import ARTICLES
from generator.store.stamps import Stamp, make_stamp, read_stamped
from generator.store.yaml_nodes import Faults

__all__ = [
    "ARTICLES",
    "ArticleFile",
    "Loaded",
    "is_edited",
    "load_articles",
    "parse_article",
    "parse_article_bytes",
    "read_article_bytes",
    "read_article_files",
    "read_body",
    "render_article",
    "write_article",
]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles that can be published, sorted by path, and every problem of their files and of those left out."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def load_articles(root: Path) -> Loaded:
    """All articles below `root`/content/articles. A broken file is a problem and is left out; the others load."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for file in read_article_files(root):
        problems.extend(file.problems)
        if file.sound and file.article is not None:
            articles.append(file.article)
    return Loaded(tuple(articles), tuple(problems))


def read_article_files(root: Path) -> Iterator[ArticleFile]:
    """Every Markdown file below `root`/content/articles as it was read, sorted by path; hidden files are left out."""
    for place in find_article_files(root):
        yield _read_article_file(root, place)


def find_article_files(root: Path) -> list[str]:
    """The names, relative to `root`, of all article files, sorted."""
    return sorted(_walk(root))


def stamp_article(root: Path, place: str) -> Stamp | None:
    """The stamp of an article's file; None where it has none."""
    now = time.time_ns()
    try:
        return make_stamp(os.lstat(f"{root}/{place}"), now)
    except OSError:
        return None


def _walk(root: Path) -> Iterator[str]:
    """The names, relative to `root`, of all article files, in any order; hidden ones are left out. A folder that cannot
    be read is named as if it were a file: who reads that is told so, and no article vanishes without a word."""
    waiting = [ARTICLES.as_posix()]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(f"{root}/{folder}"))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            yield folder
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(".md"):
                yield f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}/{entry.name}")


def write_article(root: Path, article: Article) -> Path:
    """Write an article at its `path` below `root`; gives that path. Raises ValueError for a path outside of content."""
    path = article.path
    if path.is_absolute() or ".." in path.parts or not path.is_relative_to(ARTICLES):
        raise ValueError(f"not a path below {ARTICLES.as_posix()}: {path}")
    write_file(root / path, render_article(article).encode())
    return path


def read_article_bytes(root: Path, place: str) -> bytes | Problem:
    """The bytes of one article's file, or what keeps it from being read."""
    return read_article_stamped(root, place)[0]


def read_article_stamped(root: Path, place: str) -> tuple[bytes | Problem, Stamp | None]:
    """The bytes of one article's file, or what keeps it from being read; and the stamp that it had, None where it has
    none."""
    try:
        return read_stamped(f"{root}/{place}", links=False)
    except OSError as error:
        read = _read_link(root, Path(place)) if error.errno == errno.ELOOP else _unreadable(Path(place), error)
        return read, None


def _read_link(root: Path, path: Path) -> bytes | Problem:
    """The bytes of a file that is a symbolic link, where it stays within the archive."""
    full = root / path
    try:
        place = full.resolve()
        return read_stamped(str(place))[0] if place.is_relative_to(root.resolve()) else _link_outside(path)
    except (OSError, RuntimeError) as error:
        return _unreadable(path, error if isinstance(error, OSError) else OSError(errno.ELOOP, str(error)))


def parse_article_bytes(raw: bytes, path: Path) -> ArticleFile:
    """The article that a file's bytes say, or what keeps it from being read."""
    try:
        return parse_article_file(raw.decode(), path)
    except UnicodeDecodeError as error:
        return _unread(path, _not_utf8(path, error))


def read_body(raw: bytes, path: Path) -> str | None:
    """The body alone of an article's file that is known to be sound; None where it cannot be told from the rest."""
    try:
        parts = split_front_matter(with_plain_line_ends(raw.decode()), Faults(path))
    except UnicodeDecodeError:
        return None
    return None if parts is None else parts[1]


def _read_article_file(root: Path, place: str) -> ArticleFile:
    """One file, or what keeps it from being read."""
    raw, path = read_article_bytes(root, place), Path(place)
    return _unread(path, raw) if isinstance(raw, Problem) else parse_article_bytes(raw, path)


def _not_utf8(path: Path, error: UnicodeDecodeError) -> Problem:
    """The problem of a file in another encoding."""
    return Problem(
        "not-utf-8",
        "the file is not UTF-8",
        path,
        error.object.count(b"\n", 0, error.start) + 1,
        expected="UTF-8, as all of content/articles is",
        found=f"the byte 0x{error.object[error.start]:02X}",
        cure="save it again as UTF-8; or put the text into content/sources, and ingest finds its encoding",
    )


def _link_outside(path: Path) -> Problem:
    """The problem of a link that must not be followed."""
    return Problem(
        "link-outside",
        "the file is a link that leads out of the archive",
        path,
        expected="a file of the archive",
        found="a symbolic link",
        cure="put a copy of the file in the link's place",
    )


def _unreadable(path: Path, error: OSError) -> Problem:
    """The problem of a file, or a folder of files, that the system does not let us read."""
    kind = "file" if path.suffix == ".md" else "folder"
    return Problem(
        f"unreadable-{kind}",
        f"the {kind} cannot be read: {error.strerror}",
        path,
        expected=f"a {kind} that you may read",
        found=type(error).__name__,
        cure=f"look whether it is a {kind}, and whether you may read it",
    )


def _unread(path: Path, problem: Problem) -> ArticleFile:
    return ArticleFile(path, "", None, sound=False, problems=(problem,))
