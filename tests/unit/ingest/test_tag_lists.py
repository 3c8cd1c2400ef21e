"""Tags that a page lists to its readers only: what Drupal and others write, and what is no tag of the article."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "Bird reserve opens north of the city"
PROSE = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths.",
    "The reserve has four towers and a visitors' centre, and receives its guests from October to March by booking.",
    "More than two hundred kinds of birds rest there every year on their way to the south, its director said.",
)
LISTS = {
    "drupal": (
        '<div class="field field--name-field-tags field--type-entity-reference field__items">'
        '<div class="field__label">Tags</div><div class="field__items"><div class="field__item">'
        '<a href="/tags/b" hreflang="en">Herons</a></div><div class="field__item">'
        '<a href="/taxonomy/term/5" hreflang="en">Wetlands</a></div></div></div>'
    ),
    "drupal-7": (
        '<div class="field field-name-field-tags field-type-taxonomy-term"><div class="field-label">Tags:&nbsp;'
        '</div><div class="field-items"><div class="field-item even"><a href="/taxonomy/term/4">Herons</a></div>'
        '<div class="field-item odd"><a href="/taxonomy/term/5">Wetlands</a></div></div></div>'
    ),
    "terms": '<ul><li><a href="/taxonomy/term/1">Herons</a></li><li><a href="/taxonomy/term/2">Wetlands</a></li></ul>',
    "line": '<p>Tags: <a href="/a">Herons</a>, <a href="/b">Wetlands</a></p>',
    "heading": '<h4>Topics</h4><ul><li><a href="/a">Herons</a></li><li><a href="/b">Wetlands</a></li></ul>',
    "filed": '<div>Filed under: <a href="/c/b">Herons</a> <a href="/c/w">Wetlands</a></div>',
    "words": "<div><strong>Keywords</strong>: Herons, Wetlands</div>",
    "label": '<div class="x"><span>Tags</span><a href="/x/1">Herons</a><a href="/x/2">Wetlands</a></div>',
    "hash": '<div class="article-tags"><a href="/h/b">#Herons</a> <a href="/h/w">#Wetlands</a></div>',
    "arabic": '<h3>الوسوم</h3><ul><li><a href="/t/1">Herons</a></li><li><a href="/t/2">Wetlands</a></li></ul>',
    "arabic-line": '<p>الكلمات المفتاحية: <a href="/a">Herons</a>، <a href="/b">Wetlands</a></p>',
    "arabic-words": "<p>كلمات دلالية: Herons، Wetlands</p>",
    "terms-of-facts": (
        '<dl><dt>Region / Country</dt><dd><a href="/r/1">Uplands</a></dd><dt>Topic</dt>'
        '<dd><a href="/x/1">Herons</a></dd><dd><a href="/x/2">Wetlands</a></dd>'
        '<dt>Print</dt><dd><a href="/p">Page</a></dd></dl>'
    ),
    "arabic-terms": '<dl><dt>الموضوع</dt><dd><a href="/x/1">Herons</a> <a href="/x/2">Wetlands</a></dd></dl>',
    "arabic-path": '<div><a href="/وسم/1">Herons</a> <a href="/%D9%88%D8%B3%D9%85/2">Wetlands</a></div>',
}  # fmt: skip
OTHERS = {
    "cloud": '<aside class="tagcloud"><h3>Tags</h3><a href="/tag/cats">Cats</a><a href="/tag/dogs">Dogs</a></aside>',
    "menu": '<nav><h4>Topics</h4><ul><li><a href="/topic/p">Politics</a></li></ul></nav>',
    "foot": '<footer><h4>Topics</h4><ul><li><a href="/topic/p">Politics</a></li></ul></footer>',
    "related": (
        '<div class="related"><ul><li><a href="/1">Council opens the coast road</a>'
        '<div class="field--name-field-tags"><a href="/tags/roads">Roads</a></div></li></ul></div>'
    ),
    "headlines": '<h4>Topics</h4><ul><li><a href="/1">Council opens the coast road after a year</a></li></ul>',
    "sentence": (
        '<p>The council said on that day that <a href="/tag/herons">the herons</a> would be counted in spring, when '
        "the water in the three ponds is high, and that nobody may go near them.</p>"
    ),
    "subject": '<p>الموضوع</p><p><a href="/x/1">مذكرة إلى الوزارة</a></p>',
    "mail": "<p>Subject: water in the valley</p>",
}  # fmt: skip


def page(inside: str = "", *, below: str = "", above: str = "") -> str:
    """A page with lists in the article, below it, and above its headline."""
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>{above}'
        f'<article><h1>{TITLE}</h1><div class="entry-content">{text}{inside}</div></article>{below}</body></html>'
    )


def tags_of(press: Any, document: str) -> tuple[str, ...]:
    """The tags of the only article, those of the vocabulary apart."""
    press.put("a.html", document)
    return tuple(tag for tag in press.one().tags if ":" not in tag)


@pytest.mark.parametrize("name", LISTS)
def test_tags_that_a_page_lists(press: Any, name: str) -> None:
    assert tags_of(press, page(LISTS[name])) == ("Herons", "Wetlands")


@pytest.mark.parametrize("name", LISTS)
def test_tags_that_a_page_lists_below_its_article(press: Any, name: str) -> None:
    assert tags_of(press, page(below=f"<div>{LISTS[name]}</div>")) == ("Herons", "Wetlands")


@pytest.mark.parametrize("name", OTHERS)
def test_what_lists_no_tags_of_the_article(press: Any, name: str) -> None:
    where = {"below": OTHERS[name]} if name in ("cloud", "menu", "foot") else {"inside": OTHERS[name]}
    assert tags_of(press, page(**where)) == ()


def test_the_sections_of_a_site_above_the_headline_are_no_tags(press: Any) -> None:
    above = '<div id="sections"><a href="/topic/politics">Politics</a> <a href="/topic/arts">Arts</a></div>'
    assert tags_of(press, page(above=above)) == ()


def test_stated_tags_come_first_and_each_once(press: Any) -> None:
    document = page(LISTS["drupal"]).replace("<title>", '<meta property="article:tag" content="Wetlands"><title>')
    assert tags_of(press, document) == ("Wetlands", "Herons")
