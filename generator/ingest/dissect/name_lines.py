"""Lines of an article's head or foot that name who wrote it without saying so: a name alone, or with a place, an office
or an outlet beside it («ليلى حدّاد – بيروت», "Jane Doe, Staff Writer").

Only whole lines count. Not for bylines that a label announces (labels).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from generator.ingest.dissect.byline_kinds import Kind, kind_on_line
from generator.ingest.dissect.english_names import NEVER_IN_NAMES_EN
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import WITH_AGENCY, Field
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.name_words import HEADING_WORDS, ROLES, RUBRICS
from generator.ingest.dissect.names import (
    begins_with_given_name,
    has_words_of_role,
    is_agency,
    is_desk,
    is_generic_credit,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    sureness_of_name,
    without_address,
)
from generator.ingest.dissect.names_alone import listed, names_alone
from generator.ingest.dissect.place_names import is_place
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_LONGEST = 90
_MOST_PARTS, _MOST_WORDS_OF_ROLE, _MOST_WORDS_BESIDE = 4, 6, 5
_DIGITS = re.compile(r"\d")
_BREAK = re.compile(r"\s*[/|•·]\s*|\s+[-–—―ـ]+\s+|\s+[-–—―ـ]+(?=\S)|(?<=\S)[-–—―]\s+")
_BRACKET = re.compile(r"(?P<before>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")
_COLON = re.compile(r"(?P<place>[^:：]+?)\s*[:：]\s*(?P<person>[^:：]+)")
_COMMA = re.compile(r"\s*[،,]\s*")
_FROM = re.compile(r"(?P<person>.+?)\s+(?:in|at(?: the)?|من)\s+(?P<place>\S.*)")
_THANKED = re.compile(r"\s+(?:with|and|,)\s+(?P<name>[^,]{2,25})$", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<name>[^,]{2,25}?)(?:,\s+|\s+and\s+|\s+with\s+)(?=\S)", re.IGNORECASE)
_FOR = re.compile(r"\s+for\s+(?=(?:the\s+)?[A-Z])")
_JOINED = re.compile(r"(?<=[ء-ي])-(?=[ء-ي ]+$)")  # «أحمد سالم-نابلس»
_BY = re.compile(
    r"^(?:(?:posted|submitted|written|reported|exclusive|story|words|text|report)\s+)?by\s+", re.IGNORECASE
)


def read_name_line(text: str, known: Known) -> tuple[Field, ...]:
    """The authors that a whole line names with something beside them, and what that is; nothing where there is a doubt
    whether anybody is named."""
    stripped = text.strip(" .-–—|*\t")
    bare = _BY.sub("", stripped)
    if "@" in bare:  # without a word for it, it is whom to ask
        named = without_address(bare)
        if bare == stripped:
            found = read_name_line(named, known) if named != bare else ()
            return (*found, Field(Label.ASIDE, text, text)) if found else ()
        found = tuple(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names_alone(named))
        found = found or read_name_line(named, known)
        return (*found, Field(Label.ASIDE, text, text)) if found and named != bare else ()
    if len(bare) > _LONGEST or _counts(bare, known) or ends_sentence(text):
        return ()
    alone = _without_agencies(bare)
    if alone is not None:
        names = names_alone(alone)
        found = tuple(Field(Label.AUTHOR, name, name, sureness_of_name(name)) for name in names)
        found = found or read_name_line(alone, known)
        return (*found, Field(Label.ASIDE, text, text)) if found else ()
    for parts in _partings(bare):
        if 2 <= len(parts) <= _MOST_PARTS and (found := _read_parts(parts, text, known)):
            return found
    return _read_colon(bare, known) or _read_from(bare, known) or _read_behind_name(bare, text)


def _counts(text: str, known: Known) -> bool:
    """Whether there are digits in a line, an outlet's name apart («عربي21»)."""
    if _DIGITS.search(text) is None:
        return False
    return any(_DIGITS.search(part) and key_of(part) not in known.outlets for part in _BREAK.split(text))


def _without_agencies(text: str) -> str | None:
    """A line without the agencies named at its end (`Jane Doe and agencies`, «أحمد سالم ورويترز») or first in it (`AFP
    and Jane Doe`), if any are."""
    found = _THANKED.search(text)
    if found is not None and (is_agency(found["name"]) or is_generic_credit(found["name"])):
        return text[: found.start()]
    first = _BEFORE.match(text)
    if first is not None and is_agency(first["name"]):
        return text[first.end() :]
    with_agency = WITH_AGENCY.search(text)
    if with_agency is not None and (is_agency(with_agency["name"]) or is_generic_credit(with_agency["name"])):
        return text[: with_agency.start()]
    last = text.rpartition(" ")[2]
    return text[: -len(last)].rstrip() if last.startswith("و") and is_agency(last[1:]) else None


def _partings(text: str) -> Iterable[list[str]]:
    """The ways to take a line to pieces, at signs, at brackets, at commas."""
    yield [part for part in _BREAK.split(text) if part.strip()]
    bracket = _BRACKET.fullmatch(text)
    if bracket is not None:
        yield [bracket["before"], bracket["inside"]]
    yield [part for part in _COMMA.split(text) if part]
    yield _FOR.split(text)
    yield [part for piece in _BREAK.split(text) for part in _before_name(piece) if part.strip()]
    yield _JOINED.split(text)
    yield [part for piece in _BREAK.split(text) for part in _COMMA.split(piece) if part.strip()]


def _before_name(text: str) -> tuple[str, ...]:
    """A name behind «من», and what stands before that: «لندن - "القدس العربي" من أحمد سالم»."""
    before, _, name = text.partition(" من ")
    return (before, name) if name and begins_with_given_name(name) else (text,)


def _read_parts(parts: Sequence[str], text: str, known: Known) -> tuple[Field, ...]:
    """Names in one or several neighbouring parts, and beside them nothing but places, offices and outlets."""
    people = [_names_of(part, known) for part in parts]
    first = next((at for at, names in enumerate(people) if names), None)
    if first is None:
        return _read_by_form(parts, text, known)
    group = list(takewhile(bool, people[first:]))
    names = [name for each in group for name in each]
    rest = [*parts[:first], *parts[first + len(group) :]]
    beside = [facts for _, facts in (_read_beside(part, text, known) for part in rest)]
    if not rest or len(names) > _MOST_PARTS or not all(beside):
        return ()
    facts = [fact for each in beside for fact in each]
    return (*(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names), *facts)


def _names_of(part: str, known: Known) -> tuple[str, ...]:
    names = listed(part.removeprefix("من "))
    if key_of(part) in known.writers:
        return names
    if key_of(part) in known.places or key_of(part) in known.outlets or not names:
        return ()
    return names if all(is_unlabelled_byline(name, by_form=False) for name in names) else ()


def _read_beside(part: str, text: str, known: Known) -> tuple[Kind, tuple[Field, ...]]:
    """What stands beside a name, and the facts that it makes; none where it may be anything."""
    kind, name = kind_on_line(part, known)
    if kind is Kind.PLACE:
        return kind, (Field(Label.DATELINE, part, part, Sureness.LIKELY),)
    if kind is Kind.OUTLET:
        return kind, (Field(Label.SOURCE, name, part, Sureness.LIKELY),)
    return kind, () if kind is Kind.UNKNOWN else (Field(Label.ASIDE, text, text),)


def _read_by_form(parts: Sequence[str], text: str, known: Known) -> tuple[Field, ...]:
    """A name that nobody has listed, by its form alone: with an office it is likely, with a known place doubtful."""
    if len(parts) != 2:
        return ()
    for name, part in (parts, parts[::-1]):
        kind, facts = _read_beside(part, text, known)
        if kind in (Kind.ASIDE, Kind.UNKNOWN) or not _has_form(name, known):
            continue
        is_office = kind is Kind.OFFICE and not is_generic_credit(part)
        sure = Sureness.LIKELY if is_office and name == parts[0] else Sureness.DOUBTFUL
        return (Field(Label.AUTHOR, name, name, sure), *facts)
    return ()


def _has_form(text: str, known: Known) -> bool:
    words = key_of(text).split()
    if not 2 <= len(words) <= 3 or not is_person_like(text) or is_outlet_like(text) or is_desk(text):
        return False
    if key_of(text) in known.places or any(word in known.places for word in words) or has_words_of_role(text):
        return False
    if not is_arabic(text):
        return is_unlabelled_byline(text) and not any(word in RUBRICS for word in words)
    is_thing = words[0] in HEADING_WORDS or words[0].startswith("ال")
    return not is_thing and words[-1].startswith("ال") and words[-1].endswith("ي") and len(words[-1]) > 4


def _read_colon(text: str, known: Known) -> tuple[Field, ...]:
    """`القاهرة: أحمد سالم`, `الغارديان: أحمد سالم`: a known place or outlet, and behind its colon but a name."""
    found = _COLON.fullmatch(text)
    place = found["place"] if found else ""
    label = Label.DATELINE if key_of(place) in known.places else Label.SOURCE
    if found is None or not (label is Label.DATELINE or key_of(place) in known.outlets or is_agency(place)):
        return ()
    names = _names_of(found["person"], known)
    authors = (Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names)
    return (*authors, Field(label, place, place, Sureness.LIKELY)) if names else ()


def _read_from(text: str, known: Known) -> tuple[Field, ...]:
    """`Jane Doe in Beirut`, `Jane Doe at Elland Road`, «ليلى حدّاد من بيروت»: names, then a place."""
    found = _FROM.fullmatch(text)
    names = _names_of(found["person"], known) if found else ()
    if found is None or not names or len(found["place"].split()) > _MOST_WORDS_BESIDE:
        return ()
    place = found["place"]
    is_known = key_of(place) in known.places
    if not is_known and (is_arabic(text) or not is_place(place, known) or _holds_heading_words(place)):
        return ()
    beside = Field(Label.DATELINE, place, place, Sureness.LIKELY) if is_known else Field(Label.ASIDE, text, text)
    return (*(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names), beside)


def _holds_heading_words(text: str) -> bool:
    return any(word in NEVER_IN_NAMES_EN for word in key_of(text).split())


def _read_arabic_office(words: Sequence[str], text: str) -> tuple[Field, ...]:
    """An office of one word behind a known name: «سامي خليل مراسل»."""
    name = " ".join(words[:-1])
    if (
        not 3 <= len(words) <= _MOST_PARTS
        or key_of(words[-1]) not in ROLES
        or not is_unlabelled_byline(name, by_form=False)
    ):
        return ()
    return Field(Label.AUTHOR, name, name, Sureness.LIKELY), Field(Label.ASIDE, text, text)


def _read_behind_name(bare: str, text: str) -> tuple[Field, ...]:
    """An office right behind a name: `Jane Doe Staff Writer`, `Jane Doe Middle East correspondent`."""
    words = bare.split()
    if is_arabic(bare):
        return _read_arabic_office(words, text)
    if not 4 <= len(words) <= 3 + _MOST_WORDS_OF_ROLE or key_of(words[-1]) not in ROLES:
        return ()
    for count in (3, 2):
        name, office = " ".join(words[:count]), words[count:]
        if is_unlabelled_byline(name, by_form=False) and _holds_heading_words(office[0]):
            return Field(Label.AUTHOR, name, name, Sureness.LIKELY), Field(Label.ASIDE, text, text)
    return ()
