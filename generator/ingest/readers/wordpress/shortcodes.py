"""Shortcodes in the text of WordPress (`[caption]…[/caption]`): those of WordPress itself as HTML, others taken out.

Square brackets that people write (`[sic]`, `[…]`, `[صورة: رويترز]`) are text and stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SHORTCODE = re.compile(
    r"(?P<escape>\[)?\[(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9_-]{1,60})"
    r"(?P<attributes>(?:\s(?:[^\[\]\"'<>]|\"[^\"]*\"|'[^']*'|&[a-z]+;|<[^<>\[\]]*>)*+)?)(?P<empty>/)?\](?P<unescape>\])?"
)
_ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[“”»″]([^“”»″]*)[“”«″]|([^\s\"'\]]+))")
_UNTOUCHED = re.compile(r"<(pre|code|script|style)\b[^<>]*>", re.IGNORECASE)
_IMAGE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>(?:\s*</a>)?", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s<>\"'\[\]]+", re.IGNORECASE)
_SOUND_OR_FILM = re.compile(r"\.(?:mp3|m4a|ogg|wav|flac|mp4|m4v|webm|ogv|mov|wmv|flv)(?:$|\?)", re.IGNORECASE)
_ENCLOSING = frozenset(
    {"caption", "wp_caption", "embed", "audio", "video", "code", "sourcecode", "gallery", "playlist"}
)
# What no reader may see although it stands between two of them: code of a plugin, not text.
_NOT_TEXT = frozenset(
    {"vc_raw_html", "vc_raw_js", "vc_custom_css", "et_pb_code", "php", "insert_php", "ads", "adsense"}
)
# Shortcodes of WordPress.com and common plugins that name what they embed without `=`, and such as name nothing.
_EMBEDS = frozenset({
    "bandcamp", "dailymotion", "facebook", "flickr", "gist", "googlemaps", "googlevideo",
    "instagram", "issuu", "scribd",
    "slideshare", "soundcloud", "spotify", "telegram", "ted", "tiktok", "tweet", "twitter", "vimeo", "wpvideo",
    "youtube", "videopress", "iframe",
})  # fmt: skip
_CALLS = frozenset({"adrotate", "polldaddy", "recaptcha", "sharethis", "socialshare", "tablepress"})
_NAMED = re.compile(r"https?://|^\s*[\w/-]*\d[\w/-]*\s*$")
_OWN = frozenset({*_ENCLOSING, *_CALLS, "footnote", "ref"})
_PLAIN_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the media library: its address, its caption, and the words that stand for it."""

    address: str
    caption: str = ""
    alternative: str = ""


FindPicture = Callable[[str], Picture | None]


@dataclass(frozen=True, slots=True)
class _Shortcode:
    """A shortcode: where it begins and ends, its content, if it has any (else the place behind it), its attributes."""

    name: str
    start: int
    end: int
    content: str | None
    attributes: dict[str, str]
    raw: str


def resolve_shortcodes(text: str, find_picture: FindPicture, removed: list[str]) -> str:
    """HTML without shortcodes: those of WordPress resolved, all others put into `removed`, what they enclose kept.

    `find_picture` gives a picture of the media library by its number. Code and `pre` are left as they are.
    """
    parts: list[str] = []
    at = 0
    lower = text.lower()
    for kept in _UNTOUCHED.finditer(text):
        closing = f"</{kept[1].lower()}"
        if kept.start() < at or lower.rfind(closing) < kept.end():
            continue
        end = lower.index(closing, kept.end())
        parts += [_resolve(text[at : kept.start()], find_picture, removed, 0), text[kept.start() : end]]
        at = end
    parts.append(_resolve(text[at:], find_picture, removed, 0))
    return "".join(parts)


def figure(picture: Picture) -> str:
    """A picture and its caption as HTML."""
    address, alternative = html.escape(picture.address), html.escape(picture.alternative)
    below = f"<figcaption>{picture.caption}</figcaption>" if picture.caption.strip() else ""
    return f'<figure><img src="{address}" alt="{alternative}">{below}</figure>'


def _resolve(text: str, find_picture: FindPicture, removed: list[str], depth: int) -> str:
    if "[" not in text:
        return text
    tags = list(_SHORTCODE.finditer(text))
    closed = {tag["name"].lower() for tag in tags if tag["close"]}
    parts: list[str] = []
    at = 0
    for number, tag in enumerate(tags):
        if tag.start() < at:
            continue
        if tag["escape"] and tag["unescape"]:
            parts += [text[at : tag.start()], tag[0][1:-1]]
            at = tag.end()
        elif _is_shortcode(tag, closed):
            code = _whole(text, tags, number)
            parts.append(text[at : code.start])
            parts.append(_kept_lines(code.raw, _replace(code, find_picture, removed, depth)))
            at = code.end
    parts.append(text[at:])
    return "".join(parts)


def _is_shortcode(tag: re.Match[str], closed: set[str]) -> bool:
    """Whether brackets are a shortcode: WordPress's own, closed somewhere, with attributes, or named like no word."""
    name = tag["name"].lower()
    attributes = tag["attributes"] or ""
    if name in _OWN or name in closed or tag["close"] or tag["empty"]:
        return True
    if name in _EMBEDS and _NAMED.search(attributes[:500]):
        return True
    if "=" in attributes and _ATTRIBUTE.search(attributes):
        return True
    return not attributes.strip() and _PLAIN_WORD.fullmatch(name) is None


def _whole(text: str, tags: Sequence[re.Match[str]], number: int) -> _Shortcode:
    """The shortcode that a tag opens, with its content where the tag is of a kind that has some and is closed."""
    tag = tags[number]
    name = tag["name"].lower()
    start = tag.start() + (1 if tag["escape"] else 0)
    end = tag.end() - (1 if tag["unescape"] else 0)
    attributes = _attributes(tag["attributes"] or "")
    if not tag["close"] and not tag["empty"] and (name in _ENCLOSING or name in _NOT_TEXT):
        for later in tags[number + 1 : number + 400]:
            if later["name"].lower() == name:
                if not later["close"]:
                    break
                content = text[end : later.start()]
                return _Shortcode(name, start, later.end(), content, attributes, text[start : later.end()])
    return _Shortcode(name, start, end, None, attributes, text[start:end])


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(html.unescape(text))
    return {each[1].lower(): next((value for value in each.groups()[1:] if value is not None), "") for each in found}


def _replace(code: _Shortcode, find_picture: FindPicture, removed: list[str], depth: int) -> str:
    if code.name in {"caption", "wp_caption"} and code.content is not None:
        return _caption(code, find_picture, removed, depth)
    if code.name == "gallery":
        return _gallery(code, find_picture, removed)
    if code.name in {"embed", "audio", "video"} or code.name in _EMBEDS:
        return _linked(code, removed)
    if code.name in {"code", "sourcecode"} and code.content is not None:
        return f"<pre>{code.content}</pre>"
    removed.append(code.raw)
    return ""


def _caption(code: _Shortcode, find_picture: FindPicture, removed: list[str], depth: int) -> str:
    content = code.content or ""
    if depth < 3:
        content = _resolve(content, find_picture, removed, depth + 1)
    image = _IMAGE.search(content)
    if image is None:
        return f"<p>{content}</p>{_caption_text(code)}"
    text = f"{content[: image.start()]} {content[image.end() :]}".strip() or html.escape(
        code.attributes.get("caption", ""), quote=False
    )
    below = f"<figcaption>{text}</figcaption>" if text else ""
    return f"<figure>{image[0]}{below}</figure>"


def _caption_text(code: _Shortcode) -> str:
    text = code.attributes.get("caption", "")
    return f"<p>{html.escape(text)}</p>" if text else ""


def _gallery(code: _Shortcode, find_picture: FindPicture, removed: list[str]) -> str:
    """The pictures of a gallery, where the export has them."""
    numbers = re.findall(r"\d+", code.attributes.get("ids") or code.attributes.get("include") or "")
    pictures = [find_picture(number) for number in numbers]
    found = [figure(picture) for picture in pictures if picture is not None]
    if len(found) < len(numbers) or not numbers:
        removed.append(code.raw)
    return "\n".join(found)


def _linked(code: _Shortcode, removed: list[str]) -> str:
    """What a shortcode embeds as a link to it."""
    values = [code.attributes.get("src", ""), *(v for v in code.attributes.values() if _SOUND_OR_FILM.search(v))]
    values += [code.raw] if code.name in _EMBEDS else []
    content = code.content or ""
    address = next((found[0] for text in (content, *values) if (found := _WEB.search(html.unescape(text)))), "")
    rest = _WEB.sub("", html.unescape(content)).strip() if address else content
    if rest:
        removed.append(code.raw)
    if not address:
        if not rest:
            removed.append(code.raw)
        return rest
    shown = html.escape(address)
    return f'<p><a href="{shown}">{shown}</a></p>'


def _kept_lines(raw: str, made: str) -> str:
    """What was made of a shortcode, with as many line ends as it had, so that lines can be counted."""
    missing = raw.count("\n") - made.count("\n")
    return made + "\n" * missing if missing > 0 and made else made
