"""Reads web pages as people and programs save them (HTML, XHTML, MHTML), one or several in a document.

Not for what the article of a page is (`article_page`), nor for bodies that are nothing but an article (`html_body`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.pages.article_page import (
    read_article,
    read_with_body,
    refuse_costly,
    title_key,
)
from generator.ingest.readers.pages.page_selectors import FindSelectors
from generator.ingest.readers.pages.page_tree import parse_tree
from generator.ingest.readers.text.front_matter import find_kind
from generator.ingest.saved.container import SavedPage, is_mime, open_page, split_page
from generator.ingest.saved.messages import messages_in, shows_messages
from generator.model.source import Claim, FieldName, Record, SourceDocument
from generator.text.encoding import decode_text

_MOST_BYTES = 30_000_000
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|div|br|span|a|h[1-6]|table|article|title|meta)\b[^>]*>", re.IGNORECASE)
# Letters by mail have none of these.
_SAVED_BY_BROWSER = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*\W?saved by |content-location:\s*(?:https?|file)://)", re.I | re.M
)
_EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht"})


def is_saved_page(path: Path, head: bytes) -> bool:
    """Whether a document that begins with `head` is a web page, by what it holds; by its extension where that only
    has some markup."""
    if is_mime(head):
        return path.suffix.lower() in (".mht", ".mhtml") or _SAVED_BY_BROWSER.search(head) is not None
    try:
        text = decode_text(head).text
    except UnreadableError:
        text = head.decode("latin-1")
    start = text[:8192]
    found = _HTML.search(start)
    if found is not None and not start[: found.start()].replace("\ufeff", "").strip(" \t\r\n").rstrip("<").strip():
        return True
    begins_as_markup = start.lstrip("\ufeff \t\r\n").startswith("<")
    if found is not None and begins_as_markup and not re.match(r"\s*<(?:rss|feed|rdf|wordpress)\b", start, re.I):
        return "<rss" not in start and "<feed" not in start
    return path.suffix.lower() in _EXTENSIONS and len(_MARKUP.findall(start)) >= 1 and not _has_front_matter(text)


def _has_front_matter(text: str) -> bool:
    """Whether fields stand above the markup, as in the posts of site generators."""
    return text.lstrip("\ufeff \t\r\n")[:3] in ("---", "+++") and find_kind(text.replace("\r\n", "\n")) != ""


def read_saved_page(document: SourceDocument, *, selectors: FindSelectors | None = None) -> Iterator[Record | Problem]:
    """Give the article of a saved page, or those of several that lie in one document, or of a channel's messages.
    `selectors` says where on it its publisher has the parts of an article.

    Raises UnreadableError with code `too-large`, `costly-page`, `error-page`, `challenge-page`, `cookie-wall`,
    `listing-page` or `no-article`, or one of those of `decode_damaged`.
    """
    saved = _open(document)
    if shows_messages(saved.source) and (records := _read_messages(saved, document)):
        yield from records
    else:
        pages = split_page(saved)
        yield from (_read_several(pages, document, selectors) or [read_article(saved, document, selectors)])


def read_page(
    raw: bytes,
    *,
    declared: str | None,
    address: str | None,
    path: Path,
    taken: date | None = None,
    selectors: FindSelectors | None = None,
) -> Record:
    """The one article of a page that an archive holds: its bytes, the encoding and the address that its carrier states,
    and the day on which it was taken.

    `path` names the document in problems. `selectors` is as in `read_saved_page`, and so is what is raised.
    """
    saved = open_page(raw, declared=declared, address=address)
    return read_article(replace(saved, day=saved.day or taken), SourceDocument.of(path, raw, ""), selectors)


def _read_messages(saved: SavedPage, document: SourceDocument) -> list[Record]:
    """The messages of a channel, each an article, named as its network does where there are several."""
    refuse_costly(saved.source, document)
    messages = messages_in(parse_tree(saved.source))
    records = []
    for message in messages:
        own = replace(saved, address=message.address or None, rule="message:address")
        own = saved if len(messages) == 1 and saved.address else own
        record = read_with_body(message.page, own, document, None, message.body)
        above = (Claim(FieldName.KICKER, message.kicker, "message:line"),) if message.kicker else ()
        key = message.name if len(messages) > 1 else ""
        removed = tuple(dict.fromkeys((*record.removed, *message.removed)))
        records.append(replace(record, key=key, claims=(*record.claims, *above), removed=removed))
    return records


def _read_several(
    pages: Sequence[SavedPage], document: SourceDocument, find_selectors: FindSelectors | None
) -> list[Record | Problem]:
    """What pages in one document are, the first with the document's own name, the others numbered; nothing where fewer
    than two of them are articles, each under a title of its own."""
    found: dict[str, Record | Problem] = {}
    for number, page in enumerate(pages if len(pages) > 1 else (), start=1):
        key = str(number)
        try:
            record = read_article(page, document, find_selectors)
        except UnreadableError as error:
            found[key] = replace(error.problem, record=key)
            continue
        title = title_key(record.claims)
        if not title:
            return []
        twin = found.get(title)
        if not isinstance(twin, Record):
            found[title] = replace(record, key=key if number > 1 else "", placed=number > 1)
        elif [block.text for block in twin.blocks] != [block.text for block in record.blocks]:
            return []
    articles = sum(isinstance(each, Record) for each in found.values())
    return list(found.values()) if articles > 1 else []


def _open(document: SourceDocument) -> SavedPage:
    if document.size > _MOST_BYTES:
        raise UnreadableError(
            Problem(
                "too-large",
                "this page is far larger than pages are",
                document.path,
                expected=f"at most {_MOST_BYTES // 1_000_000} MB",
                found=f"{document.size // 1_000_000} MB",
                cure="save the article alone (the browser's reading view), or its text as a .txt file",
            )
        )
    try:
        return open_page(document.raw)
    except UnreadableError as error:
        raise UnreadableError(replace(error.problem, path=document.path)) from error
