"""Files written whole or not at all: first beside their place, then put there in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_file(path: Path, content: bytes) -> None:
    """Write `content` at `path`, making its folders. A crash leaves the old file or the new one, never half of either.

    A file that holds `content` already is not touched, so that nobody who watches it is woken. Raises OSError where the
    file cannot be written.
    """
    if path.is_file() and path.read_bytes() == content:
        return
    with _in_place_of(path) as part:
        part.write_bytes(content)


def copy_file(stream: BinaryIO, path: Path) -> None:
    """Write what `stream` gives at `path` in the same way, piece by piece. Raises OSError."""
    with _in_place_of(path) as part, part.open("wb") as file:
        shutil.copyfileobj(stream, file)


@contextmanager
def _in_place_of(path: Path) -> Iterator[Path]:
    """A hidden file beside `path` that takes its place when it was written without a fault."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    begin = path.name.encode("utf-8", "replace")[:80].decode("utf-8", "ignore")  # a file system counts bytes, up to 255
    part = path.with_name(f".{begin}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        # A full disk does not say which file had no room, and nobody knows the hidden one.
        if isinstance(error, OSError) and error.filename in (None, str(part)):
            error.filename = str(path)
        raise
