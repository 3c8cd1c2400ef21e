"""The files of the site that are copied as they are: our theme's own assets, and the archive's pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.structure.files import File, InclusionLevel
from pathspec.gitignore import GitIgnoreSpec

MEDIA = "media/"
# Pictures only. Not SVG: opened by itself it is a document, which may hold scripts.
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")


def exclude_all_but_media(given: GitIgnoreSpec | None) -> GitIgnoreSpec:
    """Give what MkDocs leaves aside while it walks the content: all but media, and what mkdocs.yml excludes of that.

    Else it would warn of every `index.md` beside a `README.md` among the source documents.
    """
    ours = GitIgnoreSpec.from_lines(["/*", f"!/{MEDIA}"])
    return ours + given if given else ours


def keep_assets(files: Iterable[File], theme_folders: Iterable[str], docs_dir: str) -> list[File]:
    """Give, of all files that MkDocs has found, those the site has use for."""
    folders = tuple(theme_folders)
    kept = [file for file in files if _is_theme_asset(file, folders) or _is_picture(file, docs_dir)]
    for file in kept:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return kept


def _is_theme_asset(file: File, folders: tuple[str, ...]) -> bool:
    """Whether a file is an asset of our theme; Material's are never loaded."""
    return file.src_dir in folders and file.src_uri.startswith("assets/")


def _is_picture(file: File, docs_dir: str) -> bool:
    """Whether a file is a picture of the archive. Symbolic links that lead out of the archive are not followed."""
    if (
        file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        or file.src_dir != docs_dir
        or not file.src_uri.startswith(MEDIA)
        or file.abs_src_path is None
    ):
        return False
    home = Path(docs_dir).resolve()
    return file.src_uri.lower().endswith(_PICTURES) and Path(file.abs_src_path).resolve().is_relative_to(home)
