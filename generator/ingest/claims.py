"""What a reader claims of an article laid over what the dissector found in its text: one value a field, and its rule.

A field that the source states in so many words comes before one read out of the text, and that before one that a page
only hints at. Not for reading claims out of a format (readers).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from generator.ingest.addresses import host_of, is_front_page, without_tracking
from generator.ingest.claim_rules import claim_rule, rules_with
from generator.ingest.claimed_dates import with_dates
from generator.ingest.copies import read_copy
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.names import is_desk, is_generic_credit, split_names
from generator.ingest.dissect.reading import Reading
from generator.ingest.dissect.rules import EDITED
from generator.ingest.ties import is_within
from generator.model.article import Original, Rule, Sureness
from generator.model.language import Language
from generator.model.publisher import Label
from generator.model.source import BlockKind, Claim, Draft, FieldName, Record, address_of

_LEAST_TOLD = 40  # so many letters of a summary that begins the text are no coincidence
_MOST_AUTHORS = 20


def with_claims(draft: Draft, record: Record, reading: Reading) -> Draft:
    """The draft of a record's own article with the reader's claims settled.

    What the text gave for a field and is not used stays in `removed`, word for word.
    """
    claims = _by_name(record.claims)
    draft = _with_title(draft, claims)
    draft = with_dates(draft, claims, reading)
    stated = draft
    draft = _with_names(draft, claims)
    draft = _with_description(draft, claims)
    draft = _with_original(_with_source_of_translation(draft, stated), claims)
    draft = _with_ties(draft, claims)
    keywords = [claim.value for name in (FieldName.KEYWORD, FieldName.SECTION) for claim in claims.get(name, ())]
    return replace(
        draft,
        keywords=tuple(dict.fromkeys((*draft.keywords, *keywords))),
        aliases=tuple(claim.value for claim in claims.get(FieldName.ALIAS, ())),
        is_draft=any(claim.value.casefold() == "draft" for claim in claims.get(FieldName.STATUS, ())),
        partial=record.excerpt,
        removed=(*draft.removed, *record.removed),
        repairs=(*draft.repairs, *record.repairs),
    )


def title_claim(record: Record) -> str | None:
    """The title that the reader claims, or None."""
    return next((" ".join(claim.value.split()) for claim in record.claims if _is(claim, FieldName.TITLE)), None) or None


def address_claim(record: Record) -> str | None:
    """The article's own address on the web, as the reader claims it, or None."""
    return address_of(record.claims)


def language_claim(record: Record) -> str | None:
    """The language that the reader claims, as a primary subtag of BCP 47, or None."""
    claimed = next((claim.value for claim in record.claims if _is(claim, FieldName.LANG)), None)
    return claimed.strip().replace("_", "-").partition("-")[0].lower() if claimed else None


def told_lines(record: Record) -> frozenset[str]:
    """What whole lines above a text may say that the reader claims: kicker, standfirst, days, writers (as `key_of`
    gives them). A standfirst that is a whole sentence, or announces what follows, may be how the text begins."""
    return frozenset(
        key_of(text)
        for claim in record.claims
        for text in (claim.value, claim.raw)
        if claim.name in _IN_HEAD or (claim.rule == "class:standfirst" and not _begins_text(text))
    ) - {""}


def _begins_text(text: str) -> bool:
    return ends_sentence(text) or text.rstrip().endswith((":", "："))


_IN_HEAD = frozenset({FieldName.KICKER, FieldName.PUBLISHED, FieldName.UPDATED, FieldName.AUTHOR})


def _is(claim: Claim, name: FieldName) -> bool:
    return claim.name is name and bool(claim.value.strip())


def _by_name(claims: Iterable[Claim]) -> dict[FieldName, list[Claim]]:
    found: dict[FieldName, list[Claim]] = {}
    for claim in claims:
        if claim.value.strip():
            found.setdefault(claim.name, []).append(claim)
    return found


def _with_title(draft: Draft, claims: dict[FieldName, list[Claim]]) -> Draft:
    claim = next(iter(claims.get(FieldName.TITLE, ())), None)
    stated = claims.get(FieldName.URL, ())
    address = address_of(stated)
    kept = _own_address(address) if address is not None else None
    if kept is not None:
        url = next(each for each in stated if address_of((each,)) == address)
        raw = url.value.strip()
        draft = replace(draft, url=kept, rules=rules_with(draft, claim_rule(url, raw=raw if kept != raw else "")))
    return draft if claim is None else replace(draft, rules=rules_with(draft, claim_rule(claim)))


def _own_address(address: str) -> str | None:
    """An address as it is kept: that of the page itself for a copy's, without what only tracks readers; None for a
    site's front page."""
    copy = read_copy(address)
    kept = without_tracking(copy[0] if copy else address)
    return None if is_front_page(kept) else kept


def _with_names(draft: Draft, claims: dict[FieldName, list[Claim]]) -> Draft:
    """Settle who publishes, wrote and translated, and the fields of one text each."""
    removed = list(draft.removed)
    rules: list[Rule] = []
    values: dict[str, object] = {}
    for name in (FieldName.SOURCE, FieldName.KICKER, FieldName.TRANSLATOR, FieldName.DATELINE, FieldName.RIGHTS):
        claim = next(iter(claims.get(name, ())), None)
        own = getattr(draft, name.value)
        if claim is None or (own and claim.sure is not Sureness.SURE and not _is_read_off(draft, name)):
            continue
        if own and key_of(own) != key_of(claim.value) and not (name is FieldName.SOURCE and _is_read_off(draft, name)):
            removed.append(own)
        values[name.value] = claim.value
        rules.append(claim_rule(claim))
    authors = _authors(claims.get(FieldName.AUTHOR, ()))
    if authors and (not draft.authors or authors[0].sure is Sureness.SURE or _is_by_editor(draft)):
        kept = {key_of(claim.value) for claim in authors}
        removed.extend(name for name in draft.authors if key_of(name) not in kept)
        values["authors"] = tuple(dict.fromkeys(claim.value for claim in authors))
        rules.append(claim_rule(authors[0]))
    return replace(draft, removed=tuple(removed), rules=rules_with(draft, *rules), **values)  # type: ignore[arg-type]


def _is_read_off(draft: Draft, name: FieldName) -> bool:
    """Whether the text only hints at a field: an agency in the dateline is not yet the source."""
    return any(rule.field == name.value and rule.sure is not Sureness.SURE for rule in draft.rules)


def _is_by_editor(draft: Draft) -> bool:
    """Whether the text names no author but only who has edited it («تحرير: …»)."""
    return any(rule.field == "authors" and rule.rule == EDITED for rule in draft.rules)


def _authors(claims: Sequence[Claim]) -> list[Claim]:
    """The authors by the first rule that found any, without the label that some write into the field itself."""
    found = [claim for claim in claims if claim.rule == claims[0].rule][:_MOST_AUTHORS]
    return [replace(claim, value=name) for claim in found for name in _unlabelled(claim.value)]


def _unlabelled(value: str) -> tuple[str, ...]:
    """The names of a byline that is written with its label (`By Jane Doe and John Roe`, «كتب: سامي هلال»), or the value
    as it stands."""
    people = [each for each in read_fields(value, Zone.TAIL) if each.label is not Label.ASIDE]
    if not people or any(each.label is not Label.AUTHOR for each in people):
        return (value,)
    return tuple(name for each in people for name in split_names(each.value))


def _with_description(draft: Draft, claims: dict[FieldName, list[Claim]]) -> Draft:
    """Settle the standfirst: the one in the text, else a claimed one that is not just how the text begins."""
    if draft.description is not None and key_of(draft.description) == key_of(draft.title):
        draft = without_fields(draft, "description")
    if draft.description is not None:
        return draft
    for claim in claims.get(FieldName.STANDFIRST, ()):
        if not _repeats_text(claim.value, draft):
            return replace(draft, description=claim.value, rules=rules_with(draft, claim_rule(claim)))
    return draft


def without_fields(draft: Draft, *names: str) -> Draft:
    """The draft without the values of these fields, and without their rules."""
    empty: dict[str, None] = dict.fromkeys(names)
    return replace(draft, rules=tuple(rule for rule in draft.rules if rule.field not in names), **empty)  # type: ignore[arg-type]


def without_outlet_as_place(draft: Draft, places: frozenset[str]) -> Draft:
    """The draft without a dateline, and a kicker, that is a word of its source's name and no known place: agencies
    begin their texts with their own name as others do with the place (`عمون - قال…` of «وكالة عمون الإخبارية»)."""
    name = key_of(draft.dateline or "")
    if not name or name in places or name not in key_of(draft.source or "").split():
        return draft
    is_kicker = key_of(draft.kicker or "") == name
    bare = without_fields(draft, "dateline", *(("kicker",) if is_kicker else ()))
    return replace(bare, removed=(*bare.removed, draft.kicker)) if is_kicker and draft.kicker else bare


def _repeats_text(summary: str, draft: Draft) -> bool:
    """Whether a summary is the title, or how the text begins, perhaps broken off."""
    told = key_of(summary)
    if not told or told == key_of(draft.title):
        return True
    prose = " ".join(block.text for block in draft.blocks[:6] if block.kind is not BlockKind.FIGURE)
    text = key_of(prose[: len(summary) + 400])
    whole_title = f"{key_of(draft.title)} {text}"
    told = told.removesuffix(" [").rstrip()
    return (
        text.startswith(told)
        or whole_title.startswith(told)
        or (len(told) > _LEAST_TOLD and told[: max(_LEAST_TOLD, int(len(told) * 0.8))] in text)
    )


def _with_source_of_translation(draft: Draft, stated: Draft) -> Draft:
    """The draft with what its text calls the source as the original, where the reader claims another source: of a
    translation, or with a link that leads to a page of another site. An original on the article's own site is none."""
    site = host_of(draft.url or "")
    if draft.original is not None and draft.original.url and host_of(draft.original.url) == site:
        removed = (*draft.removed, draft.original.url)
        original = replace(draft.original, url=None)
        draft = replace(draft, original=original if original != Original() else None, removed=removed)
    name, has_publisher = stated.source, draft.original is not None and draft.original.publisher is not None
    if name is None or has_publisher or _is_read_off(stated, FieldName.SOURCE) or _names_nobody(name, draft):
        return draft
    link = stated.source_link if host_of(stated.source_link or "") != site else None
    leads_on = link is not None and urlsplit(link).path.strip("/") != ""
    is_translation = draft.translator is not None or (draft.original is not None and draft.original.lang is not None)
    if not (leads_on or is_translation):
        return draft
    original = replace(draft.original or Original(), publisher=name)
    original = replace(original, url=original.url or link) if leads_on else original
    return replace(draft, original=original, rules=rules_with(draft, Rule("original", Sureness.LIKELY, "source-named")))


def _names_nobody(name: str, draft: Draft) -> bool:
    """Whether a credit names the article's own source, or nobody in particular."""
    own = key_of(draft.source or "")
    is_own = bool(own) and (key_of(name) in own or own in key_of(name))
    return is_own or is_generic_credit(name) or is_desk(name)


def _with_original(draft: Draft, claims: dict[FieldName, list[Claim]]) -> Draft:
    original = draft.original or Original()
    rules: list[Rule] = []
    for name in _ORIGINAL:
        claim = next(iter(claims.get(name, ())), None)
        if claim is None:
            continue
        value = claim.value if name is not FieldName.ORIGINAL_LANG else claim.value.replace("_", "-")
        original = replace(original, **{name.value.partition(".")[2]: value})
        rules.append(claim_rule(claim))
    return replace(draft, original=original, rules=rules_with(draft, *rules)) if rules else draft


_ORIGINAL = (
    FieldName.ORIGINAL_PUBLISHER,
    FieldName.ORIGINAL_URL,
    FieldName.ORIGINAL_LANG,
    FieldName.ORIGINAL_TITLE,
)


def _with_ties(draft: Draft, claims: dict[FieldName, list[Claim]]) -> Draft:
    """Keep by what a counterpart may be known that is read another time: ties within one document need not be kept."""
    told = [claim for claim in claims.get(FieldName.STORY, ()) if not is_within(claim.value)]
    return (
        replace(draft, rules=rules_with(draft, *(claim_rule(claim, raw=claim.value) for claim in told)))
        if told
        else draft
    )


def claimed_foreign(record: Record, language: Language, words: int) -> str | None:
    """The language other than the archive's two that a reader claims for a short text, where its script allows it."""
    claimed = language_claim(record)
    if claimed is None or claimed in ("ar", "en") or words > _FEW_WORDS:
        return None
    arabic_script = claimed in ("fa", "ur", "ps", "ckb", "ku", "ug", "sd")
    return claimed if arabic_script == (language is Language.AR) else None


_FEW_WORDS = 40
