"""What a process that plans one archive again and again takes from one plan to the next: what cannot have changed.

A plan made with a recollection is the one made without. Not for what is settled (`settled`), which recalls itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.language import Language
from generator.publish.keyed import KeyedPage
from generator.publish.records import Faces
from generator.publish.related import look_back, look_back_again
from generator.publish.settled import EditionPlan, Settled


@dataclass(slots=True)
class Recollection:
    """What is kept of the last plan: what was settled, the faces of the articles by place, and in each language what
    the dated articles look back at and the pages of all articles, by place."""

    settled: Settled | None = None
    faces: Mapping[str, bytes] = field(default_factory=dict)
    past: dict[Language, Sequence[bytes]] = field(default_factory=dict)
    pages: dict[Language, Mapping[str, KeyedPage]] = field(default_factory=dict)

    def keep(self, now: Recollection) -> None:
        """Keep what is known of a newer plan instead."""
        self.settled, self.faces, self.past, self.pages = now.settled, now.faces, now.past, now.pages


def recall_faces(settled: Settled, last: Recollection) -> dict[str, bytes]:
    """Give the face of every article that is shown, by place; those of the same records are as they were."""
    make = Faces(settled.basis.vocabulary)
    records = settled.admitted.records
    before = last.settled
    same = before is not None and before.basis.vocabulary is settled.basis.vocabulary
    old = before.admitted.records if before is not None and same else {}
    return {
        article.place: last.faces[article.place]
        if old.get(article.place) is records[article.place]
        else make.of(article, records[article.place])
        for article in (*settled.admitted.published, *settled.admitted.withdrawn)
    }


def recall_past(each: EditionPlan, faces: Mapping[str, bytes], settled: Settled, last: Recollection) -> Sequence[bytes]:
    """Give what each dated article of an edition looks back at (`look_back`)."""
    holdings, lang = each.holdings, each.edition.lang
    before = last.settled
    if before is None or not (settled.renewed or holdings.dated is before.edition(lang).holdings.dated):
        return look_back(holdings, faces)
    changed = [article.place for article in holdings.dated if faces[article.place] != last.faces[article.place]]
    return look_back_again(last.past[lang], holdings, faces, changed)
