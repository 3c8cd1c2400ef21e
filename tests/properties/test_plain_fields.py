"""The quick way through front matter gives what the parser gives, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.store.articles import render_article
from generator.store.field_reading import read_fields
from generator.store.front_matter import FIELDS
from generator.store.plain_fields import read_plain_fields
from generator.store.yaml_nodes import Faults, compose_yaml
from tests.properties.test_front_matter import HOSTILE, articles

SCRAPS = (
    *HOSTILE, "", '"text"', '"مصراتة"', "true", "false", "null", '"2025-06-02"', '"2025-13"', '"ar"', '"1-14"',
    '"14-1"', "3", "[]", '["a"]', '["a", "b"]', '["a","b"]', "[a]", '[""]', '["a", null]', '"published"',
    '"ar/2024/05/old/"', '"/../x"', '" "', '"a" # b',
)  # fmt: skip
INNER = ("document", "sha256", "lines", "repairs", "removed", "publisher", "odd")
NAMES = (*(field.name for field in FIELDS), *INNER)
HEADS = ("tags:", "original:", "provenance:", "related:", "  repairs:", "corrections:", "", "# x")

values = st.sampled_from(SCRAPS)
example = st.sampled_from([f"{field.name}: {field.example}\n" for field in FIELDS if field.example])
flat = st.tuples(st.sampled_from(NAMES), values).map(lambda pair: f"{pair[0]}: {pair[1]}".rstrip() + "\n")
lines = st.one_of(
    example,
    example,
    flat,
    flat.map(lambda line: f"  {line}"),
    values.map(lambda value: f"  - {value}\n"),
    values.map(lambda value: f"    - {value}\n"),
    st.tuples(values, values).map(lambda pair: f"    {pair[0]}: {pair[1]}\n"),
    st.sampled_from(HEADS).map(lambda line: f"{line}\n"),
)


def check(front: str) -> bool:
    """Whether the quick way was taken; where it was, it has found what the parser finds, and the parser no fault."""
    plain = read_plain_fields(front, {each.name: each for each in FIELDS}, 2)
    if plain is None:
        return False
    faults = Faults(Path("content/articles/ar/2025/06/x.md"), offset=1)
    node = compose_yaml(front, faults)
    assert isinstance(node, yaml.MappingNode)
    assert (read_fields(node, FIELDS, faults), faults.problems, faults.sound) == (plain, [], True)
    return True


@settings(max_examples=1200, deadline=None)
@given(st.lists(lines, max_size=6).map("".join) | st.lists(example | flat, max_size=4, unique=True).map("".join))
def test_lines_of_any_kind(front: str) -> None:
    check(front)


@settings(max_examples=100, deadline=None)
@given(articles, st.data())
def test_what_is_written_and_then_damaged(article: object, data: st.DataObject) -> None:
    front = render_article(article).split("---\n")[1]  # type: ignore[arg-type]
    check(front)
    place = data.draw(st.integers(0, len(front)))
    check(front[:place] + data.draw(values) + front[place + data.draw(st.integers(0, 3)) :])


def test_what_ingest_writes_goes_the_quick_way() -> None:
    written = """title: "ميناء مصراتة"
date: "2025-06-02"
lang: "ar"
source: null
tags:
  - "place/LY"
  - "medtop:11000000"
special: true
original:
  publisher: "Post"
  lang: "en"
related: ["9b3f21aa"]
provenance:
  document: "content/sources/a.txt"
  sha256: "98b890344b49d966366738251d49f9de49c72b028c8330ca6ee43ab562399a7b"
  lines: "1-14"
  repairs:
    "lost-emoji": 8
    "tatweel": 1
  removed:
    - "Share"
  written: "d78930d088778bc92c927abef2dcceecbbe931ea68b8c7b2425d5092972b62ea"
"""
    assert check(written)
