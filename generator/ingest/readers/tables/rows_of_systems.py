"""Rows as systems of content write them, with what stands apart from their usual columns in such a column: halves of a
text, names beside numbers, a clock's offset.

Only what one row says of itself; what a document says of its rows elsewhere is `references`' and `ghost`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.ingest.readers.tables.column_names import meaning_of
from generator.ingest.readers.tables.rows import Row
from generator.ingest.readers.wordpress.clocks import find_offset

_GMT = "_gmt"
_DAY = re.compile(r"\s*[\d٠-٩]{1,4}\s*[-/.]\s*[\d٠-٩]{1,2}\s*[-/.]\s*[\d٠-٩]{1,4}\b")
_NAMES_OF_TAXONOMIES = {"category": "categories", "post_tag": "tags"}


def complete_row(row: Row) -> Row:
    """A row with what its system keeps apart put to it; the same row where there is nothing of the kind."""
    values = row.values
    for complete in _SYSTEMS:
        values = complete(values)
    return row if values is row.values else replace(row, values=values)


def _joomla(values: Mapping[str, object]) -> Mapping[str, object]:
    """The two halves of a text of Joomla as one: what stands above «read more», and the rest."""
    above, below = values.get("introtext"), values.get("fulltext")
    if not isinstance(above, str) or not isinstance(below, str) or "body" in values:
        return values
    kept = {name: value for name, value in values.items() if name not in ("introtext", "fulltext")}
    return {**kept, "body": f"{above}\n{below}"}


def _wordpress_clock(values: Mapping[str, object]) -> Mapping[str, object]:
    """The dates of WordPress (`date`, `post_date`, `modified`, …) with the offset that the ones in UTC beside them
    show."""
    found: dict[str, object] = {}
    for name, universal in values.items():
        local = values.get(name.removesuffix(_GMT)) if name.endswith(_GMT) else None
        if isinstance(local, str) and isinstance(universal, str):
            offset = find_offset(local, universal)
            if offset:
                found[name.removesuffix(_GMT)] = f"{local} {offset}"
    return {**values, **found} if found else values


def _wordpress_names(values: Mapping[str, object]) -> Mapping[str, object]:
    """The names that an answer of WordPress embeds (`_embed`), or that a plugin writes for search engines, in place of
    the numbers of authors, categories and tags (WordPress REST API Handbook, Linking and Embedding)."""
    embedded, heading = values.get("_embedded"), values.get("yoast_head_json")
    found: dict[str, object] = {}
    is_number = str(values.get("author") or "0").isdecimal()
    if isinstance(heading, dict) and isinstance(heading.get("author"), str) and is_number:
        found["author"] = heading["author"]
    if isinstance(embedded, dict):
        authors = _names_in(embedded.get("author"))
        found |= {"author": authors} if authors else {}
        terms = embedded.get("wp:term")
        for group in terms if isinstance(terms, list) else ():
            for term in group if isinstance(group, list) else ():
                name = _NAMES_OF_TAXONOMIES.get(str(term.get("taxonomy"))) if isinstance(term, dict) else None
                if name is not None:
                    found[name] = [*found.get(name, ()), *_names_in([term])]  # type: ignore[misc]
    return {**values, **found} if found else values


def _feed_reader(values: Mapping[str, object]) -> Mapping[str, object]:
    """An item that a program of feeds kept, with the name of the feed that it came from: Feedly and Google Reader's
    kin have it in `origin`, Miniflux in `feed`; wallabag has the authors in `published_by`."""
    found: dict[str, object] = {}
    for name in ("origin", "feed"):
        feed = values.get(name)
        if isinstance(feed, dict) and isinstance(feed.get("title"), str):
            found["feed_title"] = feed["title"]
    if isinstance(values.get("published_by"), list) and "is_archived" in values:
        found["author"] = values["published_by"]
    return {**values, **found} if found else values


def _day_as_dateline(values: Mapping[str, object]) -> Mapping[str, object]:
    """A day that stands where the place of writing should, as in the corpus of 1.5 billion Arabic words (El-Khair,
    2016), as the date of a row that has no other."""
    fields = {name: meaning[0] for name in values if (meaning := meaning_of(name)) is not None}
    places = [name for name, field in fields.items() if field == "dateline" and _DAY.match(str(values[name]))]
    if not places or "date" in fields.values():
        return values
    return {"date" if name == places[0] else name: value for name, value in values.items()}


def _sanity(values: Mapping[str, object]) -> Mapping[str, object]:
    """A draft of Sanity, which is one by its id alone (Sanity documentation, Drafts)."""
    is_draft = "_type" in values and str(values.get("_id")).startswith("drafts.")
    return {**values, "status": "draft"} if is_draft and "status" not in values else values


def _contentful(values: Mapping[str, object]) -> Mapping[str, object]:
    """An entry of Contentful with the day on which it was first published, which counts where no field of its own has
    one, and as a draft where the system has never published it."""
    system = values.get("sys")
    if not isinstance(system, dict) or "fields" not in values:
        return values
    first = system.get("firstPublishedAt")
    if isinstance(first, str):
        return {**values, "published_first_in_system": first}
    is_draft = "version" in system and "publishedAt" not in system and "status" not in values
    return {**values, "status": "draft"} if is_draft else values


def _names_in(members: object) -> list[str]:
    listed = members if isinstance(members, list) else []
    names = [each.get("name") for each in listed if isinstance(each, dict)]
    return [name for name in names if isinstance(name, str) and name.strip()]


_SYSTEMS: tuple[Callable[[Mapping[str, object]], Mapping[str, object]], ...] = (
    _joomla,
    _wordpress_clock,
    _wordpress_names,
    _feed_reader,
    _day_as_dateline,
    _sanity,
    _contentful,
)
