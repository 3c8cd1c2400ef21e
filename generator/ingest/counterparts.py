"""The versions of one story in the archive's two languages are given the same `story`, once both are there.

Last of all in a run, when every document is read: a counterpart may come later, from another document, in another run.
Only what the sources themselves say ties two articles (`ties`); nothing is guessed from what they tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.holdings import Holdings, add
from generator.ingest.ties import name_of
from generator.model.article import Article, Status
from generator.model.language import Language
from generator.store.articles import is_edited, parse_article_bytes, read_article_bytes, write_article


@dataclass(slots=True)
class Paired:
    """What became of the pairs: the places of articles that were given a story, and what is to be told."""

    places: set[Path] = field(default_factory=set)
    problems: tuple[Problem, ...] = ()


def note_ties(holdings: Holdings, ties: Iterable[str], article: Article) -> None:
    """Note what ties an article that was read in this run; one that was merged ties the article it was merged into."""
    for each in ties:
        holdings.tied.setdefault(each, {})[article.path] = None


def pair(holdings: Holdings, *, dry_run: bool) -> Paired:
    """Give the two articles of each tie the same story. One that has a story already keeps it and lends it to the
    other; two that have different ones keep them, and what a person has edited stays as it is.

    A tie that more than one article of a language has tells nothing, and neither does one that holds one language only.
    Where an article cannot be written, the problem says so and its counterpart stays as it is.
    """
    paired = Paired()
    for tied in sorted({*holdings.by_tie, *holdings.tied}):
        versions = _versions(holdings, tied)
        if len(versions) < 2:
            continue
        by_language = {lang: [each for each in versions if each.lang is lang] for lang in Language}
        if any(len(each) != 1 for each in by_language.values()):
            if all(by_language.values()) and tied in holdings.tied:
                paired.problems = (*paired.problems, _several(versions))
            continue
        story = _story_of(holdings, versions, tied)
        lacking = [each for each in versions if story is not None and each.story is None]
        problem = _give(holdings, lacking, story, dry_run=dry_run) if lacking and story is not None else None
        if problem is not None:
            paired.problems = (*paired.problems, *((problem,) if tied in holdings.tied else ()))
        else:
            paired.places.update(each.path for each in lacking)
    return paired


def _versions(holdings: Holdings, tied: str) -> list[Article]:
    """The articles of a tie as they are now, in order of their places."""
    places = {each.path for each in holdings.by_tie.get(tied, ())} | {*holdings.tied.get(tied, ())}
    held = (holdings.by_path.get(place) for place in sorted(places))
    return [each for each in held if each is not None and each.status is not Status.WITHDRAWN]


def _story_of(holdings: Holdings, versions: list[Article], tied: str) -> str | None:
    """The story that two articles are to have; None where what they have already must stay as it is."""
    known = {each.story for each in versions if each.story is not None}
    if not known:
        return name_of(tied)
    story = known.pop()
    lacking = {each.lang for each in versions if each.story is None}
    held = holdings.by_story.get(story, ())
    return None if known or any(each.lang in lacking for each in held) else story


def _give(holdings: Holdings, articles: list[Article], story: str, *, dry_run: bool) -> Problem | None:
    """Write the story into the files of the articles, into all of them or into none; gives what keeps it from that."""
    if dry_run:
        for article in articles:
            add(holdings, replace(article, story=story))
        return None
    read = list(_read(holdings.root, articles))
    for article, each in zip(articles, read, strict=True):
        if each is None:
            return _left_alone(article, story)
    try:
        for each in filter(None, read):
            fresh = replace(each, story=story)
            write_article(holdings.root, fresh)
            add(holdings, fresh)
    except OSError as error:
        return _unwritten(articles[0], error)
    return None


def _read(root: Path, articles: Iterable[Article]) -> Iterator[Article | None]:
    """The articles as their files hold them; None for one that a person has edited, or that cannot be read."""
    for article in articles:
        raw = read_article_bytes(root, article.place)
        file = None if isinstance(raw, Problem) else parse_article_bytes(raw, article.path)
        yield file.article if file is not None and file.sound and not is_edited(file.text) else None


def _left_alone(article: Article, story: str) -> Problem:
    return Problem(
        "counterpart-edited",
        f"this article has a version in the other language, but a person has edited it; it was left as it is: "
        f"{article.title}",
        article.path,
        expected="the same `story` in both versions",
        found="a file that is not as the program wrote it, without `story`",
        cure=f'write `story: "{story}"` into both files, if they are versions of one story',
        severity=Severity.WARNING,
    )


def _several(versions: list[Article]) -> Problem:
    return Problem(
        "several-counterparts",
        f"several articles of one language are tied to one of the other; none was paired: {versions[0].title}",
        versions[0].path,
        expected="one version in each language",
        found=", ".join(each.place for each in versions[:6]),
        cure="give those two the same `story` that belong together",
        severity=Severity.HINT,
    )


def _unwritten(article: Article, error: OSError) -> Problem:
    return Problem(
        "cannot-write",
        f"the story of this article and its counterpart cannot be written: {error.strerror or error}",
        article.path,
        expected="a folder content/ that you may write to",
        found=str(error.filename or type(error).__name__),
        cure="give yourself the right to write there, or make room, and ingest again",
    )
