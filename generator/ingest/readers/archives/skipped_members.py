"""What lies in archives beside documents: folders of systems, hidden files, pictures and other parts of saved pages.

They are counted and told, not refused one by one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "set-aside.yml", "$recycle.bin"})
_COMPANION = re.compile(r"(?:_files|\.files|_fichiers|_archivos|-dateien|_ملفات)$", re.IGNORECASE)
_FOLDERS_OF_WACZ = frozenset({"indexes", "pages", "logs"})
_PAGES = (".html", ".htm", ".xhtml", ".HTML", ".HTM")
_PARTS_OF_PAGES = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".heic",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".m4a",
        ".ogg",
        ".wav",
        ".mp4",
        ".m4v",
        ".webm",
        ".mov",
        ".avi",
        ".mkv",
        ".swf",
    ]
)


def is_skipped(name: str, names: Collection[str] | None = None) -> str:
    """What a member is, in words, where its name (with `/`) says that it is no document; else empty.

    `names` are those of all members, where they are known: a folder `page_files` is part of a saved page only beside
    that page.
    """
    path = PurePosixPath(name)
    low = [part.lower() for part in path.parts]
    if any(part in _SYSTEM for part in low):
        return "files of an operating system"
    if any(part.startswith((".", "~$")) for part in low) or low[-1].endswith("~"):
        return "hidden files"
    if low[-1] == "readme" or low[-1].startswith("readme."):
        return "READMEs"
    return _part_of(path, names)


def _part_of(path: PurePosixPath, names: Collection[str] | None) -> str:
    """Of what a member is a part, in words; empty where it stands for itself."""
    if _is_in_companion(path, names):
        return "parts of saved pages"
    if _is_about_web_archive(path, names):
        return "indexes of a web archive"
    if path.suffix.lower() in _PARTS_OF_PAGES:
        return "pictures, styles, scripts and recordings"
    return ""


def _is_about_web_archive(path: PurePosixPath, names: Collection[str] | None) -> bool:
    """Whether a member only tells what the WARC files beside it hold (WACZ 1.1.1, 4: indexes, lists of pages, logs)."""
    if path.name.lower().endswith((".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz")):
        return True
    top, is_below = path.parts[0].lower(), len(path.parts) > 1
    of_wacz = top in _FOLDERS_OF_WACZ if is_below else top.startswith("datapackage") or top == "fuzzy.json"
    return of_wacz and names is not None and "datapackage.json" in names and any(map(_is_warc, names))


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz", ".warc.zst"))


def _is_in_companion(path: PurePosixPath, names: Collection[str] | None) -> bool:
    """Whether a member lies in the folder that a browser saves beside a page."""
    for folder in path.parents:
        suffix = _COMPANION.search(folder.name)
        if suffix is None:
            continue
        page = folder.as_posix()[: -len(suffix[0])]
        if names is None or any(page + extension in names for extension in _PAGES):
            return True
    return False
