"""Changes of an article put into the text of its file, line by line, so that a person's comments and layout stay.

Not for files that the program writes as a whole (`article_text.render_article`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.article import Article
from generator.store.article_text import parse_article_file, render_article, values_of
from generator.store.field_writing import quote, render_fields
from generator.store.front_matter import FIELDS, Field

_COMMENT = re.compile(
    r"""[\w-]+:\s+(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^"'#\[{|>&*!\s][^#]*?)(?P<comment>\s+#.*)\Z"""
)
_ITEM = re.compile(r"""(?P<indent>\s*)- (?P<value>"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^#]*?)(?:\s+#.*)?\Z""")
_DERIVED = frozenset({"provenance"})


def edit_article(text: str, after: Article) -> str:
    """The text of an article's file with what `after` says otherwise. What does not change, and comments, stay to the
    letter; where the text cannot be changed so, it is written as a whole. `provenance` is left alone."""
    edited = _edit(text, after)
    return render_article(after) if edited is None or not _says(edited, after) else edited


def _edit(text: str, after: Article) -> str | None:
    crlf = text.partition("\n")[0].endswith("\r")
    plain = text.replace("\r\n", "\n") if crlf else text
    file = parse_article_file(plain, after.path)
    if file.article is None or not file.sound:
        return None
    lines = plain.split("\n")
    end = next(at for at in range(1, len(lines)) if lines[at].rstrip() == "---")
    head, tail = lines[:end], lines[end:]
    before, now = values_of(file.article), values_of(after)
    for field in reversed(FIELDS):  # from the last on, so that the places of those before do not change
        if field.name not in _DERIVED and before[field.name] != now[field.name]:
            _put(head, field, before, now, file.lines)
    if file.article.body != after.body:
        tail = ["---", "", *after.body.split("\n"), ""]
    edited = "\n".join((*head, *tail))
    return edited.replace("\n", "\r\n") if crlf else edited


def _put(
    head: list[str],
    field: Field,
    before: Mapping[str, object],
    now: Mapping[str, object],
    places: Mapping[str, int],
) -> None:
    """Put a field's value into the lines of front matter, in place of the one that is there."""
    new = render_fields({field.name: now[field.name]}, (field,))
    if field.name not in places:
        later = FIELDS[FIELDS.index(field) + 1 :]
        at = next((places[each.name] - 1 for each in later if each.name in places), len(head))
        head[at:at] = new
        return
    start = places[field.name] - 1
    end = start + 1
    while end < len(head) and head[end][:1] in (" ", "\t", "-"):
        end += 1
    if isinstance(now[field.name], tuple) and isinstance(before[field.name], tuple) and new[1:]:
        new = _merged_list(head[start:end], now[field.name], new)
    comment = _COMMENT.match(head[start])
    if comment is not None and len(new) == 1:
        new = [new[0] + comment["comment"]]
    head[start:end] = new


def _merged_list(old: Sequence[str], values: object, new: list[str]) -> list[str]:
    """The lines of a list with those of its elements that stay, and what was written between and behind them."""
    if not isinstance(values, tuple) or not all(isinstance(each, str) for each in values) or len(old) < 2:
        return new
    wanted = [quote(each) for each in values]
    items = [_ITEM.match(line) for line in old[1:]]
    if any(item is None and not line.strip().startswith("#") for line, item in zip(old[1:], items, strict=True)):
        return new  # written in another way, such as [a, b] on several lines
    kept = [line for line, item in zip(old[1:], items, strict=True) if item is None or _quoted(item["value"]) in wanted]
    there = [_quoted(item["value"]) for item in items if item is not None]
    indent = next((item["indent"] for item in items if item is not None), "  ")
    return [old[0], *kept, *(f"{indent}- {each}" for each in wanted if each not in there)]


def _quoted(written: str) -> str:
    """An element as the program quotes it."""
    if written[:1] == '"':
        return written
    return quote(written[1:-1].replace("''", "'") if written[:1] == "'" else written.strip())


def _says(text: str, after: Article) -> bool:
    read = parse_article_file(text.replace("\r\n", "\n"), after.path).article
    if read is None:
        return False
    return replace(read, provenance=None) == replace(after, provenance=None, id=read.id, slug=read.slug)
