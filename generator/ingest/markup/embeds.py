"""What pages embed from elsewhere (films, sound, posts): the link to it that readers can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.ingest.markup.addresses import resolve_address
from generator.ingest.markup.pictures import size_of

_YOUTUBE = re.compile(r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})(?:[?&#].*)?$")
_NO_CONTENT = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|adservice|/ads?[/?.]|taboola|outbrain|"
    r"facebook\.com/plugins/(?:like|share|follow|page)|platform\.twitter\.com/widgets/(?:follow|tweet)_button|recaptcha|"
    r"//[^?#]*/(?:share|tweet|like|follow)?-?_?buttons?\.(?:js|php|html?)(?:[?#]|$)",
    re.IGNORECASE,
)
_WIDEST_BUTTON, _HIGHEST_BUTTON = 150, 65  # of those for sharing, with a counter above them


@dataclass(frozen=True, slots=True)
class Embed:
    """What is embedded: its full address, and what the page calls it, else the address."""

    address: str
    title: str


def find_embed(element: HtmlElement, base: str | None) -> Embed | None:
    """What an `iframe`, `video` or the like shows; None for advertisements, buttons, and what has no address."""
    sources = [element.get("src"), element.get("data-src"), element.get("data-lazy-src")]
    sources.extend(child.get("src") for child in element.iter("source"))
    if element.get("data-videoid"):
        sources.append(f"https://www.youtube.com/embed/{element.get('data-videoid')}")
    if element.get("data-tweetid"):
        sources.append(f"https://twitter.com/i/status/{element.get('data-tweetid')}")
    address = next(filter(None, (resolve_address(source, base) for source in sources)), None)
    if address is None or _NO_CONTENT.search(address) or _is_button(element):
        return None
    film = _YOUTUBE.match(address)
    if film:
        address = f"https://www.youtube.com/watch?v={film[1]}"
    title = " ".join((element.get("title") or element.get("aria-label") or "").split())
    return Embed(address, title or address)


def _is_button(element: HtmlElement) -> bool:
    """Whether what is embedded is by the size that the page gives it a button or a pixel that counts readers."""
    width, height = size_of(element, "width"), size_of(element, "height")
    known = [size for size in (width, height) if size is not None]
    is_small = len(known) == 2 and max(known) <= _WIDEST_BUTTON and min(known) <= _HIGHEST_BUTTON
    return is_small or (bool(known) and max(known) <= 1)
