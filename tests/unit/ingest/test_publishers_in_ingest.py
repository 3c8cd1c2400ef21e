"""What publishers' files say takes effect in ingest: whose a document is, the rules of its day, its time, its words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.own_words import OwnWords
from generator.ingest.own_time import in_own_time
from generator.ingest.pipeline import ingest
from generator.ingest.taking_apart import version_by_claims
from generator.model.article import Article
from generator.model.dates import PublicationDate
from generator.model.labels import Labels
from generator.model.publisher import DateOrder, Label, PublisherVersion
from generator.model.source import Claim, FieldName
from generator.model.vocabulary import Concept, Publisher, Taxonomy
from generator.store.articles import load_articles
from generator.text.dates import read_date

TODAY = date(2026, 11, 1)
BODY = (
    "The ferry between the two banks sailed again on Monday after repairs of three weeks, the harbour office said.\n"
    "Passengers had crossed by the old bridge until then, which added an hour to the way of most of them.\n"
)
LATER = (
    "The crew has learned to moor at the new quay, and the first crossing in the morning begins at six.\n"
    "Fishermen say that the wash of the ferry does no harm to their nets, as some of them had feared in spring.\n"
    "A second ferry is to follow in the autumn, when the shipyard in the south has painted it.\n"
)
TITLE = "The ferry sails again between the two banks"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "vocabulary" / "publishers").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def publisher(archive: Path, text: str, name: str = "post") -> None:
    """Write a publisher's file."""
    file = archive / f"content/vocabulary/publishers/{name}.yml"
    file.write_text(f"ar: بريد {name}\nen: The {name}\n{text}", encoding="utf-8")


def put(archive: Path, name: str, content: str | bytes) -> None:
    path = archive / "content" / "sources" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def take_in(archive: Path, jobs: int = 1) -> list[Article]:
    """Ingest all, and give the articles by their titles."""
    report = ingest(archive, today=TODAY, jobs=jobs)
    assert [each for each in report.all_problems() if each.code == "program-fault"] == []
    loaded = load_articles(archive)
    assert loaded.problems == ()
    return sorted(loaded.articles, key=lambda article: article.title)


def one(archive: Path) -> Article:
    (article,) = take_in(archive)
    return article


def record(**fields: object) -> str:
    return json.dumps({"title": TITLE, "text": BODY, **fields}, ensure_ascii=False) + "\n"


VERSIONS = """folder: post
date_order: day-month-year
rights: CC BY 4.0
versions:
  - valid_until: "2010-12-31"
    date_order: month-day-year
    rights: All rights reserved
"""


@pytest.mark.parametrize(
    ("written", "day", "rights"),
    [
        ("03/04/2008", "2008-03-04", "All rights reserved"),
        ("03/04/2024", "2024-04-03", "CC BY 4.0"),
        ("25/04/2024", "2024-04-25", "CC BY 4.0"),
        ("05/01/2011", "2011-01-05", "CC BY 4.0"),
        ("12/31/2010", "2010-12-31", "All rights reserved"),
    ],
)
def test_the_rules_of_the_day_count(archive: Path, written: str, day: str, rights: str) -> None:
    publisher(archive, VERSIONS)
    put(archive, "post/a.txt", f"{TITLE}\nPublished: {written}\n{BODY}")
    put(archive, "post/b.jsonl", record(title="Another title of the ferry", date=written))
    articles = take_in(archive)
    assert [(each.date.iso if each.date else None, each.rights) for each in articles] == [(day, rights)] * 2
    assert {each.source for each in articles} == {"post"}


def test_the_day_of_taking_counts_where_the_text_has_none() -> None:
    before = PublisherVersion(date(2010, 12, 31), date_order=DateOrder.MONTH_FIRST)
    post = Publisher(Concept("post", Taxonomy.PUBLISHER, Labels("a", "b")), before=(before,))
    claim = Claim(FieldName.PUBLISHED, "no date", "test")
    assert version_by_claims(post, [claim], arabic=False, today=TODAY) is None
    later = Claim(FieldName.PUBLISHED, "2009-05-06", "test")
    assert version_by_claims(post, [claim, later], arabic=False, today=TODAY) is before


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"url": "https://other.example/1"}, "other"),
        ({"url": "https://web.archive.org/web/20200101000000/https://other.example/1"}, "other"),
        ({"url": "https://nowhere.example/1"}, "post"),
        ({}, "post"),
    ],
)
def test_the_address_says_more_than_the_folder(archive: Path, fields: dict[str, str], source: str) -> None:
    publisher(archive, "")
    publisher(archive, "url: https://www.other.example/home\n", "other")
    put(archive, "post/a.jsonl", record(date="2024-05-03", **fields))
    assert one(archive).source == source


def test_an_address_in_the_text_alone_says_whose_it_is(archive: Path) -> None:
    publisher(archive, "date_order: day-month-year\n")
    publisher(archive, "site: [other.example]\ndate_order: month-day-year\n", "other")
    put(archive, "post/a.txt", f"{TITLE}\nPublished: 03/04/2024\n{BODY}Link: https://other.example/ferry\n")
    article = one(archive)
    assert (article.source, article.date and article.date.iso) == ("other", "2024-03-04")


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_the_feed_says_more_than_the_folder(archive: Path, name: str) -> None:
    publisher(archive, "")
    publisher(archive, 'fetch: {feeds: ["https://feeds.example/other"]}\n', "other")
    text = f"<p>{BODY}</p>"
    if name == "feed.xml":
        feed = (
            '<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>x</title>'
            f'<atom:link rel="self" href="https://feeds.example/other"/><item><title>{TITLE}</title>'
            f"<pubDate>2024-05-03</pubDate><description><![CDATA[{text}]]></description></item></channel></rss>"
        )
    else:
        item = {"id": "1", "title": TITLE, "date_published": "2024-05-03", "content_html": text}
        version, own = "https://jsonfeed.org/version/1.1", "https://feeds.example/other"
        feed = json.dumps({"version": version, "title": "x", "feed_url": own, "items": [item]})
    put(archive, f"post/{name}", feed)
    assert one(archive).source == "other"


def test_a_folder_within_an_archive_of_documents_is_a_folder(archive: Path) -> None:
    import io
    import zipfile

    publisher(archive, "")
    publisher(archive, "", "other")
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("other/a.txt", f"{TITLE}\nPublished: 3 May 2024\n{BODY}")
    put(archive, "post/a.zip", raw.getvalue())
    assert one(archive).source == "other"


@pytest.mark.parametrize(
    ("written", "zone", "told"),
    [
        ("2025-06-02T22:30:00Z", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("2025-06-02T22:30Z", "Asia/Riyadh", "2025-06-03T01:30+03:00"),
        ("2025-06-02T22:30:00+00:00", "Africa/Cairo", "2025-06-03T01:30:00+03:00"),
        ("2025-01-02T22:30:00.125Z", "Africa/Cairo", "2025-01-03T00:30:00+02:00"),
        ("2025-06-03T02:30:00Z", "America/New_York", "2025-06-02T22:30:00-04:00"),
        ("Mon, 02 Jun 2025 22:30:00 GMT", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("Mon, 02 Jun 2025 22:30:00 +0000", "Asia/Riyadh", "2025-06-03T01:30:00+03:00"),
        ("2025-01-02T22:30:00Z", "Europe/London", "2025-01-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00Z", "Etc/UTC", "2025-06-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00Z", None, "2025-06-02T22:30:00+00:00"),
        ("2025-06-02T22:30:00+02:00", "Asia/Riyadh", "2025-06-02T22:30:00+02:00"),
        ("2025-06-02T22:30:00", "Asia/Riyadh", "2025-06-02T22:30:00"),
        ("2 June 2025, 22:30 GMT", "Asia/Riyadh", "2025-06-02T22:30:00+00:00"),
        ("2025-06-02", "Asia/Riyadh", "2025-06-02"),
        ("2025-06-02T00:00:00Z", "America/New_York", "2025-06-02T00:00:00+00:00"),
        ("2025-06-02T00:00:00Z", "Asia/Riyadh", "2025-06-02T03:00:00+03:00"),
    ],
)
def test_a_stamp_in_utc_is_told_in_the_publisher_s_time(written: str, zone: str | None, told: str) -> None:
    found = read_date(written, today=TODAY)
    assert found is not None
    ours, wanted = in_own_time(found.date, written, zone).iso, PublicationDate(told).iso
    assert ours.replace(":00+", "+").replace(":00-", "-") == wanted.replace(":00+", "+").replace(":00-", "-")


def test_both_dates_are_told_in_the_publisher_s_time_with_the_stamp_beside_them(archive: Path) -> None:
    publisher(archive, "time_zone: Asia/Riyadh\n")
    put(archive, "post/a.jsonl", record(published="2025-06-02T22:30:00Z", updated="2025-06-03T21:30:00Z"))
    article = one(archive)
    assert article.date is not None
    assert article.updated is not None
    assert article.date.iso.startswith("2025-06-03T01:30")
    assert article.updated.iso.startswith("2025-06-04T00:30")
    assert article.date_raw == "2025-06-02T22:30:00Z"
    assert article.provenance is not None
    assert any("2025-06-03T21:30:00Z" in rule for rule in article.provenance.rules)


OWN = OwnWords.of(
    [
        (Label.PUBLISHED, "حُرّر يوم"),
        (Label.PUBLISHED, "Lit on"),
        (Label.UPDATED, "Relit on"),
        (Label.SOURCE, "نقلًا عن مراسلي"),
        (Label.AUTHOR, "خطّه"),
        (Label.AUTHOR, "Story and research"),
        (Label.TRANSLATOR, "نقلته إلى العربية"),
        (Label.SPECIAL, "لقرّاء الجسر وحدهم"),
        (Label.ASIDE, "Lamps lit"),
        (Label.SECTION, "By"),
        (Label.READ_ALSO, "من الجسر أيضًا"),
        (Label.READ_ALSO, "More light on this"),
    ]
)


@pytest.mark.parametrize(
    ("text", "zone", "fields"),
    [
        ("حُرّر يوم 3 مايو 2024", Zone.HEAD, [("published", "3 مايو 2024")]),
        ("حرر يوم: 3 مايو 2024", Zone.BODY, [("published", "3 مايو 2024")]),
        (
            "Lit on 3 May 2024 | Relit on 4 May 2024",
            Zone.HEAD,
            [("published", "3 May 2024"), ("updated", "4 May 2024")],
        ),
        ("Lit on – 3 May 2024", Zone.TAIL, [("published", "3 May 2024")]),
        ("LIT ON:3 May 2024", Zone.TAIL, [("published", "3 May 2024")]),
        ("خطّه: سلمى إدريس", Zone.HEAD, [("author", "سلمى إدريس")]),
        ("Story and research Jane Doe", Zone.TAIL, [("author", "Jane Doe")]),
        ("نقلته إلى العربية سلمى إدريس", Zone.TAIL, [("translator", "سلمى إدريس")]),
        ("نقلًا عن مراسلي صحيفة الجسر", Zone.HEAD, [("source", "صحيفة الجسر")]),
        ("Lamps lit: 214", Zone.TAIL, [("aside", "Lamps lit: 214")]),
        ("By: Harbour", Zone.HEAD, [("section", "Harbour")]),
        ("By Jane Doe", Zone.HEAD, [("section", "Jane Doe")]),
        ("(خطّه: سلمى إدريس)", Zone.HEAD, [("author", "سلمى إدريس")]),
        ("Lit onwards 3 May 2024", Zone.HEAD, []),
        ("Lit on the eve of the feast, the lamps of the quay burned until the morning came.", Zone.HEAD, []),
        ("Lit on the eve of the feast, the lamps of the quay burned until the morning came.", Zone.BODY, []),
        ("Was lit on 3 May 2024", Zone.BODY, []),
    ],
)
def test_a_publisher_s_own_labels_are_read(text: str, zone: Zone, fields: list[tuple[str, str]]) -> None:
    assert [(each.label.value, each.value) for each in read_fields(text, zone, OWN)] == fields


def test_without_them_the_common_words_count() -> None:
    assert [each.label for each in read_fields("By Jane Doe", Zone.HEAD)] == [Label.AUTHOR]
    assert read_fields("Lit on 3 May 2024", Zone.HEAD) == ()


def test_an_own_label_on_a_line_of_its_own() -> None:
    assert read_bare_label("حُرّر يوم:", OWN) is Label.PUBLISHED
    assert read_bare_label("Story and research", OWN) is Label.AUTHOR
    assert read_bare_label("Story and research of years", OWN) is None


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("من الجسر أيضًا", ""),
        ("More light on this:", ""),
        ("More light on this: The bridge is painted blue", "The bridge is painted blue"),
        ("More light on this The bridge is painted blue", "The bridge is painted blue"),
        ("More light on this was promised by the minister, who then left.", None),
    ],
)
def test_a_publisher_s_own_cues_are_read(text: str, headline: str | None) -> None:
    cue = read_cue(text, OWN)
    assert (cue.headline if cue else None) == headline


LABELS = """site: [post.example]
labels:
  published: [Lit on]
  author: [Story and research]
  translator: [Carried into English by]
  read-also: [More light on this]
  special: [For our lamps alone]
"""


def test_own_labels_in_plain_text_and_in_records(archive: Path) -> None:
    publisher(archive, LABELS)
    head = "Lit on 3 May 2024\nStory and research: Jane Doe\n"
    tail = "Carried into English by Mary Roe\nFor our lamps alone\nMore light on this\nThe bridge is painted blue\n"
    put(archive, "post/a.txt", f"{TITLE}\n{head}{BODY}{tail}")
    put(archive, "b.jsonl", record(title="Another title", text=head + BODY + tail, url="https://post.example/2"))
    for article in take_in(archive):
        assert article.date is not None
        assert article.date.iso == "2024-05-03"
        assert (article.authors, article.translator, article.special) == (("Jane Doe",), "Mary Roe", True)
        assert article.source == "post"
        assert article.provenance is not None
        assert {"More light on this", "The bridge is painted blue"} <= set(article.provenance.removed)
        assert "lamps" not in article.body


def test_a_text_in_no_certain_language_is_in_that_of_its_publisher(archive: Path) -> None:
    publisher(archive, "lang: ar\n")
    put(
        archive, "post/a.jsonl", json.dumps({"title": "2024", "text": "12 : 13 — 14 : 15", "date": "2024-05-03"}) + "\n"
    )
    put(
        archive,
        "other/a.jsonl",
        json.dumps({"title": "2024", "text": "12 : 13 — 14 : 15", "date": "2024-05-03"}) + "\n",
    )
    assert [article.lang.value for article in take_in(archive)] == ["ar"]


def test_several_processes_give_the_same(archive: Path) -> None:
    publisher(archive, LABELS + VERSIONS.replace("folder: post\n", ""))
    for number in range(40):
        put(archive, f"post/{number}.txt", f"{TITLE} {number}\nLit on 03/04/20{number + 10:02}\n{BODY}")
    report = ingest(archive, today=date(2060, 1, 1), jobs=2)
    days = [article.date.iso for article in load_articles(archive).articles if article.date]
    assert len(report.documents) == len(days) == 40
    assert sorted(day[5:] for day in days) == ["03-04", *["04-03"] * 39]


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Post of today | The post</title>
<meta property="article:published_time" content="2024-05-01T08:00:00+03:00">
<link rel="canonical" href="https://post.example/ferry">ADDED</head><body>
<div class="menu"><a href="/">Home</a> <a href="/sports">Sports</a></div>
<table><tr><td class="big"><b>{TITLE}</b></td></tr>
<tr><td class="infos">Story and research: <span class="who">By Jane Doe</span> <i class="when">Friday 3 May 2024</i></td></tr>
<tr><td class="text">{BODY.splitlines()[0]}<br><br><span class="ad">Buy lamps of the best kind here</span>
{BODY.splitlines()[1]}</td></tr></table>
<div class="column"><p>{"A long column about something else that stands beside the article, and is no part of it. " * 6}</p></div>
</body></html>"""
SELECTORS = """site: [post.example]
selectors:
  title: [h1.none, td.big b]
  date: [.when]
  authors: [.who]
  body: [td.text]
  remove: [.ad]
"""


def check_selected(article: Article) -> None:
    """Hold an article to what the selectors of PAGE find."""
    assert (article.title, article.date and article.date.iso) == (TITLE, "2024-05-03")
    assert article.authors == ("Jane Doe",)
    assert article.body.split() == BODY.split()
    assert article.provenance is not None
    assert "Buy lamps of the best kind here" in article.provenance.removed
    rules = " ".join(article.provenance.rules)
    assert "selector:td.big b" in rules
    assert "selector:.when" in rules


def test_selectors_say_where_the_parts_of_a_page_stand(archive: Path) -> None:
    publisher(archive, SELECTORS)
    put(archive, "elsewhere/a.html", PAGE)
    check_selected(one(archive))


def test_selectors_count_in_archives_of_documents_and_of_the_web(archive: Path) -> None:
    import io
    import zipfile

    publisher(archive, SELECTORS)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("pages/a.html", PAGE)
    put(archive, "a.zip", raw.getvalue())
    check_selected(one(archive))
    put(archive, "b.warc", warc(("https://post.example/other", "text/html", PAGE.replace("/ferry", "/other"))))
    titles = [article for article in take_in(archive) if article.url == "https://post.example/other"]
    check_selected(titles[0])


def test_selectors_of_a_page_without_a_date_are_those_of_the_day_it_was_taken(archive: Path) -> None:
    page = PAGE.replace("article:published_time", "og:none")
    site, _, rest = SELECTORS.partition("\n")
    selectors = f"{site}\nversions:\n  - valid_until: '2019-12-31'\n{indent(rest, '    ')}"
    publisher(archive, selectors)
    put(archive, "a.warc", warc(("https://post.example/ferry", "text/html", page), day="2019-03-02T10:00:00Z"))
    check_selected(one(archive))


def test_a_selector_that_finds_nothing_is_told_and_the_usual_way_is_gone(archive: Path) -> None:
    publisher(archive, "selectors: {title: [h1.none], body: [div.none, .neither], remove: [.never]}\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in (BODY + LATER).splitlines())
    page = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    )
    put(archive, "post/a.html", page)
    report = ingest(archive, today=TODAY)
    told = [problem for problem in report.all_problems() if problem.code == "selector-found-nothing"]
    assert [(each.severity.value, each.expected) for each in told] == [
        ("hint", "h1.none"),
        ("hint", "div.none, .neither"),
    ]
    (article,) = load_articles(archive).articles
    assert (article.title, article.body.split()) == (TITLE, (BODY + LATER).split())


def test_what_is_to_be_removed_is_removed_from_a_body_found_the_usual_way(archive: Path) -> None:
    publisher(archive, "selectors: {remove: [.ad]}\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    later = "".join(f"<p>{line}</p>" for line in LATER.splitlines())
    ad = '<p class="ad">The lamps of the quay are sold here at half the price until the end of the month, they say.</p>'
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}{ad}{later}</article>"
    put(archive, "post/a.html", page)
    article = one(archive)
    assert article.body.split() == (BODY + LATER).split()
    assert article.provenance is not None
    assert any(text.startswith("The lamps of the quay") for text in article.provenance.removed)


def warc(*answers: tuple[str, str, str | bytes], day: str = "2024-05-04T10:00:00Z") -> bytes:
    """A web archive of answers: address, media type, content."""
    out = b""
    for address, kind, content in answers:
        body = content.encode() if isinstance(content, str) else content
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: {day}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out
