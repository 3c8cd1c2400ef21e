"""Questions asked of what articles name: each other, their story, their tags, their source, their document."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from generator.errors import Problem, Severity
from generator.model.article import Article, Relation
from generator.model.vocabulary import Taxonomy, Vocabulary
from generator.store.articles import ArticleFile
from generator.store.documents import is_there
from generator.store.earlier import earlier_path
from generator.store.vocabulary import (
    concept_names,
    find_nearest_concept,
    find_nearest_publisher,
    find_publisher,
)

_PREFIXES = {
    "place/": Taxonomy.PLACE,
    "person/": Taxonomy.PERSON,
    "organisation/": Taxonomy.ORGANISATION,
    "medtop:": Taxonomy.TOPIC,
}


def check_related(files: Sequence[ArticleFile]) -> list[Problem]:
    """Ids in `related` that no article has, and articles that are related to themselves."""
    known = {file.article.id for file in files if file.article is not None}
    return [problem for file, article in _articles(files) for problem in _check_related(file, article, known)]


def check_stories(files: Sequence[ArticleFile]) -> list[Problem]:
    """Stories with one version only, with two in one language, or with two originals; relations without a story."""
    stories: defaultdict[str, list[tuple[ArticleFile, Article]]] = defaultdict(list)
    problems = []
    for file, article in _articles(files):
        if article.story is not None:
            stories[article.story].append((file, article))
        elif article.relation is not None:
            problems.append(_relation_without_story(file))
    for story, versions in sorted(stories.items()):
        problems.extend(_check_story(story, versions))
    return problems


def check_tags(files: Sequence[ArticleFile], vocabulary: Vocabulary, broken: Set[Taxonomy]) -> list[Problem]:
    """Tags in the form of an id that the vocabulary does not know, and tags outside the vocabulary, each once.

    Nothing is said of ids of the taxonomies in `broken`, whose files could not be read whole.
    """
    problems = []
    free: defaultdict[str, list[ArticleFile]] = defaultdict(list)
    dangling: defaultdict[str, list[ArticleFile]] = defaultdict(list)
    for file, article in _articles(files):
        for tag, count in Counter(article.tags).items():
            if count > 1:
                problems.append(_tag_twice(file, tag))
            if tag in vocabulary.concepts:
                continue
            taxonomy = _taxonomy_of(tag)
            if taxonomy is None:
                free[tag].append(file)
            elif taxonomy not in broken:
                dangling[tag].append(file)
    names = concept_names(vocabulary)
    for tag, holders in sorted(dangling.items()):
        nearest = find_nearest_concept(vocabulary, names, tag)
        problems.extend(_dangling_tag(file, tag, nearest) for file in holders)
    for tag, holders in sorted(free.items()):
        nearest = find_nearest_concept(vocabulary, names, tag)
        cure = f'did you mean "{nearest}"?' if nearest else "leave it as a free tag, or add it to content/vocabulary"
        problems.append(_outside("free-tag", f"the tag {tag!r} is not in the vocabulary", holders, "tags", cure))
    return problems


def check_sources(files: Sequence[ArticleFile], vocabulary: Vocabulary) -> list[Problem]:
    """Sources that are no publisher of the vocabulary, each once."""
    unknown: defaultdict[str, list[ArticleFile]] = defaultdict(list)
    for file, article in _articles(files):
        if article.source is not None and find_publisher(vocabulary, article.source) is None:
            unknown[article.source].append(file)
    problems = []
    for source, holders in sorted(unknown.items()):
        nearest = find_nearest_publisher(vocabulary, source)
        cure = "give it a file in content/vocabulary/publishers, or leave it as a free name"
        if nearest is not None:
            cure = f'did you mean "{nearest.labels.ar}" ({nearest.id})?'
        what = f"the source {source!r} is no publisher of the vocabulary"
        problems.append(_outside("free-source", what, holders, "source", cure))
    return problems


def check_documents(files: Sequence[ArticleFile], root: Path) -> list[Problem]:
    """Articles whose source document is gone, or is no longer what it was when they were made."""
    digests: dict[str, str | None] = {}
    problems = []
    for file, article in _articles(files):
        provenance = article.provenance
        if provenance is None:
            continue
        if provenance.document not in digests:
            digests[provenance.document] = _digest_of(root, provenance.document)
        if digests[provenance.document] != provenance.sha256 and not (root / earlier_path(article)).is_file():
            problems.append(_document_changed(file, provenance.document, gone=digests[provenance.document] is None))
    return problems


def _taxonomy_of(tag: str) -> Taxonomy | None:
    """The taxonomy that a tag's form claims; None for a free tag."""
    return next((taxonomy for prefix, taxonomy in _PREFIXES.items() if tag.casefold().startswith(prefix)), None)


def _articles(files: Iterable[ArticleFile]) -> Iterator[tuple[ArticleFile, Article]]:
    return ((file, file.article) for file in files if file.article is not None)


def _check_related(file: ArticleFile, article: Article, known: set[str]) -> Iterator[Problem]:
    """The problems of one article's `related`."""
    for identity in article.related:
        if identity == article.id:
            code, what = "related-to-itself", "the article is related to itself"
        elif identity not in known:
            code, what = "dangling-related", f"no article has the id {identity}"
        else:
            continue
        yield Problem(
            code,
            what,
            file.path,
            file.lines.get("related"),
            expected="the `id` of another article",
            found=identity,
            cure="mend the id, or delete it from `related`",
        )


def _check_story(story: str, versions: list[tuple[ArticleFile, Article]]) -> Iterator[Problem]:
    """The problems of one story."""
    if len(versions) == 1:
        file = versions[0][0]
        yield _story_problem(
            "dangling-story",
            f"no other article belongs to the story {story}",
            [file],
            "delete `story`, or put the same one into the other version's file",
        )
    languages = Counter(article.lang for _, article in versions)
    for language, count in sorted(languages.items()):
        if count > 1:
            yield _story_problem(
                "two-versions",
                f"the story {story} has {count} versions in the language {language}",
                [file for file, article in versions if article.lang is language],
                "give a `story` of its own to each but one, and name the others in `related`",
            )
    originals = [file for file, article in versions if article.relation is Relation.ORIGINAL]
    if len(originals) > 1:
        cure = 'let one be `relation: "original"`'
        yield _story_problem("two-originals", f"the story {story} has {len(originals)} originals", originals, cure)


def _story_problem(code: str, what: str, files: list[ArticleFile], cure: str) -> Problem:
    """A warning about a story, naming the files."""
    return Problem(
        code,
        what,
        files[0].path,
        files[0].lines.get("story"),
        expected="one version of a story in each language",
        found=", ".join(file.path.as_posix() for file in files),
        cure=cure,
        severity=Severity.WARNING,
    )


def _relation_without_story(file: ArticleFile) -> Problem:
    return Problem(
        "relation-without-story",
        "`relation` says how this version relates to others of its story, but there is no `story`",
        file.path,
        file.lines.get("relation"),
        expected="`story` beside `relation`",
        found="no line `story: …`",
        cure="add `story`, the same as in the other version, or delete `relation`",
        severity=Severity.HINT,
    )


def _dangling_tag(file: ArticleFile, tag: str, nearest: str | None) -> Problem:
    return Problem(
        "dangling-tag",
        f"the vocabulary has no concept with the id {tag}",
        file.path,
        file.lines.get("tags"),
        expected="an id of content/vocabulary, or a place by its ISO 3166-1 code",
        found=tag,
        cure=f'did you mean "{nearest}"?' if nearest else "add the concept to content/vocabulary, or delete the tag",
    )


def _tag_twice(file: ArticleFile, tag: str) -> Problem:
    return Problem(
        "tag-twice",
        f"the tag {tag!r} stands twice",
        file.path,
        file.lines.get("tags"),
        expected="each tag once",
        found=tag,
        cure="delete one of the two",
        severity=Severity.HINT,
    )


def _outside(code: str, what: str, holders: list[ArticleFile], field: str, cure: str) -> Problem:
    """A hint about a name outside the vocabulary: at its first place, with the number of articles that have it."""
    return Problem(
        code,
        what,
        holders[0].path,
        holders[0].lines.get(field),
        expected="a name of content/vocabulary, or one that is meant to be free",
        found=f"in {len(holders)} article{'s' if len(holders) > 1 else ''}",
        cure=cure,
        severity=Severity.HINT,
    )


def _digest_of(root: Path, document: str) -> str | None:
    """The digest of a document below `root`; None where it is gone, cannot be read, or would lie elsewhere."""
    path = (root / document).resolve()
    if not path.is_relative_to(root.resolve()) or not is_there(path):
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _document_changed(file: ArticleFile, document: str, *, gone: bool) -> Problem:
    what = "not in the archive, or cannot be read" if gone else "not what it was when this article was made"
    return Problem(
        "document-gone" if gone else "document-changed",
        f"the source document is {what}",
        file.path,
        file.lines.get("provenance"),
        expected="the document as received, unchanged",
        found=document,
        cure="put the document back" + ("" if gone else ", or run `sijill ingest` to read it again"),
        severity=Severity.WARNING,
    )
