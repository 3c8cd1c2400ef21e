"""What else a page says of its article: language, kicker, rights, the outlet in its
byline, and whose text it was first.

Not for title, standfirst, dates, names, address or tags, each of which has its own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml.etree import _Element

from generator.ingest.addresses import host_of
from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.credits import leads_to_original
from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.addresses import usable_address
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import agrees, clean, text_of, words_of
from generator.ingest.readers.pages.surroundings import surroundings_of
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.text.languages import identify_language
from generator.text.word_sets import word_set

_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]+)*")
_NO_LANGUAGE = frozenset({"und", "xx", "mul", "zxx", "mis", "xxx"})
# Languages that letters and words tell apart; a page that says another one is believed.
_TOLD_BY_LETTERS = word_set("ar fa ur ps ckb ku en fr es de it pt tr nl sv pl he ru uk el ko ja zh hi bn th hy ka am")
_WORDS_ENOUGH, _LETTERS_ENOUGH = 8, 3  # of Arabic, the letters tell it from English at once
_PIECES = re.compile(r"\s*[,،|/•·–—]\s*|\s+-\s+")
_TIME = re.compile(r"\s+\d.*$")
_NEAR = 3
_MOST_LINKS, _MOST_BESIDE_LINK = 2000, 40  # letters beside a link that says where it leads
_BLOCKS = frozenset({"p", "li", "div", "td", "section", "blockquote", "footer"})
_RIGHTS = ("dc.rights", "dcterms.rights", "rights", "copyright", "dcterms.license", "license", "og:rights")
_ORIGINAL_ADDRESSES = (
    "original-source",
    "syndication-source",
    "originalsource",
    "source_url",
    "dc.source",
    "dcterms.source",
)


def claim_language(page: Page) -> Iterator[Claim]:
    """Claims for the language; what contradicts the letters of the text comes after what the letters say."""
    text = " ".join([page.title, *(line.text for line in page.lines if line.place > 0 and line.prose)])
    fewest = _LETTERS_ENOUGH if page.arabic else _WORDS_ENOUGH
    read = identify_language(text) if len(words_of(text)) >= fewest else None
    stated = list(dict.fromkeys(_languages(page)))
    agreeing = [(code, rule) for code, rule in stated if read in {None, code} or code not in _TOLD_BY_LETTERS]
    seen: set[str] = set()
    for code, rule in agreeing:
        if code not in seen:
            seen.add(code)
            yield Claim(FieldName.LANG, code, rule)
    if read is not None and not agreeing:
        yield Claim(FieldName.LANG, read, "letters", sure=Sureness.LIKELY)
        seen.add(read)
    for code, rule in stated:
        if code not in seen:
            seen.add(code)
            yield Claim(FieldName.LANG, code, rule, sure=Sureness.DOUBTFUL)


def _languages(page: Page) -> Iterator[tuple[str, str]]:
    root = page.tree.getroottree().getroot()
    given = [
        (
            root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
            "html:lang",
        )
    ]
    given += [(text, "json-ld:inLanguage") for text in page.json_ld.strings("inLanguage")]
    given += [
        (value, f"meta:{name}")
        for name, value in page.metas.all(
            ("og:locale", "content-language", "language", "dc.language", "dcterms.language")
        )
    ]
    for value, rule in given:
        found = _CODE.fullmatch(value.split(",")[0].strip())
        code = found[1].lower() if found else _NAMED.get(key_of(value), "")
        code = _THREE.get(code, code)
        if code and code not in _NO_LANGUAGE:
            yield code, rule


_NAMED = {
    "arabic": "ar",
    "english": "en",
    "french": "fr",
    key_of("العربية"): "ar",
    "persian": "fa",
    key_of("عربي"): "ar",
}
_THREE = {
    "ara": "ar",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "per": "fa",
    "fas": "fa",
    "urd": "ur",
    "tur": "tr",
    "kur": "ku",
}


def claim_outlet(page: Page) -> Iterator[Claim]:
    """A claim for the source, where the page names none elsewhere: a piece of the byline that has the letters of the
    host: `Jane Doe, BAY COURIER` on baycourier.example."""
    if page.site.names:
        return
    near = (line for line in page.lines if (line.author or line.date) and (line.place > 0 or line.steps <= _NEAR))
    pieces = (_TIME.sub("", piece) for line in near for part in line.parts for piece in _PIECES.split(part))
    found = next((piece for piece in pieces if "." not in piece and page.site.is_host(piece)), None)
    if found is not None:
        yield Claim(FieldName.SOURCE, found, "text:byline", sure=Sureness.LIKELY)


def claim_kicker(page: Page) -> Iterator[Claim]:
    """Claims for the kicker: a short line set as one directly at the headline."""
    for line in page.lines:
        near = -3 <= line.place <= 1 and line.steps <= 3
        if not (line.kicker and near) or len(line.text) > 60:
            continue
        if not agrees(line.text, page.title) and not page.site.is_named(line.text):
            yield Claim(FieldName.KICKER, line.text, "class:kicker")
            return


def claim_rights(page: Page) -> Iterator[Claim]:
    """Claims for the rights: what is stated in so many words, then a licence's address, then the holder's name."""
    seen: set[str] = set()
    given = [(text, "json-ld:copyrightNotice") for text in page.json_ld.strings("copyrightNotice")]
    given += [(value, f"meta:{name}") for name, value in page.metas.all(_RIGHTS)]
    given += [(text, "json-ld:license") for text in page.json_ld.strings("license")]
    given += [(href, "link:license") for href in page.metas.links.get("license", ())]
    holder = next(iter(page.json_ld.strings("copyrightHolder")), "")
    year = next(iter(page.json_ld.strings("copyrightYear")), "")
    given += [(f"© {year} {holder}" if year else f"© {holder}", "json-ld:copyrightHolder")] if holder else []
    for text, rule in given:
        if text and len(text) <= 400 and text not in seen and not page.site.is_host(text):
            seen.add(text)
            yield Claim(FieldName.RIGHTS, text, rule)


def claim_original(page: Page) -> Iterator[Claim]:
    """Claims for the text that this one was taken or translated from."""
    for key, rule in (("translationOfWork", "json-ld:translationOfWork"), ("isBasedOn", "json-ld:isBasedOn")):
        for value in islice(page.json_ld.values(key), 3):
            yield from _claim_work(page, value, rule)
    for name, value in page.metas.all(_ORIGINAL_ADDRESSES):
        address = usable_address(value, page.address)
        if (address is not None and not page.site.host) or (address is not None and page.site.host not in address):
            yield Claim(FieldName.ORIGINAL_URL, address, f"meta:{name}")
    yield from _linked_original(page)


def _linked_original(page: Page) -> Iterator[Claim]:
    """The first link to another site that says that it leads to the original or the source of the article."""
    around = surroundings_of(page.headline)
    for link in islice(page.tree.iter("a"), _MOST_LINKS):
        if not _says_original(link) or around.is_beside(link):
            continue
        address = usable_address(link.get("href") or "", page.address)
        if address is not None and host_of(address) not in (page.site.host, ""):
            yield Claim(FieldName.ORIGINAL_URL, address, "link:original", text_of(link), Sureness.LIKELY)
            return


def _says_original(link: _Element) -> bool:
    """Whether a link's text says that it leads to the original, or is an address behind a label that says so."""
    text = text_of(link)
    parent = link.getparent()
    label = clean(parent.text or "") if parent is not None and parent[0] is link else ""
    is_labelled = label.endswith(":") and leads_to_original(label) and find_address(text) == text
    return is_labelled or (leads_to_original(text) and not _is_amid_prose(link))


def _is_amid_prose(link: _Element) -> bool:
    """Whether a link stands in a sentence that says more than where it leads."""
    block = next((each for each in link.iterancestors() if each.tag in _BLOCKS), None)
    return block is not None and len(text_of(block)) > len(text_of(link)) + _MOST_BESIDE_LINK


def _claim_work(page: Page, value: object, rule: str) -> Iterator[Claim]:
    if isinstance(value, str):
        address = usable_address(value, page.address)
        if address is not None:
            yield Claim(FieldName.ORIGINAL_URL, address, rule)
        return
    if not isinstance(value, Mapping):
        return
    given = value.get("url") or value.get("@id")
    address = usable_address(given, page.address) if isinstance(given, str) else None
    publisher = page.json_ld.text(page.json_ld.resolve(value.get("publisher")))
    title, code = (
        page.json_ld.text(value.get("headline") or value.get("name")),
        page.json_ld.text(value.get("inLanguage")),
    )
    for name, text in ((FieldName.ORIGINAL_PUBLISHER, publisher), (FieldName.ORIGINAL_URL, address),
                       (FieldName.ORIGINAL_TITLE, title), (FieldName.ORIGINAL_LANG, code[:2].lower())):  # fmt: skip
        if text:
            yield Claim(name, text, rule)
