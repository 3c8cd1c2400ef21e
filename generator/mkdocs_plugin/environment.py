"""What our templates can do: print values escaped, link to pages, isolate left-to-right tokens. Nothing more.

The filters are handed all they need (`frame`, its language, the words), so that macros need no context and are loaded
once for all pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.mkdocs_plugin.chrome import Chrome
from generator.mkdocs_plugin.lean import LeanCode, LeanMarkup
from generator.model.language import Language
from generator.model.page import DisplayDate, Frame, Head, Link, Reference, Tag, Text, View
from generator.model.vocabulary import Taxonomy
from generator.publish.links import relative_address
from generator.text.html import isolate_text
from generator.text.words import Words

# No inline script or style anywhere, nothing from elsewhere. A policy in a meta element cannot say `frame-ancestors`
# (CSP 3, 3.3).
CONTENT_SECURITY_POLICY = "default-src 'self';base-uri 'none';form-action 'self';object-src 'none'"
_NOTHING = Markup("")
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_./:%-]+").fullmatch


def prepare(environment: Environment, words: Mapping[Language, Words], policy: str) -> Environment:
    """Give the environment with our filters; every template escapes what it prints (MkDocs' default is not to).

    `policy` is the content security policy that pages name, or empty.
    """
    environment.autoescape = True
    environment.auto_reload = False  # templates do not change while pages are rendered
    environment.add_extension(LeanMarkup)
    environment.code_generator_class = LeanCode
    chrome = Chrome(environment, lambda language: shared_context(language, words, policy))
    filters = {
        "url": url,
        "from_host": from_host,
        "bidi": bidi,
        "show": show,
        "when": when,
        "marked": marked,
        "described": described,
        "tag_groups": tag_groups,
        "chrome": chrome.render,
        "card": chrome.card,
        "cards": chrome.cards,
        "link": link,
        "pointers": pointers,
    }
    environment.filters.update(filters)
    return environment


def url(target: str, frame: Frame) -> str:
    """Give the address of a page or file of the site as the page links to it; absolute addresses stay as they are."""
    return escape(target) if "://" in target else relative_address(frame.permalink, target)


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
        return _NOTHING
    return Markup(f" lang={language} dir={language.direction}")  # noqa: S704 - two words of our own


def show(text: Text, language: Language) -> Markup:
    """Give a text marked with its language where that is not the page's own."""
    if text.lang is None or text.lang is language:
        return bidi(text.text, language)
    return Markup("<bdi{}>{}</bdi>").format(marked(text.lang, language), text.text)


def when(date: DisplayDate, language: Language, t: Mapping[str, str]) -> Markup:
    """Give a date for readers and machines, or the words for one that is not known."""
    return _time(date.iso, date.text, language) if date.iso else _unknown(t[date.unknown])


@lru_cache(maxsize=16384)
def _time(iso: str, text: str, language: Language) -> Markup:
    return Markup(f"<time datetime={escape(iso)}>{bidi(text, language)}</time>")  # noqa: S704 - escaped


@lru_cache(maxsize=16)
def _unknown(words: str) -> Markup:
    return Markup('<span class="unknown">{}</span>').format(words)


def described(head: Head) -> Markup:
    """Give what a document's head says of the page itself: title, description, address, metadata, structured data."""
    lines = [f"<title>{escape(head.title)}</title>", f'<meta name=description content="{escape(head.description)}">']
    if not head.indexed:
        lines.append("<meta name=robots content=noindex>")
    if head.canonical:
        lines.append(f"<link rel=canonical href={_value(head.canonical)}>")
    lines += [f"<meta {naming} content={_value(content)}>" for naming, content in head.metadata]
    if head.structured_data:
        lines.append(f"<script type=application/ld+json>{head.structured_data}</script>")
    return Markup("".join(lines))  # noqa: S704 - all of it escaped or safe by itself


def _value(text: str) -> str:
    """Give text as the value of an attribute, without quotation marks where HTML (13.1.2.3) asks for none."""
    return text if _PLAIN_VALUE(text) else f'"{escape(text)}"'


def link(target: Link, frame: Frame) -> Markup:
    """Give a link to a page of the site."""
    way = relative_address(frame.permalink, target.permalink)
    return Markup(f"<a href={way}>{show(target.label, frame.lang)}</a>")  # noqa: S704 - percent-encoded, escaped


def pointers(references: Sequence[Reference], frame: Frame, t: Mapping[str, str]) -> Markup:
    """Give the elements of a list of articles to which a page points."""
    own, origin, written = frame.lang, frame.permalink, []
    for each in references:
        date = escape(each.date.text) if each.date.iso else t[each.date.unknown]
        title = bidi(each.title, own)
        way = relative_address(origin, each.permalink)
        written.append(f"<li{marked(each.lang, own)}><a href={way}>{title}</a> {date}\n")
    return Markup("".join(written))  # noqa: S704 - the same


def tag_groups(tags: Sequence[Tag], frame: Frame, t: Mapping[str, str]) -> Markup:
    """Give an article's tags as groups of a definition list, a taxonomy each, in their order."""
    groups: dict[Taxonomy, list[str]] = {}
    for tag in tags:
        link = tag.link
        label = show(link.label, frame.lang)
        groups.setdefault(tag.taxonomy, []).append(
            f"<dd><a href={relative_address(frame.permalink, link.permalink)}>{label}</a>"
        )
    ordered = groups if len(groups) < 2 else [kind for kind in Taxonomy if kind in groups]
    written = (f"<div class=tags><dt>{t[_TAXONOMY_WORDS[kind]]}{''.join(groups[kind])}</div>\n" for kind in ordered)
    return Markup("".join(written))  # noqa: S704 - labels are escaped, addresses percent-encoded


_TAXONOMY_WORDS = {kind: f"taxonomy.{kind}" for kind in Taxonomy}


class UnknownWordError(Exception):
    """A template asks for a sentence that no locale file has."""


class Sentences(dict[str, Markup]):
    """The sentences without values of one language, escaped, by their keys."""

    def __missing__(self, key: str) -> Markup:
        """Raise: a KeyError would be nothing to Jinja, which prints nothing for it."""
        raise UnknownWordError(f"no sentence {key!r}, or one that needs values")


@lru_cache(maxsize=8)
def _sentences(words: Words) -> Sentences:
    """Give the sentences of a language that can be printed as they are."""
    return Sentences({key: escape(sentence) for key, sentence in words.plain.items()})


def shared_context(language: Language, words: Mapping[Language, Words], policy: str) -> dict[str, Any]:
    """Give what every template of a language gets: its words, those of all languages, the policy."""
    own = words[language]
    return {"t": _sentences(own), "say": own.say, "n": own.count, "words": words, "csp": policy}


def page_context(frame: Frame, view: View | None, body: str) -> dict[str, Any]:
    """Give what the template of a page gets beside that."""
    return {"frame": frame, "view": view, "body": Markup(body)}  # noqa: S704 - sanitised after Markdown
