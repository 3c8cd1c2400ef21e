"""What makes a feed a feed, where its bounds are, and what single fields of items mean."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.feeds.feed import is_feed, read_feed
from generator.model.article import Sureness
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

RSS = (
    '<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة</title><link>https://a.example/</link>{items}'
    "</channel></rss>"
)


def document_of(raw: bytes, name: str = "feed.xml") -> SourceDocument:
    return SourceDocument.of(Path(name), raw, "0" * 64)


def rss(items: str, encoding: str = "UTF-8") -> bytes:
    return RSS.replace("{encoding}", encoding).replace("{items}", items).encode()


def records(raw: bytes) -> list[Record]:
    return [each for each in read_feed(document_of(raw)) if isinstance(each, Record)]


def only(items: str) -> Record:
    (record,) = records(rss(items))
    return record


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def text_of(record: Record) -> str:
    return "\n".join(block.text for block in record.blocks)


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.xml", rss(""), True),
        ("no-extension", b"\xef\xbb\xbf\n\n<rss version='2.0'><channel>", True),
        ("a.txt", '<?xml version="1.0"?><rss><channel>'.encode("utf-16"), True),
        ("a.xml", '<?xml version="1.0"?><rss><channel>'.encode("utf-16-be"), True),
        ("a.xml", b'<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', True),
        ("a.rdf", b'<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel>', True),
        ("a.rdf", b'<rdf:RDF xmlns="http://www.w3.org/2002/07/owl#"><Ontology/>', False),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1"', True),
        ("a.json", b'{"version": "1.0", "items": []}', False),
        ("a.xml", b"<!DOCTYPE html><html><body><pre>&lt;rss></pre><rss>", False),
        ("a.html", b"<rss><channel>", False),
        ("a.txt", "خبر عن الخلاصات، لا خلاصة".encode(), False),
        ("a.xml", b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>', False),
        ("a.xml", b"<urlset><url><loc>https://a.example/</loc></url></urlset>", False),
        ("a", b"", False),
    ],
)
def test_a_feed_is_known_by_its_content(name: str, head: bytes, expected: bool) -> None:
    assert is_feed(Path(name), head) is expected


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "nonsense"])
def test_arabic_is_read_in_whatever_encoding_it_really_is(encoding: str, declared: str) -> None:
    text = rss(
        "<item><title>افتتاح السوق الجديد على الساحل</title><link>https://a.example/1</link></item>", declared
    ).decode()
    (record,) = records(text.encode(encoding))
    assert values(record, FieldName.TITLE) == ["افتتاح السوق الجديد على الساحل"]


def test_utf_16_is_read_however_long_it_is() -> None:
    item = "<item><title>سوق \U0001f41f السمك</title></item>"
    for shift in range(2):
        raw = rss(" " * shift + item * 800).decode().encode("utf-16-le")
        found = records(raw)
        assert len(found) == 800
        assert values(found[-1], FieldName.TITLE) == ["سوق \U0001f41f السمك"]


def test_lines_are_those_of_the_document() -> None:
    body = "<content:encoded><![CDATA[<p>a</p>\n\n<p>b</p>]]></content:encoded>"
    for fault in ("", " & ", " &nbsp; ", " < ", "\n<!-- x\n -->"):
        record = only(f"\n\n<item>\n<title>t{fault}</title>\n{body}</item>")
        start = 5 + fault.count("\n")
        assert (record.line, [block.line for block in record.blocks]) == (3, [start, start + 2])


def test_content_in_base64_is_decoded_and_other_media_are_none() -> None:
    content = base64.b64encode("<p>نص الخبر</p>".encode()).decode()
    entry = f'<entry><content mode="base64" type="text/html">{content}</content></entry>'
    entry += '<entry><content type="application/pdf">JVBE</content><title>x</title></entry>'
    text, none = records(f'<feed version="0.3" xmlns="http://purl.org/atom/ns#">{entry}</feed>'.encode())
    assert text_of(text) == "نص الخبر"
    assert none.blocks == ()


def test_numbers_of_any_size_identify_items_of_json_feeds() -> None:
    items = '{"id": 12345678901234567890123, "title": "a"}, {"id": 1.50, "title": "b"}'
    raw = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{items}]}}'.encode()
    assert [record.key for record in records(raw)] == ["12345678901234567890123", "1.50"]


def test_one_item_in_another_encoding_hurts_no_other() -> None:
    good = "<item><title>خبر سليم من الساحل</title><guid>1</guid></item>\n"
    bad = "<item><title>خبر مكتوب بترميز آخر</title><guid>2</guid></item>\n"
    raw = rss(f"\n{good}X\n{good.replace('>1<', '>3<')}").replace(b"X", bad.encode("cp1256"))
    assert [values(record, FieldName.TITLE)[0] for record in records(raw)] == [
        "خبر سليم من الساحل", "خبر مكتوب بترميز آخر", "خبر سليم من الساحل",
    ]  # fmt: skip


def test_damaged_bytes_are_told_at_their_record() -> None:
    raw = rss("\n<item><title>خبر سليم من الساحل الشرقي</title></item>\n<item><title>خبر آخر</title></item>")
    raw = raw.replace("سليم".encode(), "سليم".encode()[:-1])
    first, second = records(raw)
    assert [problem.code for problem in first.problems] == ["damaged-bytes"]
    assert first.problems[0].line == 2
    assert second.problems == ()


@pytest.mark.parametrize("raw", [b"", b"   \n", b"\x00\x01\x02" * 50, b"<html><body>404</body></html>", "خبر".encode()])
def test_what_is_no_feed_is_refused_with_a_reason(raw: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        list(read_feed(document_of(raw)))
    assert refused.value.problem.path == Path("feed.xml")


def test_a_feed_without_items_is_told() -> None:
    (problem,) = read_feed(document_of(rss("")))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == ("no-items", Severity.WARNING)


@pytest.mark.parametrize(
    "item", ["<item/>", "<item></item>", "<item><guid>x</guid><pubDate>2025-06-02</pubDate></item>"]
)
def test_an_item_that_says_nothing_is_told(item: str) -> None:
    problem, record = read_feed(document_of(rss(f"{item}<item><title>x</title></item>")))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.record) == ("empty-record", "1")
    assert isinstance(record, Record)


def test_items_may_have_a_prefix() -> None:
    raw = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/">'
        b"<rss:channel><rss:title>S</rss:title></rss:channel><rss:item><rss:title>x</rss:title></rss:item></rdf:RDF>"
    )
    (record,) = records(raw)
    assert values(record, FieldName.TITLE) == ["x"]
    assert values(record, FieldName.SOURCE) == ["S"]


def test_entities_are_never_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET WORDS")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = (
        f'<!DOCTYPE rss SYSTEM "{secret.as_uri()}" [<!ENTITY e0 "boom">{bomb}<!ENTITY file SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY % ext SYSTEM "{secret.as_uri()}"> %ext;]><rss><channel><title>&e11;</title>'
        "<item><title>a &e11; b &file;</title><description>&e11;</description></item></channel></rss>"
    )
    found = list(read_feed(document_of(text.encode())))
    (record,) = (each for each in found if isinstance(each, Record))
    assert values(record, FieldName.TITLE) == ["a &e11; b &file;"]
    assert "boom" not in repr(record)
    assert "SECRET" not in repr(found)
    assert "entities-not-read" in {each.code for each in found if isinstance(each, Problem)}


def test_the_key_of_an_item_is_its_own_and_stays_as_the_feed_goes_on() -> None:
    items = [
        "<item><guid>g-1</guid><title>a</title></item>",
        "<item><link>https://a.example/2</link><title>b</title></item>",
        "<item><title>c</title><pubDate>2025-06-02</pubDate></item>",
        "<item><description>d</description></item>",
    ]
    before = [record.key for record in records(rss("".join(items)))]
    after = [
        record.key
        for record in records(rss("".join(["<item><guid>new</guid><title>e</title></item>", *items[1:], items[0]])))
    ]
    assert after[1:] == [*before[1:], before[0]]
    assert before[:2] == ["g-1", "https://a.example/2"]


def test_the_address_of_the_site_is_no_key_of_an_item() -> None:
    items = "".join(f"<item><guid>https://a.example/</guid><link>https://a.example/{n}</link></item>" for n in "12")
    assert [record.key for record in records(rss(items))] == ["https://a.example/1", "https://a.example/2"]


def test_one_identifier_for_two_items_still_gives_two_keys() -> None:
    keys = [
        record.key
        for record in records(
            rss("<item><guid>x</guid><title>a</title></item><item><guid>x</guid><title>b</title></item>")
        )
    ]
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>leila@a.example (ليلى حداد)</author>", ["ليلى حداد"]),
        ("<author>ليلى حداد &lt;leila@a.example&gt;</author>", ["ليلى حداد"]),
        ("<author>ليلى حداد</author>", ["ليلى حداد"]),
        ("<author>noreply@a.example</author>", []),
        ("<dc:author>ليلى حداد</dc:author>", ["ليلى حداد"]),
        ("<author>m@a.example</author><dc:creator>سامي</dc:creator><dc:creator>منى</dc:creator>", ["سامي", "منى"]),
    ],
)
def test_authors_are_names(author: str, name: list[str]) -> None:
    assert values(only(f"<item><title>x</title>{author}</item>"), FieldName.AUTHOR) == name


@pytest.mark.parametrize("name", ["admin", "صحيفة"])
def test_an_author_who_is_nobody_is_doubtful(name: str) -> None:
    record = only(f"<item><title>x</title><dc:creator>{name}</dc:creator></item>")
    assert [claim.sure for claim in record.claims if claim.name is FieldName.AUTHOR] == [Sureness.DOUBTFUL]


@pytest.mark.parametrize("date", ["Mon, 30 Nov -0001 00:00:00 +0000", "0000-00-00 00:00:00"])
def test_dates_that_mean_none_are_no_claims(date: str) -> None:
    assert values(only(f"<item><title>x</title><pubDate>{date}</pubDate></item>"), FieldName.PUBLISHED) == []


@pytest.mark.parametrize("date", ["الإثنين، ٢ حزيران ٢٠٢٥", "02/06/2025", "Tue, 03 Jun 2025 01:30:00 EET"])
def test_dates_stay_as_the_source_writes_them(date: str) -> None:
    assert values(only(f"<item><title>x</title><pubDate>{date}</pubDate></item>"), FieldName.PUBLISHED) == [date]


def test_updated_is_never_published() -> None:
    entry = "<entry><title>x</title><updated>2025-06-02T10:00:00Z</updated></entry>"
    raw = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()
    (record,) = records(raw)
    assert values(record, FieldName.PUBLISHED) == []
    assert values(record, FieldName.UPDATED) == ["2025-06-02T10:00:00Z"]


PARAGRAPH = "وقال مدير السوق إن العمل يبدأ عند الفجر وينتهي قبل الغروب بساعة في كل أيام الأسبوع ما عدا الجمعة. "


@pytest.mark.parametrize(
    ("description", "excerpt"),
    [
        ("سطر قصير عن السوق.", True),
        (PARAGRAPH * 4 + "…", True),
        (PARAGRAPH * 4 + "[…]", True),
        (PARAGRAPH * 20 + "&lt;a href='x'&gt;اقرأ المزيد&lt;/a&gt;", True),
        (PARAGRAPH * 20, False),
        (f"&lt;p&gt;{PARAGRAPH * 2}&lt;/p&gt;&lt;p&gt;{PARAGRAPH * 2}&lt;/p&gt;&lt;p&gt;انتهى&lt;/p&gt;", False),
        ("", True),
    ],
)
def test_summaries_and_full_texts_are_told_apart(description: str, excerpt: bool) -> None:
    record = only(
        f"<item><title>x</title><link>https://a.example/1</link><description>{description}</description></item>"
    )
    assert record.excerpt is excerpt


def test_a_short_item_that_leads_nowhere_is_all_there_is() -> None:
    assert not only("<item><title>x</title><description>سطر قصير.</description></item>").excerpt


@pytest.mark.parametrize(
    ("tail", "removed"),
    [
        ("The post A appeared first on B.", True),
        ("The article A first appeared at B", True),
        ("ظهرت المقالة أ أولاً على ب.", True),
        ("هذا المقال نُشر أولا في ب", True),
        ("The post was never delivered to the town.", False),
        ("ظهرت المقالة في الصفحة الأخيرة من العدد.", False),
    ],
)
def test_tails_that_plugins_add_are_taken_out(tail: str, removed: bool) -> None:
    body = f"<![CDATA[<p>نص الخبر كله.</p><p>{tail}</p>]]>"
    record = only(f"<item><title>x</title><content:encoded>{body}</content:encoded></item>")
    assert (tail in record.removed) is removed
    assert (tail in text_of(record)) is not removed


def test_words_like_read_more_within_a_sentence_stay() -> None:
    text = "<p>The library is open to all who want to read more</p>"
    record = only(f"<item><title>x</title><content:encoded><![CDATA[{text}]]></content:encoded></item>")
    assert text_of(record) == "The library is open to all who want to read more"


def test_pictures_beside_the_text_come_first_with_their_captions() -> None:
    record = only(
        "<item><title>x</title><description>نص.</description>"
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" '
        'medium="image" url="https://a.example/p.jpg"><media:description>باب السوق</media:description></media:content>'
        "</item>"
    )
    figure = record.blocks[0]
    assert figure.kind is BlockKind.FIGURE
    assert "https://a.example/p.jpg" in (figure.markdown or "")
    assert "باب السوق" in figure.text + (figure.markdown or "")


def test_a_picture_that_the_text_shows_is_not_shown_twice() -> None:
    record = only(
        '<item><title>x</title><enclosure type="image/jpeg" url="https://a.example/p.jpg"/>'
        '<content:encoded><![CDATA[<p>نص.</p><img src="https://a.example/p-300x200.jpg">]]></content:encoded></item>'
    )
    assert [block.kind for block in record.blocks] == [BlockKind.PARAGRAPH, BlockKind.FIGURE]


def test_one_picture_in_several_sizes_is_shown_once_and_portraits_never() -> None:
    sizes = "".join(
        f'<media:content type="image/jpeg" width="{w}" url="https://a.example/p{w}.jpg"/>' for w in (140, 460)
    )
    portrait = '<media:content medium="image" url="https://0.gravatar.com/avatar/ab?s=96"/>'
    record = only(f'<item xmlns:media="http://search.yahoo.com/mrss/"><title>x</title>{sizes}{portrait}</item>')
    (figure,) = record.blocks
    assert "p460.jpg" in (figure.markdown or "")


class _Endless(io.RawIOBase):
    """A feed that grows for as long as it is read."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        self.given += 1
        item = f"<item><guid>{self.given}</guid><title>خبر</title></item>".encode()
        return (rss("").partition(b"</channel>")[0] if self.given == 1 else b"") + item * (
            max(size, 1) // len(item) + 1
        )


def test_items_are_given_while_the_document_is_read() -> None:
    opened: list[Any] = []

    def open_() -> BinaryIO:
        opened.append(_Endless() if len(opened) >= 4 else io.BytesIO(rss("<item><title>1</title></item>")))
        return opened[-1]

    found: Iterator[Record | Problem] = read_feed(SourceDocument(Path("feed.xml"), "0" * 64, 1, open_))
    assert isinstance(next(found), Record)
    assert len(opened) >= 5
    assert opened[-1].given < 5


def test_an_item_larger_than_any_article_is_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.readers.xml.pieces.LARGEST_RECORD", 400_000)
    items = f"<item><guid>1</guid><title>{'x' * 1_000_000}</title></item><item><guid>2</guid><title>b</title></item>"
    large, small = read_feed(document_of(rss(items)))
    assert isinstance(large, Problem)
    assert large.code == "too-large"
    assert isinstance(small, Record)
    assert small.key == "2"


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("بريد النهر - أخبار", "بريد النهر"),
        ("رياضة | بريد النهر", "بريد النهر"),
        ("The Bay Courier » World News", "The Bay Courier"),
        ("الأخبار - سياسة", "الأخبار - سياسة"),
        ("بريد النهر - طبعة الساحل", "بريد النهر - طبعة الساحل"),
        ("World News", "World News"),
    ],
)
def test_the_section_whose_feed_it_is_is_no_part_of_the_source(title: str, source: str) -> None:
    raw = rss("<item><title>افتتاح السوق</title></item>").replace("صحيفة".encode(), title.encode())
    (record,) = records(raw)
    assert values(record, FieldName.SOURCE) == [source]
