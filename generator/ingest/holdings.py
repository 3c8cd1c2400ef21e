"""What the archive holds already: its articles, found by document and record, id, address on the web, title or text.

Kept up to date while documents are taken in, so that the second of two equal documents finds the first. Bodies are not
kept in memory: the few that are compared are read from their files.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from generator.ingest.addresses import address_key
from generator.ingest.ties import ties_of
from generator.model.article import Article
from generator.model.decision import Decision
from generator.model.language import Language
from generator.store.articles import ArticleFile, read_article_bytes, read_body
from generator.store.documents import is_gone
from generator.text.arabic import tokens

_DOCUMENT = re.compile(r"^[^\S\n]*+document:\s*+(?P<document>.*)$", re.MULTILINE)
_OF_ITEM = re.compile(r"^url \|[^|]*\| (?:rss|atom|json-feed|rdf|feedburner|(?P<export>wxr)):")
_HELD_RULES = ("story |", "date |")  # of the latter a newer text takes over the first
_LEAST_TEXT = 120  # letters; what is shorter may well be said twice


@dataclass(slots=True)
class Holdings:
    """The archive's articles, without their bodies, under the keys by which ingest looks for them.

    `by_record` has them by document and record, `by_document` those of a document by their places. `files` are the
    digests of the files as they were found, by place. `broken` are files that cannot be loaded, by the document they
    name (empty where they name none). `bodies` are those that are not in files: of a run that writes nothing.
    `by_tie` has those whose files tell a tie to a counterpart, `tied` the places of those that a record read in this
    run ties to one. `by_item` has those of feeds and exports by folder or site, and the identifier they have there.
    `by_text` has those of some length by a digest of their text, `texts` these digests by place.
    `decisions` are those of people, by article.
    """

    root: Path
    by_id: dict[str, Article] = field(default_factory=dict)
    by_path: dict[Path, Article] = field(default_factory=dict)
    by_record: dict[tuple[str, str | None], list[Article]] = field(default_factory=dict)
    by_document: dict[str, dict[Path, Article]] = field(default_factory=dict)
    by_digest: dict[tuple[str, str | None], list[Article]] = field(default_factory=dict)
    by_title: dict[tuple[Language, str], list[Article]] = field(default_factory=dict)
    by_address: dict[tuple[Language, str], list[Article]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    broken: dict[str, Path] = field(default_factory=dict)
    broken_paths: set[Path] = field(default_factory=set)
    bodies: dict[Path, str] = field(default_factory=dict)
    by_story: dict[str, list[Article]] = field(default_factory=dict)
    by_tie: dict[str, list[Article]] = field(default_factory=dict)
    tied: dict[str, dict[Path, None]] = field(default_factory=dict)
    by_item: dict[tuple[Language, str, str], list[Article]] = field(default_factory=dict)
    by_text: dict[bytes, list[Article]] = field(default_factory=dict)
    texts: dict[Path, bytes] = field(default_factory=dict)
    decisions: dict[str, tuple[Decision, ...]] = field(default_factory=dict)


def hold(
    files: Iterable[ArticleFile], root: Path, decisions: dict[str, tuple[Decision, ...]] | None = None
) -> Holdings:
    """The holdings that the files of the archive at `root` make."""
    holdings = Holdings(root, decisions=decisions or {})
    for file in files:
        holdings.files[file.path.as_posix()] = hashlib.sha256(file.text.encode("utf-8", "surrogatepass")).hexdigest()
        if file.article is not None and file.sound:
            add(holdings, file.article)
            continue
        holdings.broken_paths.add(file.path)
        holdings.broken.setdefault(_document_named(file.text), file.path)
    return holdings


def _document_named(text: str) -> str:
    """The document that the text of an article's file names, as far as can be told of a broken file; else empty."""
    named = _DOCUMENT.search(text)
    value = named["document"].rstrip() if named else ""
    value = value[1:] if value.startswith(("'", '"')) else value
    return value[:-1] if value.endswith(("'", '"')) else value


def add(holdings: Holdings, article: Article, *, written: bool = True) -> None:
    """Put an article into the holdings, in the place of the one at its path. `written`: its file holds it."""
    path, text = article.path, text_key(article)
    former = holdings.by_path.pop(path, None)
    if former is not None:
        _remove(holdings, former)
    if not written:
        holdings.bodies[path] = article.body
    if text is not None:
        holdings.texts[path] = text
    article = _light(article)
    holdings.by_path[path] = article
    holdings.by_id.setdefault(article.id, article)
    if article.provenance is not None:
        holdings.by_document.setdefault(article.provenance.document, {})[path] = article
    for each in _lists(holdings, article):
        each.append(article)


def _light(article: Article) -> Article:
    """The article without what is long and looked at in its file alone."""
    provenance = article.provenance
    if provenance is not None:
        rules = tuple(each for each in provenance.rules if each.startswith(_HELD_RULES) or _OF_ITEM.search(each))
        provenance = replace(provenance, rules=rules, removed=(), repairs=())
    return replace(article, body="", provenance=provenance)


def body_of(holdings: Holdings, article: Article) -> str:
    """The body of an article that is held; empty where its file cannot be read any more."""
    if article.path in holdings.bodies:
        return holdings.bodies[article.path]
    raw = read_article_bytes(holdings.root, article.place)
    return (read_body(raw, article.path) or "") if isinstance(raw, bytes) else ""


def find_own(holdings: Holdings, document: str, sha256: str, record: str | None = None) -> list[Article]:
    """The articles that came from a document's record, in the order of its lines; also those of a document with the
    same bytes that is no longer where it was (it was renamed)."""
    own = list(holdings.by_record.get((document, record), ()))
    for article in holdings.by_digest.get((sha256, record), ()):
        provenance = article.provenance
        if provenance is not None and article not in own and is_gone(holdings.root / provenance.document):
            own.append(article)
    return sorted(own, key=lambda article: (_first_line(article), article.place))


def title_of(article: Article) -> str:
    """An article's title folded, words only."""
    return _fold_title(article.title)


@lru_cache(maxsize=1024)  # asked several times of each article that is taken in
def _fold_title(title: str) -> str:
    return " ".join(token.text for token in tokens(title))


def _lists(holdings: Holdings, article: Article) -> list[list[Article]]:
    """The lists in which an article is found by title, address, record, digest, story and ties."""
    lists = [holdings.by_title.setdefault(title_key(article), [])]
    if article.url is not None:
        lists.append(holdings.by_address.setdefault((article.lang, address_key(article.url)), []))
    if article.provenance is not None:
        provenance = article.provenance
        lists.append(holdings.by_record.setdefault((provenance.document, provenance.record), []))
        lists.append(holdings.by_digest.setdefault((provenance.sha256, provenance.record), []))
    item = item_of(article)
    if item is not None:
        lists.append(holdings.by_item.setdefault(item, []))
    if article.story is not None:
        lists.append(holdings.by_story.setdefault(article.story, []))
    text = holdings.texts.get(article.path)
    if text is not None:
        lists.append(holdings.by_text.setdefault(text, []))
    lists.extend(holdings.by_tie.setdefault(each, []) for each in dict.fromkeys(ties_of(article)))
    return lists


def _remove(holdings: Holdings, article: Article) -> None:
    holdings.bodies.pop(article.path, None)
    if holdings.by_id.get(article.id) is article:
        del holdings.by_id[article.id]
    if article.provenance is not None:
        del holdings.by_document[article.provenance.document][article.path]
    for each in _lists(holdings, article):
        each.remove(article)
    holdings.texts.pop(article.path, None)


def item_of(article: Article) -> tuple[Language, str, str] | None:
    """The publisher's folder of an article that a feed gave, or the site of one from an export of WordPress, and the
    identifier that it has there; None for others."""
    provenance = article.provenance
    if provenance is None or not provenance.record or not any(map(_OF_ITEM.search, provenance.rules)):
        return None
    folder = "/".join(provenance.document.split("/")[:-1][:3])
    site = address_key(article.url).partition("/")[0] if article.url and is_post(article) else folder
    within = provenance.record.partition("#")[2]  # of a feed in an archive; else the identifier may have such a sign
    return article.lang, site, within or provenance.record


def is_post(article: Article) -> bool:
    found = map(_OF_ITEM.search, article.provenance.rules if article.provenance else ())
    return any(each is not None and each["export"] for each in found)


def title_key(article: Article) -> tuple[Language, str]:
    return article.lang, title_of(article)


def text_key(article: Article) -> bytes | None:
    """What two articles of one text have in common, whatever white space is in it; None for short ones."""
    return _digest_text(article.lang, article.body)


@lru_cache(maxsize=64)  # asked before an article is written, and when it is held
def _digest_text(lang: Language, body: str) -> bytes | None:
    letters = "".join(body.split())
    if len(letters) < _LEAST_TEXT:
        return None
    text = f"{lang}\0{letters}"
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _first_line(article: Article) -> int:
    lines = article.provenance.lines if article.provenance else None
    return lines[0] if lines else 0
