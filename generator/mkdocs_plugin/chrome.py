"""The parts around pages that are the same for all pages of one place: rendered once for it, then printed again.

A place is the language, the depth in the site and what else the addresses of these parts depend on. The templates are
those of `partials/chrome/`; they see the frame's shared parts and the words, nothing of the page itself.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.page import Frame, PageKind

# Pages of these kinds link to no section as the one they are; all others are few and get parts of their own.
_ALIKE = frozenset({PageKind.ARTICLE, PageKind.LISTING, PageKind.REDIRECT, PageKind.WITHDRAWN})


class Chrome:
    """The parts of one environment's pages, by name and place."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[object, ...], Markup] = {}
        self._page: tuple[Frame | None, tuple[object, ...]] = (None, ())

    def render(self, context: Context, name: str, sheet: str = "") -> Markup:
        """Give the part `partials/chrome/<name>.html` for the page of `context`; `sheet` is the page's style sheet."""
        frame: Frame = context["frame"]
        if self._page[0] is not frame:
            self._page = (frame, _place_of(frame))
        key = (name, sheet, *self._page[1])
        made = self._made.get(key)
        if made is None:
            template = self._environment.get_template(f"partials/chrome/{name}.html")
            seen: dict[str, Any] = {each: context.get(each) for each in ("csp", "t", "say", "n", "words")}
            made = Markup(template.render(seen, frame=frame, sheet=sheet))  # noqa: S704 - a template's own output
            if not made.endswith("\n"):
                made += "\n"
            self._made[key] = made
        return made


def _place_of(frame: Frame) -> tuple[object, ...]:
    """Give the place of a page: pages of one place see all shared parts at the same relative addresses."""
    segments = frame.permalink.split("/")
    if frame.kind not in _ALIKE or segments[0] != frame.lang.value:
        return (frame.lang, frame.permalink)
    return (frame.lang, segments[1] if segments[1] in _sections(frame) else "", len(segments))


def _sections(frame: Frame) -> set[str]:
    """The names below the language's folder to which shared parts link."""
    links = (*(link.permalink for link in (*frame.navigation, *frame.written)), frame.search, frame.feed or "")
    return {address.partition("/")[2].partition("/")[0] for address in links}
