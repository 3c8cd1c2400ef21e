"""Another document's wording of an article that the archive has already: told until a person has seen it.

Not for a newer state of an article's own source (`edited`, `overwriting`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.errors import Problem, Severity
from generator.model.article import Article
from generator.model.decision import Decision, Verdict

# The code of the problem, by which the ledger and `sijill review` know it.
OTHER_WORDING = "merged-with-differences"
WORDING = ("title", "kicker", "description", "body")


def is_seen(decisions: Iterable[Decision], found: Article) -> bool:
    """Whether a person has seen this wording: the same text of the same record of a document."""
    seen = _wording(found)
    return any(
        each.verdict is Verdict.ACCEPTED and (each.document, each.record, each.seen) == seen for each in decisions
    )


def as_seen(identity: str, found: Article, note: str | None = None) -> Decision:
    """The decision that a person has seen this wording of the article with that id."""
    document, record, seen = _wording(found)
    return Decision(Verdict.ACCEPTED, identity, seen=seen, document=document, record=record, note=note)


def _wording(found: Article) -> tuple[str | None, str | None, str]:
    """Document, record, and the digest of a wording."""
    provenance = found.provenance
    text = "\n".join(str(getattr(found, name) or "") for name in WORDING)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return (provenance.document, provenance.record, digest) if provenance else (None, None, digest)


def tell_other_wording(found: Article, same: Article) -> Problem:
    """That another document tells an article in other words."""
    provenance = found.provenance
    document = provenance.document if provenance else ""
    return Problem(
        OTHER_WORDING,
        f"the article is in the archive already, with a slightly different text: {found.title}",
        same.path,
        expected="one text",
        found=f"another wording in {document}",
        cure=f"sijill review {same.id} shows both; --keep leaves the archive's, --take all takes the other",
        severity=Severity.WARNING,
        record=(provenance.record or "") if provenance else "",
    )
