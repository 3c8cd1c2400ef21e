"""What a site allows programs to fetch: robots.txt after RFC 9309, read by Protego. Not for asking for it (`agent`)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from generator.ingest.fetch.addresses import Address

PRODUCT = "sijill"
LARGEST = 500 * 1024  # RFC 9309, 2.5: at least so much must be read; what is behind it is left out
_LONGEST_DELAY = 120.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows: `parsed` is its robots.txt, None where there is none; `closed`: nothing at all."""

    parsed: Protego | None = None
    closed: bool = False

    def allows(self, address: Address) -> bool:
        """Whether an address may be asked for."""
        if self.closed:
            return False
        return self.parsed is None or self.parsed.can_fetch(address.text, PRODUCT)

    @property
    def delay(self) -> float:
        """The seconds that the site wants between two requests; a wish of more than two minutes counts as two."""
        wish = self.parsed.crawl_delay(PRODUCT) if self.parsed else None
        return min(wish or 0.0, _LONGEST_DELAY)


def read_rules(status: int, body: bytes) -> Rules:
    """The rules that follow from the answer to a request for robots.txt (RFC 9309, 2.3.1).

    Not there (4xx): all is allowed. Out of order (5xx), or asked too often (429): nothing is, for now.
    """
    if 200 <= status < 300:
        text = body[:LARGEST].decode("utf-8-sig", "replace")
        return Rules(Protego.parse(text))
    return Rules(closed=status >= 500 or status == 429)
