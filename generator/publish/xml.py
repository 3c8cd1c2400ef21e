"""XML as text: elements with escaped content, for feeds and sitemaps. Not for reading XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
# White space in a value would come back as spaces (XML 1.0, 3.3.3).
_IN_VALUES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def escape(text: str) -> str:
    """Escape text between tags as `xml.sax.saxutils` does, which takes as long to load as some ten pages to render: it
    brings the web's protocols with it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Write an element that holds text; an empty one where there is none."""
    start = _start(name, attributes)
    return f"<{start}>{escape(text)}</{name}>" if text else f"<{start}/>"


def branch(name: str, children: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """Write an element that holds other elements, one a line."""
    start = _start(name, attributes)
    return "\n".join((f"<{start}>", *children, f"</{name}>"))


def _start(name: str, attributes: Mapping[str, str] | None) -> str:
    """Write what stands in a start tag."""
    return name + "".join(f' {key}="{value.translate(_IN_VALUES)}"' for key, value in (attributes or {}).items())
