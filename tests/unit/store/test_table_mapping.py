"""Mappings of tables: what they say, and what is told of one that says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnreadableError
from generator.store.mapping_places import find_mapping, is_mapping
from generator.store.table_mapping import (
    BodyFormat,
    DateOrder,
    FieldMapping,
    load_mapping,
    read_mapping,
)

NAME = Path("nashra.mapping.yml")


def written(root: Path, text: str) -> Path:
    (root / NAME).write_text(text, encoding="utf-8")
    return NAME


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    text = """
title: [العنوان, headline]
body: content.html
date: day
source: {value: صحيفة البحر}
tags: {columns: الوسوم, separator: /}
authors:
date_order: day-first
format: html
records: data.items
encoding: windows-1256
delimiter: tab
header: [a, b]
skip: views
"""
    mapping = load_mapping(tmp_path, written(tmp_path, text))
    assert dict(mapping.fields) == {
        "title": FieldMapping(("العنوان", "headline")),
        "body": FieldMapping(("content.html",)),
        "date": FieldMapping(("day",)),
        "source": FieldMapping((), "صحيفة البحر"),
        "tags": FieldMapping(("الوسوم",), None, "/"),
        "authors": FieldMapping(),
    }
    assert (mapping.date_order, mapping.format) == (DateOrder.DAY_FIRST, BodyFormat.HTML)
    assert (mapping.records, mapping.encoding, mapping.delimiter) == ("data.items", "windows-1256", "\t")
    assert (mapping.header, mapping.skip) == (("a", "b"), ("views",))


@pytest.mark.parametrize(
    ("text", "code", "line", "cure"),
    [
        ("titel: x\n", "unknown-key", 1, "`title`"), ("title: x\nauthor: y\n", "unknown-key", 2, "`authors`"),
        ("headline: x\n", "unknown-key", 1, "`title`"), ("text: x\n", "unknown-key", 1, "`body`"),
        ("date_order: dmy\n", "wrong-value", 1, ""), ("format: htm\n", "wrong-value", 1, "`format: html`"),
        ("title: {colums: x}\n", "unknown-key", 1, "`columns`"), ("source: {separator: x}\n", "wrong-value", 1, ""),
        ("title: [[x]]\n", "wrong-value", 1, ""), ("encoding: utf-9\n", "wrong-value", 1, ""),
        ("encoding: base64\n", "wrong-value", 1, ""), ("delimiter: ab\n", "wrong-value", 1, ""),
        ("- title\n", "no-mapping", 1, ""), ("", "no-mapping", 1, ""), ("title: 'x\n", "broken-yaml", 1, ""),
        ("a: &x [1]\nb: *x\n", "yaml-alias", 1, ""), ("title: x\ntitle: y\n", "duplicate-key", 2, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(tmp_path: Path, text: str, code: str, line: int, cure: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        load_mapping(tmp_path, written(tmp_path, text))
    problem = caught.value.problem
    assert (problem.code, problem.path, problem.line) == (code, NAME, line)
    assert cure in problem.cure
    assert problem.expected
    assert problem.cure


def test_all_faults_are_found_at_once(tmp_path: Path) -> None:
    _, problems = read_mapping(tmp_path, written(tmp_path, "titel: x\nformat: y\ndelimiter: zz\n"))
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_the_mapping_of_a_table(tmp_path: Path) -> None:
    table = Path("a/nashra.json")
    (tmp_path / "a").mkdir()
    assert find_mapping(tmp_path, table) is None
    (tmp_path / "a/mapping.yml").touch()
    assert find_mapping(tmp_path, table) == Path("a/mapping.yml")
    (tmp_path / "a/nashra.mapping.yml").touch()
    assert find_mapping(tmp_path, table) == Path("a/nashra.mapping.yml")
    assert is_mapping(Path("a/nashra.mapping.yml"))
    assert is_mapping(Path("a/mapping.yml"))
    assert not is_mapping(Path("a/nashra.yml"))
