"""What feeds, sitemaps and lists name, in all the forms they come in, and in hostile ones."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.fetch.addresses import Address, read_address
from generator.ingest.fetch.listings import Listing, digest_page, key_of, read_feed, read_links

FULL = "<p>" + "كلمة " * 60 + "</p>"
ESCAPED = FULL.replace("<", "&lt;")
LONG = "كلمة " * 200
BASE = read_address("https://news.example/feed") or pytest.fail("no address")


def feed(text: str, kind: str = "application/xml") -> Listing:
    """The listing of a text that is one."""
    found = read_feed(text.encode(), kind, BASE)
    assert found is not None
    return found


def targets(listing: Listing | None) -> list[str]:
    """The addresses that a listing names."""
    assert listing is not None
    return [item.address.text.removeprefix("https://news.example") if item.address else "" for item in listing.items]


def rss(*items: str) -> str:
    """An RSS feed of these items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>خ</title>'
        '<link>https://news.example/</link><atom:link href="https://news.example/feed" rel="self"/>'
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


def test_rss() -> None:
    listing = feed(
        rss(
            "<title>أ</title><link> https://news.example/1?utm_source=rss </link><guid isPermaLink='false'>g1</guid>",
            f"<link>/2</link><description>قصير</description><content:encoded><![CDATA[{FULL}]]></content:encoded>",
            "<guid>https://news.example/3</guid>",
            "<guid isPermaLink='false'>only-a-name</guid>",
            f"<link>/5</link><description>{LONG}</description>",
            f"<link>/6</link><description>{LONG} […]</description>",
            "<title>nothing to go by</title>",
            "<link>/2</link>",
            "<link>javascript:alert(1)</link>",
            f"<link>/9</link><content:encoded>{ESCAPED} &lt;a&gt;اقرأ المزيد&lt;/a&gt;</content:encoded>",
            "<media:content url='https://news.example/p.jpg'/><link>/10</link>",
        )
    )
    assert targets(listing) == ["/1?utm_source=rss", "/2", "/3", "", "/5", "/6", "/9", "/10"]
    assert [item.full for item in listing.items] == [False, True, False, False, True, False, False, False]


def test_rdf_atom_and_sitemaps() -> None:
    assert targets(
        feed(
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            "<channel/><item><link>/1</link></item></rdf:RDF>"
        )
    ) == ["/1"]
    atom = feed(
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="/feed" rel="self"/>'
        '<entry><id>tag:1</id><link rel="enclosure" href="/p.mp3"/><link href="/1"/><summary>x</summary></entry>'
        f'<entry><id>tag:2</id><link rel="alternate" href="/2"/><content type="html">{ESCAPED}</content>'
        f'</entry><entry><id>3</id><link href="/3"/><content type="xhtml"><div xmlns="x">{FULL}</div></content></entry>'
        '<entry><id>4</id><link href="/4"/><content src="/4.html"/></entry></feed>'
    )
    assert targets(atom) == ["/1", "/2", "/3", "/4"]
    assert [item.full for item in atom.items] == [False, True, True, False]
    sitemap = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/1</loc></url></urlset>'
    assert targets(feed(sitemap)) == ["/1"]
    assert feed("<sitemapindex><sitemap><loc>https://news.example/s.xml</loc></sitemap></sitemapindex>").index


def test_a_sitemap_that_is_a_gzip_file() -> None:
    raw = gzip.compress(b"<urlset><url><loc>https://news.example/1</loc></url></urlset>")
    assert targets(read_feed(raw, "application/gzip", BASE)) == ["/1"]
    assert read_feed(raw[:-9], "application/gzip", BASE) is None
    assert read_feed(gzip.compress(bytes(60_000_000)), "application/gzip", BASE) is None


def test_json_feed() -> None:
    items = [
        {"id": "1", "url": "https://news.example/1", "content_html": FULL},
        {"id": "https://news.example/2", "summary": "x"},
        {"id": "no address"},
        {"id": 4, "url": ["x"]},
        "x",
        {},
    ]
    listing = feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}), "application/feed+json")
    assert targets(listing) == ["/1", "/2", "", ""]
    assert [item.full for item in listing.items] == [True, False, False, False]


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "<html><body>Log in</body></html>", "{}", "[]", '{"items": 3}', "{" * 100_000, "<",
     "<!DOCTYPE html>", "\x00", "<a>" * 100_000],
)  # fmt: skip
def test_what_is_no_feed_is_none(text: str) -> None:
    assert read_feed(text.encode(), "text/html", BASE) is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
@pytest.mark.parametrize("declared", ["UTF-8", "windows-1256", "nonsense"])
def test_a_feed_is_read_in_whatever_encoding_it_is_and_says(encoding: str, declared: str) -> None:
    text = rss(f"<title>{'أخبار ليبيا اليوم في طرابلس والشرق '}</title><link>/1</link>").replace("UTF-8", declared)
    raw = ("\ufeff" * (encoding == "utf-8") + text).encode(encoding)
    assert targets(read_feed(raw, "text/xml", BASE)) == ["/1"]


def test_broken_feeds_give_what_can_be_read() -> None:
    assert targets(feed(rss("<link>/1</link>", "<title>a & b &nbsp; <br></title><link>/2</link>")))[0] == "/1"
    assert targets(feed(rss("<link>/1</link>")[:-12])) == ["/1"]
    assert targets(feed("\n\n " + rss("<link>/1</link>\x0b"))) == ["/1"]


def test_ampersands_that_nobody_escaped_are_of_the_address() -> None:
    assert targets(
        feed(
            rss(
                "<link>https://news.example/a.php?id=7&print=1&lt=2</link>",
                "<link>https://news.example/b.php?id=8&amp;page=2</link>",
                "<link><![CDATA[https://news.example/c.php?id=9&print=1&amp]]></link>",
                "<link>/d</link><title>R&D &#38; more &nbsp;&unknown;</title>",
            )
        )
    ) == ["/a.php?id=7&print=1&lt=2", "/b.php?id=8&page=2", "/c.php?id=9&print=1&amp", "/d"]


def test_entities_are_neither_expanded_nor_fetched() -> None:
    bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise("abcdefghijk")
    )
    outside = '<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    text = bomb + outside + "<rss><channel><item><link>/1</link><guid>&k;&x;</guid></item></channel></rss>"
    assert targets(feed(text)) == ["/1"]


def test_links_of_a_page() -> None:
    page = """<!DOCTYPE html><meta charset=utf-8><base href="https://news.example/ar/"><main>
    <h2><a href="1">أ</a></h2><h2><a href="/2#top"><img></a></h2><h2><a>no</a></h2>
    <article><div><a href="3">x</a></div></article>
    <h2><a href="1?utm_medium=x">again</a></h2><h2><a href="mailto:a@b.example">m</a></h2></main><a href="/not">n</a>"""
    listing = read_links(page.encode(), "text/html", ["main h2 > a", "article"], BASE)
    assert targets(listing) == ["/ar/1", "/2", "/ar/3"]
    assert read_links(b"", "text/html", ["a"], BASE) is None


def test_what_a_page_changes_by_itself_is_no_change() -> None:
    page = "<html><head><script>token=%s</script></head><body><p>نص</p><!-- %s --><input value='%s'></body></html>"
    assert digest_page((page % (1, 1, 1)).encode(), "text/html") == digest_page(
        (page % (2, 2, 2)).encode(), "text/html"
    )
    changed = (page % (1, 1, 1)).replace("نص", "نصّ آخر")
    assert digest_page(changed.encode(), "text/html") != digest_page((page % (1, 1, 1)).encode(), "text/html")
    assert digest_page(b"a", "text/plain") != digest_page(b"b", "text/plain")


def test_the_key_is_the_article_s_whatever_counts_its_readers() -> None:
    def key(text: str) -> str:
        address = read_address(text)
        assert isinstance(address, Address)
        return key_of(address)

    same = [
        "https://news.example/1",
        "http://news.example/1/",
        "https://news.example/1?utm_source=x",
        "https://NEWS.example/1#c",
    ]
    assert len({key(text) for text in same}) == 1
    assert (
        len({key(text) for text in ("https://news.example/1", "https://news.example/1?id=2", "https://x.example/1")})
        == 3
    )


PARTS = (
    "<rss>", "<channel>", "<item>", "<link>", "</link>", "</item>", "https://news.example/1", "<guid>", "&amp;",
    "&x;", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<feed>", "<entry>", "<link href='/1'/>", "{", '"items": [', "]", "}",
    "س", "\x00", "<urlset>", "<url><loc>", "<!--", "-->", "<?xml version='1.0' encoding='x'?>",
    "<html><body><a href='/1'>", "\ud800",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PARTS), max_size=25).map("".join),
    st.sampled_from(["text/html", "text/xml; charset=cp1256"]),
)
def test_any_text_is_a_listing_or_none(text: str, kind: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    for listing in (read_feed(raw, kind, BASE), read_links(raw, kind, ["a"], BASE)):
        assert listing is None or all(item.key for item in listing.items)
    assert digest_page(raw, kind)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_listing_or_none(raw: bytes) -> None:
    read_feed(raw, "text/xml", BASE)
    read_links(raw, "text/html", ["a"], BASE)
    assert digest_page(raw, "text/html")


@pytest.mark.parametrize(
    "piece", ["…", "<", "<p", "<![CDATA[", "&", "&#x41;", ".", "كلمة ", "</a>", "<a href='/1'>", "{", '"']
)
def test_much_of_one_thing_is_no_more_work_than_its_length(piece: str) -> None:
    many = piece * (1_000_000 // len(piece))
    for text in (rss(f"<link>/1</link><description>{many}x</description>"), many + "x", f"<main>{many}</main>"):
        read_feed(text.encode(), "text/xml", BASE)
        read_links(text.encode(), "text/html", ["a"], BASE)
    assert digest_page(many.encode(), "text/html")


def test_a_feed_that_breaks_off_names_no_half_address() -> None:
    text = "<rss><channel><item><title>a</title><link>/news/12</link></item><item><title>b</title><link>/news/1"
    listing = read_feed(text.encode(), "application/rss+xml", BASE)
    assert listing is not None
    assert [each.address.target for each in listing.items if each.address] == ["/news/12"]


def item_of(title: str, link: str) -> str:
    return f"<item><title>{title}</title><link>{link}</link><description>What {title} tells.</description></item>"


@pytest.mark.parametrize("link", ["https://news.example/", "https://news.example", "/", "https://news.example/section"])
def test_items_whose_links_lead_to_one_place_are_told_apart_and_it_is_not_fetched(link: str) -> None:
    items = [item_of(title, link) for title in ("a", "b", "c")]
    listing = feed(f"<rss><channel>{''.join(items)}</channel></rss>")
    assert [each.address for each in listing.items] == [None] * 3
    later = feed(f"<rss><channel>{''.join([item_of('d', link), *items[:2]])}</channel></rss>")
    assert len({each.key for each in (*listing.items, *later.items)}) == 4


def test_two_titles_of_one_article_are_one_item() -> None:
    listing = feed(f"<rss><channel>{item_of('a', '/news/1')}{item_of('b', '/news/1')}</channel></rss>")
    assert targets(listing) == ["/news/1"]


def test_links_and_sitemaps_have_no_words_to_be_told_apart_by() -> None:
    sitemap = "<urlset><url><loc>https://news.example/</loc></url><url><loc>https://news.example/a</loc></url></urlset>"
    assert targets(feed(sitemap)) == ["/", "/a"]
