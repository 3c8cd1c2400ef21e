"""Messages of a channel of Telegram as its desktop program exports them (`result.json`), as rows of a table.

Only channels, which speak to readers; what people write to each other in chats and groups is nobody's business.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.tables.json_objects import find_objects
from generator.ingest.readers.tables.rows import Row, Table

_CHAT = re.compile(
    r'\A\s*\{\s*"name"\s*:\s*(?P<name>null|"(?:[^"\\]|\\.)*+")\s*,\s*"type"\s*:\s*"(?P<type>\w+)"\s*,\s*"id"\s*:',
    re.DOTALL,
)
_ACCOUNT = re.compile(r'\A\s*\{\s*"about"\s*:\s*"Here is the data you requested')
_PAGE = re.compile(rb"<title>Exported Data</title>.*class=\"page_body chat_page\"", re.DOTALL)
_CHANNELS = frozenset({"public_channel", "private_channel"})
_LEAST_WORDS = 12
_MARKUP = {"bold": "b", "italic": "i", "blockquote": "blockquote", "strikethrough": "s", "underline": "u"}


@dataclass(frozen=True, slots=True)
class Chat:
    """What an export is of: the name and the kind of the chat; `account` stands for all of somebody's chats."""

    name: str
    kind: str


def find_chat(head: str) -> Chat | None:
    """The chat of which a document with this beginning is an export; None where it is no export of Telegram."""
    found = _CHAT.match(head)
    if found is not None:
        name = "" if found["name"] == "null" else next(_decoded(found["name"]), "")
        return Chat(name, found["type"])
    return Chat("", "account") if _ACCOUNT.match(head) else None


def is_chat_page(path: Path, head: bytes) -> bool:
    """Whether a document with this beginning is an export of Telegram as a page, which tells less than its JSON."""
    del path  # content tells
    return _PAGE.search(head) is not None


def refuse_chat_page(path: Path) -> UnreadableError:
    """The error that such a page is not read."""
    cure = "export the channel again with the format JSON, and put result.json in its place"
    expected, found = "result.json", "a page with many messages"
    return UnreadableError(
        Problem("format-not-read-yet", "this is a chat of Telegram as a page", path, None, expected, found, cure)
    )


def message_rows(table: Table, chat: Chat) -> Iterator[Row | Problem]:
    """The messages of a channel that are texts, as rows. Raises UnreadableError (`private-chat`) for other chats."""
    if chat.kind not in _CHANNELS:
        raise UnreadableError(_private(table.document.path, chat))
    short = number = 0
    for found in find_objects(table.stream.pieces()):
        whole = found.value if isinstance(found.value, dict) else {}
        messages = whole.get("messages") if not found.path else [whole] if found.path[:1] == ("messages",) else []
        for message in messages if isinstance(messages, list) else ():
            if not isinstance(message, dict) or message.get("type") != "message":
                continue
            number += 1
            body = _body(message.get("text"))
            if len(re.sub(r"<[^>]*>", " ", body).split()) < _LEAST_WORDS:
                short += 1
                continue
            yield Row(_values(message, chat, body), number, found.line)
    if short:
        yield _short(table.document.path, short)


def _values(message: dict[str, object], chat: Chat, body: str) -> dict[str, object]:
    values = {
        "id": message.get("id"),
        "date": message.get("date"),
        "updated": message.get("edited"),
        "source": chat.name,
        "body": body,
        "original_publisher": message.get("forwarded_from"),
        "tags": [each["text"].lstrip("#") for each in _entities(message.get("text")) if each.get("type") == "hashtag"],
    }
    return {name: value for name, value in values.items() if value}


def _body(text: object) -> str:
    """The text of a message as HTML, a paragraph a line."""
    parts = []
    for each in _entities(text):
        written, kind = html.escape(str(each.get("text", ""))), str(each.get("type"))
        if kind in ("link", "text_link"):
            address = html.escape(str(each.get("href") or each.get("text")))
            written = f'<a href="{address}">{written}</a>'
        elif kind in _MARKUP and "\n" not in written.strip("\n"):
            written = f"<{_MARKUP[kind]}>{written}</{_MARKUP[kind]}>" if kind != "blockquote" else written
        parts.append(written)
    lines = "".join(parts).split("\n")
    return "\n".join(f"<p>{line}</p>" if line.strip() else "" for line in lines)


def _entities(text: object) -> list[dict[str, str]]:
    """The parts of a message's text: each has a text, and a type where it is marked."""
    parts = text if isinstance(text, list) else [text]
    return [each if isinstance(each, dict) else {"text": str(each)} for each in parts if each]


def _decoded(written: str) -> Iterator[str]:
    for found in find_objects(iter((f'{{"name": {written}}}',))):
        if isinstance(found.value, dict):
            yield str(found.value.get("name"))


def _private(path: Path, chat: Chat) -> Problem:
    what = "of a whole account" if chat.kind == "account" else "of a chat between people"
    return Problem(
        "private-chat",
        f"this is an export of Telegram {what}, not of a channel",
        path,
        expected="the export of a channel: public_channel or private_channel",
        found=chat.kind,
        cure="export the channel by itself (Export chat history, JSON), and take this file out of content/sources",
    )


def _short(path: Path, count: int) -> Problem:
    return Problem(
        "short-messages",
        "messages of a few words were left out",
        path,
        expected=f"at least {_LEAST_WORDS} words",
        found=f"{count:,} messages",
        cure="nothing need be done; they stay in the document",
        severity=Severity.HINT,
    )
