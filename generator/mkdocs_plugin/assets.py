"""The files of the site that are copied as they are: our theme's own assets, and the archive's pictures."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from pathspec.gitignore import GitIgnoreSpec

from generator.mkdocs_plugin.theme import find_words_folder
from generator.model.language import Language
from generator.store.stamps import FileDigests
from generator.text.words import Words

MEDIA = "media"
_SCRIPT = "assets/site.js"
# What the script that all pages load has to say: buttons that it makes itself.
_SCRIPT_WORDS = ("scheme.label", "search.button")
# Pictures only. Not SVG: opened by itself it is a document, which may hold scripts.
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")


def exclude_all() -> GitIgnoreSpec:
    """Give what MkDocs leaves aside while it walks the content: everything. What it is to copy is found here.

    Else it would warn of every `index.md` beside a `README.md` among the source documents.
    """
    return GitIgnoreSpec.from_lines(["/*"])


def theme_assets(
    files: Iterable[File], theme_folders: Iterable[str], words: Mapping[Language, Words], config: MkDocsConfig
) -> list[File]:
    """Give, of all files that MkDocs has found, the assets of our theme; Material's are never loaded.

    The script of all pages gets the words of its buttons, which so stand in no page.
    """
    folders = tuple(theme_folders)
    kept = [file for file in files if file.src_dir in folders and file.src_uri.startswith("assets/")]
    for file in kept:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return [_with_words(file, words, config) if file.src_uri == _SCRIPT else file for file in kept]


def _with_words(script: File, words: Mapping[Language, Words], config: MkDocsConfig) -> File:
    """Give a script with the words that it says before it."""
    said = {lang.value: {key: own.say(key) for key in _SCRIPT_WORDS} for lang, own in words.items()}
    written = f"const WORDS = {json.dumps(said)};\n{script.content_string}"
    return File.generated(config, script.src_uri, content=written, inclusion=InclusionLevel.NOT_IN_NAV)


def picture_files(docs_dir: str, excluded: GitIgnoreSpec | None, config: MkDocsConfig) -> list[File]:
    """Give the archive's pictures, but those that mkdocs.yml excludes."""
    paths = (path for path in find_pictures(docs_dir) if not (excluded and excluded.match_file(path)))
    made = [File(path, docs_dir, config.site_dir, use_directory_urls=True) for path in paths]
    for file in made:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return made


def find_pictures(docs_dir: str) -> Iterator[str]:
    """Give the pictures below `media/`, relative to docs_dir, in order. Links that lead out of it are not followed.

    Raises OSError for a folder that cannot be read.
    """
    home = Path(docs_dir).resolve()
    for folder, folders, names in os.walk(home / MEDIA, onerror=_stop):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            place = Path(folder) / name
            if name.lower().endswith(_PICTURES) and not name.startswith(".") and _is_within(place, home):
                yield place.relative_to(home).as_posix()


def _stop(fault: OSError) -> None:
    """Stop at a folder that is there and cannot be read: pictures must not vanish without a word."""
    if not isinstance(fault, FileNotFoundError | NotADirectoryError):
        raise fault


def digest_copied(theme_folders: Iterable[str], docs_dir: str, digests: FileDigests) -> bytes:
    """The digest of everything that may be copied into the site, by name and content, and of the words in it."""
    found = sha256()
    folders = list(theme_folders)
    for folder in folders:
        for path in sorted(each for each in (Path(folder) / "assets").rglob("*") if each.is_file()):
            found.update(f"{path.relative_to(folder)}\0".encode() + digests.of(path))
    for path in sorted((find_words_folder(folders) / "locales").glob("??.yml")):
        found.update(f"{path.name}\0".encode() + digests.of(path))
    for name in find_pictures(docs_dir):
        found.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        found.update(digests.of(Path(docs_dir) / name))
    return found.digest()


def _is_within(path: Path, folder: Path) -> bool:
    return not path.is_symlink() or path.resolve().is_relative_to(folder)
