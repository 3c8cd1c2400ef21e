"""The pictures that an item of a feed has beside its text.

Not for those in the text.
"""

from __future__ import annotations

import re

from generator.ingest.readers.feeds.body import Image
from generator.ingest.readers.feeds.feed_text import plain_line
from generator.ingest.readers.feeds.links import absolute
from generator.ingest.readers.xml.trees import Element

_PORTRAIT = re.compile(r"//(?:[\w-]+\.)?gravatar\.com/avatar/", re.IGNORECASE)  # of whoever wrote the item
_IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:$|[?#])", re.IGNORECASE)


def find_pictures(element: Element, base: str) -> list[Image]:
    """The pictures beside the text: `media:content`, of one in several sizes the widest, else enclosures, else a
    thumbnail; with their captions, each address once. `base` is what their addresses are relative to."""
    found = [
        _image(media, place, base)
        for place in (element, *element.named("media:group"))
        for media in _widest(list(filter(_is_image, place.named("media:content"))), place)
    ]
    for enclosure in () if found else element.named("enclosure", "atom:link"):
        if (enclosure.name == "enclosure" or enclosure.get("rel") == "enclosure") and _is_image(enclosure):
            address = enclosure.get("url") or enclosure.get("href")
            found.append(Image(absolute(address, base), enclosure.get("title")))
    for thumbnail in () if found else element.named("media:thumbnail"):
        if thumbnail.get("url") and not found:
            found.append(Image(absolute(thumbnail.get("url"), base)))
    return list({image.address: image for image in found}.values())


def _widest(group: list[Element], place: Element) -> list[Element]:
    """The media of one place, of each picture only the widest: a group is one picture, and so are media whose widths
    are stated and whose words are the same."""
    if place.name == "media:group":
        return sorted(group, key=lambda media: -_number(media.get("width")))[:1]
    widest: dict[tuple[str, ...], Element] = {}
    for media in group:
        width = _number(media.get("width"))
        key = (" ".join(media.text.split()),) if width else ("", media.get("url"))
        if key not in widest or width > _number(widest[key].get("width")):
            widest[key] = media
    return list(widest.values())


def _is_image(element: Element) -> bool:
    address = element.get("url") or element.get("href")
    kind, medium = element.get("type").lower(), element.get("medium").lower()
    if not address or _PORTRAIT.search(address):
        return False
    return (
        medium == "image"
        or kind.startswith("image/")
        or (not kind and not medium and bool(_IMAGE_NAME.search(address)))
    )


def _image(media: Element, place: Element, base: str) -> Image:
    texts: dict[str, str] = {}
    for holder in (media, place):
        for name in ("media:description", "media:text", "media:title", "media:credit"):
            for each in list(holder.named(name))[:1] if holder is media or place.name == "media:group" else ():
                texts.setdefault(name, " ".join(plain_line(each.text).split()))
    caption = texts.get("media:description") or texts.get("media:text") or ""
    title, credit = texts.get("media:title", ""), texts.get("media:credit", "")
    credit = "" if credit in caption else credit
    caption = f"{caption} ({credit})" if caption and credit else caption or credit
    return Image(absolute(media.get("url"), base), caption, title)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
