"""All that can be asked of content/ before anything is built: every problem at once. Not for the finished site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.addresses import check_addresses, check_ids
from generator.checks.bodies import check_file, check_page
from generator.checks.references import check_documents, check_related, check_sources, check_stories, check_tags
from generator.errors import ConfigurationError, Problem, Severity
from generator.model.language import Language
from generator.model.vocabulary import Taxonomy
from generator.store.articles import ARTICLES, ArticleFile, read_article_files
from generator.store.decisions import DECISIONS, read_decisions
from generator.store.pages import PAGES, load_written_pages
from generator.store.redirects import load_redirects
from generator.store.set_aside import load_set_aside
from generator.store.settings import read_settings
from generator.store.vocabulary import read_vocabulary
from generator.store.vocabulary_fields import VOCABULARY_FILES
from generator.store.words import load_words

_ALMOST_MARKDOWN = frozenset({".markdown", ".mdown", ".mkd", ".txt", ".html", ".htm", ".rst", ".docx"})


@dataclass(frozen=True, slots=True)
class ContentReport:
    """What was found: how many article files there are, every problem in order of path and line, and whether the
    configuration (mkdocs.yml, vocabulary, words) is such that anything can be built."""

    articles: int
    problems: tuple[Problem, ...]
    configured: bool

    def count(self, severity: Severity) -> int:
        """How many problems are of this severity."""
        return sum(problem.severity is severity for problem in self.problems)


def check_content(root: Path, today: date, environment: Mapping[str, str] | None = None) -> ContentReport:
    """Check the archive at `root`. `today` is the day after which a date lies in the future; `environment` is what
    `!ENV` tags of mkdocs.yml see."""
    settings, settings_problems = read_settings(root, environment)
    vocabulary, vocabulary_problems = read_vocabulary(root)
    configuration = [*settings_problems, *vocabulary_problems, *_check_words(root / settings.theme_dir)]
    problems = list(configuration)
    files: list[ArticleFile] = []
    for file in read_article_files(root):
        problems.extend(check_file(file, today))
        files.append(replace(file, text=""))
    redirects, redirect_problems = load_redirects(root)
    problems.extend(check_ids(files))
    pages, page_problems = load_written_pages(root)
    problems.extend(check_addresses(files, redirects, pages))
    problems.extend(check_related(files))
    problems.extend(check_stories(files))
    broken = _broken_taxonomies(vocabulary_problems)
    problems.extend(check_tags(files, vocabulary, broken))
    if Taxonomy.PUBLISHER not in broken:
        problems.extend(check_sources(files, vocabulary))
    problems.extend(check_documents(files, root))
    problems.extend(problem for page in pages for problem in check_page(page))
    problems.extend((*redirect_problems, *page_problems, *_check_stray(root), *_check_ledger(root)))
    problems.extend(_check_decisions(root, files))
    configured = not any(problem.severity is Severity.ERROR for problem in configuration)
    return ContentReport(len(files), tuple(sorted(problems, key=_order)), configured)


def _order(problem: Problem) -> tuple[str, int, str, str]:
    """By path, line, code and wording."""
    return "" if problem.path is None else problem.path.as_posix(), problem.line or 0, problem.code, problem.what


def _broken_taxonomies(problems: Iterable[Problem]) -> set[Taxonomy]:
    """The taxonomies whose files hold errors, so that concepts may be missing which are there."""
    names = {problem.path.name for problem in problems if problem.path and problem.severity is Severity.ERROR}
    return {file.taxonomy for file in VOCABULARY_FILES if file.name in names}


def _check_words(theme_dir: Path) -> list[Problem]:
    """The words of the interface, where the archive has a theme folder of its own with some."""
    if not (theme_dir / "locales").is_dir():
        return []
    try:
        for language in Language:
            load_words(theme_dir, language)
    except ConfigurationError as error:
        return [error.problem]
    return []


def _check_stray(root: Path) -> list[Problem]:
    """Files below content/articles and content/pages that look like articles or pages and are not read."""
    articles = (path.relative_to(root) for path in sorted((root / ARTICLES).rglob("*")) if _looks_like_article(path))
    return [*_check_stray_pages(root), *map(_not_an_article, filter(_is_visible, articles))]


def _is_visible(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _check_stray_pages(root: Path) -> list[Problem]:
    """Markdown files below content/pages that no page is made of: they lie too deep, or in no language's folder."""
    folders = {PAGES / language.value for language in Language}
    pages = (path.relative_to(root) for path in sorted((root / PAGES).rglob("*.md")))
    return [
        Problem(
            "not-a-page",
            "the file is not read: written pages lie in a language's folder, and not deeper",
            path,
            expected=" or ".join(f"{folder.as_posix()}/{path.name}" for folder in sorted(folders)),
            found=path.as_posix(),
            cure="move it there",
            severity=Severity.HINT,
        )
        for path in pages
        if _is_visible(path) and path.parent not in folders
    ]


def _not_an_article(path: Path) -> Problem:
    return Problem(
        "not-an-article",
        "the file is not read: articles are files that end in .md",
        path,
        expected="a Markdown file whose name ends in .md",
        found=path.name,
        cure="rename it to .md and give it front matter, or put it into content/sources and run `sijill ingest`",
        severity=Severity.HINT,
    )


def _looks_like_article(path: Path) -> bool:
    """Whether a file that is not read was probably meant as an article."""
    return path.suffix.lower() in _ALMOST_MARKDOWN or (path.suffix.lower() == ".md" != path.suffix)


def _check_decisions(root: Path, files: Sequence[ArticleFile]) -> list[Problem]:
    """What people decided: whether it can be read, and is of articles that are there."""
    decisions, problems = read_decisions(root)
    known = {file.article.id for file in files if file.article is not None}
    gone = dict.fromkeys(each.article for each in decisions if each.article and each.article not in known)
    return [*problems, *(_decided_of_none(article) for article in gone)]


def _decided_of_none(article: str) -> Problem:
    return Problem(
        "no-such-article",
        f"something was decided of an article that is not there: {article}",
        DECISIONS,
        expected="the id of an article",
        found=article,
        cure="mend the id, or delete the decision",
        severity=Severity.WARNING,
    )


def _check_ledger(root: Path) -> list[Problem]:
    """Source documents that wait for a person."""
    try:
        ledger = load_set_aside(root)
    except ConfigurationError as error:
        return [error.problem]
    return [
        Problem(
            entry.code,
            entry.what,
            Path(entry.document),
            expected="a document that can be published",
            found=f"{entry.status.replace('-', ' ')} when it was read",
            cure=entry.cure,
            severity=Severity.WARNING,
            record=entry.record,
        )
        for entry in ledger
    ]
