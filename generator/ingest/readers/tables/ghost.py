"""Who wrote the posts of a Ghost export, and their tags: the export keeps these in lists beside the posts.

Not for the posts, which are read as the rows of any JSON table (`json_table`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.ingest.readers.tables.json_objects import find_objects

_EXPORT = re.compile(r'\A\s*\{\s*"(?:db|meta|data)"\s*:.{0,300}?"exported_on"\s*:', re.DOTALL)
_DEEPEST = 5
_HIDDEN = "#"  # tags that begin with it are internal to the site, and are not shown


@dataclass(slots=True)
class Relations:
    """Names by the ids of users and tags, and these ids by the post's, in order."""

    names: dict[tuple[str, str], str] = field(default_factory=dict)
    of_post: dict[tuple[str, str], list[tuple[int, str]]] = field(default_factory=dict)

    def complete(self, post: Mapping[str, object]) -> Mapping[str, object]:
        """A post with the names of its authors and its tags, where it does not have them itself."""
        found: dict[str, object] = {}
        for name, kind in (("authors", "users"), ("tags", "tags")):
            ids = sorted(self.of_post.get((kind, str(post.get("id"))), ()))
            names = [self.names[kind, each] for _, each in ids if (kind, each) in self.names]
            if names and not post.get(name):
                found[name] = names
        return {**post, **found}


def is_ghost_export(head: str) -> bool:
    """Whether a document with this beginning is an export of Ghost."""
    return _EXPORT.match(head) is not None


def find_relations(pieces: Iterator[str]) -> Relations:
    """What an export says of its posts apart from them."""
    relations = Relations()
    for found in find_objects(pieces):
        if isinstance(found.value, dict):
            name = next((part for part in reversed(found.path) if part != "item"), "")
            _take(relations, name, found.value, 0)
    return relations


def _take(relations: Relations, name: str, value: Mapping[str, object], depth: int) -> None:
    if name in ("users", "tags"):
        text = value.get("name")
        if isinstance(text, str) and text.strip() and not (name == "tags" and text.startswith(_HIDDEN)):
            relations.names[name, str(value.get("id"))] = text
    elif name in ("posts_authors", "posts_tags"):
        kind, key = ("users", "author_id") if name == "posts_authors" else ("tags", "tag_id")
        place = str(value.get("sort_order") or 0)
        ids = relations.of_post.setdefault((kind, str(value.get("post_id"))), [])
        ids.append((int(place) if place.isdecimal() else 0, str(value.get(key))))
    elif depth < _DEEPEST and name != "posts":
        for key, inner in value.items():
            for each in inner if isinstance(inner, list) else (inner,):
                if isinstance(each, dict):
                    _take(relations, key, each, depth + 1)
