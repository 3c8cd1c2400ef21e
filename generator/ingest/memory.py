"""What became of each document when it was last read, so that what has not changed need not be read again.

A cache: it may be deleted at any time, and is not believed where anything that could change the outcome has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.ingest.holdings import Holdings
from generator.ingest.report import ArticleReport, ArticleStatus, DocumentReport, DocumentStatus
from generator.ingest.siblings import siblings_of
from generator.model.source import SourceDocument
from generator.store.decisions import DECISIONS
from generator.store.documents import is_gone, is_source_path, is_there
from generator.store.files import write_file
from generator.store.mapping_places import find_mapping
from generator.store.vocabulary import digest_vocabulary

MEMORY = Path(".cache/ingested.jsonl")
_FORM = 1
# Parts of the program, and packages, that decide what a document gives.
_PARTS = ("ingest", "model", "store", "text", "errors.py")
# What hindered a document and is not of its own making: it may be gone when the document is met again.
_HINDRANCES = frozenset({"article-broken", "cannot-write"})
_PACKAGES = ("babel", "brotli", "ftfy", "hijridate", "jdatetime", "lxml", "nh3", "trafilatura", "warcio")


@dataclass(frozen=True, slots=True)
class Remembered:
    """One document: the key of all that its outcome follows from, and the outcome. `articles` are the digests of their
    files, by place. `day` is that of the run where the outcome may be another on another day, else empty."""

    key: str
    report: DocumentReport
    articles: Mapping[str, str]
    day: str = ""


@dataclass(slots=True)
class Memory:
    """What is remembered of all documents, by name; `setting` is the digest of the program and the vocabulary."""

    root: Path
    setting: str
    today: date
    documents: dict[str, Remembered]

    def recall(self, document: SourceDocument, holdings: Holdings) -> DocumentReport | None:
        """What would come of reading a document again, or None where that is not known for certain."""
        known = self.documents.get(document.path.as_posix())
        if (
            known is None
            or known.key != self.key_of(document.path, document.sha256)
            or known.day not in ("", self.today.isoformat())
        ):
            return None
        if any(holdings.files.get(place) != digest for place, digest in known.articles.items()):
            return None
        if any(each.status is ArticleStatus.MERGED and _is_left(each, holdings) for each in known.report.articles):
            return None  # it may be this document's now
        return known.report

    def key_of(self, path: Path, sha256: str) -> str:
        """The digest of a document, by its own digest, and of what lies beside it."""
        mapping = find_mapping(self.root, path)
        beside = (
            _read(self.root / mapping) if mapping else b"",
            _read(self.root / path.with_suffix(".meta")),
            "".join(str(int(is_there(self.root / each))) for each in siblings_of(path)).encode(),
        )
        return _digest(self.setting.encode(), sha256.encode(), *beside)

    def keep(self, path: Path, sha256: str, report: DocumentReport, holdings: Holdings) -> None:
        """Remember what has become of the document at `path`, where it lies in the archive.

        What an article of it has become by another document, a newer one, would be told otherwise a second time; and
        what hindered it may be gone by then."""
        known = self.documents.get(path.as_posix())
        if known is not None and known.report is report:  # it was recalled, and stands
            return
        hindered = any(each.code in _HINDRANCES for each in report.problems)
        own = all(_is_of(path, article, holdings) for article in report.articles)
        if hindered or not own or not is_source_path(path):
            self.documents.pop(path.as_posix(), None)
            return
        places = dict.fromkeys(article.path.as_posix() for article in report.articles)
        digests = {place: hashlib.sha256(_read(self.root / place)).hexdigest() for place in places}
        day = self.today.isoformat() if any(article.refused_date for article in report.articles) else ""
        self.documents[path.as_posix()] = Remembered(self.key_of(path, sha256), _as_unchanged(report), digests, day)


def _is_of(path: Path, article: ArticleReport, holdings: Holdings) -> bool:
    """Whether an article is that of the document at `path`, if it is not another one's by its status."""
    held = holdings.by_path.get(article.path)
    provenance = held.provenance if held is not None else None
    return article.status is ArticleStatus.MERGED or (provenance is not None and provenance.document == path.as_posix())


def _is_left(article: ArticleReport, holdings: Holdings) -> bool:
    """Whether the document of an article is not there any more."""
    held = holdings.by_path.get(article.path)
    provenance = held.provenance if held is not None else None
    return provenance is not None and is_gone(holdings.root / provenance.document)


def load_memory(root: Path, today: date) -> Memory:
    """What is remembered of the archive at `root`; nothing where the file is missing or damaged."""
    setting = _digest(program_digest().encode(), digest_vocabulary(root), _read(root / DECISIONS))
    memory = Memory(root, setting, today, {})
    try:
        lines = (root / MEMORY).read_text("utf-8").removesuffix("\n").split("\n")  # a text may hold other ends of lines
        if json.loads(lines[0]) != {"form": _FORM}:
            return memory
        for line in lines[1:]:
            name, known = _parse(json.loads(line))
            memory.documents[name] = known
    except (OSError, ValueError, KeyError, TypeError):
        memory.documents.clear()
    return memory


def write_memory(memory: Memory) -> None:
    """Write what is remembered of documents that are still there. A cache that cannot be written is none."""
    there = {name: each for name, each in memory.documents.items() if not is_gone(memory.root / name)}
    lines = [json.dumps({"form": _FORM})]
    lines.extend(json.dumps(_row(name, there[name]), ensure_ascii=False) for name in sorted(there))
    try:
        write_file(memory.root / MEMORY, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
    except OSError:
        return


@lru_cache(maxsize=1)
def program_digest() -> str:
    """The digest of the program's own text, as far as it decides what a document gives, and of what it rests on."""
    package = Path(__file__).parents[1]
    found = hashlib.sha256()
    for part in _PARTS:
        path = package / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else (path,):
            found.update(hashlib.sha256(file.read_bytes()).digest())
    for name in _PACKAGES:
        found.update(f"{name} {_version(name)}\n".encode())
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _as_unchanged(report: DocumentReport) -> DocumentReport:
    """The report of a document that was read before and has not changed."""
    status = DocumentStatus.UNCHANGED if report.status is DocumentStatus.PUBLISHED else report.status
    articles = tuple(_article_unchanged(article) for article in report.articles)
    return replace(report, status=status, articles=articles)


def _article_unchanged(article: ArticleReport) -> ArticleReport:
    written = article.status in (ArticleStatus.NEW, ArticleStatus.UPDATED)
    status = ArticleStatus.UNCHANGED if written else article.status
    return replace(article, status=status)


def _row(name: str, known: Remembered) -> dict[str, Any]:
    return {
        "name": name,
        "key": known.key,
        "day": known.day,
        "articles": dict(known.articles),
        "report": known.report.as_json(),
    }


def _parse(row: dict[str, Any]) -> tuple[str, Remembered]:
    """One document out of its row. Raises KeyError, ValueError or TypeError where the row is none."""
    told = row["report"]
    articles = tuple(
        ArticleReport(
            Path(each["path"]),
            each["id"],
            each["title"],
            ArticleStatus(each["status"]),
            each["undated"],
            each["refused_date"],
            each["accepted"],
        )
        for each in told["articles"]
    )
    problems = tuple(Problem.from_json(each) for each in told["problems"])
    states = tuple(told["states"].items())
    report = DocumentReport(
        told["document"], told["sha256"], DocumentStatus(told["status"]), articles, problems, states
    )
    return row["name"], Remembered(row["key"], report, row["articles"], row["day"])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _digest(*parts: bytes) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(hashlib.sha256(part).digest())
    return found.hexdigest()
