"""What a person is told of a table and its rows: what was not used, not found, not whole.

Not for faults of a format's syntax, which the formats tell themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.rows import Row, Table
from generator.ingest.readers.tables.values import texts_of

MOST_MISFITS = 20
DOUBTFUL_CELLS = "doubtful-cells"


def find_row_faults(table: Table, row: Row, key: str) -> Iterator[Problem]:
    if (DOUBTFUL_CELLS, 1) in row.repairs and row.line in table.doubtful[:MOST_MISFITS]:
        yield _told_doubt(table, row, key)
    if row.surplus:
        yield Problem(
            "surplus-cells",
            "the row has more cells than the table has columns; they are kept beside the text",
            table.document.path,
            row.line,
            expected="as many cells as columns",
            found=" | ".join(row.surplus)[:200],
            cure="put the cell in which the separator stands between double quotes, and ingest again",
            severity=Severity.WARNING,
            record=key,
        )


def _told_doubt(table: Table, row: Row, key: str) -> Problem:
    return Problem(
        "doubtful-cells",
        "the separator stands in the headline or the text of this row, without quotation marks: where the headline "
        "ends is not known; the shortest was taken",
        table.document.path,
        row.line,
        expected="double quotes around a text in which the separator stands",
        found=" | ".join(str(cell)[:60] for cell in row.values.values())[:200],
        cure="compare the headline with the table and write it right in the article, or put quotation marks around it",
        severity=Severity.WARNING,
        record=key,
    )


def no_text(table: Table, row: Row, key: str, flat: Mapping[str, object]) -> Problem:
    filled = [path for path, value in flat.items() if any(texts_of(value))]
    return Problem(
        "no-text",
        "the row holds no text of an article",
        table.document.path,
        row.line,
        expected="a text in the column of the body",
        found="text in " + ", ".join(filled[:20]) if filled else "empty cells",
        cure="fill in the text, or delete the row; a mapping file says which column holds it",
        severity=Severity.WARNING,
        record=key,
    )


def closing_problems(table: Table) -> Iterator[Problem]:
    """What is said once of a table: columns that nothing was taken from, and columns of the mapping that are not there,
    damage to its bytes, rows without text."""
    unused = [path for path in table.unused if path not in table.mapping.skip]
    texts = [path for path in table.texts if path in unused]
    if texts and table.records:
        yield _unused_texts(table, texts)
    if len(unused) > len(texts) and table.records:
        yield _unused(table, [path for path in unused if path not in texts])
    yield from _missing(table)
    if table.joined:
        yield _joined(table)
    if len(table.doubtful) > MOST_MISFITS:
        yield _more_doubts(table)
    untold = table.untold + max(0, table.misfits - MOST_MISFITS)
    if untold:
        yield Problem(
            "no-text",
            f"{untold:,} more rows hold no text of an article",
            table.document.path,
            expected="a text in the column of the body",
            found=f"{table.untold + table.misfits:,} rows without",
            cure="see the first of them above",
            severity=Severity.WARNING,
        )
    yield from _damage(table)


def _damage(table: Table) -> Iterator[Problem]:
    bytes_lost = table.stream.repairs["damaged-bytes"]
    if bytes_lost:
        yield Problem(
            "damaged-bytes",
            "some bytes of the table fit no letter of its encoding; \ufffd stands in their place",
            table.document.path,
            expected="one encoding throughout",
            found=f"{bytes_lost:,} such bytes",
            cure="export the table again as UTF-8, or name its encoding in a mapping file",
            severity=Severity.WARNING,
        )
    if table.lost:
        yield Problem(
            "damaged-characters",
            "halves of characters (such as emoji) stand alone in the table; \ufffd stands in their place",
            table.document.path,
            expected="characters of two halves whole, as in \\ud83d\\ude00",
            found=f"{table.lost:,} lone halves",
            cure="nothing need be done where only an emoji was cut; else export the table again",
            severity=Severity.WARNING,
        )


def _unused(table: Table, unused: list[str]) -> Problem:
    dates = [path for path in unused if re.search("creat|إنشاء|timestamp", path.casefold())]
    example = f"`date: {dates[0]}` if that is the day of publication" if dates else f"`section: {unused[0]}`"
    more = f" and {len(unused) - 30} more" if len(unused) > 30 else ""
    return Problem(
        "unused-columns",
        "some columns were not used; what stands in them is kept in the document only",
        table.document.path,
        expected="columns that a field of articles is known for",
        found=", ".join(_with_rows(table, path) for path in unused[:30]) + more,
        cure=f"if one belongs to the articles, say so in {table.document.path.stem}.mapping.yml, for example "
        f"{example}; "
        "list the others under `skip`",
        severity=Severity.HINT,
    )


def _unused_texts(table: Table, texts: list[str]) -> Problem:
    return Problem(
        "unused-text",
        "whole texts stand in columns that were not used; they are in no article",
        table.document.path,
        expected="the text of each article in a column whose name says so, such as body or النص",
        found=", ".join(texts[:30]),
        cure=f"write into {table.document.path.stem}.mapping.yml which column holds the text, for example `body: "
        f"{texts[0]}`; list the others under `skip`",
        severity=Severity.WARNING,
    )


def _missing(table: Table) -> Iterator[Problem]:
    """Columns that the mapping names and the table does not have."""
    missing = [
        " | ".join(each.columns)
        for _, each in table.mapping.fields
        if each.columns and not table.mapped.intersection(each.columns)
    ]
    if missing and (table.records or table.misfits):
        yield Problem(
            "no-such-column",
            "the mapping names columns in which this table has nothing: " + ", ".join(missing[:20]),
            table.mapping.path,
            expected="names of columns: " + ", ".join([*sorted(table.used - {""}), *table.unused][:30]),
            found=", ".join(missing[:20]),
            cure="write the names as the table has them",
            severity=Severity.WARNING if table.records else Severity.ERROR,
        )


def _joined(table: Table) -> Problem:
    lines = ", ".join(map(str, table.joined[:10]))
    more = f" and {len(table.joined) - 10:,} more" if len(table.joined) > 10 else ""
    return Problem(
        "joined-cells",
        "the separator of the table stands in texts that are not between quotation marks; these were joined again, as "
        "the other columns leave no doubt",
        table.document.path,
        table.joined[0],
        expected="double quotes around a text in which the separator stands",
        found=f"rows on lines {lines}{more}",
        cure="compare an article or two with the table, or export it again with all texts between quotation marks",
        severity=Severity.WARNING,
    )


def _more_doubts(table: Table) -> Problem:
    more = table.doubtful[MOST_MISFITS:]
    return Problem(
        "doubtful-cells",
        f"of {len(more):,} more rows it is not known where the headline ends; the shortest was taken",
        table.document.path,
        more[0],
        expected="double quotes around a text in which the separator stands",
        found="rows on lines " + ", ".join(map(str, more[:10])) + (" and more" if len(more) > 10 else ""),
        cure="export the table again with all texts between quotation marks",
        severity=Severity.WARNING,
    )


def _with_rows(table: Table, path: str) -> str:
    """A column that was not used, and in how many rows where it was in others."""
    return f"{path} (in {table.unused[path]:,} rows)" if path in table.used else path
