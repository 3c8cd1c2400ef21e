"""Articles of Pelican and Nikola in reStructuredText: their fields, their text, and what is never carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.ingest.readers.text.rst_body import read_rst, split_fields
from generator.model.source import BlockKind

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

TITLE = "الميناء الشرقي يستقبل أول سفينة ركاب"
FIRST = "رست في الميناء الشرقي صباح أمس أول سفينة ركاب منذ خمس سنوات وعلى متنها ثلاثمئة مسافر."
SECOND = "وقال مدير الميناء إن الخط سيعمل مرتين في الأسبوع حتى نهاية الصيف."


def test_an_article_of_pelican(press: Press) -> None:
    press.put(
        "a/ship.rst",
        f"{TITLE}\n{'#' * 60}\n\n:date: 2025-05-12 08:10\n:modified: 2025-05-13\n:tags: موانئ, سفن\n:category: نقل\n"
        f":authors: سلمى الحاج; عمر الزين\n:summary: الخط يعود\n  بعد خمس سنوات.\n:status: draft\n\n{FIRST}\n\n"
        f"مواعيد الرحلات\n==============\n\n* {SECOND}\n* رحلة `إلى الجزيرة <https://a.example/island>`_.\n",
    )
    article = press.one()
    assert (article.title, article.authors) == (TITLE, ("سلمى الحاج", "عمر الزين"))
    assert article.date is not None
    assert article.date.iso == "2025-05-12T08:10:00"
    assert article.description == "الخط يعود بعد خمس سنوات."
    assert {"موانئ", "سفن"} <= set(article.tags)
    assert article.status.value == "draft"
    assert "## مواعيد الرحلات" in article.body
    assert "[إلى الجزيرة](https://a.example/island)" in article.body
    assert ":date:" not in article.body


def test_an_article_of_nikola(press: Press) -> None:
    press.put(
        "a/ship.rst",
        f".. title: {TITLE}\n.. slug: ship\n.. date: 2025-02-11 17:05:00 UTC+03:00\n.. tags: سفن\n"
        f".. author: سلمى الحاج\n\n"
        f"{FIRST}\n\n.. TEASER_END\n\n{SECOND}\n\n.. youtube:: abc123\n",
    )
    article = press.one()
    assert (article.title, article.authors) == (TITLE, ("سلمى الحاج",))
    assert article.date is not None
    assert article.date.iso == "2025-02-11T17:05:00+03:00"
    assert FIRST in article.body
    assert SECOND in article.body
    assert article.provenance is not None
    assert article.provenance.removed == (".. youtube:: abc123",)


def test_a_text_with_a_title_alone(press: Press) -> None:
    press.put("a/ship.rst", f"{'=' * 50}\n{TITLE}\n{'=' * 50}\n\n{FIRST}\n\n{SECOND}\n")
    article = press.one()
    assert article.title == TITLE
    assert article.body.startswith("رست")


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: /etc/hostname\n",
        ".. raw:: html\n\n   <script>alert(1)</script>\n",
        ".. csv-table:: x\n   :file: /etc/hostname\n",
        ".. raw:: html\n   :file: /etc/hostname\n",
        ".. role:: raw-html(raw)\n   :format: html\n\n:raw-html:`<script>alert(1)</script>`\n",
    ],
)
def test_nothing_is_carried_out_and_no_word_lost(text: str) -> None:
    body = read_rst(f"{FIRST}\n\n{text}\n{SECOND}\n")
    shown = [block.text for block in body.blocks]
    assert shown[0] == FIRST
    assert shown[-1] == SECOND
    words = " ".join(body.removed)
    assert "hostname" in words or "alert(1)" in words or any("alert(1)" in each for each in shown)
    assert not any(block.kind is BlockKind.TABLE for block in body.blocks)


def test_roles_of_one_program_are_their_words() -> None:
    body = read_rst("Written with :abbr:`HTML (a language)` and :doc:`the guide </guide>` in mind, *as ever*.\n")
    assert [block.text for block in body.blocks] == ["Written with HTML (a language) and the guide in mind, as ever."]
    assert ":doc:`the guide </guide>`" in body.removed


def test_a_text_that_would_take_minutes_is_refused(press: Press) -> None:
    press.put("a/stars.rst", f"{TITLE}\n{'=' * 40}\n\n" + "*a " * 6000)
    assert press.take_in() == []
    assert "costly-text" in {problem.code for problem in press.problems}


@pytest.mark.parametrize(
    ("text", "values", "below"),
    [
        ("Title\n=====\n\n:date: 2025\n\nText.\n", {"title": "Title", "date": "2025"}, "Text."),
        (":title: Title\n:date: 2025\n\nText.\n", {"title": "Title", "date": "2025"}, "Text."),
        ("Text: of two\nlines.\n", {}, "Text: of two\nlines."),
        ("", {}, ""),
    ],
)
def test_fields_above_a_text(text: str, values: dict[str, object], below: str) -> None:
    found, rest = split_fields(text)
    assert (found, rest.strip()) == (values, below)
