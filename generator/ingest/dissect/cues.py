"""Cues: lines such as «اقرأ أيضاً:» and "Read also" that announce other articles.

A cue is a whole line, or stands before `: - | … >` with a headline behind it; prose that merely begins with the same
words is none. What the lines after a cue are is decided elsewhere (split).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.lines import is_headline_like, key_of
from generator.ingest.dissect.own_words import NO_WORDS, OwnWords
from generator.model.publisher import Label
from generator.text.word_sets import word_set

# Folded spellings (generator.text.arabic.fold): أ إ آ are ا, ة is ه, ى is ي, ئ ؤ are ء, no marks.
_SEE = (
    "(?:اقرا|اقراء|اطلع|اطلعوا|اقراوا|اقرءوا|اقرء|اقري|طالع|طالعوا|شاهد|شاهدوا|انظر|تابع|تابعوا|راجع|لمزيد|للمزيد|تصفح|"
    "اقرءي|طالعي|شاهدي|تابعي)(?:/(?:ي|ا|وا))?"  # «اقرأ/ي»: to readers of either sex
)
_ALSO = (
    "(?:ايضا|ايضآ|ايظا|كذلك|المزيد|اكثر|من الموقع|في الموقع|في هذا السياق|في هذا الملف|عن الموضوع|المزيد حول الموضوع)"
)
_STUFF = (
    "(?:ال)?(?:وصلات|قراءات|مواضيع|موضوعات|اخبار|مقالات|تقارير|قصص|ملفات|عناوين|مواد|مقال|خبر|موضوع|تقرير|روابط|"
    "فيديو|فيديوهات|تغطيه|تغطيات)"
)
_TIED = (
    "(?:ذات الصله|ذات العلاقه|المتعلقه|المرتبطه|المشابهه|المقترحه|المختاره|ذات صله|ذات علاقه|متعلقه|مرتبطه|مشابهه|"
    "ساخنه اخري|ساخنه|اخري|ذو صله|متعلق|مرتبط|مشابه|مقترحه|مختاره)"
)
_ARABIC = (
    f"و?{_SEE} {_ALSO}",
    f"{_SEE} (?:ايضا|كذلك) (?:علي|في|من|عبر) .{{1,30}}",
    "(?:(?:فيديو|فيديوهات|اخبار|صور|مواضيع|موضوعات) )?(?:قد|ربما) (?:يهمك|يعجبك|يهمكم|يعجبكم|تهمك|تعجبك)"
    "(?: ايضا)?(?: قراءه| مشاهده)?(?: هذا الخبر| هذا الموضوع)?",
    "ننصح(?:ك|كم)? (?:ايضا )?ب(?:قراءه|مشاهده|متابعه)(?: ايضا)?",
    f"{_STUFF} {_TIED}(?: بالموضوع| بالخبر| بالمقال)?",
    f"{_STUFF} (?:قد )?(?:تهمك|يهمك|تعجبك|قد تهمك|قد تعجبك)",
    "(?:ذات|ذو) (?:ال)?صله|له علاقه|لها علاقه|في السياق ذاته|علي صله|صله",
    "(?:قصص|مواد) مقترحه|ترشيحاتنا(?: لكم?)?|(?:اختيارات|اخترنا من) المحرر(?:ين)?|"
    "(?:اخترنا|اخترناه|نرشح|مختارات|مقترحات) (?:لك|لكم)|مختارات|اخترنا لك ايضا",
    "الاكثر (?:قراءه|مشاهده|مشاركه|تداولا|رواجا|شعبيه)(?: الان| اليوم| (?:في |ب)\\S+(?: \\S+)?)?|"
    "الاخبار الاكثر (?:قراءه|مشاهده)",
    "(?:ال|ل|لل)مزيد(?: من (?:الاخبار|المقالات|التقارير|القصص|المواضيع|الموضوعات))?",
    "(?:اقرا|اقرءوا|قراءه|لقراءه) (?:المزيد|التالي|ايضا)|التالي|الخبر (?:التالي|السابق)|المقال (?:التالي|السابق)",
    f"{_SEE} (?:ايضا |كذلك )?للكاتب(?: نفسه| ايضا| كذلك)?|(?:المزيد|مقالات اخري) (?:للكاتب|من الكاتب)",
    "في (?:الموضوع نفسه|نفس الموضوع|السياق نفسه)|حول (?:الموضوع|الموضوع نفسه)|للمزيد(?: حول (?:الموضوع|الخبر))?",
    "(?:اخر|احدث|اهم|ابرز) الاخبار|(?:ال)?اخبار (?:ال)?رءيسيه",
    "اخبار (?:اخري|متفرقه)|من الارشيف|من ارشيفنا|من ملفاتنا|كذلك اقرا|ايضا اقرا",
)
_ENGLISH = (
    "(?:also )?(?:read|see|watch|view)(?: also| more| next| too| on)",
    "also (?:read|see|watch)",
    "(?:read|see|watch) (?:more|also)(?:: .{0,0})?",
    "(?:see|read) (?:our )?(?:other|related) (?:stories|articles|news|coverage)",
    "related(?: (?:articles?|stories|story|news|content|topics?|posts?|links?|reading|coverage|reports?|items?))?",
    "(?:(?:read |see )?more )?(?:from|on) (?:the|this|our) (?:archives?|topic|story|subject|author|section|issue)",
    "(?:you (?:may|might|will|could) (?:also )?(?:like|enjoy|be interested in)|you may have missed)",
    "(?:recommended|suggested)(?: (?:for you|reading|stories|articles))?",
    "more (?:stories|news|articles|headlines|coverage|top stories)|more",
    "don'?t miss|dont miss|in case you missed it|icymi|trending(?: now| news)?|more to read|"
    "most (?:read|popular|viewed)|editors'? picks?",
    "editors picks?|top stories|up next|next (?:article|story)|previous (?:article|story)|further reading",
    "(?:more|read|stories) like this|explore more|see more|must[ -]reads?|read this next|more coverage",
    "more in this series|also of interest|you (?:may|might) be interested in|popular (?:now|stories|posts|articles)",
    "our picks|editor'?s choice",
    "(?:latest|recent) (?:news|stories|headlines|articles|posts)|from our archives?|related to this story",
    "other (?:news|stories|articles|headlines)|elsewhere|what to read next|keep reading|continue reading|read next",
    "(?:lire|à lire|a lire) aussi|voir aussi",
)
# Cues that name what they lead to; with a stop behind them they are sentences («المزيد في تقرير البلدية.»).
_NAMING = (
    f"{_SEE} (?:ايضا|كذلك) (?:علي|في|من|عبر) .{{1,30}}",
    "المزيد (?:من|في|حول|عن) .{1,25}",
    "also (?:on|in) .{1,30}",
    "(?:read|see|watch) (?:more|also) (?:on|about|from|in|at) .{1,40}",
    "more (?:on|from|in|about) .{1,40}",
)
_WHOLE = re.compile("|".join(f"(?:{form})" for form in _ARABIC + _ENGLISH))
_NAMING_WHOLE = re.compile("|".join(f"(?:{form})" for form in _NAMING))
_STOP = re.compile(r"(?<!\.)[.!؟?][\"'”’»)\]]*$")


# Words that are a cue with a headline behind the colon; behind another sign, they could be the beginning of prose.
_LOOSE = word_set("التالي صله للمزيد more elsewhere related recommended suggested trending مختارات المزيد")
_LINKING = word_set("read see watch view")  # cues only with a headline on their line, which is no sentence
_LEAST_TITLE, _LONGEST_LEADING = 4, 40  # words; characters
_BREAK = re.compile(r"\s*(?:[:：|…>»›]|\.{2,}|\s[-–—](?=\s)|[-–—]\s)\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LIST_END = re.compile(
    "نهايه (?:(?:ال)?(?:قصص|مواضيع|موضوعات|اخبار|مقالات|روابط) (?:مقترحه|المقترحه|ذات صله|ذات الصله|قد تهمك)|"
    "(?:ال)?(?:بودكاست|اكثر قراءه|اختيارات))"
)
_SIGNS = r"\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f"  # arrows, shapes, pictures
_LONGEST, _LONGEST_SIGNS = 260, 40  # characters of a cue with its headline; of the signs around it
_OPENING = re.compile(rf"^[\s*•>»<«\-–—|.…\[({_SIGNS}]+")
_CLOSING = re.compile(rf"[\s{_SIGNS}]+$")
# What leads over to other news, as bulletins do above the next headline; above prose it is a subhead of that.
_LEADING_OVER = re.compile(
    "(?:و?في (?:سياق|موضوع|شان|خبر|ملف) (?:متصل|اخر|منفصل)|(?:و?في (?:اخبار|انباء) اخري)|"
    "(?:(?:and )?in|also in|meanwhile,? in|elsewhere in) (?:other|the|related) news|in other (?:stories|headlines))"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue; `headline` is what stands on the same line behind it, or empty."""

    headline: str = ""


def read_cue(text: str, own: OwnWords = NO_WORDS) -> Cue | None:
    """The cue that the line `text` is, or None. The publisher's `own` words come before those that all write."""
    if len(text) > _LONGEST + _LONGEST_SIGNS:
        return None
    bare = _CLOSING.sub("", _OPENING.sub("", text))
    if len(bare) > _LONGEST or not bare:
        return None
    said = own.read(bare)
    if said is not None and said.label is Label.READ_ALSO and _announces(said.rest, signed=said.signed):
        return Cue(said.rest)
    whole = key_of(bare)
    if len(whole) <= 60 and ":" not in whole and _is_cue(whole, is_sentence=_STOP.search(bare) is not None):
        return Cue()
    return _read_inline(bare)


def leads_over(text: str) -> bool:
    """Whether a line says that other news comes ("In other news"). It is a cue only where a headline stands below."""
    if len(text) > _LONGEST_LEADING + _LONGEST_SIGNS:
        return False
    bare = _CLOSING.sub("", _OPENING.sub("", text))
    return len(bare) <= _LONGEST_LEADING and _LEADING_OVER.fullmatch(key_of(bare)) is not None


def ends_list(text: str) -> bool:
    """Whether a line says that a list of other articles ends with it («نهاية قصص مقترحة»): the text goes on below."""
    return text.startswith("نها") and _LIST_END.fullmatch(key_of(text)) is not None


def _is_cue(key: str, *, is_sentence: bool = False) -> bool:
    return _WHOLE.fullmatch(key) is not None or (not is_sentence and _NAMING_WHOLE.fullmatch(key) is not None)


def _announces(rest: str, *, signed: bool) -> bool:
    """Whether what stands behind a publisher's own words could be a headline; prose may begin with them, too."""
    return not rest or signed or is_headline_like(rest)


def _read_inline(text: str) -> Cue | None:
    """A cue with a headline behind its colon or dash."""
    found = _BREAK.search(text, 3)
    if found is None or found.start() > 60:
        return None
    head, rest = key_of(text[: found.start()]), text[found.end() :].strip(" :-–—|…>")
    if _ADDRESS.fullmatch(rest):  # a link of the page's to the same article
        return None
    if not head or not _is_cue_inline(head, found.group().strip(), rest):
        return None
    if find_address(rest) == rest:  # leads to the article itself, and announces none
        return None
    return Cue(rest)


def _is_cue_inline(head: str, sign: str, rest: str) -> bool:
    """Whether words with `sign` and more behind them are a cue: a single word is none where a sentence may go on."""
    if head in _LINKING or (head in _LOOSE and ":" not in sign):
        return is_headline_like(rest) and len(rest.split()) >= _LEAST_TITLE and not _goes_on(rest)
    return _is_cue(head)


def _goes_on(rest: str) -> bool:
    """Whether what stands behind a sign goes on with a sentence, in a small letter."""
    return rest.lstrip("\"'“‘«(")[:1].islower()
