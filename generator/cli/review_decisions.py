"""Decisions of `sijill review`: what the options ask for, recorded and applied.

Not for articles that a person has edited and whose source has changed (`revision`).
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.review_problems import decided_twice, edited, no_article, no_value, not_clearable, unknown
from generator.errors import MisuseError, visible
from generator.ingest.decisions import is_decided, rule_of
from generator.ingest.review import apply_decisions
from generator.model.article import Article
from generator.model.decision import Decision, Verdict
from generator.store.articles import ArticleFile, is_edited
from generator.store.corrected_values import corrected_value
from generator.store.decisions import CLEARABLE, DECIDABLE, load_decisions, with_decision, write_decisions
from generator.store.documents import is_there
from generator.store.set_aside import load_set_aside, write_set_aside

_UNDO = "To undo that, delete its entry from content/decisions.yml, and run `sijill ingest`"


class Asked:
    """What the options ask for, checked."""

    def __init__(
        self,
        accepted: tuple[str, ...] = (),
        corrected: tuple[str, ...] = (),
        cleared: tuple[str, ...] = (),
        *,
        refuse: bool = False,
        note: str | None = None,
    ) -> None:
        self.accepted, self.cleared, self.refuse, self.note = accepted, cleared, refuse, note
        self.corrected: dict[str, tuple[str, ...]] = {}
        for text in corrected:
            field, sign, value = text.partition("=")
            self.corrected[field] = (*self.corrected.get(field, ()), value)
            if not sign or field not in DECIDABLE or corrected_value(field, self.corrected[field]) is None:
                raise MisuseError(no_value(text, field))
        for field in accepted:
            if field not in DECIDABLE:
                raise MisuseError(no_value(field, field))
        for field in cleared:
            if field not in CLEARABLE:
                raise MisuseError(not_clearable(field))
        twice = next((each for each in (*accepted, *cleared, *self.corrected) if self._ways(each) > 1), None)
        if twice is not None:
            raise MisuseError(decided_twice(twice))

    def _ways(self, field: str) -> int:
        return (field in self.accepted) + (field in self.cleared) + (field in self.corrected)

    @property
    def changes(self) -> bool:
        """Whether anything in the article's file is to change, but for how sure its fields are."""
        return bool(self.corrected or self.cleared or self.refuse)

    def __bool__(self) -> bool:
        return bool(self.accepted) or self.changes


def as_named(root: Path, what: str) -> str:
    """WHAT as the archive names it. A file may be named from the current folder, as shells complete it, or in full, and
    a record of it behind `#`."""
    if not any(sign in what for sign in "./\\"):  # the id of an article
        return what
    for end in (len(what), *(at for at, sign in enumerate(what) if sign == "#")):
        for given in (root / what[:end], Path(what[:end]).absolute()):
            file = Path(os.path.normpath(given.parent)).resolve() / given.name
            if is_there(file):
                place = file.relative_to(root) if file.is_relative_to(root) else file
                return place.as_posix() + what[end:]
    return what


def find_file(files: list[ArticleFile], what: str) -> ArticleFile | None:
    """The file of the article that has this id or place."""
    return next((each for each in files if each.article and what in (each.article.id, each.path.as_posix())), None)


def decide(root: Path, what: str, asked: Asked, files: list[ArticleFile]) -> None:
    """Record what was asked for, and apply it. Raises MisuseError where there is nothing of that name."""
    file = find_file(files, what)
    if file is None or file.article is None:
        _decide_document(root, what, asked)
        return
    by_editor = is_edited(file.text)
    if by_editor and asked.changes:
        raise MisuseError(edited(file.path))
    decisions = load_decisions(root)
    for decision in _decisions_of(file.article, asked, by_editor=by_editor):
        decisions = with_decision(decisions, decision)
    write_decisions(root, decisions)
    if by_editor:
        click.echo(f"{file.path.as_posix()}: noted; the file stays as it is")
        return
    written = apply_decisions(root, file.article, decisions)
    click.echo(f"{written.place}: decided; `sijill build` shows it" + (f". {_UNDO}" if asked.refuse else ""))


def _decisions_of(article: Article, asked: Asked, *, by_editor: bool) -> list[Decision]:
    """The decisions that are asked for; what a person has decided of a field is not asked about again when it is
    accepted."""
    made = [
        Decision(Verdict.CORRECTED, article.id, field, values, note=asked.note)
        for field, values in asked.corrected.items()
    ]
    for verdict, fields in ((Verdict.ACCEPTED, asked.accepted), (Verdict.REFUSED, asked.cleared)):
        for field in fields:
            rule = None if by_editor or is_decided(article, field) else rule_of(article, field)
            if verdict is Verdict.ACCEPTED and is_decided(article, field):
                continue
            seen = rule.written if rule else None
            made.append(Decision(verdict, article.id, field, seen=seen, note=asked.note))
    if asked.refuse:
        made.append(Decision(Verdict.REFUSED, article.id, note=asked.note))
    return made


def _decide_document(root: Path, what: str, asked: Asked) -> None:
    """Refuse a document that waits, or one record of it. Raises MisuseError where none of that name waits."""
    waiting = load_set_aside(root)
    meant = [each for each in waiting if what in (each.document, f"{each.document}#{each.record}")]
    if not meant:
        if not asked and _tell_refused(root, what):
            return
        raise MisuseError(unknown(what))
    if asked.accepted or asked.corrected or asked.cleared:
        raise MisuseError(no_article(what))
    if not asked.refuse:
        for each in meant:
            click.echo(f"{each.document}: {each.what}\n  {each.cure}")
        return
    record = meant[0].record if what != meant[0].document else None
    seen = meant[0].state if record else meant[0].sha256
    decision = Decision(
        Verdict.REFUSED, document=meant[0].document, record=record or None, seen=seen or None, note=asked.note
    )
    write_decisions(root, with_decision(load_decisions(root), decision))
    write_set_aside(root, [each for each in waiting if each not in meant])
    click.echo(f"{visible(what)}: refused; it is not taken in again, unless it changes. {_UNDO}")


def _tell_refused(root: Path, what: str) -> bool:
    """Tell of a document, or a record, that a person has refused, how that is undone; gives whether it is one."""
    refused = (each for each in load_decisions(root) if each.verdict is Verdict.REFUSED and each.document)
    names = {f"{each.document}#{each.record}" if each.record else each.document for each in refused}
    if what in names:
        click.echo(f"{visible(what)}: refused by a person. {_UNDO}")
    return what in names
