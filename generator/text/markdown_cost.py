"""Refuse Markdown that would stall or break Python-Markdown or the sanitiser, before it meets them.

Each rule counts what was measured to cost more than in proportion to the text (unclosed brackets and tags, runs of
backticks, headings without an empty line between, nesting, …). There is no clock: the same text, the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

_MOST_BYTES = 200_000
_MOST_LEVELS = 50
_MOST_SIGNS = 40_000
_MOST_CELLS = 20_000
_MOST_CONTENTS = 20
_MOST_OPEN = 30
_MOST_NESTED = 200
_MOST_STEPS = 5_000_000  # characters looked at again and again; at worst 0.1 microseconds each

_BLOCK_END = re.compile(r"\n[ \t]*\n")
_INDENT = re.compile(r"^(?P<indent>[ \t>]*)(?=\S)", re.MULTILINE)
_SIGN = re.compile(r"[*_`\\\[\]<&!]")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
# Elements that have no end tag, or may do without.
WITHOUT_END = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "track",
        "wbr",
    }
)
_RULED_LINE = re.compile(r"^[ ]{0,3}(?:#|[-*_][-*_ ]{2,}$)", re.MULTILINE)
_BACKTICKS = re.compile("`+")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<rest>.*)$", re.MULTILINE)


def check_cost(markdown: str) -> str | None:
    """Give the reason why `markdown` is too costly to render, as the end of "the text …", or None."""
    size = len(markdown.encode("utf-8", "surrogatepass"))
    if size > _MOST_BYTES:
        return f"is larger than {_MOST_BYTES // 1000} KB: {size // 1000} KB"
    return next((reason for rule in _RULES if (reason := rule(markdown))), None)


def _check_signs(markdown: str) -> str | None:
    signs = len(_SIGN.findall(markdown))
    return f"holds {signs} signs of markup" if signs > _MOST_SIGNS else None


def _check_cells(markdown: str) -> str | None:
    cells = markdown.count("|")
    return f"holds tables of {cells} cells" if cells > _MOST_CELLS else None


def _check_contents(markdown: str) -> str | None:
    count = markdown.count("[TOC]")
    return f"asks {count} times for a table of contents" if count > _MOST_CONTENTS else None


def _check_nesting(markdown: str) -> str | None:
    """Lists nest by four columns a level, quotations by a sign."""
    deepest = max((_levels(match["indent"]) for match in _INDENT.finditer(markdown)), default=0)
    return f"is nested {deepest} levels deep" if deepest > _MOST_LEVELS else None


def _levels(indent: str) -> int:
    quotations = indent.count(">")
    return quotations + (len(indent.expandtabs(4)) - 2 * quotations) // 4


def _check_open_tags(markdown: str) -> str | None:
    """Formatting elements left open are opened again in every later paragraph, by the rules of HTML; others nest."""
    opened = Counter[str]()
    for tag in _TAG.finditer(markdown):
        opened[tag["name"].lower()] += -1 if tag["close"] else 1
    for name, count in sorted(opened.items()):
        most = _MOST_OPEN if name in _FORMATTING else _MOST_NESTED
        if name not in WITHOUT_END and count > most:
            return f"leaves {count} HTML elements <{name}> open"
    return None


def _check_brackets(markdown: str) -> str | None:
    """For every opening bracket the text is read up to its partner, or to the end of the block."""
    steps = sum(_bracket_steps(block) for block in _blocks(markdown))
    return "holds too many brackets without their partner" if steps > _MOST_STEPS else None


def _bracket_steps(block: str) -> int:
    steps = 0
    for opening, closing in ("[]", "()"):
        opened: list[int] = []
        for match in re.finditer(re.escape(opening) + "|" + re.escape(closing), block):
            if match[0] == opening:
                if opening == "[" or block[match.start() - 1 : match.start()] == "]":
                    opened.append(match.start())
            elif opened:
                steps += match.start() - opened.pop()
        steps += sum(len(block) - place for place in opened)
    return steps


def _check_tags(markdown: str) -> str | None:
    """For every tag that is not closed the text is read up to its end."""
    steps = 0
    end = len(markdown)
    for match in reversed(list(re.finditer(r"<[A-Za-z/!?]|>", markdown))):
        if match[0] == ">":
            end = match.start()
        else:
            steps += end - match.start()
    return "holds too many tags without an end" if steps > 4 * _MOST_STEPS else None


def _check_code(markdown: str) -> str | None:
    """For every length of a run of backticks the block is searched for a run as long."""
    steps = sum(len({len(run) for run in _BACKTICKS.findall(block)}) * len(block) for block in _blocks(markdown))
    return "holds too many runs of backticks" if steps > 4 * _MOST_STEPS else None


def _check_fences(markdown: str) -> str | None:
    """For every line that opens a block of code the text is searched for the line that closes it."""
    last = {match["fence"]: match.start() for match in _FENCE.finditer(markdown) if not match["rest"].strip()}
    fences = (match for match in _FENCE.finditer(markdown) if last.get(match["fence"], -1) <= match.start())
    steps = sum(len(markdown) - match.start() for match in fences)
    return "opens too many blocks of code that never close" if steps > 4 * _MOST_STEPS else None


def _check_ruled_lines(markdown: str) -> str | None:
    """After each heading or rule, the rest of a block is taken apart again."""
    steps = sum(len(_RULED_LINE.findall(block)) * len(block) for block in _blocks(markdown))
    return "holds too many headings or rules without an empty line between" if steps > 4 * _MOST_STEPS else None


def _blocks(markdown: str) -> Iterator[str]:
    yield from _BLOCK_END.split(markdown)


_RULES: tuple[Callable[[str], str | None], ...] = (
    _check_signs,
    _check_cells,
    _check_contents,
    _check_nesting,
    _check_open_tags,
    _check_brackets,
    _check_tags,
    _check_code,
    _check_fences,
    _check_ruled_lines,
)
