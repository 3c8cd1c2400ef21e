"""Zips in which services for writers give out somebody's posts: what is a post in them, and what is said of it beside.

Substack (`posts.csv` beside `posts/…html`) and Medium (`posts/…html`, drafts by their names). What else lies in such a
zip is passed over: lists of readers and their addresses above all are nobody's business. Not for how posts are read.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.errors import Problem, Severity
from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.archives.container_forms import ZIP_MAGICS, head_of
from generator.ingest.readers.archives.zip_members import ZIP_FAULTS
from generator.ingest.readers.feeds.feed_text import FieldReading
from generator.model.source import FieldName, Record, SourceDocument

_LARGEST_LIST = 64 << 20
_POSTS = "posts"
_COLUMNS = ("post_id", "post_date", "is_published", "title")
_MOST_NAMES = 200_000


@dataclass(frozen=True, slots=True)
class ServiceExport:
    """An export: `top` is the folder in the zip that holds all of it, `listed` what is said of each post by its name
    (Substack; None of Medium, whose posts say all themselves)."""

    top: PurePosixPath
    listed: Mapping[str, Mapping[str, str]] | None = field(default=None, repr=False)

    def is_post(self, name: str) -> bool:
        """Whether the member of this name in the zip is a post."""
        path = PurePosixPath(name)
        return path.parent == self.top / _POSTS and path.suffix.lower() == ".html"

    def is_draft(self, name: str) -> bool:
        """Whether a post of Medium was never published, as its file's name says."""
        return self.listed is None and PurePosixPath(name).name.startswith("draft_")

    def record_of(self, name: str, raw: bytes) -> Record | None:
        """The record of a post of Substack, from its bytes and what is said of it; None where nothing is."""
        said = (self.listed or {}).get(PurePosixPath(name).stem)
        if said is None:
            return None
        reading = FieldReading()
        reading.add(FieldName.TITLE, said.get("title", ""), "substack:title")
        reading.add(FieldName.STANDFIRST, said.get("subtitle", ""), "substack:subtitle")
        reading.add(FieldName.PUBLISHED, said.get("post_date", ""), "substack:post_date")
        if said.get("is_published", "").casefold() != "true":
            reading.add(FieldName.STATUS, "draft", "substack:is_published")
        body = blocks_of(raw.decode("utf-8", "replace"))
        repairs = tuple(sorted((*reading.repairs.items(), *body.repairs)))
        return Record(
            said.get("post_id", ""), tuple(reading.claims), body.blocks, 1, removed=body.removed, repairs=repairs
        )


def find_service_export(document: SourceDocument) -> ServiceExport | None:
    """The export that a zip is; None for others, and for zips that are damaged."""
    if not head_of(document.open).startswith(ZIP_MAGICS):
        return None
    try:
        with document.open() as stream, zipfile.ZipFile(stream) as archive:
            return _find(archive, archive.namelist()[:_MOST_NAMES])
    except (*ZIP_FAULTS, csv.Error):
        return None


def _find(archive: zipfile.ZipFile, names: list[str]) -> ServiceExport | None:
    list_of_posts = next((name for name in names if PurePosixPath(name).name == "posts.csv"), None)
    listed = _listed(archive, list_of_posts) if list_of_posts else None
    if list_of_posts and listed is not None:
        return ServiceExport(PurePosixPath(list_of_posts).parent, listed)
    profile = next((name for name in names if name.endswith("profile/profile.html")), None)
    top = PurePosixPath(profile or "").parent.parent
    posts = profile and any(PurePosixPath(name).parent == top / _POSTS for name in names)
    return ServiceExport(top) if posts else None


def left_out(path: Path, count: int) -> Problem:
    """That the other members of such a zip were passed over."""
    return Problem(
        "skipped-members",
        "members of the export that are no posts were passed over, lists of readers among them",
        path,
        expected="posts",
        found=f"{count:,} other members",
        cure="nothing need be done; better leave lists of readers out of content/sources",
        severity=Severity.HINT,
    )


def as_draft(record: Record) -> Record:
    """A record that is not for readers yet."""
    reading = FieldReading()
    reading.add(FieldName.STATUS, "draft", "medium:draft")
    return replace(record, claims=(*reading.claims, *record.claims))


def _listed(archive: zipfile.ZipFile, name: str) -> dict[str, dict[str, str]] | None:
    """What a list of posts says of each; None where it is no list of Substack's."""
    with archive.open(name) as stream:
        text = stream.read(_LARGEST_LIST).decode("utf-8-sig", "replace")
    rows = csv.DictReader(io.StringIO(text), restval="")
    if not set(_COLUMNS) <= set(rows.fieldnames or ()):
        return None
    return {row["post_id"]: {name: row[name] for name in rows.fieldnames or ()} for row in rows}
