"""docs/fields.md out of the table of fields: every key of the front matter with type, meaning, example and author."""

from __future__ import annotations

from collections.abc import Sequence

from generator.store.front_matter import FIELDS, Field, Kind

_INTRODUCTION = """\
# The fields of an article

<!-- Made from the table in generator/store/front_matter.py by `make docs`; do not edit. -->

An article is one file, `content/articles/<lang>/<yyyy>/<mm>/<slug>.md`: the fields between two lines of `---`, then the
text in GitHub Flavored Markdown, with footnotes. The first five fields stand in every file; the others where they are
known, in this order. What is not known is left out, or is `null`: an unknown date stays unknown.

A file written by hand needs no more than this:

```yaml
---
title: "Port of Misrata reopens"
date: "2025-06-02"
lang: "en"
source: "al-marsad"
tags: ["place/LY"]
---

The first ships called at the port on Monday.
```

`id` and `slug` are then derived from the file's place, so that renaming the file moves the page; write them down to
keep its address. The program writes every text between double quotes, and so should you: without them YAML reads `NO`
as false and `14:35` as a number. (Sijill reads such values as the text that stands there, and `sijill check` hints at
them.) Dates may be written without quotes. An unknown field or a value of another type is a fault that `sijill check`
reports with its line."""


def render_field_table() -> str:
    """The page in Markdown."""
    parts = [_INTRODUCTION, _table(FIELDS)]
    for field in FIELDS:
        if field.fields:
            of_each = "Each mapping in" if field.kind is Kind.RECORDS else "The mapping"
            parts.append(f"## {of_each} `{field.name}`\n\n{_table(field.fields)}")
    return "\n\n".join(parts) + "\n"


def _table(fields: Sequence[Field]) -> str:
    """A table of fields."""
    rows = [f"| {' | '.join(_cells(field))} |" for field in fields]
    return "\n".join(("| field | type | meaning | example | filled in by |", "| --- | --- | --- | --- | --- |", *rows))


def _cells(field: Field) -> tuple[str, ...]:
    """The cells of one field's row."""
    kind = "one of " + ", ".join(f"`{each}`" for each in field.choices) if field.choices else field.kind.value
    example = f"`{field.example}`" if field.example else "see below"
    cells = (f"`{field.name}`", kind + (" (always)" if field.required else ""), field.meaning, example, field.filled_by)
    return tuple(cell.replace("|", "\\|") for cell in cells)
