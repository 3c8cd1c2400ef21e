"""Files written whole or not at all."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from generator.store.files import copy_file


class _Full(io.RawIOBase):
    """A stream after whose first bytes there is no room for more."""

    def __init__(self) -> None:
        super().__init__()
        self.given = False

    def readable(self) -> bool:
        return True

    def read(self, _size: int = -1, /) -> bytes:
        if self.given:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.given = True
        return b"some"


def test_a_full_disk_says_for_which_file_there_was_no_room(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("before")
    with pytest.raises(OSError, match="No space left") as raised:
        copy_file(_Full(), tmp_path / "a.md")  # type: ignore[arg-type]  # it is a stream of bytes
    assert raised.value.filename == str(tmp_path / "a.md")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_text() == "before"
