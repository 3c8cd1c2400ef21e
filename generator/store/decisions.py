"""content/decisions.yml: what people decided of ingested articles and of documents that were set aside.

Written by `sijill review`, and by hand. Only the file; what a decision does to an article is ingest's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import yaml

from generator.errors import Problem
from generator.model.decision import Decision, Verdict
from generator.store.configuration import load_yaml, raise_errors
from generator.store.corrected_values import corrected_value, form_of
from generator.store.field_reading import read_fields
from generator.store.field_writing import render_fields
from generator.store.files import write_file
from generator.store.front_matter import Field, Kind
from generator.store.yaml_nodes import Faults, describe

DECISIONS = Path("content/decisions.yml")
# A field that an article cannot be without.
_NEEDED = "title"
# Fields that a person can correct by a decision: those that ingest fills in and that do not follow from others.
DECIDABLE = (
    "title",
    "date",
    "updated",
    "source",
    "tags",
    "url",
    "kicker",
    "description",
    "authors",
    "translator",
    "dateline",
    "rights",
)
CLEARABLE = tuple(each for each in DECIDABLE if each != _NEEDED)
_HEAD = "# What people decided of articles and documents. `sijill review` writes this file; it may be edited.\n"
_BY = "`sijill review`, or the editor"
_EXPECTED = "`- decision: …` for each decision"

DECISION_FIELDS = (
    Field(
        "decision",
        Kind.CHOICE,
        "What was decided.",
        '"corrected"',
        _BY,
        required=True,
        choices=tuple(verdict.value for verdict in Verdict),
    ),
    Field("article", Kind.TEXT, "The id of the article.", '"1f0c9a7e"', _BY),
    Field("field", Kind.CHOICE, "The field of the article.", '"date"', _BY, choices=DECIDABLE),
    Field("values", Kind.TEXTS, "What the field is to say.", '["2025-06-02"]', _BY),
    Field(
        "seen",
        Kind.TEXT,
        "What was accepted: the field's rule, or a wording's digest; the state in which something is refused (without "
        "it, in any).",
        '"date | likely | url"',
        _BY,
    ),
    Field(
        "document",
        Kind.TEXT,
        "The document that is refused, or whose wording was seen.",
        '"content/sources/al-marsad/0001.txt"',
        _BY,
    ),
    Field("record", Kind.TEXT, "Which record of the document.", '"1204"', _BY),
    Field("note", Kind.TEXT, "Why.", '"The date stands in the printed edition."', _BY),
)


def load_decisions(root: Path) -> tuple[Decision, ...]:
    """All decisions, in the order written; none where there is no file.

    Raises ConfigurationError where it is broken.
    """
    decisions, problems = read_decisions(root)
    raise_errors(problems)
    return decisions


def read_decisions(root: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Like `load_decisions`, but gives what could be read, and every problem."""
    node, faults = load_yaml(root, DECISIONS)
    if node is None:
        return (), tuple(faults.problems)
    if not isinstance(node, yaml.SequenceNode):
        faults.reject("no-list", "this is no list", 1, expected=_EXPECTED, found=describe(node), cure="begin with `- `")
        return (), tuple(faults.problems)
    read = (_read_decision(element, faults) for element in node.value)
    return tuple(decision for decision in read if decision is not None), tuple(faults.problems)


def write_decisions(root: Path, decisions: Iterable[Decision]) -> None:
    """Write the decisions, sorted by what they are of; without any there is no file. Raises OSError."""
    rows = sorted(decisions, key=_place)
    if not rows:
        (root / DECISIONS).unlink(missing_ok=True)
        return
    write_file(root / DECISIONS, (_HEAD + "".join(map(_render, rows))).encode())


def with_decision(decisions: Iterable[Decision], decision: Decision) -> tuple[Decision, ...]:
    """The decisions with one more, which takes the place of an earlier one of the same thing."""
    return (*(each for each in decisions if _place(each) != _place(decision)), decision)


def _place(decision: Decision) -> tuple[str, str, str, str, str]:
    refused = decision.document and decision.verdict is Verdict.REFUSED
    seen = (decision.seen or "") if refused else ""  # several states of one document may be refused
    return decision.article or "", decision.field or "", decision.document or "", decision.record or "", seen


def _read_decision(element: yaml.Node, faults: Faults) -> Decision | None:
    """One decision; None where it cannot be used."""
    line = faults.line_of(element)
    if not isinstance(element, yaml.MappingNode):
        found, cure = describe(element), "write `- decision: …`, and below it what it is of"
        faults.reject("no-mapping", "this is no decision", line, expected=_EXPECTED, found=found, cure=cure)
        return None
    known = len(faults.problems)
    values, _ = read_fields(element, DECISION_FIELDS, faults)
    decision = Decision(**{"verdict": Verdict(str(values.pop("decision", "accepted"))), **values})  # type: ignore[arg-type]  # the table of fields says the types
    missing = _missing(decision, values)
    if missing and len(faults.problems) == known:
        faults.reject(
            "missing-key",
            f"a decision that something is {decision.verdict} needs {missing}",
            line,
            expected=missing,
            found=", ".join(values) or "nothing",
            cure="add it, or delete the decision",
        )
    elif len(faults.problems) == known and not _can_be(decision):
        _reject_value(decision, line, faults)
    return None if missing or len(faults.problems) > known else decision


def _can_be(decision: Decision) -> bool:
    """Whether a correction gives the field what it can have, and none is refused that must be there."""
    if decision.verdict is Verdict.REFUSED and decision.field == _NEEDED:
        return False
    corrects = decision.verdict is Verdict.CORRECTED and decision.field is not None
    return not corrects or corrected_value(decision.field or "", decision.values) is not None


def _reject_value(decision: Decision, line: int, faults: Faults) -> None:
    field = decision.field or ""
    faults.reject(
        "no-value",
        f"`{field}` cannot be corrected to this",
        line,
        expected=form_of(field),
        found=", ".join(decision.values) or "nothing",
        cure="correct `values`, or delete the decision",
    )


def _missing(decision: Decision, values: dict[str, object]) -> str:
    """What a decision needs and does not say; empty where it says all."""
    if decision.verdict is Verdict.REFUSED and decision.field is None:
        return "" if decision.article or decision.document else "`article` or `document`"
    if decision.verdict is Verdict.ACCEPTED and decision.document:
        return "" if decision.article else "`article`"
    needed = ["article", "field"] + (["values"] if decision.verdict is Verdict.CORRECTED else [])
    return " and ".join(f"`{name}`" for name in needed if name not in values)


def _render(decision: Decision) -> str:
    said = {name: value for name, value in asdict(decision).items() if value not in (None, ())}
    said["decision"] = said.pop("verdict").value
    lines = render_fields(said, DECISION_FIELDS)
    return "- " + "\n  ".join(lines) + "\n"
