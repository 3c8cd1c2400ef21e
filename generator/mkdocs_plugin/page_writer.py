"""Files of a new site written one after the other, with as few calls of the system as there can be.

Not for a site that is there already: nothing is compared, and who is interrupted leaves half a file.
"""

from __future__ import annotations

import os
from contextlib import suppress

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class PageWriter:
    """Writes files below a folder, which is there; each folder on the way is made once."""

    def __init__(self, folder: str) -> None:
        self._root = folder
        self._known = {""}

    def write(self, path: str, content: bytes) -> None:
        """Write a file at a path below the folder, with forward slashes. Raises OSError."""
        self._make_folder(path.rpartition("/")[0])
        handle = os.open(f"{self._root}/{path}", _NEW, 0o666)
        try:
            while content := content[os.write(handle, content) :]:  # a disk that fills takes a part
                pass
        finally:
            os.close(handle)

    def _make_folder(self, folder: str) -> None:
        """Make a folder, and first those around it."""
        if folder in self._known:
            return
        self._make_folder(folder.rpartition("/")[0])
        with suppress(FileExistsError):  # MkDocs has made it for a page of its own
            os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102 - tens of thousands of times
        self._known.add(folder)
