"""Links inside bodies that lead to the archive's own files (`../06/other.md`, `../../media/quay.png`): which there are,
and where they lead on the site."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.model.page import Permalink

_ADDRESS = re.compile(r' (?P<name>href|src)="(?P<address>(?!#|/|\?|[A-Za-z][A-Za-z0-9+.-]*:)[^"]+)"')
_IN_MARKDOWN = re.compile(
    r"""\]\(\s*<?([^\s()<>:]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>:]+)|(?:href|src)="([^":]+)\"""", re.M
)
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<rest>.*)", re.DOTALL)
_CONTENT = "content"
MEDIA = "media/"


def relative_addresses(body: str) -> tuple[str, ...]:
    """Give the relative addresses in a body's safe HTML, each once, in order."""
    return tuple(dict.fromkeys(html.unescape(match["address"]) for match in _ADDRESS.finditer(body)))


def addresses_in_markdown(markdown: str) -> tuple[str, ...]:
    """Give what may be a relative address in a text that is not rendered yet; more than there are does no harm."""
    found = (html.unescape(each) for groups in _IN_MARKDOWN.findall(markdown) for each in groups if each)
    return tuple(dict.fromkeys(found))


def find_targets(
    addresses: Iterable[str], path: PurePosixPath, pages: Mapping[str, Permalink]
) -> tuple[tuple[str, str], ...]:
    """Give those of the relative addresses in the file `path` that lead to something of ours, with where they lead."""
    found = ((address, find_target(address, path, pages)) for address in addresses)
    return tuple((address, target) for address, target in found if target is not None)


def find_target(address: str, path: PurePosixPath, pages: Mapping[str, Permalink]) -> str | None:
    """Give where a relative address in the file `path` leads below the site's root, None where to nothing of ours.

    `pages` gives the permalink of each file below content/ that has a page. Both paths are relative to the archive.
    """
    parts = _PARTS.fullmatch(address)
    if parts is None or not parts["path"]:
        return None
    place = posixpath.normpath(posixpath.join(path.parent.as_posix(), unquote(parts["path"])))
    below = place.removeprefix(f"{_CONTENT}/")
    if below == place:
        return None
    target = pages.get(below)
    return below if target is None and below.startswith(MEDIA) else target


def resolve_links(body: str, targets: Mapping[str, str], origin: str) -> str:
    """Give a body's safe HTML with its relative addresses leading to their targets, seen from the page at `origin`.

    `targets` maps addresses as written to where they lead; any other address stays as it is.
    """
    if not targets:
        return body

    def lead(match: re.Match[str]) -> str:
        address = html.unescape(match["address"])
        target = targets.get(address)
        parts = _PARTS.fullmatch(address)
        if target is None or parts is None:
            return match[0]
        return f' {match["name"]}="{html.escape(relative_address(origin, target) + parts["rest"])}"'

    return _ADDRESS.sub(lead, body)


def relative_address(origin: str, target: str) -> str:
    """Give the shortest relative, percent-encoded way from one address below the site's root to another; a page of the
    same folder is `./`."""
    here, there = _folders(origin), _folders(target)
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    below = "/".join(there[shared:])
    way = "../" * (len(here) - shared) + (f"{below}/" if below else "")
    name = target.rpartition("/")[2]
    return way + quote(name) if name else way or "./"


@lru_cache(maxsize=65536)
def _folders(address: str) -> tuple[str, ...]:
    """The folders of an address from the outermost in, percent-encoded."""
    folder = address.rpartition("/")[0]
    return tuple(quote(folder).split("/")) if folder else ()
