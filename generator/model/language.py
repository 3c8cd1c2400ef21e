"""The archive's two languages and what follows from each."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Base direction of a text, with the values of HTML's `dir` attribute."""

    RTL = "rtl"
    LTR = "ltr"


class Language(StrEnum):
    """A language the archive publishes in, with its BCP 47 tag as value."""

    AR = "ar"
    EN = "en"

    @property
    def direction(self) -> Direction:
        """The direction in which the language is written."""
        return Direction.RTL if self is Language.AR else Direction.LTR

    @property
    def other(self) -> Language:
        """The archive's other language."""
        return Language.EN if self is Language.AR else Language.AR
