"""What is told of archives of documents and their members: refused, damaged, too large, too deep, passed over."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.errors import Problem, Severity


def member_refused(archive: Path, name: str, why: str) -> Problem:
    return Problem(
        "container-member-refused",
        f"a member of the archive is not read: {why}",
        archive,
        expected="documents under plain names",
        found=name[:200],
        cure="unpack the archive yourself, and put the documents in content/sources",
        record=name[:200],
    )


def damaged(path: Path, found: str) -> Problem:
    return Problem(
        "container-damaged",
        "the archive, or a member of it, is damaged here",
        path,
        expected="an archive that unpacks without a fault",
        found=found[:200] or "bytes that cannot be unpacked",
        cure="get the archive again from where it came from",
    )


def too_large(path: Path, what: str, most: int) -> Problem:
    return Problem(
        "container-too-large",
        "the archive unpacks to more than is read",
        path,
        expected=f"at most {most:,} {what}",
        found="more",
        cure="if the archive can be trusted, unpack it yourself and divide it",
    )


def nested(path: Path) -> Problem:
    return Problem(
        "container-nested",
        "this archive lies too deep in other archives",
        path,
        expected="documents, or one archive, in an archive",
        found="an archive in an archive in an archive",
        cure="unpack the outer archive yourself",
    )


def skipped_hint(path: Path, skipped: Counter[str]) -> Problem:
    told = ", ".join(f"{count} {reason}" for reason, count in sorted(skipped.items()))
    return Problem(
        "container-skipped",
        "members of the archive that are no documents were passed over",
        path,
        expected="documents",
        found=told,
        cure="nothing need be done; they stay in the archive",
        severity=Severity.HINT,
    )
