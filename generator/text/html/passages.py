"""Paragraphs in another language than the text around them, marked with their own language and direction.

A quotation in English in an Arabic article is read from left to right, in an English voice. Only whole blocks: words of
another script within a sentence are `isolate`'s business.
"""

from __future__ import annotations

import html
import re

from generator.model.language import Language
from generator.text.html.tags import strip_tags
from generator.text.languages import identify_language

_BLOCK = r'<(?P<name>p|h[2-6]|li|t[dh]|d[td]|figcaption)(?P<attributes>(?: [a-z]+="[^"]*")*)>'
# Letters of scripts that neither language is written in: Greek, Cyrillic, Armenian, Hebrew, Syriac, those of India, …
_ELSEWHERE = "\u0370-\u05ea\u0700-\u074f\u0780-\u085f\u0900-\u1cff\u1f00-\u1fff\u2d30-\u2d7f\u3040-\u9fff\uac00-\ud7af"
# What may stand before a block's first letter: digits, signs, and the tags of emphasis and links.
_OPENING = rf"(?:[^<&A-Za-z\u0620-\u06ff{_ELSEWHERE}]|&[a-z0-9#]+;|<(?:strong|em|a|code|del|sup|sub|q)\b[^>]*>){{0,40}}"
_LATIN, _ARABIC = re.compile(r"[A-Za-z\u00c0-\u024f]"), re.compile(r"[\u0620-\u06ff\u0750-\u077f]")
_OF_NEITHER = re.compile(f"[{_ELSEWHERE}]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff]")
# Blocks whose first letter is of the other script, or that hold letters which the page's own language does not have.
_NOT_ARABIC, _NOT_ENGLISH_LATIN = "پچژگٹڈںے", "àâçèêëîïôûœñäöüßãõåøæčćđšžłńśźżęąěřůőűğışșț"
_CANDIDATES = {
    Language.AR: re.compile(rf"{_BLOCK}(?={_OPENING}[A-Za-z{_ELSEWHERE}]|[^<{_NOT_ARABIC}]*+[{_NOT_ARABIC}])"),
    Language.EN: re.compile(
        rf"{_BLOCK}(?={_OPENING}[\u0620-\u06ff{_ELSEWHERE}]|[^<{_NOT_ENGLISH_LATIN}]*+[{_NOT_ENGLISH_LATIN}])"
    ),
}
# What a passage cannot do without, and nearly no text has: two words of the other script, or one of those letters.
_TWO_LATIN_WORDS = re.compile(rb"[A-Za-z]{2} [A-Za-z]{2}")
_NOT_ENGLISH = re.compile(f"[\u0620-\u06ff{_NOT_ENGLISH_LATIN}{_ELSEWHERE}]")
_END = re.compile(r"</?(?:p|h[2-6]|li|t[dh]|d[tdl]|ul|ol|blockquote|table|div|figure|figcaption)\b")
# Quotations of nothing but paragraphs and headings, lists of nothing but items, without others within them.
_WHOLE = re.compile(
    r"""<(?P<name>blockquote|ul|ol)(?P<attributes>(?: (?!lang=|dir=)[a-z]+="[^"]*")*)>"""
    r"""(?P<inner>\s*(?:<(?P<block>p|h[2-6]|li)\b[^>]*>(?:(?!</?(?:p|h[2-6]|li|ul|ol|blockquote|table|pre|figure)\b).)*"""
    r"""</(?P=block)>\s*)+)</(?P=name)>""",
    re.DOTALL,
)
_BLOCK_IN_WHOLE = re.compile(r"""<(p|h[2-6]|li)\b[^>]*?( lang="[^"]*" dir="(?:ltr|rtl)"|)>""")
_FEWEST_WORDS = 4
_FEWEST_WORDS_OF_ONE_SCRIPT = 6  # a name or two with foreign letters is no foreign passage


def mark_passages(source: str, lang: Language) -> str:
    """Give sanitised HTML of a text in `lang` with `lang` and `dir` on the blocks that are in another language.

    A block is one where it has at least four words, nine letters of ten are of the other script, and its language is
    recognised; of the same script, at least six words and a language that is recognised as another (Persian in an
    Arabic text, French in an English one). Where all blocks of a quotation or a list are in one language, the whole is
    marked in their place: the rule beside a quotation and the signs of a list then stand where its lines begin.
    WCAG 2.2, success criterion 3.1.2 (Language of Parts).
    """
    if not _may_hold(source, lang):
        return source
    marked = _CANDIDATES[lang].sub(lambda match: _mark(match, source, lang), source)
    return _WHOLE.sub(_mark_whole, marked) if marked != source else source


def _may_hold(source: str, lang: Language) -> bool:
    """Whether a quick look leaves it open that a text holds a passage in another language."""
    if lang is Language.EN:
        return not source.isascii() and _NOT_ENGLISH.search(source) is not None
    latin = source.encode("ascii", "ignore")
    if _TWO_LATIN_WORDS.search(latin) is not None or any(letter in source for letter in _NOT_ARABIC):
        return True
    return _OF_NEITHER.search(source) is not None


def _mark(match: re.Match[str], source: str, lang: Language) -> str:
    attributes = match["attributes"]
    if " lang=" in attributes or " dir=" in attributes:
        return match[0]
    end = _END.search(source, match.end())
    text = html.unescape(strip_tags(source[match.end() : end.start() if end else len(source)]))
    found = _language_of(text, lang)
    if found is None:
        return match[0]
    direction = "rtl" if 2 * len(_FROM_THE_RIGHT.findall(text)) > sum(map(str.isalpha, text)) else "ltr"
    return f'<{match["name"]}{attributes} lang="{found}" dir="{direction}">'


def _mark_whole(match: re.Match[str]) -> str:
    """Mark a quotation or list instead of its blocks, where all of them are marked alike."""
    blocks = _BLOCK_IN_WHOLE.findall(match["inner"])
    marks = {mark for _name, mark in blocks}
    if len(marks) != 1 or not (mark := marks.pop()):
        return match[0]
    return f"<{match['name']}{match['attributes']}{mark}>{match['inner'].replace(mark + '>', '>')}</{match['name']}>"


def _language_of(text: str, lang: Language) -> str | None:
    """The language of a block where it is another than the text's own."""
    latin, arabic, neither = (len(letters.findall(text)) for letters in (_LATIN, _ARABIC, _OF_NEITHER))
    other, own = (latin + neither, arabic) if lang is Language.AR else (arabic + neither, latin)
    words = len(text.split())
    if other >= 9 * own:
        return identify_language(text) if words >= _FEWEST_WORDS else None
    found = identify_language(text) if own >= 9 * other and words >= _FEWEST_WORDS_OF_ONE_SCRIPT else None
    return found if found != lang.value else None
