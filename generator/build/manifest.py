"""What a site was made of: the key of every page and group of files, and the size of every file.

Kept beside the site from one build to the next. Whatever is wrong with a manifest, the build begins from nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.publish.keyed import Note

_FORM = 4
COPIED = "copied"


@dataclass(slots=True)
class Group:
    """A group of files made together: its key, its note for the group that closes the round, its files' paths."""

    key: str
    note: Note
    files: list[str]


@dataclass(slots=True)
class Manifest:
    """One site. `engine` is the digest of all that may change any page; `pages` are keys, `sizes` bytes, by path.

    Paths are those of files below the site, with forward slashes. `state` is the digest of everything the site was made
    from, empty where something was wrong with it: while it is the same, there is nothing to plan.
    """

    engine: str = ""
    state: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def paths(self) -> set[str]:
        """The paths of all files that belong to the site."""
        return {*self.pages, *(path for group in self.groups.values() for path in group.files)}

    def made_by(self, program: str) -> Manifest:
        """What of the site a program may take over: everything of its own, of another's only which files there are."""
        return self if self.engine == program else Manifest(sizes=self.sizes)

    def forget(self, lost: set[str]) -> None:
        """Forget pages and groups of which a file is lost or no longer what it was, so that they are made again."""
        if not lost:
            return
        self.state = ""
        self.pages = {path: key for path, key in self.pages.items() if path not in lost}
        self.groups = {name: group for name, group in self.groups.items() if lost.isdisjoint(group.files)}

    def as_json(self) -> dict[str, Any]:
        """The manifest as plain values."""
        groups = {name: [each.key, each.note, each.files] for name, each in self.groups.items()}
        return {
            "form": _FORM,
            "engine": self.engine,
            "state": self.state,
            "pages": self.pages,
            "groups": groups,
            "sizes": self.sizes,
        }

    def as_bytes(self) -> bytes:
        """The manifest as it is written."""
        return json.dumps(self.as_json(), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load_manifest(path: Path) -> Manifest:
    """The manifest at `path`; an empty one where there is none, or none that can be used."""
    try:
        return parse_manifest(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest()


def parse_manifest(said: Any) -> Manifest:
    """The manifest that plain values say. Raises ValueError, TypeError, KeyError or AttributeError for any others."""
    if said["form"] != _FORM:
        raise ValueError("written by another version of the program")
    groups = {
        str(name): Group(str(key), dict(note), list(map(str, files)))
        for name, (key, note, files) in said["groups"].items()
    }
    pages = {str(path): str(key) for path, key in said["pages"].items()}
    sizes = {str(path): int(size) for path, size in said["sizes"].items()}
    return Manifest(str(said["engine"]), str(said["state"]), pages, groups, sizes)
