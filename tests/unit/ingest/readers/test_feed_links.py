"""The article's own address out of what a feed links."""

from __future__ import annotations

import base64

import pytest

from generator.ingest.readers.feeds.links import absolute, find_aim, is_redirect


def news(raw: bytes) -> str:
    return f"https://news.google.com/rss/articles/{base64.urlsafe_b64encode(raw).decode().rstrip('=')}?oc=5"


@pytest.mark.parametrize(
    ("address", "aim"),
    [
        (news(b'\x08\x13"\x1ehttps://a.example/news/1/x?y=1\xd2\x01\x00'), "https://a.example/news/1/x?y=1"),
        (news(b'\x08\x13"\x8a\x01AU_yqLabcdefghijklmnopqrstuvwxyz'), None),
        ("https://www.google.com/url?sa=t&url=https://a.example/%D8%AE%D8%A8%D8%B1&ct=ga", "https://a.example/خبر"),
        ("https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fa.example%2f1", "https://a.example/1"),
        ("https://www.google.com/search?q=https://a.example/", None),
        ("http://feedproxy.google.com/~r/a/~3/b/", None),
        ("https://a.example/go?url=https://b.example/", None),
        (
            "https://r.search.yahoo.com/_ylt=A0/RV=2/RE=17/RO=10/RU=https%3a%2f%2fa.example%2f1%2f/RK=2/RS=b-",
            "https://a.example/1/",
        ),
        ("http://us.rd.yahoo.com/dailynews/rss/*http://a.example/1.html", "http://a.example/1.html"),
        ("https://news.yahoo.com/ship-at-the-port-120000.html", None),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F1&h=x", "https://a.example/1"),
        ("https://[bad", None),
        ("", None),
    ],
)
def test_a_redirect_gives_the_address_it_holds(address: str, aim: str | None) -> None:
    assert find_aim(address) == aim


def test_a_redirect_that_hides_its_aim_is_still_known_as_one() -> None:
    assert is_redirect("http://feedproxy.google.com/~r/a/~3/b/")
    assert not is_redirect("https://a.example/feedproxy.google.com/")


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("b", "https://a.example/x/", "https://a.example/x/b"),
        ("\n https://a.example/b \n", "", "https://a.example/b"),
        ("", "https://a.example/", ""),
        ("//a.example/b", "https://c.example/", "https://a.example/b"),
        ("http://[", "https://a.example/", "http://["),
    ],
)
def test_addresses_are_made_absolute(address: str, base: str, expected: str) -> None:
    assert absolute(address, base) == expected
