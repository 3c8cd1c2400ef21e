"""Exports of WordPress (WXR 1.0 to 1.2): its published articles, one after the other, however large it is.

Not for what one post says (`posts`). What is no published article is counted and told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.addresses import address_key
from generator.ingest.readers.feeds.channel import Channel, read_channel
from generator.ingest.readers.feeds.feed import before_records, faults_of, unreadable_record
from generator.ingest.readers.feeds.links import is_web_address
from generator.ingest.readers.wordpress.kinds import is_own_article
from generator.ingest.readers.wordpress.library import Holdings, gather, text_of
from generator.ingest.readers.wordpress.posts import read_post
from generator.ingest.readers.xml.half_values import whole_values
from generator.ingest.readers.xml.pieces import Piece, split_records
from generator.ingest.readers.xml.trees import Element, parse_record, read_declarations
from generator.ingest.readers.xml.xml_text import HEAD, XmlText, read_pieces, settle_text
from generator.model.source import Record, SourceDocument

TYPES = ("post", "page")
_MARK = re.compile(
    r"xmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/|<wp:wxr_version\b|generator=\"WordPress/[^\"]*\" created="
)
_ITEM = "item"
_MOST_KINDS = 100
_UNKNOWN = ""


@dataclass(slots=True)
class _Export:
    """An export while it is read: what all its posts share, and what was left out so far."""

    path: Path
    channel: Channel
    holdings: Holdings
    types: frozenset[str]
    repairs: tuple[tuple[str, int], ...]
    site: str = ""
    left_out: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    seen: set[str] = field(default_factory=set)


def is_wordpress(path: Path, head: bytes) -> bool:  # noqa: ARG001  content alone tells
    """Whether a document with this beginning is an export of WordPress: it names the vocabulary of exports."""
    return _MARK.search(head.replace(b"\0", b"").decode("utf-8", "replace")) is not None


def read_wordpress(document: SourceDocument, *, types: Collection[str] = TYPES) -> Iterator[Record | Problem]:
    """The records of the published articles of an export, and the problems of those that are broken.

    `types` are the kinds of posts that are articles; so are items of a site's own kinds that hold some. The export is
    read twice, piece by piece: what a post refers to may stand behind it. Raises UnreadableError where the document is
    no export, or no text.
    """
    text = settle_text(document)
    head = next(read_pieces(text), "")[:HEAD]
    if _MARK.search(head) is None:
        raise UnreadableError(_no_export(document, head))
    declarations = read_declarations(before_records(head))
    with gather(split_records(read_pieces(text), _ITEM), declarations) as holdings:
        channel = read_channel(holdings.head)
        export = _Export(document.path, channel, holdings, frozenset(types), text.repairs, _site_of(holdings))
        for number, piece in enumerate(_items(text), start=1):
            yield from _read_item(export, piece, *parse_record(whole_values(piece), declarations, piece.line), number)
    if export.own:
        yield _own_kinds(export)
    if export.left_out.total() + export.comments:
        yield _left_out(export)


def _site_of(holdings: Holdings) -> str:
    """The address of the site that was exported, in the form in which addresses are compared; empty where unknown."""
    stated = (text_of(holdings.head, name) for name in _SITE) if holdings.head is not None else ()
    return next((address_key(each) for each in stated if is_web_address(each)), "")


_SITE = ("wp:base_site_url", "wp:base_blog_url")


def _items(text: XmlText) -> Iterator[Piece]:
    return (piece for piece in split_records(read_pieces(text), _ITEM) if piece.is_record)


def _read_item(
    export: _Export, piece: Piece, element: Element | None, mended: bool, number: int
) -> Iterator[Record | Problem]:
    if element is None or piece.oversized:
        yield unreadable_record(export.path, piece, number)
        return
    export.comments += sum(child.name == "wp:comment" for child in element.children)
    kind = _kind_of(element)
    if kind == _UNKNOWN:
        yield _without_status(export, piece, element, number)
    elif kind not in export.types and (" " in kind or not is_own_article(kind, element)):
        export.left_out[kind if len(export.left_out) < _MOST_KINDS else "other"] += 1
    else:
        if kind not in export.types:
            export.own[kind if len(export.own) < _MOST_KINDS else "other"] += 1
        record = read_post(element, export.channel, export.holdings, export.site)
        if record.key in export.seen or not record.key:
            record = replace(record, key=f"{record.key or 'item'} ({number})")
        export.seen.add(record.key)
        repairs = tuple(sorted((*record.repairs, *export.repairs)))
        yield replace(record, repairs=repairs, problems=faults_of(export.path, piece, record, mended=mended))


def _kind_of(element: Element) -> str:
    """The type of an item where it is published for all, else its state and type; empty where it does not say."""
    kind, status = text_of(element, "wp:post_type"), text_of(element, "wp:status")
    if not kind or not status:
        return _UNKNOWN
    if kind in {"attachment", "revision", "nav_menu_item"}:
        return kind if kind != "nav_menu_item" else "menu item"
    if status != "publish":
        return f"{status} {kind}"
    if text_of(element, "wp:post_password"):
        return f"password-protected {kind}"
    return kind


def _own_kinds(export: _Export) -> Problem:
    return Problem(
        "own-kinds",
        "items of kinds that this site made for itself were taken for articles",
        export.path,
        expected="posts and pages",
        found=", ".join(f"{kind} ({count})" for kind, count in sorted(export.own.items())),
        cure="nothing need be done, unless some are none: refuse those with `sijill review … --refuse`",
        severity=Severity.HINT,
    )


def _left_out(export: _Export) -> Problem:
    counts = [f"{kind} ({count})" for kind, count in sorted(export.left_out.items())]
    counts += [f"comments of readers ({export.comments})"] if export.comments else []
    return Problem(
        "not-articles",
        "parts of the export that are no published articles were left out",
        export.path,
        expected="published posts, pages, and articles of a site's own kinds",
        found=", ".join(counts),
        cure="publish in WordPress what belongs in the archive, and export again; nothing need be done for the rest",
        severity=Severity.HINT,
    )


def _without_status(export: _Export, piece: Piece, element: Element, number: int) -> Problem:
    """The problem of an item that does not say whether it is published: it is not taken for published."""
    return Problem(
        "no-status",
        "the item does not say what it is and whether it is published, so it was not taken"
        if piece.whole
        else "the export breaks off in this item before it says whether it is published, so it was not taken",
        export.path,
        piece.line,
        expected="wp:post_type and wp:status",
        found=text_of(element, "title")[:80],
        cure="export from WordPress again, and compare the size of the file with what WordPress says",
        record=text_of(element, "wp:post_id") or str(number),
    )


def _no_export(document: SourceDocument, head: str) -> Problem:
    return Problem(
        "not-an-export",
        "the document is no export of WordPress",
        document.path,
        expected="WXR: XML that names wordpress.org/export",
        found=head.strip()[:60],
        cure="export from WordPress with Tools, Export, All content",
    )
