"""The words that one publisher writes before its facts, beside those that all write (label_words, cues).

Not for what the values behind them must look like (labels).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.ingest.dissect.lines import key_of
from generator.model.publisher import Label

_LOOKED_AT = 160  # characters in which a label ends, marks of vowels and all
_ENDS = re.compile(r"(?<=\S)(?=[\s:：/|»>=–—-]|$)")
_SIGN = re.compile(r"\s*(?:[:：/|»>=]|[–—-]\s)|\s+[–—-]")
_SIGNS = ":：/|»>="
_AROUND = " \t:：-–—|/>»="


@dataclass(frozen=True, slots=True)
class OwnLabel:
    """A label word at the head of a text: what it states, what stands behind it, and whether a sign is between."""

    label: Label
    rest: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Label words as `lines.key_of` gives them, with what each states; no word stands twice."""

    words: tuple[tuple[str, Label], ...] = ()

    @classmethod
    def of(cls, labels: Iterable[tuple[Label, str]]) -> OwnWords:
        """The words of a publisher's file, in its order."""
        keys = {key_of(word): label for label, word in labels}
        return cls(tuple((key, label) for key, label in keys.items() if key))

    def read(self, text: str) -> OwnLabel | None:
        """The longest of the words with which `text` begins, whole words only, or None."""
        if not self.words:
            return None
        head = text[:_LOOKED_AT]
        key = key_of(head)
        begun = {word: label for word, label in self.words if key.startswith(word)}
        if not begun:
            return None
        for end in sorted((found.start() for found in _ENDS.finditer(head)), reverse=True):
            label = begun.get(key_of(head[:end]))
            if label is not None:
                rest = text[end:]
                signed = text[end - 1] in _SIGNS or _SIGN.match(rest) is not None  # a colon may be part of `head`
                return OwnLabel(label, rest.strip(_AROUND), signed)
        return None


NO_WORDS = OwnWords()
