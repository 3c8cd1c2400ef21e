"""Names of people and outlets in bylines: telling them apart, taking lists of them to pieces.

Not for finding names in running text (generator.ingest.tagging does that, from the vocabulary).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.lines import ends_with_stop, key_of
from generator.text.arabic import is_arabic

_OUTLET_WORDS = frozenset(
    ["صحيفه", "جريده", "وكاله", "وكالات", "قناه", "بوابه", "موقع", "شبكه", "مجله", "اذاعه", "تلفزيون", "نيوز", "برس", "بوست", "تايمز", "الاخباريه", "الانباء", "غرفه", "الاخبار", "تحرير", "المحرر", "فريق", "هيءه", "اداره", "قسم", "مراسلون", "مكتب", "مركز", "مءسسه", "رويترز", "الاناضول", "سبوتنيك", "خاص", "agency", "agencies", "news", "staff", "admin", "administrator", "editor", "editors", "desk", "newsroom", "newspaper", "press", "post", "times", "daily", "tribune", "herald", "gazette", "courier", "dispatch", "chronicle", "telegraph", "standard", "bulletin", "digest", "weekly", "television", "tv", "radio", "online", "monitor", "observer", "reuters", "afp", "ap", "upi", "website", "team", "service", "bureau", "correspondents", "channel", "network", "magazine", "journal", "reporters", "wires"]
)
_DESK_WORDS = frozenset(
    ["قسم", "فريق", "غرفه", "مراسلون", "المحرر", "اداره", "مكتب", "staff", "admin", "administrator", "editor", "editors", "desk", "newsroom", "team", "bureau", "correspondents", "reporters"]
)
_AGENCIES = frozenset(
    ["رويترز", "ا ف ب", "اف ب", "ا.ف.ب", "فرانس برس", "ا ب", "ا.ب", "اسوشيتد برس", "اسوشييتد برس", "د ب ا", "د.ب.ا", "الالمانيه", "ا ش ا", "ا.ش.ا", "الشرق الاوسط", "الاناضول", "سبوتنيك", "سانا", "وام", "واس", "بترا", "كونا", "قنا", "بنا", "وفا", "واج", "وات", "وال", "شينخوا", "تاس", "نوفوستي", "وكالات", "الوكالات", "وكاله", "يو بي اي", "ايتار تاس", "انترفاكس", "ارنا", "فارس", "تسنيم", "العربيه نت", "العربيه.نت", "الجزيره نت", "الجزيره.نت", "بي بي سي", "سي ان ان", "سكاي نيوز", "خاص", "reuters", "afp", "agence france-presse", "ap", "associated press", "the associated press", "dpa", "upi", "mena", "anadolu", "aa", "anadolu agency", "xinhua", "tass", "sana", "wam", "spa", "petra", "kuna", "qna", "bna", "wafa", "aps", "tap", "lana", "map", "itar-tass", "interfax", "bbc", "cnn", "bloomberg", "agencies", "news agencies", "wires", "sputnik", "ria novosti", "pti", "ani", "pa", "pa media", "efe", "ansa", "kyodo", "yonhap", "antara", "apa", "ina", "nna", "irna", "rtv"]
)
_PARTICLES = frozenset(["de", "la", "le", "el", "al", "bin", "ibn", "van", "von", "der", "den", "di", "da", "dos", "du", "st", "abu", "ben", "and", "of", "the"])
_TITLES = re.compile(r"^(?:د|أ|ا|م|أ\.د|ا\.د|الدكتور|الدكتورة|الأستاذ|dr|prof|mr|mrs|ms)[.\s/]+", re.IGNORECASE)
_WAW_NAMES = frozenset(
    ["وليد", "وائل", "وسام", "وفاء", "وداد", "ورد", "وردة", "وحيد", "وحيده", "وديع", "وجدي", "وجيه", "وصال", "وصفي", "وضاح", "وسيم", "وسن", "وعد", "وفيق", "ولاء", "ولي", "واصف", "واصل", "وجدان", "وهيب", "وهبه", "وهبي", "وهاب", "وداع", "وكيم", "ولد", "واءل", "ورده", "وعلاء", "وفا", "وصفيه", "وسيله", "وجيهه", "وهيبه", "وثاب", "وقاص", "وراد", "وجنات", "وحيدر"]
) - frozenset({"وعلاء", "وحيدر"})
_GIVEN_NAMES = frozenset(
    ["محمد", "احمد", "محمود", "علي", "حسن", "حسين", "عمر", "عمرو", "خالد", "يوسف", "ابراهيم", "مصطفي", "عبد", "عبدالله", "عبدالرحمن", "سعيد", "سعد", "سامي", "سمير", "طارق", "كريم", "ياسر", "ياسين", "ناصر", "نبيل", "هاني", "هشام", "وليد", "واءل", "وسام", "ايمن", "ايهاب", "اسامه", "اسماعيل", "امير", "انس", "بلال", "بسام", "جمال", "جورج", "حاتم", "حازم", "حامد", "حمزه", "رامي", "رشيد", "رضا", "رياض", "زياد", "زكريا", "سالم", "سلمان", "سليم", "سليمان", "شادي", "شريف", "صالح", "صلاح", "طه", "عادل", "عاصم", "عامر", "عثمان", "عدنان", "عزت", "عصام", "علاء", "عماد", "غسان", "فادي", "فارس", "فيصل", "قاسم", "كمال", "لويي", "ماجد", "مازن", "ماهر", "مجدي", "مروان", "منصور", "مهند", "موسي", "نادر", "نزار", "نضال", "هيثم", "يحيي", "سارة", "ساره", "فاطمه", "مريم", "مني", "منى", "ليلي", "ليلى", "هدي", "هند", "ندي", "نور", "نوره", "نهي", "هبه", "هناء", "هاله", "رانيا", "ريم", "رنا", "سلمي", "سناء", "سميره", "سوسن", "شيماء", "دينا", "دعاء", "داليا", "خديجه", "حنان", "اميره", "امل", "امال", "اسماء", "ايمان", "الاء", "بسمه", "جميله", "عاءشه", "عبير", "غاده", "لمياء", "لينا", "مها", "ميساء", "نادين", "نجلاء", "نوال", "وفاء", "ياسمين", "رحاب", "رشا", "زينب", "فؤاد", "فءاد", "رءوف", "طلال", "بدر", "تامر", "باسم", "باسل", "ادهم", "اشرف", "اكرم", "انور"]
)
_LIST = re.compile(r"\s*[،,;؛&+]\s*|\s+/\s+|\s+(?:and|و|et)\s+")
_NOT_A_NAME = re.compile(r"[0-9٠-٩۰-۹:؟?!«»“”\"@<>{}\[\]=…]|https?|www\.|\.com|\.net")


def is_agency(text: str) -> bool:
    """Whether `text` is the name of a news agency, or «وكالات»."""
    return key_of(text) in _AGENCIES


def is_outlet_like(text: str) -> bool:
    """Whether `text` names an outlet, an agency or a newsroom and not a person."""
    key = key_of(text)
    words = [w.removeprefix("و") if w.startswith("وو") else w for w in re.split(r"[\s/\-–—]+", key)]
    return key in _AGENCIES or any(w in _OUTLET_WORDS or w.removeprefix("ال") in _OUTLET_WORDS for w in words)


def is_desk(text: str) -> bool:
    """Whether `text` names a desk or the staff of an outlet and neither a person nor the outlet itself."""
    return any(word.removeprefix("ال") in _DESK_WORDS for word in key_of(text).split())


def is_person_like(text: str) -> bool:
    """Whether `text` has the form of a person's name: one to six words, no digit, no sentence's punctuation."""
    bare = _TITLES.sub("", text.strip())
    words = bare.split()
    if not 1 <= len(words) <= 6 or _NOT_A_NAME.search(bare) or len(bare) > 60:
        return False
    if ends_with_stop(bare) and not bare.endswith("."):
        return False
    if is_arabic(bare):
        return all(len(w) <= 16 for w in words)
    return all(w[0].isupper() or w.lower() in _PARTICLES or not w[0].isalpha() for w in words)


def is_unlabelled_byline(text: str) -> bool:
    """Whether a line without a label is surely a person's name: a known Arabic given name first, or two to four
    capitalised English words."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not is_person_like(text) or is_outlet_like(text) or text.isupper():
        return False
    if is_arabic(text):
        return key_of(words[0]) in _GIVEN_NAMES
    return sum(w[0].isupper() for w in words) >= 2 and all(re.fullmatch(r"[^\W\d_][\w.'’\-]*", w) for w in words)


def split_names(value: str) -> tuple[str, ...]:
    """The single names of a byline, in order: split at commas, slashes and `and`, and at a joined «و» before a name."""
    names = (name.strip(" .:-–—|") for part in _LIST.split(value) for name in _split_waw(part))
    return tuple(dict.fromkeys(name for name in names if name))


def _split_waw(part: str) -> list[str]:
    """`أحمد علي ومحمد حسن` in two; `وليد سعد` and a single two-word name stay whole."""
    words = part.split()
    for at in range(2, len(words)):
        word = words[at]
        if word.startswith("و") and len(word) > 3 and key_of(word) not in _WAW_NAMES and len(words) - at >= 2:
            return [" ".join(words[:at]), *_split_waw(" ".join([word[1:], *words[at + 1 :]]))]
    return [part]
