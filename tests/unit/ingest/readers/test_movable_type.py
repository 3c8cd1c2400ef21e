"""Exports of Movable Type and TypePad."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.text.movable_type import is_movable_type
from generator.model.article import Status
from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this morning, the port authority said in a statement."
MORE = "Fishermen fear that the new fees will drive small boats away from the old harbour, its master told us."
EXPORT = f"""AUTHOR: Mona Salem
TITLE: Port opens quay
BASENAME: port
STATUS: Publish
CONVERT BREAKS: __default__
PRIMARY CATEGORY: Ports
TAGS: sea,"new quay"

DATE: 05/03/2024 09:00:00 PM
-----
BODY:
{TEXT}

A second -----
paragraph.
-----
EXTENDED BODY:
{MORE}
-----
EXCERPT:
A new quay
-----
KEYWORDS:

-----
COMMENT:
AUTHOR: Reader
DATE: 05/04/2024 09:00:00 AM
I like it.
-----
--------
AUTHOR: Ali
TITLE: Ferry sails again
STATUS: Draft
DATE: 05/04/2024 09:00:00
-----
BODY:
<p>{MORE}</p>
-----
--------
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_posts(press: Press, end: str) -> None:
    press.put("bay/export.txt", EXPORT.replace("\n", end))
    draft, post = press.take_in()
    assert (draft.title, draft.status, draft.authors) == ("Ferry sails again", Status.DRAFT, ("Ali",))
    assert (post.title, post.authors, post.description) == ("Port opens quay", ("Mona Salem",), "A new quay")
    assert post.date is not None
    assert post.date.iso == "2024-05-03T21:00:00"
    assert {"sea", "new quay"} <= set(post.tags)
    assert post.body.split("\n\n")[0] == TEXT
    assert post.body.split("\n\n")[-1] == MORE
    assert "I like it" not in post.body
    assert [each.found for each in press.problems if each.code == "no-articles"] == ["1 comments and pings"]


@pytest.mark.parametrize(
    "head", ["", "TITLE: x\n", "TITLE: x\nDATE: y\n\nA text.", "A: b\n" * 5000, "AUTHOR: x\nTITLE: y\n-----\nTEXT:\n"]
)
def test_what_is_none(head: str) -> None:
    assert not is_movable_type(Path("a.txt"), head.encode())
