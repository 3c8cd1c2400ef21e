"""The search index as files of the site: small enough to be fetched piece by piece by a phone, one part a year.

Not for analysing text (generator.text.analysis) and not for searching: the client in the browser does that
(theme_overrides/assets/search-index.js). The files are described in docs/adr/0010-search-index.md.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.page import GeneratedFile, Permalink
from generator.publish.keyed import Derived, Made, Note, digest
from generator.publish.printable import shorten
from generator.text.display import capitalise

FOLDER = "search/"
_DOCUMENTS_PER_FILE = 10
_BUCKET_BYTES = 12_000
_LONG_POSTINGS_BYTES = 6_000
_EXCERPT_CHARACTERS = 180
UNDATED = "undated"
_LISTINGS = "listings"
_ANALYSIS = f"{FOLDER}analysis"
_HIGHEST_IMPACT = 7


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What the search knows of one published article; every text is plain.

    `source` and each of `tags` carry the labels of both languages, so that a person or place is found from either.
    `iso` is the date in reduced ISO precision, None where unknown; `date_text` is the date as readers see it in the
    article's language, or that it is uncertain.
    """

    permalink: Permalink
    lang: Language
    title: str
    body_text: str
    kicker: str = ""
    description: str = ""
    tags: tuple[Labels, ...] = ()
    source: Labels = field(default_factory=Labels)
    iso: str | None = None
    date_text: str = ""


@dataclass(frozen=True, slots=True)
class SearchListing:
    """A list of articles that the search can lead to, by its name: a subject, a place, a person, a source.

    `count_text` says in the language of the listing how many articles it has; a `proper` name stands as it is written.
    """

    permalink: Permalink
    lang: Language
    labels: Labels
    count_text: str = ""
    proper: bool = False

    @property
    def title(self) -> str:
        """The name as it stands alone."""
        name = self.labels.in_language(self.lang)
        return name if self.proper else capitalise(name)


@dataclass(frozen=True, slots=True)
class SearchPart:
    """One part of the index before it is made: the documents of a period. `key` is the digest of what they say."""

    period: str
    key: bytes
    documents: Callable[[], Sequence[SearchDocument]]


def key_search_index(parts: Iterable[SearchPart], listings: Sequence[SearchListing], sources: bytes) -> list[Derived]:
    """Give all files of the index with their keys: the analysis, a folder for each period, one for the listings, and
    the manifest, which names them.

    A period is a calendar year, or the undated; what it holds depends on its own documents only, and its folder is
    named by their digest, so that a browser never mixes pieces of two editions. `sources` is the digest of the sources'
    names, which the manifest lists.
    """
    newest_first = sorted(parts, key=lambda each: (each.period != UNDATED, each.period), reverse=True)
    groups = [
        Derived(_ANALYSIS, b"", _make_analysis),
        *(Derived(_name(each.period), each.key, partial(_make_period, each)) for each in newest_first),
        Derived(_name(_LISTINGS), digest(repr(listings)), partial(_make_listings, listings)),
    ]
    periods = [each.period for each in newest_first]
    manifest = Derived(
        _name("manifest"),
        digest(sources, *(each.key for each in groups)),
        partial(_make_manifest, periods),
        closing=True,
    )
    return [*groups, manifest]


def _name(part: str) -> str:
    return f"{FOLDER}{part}"


def _make_analysis(_notes: Mapping[str, Note]) -> Made:
    from generator.text.analysis import analysis_table  # noqa: PLC0415 - as in `_impacts`

    analysis = _json(analysis_table())
    path = f"analysis-{_digest([analysis])}.json"
    return Made((GeneratedFile(FOLDER + path, analysis),), {"path": path})


def _make_period(part: SearchPart, _notes: Mapping[str, Note]) -> Made:
    documents = part.documents()
    described, files = _build_part(part.period, _newest_first(documents))
    return Made(tuple(files), {"described": described, "sources": _list_sources(documents)})


def _make_listings(listings: Sequence[SearchListing], _notes: Mapping[str, Note]) -> Made:
    described, files = _build_part(_LISTINGS, _shortest_first(listings))
    return Made(tuple(files), {"described": described})


def _make_manifest(periods: Sequence[str], notes: Mapping[str, Note]) -> Made:
    """Make the file that names all others; the sources for the filter stand in it, by name."""
    sources = {tuple(each) for period in periods for each in _rows(notes[_name(period)]["sources"])}
    manifest = {
        "analysis": notes[_ANALYSIS]["path"],
        "shown": _DOCUMENTS_PER_FILE,
        "sources": [list(each) for each in sorted(sources)],
        "listings": notes[_name(_LISTINGS)]["described"],
        "parts": [notes[_name(period)]["described"] for period in periods],
    }
    return Made((GeneratedFile(FOLDER + "manifest.json", _json(manifest)),))


def _rows(value: object) -> list[list[str]]:
    return value if isinstance(value, list) else []


def _newest_first(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    ordered = sorted(documents, key=lambda each: each.permalink)
    return sorted(ordered, key=lambda each: each.iso or "", reverse=True)


def _shortest_first(listings: Iterable[SearchListing]) -> list[SearchDocument]:
    """The listings as documents, those whose name says nothing but what was asked before longer ones. Where an article
    shows its date, a listing shows the number of its articles."""
    documents = [
        SearchDocument(
            permalink=each.permalink,
            lang=each.lang,
            title=each.title,
            body_text=each.labels.in_language(each.lang.other),
            date_text=each.count_text,
        )
        for each in listings
    ]
    return sorted(documents, key=lambda each: (len(each.title), each.permalink))


def _build_part(period: str, ordered: Sequence[SearchDocument]) -> tuple[dict[str, object], list[GeneratedFile]]:
    """Give the manifest's line on one period, and the period's files."""
    pieces = dict(_document_files(ordered))
    buckets, files = _posting_files(_postings(ordered))
    pieces.update(files)
    folder = f"{period}-{_digest(name.encode() + content for name, content in sorted(pieces.items()))}/"
    described = {"period": period, "path": folder, "documents": len(ordered), "buckets": buckets}
    return described, [GeneratedFile(FOLDER + folder + name, content) for name, content in pieces.items()]


def _document_files(documents: Sequence[SearchDocument]) -> Iterator[tuple[str, bytes]]:
    """What a result shows of each document, a few to a file: `d<n>.json`."""
    for start in range(0, len(documents), _DOCUMENTS_PER_FILE):
        rows = [_shown(document) for document in documents[start : start + _DOCUMENTS_PER_FILE]]
        yield f"d{start // _DOCUMENTS_PER_FILE}.json", _json(rows)


def _shown(document: SearchDocument) -> list[str]:
    """One document as a result shows it: address, language, title, date, date for readers, source in both languages,
    the beginning of its text."""
    excerpt = shorten(document.description or " ".join(document.body_text.split()), _EXCERPT_CHARACTERS)
    source = [document.source.in_language(Language.AR), document.source.in_language(Language.EN)]
    return [
        document.permalink,
        document.lang.value,
        document.title,
        document.iso or "",
        document.date_text,
        *source,
        excerpt,
    ]


def _postings(documents: Sequence[SearchDocument]) -> dict[str, str]:
    """The postings of each term as JSON: numbers in ascending order of document, each the step from the document
    before it (from -1) times 16, plus twice the impact, plus 1 where the document is English."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    last: Counter[str] = Counter()
    for number, document in enumerate(documents):
        english = int(document.lang is Language.EN)
        for term, impact in _impacts(document).items():
            postings[term].append((number + 1 - last[term]) * 16 + impact * 2 + english)
            last[term] = number + 1
    return {term: json.dumps(numbers, separators=(",", ":")) for term, numbers in sorted(postings.items())}


def _impacts(document: SearchDocument) -> Mapping[str, int]:
    """How much each term says of `document`, from 1 to 7: 3 for the title, 1 each for kicker or standfirst, for a tag,
    for the body, and 1 more where the body says it three times. The source stands as a term of its own kind."""
    # Loaded only now: most builds make no index, and its word lists and patterns take longer to load than some do.
    from generator.text.analysis import count_terms  # noqa: PLC0415

    impacts: Counter[str] = Counter(dict.fromkeys(count_terms(document.title), 3))
    impacts.update(count_terms(f"{document.kicker}\n{document.description}").keys())
    impacts.update(count_terms("\n".join(f"{tag.ar}\n{tag.en}" for tag in document.tags)).keys())
    for term, count in count_terms(document.body_text).items():
        impacts[term] += 2 if count >= 3 else 1
    if document.source != Labels():
        impacts[_source_term(document.source)] = 1
    return {term: min(impact, _HIGHEST_IMPACT) for term, impact in impacts.items()}


def _source_term(source: Labels) -> str:
    """The term of a source: `@` is in no term of a text."""
    return f"@{source.ar}|{source.en}"


def _posting_files(postings: Mapping[str, str]) -> tuple[int, dict[str, bytes]]:
    """The postings in buckets `b<n>.json` by the hash of the term, a power of two of them; the longest apart in
    `w<n>.json`, where the bucket holds n. Gives the number of buckets too."""
    files: dict[str, bytes] = {}
    entries: dict[str, str] = {}
    for term, numbers in postings.items():
        if len(numbers) > _LONG_POSTINGS_BYTES:
            entries[term] = str(len(files))
            files[f"w{len(files)}.json"] = numbers.encode()
        else:
            entries[term] = numbers
    size = sum(len(term.encode()) + len(numbers) + 4 for term, numbers in entries.items())
    count = 1 << max(0, (size // _BUCKET_BYTES).bit_length())
    buckets: list[list[str]] = [[] for _ in range(count)]
    for term, numbers in entries.items():
        buckets[term_hash(term) & (count - 1)].append(f"{json.dumps(term, ensure_ascii=False)}:{numbers}")
    files.update((f"b{n}.json", ("{" + ",".join(bucket) + "}").encode()) for n, bucket in enumerate(buckets))
    return count, files


def term_hash(term: str) -> int:
    """The hash by which client and index agree on a term's bucket: 32-bit FNV-1a over the term's UTF-8 bytes.

    G. Fowler, L. C. Noll, K.-P. Vo: the FNV hash, http://www.isthe.com/chongo/tech/comp/fnv/.
    """
    value = 0x811C9DC5
    for byte in term.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def _list_sources(documents: Iterable[SearchDocument]) -> list[list[str]]:
    """The sources for the filter, by name: their term and their names in both languages."""
    sources = {document.source for document in documents} - {Labels()}
    named = ((_source_term(each), each.in_language(Language.AR), each.in_language(Language.EN)) for each in sources)
    return [list(each) for each in sorted(named)]


def _digest(pieces: Iterable[bytes]) -> str:
    """A short name for exactly these bytes."""
    digest = sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8) + piece)
    return digest.hexdigest()[:10]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
