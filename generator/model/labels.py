"""A name in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.language import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """What one thing is called in Arabic and in English; either may be missing for names found in the wild."""

    ar: str = ""
    en: str = ""

    def in_language(self, language: Language) -> str:
        """The label in `language`; the other language's where there is none, so that nothing stays nameless."""
        own, other = (self.ar, self.en) if language is Language.AR else (self.en, self.ar)
        return own or other

    def language_of(self, language: Language) -> Language | None:
        """The language of the text that `in_language` gives; None when both labels are one text or missing."""
        if self.ar == self.en:
            return None
        own = self.ar if language is Language.AR else self.en
        return language if own else language.other
