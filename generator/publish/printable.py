"""An article as it can be printed: without characters that no page, feed or script can show.

Control characters, lone surrogates, non-characters and directional controls do not belong to any text a reader sees;
everything else is left letter for letter. Not for repair: ingest mends texts, this is the last door before the pages.
"""

from __future__ import annotations

import re
from dataclasses import replace
from sys import intern

from generator.model.article import Article, Correction, Original
from generator.text.bidi import strip_controls

# C0 and C1 controls but for tab and line feed, surrogates and non-characters: what XML 1.0 (2.2) refuses, and more.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*")


def printable_text(text: str) -> str:
    """Give a text of several lines without the characters that cannot be printed."""
    if text.replace("\n", " ").isprintable():
        return text
    return strip_controls(_UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def printable_line(text: str | None) -> str:
    """Give a text as one line, white space collapsed; empty for None and for texts that only seem to be there."""
    if not text:
        return ""
    if text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " ":
        return text
    line = " ".join(printable_text(text).split())
    return "" if _INVISIBLE.fullmatch(line) else line


def printable_article(article: Article) -> Article:
    """Give the article with every text of its front matter printable, and without its body. A title of which nothing
    remains becomes the slug."""
    return replace(
        article,
        title=printable_line(article.title) or article.slug,
        body="",
        source=intern(printable_line(article.source)) or None,
        tags=tuple(map(intern, _lines(article.tags))),
        kicker=printable_line(article.kicker) or None,
        description=printable_line(article.description) or None,
        date_raw=printable_line(article.date_raw) or None,
        date_hints=_lines(article.date_hints),
        authors=_lines(article.authors),
        translator=printable_line(article.translator) or None,
        dateline=printable_line(article.dateline) or None,
        rights=printable_line(article.rights) or None,
        original=_printable_original(article.original),
        corrections=tuple(Correction(each.date, printable_line(each.text)) for each in article.corrections),
    )


def shorten(text: str, limit: int) -> str:
    """Cut `text` between words to at most `limit` characters, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    whole = head.rpartition(" ")[0]
    return (whole if len(whole) > limit // 2 else head).rstrip(" ،,؛;:-–") + "…"


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Give the texts of which something remains, each once."""
    return tuple(dict.fromkeys(filter(None, map(printable_line, texts))))


def _printable_original(original: Original | None) -> Original | None:
    """Give the original's particulars, printable; None where nothing remains."""
    if original is None:
        return None
    fields = (
        printable_line(each) or None for each in (original.publisher, original.url, original.lang, original.title)
    )
    shown = Original(*fields)
    return shown if shown != Original() else None
