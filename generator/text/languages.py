"""In which language a text is written, by its script and, within a script, by its commonest words and own letters.

Exact for telling Arabic from English, which is its purpose; the neighbours (Persian, Urdu, French, …) are known so that
they are not taken for these two. Give it title and body together: a few words may belong to several languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain, repeat
from string import ascii_letters

from babel import Locale

_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670\u0640\u200c'’]+[^\W\d_]+)*")

# Scripts that news of one language, as far as we can tell, is written in.
_SCRIPTS = {
    "ARABIC": "",
    "LATIN": "",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am",
    "TAMIL": "ta",
}

# Words so common that a paragraph hardly does without them. Words that two of the languages share are left out.
_COMMON_WORDS = {
    "ARABIC": {
        "ar": """
            في فى من على إلى الى عن أن إن التي الذي الذين هذا هذه ذلك مع لا لم لن بعد قبل كما بين قال قالت
            وقال خلال عام يوم كان كانت هو هي أو او ثم حيث منذ حتى غير عند كل وفي ومن وعلى أنه انه وأن ان ما
            قد وقد عبر ضد
        """,
        "fa": """
            در به از که این را با است برای آن یک خود تا کرد نیز شد می های بود شده کند ها اما اگر باید هستند
            نیست کرده شود ای ايران ایران وی اين براي
        """,
        "ur": "کے کی کا میں ہے سے نے کو پر اور یہ کہ ہیں تھا کر نہیں بھی اس گیا لیے تھے ہو گی گے جس ایک",
        "ps": "په چې کې ته یې هم کړي وي شوي لپاره دي",
        "ckb": "لە بە کە ئەو بۆ ئەم لەگەڵ دەکات",
        "ug": "بىلەن ۋە بۇ ئۈچۈن ئىككى بولغان",
    },
    "LATIN": {
        "en": """
            the of and to in that is was for on with as by at from it his her their are be has have will
            would not but an after said who which this they its over into than
        """,
        "fr": """
            le la les des et du en un une est dans que qui pour par sur au aux avec ce cette sont pas plus
            ne ont été son ses leur après
        """,
        "es": """
            el los las y del que en una por con para se es al lo como más su sus fue ha este pero sobre
            entre tras
        """,
        "de": """
            der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
            aus nach bei wurde wird
        """,
        "it": """
            il di che e la è per un una in non sono del della con le dei gli alla nel più anche si dopo
        """,
        "pt": "o os as do da em um uma que não com para por dos das no na se mais ao foi são sobre após",
        "tr": "ve bir bu için ile olarak olan da de çok daha sonra kadar gibi ise dedi türkiye",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er ook naar bij door",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh ke adalah telah",
        "sv": "och att det som en på är av för med till den har inte ett om från",
        "pl": "i w na z się do nie jest że o to jak po przez od dla",
    },
}
_COMMON = {
    script: {language: frozenset(words.split()) for language, words in languages.items()}
    for script, languages in _COMMON_WORDS.items()
}
# Signs within a word that speak for a language, with their weight.
_SIGNS = {
    "ARABIC": {
        "ar": (re.compile(r"^(?:[وفبك]?ال|لل)\w{3,}|\wة$|^[أإ]|ي$|ك$|[\u064b\u064c\u064d]"), 0.6),
        "fa": (re.compile(r"[پچژگ]|ها$|های$|^(?:نمی|می)\u200c|ک|ی$"), 0.8),
        "ur": (re.compile(r"[ٹڈڑںےہھۓ]"), 1.6),
        "ps": (re.compile(r"[ټډړښږڼځڅېۍ]"), 1.7),
        "ckb": (re.compile(r"[ڕێۆڵ]|ە"), 1.5),
        "ug": (re.compile(r"[ۇۈۋڭې]"), 1.8),
    },
    "LATIN": {
        "en": (re.compile(r"(?:ing|tion|ed|ly|ness)$|'s$|’s$"), 0.3),
        "fr": (re.compile(r"^[dlnsj]['’]|^qu['’]|[œçêîôûèùë]|eux$|é"), 0.8),
        "es": (re.compile(r"ñ|ción$|[áíóú]"), 0.8),
        "de": (re.compile(r"[äöüß]|ung$|lich$"), 0.8),
        "it": (re.compile(r"[ìòù]$|zione$|^(?:dell|nell|all|un|l)['’]"), 0.8),
        "pt": (re.compile(r"[ãõ]|ção$|ções$"), 1.0),
        "tr": (re.compile(r"[ğışİ]|(?:lar|ler|ları|leri)$"), 0.9),
        "nl": (re.compile(r"ij|sch|oe"), 0.3),
        "id": (re.compile(r"^(?:me|ber|pe)\w+(?:kan|an)$"), 0.5),
        "sv": (re.compile(r"[åäö]"), 0.6),
        "pl": (re.compile(r"[ąćęłńśźż]"), 1.2),
    },
}
_DEFAULT = {"ARABIC": "ar", "LATIN": "en"}
_COMMON_WORD_WEIGHT = 2.0
# A sign of any language but Arabic, in words of its script that stand on a line each; and the most that one weighs.
_NOT_ARABIC = re.compile("|".join(form.pattern for code, (form, _) in _SIGNS["ARABIC"].items() if code != "ar"), re.M)
_HEAVIEST = max(weight for _, weight in _SIGNS["ARABIC"].values())
# The first bytes of U+0600 to U+06FF in UTF-8, and what in that block is no letter, or none before U+0620.
_ARABIC_LEADS = (b"\xd8", b"\xd9", b"\xda", b"\xdb")
_NO_LETTERS = re.compile("[\u0600-\u061f\u064b-\u066d\u0670\u06d4\u06d6-\u06e4\u06e7-\u06ed\u06f0-\u06f9\u06fd\u06fe]")
_ASCII_LETTERS = ascii_letters.encode()
_FEW_WORDS = 40  # so long a text without a single common word is in a language that is not known here


def identify_language(text: str) -> str | None:
    """Give the ISO 639 code of the language of `text`, or None where it has no letters or its language is not known."""
    script = _main_script(text)
    if script is None:
        return None
    if script == "CYRILLIC":
        return "uk" if re.search("[іїєґІЇЄҐ]", text) else "ru"
    if script not in _COMMON:
        return _SCRIPTS[script]
    words = _words_in(text, script)
    if script == "ARABIC" and _is_clearly_arabic(words):
        return "ar"
    scores = _scores(words, script)
    best = max(scores, key=lambda language: (scores[language], language == _DEFAULT[script]))
    if scores[best] > scores[_DEFAULT[script]] + _margin(script, words):
        return best
    return _DEFAULT[script] if scores[_DEFAULT[script]] or words.total() < _FEW_WORDS else None


def _is_clearly_arabic(words: Counter[str]) -> bool:
    """Whether no other language of the script would get ahead of Arabic by its common words, had it all the signs of
    all others besides: said of nearly every article, at a fraction of the cost of the scores."""
    common = _common_words(words, "ARABIC")
    signs = len(_NOT_ARABIC.findall("\n".join(words)))
    return common.pop("ar") > max(common.values()) + _HEAVIEST * signs


def language_name(code: str) -> str:
    """What a language is called in English (CLDR), with its ISO 639 code: `French (fr)`; an unknown code as it is."""
    name = Locale("en").languages.get(code.lower())
    return f"{name} ({code})" if name else code


def _margin(script: str, words: Counter[str]) -> float:
    """Give by how much another language must beat the script's usual one: one foreign name is not enough.

    Several words with marks on Latin letters are enough not to expect English.
    """
    if script == "ARABIC" or len({word for word in words if not word.isascii()}) > 1:
        return 1.0
    return _COMMON_WORD_WEIGHT


def _words_in(text: str, script: str) -> Counter[str]:
    """Count the words of a text that begin with a letter of `script`, folded."""
    found = Counter(_WORD.findall(text)).items()
    if script == "ARABIC":  # without case
        return Counter(
            {word: times for word, times in found if "\u0620" <= word[0] <= "\u06ff" or _script_of(word[0]) == script}
        )
    words: Counter[str] = Counter()
    for word, times in found:
        if _script_of(word[0]) == script:
            words[_fold(word)] += times
    return words


def _fold(word: str) -> str:
    """Fold case, but not of acronyms: the UN is not a French article."""
    return word if word.isupper() and len(word) > 1 else word.casefold()


def _main_script(text: str) -> str | None:
    """Give the script of most letters, among those known; kana make a text Japanese whatever else it holds."""
    return _script_of_half(text) or _script_of_most(text)


def _script_of_half(text: str) -> str | None:
    """Give the script of more than half of all that may be letters, where that is Arabic or unmarked Latin: told by
    counting bytes, much sooner than letter by letter."""
    raw = text.encode("utf-8", "surrogatepass")
    half = (len(text) - text.count(" ")) / 2
    if len(raw) - len(raw.translate(None, _ASCII_LETTERS)) > half:
        return "LATIN"
    block = sum(map(raw.count, _ARABIC_LEADS))
    return "ARABIC" if block > half and block - len(_NO_LETTERS.findall(text)) > half else None


def _script_of_most(text: str) -> str | None:
    """Give the script of most letters, counted."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        script = _script_of(character) if character.isalpha() else None
        if script is not None:
            counts[script] += times
    if not counts:
        return None
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0 and counts["CJK"] > 0:
        counts["HIRAGANA"] += counts["CJK"]
    return max(sorted(counts), key=lambda script: counts[script])


def _script_of(character: str) -> str | None:
    """Give the script of a letter by the first word of its Unicode name, or None for a script not known here."""
    if "a" <= character <= "z" or "A" <= character <= "Z":
        return "LATIN"
    if "\u0620" <= character <= "\u06ff":
        return "ARABIC"
    script = unicodedata.name(character, "").partition(" ")[0]
    return script if script in _SCRIPTS else None


def _scores(words: Counter[str], script: str) -> dict[str, float]:
    """Give how much `words` speak for each of a script's languages."""
    signs = Counter(chain.from_iterable(map(_signs_of, words, repeat(script))))
    common = _common_words(words, script)
    return {language: common[language] + weight * signs[language] for language, (_, weight) in _SIGNS[script].items()}


def _common_words(words: Counter[str], script: str) -> dict[str, float]:
    """Give how much the commonest words of a script's languages among `words` speak for each."""
    return {
        language: _COMMON_WORD_WEIGHT * sum(words[word] for word in common & words.keys())
        for language, common in _COMMON[script].items()
    }


@lru_cache(maxsize=100_000)
def _signs_of(word: str, script: str) -> tuple[str, ...]:
    """Give the languages of which a word has a sign; running text says the same words again and again."""
    return tuple(language for language, (pattern, _) in _SIGNS[script].items() if pattern.search(word))
