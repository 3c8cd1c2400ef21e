"""In which order a column writes its dates in numbers, as its own cells prove: who writes 13/06/2025 in one row writes
the day first in the others too.

Not for what one date means (`generator.text.dates`), nor for an order that a person stated (`TableMapping`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.ingest.readers.tables.values import ASCII_DIGITS
from generator.store.table_mapping import DateOrder

_NUMBERS = re.compile(r"\s*(?P<first>\d{1,2})\s*(?P<sign>[-/.])\s*(?P<second>\d{1,2})\s*(?P=sign)\s*\d{4}(?!\d)")
_MONTHS = 12
Orders = Mapping[tuple[str, str], DateOrder]


def find_orders(cells: Iterable[tuple[str, str]]) -> Orders:
    """The order of each column and form of date in it (padded or not, and its sign), from columns and texts; only where
    some cell proves it and none proves the other.

    A form has an order of its own, since a table of several hands has several: a spreadsheet that took the dates that
    it could read for those of its country writes these `5/2/2025`, and leaves `13/05/2025` as it stands.
    """
    proofs: dict[tuple[str, str], set[DateOrder]] = defaultdict(set)
    for column, text in cells:
        found = _NUMBERS.match(text.translate(ASCII_DIGITS))
        first, second = (int(found["first"]), int(found["second"])) if found else (0, 0)
        if found is not None and (first > _MONTHS) != (second > _MONTHS):
            order = DateOrder.DAY_FIRST if first > _MONTHS else DateOrder.MONTH_FIRST
            for form in _forms(found):
                proofs[column, form].add(order)
    return {place: next(iter(orders)) for place, orders in proofs.items() if len(orders) == 1}


def order_of(orders: Orders, column: str, text: str) -> DateOrder | None:
    """The order in which a cell of a column is read, where the column proves one for dates of its form."""
    found = _NUMBERS.match(text.translate(ASCII_DIGITS)) if orders else None
    if found is None:
        return None
    proven = {orders[column, form] for form in _forms(found) if (column, form) in orders}
    return proven.pop() if len(proven) == 1 else None


def _forms(found: re.Match[str]) -> tuple[str, ...]:
    """The forms that a date may be of: `05/13/2025` is padded, `5/13/2025` is not, `12/13/2025` may be of both."""
    parts = found["first"], found["second"]
    if any(part.startswith("0") for part in parts):
        return (f"padded {found['sign']}",)
    if any(len(part) == 1 for part in parts):
        return (f"bare {found['sign']}",)
    return (f"padded {found['sign']}", f"bare {found['sign']}")
