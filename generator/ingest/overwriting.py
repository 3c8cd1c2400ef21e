"""What becomes of an article when another state of its document was put in the document's place.

Pure. Not for articles of other documents (versions), nor for keeping the earlier text (store.earlier).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.errors import Problem, Severity
from generator.ingest.versions import as_newer_version, is_newer
from generator.model.article import Article, Provenance
from generator.store.articles import render_article
from generator.store.earlier import earlier_path

_TEXT = ("title", "kicker", "description", "body")
_SAID = (*_TEXT, "date", "updated", "authors", "translator", "dateline", "original", "corrections", "rights", "url")
# Fields for machines, which no person has written: where they give an earlier day, it is that of an older state.
_OF_MACHINE = re.compile(r"(?:date|updated) \| sure \| (?:rss|atom|json-feed|rdf|feedburner|json-ld|meta|microdata)\b")


@dataclass(frozen=True, slots=True)
class Former:
    """An article as its document gave it when it had other bytes, and the text of its file."""

    article: Article
    text: str


def is_overwritten(found: Article, existing: Article) -> bool:
    """Whether `found` comes from the document of `existing`, which has other bytes by now."""
    new, old = found.provenance, existing.provenance
    return new is not None and old is not None and new.document == old.document and new.sha256 != old.sha256


def says_otherwise(found: Article, former: Article) -> bool:
    """Whether a document says anything of an article otherwise than before."""
    return any(getattr(found, name) != getattr(former, name) for name in _SAID)


def lay_over(found: Article, former: Article) -> Article:
    """The article as it stands now: the text of the document as it is, with the day on which it was first published;
    the text of before where that is the newer one by the source's own word, or a full one and now there is a part."""
    if _has_text_of(found, former):
        return found
    if is_newer(former, found) and (former.partial != found.partial or _is_told(found)):
        stands = as_newer_version(former, found)
        return replace(stands, aliases=former.aliases, provenance=_with_kept(stands, _beside(found, former)))
    newer = as_newer_version(found, former)
    return replace(newer, aliases=found.aliases, provenance=_with_kept(newer, former))


def kept_of(found: Article, stands: Article, former: Former) -> tuple[Former, ...]:
    """The texts that are to be kept: that of before, and that of the document as it is where it does not stand."""
    if _has_text_of(found, former.article) or not _has_text_of(stands, former.article):
        return (former,)
    older = _beside(found, former.article)
    return former, Former(older, render_article(older))


def _beside(found: Article, former: Article) -> Article:
    """An article as found that does not take the place of the one that is there."""
    return replace(found, id=former.id, slug=former.slug, place=former.place)


def _has_text_of(one: Article, other: Article) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _TEXT)


def _is_told(found: Article) -> bool:
    rules = found.provenance.rules if found.provenance else ()
    return any(map(_OF_MACHINE.match, rules))


def _with_kept(newer: Article, former: Article) -> Provenance | None:
    """The provenance with the place where the earlier text is kept."""
    provenance = newer.provenance
    if provenance is None:
        return None
    earlier = dict.fromkeys((*provenance.earlier, earlier_path(former).as_posix()))
    return replace(provenance, earlier=tuple(earlier))


def tell_of(found: Article, stands: Article, former: Article) -> tuple[Problem, ...]:
    """What people are to be told of an article that `stands` now that its document, which gave `former`, gives
    `found`."""
    if _has_text_of(found, former):
        return ()
    if _has_text_of(stands, former):
        return (_older_text(found, stands),)
    return () if stands.updated is not None and stands.updated != former.updated else (_unknown_update(stands),)


def _older_text(found: Article, stands: Article) -> Problem:
    part = found.partial and not stands.partial
    return Problem(
        "older-text",
        f"the document now holds {'only a part' if part else 'an older text'} of this article, and the "
        f"{'full' if part else 'newer'} one was left to stand: {stands.title}",
        stands.path,
        expected="a text that is as new and as full as the one before",
        found="an excerpt" if part else f"the text of {_day(found)} in the place of that of {_day(stands)}",
        cure="nothing need be done; if it is the right one all the same, copy its text into the article's file",
        severity=Severity.WARNING,
    )


def _unknown_update(stands: Article) -> Problem:
    return Problem(
        "update-unknown",
        f"the document now gives this article another text, and does not say when it was changed: {stands.title}",
        stands.path,
        expected="a day of change in the source",
        found=f"the day {_day(stands)}, as before",
        cure=f"where you know it: sijill review {stands.id} --set updated=2025-06-03",
        severity=Severity.HINT,
    )


def _day(article: Article) -> str:
    day = article.updated or article.date
    return day.iso if day else "that is not known"
