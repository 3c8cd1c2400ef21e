"""`sijill review`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.cli.review_decisions import Asked, as_named, decide, find_file
from generator.cli.review_problems import nothing_named, two_ways, unknown
from generator.cli.revision import Choice, choose, print_revision, revision_of, show_revision
from generator.cli.turns import in_turn
from generator.errors import MisuseError, Problem, visible
from generator.ingest.review import Doubt, find_doubts
from generator.ingest.revising import ALL
from generator.model.article import Article
from generator.store.articles import (
    ArticleFile,
    parse_article_bytes,
    read_article_bytes,
    read_article_files,
)
from generator.store.corrected_values import corrected_value, form_of
from generator.store.decisions import CLEARABLE, DECIDABLE, read_decisions
from generator.store.set_aside import load_set_aside

_SHOWN = 20


@click.command()
@click.argument("what", required=False)
@click.option(
    "--accept",
    "accepted",
    metavar="FIELD",
    multiple=True,
    help=f"The field is right as it was found, or nobody can know it. Fields: {', '.join(DECIDABLE)}.",
)
@click.option(
    "--set",
    "corrected",
    metavar="FIELD=VALUE",
    multiple=True,
    help="What the field is to say. Given again, a field of several values gets them all.",
)
@click.option(
    "--clear",
    "cleared",
    metavar="FIELD",
    multiple=True,
    help="What the field says is wrong, and nobody knows what is right: it is left empty.",
)
@click.option("--refuse", is_flag=True, help="The article is to be withdrawn, or the document not to be taken in.")
@click.option("--keep", is_flag=True, help="Of two texts of an article (see below): the archive's stays.")
@click.option(
    "--take",
    "taken",
    metavar="FIELD",
    multiple=True,
    help="Of two texts: take the other one in this field; `all` takes it as a whole.",
)
@click.option(
    "--both", is_flag=True, help="Of yours and the source's: put together what does not contradict each other."
)
@click.option("--note", metavar="TEXT", help="Why it was decided so; kept with the decision.")
@click.option("--ask", is_flag=True, help="Go through everything, one after the other, and ask what to do.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=_SHOWN,
    show_default=True,
    help="So many are listed at most, or asked about.",
)
@format_option
@root_option
def review(  # noqa: PLR0913, PLR0917  one parameter an option, as click calls it
    what: str | None,
    accepted: tuple[str, ...],
    corrected: tuple[str, ...],
    cleared: tuple[str, ...],
    refuse: bool,
    keep: bool,
    taken: tuple[str, ...],
    both: bool,
    note: str | None,
    ask: bool,
    limit: int,
    output: str,
    root: Path,
) -> None:
    """List what a person should look at, most valuable first, and take decisions.

    Without WHAT, everything doubtful is listed: documents that were set aside, articles that you edited and whose
    source has changed, articles without a date, fields that are not sure, articles of which another document has
    another wording. WHAT is an article's id or file, or a document (`…#…` for one record of it); the options then
    decide, and without them it is shown how each field of the article was found, and what its source changed, or
    another document says. Decisions are kept in content/decisions.yml, those between your text and the source's in
    the article's file, and hold whenever a document is read again.

    Exit code 1 when something is listed.
    """
    choice = Choice(keep, both, taken)
    if what is not None:
        what = as_named(root, what)
        asked = Asked(accepted, corrected, cleared, refuse=refuse, note=note)
        if asked and choice:
            raise MisuseError(two_ways())
        with in_turn(root) if asked or choice else nullcontext():
            files = list(read_article_files(root))
            if choice or (not asked and find_file(files, what) is not None):
                _revise(root, what, choice, files, output)
            else:
                decide(root, what, asked, files)
        return
    if accepted or corrected or cleared or refuse or choice:
        raise MisuseError(nothing_named())
    decisions, _ = read_decisions(root)
    doubts = find_doubts(list(read_article_files(root)), load_set_aside(root), decisions)
    if ask:
        _ask_about(root, doubts[:limit])
        return
    if output == "json":
        print_json({"doubts": [asdict(doubt) for doubt in doubts[:limit]], "total": len(doubts)})
    else:
        _list(doubts, limit)
    sys.exit(1 if doubts else 0)


def _revise(root: Path, what: str, choice: Choice, files: list[ArticleFile], output: str) -> None:
    """Decide between a person's version of an article and its source's; or show it, and what there is to decide."""
    file = find_file(files, what)
    if file is None or file.article is None:
        raise MisuseError(unknown(what))
    if choice:
        click.echo(f"{file.path.as_posix()}: {choose(root, file, files, choice)}; `sijill build` shows it")
        return
    revision = revision_of(root, file, files)
    if output == "json" and revision is not None:
        print_revision(revision)
        return
    _show(file.article)
    if revision is not None:
        show_revision(revision)


def _list(doubts: list[Doubt], limit: int) -> None:
    for doubt in doubts[:limit]:
        for line in _lines_of(doubt):
            click.echo(line)
    if len(doubts) > limit:
        click.echo(f"and {len(doubts) - limit} more; --limit {len(doubts)} lists them all")
    elif not doubts:
        click.echo("nothing to look at")


def _lines_of(doubt: Doubt) -> list[str]:
    """`<id>  date: nothing — its date is not known`, and below it where."""
    head = f"{doubt.of}  {doubt.field}: {visible(doubt.found)}" if doubt.field else doubt.of
    lines = [head, f"  {visible(doubt.why)}"]
    if doubt.field or doubt.changed:
        lines.append(f"  {visible(doubt.title)}  ({doubt.place})")
    return [*lines, f"  {visible(doubt.cure)}"]


def _show(article: Article) -> None:
    """Show how each field of an article was found: its name, how sure that is, by which rule, and in which words."""
    click.echo(f"{article.place}  {visible(article.title)}")
    if article.date is None:
        said = " | ".join(filter(None, (article.date_raw, *article.date_hints)))
        click.echo(visible("  date | not known" + (f" | {said}" if said else "")))
    for rule in article.provenance.rules if article.provenance else ():
        click.echo(f"  {visible(rule)}")


def _ask_about(root: Path, doubts: list[Doubt]) -> None:
    """Ask about each doubt; an empty answer leaves it for later."""
    if not doubts:
        click.echo("nothing to look at")
    for number, doubt in enumerate(doubts, start=1):
        click.echo(f"\n{number} of {len(doubts)}")
        click.echo("\n".join(_lines_of(doubt)[:-1] if doubt.field or doubt.changed else _lines_of(doubt)))
        if doubt.changed:
            _show_changed(root, doubt)
        answer = _answer_to(doubt)
        if answer == "q":
            return
        try:
            if doubt.changed:
                _decide_changed(root, doubt, answer)
            elif asked := _answered(answer, doubt):
                with in_turn(root):
                    decide(root, doubt.of, asked, [_file_at(root, Path(doubt.place))] if doubt.field else [])
        except MisuseError as error:
            print_problems([error.problem])  # the others are still to be asked about


def _show_changed(root: Path, doubt: Doubt) -> None:
    files = list(read_article_files(root))
    file = find_file(files, doubt.place)
    revision = revision_of(root, file, files) if file is not None else None
    if revision is not None:
        show_revision(revision)


def _decide_changed(root: Path, doubt: Doubt, answer: str) -> None:
    """Do what was answered of an article that a person has edited. Raises MisuseError where it cannot be done."""
    choice = {"k": Choice(keep=True), "t": Choice(take=(ALL,)), "b": Choice(both=True)}.get(answer)
    if choice is not None:
        with in_turn(root):
            _revise(root, doubt.place, choice, list(read_article_files(root)), "text")


def _choices(doubt: Doubt) -> tuple[str, str]:
    """What can be answered, in words, and its letters."""
    if doubt.changed:
        return "[k]eep yours, [t]ake the source's, [b]oth together", "ktbsq"
    if not doubt.field:
        return "[r]efuse (leave it out)", "rsq"
    if doubt.found == "nothing":
        return "[a]ccept that nobody can know it, [c]orrect it, [r]efuse (withdraw the article)", "acrsq"
    clear, letter = ("[e]mpty it, ", "e") if doubt.field in CLEARABLE else ("", "")
    return f"[a]ccept it as it is, [c]orrect it, {clear}[r]efuse (withdraw the article)", f"ac{letter}rsq"


def _answer_to(doubt: Doubt) -> str:
    """Ask until the answer is one of the letters."""
    choices, letters = _choices(doubt)
    while True:
        answer: str = click.prompt(f"{choices}, [s]kip, [q]uit", default="s", show_default=False).strip().lower()
        if answer[:1] in letters and answer.isalpha():
            return answer[:1]
        click.echo(
            "answer with one of the letters in brackets; to write a value, first say c"
            if doubt.field
            else "answer with one of the letters in brackets"
        )


def _file_at(root: Path, place: Path) -> ArticleFile:
    raw = read_article_bytes(root, place.as_posix())
    if isinstance(raw, Problem):
        raise MisuseError(raw)
    return parse_article_bytes(raw, place)


def _answered(answer: str, doubt: Doubt) -> Asked | None:
    if answer == "r":
        return Asked(refuse=True)
    if answer == "a" and doubt.field:
        return Asked(accepted=(doubt.field,))
    if answer == "e":
        return Asked(cleared=(doubt.field,))
    if answer == "c" and doubt.field:
        while True:
            value = click.prompt(f"{doubt.field} is to say")
            if corrected_value(doubt.field, (value,)) is not None:
                return Asked(corrected=(f"{doubt.field}={value}",))
            click.echo(f"that cannot be its value; expected: {form_of(doubt.field)}")
    return None
