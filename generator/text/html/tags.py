"""The pieces of well-formed HTML: tags and the text between them.

Only for HTML that the sanitiser has written (every `<` of text is a reference, every value in double quotes).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

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

_PIECE = re.compile(r'<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:[^">]|"[^"]*")*)>|[^<]+|<')
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
        if not match["name"]:
            yield match[0]
            continue
        found = _ATTRIBUTE.finditer(match["attributes"])
        attributes = tuple((attribute["name"], html.unescape(attribute["value"])) for attribute in found)
        yield Tag(match["name"], closes=bool(match["close"]), attributes=attributes)
