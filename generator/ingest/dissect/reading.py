"""With what the dates of a text are read: the day of reading, and what is known of who wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.ingest.dissect.lines import key_of
from generator.model.language import Language
from generator.text.arabic import is_arabic
from generator.text.dates import DateReading, read_date


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with: today's date, and whether the source is known to write the day first; whether the text
    is searched for what points to a date, where it gives none; the source's time zone (IANA), and the language that it
    writes in, where they are known."""

    today: date
    day_first: bool | None = None
    with_hints: bool = True
    zone: str | None = None
    lang: Language | None = None

    def read(self, text: str, *, arabic: bool = False) -> DateReading | None:
        """The date that the short text `text` holds, or None."""
        return read_date(text, today=self.today, arabic=arabic, day_first=self.day_first)

    def is_date(self, text: str) -> bool:
        """Whether the whole of `text` is a date, times and signs apart."""
        found = self.read(text, arabic=is_arabic(text))
        if found is None:
            return False
        rest = key_of(text[: found.start] + " " + text[found.end :])
        return len(re.sub(r"[\W\d_]+|gmt|utc|الساعه|بتوقيت|صباحا|مساء|am|pm", "", rest)) <= 4

    def day_of(self, text: str) -> str | None:
        """The date that `text` holds, as ISO 8601, for comparing; None where it cannot be read."""
        found = self.read(text, arabic=is_arabic(text))
        return found.date.iso if found is not None else None
