"""Every page of the small archive answers where it should, and what should not be shown is not."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ar/",
        "en/",
        "ar/2025/06/02/port/",
        "en/2025/06/02/port/",
        "en/2024/11/ferry/",
        "ar/undated/lighthouse/",
        "ar/2025/",
        "ar/2025/06/",
        "en/2024/11/",
        "ar/undated/",
        "ar/archive/",
        "ar/tags/",
        "ar/tags/place-ly/",
        "en/tags/shipping/",
        "ar/sources/",
        "en/sources/the-port-gazette/",
        "ar/sources/unknown/",
        "ar/search/",
        "en/about/",
    ],
)
def test_page_exists(mini: Any, address: str) -> None:
    assert mini.has(address)


def test_drafts_are_nowhere(mini: Any) -> None:
    assert not mini.has("en/2025/06/04/draft/")
    assert all("A draft" not in page.text for _, page in mini.pages())


def test_withdrawn_article_leaves_a_notice_and_nothing_else(mini: Any) -> None:
    notice = mini.page("en/2025/06/03/withdrawn/")
    assert notice.meta("robots") == "noindex"
    assert "has been withdrawn" in notice.text
    for name, content in mini.bytes().items():
        assert b"must not be shown" not in content, name
        assert b"A report that was withdrawn" not in content, name


@pytest.mark.parametrize("old", ["en/news/port.html", "old/port/"])
def test_alias_leads_to_the_article(mini: Any, old: str) -> None:
    page = mini.page(old)
    (refresh,) = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "refresh"]
    base = f"https://x.example/{old}"
    assert urljoin(base, refresh.partition("url=")[2]) == "https://x.example/en/2025/06/02/port/"
    assert page.all("link", rel="canonical")[0]["href"] == "https://mini.example/archive/en/2025/06/02/port/"
    assert page.meta("robots") == "noindex"


def test_redirect_leads_to_the_page(mini: Any) -> None:
    canonical = mini.page("en/harbour/").all("link", rel="canonical")[0]["href"]
    assert canonical == "https://mini.example/archive/en/tags/shipping/"


def test_every_link_leads_to_a_file_of_the_site_wherever_the_site_is_put(mini: Any) -> None:
    files = set(mini.bytes())
    for name, page in mini.pages():
        for _, attributes in page.elements:
            for address in (attributes[key] for key in ("href", "src", "action") if key in attributes):
                if not address.startswith(("#", "https://")):
                    _assert_leads_to(files, name, address)


def _assert_leads_to(files: set[str], name: str, href: str) -> None:
    path = unquote(urlsplit(urljoin(f"https://x.example/archive/{name}", href)).path)
    assert path.startswith("/archive/"), (name, href)
    target = PurePosixPath(path.removeprefix("/archive/"))
    assert target.as_posix() in files or (target / "index.html").as_posix() in files, (name, href)


def test_links_between_article_files_become_links_between_pages(mini: Any) -> None:
    links = [found["href"] for found in mini.page("en/2025/06/02/port/").all("a")]
    assert "../../../../2024/11/ferry/" in links


def test_only_own_assets_are_published(mini: Any) -> None:
    names = [name for name in mini.bytes() if name.startswith("assets/")]
    assert names
    assert not [name for name in names if "material" in name or "lunr" in name or "bundle" in name]


def test_nothing_of_the_content_folder_is_copied(mini: Any) -> None:
    assert not [name for name in mini.bytes() if name.endswith((".md", ".yml", ".txt")) and name != "robots.txt"]


def test_an_old_address_in_the_place_of_a_sitemap_is_left_out(archive: Any) -> None:
    archive.article("en/2025/06/one.md", aliases=["sitemap-2025.xml/", "en/old/"])
    site = archive.build(expected=1)
    assert "not below assets/, media/, search/ or a sitemap" in site.said
    assert {"sitemap-2025.xml", "en/old/index.html"} <= set(site.bytes())
