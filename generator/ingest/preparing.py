"""One record, from what its reader gives to its articles: dissected, claims settled, tagged, named.

Pure but for the document that is opened, so that it may run in any process. Not for what the archive holds already
(settling), nor for writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.author_fields import read_author_fields
from generator.ingest.claims import address_claim, claimed_foreign, title_claim, with_claims, without_outlet_as_place
from generator.ingest.cut_ends import mark_cut
from generator.ingest.dissect import Dissection, Foreign, Known
from generator.ingest.dissect.assemble import find_hints
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.feed_notes import without_title_tail
from generator.ingest.formats import Beside, Format
from generator.ingest.markup.cost import AS_TEXT
from generator.ingest.metadata import Origin, make_article
from generator.ingest.news import check_draft, check_form, check_letter, check_text, no_article
from generator.ingest.publishers import find_publisher, find_selectors
from generator.ingest.readers.text.plain_text import read_plain_text
from generator.ingest.records import lines_of, put_back
from generator.ingest.refusals import state_of_record
from generator.ingest.tagging import is_adjective
from generator.ingest.taking_apart import Circumstances, take_apart
from generator.ingest.term_index import TermIndex, build_index
from generator.ingest.ties import whole_ties
from generator.model.article import Article
from generator.model.source import Draft, Record, SourceDocument
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary
from generator.text.gfm import check_bytes, check_size
from generator.text.languages import language_name

_LEAST_DIGEST = 2  # articles in a letter that make it a digest of the press


@dataclass(frozen=True, slots=True)
class Setting:
    """What every document of one run is taken in with."""

    today: date
    vocabulary: Vocabulary
    index: TermIndex
    known: Known

    @classmethod
    def of(cls, vocabulary: Vocabulary, today: date) -> Setting:
        """The setting that a vocabulary makes."""
        return cls(today, vocabulary, build_index(vocabulary), _known(vocabulary))

    def about(
        self, publisher: Publisher | None, record: Record | None = None, *, titled: bool = False
    ) -> Circumstances:
        """What is known of a text in this run before it is read."""
        return Circumstances(self.today, self.vocabulary, self.known, titled, record, publisher)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The articles of one record, where it comes from, and what is to be told of it. Without articles, the first
    problem says why. `ties` are those of the first article to its version in the other language. `state` tells the
    record from what may stand in its place another day (`refusals`)."""

    origin: Origin
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    ties: tuple[str, ...] = ()
    state: str = ""


def prepare_document(
    document: SourceDocument, format_: Format, beside: Beside, origin: Origin, setting: Setting
) -> Iterator[Prepared]:
    """All records of a document, in order. Raises UnreadableError where the document as a whole cannot be read."""
    if format_.read is None:
        yield replace(prepare_text(document, origin, setting), state=document.sha256)
    else:
        selectors = partial(find_selectors, setting.vocabulary, origin.publisher)
        yield from prepare_records(format_.read(document, beside, selectors), origin, setting)


def prepare_text(document: SourceDocument, origin: Origin, setting: Setting) -> Prepared:
    """The articles of a document of plain text. Raises UnreadableError where there are none."""
    text = read_plain_text(document)
    _refuse_long((line.text for line in text.lines), None)
    misfit = check_form(text.lines)
    if misfit is not None:
        raise UnreadableError(misfit)
    apart = take_apart(text.lines, setting.about(origin.publisher))
    dissection = apart.dissection
    drafts = _keep_news(dissection)
    letter = check_letter(text.lines) if len(drafts) < _LEAST_DIGEST else None
    if not drafts or letter is not None:
        raise UnreadableError(letter or _why_none(dissection, text.lines))
    problems = [*text.problems, *(_foreign(each, Severity.WARNING) for each in dissection.foreign)]
    here = replace(origin, publisher=apart.publisher, version=apart.version, repairs=text.repairs, lined=True)
    return _make([mark_cut(draft) for draft in drafts], here, problems, setting)


def prepare_records(records: Iterable[Record | Problem], origin: Origin, setting: Setting) -> Iterator[Prepared]:
    """The articles of each record; one without any comes with the problem that says why."""
    for record in records:
        if isinstance(record, Problem):
            key = key_within(origin, record.record)
            yield Prepared(replace(origin, record=key), problems=(replace(record, record=key or ""),))
            continue
        keyed = bool(record.key) and not record.placed
        here = replace(origin, record=key_within(origin, record.key), keyed=keyed, taken=_taken(record))
        yield replace(_prepare_whole(record, here, setting), state=state_of_record(record) if here.record else "")


def _prepare_whole(record: Record, origin: Origin, setting: Setting) -> Prepared:
    """The articles of a record, or why there are none."""
    try:
        return _prepare_record(record, origin, setting)
    except UnreadableError as error:
        problem = replace(error.problem, line=record.line, record=origin.record or "")
    except Exception as fault:  # a fault of the program in one record must not cost the others
        problem = program_fault(origin.record or "", fault)
    return Prepared(origin, problems=(problem, *record.problems))


def key_within(origin: Origin, key: str) -> str | None:
    """The key of a record in its document: of a member of an archive, the member's name and the key in it."""
    return "#".join(part for part in (origin.record, key) if part) or None


def _taken(record: Record) -> str:
    """When a record was taken from the web, as exactly as is known; empty where it is not."""
    return record.moment or (record.reference.isoformat() if record.reference else "")


def _prepare_record(record: Record, origin: Origin, setting: Setting) -> Prepared:
    """The articles of a record. Raises UnreadableError where there are none."""
    title = title_claim(record)
    _refuse_long((block.text for block in record.blocks), record.line)
    lines = lines_of(record, title)
    publisher = find_publisher(None, address_claim(record), record.feed, setting.vocabulary) or origin.publisher
    apart = take_apart(lines, setting.about(publisher, record, titled=title is not None))
    dissection = apart.dissection
    drafts = _keep_news(dissection, claimed=title is not None)
    if not drafts:
        raise UnreadableError(_why_none(dissection, lines, record))
    foreign = claimed_foreign(record, drafts[0].lang, sum(line.words for line in lines))
    if foreign is not None:
        raise UnreadableError(_foreign(Foreign(foreign, 1), Severity.ERROR))
    last = record.blocks[-1].text if record.blocks and len(drafts) == 1 else ""
    claimed = with_claims(drafts[0], read_author_fields(record, setting.known), apart.reading)
    drafts[0] = mark_cut(without_title_tail(claimed), last)
    problems = [replace(_foreign(each, Severity.WARNING), line=None) for each in dissection.foreign]
    drafts = [each if each.date else replace(each, date_hints=_hints(each)) for each in put_back(drafts, record)]
    here = replace(origin, publisher=apart.publisher, version=apart.version)
    if AS_TEXT in dict(record.repairs):
        problems.append(_costly_markup(record))
    prepared = _make(drafts, here, [*record.problems, *problems], setting)
    return replace(prepared, ties=(*prepared.ties, *whole_ties(record.claims, origin.path)))


def _hints(draft: Draft) -> tuple[str, ...]:
    return find_hints(draft.blocks, (None, draft.date_raw or ""))


def _make(drafts: list[Draft], origin: Origin, problems: Iterable[Problem], setting: Setting) -> Prepared:
    drafts = [without_outlet_as_place(draft, setting.known.places) for draft in drafts]
    articles = tuple(make_article(draft, origin, setting.index, first=at == 0) for at, draft in enumerate(drafts))
    _refuse_costly(articles)
    told = tuple(replace(each, record=each.record or origin.record or "") for each in problems)
    return Prepared(origin, articles, told, (origin.tie,) if origin.tie else ())


def _keep_news(dissection: Dissection, *, claimed: bool = False) -> list[Draft]:
    """The drafts that are news; what is none is kept, word for word, in the `removed` of the one before it, or else of
    the first that is. `claimed`: the first has a title by its format, and is an article however short its text."""
    kept: list[Draft] = []
    words: list[str] = []
    for at, draft in enumerate(dissection.drafts):
        misfit = check_text(draft) if claimed and at == 0 else check_draft(draft)
        if misfit is None:
            kept.append(replace(draft, removed=(*words, *draft.removed)) if words else draft)
            words = []
            continue
        words.extend((draft.title, *(block.text for block in draft.blocks), *draft.removed))
        if kept:
            kept[-1] = replace(kept[-1], removed=(*kept[-1].removed, *words))
            words = []
    return kept


def _why_none(dissection: Dissection, lines: tuple[Line, ...], record: Record | None = None) -> Problem:
    """Why a text gives no article."""
    if dissection.foreign:
        return _foreign(dissection.foreign[0], Severity.ERROR)
    if record is not None and not any(block.text.strip() for block in record.blocks):
        return _no_text(record)
    first = next(iter(dissection.drafts), None)
    misfit = (check_text(first) or check_draft(first)) if first else None
    return misfit or no_article(lines, is_untitled_record=record is not None and title_claim(record) is None)


def _refuse_costly(articles: Iterable[Article]) -> None:
    """Raise UnreadableError for an article that the build would leave out."""
    for article in articles:
        reason = check_size(article.body)
        if reason is not None:
            line = article.provenance.lines[0] if article.provenance and article.provenance.lines else None
            raise UnreadableError(_costly_text(reason, line, article.body))


def _refuse_long(texts: Iterable[str], line: int | None) -> None:
    """Raise UnreadableError for a paragraph that alone is larger than an article may be, before it is looked at."""
    for text in texts:
        reason = check_bytes(text)
        if reason is not None:
            raise UnreadableError(_costly_text(reason, line, text))


def _costly_text(reason: str, line: int | None, text: str) -> Problem:
    return Problem(
        "costly-text",
        f"this text cannot become a page: it {reason}",
        line=line,
        expected="a text that readers can use",
        found=f"{len(text):,} characters of text",
        cure="divide the document, or take the long runs of signs out of it",
    )


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


def _foreign(part: Foreign, severity: Severity) -> Problem:
    return Problem(
        "foreign-language",
        "this text is in neither of the archive's languages",
        line=part.line,
        expected="Arabic or English",
        found=language_name(part.language) if part.language else "a language that was not recognised",
        cure="put a translation in its place, or take it away",
        severity=severity,
    )


def _no_text(record: Record) -> Problem:
    return Problem(
        "no-text",
        "this article has no text",
        expected="a title and at least a sentence",
        found=title_claim(record) or "neither title nor text",
        cure="give its text, or leave it out of the document",
    )


def _costly_markup(record: Record) -> Problem:
    return Problem(
        "markup-as-text",
        "this article's HTML has far more elements or references than articles have; it was taken as plain text",
        line=record.line,
        expected="at most 100,000 of each",
        found="more",
        cure="compare the article with its source: tables, links and pictures are not in it",
        severity=Severity.WARNING,
    )


def program_fault(record: str, fault: Exception) -> Problem:
    """The problem of a mistake in the program. It has no path yet."""
    return Problem(
        "program-fault",
        "the program failed on this document",
        record=record,
        expected="articles, or a reason why there are none",
        found=f"{type(fault).__name__}: {fault}"[:200],
        cure="this is a mistake of the program: report it together with the document",
    )
