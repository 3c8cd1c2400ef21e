"""Files written whole or not at all: first beside their place, then put there in one step."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write `content` at `path`, making its folders. A crash leaves the old file or the new one, never half of either.

    A file that holds `content` already is not touched, so that nobody who watches it is woken. Raises OSError where the
    file cannot be written.
    """
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")  # hidden, and short enough for any file system
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
