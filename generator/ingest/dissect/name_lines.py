"""Lines of an article's head or foot that name who wrote it without saying so: a name alone, or with a place, an office
or an outlet beside it («ليلى حدّاد – بيروت», "Jane Doe, Staff Writer").

Only whole lines count. Not for bylines that a label announces (labels).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.ingest.dissect.datelines import UPPER_PLACE, is_place
from generator.ingest.dissect.english_names import NEVER_IN_NAMES_EN
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import WITH_AGENCY, Field
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, ends_sentence, key_of
from generator.ingest.dissect.name_words import ROLES, RUBRICS, THING_WORDS
from generator.ingest.dissect.names import (
    begins_with_given_name,
    is_agency,
    is_desk,
    is_generic_credit,
    is_masthead_like,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    split_names,
    sureness_of_name,
    without_address,
)
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_LONGEST = 90
_MOST_PARTS, _MOST_WORDS_OF_ROLE, _MOST_WORDS_BESIDE = 4, 6, 5
_LEAST_WORDS_OF_PARAGRAPH = 16
_DIGITS = re.compile(r"\d")
_BREAK = re.compile(r"\s*[/|•·]\s*|\s+[-–—―ـ]+\s+|\s+[-–—―ـ]+(?=\S)|(?<=\S)[-–—―]\s+")
_BRACKET = re.compile(r"(?P<before>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")
_COLON = re.compile(r"(?P<place>[^:：]+?)\s*[:：]\s*(?P<person>[^:：]+)")
_COMMA = re.compile(r"\s*[،,]\s*")
_FROM = re.compile(r"(?P<person>.+?)\s+(?:in|at(?: the)?|من)\s+(?P<place>\S.*)")
_QUOTED = re.compile('[«“"](?P<name>[^«»“”"]{2,40})[»”"]')
_MARKS = re.compile('[«»“”"]')
_THANKED = re.compile(r"\s+(?:with|and|,)\s+(?P<name>[^,]{2,25})$", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_BEFORE = re.compile(r"(?P<name>[^,]{2,25}?)(?:,\s+|\s+and\s+|\s+with\s+)(?=\S)", re.IGNORECASE)
_FOR = re.compile(r"\s+for\s+(?=(?:the\s+)?[A-Z])")
_JOINED = re.compile(r"(?<=[ء-ي])-(?=[ء-ي ]+$)")  # «أحمد سالم-نابلس»
_BY = re.compile(
    r"^(?:(?:posted|submitted|written|reported|exclusive|story|words|text|report)\s+)?by\s+", re.IGNORECASE
)
_WRITES = re.compile(
    r",? (?:currently |also )?(?:works|writes|reports|blogs) (?:for|at|as|from|on|about|primarily)\b|"
    r",? (?:currently |also )?covers [a-z]|"
    r",? is (?:an?|the) (?:\w+ ){0,3}(?:writer|reporter|correspondent|editor|columnist|journalist|blogger)\b|"
    r"،? (?:كاتبة?|صحفية?|صحافية?|مراسلة?|محررة?) "
)
_AND = re.compile(r"\s+(?:and|و)\s+|\s*&\s*")


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a name: the facts that it makes, and whether it is a place that is known, or an office."""

    fields: tuple[Field, ...]
    is_known: bool = False
    is_role: bool = False


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


def is_wording(names: Iterable[str], paragraphs: Iterable[str]) -> bool:
    """Whether words of English names stand in the text in small letters: a heading's words do, names do not."""
    words = {word.lower() for name in names for word in name.split() if len(word) > 2}
    return any(word in words for text in paragraphs for word in _SMALL_WORD.findall(text))


def names_alone(text: str) -> tuple[str, ...]:
    """The people of whom a line is the names and nothing else, all of them surely names; or nothing."""
    names = _listed(text.strip(" .-–—|*\t"))
    return names if names and all(is_unlabelled_byline(name) for name in names) else ()


def is_subject(names: Iterable[str], title: str, paragraphs: Sequence[str]) -> bool:
    """Whether a text is about somebody whom a line names: the title or the text names them too."""
    about = key_of(title)
    keys = [key_of(name) for name in names]
    families = (key.rpartition(" ")[2] for key in keys)
    if any(key in about for key in keys) or any(len(name) > 3 and name in about.split() for name in families):
        return True
    return any(key in key_of(text) for text in paragraphs for key in keys)


def read_names_alone(lines: Sequence[Line], at: int, title: str, known: Known) -> tuple[str, ...]:
    """The people whose names the line at `at` is, below a title; nothing where the text is about them, or where only
    their form tells them and the words of the text, or a place, contradict it."""
    if key_of(lines[at].text) in known.writers:
        return split_names(lines[at].text)
    names = names_alone(lines[at].text) or _name_above_translator(lines, at, known)
    paragraphs = _told_below(lines, at)
    by_form = [name for name in names if sureness_of_name(name) is Sureness.DOUBTFUL]
    is_of_place = any(key_of(word) in known.places for name in by_form for word in name.split())
    contradicted = is_of_place or is_wording(by_form, [title, *paragraphs])
    return () if contradicted or is_subject(names, title, paragraphs) else names


def _name_above_translator(lines: Sequence[Line], at: int, known: Known) -> tuple[str, ...]:
    """The line at `at` where it has the form of a name, and a label right below names the translator."""
    line = lines[at]
    if at + 1 >= len(lines) or not 2 <= line.words <= _MOST_PARTS or not is_person_like(line.text):
        return ()
    below = read_fields(lines[at + 1].text, Zone.HEAD, known.own)
    if not any(one.label is Label.TRANSLATOR for one in below) or is_outlet_like(line.text) or is_desk(line.text):
        return ()
    first = key_of(line.text).split()[0]
    is_thing = first in THING_WORDS | RUBRICS or line.text.split()[0].endswith("ة")  # given names that do are known
    words = frozenset(key_of(line.text).split())
    is_told = any(words & frozenset(key_of(text).split()) for text in _told_below(lines, at))
    return () if is_thing or is_told else (line.text,)


def names_subject(fields: Sequence[Field], lines: Sequence[Line], at: int, title: str) -> bool:
    """Whether a line that no label explains names somebody whom the text is about."""
    names = [one.value for one in fields if one.label is Label.AUTHOR and one.sure is not Sureness.SURE]
    return bool(names) and is_subject(names, title, _told_below(lines, at))


def _told_below(lines: Sequence[Line], at: int) -> list[str]:
    """The paragraphs below a line but those that may say who the author is: the last, and one that tells for whom
    whoever the line names writes."""
    told = [line.text for line in lines[at + 1 : -1] if line.words > _LEAST_WORDS_OF_PARAGRAPH]
    name = lines[at].text.strip()
    return [text for text in told if not (text.startswith(name) and _WRITES.match(text[len(name) :]))]


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
    beside = [_read_beside(part, text, known) for part in rest]
    if not rest or len(names) > _MOST_PARTS or any(each is None for each in beside):
        return ()
    facts = [fact for each in beside if each is not None for fact in each.fields]
    return (*(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names), *facts)


def _names_of(part: str, known: Known) -> tuple[str, ...]:
    names = _listed(part.removeprefix("من "))
    if key_of(part) in known.writers:
        return names
    if key_of(part) in known.places or key_of(part) in known.outlets or not names:
        return ()
    return names if all(is_unlabelled_byline(name, by_form=False) for name in names) else ()


def _listed(text: str) -> tuple[str, ...]:
    """The single names of a list that holds nothing else."""
    return tuple(name for part in _AND.split(text) for name in split_names(part)) if text else ()


def _read_beside(part: str, text: str, known: Known) -> _Beside | None:
    """What stands beside a name, or None where it may be anything."""
    quoted = _QUOTED.fullmatch(part)
    name = quoted["name"] if quoted else _MARKS.sub("", part)
    if key_of(part) in known.places or (UPPER_PLACE.fullmatch(part) and not is_agency(part)):
        return _Beside((Field(Label.DATELINE, part, part, Sureness.LIKELY),), is_known=True)
    if _is_role(part) or is_desk(part) or is_generic_credit(part) or CLOSED.get(key_of(part)) is Label.AUTHOR:
        return _Beside((Field(Label.ASIDE, text, text),), is_role=True)
    if quoted or is_agency(name) or key_of(name) in known.outlets or is_masthead_like(name) or is_outlet_like(name):
        return _Beside((Field(Label.SOURCE, name, part, Sureness.LIKELY),), is_known=True)
    if is_place(part, known) and len(part.split()) <= 3:
        return _Beside((Field(Label.ASIDE, text, text),))
    return None


def _is_role(part: str) -> bool:
    """Whether a part says what somebody is: `Staff Writer`, `Middle East correspondent`, «مراسل الشؤون العربية»."""
    words = key_of(part).split()
    return 0 < len(words) <= _MOST_WORDS_OF_ROLE and (words[0] in ROLES or words[-1] in ROLES)


def _read_by_form(parts: Sequence[str], text: str, known: Known) -> tuple[Field, ...]:
    """A name that nobody has listed, by its form alone: with an office it is likely, with a known place doubtful."""
    if len(parts) != 2:
        return ()
    for name, part in (parts, parts[::-1]):
        beside = _read_beside(part, text, known)
        if beside is None or not (beside.is_known or beside.is_role) or not _has_form(name, known):
            continue
        is_office = beside.is_role and not is_generic_credit(part)
        sure = Sureness.LIKELY if is_office and name == parts[0] else Sureness.DOUBTFUL
        return (Field(Label.AUTHOR, name, name, sure), *beside.fields)
    return ()


def _has_form(text: str, known: Known) -> bool:
    words = key_of(text).split()
    if not 2 <= len(words) <= 3 or not is_person_like(text) or is_outlet_like(text) or is_desk(text):
        return False
    if key_of(text) in known.places or any(word in known.places for word in words) or _is_role(text):
        return False
    if not is_arabic(text):
        return is_unlabelled_byline(text) and not any(word in RUBRICS for word in words)
    is_thing = words[0] in THING_WORDS | RUBRICS or words[0].startswith("ال")
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
