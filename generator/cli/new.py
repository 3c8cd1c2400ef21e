"""`sijill new`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.cli.options import root_option
from generator.errors import MisuseError, Problem, visible
from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.store.articles import write_article
from generator.store.corrected_values import corrected_value
from generator.store.field_reading import parse_date
from generator.store.permalinks import file_of
from generator.text.slugs import ascii_slug, short_id

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")


@click.command()
@click.argument("title")
@click.option(
    "--lang",
    type=click.Choice([each.value for each in Language]),
    help="The language of the article.  [default: that of the title's letters]",
)
@click.option("--date", "day", help="When its source published it: 2025, 2025-06, 2025-06-02, 2025-06-02T14:35+03:00.")
@click.option("--source", help="Who published it: a publisher's id or name.")
@click.option("--url", help="Where it stands on the web: https://….")
@click.option("--tag", "tags", multiple=True, help="What it is about; may be given several times.")
@click.option("--story", help="The id that it shares with its version in the other language.")
@root_option
def new(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    title: str,
    lang: str | None,
    day: str | None,
    source: str | None,
    url: str | None,
    tags: tuple[str, ...],
    story: str | None,
    root: Path,
) -> None:
    """Write the skeleton of a new article and print its path.

    The text goes below the second line of dashes; what else may stand above it is told in docs/fields.md. Without
    --date the article counts as undated, and says so on its page, until you write the date into the file. A file that
    is there already is never overwritten (exit code 2).
    """
    date = _parse_day(day)
    language = Language(lang) if lang else _language_of(title)
    identity = short_id(source, title, date.iso if date else None)
    slug = identity if language is Language.AR else "-".join(filter(None, (ascii_slug(title, 51), identity)))
    article = Article(
        title=_parse_title(title),
        date=date,
        lang=language,
        source=source,
        tags=tags,
        id=identity,
        slug=slug,
        url=_parse_url(url),
        body="",
        place=file_of(language, date, slug).as_posix(),
        story=story,
    )
    _refuse_overwriting(root, article)
    click.echo(write_article(root, article).as_posix())


def _language_of(title: str) -> Language:
    """Arabic for a title with a letter of the Arabic script in it, else English."""
    return Language.AR if _ARABIC_LETTER.search(title) else Language.EN


def _parse_title(title: str) -> str:
    """The title on one line. Raises MisuseError for an empty one."""
    line = " ".join(title.split())
    if not line:
        raise MisuseError(Problem("no-title", "an article needs a title", cure='sijill new "The title"'))
    return line


def _parse_day(day: str | None) -> PublicationDate | None:
    """The date, if one was given. Raises MisuseError where it is none."""
    if day is None:
        return None
    date = parse_date(day)
    if date is None:
        raise MisuseError(
            Problem(
                "no-date",
                "--date is no date",
                expected="year, month and day in this order, as far as they are known: 2025-06-02",
                found=day,
                cure="leave --date out where the date is not known",
            )
        )
    return date


def _parse_url(url: str | None) -> str | None:
    """The address on the web, if one was given. Raises MisuseError where it is none."""
    if url is not None and corrected_value("url", (url,)) is None:
        raise MisuseError(
            Problem(
                "no-address",
                "--url is no address on the web",
                expected="the whole address, as the browser shows it: https://example.org/news/1",
                found=visible(url),
                cure="leave --url out where there is none",
            )
        )
    return url


def _refuse_overwriting(root: Path, article: Article) -> None:
    """Raise MisuseError where the article's file is there already."""
    if (root / article.path).exists():
        raise MisuseError(
            Problem(
                "file-exists",
                "this article is there already, and nothing was written",
                article.path,
                expected="a title, date and source that no other article has together",
                found=article.title,
                cure="edit the file, or choose another title",
            )
        )
