"""A text in Markdown, as other programs extend it, as blocks: what is no text of an article is set aside.

Markdown is read as the archive reads its own articles. Templates' marks, comments and includes run nowhere here: they
are kept word for word among what was removed. Not for the front matter above the text (`front_matter`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.text.dialects import figure_of, open_boxes, open_callouts, read_notes
from generator.model.source import Block
from generator.text.gfm import check_size, render_gfm
from generator.text.repair import repair_inline

_FENCE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})")
_TICKS = re.compile(r"`+")
# Hugo's and Zola's shortcodes, Liquid's and Jinja's tags, comments, includes of pymdownx; attribute lists of kramdown,
# and those of others behind a picture or a link and at the end of a line, as of a heading (`{#quay .wide}`).
_NAMES = r"(?:[#.][^\s{}.#\"=]{1,100})+"
_ATTRIBUTE = rf"(?:{_NAMES}|[A-Za-z][\w:-]{{0,40}}=(?:\"[^\"{{}}\n]{{0,200}}\"|[^\s{{}}\"]{{1,200}}))"
_MARKS = re.compile(
    r"\{\{[<%](?:(?!\{\{).){0,2000}?[%>]\}\}|\{%(?:(?!\{%).){0,2000}?%\}|\{#(?:(?!\{#).){0,2000}?#\}"
    r"|\{\{-?\s*[\w:]+\([^{}\n]{0,500}\)\s*-?\}\}"
    r"|<!--(?:(?!<!--).){0,20000}?-->|\{:[^{}\n]{0,300}\}"
    rf"|(?<=\))\{{[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}"
    rf"|\{{[ \t]*{_NAMES}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}(?=[ \t]*#*[ \t]*$)"
    r"|^[ \t]*-{1,4}8<-{1,4}[^\n]*$|^[ \t]*:{3,}[^\n]*$|^\[(?:TOC|toc)\][ \t]*$"
    # MDX: comments, what a file takes from others, and components without anything inside (`<Figure src="…" />`).
    r"|\{/\*(?:(?!\*/).){0,2000}?\*/\}"
    r"|^(?:import[ \t]+(?:[\w*{}$, \t]{1,300}[ \t]+from[ \t]+)?|export[ \t]+\*[ \t]+from[ \t]+)"
    r"(?P<mark>['\"])[^'\"\n]{1,300}(?P=mark);?[ \t]*$"
    r"|<(?!(?:Br|Hr|Img)\b)[A-Z][A-Za-z0-9.]*[a-z][A-Za-z0-9.]*(?:\s[^<>]{0,1000})?/>",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r"\A\s*(?:#[ \t]+(?P<atx>[^\n]+?)[ \t]*#*[ \t]*|(?P<setext>[^\n#>\-*`|]+)\n=+[ \t]*)(?:\n|\Z)")
_BACK_LINK = re.compile(r'<a [^>]*class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
_WORD = re.compile(r"\w{2,}")
_ENDS_OF_SUMMARY = frozenset({"", "more", "truncate", "teaser_end"})
# Words of a line that a reader sees, save addresses and tags; character references are read before.
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_SHOWN = re.compile(r"\]\([^()\n]*\)|<[^<>\n]*>|https?://\S+|&#?\w+;")
_FAR = 200


@dataclass(frozen=True, slots=True)
class MarkdownBody:
    """The blocks of a text, what was set aside word for word, the repairs, and its first heading if that stands on top.

    `costly` says why the text cannot become a page, as the end of "the text …"; then there are no blocks.
    """

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    heading: str = ""
    costly: str = ""


def read_markdown(
    text: str, *, line: int = 1, title: str = "", base: str | None = None, html: bool = False
) -> MarkdownBody:
    """The blocks of a text that begins on `line` of its document; `html` where it is HTML, not Markdown.

    A heading of the first level on top is the title, and no block, where there is no other `title`, or it is the same.
    """
    heading, rest = ("", text) if html else _split_heading(text, title)
    costly = check_size(rest)
    if costly is not None:
        return MarkdownBody((), costly=costly)
    removed: list[str] = []
    if html:
        rendered = _set_aside(rest, removed)
    else:
        plain = _outside_code(open_boxes(rest), lambda part: read_notes(_set_aside(part, removed), removed))
        plain = _outside_code(plain, lambda part: open_callouts(part, removed))
        rendered = _BACK_LINK.sub("", render_gfm(plain, pictures=True))
    body = blocks_of(rendered, base=base)
    blocks = tuple(with_lines(body.blocks, text.split("\n"), line))
    removed.extend(body.removed)
    removed.extend(lost_lines(rest, blocks, removed))
    return MarkdownBody(blocks, tuple(removed), body.repairs, heading)


def lost_lines(text: str, blocks: tuple[Block, ...], removed: list[str]) -> Iterator[str]:
    """The lines with words that are in no block and were not set aside: notes and definitions that nothing refers to,
    which Markdown does not show."""
    found = set(_LETTERS.findall("\n".join((*(block.text for block in blocks), *map(repair_inline, removed)))))
    shown = [_NOT_SHOWN.sub(" ", line) for line in text.split("\n")]
    for line, words in zip(text.split("\n"), shown, strict=True):
        if any(word not in found for word in _LETTERS.findall(repair_inline(words))):
            yield line.strip()


def _split_heading(text: str, title: str) -> tuple[str, str]:
    match = _TITLE.match(text)
    heading = (match["atx"] or match["setext"] or "").strip() if match else ""
    if match is None or (title and " ".join(heading.split()) != " ".join(title.split())):
        return "", text
    return heading, text[match.end() :]


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` made to what is no code: fenced blocks and spans between backticks stay as they are."""
    parts: list[str] = []
    for is_code, part in _parts(text):
        if is_code:
            parts.append(part)
            continue
        position = 0
        for start, end in _code_spans(part):
            parts.extend((change(part[position:start]), part[start:end]))
            position = end
        parts.append(change(part[position:]))
    return "".join(parts)


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where spans of code begin and end: at a run of backticks and the next run of as many, in time that grows with the
    text."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    following: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for at in range(len(runs) - 1, -1, -1):
        length = runs[at][1] - runs[at][0]
        partner[at] = following.get(length)
        following[length] = at
    at = 0
    while at < len(runs):
        closing = partner[at]
        if closing is not None:
            yield runs[at][0], runs[closing][1]
        at = (at if closing is None else closing) + 1


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in parts that are fenced code or not."""
    held: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line)
        if not fence and match is not None:
            yield False, "".join(held)
            held, fence = [line], match["sign"]
        elif fence and match is not None and match["sign"].startswith(fence) and not line[match.end() :].strip():
            yield True, "".join((*held, line))
            held, fence = [], ""
        else:
            held.append(line)
    yield bool(fence), "".join(held)


def _set_aside(part: str, removed: list[str]) -> str:
    def take(mark: re.Match[str]) -> str:
        words = mark[0].strip()
        if words.removeprefix("<!--").removesuffix("-->").strip().casefold() not in _ENDS_OF_SUMMARY:
            removed.append(words)
        is_alone = _stands_alone(part, mark)
        return (figure_of(words) if is_alone else "") or "\n" * mark[0].count("\n")

    return _MARKS.sub(take, part)


def _stands_alone(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark has its lines for itself."""
    start, end = text.rfind("\n", 0, mark.start()) + 1, text.find("\n", mark.end())
    return not text[start : mark.start()].strip() and not text[mark.end() : end if end >= 0 else None].strip()


def with_lines(blocks: tuple[Block, ...], lines: list[str], first: int) -> Iterator[Block]:
    """The blocks with the lines of the document on which their first words stand."""
    at = 0
    for block in blocks:
        words = _WORD.findall(block.text)[:3]
        near = range(at, min(at + _FAR, len(lines))) if words else ()
        found = next((n for n in near if all(word in lines[n] for word in words)), None)
        at = at if found is None else found
        yield replace(block, line=first + at)
