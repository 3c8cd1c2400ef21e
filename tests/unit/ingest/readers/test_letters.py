"""E-mails that were saved: newsletters become articles, letters to somebody drafts."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from generator.ingest.readers.mail.letters import is_letters
from generator.model.article import Status
from tests.unit.ingest.conftest import Press

TITLE = "الميناء يستقبل أول سفينة"
TEXT = "رست أول سفينة حاويات صباح اليوم عند الرصيف الجديد في ميناء المدينة، بحسب بيان لهيئة الموانئ. " * 3
PLAIN = (
    "The first container ship berthed at the new quay this morning, the port\n"
    "authority said in a statement. Work on the next will begin in a month.\n\nFishermen fear the new fees."
)
SUBJECT = f"=?UTF-8?B?{base64.b64encode(f'Fwd: {TITLE}'.encode()).decode()}?="
HEAD = f"""From: "The Bay" <news@bay.example>
To: reader@x.example
Subject: {SUBJECT}
Date: Fri, 03 May 2024 09:00:00 +0200
Message-ID: <1@bay.example>
List-Unsubscribe: <https://bay.example/u>
MIME-Version: 1.0
"""
LETTER = f"""{HEAD}Content-Type: multipart/mixed; boundary="b0"

--b0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: base64

{base64.b64encode(TEXT.encode()).decode()}
--b1
Content-Type: text/html; charset=windows-1256
Content-Transfer-Encoding: base64

{base64.b64encode(f"<html><body><h1>{TITLE}</h1><p>{TEXT}</p></body></html>".encode("cp1256")).decode()}
--b1--
--b0
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename="a.pdf"

x
--b0--
"""
PERSONAL = (
    f"From: Mona <m@x.example>\nSubject: Port opens quay\nDate: 3 May 2024 09:00:00 +0200\n\n{PLAIN}\n-- \nMona\n"
)


def test_a_newsletter(press: Press) -> None:
    press.put("bay/n.eml", LETTER)
    article = press.one()
    assert (article.title, article.source, article.status) == (TITLE, "The Bay", Status.PUBLISHED)
    assert article.date is not None
    assert article.date.iso == "2024-05-03T09:00:00+02:00"
    assert article.body == TEXT.strip()
    assert [each.found for each in press.problems if each.code == "attachments"] == ["a.pdf"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_letter_to_somebody_is_a_draft(press: Press, end: str) -> None:
    press.put("bay/n.eml", PERSONAL.replace("\n", end))
    article = press.one()
    assert (article.status, article.source) == (Status.DRAFT, None)
    assert "this morning, the port authority said" in article.body
    assert article.provenance is not None
    assert article.provenance.removed == ("Mona",)
    assert [each.code for each in press.problems if each.code == "personal-letter"] == ["personal-letter"]


def test_a_box(press: Press) -> None:
    second = LETTER.replace("<1@", "<2@").replace("b1", "c1").replace("b0", "c0")
    third = PERSONAL.replace("Fishermen", ">From here on fishermen")
    box = "".join(f"From news@bay.example Fri May  3 09:00:00 2024\n{each}\n" for each in (LETTER, second, third))
    press.put("bay/n.mbox", box)
    articles = press.take_in()
    assert len(articles) == 2  # the second is the first once more
    assert any("From here on fishermen" in each.body for each in articles)


def test_what_holds_no_text_is_told(press: Press) -> None:
    press.put("bay/n.eml", f"{HEAD}Content-Type: application/pdf\n\nx\n")
    assert press.take_in() == []
    assert [(each.code, each.record) for each in press.problems] == [("no-text", "1@bay.example")]


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.eml", PERSONAL, True),
        ("a.txt", LETTER, True),
        ("a.txt", PERSONAL, False),
        ("a.txt", "From: Mona\nTo: all\n\nA text.", False),
        ("a.eml", "A text without a header", False),
        ("a.txt", "a:" * 30_000, False),
        ("a.txt", "a: b\n" * 12_000, False),
        ("a.mbox", "From a@b Fri May  3 09:00:00 2024\nSubject: x\n\ny", True),
    ],
)
def test_what_is_a_letter(name: str, head: str, *, expected: bool) -> None:
    assert is_letters(Path(name), head.encode()) == expected
