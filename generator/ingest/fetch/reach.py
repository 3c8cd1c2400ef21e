"""Which hosts may be asked: public ones, by their names resolved once, at the numbers that were looked at.

A name that leads into a private network would make the archive's machine ask things of its neighbours (server-side
request forgery). Not for what a site allows (`robots`).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.ingest.fetch.addresses import PORTS, Address
from generator.ingest.fetch.faults import FetchFault

Resolver = Callable[[str, int], Sequence[str]]
Number = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the IPv4 number is the last 32 bits
# Numbers that count as public and lead elsewhere: IPv4 in IPv6 in several ways (RFC 4291, 8215, 3056, 4380), relays
# (RFC 7526), former site-local numbers (RFC 3879), and Azure's own services, which every machine there can ask.
_ODD = tuple(
    ipaddress.ip_network(text)
    for text in ("::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10", "192.88.99.0/24", "168.63.129.16/32")
)


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The numbers of a host, in the order in which the system would try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]) for *_, place in found]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which hosts may be asked. `allowed` are hosts with ports that may be, wherever they are; `named` those whose port
    a publisher's file names; `resolve` gives the numbers of a host."""

    allowed: frozenset[tuple[str, int]] = frozenset()
    named: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolver = resolve_host

    def find_numbers(self, address: Address) -> tuple[str, ...]:
        """The numbers at which to ask for an address. Raises FetchFault where it may not be, or has none.

        A host of which a single number is not public is not asked at all: that is how a name is turned around.
        """
        place = (address.host, address.port)
        if place in self.allowed:
            return tuple(self._resolve(address))
        if address.port not in PORTS.values() and place not in self.named:
            raise _refused(address, f"port {address.port}", "ports 80 and 443, or one named in the publisher's file")
        numbers = tuple(self._resolve(address))
        for number in numbers:
            reason = why_not_public(number)
            if reason:
                raise _refused(address, f"{number}, which is {reason}", "a host on the public network")
        return numbers

    def _resolve(self, address: Address) -> Sequence[str]:
        try:
            numbers = [str(ipaddress.ip_address(address.host))]
        except ValueError:
            try:
                numbers = list(dict.fromkeys(self.resolve(address.host, address.port)))
            except (OSError, UnicodeError) as error:
                raise _unknown(address, str(error)) from error
        if not numbers:
            raise _unknown(address, "no number")
        return numbers


def why_not_public(text: str) -> str:
    """Why a number is not a public host's, in words; the empty string where it is one.

    By the registries of special-purpose addresses (RFC 6890) as the standard library has them, and what they miss.
    """
    try:
        number = ipaddress.ip_address(text)
    except ValueError:
        return "no number of a host"
    if isinstance(number, ipaddress.IPv6Address):
        inner = _inner(number)
        if inner is not None:
            return why_not_public(str(inner))
    for test, reason in (
        (number.is_loopback, "this machine itself"),
        (number.is_link_local, "on the local link"),
        (number.is_multicast, "multicast"),
        (number.is_unspecified, "no host's"),
        (number.is_private, "in a private network"),
        (number.is_reserved or not number.is_global, "reserved"),
        (any(number in network for network in _ODD if network.version == number.version), "a way around"),
    ):
        if test:
            return reason
    return ""


def _inner(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 number that an IPv6 one stands for: mapped, or translated by NAT64."""
    if number.ipv4_mapped is not None:
        return number.ipv4_mapped
    return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF) if number in _NAT64 else None


def _refused(address: Address, found: str, expected: str) -> FetchFault:
    return FetchFault(
        "address-refused",
        f"{address.authority} is not asked",
        expected=expected,
        found=found,
        cure="mend the address; for an intranet of your own, allow it with --allow-host HOST:PORT",
        lasting=True,
        host=address.host,
    )


def _unknown(address: Address, found: str) -> FetchFault:
    return FetchFault(
        "unknown-host",
        f"the host {address.host} cannot be found",
        expected="a name that leads to a host",
        found=found,
        cure="look whether the address is right, and the network there",
    )
