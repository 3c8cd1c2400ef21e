"""content/redirects.yml: addresses of pages that moved and are no articles (an article keeps its own, as `aliases`)."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.errors import Problem
from generator.model.page import Permalink
from generator.model.written_page import Redirect
from generator.store.configuration import load_yaml
from generator.store.field_reading import read_fields
from generator.store.front_matter import Field, Kind
from generator.store.permalinks import parse_address
from generator.store.yaml_nodes import Faults, describe

_EXPECTED = "`- from: …`, below it `to: …`"
_CURE = "write `- from: ar/tags/old/` and below it `  to: ar/tags/new/`"
REDIRECTS = Path("content/redirects.yml")


def _is_address(text: str) -> bool:
    return parse_address(text) is not None


def _is_target(text: str) -> bool:
    return text.strip() == "/" or _is_address(text)


REDIRECT_FIELDS = (
    Field(
        "from",
        Kind.TEXT,
        "The old address.",
        '"ar/tags/place-xk/"',
        "the editor",
        required=True,
        fits=_is_address,
        form="an address below the site's root",
    ),
    Field(
        "to",
        Kind.TEXT,
        "The new one.",
        '"ar/tags/place-rs/"',
        "the editor",
        required=True,
        fits=_is_target,
        form="an address below the site's root, or / for its first page",
    ),
)


def load_redirects(root: Path) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """All redirects in the order written, and the problems of those that cannot be used. The file may be missing."""
    node, faults = load_yaml(root, REDIRECTS)
    if node is None:
        return (), tuple(faults.problems)
    if not isinstance(node, yaml.SequenceNode):
        faults.reject("no-list", "this is no list", 1, expected=_EXPECTED, found=describe(node), cure=_CURE)
        return (), tuple(faults.problems)
    redirects: dict[str, Redirect] = {}
    for element in node.value:
        redirect = _read_redirect(element, faults)
        if redirect is None:
            continue
        if redirects.setdefault(redirect.origin, redirect) is not redirect:
            first = redirects[redirect.origin].line
            faults.reject(
                "duplicate-redirect",
                f"{redirect.origin} is redirected twice",
                redirect.line,
                expected="each old address once",
                found=f"line {first} and line {redirect.line}",
                cure="keep one of the two",
            )
    return tuple(redirects.values()), tuple(faults.problems)


def _read_redirect(element: yaml.Node, faults: Faults) -> Redirect | None:
    """One redirect; None where it cannot be used."""
    line = faults.line_of(element)
    if not isinstance(element, yaml.MappingNode):
        faults.reject(
            "no-mapping", "this is no redirect", line, expected=_EXPECTED, found=describe(element), cure=_CURE
        )
        return None
    known = len(faults.problems)
    values, _ = read_fields(element, REDIRECT_FIELDS, faults)
    origin = parse_address(str(values.get("from", "")))
    target = str(values.get("to", ""))
    if origin is None or not target:
        if len(faults.problems) == known:
            found = ", ".join(values) or "nothing"
            faults.reject(
                "missing-key", "a redirect needs `from` and `to`", line, expected=_EXPECTED, found=found, cure=_CURE
            )
        return None
    return Redirect(origin, parse_address(target) or Permalink(), line)
