"""Whatever an article holds, its file says it: reading what was written gives the article, writing again the bytes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Severity
from generator.model.article import Article, Correction, Original, Provenance, Relation, Status
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.store.articles import is_edited, parse_article, render_article
from generator.store.field_writing import quote
from generator.store.permalinks import file_of

HOSTILE = (
    "\x85", "\u2028", "\u2029", "\u202e", "\u200f", "\u200c", "\ufeff", "\x00", "\x1b", "\x7f", "\r", "\n", "\t",
    "---", "\n---\n", "...", ": ", " #", '"', "'", "\\", "\\u0041", "&a ", "*a", "!!python/name:os.system", "%YAML 1.1",
    "{{ x }}", "{% x %}", "[", "]", "{", "}", "- ", "? ", "| ", "> ", "@", "`", "NO", "yes", "null", "~", "1e3", "0123",
    "14:35", "2025-06-02", "=", "<<", "<script>", "السلام", "لـ تفادي", "\N{GRINNING FACE}", "\uffff", "\U0010ffff",
)  # fmt: skip
ROUNDS = 300

characters = st.characters(exclude_categories=["Cs"])
any_text = st.one_of(
    st.text(characters, max_size=40), st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join)
)
texts = any_text.filter(lambda text: bool(text.strip()))
maybe = st.none() | texts
lists = st.lists(texts, max_size=4).map(tuple)
days = st.dates().map(lambda day: day.isoformat())
clocks = st.times().map(lambda time: time.strftime("T%H:%M:%S"))
zones = st.sampled_from(("", "+00:00", "+03:00", "-04:30"))
iso = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: day[:4]),
    st.tuples(days, clocks, zones).map("".join),
    st.tuples(days, clocks.map(lambda clock: clock[:6]), zones).map("".join),
)
dates = iso.map(PublicationDate)
slugs = st.from_regex(r"[a-z]{4}(-[a-z0-9]{3,8}){0,5}", fullmatch=True)
digests = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
spans = st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
counts = st.dictionaries(texts, st.integers(0, 10**6), max_size=4).map(lambda found: tuple(found.items()))

articles = st.builds(
    Article,
    title=texts,
    date=st.none() | dates,
    lang=st.sampled_from(Language),
    source=maybe,
    tags=lists,
    id=texts,
    slug=slugs,
    body=any_text,
    place=st.just("content/articles/ar/undated/x.md"),
    kicker=maybe,
    description=maybe,
    updated=st.none() | dates,
    date_raw=maybe,
    date_hints=lists,
    authors=lists,
    translator=maybe,
    special=st.booleans(),
    dateline=maybe,
    original=st.none() | st.builds(Original, publisher=maybe, url=maybe, lang=maybe, title=maybe),
    story=maybe,
    relation=st.none() | st.sampled_from(Relation),
    related=lists,
    rights=maybe,
    status=st.sampled_from(Status),
    aliases=st.lists(st.sampled_from(("ar/old/", "/en/2020/a.html", "en/%D9%85/")), max_size=3).map(tuple),
    corrections=st.lists(st.builds(Correction, date=dates, text=texts), max_size=3).map(tuple),
    provenance=st.none()
    | st.builds(
        Provenance,
        document=texts,
        sha256=digests,
        lines=st.none() | spans,
        repairs=counts,
        removed=lists,
        written=st.just(None),
    ),
)


def without_digest(article: Article) -> Article:
    """The article before its file was written."""
    provenance = article.provenance
    return article if provenance is None else replace(article, provenance=replace(provenance, written=None))


@settings(max_examples=ROUNDS, deadline=None)
@given(articles)
def test_what_is_written_is_read_and_written_again_alike(article: Article) -> None:
    text = render_article(article)
    text.encode("utf-8")
    read, problems = parse_article(text, article.path)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    assert read is not None
    assert without_digest(read) == article
    assert render_article(read) == text


@settings(max_examples=ROUNDS, deadline=None)
@given(articles)
def test_a_file_is_edited_exactly_when_a_person_changed_it(article: Article) -> None:
    text = render_article(article)
    assert is_edited(text) is (article.provenance is None)
    assert is_edited(text.replace("lang:", "lang: ", 1))
    assert is_edited(text + "more")
    read, _ = parse_article(text, article.path)
    assert read is not None
    assert is_edited(text) is (read.provenance is None)


@settings(max_examples=ROUNDS, deadline=None)
@given(articles)
def test_the_front_matter_is_one_line_a_value_and_nothing_in_it_is_hidden(article: Article) -> None:
    text = render_article(replace(article, body=""))
    front = text.split("\n---\n")[0]
    assert "\n---\n" not in front
    for character in front.replace("\n", ""):
        assert character.isprintable() or character in "\u00a0\u200c\u200d" or not character.isascii()
    for hidden in "\x85\u2028\u2029\u202e\u200f\ufeff\u2066":
        assert hidden not in front


@settings(max_examples=ROUNDS, deadline=None)
@given(any_text)
def test_other_yaml_readers_read_a_quoted_string_alike(text: str) -> None:
    quoted = quote(text)
    assert len(quoted.splitlines()) == 1
    assert yaml.load(quoted, yaml.SafeLoader) == text
    assert yaml.load(f"a: {quoted}\n", yaml.CSafeLoader) == {"a": text}


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=20).filter(lambda text: bool(text.strip())), st.text(st.characters()))
def test_lone_surrogates_become_the_replacement_character(title: str, body: str) -> None:
    article = Article(title, None, Language.EN, None, (), "1f0c9a7e", "a-title", body, "x.md")
    text = render_article(article)
    assert text.encode("utf-8").decode("utf-8") == text
    read, _ = parse_article(text, article.path)
    assert read is not None
    assert render_article(read) == text


@settings(max_examples=ROUNDS, deadline=None)
@given(any_text)
def test_any_text_at_all_is_read_without_a_crash(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n{text}", f"---\ntitle: {text}\nlang: en\n---\n{text}"):
        article, problems = parse_article(whole, Path("content/articles/en/x.md"))
        assert article is not None or problems
        for problem in problems:
            assert problem.line is None or 1 <= problem.line <= len(whole.splitlines()) + 1


@settings(max_examples=ROUNDS, deadline=None)
@given(articles, st.text(max_size=40))
def test_any_slug_gives_an_address_inside_the_site(article: Article, slug: str) -> None:
    text = render_article(article).replace(f'slug: "{article.slug}"', f"slug: {quote(slug)}", 1)
    read, _ = parse_article(text, article.path)
    assert read is not None
    address = read.permalink
    assert address.startswith(f"{read.lang}/")
    assert os.path.normpath(f"/{address}") + "/" == f"/{address}"
    assert address.isascii()
    assert file_of(read.lang, read.date, read.slug).is_relative_to(Path("content/articles"))
