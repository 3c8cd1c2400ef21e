"""What stands in one cell of a table, as texts: of lists, of objects with a text inside, of lists that were printed.

Not for which cell holds which field (`mapped_rows`), nor for mending texts (`generator.text.repair`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.ingest.readers.tables.rich_text import html_of
from generator.store.table_mapping import DateOrder
from generator.text.arabic import fold
from generator.text.surrogates import join_references

# What programs write where there is nothing.
_NOTHING = frozenset({
    "", "null", "none", "nan", "nat", "n/a", "na", "#n/a", "\\n", "undefined", "-", "--", "—", "nil", "[]", "{}", "()",
    "#value!", "#ref!", "#name?", "not available", "[removed]",
    "غير متوفر", "غير متاح", "غير محدد", "لا يوجد", "لا توجد",
})  # fmt: skip
_LONGEST_NOTHING = 20
# What a service writes in place of what it sells.
_SOLD = re.compile(r"\s*only available in [a-z ]{2,60}plans?\.?\s*\Z", re.IGNORECASE)
_LONGEST_SOLD = 100
# Where the text stands in an object that is the value of one field; the first that is there counts. The last are those
# of Parse, Firestore and DynamoDB.
_INNER = (
    "rendered", "processed", "value", "main", "name", "original", "title", "label", "term", "text", "#text", "html",
    "content", "body", "data", "paragraph", "$date", "$oid", "$numberLong", "$numberInt", "display_name",
    "displayName", "full_name", "fullName", "url", "href", "@value", "_", "attributes", "@id", "node",
    "nodes", "edges", "iso", "_seconds", "stringValue", "timestampValue", "integerValue", "arrayValue", "values",
    "S", "N", "L", "SS",
)  # fmt: skip
_PARTS_OF_NAMES = (
    "first_name", "firstname", "firstName", "given_name", "givenName", "given", "first",
    "last_name", "lastname", "lastName", "family_name", "familyName", "family", "surname", "last",
)  # fmt: skip
_DEEPEST = 6
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)'|\"((?:[^\"\\]|\\.)*+)\"")
_PRINTED_LIST = re.compile(r"\s*\[.*\]\s*\Z", re.DOTALL)
_LIST_SIGNS = re.compile(r"[,،;؛|\n]")
_NAME_SIGNS = re.compile(r"[;؛|\n]")
_HASHTAG = re.compile(r"#([^\s#,،;؛|]+)")
_NO_SEMICOLON = "\ufdd0"  # a noncharacter of Unicode, for use within a program
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_IN_NUMBERS = re.compile(r"\s*(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})\b(?P<rest>.*)\Z", re.DOTALL)
_SERIAL = re.compile(r"\s*(\d{4,6})(?:[.,](\d+))?\s*\Z")
_FIRST_SERIAL_DAY = date(1899, 12, 30)  # of the 1900 date system, past the 29 February 1900 that it believes in
_SURVIVING = re.compile(r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_LANGUAGE_NAMES = {
    "arabic": "ar", "عربي": "ar", "العربيه": "ar", "عربيه": "ar", "اللغه العربيه": "ar", "arabe": "ar", "ara": "ar",
    "english": "en", "انجليزي": "en", "الانجليزيه": "en", "انجليزيه": "en", "anglais": "en", "eng": "en",
    "french": "fr", "فرنسي": "fr", "الفرنسيه": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
}  # fmt: skip
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*")
_STATUS_WORDS = {
    "draft": "draft", "drafts": "draft", "pending": "draft", "auto-draft": "draft", "private": "draft",
    "future": "draft", "scheduled": "draft", "unpublished": "draft", "false": "draft", "0": "draft", "no": "draft",
    "hidden": "draft", "skip": "draft", "embargoed": "draft", "in review": "draft", "pending review": "draft",
    "مسوده": "draft", "غير منشور": "draft", "مجدول": "draft", "قيد المراجعه": "draft", "brouillon": "draft",
    "publish": "published", "published": "published", "public": "published", "true": "published", "1": "published",
    "yes": "published", "live": "published", "منشور": "published", "publie": "published",
    "-2": "draft", "trash": "withdrawn", "withdrawn": "withdrawn", "deleted": "withdrawn", "retracted": "withdrawn",
    "محذوف": "withdrawn",
}  # fmt: skip


def texts_of(value: object, depth: int = 0) -> Iterator[str]:
    """The texts of a cell's value, in order: of a list each element's, of an object the one that stands for it."""
    if value is None or depth > _DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, list):
        for element in value:
            yield from texts_of(element, depth + 1)
    elif isinstance(value, dict):
        yield from _texts_inside(value, depth)
    else:
        yield str(value)


def body_texts_of(value: object) -> Iterator[str]:
    """The texts of a cell's value that holds a body: as HTML where an editor keeps it as a tree."""
    tree = html_of(value) if isinstance(value, dict | list) else None
    yield from texts_of(value) if tree is None else (tree,)


def _texts_inside(value: dict[str, object], depth: int) -> Iterator[str]:
    for key in _INNER:
        if key in value:
            found = list(texts_of(value[key], depth + 1))
            if found:
                yield from found
                return
    parts = value.get("date-parts")  # of CSL, the Citation Style Language
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        yield "-".join(f"{part:0>2}" for part in map(str, parts[0]))
        return
    day = [str(value.get(key) or "") for key in ("year", "month", "day")]
    if all(each.isdecimal() for each in day):
        yield f"{day[0]}-{day[1]:0>2}-{day[2]:0>2}"
        return
    named = [value.get(key) for key in _PARTS_OF_NAMES]
    name = " ".join(each.strip() for each in named if isinstance(each, str) and each.strip())
    if name:
        yield name


def is_nothing(text: str) -> bool:
    """Whether a cell's text only says that nothing is there (`NULL`, `nan`, `\\N`)."""
    if len(text) < _LONGEST_NOTHING:
        return text.strip().casefold() in _NOTHING
    return len(text) < _LONGEST_SOLD and _SOLD.match(text) is not None


def keywords_in(text: str, separator: str | None) -> list[str]:
    """The keywords of one text: parted by `separator`, else by commas and semicolons of either script; hashtags too."""
    if separator is not None:
        return _parts(text.split(separator))
    printed = _printed_list(text)
    if printed is not None:
        return printed
    tags = _HASHTAG.findall(text)
    if tags and not _HASHTAG.sub("", text).strip(" ,،;؛|\n"):
        return [tag.replace("_", " ") for tag in tags]
    return _parts(_LIST_SIGNS.split(text.strip().removeprefix("[") if "]" not in text else text))


def split_between_entities(
    text: str, split: Callable[[str, str | None], list[str]], separator: str | None
) -> list[str]:
    """The parts that `split` makes of a text, where the semicolon of a character reference (`&nbsp;`) parts nothing."""
    if "&" not in text:
        return split(text, separator)
    kept = _ENTITY.sub(lambda entity: entity[0].replace(";", _NO_SEMICOLON), text)
    return [part.replace(_NO_SEMICOLON, ";") for part in split(kept, separator)]


def names_in(text: str, separator: str | None) -> list[str]:
    """The names of people in one text. A comma parts names only where each part is a whole name: «Salem, Mona» is one
    person."""
    if separator is not None:
        return _parts(text.split(separator))
    printed = _printed_list(text)
    if printed is not None:
        return printed
    parts = _parts(_NAME_SIGNS.split(text))
    by_comma = [_parts(re.split("[,،]", part)) for part in parts]
    return [
        name
        for part, names in zip(parts, by_comma, strict=True)
        for name in (names if len(names) > 1 and all(len(each.split()) > 1 for each in names) else [part])
    ]


def _parts(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


def _printed_list(text: str) -> list[str] | None:
    """The elements of a list that a program printed into a cell, as JSON or as Python; None where it is no such."""
    if not _PRINTED_LIST.match(text):
        return None
    try:
        elements = json.loads(text)
    except (ValueError, RecursionError):
        quoted = [first or second for first, second in _QUOTED.findall(text)]
        return _parts(quoted) or _parts(text.strip()[1:-1].split(","))
    return _parts(list(texts_of(elements)))


def unescape_entities(text: str) -> tuple[str, int]:
    """The text with its character references read, once, and how many there were."""
    if "&" not in text:
        return text, 0
    found = len(_ENTITY.findall(text))
    return (html.unescape(join_references(text)), found) if found else (text, 0)


def unescape_twice_escaped(text: str) -> tuple[str, int]:
    """A text whose references were read once, with those that are read a second time where the first left some that
    nobody writes on purpose, and how many these were."""
    return unescape_entities(text) if _SURVIVING.search(text) else (text, 0)


def language_code(text: str) -> str | None:
    """The ISO 639 code that a cell names: `ar-SA`, `Arabic` and `العربية` say `ar`; None where it is no language."""
    word = fold(text).strip()
    if word in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[word]
    return re.split("[-_]", word)[0] if _LANGUAGE_CODE.fullmatch(word) else None


def status_of(text: str) -> str | None:
    """Whether an article is `published`, a `draft` or `withdrawn`, as the cell says; None where it says none of it."""
    return _STATUS_WORDS.get(fold(text).strip())


def date_in_order(text: str, order: DateOrder) -> str:
    """A date in numbers written year first, as the order that a person stated reads it; other dates as they are.

    A year of two digits is left alone: nobody stated its century. Serial days are those of Excel's 1900 date system.
    """
    plain = text.translate(ASCII_DIGITS)
    if order is DateOrder.SERIAL:
        return _from_serial(plain) or text
    match = _IN_NUMBERS.match(plain)
    if match is None:
        return text
    numbers = match[1], match[2], match[3]
    at = {DateOrder.DAY_FIRST: (2, 1, 0), DateOrder.MONTH_FIRST: (2, 0, 1), DateOrder.YEAR_FIRST: (0, 1, 2)}[order]
    year, month, day = (numbers[place] for place in at)
    if len(numbers[0]) == 4:  # written year first all the same
        year, month, day = numbers
    if len(year) != 4 or len(day) > 2:
        return text
    try:
        return date(int(year), int(month), int(day)).isoformat() + match["rest"]
    except ValueError:
        return text


def _from_serial(text: str) -> str | None:
    match = _SERIAL.match(text)
    if match is None:
        return None
    day = _FIRST_SERIAL_DAY + timedelta(days=int(match[1]))
    if match[2] is None or not int(match[2]):
        return day.isoformat()
    minutes = round(float(f"0.{match[2]}") * 24 * 60) % (24 * 60)
    return f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
