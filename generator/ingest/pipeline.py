"""The itinerary of ingest: documents found, read, taken apart, made into articles, settled, written and reported.

Records are prepared in one process or in several; they are settled and written here, in order, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from generator.errors import ConfigurationError, Problem, Severity
from generator.ingest.counterparts import note_ties, pair
from generator.ingest.crew import Done, Hands, work_through
from generator.ingest.decisions import by_article
from generator.ingest.holdings import Holdings, add, hold
from generator.ingest.keeping import keep_former, keep_unlisted, remember_texts
from generator.ingest.ledger import update_ledger
from generator.ingest.memory import Memory, load_memory, write_memory
from generator.ingest.preparing import Prepared, Setting
from generator.ingest.progress import Meter, Progress
from generator.ingest.publishers import find_unusable
from generator.ingest.refusals import Refusals, find_refusals, state_of_fault
from generator.ingest.report import (
    ArticleReport,
    ArticleStatus,
    DocumentReport,
    DocumentStatus,
    Report,
    with_updated,
)
from generator.ingest.settling import Settled, settle
from generator.ingest.tasks import make_tasks
from generator.model.article import Article
from generator.model.vocabulary import Vocabulary
from generator.store.articles import read_article_files, write_article
from generator.store.decisions import load_decisions
from generator.store.documents import (
    LEDGER,
    FoundDocument,
    digest_document,
    find_documents,
    keep_original,
    read_document,
    shown_name,
)
from generator.store.lone import find_lone
from generator.store.publishers import FOLDER as PUBLISHERS
from generator.store.set_aside import SetAside, load_set_aside
from generator.store.vocabulary import load_usable_vocabulary

__all__ = ["Progress", "ingest"]

_WRITTEN_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run settles and writes with; `written` are the places of files that it wrote last."""

    root: Path
    dry_run: bool
    holdings: Holdings
    refusals: Refusals
    vocabulary: Vocabulary
    written: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Outcome:
    """What has become of one document so far."""

    found: FoundDocument
    path: Path
    sha256: str | None = None
    settled: list[Settled] = field(default_factory=list)
    unwanted: int = 0
    problems: list[Problem] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    kept: bool = False
    refused: bool = False


def ingest(
    root: Path,
    paths: Iterable[Path] = (),
    *,
    today: date,
    dry_run: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Take in the documents that `paths` name, or all below content/sources, and write the articles found in them.

    Every document is in the report, whatever became of it; a bad one does not stop the others. `dry_run` writes
    nothing. `jobs` processes prepare the articles; the files are the same with any number. `progress` is told now and
    then how far the run has come. A ledger that cannot be read or written is a problem of the report. Raises
    ConfigurationError where the vocabulary or the decisions are broken, and OSError where an article can be read no
    more.
    """
    root, paths = root.resolve(), list(paths)
    vocabulary, faults = load_usable_vocabulary(root)
    decisions = load_decisions(root)
    holdings = hold(read_article_files(root), root, by_article(decisions))
    run = _Run(root, dry_run, holdings, find_refusals(decisions, root), vocabulary)
    ledger, broken = _load_ledger(root)
    found = find_documents(root, paths)
    meter = Meter(found, progress)
    memory = load_memory(root, today)
    hands = Hands(Setting.of(vocabulary, today))
    tasks = make_tasks(found, root, hands, partial(memory.recall, holdings=holdings), meter.watch)
    results = work_through(tasks, hands, jobs if meter.is_long else 1)
    reports = []
    for at, done in groupby(results, key=lambda each: each.task.at):
        reports.append(_take_in(found[at], done, run, meter))
        meter.finish(at)
    paired = pair(holdings, dry_run=dry_run)
    reports = [with_updated(report, paired.places) for report in reports]
    problems = (*faults, *broken, *find_lone(root, paths), *paired.problems)
    if not dry_run:
        try:
            update_ledger(root, ledger, found, reports)
        except OSError as error:  # what has become of the documents is told all the same
            problems = (*problems, _unwritable(LEDGER, error, "the list of documents that wait"))
        _remember(memory, holdings, found, reports)
        run.written.extend(place.as_posix() for place in paired.places)
        remember_texts(run.root, run.written)
    return Report(tuple(reports), problems)


def _load_ledger(root: Path) -> tuple[tuple[SetAside, ...], tuple[Problem, ...]]:
    """The ledger; none where it is broken, as by two people who both changed it: it is written anew, and what waits of
    documents that are not read in this run is in it again after the next."""
    try:
        return load_set_aside(root), ()
    except ConfigurationError as error:
        return (), (replace(error.problem, severity=Severity.WARNING),)


def _take_in(found: FoundDocument, results: Iterator[Done], run: _Run, meter: Meter) -> DocumentReport:
    """Settle and write what was prepared of one document."""
    outcome = _Outcome(found, found.path)
    for done in results:
        if done.task.known is not None:
            return done.task.known
        outcome.sha256 = outcome.sha256 or done.task.origin.sha256 or None
        outcome.refused = outcome.refused or outcome.sha256 is None
        for prepared in done.prepared:
            _publish(prepared, outcome, run)
            meter.count(len(prepared.articles))
        if done.problem is not None:
            _note_unread(done, outcome, run)
    try:
        if not run.dry_run and outcome.sha256 is not None:
            keep_unlisted(run.holdings, found.path, outcome.sha256)
    except OSError as error:
        outcome.problems.append(_unwritable(found.path, error, "earlier texts of this document"))
    outcome.problems.extend(_of_unusable(outcome, run.vocabulary))
    return _report(outcome)


def _remember(
    memory: Memory, holdings: Holdings, found: Sequence[FoundDocument], reports: Sequence[DocumentReport]
) -> None:
    """Keep in mind what has become of the documents, for the next run."""
    for each, report in zip(found, reports, strict=True):
        if report.sha256 is not None and each.problem is None:
            memory.keep(each.path, report.sha256, report, holdings)
    write_memory(memory)


def _note_unread(done: Done, outcome: _Outcome, run: _Run) -> None:
    """Note why a document cannot be read, unless a person does not want it anyway."""
    origin = done.task.origin
    if run.refusals.hold((origin.path, outcome.found.path), None, (origin.sha256,)):
        outcome.unwanted += 1
    elif done.problem is not None:
        outcome.problems.append(_placed(done.problem, outcome.found.path))


def _publish(prepared: Prepared, outcome: _Outcome, run: _Run) -> None:
    """Settle a record's articles and write those that are new or changed."""
    origin = prepared.origin
    state = prepared.state or next(map(state_of_fault, prepared.problems), "")
    if run.refusals.hold((origin.path, outcome.found.path), origin.record, (origin.sha256, state)):
        outcome.unwanted += 1
        return
    if origin.record is not None:
        outcome.states[origin.record] = state
    broken = run.holdings.broken.get(origin.path.as_posix())
    if broken is not None:
        outcome.problems.append(_broken_article(outcome.found.path, broken))
        return
    outcome.problems.extend(_placed(problem, outcome.found.path) for problem in prepared.problems)
    if not prepared.articles:
        return
    settled, further = settle(prepared.articles, origin, run.holdings, prepared.ties)
    settled = [_unless_unusable(each, origin.path, run.vocabulary) for each in settled]
    problems = [*further, *(problem for each in settled for problem in each.problems)]
    try:
        if not run.dry_run:
            keep_former(run.root, (former for each in settled for former in each.former))
        _write([each.article for each in settled if each.write], origin.path, outcome, run)
    except OSError as error:
        outcome.problems.append(_unwritable(outcome.found.path, error))
        return
    note_ties(run.holdings, prepared.ties, settled[0].article)
    outcome.problems.extend(_placed(problem, origin.path) for problem in problems)
    outcome.settled.extend(replace(each, problems=()) if each.problems else each for each in settled)
    if any(each.status is not ArticleStatus.MERGED for each in settled):
        outcome.path = origin.path


def _write(articles: Sequence[Article], path: Path, outcome: _Outcome, run: _Run) -> None:
    """Write articles, and before them the document they come from where it is not kept yet. Raises OSError."""
    if articles and not run.dry_run:
        if not outcome.kept:
            keep_original(run.root, read_document(outcome.found), path)
            outcome.kept = True
        for article in articles:
            write_article(run.root, article)
        run.written.extend(article.place for article in articles)
        if len(run.written) >= _WRITTEN_TOGETHER:
            remember_texts(run.root, run.written)
    for article in articles:
        add(run.holdings, article, written=not run.dry_run)


def _unless_unusable(settled: Settled, document: Path, vocabulary: Vocabulary) -> Settled:
    """What becomes of an article; one that is there stays as it is where its publisher's file is broken: read without
    it, its day and source may be others, and its page would move away and back."""
    changed = settled.status is ArticleStatus.UPDATED
    if not vocabulary.unusable or not changed or find_unusable(document, settled.article.url, vocabulary) is None:
        return settled
    return replace(settled, status=ArticleStatus.UNCHANGED, write=False, problems=(), former=())


def _of_unusable(outcome: _Outcome, vocabulary: Vocabulary) -> Iterator[Problem]:
    """That a document would be of a publisher whose file is broken, and was read without it."""
    if not vocabulary.unusable:
        return
    addresses = dict.fromkeys(each.article.url for each in outcome.settled)
    ids = dict.fromkeys(find_unusable(outcome.path, address, vocabulary) for address in addresses or (None,))
    for identity in filter(None, ids):
        yield Problem(
            "publisher-unusable",
            f"this document is from the publisher {identity}, whose file is broken; what is new in it was read as if "
            "there were none, and what the archive has of it was left as it is",
            outcome.path,
            expected="the publisher's names, its dates' order, its own words",
            found=f"{(PUBLISHERS / identity).as_posix()}.yml with a fault, which is told with its line",
            cure="mend that file and ingest again: all of it is then read as it should be",
            severity=Severity.WARNING,
        )


def _report(outcome: _Outcome) -> DocumentReport:
    status = _status_of(outcome)
    sha256 = outcome.sha256 or digest_document(outcome.found)
    articles: tuple[ArticleReport, ...] = tuple(each.report() for each in outcome.settled)
    report = DocumentReport(shown_name(outcome.path), sha256, status, articles, tuple(outcome.problems))
    waiting = dict.fromkeys(each.record for each in report.listed)
    return replace(report, states=tuple((each, outcome.states[each]) for each in waiting if each in outcome.states))


def _status_of(outcome: _Outcome) -> DocumentStatus:
    if not outcome.settled:
        refused = outcome.refused or (outcome.unwanted and not outcome.problems)
        return DocumentStatus.REFUSED if refused else DocumentStatus.SET_ASIDE
    if any(each.write for each in outcome.settled):
        return DocumentStatus.PUBLISHED
    if all(each.status is ArticleStatus.MERGED for each in outcome.settled):
        return DocumentStatus.MERGED
    return DocumentStatus.UNCHANGED


def _placed(problem: Problem, path: Path) -> Problem:
    return problem if problem.path else replace(problem, path=path)


def _broken_article(path: Path, file: Path) -> Problem:
    return Problem(
        "article-broken",
        f"an article from this document cannot be loaded: {file.as_posix()}",
        path,
        expected="a file that `sijill check` finds sound",
        found="a fault in its front matter",
        cure="run `sijill check`, mend that file, and ingest again",
    )


def _unwritable(path: Path, error: OSError, what: str = "the articles of this document") -> Problem:
    return Problem(
        "cannot-write",
        f"{what} cannot be written: {error.strerror or error}",
        path,
        expected="a folder content/ that you may write to",
        found=str(error.filename or type(error).__name__),
        cure="give yourself the right to write there, or make room",
    )
