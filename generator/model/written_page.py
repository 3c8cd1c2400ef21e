"""A page that people wrote about the archive itself: about, corrections policy and the like."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.language import Language
from generator.model.page import Permalink


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One written page in one language. `name` is the last part of its address (`ar/about/`) and pairs it with the page
    of the same name in the other language; `body` is Markdown; `path` is relative to the archive's root."""

    lang: Language
    name: str
    title: str
    body: str
    path: Path
    description: str = ""

    @property
    def permalink(self) -> Permalink:
        """The page's address: `ar/about/`."""
        return Permalink(f"{self.lang.value}/{self.name}/")


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that moved, and where it is now; `line` is the line of redirects.yml that says so."""

    origin: Permalink
    target: Permalink
    line: int = 1
