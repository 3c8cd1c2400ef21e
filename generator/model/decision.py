"""What a person has decided of an ingested article or of a document that was set aside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided: a field is right as it was found; it is to say something else; it is wrong and nobody knows
    better, or the whole is not wanted."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. It is of an article's field (`article` is the article's id), of a whole article (no `field`), or of
    a `document`, or the `record` of one, that is not to be taken in.

    Accepted with an article and a document: that document's other wording of it was seen; `seen` is its digest.

    `values` are the corrected field's new value, several for fields that hold several. `seen` is the field's rule as it
    stood when it was accepted, or the state of what was refused: another one is another question. `note` says why.
    """

    verdict: Verdict
    article: str | None = None
    field: str | None = None
    values: tuple[str, ...] = ()
    seen: str | None = None
    document: str | None = None
    record: str | None = None
    note: str | None = None
