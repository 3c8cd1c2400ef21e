"""The words that mean something in and around a date, each with its meaning: the dictionary of the lexer.

Phrases of several words are keyed by their folded words joined with one space. Words that name months, weekdays and
zones come from `names` and `zones`; here are the small words, the labels, and what forbids a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from generator.text.dates import names, zones
from generator.text.dates.calendars import Calendar
from generator.text.dates.folding import fold_name
from generator.text.dates.zones import Zone


class Kind(Enum):
    """What a lexeme is."""

    NUMBER = auto()
    MONTH = auto()
    WEEKDAY = auto()
    TIME = auto()
    STAMP = auto()
    MERIDIEM = auto()
    ZONE = auto()
    ERA = auto()
    LABEL = auto()
    OF = auto()  # joins day, month and year: of, من, عام
    FILLER = auto()  # stands between weekday, date and time: at, الساعة, يوم
    EQUAL = auto()  # one day in two calendars: الموافق
    RANGE = auto()  # from one date to another: to, حتى
    AND = auto()  # several dates in a row
    AVERSE = auto()  # makes the date it precedes another than the publication's: since, قبل, أمس
    COUNTER = auto()  # the number after it counts something else: page, version, رقم
    WORD = auto()
    MARK = auto()


class Role(Enum):
    """What a label says of the date after it."""

    PUBLISHED = auto()
    PUBLISHED_DAY_FIRST = auto()  # published, and in a language that always writes the day first
    UPDATED = auto()
    OTHER = auto()


class Meridiem(Enum):
    """The half of the day that a word after a time names."""

    AM = auto()
    PM = auto()
    NOON = auto()
    NIGHT = auto()


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month's name: its calendar, and the months it can mean (`تشرين` alone means two)."""

    calendar: Calendar
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """A weekday's name, Monday 0. A loose one is a personal name as well and never refuses a date."""

    number: int
    loose: bool = False


Meaning = MonthName | WeekdayName | Zone | Role | Calendar | Meridiem | int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the lexicon."""

    kind: Kind
    meaning: Meaning = None


_PUBLISHED = (
    "published|published on|published at|first published|first published on|posted|posted on|posted at|date|dated"
    "|publication date|date published|issued|created|released|نشر|نشرت|نشر في|تم نشره|تم النشر|تاريخ النشر|تاريخ|بتاريخ"
    "|التاريخ|تاريخ نشر|النشر|تاريخ الاضافة|اضيف|أضيف في|تاريخ الخبر|حرر|حرر في|حرر بتاريخ|كتب في|صدر|صدر في|صدر بتاريخ"
    "|تاريخ الاصدار|وقت النشر|منشور|منشور في|تاریخ انتشار|تاريخ انتشار|زمان انتشار|تاریخ اشاعت"
)
_PUBLISHED_DAY_FIRST = "publie|publie le|publiee|publiee le|ecrit le|mis en ligne|mis en ligne le|yayınlanma|tarih"
_UPDATED = (
    "updated|updated on|updated at|last updated|last update|update|modified|last modified|date modified|edited"
    "|last edited|revised|corrected|آخر تحديث|اخر تحديث|تحديث|تم التحديث|محدث|محدثة|حدث في|تم تحديثه|تاريخ التحديث"
    "|عدل|آخر تعديل|تم التعديل|تعديل|تاريخ التعديل|mis a jour|mise a jour|mis a jour le|modifie|modifie le|actualise"
    "|güncelleme|son güncelleme|güncellendi|به روز رسانی|بروزرسانی|آخرین به روزرسانی"
)
_OTHER = (
    "copyright|©|accessed|retrieved|accessed on|retrieved on|archived|printed|archived from|تم الاطلاع|اطلع عليه"
    "|اطلع عليه بتاريخ|تمت الأرشفة|مؤرشف|طبع|حقوق|الحقوق محفوظة|born|ولد|ولدت|مواليد|من مواليد|died|توفي|expires"
    "|expiry|deadline|تنتهي|ينتهي|آخر موعد|الموعد النهائي|تاريخ الميلاد|تاريخ الانتهاء|date of birth"
    "|founded|established|تأسس|تأسست|تاريخ التأسيس"
)
_OF = "of|the|de|du|من|شهر|من شهر|لشهر|عام|لعام|من عام|سنة|لسنة|من سنة|year|للعام|العام"
_FILLER = (
    "on|at|a|in|for|from|as|is|this|today|يوم|اليوم|هذا|في|فى|ليوم|الساعة|عند الساعة|على الساعة|في الساعة|الوقت"
    "|في تمام|تمام|ساعة|حوالي|وذلك"
    "|نهار|صادر|il y a|saat|ساعت|روز|مورخ|ل|لـ|ب|بتوقيت|توقيت|وقت|صحيفة يوم|time|hrs|hours|heure|day"
)
_EQUAL = "الموافق|الموافق ل|الموافق لـ|الموافق ليوم|موافق|الموافق يوم|يوافق|corresponding to|equivalent to|برابر با"
_RANGE = "to|till|until|through|thru|إلى|حتى|لغاية|إلى غاية|au|jusqu|تا"
_AND = "and|و|et|ve|&"
_AVERSE = (
    "since|before|after|during|yesterday|tomorrow|last|next|past|previous|between|scheduled|due|expected|منذ|قبل|بعد|خلال"
    "|أمس|امس|البارحة|غدا|غد|الغد|يوم أمس|يوم غد|الماضي|الماضية|المقبل|المقبلة|القادم|القادمة|الفائت|المنصرم|بين"
    "|هجمات|هجوم|أحداث|اعتداءات|ثورة|ذكرى|اعتبارا من|ابتداء من|بدءا من|مقرر|المقرر|depuis|avant|apres|effective"
)
_COUNTER = (
    "version|v|ver|release|build|page|pages|p|pp|issue|no|number|vol|volume|phone|tel|telephone|mobile|fax|call|ip|id"
    "|isbn|issn|ref|case|resolution|law|act|article|section|chapter|score|rule|model|code|file|ticket|invoice"
    "|رقم|الرقم|العدد|عدد|صفحة|الصفحة|ص|هاتف|الهاتف|تلفون|جوال|الجوال|موبايل|فاكس|نسخة|النسخة|إصدار|الإصدار|القرار"
    "|قرار|المادة|مادة|القانون|قانون|الفقرة|ملف|كود|رمز|النتيجة|نتيجة|بنتيجة|المرسوم|مرسوم|الفصل|آية|سورة|حديث"
    "|بند|البند|قضية|القضية|دعوى|حساب|واتساب|whatsapp|المجلد"
)
_ERAS: dict[str, Calendar] = {
    "ه|هجري|هجرية|هجريا|للهجرة|ه ق|ه.ق|ه.ق.|ah|a.h|a.h.|hijri": Calendar.HIJRI,
    "م|ميلادي|ميلادية|ميلاديا|للميلاد|ad|a.d|a.d.|ce|c.e.|میلادی": Calendar.GREGORIAN,
    "ه ش|ه.ش|ه.ش.|ش|هجری شمسی|هجري شمسي|شمسی|خورشیدی": Calendar.PERSIAN,
}
_MERIDIEMS: dict[str, Meridiem] = {
    "ص|صباحا|صباح|الصباح|فجرا|الفجر|قبل الظهر|ضحى|بعد منتصف الليل|ق.ظ|ق.ظ.|ق ظ|صبح|am|a.m|a.m.": Meridiem.AM,
    "مساء|مساءا|مساءً|المساء|عصرا|العصر|بعد الظهر|بعد الظهرا|ب.ظ|ب.ظ.|ب ظ|بعدازظهر|عصر|pm|p.m|p.m.": Meridiem.PM,
    "ظهرا|الظهر|noon": Meridiem.NOON,
    "ليلا|الليل": Meridiem.NIGHT,
}
# Newspapers that are named after a weekday.
_NO_WEEKDAYS = (
    "the sun|daily sun|sunday times|the sunday times|sunday telegraph|sunday mirror|mail on sunday|sunday mail"
)
# Letters that are a half of the day after a time and something else elsewhere.
BARE_MERIDIEMS = {"ص": Meridiem.AM, "م": Meridiem.PM}


def _entries() -> Iterator[tuple[str, Entry]]:
    """All words with their meaning; where a word comes twice the first one holds."""
    for calendar, months in names.MONTHS:
        for number, words in months.items():
            yield from _each(words, Entry(Kind.MONTH, MonthName(calendar, frozenset({number}))))
    for name, numbers in names.HALF_NAMED_MONTHS.items():
        yield name, Entry(Kind.MONTH, MonthName(Calendar.GREGORIAN, frozenset(numbers)))
    for number, words in names.WEEKDAYS.items():
        yield from _each(words, Entry(Kind.WEEKDAY, WeekdayName(number)))
    for number, words in names.LOOSE_WEEKDAYS.items():
        yield from _each(words, Entry(Kind.WEEKDAY, WeekdayName(number, loose=True)))
    yield from _each(_NO_WEEKDAYS, Entry(Kind.WORD))
    for word, number in names.spelled_days().items():
        yield word, Entry(Kind.NUMBER, number)
    for words, calendar in _ERAS.items():
        yield from _each(words, Entry(Kind.ERA, calendar))
    for words, meridiem in _MERIDIEMS.items():
        yield from _each(words, Entry(Kind.MERIDIEM, meridiem))
    yield from _zone_entries()
    yield from _small_words()


def _zone_entries() -> Iterator[tuple[str, Entry]]:
    for word, minutes in zones.FIXED_ZONES.items():
        for phrase in (word, f"بتوقيت {word}", f"توقيت {word}", f"{word} time"):
            yield phrase, Entry(Kind.ZONE, Zone(minutes))
    for places, rule in zones.PLACES.items():
        for place in places.split("|"):
            for phrase in (f"بتوقيت {place}", f"توقيت {place}", f"حسب توقيت {place}", f"{place} time"):
                yield phrase, Entry(Kind.ZONE, Zone(rule=rule))
    yield from _each(zones.UNSETTLED_ZONES, Entry(Kind.ZONE, Zone()))


def _small_words() -> Iterator[tuple[str, Entry]]:
    yield from _each(_UPDATED, Entry(Kind.LABEL, Role.UPDATED))
    yield from _each(_PUBLISHED, Entry(Kind.LABEL, Role.PUBLISHED))
    yield from _each(_PUBLISHED_DAY_FIRST, Entry(Kind.LABEL, Role.PUBLISHED_DAY_FIRST))
    yield "le", Entry(Kind.FILLER, Role.PUBLISHED_DAY_FIRST)  # French: `le 2 juin`
    yield from _each(_OTHER, Entry(Kind.LABEL, Role.OTHER))
    yield from _each(_COUNTER, Entry(Kind.COUNTER))
    yield from _each(_EQUAL, Entry(Kind.EQUAL))
    yield from _each(_AVERSE, Entry(Kind.AVERSE))
    yield from _each(_RANGE, Entry(Kind.RANGE))
    yield from _each(_AND, Entry(Kind.AND))
    yield from _each(_OF, Entry(Kind.OF))
    yield from _each(_FILLER, Entry(Kind.FILLER))


def _each(words: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    for word in words.split("|"):
        yield word, entry


def _build() -> dict[str, Entry]:
    lexicon: dict[str, Entry] = {}
    for word, entry in _entries():
        lexicon.setdefault(" ".join(fold_name(word).split()), entry)
    return lexicon


LEXICON: dict[str, Entry] = _build()
LONGEST_PHRASE: int = max(len(phrase.split()) for phrase in LEXICON)
PHRASE_STARTS = frozenset(phrase.split()[0] for phrase in LEXICON if " " in phrase)
