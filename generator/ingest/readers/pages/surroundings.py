"""What stands around a page's headline, and what stands beside the article: told by the elements that hold them.

Not for what an element's names say by themselves (`classes`).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from generator.ingest.readers.pages.classes import is_about_author, is_article_scope, is_picture, is_side


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The elements that hold the headline, itself included, the innermost first; whether an `<article>` is among them,
    and an article by microdata: another of these is then another article."""

    elements: tuple[_Element, ...]
    members: frozenset[_Element]
    in_article: bool
    in_scope: bool

    def leaves(self, element: _Element) -> bool:
        """Whether an element, whose parents belong to the article, does not belong to it."""
        if element in self.members:
            return False
        other_article = self.in_article and element.tag == "article"
        return other_article or is_side(element) or (self.in_scope and is_article_scope(element))

    def is_beside(self, element: _Element) -> bool:
        """Whether an element stands in something that is not of the article, or is said of a picture."""
        for parent in element.iterancestors():
            if parent in self.members:
                return False
            if self.leaves(parent) or (is_picture(parent) and not is_about_author(parent)):
                return True
        return False


def surroundings_of(headline: _Element | None) -> Surroundings:
    """What stands around a headline; nothing, where there is none."""
    elements = (headline, *headline.iterancestors()) if headline is not None else ()
    return Surroundings(
        elements,
        frozenset(elements),
        any(element.tag == "article" for element in elements),
        any(is_article_scope(element) for element in elements),
    )
