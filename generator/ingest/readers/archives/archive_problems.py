"""What is told of web archives: damage, pages that cannot be read, and records that were left out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.readers.archives.archive_records import Cutting


def left_out(path: Path, counts: Mapping[str, int]) -> Problem:
    """The records that are neither pages nor feeds, by why they are none."""
    return Problem(
        "web-archive-left-out",
        "records of the web archive that are neither pages nor feeds were left out",
        path,
        expected="pages or feeds",
        found=", ".join(f"{count} {reason}" for reason, count in sorted(counts.items())),
        cure="nothing need be done; they stay in the web archive",
        severity=Severity.HINT,
    )


def damaged(path: Path, cutting: Cutting, records: int) -> Problem:
    """An archive of which `records` could be cut out, and not all."""
    found = [f"{records} records"]
    found += [f"{cutting.lost_bytes} bytes that are no record"] if cutting.lost_bytes else []
    found += [f"{cutting.lost_members} compressed parts that are corrupt"] if cutting.lost_members else []
    found += [f"the archive is {cutting.ended}"] if cutting.ended else []
    return Problem(
        "web-archive-damaged",
        "the web archive is damaged; what can be read of it was read",
        path,
        expected="records one behind the other, to the end",
        found=", ".join(found),
        cure="get the archive again from where it came from",
    )


def unreadable_page(path: Path, key: str, found: str, expected: str, severity: Severity = Severity.ERROR) -> Problem:
    """A page, by its key, that cannot be read, or, as a warning, not to its end."""
    return Problem(
        "web-archive-page",
        "a page of the web archive cannot be read" if severity is Severity.ERROR else "a page is not whole",
        path,
        expected=expected,
        found=found,
        cure="save the page itself, and put it in content/sources",
        severity=severity,
        record=key,
    )
