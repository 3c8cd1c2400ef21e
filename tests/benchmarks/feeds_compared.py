"""Read a feed with one damage at a time, with feedparser and with our reader: what is found of items and of words.

python tests/benchmarks/feeds_compared.py
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import feedparser

from generator.ingest.readers.feeds.feed import read_feed
from generator.model.source import Record, SourceDocument

COUNT = 20
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>جريدة الضفة</title><link>https://dhiffa.example/</link>
"""
ITEM = """<item><title>عنوان t{n:03d}a</title><link>https://dhiffa.example/{n}</link><guid>g{n}</guid>
<dc:creator>n{n:03d}a</dc:creator><dc:creator>n{n:03d}b</dc:creator><pubDate>الإثنين 2 حزيران 2025</pubDate>
<description>ملخص s{n:03d}a</description>
<content:encoded><![CDATA[<p>فقرة b{n:03d}a</p><figure><img src="https://dhiffa.example/{n}.jpg"><figcaption>b{n:03d}b</figcaption></figure><p>b{n:03d}c</p>]]></content:encoded></item>
"""
DAMAGES = {
    "none": ("", ""),
    "& in a title": ("عنوان t010a", "عنوان & t010a"),
    "&nbsp; in a title": ("عنوان t010a", "عنوان&nbsp;t010a"),
    "< in a title": ("عنوان t010a", "عنوان < t010a"),
    "control character": ("فقرة b010a", "فقرة\x0b b010a"),
    "character reference &#8;": ("عنوان t010a", "عنوان &#8;t010a"),
    "HTML not escaped": ("<description>ملخص s010a</description>", "<description><p>ملخص<br>s010a</p></description>"),
    "]]> within CDATA": ("<p>فقرة b010a</p>", "<p>a[b[0]]> b010a</p>"),
    "CDATA not closed": ("<p>b010c</p>]]></content", "<p>b010c</p></content"),
    "title not closed": ("t010a</title>", "t010a"),
    "item not closed": ("b010c</p>]]></content:encoded></item>", "b010c</p>]]></content:encoded>"),
    "end tag too many": ("<guid>g10</guid>", "<guid>g10</guid></b>"),
    "unknown prefix": ("<guid>g10</guid>", "<guid>g10</guid><geo:lat>1</geo:lat>"),
    "duplicate attribute": ("<guid>g10</guid>", '<guid a="1" a="2">g10</guid>'),
    "attribute without quotes": ("<guid>g10</guid>", "<guid isPermaLink=false>g10</guid>"),
    "text before <?xml": ("<?xml", "\n Warning: x in y\n<?xml"),
    "byte order mark and line": ("<?xml", "\ufeff\n<?xml"),
}
CUTS = {"cut in the 10th body": "b010c", "cut in the 10th title": "t010a"}


def feed() -> str:
    """A sound feed of COUNT items, each word of which is known."""
    return HEAD + "".join(ITEM.format(n=n) for n in range(COUNT)) + "</channel></rss>\n"


def damaged() -> dict[str, bytes]:
    """The feed with each damage."""
    feeds = {name: feed().replace(old, new, 1).encode() for name, (old, new) in DAMAGES.items()}
    feeds |= {name: feed()[: feed().index(word) + 5].encode() for name, word in CUTS.items()}
    feeds["Windows-1256, said to be UTF-8"] = feed().encode("cp1256")
    feeds["UTF-8 cut within a letter"] = feed().encode().replace("فقرة b010a".encode(), "فقرة b010a".encode()[1:])
    return feeds


def words(text: str) -> set[str]:
    """The known words in a text."""
    return set(re.findall(r"\b[tsnb]\d{3}[abc]\b", text))


def by_feedparser(raw: bytes) -> tuple[int, set[str], str]:
    """Items, known words, and all text, as feedparser gives them."""
    parsed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    texts = []
    for each in parsed.entries:
        contents = [content.value for content in each.get("content", ())]
        authors = [author.get("name", "") for author in each.get("authors", ())]
        texts += [each.get("title", ""), each.get("summary", ""), each.get("published", ""), *contents, *authors]
    return len(parsed.entries), words(" ".join(texts)), " ".join(texts)


def by_us(raw: bytes) -> tuple[int, set[str], str]:
    """The same from our reader."""
    document = SourceDocument.of(Path("feed.xml"), raw, "")
    records = [each for each in read_feed(document) if isinstance(each, Record)]
    texts = [claim.value for record in records for claim in record.claims]
    texts += [f"{block.text} {block.markdown or ''}" for record in records for block in record.blocks]
    return len(records), words(" ".join(texts)), " ".join(texts)


def main() -> None:
    """Print a table of the damages."""
    whole = words(feed())
    print(
        f"| damage ({COUNT} items, {len(whole)} words) | feedparser {feedparser.__version__}: items, words, Arabic | our reader |"
    )
    print("| --- | --- | --- |")
    for name, raw in damaged().items():
        row = []
        for read in (by_feedparser, by_us):
            start = time.process_time()
            count, found, text = read(raw)
            row.append(
                f"{count}, {len(found & whole)}, {'yes' if 'فقرة' in text else 'NO'}, {(time.process_time() - start) * 1000:.0f} ms"
            )
        print(f"| {name} | {row[0]} | {row[1]} |")


if __name__ == "__main__":
    main()
