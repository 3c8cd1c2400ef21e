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

from generator.text.language_words import COMMON_WORDS, SCRIPTS, SIGNS

_COMMON = {
    script: {language: frozenset(words.split()) for language, words in languages.items()}
    for script, languages in COMMON_WORDS.items()
}
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670\u0640\u200c'’]+[^\W\d_]+)*")

# The articles of names, which are words of other languages too: El Fasher, Bashar al-Assad, Le Monde.
_PARTICLE_OF_NAME = re.compile(r"\b(?:[AEae]l|La|Le|De|Di|Da|Del|Los|Las|Ya|Wa)(?=[ -][A-Z])")
# A word in small letters with a digit before a letter; no measures, times and ordinals: 3rd, 5km, 9am, 4x4, h264.
_DIGIT_LETTERS = re.compile(
    r"(?<![\w.,/@#-])(?!\d+(?:st|nd|rd|th|[ap]m|bn|mn|tn|k?m|[ckm]m|k?g|mg|ml|[kmgt]b|[kmg]w|mph|kph|k?hz|hrs?|mins?|secs?|"
    r"yrs?|ft|in|oz|lbs?|x\d*|[a-z])\b)[a-z']*[2356789]'?[a-z][a-z0-9']*(?![\w@])"
)
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{1,80}[»”\"]")
_SMALL_WORD = re.compile(r"(?<![\w'’.@/-])[a-z]{2,}(?![\w@])")
_FEW_DIGIT_LETTERS, _FEW_MARKED, _FEW_WORDS_OF_PROSE = 2, 4, 16
_FEWEST_COMMON = 8  # words of prose to one common English word
_CLEARLY_ENGLISH, _CLEARLY_MORE = 0.36, 3  # of the weight of all words; an eighth of them or more
_DEFAULT = {"ARABIC": "ar", "LATIN": "en"}
_COMMON_WORD_WEIGHT = 2.0
# At least as many as the signs of all languages but Arabic, in words of its script that stand on a line each: what is
# no Arabic letter, and the one ending that is spelled with such letters alone. And the most that one sign weighs.
_NOT_ARABIC = re.compile("[^\u0621-\u063a\u0640-\u0652\n]|ها$", re.M)
_HEAVIEST = max(weight for _, weight in SIGNS["ARABIC"].values())
# The first bytes of U+0600 to U+06FF in UTF-8, and what in that block is no letter, or none before U+0620.
_ARABIC_LEADS = (b"\xd8", b"\xd9", b"\xda", b"\xdb")
_NO_LETTERS = re.compile("[\u0600-\u061f\u064b-\u066d\u0670\u06d4\u06d6-\u06e4\u06e7-\u06ed\u06f0-\u06f9\u06fd\u06fe]")
_ASCII_LETTERS = ascii_letters.encode()
_OTHER_SCRIPT = "other"
_FEW_WORDS = 40  # so long a text without a single common word is in a language that is not known here


def identify_language(text: str) -> str | None:
    """Give the ISO 639 code of the language of `text`, or None where it has no letters or its language is not known."""
    script = _main_script(text)
    if script is None or script in _COMMON:
        return _among_languages(text, script) if script else None
    return "uk" if script == "CYRILLIC" and re.search("[іїєґІЇЄҐ]", text) else SCRIPTS.get(script)


def _among_languages(text: str, script: str) -> str | None:
    """The language of a text in a script that several of those known here share."""
    words = _words_in(text, script)
    if _is_clear(words, script):
        return _DEFAULT[script]
    scores = _scores(words, script)
    if script == "LATIN":
        scores["ar-Latn"] += _COMMON_WORD_WEIGHT * _count_digit_letters(text)
    best = max(scores, key=lambda language: (scores[language], language == _DEFAULT[script]))
    if scores[best] > scores[_DEFAULT[script]] + _margin(script, words):
        return best
    if script == "LATIN" and not _may_be_english(text, words):
        return None
    return _DEFAULT[script] if scores[_DEFAULT[script]] or words.total() < _FEW_WORDS else None


def _may_be_english(text: str, words: Counter[str]) -> bool:
    """Whether a text may be English: one of eight words of its prose is a common English one, which every third is in
    news, or two of them end as English words do; or it is short, or a list of names, and has two common words, or few
    with letters that English lacks."""
    prose = len(_SMALL_WORD.findall(text))
    common = sum(words[word] for word in _COMMON["LATIN"]["en"])
    if prose >= _FEW_WORDS_OF_PROSE:
        ending = sum(times for word, times in words.items() if SIGNS["LATIN"]["en"][0].search(word))
        return (common + min(common, ending / 2)) * _FEWEST_COMMON >= prose
    marked = sum(times for word, times in words.items() if not word.isascii())
    return common > 1 or marked * _FEW_MARKED < max(words.total(), _FEW_MARKED)


def _count_digit_letters(text: str) -> int:
    """How many words of Arabic in Latin letters with digits for its own sounds (3 for ayn, 7 for ha) a text has: none
    where it has less than three different ones, as any text may have one or two. What is quoted is not the text's."""
    found = _DIGIT_LETTERS.findall(_QUOTED.sub(" ", text))
    return len(found) if len(set(found)) > _FEW_DIGIT_LETTERS else 0


def _is_clear(words: Counter[str], script: str) -> bool:
    """Whether a text is in its script's usual language beyond doubt: said of nearly every article, at a fraction of the
    cost of the scores."""
    return _is_clearly_arabic(words) if script == "ARABIC" else _is_clearly_english(words)


def _is_clearly_english(words: Counter[str]) -> bool:
    """Whether far more of the words are common English ones than common ones of any other language."""
    common = _common_words(words, "LATIN")
    english = common.pop("en")
    return english > _CLEARLY_ENGLISH * words.total() and english > _CLEARLY_MORE * max(common.values())


def _is_clearly_arabic(words: Counter[str]) -> bool:
    """Whether no other language of the script would get ahead of Arabic by its common words, had it all the signs of
    all others besides: said of nearly every article, at a fraction of the cost of the scores."""
    common = _common_words(words, "ARABIC")
    signs = len(_NOT_ARABIC.findall("\n".join(words)))
    return common.pop("ar") > max(common.values()) + _HEAVIEST * signs


def language_name(code: str) -> str:
    """What a language is called in English (CLDR), with its code: `French (fr)`, `Arabic in Latin letters (ar-Latn)`;
    an unknown code as it is."""
    plain, _, script = code.partition("-")
    locale = Locale("en")
    name, letters = locale.languages.get(plain.lower()), locale.scripts.get(script.title())
    if name and letters:
        return f"{name} in {letters} letters ({code})"
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
    if _PARTICLE_OF_NAME.search(text) is not None:
        found = Counter(_WORD.findall(_PARTICLE_OF_NAME.sub(" ", text))).items()
    words: Counter[str] = Counter()
    for word, times in found:
        if _script_of(word[0]) == script:
            words[_fold(word)] += times
    return words


def _fold(word: str) -> str:
    """Fold case, but not of acronyms and letters: the UN is not a French article, nor E the Italian "and"."""
    return word if word.isupper() and word not in ("A", "I") else word.casefold()


def _main_script(text: str) -> str | None:
    """Give the script of most letters; kana make a text Japanese whatever else it holds."""
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
    """Give the script of most letters, counted; all that are not known here count as one."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if character.isalpha():
            counts[_script_of(character) or _OTHER_SCRIPT] += times
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
    return script if script in SCRIPTS else None


def _scores(words: Counter[str], script: str) -> dict[str, float]:
    """Give how much `words` speak for each of a script's languages."""
    signs = Counter(chain.from_iterable(map(_signs_of, words, repeat(script))))
    common = _common_words(words, script)
    return {language: common[language] + weight * signs[language] for language, (_, weight) in SIGNS[script].items()}


def _common_words(words: Counter[str], script: str) -> dict[str, float]:
    """Give how much the commonest words of a script's languages among `words` speak for each."""
    return {
        language: _COMMON_WORD_WEIGHT * sum(words[word] for word in common & words.keys())
        for language, common in _COMMON[script].items()
    }


@lru_cache(maxsize=100_000)
def _signs_of(word: str, script: str) -> tuple[str, ...]:
    """Give the languages of which a word has a sign; running text says the same words again and again."""
    return tuple(language for language, (pattern, _) in SIGNS[script].items() if pattern.search(word))
