"""Articles that a person has edited: whether their source now says something else, and what it says.

Not for what the person then decides (revising).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem
from generator.ingest.metadata import slug_of, story_of
from generator.ingest.overwriting import Former
from generator.ingest.ties import name_of
from generator.model.article import Article, Provenance
from generator.store.articles import is_edited, parse_article, render_article
from generator.store.committed import committed_texts
from generator.store.earlier import load_earlier
from generator.store.written import load_written
from generator.text.slugs import short_id

_WRITTEN = re.compile(r'^  written: "(?P<digest>[0-9a-f]{64})"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the source says of an article that a person has edited: the article as it would be written (`article`), and
    as its document alone gives it (`plain`), by whose digest it is known that a person has seen it. `base` is what the
    program had written when the person began, where that is known. `other`: it is no new state of the article's source
    but the wording of another document, which tells the same."""

    article: Article
    plain: Article
    base: Article | None = None
    other: bool = False


def plain_of(found: Article, existing: Article) -> Article:
    """An article as its document alone gives it: nothing in it comes from what a person may have edited, but for its
    place."""
    provenance = replace(found.provenance, earlier=()) if found.provenance else None
    plain = replace(found, id=existing.id, slug=existing.slug, place=existing.place, provenance=provenance)
    return replace(plain, story=None, relation=None, related=(), aliases=())


def is_as_before(found: Article, plain: Article, mine: Article, ties: Sequence[str]) -> bool:
    """Whether the program would write what it had written when the person began, so that nothing has changed but by the
    person's hand; also where the document has other bytes that say the same. `found` is the article as it would stand,
    `mine` the person's. Without `written` the file is its editor's for good (docs/adr/0007)."""
    written = mine.provenance.written if mine.provenance else None
    if written is None:
        return True
    fresh = replace(found, id=short_id(found.source, found.title, found.date.iso if found.date else None), aliases=())
    fresh = replace(fresh, slug=slug_of(fresh.title, fresh.lang, fresh.id))
    before = (each for article in (found, fresh, plain) for each in _as_written_before(article, mine.provenance, ties))
    return any(written == digest_of(each) for each in before)


def _as_written_before(article: Article, known: Provenance | None, ties: Iterable[str]) -> Iterator[Article]:
    """The article as the program may have written it: before and after its counterpart was found; as versions of the
    program wrote it that did not keep ties, or did not name their rules at all; and from other bytes of its document,
    or from where it lay before, of which `known` tells."""
    provenance = article.provenance
    if provenance is None:
        yield article
        return
    names = (article.story, None, story_of(Path(provenance.document)), *map(name_of, ties))
    untied = tuple(rule for rule in provenance.rules if not rule.startswith("story |"))
    kinds = [replace(provenance, rules=rules) for rules in dict.fromkeys((provenance.rules, untied, ()))]
    if known is not None and _origin_of(known) != _origin_of(provenance):
        kinds.append(known)
    for story in dict.fromkeys(names):
        for kind in kinds:
            yield replace(article, story=story, provenance=kind)


def _origin_of(provenance: Provenance) -> tuple[str, str | None, str]:
    return provenance.document, provenance.record, provenance.sha256


def digest_of(article: Article) -> str | None:
    """The digest that the program writes into an article's file."""
    return _digest_in(render_article(article))


def find_base(root: Path, mine: Article) -> Former | None:
    """The text that the program had written when a person began to edit the file of `mine`; None where it is kept
    nowhere. Its digest proves that it is that one."""
    written = mine.provenance.written if mine.provenance else None
    for text in _texts_before(root, mine) if written else ():
        if _digest_in(text) == written and not is_edited(text):
            article, _ = parse_article(text, mine.path)
            return Former(article, text) if article is not None else None
    return None


def _texts_before(root: Path, mine: Article) -> Iterator[str]:
    """Texts that an article's file may have had when a person began, the quickest to find first."""
    yield from filter(None, (load_written(root, mine.place), load_earlier(root, mine)))
    yield from committed_texts(root, mine.place)


def edited_by_a_person(found: Article, existing: Article) -> Problem:
    """That a person has to look at an article, since its source gives another text than before."""
    return Problem(
        "edited-by-a-person",
        f"the source now gives another text, but a person has edited this article; it was left as it is: {found.title}",
        existing.path,
        expected="the text that the program wrote",
        found="a person's edits, and a change in the source document or in the rules",
        cure=f"sijill review {existing.id} shows both; --both puts them together, --keep leaves yours, --take all the "
        "source's",
    )


def _digest_in(text: str) -> str | None:
    found = _WRITTEN.search(text)
    return found["digest"] if found else None
