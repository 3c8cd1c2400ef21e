"""content/sources/earlier-texts: the texts of articles whose document no longer holds them, since another state of it
was put in its place.

Only where they lie and that they are kept; which they are is ingest's business (docs/adr/0028).
"""

from __future__ import annotations

from pathlib import Path

from generator.model.article import Article
from generator.store.documents import EARLIER
from generator.store.files import write_file
from generator.store.permalinks import ARTICLES

_LONGEST_STEM = 180  # bytes; names may have 255, and a digest is put behind this


def earlier_path(article: Article) -> Path:
    """Where the text of an article as one state of its document gave it is kept: the article's own place below
    content/articles, with 8 digits of that state's digest. `article` has provenance."""
    place = article.path.relative_to(ARTICLES)
    stem = place.stem if len(place.stem.encode()) <= _LONGEST_STEM else article.id
    state = article.provenance.sha256[:8] if article.provenance else ""
    return EARLIER / place.with_name(f"{stem}-{state}.md")


def keep_earlier(root: Path, article: Article, text: bytes) -> None:
    """Keep `text`, the file of `article` as the program wrote it; what is kept once stays as it is. Raises OSError."""
    file = root / earlier_path(article)
    if not file.is_file():
        write_file(file, text)


def load_earlier(root: Path, article: Article) -> str | None:
    """The text that is kept of the state from which `article` was made; None where none is."""
    try:
        return (root / earlier_path(article)).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
