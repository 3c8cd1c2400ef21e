"""The pieces of well-formed HTML: tags and the text between them.

Only for HTML that the sanitiser has written (every `<` of text is a reference, every value in double quotes).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

VOID = frozenset({"br", "hr", "img", "wbr"})
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    }
)

_PIECE = re.compile(r'<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*+)(?P<attributes>(?:[^">]++|"[^"]*+")*+)>|[^<]++|<')
_ANY_TAG = re.compile(r'<[/!a-zA-Z](?:[^">]++|"[^"]*+")*+>')
_ATTRIBUTE = re.compile(r'(?P<name>[a-z-]+)="(?P<value>[^"]*)"')


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; attribute values are plain text."""

    name: str
    closes: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """The tag as it is written."""
        if self.closes:
            return f"</{self.name}>"
        written = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes)
        return f"<{self.name}{written}>"

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None."""
        return dict(self.attributes).get(name)


def escape(text: str) -> str:
    """Give `text` safe in HTML, between tags and inside quoted attribute values."""
    return html.escape(text, quote=True)


def split_html(source: str) -> Iterator[Tag | str]:
    """Give the tags and, as written, the texts of sanitised HTML, in order."""
    for match in _PIECE.finditer(source):
        close, name, written = match.groups()
        if not name:
            yield match[0]
        elif not written:
            yield _plain_tag(name, bool(close))
        else:
            found = _ATTRIBUTE.findall(written)
            attributes = tuple((attribute, html.unescape(value)) for attribute, value in found)
            yield Tag(name, closes=bool(close), attributes=attributes)


def strip_tags(source: str) -> str:
    """Give HTML without its tags; references stay as they are."""
    return _ANY_TAG.sub("", source)


@lru_cache(maxsize=256)
def _plain_tag(name: str, closes: bool) -> Tag:
    """A tag without attributes: nearly all are, so each is made once."""
    return Tag(name, closes)
