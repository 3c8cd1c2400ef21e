"""Lines below Arabic wire stories that say who reported, prepared and edited, and for which of the agency's services.

«(تغطية صحفية سامي هلال - إعداد رنا عيسى للنشرة العربية - تحرير منى حداد)», «(شارك في التغطية عمر سعد من بيروت)».
Not for one label with a name (`labels`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_person_like, split_names
from generator.model.publisher import Label

_LONGEST = 300
_LONGEST_NAME, _LONGEST_VERB = 4, 4  # words
_BRACKETED = re.compile(r"\(([^()]+)\)\.?")
_REPORTING = "تغطيه صحفيه|تغطيه اخباريه|تغطيه ميدانيه|تغطيه"
_WRITING = "اعداد وتحرير|كتابه وتحرير|تقرير وتحرير|اعداد|كتابه|تقرير|متابعه"
_EDITING = "تحرير ومراجعه|مراجعه وتحرير|تحرير|مراجعه"
_HELPING = (
    "(?:شارك|شاركت|شاركا|شاركوا|ساهم|ساهمت|اسهم|اسهمت) في (?:ال)?(?:تغطيه|اعداد|تقرير|كتابه)"
    "(?: (?:ال)?(?:صحفيه|تقرير|خبر))?|تغطيه اضافيه"
)
_VERB = re.compile(f"(?P<help>{_HELPING})|(?P<report>{_REPORTING})|(?P<write>{_WRITING})|(?P<edit>{_EDITING})")
_VERBS = re.compile(r"(?:شارك|ساهم|[أا]سهم|تغطي[ةه]|[إا]عداد|كتاب[ةه]|تقرير|متابع[ةه]|تحرير|مراجع[ةه])")
_END = re.compile(rf"\s*[؛;/]\s*|\s+[-–—]\s*|\s*[،,]\s*(?={_VERBS.pattern})")
_SERVICE = re.compile(r"(?:^|\s)(?:ل|في )(?:ل|ال)(?:نشرة|خدمة|طبعة|نسخة) (?:العربية|الإنجليزية)(?=\s|:|$)")
_PLACE = re.compile(r"\s(?:في|من)\s+[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15})?(?=\s+و|[،,]|$)")


def read_arabic_wire_credits(text: str) -> tuple[Field, ...]:
    """The people that a whole line below a text credits, each clause with its own; nothing of another line.

    One clause alone counts only where it stands in brackets or says a thing that a label does not.
    """
    if len(text) > _LONGEST or not _VERBS.search(text):
        return ()
    wrapped = _BRACKETED.fullmatch(text.strip())
    clauses = [clause for clause in _END.split(wrapped[1] if wrapped else text.strip(" .")) if clause.strip()]
    read = [_read_clause(clause) for clause in clauses]
    if not all(read) or (wrapped is None and len(clauses) < 2):
        return ()
    return tuple(field for fields in read for field in fields)


def _read_clause(clause: str) -> tuple[Field, ...]:
    """The fields of one clause: who did what. An editor is kept with the clause, and so is who helped."""
    words = _SERVICE.sub(" ", clause).split()
    for count in range(min(_LONGEST_VERB, len(words) - 1), 0, -1):
        verb = _VERB.fullmatch(key_of(" ".join(words[:count])))
        if verb is not None:
            names = split_names(_PLACE.sub("", " ".join(words[count:])))
            return _fields_of(verb, names, clause) if names and all(map(_is_name, names)) else ()
    return ()


def _fields_of(verb: re.Match[str], names: tuple[str, ...], clause: str) -> tuple[Field, ...]:
    if verb.lastgroup == "help":
        return (Field(Label.ASIDE, clause, clause),)
    label = Label.EDITOR if verb.lastgroup == "edit" else Label.AUTHOR
    fields = tuple(Field(label, name, clause) for name in names)
    return (*fields, Field(Label.ASIDE, clause, clause)) if _SERVICE.search(clause) else fields


def _is_name(name: str) -> bool:
    return 2 <= len(name.split()) <= _LONGEST_NAME and is_person_like(name)
