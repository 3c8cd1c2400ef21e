"""Whether a text is worded as a date and nothing else, readable or not.

Not for reading it (reading): a date that is refused, because it is ambiguous or contradicts itself, is still one.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.text.dates.folding import fold
from generator.text.dates.lexer import lex
from generator.text.dates.lexicon import Kind

_FOREIGN = frozenset({Kind.WORD, Kind.COUNTER, Kind.RANGE, Kind.AVERSE})
_LONGEST = 120
_SHORT = re.compile(r"\s*\d{1,2}([/-]) ?\d{1,2}\1 ?\d{2}\s{1,3}\d{1,2}:\d{2}")  # `8/17/13 11:04am`


def is_worded_as_date(text: str) -> bool:
    """Whether `text` consists of a date's words only: numbers with a month's name, a numeric date, or a time stamp."""
    if len(text) > _LONGEST:
        return False
    lexemes = lex(fold(text).text)
    kinds = Counter(lexeme.kind for lexeme in lexemes)
    if kinds.keys() & _FOREIGN:
        return False
    years = (
        any(lexeme.kind is Kind.NUMBER and lexeme.width == 4 for lexeme in lexemes) or _SHORT.match(text) is not None
    )
    return bool(kinds[Kind.STAMP] or (kinds[Kind.MONTH] and kinds[Kind.NUMBER]) or (kinds[Kind.NUMBER] > 2 and years))
