"""Which of two texts of one article is the newer, and what the older one leaves to it.

Newer is what the source itself says: a later update, a later publication; else the later day on which it was taken.
"""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.decisions import order_of_rule
from generator.model.article import Article
from generator.model.dates import PublicationDate


def is_newer(one: Article, other: Article) -> bool:
    """Whether `one` is a newer or fuller text than `other` of the same article; False where nothing tells."""
    if one.partial != other.partial:
        return other.partial
    first, second = one.updated or one.date, other.updated or other.date
    if first is not None and second is not None and not _agree(first, second):
        return first.iso > second.iso
    mine, others = _taken(one), _taken(other)
    return bool(others) and mine > others and not mine.startswith(others)


def _agree(first: PublicationDate, second: PublicationDate) -> bool:
    """Whether two dates are one, perhaps told less exactly by one of them."""
    return first.iso.startswith(second.iso) or second.iso.startswith(first.iso)


def _taken(article: Article) -> str:
    taken = article.provenance.taken if article.provenance else None
    return taken.iso if taken else ""


def as_newer_version(found: Article, former: Article) -> Article:
    """A newer text of an article with what its earlier one tells: the day it was first published, and from where it
    came. A later day of publication is that of the update."""
    completed = former.partial and not found.partial  # a full text instead of an excerpt is no update
    if former.date is not None and (found.date is None or found.date.iso > former.date.iso) and not completed:
        found = _first_published(found, former)
    provenance = found.provenance
    if provenance is not None and former.provenance is not None:
        is_moved = former.provenance.sha256 == provenance.sha256  # the same bytes hold no earlier text
        earlier = dict.fromkeys((*former.provenance.earlier, *(() if is_moved else (former.provenance.document,))))
        earlier.pop(provenance.document, None)
        provenance = replace(provenance, earlier=tuple(earlier))
    aliases = tuple(dict.fromkeys((*former.aliases, *found.aliases)))
    return replace(found, aliases=aliases, provenance=provenance)


def _first_published(found: Article, former: Article) -> Article:
    """An article with the day of its earlier text and the rule that gave it; its own day is that of the update where it
    tells none."""
    date, updated, rules = found.date, found.updated, _rules_of(found, "date")
    is_update = updated is None and date is not None and former.date is not None and not _agree(date, former.date)
    renamed = [f"updated | {rule.partition(' | ')[2]}" for rule in rules if is_update]
    provenance = found.provenance
    if provenance is not None:
        others = (rule for rule in provenance.rules if rule not in rules)
        told = sorted((*others, *renamed, *_rules_of(former, "date")), key=order_of_rule)
        provenance = replace(provenance, rules=tuple(told))
    return replace(
        found,
        date=former.date,
        date_raw=former.date_raw,
        date_hints=former.date_hints,
        updated=date if is_update else updated,
        provenance=provenance,
    )


def _rules_of(article: Article, field: str) -> tuple[str, ...]:
    rules = article.provenance.rules if article.provenance else ()
    return tuple(rule for rule in rules if rule.startswith(f"{field} | "))
