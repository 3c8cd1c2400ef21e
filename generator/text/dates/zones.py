"""Offsets from UTC of the time zones that news pages name, on a given day.

Only what a page can say: abbreviations of RFC 822 and of European and Gulf usage, and `بتوقيت …` with a place. A zone
whose name has several meanings (IST, AST) or whose rules are not held here has no offset: the time then stays without.
Rules: IANA tz database, 2026a, for the years in which such pages were written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Rule = Callable[[date], int | None]


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone as named: a fixed offset in minutes, the name of a rule, or neither (a local time)."""

    minutes: int | None = None
    rule: str = ""

    def offset_on(self, day: date) -> int | None:
        """Minutes east of UTC on `day`, or None where the name does not settle it."""
        return _RULES[self.rule](day) if self.rule else self.minutes


FIXED_ZONES: dict[str, int] = {
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "z": 0,
    "ت غ": 0,
    "تغ": 0,
    "ت.غ": 0,
    "غرينتش": 0,
    "غرينيتش": 0,
    "جرينتش": 0,
    "جرينيتش": 0,
    "قرينتش": 0,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "wet": 0,
    "west": 60,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "trt": 180,
    "gst": 240,
    "pkt": 300,
    "jst": 540,
    "kst": 540,
    "sgt": 480,
    "hkt": 480,
    "aest": 600,
    "aedt": 660,
}
UNSETTLED_ZONES = "ist|ast|et|pt|ct|local time|بالتوقيت المحلي|التوقيت المحلي|توقيت محلي|حسب التوقيت المحلي|بتوقيت محلي"

# Places after `بتوقيت` or before `time`; the value is a key of the rules.
PLACES: dict[str, str] = {
    "غرينتش|غرينيتش|جرينتش|جرينيتش|قرينتش|غرينيش|عالمي|greenwich": "utc",
    "مكة المكرمة|مكة|السعودية|الرياض|mecca|makkah|saudi|riyadh": "arabia",
    "الكويت|الدوحة|قطر|المنامة|البحرين|صنعاء|عدن|اليمن|بغداد|العراق|baghdad|doha|kuwait": "arabia",
    "أبوظبي|أبو ظبي|دبي|الإمارات|الامارات العربية المتحدة|مسقط|سلطنة عمان|uae|dubai|abu dhabi|gulf standard": "gulf",
    "القاهرة|مصر|cairo|egypt": "cairo",
    "بيروت|لبنان|beirut|lebanon": "beirut",
    "عمان|عمّان|الأردن|دمشق|سوريا|amman|damascus": "levant",
    "القدس|القدس المحتلة|فلسطين|غزة|إسرائيل|jerusalem|israel": "jerusalem",
    "طرابلس|ليبيا|tripoli|libya": "tripoli",
    "تونس|الجزائر|tunis|algiers": "one",
    "الخرطوم|السودان|khartoum": "khartoum",
    "إسطنبول|اسطنبول|أنقرة|تركيا|istanbul|ankara|turkey": "turkey",
    "موسكو|روسيا|moscow": "moscow",
    "كييف|كييف المحلي|kyiv|kiev": "eastern europe",
    "لندن|بريطانيا|london|british summer": "london",
    "باريس|برلين|روما|مدريد|بروكسل|فرنسا|ألمانيا|paris|berlin|central european": "central europe",
    "واشنطن|نيويورك|شرق الولايات المتحدة|الساحل الشرقي|eastern|new york|washington": "new york",
    "طهران|إيران|tehran|iran": "tehran",
    "الدار البيضاء|الرباط|المغرب|casablanca|rabat": "unsettled",
}


def _last(weekday: int, year: int, month: int) -> date:
    """The last such weekday of a month."""
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - weekday) % 7)


def _nth(weekday: int, number: int, year: int, month: int) -> date:
    """The first, second, … such weekday of a month."""
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (number - 1))


def _european(winter: int) -> Rule:
    """Summer time from the last Sunday of March to the last Sunday of October (European Union, since 1996)."""

    def offset(day: date) -> int | None:
        if day.year < 1996:
            return None
        return winter + 60 * (_last(6, day.year, 3) <= day < _last(6, day.year, 10))

    return offset


def _cairo(day: date) -> int | None:
    """Egypt: summer time from the last Friday of April to the last Thursday of October since 2023; none from 2015."""
    if day.year < 2015:
        return None
    return 120 + 60 * (day.year >= 2023 and _last(4, day.year, 4) <= day <= _last(3, day.year, 10))


def _new_york(day: date) -> int | None:
    """The United States: second Sunday of March to first Sunday of November, since 2007."""
    if day.year < 2007:
        return None
    return -300 + 60 * (_nth(6, 2, day.year, 3) <= day < _nth(6, 1, day.year, 11))


def _jerusalem(day: date) -> int | None:
    """Israel: from the Friday before the last Sunday of March to the last Sunday of October, since 2013."""
    if day.year < 2013:
        return None
    return 120 + 60 * (_last(6, day.year, 3) - timedelta(days=2) <= day < _last(6, day.year, 10))


def _since(start: date, minutes: int) -> Rule:
    """A fixed offset that holds since `start`; before it the rules are not held here."""
    return lambda day: minutes if day >= start else None


_RULES: dict[str, Rule] = {
    "utc": lambda _: 0,
    "unsettled": lambda _: None,
    "arabia": _since(date(2008, 1, 1), 180),
    "gulf": _since(date(1972, 1, 1), 240),
    "cairo": _cairo,
    "beirut": _european(120),
    "levant": _since(date(2022, 10, 28), 180),
    "jerusalem": _jerusalem,
    "tripoli": _since(date(2013, 10, 25), 120),
    "one": _since(date(2009, 1, 1), 60),
    "khartoum": _since(date(2017, 11, 1), 120),
    "turkey": _since(date(2016, 9, 7), 180),
    "moscow": _since(date(2014, 10, 26), 180),
    "eastern europe": _european(120),
    "london": _european(0),
    "central europe": _european(60),
    "new york": _new_york,
    "tehran": _since(date(2022, 9, 22), 210),
}
