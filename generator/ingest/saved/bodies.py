"""The elements of a page that say to be the body of its article, and the text that stands in them.

Not for whether that text is the best there is: that is saved.choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.marks import body_name, find_body, is_around
from generator.ingest.saved.segments import Segment, is_heading

# Elementor, Divi, WPBakery, Beaver Builder, Avada, Bricks, SiteOrigin.
_MODULE = re.compile(
    r"(?:^|\s)(?:elementor-widget-(?:text-editor|heading|blockquote|icon-list)|et_pb_text|wpb_text_column|fl-module-rich-text|"
    r"fusion-text|fusion-title|brxe-(?:text|text-basic|heading)|widget_sow-editor)(?:$|\s)"
)
_DOCUMENT = re.compile(
    r"(?:^|\s)(?:elementor-\d+|et_builder_inner_content|et-l|wpb-content-wrapper|entry-content|post-content|"
    r"fl-builder-content|brx-body|siteorigin-panels|panel-layout)(?:$|\s)"
)
_OF_PAGE = re.compile(
    r"(?:elementor-location-|et-l--)(?:header|footer|popup)|fl-builder-content-(?:header|footer)|loop-item"
)
_Name = tuple[str, HtmlElement | None]


@dataclass(slots=True)
class MarkedBody:
    """One body: the elements that hold it, in order, and its text in segments."""

    elements: list[HtmlElement] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, a line a segment."""
        return "\n".join(segment.text for segment in self.segments)


def marked_bodies(segments: Sequence[Segment]) -> list[MarkedBody]:
    """The elements of a page that say to be an article's body, each with its own text, links and what is put around it
    apart."""
    by_element: dict[HtmlElement, MarkedBody] = {}
    for element, segment in _in_bodies(segments):
        by_element.setdefault(element, MarkedBody([element])).segments.append(segment)
    return list(by_element.values())


def joined_bodies(segments: Sequence[Segment]) -> list[MarkedBody]:
    """Bodies that a page holds in several elements of the same name, one after the other, as some set each paragraph
    or what stands between two advertisements. A title or another article between them parts them."""
    found: list[MarkedBody] = []
    by_name: dict[_Name, MarkedBody] = {}
    names: dict[HtmlElement, _Name | None] = {}
    held = {segment: element for element, segment in _in_bodies(segments)}
    for segment in segments:
        if tag_of(segment.block) == "h1" or (is_heading(segment, 1) and segment.is_linked):
            by_name.clear()
        element = held.get(segment)
        if element is None:
            continue
        if element not in names:
            names[element] = _name_of(element)
        name = names[element]
        if name is None:
            continue
        body = by_name.get(name)
        if body is None:
            body = by_name[name] = MarkedBody()
            found.append(body)
        if body.elements[-1:] != [element]:
            body.elements.append(element)
        body.segments.append(segment)
    return [body for body in found if len(body.elements) > 1]


def built_bodies(segments: Sequence[Segment]) -> list[MarkedBody]:
    """Bodies that were put together with a page builder: the text of its elements for text, headings, quotations and
    lists within one document of it, whatever sections and columns part them."""
    documents = _modules(segments[0].block.getroottree().getroot()) if segments else {}
    by_document: dict[HtmlElement, MarkedBody] = {}
    for segment in segments if documents else ():
        around = (segment.block, *segment.block.iterancestors())
        module = next((each for each in around if each in documents), None)
        if module is None or segment.is_linked or tag_of(segment.block) == "h1":
            continue
        body = by_document.setdefault(documents[module], MarkedBody())
        if body.elements[-1:] != [module]:
            body.elements.append(module)
        body.segments.append(segment)
    return [body for body in by_document.values() if len(body.elements) > 1]


def _modules(page: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """The elements of page builders for text, each with the document of the builder that it stands in; none of those in
    the head and foot of the page."""
    found: dict[HtmlElement, HtmlElement] = {}
    for element in page.iter("div", "section"):
        if not _MODULE.search(element.get("class") or ""):
            continue
        document = next((each for each in element.iterancestors() if _DOCUMENT.search(each.get("class") or "")), None)
        if document is None or _OF_PAGE.search(document.get("class") or "") or is_around(element, document):
            continue
        found[element] = document
    return found


def _name_of(element: HtmlElement) -> _Name | None:
    """What makes bodies the parts of one: their name and the `article` they stand in; None for what is put around."""
    if is_around(element):
        return None
    return body_name(element), next(element.iterancestors("article"), None)


def _in_bodies(segments: Sequence[Segment]) -> Iterator[tuple[HtmlElement, Segment]]:
    """The segments that stand in a body, each with it."""
    known: dict[HtmlElement, HtmlElement | None] = {}
    for segment in segments:
        body = find_body(segment.block, known)
        if body is not None and not segment.is_linked and not is_around(segment.block, body):
            yield body, segment
