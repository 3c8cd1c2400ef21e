"""What became of each document: the report that ingest gives, for people and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from generator.errors import Problem, Severity, visible
from generator.ingest.other_wordings import OTHER_WORDING


class DocumentStatus(StrEnum):
    """What became of a document. `set-aside` waits for a person; `refused` could not
    even be opened, or is refused by a person."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    MERGED = "merged"
    SET_ASIDE = "set-aside"
    REFUSED = "refused"


class ArticleStatus(StrEnum):
    """What became of one article found in a document. `edited`: a person's version was left as it is."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    MERGED = "merged"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article of a document: its file, id and title, and what became of it. `undated`: its date is not known;
    `refused_date`: the source's words for it and why they are no date, empty where it gives none; `accepted`: a person
    has decided of its date, so that nobody need look at it again."""

    path: Path
    id: str
    title: str
    status: ArticleStatus
    undated: bool = False
    refused_date: str = ""
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: its name, digest (None where it could not be read), status, articles and problems; `states` of
    records that have problems, by their keys, tell what is refused where a person refuses one (`refusals`)."""

    document: str
    sha256: str | None
    status: DocumentStatus
    articles: tuple[ArticleReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    states: tuple[tuple[str, str], ...] = ()

    @property
    def waiting(self) -> tuple[Problem, ...]:
        """Why it waits for a person: what is wrong with each of its records that do and with it as a whole, else the
        first problem where all of it waits; none where nothing waits."""
        waiting = tuple(each for each in self.problems if each.severity is Severity.ERROR)
        whole = self.status in (DocumentStatus.SET_ASIDE, DocumentStatus.REFUSED)
        if whole and not any(each.record for each in waiting):
            return waiting[:1] or self.problems[:1]
        return waiting

    @property
    def listed(self) -> tuple[Problem, ...]:
        """What `sijill review` lists of it: what waits, and other wordings of articles that the archive has."""
        return (*self.waiting, *(each for each in self.problems if each.code == OTHER_WORDING))

    @property
    def is_news(self) -> bool:
        """Whether people are told of it: not where it is as it was, nor where a person refused it long ago."""
        settled = self.status is DocumentStatus.REFUSED and not self.problems
        return self.status is not DocumentStatus.UNCHANGED and not settled

    def as_json(self) -> dict[str, object]:
        """The document as a JSON object with stable keys."""
        return {
            "document": self.document,
            "sha256": self.sha256,
            "status": self.status.value,
            "articles": [
                {
                    "path": a.path.as_posix(),
                    "id": a.id,
                    "title": a.title,
                    "status": a.status.value,
                    "undated": a.undated,
                    "refused_date": a.refused_date,
                    "accepted": a.accepted,
                }
                for a in self.articles
            ],
            "problems": [problem.as_json() for problem in self.problems],
            "states": dict(self.states),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All documents of one run, in order of path, and the problems that belong to none of them."""

    documents: tuple[DocumentReport, ...]
    problems: tuple[Problem, ...] = ()

    def all_problems(self) -> Iterator[Problem]:
        """Every problem of the run."""
        yield from self.problems
        for document in self.documents:
            yield from document.problems

    @property
    def needs_a_person(self) -> bool:
        """Whether anything was set aside or refused, or cannot be settled by the program."""
        waits = any(document.status is DocumentStatus.SET_ASIDE for document in self.documents)
        return waits or any(problem.severity is Severity.ERROR for problem in self.all_problems())

    def totals(self) -> dict[str, int]:
        """How many documents of each status, and articles of each."""
        documents = Counter(document.status for document in self.documents)
        articles = Counter(article.status for document in self.documents for article in document.articles)
        return {
            "documents": len(self.documents),
            **{status.value: documents[status] for status in DocumentStatus},
            "articles": sum(articles.values()),
            **{f"articles-{status.value}": articles[status] for status in ArticleStatus},
            "undated": sum(article.undated for document in self.documents for article in document.articles),
            "undecided": sum(
                article.undated and not article.accepted for document in self.documents for article in document.articles
            ),
            "waiting": sum(len(document.waiting) for document in self.documents),
            "other-wordings": sum(each.code == OTHER_WORDING for each in self.all_problems()),
            "hints": sum(_is_further_hint(problem) for problem in self.all_problems()),
            "problems": sum(problem.severity is not Severity.HINT for problem in self.all_problems()),
        }

    def as_json(self) -> dict[str, object]:
        """The report as one JSON object: `documents`, `problems`, `totals`."""
        return {
            "documents": [document.as_json() for document in self.documents],
            "problems": [problem.as_json() for problem in self.problems],
            "totals": self.totals(),
        }

    def as_lines(self, *, written: bool = True, hints_told: bool = False) -> list[str]:
        """The report for people: what is new, merged or waiting, each on a line, the sums, and what to do next, if
        all that was `written`; `hints_told` says that there is no need to ask for the hints."""
        lines = []
        for document in self.documents:
            if document.is_news:
                lines.append(f"{_in_words(document.status)}: {visible(document.document)}")
                lines.extend(f"  {_line_of(article)}" for article in document.articles)
        totals = self.totals()
        sums = [f"{totals[status.value]:,} {_in_words(status)}" for status in DocumentStatus if totals[status.value]]
        lines.append(f"{_counted(totals['documents'], 'document')}: {', '.join(sums) or 'nothing to read'}")
        return [*lines, *_next_steps(totals, hints_told)] if written else lines


def with_updated(report: DocumentReport, places: Collection[Path]) -> DocumentReport:
    """The report of a document where articles of it at these places, which had stayed as they were, were written anew
    after all."""
    if not any(each.path in places and each.status is ArticleStatus.UNCHANGED for each in report.articles):
        return report
    articles = tuple(
        replace(each, status=ArticleStatus.UPDATED)
        if each.path in places and each.status is ArticleStatus.UNCHANGED
        else each
        for each in report.articles
    )
    status = DocumentStatus.PUBLISHED if report.status is DocumentStatus.UNCHANGED else report.status
    return replace(report, status=status, articles=articles)


def _next_steps(totals: Mapping[str, int], hints_told: bool) -> Iterator[str]:
    """What a person may do now, a line each; nothing where all is as it was and complete."""
    looks = [f"{_counted(totals['waiting'], 'text')} set aside"] if totals["waiting"] else []
    looks += [f"{_counted(totals['undecided'], 'article')} without a date"] if totals["undecided"] else []
    looks += [f"{_counted(totals['other-wordings'], 'other wording')}"] if totals["other-wordings"] else []
    if looks:
        yield f"{' and '.join(looks)}: `sijill review` lists them, says what can be done, and takes what you decide"
    if totals["hints"] and not hints_told:
        yield f"{_counted(totals['hints'], 'hint')} beside that: `sijill ingest --hints` prints them"
    if totals["articles-new"] or totals["articles-updated"]:
        yield "Next: `sijill check` looks at the whole archive, `sijill build` puts what is new on the site"


def _is_further_hint(problem: Problem) -> bool:
    """Whether it is a hint at something that is not counted already: articles without a date are."""
    return problem.severity is Severity.HINT and problem.code != "date-unknown"


def _in_words(status: DocumentStatus) -> str:
    return status.value.replace("-", " ")


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _line_of(article: ArticleReport) -> str:
    reason = f": {article.refused_date}" if article.refused_date else ""
    undated = f", date unknown{reason}" if article.undated else ""
    return f"{article.path.as_posix()}  {article.title} ({article.status.value}{undated})"
