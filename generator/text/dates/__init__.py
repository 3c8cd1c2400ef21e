"""Dates as news pages write them, read or refused: `read_date`, and `find_date_hints` for what is only relative.

Not for showing dates to readers (see `generator.text.display`).
"""

from generator.text.dates.hints import find_date_hints
from generator.text.dates.reading import DateReading, read_date
from generator.text.dates.wording import is_worded_as_date

__all__ = ["DateReading", "find_date_hints", "is_worded_as_date", "read_date"]
