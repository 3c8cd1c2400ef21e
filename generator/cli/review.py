"""`sijill review`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.cli.review_problems import edited, form_of, no_article, no_value, nothing_named, unknown
from generator.cli.turns import in_turn
from generator.errors import MisuseError, Problem, visible
from generator.ingest.decisions import corrected_value, rule_of
from generator.ingest.review import Doubt, apply_decisions, find_doubts
from generator.model.article import Article
from generator.model.decision import Decision, Verdict
from generator.store.articles import (
    ArticleFile,
    is_edited,
    parse_article_bytes,
    read_article_bytes,
    read_article_files,
)
from generator.store.decisions import DECIDABLE, load_decisions, with_decision, write_decisions
from generator.store.set_aside import load_set_aside, write_set_aside

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
@click.option("--refuse", is_flag=True, help="The article is to be withdrawn, or the document not to be taken in.")
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
    refuse: bool,
    note: str | None,
    ask: bool,
    limit: int,
    output: str,
    root: Path,
) -> None:
    """List what a person should look at, most valuable first, and take decisions.

    Without WHAT, everything doubtful is listed: documents that were set aside, articles without a date, fields that
    are not sure. WHAT is an article's id or file, or a document (`…#…` for one record of it); the options then decide,
    and without them it is shown how each field of the article was found. Decisions are kept in content/decisions.yml
    and hold whenever a document is read again.

    Exit code 1 when something is listed.
    """
    if what is not None:
        asked = _Asked(accepted, corrected, refuse, note)
        with in_turn(root) if asked else nullcontext():
            _decide(root, what, asked, list(read_article_files(root)))
        return
    if accepted or corrected or refuse:
        raise MisuseError(nothing_named())
    doubts = find_doubts(list(read_article_files(root)), load_set_aside(root))
    if ask:
        _ask_about(root, doubts[:limit])
        return
    if output == "json":
        print_json({"doubts": [asdict(doubt) for doubt in doubts[:limit]], "total": len(doubts)})
    else:
        _list(doubts, limit)
    sys.exit(1 if doubts else 0)


class _Asked:
    """What the options ask for, checked."""

    def __init__(self, accepted: tuple[str, ...], corrected: tuple[str, ...], refuse: bool, note: str | None) -> None:
        self.accepted, self.refuse, self.note = accepted, refuse, note
        self.corrected: dict[str, tuple[str, ...]] = {}
        for text in corrected:
            field, sign, value = text.partition("=")
            self.corrected[field] = (*self.corrected.get(field, ()), value)
            if not sign or field not in DECIDABLE or corrected_value(field, self.corrected[field]) is None:
                raise MisuseError(no_value(text, field))
        for field in accepted:
            if field not in DECIDABLE:
                raise MisuseError(no_value(field, field))

    def __bool__(self) -> bool:
        return bool(self.accepted or self.corrected or self.refuse)


def _decide(root: Path, what: str, asked: _Asked, files: list[ArticleFile]) -> None:
    """Record what was asked for, and apply it. Raises MisuseError where there is nothing of that name."""
    file = next((each for each in files if each.article and what in (each.article.id, each.path.as_posix())), None)
    if file is None or file.article is None:
        _decide_document(root, what, asked)
        return
    if not asked:
        _show(file.article)
        return
    if is_edited(file.text):
        raise MisuseError(edited(file.path))
    decisions = load_decisions(root)
    for decision in _decisions_of(file.article, asked):
        decisions = with_decision(decisions, decision)
    write_decisions(root, decisions)
    written = apply_decisions(root, file.article, decisions)
    click.echo(f"{written.place}: decided; `sijill build` shows it")


def _decisions_of(article: Article, asked: _Asked) -> list[Decision]:
    made = [
        Decision(Verdict.CORRECTED, article.id, field, values, note=asked.note)
        for field, values in asked.corrected.items()
    ]
    for field in asked.accepted:
        rule = rule_of(article, field)
        made.append(Decision(Verdict.ACCEPTED, article.id, field, seen=rule.written if rule else None, note=asked.note))
    if asked.refuse:
        made.append(Decision(Verdict.REFUSED, article.id, note=asked.note))
    return made


def _decide_document(root: Path, what: str, asked: _Asked) -> None:
    """Refuse a document that waits, or one record of it. Raises MisuseError where none of that name waits."""
    waiting = load_set_aside(root)
    meant = [each for each in waiting if what in (each.document, f"{each.document}#{each.record}")]
    if not meant:
        raise MisuseError(unknown(what))
    if asked.accepted or asked.corrected:
        raise MisuseError(no_article(what))
    if not asked.refuse:
        for each in meant:
            click.echo(f"{each.document}: {each.what}\n  {each.cure}")
        return
    record = meant[0].record if what != meant[0].document else None
    decision = Decision(Verdict.REFUSED, document=meant[0].document, record=record or None, note=asked.note)
    write_decisions(root, with_decision(load_decisions(root), decision))
    write_set_aside(root, [each for each in waiting if each not in meant])
    click.echo(f"{what}: refused; it is not taken in again")


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
    if doubt.field:
        lines.append(f"  {visible(doubt.title)}  ({doubt.place})")
    return [*lines, f"  {visible(doubt.cure)}"]


def _show(article: Article) -> None:
    """Show how each field of an article was found: its name, how sure that is, by which rule, and in which words."""
    click.echo(f"{article.place}  {visible(article.title)}")
    for rule in article.provenance.rules if article.provenance else ():
        click.echo(f"  {visible(rule)}")


def _ask_about(root: Path, doubts: list[Doubt]) -> None:
    """Ask about each doubt; an empty answer leaves it for later."""
    if not doubts:
        click.echo("nothing to look at")
    for number, doubt in enumerate(doubts, start=1):
        click.echo(f"\n{number} of {len(doubts)}")
        click.echo("\n".join(_lines_of(doubt)[:-1] if doubt.field else _lines_of(doubt)))
        answer = _answer_to(doubt)
        if answer == "q":
            return
        asked = _answered(answer, doubt)
        try:
            if asked:
                with in_turn(root):
                    _decide(root, doubt.of, asked, [_file_at(root, Path(doubt.place))] if doubt.field else [])
        except MisuseError as error:
            print_problems([error.problem])  # the others are still to be asked about


def _answer_to(doubt: Doubt) -> str:
    """Ask until the answer is one of the letters."""
    known = "[a]ccept that nobody can know it" if doubt.found == "nothing" else "[a]ccept it as it is"
    choices = f"{known}, [c]orrect it, [r]efuse (withdraw the article)" if doubt.field else "[r]efuse (leave it out)"
    while True:
        answer: str = click.prompt(f"{choices}, [s]kip, [q]uit", default="s", show_default=False).strip().lower()
        if answer[:1] in ("acrsq" if doubt.field else "rsq") and answer.isalpha():
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


def _answered(answer: str, doubt: Doubt) -> _Asked | None:
    if answer == "r":
        return _Asked((), (), refuse=True, note=None)
    if answer == "a" and doubt.field:
        return _Asked((doubt.field,), (), refuse=False, note=None)
    if answer == "c" and doubt.field:
        while True:
            value = click.prompt(f"{doubt.field} is to say")
            if corrected_value(doubt.field, (value,)) is not None:
                return _Asked((), (f"{doubt.field}={value}",), refuse=False, note=None)
            click.echo(f"that cannot be its value; expected: {form_of(doubt.field)}")
    return None
