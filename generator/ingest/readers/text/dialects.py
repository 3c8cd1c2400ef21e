"""What editors of notes and site generators write in Markdown beyond it, as Markdown: Obsidian's links, comments, boxes
and marks, GitHub's boxes, admonitions and tabs of Python-Markdown, figures of Hugo.

Not for what only a program can carry out, which is set aside (`markdown_body`).
"""

from __future__ import annotations

import html
import re

_WIKI_LINK = re.compile(
    r"(?P<shown>!?)\[\[(?P<target>[^\[\]\n|]*[^\W\d_][^\[\]\n|]*)(?:\|(?P<words>[^\[\]\n]+))?\]\](?!\()"
)
_PLACE = re.compile(r"\s*#\^?\s*")
# A comment of Obsidian; `100%%` begins none.
_COMMENT = re.compile(r"(?<![\d%])%%(?!%)(?:(?!%%).){1,5000}?%%(?!%)", re.DOTALL)
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]{1,500}?)(?<=\S)==(?![=\w])")
_BLOCK_NAME = re.compile(r"^\^[A-Za-z0-9-]+[ \t]*$|[ \t]\^[a-z0-9]{6}[ \t]*$", re.MULTILINE)
_CALLOUT = re.compile(
    r"^(?P<quote>[ \t]*(?:>[ \t]*)+)\[!(?P<kind>[\w-]{1,30})(?:\|[^\]\n]*)?\][+-]?[ \t]*(?P<title>[^\n]*)$",
    re.MULTILINE,
)
_BOX = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+\"(?P<title>[^\"\n]*)\")?"
    r"|===[!+]{0,2}[ \t]+\"(?P<tab>[^\"\n]*)\")[ \t]*$"
)
_FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|img|image)\s(?P<inside>.*)[%>]\}\}\Z", re.DOTALL)
_MEMBER = re.compile(
    r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`]+))"
)
_INDENT = 4


def read_notes(part: str, removed: list[str]) -> str:
    """A text that is no code with what notes have beyond Markdown made Markdown; what readers are not to see, and notes
    and pictures that are shown from elsewhere, go to `removed`, word for word."""

    def take(mark: re.Match[str]) -> str:
        removed.append(mark[0].strip())
        return "\n" * mark[0].count("\n")

    def link(mark: re.Match[str]) -> str:
        if mark["shown"]:
            return take(mark)
        if mark["words"]:
            removed.append(mark[0])
        return (mark["words"] or _PLACE.sub(" – ", mark["target"]).strip(" –")).strip()

    if "%%" in part:
        part = _COMMENT.sub(take, part)
    if "[[" in part:
        part = _WIKI_LINK.sub(link, part)
    part = _HIGHLIGHT.sub(lambda mark: mark["words"], part) if "==" in part else part
    return _BLOCK_NAME.sub(take, part) if "^" in part else part


def open_callouts(part: str, removed: list[str]) -> str:
    """Boxes that are written as quotations (`> [!note] Title`) as quotations that begin with their title."""

    def title_of(mark: re.Match[str]) -> str:
        removed.append(f"[!{mark['kind']}]")
        title = mark["title"].strip()
        return f"{mark['quote']}**{title}**\n{mark['quote'].rstrip()}" if title else mark["quote"].rstrip()

    return _CALLOUT.sub(title_of, part) if "[!" in part else part


def open_boxes(text: str) -> str:
    """Admonitions and tabs of Python-Markdown as paragraphs: their title, then what was indented below them, which
    would be code otherwise."""
    lines: list[str] = []
    inside: int | None = None
    for line in text.split("\n"):
        match = _BOX.match(line)
        if match is not None:
            inside = len(match["indent"]) + _INDENT
            title = match["title"] or match["tab"]
            lines.append((match["indent"] + f"**{title}**\n") if title else "")
        elif inside is not None and line[:inside].strip() == "" and (line.strip() == "" or len(line) > inside):
            lines.append(line[_INDENT:] if line.strip() else "")
        else:
            inside = None
            lines.append(line)
    return "\n".join(lines)


def figure_of(shortcode: str) -> str:
    """The figure that a shortcode of Hugo means, as HTML; empty where it is none, or has nothing to show."""
    found = _FIGURE.match(shortcode)
    if found is None:
        return ""
    said = {
        member["name"].lower(): (member["double"] or member["raw"] or member["bare"] or "").replace('\\"', '"')
        for member in _MEMBER.finditer(found["inside"])
    }
    words = [said[name] for name in ("title", "caption", "attr") if said.get(name)]
    caption = f"<figcaption>{html.escape(' – '.join(words), quote=False)}</figcaption>" if words else ""
    picture = (
        f'<img src="{html.escape(said["src"])}" alt="{html.escape(said.get("alt", ""))}">' if "src" in said else ""
    )
    return f"\n\n<figure>{picture}{caption}</figure>\n\n" if picture or caption else ""
