"""Exports of Telegram's channels and of Joomla's and Drupal's tables."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this morning, the port authority said in a statement."
ARABIC = "رست أول سفينة حاويات صباح اليوم عند الرصيف الجديد في ميناء المدينة، بحسب بيان لهيئة الموانئ."
MESSAGES = [
    {"id": 1, "type": "service", "date": "2020-01-01T00:00:00", "action": "create_channel", "text": ""},
    {
        "id": 2,
        "type": "message",
        "date": "2024-05-03T09:00:00",
        "from": "The Bay",
        "text": [
            "Port opens quay\n\n",
            {"type": "bold", "text": "Update: "},
            f"{TEXT} <b>",
            {"type": "text_link", "text": "the plan", "href": "https://bay.example/1"},
            "\n\n",
            {"type": "hashtag", "text": "#ports"},
        ],
    },
    {"id": 3, "type": "message", "date": "2024-05-04T09:00:00", "text": "Good morning!"},
    {"id": 4, "type": "message", "date": "2024-05-05T09:00:00", "text": f"الميناء يستقبل أول سفينة\n{ARABIC}"},
]


def _chat(kind: str = "public_channel") -> str:
    return json.dumps({"name": 'The "Bay"', "type": kind, "id": 1, "messages": MESSAGES}, ensure_ascii=False, indent=1)


def test_a_channel(press: Press) -> None:
    press.put("bay/result.json", _chat())
    english, arabic = press.take_in()
    assert (english.title, english.source, english.tags) == ("Port opens quay", 'The "Bay"', ("ports",))
    assert english.date is not None
    assert english.date.iso == "2024-05-03T09:00:00"
    assert "[the plan](https://bay.example/1)" in english.body
    assert "&lt;b&gt;" in english.body
    assert arabic.body == ARABIC
    assert [each.found for each in press.problems if each.code == "short-messages"] == ["1 messages"]


@pytest.mark.parametrize("kind", ["personal_chat", "private_group", "public_supergroup", "saved_messages"])
def test_what_people_write_to_each_other_is_refused(press: Press, kind: str) -> None:
    press.put("bay/result.json", _chat(kind))
    assert press.take_in() == []
    assert [(each.code, each.found) for each in press.problems] == [("private-chat", kind)]


def test_a_whole_account_is_refused(press: Press) -> None:
    about = "Here is the data you requested. Remember: …"
    chats = {"list": [json.loads(_chat())]}
    press.put("bay/result.json", json.dumps({"about": about, "chats": chats}))
    assert press.take_in() == []
    assert [each.code for each in press.problems] == ["private-chat"]


def test_a_page_of_messages_is_refused_with_the_cure(press: Press) -> None:
    head = "<!DOCTYPE html><html><head><meta charset='utf-8'/><title>Exported Data</title></head><body>"
    press.put(
        "bay/messages.html",
        f'{head}<div class="page_body chat_page"><div class="text">{TEXT}</div></div></body></html>',
    )
    assert press.take_in() == []
    assert "JSON" in press.problems[0].cure


def test_joomla(press: Press) -> None:
    row = {"id": "7", "title": "Port opens quay", "introtext": f"<p>{TEXT}</p>", "fulltext": "<p>Fees rise.</p>"}
    row |= {"state": "1", "created": "2024-05-01 09:00:00", "publish_up": "2024-05-03 09:00:00"}
    press.put("bay/c.json", json.dumps([{"type": "table", "name": "jos_content", "data": [row]}]))
    article = press.one()
    assert article.body == f"{TEXT}\n\nFees rise."
    assert article.date is not None
    assert article.date.iso.startswith("2024-05-03")


def test_drupal(press: Press) -> None:
    press.put(
        "bay/n.csv",
        f'nid,title,body__value,created,changed,status\n1,Port opens quay,"<p>{TEXT}</p>",1714716000,1714719600,1\n',
    )
    article = press.one()
    assert article.body == TEXT
    assert article.date is not None
    assert article.date.iso.startswith("2024-05-03")
