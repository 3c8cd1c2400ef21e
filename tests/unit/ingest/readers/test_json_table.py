"""Tables of articles in JSON: where they stand, what becomes of their columns, and what damage costs."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.tables.json_table import is_json_lines, is_json_table, read_json_lines, read_json_table
from generator.model.source import FieldName, Record, SourceDocument
from generator.store.table_mapping import BodyFormat, DateOrder, FieldMapping, TableMapping

PATH = Path("content/sources/bahr/nashra.json")
ARTICLE = {"title": "الميناء يستقبل أول سفينة", "body": "رست السفينة صباحا.\nونزل ركابها.", "date": "2024-05-03"}
OTHER = {"title": "Bridge opens to traffic", "body": "Cars crossed at noon.", "date": "2024-05-04"}


def document(text: str | bytes, path: Path = PATH) -> SourceDocument:
    return SourceDocument.of(path, text if isinstance(text, bytes) else text.encode(), "0" * 64)


def read(text: object, mapping: TableMapping | None = None) -> tuple[list[Record], list[Problem]]:
    """The records and problems of some JSON."""
    raw = text if isinstance(text, (str, bytes)) else json.dumps(text, ensure_ascii=False)
    return parted(read_json_table(document(raw), mapping=mapping))


def parted(found: Iterator[Record | Problem]) -> tuple[list[Record], list[Problem]]:
    both = list(found)
    return [each for each in both if isinstance(each, Record)], [each for each in both if isinstance(each, Problem)]


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def text_of(record: Record) -> list[str]:
    return [block.text for block in record.blocks]


def test_a_list_of_articles() -> None:
    records, problems = read([{"id": 7, **ARTICLE}, {"id": 9, **OTHER}])
    assert not problems
    assert [record.key for record in records] == ["7", "9"]
    assert values(records[0], FieldName.TITLE) == ["الميناء يستقبل أول سفينة"]
    assert text_of(records[0]) == ["رست السفينة صباحا.", "ونزل ركابها."]
    assert values(records[1], FieldName.PUBLISHED) == ["2024-05-04"]
    assert records[1].claims[0].rule == "column:title"


@pytest.mark.parametrize(
    "wrapped",
    [
        {"articles": [ARTICLE, OTHER]},
        {"status": "ok", "data": {"items": [ARTICLE, OTHER]}},
        {"meta": {"title": "Export", "count": 2}, "results": [ARTICLE, OTHER]},
        {"a1": ARTICLE, "a2": OTHER},
        {"response": {"docs": {"a1": ARTICLE, "a2": OTHER}}},
        {"ar": [ARTICLE], "en": [OTHER]},
        [{"article": ARTICLE}, {"article": OTHER}],
        [[ARTICLE], [OTHER]],
        {"hits": {"hits": [{"_id": "a1", "_source": ARTICLE}, {"_id": "a2", "_source": OTHER}]}},
        {"title": {"0": ARTICLE["title"], "1": OTHER["title"]}, "body": {"0": "a", "1": "b"}},
        {"columns": ["title", "body"], "index": [0, 1], "data": [[ARTICLE["title"], "a"], [OTHER["title"], "b"]]},
        {"data": [{"type": "node", "id": "a1", "attributes": ARTICLE}, {"id": "a2", "attributes": OTHER}]},
    ],
)
def test_articles_are_found_wherever_they_stand(wrapped: object) -> None:
    records, _ = read(wrapped)
    assert [values(record, FieldName.TITLE)[0] for record in records] == [ARTICLE["title"], OTHER["title"]]
    assert len({record.key for record in records}) == 2


def test_an_object_that_is_one_article_has_no_key() -> None:
    records, _ = read({**ARTICLE, "related": [OTHER]})
    assert [record.key for record in records] == [""]
    assert text_of(records[0]) == ["رست السفينة صباحا.", "ونزل ركابها."]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"title": "M 4.2", "description": "x", "url": "http://e.org"},
             "geometry": {"type": "Point", "coordinates": [1, 2]}}]},
        {"name": "a-package", "version": "1.0.0", "description": "tools", "dependencies": {"x": "1"}},
        {"openapi": "3.0.0", "info": {"title": "An interface", "description": "of a program"}},
        [[1, 2], [3, 4]], [], '"a text"', 3,
    ],
)  # fmt: skip
def test_json_without_articles_is_told_with_its_columns(other: object) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(other)
    assert caught.value.problem.code == "no-article-columns"
    assert caught.value.problem.path == PATH
    assert caught.value.problem.cure


def test_the_cure_for_unknown_columns_is_a_mapping_of_them() -> None:
    with pytest.raises(UnreadableError) as caught:
        read([{"kop": "Een brug gaat open", "lap": "Er " * 100, "n": 1}])
    assert "`title: kop` and `body: lap`" in caught.value.problem.cure
    assert "nashra.mapping.yml" in caught.value.problem.cure


def test_the_day_of_the_crawl_is_never_the_date() -> None:
    rows = [
        {"title": "أ", "content": "نص", "date_extracted": "2015-07-22 09:45:46"},
        {"title": "ب", "content": "نص", "crawled_at": "2015-07-22"},
        {"title": "ج", "content": "نص", "created_at": "2015-07-22"},
        {"title": "د", "content": "نص", "scraped": "٢٠١٥/٧/٢٢"},
    ]
    records, problems = read(rows)
    assert [record.reference for record in records] == [date(2015, 7, 22)] * 4
    assert not any(values(record, FieldName.PUBLISHED) for record in records)
    assert [(each.code, each.severity) for each in problems] == [("unused-columns", Severity.HINT)]
    assert problems[0].found == "created_at"
    assert "`date: created_at`" in problems[0].cure


def test_a_day_in_the_address_counts_where_nothing_else_says_one() -> None:
    records, _ = read([
        {"title": "أ", "text": "نص", "url": "https://example.org/2015/07/22/port.html"},
        {"title": "ب", "text": "نص", "url": "https://example.org/2015/20150722/sp2.htm"},
        {"title": "ج", "text": "نص", "url": "https://example.org/2015/07/22/x", "date": "2015-07-20"},
        {"title": "د", "text": "نص", "url": "https://example.org/article/20150722774"},
    ])  # fmt: skip
    assert [values(record, FieldName.PUBLISHED) for record in records] == [
        ["2015-07-22"], ["2015-07-22"], ["2015-07-20"], [],
    ]  # fmt: skip


def test_wordpress_rest() -> None:
    records, _ = read([{
        "id": 12, "date": "2024-05-03T10:00:00", "link": "https://example.org/a", "status": "draft",
        "title": {"rendered": "The &#8216;old&#8217; port"}, "author": 3, "categories": [4], "tags": [9],
        "content": {"rendered": "<h2>Quay</h2><p>Ships.</p>", "protected": False},
        "excerpt": {"rendered": "<p>In short.</p>"},
    }])  # fmt: skip
    (record,) = records
    assert values(record, FieldName.TITLE) == ["The ‘old’ port"]
    assert values(record, FieldName.STANDFIRST) == ["In short."]
    assert values(record, FieldName.STATUS) == ["draft"]
    assert text_of(record) == ["Quay", "Ships."]
    assert not values(record, FieldName.AUTHOR)
    assert not values(record, FieldName.KEYWORD)


def test_a_text_that_was_cut_off_is_an_excerpt() -> None:
    records, _ = read({"articles": [{
        "source": {"id": None, "name": "Bahr"}, "title": "Port", "content": "Ships came… [+1234 chars]",
        "publishedAt": "2024-05-03T10:00:00Z", "url": "https://example.org/1",
    }]})  # fmt: skip
    assert records[0].excerpt
    assert records[0].removed == ("… [+1234 chars]",)
    assert text_of(records[0]) == ["Ships came"]
    assert values(records[0], FieldName.SOURCE) == ["Bahr"]


def test_a_summary_alone_is_an_excerpt() -> None:
    records, _ = read([{"title": "Port", "description": "Ships came.", "link": "https://example.org/1"}])
    assert records[0].excerpt
    assert text_of(records[0]) == ["Ships came."]
    assert not values(records[0], FieldName.STANDFIRST)


def test_lists_objects_and_printed_lists() -> None:
    records, _ = read([
        {"title": ["Port"], "text": ["One.", "Two."], "authors": [{"name": "Mona Salem"}, {"name": "Ali Omar"}],
         "keywords": "['sea', \"ships\"]"},
        {"title": "Quay", "text": "Three.", "author": "Salem, Mona", "tags": "#ليبيا #ميناء_طرابلس"},
        {"title": "Quay", "text": "Three.", "author": "Mona Salem, Ali Omar", "tags": "بحر، سفن؛ ميناء"},
    ])  # fmt: skip
    assert text_of(records[0]) == ["One.", "Two."]
    assert [values(record, FieldName.AUTHOR) for record in records] == [
        ["Mona Salem", "Ali Omar"], ["Salem, Mona"], ["Mona Salem", "Ali Omar"],
    ]  # fmt: skip
    assert [values(record, FieldName.KEYWORD) for record in records] == [
        ["sea", "ships"], ["ليبيا", "ميناء طرابلس"], ["بحر", "سفن", "ميناء"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1, "title_ar": "ميناء", "title_en": "Port", "body_ar": "نص.", "body_en": "Text.", "date": "2024-05-03"},
        {"id": 1, "title": {"ar": "ميناء", "en": "Port"}, "body": {"ar": "نص.", "en": "Text."}, "date": "2024-05-03"},
        {"id": 1, "العنوان (بالعربية)": "ميناء", "العنوان (بالإنجليزية)": "Port", "النص - عربي": "نص.",
         "النص - إنجليزي": "Text.", "التاريخ": "2024-05-03"},
    ],
)  # fmt: skip
def test_a_row_with_both_languages_is_two_records(row: dict[str, object]) -> None:
    records, _ = read([row])
    assert [record.key for record in records] == ["1#ar", "1#en"]
    assert [values(record, FieldName.LANG) for record in records] == [["ar"], ["en"]]
    assert [values(record, FieldName.TITLE) for record in records] == [["ميناء"], ["Port"]]
    assert [text_of(record) for record in records] == [["نص."], ["Text."]]
    assert [values(record, FieldName.PUBLISHED) for record in records] == [["2024-05-03"]] * 2


def test_one_column_with_a_language_in_its_name() -> None:
    records, _ = read([{"title_en": "Port", "body_en": "Text.", "lang": "English"}])
    assert records[0].key == "1"
    assert values(records[0], FieldName.LANG)[0] == "en"


def test_a_mapping_goes_before_what_names_say() -> None:
    mapping = TableMapping(
        Path("content/sources/bahr/nashra.mapping.yml"),
        (
            ("title", FieldMapping(("head.line",))), ("body", FieldMapping(("matter", "text"))),
            ("date", FieldMapping(("created_at",))), ("source", FieldMapping((), "صحيفة البحر")),
            ("tags", FieldMapping(("words",), None, "/")), ("authors", FieldMapping()),
        ),
        date_order=DateOrder.MONTH_FIRST, format=BodyFormat.TEXT, records="out.rows", skip=("n",),
    )  # fmt: skip
    row = {"head": {"line": "Port"}, "matter": "a <b>c</b> &amp; d", "created_at": "05/03/2024", "words": "x/y",
           "author": "Nobody", "title": "no", "n": 1}  # fmt: skip
    records, problems = read({"out": {"rows": [row]}, "others": [ARTICLE]}, mapping)
    (record,) = records
    assert values(record, FieldName.TITLE) == ["Port"]
    assert text_of(record) == ["a <b>c</b> &amp; d"]
    assert values(record, FieldName.PUBLISHED) == ["2024-05-03"]
    assert record.claims[1].raw == "05/03/2024"
    assert values(record, FieldName.SOURCE) == ["صحيفة البحر"]
    assert values(record, FieldName.KEYWORD) == ["x", "y"]
    assert not values(record, FieldName.AUTHOR)
    assert [(each.code, each.found) for each in problems] == [("unused-columns", "author, title")]


def test_a_mapping_that_names_a_column_that_is_not_there_is_told() -> None:
    mapping = TableMapping(Path("m.yml"), (("title", FieldMapping(("titel",))), ("body", FieldMapping(("body",)))))
    _, problems = read([ARTICLE], mapping)
    told = next(each for each in problems if each.code == "no-such-column")
    assert told.found == "titel"
    assert told.path == Path("m.yml")


def test_html_text_and_escaped_html() -> None:
    records, _ = read([
        {"title": "a", "body": "<p>One &amp; two</p><p>Three</p>"},
        {"title": "b", "body": "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"},
        {"title": "c", "body": "5 < 6 & 7 > 3, he said"},
        {"title": "d", "body": "First <strong>line</strong>\n\nSecond line"},
        {"title": "e", "body": "First\\nSecond\\r\\nThird"},
        {"title": "f", "body": "&quot;Yes&quot; &amp; no"},
    ])  # fmt: skip
    assert [text_of(record) for record in records] == [
        ["One & two", "Three"], ["One", "Two"], ["5 < 6 & 7 > 3, he said"], ["First line", "Second line"],
        ["First", "Second", "Third"], ['"Yes" & no'],
    ]  # fmt: skip


def test_markdown_where_a_person_said_so() -> None:
    mapping = TableMapping(Path("m.yml"), format=BodyFormat.MARKDOWN)
    records, _ = read([{"title": "a", "body": "# Quay\n\n- one\n- two {{< x >}}\n"}], mapping)
    assert [(block.kind.value, block.text) for block in records[0].blocks] == [
        ("h2", "Quay"), ("li", "one"), ("li", "two"),
    ]  # fmt: skip
    assert records[0].removed == ("{{< x >}}",)


def test_rows_without_text_are_told() -> None:
    records, problems = read([ARTICLE, {"title": "Cartoon", "body": ""}, *({"title": "x"} for _ in range(40))])
    assert len(records) == 1
    told = [each for each in problems if each.code == "no-text"]
    assert len(told) == 21
    assert told[0].record == "2"
    assert "21 more rows" in told[-1].what


def test_keys_that_stand_twice() -> None:
    rows = [{"id": n if n < 70 else 5, "title": f"t{n}", "body": "x"} for n in range(72)]
    records, _ = read(rows)
    assert records[5].key == "5"
    assert [record.key for record in records[70:]] == ["5#2", "5#3"]


def test_an_id_that_repeats_names_nothing() -> None:
    records, _ = read([{"id": 1, "title": f"t{n}", "body": "x", "url": f"https://e.org/{n}"} for n in range(3)])
    assert [record.key for record in records] == ["https://e.org/0", "https://e.org/1", "https://e.org/2"]


# --- damage ---


def test_raw_quotation_marks_are_mended_and_told() -> None:
    raw = '[{"title": "One", "body": "a"},\n{"title": "قال "نعم" ثم", "body": "b"},\n{"title": "Three", "body": "c"}]'
    records, problems = read(raw)
    assert [values(record, FieldName.TITLE) for record in records] == [["One"], ['قال "نعم" ثم'], ["Three"]]
    assert [(each.code, each.line, each.severity) for each in problems] == [("mended-json", 2, Severity.WARNING)]
    assert "نعم" in problems[0].found


def test_a_broken_record_below_a_key_costs_itself_only() -> None:
    raw = '{"n": 3, "articles": [{"title": "One", "body": "a"}, {"title": x y z}, {"title": "3", "body": "c"}]}'
    records, problems = read(raw)
    assert [values(record, FieldName.TITLE) for record in records] == [["One"], ["3"]]
    assert [each.code for each in problems] == ["broken-json"]


def test_a_document_that_breaks_off() -> None:
    records, problems = read('{"articles": [{"title": "One", "body": "a"}, {"title": "Two", "bo')
    assert [values(record, FieldName.TITLE) for record in records] == [["One"]]
    assert [each.code for each in problems] == ["cut-off"]
    assert "breaks off" in problems[0].what


def test_what_programs_write_that_is_not_quite_json() -> None:
    raw = '\ufeff[{"title": "One", "body": "a\tb\nc", "n": NaN,}, {"title": "Two", "body": "\\ud83d d", "x": 1e99999},]'
    records, problems = read(raw)
    assert [text_of(record) for record in records] == [["a\tb", "c"], ["\ufffd d"]]
    assert ("damaged-characters", 1) in records[1].repairs
    assert [each.code for each in problems if each.severity is not Severity.HINT] == ["damaged-characters"]


def test_a_name_that_stands_twice_keeps_both_values() -> None:
    records, _ = read('[{"title": "One", "body": "a", "tags": "x", "tags": "y"}]')
    assert values(records[0], FieldName.KEYWORD) == ["x", "y"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "windows-1256"])
def test_encodings(encoding: str) -> None:
    records, _ = read(json.dumps([ARTICLE], ensure_ascii=False).encode(encoding))
    assert values(records[0], FieldName.TITLE) == [ARTICLE["title"]]


def test_an_encoding_that_shows_late() -> None:
    rows = [{"title": "Port", "body": "x" * 1000} for _ in range(600)]
    raw = json.dumps([*rows, ARTICLE], ensure_ascii=False).encode("windows-1256")
    records, _ = read(raw)
    assert values(records[-1], FieldName.TITLE) == [ARTICLE["title"]]


@pytest.mark.parametrize("raw", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' * 50_000, "[1" + ",1" * 100_000])
def test_nesting_and_noise_end_in_a_problem(raw: str) -> None:
    with pytest.raises(UnreadableError):
        read(raw)


def test_lines() -> None:
    raw = (
        b"\xef\xbb\xbf" + json.dumps(ARTICLE, ensure_ascii=False).encode() + b"\n\n"
        b'{"title": "B", "body": "one\xe2\x80\xa8two"},\r\n{"title": broken\n[1]\n{"title": "C", "body": "\\ud83d c"}\n'
    )
    assert is_json_lines(Path("a.json"), raw)
    assert not is_json_table(Path("a.json"), raw)
    records, problems = parted(read_json_lines(document(raw)))
    assert [values(record, FieldName.TITLE)[0] for record in records] == [ARTICLE["title"], "B", "C"]
    assert [record.line for record in records] == [1, 3, 6]
    assert text_of(records[1]) == ["one", "two"]
    assert [(each.code, each.line) for each in problems] == [
        ("broken-json", 4),
        ("broken-json", 5),
        ("damaged-characters", None),
    ]


def test_sniffing() -> None:
    assert is_json_table(Path("a.txt"), b'  [\n {"title": 1}]')
    assert not is_json_table(Path("a.txt"), b"[Tripoli] The port was opened.")
    assert not is_json_table(Path("a.txt"), b"[1] A note below the text.")
    assert not is_json_table(Path("a.txt"), b"{{ shortcode }} text")
    assert is_json_lines(Path("a.jsonl"), b'{"title": broken\n{"title": "x"}\n')
    assert not is_json_lines(Path("a.json"), b'{\n "title": "x"\n}\n')


def test_memory_does_not_grow_with_the_document() -> None:
    """Twice the document takes no more memory: it is made as it is read."""

    def peak(count: int) -> int:
        row = json.dumps({**ARTICLE, "page": "x" * 30_000}, ensure_ascii=False).encode()

        class Endless(io.RawIOBase):
            left = count

            def read(self, _size: int = -1) -> bytes:
                if self.left <= 0:
                    return b""
                first, self.left = self.left == count, self.left - 4
                body = b",".join([row] * 4)
                return (b'{"articles":[' if first else b",") + body + (b"]}" if self.left <= 0 else b"")

        source = SourceDocument(PATH, "0", 0, Endless)  # type: ignore[arg-type,return-value]
        tracemalloc.start()
        found = sum(isinstance(each, Record) for each in read_json_table(source))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == count
        return top

    assert peak(1200) < 1.2 * peak(600)


@pytest.mark.parametrize("count", [50, 51, 10_500])
def test_faults_beyond_those_that_are_told_are_counted(count: int) -> None:
    good = '{"title": "The ferry sails", "body": "It sailed again on Friday, after a long winter."}\n'
    raw = (good + "null\n" * count + good).encode()
    found = list(read_json_lines(SourceDocument.of(Path("a.jsonl"), raw, "0" * 64)))
    broken = [each for each in found if isinstance(each, Problem) and each.code == "broken-json"]
    assert len([each for each in found if isinstance(each, Record)]) == 2
    assert len(broken) == min(count, 51)
    assert count <= 50 or broken[-1].what.startswith(f"{count - 50:,} more records")
