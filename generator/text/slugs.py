"""Names that are safe in addresses and as file names, on every system: lower-case ASCII letters, digits and hyphens.

Not for titles as people read them; Arabic is never transliterated (it is unreadable, and different words collide).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from generator.text.normal_forms import normalise

SLUG_LIMIT = 60
_ID_LENGTH = 8

# Latin letters that Unicode does not decompose into a base letter and a mark.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n"}
)
_APOSTROPHES = re.compile("['’‘ʼ´`]")
_TAXONOMY_PREFIX = re.compile(r"(?:place|topic|person|organisation|publisher)-")
_IDENTIFIER = re.compile(r"(?P<kind>place|person|organisation)/(?P<rest>.+)|medtop:(?P<topic>\w+)", re.DOTALL)
# Names Windows keeps for devices, and names with a meaning of their own in the site's addresses.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|page|undated|\d{1,4})")
_PLAIN_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def short_id(*parts: str | None) -> str:
    """Give the 8 hexadecimal digits that stand for `parts`: the start of the SHA-256 of their text, joined by `|`.

    Each part is taken in NFC with its white space collapsed; None counts as empty.
    """
    normal = [" ".join(normalise("NFC", part or "").split()) for part in parts]
    return hashlib.sha256("|".join(normal).encode("utf-8", "backslashreplace")).hexdigest()[:_ID_LENGTH]


def ascii_slug(text: str, limit: int = SLUG_LIMIT) -> str:
    """Give the words of `text` that ASCII can write, joined by hyphens, at most `limit` characters, cut between words.

    The empty string where nothing of it is Latin letters or digits.
    """
    folded = _fold_latin(text.replace("&", " and "))
    return _cut("-".join(re.findall("[a-z0-9]+", folded)), limit)


def safe_slug(text: str) -> str:
    """Give the safe form of a name that a person chose (a file's stem, an editor's slug); never empty, never reserved.

    Where letters of the name cannot be kept, or the name has a meaning of its own, its id is put behind it, so that
    different names stay different. A safe slug is its own safe form.
    """
    if len(text) <= SLUG_LIMIT and _PLAIN_SLUG.fullmatch(text) and not _RESERVED.fullmatch(text):
        return text
    words = re.findall("[a-z0-9]+", _fold_latin(text))
    slug = "-".join(words)
    if slug and len(slug) <= SLUG_LIMIT and not _RESERVED.fullmatch(slug) and not _loses_letters(text):
        return slug
    identity = short_id(text)
    return "-".join(filter(None, (_cut(slug, SLUG_LIMIT - _ID_LENGTH - 1), identity)))


@lru_cache(maxsize=65536)
def tag_slug(tag_id: str) -> str:
    """Give the slug of a tag's listing: `place/LY` → `place-ly`, `medtop:11000000` → `topic-11000000`.

    A free tag is its own slug where ASCII can write it whole (`climate change` → `climate-change`), else it ends in its
    id (`C++`, `طاقة`). Free tags that differ only in case or white space share a slug, and so are one tag.
    """
    known = _IDENTIFIER.fullmatch(tag_id)
    if known:
        return f"topic-{safe_slug(known['topic'])}" if known["topic"] else f"{known['kind']}-{safe_slug(known['rest'])}"
    name = " ".join(normalise("NFC", tag_id).split()).casefold()
    slug = ascii_slug(name)
    if slug and slug == name.replace(" ", "-") and not _TAXONOMY_PREFIX.match(slug):
        return slug
    return "-".join(filter(None, (_cut(slug, SLUG_LIMIT - _ID_LENGTH - 1), short_id(name))))


def _fold_latin(text: str) -> str:
    """Give `text` in lower case, Latin letters without marks, apostrophes dropped."""
    lowered = _APOSTROPHES.sub("", text).casefold().translate(_LATIN)
    decomposed = normalise("NFKD", lowered)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _loses_letters(text: str) -> bool:
    """Whether `text` holds letters or digits that a slug cannot write."""
    return any(character.isalnum() and not character.isascii() for character in _fold_latin(text))


def _cut(slug: str, limit: int) -> str:
    """Cut `slug` between words so that it has at most `limit` characters; within the word where it is the first."""
    if len(slug) <= limit:
        return slug
    whole = slug[: limit + 1].rpartition("-")[0]
    return (whole or slug[:limit]).strip("-")
