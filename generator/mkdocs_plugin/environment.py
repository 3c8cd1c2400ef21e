"""What our templates can do: print values escaped, link to pages, isolate left-to-right tokens. Nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.model.language import Language
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
    environment.filters["url"] = url
    environment.filters["bidi"] = bidi
    return environment


@pass_context
def url(context: Context, target: str) -> str:
    """Give the address of a page or file of the site as the page links to it; absolute addresses stay as they are."""
    if "://" in target:
        return str(target)
    if context.get("page") is None:
        return str(context.get("base_url") or "/").rstrip("/") + "/" + quote(target)
    return relative(context["frame"].permalink, target)


@pass_context
def bidi(context: Context, text: str) -> Markup:
    """Give plain text escaped, its left-to-right tokens isolated where the page is Arabic."""
    language = context["frame"].lang if "frame" in context else Language.EN
    return Markup(isolate_text(str(text))) if language is Language.AR else escape(text)  # noqa: S704 - escaped inside


def relative(origin: str, target: str) -> str:
    """Give the shortest relative, percent-encoded way from one address below the site's root to another."""
    here, there = origin.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + quote("/".join(there[shared:])) or "./"


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
