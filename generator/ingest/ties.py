"""Ties between the versions of one story: what the sources of two articles have in common that says that they are one.

Only how ties are written; which articles they tie is found in `counterparts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model.article import Article, Rule
from generator.model.source import Claim, FieldName
from generator.store.documents import SOURCES
from generator.text.slugs import ascii_slug, short_id

_LONGEST = 400
_LONGEST_NAME = 40
_WITHIN = "#"
_LANGUAGES = frozenset({"ar", "en", "fr", "arabic", "english", "french", "عربي", "العربية", "عربية", "إنجليزي"})


def tie(scope: str, key: str) -> str:
    """The tie of all that have `key` within `scope` (a site, a folder); a key too long to be kept is shortened to what
    it alone has."""
    key = " ".join(key.split())
    return f"{scope} {key if len(key) <= _LONGEST else short_id(key, key[::-1])}".strip()


def tie_within(key: str) -> str:
    """The tie of all records of one document that have `key`: whoever knows the document says which (`whole_ties`)."""
    return f"{_WITHIN}{tie('', key)}"


def is_within(value: str) -> bool:
    """Whether a tie holds in its own document only."""
    return value.startswith(_WITHIN)


def whole_ties(claims: Iterable[Claim], document: Path) -> tuple[str, ...]:
    """The ties that the claims of a record of `document` tell, in a form that holds in the whole archive."""
    told = (claim.value.strip() for claim in claims if claim.name is FieldName.STORY)
    return tuple(dict.fromkeys(f"{document.as_posix()}{each}" if is_within(each) else each for each in told if each))


def ties_of(article: Article) -> tuple[str, ...]:
    """The ties that an article's file keeps, so that a counterpart that comes later finds it."""
    written = article.provenance.rules if article.provenance else ()
    rules = (Rule.parse(text) for text in written if text.startswith(f"{FieldName.STORY.value} |"))
    return tuple(rule.raw for rule in rules if rule is not None and rule.raw)


def name_of(tied: str) -> str:
    """The name of the story of two articles with this tie: other ties have other names."""
    words = ascii_slug(tied.rpartition("/")[2], _LONGEST_NAME)
    return f"{words}-{short_id(tied)}" if words else f"story-{short_id(tied)}"


def folder_of(path: Path) -> str:
    """The folder below content/sources within which the names that a site gives its articles hold: the publisher's, if
    that is how the sources are laid out; empty for all of them, where languages lie side by side."""
    parts = path.relative_to(SOURCES).parts[:-1] if path.is_relative_to(SOURCES) else ()
    return parts[0] if parts and parts[0].casefold() not in _LANGUAGES else ""
