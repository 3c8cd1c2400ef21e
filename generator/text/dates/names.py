"""Names of months, weekdays and day numbers, as sources write them, in every spelling the reader of dates knows.

Gregorian names follow CLDR (ar, ar_LB, ar_DZ, ar_MA, en, fr, tr, ur, fa) with the spellings of the press beside them.
A row lists what one month is called; the words are folded when the lexicon is built.
"""

from __future__ import annotations

from generator.text.dates.calendars import Calendar

GREGORIAN_MONTHS: dict[int, str] = {
    1: "يناير|ينايِر|جانفي|كانون الثاني|كانون ثاني|كانون ثان|كانون الثانى|كانون2"
    "|ژانویه|جنوری|january|jan|janvier|janv|ocak",
    2: "فبراير|فيفري|شباط|فوریه|فروری|february|feb|fevrier|fevr|février|févr|şubat",
    3: "مارس|آذار|اذار|مارچ|march|mar|mars|mart",
    4: "أبريل|ابريل|إبريل|أبريل|أفريل|افريل|نيسان|آوریل|آپریل|اپریل|april|apr|avril|avr|nisan",
    5: "مايو|ماي|مايس|أيار|ايار|می|مئی|may|mai|mayis|mayıs",
    6: "يونيو|يونيه|يونية|يونيوه|جوان|حزيران|ژوئن|جون|june|jun|juin|haziran",
    7: "يوليو|يوليه|يولية|يوليوز|جويلية|جويليه|جويليا|تموز|ژوئیه|جولای|جولائی|july|jul|juillet|juil|temmuz",
    8: "أغسطس|اغسطس|أغسطوس|أوغسطس|أوت|اوت|غشت|أغشت|آب|آگوست|اگست|august|aug|août|aout|ağustos",
    9: "سبتمبر|سيبتمبر|شتنبر|شتمبر|أيلول|ايلول|سپتامبر|ستمبر|september|sept|sep|septembre|eylül",
    10: "أكتوبر|أكتوير|اكتوبر|أوكتوبر|اوكتوبر|تشرين الأول|تشرين أول|تشرين الاول|تشرين1|اکتبر|اکتوبر"
    "|october|oct|octobre|ekim",
    11: "نوفمبر|نونبر|نوفنبر|تشرين الثاني|تشرين ثاني|تشرين ثان|تشرين الثانى|تشرين2|نوامبر|نومبر"
    "|november|nov|novembre|kasım",
    12: "ديسمبر|دجنبر|دجمبر|ديسنبر|كانون الأول|كانون أول|كانون الاول|كانون1|دسامبر|دسمبر|december"
    "|dec|décembre|déc|aralık",
}
HALF_NAMED_MONTHS: dict[str, tuple[int, ...]] = {"تشرين": (10, 11), "كانون": (12, 1)}

HIJRI_MONTHS: dict[int, str] = {
    1: "محرم|المحرم|محرم الحرام|muharram|al muharram",
    2: "صفر|صفر الخير|safar",
    3: "ربيع الأول|ربيع أول|ربيع الاول|rabi al awwal|rabi al awal|rabi ul awwal|rabi i|rabi 1",
    4: "ربيع الآخر|ربيع الثاني|ربيع ثاني|ربيع آخر|ربيع الثانى|rabi al thani|rabi al akhir|rabi ul thani|rabi ii",
    5: "جمادى الأولى|جمادى الأول|جماد الأول|جماد أول|جمادى أولى|جمادى الاولى|jumada al ula|jumada al awwal|jumada i",
    6: "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|جماد الثاني|جماد الآخر|جماد ثاني|جمادى آخرة"
    "|jumada al akhirah|jumada al akhira|jumada al thani|jumada al thaniyah|jumada ii",
    7: "رجب|rajab",
    8: "شعبان|shaban|sha'ban|shaaban",
    9: "رمضان|رمضان المبارك|ramadan|ramadhan|ramazan",
    10: "شوال|shawwal|shawal",
    11: "ذو القعدة|ذي القعدة|ذوالقعدة|ذيالقعدة|ذى القعدة|ذا القعدة|dhu al qadah|dhu al qi'dah|dhul qadah|dhul qi'dah"
    "|dhu al qa'dah|dhul qa'dah|zul qadah",
    12: "ذو الحجة|ذي الحجة|ذوالحجة|ذيالحجة|ذى الحجة|ذا الحجة|dhu al hijjah|dhul hijjah|dhu al hijja|dhul hijja"
    "|zul hijjah",
}

PERSIAN_MONTHS: dict[int, str] = {
    1: "فروردین|حمل|farvardin",
    2: "اردیبهشت|ثور|ordibehesht",
    3: "خرداد|جوزا|khordad",
    4: "تیر|سرطان|tir",
    5: "مرداد|امرداد|اسد|mordad",
    6: "شهریور|سنبله|shahrivar",
    7: "مهر|میزان|mehr",
    8: "آبان|عقرب|aban",
    9: "آذر|قوس|azar",
    10: "دی|جدی|dey",
    11: "بهمن|دلو|bahman",
    12: "اسفند|حوت|esfand",
}

MONTHS: tuple[tuple[Calendar, dict[int, str]], ...] = (
    (Calendar.GREGORIAN, GREGORIAN_MONTHS),
    (Calendar.HIJRI, HIJRI_MONTHS),
    (Calendar.PERSIAN, PERSIAN_MONTHS),
)

# Monday is 0, as in `date.weekday`.
WEEKDAYS: dict[int, str] = {
    0: "الاثنين|الإثنين|الأثنين|الاتنين|الإتنين|دوشنبه|دو شنبه|پیر|monday|mon|lundi|pazartesi",
    1: "الثلاثاء|الثلاثا|الثلثاء|التلات|سه شنبه|سهشنبه|منگل|tuesday|tues|tue|mardi|salı",
    2: "الأربعاء|الاربعاء|الأربعا|چهارشنبه|چهار شنبه|بدھ|wednesday|weds|wed|mercredi|çarşamba",
    3: "الخميس|پنجشنبه|پنج شنبه|جمعرات|thursday|thurs|thur|thu|jeudi|perşembe",
    4: "الجمعة|الجمعه|friday|fri|vendredi|cuma",
    5: "السبت|شنبه|saturday|sat|samedi|cumartesi",
    6: "الأحد|الاحد|یکشنبه|یک شنبه|اتوار|sunday|sun|dimanche|pazar",
}
# Also a personal name or a common word: believed when it agrees with the date, ignored when it does not.
LOOSE_WEEKDAYS: dict[int, str] = {
    0: "اثنين|إثنين",
    1: "ثلاثاء",
    2: "أربعاء",
    3: "خميس",
    4: "جمعة",
    5: "سبت",
    6: "أحد",
}

_TENS = "عشرين|عشرون", "ثلاثين|ثلاثون"
_UNITS = "الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"
_ENGLISH = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first|twenty second|twenty third|twenty fourth"
    "|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth|thirtieth|thirty first"
)


def spelled_days() -> dict[str, int]:
    """Days of the month spelled as ordinals, in Arabic (`الحادي والعشرين`) and English (`twenty first`), to number."""
    days = {"الأول": 1, "الفاتح": 1, "غرة": 1, "العاشر": 10}
    for number, unit in enumerate(_UNITS, start=1):
        if number > 1:
            days[unit] = number
        days[f"{unit} عشر"] = 10 + number
        for ten in _TENS[0].split("|"):
            days[f"{unit} وال{ten}"] = 20 + number
    for ten in _TENS[0].split("|"):
        days[f"ال{ten}"] = 20
    for ten in _TENS[1].split("|"):
        days[f"ال{ten}"] = 30
        days[f"الحادي وال{ten}"] = 31
    days.update({word: number for number, word in enumerate(_ENGLISH.split("|"), start=1)})
    return days
