"""What pages embed from elsewhere (films, sound, posts): the link to it that readers can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.ingest.markup.addresses import resolve_address

_YOUTUBE = re.compile(r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})(?:[?&#].*)?$")
_NO_CONTENT = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|adservice|/ads?[/?.]|taboola|outbrain|"
    r"facebook\.com/plugins/(?:like|share|follow|page)|platform\.twitter\.com/widgets/(?:follow|tweet)_button|recaptcha",
    re.IGNORECASE,
)


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
    if address is None or _NO_CONTENT.search(address):
        return None
    film = _YOUTUBE.match(address)
    if film:
        address = f"https://www.youtube.com/watch?v={film[1]}"
    title = " ".join((element.get("title") or element.get("aria-label") or "").split())
    return Embed(address, title or address)
