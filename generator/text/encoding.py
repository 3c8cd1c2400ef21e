"""From the bytes of a document to its text: which encoding they are in, or why they cannot be read.

Order: byte order mark, UTF-16 that shows by its shape, strict UTF-8, the declared encoding where the text it gives is
plausible, then the 8-bit encodings of Arabic and Western documents by how plausible their text is. Nothing is guessed
away: bytes that fit no encoding are refused. The size of documents is not this module's business.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.text.damaged_utf8 import Mended, read_damaged_utf8, valid_share
from generator.text.plausibility import plausibility
from generator.text.surrogates import REPLACEMENT as _REPLACEMENT

_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("windows-1252", "windows-1256", "iso-8859-6")  # the order decides between equally plausible readings
# The names that mean another encoding than they say, by the WHATWG Encoding Standard.
_LABELS = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
}
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a sound, film or image"),
    (b"OggS", "a sound or film"),
    (b"SQLite format 3", "a database"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"ID3", "a sound"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r") + b"\x7f"
_MOST_CONTROLS = {"utf-8": 0.10, "legacy": 0.005}
_VALID_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PLAUSIBLE = 0.5
_MOST_LINES_TOLD = 5
# Below this share of whole sequences, bytes that look like UTF-8 are chance: in Windows-1256 a letter before a comma.
LEAST_VALID = 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text, without byte order mark; the name of its encoding; what was done, with counts.

    `damage`: the lines (from 1) on which characters were lost and stand as U+FFFD, with their number."""

    text: str
    encoding: str
    repairs: tuple[tuple[str, int], ...] = ()
    damage: tuple[tuple[int, int], ...] = ()


def decode_text(raw: bytes, declared: str | None = None) -> Decoded:
    """Read `raw` as text; `declared` is the encoding that the document or its carrier claims, if any.

    Raises UnreadableError with code `empty`, `binary-data` or `unknown-encoding`.
    """
    mark = next((mark for mark, _ in _BYTE_ORDER_MARKS if raw.startswith(mark)), b"")
    if not raw[len(mark) :].strip(b" \t\r\n\v\f\0"):
        raise _unreadable("empty", "the document is empty", "text", f"{len(raw)} bytes, none of them text")
    _refuse_signatures(raw)
    decoded = _by_mark(raw) or _by_shape(raw) or _as_utf8(raw)
    if decoded is None:
        _refuse_binary(raw, "legacy")
        _refuse_damaged_utf8(raw)
        decoded = _as_declared(raw, declared) or _as_most_plausible(raw)
    if not decoded.text.strip("\ufeff\0 \t\r\n\u00a0"):
        raise _unreadable("empty", "the document is empty", "text", "only white space")
    return decoded


def decode_damaged(raw: bytes, declared: str | None = None) -> Decoded:
    """Read `raw` as `decode_text` does, but a document that is UTF-8 for the most part with its damage: words of an
    8-bit encoding are read in it, other bytes become U+FFFD, and both are counted.

    For documents of many articles and for markup, which one damaged byte must not cost. Raises UnreadableError as
    `decode_text` does, and where so much is damaged that no reader could make sense of it.
    """
    mark = next((mark for mark, _ in _BYTE_ORDER_MARKS if raw.startswith(mark)), b"")
    body = raw[len(mark) :] if mark in (b"", codecs.BOM_UTF8) else b""
    if not body or _by_shape(raw) or _as_utf8_strictly(body) or valid_share(body) < LEAST_VALID:
        return decode_text(raw, declared)
    _refuse_signatures(raw)
    _refuse_binary(body, "utf-8")
    mended = read_damaged_utf8(body)
    refuse_ruined(mended.replaced, sum(not character.isascii() for character in mended.text))
    return Decoded(mended.text.lstrip("\ufeff"), "utf-8", repairs_of(mended), mended.lines)


def tell_damage(decoded: Decoded, path: Path | None = None) -> Problem | None:
    """The problem that a reader tells of a document with lost characters; None where none is lost."""
    if not decoded.damage:
        return None
    lost = sum(count for _, count in decoded.damage)
    lines = ", ".join(f"{line}" for line, _ in decoded.damage[:_MOST_LINES_TOLD])
    more = len(decoded.damage) - _MOST_LINES_TOLD
    return Problem(
        "damaged-bytes",
        f"characters of the document are damaged; they show as {_REPLACEMENT}",
        path,
        decoded.damage[0][0],
        expected=f"{decoded.encoding} throughout",
        found=f"{lost} damaged, on line {lines}" + (f" and {more} more" if more > 0 else ""),
        cure="get the document again from where it came from, or write the characters in their place",
        severity=Severity.WARNING,
    )


def repairs_of(mended: Mended) -> tuple[tuple[str, int], ...]:
    """What was done to damaged UTF-8, as counts by name."""
    damaged = (("damaged-characters", mended.replaced),) if mended.replaced else ()
    return (*damaged, *((f"mixed-encoding:{name}", count) for name, count in mended.reread))


def refuse_ruined(replaced: int, foreign: int) -> None:
    """Raise UnreadableError where more than one in ten of the `foreign` characters (those beyond ASCII) are lost."""
    if replaced > 1 and replaced * 10 > foreign:
        found = f"{replaced} of {foreign} characters beyond ASCII are damaged"
        raise _unreadable("unknown-encoding", "the document is UTF-8 with damaged bytes", "UTF-8 throughout", found)


def mark_damage(decoded: Decoded, text: str, lost: int) -> Decoded:
    """A document with its text as it is now that `lost` more characters of it stand as U+FFFD."""
    if not lost:
        return replace(decoded, text=text)
    counts = Counter(dict(decoded.repairs))
    counts["damaged-characters"] += lost
    return Decoded(text, decoded.encoding, tuple(sorted(counts.items())), _damaged_lines(text))


def _damaged_lines(text: str) -> tuple[tuple[int, int], ...]:
    lines = enumerate(text.split("\n"), start=1)
    return tuple((number, line.count(_REPLACEMENT)) for number, line in lines if _REPLACEMENT in line)


def _as_utf8_strictly(raw: bytes) -> bool:
    return _strictly(raw, "utf-8") is not None or _as_cesu8(raw) is not None


def _by_mark(raw: bytes) -> Decoded | None:
    """Read a document that begins with a byte order mark; None without one, or where the bytes deny it."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _as_wide(raw[len(mark) :], encoding) if encoding != "utf-8" else _decoded_strictly(raw[len(mark) :])
    return None


def _decoded_strictly(raw: bytes) -> Decoded | None:
    text = _strictly(raw, "utf-8")
    return None if text is None else _decoded(text, "utf-8")


def _as_wide(raw: bytes, encoding: str) -> Decoded:
    """UTF-16 or UTF-32, each lone surrogate in it lost. Raises UnreadableError where more than one in ten is."""
    text = raw.decode(encoding, "replace")
    lost = 0 if _strictly(raw, encoding) is not None else text.count(_REPLACEMENT)
    refuse_ruined(lost, len(text))
    return mark_damage(_decoded(text, encoding), text.lstrip("\ufeff"), lost)


def _by_shape(raw: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: it shows by the many bytes 00 (Latin) or 06 (Arabic) on one side of each pair."""
    if len(raw) % 2:
        return None
    for encoding, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if (high.count(0) + high.count(6)) * 10 >= len(high) * 7:
            text = raw.decode(encoding, "replace")
            if plausibility(text) > _PLAUSIBLE and not _has_many_controls(text):
                return _as_wide(raw, encoding)
    return None


def _as_utf8(raw: bytes) -> Decoded | None:
    """Read strict UTF-8, or CESU-8: UTF-8 in which characters beyond the first plane were written as two surrogates."""
    text = _strictly(raw, "utf-8")
    if text is None:
        return _as_cesu8(raw)
    _refuse_binary(raw, "utf-8")
    return _decoded(text, "utf-8")


def _as_cesu8(raw: bytes) -> Decoded | None:
    if b"\xed" not in raw:
        return None
    try:
        text = raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None
    return _decoded(text, "cesu-8")


def _as_declared(raw: bytes, declared: str | None) -> Decoded | None:
    """Read in the declared encoding; None where there is none, it is unknown, or its text is not plausible."""
    name = (declared or "").strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(_LABELS.get(name, name)).name
        text = raw.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    if not isinstance(text, str) or plausibility(text) <= _PLAUSIBLE:
        return None
    return _decoded(text, _LABELS.get(name, name))


def _as_most_plausible(raw: bytes) -> Decoded:
    """Read in the 8-bit encoding that gives the most plausible text. Raises UnreadableError where none does."""
    readings = [(encoding, _strictly(raw, encoding)) for encoding in _LEGACY]
    scored = [(plausibility(text), encoding, text) for encoding, text in readings if text is not None]
    best = max(scored, key=lambda reading: reading[0], default=None)
    if best is None or best[0] <= _PLAUSIBLE:
        raise _unreadable(
            "unknown-encoding",
            "the document's encoding is not known",
            "UTF-8, UTF-16, Windows-1256, ISO-8859-6 or Windows-1252",
            "bytes that are readable text in none of them",
        )
    return _decoded(best[2], best[1])


def _refuse_signatures(raw: bytes) -> None:
    """Raise UnreadableError where the first bytes say that this is no text at all."""
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature) and (b"\0" in raw or not _reads_as_prose(raw)):
            raise _unreadable("binary-data", f"the document is {kind}, not text", "text", kind)


def _reads_as_prose(raw: bytes) -> bool:
    """Whether a document that happens to begin like a binary format is prose after all ("ID3 tags are …")."""
    text = _strictly(raw, "utf-8")
    return text is not None and not text.startswith(("%PDF-", "{\\rtf")) and not _has_many_controls(text)


def _refuse_binary(raw: bytes, kind: str) -> None:
    """Raise UnreadableError where control characters are more than stray ones."""
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > len(raw) * _MOST_CONTROLS[kind]:
        found = f"{controls} control characters in {len(raw)} bytes"
        raise _unreadable("binary-data", "the document is binary data, not text", "text", found)


def _refuse_damaged_utf8(raw: bytes) -> None:
    """Raise UnreadableError where most of the bytes are UTF-8: reading them as anything else would garble the text."""
    high = sum(byte >= 0x80 for byte in raw)
    valid = sum(len(match) for match in _VALID_SEQUENCE.findall(raw))
    if valid * 2 < high:
        return
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise _unreadable(
            "unknown-encoding",
            "the document is UTF-8 with damaged bytes",
            "UTF-8 throughout",
            f"{raw[fault.start : fault.end].hex(' ')} on line {line}",
        ) from None


def _has_many_controls(text: str) -> bool:
    return sum(character < " " and character not in "\t\n\v\f\r" for character in text) * 100 > len(text)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return None


def _decoded(text: str, encoding: str) -> Decoded:
    repairs = () if encoding == "utf-8" else ((f"encoding:{encoding}", 1),)
    return Decoded(text.lstrip("\ufeff"), encoding, repairs)


def _unreadable(code: str, what: str, expected: str, found: str) -> UnreadableError:
    cure = {
        "empty": "put the article's text into the document, or remove it",
        "binary-data": "give the article's text as a plain text document",
        "unknown-encoding": "open the document where it reads well, and save it again as UTF-8",
    }[code]
    return UnreadableError(Problem(code=code, what=what, expected=expected, found=found, cure=cure))
