"""Text of WordPress's classic editor as HTML: blank lines part paragraphs, single line ends are breaks.

The rule is WordPress's own, as its editors know it (text between two blank lines is a paragraph); HTML that stands in
the text is kept. Not for blocks of the newer editor, whose paragraphs are marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_AS_IT_STANDS = frozenset({"pre", "script", "style", "textarea", "svg", "math", "iframe", "object", "audio", "video"})
# In these, text is a paragraph of its own; in the next ones it is theirs already; in the last ones none can stand.
_HOLDERS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "details", "div", "dialog", "fieldset", "footer",
    "form", "header", "hgroup", "main", "nav", "section",
})  # fmt: skip
_OWNERS = frozenset({
    "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary", "td", "th",
})  # fmt: skip
_FRAMES = frozenset({
    "colgroup", "dl", "figure", "hr", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_BLOCKS = _HOLDERS | _OWNERS | _FRAMES
# Blank lines between two paragraphs, a line end that has a break already, and one that has none.
_LINE_END = re.compile(
    r"(?P<blank>(?<![ \t])[ \t]*+\n(?:[ \t\u00a0]*+\n)+)|(?P<broken><br\b[^<>]*>)[ \t]*+\n|(?<![ \t])[ \t]*+\n[ \t]*+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Paragraphs:
    out: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    unclosed: set[str] = field(default_factory=set)


def make_paragraphs(text: str) -> str:
    """HTML with paragraphs for a text that parts them by blank lines. Line ends stay, so that lines can be counted."""
    made = _Paragraphs()
    at = 0
    for tag in _TAG.finditer(text):
        if tag.start() < at:
            continue
        name = tag["name"].lower()
        if name not in _BLOCKS and name not in _AS_IT_STANDS:
            continue
        made.run.append(text[at : tag.start()])
        at = tag.end()
        if name in _AS_IT_STANDS:
            at = _keep(made, text, tag)
            continue
        _flush(made)
        made.out.append(tag[0])
        _track(made, name, closes=bool(tag["close"]), empty=tag[0].endswith("/>") or name == "hr")
    made.run.append(text[at:])
    _flush(made)
    return "".join(made.out)


def _keep(made: _Paragraphs, text: str, tag: re.Match[str]) -> int:
    """Pass an element whose content is not to be touched; gives the place behind it."""
    name = tag["name"].lower()
    end = tag.end()
    if not tag["close"] and name not in made.unclosed:
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, tag.end())
        if closing is None:
            made.unclosed.add(name)
        else:
            end = closing.end()
    _flush(made)
    made.out.append(text[tag.start() : end])
    return end


def _track(made: _Paragraphs, name: str, *, closes: bool, empty: bool) -> None:
    if closes:
        if name in made.open:
            while made.open.pop() != name:
                pass
    elif not empty:
        made.open.append(name)


def _flush(made: _Paragraphs) -> None:
    """Write the text that has come together since the last tag of a block."""
    text = "".join(made.run)
    made.run.clear()
    if not text:
        return
    inside = made.open[-1] if made.open else "body"
    if inside in _FRAMES or not text.strip():
        made.out.append(text)
    elif inside in _OWNERS:
        between = "</p><p>" if inside == "p" else "<br><br>"
        made.out.append(_lines(text.strip("\n"), between, text))
    else:
        made.out.append(_lines(text.strip("\n"), "</p><p>", text, "<p>", "</p>"))


def _lines(inner: str, between: str, whole: str, start: str = "", end: str = "") -> str:
    """The paragraphs of a run of text, its outer line ends kept outside."""
    before = whole[: len(whole) - len(whole.lstrip("\n"))]
    after = whole[len(whole.rstrip("\n")) :]

    first = len(inner) - len(inner.lstrip())  # before it, blank lines part nothing

    def replace(found: re.Match[str]) -> str:
        ends = "\n" * found[0].count("\n")
        if found["blank"]:
            return ends if found.start() <= first else f"{between}{ends}"
        return f"{found['broken'] or '<br>'}{ends}"

    return f"{before}{start}{_LINE_END.sub(replace, inner)}{end}{after}"
