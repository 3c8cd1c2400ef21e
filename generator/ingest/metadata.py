"""From a draft to an article: what the folder says of the publisher, tags, id, slug and place of the file.

Not for what stands in the text (dissect), nor for deciding what happens to files (pipeline).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.ingest.name_case import in_usual_letters
from generator.ingest.tagging import tag_article
from generator.ingest.term_index import TermIndex
from generator.model.article import Article, Provenance, Rule, Status, Sureness
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.publisher import PublisherVersion
from generator.model.source import Draft
from generator.model.vocabulary import Publisher
from generator.store.documents import SOURCES
from generator.store.permalinks import can_lead_on, file_of, parse_address
from generator.text.markdown import render_blocks
from generator.text.slugs import SLUG_LIMIT, ascii_slug, safe_slug, short_id

_MOST_FREE_TAGS = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """The document an article comes from: its kept path and digest, what its text as a whole needed, its publisher by
    address, feed or folder with its version of the day, the story it tells if a sibling tells it in the other language,
    and what else ties it to a sibling; which of several records of the document it is, and whether that is a name which
    a newer state of the document gives it too (`keyed`); whether its lines can be counted, and the day or time at
    which it was taken from the web."""

    path: Path
    sha256: str
    repairs: tuple[tuple[str, int], ...] = ()
    publisher: Publisher | None = None
    version: PublisherVersion | None = None
    story: str | None = None
    tie: str | None = None
    record: str | None = None
    keyed: bool = False
    lined: bool = False
    taken: str = ""


def story_of(path: Path) -> str | None:
    """The story that `<stem>.ar.txt` and `<stem>.en.txt` in one folder share; None for a name without a language."""
    stem, _, language = path.stem.rpartition(".")
    if not stem or language not in ("ar", "en"):
        return None
    folder = path.parent.relative_to(SOURCES) if path.is_relative_to(SOURCES) else Path()
    return "-".join(safe_slug(part) for part in (*folder.parts, stem))


def sibling_of(path: Path) -> Path | None:
    """The document that tells the same story in the other language, by its name; it need not exist."""
    stem, _, language = path.stem.rpartition(".")
    if not stem or language not in ("ar", "en"):
        return None
    return path.with_name(f"{stem}.{Language(language).other.value}{path.suffix}")


def make_article(draft: Draft, origin: Origin, index: TermIndex, *, first: bool) -> Article:
    """The article of one draft. Only the `first` of a document takes what the folder says of its publisher and story:
    a text glued on may come from anywhere."""
    publisher = origin.publisher if first else None
    source, rules = _source(draft, publisher)
    identity = short_id(source, draft.title, draft.date.iso if draft.date else None)
    slug = slug_of(draft.title, draft.lang, identity)
    repairs = (*draft.repairs, *origin.repairs) if first else draft.repairs
    said = [*(block.text for block in draft.blocks), *draft.removed, *draft.keywords]
    return Article(
        title=draft.title,
        date=draft.date,
        lang=draft.lang,
        source=source,
        tags=_tags(draft, publisher, index),
        id=identity,
        slug=slug,
        body=render_blocks(draft.blocks).removesuffix("\n"),  # the file ends the last line itself
        place=file_of(draft.lang, draft.date, slug).as_posix(),
        url=draft.url,
        partial=draft.partial,
        kicker=draft.kicker,
        description=draft.description,
        updated=draft.updated,
        date_raw=draft.date_raw,
        date_hints=draft.date_hints,
        authors=tuple(dict.fromkeys(in_usual_letters(name, said) for name in draft.authors)),
        translator=draft.translator and in_usual_letters(draft.translator, said),
        special=draft.special,
        dateline=draft.dateline,
        original=draft.original,
        story=origin.story if first else None,
        rights=draft.rights or _rights(origin, first=first),
        status=Status.DRAFT if draft.is_draft else Status.PUBLISHED,
        aliases=_aliases(draft),
        provenance=Provenance(
            document=origin.path.as_posix(),
            sha256=origin.sha256,
            record=origin.record,
            lines=draft.lines if origin.lined else None,
            taken=PublicationDate(origin.taken) if origin.taken else None,
            rules=tuple(rule.written for rule in rules),
            repairs=tuple(sorted(repairs)),
            removed=draft.removed,
        ),
    )


def _rights(origin: Origin, *, first: bool) -> str | None:
    """Under which terms the publisher's texts of that day may be used."""
    return origin.version.rights if first and origin.version is not None else None


def _source(draft: Draft, publisher: Publisher | None) -> tuple[str | None, tuple[Rule, ...]]:
    """Who published the text, with the draft's rules: what the text or its page states, else the known publisher, else
    what they hint at."""
    stated = any(rule.field == "source" and rule.sure is Sureness.SURE for rule in draft.rules)
    if publisher is None or (draft.source and stated):
        return draft.source, draft.rules
    rules = (rule for rule in draft.rules if rule.field != "source")
    return publisher.id, (*rules, Rule("source", Sureness.SURE, "publisher-of-folder-or-address"))


def _aliases(draft: Draft) -> tuple[str, ...]:
    """The former addresses at which a page of this site can answer."""
    addresses = (parse_address(text) for text in draft.aliases)
    return tuple(dict.fromkeys(each for each in addresses if each and can_lead_on(each)))


def slug_of(title: str, lang: Language, identity: str) -> str:
    """An article's slug: the id in Arabic; in English the title's words and the id."""
    words = ascii_slug(title, SLUG_LIMIT - len(identity) - 1) if lang is Language.EN else ""
    return f"{words}-{identity}" if words else identity


def _tags(draft: Draft, publisher: Publisher | None, index: TermIndex) -> tuple[str, ...]:
    outlets = [draft.source, draft.translator, draft.original.publisher if draft.original else None]
    if publisher is not None:
        outlets.extend((publisher.labels.ar, publisher.labels.en))
    texts = [text for text in (draft.kicker, draft.description) if text]
    return tag_article(
        draft.title,
        (*texts, *(block.text for block in draft.blocks)),
        index,
        outlets=[name for name in outlets if name],
        keywords=draft.keywords[:_MOST_FREE_TAGS],
        dateline=draft.dateline if draft.dateline and draft.blocks[0].text.startswith(draft.dateline) else None,
    )
