"""What search engines are told of the whole site: sitemap.xml (sitemaps.org, with Google's hreflang), robots.txt.

Alternates are declared here and not in the pages: one file says all of them, and no page grows.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.language import Language
from generator.model.page import Frame, GeneratedFile, PageKind, Permalink, PlannedPage
from generator.publish.edition import absolute
from generator.publish.xml import DECLARATION, branch, element

# sitemaps.org allows 50,000 addresses and 50 MB a file; alternates make an address about 600 bytes.
_PART_SIZE = 40_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(pages: Sequence[PlannedPage], site_url: str) -> list[GeneratedFile]:
    """Give the sitemap: one file, or an index and its parts; nothing where the site's address is unknown."""
    if not site_url:
        return []
    urls = [_url(page.frame, site_url) for page in pages if page.frame.head.indexed]
    parts = [urls[start : start + _PART_SIZE] for start in range(0, len(urls), _PART_SIZE)]
    if len(parts) <= 1:
        return [_urlset("sitemap.xml", urls)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    entries = [branch("sitemap", [element("loc", absolute(site_url, Permalink(name)))]) for name in names]
    index = _file("sitemap.xml", branch("sitemapindex", entries, {"xmlns": _NAMESPACE}))
    return [index, *(_urlset(name, part) for name, part in zip(names, parts, strict=True))]


def plan_robots(site_url: str) -> GeneratedFile:
    """Give robots.txt: everything may be read, and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {absolute(site_url, Permalink('sitemap.xml'))}"]
    return GeneratedFile("robots.txt", ("\n".join(lines) + "\n").encode())


def alternates_of(frame: Frame) -> dict[str, Permalink]:
    """Give a page's versions by hreflang, itself among them; nothing for a page in one language only.

    `x-default`, for readers of any other language, is the root page for the fronts and the Arabic version otherwise.
    """
    other = frame.switch
    if not other.counterpart:
        return {}
    if frame.kind in (PageKind.ROOT, PageKind.FRONT):
        fronts = {language.value: Permalink(f"{language}/") for language in Language}
        return {**fronts, "x-default": Permalink()}
    versions = {frame.lang.value: frame.permalink, other.lang.value: other.permalink}
    ordered = {language.value: versions[language.value] for language in Language}
    return {**ordered, "x-default": ordered[Language.AR]}


def _url(frame: Frame, site_url: str) -> str:
    """Give a page's entry. `lastmod` is the last known change of an article's text; other pages claim none."""
    changed = frame.head.modified or frame.head.published
    return branch(
        "url",
        [
            element("loc", absolute(site_url, frame.permalink)),
            *([element("lastmod", changed[:10])] if changed else []),
            *(
                element("xhtml:link", "", {"rel": "alternate", "hreflang": tag, "href": absolute(site_url, permalink)})
                for tag, permalink in alternates_of(frame).items()
            ),
        ],
    )


def _urlset(path: str, urls: Sequence[str]) -> GeneratedFile:
    """Give a file of entries."""
    return _file(path, branch("urlset", urls, {"xmlns": _NAMESPACE, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}))


def _file(path: str, xml: str) -> GeneratedFile:
    """Give a file of XML."""
    return GeneratedFile(path, f"{DECLARATION}{xml}\n".encode())
