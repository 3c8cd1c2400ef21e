"""The writers whom a line right below a page's headline names without saying so, alone or beside something else.

Not for bylines with a label, nor for names that the markup tells (authors).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.ingest.dissect.known import NOTHING
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.name_lines import read_name_line
from generator.ingest.dissect.names import (
    begins_with_given_name,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    sureness_of_name,
)
from generator.ingest.dissect.names_alone import is_subject, names_alone
from generator.ingest.dissect.openings import read_writer_from
from generator.ingest.dissect.place_names import is_place
from generator.ingest.readers.pages.bylines import is_person
from generator.ingest.readers.pages.dates import read_stated
from generator.ingest.readers.pages.lines import SeenLine
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.sites import Site
from generator.ingest.readers.pages.strings import text_of, words_of
from generator.ingest.readers.pages.undated import is_date, undated
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_FARTHEST = 6
_OF_TEXT = ("h2", "h3")
_LEAST_SENTENCE = 60
_CELLS = ("th", "td", "dt", "dd")
_OF_WORKS = frozenset(map(key_of, ("director", "starring", "genre", "إخراج", "بطولة", "المخرج", "النوع")))
_MOST_LABELS = 40
_BREAK = re.compile(r"\s*[-–—|/]\s*")
_MOST_PARTS, _MOST_WORDS, _MOST_FIRST = 4, 4, 3


def names_below(page: Page) -> tuple[tuple[str, ...], str]:
    """The names, all known given names with another, in the first line below the headline that has some, and the line;
    nothing where the text is about them."""
    below = [line for line in page.lines if line.place > 0 and not line.picture]
    paragraphs = [line.text for line in below if line.prose]
    for before, line, after in zip((None, *below), below, (*below[1:], None), strict=False):
        if line.prose or line.place > _FARTHEST:
            break
        if before is not None and _heads_text(line, before):
            continue
        is_other = page.is_of_entry(line.element) or is_of_work(line)
        for text in () if is_other else _texts(line, page):
            found = _names_in(text) or _name_beside_day(text, line, page) or _name_behind_place(text, before, after)
            names = tuple(name for name in found if is_person(name, page.site))
            title = _spoken(page.title, names) if line.text in names else page.title
            if names and not is_subject(names, title, paragraphs):
                return names, line.text
    return _written_from(below, page)


def is_of_work(line: SeenLine) -> bool:
    """Whether a line stands in a table of who has made a film or a book: "Written by" among "Directed by" and "Music
    by"."""
    table = next(line.element.iterancestors("table", "dl"), None)
    if line.element.tag not in _CELLS or table is None:
        return False
    labels = (text_of(each).lower() for each in islice(table.iter("th", "dt"), _MOST_LABELS))
    return sum(label.endswith(" by") or key_of(label) in _OF_WORKS for label in labels) > 1


def _spoken(title: str, names: tuple[str, ...]) -> str:
    """What a title says behind the name of its writer, as those of opinions do: «سامي الحسن: عن المدن والناس»."""
    before, colon, said = title.partition(":")
    return said if colon and key_of(before) in map(key_of, names) else title


def _written_from(below: list[SeenLine], page: Page) -> tuple[tuple[str, ...], str]:
    """The writer whom one of the first paragraphs names behind its place («القاهرة - ناهد إمام: …»), or the line above
    them that is nothing else."""
    long = (line for line in below if line.place <= _FARTHEST and (line.prose or _may_be_text(line.text)))
    first = list(islice(long, _MOST_FIRST))
    told = [line for line in below if line.prose or (len(line.text) >= _LEAST_SENTENCE and ends_sentence(line.text))]
    for line in first if page.arabic else ():
        found = read_writer_from(line.text)
        rest = [other.text for other in told if other is not line]
        if found is not None and not is_subject((found,), page.title, rest) and is_person(found, page.site):
            return (found,), found  # not the line: it is text, and is not told by this
    return (), ""


def _may_be_text(text: str) -> bool:
    return text.endswith(":") or (len(text) >= _LEAST_SENTENCE and ends_sentence(text))


def _heads_text(line: SeenLine, before: SeenLine) -> bool:
    """Whether a heading below a sentence is one of the text: a name there stands in no heading of its order."""
    return line.element.tag in _OF_TEXT and len(before.text) >= _LEAST_SENTENCE and ends_sentence(before.text)


def _names_in(text: str) -> list[str]:
    found = [one for one in read_name_line(text, NOTHING) if one.label is Label.AUTHOR and one.sure is Sureness.LIKELY]
    alone = [name for name in names_alone(text) if sureness_of_name(name) is Sureness.LIKELY]
    return [one.value for one in found] or alone


def _name_beside_day(text: str, line: SeenLine, page: Page) -> list[str]:
    """A piece of a line with a day, which begins with a given name and has the form of a name as a whole."""
    is_piece = text != line.text and 2 <= len(text.split()) <= _MOST_WORDS and begins_with_given_name(text)
    is_dated = is_piece and any(is_date(piece, arabic=page.arabic) for piece in _BREAK.split(line.text))
    return [text] if is_dated and is_person_like(text) else []


def _name_behind_place(text: str, *beside: SeenLine | None) -> list[str]:
    """A name behind a place and its colon, in a line of which one beside it is a day: «دبي: سامي الحسن»."""
    place, _, name = (part.strip() for part in text.partition(":"))
    is_named = bool(name) and is_arabic(text) and is_place(place, NOTHING) and is_unlabelled_byline(name, by_form=False)
    is_dated = is_named and any(line is not None and is_date(line.text, arabic=True) for line in beside)
    return [name] if is_dated and not begins_with_given_name(place) else []


def _texts(line: SeenLine, page: Page) -> Iterator[str]:
    """A line without its day, without the site's name in it, and the parts of one that is set of a day and others."""
    yield undated(line, arabic=page.arabic)
    pieces = _BREAK.split(line.text) if len(line.text) <= 90 else []
    own = [piece for piece in pieces if piece and not _is_of(page.site, piece)]
    if len(own) < len(pieces) <= _MOST_PARTS:
        yield from (" - ".join(own), *own)
    if 1 < len(line.parts) <= _MOST_PARTS and any(read_stated(part, arabic=True)[0] for part in line.parts):
        yield from line.parts


def _is_of(site: Site, piece: str) -> bool:
    """Whether a piece is the site's name, or that without the word for what it is («جريدة الدستور»: «الدستور»)."""
    calls = (words_of(name) for name, _ in site.names)
    return site.is_named(piece) or any(
        is_outlet_like(call[0]) and call[1:] == words_of(piece) for call in calls if call
    )
