"""Staged files put into their places in the site, by renaming, and what the site no longer has taken away.

First everything is staged, the manifest too; then the journal is written, and from that moment the build is decided:
whenever the process ends, the next build carries on from the journal to the same end, for which no more room is needed.
Until then the site is as it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from generator.build.manifest import Manifest
from generator.build.workplace import Workplace, write_whole

_FORM = 1


def commit(workplace: Workplace, manifest: Manifest, doomed: Iterable[str]) -> None:
    """Make the staged files and `manifest` the site; `doomed` are the paths of files that are to go.

    Raises OSError where the journal cannot be written (nothing has changed then), or a file cannot be moved.
    """
    going = sorted(doomed)
    write_whole(workplace.next_manifest, manifest.as_bytes())
    journal = {"form": _FORM, "doomed": going}
    write_whole(workplace.journal, json.dumps(journal, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    _move(workplace, going)


def carry_on(workplace: Workplace) -> None:
    """Do what the journal says, from wherever it was left; nothing where there is none."""
    try:
        journal = json.loads(workplace.journal.read_bytes().decode("utf-8", "surrogatepass"))
        if journal["form"] != _FORM:
            raise ValueError("written by another version of the program")
        doomed = [str(path) for path in journal["doomed"]]
    except FileNotFoundError:
        workplace.clear_staging()
        return
    except (ValueError, TypeError, KeyError, AttributeError):
        workplace.journal.unlink()  # no journal of ours: what is staged is not known to be whole
        workplace.manifest.unlink(missing_ok=True)
        workplace.clear_staging()
        return
    _move(workplace, doomed)


def _move(workplace: Workplace, doomed: Sequence[str]) -> None:
    """Do what the journal says; done twice, it has done the same."""
    _prune(workplace.site, [path for path in doomed if _stands_in_the_way(workplace, path)])
    for stage in workplace.stages():
        _merge(stage, workplace.site)
    _prune(workplace.site, doomed)
    with suppress(FileNotFoundError):  # in its place already, where this was begun before
        workplace.next_manifest.replace(workplace.manifest)
    workplace.journal.unlink()
    workplace.clear_staging()


def scan(folder: Path) -> Iterator[tuple[str, int]]:
    """Give the path below `folder` and the size of every file in it; links are files of size -1."""
    place, waiting = os.fspath(folder), [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = list(os.scandir(f"{place}/{below}"))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", -1 if entry.is_symlink() else entry.stat().st_size


def _merge(source: Path, target: Path) -> None:
    """Move everything in `source` into `target`, whole folders where `target` has none of that name; `source` goes."""
    if not target.is_dir():
        if target.exists() or target.is_symlink():
            target.unlink()
        with suppress(FileNotFoundError):
            source.rename(target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
        return
    for entry in sorted(os.scandir(source), key=lambda each: each.name):
        place = target / entry.name
        if entry.is_dir(follow_symlinks=False):
            _merge(Path(entry.path), place)
            continue
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        Path(entry.path).replace(place)
    source.rmdir()


def _stands_in_the_way(workplace: Workplace, path: str) -> bool:
    """Whether a file that is to go has the place in which a staged folder is to be, or the other way round."""
    return any((stage / path).is_dir() or _is_under_a_file(stage, path) for stage in workplace.stages())


def _is_under_a_file(stage: Path, path: str) -> bool:
    """Whether a staged file has the name of a folder in which `path` lies."""
    parts = path.split("/")[:-1]
    return any((stage / "/".join(parts[: number + 1])).is_file() for number in range(len(parts)))


def _prune(site: Path, doomed: Iterable[str]) -> None:
    """Take files away, and the folders that are empty without them."""
    folders: set[str] = set()
    for path in doomed:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
            (site / path).unlink()
        folders.add(path.rpartition("/")[0])
    for folder in sorted(folders, reverse=True):
        parts = folder.split("/") if folder else []
        while parts:
            try:
                (site / "/".join(parts)).rmdir()
            except OSError:
                break
            parts.pop()
