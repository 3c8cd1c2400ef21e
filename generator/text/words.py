"""What the interface says, in one language: sentences with values in them, and counted things in the right plural.

The words come from the theme's locale files, already read; this module neither reads files nor knows any word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from babel import Locale

from generator.model.dates import Numerals
from generator.model.language import Language
from generator.text.display import format_number

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Words:
    """The interface's words in one language.

    `entries` are nested mappings of names to sentences; a key is the path through them, with dots. A counted thing is
    a mapping of CLDR plural categories (zero, one, two, few, many, other) to sentences. `plain` are the sentences
    without values in them, by key.
    """

    def __init__(self, language: Language, entries: Mapping[str, object], numerals: Numerals) -> None:
        self.language = language
        self._entries = entries
        self._numerals = numerals
        self._locale = Locale.parse(language.value)
        leaves = ((key, self._find(key)) for key in _leaves(entries))
        plain = {key: each for key, each in leaves if isinstance(each, str) and not _PLACEHOLDER.search(each)}
        self.plain: Mapping[str, str] = plain
        self._counted: dict[tuple[str, int], str] = {}

    @property
    def digest(self) -> bytes:
        """The digest (SHA-256) of all that these words say, and how."""
        return sha256(repr((self.language, self._entries, self._numerals)).encode("utf-8", "surrogatepass")).digest()

    def say(self, key: str, **values: object) -> str:
        """Give the sentence at `key` with `{name}` replaced by the value of that name, numbers in the page's digits.

        Raises KeyError, naming the key, where there is no such sentence or a value that it asks for is missing.
        """
        plain = self.plain.get(key)
        if plain is not None:
            return plain
        sentence = self._find(key)
        if not isinstance(sentence, str):
            raise KeyError(f"{self.language}: {key} is no sentence")
        return self._fill(key, sentence, values)

    def count(self, key: str, n: int) -> str:
        """Give `n` of the thing at `key` in the language's plural (CLDR plural rules), `{n}` being the number.

        Raises KeyError, naming the key, where the thing or the category that `n` needs is missing.
        """
        said = self._counted.get((key, n))
        if said is None:
            category = self._locale.plural_form(n)
            said = self._counted[key, n] = self.say(f"{key}.{category}", n=n, count=n)
        return said

    def keys(self) -> tuple[str, ...]:
        """Give the keys of all sentences, in order of the alphabet."""
        return tuple(sorted(_leaves(self._entries)))

    def _find(self, key: str) -> object:
        found: object = self._entries
        for name in key.split("."):
            if not isinstance(found, Mapping) or name not in found:
                raise KeyError(f"{self.language}: {key}")
            found = found[name]
        return found

    def _fill(self, key: str, sentence: str, values: Mapping[str, object]) -> str:
        def write(match: re.Match[str]) -> str:
            name = match[1]
            if name not in values:
                raise KeyError(f"{self.language}: {key} needs a value for {name}")
            value = values[name]
            if isinstance(value, int | float) and not isinstance(value, bool):
                return format_number(value, self.language, self._numerals)
            return str(value)

        return _PLACEHOLDER.sub(write, sentence)


def _leaves(entries: Mapping[str, object], prefix: str = "") -> list[str]:
    """Give the dotted keys of all that is no mapping."""
    keys: list[str] = []
    for name, value in entries.items():
        key = f"{prefix}{name}"
        keys.extend(_leaves(value, f"{key}.") if isinstance(value, Mapping) else [key])
    return keys
