"""What the preview answers for an address."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.answers import Answer, Place, find_answer, mount_path

FILES = {
    "index.html": "<body>root</body>",
    "404.html": "<body>lost</body>",
    "en/one/index.html": "<body>one</body>",
    "en/قناة/index.html": "<body>canal</body>",
    "old.html": "<body>moved</body>",
    "assets/base.css": "a{}",
    "feed.xml": "<feed/>",
}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small site below a path, and a secret beside it."""
    for path, text in FILES.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site/link.txt").symlink_to(tmp_path / "secret.txt")
    return Place(tmp_path / "site", "/sijill/")


def header(answer: Answer, name: str) -> str:
    return dict(answer.headers).get(name, "")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/sijill/", b"root"),
        ("/sijill/en/one/", b"one"),
        ("/sijill/en/one/?x=1", b"one"),
        ("/sijill/en/%D9%82%D9%86%D8%A7%D8%A9/", b"canal"),
        ("/sijill/old.html", b"moved"),
    ],
)
def test_pages_are_given_with_the_script_of_their_host(place: Place, target: str, said: bytes) -> None:
    answer = find_answer(place, target, 7)
    assert answer.status == 200
    assert answer.body == b'<body>%b<script src="/livereload.js?epoch=7"></script></body>' % said
    assert header(answer, "Content-Type") == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("target", "kind"),
    [("assets/base.css", "text/css; charset=utf-8"), ("feed.xml", "application/xml; charset=utf-8")],
)
def test_other_files_are_given_as_they_are(place: Place, target: str, kind: str) -> None:
    answer = find_answer(place, f"/sijill/{target}", 7)
    assert answer.body.decode() == FILES[target]
    assert header(answer, "Content-Type") == kind


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        ("/", "/sijill/"),
        ("/sijill", "/sijill/"),
        ("/sijill/en/one", "/sijill/en/one/"),
        ("/sijill/en/one?q=a", "/sijill/en/one/?q=a"),
        ("/sijill/en/%D9%82%D9%86%D8%A7%D8%A9", "/sijill/en/%D9%82%D9%86%D8%A7%D8%A9/"),
    ],
)
def test_addresses_without_their_last_slash_lead_on(place: Place, target: str, goal: str) -> None:
    answer = find_answer(place, target, 7)
    assert answer.status == 302
    assert header(answer, "Location") == goal


@pytest.mark.parametrize(
    "target",
    [
        "/sijill/en/", "/sijill/en", "/sijill/none.html", "/en/one/", "/sijill/old.html/", "/sijill/../secret.txt",
        "/sijill/..%2fsecret.txt", "/sijill/%2e%2e/secret.txt", "/sijill/link.txt", "/sijill//en/one/",
        "/sijill/%00", "/sijill/..", "/sijill/%ff", "//evil.example/", "/" + "x" * 5000, "*", "",
    ],
)  # fmt: skip
def test_what_is_not_there_is_the_sites_own_page_for_lost_addresses(place: Place, target: str) -> None:
    answer = find_answer(place, target, 7)
    assert answer.status == 404
    assert b"lost" in answer.body
    assert b"livereload.js?epoch=7" in answer.body


def test_without_a_site_it_is_said_where_the_reason_stands(tmp_path: Path) -> None:
    answer = find_answer(Place(tmp_path / "none"), "/", 1)
    assert answer.status == 404
    assert b"terminal" in answer.body


def test_script_is_a_file_of_the_same_host(place: Place) -> None:
    answer = find_answer(place, "/livereload.js?epoch=7", 9)
    assert answer.status == 200
    assert header(answer, "Content-Type") == "text/javascript; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "path"),
    [("", "/"), ("https://x.example", "/"), ("https://x.example/", "/"), ("https://x.example/a/b/", "/a/b/")],
)
def test_path_of_a_site(address: str, path: str) -> None:
    assert mount_path(address) == path
