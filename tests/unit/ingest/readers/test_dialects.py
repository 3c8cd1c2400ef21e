"""Markdown as notes and site generators extend it, and what their front matter and folders say of drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.formats import find_format
from generator.ingest.readers.text.front_matter_text import read_front_matter_text
from generator.ingest.readers.text.markdown_body import MarkdownBody, read_markdown
from generator.model.source import FieldName, Record, SourceDocument

TEXT = "عاد الصيادون إلى الرصيف القديم."


def told(text: str) -> list[str]:
    return [block.text for block in read_markdown(text, title="\n").blocks]


def removed(text: str) -> tuple[str, ...]:
    return read_markdown(text, title="\n").removed


def record_of(text: str, name: str = "a.md") -> Record:
    document = SourceDocument.of(Path("content/sources/bahr") / name, text.encode(), "0" * 64)
    assert find_format(document).name == "text with front matter"
    (record,) = read_front_matter_text(document)
    assert isinstance(record, Record)
    return record


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("انظر [[ملف الميناء]] هنا", "انظر ملف الميناء هنا"),
        ("انظر [[ملف|هذا الملف]] هنا", "انظر هذا الملف هنا"),
        ("انظر [[الميناء#تاريخه]] هنا", "انظر الميناء – تاريخه هنا"),
        ("قبل ![[صورة.png]] بعد", "قبل بعد"),
        ("قبل %%ملاحظة لي%% بعد", "قبل بعد"),
        ("قبل ==مهم جدا== بعد", "قبل مهم جدا بعد"),
        ("نص ^a1b2c3", "نص"),
    ],
)
def test_notes_of_obsidian(written: str, read: str) -> None:
    assert told(written) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "`[[ -f x ]] && a == b`", "if a == b and c == d", "بين 100%% و 50%% من", "1 == 1", "انظر [[1]] هنا",
        "x^2 و y^2", "10 ^ 2",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert told(text) == [text.strip("`")]
    assert removed(text) == ()


def test_a_link_whose_words_stand_between_brackets_stays_a_link() -> None:
    (block,) = read_markdown("[[أ]](https://a.example/)", title="\n").blocks
    assert "(https://a.example/)" in (block.markdown or "")


def test_what_readers_are_not_to_see_is_kept_word_for_word() -> None:
    assert removed("قبل %%ملاحظة\nلي%% بعد ![[صورة.png]]") == ("%%ملاحظة\nلي%%", "![[صورة.png]]")


@pytest.mark.parametrize("head", ["> [!warning] تنبيه", "> [!faq]- تنبيه"])
def test_boxes_that_are_quotations(head: str) -> None:
    body = read_markdown(f"{head}\n> نص التنبيه\n", title="\n")
    assert [(block.text, block.quote) for block in body.blocks] == [("تنبيه", 1), ("نص التنبيه", 1)]
    assert [block.text for block in read_markdown("> [!NOTE]\n> نص", title="\n").blocks] == ["نص"]


def test_tabs_are_their_titles_and_texts() -> None:
    assert told('=== "الأول"\n    نص أول\n\n=== "الثاني"\n    نص ثان\n') == ["الأول", "نص أول", "الثاني", "نص ثان"]


def test_figures_of_hugo_keep_their_captions() -> None:
    shortcode = '{{< figure src="https://a.example/b.jpg" alt="قوارب" caption="قوارب \\"الرصيف\\"" >}}'
    body: MarkdownBody = read_markdown(f"{TEXT}\n\n{shortcode}\n\nبعد.", title="\n")
    assert [(block.kind.value, block.text) for block in body.blocks] == [
        ("p", TEXT), ("figure", 'قوارب "الرصيف"'), ("p", "بعد."),
    ]  # fmt: skip
    assert body.removed == (shortcode,)


def test_shortcodes_of_zola_are_set_aside_and_variables_stay() -> None:
    assert told('أ {{ youtube(id="x") }} ب {{ site.title }}') == ["أ ب {{ site.title }}"]


@pytest.mark.parametrize(
    "front",
    [
        '{"title": "الرصيف", "date": "2024-05-03"}',
        '{\n  "title": "الرصيف",\n  "date": "2024-05-03"\n}',
        '---json\n{"title": "الرصيف", "date": "2024-05-03"}\n---',
        "---yaml\ntitle: الرصيف\ndate: 2024-05-03\n---",
        '---js\n{\n title: "الرصيف",\n date: "2024-05-03",\n}\n---',
    ],
)
def test_front_matter_in_other_languages(front: str) -> None:
    record = record_of(f"{front}\n\n{TEXT}\n")
    assert (values(record, FieldName.TITLE), values(record, FieldName.PUBLISHED)) == (["الرصيف"], ["2024-05-03"])
    assert [block.text for block in record.blocks] == [TEXT]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"---\ntitle: الرصيف\n---\n{TEXT}\n", "_drafts/a.md"),
        (f"---\ntitle: الرصيف\npublish: false\n---\n{TEXT}\n", "a.md"),
        (f".. title: الرصيف\n.. tags: صيد, draft\n\n{TEXT}\n", "a.md"),
    ],
)
def test_drafts(text: str, name: str) -> None:
    record = record_of(text, name)
    assert values(record, FieldName.STATUS) == ["draft"]
    assert "draft" not in values(record, FieldName.KEYWORD)


def test_a_tag_that_means_a_draft_to_nikola_alone() -> None:
    record = record_of(f"---\ntitle: الرصيف\ntags: [draft, nba]\n---\n{TEXT}\n")
    assert values(record, FieldName.KEYWORD) == ["draft", "nba"]
    assert not values(record, FieldName.STATUS)


def test_no_address_is_none() -> None:
    assert not values(record_of(f"---\ntitle: الرصيف\npermalink: false\n---\n{TEXT}\n"), FieldName.ALIAS)


def test_authors_of_an_article_stand_before_the_one_that_a_theme_is_told() -> None:
    record = record_of(f'+++\ntitle = "T"\nauthors = ["Mona"]\n[params]\nauthor = "The desk"\n+++\n{TEXT}\n')
    assert values(record, FieldName.AUTHOR) == ["Mona"]
    assert values(record_of(f'+++\ntitle = "T"\n[params]\nauthor = "Mona"\n+++\n{TEXT}\n'), FieldName.AUTHOR) == [
        "Mona"
    ]
