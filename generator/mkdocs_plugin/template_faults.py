"""Where in which template a rendering ended, for who wrote the template. Not for what MkDocs itself finds wrong."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateSyntaxError

from generator.errors import Problem, SijillError


def find_template_fault(fault: BaseException, folders: Iterable[str], root: Path) -> Problem | None:
    """Give the problem of a template in one of `folders` of which `fault` came, None where it came of none.

    `root` is the archive's: a template below it is named as it lies there.
    """
    by_system = isinstance(fault, OSError) and fault.errno is not None  # Jinja's own "not found" is an OSError too
    place = None if by_system or isinstance(fault, SijillError) else _find_place(fault, tuple(map(Path, folders)))
    if place is None:
        return None
    path, line = place
    return Problem(
        code="template-broken",
        what="the site was not built, since this template cannot be used; the one of before stands as it was",
        path=path.relative_to(root) if path.is_relative_to(root) else path,
        line=line,
        expected="a template of Jinja that prints what there is",
        found=traceback.format_exception_only(fault)[-1].strip(),
        cure="mend that line, or what is named above, and build again",
    )


def _find_place(fault: BaseException, folders: tuple[Path, ...]) -> tuple[Path, int | None] | None:
    """The file and line of the innermost template; Jinja names both in a traceback as if it were a program's."""
    steps = [(Path(each.filename), each.lineno) for each in traceback.extract_tb(fault.__traceback__)]
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        steps.append((Path(fault.filename), fault.lineno))
    inside = [step for step in steps if any(step[0].is_relative_to(each) for each in folders)]
    return inside[-1] if inside else None
