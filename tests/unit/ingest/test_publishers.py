"""Which publisher a document is of, by address, feed or folder; and how it wrote on the document's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.publishers import find_publisher, version_at
from generator.model.labels import Labels
from generator.model.publisher import MonthNames, Polling, PublisherVersion, Site
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary
from generator.text.hosts import read_host, read_site

FEED = "https://feeds.elsewhere.example/post.xml"


def publisher(name: str, *sites: str, folder: str | None = None, feeds: tuple[str, ...] = ()) -> Publisher:
    """A publisher with its sites."""
    read = [site for text in sites if (site := read_site(text))]
    assert len(read) == len(sites)
    concept = Concept(name, Taxonomy.PUBLISHER, Labels(name, name))
    return Publisher(concept, folder=folder, sites=tuple(read), polling=Polling(feeds=feeds))


ALL = (
    publisher("post", "post.example", folder="letters", feeds=(FEED,)),
    publisher("post-english", "english.post.example"),
    publisher("caster", "caster.example"),
    publisher("caster-arabic", "caster.example/arabic", "caster.example/عربي"),
    publisher("qalam", "قلم.example"),
)
VOCABULARY = Vocabulary({}, {each.id: each for each in ALL})


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://post.example/2025/x", "post"),
        ("http://WWW.POST.example:8080/?id=3#top", "post"),
        ("https://m.post.example./x", "post"),
        ("https://english.post.example/x", "post-english"),
        ("https://www.english.post.example/x", "post-english"),
        ("https://notpost.example/", None),
        ("https://post.example.evil.example/", None),
        ("https://evil.example/post.example/", None),
        ("https://evil.example/?https://post.example/", None),
        ("https://post.example@evil.example/", None),
        ("https://caster.example/news/1", "caster"),
        ("https://caster.example/arabic", "caster-arabic"),
        ("https://caster.example/arabic/1", "caster-arabic"),
        ("https://caster.example//arabic/1", "caster-arabic"),
        ("https://caster.example/arabica/1", "caster"),
        ("https://caster.example/%D8%B9%D8%B1%D8%A8%D9%8A/1", "caster-arabic"),
        ("https://قلم.example/خبر", "qalam"),
        ("https://xn--mgb3bz8a.example/", None),
        ("https://web.archive.org/web/20190102030405/https://post.example/x", "post"),
        ("https://web.archive.org/web/20190102id_/http://english.post.example/x", "post-english"),
        ("https://web.archive.org/web/2019/https://web.archive.example/", None),
        ("//post.example/x", "post"),
        ("mailto:desk@post.example", None),
        ("not an address", None),
        ("https://[::1]/", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_says_who_published(address: str | None, found: str | None) -> None:
    publisher = find_publisher(None, address, None, VOCABULARY)
    assert (publisher.id if publisher else None) == found


def test_both_spellings_of_an_arabic_host_are_one() -> None:
    ascii_form = read_host("قلم.example")
    assert ascii_form is not None
    assert ascii_form.isascii()
    assert find_publisher(None, f"https://{ascii_form}/x", None, VOCABULARY) is ALL[4]


def test_the_address_says_more_than_the_feed_and_the_feed_more_than_the_folder() -> None:
    path = Path("content/sources/letters/1.warc")
    named = [
        find_publisher(path, "https://caster.example/1", FEED, VOCABULARY),
        find_publisher(path, "https://nobody.example/1", "https://caster.example/feed", VOCABULARY),
        find_publisher(Path("content/sources/caster/1"), None, FEED, VOCABULARY),
        find_publisher(path, "https://nobody.example/1", "https://nobody.example/feed", VOCABULARY),
    ]
    assert [each.id if each else None for each in named] == ["caster", "caster", "post", "post"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("content/sources/letters/1.txt", "post"),
        ("content/sources/post/1.txt", None),  # its folder is another
        ("content/sources/caster/2025/06/1.txt", "caster"),
        ("content/sources/caster/qalam/1.txt", "qalam"),
        ("content/sources/letters", None),
        ("elsewhere/letters/1.txt", None),
        ("/content/sources/letters/1.txt", None),
    ],
)
def test_a_folder_says_who_published(path: str, found: str | None) -> None:
    publisher = find_publisher(Path(path), None, None, VOCABULARY)
    assert (publisher.id if publisher else None) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://caster.example/arabic/1", "arabic"),
        ("https://caster.example/english/1", "english"),
        ("https://caster.example/sport/1", None),
        ("https://m.caster.example/arabic/1", "arabic"),
        ("https://dawn.example/any/1", "dawn"),
        ("https://gulf.dawn.example/any/1", "gulf"),
        ("https://twins.example/any/1", None),
        ("https://shared.example/any/1", "owner"),
    ],
)
def test_without_a_site_the_address_for_readers_says_where_a_publisher_is(address: str, found: str | None) -> None:
    """Several may be at home on one host; none is taken for the other because it stands first."""
    homes = {
        "arabic": "https://caster.example/arabic/",
        "english": "https://www.caster.example/english",
        "dawn": "https://dawn.example/about",
        "one": "https://twins.example/",
        "two": "https://twins.example/",
        "guest": "https://shared.example/",
    }
    every = [replace(publisher(name), url=url) for name, url in homes.items()]
    every += [publisher("owner", "shared.example"), replace(publisher("gulf"), url="https://gulf.dawn.example/")]
    told = find_publisher(None, address, None, Vocabulary({}, {each.id: each for each in every}))
    assert (told.id if told else None) == found


def test_a_folder_may_be_written_with_capitals() -> None:
    found = find_publisher(Path("content/sources/LETTERS/2025/x.txt"), None, None, VOCABULARY)
    assert found is not None
    assert found.id == "post"


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (None, MonthNames.GULF),
        (date(2026, 1, 1), MonthNames.GULF),
        (date(2021, 1, 1), MonthNames.GULF),
        (date(2020, 12, 31), MonthNames.TUNISIA),
        (date(2010, 1, 1), MonthNames.TUNISIA),
        (date(2009, 12, 31), MonthNames.LEVANT),
        (date(1950, 1, 1), MonthNames.LEVANT),
    ],
)
def test_a_version_is_valid_up_to_and_including_its_day(day: date | None, months: MonthNames) -> None:
    post = Publisher(
        ALL[0].concept,
        now=PublisherVersion(months=MonthNames.GULF),
        before=(
            PublisherVersion(date(2009, 12, 31), months=MonthNames.LEVANT),
            PublisherVersion(date(2020, 12, 31), months=MonthNames.TUNISIA),
        ),
    )
    assert version_at(post, day).months is months


@given(
    st.text(max_size=50),
    st.sampled_from(["", "https://", "http://www.", "https://web.archive.org/web/1/http://", "//"]),
)
def test_any_text_leads_to_a_publisher_or_none(text: str, before: str) -> None:
    found = find_publisher(None, before + text, text, VOCABULARY)
    assert found is None or found in ALL
    site = read_site(before + text)
    assert site is None or (site.host.isascii() and read_site(str(site).replace("%", "%25")) == site)


def test_sites_are_compared_in_one_spelling() -> None:
    assert read_site("HTTPS://www.Post.Example./a//b/?x#y") == Site("post.example", "/a/b")
    assert read_site("www.example") == Site("www.example")
    assert read_site("post") is None
    assert read_site("1.2.3.4") is None
    assert read_site("post.example/a b") is None


@pytest.mark.parametrize(
    "piece", ["http://webcache.", "https://web.archive.org/web/", "a.", "ع.", "/", "http://", "@", ":1"]
)
def test_a_long_address_is_no_more_work_than_its_length(piece: str) -> None:
    assert find_publisher(None, "https://" + piece * 500_000, None, VOCABULARY) is None
    assert read_host(piece * 500_000) is None
    read_site(piece * 500_000)
