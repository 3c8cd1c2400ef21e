"""`sijill status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from generator.cli.options import format_option, print_json, root_option
from generator.errors import Severity
from generator.model.article import Article, Status
from generator.model.vocabulary import Vocabulary
from generator.publish.alternates import find_counterparts
from generator.store.articles import Loaded, load_articles
from generator.store.set_aside import SetAside, load_set_aside
from generator.store.vocabulary import find_publisher, load_vocabulary


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the archive holds. The maps go from a name to the number of published articles under it."""

    articles: int
    published: int
    drafts: int
    withdrawn: int
    undated: int
    partial: int
    without_counterpart: int
    by_language: dict[str, int]
    by_source: dict[str, int]
    by_month: dict[str, int]
    left_out: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


@click.command()
@root_option
@format_option
def status(root: Path, output: str) -> None:
    """Count what the archive holds.

    Articles by language, source and month; how many are undated, hold only a part of what was published, or are without
    a version in the other language; drafts and withdrawn ones; files that are left out because they are broken, and
    documents, or records of them, that were set aside.
    """
    holdings = _count(load_articles(root), load_vocabulary(root), load_set_aside(root))
    if output == "json":
        print_json(asdict(holdings))
    else:
        click.echo("\n".join(_lines(holdings)))


def _count(loaded: Loaded, vocabulary: Vocabulary, waiting: tuple[SetAside, ...]) -> Holdings:
    """Count the archive."""
    published = [article for article in loaded.articles if article.status is Status.PUBLISHED]
    of_status = Counter(article.status for article in loaded.articles)
    broken = {
        problem.path.as_posix() for problem in loaded.problems if problem.path and problem.severity is Severity.ERROR
    }
    return Holdings(
        articles=len(loaded.articles),
        published=len(published),
        drafts=of_status[Status.DRAFT],
        withdrawn=of_status[Status.WITHDRAWN],
        undated=sum(article.date is None for article in published),
        partial=sum(article.partial for article in published),
        without_counterpart=len(published) - len(find_counterparts(published)),
        by_language=_tally(published, lambda article: article.lang.value),
        by_source=_tally(published, lambda article: _source_name(article, vocabulary)),
        by_month=_tally(published, _month),
        left_out=tuple(sorted(broken - {article.place for article in loaded.articles})),
        set_aside=waiting,
    )


def _tally(articles: list[Article], name_of: Callable[[Article], str]) -> dict[str, int]:
    """How many articles there are under each name, sorted by name."""
    return dict(sorted(Counter(map(name_of, articles)).items()))


def _source_name(article: Article, vocabulary: Vocabulary) -> str:
    """The id of the article's publisher, or its source as written, or `unknown`."""
    publisher = find_publisher(vocabulary, article.source)
    return publisher.id if publisher else article.source or "unknown"


def _month(article: Article) -> str:
    """The article's month, its year where the month is not known, or `undated`."""
    return article.date.iso[:7] if article.date else "undated"


def _lines(holdings: Holdings) -> list[str]:
    """The counts for people."""
    lines = [
        f"published            {holdings.published}",
        f"drafts               {holdings.drafts}",
        f"withdrawn            {holdings.withdrawn}",
        f"undated              {holdings.undated}",
        f"only in part         {holdings.partial}",
        f"without counterpart  {holdings.without_counterpart}",
    ]
    for heading, counts in (
        ("by language", holdings.by_language),
        ("by source", dict(sorted(holdings.by_source.items(), key=lambda item: -item[1]))),
        ("by month", holdings.by_month),
    ):
        width = len(str(max(counts.values(), default=0)))
        lines += ["", heading, *(f"  {count:>{width}}  {name}" for name, count in counts.items())]
    if holdings.left_out:
        lines += ["", f"left out because they are broken: {len(holdings.left_out)} (`sijill check` says why)"]
        lines += [f"  {path}" for path in holdings.left_out]
    if holdings.set_aside:
        lines += ["", f"set aside: {len(holdings.set_aside)} (`sijill review` takes your decisions)"]
        for entry in holdings.set_aside:
            name = f"{entry.document}#{entry.record}" if entry.record else entry.document
            lines += [f"  {name}: {entry.what}", f"    {entry.cure}"]
    return lines
