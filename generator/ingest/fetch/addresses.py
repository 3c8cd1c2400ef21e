"""Web addresses in one strict form, ready to be asked for. Not for whether they may be (`reach`)."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from generator.ingest.tracking import is_of_campaign
from generator.text.hosts import read_host

PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_EDGES = "".join(map(chr, range(0x21)))  # what browsers take off an address (WHATWG URL, basic URL parser)
_ONE_PART = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_IN_PATH = "%/:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address: host in lower-case ASCII (or a number: 192.0.2.1, 2001:db8::1), port, and the target,
    path and query in ASCII, beginning with a slash."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the header `Host` has them (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.target}"


def read_address(text: str, base: Address | None = None) -> Address | None:
    """The address that `text` gives, relative to `base` where it is not whole; None where it is no address of ours:
    another scheme, a name or password in it, a host that is none. The fragment is dropped (RFC 3986)."""
    plain = re.sub(r"[\t\r\n]", "", text.strip(_EDGES))
    if len(plain) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base.text, plain) if base else plain)
        host, port = _read_authority(parts.hostname or ""), parts.port
        query = f"?{quote(parts.query, safe=_IN_PATH + '?')}" if parts.query else ""
        target = quote(parts.path or "/", safe=_IN_PATH) + query
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in PORTS or host is None or "@" in parts.netloc or port == 0:
        return None
    return Address(parts.scheme, host, port or PORTS[parts.scheme], target if target.startswith("/") else f"/{target}")


def without_campaign(address: Address) -> Address:
    """An address without what only counts readers (`utm_source=…`): two links that differ in it lead to one article."""
    path, mark, query = address.target.partition("?")
    if not mark:
        return address
    kept = "&".join(part for part in query.split("&") if not is_of_campaign(part.partition("=")[0]))
    return Address(address.scheme, address.host, address.port, f"{path}?{kept}" if kept else path)


def _read_authority(host: str) -> str | None:
    """A host as a name or as a number in its usual spelling; None for numbers in others (0x7f.1), and for zones."""
    if "%" in host:
        return None
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    if _ONE_PART.fullmatch(host) and not host.isdigit():
        return host
    return read_host(host)
