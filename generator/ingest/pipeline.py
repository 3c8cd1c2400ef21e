"""The itinerary of ingest: documents found, read, taken apart, made into articles, settled, written and reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.dissect import Dissection, Foreign, Known, Reading, dissect
from generator.ingest.dissect.lines import key_of
from generator.ingest.holdings import Holdings, add, hold
from generator.ingest.metadata import Origin, find_publisher, make_article, sibling_of, story_of
from generator.ingest.news import check_draft, check_form, no_article
from generator.ingest.readers.plain_text import PlainText, read_plain_text
from generator.ingest.report import ArticleStatus, DocumentReport, DocumentStatus, Report
from generator.ingest.settling import Settled, settle
from generator.ingest.tagging import TermIndex, build_index, is_adjective
from generator.model.article import Article
from generator.model.source import Draft, SourceDocument
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary
from generator.store.articles import read_article_files, write_article
from generator.store.documents import (
    FoundDocument,
    digest_document,
    find_documents,
    keep_original,
    kept_path,
    read_document,
)
from generator.store.set_aside import SetAside, load_set_aside, write_set_aside
from generator.store.vocabulary import load_vocabulary
from generator.text.gfm import check_size

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Run:
    """What every document of one run is taken in with."""

    root: Path
    today: date
    dry_run: bool
    vocabulary: Vocabulary
    index: TermIndex
    known: Known
    holdings: Holdings


def ingest(
    root: Path, paths: Iterable[Path] = (), *, today: date, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Take in the documents that `paths` name, or all below content/sources, and write the articles found in them.

    Every document is in the report, whatever became of it; a bad one does not stop the others. `dry_run` writes
    nothing. `progress` is told how many of how many documents are done. Raises ConfigurationError where the vocabulary
    or the ledger is broken, and OSError where the archive itself cannot be written.
    """
    run = _begin(root.resolve(), today, dry_run)
    ledger = load_set_aside(run.root)
    found = find_documents(run.root, paths)
    reports = []
    for number, document in enumerate(found, start=1):
        reports.append(_take_in(document, run))
        if progress is not None:
            progress(number, len(found))
    if not dry_run:
        _write_ledger(run.root, ledger, found, reports)
    return Report(tuple(reports))


def _begin(root: Path, today: date, dry_run: bool) -> _Run:
    vocabulary = load_vocabulary(root)
    holdings = hold(read_article_files(root))
    return _Run(root, today, dry_run, vocabulary, build_index(vocabulary), _known(vocabulary), holdings)


def _known(vocabulary: Vocabulary) -> Known:
    """The names of places and outlets that help to read a page's head."""
    places = [c for c in vocabulary.concepts.values() if c.taxonomy is Taxonomy.PLACE]
    outlets = (publisher.concept for publisher in vocabulary.publishers.values())
    # Names that need a second cue to say which country is meant are places all the same (طرابلس); adjectives are none.
    cities = (key_of(name) for place in places for _, name in place.weak if not is_adjective(name))
    return Known(places=_keys(places) | frozenset(cities), outlets=_keys(outlets))


def _keys(concepts: Iterable[Concept]) -> frozenset[str]:
    return frozenset(
        key_of(name)
        for concept in concepts
        for name in (concept.labels.ar, concept.labels.en, *(name for _, name in concept.names))
        if name
    )


def _take_in(found: FoundDocument, run: _Run) -> DocumentReport:
    """One document, from its bytes to its articles' files."""
    try:
        document = read_document(found)
    except UnreadableError as error:
        status = DocumentStatus.SET_ASIDE if error.problem.code == "too-large" else DocumentStatus.REFUSED
        return DocumentReport(_name(found.path), digest_document(found), status, problems=(error.problem,))
    try:
        text = read_plain_text(document)
        drafts, problems = _find_drafts(document, text, run)
        return _publish(document, text, drafts, problems, run)
    except UnreadableError as error:
        problem = replace(error.problem, path=error.problem.path or document.path)
        return _set_aside(document, problem)
    except OSError as error:
        return _set_aside(document, _unwritable(document.path, error))
    except Exception as fault:  # a fault of the program in one document must not cost the others
        return _set_aside(document, _program_fault(document.path, fault))


def _find_drafts(document: SourceDocument, text: PlainText, run: _Run) -> tuple[list[Draft], list[Problem]]:
    """The drafts of a document's articles. Raises UnreadableError where it is no news, or in no language of ours."""
    misfit = check_form(text.lines)
    if misfit is not None:
        raise UnreadableError(misfit)
    publisher = find_publisher(document.path, run.vocabulary)
    reading = Reading(run.today, publisher.day_first if publisher else None)
    dissection = dissect(text.lines, reading, run.known)
    drafts = _keep_news(dissection)
    if drafts:
        return drafts, [_foreign(each, Severity.WARNING) for each in dissection.foreign]
    if dissection.foreign:
        raise UnreadableError(_foreign(dissection.foreign[0], Severity.ERROR))
    first = next(iter(dissection.drafts), None)
    raise UnreadableError((check_draft(first) if first else None) or no_article(text.lines))


def _keep_news(dissection: Dissection) -> list[Draft]:
    """The drafts that are news; what is none is kept, word for word, in the `removed` of the one before it."""
    kept: list[Draft] = []
    for draft in dissection.drafts:
        if check_draft(draft) is None:
            kept.append(draft)
        elif kept:
            words = (draft.title, *(block.text for block in draft.blocks), *draft.removed)
            kept[-1] = replace(kept[-1], removed=(*kept[-1].removed, *words))
        else:
            return []
    return kept


def _publish(
    document: SourceDocument, text: PlainText, drafts: list[Draft], problems: list[Problem], run: _Run
) -> DocumentReport:
    """Settle a document's articles and write those that are new or changed."""
    origin = _origin(document, text, run)
    broken = run.holdings.broken.get(origin.path.as_posix())
    if broken is not None:
        raise UnreadableError(_broken_article(document.path, broken))
    articles = [make_article(draft, origin, run.index, first=at == 0) for at, draft in enumerate(drafts)]
    _refuse_costly(document, articles)
    settled, further = settle(articles, origin, run.root, run.holdings)
    problems = [*problems, *further, *(problem for each in settled for problem in each.problems)]
    problems = [problem if problem.path else replace(problem, path=origin.path) for problem in problems]
    writes = [each.article for each in settled if each.write]
    if writes and not run.dry_run:
        keep_original(run.root, document, origin.path)
        for article in writes:
            write_article(run.root, article)
    for article in writes:
        add(run.holdings, article)
    status = _status_of(settled)
    name = document.path if status is DocumentStatus.MERGED else origin.path
    return DocumentReport(
        _name(name), document.sha256, status, tuple(each.report() for each in settled), tuple(problems)
    )


def _origin(document: SourceDocument, text: PlainText, run: _Run) -> Origin:
    path = kept_path(run.root, document)
    sibling = sibling_of(path)
    told_twice = sibling is not None and (run.root / sibling).is_file()
    return Origin(
        path,
        document.sha256,
        text.repairs,
        find_publisher(path, run.vocabulary),
        story_of(path) if told_twice else None,
    )


def _status_of(settled: list[Settled]) -> DocumentStatus:
    if any(each.write for each in settled):
        return DocumentStatus.PUBLISHED
    if all(each.status is ArticleStatus.MERGED for each in settled):
        return DocumentStatus.MERGED
    return DocumentStatus.UNCHANGED


def _refuse_costly(document: SourceDocument, articles: list[Article]) -> None:
    """Raise UnreadableError for an article that the build would leave out."""
    for article in articles:
        reason = check_size(article.body)
        if reason is not None:
            raise UnreadableError(
                Problem(
                    "costly-text",
                    f"this text cannot become a page: it {reason}",
                    document.path,
                    article.provenance.lines[0] if article.provenance and article.provenance.lines else None,
                    expected="a text that readers can use",
                    found=f"{len(article.body):,} characters of text",
                    cure="divide the document, or take the long runs of signs out of it",
                )
            )


def _write_ledger(
    root: Path, ledger: Iterable[SetAside], found: Iterable[FoundDocument], reports: Iterable[DocumentReport]
) -> None:
    """Bring the ledger up to date: entries of this run's documents anew, others as long as their file exists."""
    done = {_name(document.path) for document in found}
    entries = [entry for entry in ledger if entry.document not in done and (root / entry.document).exists()]
    for report in reports:
        if report.status in (DocumentStatus.SET_ASIDE, DocumentStatus.REFUSED):
            problem = report.problems[0]
            entries.append(
                SetAside(report.document, report.sha256, report.status, problem.code, problem.what, problem.cure)
            )
    write_set_aside(root, entries)


def _set_aside(document: SourceDocument, problem: Problem) -> DocumentReport:
    return DocumentReport(_name(document.path), document.sha256, DocumentStatus.SET_ASIDE, problems=(problem,))


def _name(path: Path) -> str:
    """A document's name as text that can always be printed."""
    return path.as_posix().encode("utf-8", "replace").decode()


def _foreign(part: Foreign, severity: Severity) -> Problem:
    return Problem(
        "foreign-language",
        "this text is in neither of the archive's languages",
        line=part.line,
        expected="Arabic or English",
        found=part.language or "a language that was not recognised",
        cure="put a translation in its place, or take it away",
        severity=severity,
    )


def _broken_article(path: Path, file: Path) -> Problem:
    return Problem(
        "article-broken",
        f"an article from this document cannot be loaded: {file.as_posix()}",
        path,
        expected="a file that `sijill check` finds sound",
        found="a fault in its front matter",
        cure="run `sijill check`, mend that file, and ingest again",
    )


def _program_fault(path: Path, fault: Exception) -> Problem:
    return Problem(
        "program-fault",
        "the program failed on this document",
        path,
        expected="articles, or a reason why there are none",
        found=f"{type(fault).__name__}: {fault}"[:200],
        cure="this is a mistake of the program: report it together with the document",
    )


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem(
        "cannot-write",
        f"the articles of this document cannot be written: {error.strerror or error}",
        path,
        expected="a folder content/ that you may write to",
        found=str(error.filename or type(error).__name__),
        cure="give yourself the right to write there, or make room",
    )
