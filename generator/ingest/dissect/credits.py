"""Credits with links: where a text was taken or translated from, and the address that the credit leads to.

Only whole lines of an article's head or foot. Not for credits without a link (labels, originals), nor for links in
running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import is_generic_credit
from generator.model.publisher import Label
from generator.text.markdown import plain_text

_LINKED = (Label.ORIGINAL, Label.SOURCE, Label.TRANSLATOR)
_ADDRESS = r"https?://[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*"
_LINK = re.compile(rf"(?<!!)\[(?P<text>(?:\\.|[^\[\]\\])+)\]\(<?(?P<address>{_ADDRESS})>?")
_LONGEST = 30  # words of a credit
# What a link says that leads to the original, and nothing else.
_LEADS_TO_ORIGINAL = re.compile(
    "(?:رابط )?(?:ال)?(?:مصدر|مقال|مقاله|نص|تقرير|خبر|ماده|موضوع)(?: (?:ال)?(?:اصلي|اصليه|اصل))|"
    "(?:ال)?مصدر|رابط (?:المصدر|الاصل)|"
    "(?:لقراءه |اقرا |قراءه )(?:المقال|النص|التقرير|الخبر|الماده)(?: \\S+)? (?:الاصلي|الاصليه|الاصل)|"
    "(?:(?:read|see|view|visit) )?(?:the )?original(?: (?:article|story|source|report|post|text|version))?|"
    "source(?: link)?|(?:link to )?the original"
)
# A sentence that sends readers to the original by its one link.
_SENDS = re.compile(
    "(?:لقراءه|للاطلاع علي|يمكن(?:كم)? (?:قراءه|الاطلاع علي)|لمطالعه|اقرا) "
    "(?:المقال|المقاله|النص|التقرير|الخبر|الماده)(?: \\S+){0,2}? (?:الاصلي|الاصليه|الاصل)\\b.{0,60}|"
    "(?:(?:you can )?(?:read|see|view|find)|click here (?:to|for)(?: read)?|to (?:read|see)) "
    "(?:the )?original\\b.{0,60}"
)
_POINTING = re.compile("(?:هنا|اضغط هنا|انقر هنا|من هنا|الرابط|هذا الرابط|here|click here|link|this link|read more)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a line: its text as readers see it, and its address."""

    text: str
    address: str


def links_of(line: Line) -> tuple[Link, ...]:
    """The links of a line that came with its markup, in order."""
    markdown = line.block.markdown if line.block is not None else None
    if not markdown or "](" not in markdown:
        return ()
    return tuple(Link(plain_text(found["text"]).strip(), found["address"]) for found in _LINK.finditer(markdown))


def read_linked_credit(line: Line) -> tuple[Field, ...]:
    """The address of the original that a line with one link leads to by its words, or nothing."""
    if line.words > _LONGEST or line.block is None:
        return ()
    links = links_of(line)
    if len(links) != 1:
        return ()
    whole = key_of(line.text)
    is_link = key_of(links[0].text) == whole and leads_to_original(whole)
    if is_link or (_SENDS.fullmatch(whole) and len(whole) <= 160):
        return Field(Label.ORIGINAL_URL, links[0].address, line.text), Field(Label.ASIDE, line.text, line.text)
    return ()


def leads_to_original(text: str) -> bool:
    """Whether the whole text of a link says that it leads to the original or source of an article."""
    return _LEADS_TO_ORIGINAL.fullmatch(key_of(text)) is not None


def with_links(fields: Sequence[Field], line: Line) -> tuple[Field, ...]:
    """The facts of a line with the addresses that the names in them lead to: an original's, or a source's."""
    is_credit = any(one.label in _LINKED for one in fields)
    links = links_of(line) if is_credit and line.words <= _LONGEST else ()
    if not links:
        return tuple(fields)
    linked: list[Field] = []
    for field in fields:
        own = [link for link in links if link.text and link.text in (field.text or field.value)]
        linked.extend(_linked(field, own) if field.label in _LINKED and own else (field,))
    return tuple(linked)


def _linked(field: Field, links: Sequence[Link]) -> tuple[Field, ...]:
    """A credit whose outlet's name is a link. Where several names are, none of them is the one."""
    direct = next((link for link in links if leads_to_original(link.text) or _is_pointing(link.text)), None)
    names = [link for link in links if link is not direct and not _points(link)]
    if field.label is not Label.ORIGINAL:
        is_whole = len(names) == 1 and not is_generic_credit(names[0].text)
        return (replace(field, link=names[0].address),) if is_whole and len(links) == 1 else (field,)
    if len(names) > 1:
        return (field,)
    address = direct.address if direct is not None else names[0].address
    value = names[0].text if names else field.value
    return replace(field, value=value), Field(Label.ORIGINAL_URL, address, field.text)


def _points(link: Link) -> bool:
    """Whether the text of a link names nothing: an address, «هنا», "original article"."""
    return find_address(link.text) is not None or leads_to_original(link.text) or _is_pointing(link.text)


def _is_pointing(text: str) -> bool:
    return _POINTING.fullmatch(key_of(text)) is not None
