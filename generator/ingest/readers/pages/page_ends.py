"""Whether a saved page breaks off in its article, as downloads do that were interrupted.

Not for texts that say themselves that they are cut (`cut_ends`), nor for records of web archives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.errors import Problem, Severity
from generator.model.source import Block, SourceDocument

_WORD = re.compile(r"[^\W_]+")
_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?؟۔…:؛;)\]»”\"'’][\s*_]*\Z")
_LAST = 300


def breaks_off(source: str, blocks: Sequence[Block]) -> bool:
    """Whether the HTML of a page ends in the words with which its last block ends, in the middle of a sentence."""
    end = source[-_LAST:].rstrip()
    if not blocks or not end or end[-1] == ">" or _ENDED.search(blocks[-1].text) or _CLOSED.search(source):
        return False
    last = _WORD.findall(blocks[-1].text)[-1:]
    return bool(last) and _WORD.findall(end)[-1:] == last


def tell_broken_off(document: SourceDocument, blocks: Sequence[Block]) -> Problem:
    """The problem of a page that breaks off."""
    return Problem(
        "page-cut-off",
        "the page breaks off in the middle of its article: what follows there is not known",
        document.path,
        blocks[-1].line,
        expected="a page to its end, </html>",
        found=f"the end behind: {blocks[-1].text[-60:]}",
        cure="save the page again, whole",
        severity=Severity.WARNING,
    )
