"""Articles of other site generators: a text in Markdown with front matter above it, or in Markdown alone.

Hugo, Jekyll, Zola, Eleventy, MkDocs, Pelican, Nikola and their like, in Markdown, HTML or reStructuredText. Not for the
archive's own articles, which belong in content/articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.damage import with_lost
from generator.ingest.readers.tables.claims import mend
from generator.ingest.readers.text.front_matter import FrontMatter, find_kind, read_meta, split_front_matter
from generator.ingest.readers.text.front_matter_claims import find_said
from generator.ingest.readers.text.markdown_body import MarkdownBody, read_markdown
from generator.ingest.readers.text.rst_body import read_rst, split_fields
from generator.ingest.readers.text.text_stream import decode_head
from generator.model.source import Claim, FieldName, Record, SourceDocument
from generator.text.encoding import decode_damaged, tell_damage

_EXTENSIONS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".mmd", ".rmd", ".qmd"})
_TEXTS = frozenset({".txt", ".text", ".html", ".htm", ".njk", ".adoc", ""})
_MARKDOWN = re.compile(r"^#{1,6} \S|\]\(\S+\)|^\s{0,3}[-*+] \S.*\n\s{0,3}[-*+] \S|^>\s|^```|\*\*\S", re.MULTILINE)
_RST = re.compile(r"\A\s*(?:(?P<rule>[=\-~*#^\"])(?P=rule){2,}\n)?[^\n]+\n(?P<under>[=\-~*#^\"])(?P=under){2,}\n")
_RST_EXTENSIONS = frozenset({".rst", ".rest"})
_OWN_FIELDS = ("title", "date", "lang", "source", "tags")
_OWN_SIGNS = frozenset({"provenance", "date_precision", "date_raw", "date_hints", "relation"})


def is_front_matter_text(path: Path, head: bytes) -> bool:
    """Whether a document is an article of another generator: by its front matter, else by a name that says Markdown
    and marks of Markdown in the text. A page's text that somebody saved as `.md` is none."""
    text = decode_head(head).replace("\r\n", "\n").lstrip("\ufeff")
    suffix = path.suffix.lower()
    if suffix in _RST_EXTENSIONS:
        return True
    kind = find_kind(text)
    if kind in ("pelican", "notion"):  # lines such as `Title: …` are also what people write above copied text
        return suffix in _EXTENSIONS
    if kind:
        return suffix in _EXTENSIONS or suffix in _TEXTS
    return suffix in _EXTENSIONS and _MARKDOWN.search(text) is not None


def read_front_matter_text(document: SourceDocument, *, meta: str | None = None) -> Iterator[Record | Problem]:
    """The one article of a document; `meta` is the text of Nikola's `.meta` file beside it.

    Raises UnreadableError: `own-article` for an article of the archive itself, `costly-text`, and what
    `decode_damaged` raises.
    """
    try:
        decoded = decode_damaged(document.raw)
    except UnreadableError as error:
        raise UnreadableError(replace(error.problem, path=document.path)) from error
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = split_front_matter(text, document.path)
    if meta:
        front = replace(front, values=read_meta(meta) | front.values)
    if _is_rst(document, front):
        front = _with_fields(front)
    _refuse(document, front)
    repairs = Counter(dict(decoded.repairs))
    said = find_said(front.values, document.path, repairs, is_nikola=front.kind == "nikola")
    title = next((claim.value for claim in said.claims if claim.name is FieldName.TITLE), "")
    address = next((claim.value for claim in said.claims if claim.name is FieldName.URL), None)
    body = _read_body(document, front, title, address)
    if body.costly:
        raise UnreadableError(_costly(document, body.costly))
    claims = list(said.claims)
    if body.heading and not title:
        claims.insert(0, Claim(FieldName.TITLE, mend(body.heading, repairs), "markdown:heading"))
    repairs.update(dict(body.repairs))
    record = Record(
        "",
        tuple(claims),
        body.blocks,
        front.lines + 1,
        removed=body.removed,
        repairs=tuple(sorted((name, count) for name, count in repairs.items() if count)),
        problems=(
            *front.problems,
            *filter(None, [tell_damage(decoded, document.path)]),
            *_tell_unused(document, said.unused),
        ),
    )
    yield record if decoded.damage else with_lost(document.path, record)


def _refuse(document: SourceDocument, front: FrontMatter) -> None:
    names = tuple(front.values)
    if front.kind == "yaml" and (names[:5] == _OWN_FIELDS or _OWN_SIGNS.intersection(names)):
        raise UnreadableError(
            Problem(
                "own-article",
                "this is an article of the archive itself, not a source document",
                document.path,
                expected="a document as it was received",
                found="front matter of this program: " + ", ".join(names[:8]),
                cure="move the file to content/articles/<language>/<year>/<month>/, and run `sijill check`",
            )
        )


def _is_rst(document: SourceDocument, front: FrontMatter) -> bool:
    """Whether the text is reStructuredText: by its name, or, of a text of Nikola, by a ruled title and directives."""
    is_named = document.path.suffix.lower() in _RST_EXTENSIONS
    return is_named or (front.kind == "nikola" and _RST.match(front.body) is not None and ":: " in front.body)


def _with_fields(front: FrontMatter) -> FrontMatter:
    """The front matter with the title and the fields that stand above a text of reStructuredText, as in Pelican's."""
    values, below = split_fields(front.body)
    if "title" in front.values and values.get("title") not in (None, front.values["title"]):
        return front  # a heading of the text
    lines = front.body.count("\n", 0, len(front.body) - len(below))
    return replace(
        front, kind=front.kind or "pelican", values=values | front.values, body=below, lines=front.lines + lines
    )


def _read_body(document: SourceDocument, front: FrontMatter, title: str, address: str | None) -> MarkdownBody:
    if _is_rst(document, front):
        return read_rst(front.body, line=front.lines + 1, base=address)
    is_html = document.path.suffix.lower() in (".html", ".htm")
    return read_markdown(front.body, line=front.lines + 1, title=title, base=address, html=is_html)


def _tell_unused(document: SourceDocument, unused: tuple[str, ...]) -> Iterator[Problem]:
    if unused:
        yield Problem(
            "unused-fields",
            "some fields of the front matter were not used; they are kept in the document only",
            document.path,
            expected="fields that are known here: title, date, authors, tags, …",
            found=", ".join(unused[:30]),
            cure="nothing need be done, unless one of them belongs to the article: then name it as it is known",
            severity=Severity.HINT,
        )


def _costly(document: SourceDocument, reason: str) -> Problem:
    return Problem(
        "costly-text",
        f"this text cannot become a page: it {reason}",
        document.path,
        expected="a text that readers can use",
        found=f"{document.size:,} bytes",
        cure="divide the document, or take the long runs of signs out of it",
    )
