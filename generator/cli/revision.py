"""`sijill review` of an article that a person has edited and whose source has changed: both shown, one or both taken.

What is put together, and how, `ingest.revising` knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import click

from generator.cli.options import print_json
from generator.cli.review_problems import contradicting, no_field, nobody_knows, nothing_changed, two_ways, two_wordings
from generator.errors import MisuseError, visible
from generator.ingest.merging import split_blocks
from generator.ingest.other_wordings import OTHER_WORDING, WORDING, as_seen
from generator.ingest.review import CHANGED
from generator.ingest.revising import (
    ALL,
    FIELDS,
    Difference,
    Revision,
    differences,
    find_revision,
    keep_mine,
    put_together,
    take_fields,
    take_source,
    take_wording,
)
from generator.store.articles import ArticleFile
from generator.store.decisions import load_decisions, with_decision, write_decisions
from generator.store.set_aside import SetAside, load_set_aside, write_set_aside

_CODES = (CHANGED, OTHER_WORDING)
_HINT_OF_WORDING = "decide: sijill review {id} --keep | --take all | --take {field}"
_HINT = "decide: sijill review {id} --both | --keep | --take all | --take {field}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants: theirs (`keep`), the source's fields (`take`; `all` of them), or what does not contradict
    each other of both. Raises MisuseError where that is not one of them."""

    keep: bool = False
    both: bool = False
    take: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse more than one way, and fields that there are not."""
        if self.keep + self.both + bool(self.take) > 1:
            raise MisuseError(two_ways())
        for name in self.take:
            if name not in (ALL, *FIELDS):
                raise MisuseError(no_field(name, (ALL, *FIELDS)))

    def __bool__(self) -> bool:
        return self.keep or self.both or bool(self.take)


def revision_of(root: Path, file: ArticleFile, files: Sequence[ArticleFile]) -> Revision | None:
    """What is to be decided of an article; None where nothing is. What its own source says comes first."""
    entries = [entry for entry in load_set_aside(root) if _is_of(entry.article, file)]
    for document in dict.fromkeys(entry.document for code in _CODES for entry in entries if entry.code == code):
        found = find_revision(root, file, files, Path(document), datetime.now(UTC).date())
        if found is not None:
            return found
    return None


def choose(root: Path, file: ArticleFile, files: Sequence[ArticleFile], choice: Choice) -> str:
    """Do what a person wants; gives what was done, in words. Raises MisuseError where it cannot be, and OSError."""
    revision = revision_of(root, file, files)
    if revision is None:
        raise MisuseError(nothing_changed(file.path))
    told = _choose_wording(root, revision, choice) if revision.proposal.other else _choose(root, revision, choice)
    waiting = load_set_aside(root)
    write_set_aside(root, [each for each in waiting if not _is_settled(each, file, revision)])
    return told


def _is_settled(entry: SetAside, file: ArticleFile, revision: Revision) -> bool:
    """Whether what waits is what was decided just now."""
    if not revision.proposal.other:
        return entry.code == CHANGED and _is_of(entry.article, file)
    found = revision.proposal.plain.provenance
    is_it = found is not None and (entry.document, entry.record) == (found.document, found.record or "")
    return entry.code == OTHER_WORDING and _is_of(entry.article, file) and is_it


def _choose_wording(root: Path, revision: Revision, choice: Choice) -> str:
    """Choose between the archive's text and that of another document. Raises MisuseError where both are wanted: neither
    was made of the other."""
    if choice.both:
        raise MisuseError(two_wordings(revision.mine.path, revision.mine.id))
    names = WORDING if ALL in choice.take else choice.take
    if names:
        take_wording(root, revision, names)
    decided = as_seen(revision.mine.id, revision.proposal.plain)
    write_decisions(root, with_decision(load_decisions(root), decided))
    if not names:
        return "the archive's text stays; this wording is not asked about again"
    return f"taken from the other document: {', '.join(names)}; the article is yours from now on"


def _choose(root: Path, revision: Revision, choice: Choice) -> str:
    if choice.keep:
        keep_mine(root, revision)
        return "yours stays; this change of the source is not asked about again"
    if ALL in choice.take:
        take_source(root, revision)
        return "the source's text stands, and follows its source again"
    if choice.take:
        take_fields(root, revision, choice.take)
        return f"taken from the source: {', '.join(choice.take)}; the rest stays yours"
    both = revision.both
    if both is None:
        raise MisuseError(nobody_knows(revision.mine.path, revision.mine.id))
    article, conflicts = both
    if conflicts:
        raise MisuseError(contradicting(revision.mine.path, revision.mine.id, conflicts))
    put_together(root, revision, article)
    return "your changes and the source's stand together"


def show_revision(revision: Revision) -> None:
    """Show what the source changed beside what the person wrote, and how to decide."""
    known = revision.proposal.base is not None
    other = revision.proposal.plain.provenance if revision.proposal.other else None
    if other is not None:
        click.echo(f"  {visible(other.document)} has another wording of it:")
    else:
        click.echo("  the source changed:" if known else "  the source differs from your version in:")
    conflicts = revision.both[1] if revision.both else ()
    found = differences(revision)
    for each in found:
        click.echo(f"    {each.field}" + ("  (you changed it too, otherwise)" if each.field in conflicts else ""))
        for line in _lines_of(each, known=known):
            click.echo(f"      {line}")
    field = found[0].field if found else "title"
    hint = _HINT_OF_WORDING if other is not None else _HINT
    click.echo(f"  {hint.format(id=revision.mine.id, field=field)}")


def print_revision(revision: Revision) -> None:
    """The same for programs."""
    both = revision.both
    print_json(
        {
            "article": revision.mine.id,
            "path": revision.mine.place,
            "known_before": revision.proposal.base is not None,
            "conflicts": list(both[1]) if both else None,
            "differences": [
                {"field": each.field, **{name: _plain(getattr(each, name)) for name in ("before", "mine", "source")}}
                for each in differences(revision)
            ],
        }
    )


def _is_of(place: str, file: ArticleFile) -> bool:
    return place == file.path.as_posix()


def _lines_of(difference: Difference, *, known: bool) -> Iterator[str]:
    """The lines that show how a field differs: `-` before, `+` now, `=` the person's; a body block by block."""
    if difference.field == "body":
        before = str(difference.before if known else difference.mine)
        yield from _blocks(split_blocks(before), split_blocks(str(difference.source)))
        return
    if known:
        yield f"- {_shown(difference.before)}"
    yield f"+ {_shown(difference.source)}"
    if not known or difference.mine != difference.before:
        yield f"= {_shown(difference.mine)}  (yours)"


def _blocks(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    for kind, start, end, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"- {visible(' '.join(block.split()))}" for block in before[start:end])
            yield from (f"+ {visible(' '.join(block.split()))}" for block in now[first:last])


def _shown(value: object) -> str:
    plain = _plain(value)
    return visible(", ".join(map(str, plain)) if isinstance(plain, list) else str(plain)) if plain else "nothing"


def _plain(value: object) -> object:
    """A field's value as text, or a list of texts."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, str | bool) else str(getattr(value, "iso", value))
