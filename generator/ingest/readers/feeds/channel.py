"""What a feed says of all its items (its channel), and how names, languages and links are written in feeds.

Not for what one item says (`items`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.readers.feeds.feed_text import FieldReading, plain_line
from generator.ingest.readers.feeds.links import absolute, is_web_address
from generator.ingest.readers.xml.trees import Element
from generator.model.article import Sureness
from generator.model.source import FieldName

_MAIL_AND_NAME = re.compile(r"^\s*[^\s@()]+@[^\s@()]+\s*\((?P<name>[^()]+)\)\s*$")
_NAME_AND_MAIL = re.compile(r"^\s*(?P<name>[^<>@()]*[^<>@()\s])(?:\s+|\s*[<(]\s*)[^\s@<>()]+@[^\s@<>()]+\s*[>)]?\s*$")
_MAIL = re.compile(r"^\s*(?:mailto:)?[^\s@]+@[^\s@]+\s*$")
_LONGEST_NAME = 300
_BETWEEN = re.compile(r"\s+[-–—|»«›:·]\s+")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of all its items: its name, the address of the site, its language, rights and authors; and the
    feed's own address."""

    title: str = ""
    address: str = ""
    base: str = ""
    language: str = ""
    rights: str = ""
    authors: tuple[str, ...] = ()
    is_search: bool = False
    own: str = ""


def _without_section(title: str) -> str:
    """A feed's title without the section whose feed it is (`The Bay Courier - World`, «رياضة | بريد النهر»)."""
    parts = _BETWEEN.split(title)
    names = [part for part in parts if not _names_section(part)]
    return names[0] if len(parts) == 2 and len(names) == 1 and len(names[0].split()) > 1 else title


def _names_section(text: str) -> bool:
    words = key_of(text).split()
    return bool(words) and all(word in RUBRICS or word.removeprefix("ال") in RUBRICS for word in words)


def read_channel(head: Element | None) -> Channel:
    """What the element around the items (`channel`, `atom:feed`) says of them all."""
    if head is None:
        return Channel()
    reading = FieldReading()
    title = head.child("title", "atom:title", "dc:title")
    link = next(iter(alternates(head)), "")
    language = head.child("language", "dc:language", "dcterms:language")
    rights = head.child("copyright", "dc:rights", "atom:rights", "atom:copyright", "media:copyright")
    base = head.inherited("base") or link
    return Channel(
        title=_without_section(reading.repair(plain_line(title.text))) if title is not None else "",
        address=absolute(link, base),
        base=base if is_web_address(base) else "",
        language=language.text.strip() if language is not None else head.inherited("lang"),
        rights=reading.repair(plain_line(rights.text)) if rights is not None else "",
        authors=tuple(name for name, _ in persons_of(head, ("atom:author",))),
        is_search="news.google." in link or "bing.com/news" in link,
        own=_own_address(head),
    )


def _own_address(head: Element) -> str:
    """The address that a feed says is its own (`rel="self"`, RFC 4287, 4.2.7.2), or nothing."""
    stated = (link.get("href").strip() for link in head.named("link", "atom:link") if link.get("rel") == "self")
    return next((address for address in stated if is_web_address(address)), "")


def rule_of(element: Element) -> str:
    """The rule of a claim that an element makes, by its name."""
    return element.name if ":" in element.name else f"rss:{element.name}"


def alternates(element: Element) -> Iterator[str]:
    """The addresses of the page that an item or feed stands for, best first."""
    for link in element.named("link", "atom:link"):
        address = link.get("href") or link.text.strip()
        kind = link.get("type")
        if address and link.get("rel") in {"", "alternate"} and (not kind or "html" in kind or "text" in kind):
            yield address


def persons_of(element: Element, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The names of persons with the rules that found them, of the first kind of element that names any."""
    for kind in names:
        found: list[tuple[str, str]] = []
        for person in element.named(kind):
            named = person.child("atom:name", "name")
            text = plain_line((named or person).text).strip() if kind != "atom:author" or named is not None else ""
            short = text[:_LONGEST_NAME]
            mail = _MAIL_AND_NAME.match(short) or _NAME_AND_MAIL.match(short)
            text = mail["name"].strip() if mail else text
            if text and not _MAIL.match(text[:_LONGEST_NAME]):
                found.append((text, rule_of(person)))
        if found:
            return found
    return []


def claim_language(reading: FieldReading, tag: str, rule: str, sure: Sureness) -> None:
    """Claim the language that a tag (`ar-SA`, `en_US`; BCP 47) begins with; nothing where it is no tag."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?\s*$", tag)
    if found is not None and found[1].lower() not in {"und", "mul", "zxx"}:
        reading.add(FieldName.LANG, found[1].lower(), rule, sure, raw=tag)
