"""Templates without what need not be there: seen to once, where a template is compiled, not page by page.

Templates stay as people write them. Left out are the quotation marks around a written value that needs none (HTML
13.1.2.3), the tags that HTML lets be left out (13.1.2.4: end tags that the next tag implies or the end of the parent,
`<head>`), line ends between blocks, and the escaping of what a filter of ours has escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_QUOTED = re.compile(r'(?<=[a-z]=)"([A-Za-z0-9_./#:,;-]+)"(?=[\s>])')
_IMPLIED = re.compile(r"</(?:li|dt|dd)>|</(?:body|head|html)>\n?|<head>")
# A paragraph ends where one of these begins, or its parent's end.
_ENDS_PARAGRAPH = r"</?(?:article|blockquote|d[dlt]|div|footer|form|h[1-6]|header|li|main|nav|ol|p|section|ul|table)\b"
_PARAGRAPH_END = re.compile(rf"</p>(?=\s*{_ENDS_PARAGRAPH})")
# Between blocks, or in the head, where white space is nothing.
_BLOCK = r"article|body|d[dlt]|div|footer|h[1-6]|header|html|link|li|main|meta|nav|ol|p|script|section|title|ul"
_LINE_END = re.compile(rf"(?<=>)\n+(?=</?(?:{_BLOCK})\b)")
_PARTS = re.compile(r"([^<>]*)([<>]|\Z)")

# What these filters give may stand in a page as it is.
SAFE_FILTERS = frozenset(
    {"bidi", "card", "cards", "chrome", "described", "link", "marked", "pointers", "show", "tag_groups", "url", "when"}
)


class LeanCode(CodeGenerator):
    """Compiles templates whose every printed value is escaped, but for what our own filters give."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write what stands before a printed value."""
        if isinstance(node, nodes.Filter) and node.name in SAFE_FILTERS:
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)


class LeanMarkup(Extension):
    """Makes the markup of templates lean as they are compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Give the tokens of a template, its markup lean."""
        return lean_tokens(stream)


def lean_tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    """Give tokens with lean markup; a tag may be broken by what is printed in it."""
    inside = False
    for token in tokens:
        if token.type == "data":
            inside, markup = _lean(token.value, inside)
            yield Token(token.lineno, "data", markup)
        else:
            yield token


def _lean(markup: str, inside: bool) -> tuple[bool, str]:
    """Make a piece of markup lean that begins inside a tag or not; says whether it ends inside one."""
    written: list[str] = []
    for text, sign in _PARTS.findall(_LINE_END.sub("", _PARAGRAPH_END.sub("", _IMPLIED.sub("", markup)))):
        written += (_QUOTED.sub(r"\1", text + sign) if inside and sign != "<" else text + sign,)
        inside = sign == "<" if sign else inside
    return inside, "".join(written)
