"""Pictures that stand by themselves in the HTML of an article's Markdown, as figures with what is written below them.

A picture of another site is never loaded: what is left of it is a link to its address, whose words the page gives.
Not for making anything safe: the sanitiser reads what comes out of here.
"""

from __future__ import annotations

import re
from functools import partial

FIGURE = re.compile(r"<figure>.*?</figure>\n?", re.DOTALL)

_ALONE = re.compile(
    r'<p><img src="(?P<address>[^"]*)" alt="(?P<alt>[^"]*)"(?: title="(?P<title>[^"]*)")? />'
    r"(?:\n(?P<caption>(?:(?!</p>|<img ).)*))?</p>",
    re.DOTALL,
)
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def set_figures(written: str, *, pictures: bool = False) -> str:
    """Give HTML as the converter writes it with a `<figure>` in place of each paragraph that begins with a picture on a
    line of its own.

    The lines below the picture are its caption; of a picture of another site the text for those who do not see it
    stands in for a caption that is missing, and an empty link to it in its place, unless all `pictures` are to stay.
    """
    return _ALONE.sub(partial(_figure, pictures=pictures), written) if "<p><img " in written else written


def _figure(match: re.Match[str], *, pictures: bool) -> str:
    caption = (match["caption"] or "").strip() or match["title"]
    if not pictures and _ELSEWHERE.match(match["address"]):
        shown = f'<a href="{match["address"]}"></a>'
        caption = caption or match["alt"]
    elif caption:
        shown = f'<img src="{match["address"]}" alt="{match["alt"]}" />'
    else:
        return match[0]
    below = f"<figcaption>{caption}</figcaption>\n" if caption else ""
    return f"<figure>\n{shown}\n{below}</figure>"
