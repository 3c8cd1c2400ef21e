"""The parts around pages that are the same for all pages of one place: rendered once for it, then printed again.

A place is the language, the depth in the site and what else the addresses of these parts depend on. The templates are
those of `partials/chrome/`; they see the frame's shared parts and the words, nothing of the page itself but whether it
has a counterpart. An article that stands on many listings is rendered once too, but for its address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
        self._made: dict[tuple[object, ...], tuple[str, str]] = {}
        self._page: tuple[Frame | None, tuple[object, ...]] = (None, ())
        self._sections: dict[Language, frozenset[str]] = {}
        self._cards: dict[tuple[object, ...], tuple[str, str]] = {}
        self._macros: Any = None

    def render(self, frame: Frame, name: str) -> Markup:
        """Give the part `partials/chrome/<name>.html` for the page of `frame`. In the part, `way` stands for the
        address of the page in the other language."""
        if self._page[0] is not frame:
            self._page = (frame, (frame.switch.counterpart, *self._place_of(frame)))
        key = (name, *self._page[1])
        made = self._made.get(key)
        if made is None:
            template = self._environment.get_template(f"partials/chrome/{name}.html")
            written = template.render(self._shared(frame.lang), frame=frame, way=_WAY)
            made = self._made[key] = _cut(written if written.endswith("\n") else f"{written}\n")
        before, after = made
        if not after:
            return Markup(before)  # noqa: S704 - a template's
        way = relative_address(frame.permalink, frame.switch.permalink)
        return Markup(f"{before}{way}{after}")  # noqa: S704 - percent-encoded

    def card(self, card: Card, frame: Frame, level: int = 2, standfirst: bool = True) -> Markup:
        """Give an article as a listing shows it, by `partials/card.html`; its heading is of `level`."""
        before, after = self._card(card, frame.lang, level, standfirst)
        return Markup(before + relative_address(frame.permalink, card.permalink) + after)  # noqa: S704 - percent-encoded

    def cards(self, cards: Iterable[Card], frame: Frame, level: int = 2, standfirst: bool = True) -> Markup:
        """Give the elements of a list of articles."""
        own, origin, written = frame.lang, frame.permalink, []
        for card in cards:
            before, after = self._card(card, own, level, standfirst)
            mark = "" if card.lang is own else f" lang={card.lang.value} dir={card.lang.direction}"
            written.append(f"<li{mark}>{before}{relative_address(origin, card.permalink)}{after}")
        return Markup("".join(written))  # noqa: S704 - percent-encoded

    def _card(self, card: Card, lang: Language, level: int, standfirst: bool) -> tuple[str, str]:
        """Give what stands before and behind the address of a card, which is another on every page."""
        key = (card.permalink, card.description, card.source, lang, level, standfirst)
        made = self._cards.get(key)
        if made is None:
            if len(self._cards) >= _CARDS:
                self._cards.clear()
            if self._macros is None:
                self._macros = self._environment.get_template("partials/card.html").module
            written = str(self._macros.card(card, lang, self._shared(lang)["t"], level, standfirst, _WAY))
            made = _cut(written.removesuffix("</p>"))  # it ends where the card's place in the list does
            self._cards[key] = made
        return made

    def _place_of(self, frame: Frame) -> tuple[object, ...]:
        """Give the place of a page: pages of one place see all shared parts at the same relative addresses."""
        segments = frame.permalink.split("/")
        if frame.kind not in _ALIKE or segments[0] != frame.lang:
            return (frame.lang, frame.permalink)
        sections = self._sections.get(frame.lang)
        if sections is None:  # the same for all of these pages
            sections = self._sections[frame.lang] = _find_sections(frame)
        return (frame.lang, frame.kind, segments[1] if segments[1] in sections else "", len(segments))


def _cut(written: str) -> tuple[str, str]:
    """Cut what is rendered where the address stands."""
    before, _, after = written.partition(_WAY)
    return before, after


def _find_sections(frame: Frame) -> frozenset[str]:
    """Give the names below the language's folder to which shared parts link."""
    links = (*(link.permalink for link in (*frame.navigation, *frame.written)), frame.search, frame.feed or "")
    return frozenset(address.partition("/")[2].partition("/")[0] for address in links)
