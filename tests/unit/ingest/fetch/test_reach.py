"""Who may be asked: public hosts only, at the numbers that were looked at, in every spelling and at every redirect."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.fetch.addresses import Address, read_address, without_campaign
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.reach import Reach, why_not_public

PUBLIC = "93.184.216.34"


def address(text: str) -> Address:
    """The address of a text that is one."""
    found = read_address(text)
    assert found is not None
    return found


@pytest.mark.parametrize("number", [PUBLIC, "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"])
def test_public_numbers_may_be_asked(number: str) -> None:
    assert why_not_public(number) == ""


INSIDE = """
0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.1.2 168.63.129.16 169.254.169.254 172.16.0.1 192.0.0.1
192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
64:ff9b:1::808:808 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0
fec0::1 ff02::1 localhost 1.2.3 0x7f.1
"""


@pytest.mark.parametrize("number", INSIDE.split())
def test_other_numbers_may_not(number: str) -> None:
    assert why_not_public(number)


@given(st.ip_addresses(v=4))
def test_an_ipv4_number_in_ipv6_is_as_public_as_by_itself(number: ipaddress.IPv4Address) -> None:
    for inner in (f"::ffff:{number}", f"64:ff9b::{number}"):
        assert bool(why_not_public(inner)) == bool(why_not_public(str(number)))
    assert why_not_public(f"::{number}")


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1:80/",
    ],
)
def test_a_number_in_an_address_is_looked_at_without_resolving(text: str) -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise AssertionError("a number needs no resolving")

    with pytest.raises(FetchFault) as caught:
        Reach(resolve=resolve).find_numbers(address(text))
    assert (caught.value.code, caught.value.lasting) == ("address-refused", True)


@pytest.mark.parametrize(
    "numbers", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1", PUBLIC], ["::ffff:192.168.0.1"], ["fe80::1%2"]]
)
def test_a_name_with_a_single_number_inside_is_refused(numbers: list[str]) -> None:
    with pytest.raises(FetchFault) as caught:
        Reach(resolve=lambda _host, _port: numbers).find_numbers(address("https://turned.example/"))
    assert caught.value.code == "address-refused"
    assert "--allow-host" in caught.value.cure


def test_a_name_is_resolved_once_and_asked_at_that_number(site: Any) -> None:
    """The second answer would lead elsewhere: it is never asked for."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["192.0.2.7"]])
    site.serve("/a", "x")
    asked = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    agent = site.agent(resolve=resolve)
    answer, _ = agent.get(address(site.address("/a")))
    assert (answer.body, answer.number) == (b"x", "127.0.0.1")
    assert asked == ["news.example"] * 2  # robots.txt and the page


@pytest.mark.parametrize(
    ("port", "may"), [(80, True), (443, True), (8080, True), (22, False), (8081, False), (25, False), (6379, False)]
)
def test_only_the_usual_ports_and_those_of_the_publisher(port: int, may: bool) -> None:
    reach = Reach(named=frozenset({("news.example", 8080)}), resolve=lambda _host, _port: [PUBLIC])
    place = address(f"http://news.example:{port}/")
    if may:
        assert reach.find_numbers(place) == (PUBLIC,)
    else:
        with pytest.raises(FetchFault, match=str(port)):
            reach.find_numbers(place)


def test_a_port_that_is_named_does_not_make_a_host_public() -> None:
    reach = Reach(named=frozenset({("news.example", 8080)}), resolve=lambda _host, _port: ["127.0.0.1"])
    with pytest.raises(FetchFault, match=r"127\.0\.0\.1"):
        reach.find_numbers(address("http://news.example:8080/"))


def test_a_host_is_allowed_with_its_port_only() -> None:
    reach = Reach(frozenset({("127.0.0.1", 8000)}))
    assert reach.find_numbers(address("http://127.0.0.1:8000/")) == ("127.0.0.1",)
    for text in ("http://127.0.0.1:8001/", "http://127.0.0.1/", "http://127.0.0.2:8000/"):
        with pytest.raises(FetchFault):
            reach.find_numbers(address(text))


@pytest.mark.parametrize(
    "there",
    [
        "http://127.0.0.1/",
        "http://localhost:PORT/secret",
        "http://127.0.0.1:PORT/secret",
        "http://[::1]:PORT/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://intern.example:PORT/secret",
        "//127.0.0.1:PORT/secret",
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(site: Any, there: str) -> None:
    site.serve("/secret", "secret")
    site.serve("/a", status=302, Location=there.replace("PORT", str(site.port)))
    with pytest.raises(FetchFault) as caught:
        site.agent().get(address(site.address("/a")))
    assert caught.value.code == "address-refused"
    assert site.asked() == ["/a"]


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "http://", "", "http://0x7f.1/"]
)
def test_a_redirect_to_no_web_address_is_told(site: Any, there: str) -> None:
    site.serve("/a", status=302, Location=there)
    with pytest.raises(FetchFault) as caught:
        site.agent().get(address(site.address("/a")))
    assert caught.value.code in ("bad-redirect", "too-many-redirects")
    assert set(site.asked()) == {"/a"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("https://news.example:443/a?b=c#d", "https://news.example/a?b=c"),
        ("https://news.example/خبر؟ x?q=ع", "https://news.example/%D8%AE%D8%A8%D8%B1%D8%9F%20x?q=%D8%B9"),
        ("https://news.example/%D8%AE?x=%20", "https://news.example/%D8%AE?x=%20"),
        ("  https://news.example/a\r\nb ", "https://news.example/ab"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("https://news.example?x", "https://news.example/?x"),
    ],
)
def test_addresses_have_one_form(text: str, target: str) -> None:
    assert address(text).text == target


@pytest.mark.parametrize(
    "text",
    [
        "", "news.example/a", "mailto:a@b.example", "https://", "https:///a", "https://a:b@news.example/",
        "https://news.example:0/", "https://news.example:99999/", "https://[fe80::1%25eth0]/", "http://2130706433/",
        "http://0177.0.0.1/", "http://127.1/", "http://a..b/", "http://news.example\\@evil.example/", "http://\ud800.example/",
        "https://news.example/" + "a" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_ours_is_none(text: str) -> None:
    assert read_address(text) is None


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://news.example/", "//", "?", "http://["]))
def test_any_text_is_an_address_or_none(text: str, before: str) -> None:
    base = address("https://news.example/x/y")
    for found in (read_address(before + text), read_address(before + text, base)):
        if found is not None:
            assert found.text.isascii()
            assert not any(sign.isspace() for sign in found.text)
            assert found.target.startswith("/")
            assert read_address(found.text) == found


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        ("/a?utm_source=x&utm_medium=y", "/a"),
        ("/a?id=3&utm_source=x", "/a?id=3"),
        ("/a?utm_source=x&id=3", "/a?id=3"),
        ("/a?id=3&fbclid=z&page=2", "/a?id=3&page=2"),
        ("/a?autm_source=x", "/a?autm_source=x"),
    ],
)
def test_what_counts_readers_is_no_part_of_an_address(target: str, plain: str) -> None:
    assert without_campaign(address(f"https://news.example{target}")).target == plain
