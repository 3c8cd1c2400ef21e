"""The folder beside a site in which it is built: what is remembered of the last build, what is staged for the next.

It lies beside the site so that staged files move by renaming. Everything in it may be deleted: then a build begins from
nothing. One build at a time works in it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import MisuseError, Problem

try:
    import fcntl
except ImportError:  # a system without POSIX locks: builds are not kept apart there
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Workplace:
    """The places a build of `site` uses."""

    site: Path

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return self.site.parent / f".{self.site.name}.sijill"

    @property
    def manifest(self) -> Path:
        """What the site was made of."""
        return self.folder / "manifest.json"

    @property
    def next_manifest(self) -> Path:
        """The manifest of a site that is decided and not yet in its place."""
        return self.folder / "manifest.json.next"

    @property
    def records(self) -> Path:
        """What is known of articles' files."""
        return self.folder / "records.jsonl"

    @property
    def inputs(self) -> Path:
        """What the keys of pages were made of."""
        return self.folder / "inputs.tsv"

    @property
    def traces(self) -> Path:
        """What the last build that met no problem was made from, in short."""
        return self.folder / "traces.json"

    @property
    def times(self) -> Path:
        """How long builds took."""
        return self.folder / "times.json"

    @property
    def staging(self) -> Path:
        """Where new files wait until all are there."""
        return self.folder / "staging"

    @property
    def journal(self) -> Path:
        """What is to be done with the staged files: while this file is there, the staged files are complete."""
        return self.folder / "journal.json"

    def stage(self, number: int) -> Path:
        """The folder in which worker `number` stages its files."""
        return self.staging / f"{number:04d}"

    def stages(self) -> list[Path]:
        """The folders of staged files that are there."""
        names = sorted(self.staging.iterdir()) if self.staging.is_dir() else []
        return [each for each in names if each.is_dir() and each.name.isdigit()]

    def clear_staging(self) -> None:
        """Throw away what is staged."""
        shutil.rmtree(self.staging, ignore_errors=True)
        self.next_manifest.unlink(missing_ok=True)


@contextmanager
def occupied(workplace: Workplace, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the workplace for one build. Where another build holds it, `wait` is called once, then its end is awaited.

    The lock ends with the process, however that ends.
    """
    workplace.folder.mkdir(parents=True, exist_ok=True)
    with (workplace.folder / "lock").open("a") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def check_same_disk(workplace: Workplace) -> None:
    """Check that files move from the workplace into the site by renaming. Raises MisuseError where the site lies on
    another disk: reached by a link, or mounted in its place.

    What is asked to move is never there: a system says first that it could not (rename(2), EXDEV; Linux looks at the
    mounts before the names), and where it does not, the numbers of the disks tell.
    """
    folder, site, apart = workplace.folder, workplace.site, False
    try:
        apart = site.is_dir() and site.stat().st_dev != folder.stat().st_dev
        (folder / "nothing").rename(site / "nothing")
    except OSError as fault:
        apart = apart or fault.errno == errno.EXDEV
    if apart:
        raise MisuseError(
            Problem(
                code="site-on-another-disk",
                what="the site lies on another disk than the folder in which it is made",
                path=site,
                expected=f"one disk for both, since files are moved: {folder.name}/ stands beside the site",
                found="a link to another disk, or a disk that is mounted in the site's place",
                cure="name a folder inside that disk, with --site or as site_dir in mkdocs.yml",
            )
        )


@contextmanager
def cleared_on_failure(workplace: Workplace) -> Iterator[None]:
    """Throw staged files away where a build fails before it is decided: what fills a disk must not keep it full."""
    try:
        yield
    except BaseException:
        if not workplace.journal.exists():
            workplace.clear_staging()
        raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the process ends. Raises OSError."""
    draft = path.with_name(f"{path.name}.new")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
