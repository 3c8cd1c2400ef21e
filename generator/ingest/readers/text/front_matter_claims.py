"""What the front matter of other programs says of an article, as claims.

Columns of tables and front matter have the same names, so their meanings are those of `column_names`; here are only the
names that mean something else in front matter. Not for the text below it (`markdown_body`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from generator.ingest.readers.tables.claims import Cells, find_claims
from generator.ingest.readers.tables.column_names import fold_column, meaning_of, says_unpublished
from generator.ingest.readers.tables.columns import Columns, find_columns
from generator.ingest.readers.tables.values import is_nothing, status_of, texts_of
from generator.ingest.ties import folder_of, tie
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.store.table_mapping import DateOrder, TableMapping

# Mappings that only hold further fields: Zola's, Hugo's, Grav's.
_CONTAINERS = frozenset({"taxonomies", "taxonomy", "extra", "params", "seo", "metadata", "data"})
_ADDRESSES = frozenset({"slug", "url", "aliases", "alias", "permalink", "redirect_from", "path", "save_as"})
_OWN_ADDRESSES = frozenset({
    "canonicalurl", "canonical_url", "canonical", "link", "source_url", "externalurl", "external_url", "original_url",
    "url_source", "wordpress_url",
})  # fmt: skip
_AS = {  # names that are none of a table's, or mean another field there
    "categories": "tags", "category": "section", "taxonomy": "tags", "lastmod": "updated", "publishdate": "date",
    "last_modified_at": "updated", "by": "authors", "topics": "tags", "subtitle": "description",
}  # fmt: skip
# What tells programs how to show a page, and says nothing of the article.
_OF_THE_PROGRAM = frozenset({
    "layout", "type", "weight", "draft", "published", "publish", "status", "template", "toc", "comments", "math",
    "image", "images", "cover", "featured", "featured_image", "thumbnail", "menu", "id", "hide", "search", "nav_order",
    "pin", "sitemap", "outputs", "markup", "in_search_index", "generate_feeds", "eleventynavigation", "draft_until",
    "has_math", "previewimage", "header", "output", "sidebar", "hidden", "enableautopagefeed", "slug",
})  # fmt: skip
# Hugo's `translationKey`, and what authors of sites in several languages agreed on for Jekyll, Eleventy, Nikola.
_TIES = frozenset({
    "translationkey", "translationid", "translationgroup", "translationref", "ref", "langref", "languageref", "i18nkey",
    "i18nid", "pageid", "trid",
})  # fmt: skip
_NOTE_LINK = re.compile(r"\[\[(?P<note>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")  # of Obsidian
_DAY_IN_NAME = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[-_](?P<slug>.+)")
_LANGUAGE_IN_NAME = re.compile(r".+[._](?P<lang>ar|en|fr)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """The claims of some front matter, and the names that no field is known for."""

    claims: tuple[Claim, ...]
    unused: tuple[str, ...]


def find_said(values: dict[str, object], path: Path, repairs: Counter[str], *, is_nikola: bool = False) -> Said:
    """What front matter and a file's name say. `repairs` counts what was mended."""
    flat = _flatten(values)
    left_out = _ADDRESSES | _OWN_ADDRESSES | _OF_THE_PROGRAM
    plain = {name: value for name, value in flat.items() if name.casefold() not in left_out}
    if path.parent.name == "_posts" or ("layout" in flat and _DAY_IN_NAME.match(path.stem)):
        plain = {name: _jekyll_list(name, value) for name, value in plain.items()}
    # Grav's `taxonomy`; PHP reads dates with hyphens day first (PHP manual, Date Formats).
    is_grav = isinstance(values.get("taxonomy"), dict)
    mapping = TableMapping(Path(), date_order=DateOrder.DAY_FIRST) if is_grav else TableMapping(Path())
    cells = Cells(plain, plain, _columns(plain), mapping)
    claims = [
        replace(claim, rule="front-matter:" + claim.rule.partition(":")[2])
        for claim in find_claims(cells, repairs)
        if claim.rule != "url:day"
    ]
    claims.extend(_addresses(flat))
    claims.extend(_status(flat))
    claims = _with_status_of_tags(claims) if is_nikola else claims
    if "_drafts" in path.parts[:-1]:  # Jekyll's folder of texts that it does not publish
        claims.append(Claim(FieldName.STATUS, "draft", "folder:_drafts"))
    claims.extend(_from_created(claims, plain))
    claims.extend(_from_name(claims, path))
    claims.extend(_ties(flat, path))
    taken = cells.used | {claim.rule.partition(":")[2] for claim in claims}
    unused = tuple(
        name
        for name, value in flat.items()
        if name not in taken and name.casefold() not in _OF_THE_PROGRAM
        if any(texts_of(value))
    )
    return Said(tuple(claims), unused)


def _flatten(values: dict[str, object]) -> dict[str, object]:
    """The values by name: containers opened, days of making and change parted, TOML's dates as they are written."""
    flat: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, dict) and name.casefold() in _CONTAINERS:
            flat.update((inner, each) for inner, each in _flatten(value).items() if not _is_said(inner, values))
        elif isinstance(value, dict) and name.casefold() == "date":
            flat["date"] = _plain(value.get("created") or value.get("published") or value.get("date"))
            flat["updated"] = _plain(value.get("updated") or value.get("modified"))
        else:
            flat[name] = _plain(value)
    return flat


def _is_said(inner: str, values: dict[str, object]) -> bool:
    """Whether the front matter itself has what a container in it names, or the authors under another name."""
    return inner in values or (_names_authors(inner) and any(map(_names_authors, values)))


def _names_authors(name: str) -> bool:
    meaning = meaning_of(name)
    return meaning is not None and meaning[0] == "authors"


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str) and "[[" in value:
        return _NOTE_LINK.sub(lambda link: (link["words"] or link["note"]).strip(), value)
    return value


def _columns(plain: dict[str, object]) -> Columns:
    """The names for each field: by what they mean anywhere, then those that mean it in front matter."""
    usual = find_columns([name for name in plain if name.casefold() not in _AS], TableMapping(Path()))[0]
    found = dict(usual.of)
    for name in plain:
        field = _AS.get(name.casefold())
        if field is not None:
            found[field] = (*found.get(field, ()), name)
    return replace(usual, of=found, language=None)


def _jekyll_list(name: str, value: object) -> object:
    """Jekyll parts a text of tags or categories at its spaces."""
    is_list = name.casefold() in ("tags", "categories") and isinstance(value, str) and not re.search("[,،;]", value)
    return value.split() if is_list and isinstance(value, str) else value


def _addresses(flat: dict[str, object]) -> Iterator[Claim]:
    """Addresses: whole ones as the article's own, paths as further ones that led to it; patterns say nothing."""
    for name, value in flat.items():
        if name.casefold() not in _ADDRESSES | _OWN_ADDRESSES:
            continue
        for text in map(str.strip, texts_of(value)):
            if text.lower() in ("true", "false"):  # no address, but whether there is one
                continue
            if not text.isprintable() or is_nothing(text) or "/:" in text or text.startswith(":"):
                continue
            whole = text.startswith(("http://", "https://"))
            if not whole and name.casefold() in _OWN_ADDRESSES:
                continue
            sure = Sureness.DOUBTFUL if name.casefold() == "slug" else Sureness.SURE
            yield Claim(FieldName.URL if whole else FieldName.ALIAS, text, f"front-matter:{name}", sure=sure)


def _status(flat: dict[str, object]) -> Iterator[Claim]:
    """`draft: true`, `published: false`, `status: draft`; a day below `published` was taken as the date."""
    for name, value in flat.items():
        text = next(texts_of(value), "")
        meaning = status_of(text)
        if says_unpublished(name):
            meaning = {"published": "draft", "draft": "published"}.get(meaning or "")
        elif name.casefold() not in ("published", "publish", "status"):
            continue
        if meaning is not None:
            yield Claim(FieldName.STATUS, meaning, f"front-matter:{name}", text)
        elif name.casefold() == "published" and text:
            yield Claim(FieldName.PUBLISHED, text.strip(), f"front-matter:{name}")


def _with_status_of_tags(claims: list[Claim]) -> list[Claim]:
    """The claims with Nikola's tags `draft` and `private` as the status that they mean there."""
    tags = [each for each in claims if each.name is FieldName.KEYWORD and each.value in ("draft", "private")]
    status = [Claim(FieldName.STATUS, "draft", each.rule, each.value) for each in tags[:1]]
    return [*(each for each in claims if each not in tags), *status]


def _ties(flat: dict[str, object], path: Path) -> Iterator[Claim]:
    """What the versions of one text in other languages have in common. The name holds within the site."""
    for name, value in flat.items():
        if fold_column(name) in _TIES:
            for text in islice(texts_of(value), 1):
                if text.strip() and text.isprintable() and not is_nothing(text) and "://" not in text:
                    yield Claim(FieldName.STORY, tie(folder_of(path), text), f"front-matter:{name}")


def _from_created(claims: list[Claim], plain: dict[str, object]) -> Iterator[Claim]:
    """The day on which a text was begun, where nothing says when it was published: it may be another."""
    if any(claim.name is FieldName.PUBLISHED for claim in claims):
        return
    for name, value in plain.items():
        if name.casefold() in ("created", "created_at", "date_created"):
            for text in texts_of(value):
                yield Claim(FieldName.PUBLISHED, text.strip(), f"front-matter:{name}", sure=Sureness.DOUBTFUL)


def _from_name(claims: list[Claim], path: Path) -> Iterator[Claim]:
    """Jekyll's day at the beginning of a file's name, and the language at the end (`port.ar.md`)."""
    stem = path.stem
    names = {claim.name for claim in claims}
    dated = _DAY_IN_NAME.match(stem)
    if dated is not None and FieldName.PUBLISHED not in names:
        yield Claim(FieldName.PUBLISHED, dated["day"], "file-name:day", path.name, Sureness.LIKELY)
    language = _LANGUAGE_IN_NAME.match(stem)
    if language is not None and FieldName.LANG not in names:
        yield Claim(FieldName.LANG, language["lang"].lower(), "file-name:language", path.name, Sureness.LIKELY)
