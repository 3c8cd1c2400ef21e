"""Links inside bodies that lead to the archive's own files (`../06/other.md`, `../../media/quay.png`): which there are,
and where they lead on the site."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from generator.model.page import Permalink
from generator.publish.addresses import encode_address

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
    written = encode_address(target)
    shared, way = 0, ""
    for folder, up in _folders_of(origin):
        if not written.startswith(folder):
            break
        shared, way = len(folder), up
    return way + written[shared:] or "./"


@lru_cache(maxsize=1024)
def _folders_of(address: str) -> tuple[tuple[str, str], ...]:
    """The folders of an address from the root inwards, percent-encoded, each with the way up to it."""
    folder = ""
    names = encode_address(address).split("/")[:-1]
    folders = [("", "../" * len(names))]
    for depth, name in enumerate(names, 1):
        folder = f"{folder}{name}/"
        folders.append((folder, "../" * (len(names) - depth)))
    return tuple(folders)
