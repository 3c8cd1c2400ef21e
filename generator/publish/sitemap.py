"""What search engines are told of the whole site: sitemap.xml (sitemaps.org, with Google's hreflang), robots.txt.

Alternates are declared here and not in the pages: one file says all of them, and no page grows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.model.language import Language
from generator.model.page import GeneratedFile, Permalink
from generator.publish.edition import absolute
from generator.publish.keyed import Derived, KeyedPage, Made, digest
from generator.publish.xml import DECLARATION, branch, element, escape

# sitemaps.org allows 50,000 addresses and 50 MB a file; alternates make an address about 600 bytes.
_PART_SIZE = 40_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGES = "pages"


def key_sitemap(pages: Iterable[KeyedPage], site_url: str) -> list[Derived]:
    """Give the sitemap with its keys: a part for each year of articles, one for all other pages, and the index of the
    parts; nothing where the site's address is unknown. So a new article changes the part of its own year.
    """
    if not site_url:
        return []
    periods: defaultdict[str, list[KeyedPage]] = defaultdict(list)
    for page in pages:
        if page.indexed:
            periods[page.period or _PAGES].append(page)
    parts: list[Derived] = []
    for period in sorted(periods):
        listed = periods[period]
        for start in range(0, len(listed), _PART_SIZE):
            name = f"sitemap-{period}{f'-{start // _PART_SIZE + 1}' if start else ''}.xml"
            parts.append(_key_part(name, listed[start : start + _PART_SIZE], site_url))
    names = [part.name for part in parts]
    index = Derived("sitemap.xml", digest(site_url, *names), lambda _notes: Made((_index(names, site_url),)))
    return [*parts, index]


def plan_robots(site_url: str) -> GeneratedFile:
    """Give robots.txt: everything may be read, and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {absolute(site_url, Permalink('sitemap.xml'))}"]
    return GeneratedFile("robots.txt", ("\n".join(lines) + "\n").encode())


def alternates_of(page: KeyedPage) -> dict[str, Permalink]:
    """Give a page's versions by hreflang, itself among them; nothing for a page in one language only.

    `x-default`, for readers of any other language, is the root page for the fronts and the Arabic version otherwise.
    """
    fronts = {language.value: Permalink(f"{language}/") for language in Language}
    if not page.permalink or page.permalink in fronts.values():
        return {**fronts, "x-default": Permalink()}
    if page.alternate is None:
        return {}
    versions = {each.partition("/")[0]: each for each in (page.permalink, page.alternate)}
    ordered = {language.value: versions[language.value] for language in Language}
    return {**ordered, "x-default": ordered[Language.AR.value]}


def _key_part(name: str, pages: Sequence[KeyedPage], site_url: str) -> Derived:
    """Give a part of the sitemap with its key."""
    said = "\n".join(f"{page.permalink}|{page.lastmod}|{page.alternate}" for page in pages)
    return Derived(
        name, digest(site_url, said), lambda _notes: Made((_urlset(name, [_url(each, site_url) for each in pages]),))
    )


def _index(names: Sequence[str], site_url: str) -> GeneratedFile:
    """Make the index of the parts. It names no dates: it would change with every part."""
    entries = [branch("sitemap", [element("loc", absolute(site_url, Permalink(name)))]) for name in names]
    return _file("sitemap.xml", branch("sitemapindex", entries, {"xmlns": _NAMESPACE}))


def _url(page: KeyedPage, site_url: str) -> str:
    """Give a page's entry. `lastmod` is the last known change of an article's text; other pages claim none."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(absolute(site_url, permalink))}"/>'
        for tag, permalink in alternates_of(page).items()
    )
    changed = f"<lastmod>{page.lastmod}</lastmod>" if page.lastmod else ""
    return f"<url><loc>{escape(absolute(site_url, page.permalink))}</loc>{changed}{links}</url>"


def _urlset(path: str, urls: Sequence[str]) -> GeneratedFile:
    """Give a file of entries."""
    return _file(path, branch("urlset", urls, {"xmlns": _NAMESPACE, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}))


def _file(path: str, xml: str) -> GeneratedFile:
    """Give a file of XML."""
    return GeneratedFile(path, f"{DECLARATION}{xml}\n".encode())
