"""The normal forms of Unicode, in time that grows with the text.

Python puts the marks on a letter in their canonical order by exchanging neighbours, which takes hours where hundreds of
thousands of them stand on one letter. Such heaps are put in order here before; the result is the same to the letter.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

# No mark is a word character or ASCII; the halfwidth voicing signs of Japanese, which are, become marks by NFKD.
_SHORTEST_HEAP = 30
_SIGN = "(?:[^\\w\\s\x00-\x7f]|[\uff9e\uff9f])"
_HEAP = re.compile(f"{_SIGN}{{{_SHORTEST_HEAP},}}")
# However a heap lies, three neighbours among every tenth character of the text are of it; hardly any text has those.
_STEP = 10
_MAYBE_HEAP = re.compile(f"{_SIGN}{{{_SHORTEST_HEAP // _STEP}}}")


def normalise(form: Form, text: str) -> str:
    """Give `text` in a normal form of Unicode (UAX #15), as `unicodedata.normalize` does."""
    if len(text) >= _SHORTEST_HEAP and not text.isascii() and _MAYBE_HEAP.search(text[::_STEP]):
        decomposed: Form = "NFKD" if "K" in form else "NFD"
        text = _HEAP.sub(lambda heap: _in_order(heap[0], decomposed), text)
    return unicodedata.normalize(form, text)


def _in_order(heap: str, form: Form) -> str:
    """Take the signs of a heap apart and put the marks among them in the order of their combining classes (D108)."""
    parts = "".join(unicodedata.normalize(form, sign) for sign in heap)
    return "".join(
        "".join(sorted(group, key=unicodedata.combining)) if is_mark else "".join(group)
        for is_mark, group in groupby(parts, key=lambda sign: unicodedata.combining(sign) > 0)
    )
