"""What people decided, laid over the articles as they were found. Pure.

So decided fields survive whenever a document is read again, and all other fields follow the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.model.article import Article, Rule, Status, Sureness
from generator.model.decision import Decision, Verdict
from generator.model.source import FieldName
from generator.store.corrected_values import corrected_value

PERSON = "person"
_SEVERAL = frozenset({"authors", "tags"})


def by_article(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions of articles, by the article's id."""
    found: dict[str, tuple[Decision, ...]] = {}
    for decision in decisions:
        if decision.article is not None:
            found[decision.article] = (*found.get(decision.article, ()), decision)
    return found


def decide(article: Article, decisions: Mapping[str, Sequence[Decision]], identity: str) -> Article:
    """The article with what was decided of the one that has this id."""
    for decision in decisions.get(identity, ()):
        if decision.verdict is Verdict.REFUSED and decision.field is None:
            article = replace(article, status=Status.WITHDRAWN)
        elif decision.field is not None:
            article = _decide_field(article, decision.field, decision)
    return article


def _decide_field(article: Article, field: str, decision: Decision) -> Article:
    rule = rule_of(article, field)
    another = decision.seen is not None and decision.seen != (rule.written if rule else None)
    if decision.verdict is not Verdict.CORRECTED and another and not is_decided(article, field):
        return article
    if decision.verdict is Verdict.ACCEPTED:
        return _with_rule(article, Rule(field, Sureness.SURE, PERSON, rule.raw if rule else "unknown"))
    value = corrected_value(field, decision.values)
    if value is None and decision.verdict is Verdict.CORRECTED:
        return article
    if value is None and field in _SEVERAL:
        value = ()
    article = replace(article, **{field: value}, **({"date_hints": ()} if field == "date" else {}))  # type: ignore[arg-type]  # a field's name and its type
    return _with_rule(article, Rule(field, Sureness.SURE, PERSON, rule.raw if rule else ""))


def is_decided(article: Article, field: str) -> bool:
    """Whether a field has what a person decided, by its rule."""
    rule = rule_of(article, field)
    return rule is not None and rule.rule == PERSON


def rule_of(article: Article, field: str) -> Rule | None:
    """The rule by which a field was found, or None."""
    rules = article.provenance.rules if article.provenance else ()
    return next((rule for rule in map(Rule.parse, rules) if rule is not None and rule.field == field), None)


def _with_rule(article: Article, rule: Rule) -> Article:
    provenance = article.provenance
    if provenance is None:
        return article
    kept = (text for text in provenance.rules if text.partition(" | ")[0] != rule.field)
    rules = sorted((*kept, rule.written), key=order_of_rule)
    return replace(article, provenance=replace(provenance, rules=tuple(rules)))


_ORDER = {name.value: place for place, name in enumerate(FieldName)}


def order_of_rule(written: str) -> int:
    """The place of a rule among those of an article: that of its field."""
    return _ORDER.get(written.partition(" | ")[0], len(_ORDER))
