"""Articles of other generators: what their front matter says, and what becomes of their Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.text.front_matter_text import is_front_matter_text, read_front_matter_text
from generator.model.article import Sureness
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

FOLDER = Path("content/sources/bahr")


def read(text: str, name: str = "port.md", meta: str | None = None) -> Record:
    document = SourceDocument.of(FOLDER / name, text.encode(), "0" * 64)
    (record,) = read_front_matter_text(document, meta=meta)
    assert isinstance(record, Record)
    return record


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def blocks(record: Record) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.line, block.text) for block in record.blocks]


HUGO_TOML = """+++
title = "الميناء يستقبل أول سفينة"
date = 2024-05-03T10:00:00+03:00
lastmod = 2024-05-04
draft = true
tags = ["ليبيا", "موانئ"]
categories = ["اقتصاد"]
authors = ["منى سالم"]
slug = "first-ship"
aliases = ["/old/port/"]
[params]
subtitle = "رست صباحا"
+++
"""
HUGO_YAML = """---
title: الميناء يستقبل أول سفينة
date: 2024-05-03T10:00:00+03:00
lastmod: 2024-05-04
draft: true
tags: [ليبيا, موانئ]
categories:
  - اقتصاد
authors: [منى سالم]
slug: first-ship
aliases: [/old/port/]
params: {subtitle: رست صباحا}
---
"""
HUGO_JSON = """{
  "title": "الميناء يستقبل أول سفينة", "date": "2024-05-03T10:00:00+03:00", "lastmod": "2024-05-04", "draft": true,
  "tags": ["ليبيا", "موانئ"], "categories": ["اقتصاد"], "authors": ["منى سالم"], "slug": "first-ship",
  "aliases": ["/old/port/"], "params": {"subtitle": "رست صباحا"}
}
"""


@pytest.mark.parametrize("above", [HUGO_TOML, HUGO_YAML, HUGO_JSON])
def test_hugo(above: str) -> None:
    text = above + "\nرست السفينة صباحا.\n"
    assert is_front_matter_text(Path("a.md"), text.encode())
    record = read(text)
    assert values(record, FieldName.TITLE) == ["الميناء يستقبل أول سفينة"]
    assert values(record, FieldName.PUBLISHED) == ["2024-05-03T10:00:00+03:00"]
    assert values(record, FieldName.UPDATED) == ["2024-05-04"]
    assert values(record, FieldName.STATUS) == ["draft"]
    assert values(record, FieldName.KEYWORD) == ["ليبيا", "موانئ", "اقتصاد"]
    assert values(record, FieldName.AUTHOR) == ["منى سالم"]
    assert values(record, FieldName.STANDFIRST) == ["رست صباحا"]
    assert sorted(values(record, FieldName.ALIAS)) == ["/old/port/", "first-ship"]
    assert blocks(record) == [("p", len(above.splitlines()) + 2, "رست السفينة صباحا.")]
    assert record.key == ""
    assert not record.problems


def test_jekyll() -> None:
    record = read(
        '---\nlayout: post\ntitle: "Port: reopened"\ntags: port ships\nauthor: {name: Mona Salem}\npublished: false\n'
        "permalink: /:year/x/\nredirect_from:\n  - /a/\n---\nShips came.\n",
        "_posts/2024-05-03-port.md",
    )
    assert values(record, FieldName.PUBLISHED) == ["2024-05-03"]
    assert next(claim for claim in record.claims if claim.name is FieldName.PUBLISHED).rule == "file-name:day"
    assert values(record, FieldName.KEYWORD) == ["port", "ships"]
    assert values(record, FieldName.AUTHOR) == ["Mona Salem"]
    assert values(record, FieldName.STATUS) == ["draft"]
    assert values(record, FieldName.ALIAS) == ["/a/"]


@pytest.mark.parametrize("status", ["draft", "hidden", "skip", "in review", "مجدول", "قيد المراجعة"])
def test_what_a_site_does_not_list_is_a_draft(status: str) -> None:
    record = read(f"Title: Port\nDate: 2024-05-03\nStatus: {status}\n\nText of the port.\n")
    assert values(record, FieldName.STATUS) == ["draft"]


def test_pelican_and_nikola() -> None:
    pelican = read(
        "Title: Port\nDate: 2024-05-03 10:20\nCategory: News\nTags: sea, ships\nSummary: Short\n  and more\n\nText.\n"
    )
    assert values(pelican, FieldName.TITLE) == ["Port"]
    assert values(pelican, FieldName.PUBLISHED) == ["2024-05-03 10:20"]
    assert values(pelican, FieldName.STANDFIRST) == ["Short and more"]
    assert blocks(pelican) == [("p", 8, "Text.")]
    nikola = read("<!--\n.. title: Port\n.. date: 2024-05-03 10:20:00 UTC\n.. tags: sea, ships\n-->\n\nText.\n")
    assert values(nikola, FieldName.KEYWORD) == ["sea", "ships"]
    assert blocks(nikola) == [("p", 7, "Text.")]
    beside = read("Text.\n", meta=".. title: Port\n.. date: 2024-05-03\n")
    assert values(beside, FieldName.TITLE) == ["Port"]


def test_mkdocs_and_zola() -> None:
    mkdocs = read("---\ndate:\n  created: 2024-05-03\n  updated: 2024-05-04\n---\n\n# Port\n\nText.\n")
    assert values(mkdocs, FieldName.TITLE) == ["Port"]
    assert values(mkdocs, FieldName.PUBLISHED) == ["2024-05-03"]
    assert values(mkdocs, FieldName.UPDATED) == ["2024-05-04"]
    assert [block.text for block in mkdocs.blocks] == ["Text."]
    zola = read(
        '+++\ntitle = "Port"\ndate = 2024-05-03\n[taxonomies]\ntags = ["sea"]\n'
        '[extra]\nauthor = "Mona Salem"\n+++\nText.\n'
    )
    assert values(zola, FieldName.KEYWORD) == ["sea"]
    assert values(zola, FieldName.AUTHOR) == ["Mona Salem"]


def test_a_day_of_making_is_doubtful_and_a_language_stands_in_the_name() -> None:
    record = read("---\ntitle: Port\ncreated: 2024-05-03\n---\nText.\n", "port.en.md")
    (claim,) = [claim for claim in record.claims if claim.name is FieldName.PUBLISHED]
    assert (claim.value, claim.sure) == ("2024-05-03", Sureness.DOUBTFUL)
    assert values(record, FieldName.LANG) == ["en"]


def test_the_marks_of_templates_are_kept_beside_the_text() -> None:
    record = read(
        '---\ntitle: T\n---\nA {{< figure src="a.jpg" caption="رصيف" >}} b.\n\n'
        "{{% notice %}}\nMind.\n{{% /notice %}}\n\n"
        "{% include x.html %}\n{: .lead}\n<!-- editor: check -->\n<!--more-->\n"
        '--8<-- "secret.txt"\n\n{{ site.title }}\n\n'
        "Code `{{< x >}}`.\n\n```\n{{% y %}}\n```\n"
    )
    assert [block.text for block in record.blocks] == [
        "A b.",
        "Mind.",
        "{{ site.title }}",
        "Code {{< x >}}.",
        "{{% y %}}",
    ]
    assert record.removed[:3] == ('{{< figure src="a.jpg" caption="رصيف" >}}', "{{% notice %}}", "{{% /notice %}}")
    assert record.removed[3:] == ("{% include x.html %}", "{: .lead}", "<!-- editor: check -->", '--8<-- "secret.txt"')


def test_markdown_keeps_its_structure() -> None:
    record = read(
        "---\ntitle: T\n---\n# T\n\n## Quay\n\n1. one\n2. two\n\n- a\n- b\n\n> said\n\n"
        '!!! note "Mind"\n    The tide.\n\nText <script>alert(1)</script> on.\n'
    )
    kinds = [(block.kind, block.text) for block in record.blocks]
    assert kinds[:5] == [
        (BlockKind.HEADING, "Quay"), (BlockKind.ITEM, "one"), (BlockKind.ITEM, "two"), (BlockKind.ITEM, "a"),
        (BlockKind.ITEM, "b"),
    ]  # fmt: skip
    assert (BlockKind.PARAGRAPH, "said") in kinds
    assert (BlockKind.PARAGRAPH, "Mind") in kinds
    assert (BlockKind.PARAGRAPH, "The tide.") in kinds
    assert not any(kind is BlockKind.CODE for kind, _ in kinds)


def test_front_matter_that_is_not_sound_is_read_line_by_line() -> None:
    record = read('---\ntitle: Port: reopened "again"\ndate: 2024-05-03\ntags:\n  - a\n\t- b\n---\nText.\n')
    assert values(record, FieldName.TITLE) == ['Port: reopened "again"']
    assert values(record, FieldName.KEYWORD) == ["a", "b"]
    assert [(each.code, each.line) for each in record.problems] == [("broken-front-matter", 2)]
    toml = read("+++\ntitle = Port\ndate = 2024-05-03\n+++\nText.\n")
    assert values(toml, FieldName.TITLE) == ["Port"]
    assert [(each.code, each.line) for each in toml.problems] == [("broken-front-matter", 2)]


def test_aliases_do_not_explode_and_tags_run_nothing() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    record = read(f"---\na0: &a0 [x]\n{levels}\ntitle: T\nrun: !!python/object/apply:os.system [ls]\n---\nText.\n")
    assert values(record, FieldName.TITLE) == ["T"]
    assert "large-front-matter" in [each.code for each in record.problems]


def test_fields_that_nobody_knows_are_told() -> None:
    record = read("---\ntitle: T\nlayout: post\nmood: calm\n---\nText.\n")
    assert [(each.code, each.found) for each in record.problems] == [("unused-fields", "mood")]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ('---\ntitle: "x"\ndate: null\nlang: "ar"\nsource: null\ntags: []\n---\nText.\n', "a.md", "own-article"),
        ("---\ntitle: x\nprovenance:\n  document: y\n---\nText.\n", "a.md", "own-article"),
        ("Port\n====\n\n" + "`x " * 6000, "a.rst", "costly-text"),
        ("---\ntitle: x\n---\n" + "- " * 3000 + "x\n", "a.md", "costly-text"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_with_its_cure(text: str, name: str, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text, name)
    problem: Problem = caught.value.problem
    assert problem.code == code
    assert problem.cure
    assert problem.path == FOLDER / name


def test_sniffing() -> None:
    assert is_front_matter_text(Path("a.txt"), b"---\ntitle: x\n---\ntext")
    assert is_front_matter_text(Path("a.md"), b"# Head\n\ntext")
    assert is_front_matter_text(Path("a.html"), b"---\nlayout: post\n---\n<p>x</p>")
    assert not is_front_matter_text(Path("a.md"), "عنوان الخبر\nسطر أول\nسطر ثان\n".encode())
    assert not is_front_matter_text(Path("a.txt"), b"Title: Port\nDate: 2024-05-03\n\nText of a page.\n")
    assert not is_front_matter_text(Path("a.txt"), b"---\nA line between rules\n---\ntext")
    assert not is_front_matter_text(Path("a.json"), b'{"title": "x"}\n')
