"""Addresses of articles: what is left out of them for which purpose, and whose page a copy is of."""

from __future__ import annotations

from datetime import date

import pytest

from generator.ingest.addresses import address_key, without_tracking
from generator.ingest.copies import read_copy
from generator.ingest.fetch.addresses import read_address, without_campaign
from generator.ingest.readers.pages.addresses import usable_address
from generator.ingest.tracking import is_not_compared, is_of_campaign, is_tracking

PAGE = "https://bay.example/news/7"
EVERY = [
    "utm_source", "UTM_Medium", "fbclid", "gclid", "mc_cid", "gbraid", "igsh", "partner", "outputType", "ref", "src",
    "amp", "wt_mc",
    "wt_zmc", "id", "page", "lang", "p", "utm", "reference",
]  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_what_is_left_out_for_one_purpose_is_left_out_for_those_that_need_less(name: str) -> None:
    assert is_of_campaign(name) <= is_tracking(name) <= is_not_compared(name)


@pytest.mark.parametrize(
    ("query", "asked", "shown", "compared"),
    [
        ("utm_source=x&id=7", "?id=7", "?id=7", "?id=7"),
        ("id=7&fbclid=x", "?id=7", "?id=7", "?id=7"),
        ("gbraid=x&id=7", "?gbraid=x&id=7", "?id=7", "?id=7"),
        ("ref=home&id=7", "?ref=home&id=7", "?ref=home&id=7", "?id=7"),
        ("id=7&lang=ar", "?id=7&lang=ar", "?id=7&lang=ar", "?id=7&lang=ar"),
        ("utm_source=x", "", "", ""),
    ],
)
def test_each_purpose_has_its_form(query: str, asked: str, shown: str, compared: str) -> None:
    whole = f"{PAGE}?{query}"
    read = read_address(whole)
    assert read is not None
    assert without_campaign(read).text == PAGE + asked
    assert usable_address(whole, None) == PAGE + shown
    assert address_key(whole) == PAGE.removeprefix("https://") + compared


@pytest.mark.parametrize(
    "address",
    [
        "http://www.bay.example/news/7/",
        "https://m.bay.example/news/7",
        "https://mobile.bay.example:443/news/7",
        "https://amp.bay.example/news/7",
        "https://bay.example/news/7/amp/",
        "https://bay.example/amp/news/7",
        "https://bay.example/news/7/index.html",
        "https://bay.example/news/7/amp?outputType=amp#top",
        "https://bay-example.cdn.ampproject.org/c/s/bay.example/news/7",
        "https://www.google.com/amp/s/m.bay.example/news/7?amp=1",
        "https://web.archive.org/web/20190304050607/https://bay.example/news/7",
    ],
)
def test_the_same_page_in_another_form_is_known_again(address: str) -> None:
    assert address_key(address) == address_key(PAGE)


@pytest.mark.parametrize(
    "address",
    [
        "https://bay.example/news/77",
        "https://bay.example/news/7/2",
        "https://sport.bay.example/news/7",
        "https://m.example/news/7",
        "https://bay.example/news/amplifier/7",
        "https://bay.example/news/7?page=2",
        "https://bay.example/News/7",
    ],
)
def test_other_pages_are_others(address: str) -> None:
    assert address_key(address) != address_key(PAGE)
    assert address_key("https://m.example/amp") == "m.example/amp" != address_key("https://example/amp")


def test_both_spellings_of_an_arabic_host_are_one() -> None:
    assert address_key("https://نبض.example/7") == address_key("https://www.xn--ngb2a8b.example/7/")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (f"{PAGE}?utm_source=x&id=7#c", f"{PAGE}?id=7#c"),
        (f"{PAGE}?utm_source=x", PAGE),
        (f"{PAGE}?a=b&&ref=home", f"{PAGE}?a=b&&ref=home"),
        (f"{PAGE}#!/7?utm_source=x", f"{PAGE}#!/7?utm_source=x"),
        (f"{PAGE}?id=%D8%A7", f"{PAGE}?id=%D8%A7"),
        (PAGE, PAGE),
    ],
)
def test_what_only_tracks_readers_is_not_kept(given: str, kept: str) -> None:
    assert without_tracking(given) == kept


@pytest.mark.parametrize(
    ("address", "original", "day"),
    [
        (f"https://web.archive.org/web/20190304050607/{PAGE}", PAGE, date(2019, 3, 4)),
        (f"http://web.archive.org/web/20190304050607id_/{PAGE}?a=1", f"{PAGE}?a=1", date(2019, 3, 4)),
        ("https://web.archive.org/web/20190304/https:/bay.example/news/7", PAGE, date(2019, 3, 4)),
        (f"https://web.archive.org/web/2019/{PAGE}", PAGE, None),
        (f"https://web.archive.org/web/20191399/{PAGE}", PAGE, None),
        (f"https://archive.ph/20190304/{PAGE}", PAGE, None),
        (f"http://webcache.search.example/search?q=cache:aB1:{PAGE}", PAGE, None),
    ],
)
def test_a_copy_tells_the_page_it_is_of(address: str, original: str, day: date | None) -> None:
    assert read_copy(address) == (original, day)


@pytest.mark.parametrize(
    "address", [PAGE, "", "https://web.archive.org/", "https://web.archive.org/web/2019/bay.example"]
)
def test_other_addresses_are_no_copies(address: str) -> None:
    assert read_copy(address) is None
