"""How often one Arabic letter follows another in news prose, for choosing between two readings of the same word.

Counted once over the words of this project's own Arabic texts. Not a measure of whether a text is Arabic
(plausibility).
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.text.arabic import fold
from generator.text.lexicon import OWN_INITIAL, STOP_WORDS

_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_STEP = 0.25  # of the natural logarithm, which one unit of the digits below stands for
# A row a letter, the first for the beginning of a word; in it, for each letter and at last the end of a word, how
# seldom that follows, as a digit to the base 36.
_ROWS = (
    "vlczhy5bvclggihmgmehipkpejegedaeiayfz",
    "vnpvvvevdkvvvvnvnpmpvpvvvvvpmjkpejvg1",
    "qqiiqqiaqlalq6icqq9qqqlqqliqq8galllea",
    "zzvvovqdogjgcdhn9jaggfgtdjfgde9bf9rdc",
    "ioooieaoi7ooogdogo7dooooooocgcoid8ooe",
    "wkwwwqwkwqdhhkcdekaihiiwakiciab6www9k",
    "wwwqwweh8fqggwcwbdmqwqqwhwkdwdcfhio5a",
    "fzzzzgxemckiglepbkfljkkzhoghk4eajjzh9",
    "zzmysr8leeoweneq9timnrfzcoofiajdfby88",
    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzyzuz0",
    "zzjzzqadlfngchhpboifgjkoekfekideeclc5",
    "xxxxxx7iblrnxxxr9xxxxxxxrorex9bdlexa6",
    "zzpzzi7gfhszmzbqadhuzzzzezkzza8ceaua9",
    "zzzzzz9jcbfgqr9oaifqjkgkzzeefbbkkdma9",
    "yyyyyy98gcyyysfk8lfkclbyyyhyy9bljgyc8",
    "pzjzzs9ibijrsmivavjszzzzivjirhffhai75",
    "uuuuuu5gjmukuuuucouuuuuuouooaaum9dm97",
    "rvjuzi8ccfofkugzkkgjhipzjmhgdmhhgck85",
    "jyyyyq7idkyqnyoycymqysysisnmoeedecy66",
    "vzzrzr8bf9zilljzezltzzezezfifbdehbo97",
    "tzkkzr8eldzgijft5znzpznzfhfkhlbgcer9a",
    "zzzzzz9dgozzaoaz9zzzfrjzni9oz9fdkbn99",
    "wrwwww5lgiwwgkkwawwwwwkreidwwgbljai87",
    "zzjzzg7dbizqjzzz9zjtzzpmgzfdzbldfbka7",
    "ssssss9ebissssssasssssssimissc7k9jsa6",
    "zzzzzz7dafknzzarblpgkjmmzskhsaachctc8",
    "wowwww6mffwowwei7efhwqgwwwnwqdigjaw89",
    "rzjpsp9lbazlgpkpanhokfjhgppdlejfgcn86",
    "zzzzzz7ccdzuozbr9zjsikdzfzgoscehjcla7",
    "zzivzz6eeafzrzklagejzzzzqzkzvaeeh9t98",
    "zoczhzaefdifgifmhkdihnisdifefe8efeia9",
    "txrkzk8fdeogdleqbjdhflkteklghcjcgcma8",
    "zzzzzq9heczgjqdlpkffgpkijhigjrjzdcm94",
    "zzzvzz6gmozjzzdfalvrztrvzzszsfbeockb4",
    "qvgzkw7eodkhjmdqaedkjijmemfceac9jlmcb",
    "uuuououumuuuuuuuuuuuuuuuuuuuoouuuuuu0",
    "qzvzzmaf8fkklidqbjdknkjuhpeehce9fcyi7",
)
_BEGIN, _END = "^", "$"
_COST = {
    (before, after): int(digit, 36) * _STEP
    for before, row in zip(_BEGIN + _LETTERS, _ROWS, strict=True)
    for after, digit in zip(_LETTERS + _END, row, strict=True)
}
_SELDOM = 35 * _STEP
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652]+")
_MARK = re.compile("[\u064b-\u0652]")
_MARKED, _MARKED_AT_END = 6.0, 2.0  # news prose has next to no marks of vowels but the fathatan of adverbs
_WORDS = STOP_WORDS | OWN_INITIAL
_KNOWN = 2.0
_PARTICLES = re.compile("(?:[وف])?(?:[بكل]?ال|لل|[بلك])?(?=..)")
_AT_END = re.compile("\u064b\u0627?$|\u0627\u064b$")


def unlikelihood(text: str) -> float:
    """How unlikely the Arabic words of `text` are by their letters: the sum of the negative logarithms of how often one
    follows another. Two readings of one text differ by how many times (as a logarithm) one is likelier."""
    return sum(_of_word(word) for word in _WORD.findall(text))


def _of_word(word: str) -> float:
    marks = len(_MARK.findall(word))
    cost = marks * _MARKED - (_MARKED - _MARKED_AT_END if _AT_END.search(word) else 0.0)
    cost -= _KNOWN if _is_known(_MARK.sub("", word)) else 0.0
    return cost + sum(_COST.get(pair, _SELDOM) for pair in pairwise(_BEGIN + _MARK.sub("", word) + _END))


def _is_known(word: str) -> bool:
    """Whether a word, or one behind the particles and the article before it, is in a list of this project."""
    folded = fold(word)
    bare = _PARTICLES.match(folded)
    return folded in _WORDS or (bare is not None and folded[bare.end() :] in _WORDS)
