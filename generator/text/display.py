"""How dates and numbers are shown to readers, and in which order names are listed, in each language.

Month names and separators are CLDR's, by Babel. Not for reading dates: that is `generator.text.dates`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from generator.model.dates import Months, Numerals, PublicationDate
from generator.model.language import Language
from generator.text.normal_forms import normalise

_ARABIC_MONTHS = {Months.GULF: "ar", Months.LEVANT: "ar_LB", Months.MAGHREB: "ar_DZ", Months.MOROCCO: "ar_MA"}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):(?P<minutes>\d\d)$")

_LOWER_CASE_WORD = re.compile(r"[a-z]+(?=[ ,'’-]|$)")

_HAMZA_FORMS = str.maketrans("أإآٱىؤئة", "اااايويه")
# Arabic runs to the left and a signed number to the right: without a space «+3» would end at the word, not begin there.
_OFFSET_GAP = {Language.AR: " ", Language.EN: ""}
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_DEFINITE_ARTICLE = re.compile(r"ال(?=\w{2})")
# Names that begin with these two letters without the article, in the common spelling without hamza.
_NO_ARTICLE = re.compile(r"(?:الله|المان|البان|الاسكا|الياس|اليزابيث|الكسندر|الكترون|الباما|الفريد|الان\b)")


def format_number(number: float, language: Language, numerals: Numerals) -> str:
    """Write a number as readers of `language` expect: thousands grouped, digits as `numerals` says (Arabic only)."""
    if language is Language.AR and numerals is Numerals.ARAB:
        return format_decimal(number, locale="ar", numbering_system="arab").translate(_ARABIC_DIGITS)
    return format_decimal(number, locale=language.value, numbering_system="latn")


@lru_cache(maxsize=32768)
def format_date(date: PublicationDate, language: Language, *, numerals: Numerals, months: Months) -> str:
    """Write a date for readers, no more exactly than it is known: «2 يونيو 2025», «يونيو 2025», "2 June 2025, 14:35".

    An offset is shown where it is known («14:35 غرينتش +3»); a time without one is the source's own.
    """
    day = [str(date.day)] if date.day else []
    month = [month_label(date.month, language, months)] if date.month else []
    text = " ".join([*day, *month, f"{date.year:04d}"])
    if date.time:
        text += ("، " if language is Language.AR else ", ") + _format_time(date.time, language)
    return _digits(text, language, numerals)


def month_name(year: int, month: int, language: Language, *, numerals: Numerals, months: Months) -> str:
    """Write a month with its year: «يونيو 2025», "June 2025"."""
    return format_date(PublicationDate(f"{year:04d}-{month:02d}"), language, numerals=numerals, months=months)


@lru_cache(maxsize=256)
def month_label(month: int, language: Language, months: Months) -> str:
    """Give the name of a month, 1 to 12, alone: «يونيو», «حزيران», "June"."""
    locale = Locale.parse(_ARABIC_MONTHS[months] if language is Language.AR else language.value)
    return str(locale.months["format"]["wide"][month])


def format_year(year: int, language: Language, numerals: Numerals) -> str:
    """Write a year in the page's digits, never grouped."""
    return _digits(f"{year:04d}", language, numerals)


def capitalise(name: str) -> str:
    """Write a name of English as it stands alone, in a heading or an index: "climate change" as "Climate change".

    A first word that has capitals of its own ("iPhone") or other signs in it stays; Arabic has no capitals.
    """
    first = _LOWER_CASE_WORD.match(name)
    return name[: first.end()].capitalize() + name[first.end() :] if first else name


def collation_key(text: str, language: Language) -> tuple[int, str, str]:
    """Give the key by which names are put in order in a list for readers of `language`.

    Names in the list's own script come first. Arabic: without the article «ال», marks and tatweel, forms of hamza as
    one letter; Latin: without case and marks. Numbers sort by value. The text itself is the last resort, so that equal
    keys never depend on the order of arrival.
    """
    folded = _fold_numbers(_fold_for_order(text))
    is_arabic = bool(re.match(r"[^\w]*[\u0600-\u06ff]", folded))
    own_script = is_arabic == (language is Language.AR)
    return (0 if own_script else 1, folded, text)


def _fold_for_order(text: str) -> str:
    """Fold what the order of names ignores."""
    bare = re.sub(r"^[^\w]+", "", _ARABIC_MARKS.sub("", normalise("NFC", text)))
    named = bare if _NO_ARTICLE.match(bare) else _DEFINITE_ARTICLE.sub("", bare) if bare.startswith("ال") else bare
    plain = named.translate(_HAMZA_FORMS).casefold()
    return "".join(c for c in normalise("NFKD", plain) if not unicodedata.combining(c))


def _fold_numbers(text: str) -> str:
    """Write every number with ASCII digits and leading zeros, so that 9 comes before 10."""
    return re.sub(r"\d+", lambda number: _plain_digits(number[0]).lstrip("0").zfill(12), text)


def _plain_digits(number: str) -> str:
    """Write digits of any script as ASCII; not by way of `int`, which refuses numbers of thousands of digits."""
    return "".join(str(unicodedata.decimal(digit)) for digit in number)


def _format_time(time: str, language: Language) -> str:
    """Write the time of day with its offset from Greenwich, if known, in CLDR's words for it."""
    clock, offset = time[:5], _OFFSET.search(time)
    if offset is None:
        return clock
    hours, minutes = int(offset["hours"]), offset["minutes"]
    if hours == 0 and minutes == "00":
        return f"{clock} {_greenwich(language) % ''}"
    amount = f"{offset['sign']}{hours}" + ("" if minutes == "00" else f":{minutes}")
    return f"{clock} {_greenwich(language) % (_OFFSET_GAP[language] + amount)}"


def _greenwich(language: Language) -> str:
    """Give CLDR's pattern for an offset, with one `%s`."""
    return str(Locale.parse(language.value).zone_formats["gmt"])


def _digits(text: str, language: Language, numerals: Numerals) -> str:
    """Write the digits of `text` as the page shows them."""
    return text.translate(_ARABIC_DIGITS) if language is Language.AR and numerals is Numerals.ARAB else text
