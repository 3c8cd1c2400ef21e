"""XML as text: elements with escaped content, for feeds and sitemaps. Not for reading XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Write an element that holds text; an empty one where there is none."""
    start = name + "".join(f" {key}={quoteattr(value)}" for key, value in (attributes or {}).items())
    return f"<{start}>{escape(text)}</{name}>" if text else f"<{start}/>"


def branch(name: str, children: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """Write an element that holds other elements, one a line."""
    start = name + "".join(f" {key}={quoteattr(value)}" for key, value in (attributes or {}).items())
    return "\n".join((f"<{start}>", *children, f"</{name}>"))
