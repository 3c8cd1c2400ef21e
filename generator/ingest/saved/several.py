"""Whole pages that lie in one document one behind the other, as programs leave them that write all they save into one
file.

Only where one may begin; whether each is an article of its own is for whoever reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Behind a page's end; or where a page begins that follows one without an end, as pages that SingleFile saves are.
_NEXT = re.compile(
    r"(?<=</html>)\s*(?:<!--(?:(?!-->).)*-->\s*){0,9}(?=<!doctype\s+html|<html[\s>])|(?<=>)\s*\n\s*(?=<!doctype\s+html\b)",
    re.IGNORECASE | re.DOTALL,
)
_TITLED = re.compile(r"<title\b[^>]*>\s*[^\s<]", re.IGNORECASE)
_SCRIPT, _SCRIPT_END = re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\b", re.IGNORECASE)
_MOST_PAGES = 500


def pages_in(source: str) -> list[str]:
    """The pages of a document, each behind as many empty lines as there are lines above it; one alone where the
    document is one page, or where a part of it has no title."""
    starts = [0, *_starts(source)]
    ends = [*starts[1:], len(source)]
    parts = [source[start:end] for start, end in zip(starts, ends, strict=True)]
    if len(parts) == 1 or len(parts) > _MOST_PAGES or not all(_TITLED.search(part) for part in parts):
        return [source]
    return ["\n" * source.count("\n", 0, start) + part for start, part in zip(starts, parts, strict=True)]


def _starts(source: str) -> Iterator[int]:
    start = 0
    for found in _NEXT.finditer(source):
        before = source[start : found.end()]
        if _TITLED.search(before) and not _is_in_script(before):
            start = found.end()
            yield start


def _is_in_script(before: str) -> bool:
    """Whether the end of a text stands in a script, which may write pages itself."""
    return sum(1 for _ in _SCRIPT.finditer(before)) > sum(1 for _ in _SCRIPT_END.finditer(before))
