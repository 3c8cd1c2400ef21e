"""The version of a page in the archive's other language, where the page names it (`<link rel=alternate hreflang>`).

Source: RFC 8288 and the HTML standard, section 4.6.7.1. That two pages name each other is found where both are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from generator.ingest.addresses import address_key
from generator.ingest.readers.pages.addresses import usable_address
from generator.ingest.ties import tie
from generator.model.language import Language
from generator.model.source import Claim, FieldName

_MOST = 200


def claim_counterpart(
    tree: _Element, addresses: Sequence[str], languages: Sequence[str], base: str | None
) -> Iterator[Claim]:
    """A claim that ties the page to its version in the other language: by both addresses, so that the two pages have
    the same tie just where each names the other.

    `addresses` are those of the page, the best first, and `languages` what it says of its language. Front pages, which
    some sites name on each page, are nobody's version, and neither is a page that is named for both languages.
    """
    named = _alternates(tree, base)
    own = dict.fromkeys(map(address_key, addresses))
    for language in Language:
        other = _one_of(named, language.other)
        itself = next((key for _, key in named.get(language, ()) if key in own), None)
        if itself is None and not named.get(language) and language.value in languages[:1]:
            itself = next(iter(own), None)
        if itself is not None and other is not None and other not in own:
            yield Claim(FieldName.STORY, tie("", " ".join(sorted((itself, other)))), "link:alternate")
            return


def _alternates(tree: _Element, base: str | None) -> dict[Language, list[tuple[str, str]]]:
    """What the page names for each language: the language tag and the address, in the form in which it is compared."""
    named: dict[Language, list[tuple[str, str]]] = {}
    for count, link in enumerate(tree.iter("link")):
        if count >= _MOST:
            break
        tag = (link.get("hreflang") or "").strip().lower().replace("_", "-")
        language = next((each for each in Language if tag.partition("-")[0] == each.value), None)
        address = (
            usable_address(link.get("href") or "", base) if "alternate" in (link.get("rel") or "").lower() else None
        )
        if language is not None and address is not None:
            named.setdefault(language, []).append((tag, address_key(address)))
    return named


def _one_of(named: dict[Language, list[tuple[str, str]]], language: Language) -> str | None:
    """The one page that is named for a language; of those for several countries that for none of them."""
    found = named.get(language, [])
    plain = [key for tag, key in found if tag == language.value] or [key for _, key in found]
    return plain[0] if len(set(plain)) == 1 else None
