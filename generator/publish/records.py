"""What the plan knows of an article: its fields and how its text begins, but not its body, which may be long.

A record follows from the article's file alone, so it can be kept from one build to the next under the file's digest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from generator.errors import Problem
from generator.model.article import Article
from generator.model.labels import Labels
from generator.model.page import Permalink
from generator.model.values import value
from generator.model.vocabulary import Vocabulary
from generator.publish.keyed import digest
from generator.publish.links import find_targets, relative_addresses, resolve_links
from generator.publish.printable import printable_article
from generator.publish.terms import find_source_term, find_tag_term
from generator.text.gfm import check_size, opening_text, read_body, safe_html
from generator.text.html import as_shown

# Only where one of these stands can a body link to a page or picture of the archive itself.
_LINK_OF_OURS = re.compile(r"\]\(\s*<?(?!https?://|mailto:|#)")
_LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:", re.MULTILINE)
_LINKING_TAG = re.compile(r"<\w[^>]*(?:href|src)")


@value(frozen=True, slots=True)
class Record:
    """An article without its body. `article` is printable, with an empty body.

    `digest` is that of its file, `face` that of its file without the body: all that other pages show of it follows from
    that. `words` counts the text's words, near enough to say how long they take to read; `links` are the relative
    addresses in its body, as written.
    """

    article: Article
    digest: bytes
    face: bytes
    words: int = 0
    links: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Catalogue:
    """What is known of every article that has a page, by path: its record, its face, and its body on demand.

    A face changes with everything that other pages and cards show of an article and that follows from the article and
    the vocabulary; the article's own page shows its text besides. `pages` gives the permalink of each file below
    content/ that has a page. `read_markdown` gives the printable body of the article at a place.
    """

    records: Mapping[str, Record]
    faces: Mapping[str, bytes]
    pages: Mapping[str, Permalink]
    read_markdown: Callable[[str], str]

    def fingerprint(self, place: str) -> bytes:
        """What changes with everything that follows from an article and the vocabulary."""
        return self.faces[place] + self.records[place].digest

    def body_text(self, place: str) -> str:
        """The text of a body as readers see it, one line a block."""
        return read_body(self.read_markdown(place)).text

    def opening(self, article: Article) -> str:
        """How the text of an article begins, as readers see it, a line a block."""
        return opening_text(safe_html(self.read_markdown(article.place)))

    def body_html(self, article: Article) -> str:
        """The HTML of a body as it stands on its page: safe, its links leading to pages, and what is in another
        language marked."""
        body = safe_html(self.read_markdown(article.place))
        if self.records[article.place].links:
            body = resolve_links(body, self.targets_of(article), article.permalink)
        return as_shown(body, article.lang)

    def targets_of(self, article: Article) -> dict[str, str]:
        """Where the relative addresses in an article's body lead."""
        place = PurePosixPath(article.place)
        return dict(find_targets(self.records[article.place].links, place, self.pages))


class Faces:
    """Makes faces: digests of an article's file without its body, and of what the vocabulary says of all it names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, bytes] = {}

    def of(self, article: Article, record: Record) -> bytes:
        """The face of an admitted article."""
        original = article.original.publisher if article.original else None
        named = (self._publisher(article.source), self._publisher(original))
        # An article's id and slug may follow from its place.
        return digest(record.face, article.place, *named, *map(self._tag, article.tags))

    def _publisher(self, name: str | None) -> bytes | None:
        if name is None:
            return None
        key = f"@{name}"
        if key not in self._known:
            term = find_source_term(name, self._vocabulary, Labels())
            self._known[key] = digest(repr(term), repr(self._vocabulary.publishers.get(name)))
        return self._known[key]

    def _tag(self, tag: str) -> bytes:
        if tag not in self._known:
            self._known[tag] = digest(tag, repr(find_tag_term(tag, self._vocabulary)))
        return self._known[tag]


def make_record(article: Article, body: str, digest: bytes, face: bytes) -> Record | Problem:
    """Give the record of an article as loaded, with its printable body, or the Problem for which it has no page;
    `digest` and `face` are those of its file."""
    shown = printable_article(article)
    reason = check_size(body)
    if reason:
        return _too_large(article, reason)
    links = relative_addresses(read_body(body).html) if _may_link(body) else ()
    return Record(shown, digest, face, _count_words(body), links)


def _count_words(text: str) -> int:
    """Count the words of a text by what is between them; to cut out each would take three times as long."""
    return text.count(" ") + text.count("\n") - text.count("\n\n") + 1


def _may_link(body: str) -> bool:
    """Whether a body can hold a relative address: a quick look, for most do not."""
    return (
        ("](" in body and _LINK_OF_OURS.search(body) is not None)
        or ("]:" in body and _LINK_DEFINITION.search(body) is not None)
        or ("<" in body and _LINKING_TAG.search(body) is not None)
    )


def _too_large(article: Article, reason: str) -> Problem:
    """Say that an article is left out."""
    return Problem(
        code="body-cannot-be-rendered",
        what=f"the article is left out of the site: the text {reason}",
        path=article.path,
        expected="a text that readers can use",
        found=f"{len(article.body):,} characters of text",
        cure="divide or simplify the text of the article; look for runs of list or quotation signs",
    )
