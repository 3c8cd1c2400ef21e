"""Takes the portraits of an article's writers out of its text: small pictures that show nobody but the writer.

Not for a picture of the writer that the article shows: it has a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from generator.ingest.dissect.lines import key_of
from generator.ingest.markup.elements import is_caption

_SHOWN = re.compile(
    r"(?:(?:head-?shot|portrait|photo(?:graph)?|picture|image|avatar|profile (?:photo|picture|image))(?: of|:| for)? |"
    r"صورة (?:ال)?(?:كاتبة?|صحفي(?:ة)?|مراسلة?)?\s*:?\s*)",
    re.IGNORECASE,
)


def forget_portraits(body: HtmlElement, writers: Iterable[str]) -> None:
    """Take away the addresses of pictures whose text for those who do not see them is the name of a writer."""
    names = {key_of(name) for name in writers}
    if not names:
        return
    for image in body.iter("img", "amp-img"):
        shown = image.get("alt") or ""
        if len(shown) <= 80 and key_of(_SHOWN.sub("", shown, count=1)) in names and not _is_captioned(image):
            image.attrib.clear()


def _is_captioned(image: HtmlElement) -> bool:
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and any(is_caption(each) for each in figure.iter())
