"""What a person should look at: fields that are not sure, articles without a date, documents that were set aside.

Most valuable first. Lists and applies decisions to one article; not for taking documents in (pipeline).
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.ingest.decisions import by_article, decide, is_decided
from generator.ingest.moving import moved_from
from generator.ingest.other_wordings import OTHER_WORDING
from generator.model.article import Article, Rule, Status, Sureness
from generator.model.decision import Decision, Verdict
from generator.store.articles import ArticleFile, is_edited, render_article, write_article
from generator.store.decisions import CLEARABLE
from generator.store.set_aside import SetAside
from generator.store.written import remember_written
from generator.text.dates import guess_day

# How much there is to win, from 0 to 100: a whole article, its day, its headline, one fact.
_WORTH_OF_FIELD = {"date": 60, "title": 55, "source": 40, "authors": 25, "lang": 50}
_WORTH_OF_GUESSED, _WORTH_OF_UNDATED, _WORTH_OF_SOURCELESS, _WORTH_OF_OTHERS = 66, 65, 35, 15
_WORTH_OF_DOCUMENT = {
    "not-news": 45,
    "foreign-language": 30,
    "format-not-read-yet": 70,
    "destroyed-text": 20,
    "empty": 5,
}
_WORTH_OF_OTHER_DOCUMENTS = 90
_ANY_DATE = "2025-06-02 (or 2025-06, or 2025)"
_WORTH_OF_CHANGED, _WORTH_OF_OTHER_WORDING = 80, 28
# The code of the problem of an article that a person has edited and whose source has changed.
CHANGED = "edited-by-a-person"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at. `place` is the article's file or the document; `of` the article's id, or the document with
    its record. `field` is empty where the whole is meant. `found` is what stands there now, `why` what is doubtful.
    `changed`: there are two texts to choose between: a person has edited the article and its source has changed since,
    or another document has another wording of it."""

    worth: int
    place: str
    of: str
    field: str
    found: str
    why: str
    cure: str
    title: str = ""
    changed: bool = False


def find_doubts(
    files: Iterable[ArticleFile], waiting: Iterable[SetAside], decisions: Iterable[Decision] = ()
) -> list[Doubt]:
    """Everything to look at, most valuable first; what is worth the same in order of place. What a person has accepted
    of a file that somebody edited is told by the `decisions` alone."""
    waiting = tuple(waiting)
    changed = {entry.article for entry in waiting if entry.code == CHANGED}
    others: dict[str, list[SetAside]] = {}
    for entry in waiting:
        if entry.code == OTHER_WORDING:
            others.setdefault(entry.article, []).append(entry)
    accepted = {(each.article, each.field) for each in decisions if each.verdict is Verdict.ACCEPTED and not each.seen}
    doubts = [_of_document(entry) for entry in waiting if entry.code not in (CHANGED, OTHER_WORDING)]
    for file in files:
        article = file.article
        if article is not None and article.place in changed:
            doubts.append(_of_changed(article))
        elif article is not None:
            doubts.extend(_of_other_wording(article, entry) for entry in others.get(article.place, ())[:1])
        if article is not None and article.provenance is not None and article.status is Status.PUBLISHED:
            found = _of_article(article, edited=is_edited(file.text))
            doubts.extend(each for each in found if (article.id, each.field) not in accepted)
    return sorted(doubts, key=lambda each: (-each.worth, each.place, each.field))


def apply_decisions(root: Path, article: Article, decisions: Sequence[Decision]) -> Article:
    """Write an article with what was decided of it; a new date leaves its old address as an alias. Raises OSError."""
    decided = moved_from(article.permalink, decide(article, by_article(decisions), article.id))
    write_article(root, decided)
    remember_written(root, {decided.place: render_article(decided).encode()})
    return decided


def _of_document(entry: SetAside) -> Doubt:
    worth = _WORTH_OF_DOCUMENT.get(entry.code, _WORTH_OF_OTHER_DOCUMENTS)
    of = f"{entry.document}#{entry.record}" if entry.record else entry.document
    cure = f"{entry.cure}; or leave it out for good: sijill review {shlex.quote(of)} --refuse"
    return Doubt(worth, entry.document, of, "", "set aside", entry.what, cure)


def _of_article(article: Article, *, edited: bool) -> Iterator[Doubt]:
    """The doubts about an article. What a person has edited is settled, but for what is still missing."""
    if article.date is None and not is_decided(article, "date"):
        yield _undated(article, edited=edited)
    if article.source is None and not is_decided(article, "source"):
        yield _missing(article, "source", _WORTH_OF_SOURCELESS, "nothing", "its source is not known", edited=edited)
    if edited or article.provenance is None:
        return
    for rule in map(Rule.parse, article.provenance.rules):
        if rule is not None and rule.sure is Sureness.DOUBTFUL and not (rule.field == "date" and article.date is None):
            worth = _WORTH_OF_FIELD.get(rule.field, _WORTH_OF_OTHERS)
            why = f"doubtful: found by {rule.rule}" + (f", in: {rule.raw}" if rule.raw else "")
            yield _doubt(article, rule.field, worth, _value_of(article, rule.field), why)


def _undated(article: Article, *, edited: bool) -> Doubt:
    """An article without a date. Where the text names its own weekday and was taken then, the day need only be
    confirmed: that comes before the others."""
    found = article.date_raw or ", ".join(article.date_hints) or "nothing"
    why = "its date is not known" + ("" if found == "nothing" else "; this is what the text says of it")
    taken = _day_taken(article)
    guess = guess_day(article.date_hints, taken) if taken else None
    doubt = _missing(article, "date", _WORTH_OF_UNDATED, found, why, edited=edited)
    if guess is None:
        return doubt
    day, hint = guess
    why = f"its date is not known; it says {hint}, and was taken on {taken}: {day} if it appeared then"
    return replace(doubt, worth=_WORTH_OF_GUESSED, why=why, cure=doubt.cure.replace(_ANY_DATE, str(day)))


def _day_taken(article: Article) -> date | None:
    taken = article.provenance.taken if article.provenance else None
    return date(taken.year, taken.month, taken.day) if taken and taken.month and taken.day else None


def _of_changed(article: Article) -> Doubt:
    why = "its source now says something else, and a person has edited it: nothing was written over"
    cure = f"sijill review {article.id} shows both; --both puts them together, --keep or --take all chooses one"
    return Doubt(_WORTH_OF_CHANGED, article.place, article.id, "", "edited", why, cure, article.title, changed=True)


def _of_other_wording(article: Article, entry: SetAside) -> Doubt:
    """One at a time: when it is decided, the next is listed."""
    of = f"{entry.document}#{entry.record}" if entry.record else entry.document
    why = f"another document has another wording of it: {of}"
    cure = f"sijill review {article.id} shows both; --keep leaves the archive's, --take all or --take body the other's"
    return Doubt(
        _WORTH_OF_OTHER_WORDING, article.place, article.id, "", "merged", why, cure, article.title, changed=True
    )


def _missing(article: Article, field: str, worth: int, found: str, why: str, *, edited: bool) -> Doubt:
    value = _ANY_DATE if field == "date" else "…"
    cure = f"sijill review {article.id} --set {field}={value}; --accept {field} where nobody can know it"
    if field == "source":
        cure += "; a publisher's file says it for all that lies in a folder (docs/publishers.md)"
    if edited:
        cure = f"write `{field}` into the file itself, which a person has edited; or, where nobody can know it: "
        cure += f"sijill review {article.id} --accept {field}"
    return Doubt(worth, article.place, article.id, field, found, why, cure, article.title)


def _doubt(article: Article, field: str, worth: int, found: str, why: str) -> Doubt:
    cure = f"sijill review {article.id} --accept {field} if that is right; --set {field}=… if it is not"
    cure += f"; --clear {field} if nobody knows" if field in CLEARABLE else ""
    return Doubt(worth, article.place, article.id, field, found, why, cure, article.title)


def _value_of(article: Article, field: str) -> str:
    """A field's value as text; `original.url` is a field of the original."""
    holder, _, name = field.rpartition(".")
    value = getattr(getattr(article, holder) if holder else article, name, None)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(getattr(value, "iso", value) or "nothing")
