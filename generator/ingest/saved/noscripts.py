"""Brings out the pictures that a page holds for readers without scripts (`noscript`), where a script alone would show
them: saved pages hold them in that form only.

Not for pixels that count readers, advertisements, nor pictures that stand beside their own stand-in.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

_LONGEST = 4000  # characters of a `noscript` that holds a picture and no more
_NOSCRIPT = re.compile(
    rf"<noscript\b[^<>]*>(?P<inside>(?:(?!</?noscript\b).){{0,{_LONGEST}}}+)</noscript\s*>", re.DOTALL | re.IGNORECASE
)
_PICTURE = re.compile(
    r"\s*+(?:<picture\b[^<>]*>\s*+(?:<source\b[^<>]*>\s*+)*+)?(?P<image><img\b[^<>]*>)\s*+(?:</picture>)?\s*+",
    re.IGNORECASE,
)
_IMAGES = re.compile(r"<(?:img|source|amp-img)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\ssrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_FILE = re.compile(r"(?P<name>[^/]+?)(?:-\d+x\d+|-scaled|@\dx)?\.(?:jpe?g|png|webp|avif)", re.IGNORECASE)


def bring_out_pictures(source: str) -> str:
    """`source` with each `noscript` that holds one picture, and nothing else, replaced by the picture, unless the
    page shows the same file elsewhere."""
    if "<noscript" not in source and "<NOSCRIPT" not in source:
        return source
    shown = " ".join(_IMAGES.findall(_NOSCRIPT.sub("", source)))
    seen: set[str] = set()

    def picture_of(found: re.Match[str]) -> str:
        inside = found["inside"]
        picture = _PICTURE.fullmatch(inside)
        name = _file_of(picture["image"]) if picture is not None else ""
        if picture is None or not name or name in shown or name in seen:
            return found[0]
        seen.add(name)
        return picture["image"]

    return _NOSCRIPT.sub(picture_of, source)


def _file_of(image: str) -> str:
    """The name of the file that a picture shows, without what says its size; empty where it is no photograph's."""
    found = _ADDRESS.search(image)
    address = unescape(next(filter(None, found.groups()), "")) if found is not None else ""
    try:
        last = urlsplit(address).path.rpartition("/")[2]
    except ValueError:
        return ""
    file = _FILE.fullmatch(last)
    return file["name"] if file is not None else ""
