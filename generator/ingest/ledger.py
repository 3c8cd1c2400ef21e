"""What of a run waits for a person, as entries of the ledger.

Not for the ledger's file (store.set_aside), nor for what is worth a look (review).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.errors import Problem
from generator.ingest.report import DocumentReport, DocumentStatus
from generator.store.documents import FoundDocument, is_gone, shown_name
from generator.store.permalinks import ARTICLES
from generator.store.set_aside import SetAside, write_set_aside


def update_ledger(
    root: Path, ledger: Iterable[SetAside], found: Iterable[FoundDocument], reports: Sequence[DocumentReport]
) -> None:
    """Bring the ledger up to date: entries of this run's documents anew, others as long as their file exists. Raises
    OSError."""
    # A document from elsewhere is in the ledger by the name under which it is kept.
    done = {shown_name(document.path) for document in found} | {report.document for report in reports}
    entries = [entry for entry in ledger if entry.document not in done and not is_gone(root / entry.document)]
    for report in reports:
        entries.extend(_waiting(report))
    write_set_aside(root, entries)


def _waiting(report: DocumentReport) -> list[SetAside]:
    """The ledger's entries for a document: what of it waits or is to be compared, record by record, else all of it."""
    refused = report.status is DocumentStatus.REFUSED
    status = DocumentStatus.REFUSED if refused else DocumentStatus.SET_ASIDE
    states = dict(report.states)
    return [
        SetAside(
            report.document,
            report.sha256,
            status,
            each.code,
            each.what,
            each.cure,
            each.record,
            _article_of(each),
            states.get(each.record, ""),
        )
        for each in report.listed
    ]


def _article_of(problem: Problem) -> str:
    """The file of the article that a problem is of; empty where it is of the document."""
    there = problem.path is not None and problem.path.is_relative_to(ARTICLES)
    return problem.path.as_posix() if there and problem.path is not None else ""
