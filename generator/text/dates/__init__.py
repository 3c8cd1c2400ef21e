"""Dates as news pages write them, read or refused: `read_date`, `explain_refusal`; and `find_date_hints`, `guess_day`.

Not for showing dates to readers (see `generator.text.display`).
"""

from generator.text.dates.hints import find_date_hints
from generator.text.dates.near_days import guess_day
from generator.text.dates.reading import DateReading, read_date
from generator.text.dates.refusal import explain_refusal
from generator.text.dates.wording import is_worded_as_date

__all__ = ["DateReading", "explain_refusal", "find_date_hints", "guess_day", "is_worded_as_date", "read_date"]
