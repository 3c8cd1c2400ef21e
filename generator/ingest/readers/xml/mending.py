"""Broken XML of one record made well-formed, so that a strict parser reads it and no letter of it is lost.

Mended are what feeds and exports really break: `&` and `<` that stand for themselves, names of HTML characters, HTML
that was not escaped, CDATA sections that end too early or never, end tags that are missing or too many. Not for sound
XML, which nobody need touch, nor for what it says.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from generator.ingest.readers.xml.pieces import unclosed_cdata
from generator.ingest.readers.xml.xml_text import carry
from generator.text.surrogates import join_references

# Elements that hold text or HTML and no elements of the feed's own: all that stands in them is theirs.
LEAVES = frozenset({
    "title", "link", "description", "guid", "pubDate", "author", "category", "comments", "language",
    "copyright", "generator", "docs", "lastBuildDate", "managingEditor", "webMaster", "content:encoded",
    "excerpt:encoded", "dc:title", "dc:creator", "dc:date", "dc:subject", "dc:description", "dc:publisher",
    "dc:rights", "dc:language", "dc:source", "dc:identifier", "summary", "content", "published", "updated",
    "rights", "id", "name", "subtitle", "issued", "modified", "created", "tagline", "uri", "email",
    "media:title", "media:description", "media:credit", "media:copyright", "media:keywords", "media:text",
    "feedburner:origLink", "itunes:author", "itunes:summary", "itunes:subtitle", "itunes:keywords",
    "wp:post_id", "wp:post_date", "wp:post_date_gmt", "wp:post_modified", "wp:post_modified_gmt",
    "wp:post_name", "wp:post_type", "wp:status", "wp:post_password", "wp:meta_key", "wp:meta_value",
    "wp:attachment_url", "wp:author_login", "wp:author_display_name", "wp:comment_content",
    "wp:comment_author", "wp:cat_name", "wp:tag_name", "wp:term_name", "dcterms:created", "dcterms:issued",
    "dcterms:modified",
})  # fmt: skip
_NESTED_IN = {"author": re.compile(r"\s*<(?:[\w.-]+:)?(?:name|email|uri)[\s/>]")}  # Atom's author, not RSS's
_DEEPEST = 64
_MOST_SEARCHES = 20
_NAME = r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?"
_TAG = re.compile(rf"<(?P<close>/)?(?P<name>{_NAME})(?P<attributes>(?:[\s/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)?)>")
_ATTRIBUTE = re.compile(rf"(?<![\w.:-])({_NAME})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_REFERENCE = re.compile(
    r"&(?:#(?P<hex>[xX][0-9a-fA-F]{1,6})|#(?P<number>[0-9]{1,7})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));"
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})
_APART = {"<![CDATA[": "]]>", "<!--": "-->"}
_APART_START = re.compile(r"<!\[CDATA\[|<!--")
_CDATA = "<![CDATA["


@dataclass(slots=True)
class _Mending:
    text: str
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    long_searches: int = 0

    def last_of(self, sign: str) -> int:
        """Where a sign stands for the last time: what is nowhere need not be searched for again and again."""
        if sign not in self.last:
            self.last[sign] = self.text.rfind(sign)
        return self.last[sign]


def mend_xml(text: str) -> str:
    """Well-formed XML for the text of one element, with all its letters; line ends stay where they are."""
    mending = _Mending(text)
    at = 0
    while (start := text.find("<", at)) >= 0:
        mending.out.append(mend_references(text[at:start]))
        at = _mend_markup(mending, start)
    mending.out.append(mend_references(text[at:]))
    mending.out.extend(f"</{name}>" for name in reversed(mending.open))
    return "".join(mending.out)


def mend_all_references(text: str) -> str:
    """XML with every `&` in text and attributes mended, and nothing else: enough for most feeds that are broken."""
    parts: list[str] = []
    at = 0
    ends = {opening: text.rfind(closing) for opening, closing in _APART.items()}
    for found in _APART_START.finditer(text):
        if found.start() < at or ends[found[0]] < found.end():
            continue
        end = text.index(_APART[found[0]], found.end())
        parts += [_keep_signs(text[at : found.start()]), text[found.start() : end]]
        at = end
    return "".join([*parts, _keep_signs(text[at:])])


def _keep_signs(text: str) -> str:
    """A tag, or text without one, with its references mended."""
    if "&" not in text:
        return text
    return re.sub(r"[^<>]+", lambda run: mend_references(run[0]), text)


def mend_references(text: str) -> str:
    """Text without `<` as XML: references to characters resolved as HTML does, all other `&` and `>` escaped."""
    text = join_references(text)
    parts: list[str] = []
    at = 0
    for found in _REFERENCE.finditer(text):
        parts += [_escape(text[at : found.start()]), _resolve(found)]
        at = found.end()
    parts.append(_escape(text[at:]))
    return "".join(parts)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _resolve(found: re.Match[str]) -> str:
    """The XML for a reference: what HTML takes it for; where it is none, its letters."""
    name = found["name"]
    if name in _PREDEFINED:
        return found[0]
    if name is None:
        code = int(found["hex"][1:], 16) if found["hex"] else int(found["number"])
        if code < 32 and code not in {9, 10, 13}:
            return carry(chr(code))
        if code > 0x10FFFF:
            return ""
    character = html.unescape(found[0])
    return _escape(character)


def _mend_markup(mending: _Mending, start: int) -> int:
    """Mend what the `<` at `start` begins, and give the place behind it."""
    text = mending.text
    if text.startswith(_CDATA, start):
        content, end = _cdata(mending, start, len(text))
        mending.out.append(_escape(content))
        return end
    for opening, closing in (("<!--", "-->"), ("<?", "?>")):
        if text.startswith(opening, start) and mending.last_of(closing) >= start:
            end = text.index(closing, start)
            mending.out.append("\n" * text.count("\n", start, end))
            return end + len(closing)
    tag = _TAG.match(text, start)
    if tag is None:
        mending.out.append("&lt;")
        return start + 1
    if tag["close"]:
        return _close(mending, tag)
    return _open(mending, tag)


def _close(mending: _Mending, tag: re.Match[str]) -> int:
    """An end tag closes its element and those in it that are open; one that has no element is left out."""
    if tag["name"] in mending.open:
        while (name := mending.open.pop()) != tag["name"]:
            mending.out.append(f"</{name}>")
        mending.out.append(f"</{tag['name']}>")
    return tag.end()


def _open(mending: _Mending, tag: re.Match[str]) -> int:
    name = tag["name"]
    mending.out.append(f"<{name}{_attributes(tag)}")
    if (tag["attributes"] or "").endswith("/"):
        mending.out.append("/>")
        return tag.end()
    mending.out.append(">")
    if is_leaf(mending.text, tag.end(), name):
        return _leaf(mending, tag)
    if len(mending.open) < _DEEPEST:
        mending.open.append(name)
    else:
        mending.out.append(f"</{name}>")
    return tag.end()


def is_leaf(text: str, at: int, name: str) -> bool:
    """Whether the element `name`, whose content begins at `at`, holds text or HTML only."""
    bare = name.removeprefix("atom:").removeprefix("rss:")
    nested = _NESTED_IN.get(bare)
    return bare in LEAVES and not (nested is not None and nested.match(text, at))


def _attributes(tag: re.Match[str]) -> str:
    """The attributes of a tag, each once, their values escaped."""
    seen: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(tag["attributes"] or ""):
        value = next(group for group in found.groups()[1:] if group is not None)
        seen.setdefault(found[1], mend_references(value).replace('"', "&quot;"))
    lines = "\n" * (tag["attributes"] or "").count("\n")
    return "".join(f' {name}="{value}"' for name, value in seen.items()) + lines


def _leaf(mending: _Mending, tag: re.Match[str]) -> int:
    """The content of an element of text up to its end tag, markup in it as text; it ends with the record at last."""
    text, name = mending.text, tag["name"]
    at = tag.end()
    limit = len(text) if mending.last_of(f"</{name}") >= at else _end_of_open_leaf(text, at)
    stop = re.compile(rf"</{re.escape(name)}\s*>|<!\[CDATA\[")
    while (found := stop.search(text, at, limit)) and found[0] == _CDATA:
        content, end = _cdata(mending, found.start(), limit, name)
        mending.out += [_leaf_text(text[at : found.start()]), _escape(content)]
        at = end
    end = found.start() if found else limit
    mending.out += [_leaf_text(text[at:end]), f"</{name}>"]
    return found.end() if found else end


def _leaf_text(text: str) -> str:
    """Text that may hold tags that nobody escaped: escaped, the references beside them as they are."""
    if _MARKUP.search(text):
        return _escape(text)  # it is HTML as it stands, references included
    return "&lt;".join(map(mend_references, text.split("<")))


def _end_of_open_leaf(text: str, at: int) -> int:
    """Where an element of text ends that has no end tag: before the next element of the feed's own, else at the end."""
    if text.startswith(_CDATA, at + len(text[at : at + 512]) - len(text[at : at + 512].lstrip())):
        return len(text)
    for tag in _TAG.finditer(text, at):
        name = tag["name"]
        if name in {"item", "entry"} or (name in LEAVES and not tag["close"] and name not in {"title", "summary"}):
            return tag.start()
    return len(text)


def _cdata(mending: _Mending, start: int, stop: int, name: str = "") -> tuple[str, int]:
    """The content of the CDATA section at `start`, and the place behind it.

    Within an element of text a `]]>` ends it only where the element can go on from there: before its end tag, or before
    the next section; any other stands in the text itself.
    """
    text = mending.text
    begin = start + len(_CDATA)
    end = text.find("]]>", begin, stop)
    early = unclosed_cdata(text, start, end if end >= 0 else stop)
    if early is not None:
        return text[begin:early], early
    if end < 0:
        return text[begin:stop], stop
    if name:
        end = _end_of_section(mending, end, stop, name)
    return text[begin:end], end + 3


def _end_of_section(mending: _Mending, end: int, stop: int, name: str) -> int:
    """The `]]>`, from the one at `end` on, from which the element `name` goes on; that one where there is none."""
    text = mending.text
    goes_on = re.compile(rf"]]>(?:[^<]{{0,300}}</{re.escape(name)}\s*>|\s*<!\[CDATA\[)")
    if goes_on.match(text, end):
        return end
    mending.long_searches += 1
    last = goes_on.search(text, end, stop) if mending.long_searches < _MOST_SEARCHES else None
    return end if last is None or f"<{name}" in text[end : last.start()] else last.start()
