"""What a person decides where an article that somebody edited has changed at its source: theirs, the source's, or both.

Not for whether there is anything to decide (edited), nor for other decisions (review).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.ingest.crew import Hands, work_through
from generator.ingest.decisions import by_article
from generator.ingest.edited import Proposal, digest_of
from generator.ingest.holdings import hold
from generator.ingest.merging import ONE_VALUE, SEVERAL_VALUES, merge, take
from generator.ingest.moving import moved_from
from generator.ingest.preparing import Setting
from generator.ingest.settling import settle
from generator.ingest.tasks import make_tasks
from generator.model.article import Article
from generator.model.source import SourceDocument
from generator.store.article_edits import edit_article
from generator.store.articles import ArticleFile, render_article
from generator.store.decisions import load_decisions
from generator.store.documents import find_documents
from generator.store.field_writing import quote
from generator.store.files import write_file
from generator.store.vocabulary import load_usable_vocabulary
from generator.store.written import remember_written

ALL = "all"
FIELDS = (*ONE_VALUE, *SEVERAL_VALUES)
_LINE = re.compile(r"^  (?P<name>document|sha256|written): [^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Revision:
    """An article in a person's version, and what the source says of it now."""

    mine: Article
    proposal: Proposal

    @property
    def both(self) -> tuple[Article, tuple[str, ...]] | None:
        """The two put together, and the fields that both changed; None where it is not known who changed what."""
        if self.proposal.base is None:
            return None
        merged = merge(self.mine, self.proposal.base, self.proposal.article)
        return merged.article, merged.conflicts


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: what it said before where that is known, what the person wrote, what the source says."""

    field: str
    before: object
    mine: object
    source: object


def find_revision(
    root: Path, file: ArticleFile, files: Iterable[ArticleFile], document: Path, today: date
) -> Revision | None:
    """What the document at `document` says now of the article of `file`, where that is to be decided; None where it is
    not. Reads the document, and writes nothing."""
    article = file.article
    vocabulary, _ = load_usable_vocabulary(root)
    holdings = hold(files, root, by_article(load_decisions(root)))
    hands = Hands(Setting.of(vocabulary, today))
    tasks = make_tasks(find_documents(root, [root / document]), root, hands, _recall_nothing, _watch_nothing)
    prepared = (each for done in work_through(tasks, hands, 1) for each in done.prepared if each.articles)
    settled = (one for each in prepared for one in settle(each.articles, each.origin, holdings, each.ties)[0])
    proposals = (each.proposal for each in settled if each.article.path == file.path)
    proposal = next((each for each in proposals if each is not None), None)
    return Revision(article, proposal) if proposal is not None and article is not None else None


def _recall_nothing(_document: SourceDocument) -> None:
    return None


def _watch_nothing(_at: int, document: SourceDocument) -> SourceDocument:
    return document


def differences(revision: Revision) -> list[Difference]:
    """The fields in which the person's version and the source's differ, where it is known only those that the source
    changed or both did."""
    base, source, mine = revision.proposal.base, revision.proposal.article, revision.mine
    found = []
    for name in FIELDS:
        before = getattr(base, name) if base is not None else None
        now, own = getattr(source, name), getattr(mine, name)
        if now != own and (base is None or now != before):
            found.append(Difference(name, before, own, now))
    return found


def keep_mine(root: Path, revision: Revision) -> None:
    """Leave the person's version to the letter, and note in its provenance that the change was seen. Raises OSError."""
    text = (root / revision.mine.path).read_bytes().decode()
    _write_edited(root, revision, revision.mine, text)


def take_source(root: Path, revision: Revision) -> None:
    """Write what the source says: from now on the article follows its source again. Raises OSError."""
    text = render_article(revision.proposal.article).encode()
    write_file(root / revision.mine.path, text)
    remember_written(root, {revision.mine.place: text})


def take_fields(root: Path, revision: Revision, names: Sequence[str]) -> None:
    """Write the person's version with the source's values of these fields. Raises OSError."""
    put_together(root, revision, take(revision.mine, revision.proposal.article, names))


def take_wording(root: Path, revision: Revision, names: Sequence[str]) -> None:
    """Write the article with another document's wording of these fields, as a person would. Raises OSError."""
    article = take(revision.mine, revision.proposal.article, names)
    file = root / revision.mine.path
    write_file(file, edit_article(file.read_bytes().decode(), article).encode())


def put_together(root: Path, revision: Revision, article: Article) -> None:
    """Write an article in which both are put together; what neither says otherwise, and comments, stay to the letter.
    Raises OSError."""
    _write_edited(root, revision, moved_from(revision.mine.permalink, article))


def _write_edited(root: Path, revision: Revision, article: Article, text: str | None = None) -> None:
    """Write a version that stays the person's, with what was seen of the source in its provenance; `text` is that of
    its file."""
    if text is None:
        text = edit_article((root / revision.mine.path).read_bytes().decode(), article)
    plain = revision.proposal.plain
    provenance = plain.provenance
    if provenance is None:
        return
    seen = {"document": provenance.document, "sha256": provenance.sha256, "written": digest_of(plain) or ""}
    start, end = text.find("\nprovenance:"), text.index("\n---", 4)
    head, known = _LINE.subn(lambda line: f"  {line['name']}: {quote(seen[line['name']])}", text[max(start, 0) : end])
    if known < len(seen):  # written otherwise by hand
        _write_edited(root, revision, article, render_article(article))
        return
    write_file(root / revision.mine.path, (text[: max(start, 0)] + head + text[end:]).encode())
    remember_written(root, {revision.mine.place: render_article(plain).encode()})
