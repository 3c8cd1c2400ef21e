"""Laws of reading a page's metadata: it never raises, is bounded, changes nothing, and writes no date anew."""

from __future__ import annotations

import json
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.ingest.readers.pages.addresses import usable_address
from generator.ingest.readers.pages.damaged_json import parse_damaged_json
from generator.ingest.readers.pages.metadata import read_metadata
from generator.model.source import Claim, FieldName

MOST_CLAIMS = 150


def one_of(words: str) -> st.SearchStrategy[str]:
    """Any of the words."""
    return st.sampled_from(words.split())


WORDS = one_of(
    "خبر الميناء يفتتح بعد "
    "عام كتبت سلمى عادل بقلم المصدر نُشر في: آخر تحديث Published Updated By Jane Doe and | - – « » "
    ": 2 يونيو 2025 2025-06-02T23:59:50Z 02/06/2025 ١٤٤٦هـ "
    " &amp;quot; <b> </b> admin https://a.example/x ????️ \u200f \ud83d"
)
TEXT = st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40)
STAMPS = st.datetimes(timezones=st.timezones() | st.none()).map(lambda moment: moment.isoformat())
VALUES = TEXT | STAMPS
METAS = one_of(
    "og:title article:published_time article:modified_time date author article:author og:site_name keywords "
    "og:url dc.date citation_author parsely-page og:description article:section og:locale twitter:label1"
)
KEYS = one_of(
    "@type @graph @id headline name datePublished dateModified author publisher keywords articleSection inLanguage "
    "mainEntityOfPage url description isBasedOn itemListElement translator"
)
JSON = st.recursive(
    VALUES | st.none() | st.booleans() | st.integers() | st.floats() | st.just("NewsArticle"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
NAMES = one_of(
    "h1 h2 p div span time article header footer aside nav figure figcaption a ul li abbr section main b br table td"
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from("class id itemprop itemscope itemtype datetime rel title property typeof pubdate content lang"),
    VALUES
    | one_of("entry-date published updated byline headline datePublished author comment related tag")
    | st.just("https://schema.org/NewsArticle"),
    max_size=3,
)


def escape(text: str) -> str:
    """Text as an attribute's value; the characters that no document can hold are left out."""
    text = "".join(each for each in text if each in "\t\n" or (each >= " " and not "\ud800" <= each <= "\udfff"))
    return text.replace("\ufffe", "").replace("\uffff", "").replace('"', "&quot;").replace("<", "&lt;")


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    """Markup of any kind that pages hold."""
    name = draw(NAMES)
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in draw(ATTRIBUTES).items())
    inner = escape(draw(VALUES))
    if depth < 4:
        inner += "".join(draw(st.lists(elements(depth + 1), max_size=3))) + escape(draw(TEXT))
    return f"<{name}{attributes}>{inner}</{name}>"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page with metas, JSON-LD that may be cut off, and a body."""
    metas = draw(st.lists(st.tuples(METAS, VALUES), max_size=6))
    head = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in metas)
    for value in draw(st.lists(JSON, max_size=2)):
        script = json.dumps(value, ensure_ascii=draw(st.booleans()))[: draw(st.integers(1, 2000))]
        head += f'<script type="application/ld+json">{script.replace("</", "")}</script>'
    title = escape(draw(TEXT))
    return f"<html><head><title>{title}</title>{head}</head><body>{draw(elements())}{draw(elements())}</body></html>"


def parse(page: str) -> html.HtmlElement:
    """A page's tree; what UTF-8 cannot write is not in a decoded page."""
    return html.document_fromstring(page.encode("utf-8", "replace").decode("utf-8"))


def check(claims: tuple[Claim, ...]) -> None:
    """What holds of the claims of every page."""
    assert len(claims) <= MOST_CLAIMS
    assert all(claim.value.strip() == claim.value and claim.value and "\n" not in claim.value for claim in claims)
    assert all(len(claim.value) <= 2000 and len(claim.raw) <= 9000 for claim in claims)
    assert all(f"{claim.value}{claim.raw}".encode() for claim in claims)  # no lone surrogates
    assert len({(claim.name, claim.value) for claim in claims}) == len(claims)


@settings(max_examples=80, deadline=None)
@given(pages(), st.none() | TEXT | st.just("https://news.example/2025/06/02/story?utm_source=x"))
def test_any_page_is_read_the_same_twice_and_left_as_it_is(page: str, address: str | None) -> None:
    tree = parse(page)
    before = html.tostring(tree)
    claims = read_metadata(tree, address=address)
    check(claims)
    assert read_metadata(parse(page), address=address) == claims
    assert html.tostring(tree) == before


@settings(max_examples=60, deadline=None)
@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2026, 1, 1)),
    st.integers(-12, 14),
    st.booleans(),
)
def test_a_stamp_is_given_as_it_is_written(moment: datetime, hours: int, in_json: bool) -> None:
    stamp = f"{moment:%Y-%m-%dT%H:%M:%S}{hours:+03d}:00"
    head = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{stamp}"}}</script>'
        if in_json
        else f'<meta property="article:published_time" content="{stamp}">'
    )
    claims = read_metadata(parse(f"<html><head>{head}</head><body><h1>Quay opens</h1></body></html>"), address=None)
    assert [claim.value for claim in claims if claim.name is FieldName.PUBLISHED] == [stamp]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='{}[]",:\\/*<!->]CDATA &quot;ab1\n', max_size=200) | JSON.map(json.dumps))
def test_damaged_json_never_raises(text: str) -> None:
    assert isinstance(parse_damaged_json(text), tuple)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_sound_json_is_read_as_it_is(value: object) -> None:
    text = json.dumps(value)
    assert repr(parse_damaged_json(text)) == repr((json.loads(text),))


@given(st.text(max_size=60), st.none() | st.just("https://news.example/a/b"))
def test_any_address_is_absolute_or_refused(given_address: str, base: str | None) -> None:
    address = usable_address(given_address, base)
    assert address is None or (address.startswith(("http://", "https://")) and usable_address(address, None) == address)


def test_a_page_of_great_depth_and_size() -> None:
    deep = "<div class='byline'>" * 3000 + "كتب محمد علي" + "</div>" * 3000
    wide = "<h1>خبر</h1>" + "<h2 class='title headline'>خبر آخر</h2><time datetime='2025-06-02'></time>" * 4000
    broken = '<script type="application/ld+json">' + '{"a":[' * 20000 + "</script>"
    many = '<script type="application/ld+json">' + '{"@type":"NewsArticle","headline":"x"},' * 4000 + "</script>"
    parser = html.HTMLParser(huge_tree=True)
    for page in (deep, wide, broken + wide, many + wide, "<h1>" + "<b>" * 5000 + "x"):
        check(read_metadata(html.document_fromstring(f"<body>{page}</body>", parser=parser), address=None))
