"""Expressions of time in running text that are no dates by themselves: relative ones, and those without a year.

They help a person to date an article whose source does not; nothing is computed from them. Arabic and English only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.text.dates.calendars import Calendar
from generator.text.dates.folding import fold, fold_name
from generator.text.dates.lexer import Lexeme, lex
from generator.text.dates.lexicon import Kind
from generator.text.dates.mentions import Shape, find_month, find_year, skip_joints
from generator.text.dates.neighbours import stands_free
from generator.text.dates.numeric import find_mentions


class _Phrases(frozenset[str]):
    """Phrases of up to four words. `firsts` are their first words: most places in a text are dismissed by these."""

    firsts: frozenset[str]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> _Phrases:
        """The phrases with their first words."""
        made = cls(phrases)
        made.firsts = frozenset(phrase.partition(" ")[0] for phrase in made)
        return made


def _phrases(words: str) -> _Phrases:
    return _Phrases.of(" ".join(fold_name(word).split()) for word in words.split("|"))


_AFTERWARDS = _phrases(
    "الماضي|الماضية|الماضيين|الجاري|الجارية|الحالي|الحالية|المقبل|المقبلة|المقبلين|القادم|القادمة|الفائت|الفائتة"
    "|المنصرم|المنصرمة|الآتي|السابق|المنقضي|الأخير|هذا العام|من هذا العام|من العام الجاري|من العام الماضي"
    "|من العام المقبل|من العام الحالي|من السنة الجارية|من السنة الماضية"
    "|last year|this year|next year|of last year|of this year|last"
)
_PARTS_BEFORE = _phrases("صباح|مساء|فجر|ظهر|عصر|ليلة|ليل|ضحى|منتصف ليل|نهار|بعد ظهر|early|late|earlier|later|overnight")
_PARTS_AFTER = _phrases("morning|afternoon|evening|night|noon|صباحا|مساء|ليلا|فجرا|ظهرا|عصرا")
_NEAR = _phrases(
    "أول من أمس|أول أمس|أمس الأول|يوم أمس|أمس|البارحة|بعد غد|يوم غد|غدا|غد|الليلة الماضية|اليوم|هذا اليوم"
    "|yesterday|today|tomorrow|tonight|the day before yesterday|the day after tomorrow"
)
_TODAY, _DAY_OF = fold_name("اليوم"), fold_name("يوم")
_NOT_TODAY_AFTER = _phrases(
    "روسيا|المصري|مصر|عالم|صحيفة|جريدة|موقع|قناة|شبكة|ليبيا|الأردن|العراق|بوابة|حتى|عمان|السودان|أخبار|اخبار|ذلك|usa|russia"
    "|psychology|physics"
)
_NOT_WEEKDAY_AFTER = _phrases("صلاة|صلاتي|خطبة|خطيب|سوق|ابن|the|شاهد عيان يوم|black|good|ash|easter|palm|bloody|holy")
_NOT_WEEKDAY_BEFORE = _phrases(
    "الأسود|الأسوداء|العظيم|العظيمة|الطيبة|المقدس|اليتيمة|البيضاء|times|telegraph|mirror|mail|post"
)
_SPANS = _phrases(
    "الأسبوع|الأسبوعين|الشهر|الشهرين|العام|السنة|الصيف|الشتاء|الربيع|الخريف|اليومين|الأيام|الأسابيع|الأشهر|الليلة|الفصل"
    "|الموسم|الأيام القليلة|الأيام القليله|الساعات|الساعات القليلة|هذا الأسبوع|هذا الشهر|هذا العام"
)
_SPANS_ALONE = _phrases("هذا الأسبوع|هذا الشهر|هذا العام|هذه السنة|هذه الليلة|هذا الصيف")
_ENGLISH_SPANS = _phrases(
    "week|weekend|month|year|quarter|spring|summer|autumn|fall|winter|night|decade|fortnight|season"
)
_BEFOREHAND = _phrases("last|this|next|past|coming|previous|this past|this coming|earlier this|later this")
_SINCE = _phrases("منذ|قبل")
_BEFORE, _FROM = fold_name("قبل"), fold_name("من")
_UNITS = _phrases(
    "ثوان|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام|يوما|أسبوع|أسبوعين|أسابيع|أسبوعا|شهر|شهرين|أشهر|شهور|شهرا"
)
_COUNTS = _phrases(
    "عدة|بضع|بضعة|نحو|حوالي|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر"
)
_ENGLISH_COUNTS = _phrases("a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of")
_ENGLISH_UNITS = _phrases(
    "second|seconds|minute|minutes|min|mins|hour|hours|hr|hrs|day|days|week|weeks|fortnight|month|months|year|years"
)
_AGO = _phrases("ago|earlier")
_YEARLY = _phrases("من كل عام|من كل سنة|كل عام|كل سنة|every year|each year")
_BEFORE_MONTH = _phrases(
    "في|خلال|شهر|شهري|منذ|حتى|مطلع|بداية|نهاية|أواخر|أوائل|منتصف|بحلول|لشهر|بشهر|أواسط|in|since|by|until|during|early|late"
    "|mid|from|through"
)
_MOST = 100_000  # characters: longer than any paragraph, and a person is helped by few hints
_NO_MONTHS = _phrases("مه|می|اب|mar|may")  # too often something else to be a hint without a day or an epithet


@dataclass(frozen=True, slots=True)
class _Row:
    """The lexemes of a text, and for each whether it is written with a capital or in a script without them, and its
    first word: some lexemes are phrases."""

    lexemes: list[Lexeme]
    named: tuple[bool, ...]
    words: tuple[str, ...]

    def phrase_end(self, index: int, phrases: _Phrases) -> int:
        """The index after the longest of the phrases that begins at `index`; `index` itself where none does."""
        if index >= len(self.lexemes) or self.words[index] not in phrases.firsts:
            return index
        for length in (4, 3, 2, 1):
            words = " ".join(lexeme.text for lexeme in self.lexemes[index : index + length])
            if words in phrases and index + length <= len(self.lexemes):
                return index + length
        return index

    def text(self, index: int) -> str:
        """The text of a lexeme; empty outside the row."""
        return self.lexemes[index].text if 0 <= index < len(self.lexemes) else ""

    def is_weekday(self, index: int) -> bool:
        """Whether a weekday is named in full at `index`."""
        if index >= len(self.lexemes) or not self.named[index]:
            return False
        weekday = self.lexemes[index].weekday
        return weekday is not None and not weekday.loose and len(self.text(index)) > 3


_Rule = Callable[[_Row, int], int]


def find_date_hints(text: str) -> tuple[str, ...]:
    """Relative and year-less expressions of time in a running text, word for word, in order, each once.

    `اليوم الخميس`, `أغسطس الماضي`, `16 ديسمبر الجاري`, `last Tuesday`, `3 June`; a date with its year is none.
    Only the first 100,000 characters are looked at. Never raises. The expressions are those that
    news prose uses; the list is closed and stands in this module.
    """
    folded = fold(text[:_MOST])
    lexemes = lex(folded.text)
    words = tuple([lexeme.text.partition(" ")[0] for lexeme in lexemes])
    if _STARTS.isdisjoint(words) and not any(lexeme.kind in _DATE_KINDS for lexeme in lexemes):
        return ()
    row = _Row(lexemes, tuple([_is_named(text, folded.origins[each.start]) for each in lexemes]), words)
    taken = _dated(lexemes)
    hints: dict[str, None] = {}
    index = 0
    while index < len(lexemes):
        if lexemes[index].kind not in _DATE_KINDS and row.words[index] not in _STARTS:
            index += 1
            continue
        end = max((rule(row, index) for rule in _RULES), default=index)
        if end > index and not taken.isdisjoint(range(index, end)):
            end = index
        if end > index:
            start, stop = folded.span(lexemes[index].start, lexemes[end - 1].end)
            hints[text[start:stop]] = None
        index = max(end, index + 1)
    return tuple(hints)


def _is_named(text: str, index: int) -> bool:
    """Whether a word may be a name: a capital, or a letter of a script that has none."""
    return text[index].isupper() or not text[index].islower()


def _dated(lexemes: list[Lexeme]) -> frozenset[int]:
    """Indexes of lexemes that belong to a date with its year, the weekday before it included."""
    taken: set[int] = set()
    for mention in find_mentions(lexemes, None):
        if mention.shape in {Shape.YEARLESS, Shape.UNSUPPORTED}:
            continue
        start = mention.start
        while start and lexemes[start - 1].kind in {Kind.WEEKDAY, Kind.MARK, Kind.FILLER, Kind.OF, Kind.EQUAL}:
            start -= 1
        taken.update(range(start, mention.end))
    return frozenset(taken)


def _day(row: _Row, index: int) -> int:
    """`اليوم الخميس`, `مساء أمس`, `الثلاثاء الماضي`, `Monday morning`, `yesterday`."""
    start = row.phrase_end(index, _PARTS_BEFORE)
    near = row.phrase_end(start, _NEAR)
    place = near + 1 if near == start and row.text(near) == _DAY_OF else near
    opened = row.text(place) in {",", "("} and near > start
    place += int(opened)
    if row.is_weekday(place) and _is_meant(row, index, place):
        after = _after_weekday(row, place + 1)
        return after + 1 if opened and row.text(after) == ")" else after
    if near == start:
        return index
    return near if _is_near_day(row, index, start, near) else index


def _is_meant(row: _Row, index: int, weekday: int) -> bool:
    """Whether a weekday is a day of the news and no name of a prayer, a market or a newspaper."""
    before, after = row.text(index - 1), row.phrase_end(weekday + 1, _NOT_WEEKDAY_BEFORE)
    return before.removeprefix("و") not in _NOT_WEEKDAY_AFTER and after == weekday + 1


def _after_weekday(row: _Row, index: int) -> int:
    """The index after what follows a weekday: a part of the day, day and month, an epithet."""
    index = row.phrase_end(index, _PARTS_AFTER)
    place = index + 1 if row.text(index) in {",", "("} else index
    dated = _day_and_month(row, place)
    index = dated if dated > place else index
    return row.phrase_end(index, _AFTERWARDS)


def _is_near_day(row: _Row, index: int, start: int, near: int) -> bool:
    """Whether `اليوم` or `today` is this day: not `اليوم العالمي`, not `روسيا اليوم`, not `USA Today`."""
    if row.text(index - 1) in _NOT_TODAY_AFTER:
        return False
    if row.text(start) == "today" and row.named[start] and index and row.named[index - 1]:
        return row.lexemes[index - 1].kind is Kind.MARK
    return not (near == start + 1 and row.text(start) == _TODAY and row.text(near).startswith("ال"))


def _day_and_month(row: _Row, index: int) -> int:
    """`16 ديسمبر`, `3 June`, `June 3rd`; the index itself where there is no such thing or a year follows."""
    if index >= len(row.lexemes):
        return index
    day_first = row.lexemes[index].is_day_number and stands_free(row.lexemes, index)
    place = skip_joints(row.lexemes, index + 1, 2) if day_first else index
    if day_first and any(row.text(between) in {",", ".", "-"} for between in range(index + 1, place)):
        return index
    group = find_month(row.lexemes, place)
    if group is None or not row.named[place] or group.name.calendar is Calendar.PERSIAN:
        return index
    end = group.end
    if not day_first:
        end = skip_joints(row.lexemes, end, 1) if row.text(end) == "." else end
        if end >= len(row.lexemes) or not row.lexemes[end].is_day_number or not row.text(place).isascii():
            return index
        end += 1
    year = find_year(row.lexemes, end)
    return end if year is None or year.short else index


def _dated_without_year(row: _Row, index: int) -> int:
    """A day and month with what may follow: `16 ديسمبر الجاري`; not one that returns: `العاشر من ماي من كل عام`."""
    end = _day_and_month(row, index)
    if end == index or row.phrase_end(end, _YEARLY) > end:
        return index
    return row.phrase_end(end, _AFTERWARDS)


def _month(row: _Row, index: int) -> int:
    """`أغسطس الماضي`, and a bare month where a word before it says that it is one: `في ديسمبر`, `in May`."""
    group = find_month(row.lexemes, index)
    if group is None or not row.named[index] or group.name.calendar is Calendar.PERSIAN:
        return index
    end = row.phrase_end(group.end, _AFTERWARDS)
    if end > group.end:
        return end
    if row.text(index - 1) not in _BEFORE_MONTH or row.text(index) in _NO_MONTHS - {"may"}:
        return index
    year = find_year(row.lexemes, group.end)
    return group.end if year is None else index


def _span(row: _Row, index: int) -> int:
    """`الأسبوع الماضي`, `هذا الشهر`, `last week`, `next Tuesday`, `this December`."""
    alone = row.phrase_end(index, _SPANS_ALONE)
    spanned = row.phrase_end(index, _SPANS)
    after = row.phrase_end(spanned, _AFTERWARDS) if spanned > index else index
    if after > spanned or alone > index:
        return max(after, alone) if after > spanned else alone
    before = row.phrase_end(index, _BEFOREHAND)
    if before == index:
        return index
    named = row.phrase_end(before, _ENGLISH_SPANS)
    if named > before:
        return named
    group = find_month(row.lexemes, before)
    if group is not None and row.named[before]:
        return group.end
    return _after_weekday(row, before + 1) if row.is_weekday(before) else index


def _ago(row: _Row, index: int) -> int:
    """`منذ 3 ساعات`, `قبل يومين`, `3 hours ago`, `a week ago`; not `قبل يومين من الانتخابات`."""
    since = row.phrase_end(index, _SINCE)
    if since > index:
        counted = since + 1 if _is_count(row, since) else row.phrase_end(since, _COUNTS)
        end = row.phrase_end(counted, _UNITS)
        of_another = row.text(index) == _BEFORE and row.text(end) == _FROM
        return end if end > counted and not of_another else index
    counted = index + 1 if _is_count(row, index) else row.phrase_end(index, _ENGLISH_COUNTS)
    unit = row.phrase_end(counted, _ENGLISH_UNITS) if counted > index else counted
    end = row.phrase_end(unit, _AGO) if unit > counted else unit
    return end if end > unit > counted else index


def _is_count(row: _Row, index: int) -> bool:
    return index < len(row.lexemes) and row.lexemes[index].is_day_number


_RULES: tuple[_Rule, ...] = (_day, _dated_without_year, _month, _span, _ago)
# Where an expression can begin: with one of these words, or with a lexeme of one of these kinds.
_STARTS = frozenset().union(
    *(each.firsts for each in (_PARTS_BEFORE, _NEAR, _SPANS, _SPANS_ALONE, _BEFOREHAND, _SINCE, _ENGLISH_COUNTS)),
    {_DAY_OF},
)
_DATE_KINDS = frozenset({Kind.NUMBER, Kind.MONTH, Kind.WEEKDAY})
