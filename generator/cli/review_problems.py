"""What can be wrong with a decision that is given to `sijill review`, as problems.

Not for what is doubtful in the archive: that is `ingest.review`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.errors import Problem, visible
from generator.store.corrected_values import form_of
from generator.store.decisions import CLEARABLE, DECIDABLE


def nothing_named() -> Problem:
    """Options that decide without anything to decide on."""
    return Problem(
        "nothing-named",
        "nothing is named that is to be decided",
        expected="an article's id or file, or a document",
        found="only options",
        cure="sijill review 1f0c9a7e --accept date",
    )


def no_value(text: str, field: str) -> Problem:
    """A field that cannot be decided, or a value that it cannot have."""
    return Problem(
        "no-value",
        f"this cannot be decided: {visible(text)}",
        expected=form_of(field) if field in DECIDABLE else f"FIELD or FIELD=VALUE with one of {', '.join(DECIDABLE)}",
        found=visible(text),
        cure="sijill review 1f0c9a7e --set date=2025-06-02",
    )


def not_clearable(field: str) -> Problem:
    """A field that cannot be left empty, or that there is not."""
    return Problem(
        "no-value",
        f"this cannot be left empty: {visible(field)}",
        expected=f"one of {', '.join(CLEARABLE)}",
        found=visible(field),
        cure="sijill review 1f0c9a7e --clear authors",
    )


def decided_twice(field: str) -> Problem:
    """A field of which two things are wanted at once."""
    return Problem(
        "two-ways",
        f"of one field only one thing can be decided: {visible(field)}",
        expected="one of --accept, --set and --clear for a field",
        found="several",
        cure="--accept leaves what was found, --set gives what is right, --clear leaves the field empty",
    )


def unknown(what: str) -> Problem:
    """A name that no article and no waiting document has."""
    return Problem(
        "unknown-name",
        f"there is no article and no waiting document of this name: {visible(what)}",
        expected="an article's id or file, or a document that was set aside",
        found=visible(what),
        cure="`sijill review` lists what waits; `sijill explain` with a document names the articles made of it",
    )


def no_article(what: str) -> Problem:
    """A document of which no field can be decided yet."""
    return Problem(
        "no-article",
        f"this document has no article yet whose fields could be decided: {visible(what)}",
        expected="--refuse, or a document that goes through",
        found="--accept or --set",
        cure="mend the document as `sijill review` says, and run `sijill ingest`",
    )


def edited(path: Path) -> Problem:
    """An article that belongs to its editor."""
    return Problem(
        "edited-by-a-person",
        "a person has edited this article, and ingest leaves it alone",
        path,
        expected="an article as the program wrote it",
        found="a person's edits",
        cure="change the field in the file itself",
    )


def nothing_changed(path: Path) -> Problem:
    """An article of which there is nothing to keep or take."""
    return Problem(
        "nothing-changed",
        "there is nothing to decide between: no change of the source waits for this article",
        path,
        expected="an article that a person has edited and whose source has changed since",
        found="one that is not listed so",
        cure="run `sijill ingest`, which looks at the sources, and `sijill review`, which lists what it found",
    )


def two_ways() -> Problem:
    """More than one of --keep, --take and --both."""
    return Problem(
        "two-ways",
        "of --keep, --take and --both only one can be done",
        expected="one of them",
        found="several",
        cure="--keep leaves yours, --take all takes the source's, --take title only that, --both what does not clash",
    )


def no_field(name: str, known: Sequence[str]) -> Problem:
    """A field that cannot be taken from the source."""
    return Problem(
        "no-field",
        f"there is no such field to take: {visible(name)}",
        expected=f"one of {', '.join(known)}",
        found=visible(name),
        cure="--take all, or one field; given again, several",
    )


def two_wordings(path: Path, identity: str) -> Problem:
    """Two documents' wordings of one article cannot be put together by themselves."""
    return Problem(
        "two-wordings",
        "the archive's text and the other document's cannot be put together: neither was made of the other",
        path,
        expected="one of the two",
        found="--both",
        cure=f"sijill review {identity} --keep, --take all, or --take with the field whose other wording is better",
    )


def nobody_knows(path: Path, identity: str) -> Problem:
    """An article of which it is not known any more what the program had written."""
    return Problem(
        "unknown-before",
        "what the program had written before you edited it is not known any more, so it cannot tell your changes "
        "from those of the source",
        path,
        expected="the text of before, in .cache or content/sources/earlier-texts",
        found="none",
        cure=f"choose by field: sijill review {identity} --take body leaves your title, and takes the source's text",
    )


def contradicting(path: Path, identity: str, fields: Sequence[str]) -> Problem:
    """Fields that both changed, each otherwise."""
    return Problem(
        "contradiction",
        f"you and the source both changed {' and '.join(fields)}, each otherwise",
        path,
        expected="changes of which none touches another",
        found=", ".join(fields),
        cure=f"sijill review {identity} shows them; --take {fields[0]} takes the source's, --keep leaves all of yours; "
        "what you then write into the file by hand stays",
    )
