"""The original of a translated or relayed text: who published it and in which language, as the text itself says.

Only what the text states counts: a report that another outlet published (with the outlet's language named), or a note
that the text first appeared elsewhere. Quoting an outlet ("told the newspaper X") makes no original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_named_in_english
from generator.model.article import Original
from generator.text.arabic import is_arabic

_LANGUAGES = {
    "الانجليزيه": "en", "الانكليزيه": "en", "الانجليزي": "en", "الانكليزي": "en", "العربيه": "ar", "العربي": "ar",
    "الفرنسيه": "fr", "الايطاليه": "it", "الالمانيه": "de", "الاسبانيه": "es", "الروسيه": "ru", "التركيه": "tr",
    "الفارسيه": "fa", "العبريه": "he", "العبري": "he",
    "الصينيه": "zh", "البرتغاليه": "pt", "اليونانيه": "el", "الهولنديه": "nl",
    "اليابانيه": "ja", "الكرديه": "ku", "الاورديه": "ur", "الاوكرانيه": "uk", "البولنديه": "pl", "الكوريه": "ko",
    "english": "en", "arabic": "ar", "french": "fr", "italian": "it", "german": "de", "spanish": "es",
    "russian": "ru", "turkish": "tr", "persian": "fa", "farsi": "fa", "hebrew": "he", "chinese": "zh",
    "portuguese": "pt", "greek": "el", "dutch": "nl", "japanese": "ja", "kurdish": "ku", "urdu": "ur",
    "ukrainian": "uk", "polish": "pl", "korean": "ko",
}  # fmt: skip
_OPEN, _CLOSE = '[“"«„‘]', '[”"»“’]'
_OUTLET_AR = "(?:صحيفة|جريدة|موقع|مجلة|وكالة|شبكة|قناة|دورية|منصة|يومية|أسبوعية|معهد|مركز|مؤسسة)"
_OUTLETS_AR = tuple(_OUTLET_AR[3:-1].split("|"))
_PUBLISHED_AR = (
    "(?:نشرته|نشرتها|نشره|نشرها|نشر|نشرت|أوردته|أورده|بثته|بثه|أعدته|أعده|أصدره|أصدرته|أصدرتها|كتبته|تناولته|"
    r"نُشر|نُشرت)"
)
_QUOTED_AR = re.compile(
    rf"{_PUBLISHED_AR}(?: (?:أمس|اليوم|مؤخرا|مؤخرًا|أخيرا|حديثا|في|على|عبر))*(?: {_OUTLET_AR})?(?: \S+)? ?"
    rf"{_OPEN}(?P<name>[^“”\"«»„]{{2,60}}){_CLOSE}(?P<rest>[^.]{{0,120}})"
)
_PLAIN_AR = re.compile(
    rf"{_PUBLISHED_AR}(?: في| على| عبر)? {_OUTLET_AR} (?P<name>(?:\S+ ){{1,4}}?)"
    r"(?:(?:ال\S+ ){0,2})(?P<rest>(?:الناطقة|الناطق|الصادرة|الصادر) ?(?:باللغة |ب)\S+)"
)
_NAMED_AR = re.compile(
    rf"{_OUTLET_AR}(?: \S+)? ?{_OPEN}(?P<name>[^“”\"«»„]{{2,60}}){_CLOSE}"
    r"(?P<rest>(?: \S+){0,3}? (?:الناطقة|الناطق|الصادرة|الصادر) (?:باللغة |ب)\S+)"
)
_NOUN_AR = "(?:تقرير|تحقيق|مقال|تحليل|افتتاحية|حوار|مقابلة|دراسة|استطلاع|خبر)"
_NAMED_QUOTED_AR = rf"{_OUTLET_AR}(?: \S+)? ?{_OPEN}(?P<name>[^“”\"«»„]{{2,60}}){_CLOSE}(?P<rest>[^.]{{0,120}})"
# An outlet that publishes a report, or whose report this is: the report is what the text is about.
_REPORTING_AR = (
    re.compile(rf"(?:نشرت|أوردت|بثت|أعدت|نشر|أورد|خصصت|أفردت|كتبت) {_NAMED_QUOTED_AR}"),
    re.compile(rf"{_NOUN_AR}[اًةه]*(?: \S+){{0,2}}? (?:ل|في |من |عن |على ){_NAMED_QUOTED_AR}"),
)
# An outlet that says something: an original only of what is told to be a translation.
_SAYING_AR = re.compile(
    "(?:ذكرت|قالت|أفادت|كشفت|رأت|نقلت|سلطت|تناولت|رصدت|اعتبرت|أكدت|حذرت|أشارت|تساءلت|ذكر|قال|أفاد|كشف|رأى|نقل|سلط|تناول"
    rf"|بحسب|حسب|وفق|وفقا ل|وفقًا ل|وفقاً ل|نقلا عن|نقلاً عن|نقلًا عن) ?{_NAMED_QUOTED_AR}"
)
_OUTLET_QUOTED_AR = re.compile(_NAMED_QUOTED_AR)
_CREDIT_NOTE = re.compile(
    r"(?i:(?:this|the) (?:article|report|story|piece|interview|text|essay|analysis|investigation)(?: \w+)?"
    r" (?:was |has been |is )?(?:originally|first|initially|translated|adapted|republished) (?:published|appeared|"
    r"printed|issued|ran|from|with|by|in)\b)|(?:نُ?شرت?|ظهرت?|تُ?رجمت?) (?:هذا|هذه) (?:المقال|المقالة|التقرير|"
    r"التحقيق|الحوار|"
    r"المقابلة|النص|التحليل)|هذ[اه] (?:المقال|المقالة|التقرير|التحقيق|النص) (?:مترجمة?|منشورة?|منقولة?) "
)
_REPORTS_AR = ("تقرير", "تحقيق", "مقال", "تحليل", "افتتاحية", "حوار", "مقابلة", "دراسة", "خبر")
_LANGUAGE_AR = re.compile(
    r"(?:الناطق(?:ة)?|الصادر(?:ة)?|المكتوب(?:ة)?|المنشور(?:ة)?)? ?(?:باللغة |ب)(?P<language>ال\S+?)(?=[\s،,.؛)]|$)"
)
# What stands beside an outlet's name: brackets (one that never closes goes to the end, to be read but once), and words.
_WORDS_BEHIND = r"(?<!\s)\s++(?:in [A-Z][a-z]+\b|الناطق|الصادر|باللغة).*$"
_BESIDE_NAME = re.compile(rf"(?:(?<!\s)\s++)?+[(\[][^)\]]*+(?:[)\]]|\Z)|{_WORDS_BEHIND}")
_HEBREW_AR = re.compile(r" (?P<language>العبرية|العبري)\b")  # said of outlets, it is their language and nothing else
_NAME_EN = (
    r"(?:[“\"‘'](?P<quoted>[^“”\"]{2,60}?)[”\"’']|(?P<plain>(?:the |The )?[A-Z][\w.’'&\-]*"
    r"(?: (?:[A-Z][\w.’'&\-]*|al-\w+|of|the|and|de|la))*))"
)
_LANG_EN = r"(?P<language>[A-Z][a-z]+)"
_AT_FIRST_EN = ("originally", "first", "initially")
_LANGUAGE_EN = ("-language",)
_PAPERS_EN = ("daily", "weekly", "site", "magazine", "journal", "outlet", "broadcaster", "paper")
_TRANSLATED_EN = ("translated", "adapted")
# Each form behind the words of which a text that has it holds one, in small letters.
_ENGLISH = tuple(
    (words, re.compile(form))
    for words, form in (
        (
            _AT_FIRST_EN,
            rf"(?i:(?:originally|first|initially) (?:published|appeared|printed|issued|ran))(?: \w+)? in {_LANG_EN}"
            rf"(?: \w+)?(?: by| in| on| at| with)(?: \w+ (?:newspaper|daily|website|magazine|outlet))? {_NAME_EN}",
        ),
        (
            _AT_FIRST_EN,
            rf"(?i:(?:originally|first|initially) (?:published|appeared|printed|issued|ran))(?: (?:by|in|on|at))"
            rf"(?: the \w+[ -](?:newspaper|daily|website|magazine|outlet))? {_NAME_EN}(?P<rest>[^.]{{0,60}})",
        ),
        (
            _LANGUAGE_EN,
            rf"(?i:reports?|article|analysis|study|editorial|investigation|interview|story|piece)"
            rf"(?: \w+)? (?i:published|carried|issued|released|run|printed)(?: \w+){{0,3}}? by (?:the )?"
            rf"(?P<language>[A-Z][a-z]+)-language(?: \w+){{0,3}}? {_NAME_EN}",
        ),
        (
            _PAPERS_EN,
            rf"(?i:reports?|article|analysis|study|editorial|investigation|interview|story|piece)"
            rf"(?: \w+)? (?i:published|carried|issued|released|run|printed)(?: \w+){{0,3}}? (?:by|in) (?:the |an? )?"
            r"(?:[A-Z]\w+ )?(?:newspaper|daily|weekly|website|magazine|journal|site|outlet|broadcaster|paper) "
            rf"{_NAME_EN}(?P<rest>[^.]{{0,60}})",
        ),
        (
            _PAPERS_EN,
            rf"(?i:reports?|article|analysis|study|editorial|investigation|interview|story)(?: \w+)? (?i:in|by|from|on)"
            rf"(?: (?:the|The|an?))?(?: (?:[A-Z]\w+|state|local|national|independent|weekly|daily))?"
            rf" (?:newspaper|daily|weekly|website|magazine|journal|news site|broadcaster|paper) {_NAME_EN}"
            rf"(?P<rest>[^.]{{0,60}})",
        ),
        (
            _LANGUAGE_EN,
            rf"(?i:according to|reported by|says|writes|as reported in)(?: an? \w+ (?:in|by))? (?:the )?"
            rf"(?P<language>[A-Z][a-z]+)-language(?: \w+){{0,3}}? {_NAME_EN}",
        ),
        (
            _TRANSLATED_EN,
            rf"(?i:translated|adapted)(?: \w+)? from (?:the )?(?:original )?{_LANG_EN}(?:[ -]language)?"
            rf"(?: (?:of|in|by|published (?:by|in)) {_NAME_EN})?",
        ),
    )
)


# All of the Arabic forms want a name between quotation marks, or the language that an outlet speaks.
_MAY_NAME = (*_OPEN[1:-1], "الناطق", "الصادر")
# What stands before the outlet's name in a note («نُشر هذا المقال أولاً في الغارديان»).
_NOTED_AR = re.compile(
    r"^(?:نُ?شرت?|ظهرت?|تُ?رجمت?) (?:هذا|هذه) \S+(?: (?:أولا[ً]?|أوّلا[ً]?|سابقا[ً]?|في الأصل|لأول مرة|بالأصل))*"
    r" (?:في|على|عن|لدى|عبر) (?:صحيفة |جريدة |موقع |مجلة |وكالة )?|^(?:صحيفة|جريدة|موقع|مجلة|وكالة) (?=[“\"«])"
)
_END_OF_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+(?=[A-Z])|\.$")
_LONGEST_OUTLET = 6
_LATIN_WORDS = re.compile(r"[a-z]{2} [A-Za-z]")


def is_credit_note(text: str) -> bool:
    """Whether the whole line `text` is a sentence that says where the article first appeared."""
    return _CREDIT_NOTE.match(text) is not None and len(text.split()) <= 30


def find_original(texts: Iterable[str]) -> Original | None:
    """The original that the first of `texts` to name one names, or None."""
    for text in texts:
        found = _find_arabic(text) if _holds(text, _MAY_NAME) and is_arabic(text) else None
        found = found or (_find_english(text) if _LATIN_WORDS.search(text) else None)
        if found is not None:
            return found
    return None


def read_original(value: str) -> Original:
    """The original of a labelled value: `The Daily X (in Arabic)`, `صحيفة “س” الناطقة بالإنجليزية`."""
    language = find_language(value)
    quoted = re.search(rf"{_OPEN}([^“”\"«»]{{2,60}})(?:{_CLOSE}|$)", value)
    if quoted is not None:
        return Original(publisher=quoted.group(1).strip(), lang=language)
    name = _BESIDE_NAME.sub(_without_closed, _NOTED_AR.sub("", value))
    name = _END_OF_SENTENCE.split(name, maxsplit=1)[0]
    return Original(publisher=name.strip(" .،,:-–—") or None, lang=language)


def read_origin(text: str) -> Original | None:
    """From what a translation is by the words behind «عن» or "from": an outlet, a language (`the French`), or both;
    None where they name neither."""
    code = _LANGUAGES.get(key_of(re.sub(r"^(?:the|اللغة) ", "", text.strip(), flags=re.IGNORECASE)))
    if code is not None:
        return Original(lang=code)
    found = read_original(text)
    named = found.publisher is not None and (is_arabic(found.publisher) or found.publisher[:1].isupper())
    return found if named and len((found.publisher or "").split()) <= _LONGEST_OUTLET else None


def _without_closed(beside: re.Match[str]) -> str:
    """What stays of something beside a name: of a bracket that never closes, all but the words behind the name."""
    opens_only = beside[0].lstrip().startswith(("(", "[")) and not beside[0].endswith((")", "]"))
    return re.sub(_WORDS_BEHIND, "", beside[0]) if opens_only else ""


def find_language(text: str) -> str | None:
    """The language that a phrase such as «الناطقة بالإنجليزية» or "in Arabic" names, as a BCP 47 tag."""
    arabic = _LANGUAGE_AR.search(text) or _HEBREW_AR.match(text)
    if arabic is not None:
        return _LANGUAGES.get(key_of(arabic.group("language")))
    english = re.search(
        r"\bfrom (?:the )?([A-Z][a-z]+) by\b|\bin ([A-Z][a-z]+)\b|\b([A-Z][a-z]+)-language|\(([A-Z][a-z]+)\)", text
    )
    if english is None:
        return None
    return _LANGUAGES.get(next(group for group in english.groups() if group).lower())


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _find_arabic(text: str) -> Original | None:
    has_outlet = _holds(text, _OUTLETS_AR)
    if has_outlet and is_credit_note(text) and (noted := _OUTLET_QUOTED_AR.search(text)):
        return _original_of(noted)
    named = _find_report(text, has_outlet=has_outlet) if _holds(text, _REPORTS_AR) else None
    if named is None and has_outlet and _OUTLET_QUOTED_AR.search(text) is not None:
        named = _NAMED_AR.search(text) or _SAYING_AR.search(text)
    return _original_of(named) if named is not None else None


def _find_report(text: str, *, has_outlet: bool) -> re.Match[str] | None:
    """A report that an outlet published; `has_outlet`: the word for an outlet stands in the text."""
    quoted = _QUOTED_AR.search(text)
    if quoted is not None and _holds(text[: quoted.start()], _REPORTS_AR):
        return quoted
    if not has_outlet:
        return None
    plain = _PLAIN_AR.search(text)
    if plain is not None and _holds(text[: plain.start()], _REPORTS_AR):
        return plain
    if _OUTLET_QUOTED_AR.search(text) is None:
        return None
    reporting = next((found for form in _REPORTING_AR if (found := form.search(text))), None)
    return reporting if reporting is not None and _holds(reporting.group(), _REPORTS_AR) else None


def _original_of(named: re.Match[str]) -> Original:
    return Original(publisher=named["name"].strip(), lang=find_language(named["rest"]))


def _find_english(text: str) -> Original | None:
    lowered = text.lower()
    for words, form in _ENGLISH:
        found = form.search(text) if any(word in lowered for word in words) else None
        if found is None:
            continue
        groups = found.groupdict()
        language = _LANGUAGES.get((groups.get("language") or "").lower()) or find_language(groups.get("rest") or "")
        name = groups.get("quoted") or _END_OF_SENTENCE.split(groups.get("plain") or "", maxsplit=1)[0]
        name = name.strip(" .,") or None
        if name is not None and " by " in found.group() and is_named_in_english(name):
            name = None  # who translated
        if name or language:
            return Original(publisher=name, lang=language)
    return None
