"""All that a saved web page says of its article apart from the body: claims for each field, the best first.

Nothing is fetched, guessed from the day of reading, or changed in the page. Not for the body (`markup`).
"""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.ingest.readers.pages.addresses import base_of, claim_address
from generator.ingest.readers.pages.alternates import claim_counterpart
from generator.ingest.readers.pages.authors import claim_authors
from generator.ingest.readers.pages.date_order import claim_dates
from generator.ingest.readers.pages.notes import (
    claim_kicker,
    claim_language,
    claim_original,
    claim_outlet,
    claim_rights,
)
from generator.ingest.readers.pages.page import read_page
from generator.ingest.readers.pages.sites import claim_source
from generator.ingest.readers.pages.standfirsts import claim_standfirst
from generator.ingest.readers.pages.subjects import claim_section, claim_tags
from generator.ingest.readers.pages.titles import claim_title
from generator.model.source import Claim, FieldName


def read_metadata(tree: HtmlElement, *, address: str | None) -> tuple[Claim, ...]:
    """The claims that a page makes for its fields, the best of each field first.

    `tree` is the whole page; `address` is where it was found, if that is known. A date's value is the string that the
    page writes, in no other zone than the page's. Never raises.
    """
    page = read_page(tree, address)
    in_json_ld = [*page.json_ld.values("mainEntityOfPage"), *page.json_ld.values("url")]
    addresses = list(claim_address(tree, page.metas, iter(in_json_ld), address))
    languages = list(claim_language(page))
    authors = list(claim_authors(page))
    claims = [
        *claim_title(page.headline, page.stated, page.site),
        *claim_kicker(page),
        *claim_standfirst(page),
        *claim_dates(page, [claim.value for claim in addresses]),
        *languages,
        *claim_source(page.site),
        *claim_outlet(page),
        *authors,
        *claim_section(page),
        *claim_tags(page, [claim.value for claim in authors if claim.name is FieldName.AUTHOR]),
        *addresses,
        *claim_rights(page),
        *claim_original(page),
        *claim_counterpart(
            tree,
            [claim.value for claim in addresses],
            [claim.value for claim in languages],
            base_of(tree, page.metas, address),
        ),
    ]
    first: dict[tuple[FieldName, str], Claim] = {}
    for claim in claims:
        first.setdefault((claim.name, claim.value), claim)
    return tuple(first.values())
