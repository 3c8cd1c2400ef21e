"""The Markdown of articles: GitHub Flavored Markdown with footnotes, as cmark-gfm reads it, made safe.

Written pages are MkDocs' own business (Python-Markdown with the extensions of mkdocs.yml). Why articles are not:
docs/adr/0012-articles-are-github-flavored-markdown.md.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from urllib.parse import quote

from cmarkgfm import cmark
from cmarkgfm.cmark import Options

from generator.text.figures import FIGURE, set_figures
from generator.text.html import html_to_text, pass_simple, sanitise_html, show_unclosed
from generator.text.html.tags import strip_tags
from generator.text.markdown_cost import WITHOUT_END

# Raw HTML passes the converter, and the sanitiser keeps what is harmless of it.
_OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
_EXTENSIONS = ("table", "strikethrough")

_HEADING = re.compile(r"<h(?P<level>[1-6])>(?P<content>.*?)</h(?P=level)>", re.DOTALL)
_NO_SLUG = re.compile(r"[^\w\- ]+")
_MOST_BYTES = 200_000
_MOST_LEVELS = 50
_MOST_OPEN = 30
# What looks like a reference to a footnote and can be none: the converter would take it for one as far as the next
# bracket, in whichever line that is, and lose letters of it.
_NO_FOOTNOTE = re.compile(r"\[\^(?![^\[\]`<\\\s]+\])")
# Enough for a description and the opening paragraph of a front page.
_OPENING = 1000
_INDENT = re.compile(r"^[ \t>]*+(?=\S)", re.MULTILINE)
_MARKER = r"(?:[-+*]|[0-9]{1,9}[.)])"
_ITEMS_IN_ITEMS = re.compile(rf"^[ \t>]*+(?P<markers>(?:{_MARKER}[ \t]++){{8,}})", re.MULTILINE)
# What no deep nesting can do without, and nearly no text has.
_MAY_NEST = re.compile(rf"\n(?:[ \t>]{{8}}|[ \t>]*+{_MARKER}[ \t]++{_MARKER}[ \t])")
_START_TAG = re.compile(r"<[A-Za-z]")
# A paragraph in emphasis as a whole: a caption whose picture was not kept, a remark of the editors.
_NOTE = re.compile(r"<p>(?P<words><em>(?:(?!</?(?:em|p)>).)*+</em>)</p>", re.DOTALL)
_NOTED = re.compile(r'<p class="note">.*?</p>\n?', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Body:
    """An article's body as read: safe HTML, and its text, one line a block."""

    html: str
    text: str


def read_body(markdown: str) -> Body:
    """Give the safe HTML and the plain text of an article's Markdown.

    Raises ValueError, whose text ends the sentence "the text …", for what no reader could use (`check_size`).
    """
    reason = check_size(markdown)
    if reason:
        raise ValueError(reason)
    safe = safe_html(markdown)
    return Body(safe, html_to_text(safe))


def safe_html(markdown: str) -> str:
    """Give the safe HTML of an article's Markdown of which `check_size` has no complaint.

    Paragraphs in emphasis as a whole are of the class `note`, for they are beside the text rather than of it.
    """
    if not markdown.strip():
        return ""
    written = render_gfm(markdown)
    plain = None if "<" in markdown else pass_simple(written)
    safe = (sanitise_html(written) if plain is None else plain).strip()
    return _NOTE.sub(r'<p class="note">\g<words></p>', safe) if "<p><em>" in safe else safe


def render_gfm(markdown: str, *, pictures: bool = False) -> str:
    """Give the HTML of GitHub Flavored Markdown (https://github.github.com/gfm/) with footnotes, not made safe.
    `pictures`: those of other sites are written as pictures, not as links to them.

    Raw HTML that begins and never ends is text, and what follows it is read as if it were not there. Headings get ids
    of their own words; footnotes stand in a `<div class="footnote">`.
    """
    hidden: list[tuple[str, str]] = []
    has_html = "<" in markdown
    if has_html:
        hidden.append((_free_sign(markdown), "<"))
        markdown = show_unclosed(markdown, hidden[0][0], lines=True)
    if "[^" in markdown and _NO_FOOTNOTE.search(markdown):
        hidden.append((_free_sign(markdown, len(hidden)), "^"))
        markdown = _NO_FOOTNOTE.sub(f"[{hidden[-1][0]}", markdown)
    written = _render_marked(markdown, hidden, pictures=pictures)
    return show_unclosed(written) if has_html else written


def _free_sign(markdown: str, taken: int = 0) -> str:
    """Give a character for private use that a text does not have; the first that are free are `taken`."""
    used = set(markdown)
    free = (character for code in range(0xF0000, 0x10FFFE) if (character := chr(code)) not in used)
    return next(islice(free, taken, None))


def _render_marked(markdown: str, hidden: Sequence[tuple[str, str]], *, pictures: bool) -> str:
    """Give the HTML of Markdown in which signs stand for characters that are `hidden` from the converter."""
    try:
        written = _convert(markdown)
    except UnicodeEncodeError:  # lone surrogates
        written = _convert(markdown.encode("utf-8", "replace").decode())
    for sign, character in hidden:
        written = written.replace(quote(sign), quote(character)).replace(sign, html.escape(character))
    if 'class="footnotes"' in written:
        written = written.replace('<section class="footnotes" data-footnotes>', '<div class="footnote">\n<hr>')
        written = written.replace("</section>", "</div>")
    written = set_figures(written, pictures=pictures)
    return _with_heading_ids(written) if "<h" in written else written


def _convert(markdown: str) -> str:
    """Give the HTML of Markdown. Raises UnicodeEncodeError for lone surrogates."""
    parser = cmark.parser_new(_OPTIONS)
    try:
        for extension in _extensions():
            cmark.parser_attach_syntax_extension(parser, extension)
        cmark.parser_feed(parser, markdown)
        root, extensions = cmark.parser_finish(parser), cmark.parser_get_syntax_extensions(parser)
        written: str = cmark.render_html(root, _OPTIONS, extensions)
        return written
    finally:
        cmark.parser_free(parser)


@cache
def _extensions() -> tuple[object, ...]:
    """Give the converter's extensions; to look them up again for each text takes a tenth of the time."""
    cmark.core_extensions_ensure_registered()
    return tuple(map(cmark.find_syntax_extension, _EXTENSIONS))


def check_bytes(text: str) -> str | None:
    """Give the reason why a text with these words in it is too large for an article, as `check_size` does, or None."""
    if len(text) * 4 > _MOST_BYTES:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > _MOST_BYTES:
            return f"is larger than {_MOST_BYTES // 1000} KB: {size // 1000} KB"
    return None


def check_size(markdown: str) -> str | None:
    """Give the reason why `markdown` is no article to be rendered, as the end of "the text …", or None.

    The converter takes time in proportion to the text whatever it holds; what is bounded here is what browsers and the
    sanitiser would have to nest.
    """
    large = check_bytes(markdown)
    if large is not None:
        return large
    deepest = 0
    if _MAY_NEST.search(f"\n{markdown}"):
        indents = (_levels(indent) for indent in _INDENT.findall(markdown) if len(indent) > 7)
        items = (len(match["markers"].split()) for match in _ITEMS_IN_ITEMS.finditer(markdown))
        deepest = max([0, *indents, *items])
    if deepest > _MOST_LEVELS:
        return f"is nested {deepest} levels deep"
    if "<" not in markdown:
        return None
    opened = len(_START_TAG.findall(markdown)) - markdown.count("</")
    return f"leaves {opened} HTML elements open" if opened > _MOST_OPEN and _leaves_open(markdown) else None


def _levels(indent: str) -> int:
    """Lists nest by two columns a level, quotations by a sign."""
    quotations = indent.count(">")
    return quotations + max(0, len(indent.expandtabs(4)) - 2 * quotations) // 2


def _leaves_open(markdown: str) -> bool:
    """Whether the elements that a text leaves open are such as have an end."""
    counts: Counter[str] = Counter()
    for close, name in re.findall(r"<(/?)([A-Za-z][A-Za-z0-9]*)", markdown):
        counts[name.lower()] += -1 if close else 1
    return any(count > _MOST_OPEN for name, count in counts.items() if name not in WITHOUT_END)


def _with_heading_ids(written: str) -> str:
    """Give headings ids made of their words; the second of the same words gets `_1`, and so on."""
    taken: Counter[str] = Counter()

    def mark(match: re.Match[str]) -> str:
        level, content = match.groups()
        slug = heading_slug(html.unescape(strip_tags(content) if "<" in content else content))
        number = taken[slug]
        taken[slug] += 1
        name = f"{slug}_{number}" if number else slug
        return f'<h{level} id="{name}">{content}</h{level}>' if name else match[0]

    return _HEADING.sub(mark, written)


def heading_slug(text: str) -> str:
    """Give a heading's id: its words in lower case, joined by hyphens; letters of every script stay, and nothing that
    HTML would have to escape."""
    return _NO_SLUG.sub("", unicodedata.normalize("NFC", text)).strip().lower().replace(" ", "-")


def opening_text(body: str, length: int = _OPENING) -> str:
    """Give how the text of a body's safe HTML begins, as readers see it: what stands in its first `length` characters,
    a line a block. Pictures, their captions and notes are no opening, if there is anything else."""
    if "<figure>" in body:
        body = FIGURE.sub("", body)
    if '<p class="note">' in body:
        body = _NOTED.sub("", body) or body
    if len(body) <= length:
        return html_to_text(body)
    head = body[:length]
    head = head[: max(head.rfind(" "), 0) or length]
    tag = head.rfind("<")
    return html_to_text(head[:tag] if tag > head.rfind(">") else head)
