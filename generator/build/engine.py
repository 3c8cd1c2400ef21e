"""What a build asks of the engine that renders, and which engines there are. The command line brings the engine itself:
nothing here imports MkDocs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from generator.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from generator.publish.keyed import KeyedPage
    from generator.publish.reading import Loaded
    from generator.publish.records import Record
    from generator.store.stamps import FileDigests

ENGINES = ("mkdocs", "properdocs")


class Engine(Protocol):
    """The engine, loaded for one archive (`generator.mkdocs_plugin.slices`)."""

    def load(
        self,
        known: Mapping[str, Record],
        tell: Callable[[int, int], None],
        before: Loaded | None = None,
        digests: FileDigests | None = None,
    ) -> Loaded:
        """Load everything the site is made from; `known` are the records of before, `before` is what this process has
        loaded before, `digests` are those of files that it has read."""

    def warm(self) -> None:
        """Do now, for a process that renders several times, what each rendering would do for itself."""

    def is_current(self) -> bool:
        """Whether what the engine was loaded from is as it was; where not, another is to be loaded."""

    def sources(self) -> tuple[Path, ...]:
        """The files and folders that the engine was loaded from."""

    def digest(self) -> bytes:
        """The digest of all that may change any page, as it was when the engine was loaded."""

    def has_others(self) -> bool:
        """Whether others than this program have a say in the site, who may look at all pages and write any file."""

    def digest_copied(self) -> bytes:
        """The digest of the files that are copied into the site as they are."""

    def render(
        self,
        pages: Sequence[KeyedPage],
        out: Path,
        *,
        not_found: KeyedPage | None,
        copies: bool,
        tell: Callable[[], None],
    ) -> list[Problem]:
        """Render pages into a folder, with the page for lost addresses and the copied files where asked."""


Tell = Callable[[str], None]
LoadEngine = Callable[[Path, Tell], Engine]


def find_engine(wanted: str | None = None) -> str:
    """Give the module of the engine that is wanted, or of the first one that is installed.

    Raises ConfigurationError where it is not installed.
    """
    candidates = (wanted,) if wanted else ENGINES
    found = next((name for name in candidates if _is_installed(name)), None)
    if found is None:
        raise ConfigurationError(
            Problem(
                code="no-engine",
                what=f"{wanted} is not installed" if wanted else "neither MkDocs nor ProperDocs is installed",
                expected=f"{' or '.join(candidates)} beside this program",
                found=f"none in {sys.prefix}",
                cure=f"install it: `{sys.executable} -m pip install {candidates[0]}`",
            )
        )
    return found


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ValueError:  # somebody has put None in its place
        return False
