"""Exports of WordPress: which items are articles, and what their fields mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.wordpress.export import is_wordpress, read_wordpress
from generator.model.article import Sureness
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{v}/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/{v}/"><channel><title>جريدة</title><language>en-US</language>'
    "<wp:author><wp:author_login>leila</wp:author_login>"
    "<wp:author_display_name>ليلى حداد</wp:author_display_name></wp:author>"
)
POST = "<wp:post_id>{n}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"


def export(items: str, version: str = "1.2") -> SourceDocument:
    raw = (HEAD.replace("{v}", version) + items + "</channel></rss>").encode()
    return SourceDocument.of(Path("export.xml"), raw, "0" * 64)


def read(items: str) -> tuple[list[Record], list[Problem]]:
    found = list(read_wordpress(export(items)))
    return [each for each in found if isinstance(each, Record)], [each for each in found if isinstance(each, Problem)]


def only(fields: str) -> Record:
    (record,), _ = read(f"<item>{POST.format(n=1)}{fields}</item>")
    return record


def meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is not BlockKind.FIGURE]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format_is_known_and_read(version: str) -> None:
    document = export(f"<item>{POST.format(n=7)}<title>خبر</title></item>", version)
    assert is_wordpress(document.path, document.raw)
    (record,) = read_wordpress(document)
    assert isinstance(record, Record)
    assert (record.key, values(record, FieldName.TITLE)) == ("7", ["خبر"])


def test_a_feed_is_no_export() -> None:
    raw = b'<?xml version="1.0"?><rss version="2.0"><channel><generator>https://wordpress.org/?v=6.5</generator>'
    assert not is_wordpress(Path("feed.xml"), raw)
    with pytest.raises(UnreadableError, match="no export"):
        list(read_wordpress(SourceDocument.of(Path("feed.xml"), raw, "0")))


@pytest.mark.parametrize("status", ["draft", "pending", "private", "future", "trash", "auto-draft", "inherit"])
def test_what_is_not_published_is_counted_and_told_once(status: str) -> None:
    item = f"<item><wp:post_id>1</wp:post_id><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item>"
    records, (problem,) = read(item * 3)
    assert records == []
    assert (problem.code, problem.severity) == ("not-articles", Severity.HINT)
    assert problem.found == f"{status} post (3)"


@pytest.mark.parametrize("kind", ["attachment", "nav_menu_item", "revision", "wp_template", "product", "custom_css"])
def test_kinds_that_are_no_articles_are_left_out(kind: str) -> None:
    item = f"<item><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type></item>"
    records, problems = read(item)
    assert records == []
    assert [problem.code for problem in problems] == ["not-articles"]


def test_kinds_of_a_site_s_own_can_be_asked_for() -> None:
    item = "<item><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>news</wp:post_type></item>"
    (record,) = read_wordpress(export(item), types=("post", "news"))
    assert isinstance(record, Record)


@pytest.mark.parametrize(
    ("local", "universal", "claimed"),
    [
        ("2025-06-02 01:30:00", "2025-06-01 22:30:00", "2025-06-02 01:30:00 +0300"),
        ("2025-06-02 01:30:00", "2025-06-02 01:30:00", "2025-06-02 01:30:00 +0000"),
        ("2025-06-02 01:30:00", "2025-06-02 07:00:00", "2025-06-02 01:30:00 -0530"),
        ("2025-06-02 01:30:00", "0000-00-00 00:00:00", "2025-06-02 01:30:00"),
        ("2025-06-02 01:30:00", "2025-06-09 01:30:00", "2025-06-02 01:30:00"),
        ("2025-06-02 01:30:00", "2025-06-02 01:29:00", "2025-06-02 01:30:00"),
        ("0000-00-00 00:00:00", "2025-06-02 01:30:00", "2025-06-02 01:30:00 +0000"),
    ],
)
def test_the_date_is_the_site_s_own_with_its_offset(local: str, universal: str, claimed: str) -> None:
    record = only(f"<wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{universal}</wp:post_date_gmt>")
    assert values(record, FieldName.PUBLISHED) == [claimed]


def test_dates_that_mean_none_are_no_claims() -> None:
    record = only(
        "<wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_date_gmt>-0001-11-30 00:00:00</wp:post_date_gmt>"
        "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>"
    )
    assert values(record, FieldName.PUBLISHED) == []


def test_authors_have_the_names_they_are_shown_under() -> None:
    record = only("<dc:creator><![CDATA[leila]]></dc:creator>")
    (claim,) = (claim for claim in record.claims if claim.name is FieldName.AUTHOR)
    assert (claim.value, claim.raw, claim.sure) == ("ليلى حداد", "leila", Sureness.SURE)


def test_a_login_without_a_name_is_doubtful() -> None:
    record = only("<dc:creator>x2</dc:creator>")
    assert [claim.sure for claim in record.claims if claim.name is FieldName.AUTHOR] == [Sureness.DOUBTFUL]


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        ("translator", "سامي نصر", FieldName.TRANSLATOR),
        ("_News-Source", "وكالة الساحل", FieldName.SOURCE),
        ("المصدر", "وكالة الساحل", FieldName.SOURCE),
        ("byline", "منى", FieldName.AUTHOR),
        ("_yoast_wpseo_canonical", "https://b.example/1", FieldName.ORIGINAL_URL),
        ("source", "https://b.example/1", FieldName.ORIGINAL_URL),
        ("kicker", "اقتصاد", FieldName.KICKER),
        ("_wpml_import_language_code", "ar", FieldName.LANG),
    ],
)
def test_fields_of_plugins_are_likely_claims(key: str, value: str, name: FieldName) -> None:
    record = only(f"<link>https://a.example/1/</link>{meta(key, value)}")
    claim = next(claim for claim in record.claims if claim.name is name)
    assert (claim.value, claim.rule, claim.sure) == (value, f"wp:postmeta:{key}", Sureness.LIKELY)


@pytest.mark.parametrize("value", ["field_5e1a2b", 'a:1:{i:0;s:1:"x";}', '{"a": 1}', "12", "", "x" * 2000])
def test_what_plugins_write_for_themselves_is_no_claim(value: str) -> None:
    assert values(only(meta("byline", value)), FieldName.AUTHOR) == []


def test_a_canonical_address_of_its_own_is_no_original() -> None:
    record = only(f"<link>https://a.example/1/</link>{meta('_yoast_wpseo_canonical', 'https://a.example/1')}")
    assert values(record, FieldName.ORIGINAL_URL) == []


def test_the_picture_of_a_post_may_stand_behind_it() -> None:
    picture = (
        "<item><wp:post_id>9</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"
        "<excerpt:encoded>باب السوق</excerpt:encoded><wp:attachment_url>https://a.example/d.jpg</wp:attachment_url></item>"
    )
    post = f"<item>{POST.format(n=1)}<content:encoded>نص</content:encoded>{meta('_thumbnail_id', '9')}</item>"
    (record,), _ = read(post + picture)
    figure = record.blocks[0]
    assert figure.kind is BlockKind.FIGURE
    assert "https://a.example/d.jpg" in (figure.markdown or "")
    assert "باب السوق" in figure.text + (figure.markdown or "")


def test_the_language_of_a_post_is_surer_than_that_of_the_site() -> None:
    record = only('<category domain="language" nicename="ar">العربية</category>')
    assert [(claim.value, claim.sure) for claim in record.claims if claim.name is FieldName.LANG] == [
        ("ar", Sureness.SURE), ("en", Sureness.LIKELY),
    ]  # fmt: skip


def test_former_addresses_are_aliases_as_people_read_them() -> None:
    former = meta("_wp_old_slug", "%d9%85%d9%8a%d9%86%d8%a7%d8%a1")
    record = only(f"<link>https://a.example/2025/06/%d8%b3%d9%88%d9%82/</link>{former}")
    assert values(record, FieldName.ALIAS) == ["2025/06/سوق/", "2025/06/ميناء/"]


def test_an_excerpt_that_only_begins_the_text_is_no_standfirst() -> None:
    body = "<content:encoded>فتح السوق أبوابه صباح اليوم أمام الباعة.</content:encoded>"
    assert (
        values(only(f"{body}<excerpt:encoded>فتح السوق أبوابه صباح [...]</excerpt:encoded>"), FieldName.STANDFIRST)
        == []
    )
    assert values(only(f"{body}<excerpt:encoded>سوق للجميع</excerpt:encoded>"), FieldName.STANDFIRST) == ["سوق للجميع"]


@pytest.mark.parametrize(
    ("damage", "title", "text"),
    [
        ("<title>a & b</title><content:encoded><![CDATA[<p>c</p>]]></content:encoded>", "a & b", ["c"]),
        ("<title>a</title><content:encoded><![CDATA[<p>x[y[0]]> z</p>]]></content:encoded>", "a", ["x[y[0]]> z"]),
        ("<title>a\x08b</title><content:encoded><![CDATA[<p>c\x0bd</p>]]></content:encoded>", "ab", ["cd"]),
        ("<title><![CDATA[a</title><content:encoded><![CDATA[<p>c</p>]]></content:encoded>", "a", ["c"]),
        ("<title>a</b></title><content:encoded><p>c<br></content:encoded>", "a", ["c"]),
    ],
)
def test_what_strict_parsers_refuse_is_read(damage: str, title: str, text: list[str]) -> None:
    records, problems = read(
        f"<item>{damage}{POST.format(n=1)}</item><item>{POST.format(n=2)}<title>next</title></item>"
    )
    assert [record.key for record in records] == ["1", "2"]
    assert values(records[0], FieldName.TITLE) == [title]
    assert "".join("".join(texts(records[0])).split()) == "".join("".join(text).split())
    assert problems == []


def test_a_post_in_which_the_export_ends_is_told() -> None:
    raw = (HEAD.replace("{v}", "1.2") + f"<item>{POST.format(n=1)}<content:encoded><![CDATA[نصف جمل").encode()[:-1]
    (record,) = read_wordpress(SourceDocument.of(Path("export.xml"), raw, "0"))
    assert isinstance(record, Record)
    assert [problem.code for problem in record.problems] == ["cut-off"]
    assert texts(record) == ["نصف جم"]


def test_an_item_that_does_not_say_whether_it_is_published_is_not_taken() -> None:
    records, problems = read("<item><title>سر</title><wp:post_id>3</wp:post_id></item>")
    assert records == []
    assert [(problem.code, problem.record) for problem in problems] == [("no-status", "3")]
