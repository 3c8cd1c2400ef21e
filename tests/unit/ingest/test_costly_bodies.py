"""Bodies of HTML that are built, or broken, so that parsers take for ever: read all the same, and no letter is lost.

Each of them takes a moment; with one step whose time grows with the square of its input, some would take hours.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.errors import Severity
from generator.ingest.markup.cost import AS_TEXT
from generator.ingest.markup.html_body import HtmlBody, blocks_of
from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles
from tests.unit.ingest.conftest import TODAY, Press

SENTENCE = "The harbour master opened the new quay on Monday before a crowd of fishermen and their families."


def words(body: HtmlBody) -> str:
    return " ".join([*(block.text for block in body.blocks), *body.removed])


@pytest.mark.parametrize(
    ("make", "of_each"),
    [
        (lambda n: "<p>" + "&nbsp;w" * n, "w"),
        (lambda n: "<p>" + "\u00a0w" * n, "w"),
        (lambda n: "<p>" + "&#1575;&#x648; " * n, "او"),
        (lambda n: "<p>" + "&eacute;w" * n, "w"),
        (lambda n: "<p>" + "w&foo " * n, "w"),
        (lambda n: "<p>" + "w&amp; " * n, "w"),
        (lambda n: f'<p class="{"&amp; " * n}">' + "w" * n, "w"),
        (lambda n: "w<br>" * n, "w"),
        (lambda n: "<div>w " * n, "w"),
        (lambda n: "<b>w " * n, "w"),
        (lambda n: "<p><i>w" * n, "w"),
        (lambda n: "<ul><li>w" * n, "w"),
        (lambda n: "<table><tr><td>w" * n, "w"),
        (lambda n: "w" * n + "<a" * n, "w"),
        (lambda n: "w" * n + '<a b="' * n, "w"),
        (lambda n: "w" * n + "</a" * n, "w"),
        (lambda n: "w <!-- x -->" * n, "w"),
    ],
)
def test_no_letter_is_lost_of_countless_references_and_tags(make: Callable[[int], str], of_each: str) -> None:
    count = 150_000
    assert words(blocks_of(make(count))).count(of_each) == count


def test_formatting_that_is_never_closed_is_not_opened_anew_for_ever() -> None:
    fonts = "".join(f"<font id=a{number}>" for number in range(200))
    body = blocks_of(f"<p>{fonts}w</p>" + "<p>w</p>" * 60_000)
    assert words(body).count("w") == 60_001
    assert len(body.blocks) == 60_001


def test_formatting_that_people_forget_to_close_is_kept() -> None:
    body = blocks_of("".join(f"<p><b>Day {number}</b> and <i>night</p>" for number in range(100)))
    assert body.blocks[0].markdown == "**Day 0** and *night*"
    assert AS_TEXT not in dict(body.repairs)


def test_beyond_the_bound_paragraphs_and_signs_are_kept() -> None:
    body = blocks_of("<p>a &lt;b&gt; <em>c</em>d</p><script>x()</script><div>e</div>" + "<br>" * 100_001)
    assert [block.text for block in body.blocks] == ["a <b> cd", "e"]
    assert dict(body.repairs)[AS_TEXT] == 1


@pytest.mark.parametrize("count", [900, 1100, 90_000])
def test_references_mean_the_same_however_many_there_are(count: int) -> None:
    refs = "&#1575;&nbsp;&lt;i&gt;&quot;&#39;&eacute;&#8217;&#128;&#0;&#10;&notit;&ampx&#xD800;&zwnj;&ZeroWidthSpace;"
    few, many = blocks_of(f"<p>{refs}</p>"), blocks_of(f"<p>{refs}</p><p>{'&nbsp;' * count}</p>")
    assert many.blocks[:1] == few.blocks[:1]


def test_such_a_body_is_told_and_taken_in(press: Press) -> None:
    body = f"<p>{SENTENCE}</p><p>{SENTENCE.upper()}</p>" + "<i></i>" * 100_001
    press.put("bay.json", json.dumps([{"title": "The quay", "body": body, "id": 1}]))
    press.put("bay.xml", (
        "<rss><channel><title>Bay</title><item><title>The mole</title><guid>7</guid>"
        f"<description><![CDATA[{body.replace('quay', 'mole')}]]></description></item></channel></rss>"
    ))  # fmt: skip
    report = ingest(press.root, today=TODAY)
    told = [(each.code, each.severity) for each in report.all_problems() if each.severity is not Severity.HINT]
    assert told == [("markup-as-text", Severity.WARNING)] * 2
    assert {article.title for article in load_articles(press.root).articles} == {"The quay", "The mole"}
    assert all("families" in article.body for article in load_articles(press.root).articles)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "The quay\n{}\n"),
        ("a.json", '[{{"title": "The quay", "body": "{}"}}]'),
        ("a.csv", "title,body\nThe quay,{}\n"),
        ("a.xml", "<rss><channel><item><title>The quay</title><description>{}</description></item></channel></rss>"),
        ("a.html", "<html><title>The quay</title><body><h1>The quay</h1><p>{}</p></body></html>"),
        ("a.md", "---\ntitle: The quay\n---\n{}\n"),
    ],
)
def test_a_paragraph_of_megabytes_is_refused_at_once(press: Press, name: str, text: str) -> None:
    press.put(name, text.format(f"{SENTENCE} " * 40_000))
    report = ingest(press.root, today=TODAY)
    (problem,) = (each for each in report.all_problems() if each.severity is Severity.ERROR)
    assert problem.code in ("costly-text", "costly-page")
    assert load_articles(press.root).articles == ()


def test_columns_of_a_table_that_is_parted_wrongly_are_named_once(press: Press) -> None:
    row = ";".join(["1", SENTENCE, SENTENCE * 20, "2024-05-03"])
    press.put("a.csv", "id;title;body;date\n" + f"{row}\n" * 30_000)
    press.put("a.mapping.yml", "delimiter: comma\ntitle: title\nbody: body\n")
    report = ingest(press.root, today=TODAY)
    assert report.needs_a_person
    assert load_articles(press.root).articles == ()
