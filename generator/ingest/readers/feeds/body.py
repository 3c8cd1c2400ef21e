"""The body of a feed's item: its full text or its summary, told apart, without what feeds put around it.

Not for the fields beside it, nor for what a page has that the feed left out.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.feed_notes import part_note
from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.feeds.feed_text import plain_line, resolve_references
from generator.model.source import Block, BlockKind
from generator.text.arabic import tokens

_HTML_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|br|code|dd|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|iframe|img|li|ol|"
    r"p|pre|section|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|video|audio|center)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|a|strong|b|em|img|ul|li|h[1-6]|span)\b.{0,300}?&gt;", re.IGNORECASE | re.DOTALL
)
_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>", re.IGNORECASE)
_TINY = re.compile(r"\b(?:width|height)\s*[=:]\s*[\"']?\s*[01](?:px)?\s*(?:[\"';\s/>]|$)", re.IGNORECASE)
_TRACKER = re.compile(
    r"feedburner\.com/~|feedsportal\.com/|pixel\.wp\.com|stats\.wordpress\.com/b\.gif|/pixel\.(?:gif|png)|doubleclick\.net|"
    r"feeds\.wordpress\.com/1\.0/|google-analytics\.com|/piwik\.php|/matomo\.php|b\.scorecardresearch\.com|"
    r"blogger\.googleusercontent\.com/tracker|blogspot\.com/feeds/|pheedo\.com/|tweetmeme\.com/",
    re.IGNORECASE,
)
_FLARE = re.compile(r"<div\s+class=[\"']feedflare[\"']>", re.IGNORECASE)
_MORE_WORDS = (
    r"read\s+(?:more|on|the\s+(?:full|whole|rest)\b[^.]{0,60}|full\b[^.]{0,40})|continue\s+reading\b.{0,300}|keep\s+reading|"
    r"full\s+(?:story|article|text)|learn\s+more|more|view\s+(?:more|article|original)|click\s+here\s+to\s+read\b[^.]{0,60}|"
    r"[اأإ]قر[أا]\s+(?:المزيد|بقية\s+\w+|التفاصيل|الخبر|المقال|باقي\s+\w+)(?:\s+[^.]{0,60})?|(?:لقراءة\s+)?المزيد|"
    r"لقراءة\s+(?:المزيد|المقال|الخبر|البقية)[^.]{0,60}|للمزيد(?:\s+[^.]{0,60})?|(?:تابع|[اأ]كمل|واصل)\s+(?:القراءة|قراءة)"
    r"(?:\s+.{0,300})?|(?:ال)?تفاصيل|مزيد\s+من\s+التفاصيل|المزيد\s+من\s+التفاصيل|تتمة\s+\w+"
)
_ARROWS = r"[\s»«›‹→←>…\.\[\]()|:\-–—]*"
_READ_MORE = re.compile(rf"(?:^|(?<=[\s.…\]»]))\(?\[?(?:{_MORE_WORDS}){_ARROWS}$", re.IGNORECASE)
_CUT_SIGN = re.compile(r"[\[(]\s*(?:…|\.{2,})\s*[\])]$")
_CUT = re.compile(r"(?:…|\.{3,})$")
_LEAST_FULL = 300  # characters of two paragraphs, and of one
_SURELY_FULL = 1000


@dataclass(frozen=True, slots=True)
class Content:
    """A body as the feed gives it: HTML, or (`is_text`) plain text; the line on which it begins, whether the feed
    calls it a summary, and what its addresses are relative to, where it says so itself."""

    value: str
    line: int
    is_text: bool = False
    is_summary: bool = False
    base: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image beside the text of an item: its address, and what is written to it."""

    address: str
    caption: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class FeedBody:
    """Blocks, what was taken out of them, repairs, and whether they are no more than a summary."""

    blocks: tuple[Block, ...] = ()
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    excerpt: bool = True


def read_body(content: Content, images: Sequence[Image], base: str, link: str) -> FeedBody:
    """The body that `content` holds, the images before it that are not in it; `base` is what its relative addresses
    are relative to, `link` where the whole article is (empty: nowhere else)."""
    markup, removed = _clean(_as_html(content))
    body = blocks_of(markup, base=base or None)
    blocks = [replace(block, line=block.line + content.line - 1) for block in body.blocks]
    removed += [*body.removed]
    blocks, tails, is_cut = _take_tails(blocks)
    repairs = Counter(dict(body.repairs))
    figures = _figures([image for image in images if not _shows(markup, image)], base, content.line, repairs)
    excerpt = is_cut or _is_summary(blocks, content, link)
    return FeedBody((*figures, *blocks), (*removed, *tails), tuple(sorted(repairs.items())), excerpt)


def says_body(summary: str, blocks: Sequence[Block]) -> bool:
    """Whether a summary says nothing but what the body says in the same words: the shortening that a program made."""
    words = _words(without_cut(summary))
    text = _words(" ".join(block.text for block in blocks))
    return not words.strip() or words in text or (" " in words.strip() and words.rstrip().rpartition(" ")[0] in text)


def without_cut(text: str) -> str:
    """A summary without the signs at its end that it was cut there."""
    shorter = _CUT_SIGN.sub("", _READ_MORE.sub("", text.strip()).rstrip())
    return shorter.rstrip() if shorter else text


def _words(text: str) -> str:
    return f" {' '.join(token.text for token in tokens(text))} "


def text_of_html(markup: str) -> str:
    """HTML of a summary as one line of text, without what feeds put at its end."""
    blocks, _, _ = _take_tails([*blocks_of(_clean(_as_html(Content(markup, 1)))[0]).blocks])
    return " ".join(block.text for block in blocks if block.kind is not BlockKind.FIGURE)


def _as_html(content: Content) -> str:
    value = content.value
    if not content.is_text and not _HTML_TAG.search(value) and _ESCAPED_TAG.search(value):
        value = html.unescape(value)  # escaped once too often
    if not content.is_text and _HTML_TAG.search(value):
        return value
    lines = (value if content.is_text else resolve_references(value)).split("\n")
    return "\n".join(f"<p>{html.escape(line)}</p>" if line.strip() else "" for line in lines)


def _clean(markup: str) -> tuple[str, list[str]]:
    """HTML without the images that only count readers and without the row of links that FeedBurner adds."""
    removed: list[str] = []

    def take_tracker(image: re.Match[str]) -> str:
        if not (_TINY.search(image[0]) or _TRACKER.search(image[0])):
            return image[0]
        removed.append(image[0])
        return "\n" * image[0].count("\n")

    return _IMAGE.sub(take_tracker, _without_flare(markup, removed)), removed


def _without_flare(markup: str, removed: list[str]) -> str:
    parts: list[str] = []
    at, last = 0, markup.rfind("</div>")
    for flare in _FLARE.finditer(markup):
        if at <= flare.start() < last:
            end = markup.index("</div>", flare.end()) + len("</div>")
            removed.append(markup[flare.start() : end])
            parts += [markup[at : flare.start()], "\n" * removed[-1].count("\n")]
            at = end
    return "".join([*parts, markup[at:]])


def _take_tails(blocks: list[Block]) -> tuple[list[Block], list[str], bool]:
    """Take «The post … appeared first on …» and «Read more» from the end; say whether the text is cut there."""
    removed: list[str] = []
    is_cut = False
    while blocks and blocks[-1].kind is BlockKind.PARAGRAPH:
        last = blocks[-1]
        kept, note = part_note(last.text)
        if note:
            removed.insert(0, note)
            blocks = [*blocks[:-1], *([_shortened(last, kept)] if kept else [])]
            continue
        more = _READ_MORE.search(last.text[-400:])
        if more is not None and _is_offer(last.text, more[0], len(blocks)):
            removed.insert(0, more[0].strip())
            is_cut = True
            kept = last.text[: len(last.text) - len(more[0])].rstrip()
            blocks = [*blocks[:-1], *([_shortened(last, kept)] if kept else [])]
            continue
        break
    if blocks and _CUT_SIGN.search(blocks[-1].text):  # the sign stays: it tells readers that the text goes on
        is_cut = True
    return [block for block in blocks if block.text or block.kind is BlockKind.FIGURE], removed, is_cut


def _is_offer(text: str, more: str, count: int) -> bool:
    """Whether words like «Read more» offer the rest of the text, and do not end a sentence (`he wants more`)."""
    before = text[: len(text) - len(more)].rstrip()
    if not before:
        return count > 1 or len(more.split()) > 1
    return before.endswith(("…", "...", "]", ".", "؟", "!", "?", "»", "[", "(")) and len(more.split()) > 1


def _shortened(block: Block, text: str) -> Block:
    """A block without its end; its markup goes where it cannot be cut in the same way."""
    markdown = block.markdown
    if markdown is not None:
        lost = len(block.text) - len(text)
        plain = markdown.endswith(block.text[-lost:]) if lost else True
        markdown = markdown[: len(markdown) - lost].rstrip() if plain and lost else None
    return replace(block, text=text, markdown=markdown)


def _is_summary(blocks: Sequence[Block], content: Content, link: str) -> bool:
    """Whether what the item holds is less than the article: nothing, or text that ends in «…», or a few lines of which
    the feed does not say that they are all, while the item leads on to a page."""
    texts = [block.text for block in blocks if block.kind is not BlockKind.FIGURE]
    length = sum(map(len, texts))
    if not texts:
        return bool(link)
    if _CUT.search(texts[-1]) and (content.is_summary or len(texts) == 1) and length < 3 * _SURELY_FULL:
        return True
    if not content.is_summary or not link:
        return False
    return length < (_SURELY_FULL if len(texts) == 1 else _LEAST_FULL if len(texts) == 2 else 0)


def _figures(images: Sequence[Image], base: str, line: int, repairs: Counter[str]) -> list[Block]:
    figures: list[Block] = []
    for image in images:
        caption = html.escape(plain_line(image.caption))
        alternative = html.escape(plain_line(image.alternative))
        below = f"<figcaption>{caption}</figcaption>" if caption else ""
        body = blocks_of(
            f'<figure><img src="{html.escape(image.address)}" alt="{alternative}">{below}</figure>', base=base or None
        )
        repairs.update(dict(body.repairs))
        figures += [replace(block, line=line) for block in body.blocks]
    return figures


def _shows(markup: str, image: Image) -> bool:
    """Whether HTML shows an image already, perhaps in another size."""
    name = re.split(r"[?#]", image.address)[0].rsplit("/", 1)[-1]
    stem = re.sub(r"(?:-\d+x\d+|-scaled)?\.\w+$", "", name)
    return bool(stem) and re.search(rf"[/\"'=]{re.escape(stem)}(?:-\d+x\d+|-scaled)?\.\w", markup) is not None
