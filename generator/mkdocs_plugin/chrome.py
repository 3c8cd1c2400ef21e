"""The parts around pages that are the same for all pages of one place: rendered once for it, then printed again.

A place is the language, the depth in the site and what else the addresses of these parts depend on. The templates are
those of `partials/chrome/`; they see the frame's shared parts and the words, nothing of the page itself. An article
that stands on many listings is rendered once too, but for its address.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.model.language import Language
from generator.model.page import Card, Frame, PageKind
from generator.publish.links import relative_address

_CARDS = 50_000
_WAY = "\0"  # stands in no text that can be printed

# Pages of these kinds link to no section as the one they are; all others are few and get parts of their own.
_ALIKE = frozenset({PageKind.ARTICLE, PageKind.LISTING, PageKind.REDIRECT, PageKind.WITHDRAWN})


class Chrome:
    """The parts of one environment's pages: those of `partials/chrome/` by name and place, and articles in listings.
    `shared` is what all templates of a language get beside the page: words and policy."""

    def __init__(self, environment: Environment, shared: Callable[[Language], Mapping[str, Any]]) -> None:
        self._environment = environment
        self._shared = shared
        self._made: dict[tuple[object, ...], Markup] = {}
        self._page: tuple[Frame | None, tuple[object, ...]] = (None, ())
        self._make_card = lru_cache(maxsize=_CARDS)(self._cut_card)

    def render(self, frame: Frame, name: str, sheet: str = "") -> Markup:
        """Give the part `partials/chrome/<name>.html` for the page of `frame`; `sheet` is the page's style sheet."""
        if self._page[0] is not frame:
            self._page = (frame, _place_of(frame))
        key = (name, sheet, *self._page[1])
        made = self._made.get(key)
        if made is None:
            template = self._environment.get_template(f"partials/chrome/{name}.html")
            made = Markup(template.render(self._shared(frame.lang), frame=frame, sheet=sheet))  # noqa: S704 - a template's
            if not made.endswith("\n"):
                made += "\n"
            self._made[key] = made
        return made

    def card(self, card: Card, frame: Frame, level: int = 2, standfirst: bool = True) -> Markup:
        """Give an article as a listing shows it, by `partials/card.html`; its heading is of `level`."""
        before, after = self._make_card(card, frame.lang, level, standfirst)
        return Markup(before + relative_address(frame.permalink, card.permalink) + after)  # noqa: S704 - percent-encoded

    def _cut_card(self, card: Card, lang: Language, level: int, standfirst: bool) -> tuple[str, str]:
        """Render a card and cut it where the address stands, which is another on every page."""
        macro: Any = self._environment.get_template("partials/card.html").module
        written = str(macro.card(card, lang, self._shared(lang)["t"], level, standfirst, _WAY))
        before, _, after = written.partition(_WAY)
        return before, after


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
