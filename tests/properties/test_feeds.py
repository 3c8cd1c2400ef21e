"""Whatever bytes a feed or an export has: it is read or refused, never fails otherwise, and no letter of it is lost."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.feeds.feed import is_feed, read_feed
from generator.ingest.readers.wordpress.export import is_wordpress, read_wordpress
from generator.ingest.readers.wordpress.paragraphs import make_paragraphs
from generator.ingest.readers.wordpress.shortcodes import resolve_shortcodes
from generator.ingest.readers.xml.mending import mend_xml
from generator.ingest.readers.xml.pieces import split_records
from generator.ingest.readers.xml.trees import parse_record, read_declarations
from generator.model.source import Record, SourceDocument

FEEDS = Path(__file__).parents[1] / "golden" / "feeds"
SAMPLES = sorted(path for path in FEEDS.iterdir() if not path.name.endswith(".expected.json"))
PARTS = [
    "<item>", "</item>", "<item", "<entry>", "</entry>", "<title>", "</title>", "<description>", "</description>",
    "<content:encoded>", "</content:encoded>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "&", "&amp;", "&nbsp;",
    "&#8;", "&#xD83D;&#xDE00;", "&#99999999;", "<", ">", "<p>", "</p>", "<br>", "<b a='1' b=\"<\">", '"', "'", "\x00",
    "\x0b", "\ufffe", "\ud83d", "\n", " ", "a:b", "<a:b>", "</a:b>", "خبر", "News", "<link/>", "<guid>", "</guid>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>", "&y;", "<wp:status>publish</wp:status>", "<wp:post_type>post</wp:post_type>",
    "<wp:postmeta>", "<wp:meta_key>_thumbnail_id</wp:meta_key>", "[caption]", "[/caption]", "[gallery ids='1']", "[",
    "]", "<pre>", "</pre>", "<!-- wp:paragraph -->", "<!-- /wp:paragraph -->", "<!--more-->", "<ul><li>", "{", "}",
]  # fmt: skip
soup = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), max_size=40).map("".join)
# Letters of words, so that what is lost of them can be seen; `\u0640` may be dropped by repairs.
words = st.text(st.sampled_from("ابتثجحخدرزسشصطعفقكلمنهوي abcdefghijklmnop"), min_size=1, max_size=30)
WXR_HEAD = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>x</title>'


def document_of(raw: bytes) -> SourceDocument:
    return SourceDocument.of(Path("feed.xml"), raw, "0" * 64)


def read_all(raw: bytes) -> list[Record | Problem]:
    """All records and problems of some bytes, read as what they are taken for, and as the other kind too."""
    found: list[Record | Problem] = []
    for read in (read_feed, read_wordpress):
        try:
            found += list(read(document_of(raw)))
        except UnreadableError as error:
            found.append(error.problem)
    return found


@settings(deadline=None, max_examples=300)
@given(soup, st.sampled_from(["<rss><channel>", '<feed xmlns="http://www.w3.org/2005/Atom">', WXR_HEAD, ""]))
def test_any_markup_is_read_or_refused(text: str, head: str) -> None:
    for each in read_all((head + text).encode("utf-8", "surrogatepass")):
        if isinstance(each, Problem):
            assert each.path == Path("feed.xml")
            continue
        assert each.key
        assert not any(re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff]", claim.value) for claim in each.claims)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SAMPLES), st.data())
def test_damage_anywhere_is_survived(path: Path, data: st.DataObject) -> None:
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    length = data.draw(st.integers(0, 40))
    noise = data.draw(
        st.one_of(
            st.binary(max_size=12), st.sampled_from(PARTS).map(lambda part: part.encode("utf-8", "surrogatepass"))
        )
    )
    damaged = raw[:at] + noise + raw[at + length :]
    is_feed(path, damaged[:65536]), is_wordpress(path, damaged[:65536])
    for each in read_all(damaged):
        assert isinstance(each, Record | Problem)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for each in read_all(raw):
        assert isinstance(each, Record | Problem)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text))


def told(record: Record) -> str:
    """All that a record tells, in one text."""
    return letters(
        "".join([*(claim.value for claim in record.claims), *(block.text for block in record.blocks), *record.removed])
    )


@settings(deadline=None, max_examples=150)
@given(words, words, words, words, st.booleans(), st.booleans())
def test_every_letter_of_an_item_is_told(
    title: str, first: str, second: str, author: str, escaped: bool, whole: bool
) -> None:
    body = f"<p>{first}</p><ul><li>{second}</li></ul>"
    content = html.escape(body) if escaped else f"<![CDATA[{body}]]>"
    end = "</item></channel></rss>" if whole else ""
    text = (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>{title}</title>'
        f"<author>{author}</author><content:encoded>{content}</content:encoded>{end}"
    )
    records = [each for each in read_feed(document_of(text.encode())) if isinstance(each, Record)]
    assert len(records) == 1
    for part in (title, first, second, author):
        assert letters(part) in told(records[0])


@settings(deadline=None, max_examples=200)
@given(soup)
def test_mended_xml_is_well_formed_and_keeps_its_words(text: str) -> None:
    item = f"<item><title>{text.encode('utf-8', 'replace').decode()}</title></item>"
    item = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", item)
    element, _ = parse_record(mend_xml(item), read_declarations(""), 1)
    assert element is not None


@settings(deadline=None, max_examples=200)
@given(soup, st.integers(1, 30))
def test_pieces_are_the_document_however_it_is_read(text: str, size: int) -> None:
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    pieces = list(split_records(parts, "item"))
    assert "".join(piece.text for piece in pieces) == text
    assert pieces == list(split_records([text], "item"))
    at = 0
    for piece in pieces:
        assert piece.line == text.count("\n", 0, at) + 1
        at += len(piece.text)


@settings(deadline=None, max_examples=200)
@given(soup)
@example("a\n\n<ul>\n<li>b\n\nc</li></ul>\n\nd")
@example("<pre>\n\n</pre>\n\n\n<p>x\n\ny")
def test_paragraphs_keep_all_letters_and_lines(text: str) -> None:
    made = make_paragraphs(text)
    assert re.sub(r"</?p>|<br>|\s", "", made) == re.sub(r"</?p>|<br>|\s", "", text)
    assert made.count("\n") == text.count("\n")


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.one_of(words, st.sampled_from(["[", "]", "[sic]", "[[gallery]]", "[x y]", "[صورة]", "\n", "<p>"])),
        max_size=20,
    ).map("".join)
)
def test_brackets_that_are_no_shortcodes_stay(text: str) -> None:
    removed: list[str] = []
    made = resolve_shortcodes(text, lambda _number: None, removed)
    assert letters(made + "".join(removed)) == letters(text.replace("[[gallery]]", "[gallery]"))


@settings(deadline=None, max_examples=100)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text()),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "title", "content_html", "authors", "tags", "name", "url"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    ),
    st.integers(0, 400),
)
def test_any_json_is_read_or_refused(item: object, cut: int) -> None:
    text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": item, "items": [item, {"id": "1"}]})
    for raw in (text, text[:cut]):
        for each in read_all(raw.encode("utf-8", "surrogatepass")):
            assert isinstance(each, Record | Problem)
