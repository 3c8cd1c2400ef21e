"""Templates compiled once for all processes that are forked later, and sought only where ours may be found."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, each for as long as its source is the same (Jinja sees to that)."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that is compiled already."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that has just been compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()


def compile_templates(environment: Environment, folders: Iterable[str]) -> None:
    """Compile all templates of some folders. What is wrong in one is told when it is rendered."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.html")):
            with suppress(TemplateError, OSError, UnicodeDecodeError):
                environment.get_template(path.relative_to(folder).as_posix())
