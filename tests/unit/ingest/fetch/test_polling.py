"""Publishers polled from a real site: what is new is stored once, what fails waits or is told, and nothing is lost."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from generator.errors import MisuseError, Severity
from generator.ingest.fetch import run
from generator.ingest.fetch.addresses import read_address
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.run import Haul
from generator.ingest.fetch.warc import document_path, render_warc
from generator.store.documents import find_documents
from generator.store.fetch_state import FetchState, Polled, Waiting, load_fetch_state, write_fetch_state

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FULL = "<![CDATA[<p>" + "كلمة " * 60 + "</p>]]>"
FEED = 'fetch: {feeds: ["http://news.example:PORT/feed"]}\n'


def rss(*items: str) -> str:
    """A feed of items, each a path, or a path and its whole text behind a bar."""
    rows = []
    for item in items:
        path, _, text = item.partition("|")
        rows.append(f"<item><link>{path}</link><encoded>{text}</encoded></item>")
    return f"<rss><channel>{''.join(rows)}</channel></rss>"


def codes(haul: Haul) -> list[str]:
    """The codes of a haul's problems."""
    return [problem.code for problem in haul.problems]


def page(site: Any, *paths: str) -> None:
    """Serve pages with some text."""
    for path in paths:
        site.serve(path, f"<h1>{path}</h1><p>نص الخبر كاملًا</p>")


def test_a_feed_of_summaries_has_its_pages_fetched_once(archive: Any, site: Any) -> None:
    archive.publisher(FEED + "folder: letters\n")
    site.serve("/feed", rss("/1", "/2"), ETag='"a"', Last_Modified="Thu, 26 Nov 2026 08:00:00 GMT")
    page(site, "/1", "/2", "/3")
    (haul,) = archive.fetch()
    assert (haul.new, len(haul.documents), codes(haul)) == (2, 2, [])
    assert [name.rpartition("-")[0] for name in archive.documents()] == ["letters/2026/11/26-1", "letters/2026/11/26-2"]
    assert all((archive.root / document).is_file() for document in haul.documents)

    before = archive.state("letters")
    site.requests.clear()
    (haul,) = archive.fetch(now=NOW + timedelta(days=1))
    assert (haul.new, haul.documents, codes(haul)) == (0, (), [])
    assert site.asked() == ["/feed"]
    fields = site.requests[-1][2]
    assert (fields["If-None-Match"], fields["If-Modified-Since"]) == ('"a"', "Thu, 26 Nov 2026 08:00:00 GMT")
    assert archive.state("letters") == before  # no time of the run in it

    site.serve("/feed", rss("/3", "/1"), ETag='"b"')
    (haul,) = archive.fetch(now=NOW + timedelta(days=1))
    assert [path.as_posix().rpartition("-")[0] for path in haul.documents] == ["content/sources/letters/2026/11/27-3"]


def test_a_feed_that_has_not_changed_is_not_read(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"), ETag='"a"')
    page(site, "/1")
    archive.fetch()
    site.serve("/feed", status=304, Content_Length="0")
    (haul,) = archive.fetch()
    assert (haul.new, codes(haul)) == (0, [])


def test_a_feed_with_whole_texts_is_stored_itself(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss(f"/1|{FULL}", f"/2|{FULL}"))
    (haul,) = archive.fetch()
    assert (haul.new, len(haul.documents)) == (2, 1)
    assert site.asked() == ["/feed"]
    assert Path(haul.documents[0]).name.startswith("26-feed-")
    assert archive.fetch()[0].documents == ()
    site.serve("/feed", rss("/3", f"/2|{FULL}"))
    page(site, "/3")
    assert [path.name[:5] for path in archive.fetch()[0].documents] == ["26-3-"]


@pytest.mark.parametrize(
    ("follow", "asked"), [("always", ["/feed", "/1", "/2"]), ("never", ["/feed"]), ("summaries", ["/feed", "/2"])]
)
def test_a_publisher_says_which_pages_are_followed(archive: Any, site: Any, follow: str, asked: list[str]) -> None:
    archive.publisher(f'fetch: {{feeds: ["http://news.example:PORT/feed"], follow: {follow}}}\n')
    site.serve("/feed", rss(f"/1|{FULL}", "/2"))
    page(site, "/1", "/2")
    (haul,) = archive.fetch()
    assert site.asked() == asked
    assert any(path.name.startswith("26-feed-") for path in haul.documents) == (follow != "always")
    assert archive.fetch()[0].new == 0


def test_the_document_holds_the_answer_and_what_http_said(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/2026/خبر-جديد.html"))
    body = "<p>نص</p>".encode("cp1256")
    path = "/2026/%D8%AE%D8%A8%D8%B1-%D8%AC%D8%AF%D9%8A%D8%AF.html"
    site.serve(path, body, Content_Type="text/html; charset=windows-1256", Set_Cookie="who=me", X_Odd="a\tb")
    (haul,) = archive.fetch()
    raw = (archive.root / haul.documents[0]).read_bytes()
    assert haul.documents[0].name.startswith("26-2026-")
    (record,) = ArchiveIterator(io.BytesIO(raw), check_digests="raise")
    assert record.rec_type == "response"
    assert record.rec_headers["WARC-Target-URI"] == site.address(path)
    assert record.rec_headers["WARC-Date"] == "2026-11-26T12:00:00Z"
    assert record.rec_headers["WARC-IP-Address"] == "127.0.0.1"
    assert record.http_headers.get_statuscode() == "200"
    assert record.http_headers["Content-Type"] == "text/html; charset=windows-1256"
    assert record.http_headers["Set-Cookie"] is None
    assert b"who=me" not in raw
    assert body in raw  # an editor shows it


def test_a_warc_file_is_the_same_whenever_it_is_made() -> None:
    address = read_address("https://news.example/a/index.html?x=1")
    assert address is not None
    fields = (
        ("Content-Encoding", "gzip"),
        ("Bad Name", "x"),
        ("Content-Length", "3"),
        ("X-A", "a\x00b"),
        ("ETag", '"é"'),
    )
    answer = Answer(address, "192.0.2.1", 200, "OK", fields, b"x\r\n\r\nWARC/1.0\r\n")
    raw = render_warc(answer, NOW)
    assert raw == render_warc(answer, NOW.astimezone(datetime.now().astimezone().tzinfo))
    record = next(iter(ArchiveIterator(io.BytesIO(raw))))
    assert record.http_headers.headers[0] == ("X-Crawler-Content-Encoding", "gzip")
    assert record.http_headers["Content-Length"] == "15"
    assert record.http_headers["Bad Name"] is None
    assert record.content_stream().read() == answer.body
    assert (
        document_path("post", answer, date(2026, 1, 2)).as_posix().startswith("content/sources/post/2026/01/02-index-")
    )


@pytest.mark.parametrize(
    "target",
    ["/", "/../../etc/passwd", "/%2e%2e/%2e%2e/x", "/" + "a" * 900, "/con", "/a%00b", "/خبر", "/a\\b.html", "//"],
)
def test_a_document_s_name_is_safe(target: str) -> None:
    address = read_address("https://news.example" + target)
    assert address is not None
    path = document_path("post", Answer(address, "", 200, "", (), b""), date(2026, 1, 2))
    assert len(path.parts) == 6
    assert len(path.name) < 80
    assert path.name.isascii()
    assert ".." not in path.as_posix()


def test_what_fails_for_now_waits_and_is_not_lost(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1", "/2"), ETag='"a"')
    page(site, "/2")
    site.serve("/1", status=500)
    (haul,) = archive.fetch()
    assert (codes(haul), len(haul.documents)) == (["refused-by-host"], 1)
    assert haul.problems[0].record == site.address("/1")
    site.serve("/feed", rss("/9"), ETag='"b"')  # the feed does not name it any more
    page(site, "/1", "/9")
    (haul,) = archive.fetch()
    assert (codes(haul), len(haul.documents)) == ([], 2)
    assert not [line for line in archive.state() if "waiting" in line]


def test_an_article_whose_host_may_not_be_asked_today_waits(archive: Any, site: Any) -> None:
    """A name may lead into a private network for a day, as where a network asks for a login first."""
    archive.publisher(FEED)
    site.serve("/feed", rss(site.address("/1", "inside.news.example"), "/2"))
    site.serve("/2", status=302, Location=site.address("/", "inside.news.example"))
    (haul,) = archive.fetch()
    assert codes(haul) == ["address-refused"] * 2
    waiting = [line["waiting"] for line in map(json.loads, archive.state()) if "waiting" in line]
    assert waiting == [site.address("/1", "inside.news.example")]  # what leads there is done with
    assert site.asked("inside.news.example") == []


def test_after_eight_tries_an_article_is_given_up_and_told(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    site.serve("/1", status=403)
    found = [codes(archive.fetch()[0]) for _ in range(9)]
    assert found == [["refused-by-host"]] * 7 + [["given-up"], []]


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        ({"status": 404}, "not-found"),
        ({"status": 410}, "gone"),
        ({"body": "x", "Content_Type": "image/png"}, "no-article"),
        ({"body": "  "}, "no-article"),
    ],
)
def test_what_fails_for_good_is_told_once(archive: Any, site: Any, reply: dict[str, Any], code: str) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    site.serve("/1", **reply)
    assert [codes(archive.fetch()[0]) for _ in range(2)] == [[code], []]
    assert archive.documents() == []


def test_a_feed_that_is_gone_is_told_and_not_asked_for_again(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", status=410)
    (haul,) = archive.fetch()
    assert [(each.code, each.severity, each.line) for each in haul.problems] == [("gone", Severity.ERROR, 3)]
    site.requests.clear()
    (haul,) = archive.fetch()
    assert [(each.code, each.severity) for each in haul.problems] == [("gone", Severity.HINT)]
    assert site.requests == []
    archive.publisher('fetch: {feeds: ["http://news.example:PORT/new"]}\n')
    site.serve("/new", rss())
    assert codes(archive.fetch()[0]) == []


def test_a_feed_that_has_moved_is_told(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", status=301, Location="/rss")
    site.serve("/rss", rss("/1"))
    page(site, "/1")
    (haul,) = archive.fetch()
    assert [(each.code, each.severity, len(haul.documents)) for each in haul.problems] == [("moved", Severity.HINT, 1)]
    assert site.address("/rss") in haul.problems[0].cure


@pytest.mark.parametrize(
    ("body", "code"),
    [("<html><body>Please log in</body></html>", "no-feed"), ("", "no-feed"), ("<sitemapindex/>", "sitemap-index")],
)
def test_what_is_no_feed_is_told(archive: Any, site: Any, body: str, code: str) -> None:
    archive.publisher(FEED)
    site.serve("/feed", body)
    (haul,) = archive.fetch()
    assert codes(haul) == [code]
    assert haul.problems[0].path == Path("content/vocabulary/publishers/post.yml")


def test_articles_elsewhere_are_not_fetched(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    here, there = site.address("/1", "www.news.example"), site.address("/2", "other.example")
    site.serve("/feed", rss(here, there, "http://127.0.0.1/admin"))
    page(site, "/1", "/2")
    (haul,) = archive.fetch()
    assert codes(haul) == ["elsewhere", "elsewhere"]
    assert len(haul.documents) == 1
    assert codes(archive.fetch()[0]) == []
    archive.publisher(FEED + "site: [news.example, other.example]\n", "second")
    archive.publisher("", "post")
    assert len(archive.fetch()[0].documents) == 2


@pytest.mark.parametrize("there", ["/", "http://other.example:PORT/login"])
def test_an_article_that_leads_elsewhere_is_not_taken_for_one(archive: Any, site: Any, there: str) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    site.serve("/1", status=302, Location=there.replace("PORT", str(site.port)))
    page(site, "/", "/login")
    assert [codes(archive.fetch()[0]) for _ in range(2)] == [["led-astray"], []]
    assert archive.documents() == []


def test_two_addresses_that_lead_to_one_article_store_it_once(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/?p=1", "/one"))
    site.serve("/?p=1", status=301, Location="/one")
    page(site, "/one")
    assert len(archive.fetch()[0].documents) == 1
    assert archive.fetch()[0].documents == ()


def test_publishers_on_one_host_take_turns(archive: Any, site: Any) -> None:
    for name in ("one", "two", "three"):
        archive.publisher(FEED.replace("/feed", f"/{name}"), name)
        site.serve(f"/{name}", rss())
    archive.fetch()
    assert len(site.slept) == 3 + [path for _, path, _ in site.requests].count("/robots.txt") - 1


def test_a_host_that_asks_to_wait_is_left_alone_in_later_runs_too(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1", "/2", "/3"))
    page(site, "/2", "/3")
    site.serve("/1", status=429, Retry_After="7200")
    (haul,) = archive.fetch()
    assert codes(haul) == ["asked-to-wait", "left-alone"]
    assert site.asked() == ["/feed", "/1"]
    site.requests.clear()
    (haul,) = archive.fetch(now=NOW + timedelta(minutes=119))
    assert set(codes(haul)) == {"left-alone"}
    assert site.requests == []
    page(site, "/1")
    (haul,) = archive.fetch(now=NOW + timedelta(minutes=121))
    assert (codes(haul), len(haul.documents)) == ([], 3)


def test_a_rest_noted_by_a_clock_that_went_wrong_is_over(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", status=429, Retry_After="7200")
    archive.fetch(now=NOW + timedelta(days=1500))
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    (haul,) = archive.fetch(now=NOW)
    assert (codes(haul), len(haul.documents)) == ([], 1)


def test_one_publisher_s_trouble_is_not_the_others_(archive: Any, site: Any) -> None:
    archive.publisher('fetch: {feeds: ["http://unknown.example:PORT/feed"]}\n', "a-lost")
    archive.publisher('fetch: {feeds: ["http://other.example:PORT/hang"]}\n', "b-hanging")
    archive.publisher(FEED, "c-sound")
    archive.publisher('fetch: {feeds: ["http://10.0.0.1/feed"]}\n', "d-inside")
    site.perform("/hang", lambda handler: handler.connection.recv(1))
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    hauls = archive.fetch()
    assert [(haul.publisher, codes(haul), len(haul.documents)) for haul in hauls] == [
        ("a-lost", ["unknown-host"], 0),
        ("b-hanging", ["no-answer"], 0),
        ("c-sound", [], 1),
        ("d-inside", ["address-refused"], 0),
    ]


def test_a_fault_of_the_program_with_one_publisher_is_told(
    archive: Any, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.publisher(FEED)
    archive.publisher(FEED.replace("/feed", "/other"), "zeta")
    site.serve("/feed", rss())
    site.serve("/other", rss())
    real = run.poll

    def poll(rounds: Any) -> None:
        if rounds.publisher.id == "post":
            raise RuntimeError("boom")
        real(rounds)

    monkeypatch.setattr(run, "poll", poll)
    assert [codes(haul) for haul in archive.fetch()] == [["program-fault"], []]


def test_no_more_than_wished_is_fetched_and_the_rest_next_time(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    paths = [f"/{number}" for number in range(5)]
    site.serve("/feed", rss(*paths), ETag='"a"')
    page(site, *paths)
    assert len(archive.fetch(most=2)[0].documents) == 2
    site.serve("/feed", status=304, Content_Length="0")
    assert [len(archive.fetch(most=2)[0].documents) for _ in range(3)] == [2, 1, 0]


def test_after_the_time_given_nothing_more_is_begun(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1", "/2", "/3"))
    page(site, "/1", "/2", "/3")
    site.perform("/1", lambda handler: handler.connection.recv(1))  # silent until the time is over
    (haul,) = archive.fetch(minutes=1 / 60)
    assert codes(haul) == ["no-answer", "left-alone"]
    assert site.asked() == ["/feed", "/1"]
    page(site, "/1")
    assert len(archive.fetch()[0].documents) == 3


def test_a_dry_run_looks_and_writes_nothing(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1", f"/2|{FULL}"))
    before = sorted(archive.root.rglob("*"))
    (haul,) = archive.fetch(dry_run=True)
    assert (haul.new, haul.documents) == (2, ())
    assert site.asked() == ["/feed"]
    assert sorted(archive.root.rglob("*")) == before


def test_a_page_is_taken_when_it_has_changed(archive: Any, site: Any) -> None:
    archive.publisher('fetch: {pages: ["http://news.example:PORT/statements"]}\n')
    found = []
    for token, text in (("1", "أول"), ("2", "أول"), ("3", "ثانٍ"), ("4", "ثانٍ")):
        site.serve("/statements", f"<script>t={token}</script><p>بيان {text}</p>")
        found.append(len(archive.fetch()[0].documents))
    assert found == [1, 0, 1, 0]


def test_a_page_with_links_is_a_list(archive: Any, site: Any) -> None:
    archive.publisher('fetch: {pages: ["http://news.example:PORT/front"], links: ["h2 > a"]}\n')
    site.serve("/front", '<h2><a href="/1">أ</a></h2><a href="/about">عنا</a><h2><a href="/2">ب</a></h2>')
    page(site, "/1", "/2", "/about")
    assert len(archive.fetch()[0].documents) == 2
    assert site.asked() == ["/front", "/1", "/2"]
    site.serve("/front", "<p>new clothes</p>")
    assert codes(archive.fetch()[0]) == ["no-links"]


def test_a_publisher_s_delay_is_kept(archive: Any, site: Any) -> None:
    archive.publisher('fetch: {feeds: ["http://news.example:PORT/feed"], delay: 30}\n')
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    archive.fetch()
    assert site.slept == [30, 30]


def test_publishers_are_chosen_by_id(archive: Any, site: Any) -> None:
    archive.publisher(FEED, "one")
    archive.publisher(FEED.replace("/feed", "/two"), "two")
    archive.publisher("", "silent")
    site.serve("/two", rss())
    assert [haul.publisher for haul in archive.fetch("two")] == ["two"]
    assert site.asked() == ["/two"]
    for name, words in (("three", "no publisher three"), ("silent", "nothing is fetched")):
        with pytest.raises(MisuseError, match=words):
            archive.fetch(name)


def test_a_folder_that_leads_out_of_the_archive_is_not_written_to(
    archive: Any, site: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    (archive.root / "content/sources").mkdir()
    (archive.root / "content/sources/post").symlink_to(outside)
    (haul,) = archive.fetch()
    assert codes(haul) == ["cannot-write"]
    assert list(outside.iterdir()) == []


def test_stored_documents_are_found_by_ingest_and_the_memory_is_not(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    (haul,) = archive.fetch()
    assert [each.path for each in find_documents(archive.root)] == list(haul.documents)
    assert archive.state()


def test_what_was_stored_and_not_read_is_handed_on_again(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/1"))
    page(site, "/1")
    (haul,) = archive.fetch(read=False)
    assert len(haul.documents) == 1
    assert [archive.fetch(read=read)[0].documents for read in (False, True)] == [haul.documents] * 2
    assert archive.fetch()[0].documents == ()
    archive.fetch()
    site.serve("/feed", rss("/2"))
    page(site, "/2")
    (second,) = archive.fetch(read=False)
    (archive.root / second.documents[0]).unlink()
    assert archive.fetch()[0].documents == ()


def test_the_memory_is_read_back_as_it_was(tmp_path: Path) -> None:
    state = FetchState(
        polled={
            "https://news.example/feed": Polled('"a"', "yesterday", None),
            "https://x.example/": Polled(digest="d"),
        },
        seen={"k": date(2026, 1, 1)},
        waiting={"https://news.example/1": Waiting(date(2026, 1, 2), 3)},
        gone={"https://news.example/old": date(2026, 1, 3)},
        resting={"news.example": NOW},
        unread={"content/sources/post/2026/01/02-1-abc.warc"},
    )
    write_fetch_state(tmp_path, "post", state)
    assert load_fetch_state(tmp_path, "post") == (state, [])
    lines = (tmp_path / "content/sources/post/.fetched.jsonl").read_text().splitlines()
    assert lines == sorted(lines)
    write_fetch_state(tmp_path, "post", FetchState())
    assert not (tmp_path / "content/sources/post/.fetched.jsonl").exists()


def test_two_memories_merged_line_by_line_are_one(tmp_path: Path) -> None:
    file = tmp_path / "content/sources/post/.fetched.jsonl"
    one = FetchState({"f": Polled('"1"'), "g": Polled('"9"')}, {"a": date(2026, 1, 2), "b": date(2026, 1, 1)})
    two = FetchState({"f": Polled('"2"'), "g": Polled('"9"')}, {"a": date(2026, 1, 1), "c": date(2026, 1, 3)})
    merged: set[str] = set()
    for state in (one, two):
        write_fetch_state(tmp_path, "post", state)
        merged |= set(file.read_text().splitlines())
    file.write_text("\n".join(merged))
    state, problems = load_fetch_state(tmp_path, "post")
    assert problems == []
    assert state.polled == {"g": Polled('"9"')}  # of the other it is not known which is true: it is asked for anew
    assert state.seen == {"a": date(2026, 1, 1), "b": date(2026, 1, 1), "c": date(2026, 1, 3)}


BROKEN = [
    "<<<<<<< HEAD", "{", "[]", "3", '{"seen": "k"}', '{"seen": "k", "day": "x"}', "[" * 100_000,
    '{"unread": "content/sources/../../x"}', '{"unread": "/etc/passwd"}',
    '{"resting": "h", "until": "2026-01-01T00:00"}', '{"waiting": "a", "since": "2026-01-01", "tries": "x"}',
]  # fmt: skip


@pytest.mark.parametrize("line", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_line_of_the_memory_is_told_and_the_rest_kept(tmp_path: Path, line: str) -> None:
    file = tmp_path / "content/sources/post/.fetched.jsonl"
    file.parent.mkdir(parents=True)
    file.write_text(f"{line}\n{json.dumps({'seen': 'k', 'day': '2026-01-01'})}\n")
    state, problems = load_fetch_state(tmp_path, "post")
    assert state.seen == {"k": date(2026, 1, 1)}
    assert [(each.code, each.line) for each in problems] == [("broken-fetch-state", 1)]


def test_what_no_feed_names_any_more_is_forgotten_after_a_while(archive: Any, site: Any) -> None:
    archive.publisher(FEED.replace("]}", '], pages: ["http://news.example:PORT/page"]}'))
    site.serve("/feed", rss("/1", "/2"))
    page(site, "/1", "/2", "/page")
    archive.fetch()
    site.serve("/feed", rss("/1"))
    site.serve("/feed", status=500)
    archive.fetch(now=NOW + timedelta(days=300))  # what the feed names today is not known
    assert len([line for line in archive.state() if "seen" in line]) == 2
    site.serve("/feed", rss("/1"))
    for days, kept in ((119, 2), (121, 1), (400, 1)):
        archive.fetch(now=NOW + timedelta(days=days))
        assert len([line for line in archive.state() if "seen" in line]) == kept
    assert len(archive.documents()) == 3
