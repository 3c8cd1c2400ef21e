"""The pictures of an article: their true address behind lazy loading, and which are no pictures at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.html import HtmlElement

from generator.ingest.dissect.lines import key_of
from generator.ingest.markup.addresses import resolve_address

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-full-url", "data-orig-src", "data-image", "data-url")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_STAND_IN = re.compile(
    r"^data:|(?:^|[/_.-])(?:blank|spacer|placeholder|pixel|transparent|lazy(?:load)?|loading|1x1|grey|default-img)"
    r"[^/]*\.(?:gif|png|svg|jpe?g|webp)",
    re.IGNORECASE,
)
_TRACKER = re.compile(
    r"(?:doubleclick|google-analytics|googlesyndication|scorecardresearch|quantserve|facebook\.com/tr|pixel\.wp\.com|"
    r"stats\.wordpress|feedburner|feeds\.feedburner|count(?:er)?\.(?:php|gif)|/beacon|b\.gif|/pixel[./?])",
    re.IGNORECASE,
)
_ICON = re.compile(
    r"(?:^|[\s_-])(?:icon|ico|avatar|gravatar|logo|emoji-share|share|social|badge|spinner)s?(?:$|[\s_-])"
)
_EMOJI = re.compile(r"(?:^|[\s_-])(?:wp-smiley|emoji|emojione|twemoji|smiley)(?:$|[\s_-])")
# The files of what a page is worked with, where nothing is said of them: `bttn_close.gif`, `writer_rss.gif`.
_CONTROL = re.compile(
    r"(?:^|[/_-])(?:(?:btn|bttn|button|icon|ico|rss|bullet|arrow|sprite)s?(?:[_-][^/]*)?\.(?:gif|png)|"
    r"(?:close|label|divider|dot)s?(?:[_-][^/]*)?\.gif)$"
)
_LIKE_FILE = re.compile(r"\S*[\d_-]\S*")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|svg|avif|tiff?)$", re.IGNORECASE)
_ICON_SIZE = 48


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its full address, and the text for those who do not see it."""

    address: str
    alt: str


def emoji_of(image: HtmlElement) -> str:
    """The sign that a picture stands for within a line; empty where it is a picture of its own."""
    alt = (image.get("alt") or "").strip()
    is_sign = _EMOJI.search((image.get("class") or "").lower()) or "/emoji/" in (image.get("src") or "")
    return alt if is_sign and len(alt) <= 8 else ""


def find_picture(image: HtmlElement, base: str | None) -> Picture | None:
    """The picture that an `img` shows; None for icons, pixels that count readers, and pictures without an address."""
    address = find_address(image, base)
    if address is None or is_decoration(image, address):
        return None
    return Picture(address, _alt_of(image, address))


def _alt_of(image: HtmlElement, address: str) -> str:
    """What a picture says to who does not see it: the name of its file, which programs write there, says nothing."""
    alt = " ".join((image.get("alt") or "").split())
    file = unquote(re.split(r"[?#]", address)[0].rpartition("/")[2]).rpartition(".")[0]
    is_name = _LIKE_FILE.fullmatch(alt) is not None and key_of(alt) == key_of(file)
    return "" if is_name or _FILE.search(alt) else alt


def find_address(image: HtmlElement, base: str | None) -> str | None:
    """The full address of what an `img` shows once it is loaded: the largest of several sizes."""
    shown = image.get("src") or ""
    candidates = [image.get(name) for name in _LAZY]
    candidates.extend(_largest(image.get(name)) for name in _SETS[:2])
    if _STAND_IN.search(shown) or not shown:
        candidates.extend((_largest(image.get("srcset")), *_sources(image)))
    candidates.append(shown)
    for candidate in candidates:
        if candidate and not _STAND_IN.search(candidate):
            address = resolve_address(candidate, base)
            if address is not None and not address.startswith("mailto:"):
                return address
    return None


def is_decoration(image: HtmlElement, address: str) -> bool:
    """Whether an image is an icon, a logo or a pixel that counts readers."""
    width, height = size_of(image, "width"), size_of(image, "height")
    known = [size for size in (width, height) if size is not None]
    if known and (min(known) <= 3 or (len(known) == 2 and max(known) <= _ICON_SIZE)):
        return True
    if _TRACKER.search(address) or _ICON.search((image.get("class") or "").lower()):
        return True
    is_silent = not known and not (image.get("alt") or "").strip()
    return is_silent and _CONTROL.search(re.split(r"[?#]", address.lower())[0]) is not None


def size_of(image: HtmlElement, name: str) -> int | None:
    """How wide or high (`name`) an element is shown, in pixels, where its markup says so."""
    match = re.match(r"\s*([0-9]{1,5})(?:px)?\s*$", image.get(name) or "")
    return int(match[1]) if match else None


def _largest(srcset: str | None) -> str | None:
    """The address of the widest picture of a `srcset`
    (https://html.spec.whatwg.org/multipage/images.html#srcset-attributes)."""
    best: tuple[float, str] | None = None
    for candidate in re.split(r",\s+|,(?=https?:|//)", srcset or ""):
        parts = candidate.strip().rstrip(",").split()
        if not parts or len(parts) > 2:
            continue
        size = re.fullmatch(r"([0-9.]{1,9})[wx]", parts[1]) if len(parts) == 2 else None
        width = float(size[1]) if size and size[1].count(".") <= 1 and size[1] != "." else 1.0
        if best is None or width > best[0]:
            best = (width, parts[0])
    return best[1] if best else None


def _sources(image: HtmlElement) -> list[str | None]:
    """What the `source` elements around an image offer."""
    picture = next(image.iterancestors("picture"), None)
    found = [] if picture is None else picture.iter("source")
    return [_largest(source.get("data-srcset") or source.get("srcset")) for source in found]
