"""The quick way for simple HTML: what `sanitise_html` would leave as it is, but for how it is spelt.

Only for what the converter itself has written of Markdown without any HTML in it: well-formed, text escaped. Whatever
is not on the short list here is left to `sanitise_html`; that both give the same is a property test.
"""

from __future__ import annotations

import re

from generator.text.bidi import CONTROLS

# Every tag but those without attributes that are what they seem.
_OTHER_TAG = re.compile(r"<(?!/?(?:p|em|strong|del|blockquote|[uo]l|li|h[2-6])>|/a>|[bh]r />)[^>]*>")
# Nothing that is escaped in HTML or that a reader of addresses could take for something else; no port, no user; no IPv4
# address and no Punycode, of which there are wrong ones (https://url.spec.whatwg.org/#host-parsing).
_LINK = re.compile(
    r'<a href="https?://(?![^/"]*xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*'
    r'(?:/[A-Za-z0-9._~%/?=+-]*)?">'
)
_HEADING = re.compile(r'<h[2-6] id="(?:h-)?([^\s"\'<>&]{1,190})">')
_PREFIX = "h-"  # as `sanitise_html` gives it
# What is dropped or spelt in another way.
_UNUSUAL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\xa0{CONTROLS}]")


def pass_simple(written: str) -> str | None:
    """Give the safe HTML for what a converter has written of Markdown without HTML in it; None where it is not simple
    enough to be sure."""
    if not written.replace("\n", "").isprintable() and _UNUSUAL.search(written):
        return None
    names: list[str] = []
    for tag in _OTHER_TAG.findall(written):
        heading = _HEADING.fullmatch(tag)
        if heading is not None:
            names.append(heading[1])
        elif _LINK.fullmatch(tag) is None:
            return None
    if len(names) != len(set(names)):
        return None
    if names:
        written = _HEADING.sub(lambda match: f'{match[0][:3]} id="{_PREFIX}{match[1]}">', written)
    return written.replace("&quot;", '"').replace(" />", ">")
