"""The entries of a live blog, and of any other list on a page whose parts carry times of their own.

Told by their likeness to one another, whatever they are called. Not for what their times say: they are no date of the
article, and stay in its text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.readers.pages.classes import is_about_date
from generator.ingest.readers.pages.lines import TIMES
from generator.ingest.readers.pages.strings import text_of

_LEAST_ENTRIES = 3
_LEAST_LETTERS = 40  # beside a time: fewer are no entry's text
_MOST_TIMES, _MOST_WITHIN, _LONGEST_TIME = 600, 8, 60
_MAY_STATE = XPath(
    "descendant-or-self::*[self::time or @class or @id or " + " or ".join(f"@{name}" for name in TIMES) + "]"
)
_CLOCK = re.compile(r"\d[:٫.]\d\d(?!\d)")
_DAY = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])[^\d:]|\d{4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a list: the element that holds it, or only its time where no element holds both; and the time's."""

    root: _Element
    time: _Element


def find_entries(tree: _Element, headline: _Element | None = None, *, least: int = _LEAST_ENTRIES) -> tuple[Entry, ...]:
    """The entries of each list in `tree` of `least` entries or more, in which the `headline` does not stand."""
    times = list(islice(_times(tree), _MOST_TIMES))
    holding = Counter(element for time in times for element in (time, *time.iterancestors()))
    around = set() if headline is None else {headline, *headline.iterancestors()}
    lists: dict[tuple[_Element, str], list[Entry]] = defaultdict(list)
    for time in times:
        root = _root_of(time, holding, around)
        parent = root.getparent()
        if parent is not None and root not in around:
            lists[parent, _kind_of(root)].append(Entry(root, time))
    return tuple(entry for entries in lists.values() for entry in _alike(entries, least))


def _times(tree: _Element) -> Iterator[_Element]:
    """The innermost elements that state a time, each once."""
    within: set[_Element] = set()
    for element in _MAY_STATE(tree):
        states = element.tag == "time" or any(element.get(name) for name in TIMES) or is_about_date(element)
        inner = list(islice(element.iterdescendants(), _MOST_WITHIN + 1)) if states and element not in within else ()
        if not states or element in within or len(inner) > _MOST_WITHIN:
            continue
        text = text_of(element)
        if len(text) <= _LONGEST_TIME and any(map(str.isdigit, text)):
            within.update(inner)
            yield element


def _root_of(time: _Element, holding: Counter[_Element], around: set[_Element]) -> _Element:
    """The largest element around a time that holds no other, nor the headline."""
    root = time
    for parent in time.iterancestors():
        if holding[parent] > 1 or parent in around or parent.tag in ("body", "html"):
            break
        root = parent
    return root


def _kind_of(root: _Element) -> str:
    """What entries of one list share: their tag and the first of their classes, numbers apart."""
    names = (root.get("class") or "").split()
    return f"{root.tag} {re.sub('[0-9]+', '', names[0]) if names else ''}"


def _alike(entries: Sequence[Entry], least: int) -> Sequence[Entry]:
    """Those of a list whose times have the form that most have, where enough of them have a text; else none."""
    if len(entries) < least:
        return ()
    forms = [_form_of(text_of(entry.time)) for entry in entries]
    usual = Counter(forms).most_common(1)[0][0]
    alike = [entry for entry, form in zip(entries, forms, strict=True) if form == usual]
    roots = {entry.root for entry in alike}
    told = sum(_has_text(entry, roots) for entry in alike)
    return alike if len(alike) >= least and told * 2 > len(alike) else ()


def _form_of(text: str) -> tuple[bool, bool]:
    """Whether a time shows the hour, and whether it shows the day."""
    return bool(_CLOCK.search(text)), bool(_DAY.search(text))


def _has_text(entry: Entry, roots: set[_Element]) -> bool:
    """Whether an entry holds prose, or is followed by some before the next one."""
    letters = len(text_of(entry.root)) - len(text_of(entry.time))
    for sibling in entry.root.itersiblings():
        if letters >= _LEAST_LETTERS or sibling in roots:
            break
        letters += len(text_of(sibling)) if isinstance(sibling.tag, str) else 0
    return letters >= _LEAST_LETTERS
