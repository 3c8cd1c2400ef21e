"""The wiring of the build to its engine: the one place from which MkDocs comes into the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from generator.build.engine import Engine


def load_engine(name: str, root: Path, tell: Callable[[str], None]) -> Engine:
    """Load the engine for the archive at `root`; `tell` is told what it has to say while it works.

    ProperDocs puts itself in the place of MkDocs, under the same names, when it is loaded first.
    Raises ConfigurationError where the engine cannot use the archive's mkdocs.yml.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if name == "properdocs":
        import_module("properdocs.replacement")
    # Loaded only now: it takes half a second, and most commands have no use for it.
    from generator.mkdocs_plugin.slices import MkDocsEngine  # noqa: PLC0415

    return MkDocsEngine(root, tell)


def count_processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
