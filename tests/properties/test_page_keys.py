"""Keys: whatever is changed in an archive, a page whose key stays the same stays the same, and so do derived files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.errors import Problem
from generator.model.article import Article, Correction, Original, Relation, Status
from generator.model.dates import PublicationDate
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.publisher import PublisherVersion
from generator.model.settings import Settings
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary
from generator.model.written_page import WrittenPage
from generator.publish.keyed import Plan, digest
from generator.publish.plan import Archive, plan_site
from generator.publish.printable import printable_text
from generator.publish.recollection import Recollection
from generator.publish.records import Record, make_record
from generator.store.words import load_words
from generator.text.words import Words

THEME = Path(__file__).resolve().parents[2] / "theme_overrides"
WORDS = {each: Words(each, load_words(THEME, each), Settings().numerals) for each in Language}
NAMES = ("one", "two", "three", "four", "five")
TAGS = ("place/LY", "Libya", "trade", "Trade", "sea")
BODIES = ("Text.", "Other text.", "[way](two.md)", "[way](missing.md) ![x](../../media/a.png)", "# A\n\n- b")

FIELDS: dict[str, tuple[Any, ...]] = {
    "title": ("A title", "Another"),
    "date": (None, "2024", "2024-05", "2024-05-01", "2025-01-02", "2025-01-02T10:00+02:00"),
    "source": (None, "Post", "post", "Herald"),
    "tags": ((), ("place/LY",), ("Libya", "trade"), ("Trade", "sea")),
    "body": BODIES,
    "slug": (None, "same", "moved"),
    "description": (None, "A standfirst"),
    "kicker": (None, "In short"),
    "updated": (None, PublicationDate("2025-03-01")),
    "authors": ((), ("Jane Doe",)),
    "story": (None, "s", "t"),
    "relation": (None, *Relation),
    "related": ((), ("en-two",), ("ar-one",), ("en-five",)),
    "id": (None, "en-four", "en-five"),
    "status": tuple(Status),
    "aliases": ((), ("old/place/",)),
    "original": (None, Original(publisher="post", lang="fr")),
    "corrections": ((), (Correction(PublicationDate("2025-02-01"), "Mended."),)),
}
OFTEN = {
    "tags": st.lists(st.sampled_from(TAGS), max_size=3).map(tuple),
    "status": st.sampled_from((Status.PUBLISHED, Status.PUBLISHED, *Status)),
}
articles = st.fixed_dictionaries({name: OFTEN.get(name, st.sampled_from(values)) for name, values in FIELDS.items()})
archives = st.dictionaries(st.tuples(st.sampled_from(("ar", "en")), st.sampled_from(NAMES)), articles, max_size=8)
# Articles that have much to do with each other: one language, one tag, links, a day each.
PLAIN: dict[str, Any] = {
    "title": "A title", "source": "Post", "tags": ("trade",), "body": "[way](two.md)", "slug": None,
    "description": None, "kicker": None, "updated": None, "authors": (),
    "id": None, "story": None, "relation": None, "related": (), "status": Status.PUBLISHED, "aliases": (),
    "original": None, "corrections": (),
}  # fmt: skip
CLOSE = {("en", name): {**PLAIN, "date": f"2024-05-{day:02}"} for day, name in enumerate(NAMES, start=1)}
CLOSE["en", "five"]["tags"] = ("sea",)  # it has nothing to do with the second but its link


@dataclass(frozen=True)
class State:
    """An archive that a test changes."""

    articles: dict[tuple[str, str], dict[str, Any]]
    vocabulary: bool = True
    label: str = "Libya"
    rights: str | None = None
    about: str | None = None
    name: str = "Sijill"
    site_url: str = "https://x.example/sub/"


# Articles of both languages that are each other's counterparts, name each other and share tags.
BOUND = State(
    {
        (lang, name): {
            **PLAIN,
            "date": f"2024-05-{day:02}",
            "story": {"one": "s", "two": "s", "three": "t"}.get(name),
            "related": {"three": ("en-two",), "four": ("ar-one",)}.get(name, ()),
        }
        for lang in ("ar", "en")
        for day, name in enumerate(NAMES, start=1)
    }
)

states = st.builds(
    State,
    archives,
    vocabulary=st.booleans(),
    label=st.sampled_from(("Libya", "Great Libya")),
    rights=st.sampled_from((None, "All")),
    about=st.sampled_from((None, "We.", "[first](../../articles/en/one.md)")),
    name=st.sampled_from(("Sijill", "Archive")),
    site_url=st.sampled_from(("https://x.example/sub/", "")),
)


def plan(state: State, last: Recollection | None = None) -> Plan:
    """Plan an archive, with two articles a page; with what is kept of the plan `last` made."""
    made = [_article(lang, name, dict(fields)) for (lang, name), fields in state.articles.items()]
    records = [record for record in map(_record, made) if isinstance(record, Record)]
    vocabulary = _vocabulary(state.vocabulary, state.label, state.rights)
    written = [] if state.about is None else [_about(state.about)]
    options = Settings(site_url=state.site_url, page_size=2, name=Labels("سجل", state.name))
    read = {each.place: printable_text(each.body) for each in made}.__getitem__
    if last is not None and last.settled is not None:  # as whoever reads files: what is as it was is the very same
        old = {each.article.place: each for each in last.settled.basis.records}
        records = [old[key] if old.get(key := each.article.place) == each else each for each in records]
    return plan_site(Archive(records, written, vocabulary, options, WORDS, read), last)


@cache
def _vocabulary(known: bool, label: str, rights: str | None) -> Vocabulary:
    """The vocabulary, which is the very same while nothing in it is another."""
    if not known:
        return Vocabulary({}, {})
    concept = Concept("place/LY", Taxonomy.PLACE, Labels("ليبيا", label))
    post = Concept("post", Taxonomy.PUBLISHER, Labels("البريد", "Post"))
    publishers = {"post": Publisher(post, now=PublisherVersion(rights=rights))}
    return Vocabulary({concept.id: concept, "post": post}, publishers, {"post": "post"})


def _record(article: Article) -> Record | Problem:
    """An article's record; the digests of its file say nothing of the file's place, from which its id may follow."""
    file = replace(article, place="", id="" if article.id == f"{article.lang}-{article.path.stem}" else article.id)
    return make_record(article, printable_text(article.body), digest(repr(file)), digest(repr(replace(file, body=""))))


def _article(lang: str, name: str, fields: dict[str, Any]) -> Article:
    date, slug, key = fields.pop("date"), fields.pop("slug"), fields.pop("id")
    place = f"content/articles/{lang}/{name}.md"
    made = Article("", None, Language(lang), None, (), key or f"{lang}-{name}", slug or name, "", place)
    return replace(made, date=PublicationDate(date) if date else None, **fields)


def _about(body: str) -> WrittenPage:
    return WrittenPage(Language.EN, "about", "About", body, Path("content/pages/en/about.md"))


def made_files(planned: Plan) -> dict[str, Any]:
    """The files of each group, by name."""
    notes: dict[str, Any] = {}
    files = {}
    for group in planned.derived:
        made = group.make(notes if group.closing else {})
        notes[group.name] = made.note
        files[group.name] = (made.files, made.note)
    return files


def hold_against(before: Plan, after: Plan) -> None:
    """What has the same address and key in two plans is the same in both."""
    old = {page.permalink: page for page in (*before.pages, before.not_found)}
    for page in (*after.pages, after.not_found):
        twin = old.get(page.permalink)
        if twin is not None and twin.key == page.key:
            assert twin.plan() == page.plan(), page.permalink
            assert (twin.indexed, twin.period) == (page.indexed, page.period)
    keys = {group.name: group.key for group in before.derived}
    first, second = made_files(before), made_files(after)
    for group in after.derived:
        if keys.get(group.name) == group.key:
            assert first[group.name] == second[group.name], group.name


@settings(max_examples=120, deadline=None)
@given(states, states)
def test_what_keeps_its_key_stays_the_same(one: State, other: State) -> None:
    hold_against(plan(one), plan(other))


@settings(max_examples=250, deadline=None)
@given(states, st.data())
def test_a_single_change_is_seen_wherever_it_shows(state: State, data: st.DataObject) -> None:
    """Two archives that differ in one thing share most keys, so that what they share is put to the test."""
    before = plan(state)
    changed = data.draw(
        st.sampled_from(("edit", "edit", "edit", "add", "remove", "vocabulary", "label", "rights", "about"))
    )
    hold_against(before, plan(_change(state, changed, data)))


def _change(state: State, change: str, data: st.DataObject) -> State:
    """The archive with one thing changed."""
    if change in ("edit", "remove") and state.articles:
        place = data.draw(st.sampled_from(sorted(state.articles)))
        rest = {key: value for key, value in state.articles.items() if key != place}
        if change == "remove":
            return replace(state, articles=rest)
        fields = state.articles[place]
        name = data.draw(st.sampled_from(sorted(fields)))
        return replace(state, articles={**rest, place: {**fields, name: data.draw(articles)[name]}})
    if change == "add":
        return replace(state, articles={**data.draw(archives), **state.articles})
    other = data.draw(states)
    name = change if change in ("vocabulary", "label", "rights", "about") else "label"
    return replace(state, **{name: getattr(other, name)})


def _paths(pages: Iterable[Any]) -> list[str]:
    return [str(page.permalink) for page in pages]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), articles, st.sampled_from(("title", "date", "slug", "tags", "body", "status", "source")))
def test_a_change_is_seen_by_all_that_have_to_do_with_it(name: str, fields: dict[str, Any], changed: str) -> None:
    before, place = State(dict(CLOSE)), ("en", name)
    after = State({**CLOSE, place: {**CLOSE[place], changed: fields[changed]}})
    hold_against(plan(before), plan(after))
    hold_against(plan(after), plan(before))


@settings(max_examples=60, deadline=None)
@given(states)
def test_planned_twice_the_keys_are_the_same(state: State) -> None:
    one, other = plan(state), plan(state)
    assert _paths(one.pages) == _paths(other.pages)
    assert [page.key for page in one.pages] == [page.key for page in other.pages]
    assert [group.key for group in one.derived] == [group.key for group in other.derived]


def hold_the_same(one: Plan, other: Plan) -> None:
    """Two plans are the same in all that they say and make."""
    assert one.problems == other.problems
    assert [(page.permalink, page.key, page.plan()) for page in (*one.pages, one.not_found)] == [
        (page.permalink, page.key, page.plan()) for page in (*other.pages, other.not_found)
    ]
    assert [group.key for group in one.derived] == [group.key for group in other.derived]
    assert made_files(one) == made_files(other)


@settings(max_examples=60, deadline=None)
@given(states, st.data())
def test_planned_after_other_states_it_is_the_plan_from_nothing(state: State, data: st.DataObject) -> None:
    last = Recollection()
    plan(state, last)
    for _ in range(data.draw(st.integers(1, 4))):
        changed = data.draw(
            st.sampled_from(("edit", "edit", "edit", "edit", "add", "remove", "label", "rights", "about"))
        )
        state = _change(state, changed, data)
        hold_the_same(plan(state, last), plan(state))


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_planned_after_one_field_was_another_it_is_the_plan_from_nothing(name: str) -> None:
    last, whole = Recollection(), plan(BOUND)
    plan(BOUND, last)
    for place in (("en", "two"), ("ar", "one")):
        for value in FIELDS[name]:
            other = replace(BOUND, articles={**BOUND.articles, place: {**BOUND.articles[place], name: value}})
            hold_the_same(plan(other, last), plan(other))
            hold_the_same(plan(BOUND, last), whole)


@pytest.mark.parametrize(
    "settled", [{"label": "Great Libya"}, {"name": "Archive"}, {"rights": "All"}, {"about": "We."}]
)
def test_planned_after_another_whole_it_is_the_plan_from_nothing(settled: dict[str, str]) -> None:
    last, other = Recollection(), replace(BOUND, **settled)
    plan(BOUND, last)
    hold_the_same(plan(other, last), plan(other))


@settings(max_examples=100, deadline=None)
@given(states, st.data())
def test_another_text_makes_no_other_page_new(state: State, data: st.DataObject) -> None:
    """But the front page, which shows how the newest article begins, and the way from an old address to the article."""
    assume(state.articles)
    place = data.draw(st.sampled_from(sorted(state.articles)))
    text = data.draw(st.sampled_from(BODIES))
    other = replace(state, articles={**state.articles, place: {**state.articles[place], "body": text}})
    old = {page.permalink: page.key for page in plan(state).pages}
    changed = {page.source for page in plan(other).pages if old[page.permalink] != page.key}
    assert changed <= {"", f"content/articles/{place[0]}/{place[1]}.md"}
    new = {page.permalink for page in plan(other).pages if old[page.permalink] != page.key and not page.source}
    assert new <= {f"{place[0]}/", "old/place/"}
