"""Half a character costs itself in every format: the text is read with U+FFFD, and that is told and counted."""

from __future__ import annotations

import json

import pytest

from generator.model.article import Article
from tests.unit.ingest.conftest import Press

TITLE = "الميناء يستقبل أول سفينة"
TEXT = f"رست أول سفينة صباح اليوم عند الرصيف الجديد %s في ميناء المدينة، بحسب بيان. {'وقال المدير. ' * 20}"
HALF, PAIR = "\ud83d", "\ud83d\ude00"


def _escaped(half: str) -> str:
    return json.dumps(half)[1:-1]


def _referred(half: str) -> str:
    return "".join(f"&#{ord(each)};" for each in half)


def _raw(text: str, half: str) -> bytes:
    return (text % half).encode("utf-8", "surrogatepass")


def _wide(text: str, half: str) -> bytes:
    return (text % half).encode("utf-16-le", "surrogatepass")


PAGE = f"<!doctype html><html lang=ar><body><article><h1>{TITLE}</h1><p>{TEXT}</p></article></body></html>"
RSS = f'<rss version="2.0"><channel><title>b</title><item><title>{TITLE}</title><description>{TEXT}</description>'
RSS += "</item></channel></rss>"
FEED = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"title": "{TITLE}", "content_text": "{TEXT}"}}]}}'
FORMS = {
    "json": ("t.json", f'[{{"title": "{TITLE}", "body": "{TEXT}"}}]', _escaped),
    "json-lines": ("t.jsonl", f'{{"title": "{TITLE}", "body": "{TEXT}"}}', _escaped),
    "json-html": ("t.json", f'[{{"title": "{TITLE}", "body": "<p>{TEXT}</p>"}}]', _referred),
    "json-feed": ("f.json", FEED, _escaped),
    "front-matter": ("a.md", f'---\ntitle: "{TITLE}"\nbody: x\n---\n\n{TEXT}\n', None),
    "text": ("a.txt", f"{TITLE}\n\n{TEXT}\n", None),
    "wide-text": ("a.txt", f"{TITLE}\n\n{TEXT}\n", _wide),
    "wide-page": ("a.html", PAGE, _wide),
    "table": ("t.csv", f'title,body\n{TITLE},"{TEXT}"\n', None),
    "page": ("a.html", PAGE, None),
    "page-references": ("a.html", PAGE, _referred),
    "feed": ("f.xml", RSS, None),
    "feed-references": ("f.xml", RSS, _referred),
}


def _take_in(press: Press, form: str, half: str) -> Article:
    name, text, write = FORMS[form]
    if write is None:
        press.put(f"post/{name}", _raw(text, half))
    else:
        written = _wide(text, half) if write is _wide else write(half)
        press.put(f"post/{name}", written if isinstance(written, bytes) else text % written)
    return press.one()


@pytest.mark.parametrize("form", FORMS)
def test_two_halves_are_a_whole(press: Press, form: str) -> None:
    article = _take_in(press, form, PAIR)
    assert "الجديد 😀 في ميناء" in article.body
    assert "\ufffd" not in article.body


@pytest.mark.parametrize("form", FORMS)
def test_a_lone_half_is_one_sign_and_is_told(press: Press, form: str) -> None:
    article = _take_in(press, form, HALF)
    assert article.title == TITLE
    assert "الجديد \ufffd في ميناء" in article.body
    assert article.body.count("\ufffd") == 1
    told = [each for each in press.problems if each.code in ("damaged-bytes", "damaged-characters")]
    assert len(told) == 1
    assert told[0].found.startswith("1 ")


def test_half_a_character_in_front_matter_costs_no_other_value(press: Press) -> None:
    press.put("post/a.md", f'---\ntitle: "{TITLE} \\ud83d"\ndate: 2024-05-03\n---\n\n{TEXT % ""}\n')
    article = press.one()
    assert article.title == f"{TITLE} \ufffd"
    assert article.date is not None
    assert [each.code for each in press.problems if each.code.startswith("damaged")] == ["damaged-bytes"]
