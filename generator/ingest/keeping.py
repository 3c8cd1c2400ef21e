"""What a run keeps of texts beside the articles: earlier ones among the originals, those it wrote last in the cache.

Not for which earlier text there is of an article that a document tells otherwise now (overwriting).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.ingest.holdings import Holdings
from generator.ingest.overwriting import Former
from generator.store.articles import is_edited, read_article_bytes
from generator.store.documents import is_source_path
from generator.store.earlier import earlier_path, keep_earlier
from generator.store.written import remember_written


def keep_former(root: Path, formers: Iterable[Former]) -> None:
    """Keep the texts that a document gave before another state of it took its place. Raises OSError."""
    for former in formers:
        keep_earlier(root, former.article, former.text.encode())


def keep_unlisted(holdings: Holdings, document: Path, sha256: str) -> None:
    """Keep the texts of articles that a document held when it had other bytes, and does not name any more: their
    articles stay as they are. Raises OSError."""
    if not is_source_path(document):
        return
    for article in holdings.by_document.get(document.as_posix(), {}).values():
        if article.provenance is None or article.provenance.sha256 == sha256:
            continue
        if not (holdings.root / earlier_path(article)).is_file():
            text = read_article_bytes(holdings.root, article.place)
            if isinstance(text, bytes) and not is_edited(text.decode("utf-8", "replace")):
                keep_earlier(holdings.root, article, text)


def remember_texts(root: Path, places: list[str]) -> None:
    """Remember the files at these places as they were written, by which a person's changes can be told later; the list
    is emptied."""
    read = ((place, read_article_bytes(root, place)) for place in places)
    remember_written(root, {place: raw for place, raw in read if isinstance(raw, bytes)})
    places.clear()
