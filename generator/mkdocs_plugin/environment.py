"""What our templates can do: print values escaped, link to pages, isolate left-to-right tokens. Nothing more.

The filters are handed all they need (`frame`, its language, the words), so that macros need no context and are loaded
once for all pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.mkdocs_plugin.chrome import Chrome
from generator.model.language import Language
from generator.model.page import DisplayDate, Frame, Text
from generator.publish.links import relative_address
from generator.text.html import isolate_text

# No inline script or style anywhere, nothing from elsewhere. `object-src` follows from `default-src` and is said for
# the tools that look for it. A policy in a meta element cannot say `frame-ancestors` (CSP 3, 3.3).
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)


def prepare(environment: Environment) -> Environment:
    """Give the environment with our filters; every template escapes what it prints (MkDocs' default is not to)."""
    environment.autoescape = True
    filters = {
        "url": url,
        "from_host": from_host,
        "bidi": bidi,
        "show": show,
        "when": when,
        "marked": marked,
    }
    environment.filters.update(filters)
    parts = Chrome(environment)

    @pass_context
    def chrome(context: Context, name: str, sheet: str = "") -> Markup:
        return parts.render(context, name, sheet)

    environment.globals["chrome"] = chrome
    return environment


def url(target: str, frame: Frame) -> str:
    """Give the address of a page or file of the site as the page links to it; absolute addresses stay as they are."""
    return str(target) if "://" in target else relative_address(frame.permalink, target)


def from_host(target: str, base: str) -> str:
    """Give the address of a page or file of the site as a page links to it that is shown at any depth (404.html)."""
    return (base or "/").rstrip("/") + "/" + quote(target)


@lru_cache(maxsize=16384)
def bidi(text: str, language: Language) -> Markup:
    """Give plain text escaped, its left-to-right tokens isolated where the page is Arabic."""
    return Markup(isolate_text(str(text))) if language is Language.AR else escape(text)  # noqa: S704 - escaped inside


def marked(language: Language | None, own: Language) -> Markup:
    """Give the attributes that say a language which is not the page's own; nothing where it is, or is unknown."""
    if language is None or language is own:
        return Markup("")
    return Markup(f' lang="{language}" dir="{language.direction}"')  # noqa: S704 - two words of our own


def show(text: Text, language: Language) -> Markup:
    """Give a text marked with its language where that is not the page's own."""
    if text.lang is None or text.lang is language:
        return bidi(text.text, language)
    return Markup("<bdi{}>{}</bdi>").format(marked(text.lang, language), text.text)


def when(date: DisplayDate, language: Language, say: Callable[[str], str]) -> Markup:
    """Give a date for readers and machines, or the words for one that is not known."""
    if not date.known:
        return Markup('<span class="unknown">{}</span>').format(say("article.date_unknown"))
    return _time(date.iso, date.text, language)


@lru_cache(maxsize=16384)
def _time(iso: str, text: str, language: Language) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(iso, bidi(text, language))


def page_context(frame: Any, view: Any, body: str, words: Mapping[Language, Any]) -> dict[str, Any]:
    """Give what a template gets beside MkDocs' own context."""
    own = words[frame.lang]
    return {
        "frame": frame,
        "view": view,
        "body": Markup(body),  # noqa: S704 - sanitised after Markdown
        "t": own.say,
        "n": own.count,
        "words": words,
    }
