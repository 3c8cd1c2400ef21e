"""Datelines: the place, day and agency at the head of an article's first paragraph (`القاهرة – رويترز:`).

They are read, not cut off: the paragraph keeps every letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.known import NOTHING, Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_agency, is_generic_credit, is_unlabelled_byline
from generator.ingest.dissect.place_names import OUTLETS_TOO, UPPER_PLACE, is_place
from generator.text.arabic import is_arabic
from generator.text.dates import is_worded_as_date
from generator.text.word_sets import word_set

_DASH = "[-–—―ـ]"
_BREAK = re.compile(rf"\s{_DASH}+\s|(?<=[)\w\u0600-\u06ff])[-–—―]\s|\s{_DASH}(?=\S)|[:：]\s|\)\s*{_DASH}+\s*")
_BRACKET = re.compile(r"\s*[(\[（](?P<inside>[^()\[\]]{1,60})[)\]）]")
# `أبوظبي في 5 ديسمبر / وام / أطلقت`: the agency between slashes, as Gulf agencies write it.
_SLASHED = re.compile(r"(?P<head>[^/\n:]{2,60}?)\s?/\s?(?P<agency>[^/\n]{1,32}?)\s?/[\s:–—-]*(?=\S)")
# `شفق نيوز/ أعلنت`: the agency alone.
_AGENCY_ALONE = re.compile(r"(?P<agency>[^\d/:()\n]{3,25}?)\s?/\s+(?=\S+\s+\S+\s+\S)")
# `رام الله 11-9-2020 وفا- عقد`: the day in numbers and the agency right behind the place.
_NUMBERED = re.compile(
    rf"(?P<place>[^\d:/]{{2,30}}?),? (?P<day>\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}),? "
    rf"[(\[]?(?P<agency>[^\s\d()\[\]]{{2,20}})[)\]]?\s?{_DASH}+\s*(?=\S)"
)
# `بكين 7 يناير 2024 (شينخوا) ربطت`: no sign between the agency and the text.
_BRACKETED = re.compile(
    r"(?P<place>[^\d:/()–—]{2,40}?)[,،/]?(?: ف[يى])? "
    r"(?P<day>(?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? )?[0-9٠-٩][^():\n]{2,45}?)"
    r" ?\((?P<agency>[^()\d]{2,25})\)\s*(?=\S)"
)
# `وطنية - صيدا - نفذ`: the agency before the place; the Lebanese one writes its name so.
_AGENCY_FIRST = re.compile(
    rf"(?P<agency>[^\d:/()–—-]{{2,25}}?)\s?{_DASH}\s?(?P<place>[^\d:/()–—-]{{2,30}}?)\s{_DASH}+\s*(?=\S)"
)
_EDITED = re.compile(r"\s*/\s*تحرير .*")  # «(وات/ تحرير نزيهة بن حميدة)»
_FIRST_ONLY = frozenset({"وطنيه"})
_ENDS_AGENCY = re.compile(rf"\s*(?:[:：]|{_DASH}+\s|\s{_DASH}|\.(?=\s))")
# An outlet nobody has listed: its initials, two words with capitals, or a word with a number (`Kurdistan 24`).
_ACRONYM = re.compile(r"[A-Z]{2,6}|[A-Z]\w+ (?:[A-Z]\w+|\d{1,3})")
_WEEKDAYS = word_set(
    "الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thurs fri sat sun"
)
# `عمّان 8 تموز (بترا) –`, `9 كانون الثاني`, `9 ربيع الأول 1445 هـ`: day and month right behind the place.
_SECOND_OF_MONTH = "(?:ال)?(?:[أا]ولى?|ثاني[ةه]?|[آا]خرة?|قعدة|حجة|مبارك)"
_DAY_BEHIND = re.compile(
    rf"(?<=[^\W\d]) (?=[0-9٠-٩]{{1,2}} [^\W\d]{{2,12}}(?:[ ]?/ ?[^\W\d]{{2,12}}| {_SECOND_OF_MONTH})*"
    r"(?: [0-9٠-٩]{4} ?(?:[مـ]|هـ)?)?$)"
)
# `الكويت - 9 - 1 (كونا) --`, `القاهرة - 9 يناير - أ ش أ:`: the day between the place's dash and the agency.
_DAY_AND_AGENCY = re.compile(
    rf"\s*(?P<day>[0-9٠-٩][^()\[\]:\n]{{1,30}}?)"
    rf"(?:\s*{_DASH}*\s*\(\s*(?P<inside>[^()]{{1,40}}?)\s*\)|\s+{_DASH}\s+(?P<behind>[^\d:()–—-]{{2,25}}?)\s*(?:[:：]|{_DASH}))"
)
# `Damascus, SANA- A museum …`, also with the line that is drawn below letters.
_BEHIND_COMMA = re.compile(r"(?P<place>[A-Z][\w' -]{2,30}), (?P<agency>[A-Z]{3,6}) ?[-–—_]+\s*(?=[A-Z“\"])")
_NUMBERS = re.compile(r"[0-9٠-٩]{1,4}(?:\s*[-–]\s*[0-9٠-٩]{1,4}){1,2}")
# `WASHINGTON (Aug. 13) -- `: a day without an agency.
_BRACKETED_DAY = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?", re.IGNORECASE
)
_LONGEST_UNKNOWN = 3  # words of a place that is not known
_QUOTES = " «»“”\"'"
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the place, the agency if one is named, and the words that may be a date."""

    place: str | None
    agency: str | None = None
    day: str | None = None


def read_dateline(paragraph: str, known: Known = NOTHING) -> Dateline | None:
    """The dateline with which `paragraph` begins, or None.

    Form: place[, day][ (agency)] then a dash or colon; a bare place before a dash counts in Arabic unless it opens a
    parenthesis between dashes, and in English in capitals or when the place is known.
    """
    slashed = _SLASHED.match(paragraph)
    if slashed is not None and is_credit(slashed["agency"], known):
        if is_worded_as_date(slashed["head"].strip()):  # «8 يناير 2024 /صحيفة الشعب/»: no place
            return Dateline(None, slashed["agency"], slashed["head"].strip())
        place, day = _split_day(slashed["head"].strip())
        if is_place(place, known):
            return Dateline(place, slashed["agency"], day or None)
    numbered = _NUMBERED.match(paragraph)
    if numbered is not None and is_credit(numbered["agency"], known) and is_place(numbered["place"], known):
        return Dateline(numbered["place"], numbered["agency"], numbered["day"])
    first = _AGENCY_FIRST.match(paragraph) or _BEHIND_COMMA.match(paragraph)
    if first is not None and _is_agency_first(first["agency"], first["place"], known):
        return Dateline(first["place"], first["agency"])
    for found in list(_BREAK.finditer(paragraph, 0, _LONGEST))[:3]:
        closes_bracket = found.group().lstrip().startswith(")")
        head, rest = paragraph[: found.start() + closes_bracket], paragraph[found.end() :]
        reading = _read_head(head.strip(), rest, found.group(), known)
        if reading is not None:
            return _with_following_agency(reading, rest, known)
    return _read_before_text(paragraph, known)


def _is_agency_first(agency: str, place: str, known: Known) -> bool:
    """Whether an agency stands before its place; an outlet's name may be a common word, and needs a known place."""
    if is_agency(agency) or key_of(agency) in _FIRST_ONLY:
        return not is_generic_credit(agency) and is_place(place, known)
    return is_credit(agency, known) and key_of(place) in known.places


def _read_before_text(paragraph: str, known: Known) -> Dateline | None:
    """A dateline with no sign between it and the text, or but a slash."""
    bracketed = _BRACKETED.match(paragraph)
    if bracketed is not None and is_agency(bracketed["agency"]) and is_place(bracketed["place"], known):
        return Dateline(bracketed["place"], bracketed["agency"], bracketed["day"])
    alone = _AGENCY_ALONE.match(paragraph)
    if alone is None or not is_credit(alone["agency"], known) or is_generic_credit(alone["agency"]):
        return None
    return Dateline(alone["agency"]) if key_of(alone["agency"]) in OUTLETS_TOO else Dateline(None, alone["agency"])


def read_dateline_alone(text: str, known: Known = NOTHING) -> Dateline | None:
    """The dateline that the whole line `text` is (`القاهرة – رويترز`, `LONDON (Reuters)`), or None.

    An agency must be named or the place known: a bare short line may be anything.
    """
    bare = text.strip(" :.-–—")
    if len(bare) > 70:
        return None
    reading = _split_head(bare, known)
    if reading.place is None or not is_place(reading.place, known):
        parts = [part.strip() for part in re.split(rf"\s*{_DASH}\s*|\s*[:/،,|]\s*", bare) if part.strip()]
        if len(parts) != 2:
            return None
        first, last = (part.strip(_QUOTES).strip("()") for part in parts)
        places_first = Dateline(first, last) if is_credit(last, known) else None
        is_sure = key_of(last) in known.places or not (":" in bare or is_generic_credit(first))
        is_sure = is_sure and (key_of(last) in known.places or " " not in last or not is_arabic(last))
        places_last = Dateline(last, first) if is_sure and is_credit(first, known) else None
        reading = places_first or places_last or Dateline(None)
    if reading.place is None or not is_place(reading.place, known):
        return None
    is_known = any(key_of(part) in known.places for part in (reading.place, *re.split(r"[,،]", reading.place)))
    is_short = len(reading.place.split()) < _LONGEST_UNKNOWN or (
        reading.agency is not None and is_agency(reading.agency)
    )
    return reading if is_known or (reading.agency and is_short) else None


def _read_head(head: str, rest: str, separator: str, known: Known) -> Dateline | None:
    reading = _split_head(head, known)
    if reading.place is None or not is_place(reading.place, known) or not rest.strip():
        return None
    if reading.agency or reading.day:
        return reading
    is_known = key_of(reading.place) in known.places
    if ":" in separator or "：" in separator:  # `AMMAN: The council`; «الأردن: …» begins many a paragraph
        return reading if is_known and reading.place.isupper() else None
    if is_known:
        return reading
    if is_arabic(reading.place):
        is_parted = _opens_parenthesis(rest, known) or _opens_byline(rest, known)
        return reading if _may_be_town(reading.place) and not is_parted else None
    return reading if UPPER_PLACE.fullmatch(reading.place) else None


def _may_be_town(text: str) -> bool:
    """Whether a place that nobody has listed may be one: no agency, nobody's name, no two words with the article."""
    words = text.split()
    is_phrase = len(words) > 1 and all(word.startswith("ال") for word in words)
    return len(words) <= 3 and not is_phrase and not is_agency(text) and not is_unlabelled_byline(text, by_form=False)


def _split_head(head: str, known: Known) -> Dateline:
    """Place, day and agency of the words before the dash."""
    agency = None
    bracket = _BRACKET.search(head)
    if bracket is not None:
        inside = bracket.group("inside").strip(" -–—")
        rest = (head[: bracket.start()] + head[bracket.end() :]).strip()
        if key_of(inside) in known.places and is_credit(rest, known):  # «الأخبار (نواكشوط)»
            return Dateline(inside, rest)
        if _BRACKETED_DAY.fullmatch(inside) and UPPER_PLACE.fullmatch(rest):
            return Dateline(rest, None, inside)
        if not is_credit(inside, known) and not (_ACRONYM.fullmatch(inside) and UPPER_PLACE.match(head)):
            return Dateline(None)
        head, agency = rest.strip(" -–—"), _EDITED.sub("", inside)
    if agency is None:
        parts = re.split(rf"\s+{_DASH}+\s*|\s*{_DASH}+\s+|\s*/\s*", head, maxsplit=1)
        if len(parts) == 2 and is_credit(parts[1], known):
            head, agency = parts[0].strip(), _without_quotes(parts[1])
    place, day = _split_day(head)
    return Dateline(place.strip(" ،,") or None, agency, day or None)


def _without_quotes(text: str) -> str:
    """`text` without the quotes around the whole of it."""
    bare = text.strip(_QUOTES)
    return bare if not re.search("[«»“”]", bare) else text.strip()


def _split_day(head: str) -> tuple[str, str]:
    """`بيروت، 3 أيار` or `CAIRO, May 3` into place and day; the day must hold a digit or be a weekday."""
    breaks = [*_DAY_BEHIND.finditer(head), *re.finditer(r"\s*[,،]\s+|\s+(?:في|فى|يوم)\s*:?\s+(?=\S*\s*[0-9٠-٩])", head)]
    for found in reversed(breaks):  # the place may have a comma too: `Duqm, Oman, 11 November`
        place, day = head[: found.start()], head[found.end() :]
        last = key_of(re.split(r"[,،]", place)[-1])
        if re.search(r"[0-9٠-٩]", place) or last in _WEEKDAYS:
            continue
        if re.search(r"[0-9٠-٩]", day) or key_of(day) in _WEEKDAYS:
            return place, day
    return head, ""


def _opens_parenthesis(rest: str, known: Known) -> bool:
    """Whether a second dash follows so soon that the first one opened an inserted clause."""
    found = re.search(rf"\s{_DASH}+[\s،,]|(?<=\w)[-–—―]+\s", rest[:80])
    if found is None or is_credit(rest[: found.start()], known):
        return False
    return _read_day_and_agency(rest, known) is None


def _opens_byline(rest: str, known: Known) -> bool:
    """Whether a few words and a colon follow that are no agency and nobody's name: then what stands before the dash may
    be an outlet, and these the place (`سبق- المخواة:`)."""
    found = re.match(r"\s*(?P<words>[^:：\n.،]{2,30}?)\s?[:：]\s", rest)
    words = found["words"] if found else ""
    return (
        0 < len(words.split()) <= 3 and not is_credit(words, known) and not is_unlabelled_byline(words, by_form=False)
    )


def _read_day_and_agency(rest: str, known: Known) -> tuple[str, str] | None:
    """The agency behind the dash of a place, and the day before it, if that is what stands there."""
    found = _DAY_AND_AGENCY.match(rest)
    agency = (found["inside"] or found["behind"]).strip() if found else ""
    if found is None or not is_credit(agency, known):
        return None
    day = found["day"].strip()
    return agency, re.sub(r"\s", "", day) if _NUMBERS.fullmatch(day) else day


def _with_following_agency(reading: Dateline, rest: str, known: Known) -> Dateline:
    """Add the agency that stands behind the dash: `القاهرة – رويترز: قال…`, `عمّان - بترا - أعلن…`. What is read as a
    place may be an agency alone, as before the text («وطنية - نفذ»)."""
    if reading.agency:
        return reading
    if key_of(reading.place or "") in _FIRST_ONLY:
        return Dateline(None, reading.place, reading.day)
    dated = _read_day_and_agency(rest, known) if reading.day is None else None
    if dated is not None:
        return Dateline(reading.place, *dated)
    for end in list(_ENDS_AGENCY.finditer(rest, 0, 42))[:4]:
        if end.start() and is_credit(rest[: end.start()], known):
            return Dateline(reading.place, rest[: end.start()].strip(' «»“”"()'), reading.day)
    bracket = re.match(r"\s*\(([^()]{1,40})\)", rest)
    if bracket is not None and is_credit(bracket.group(1), known):
        return Dateline(reading.place, bracket.group(1), reading.day)
    return reading
