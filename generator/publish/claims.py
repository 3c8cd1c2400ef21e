"""Who answers at which address: every page and file of the site claims its place once, and nobody takes another's.

Collisions are found before anything is written, also between a file and a folder of the same name and between names
that differ only in case (file systems of macOS and Windows keep one of the two).
"""

from __future__ import annotations

from generator.model.page import Permalink
from generator.store.permalinks import file_path


class Claims:
    """The places of the site's files that are taken, each with the name of its claimant."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._clear: set[str] = set()  # folders of which it is known that neither they nor those around them are files

    def copy(self) -> Claims:
        """Give the same claims anew; what is claimed there is not claimed here."""
        other = Claims()
        other._files, other._folders, other._clear = dict(self._files), dict(self._folders), set(self._clear)
        return other

    def claim(self, permalink: Permalink, claimant: str) -> str | None:
        """Take the place of `permalink` for `claimant`, or give the name of who holds it already."""
        place = file_path(permalink).casefold()
        holder = self._files.get(place) or self._folders.get(place)
        folders = self._unclear_folders(place)
        for folder in folders:
            holder = holder or self._files.get(folder)
        if holder is not None:
            return holder
        self._files[place] = claimant
        for folder in folders:
            self._folders.setdefault(folder, claimant)
            self._clear.add(folder)
        return None

    def _unclear_folders(self, place: str) -> tuple[str, ...]:
        """The folders in which a file lies, but for those that are known to be clear; most articles have only one."""
        parent = place.rpartition("/")[0]
        if parent in self._clear:
            return ()
        return (parent,) if parent.rpartition("/")[0] in self._clear else _folders_of(place)


def _folders_of(place: str) -> tuple[str, ...]:
    """The folders in which a file lies, from the outermost in."""
    parts = place.split("/")[:-1]
    return tuple("/".join(parts[: n + 1]) for n in range(len(parts)))
