""".cache/written.sqlite: the articles as the program wrote them last, so that a person's changes can be told from the
program's own.

A cache: it may be deleted at any time, and then only less can be merged by itself.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

WRITTEN = Path(".cache/written.sqlite")
_TABLE = "CREATE TABLE IF NOT EXISTS written (place TEXT PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID"


def remember_written(root: Path, texts: Mapping[str, bytes]) -> None:
    """Remember the texts of files, by their places. What cannot be remembered is forgotten: it is a cache."""
    if not texts:
        return
    file = root / WRITTEN
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is read as nothing
            database.execute(_TABLE)
            rows = ((place, zlib.compress(text, 1)) for place, text in texts.items())
            database.executemany("INSERT OR REPLACE INTO written VALUES (?, ?)", rows)
    except (OSError, sqlite3.Error):
        with suppress(OSError):  # what is told by it is proved by digests: an old one that stays does no harm
            file.unlink()


def load_written(root: Path, place: str) -> str | None:
    """The text of the file at `place` as it was written last; None where that is not known."""
    file = root / WRITTEN
    if not file.is_file():
        return None
    try:
        with closing(sqlite3.connect(file)) as database:
            row = database.execute("SELECT text FROM written WHERE place = ?", (place,)).fetchone()
        return zlib.decompress(row[0]).decode() if row else None
    except (OSError, sqlite3.Error, zlib.error, UnicodeDecodeError):
        return None
