"""Halves of characters beyond the first plane (emoji above all): two make one whole, a lone one is lost.

One rule for every format: a pair, however its halves are written, is its character; a lone half becomes U+FFFD, as in
the WHATWG Encoding Standard, and is counted. Not for other damage (`damaged_utf8`, `repair`).
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_LONE = re.compile("[\ud800-\udfff]")
_IN_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf](?:\xed[\xb0-\xbf][\x80-\xbf])?")
# References to halves, one or two that make a pair: &#xD83D; or &#55357;, and hexadecimal numbers only of that range.
_REFERENCE = r"&#(?:[xX]0*([dD][{first}][0-9a-fA-F]{{2}})|0*(5[5-7]\d{{3}}));"
_REFERENCES = re.compile(rf"{_REFERENCE.format(first='89a-fA-F')}(?:{_REFERENCE.format(first='c-fC-F')})?")
# Escapes as in JSON: `\ud83d\ude00`. What follows a backslash that is escaped itself is none.
_ESCAPES = re.compile(r"\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|.)", re.DOTALL)


def join_halves(text: str) -> tuple[str, int]:
    """The text with pairs of surrogates joined, and how many lone ones became U+FFFD."""
    if _LONE.search(text) is None:
        return text, 0
    return _LONE.subn(REPLACEMENT, text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"))


def join_halves_in_bytes(raw: bytes) -> bytes:
    """UTF-8 in which surrogates were written as if they were characters (CESU-8), with them joined or replaced."""
    if b"\xed" not in raw:
        return raw
    return _IN_BYTES.sub(lambda found: join_halves(found[0].decode("utf-8", "surrogatepass"))[0].encode(), raw)


def join_references(markup: str) -> str:
    """Markup in which each pair of references to surrogates, and each lone one, is the character it stands for."""
    if "&#" not in markup:
        return markup
    return _REFERENCES.sub(_of_references, markup)


def mend_halves(markup: str) -> tuple[str, int]:
    """Markup without halves, as characters or references, and how many of them were lost."""
    text, lost = join_halves(markup)
    joined = join_references(text)
    return joined, lost if joined is text else lost + joined.count(REPLACEMENT) - text.count(REPLACEMENT)


def join_escapes(written: str) -> str:
    """A text written with the escapes of JSON, in which those of surrogates are the characters they stand for."""
    if "\\u" not in written:
        return written
    return _ESCAPES.sub(_of_escapes, written)


def _of_references(found: re.Match[str]) -> str:
    codes = [int(digits, base) for digits, base in zip(found.groups(), (16, 10, 16, 10), strict=True) if digits]
    halves = [code for code in codes if 0xD800 <= code < 0xE000]
    if len(halves) < len(codes):  # another sign of five digits beside, such as &#57344;
        return "".join(f"&#{code};" if code not in halves else REPLACEMENT for code in codes)
    return join_halves("".join(map(chr, halves)))[0]


def _of_escapes(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    return join_halves("".join(chr(int(digits, 16)) for digits in found.groups() if digits))[0]
