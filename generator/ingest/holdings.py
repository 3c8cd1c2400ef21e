"""What the archive holds already: its articles, found by document, id, title or text.

Kept up to date while documents are taken in, so that the second of two equal documents finds the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.article import Article
from generator.model.language import Language
from generator.store.articles import ArticleFile
from generator.text.arabic import tokens

_DOCUMENT = re.compile(r"^[^\S\n]*+document:\s*+(?P<document>.*)$", re.MULTILINE)
_SAME_TEXT = 0.7
_SHINGLE = 3


@dataclass(slots=True)
class Holdings:
    """The archive's articles under the keys by which ingest looks for them. `broken` are files that cannot be loaded,
    by the document they name (empty where they name none)."""

    by_id: dict[str, Article] = field(default_factory=dict)
    by_path: dict[Path, Article] = field(default_factory=dict)
    by_document: dict[str, list[Article]] = field(default_factory=dict)
    by_digest: dict[str, list[Article]] = field(default_factory=dict)
    by_title: dict[tuple[Language, str], list[Article]] = field(default_factory=dict)
    broken: dict[str, Path] = field(default_factory=dict)
    broken_paths: set[Path] = field(default_factory=set)


def hold(files: Iterable[ArticleFile]) -> Holdings:
    """The holdings that the archive's files make."""
    holdings = Holdings()
    for file in files:
        if file.article is not None and file.sound:
            add(holdings, file.article)
            continue
        holdings.broken_paths.add(file.path)
        holdings.broken.setdefault(_document_named(file.text), file.path)
    return holdings


def _document_named(text: str) -> str:
    """The document that the text of an article's file names, as far as can be told of a broken file; else empty."""
    named = _DOCUMENT.search(text)
    value = named["document"].rstrip() if named else ""
    value = value[1:] if value.startswith(("'", '"')) else value
    return value[:-1] if value.endswith(("'", '"')) else value


def add(holdings: Holdings, article: Article) -> None:
    """Put an article into the holdings, in the place of the one at its path."""
    former = holdings.by_path.pop(article.path, None)
    if former is not None:
        _remove(holdings, former)
    holdings.by_path[article.path] = article
    holdings.by_id.setdefault(article.id, article)
    holdings.by_title.setdefault(_title_key(article), []).append(article)
    if article.provenance is not None:
        holdings.by_document.setdefault(article.provenance.document, []).append(article)
        holdings.by_digest.setdefault(article.provenance.sha256, []).append(article)


def find_own(holdings: Holdings, root: Path, document: str, sha256: str) -> list[Article]:
    """The articles that came from a document, in the order of its lines; also those of a document with the same bytes
    that is no longer where it was (it was renamed)."""
    own = list(holdings.by_document.get(document, ()))
    for article in holdings.by_digest.get(sha256, ()):
        provenance = article.provenance
        if provenance is not None and article not in own and not (root / provenance.document).exists():
            own.append(article)
    return sorted(own, key=lambda article: (_first_line(article), article.place))


def find_same(holdings: Holdings, article: Article, besides: Iterable[Article] = ()) -> Article | None:
    """The article of another document that is the same: the same bytes below the same title, or the same title and
    text from the same source or from none named."""
    own = {each.path for each in besides}
    for other in holdings.by_title.get(_title_key(article), ()):
        if other.path not in own and _is_same(article, other):
            return other
    return None


def is_same_text(one: str, other: str) -> bool:
    """Whether two bodies are one text but for small changes: 7 of 10 word triples of the shorter are in the longer."""
    first, second = _shingles(one), _shingles(other)
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return bool(small) and len(small & large) >= _SAME_TEXT * len(small) and len(large) <= 2 * len(small)


def title_of(article: Article) -> str:
    """An article's title folded, words only."""
    return " ".join(token.text for token in tokens(article.title))


def _remove(holdings: Holdings, article: Article) -> None:
    if holdings.by_id.get(article.id) is article:
        del holdings.by_id[article.id]
    holdings.by_title[_title_key(article)].remove(article)
    if article.provenance is not None:
        holdings.by_document[article.provenance.document].remove(article)
        holdings.by_digest[article.provenance.sha256].remove(article)


def _is_same(article: Article, other: Article) -> bool:
    if article.provenance and other.provenance and article.provenance.sha256 == other.provenance.sha256:
        return True
    sources = {article.source, other.source} - {None}
    days = {each.date.iso[:10] for each in (article, other) if each.date is not None}
    return len(sources) <= 1 and len(days) <= 1 and is_same_text(article.body, other.body)


def _title_key(article: Article) -> tuple[Language, str]:
    return article.lang, title_of(article)


def _first_line(article: Article) -> int:
    lines = article.provenance.lines if article.provenance else None
    return lines[0] if lines else 0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [token.text for token in tokens(text)]
    return {tuple(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))} if words else set()
