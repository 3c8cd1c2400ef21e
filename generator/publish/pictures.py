"""The links that stand for pictures of other sites in an article's body get their words.

A page of the archive loads nothing from elsewhere (adr 21), so that it reads the same when the other site is gone.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from generator.model.language import Language
from generator.text.html import escape, isolate_text
from generator.text.words import Words

_PICTURE = re.compile(r'(?P<start><figure>\s*<a href="(?P<address>https?://[^"]+)">)(?=</a>)')


def name_pictures(body: str, words: Words, language: Language) -> str:
    """Give a body's safe HTML with the words, in the page's language, that lead to each picture of another site."""
    if "<figure>" not in body:
        return body

    def name(match: re.Match[str]) -> str:
        site = urlsplit(html.unescape(match["address"])).hostname or ""
        said = words.say("article.picture", site=site.removeprefix("www."))
        return match["start"] + (isolate_text(said) if language is Language.AR else escape(said))

    return _PICTURE.sub(name, body)
