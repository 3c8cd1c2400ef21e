"""Which of a table's columns is taken for the text, and what is told where none can be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.tables.csv_table import read_csv_table
from generator.ingest.readers.tables.json_table import read_json_table
from generator.model.source import FieldName, Record, SourceDocument

TEXT = "The harbour opened again on Tuesday, and the first ships have come in. The men were paid, its master said."


def refusal(text: str, name: str = "n.csv") -> Problem:
    read = read_json_table if name.endswith("json") else read_csv_table
    with pytest.raises(UnreadableError) as caught:
        list(read(SourceDocument.of(Path(name), text.encode(), "0" * 64)))
    assert caught.value.problem.code == "no-article-columns"
    return caught.value.problem


def read(row: dict[str, object]) -> Record:
    found = read_json_table(SourceDocument.of(Path("n.json"), json.dumps([row]).encode(), "0" * 64))
    (record,) = [each for each in found if isinstance(each, Record)]
    return record


def test_a_list_of_articles_without_their_texts_is_told_as_that() -> None:
    table = {"articles": [{"title": "The harbour opens again", "url": "https://a.example/1", "seendate": "20240503"}]}
    problem = refusal(json.dumps(table), "n.json")
    assert problem.what == "no column of this table holds the texts of articles"
    assert "fetched" in problem.cure
    assert problem.found == "title, url, seendate"


def test_a_first_row_that_is_an_article_is_told_as_that() -> None:
    problem = refusal(f'The harbour opens again,2024-05-03,"{TEXT}"\nShips come in,2024-05-04,"{TEXT}"\n')
    assert "`header: [title, date, body]`" in problem.cure


def test_a_mapping_to_begin_with_names_the_columns_of_words() -> None:
    problem = refusal(f'nr,address,oben,unten\n1,https://a.example/a-very-long-address,Harbour opens again,"{TEXT}"\n')
    assert "`title: oben` and `body: unten`" in problem.cure


def test_the_longest_of_several_summaries_stands_for_the_text() -> None:
    record = read({"title": "Port", "url": "https://a.example/1", "abstract": "Short one.", "lead_paragraph": TEXT})
    assert [block.text for block in record.blocks] == [TEXT]
    assert record.excerpt
    assert [claim.value for claim in record.claims if claim.name is FieldName.STANDFIRST] == ["Short one."]


def test_a_line_beside_a_text_is_not_the_text() -> None:
    record = read({"title": "Port", "content": "See below.", "text": TEXT * 3})
    assert [block.text for block in record.blocks] == [TEXT * 3]


def test_of_two_texts_the_surer_name_counts() -> None:
    record = read({"title": "Port", "content": TEXT, "raw_text": f"{TEXT} Menu. Home. Contact. {TEXT}"})
    assert [block.text for block in record.blocks] == [TEXT]
