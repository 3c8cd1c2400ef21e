"""The rule that a claim writes into an article's provenance.

Not for which claim settles a field (claims).
"""

from __future__ import annotations

from generator.model.article import Rule
from generator.model.source import Claim, Draft


def claim_rule(claim: Claim, *, raw: str = "") -> Rule:
    """The rule of the field that a claim settles; `raw` is what stands in the source where that is not the value."""
    return Rule(claim.name.value, claim.sure, claim.rule, raw or claim.raw)


def rules_with(draft: Draft, *rules: Rule) -> tuple[Rule, ...]:
    """The draft's rules with these in the place of those for the same fields."""
    named = {rule.field for rule in rules}
    return (*(rule for rule in draft.rules if rule.field not in named), *rules)
