"""Blogs, whose name stands where newspapers do not have theirs, and films, whose pages have no date but the film's."""

from __future__ import annotations

import json
from typing import Any

import pytest

TITLE = "Bird reserve opens north of the city"
PROSE = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths.",
    "The reserve has four towers and a visitors' centre, and receives its guests from October to March by booking.",
    "More than two hundred kinds of birds rest there every year on their way to the south, its director said.",
)
FEEDS = """<link rel="alternate" type="application/atom+xml" title="{name} - Atom" href="{at}/feeds/posts/default">
<link rel="alternate" type="application/rss+xml" title="{name} - RSS" href="{at}/feeds/posts/default?alt=rss">"""
RSS = '<link rel="alternate" type="application/rss+xml" title="{}" href="/feed/">'
AT = "https://birds.example"


def page(head: str = "", *, title: str = TITLE, above: str = "", by: str = "Jane Doe") -> str:
    """A page as Blogger writes it."""
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{TITLE}">{head}</head><body>{above}<div class="post hentry">'
        f'<h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{text}</div>'
        f'<div class="post-footer">Posted by <span class="fn">{by}</span></div></div></body></html>'
    )


GENERATOR = '<meta name="generator" content="blogger">'
HEAD = (
    '<div id="header-inner"><div class="titlewrapper"><p class="title"><a href="/">The Marsh Notes</a></p></div></div>'
)


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (page(GENERATOR + FEEDS.format(name="The Marsh Notes", at=AT)), "link:feed"),
        (page(RSS.format("The Marsh Notes")), "link:feed"),
        (page(RSS.format("The Marsh Notes » Feed")), "link:feed"),
        (page(GENERATOR, above=HEAD), "html:blog-title"),
        (page(GENERATOR, title=f"The Marsh Notes: {TITLE}"), "html:blog-title"),
    ],
)  # fmt: skip
def test_a_blog_is_the_source_of_its_posts(press: Any, document: str, rule: str) -> None:
    press.put("a.html", document)
    article = press.one()
    assert article.source == "The Marsh Notes"
    assert f"source | likely | {rule}" in article.provenance.rules


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate" type="application/rss+xml" title="Birds » Comments Feed" href="/comments/feed/">',
        f'<link rel="alternate" type="application/rss+xml" title="{TITLE}" href="/2024/05/reserve/feed/">',
        '<link rel="alternate" type="application/rss+xml" title="RSS" href="/feed">',
        '<link rel="alternate" hreflang="ar" title="The Marsh Notes" href="/ar/">',
    ],
)
def test_what_names_no_blog(press: Any, head: str) -> None:
    press.put("a.html", page(head))
    assert press.one().source is None


def test_what_a_site_calls_itself_comes_first(press: Any) -> None:
    press.put("a.html", page('<meta property="og:site_name" content="Marsh">' + FEEDS.format(name="All posts", at=AT)))
    assert press.one().source == "Marsh"


def test_a_blog_with_its_writers_name_keeps_its_writer(press: Any) -> None:
    press.put("a.html", page(GENERATOR + FEEDS.format(name="Jane Doe", at=AT)))
    article = press.one()
    assert (article.source, article.authors) == ("Jane Doe", ("Jane Doe",))


def film(name: str = TITLE, *, more: str = "", article: bool = False) -> str:
    """A page about a film."""
    nodes: list[dict[str, str]] = [{"@type": "VideoObject", "name": name, "uploadDate": "2024-05-03T10:00:00+03:00"}]
    if article:
        nodes.append({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-09T10:00:00+03:00"})
    graph = json.dumps({"@context": "https://schema.org", "@graph": nodes})
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<script type="application/ld+json">{graph}</script>{more}</head><body><main><h1>{TITLE}</h1>'
        f'<iframe src="https://film.example/1"></iframe><div class="text">{text}</div></main></body></html>'
    )


def date_of(press: Any, document: str) -> tuple[str | None, str]:
    """The date of the only article, and what its rule says of it."""
    press.put("a.html", document)
    article = press.one()
    rules = [rule for rule in article.provenance.rules if rule.startswith("date | ")]
    return article.date and article.date.iso, " | ".join(rules[0].split(" | ")[1:3]) if rules else ""


def test_the_day_of_a_film_is_a_doubtful_date_of_its_page(press: Any) -> None:
    assert date_of(press, film()) == ("2024-05-03T10:00:00+03:00", "doubtful | json-ld:uploadDate")


def test_a_film_beside_an_article_gives_no_date(press: Any) -> None:
    assert date_of(press, film("Cats of the harbour")) == (None, "")
    assert date_of(press, film(article=True))[0] == "2024-05-09T10:00:00+03:00"


def test_the_day_of_a_film_comes_last(press: Any) -> None:
    link = '<link rel="canonical" href="https://paper.example/2024/05/07/reserve">'
    assert date_of(press, film(more=link))[0] == "2024-05-07"
