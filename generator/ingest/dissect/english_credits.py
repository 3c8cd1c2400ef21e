"""Lines below English wire stories that say who reported, wrote, edited and helped, with where each of them was.

`(Reporting by Jane Doe in Cairo and John Roe; Editing by Ann Lee)`; `Jane Doe in Cairo contributed to this report.` Not
for one label with a name (`labels`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.label_values import Field
from generator.model.publisher import Label

_LONGEST = 400
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:al|el|de|van|von|bin|der)[ -]){0,2}[A-Z][\w.'’-]*){1,3}"
_PLACES = r"(?: (?:in|at|from) (?:the )?[A-Z][\w.'’-]+(?:,? (?:and )?(?:of )?[A-Z][\w.'’-]+){0,3}?)?"
_PEOPLE = rf"{_NAME}{_PLACES}(?:(?:,|,? and| with) {_NAME}{_PLACES}){{0,7}}"
_CLAUSE = re.compile(
    r"(?P<verb>(?:additional |further )?(?:reporting|writing|editing)(?: and (?:reporting|writing|editing))?) by "
    rf"(?-i:(?P<people>{_PEOPLE}))\.?",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[;.]\s*(?=(?i:additional |further )?(?i:reporting|writing|editing)\b)")
_ONE = re.compile(rf"(?:^|, (?:and )?| and | with )(?P<name>{_NAME})(?={_PLACES}(?:,| and | with |$))")
_HELPED = re.compile(
    r"(?:[^\"“”.!?]|\b(?:Mr|Ms|Mrs|Dr|St|[A-Z])\.){5,160} "
    r"(?:contributed (?:reporting|research|to (?:this|the) (?:report|story|article|coverage))\b[^\"“”.!?]{0,80}|"
    r"reported from [A-Z][\w.'’-]+(?:,? (?:and )?(?:from )?[A-Z][\w.'’-]+){0,8})\.?"
)
_SENTENCES = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)\.\s+")
_SIGNS = " ()[]*_—–-"


def read_wire_credits(text: str) -> tuple[Field, ...]:
    """The people that a whole line below a text credits, each clause with its own; nothing of another line."""
    if len(text) > _LONGEST:
        return ()
    bare = text.strip(_SIGNS)
    if " by " in bare and (clauses := [_CLAUSE.fullmatch(clause) for clause in _END.split(bare)]):
        return tuple(field for one in clauses if one for field in _fields_of(one)) if all(clauses) else ()
    if ("contributed" not in bare and "reported from" not in bare) or not bare[:1].isupper():
        return ()
    are_credits = all(_HELPED.fullmatch(sentence) for sentence in _SENTENCES.split(bare))
    return (Field(Label.ASIDE, text, text),) if are_credits else ()


def _fields_of(clause: re.Match[str]) -> tuple[Field, ...]:
    verb, text = clause["verb"].lower(), clause.group()
    if verb.startswith(("additional", "further")):
        return (Field(Label.ASIDE, text, text),)
    label = Label.EDITOR if verb.startswith("editing") else Label.AUTHOR
    return tuple(Field(label, one["name"], text) for one in _ONE.finditer(clause["people"]))
