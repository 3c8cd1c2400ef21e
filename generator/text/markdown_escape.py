"""Plain text escaped so that it shows as itself through every engine of Markdown.

Not for the marks of blocks and of inline markup: those are put between what is escaped here.
"""

from __future__ import annotations

import re

from generator.text.bidi import strip_controls

_ALWAYS = (
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    | {character: f"\\{character}" for character in "*_`"}
    | {character: f"&#{ord(character)};" for character in "{}|~^=$[]#\\"}
)
# One dollar sign in a paragraph opens no formula anywhere, and editors are to read "$545,000".
_ALONE = {character: escaped for character, escaped in _ALWAYS.items() if character != "$"}
_UNPRINTABLE = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# Characters that mean something only where they stand: to Python-Markdown, or to extensions that others may switch on
# (dashes and insertions, bare links, short names of emoji, mentions).
_BY_PLACE = re.compile(r"^[-+!?:/%]|:(?=//)|:(?=[\w+-]+:)|(?<=-)-|(?<=\+)\+|@(?=\w)|(?<![A-Za-z0-9])[wW](?=[wW]{2}\.)")
# Without one of these, and without such a beginning, a line is its own Markdown; which is quickly seen of most.
_SIGN = re.compile(r"[&<>*_`{}|~^=$\[\]#\\@:+Ww-]")
_MAY_NEED = re.compile(r"[&<>*_`{}|~^=$\[\]#\\@]|:[/\w+-]|--|\+\+|[wW]{3}\.")
_OPENING_SIGNS = tuple("-+!?:/%")
# The sign that makes the start of a line a numbered list (in any digits, before white space: "1.5 million" is none).
_OPENING = re.compile(r"^\d+[.)](?=\s|$)")


def escape_markdown(text: str) -> str:
    """Give Markdown for one paragraph or heading that shows exactly `text`: white space collapsed, controls dropped.

    Backslashes where every engine of Markdown agrees on them (`* _` and the backtick), character references elsewhere.
    """
    line = clean_line(text)
    may_need = line[:1] in _OPENING_SIGNS or (_SIGN.search(line) is not None and _MAY_NEED.search(line) is not None)
    return "".join(escape_characters(line)) if may_need or _OPENING.match(line) else line


def clean_line(text: str) -> str:
    """Give `text` as one line that can be shown: white space collapsed, controls and what cannot be printed dropped."""
    if text.isprintable():  # as nearly all lines are
        return " ".join(text.split())
    return " ".join(strip_controls(_UNPRINTABLE.sub("", text)).split())


def escape_characters(line: str) -> list[str]:
    """Give the Markdown of each character of a whole line as `clean_line` gives it, so that markup can be put between
    them: together they show exactly `line`."""
    special = {match.start() for match in _BY_PLACE.finditer(line)}
    special.update(match.end() - 1 for match in _OPENING.finditer(line))
    always = _ALWAYS if line.count("$") > 1 else _ALONE
    return [
        f"&#{ord(character)};" if place in special else always.get(character, character)
        for place, character in enumerate(line)
    ]
