"""Pages that never answer keep nothing else waiting, neither what is new nor each other."""

from __future__ import annotations

from typing import Any

from tests.unit.ingest.fetch.test_polling import FEED, codes, page, rss


def hang_up(request: Any) -> None:
    """Answer nothing at all."""
    request.connection.close()


def test_what_is_new_does_not_wait_for_pages_that_never_answer(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    dead = ("/a", "/b", "/c", "/d")
    site.serve("/feed", rss(*dead), ETag='"1"')
    for each in dead:
        site.perform(each, hang_up)
    archive.fetch()
    site.serve("/feed", rss(*dead, "/new"), ETag='"2"')
    page(site, "/new")
    (haul,) = archive.fetch()
    assert len(haul.documents) == 1
    assert "/new" in site.asked()


def test_of_pages_that_wait_all_get_their_turn(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    dead = ("/a", "/b", "/c")
    site.serve("/feed", rss(*dead, "/z"))
    for each in dead:
        site.perform(each, hang_up)
    page(site, "/z")
    archive.fetch()  # three silences in a row, and the host is left alone
    assert "/z" not in site.asked()
    (haul,) = archive.fetch()
    assert len(haul.documents) == 1
    assert "/z" in site.asked()


def test_of_an_article_that_a_feed_names_nobody_is_sent_to_a_file(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("/gone", "/none"))
    site.serve("/gone", status=410)
    (haul,) = archive.fetch()
    assert codes(haul) == ["gone", "not-found"]
    for problem in haul.problems:
        assert problem.expected
        assert "file" not in problem.cure
