"""The ledger of documents that did not go through: content/sources/set-aside.yml, one entry a document, with the cure.

Written by ingest, read by people and by `sijill status`. An entry goes when its document goes through or is removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import yaml

from generator.errors import ConfigurationError, Problem
from generator.store.documents import LEDGER
from generator.store.field_writing import quote, without_surrogates
from generator.store.files import write_file

_WORDS = ("what", "cure")  # for people: an entry is one without them
_ONLY_SOME = ("record", "article", "state")  # have a value in some entries only
_HEAD = "# Documents that wait for a person. `sijill ingest` writes this file; what goes through leaves it.\n"


@dataclass(frozen=True, slots=True)
class SetAside:
    """One document that waits: its path, digest (None where it could not be read), status (`set-aside` or `refused`),
    the problem's code, what is wrong, and what cures it; and the record that waits, where it is one of several;
    and the file of the article that a person has to decide on, where there is one already; and the state of the record,
    a digest of what it says."""

    document: str
    sha256: str | None
    status: str
    code: str
    what: str
    cure: str
    record: str = ""
    article: str = ""
    state: str = ""


def load_set_aside(root: Path) -> tuple[SetAside, ...]:
    """The ledger's entries, sorted by document; none where there is no ledger.

    Raises ConfigurationError where the file is not as the program writes it.
    """
    file = root / LEDGER
    if not file.is_file():
        return ()
    try:
        rows = yaml.safe_load(file.read_bytes().decode()) or []
        entries = [_entry(row) for row in rows]
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError, AttributeError) as error:
        raise ConfigurationError(
            Problem(
                "broken-ledger",
                "the ledger of set-aside documents cannot be read",
                LEDGER,
                expected="the list that `sijill ingest` writes",
                found=str(error).splitlines()[0],
                cure="`sijill ingest` writes it anew",
            )
        ) from error
    return tuple(sorted(entries, key=_place))


def write_set_aside(root: Path, entries: Iterable[SetAside]) -> None:
    """Write the ledger, sorted by document; without entries there is no file. Raises OSError."""
    rows = sorted(entries, key=_place)
    if not rows:
        (root / LEDGER).unlink(missing_ok=True)
        return
    write_file(root / LEDGER, (_HEAD + "".join(_render(row) for row in rows)).encode())


def _place(entry: SetAside) -> tuple[str, str, str]:
    return entry.document, entry.record, entry.article


def _entry(row: dict[str, object]) -> SetAside:
    texts = {field.name: row[field.name] for field in fields(SetAside) if field.name not in (*_WORDS, *_ONLY_SOME)}
    texts |= {name: row.get(name, "") for name in (*_WORDS, *_ONLY_SOME)}
    return SetAside(**{name: None if value is None else str(value) for name, value in texts.items()})  # type: ignore[arg-type]  # only sha256 is ever null in what we write


def _render(entry: SetAside) -> str:
    values = asdict(entry).items()
    lines = [
        f"{name}: {'null' if value is None else quote(without_surrogates(value))}"
        for name, value in values
        if value != "" or name not in _ONLY_SOME
    ]
    return "- " + "\n  ".join(lines) + "\n"
