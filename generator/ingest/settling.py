"""What becomes of the articles found in a document: new, updated, unchanged, merged into another, or left as a person
edited them.

Decides only; pipeline writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.decisions import PERSON, decide, rule_of
from generator.ingest.edited import Proposal, edited_by_a_person, find_base, is_as_before, plain_of
from generator.ingest.holdings import Holdings, body_of
from generator.ingest.metadata import Origin, slug_of
from generator.ingest.other_wordings import is_seen, tell_other_wording
from generator.ingest.overwriting import Former, is_overwritten, kept_of, lay_over, says_otherwise, tell_of
from generator.ingest.own_articles import Match, match_articles
from generator.ingest.report import ArticleReport, ArticleStatus
from generator.ingest.versions import as_newer_version, is_newer
from generator.model.article import Article, Provenance
from generator.model.language import Language
from generator.store.articles import is_edited, parse_article, render_article
from generator.store.documents import is_gone
from generator.store.permalinks import file_of
from generator.text.dates import explain_refusal
from generator.text.slugs import short_id


@dataclass(frozen=True, slots=True)
class Settled:
    """One article of a document with what becomes of it; `write` says whether its file is to be written. `former` is
    what the document gave of it when it had other bytes, and what is to be kept.
    `proposal` is what the source says of one that a person has edited, where the person has to decide."""

    article: Article
    status: ArticleStatus
    write: bool = False
    problems: tuple[Problem, ...] = ()
    former: tuple[Former, ...] = ()
    proposal: Proposal | None = None

    def report(self) -> ArticleReport:
        """The article as the report shows it."""
        article = self.article
        rule = rule_of(article, "date")
        return ArticleReport(
            article.path,
            article.id,
            article.title,
            self.status,
            undated=article.date is None,
            refused_date=_refused_date(article),
            accepted=rule is not None and rule.rule == PERSON,
        )


def settle(
    found: Sequence[Article], origin: Origin, holdings: Holdings, ties: Sequence[str] = ()
) -> tuple[list[Settled], list[Problem]]:
    """Decide for every article found in a record, and tell the problems that belong to the record as a whole. `ties`
    are those of the first article to its counterpart."""
    matches, left = match_articles(found, origin, holdings)
    matches = [_with_identity(match, at, origin, holdings) for at, match in enumerate(matches)]
    matches = _relate(matches)
    settled = [_settle_one(match, holdings, ties) for match in matches]
    return settled, [_gone_from_source(article) for article in left]


def _with_identity(match: Match, at: int, origin: Origin, holdings: Holdings) -> Match:
    """Give the article its lasting id, slug and place: those of its file; else its own, made different where taken."""
    found, existing = match.found, match.existing
    if existing is not None:
        return _as_existing(match, existing, holdings)
    holder = holdings.by_id.get(found.id)
    if match.same is not None:
        return match
    if found.story is not None and any(each.lang is found.lang for each in holdings.by_story.get(found.story, ())):
        found = replace(found, story=None)  # another folder has files of that name: `counterparts` finds one of its own
    if holder is None and found.path not in holdings.by_path:
        return replace(match, found=decide(found, holdings.decisions, found.id))
    lines = found.provenance.lines if found.provenance else None
    place = str(lines) if lines else f"{origin.record or ''} {at}"
    identity = short_id(found.id, origin.path.as_posix(), place)
    slug = slug_of(found.title, found.lang, identity)
    place = file_of(found.lang, found.date, slug).as_posix()
    return replace(match, found=replace(found, id=identity, slug=slug, place=place))


def _as_existing(match: Match, existing: Article, holdings: Holdings) -> Match:
    """The article as it is to stand in the file that it has already."""
    found, former = decide(match.found, holdings.decisions, existing.id), _former_of(match.found, existing, holdings)
    stands = lay_over(found, former.article) if former is not None else found
    if stands is found and existing.provenance is not None and existing.provenance.earlier:
        stands = as_newer_version(found, existing)
    kept = _in_place(decide(stands, holdings.decisions, existing.id), existing)
    match = replace(match, plain=plain_of(found, existing))
    if former is None or not says_otherwise(found, former.article):
        return replace(match, found=kept)
    told = tell_of(found, kept, former.article)
    return replace(match, found=kept, former=kept_of(found, kept, former), problems=told)


def _in_place(stands: Article, existing: Article) -> Article:
    """An article as it is to stand in the file of the one that is there, with what is lasting of it."""
    kept = replace(
        stands,
        id=existing.id,
        slug=existing.slug,
        place=existing.place,
        story=existing.story or stands.story,
        relation=existing.relation,
        provenance=_with_earlier(stands, existing),
    )
    return replace(kept, aliases=_aliases(kept, existing))


def _former_of(found: Article, existing: Article, holdings: Holdings) -> Former | None:
    """The article as the document gave it when it had other bytes; None where it has not, or a person has edited the
    file since."""
    text = _text_of(holdings.root, existing) if is_overwritten(found, existing) else None
    if text is None or is_edited(text):
        return None
    article, _ = parse_article(text, existing.path)
    return None if article is None else Former(article, text)


def _aliases(kept: Article, existing: Article) -> tuple[str, ...]:
    """The addresses under which the article was found before; a new date moves its page, and the old address stays."""
    before = existing.permalink
    moved = (f"/{before}",) if before != kept.permalink else ()
    aliases = dict.fromkeys((*existing.aliases, *kept.aliases, *moved))
    if moved:  # it may have stood before where it stands now
        aliases.pop(f"/{kept.permalink}", None)
    return tuple(aliases)


def _with_earlier(found: Article, existing: Article) -> Provenance | None:
    """The provenance with the documents of earlier texts that are known of the article, its own document apart."""
    provenance, before = found.provenance, existing.provenance
    if provenance is None or before is None:
        return provenance
    earlier = dict.fromkeys((*before.earlier, *provenance.earlier))
    earlier.pop(provenance.document, None)
    return replace(provenance, earlier=tuple(earlier))


def _relate(matches: Sequence[Match]) -> list[Match]:
    """Relate the articles of one document to each other."""
    if len(matches) == 1 and not matches[0].found.related:
        return [*matches]
    ids = [match.same.id if match.same else match.found.id for match in matches]
    return [
        replace(match, found=replace(match.found, related=tuple(dict.fromkeys(i for i in ids if i != ids[at]))))
        for at, match in enumerate(matches)
    ]


def _settle_one(match: Match, holdings: Holdings, ties: Sequence[str]) -> Settled:
    if match.same is not None:
        return _merged(match.found, match.same, holdings)
    if match.existing is None:
        return _new(match.found, holdings)
    text = _text_of(holdings.root, match.existing)
    if text is None:
        return Settled(match.found, ArticleStatus.NEW, write=True, problems=_hints(match.found))
    if is_edited(text):
        return _edited(match, text, holdings, ties)
    unchanged = render_article(match.found) == text
    status = ArticleStatus.UNCHANGED if unchanged else ArticleStatus.UPDATED
    problems = (*_hints(match.found), *match.problems)
    return Settled(match.found, status, write=not unchanged, problems=problems, former=match.former)


def _merged(found: Article, same: Article, holdings: Holdings) -> Settled:
    """Merge into the article that is there. Another wording is told, unless it is known to be the earlier one."""
    document = found.provenance.document if found.provenance else ""
    known = same.provenance is not None and document in same.provenance.earlier
    decided = decide(found, holdings.decisions, same.id)
    if known or found.partial or is_newer(same, decided) or found.body == body_of(holdings, same):
        return Settled(same, ArticleStatus.MERGED)
    if is_seen(holdings.decisions.get(same.id, ()), found):
        return Settled(same, ArticleStatus.MERGED)
    proposal = Proposal(_in_place(found, same), found, other=True)
    return Settled(same, ArticleStatus.MERGED, problems=(tell_other_wording(found, same),), proposal=proposal)


def _new(found: Article, holdings: Holdings) -> Settled:
    if found.path in holdings.broken_paths or not is_gone(holdings.root / found.path):
        return Settled(found, ArticleStatus.EDITED, problems=(_place_taken(found),))
    return Settled(found, ArticleStatus.NEW, write=True, problems=_hints(found))


def _edited(match: Match, text: str, holdings: Holdings, ties: Sequence[str]) -> Settled:
    """Leave a person's version. It needs the person only where the source now says something else than when the person
    began."""
    existing, plain = match.existing, match.plain
    mine, _ = parse_article(text, match.found.path)
    if existing is None or plain is None or mine is None or is_as_before(match.found, plain, mine, ties):
        return Settled(existing or match.found, ArticleStatus.EDITED)
    base = find_base(holdings.root, mine)
    if base is None:
        return _needs_a_person(existing, Proposal(match.found, plain))
    kept = kept_of(plain, plain, base) if is_overwritten(plain, existing) else ()
    laid = replace(lay_over(plain, base.article), related=match.found.related)
    if not says_otherwise(laid, base.article):
        return Settled(existing, ArticleStatus.EDITED, former=kept if says_otherwise(plain, base.article) else ())
    return _needs_a_person(existing, Proposal(_in_place(laid, existing), plain, base.article), kept)


def _needs_a_person(existing: Article, proposal: Proposal, kept: tuple[Former, ...] = ()) -> Settled:
    problems = (edited_by_a_person(proposal.article, existing),)
    return Settled(existing, ArticleStatus.EDITED, problems=problems, former=kept, proposal=proposal)


def _text_of(root: Path, article: Article) -> str | None:
    try:
        return (root / article.path).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _refused_date(article: Article) -> str:
    """The words that the source gives for a date, and why they are none: `03/04/2025: day and month can be …`."""
    if article.date is not None or not article.date_raw:
        return ""
    return f"{article.date_raw}: {explain_refusal(article.date_raw, arabic=article.lang is Language.AR)}"


def _hints(article: Article) -> tuple[Problem, ...]:
    if article.date is not None:
        return ()
    found = _refused_date(article) or ", ".join(article.date_hints) or "no date in its text"
    return (
        Problem(
            "date-unknown",
            f"the date of this article is not known: {article.title}",
            article.path,
            expected="a full date that the source gives",
            found=found,
            cure="add `date` where you know it from elsewhere; it is shown as unknown until then",
            severity=Severity.HINT,
        ),
    )


def _place_taken(found: Article) -> Problem:
    return Problem(
        "place-taken",
        f"another file stands where this article belongs: {found.title}",
        found.path,
        expected="no file, or one that can be loaded",
        found="a file that was not written from this document, or is broken",
        cure="run `sijill check`, mend or move that file, and ingest again",
    )


def _gone_from_source(article: Article) -> Problem:
    return Problem(
        "gone-from-source",
        f"this article is no longer in its source document: {article.title}",
        article.path,
        expected="the article in its document",
        found="the document changed and does not hold it any more",
        cure="keep it and remove its `provenance`, or set `status: withdrawn`; its address must go on answering",
    )
