"""The plan of a whole site: what is on which page, and what every page knows of the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from generator.model.article import Correction, Original, Relation, Status
from generator.model.dates import PublicationDate
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.page import ArticleView, ListingView, PageKind, Permalink, RedirectView
from generator.model.vocabulary import Concept, Publisher, Taxonomy, Vocabulary
from generator.model.written_page import Redirect, WrittenPage

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def page(plan: Any, address: str) -> Any:
    (found,) = [each for each in plan.pages if each.frame.permalink == address]
    return found


def addresses(plan: Any) -> set[str]:
    return {str(each.frame.permalink) for each in plan.pages}


def cards(plan: Any, *addresses_: str) -> list[str]:
    """The articles listed on the pages whose address begins so, redirects apart."""
    return [
        str(card.permalink)
        for each in plan.pages
        if isinstance(each.view, ListingView) and str(each.frame.permalink).startswith(addresses_)
        for section in each.view.sections
        for card in section.cards
    ]


def test_empty_archive_has_its_fronts_and_indexes(plan: Any) -> None:
    made = plan()
    assert {"", "ar/", "en/", "ar/archive/", "en/tags/", "ar/sources/", "en/search/"} <= addresses(made)
    assert not made.problems


def test_addresses_by_precision(plan: Any, article: Any) -> None:
    made = plan(
        article("en", "day"),
        article("en", "month", "2025-06"),
        article("en", "year", "2025"),
        article("en", "minute", "2025-06-02T10:00+03:00"),
        article("en", "never", None),
    )
    expected = {"2025/06/02/day/", "2025/06/month/", "2025/year/", "2025/06/02/minute/", "undated/never/"}
    assert {f"en/{each}" for each in expected} <= addresses(made)


def test_listings_of_time_hold_every_article_once(plan: Any, article: Any) -> None:
    dates = ["2025-06-02", "2025-06", "2025", "2024-01-31", None, "2024"]
    articles = [article("ar", f"a{n}", dates[n % len(dates)]) for n in range(40)]
    made = plan(*articles, page_size=3)
    listed = Counter(cards(made, "ar/2", "ar/undated/"))
    assert set(listed.values()) == {1}
    assert len(listed) == 40
    assert Counter(cards(made, "ar/sources/a-source/")) == listed
    assert Counter(cards(made, "ar/tags/shipping/")) == listed


def test_numbered_pages_stay_as_they_are_when_newer_articles_arrive(plan: Any, article: Any) -> None:
    articles = [article("en", f"a{n:02}", f"2025-06-{n + 1:02}") for n in range(28)]
    before = {each.frame.permalink: each for each in plan(*articles[:14], page_size=3).pages}
    after = {each.frame.permalink: each for each in plan(*articles, page_size=3).pages}
    numbered = [
        address for address, each in before.items() if "/page/" in address and each.frame.kind is PageKind.LISTING
    ]
    assert len(numbered) == 9  # three each of the month, the tag and the source
    assert [address for address in numbered if before[address] != after[address]] == []


def test_page_being_filled_leads_to_the_listing(plan: Any, article: Any) -> None:
    made = plan(*(article("en", f"a{n}", f"2025-06-{n + 1:02}") for n in range(9)), page_size=3)
    last = page(made, "en/2025/06/page/2/")
    assert last.view.newer.permalink == "en/2025/06/page/3/"
    stand_in = page(made, "en/2025/06/page/3/")
    assert isinstance(stand_in.view, RedirectView)
    assert stand_in.view.target.permalink == "en/2025/06/"
    assert not stand_in.frame.head.indexed
    own = page(made, "en/2025/06/").view
    assert own.older.permalink == "en/2025/06/page/2/"
    assert len(own.sections[0].cards) == 3


def test_undated_articles_move_no_dated_page(plan: Any, article: Any) -> None:
    dated = [article("en", f"a{n}", f"2025-06-{n + 1:02}") for n in range(9)]
    undated = [article("en", f"u{n}", None) for n in range(9)]
    before, after = plan(*dated, page_size=3), plan(*dated, *undated, page_size=3)
    assert page(before, "en/tags/shipping/page/1/") == page(after, "en/tags/shipping/page/1/")
    assert "en/tags/shipping/undated/page/1/" in addresses(after)


def test_counterparts_are_reciprocal(plan: Any, article: Any) -> None:
    made = plan(
        article("ar", "one", story="s"),
        article("ar", "two", "2025-06-03", story="s"),
        article("en", "three", story="s"),
        article("en", "four", story="s", relation=Relation.SAME_EVENT),
        article("ar", "alone"),
    )
    switches = {str(each.frame.permalink): each.frame.switch for each in made.pages if each.source}
    assert switches["ar/2025/06/02/one/"].permalink == "en/2025/06/02/three/"
    assert switches["en/2025/06/02/three/"].permalink == "ar/2025/06/02/one/"
    for address in ("ar/2025/06/03/two/", "ar/2025/06/02/alone/"):
        assert (switches[address].permalink, switches[address].counterpart) == ("en/", False)
    assert (switches["en/2025/06/02/four/"].permalink, switches["en/2025/06/02/four/"].counterpart) == ("ar/", False)


def test_withdrawn_and_draft_are_no_counterpart(plan: Any, article: Any) -> None:
    made = plan(
        article("ar", "one", story="s", status=Status.WITHDRAWN),
        article("en", "two", story="s"),
        article("en", "three", status=Status.DRAFT),
    )
    assert page(made, "ar/2025/06/02/one/").frame.kind is PageKind.WITHDRAWN
    assert not page(made, "en/2025/06/02/two/").frame.switch.counterpart
    assert "en/2025/06/02/three/" not in addresses(made)
    assert cards(made, "ar/") == []


def test_second_claimant_of_an_address_is_set_aside_and_both_are_named(plan: Any, article: Any) -> None:
    made = plan(article("en", "same", file="a"), article("en", "same", file="b"), article("en", "fine"))
    (problem,) = made.problems
    assert problem.code == "address-taken"
    assert problem.path.as_posix() == "content/articles/en/b.md"
    assert "content/articles/en/a.md" in problem.found
    assert {"en/2025/06/02/same/", "en/2025/06/02/fine/"} <= addresses(made)


def test_slug_that_cannot_be_an_address_is_set_aside(plan: Any, article: Any) -> None:
    slugs = ["..", "", "a/b", "06", "page", "a\x00b", "x" * 61, "<img>"]
    made = plan(*(article("en", slug, "2025", file=f"f{n}") for n, slug in enumerate(slugs)))
    assert [each.code for each in made.problems] == ["slug-cannot-be-used"] * len(slugs)


def test_body_that_no_page_can_hold_is_set_aside(plan: Any, article: Any) -> None:
    made = plan(
        article("en", "a", body="> " * 100 + "deep"), article("en", "b", body="ب" * 100_001), article("en", "c")
    )
    assert [each.path.name for each in made.problems] == ["a.md", "b.md"]
    assert "en/2025/06/02/c/" in addresses(made)


def test_redirects(plan: Any, article: Any) -> None:
    made = plan(
        article(
            "en",
            "one",
            aliases=("/old/one/", "old/one.html", "en/feed.xml/x/", "assets/x/", "../up/", "EN/2025/06/02/one/"),
        ),
        redirects=(
            Redirect(Permalink("first/"), "second/"),
            Redirect(Permalink("second/"), "old/one/"),
            Redirect(Permalink("round/"), "about/"),
            Redirect(Permalink("about/"), "round/"),
            Redirect(Permalink("out/"), "https://elsewhere.example/"),
            Redirect(Permalink("en/"), "old/one/"),
            Redirect(Permalink("home/"), Permalink()),
        ),
    )
    led = {
        str(each.frame.permalink): each.view.target.permalink for each in made.pages if each.frame.kind == "redirect"
    }
    to_article = dict.fromkeys(("old/one/", "old/one.html", "first/", "second/"), "en/2025/06/02/one/")
    assert led == {**to_article, "home/": ""}
    codes = [each.code for each in made.problems]
    assert codes == [
        "address-taken",
        "alias-cannot-be-used",
        "alias-cannot-be-used",
        "redirect-leads-nowhere",
        "redirect-leads-nowhere",
        "redirect-leads-nowhere",
        "address-taken",
    ]


def test_the_address_of_an_undated_article_leads_on_when_its_date_is_written_into_its_file(
    plan: Any, article: Any
) -> None:
    for aliases in ((), ("/ar/undated/1f0c9a7e/",)):
        planned = plan(article("ar", "1f0c9a7e", file="undated/1f0c9a7e", aliases=aliases))
        assert page(planned, "ar/undated/1f0c9a7e/").view.target.permalink == "ar/2025/06/02/1f0c9a7e/"
        assert planned.problems == ()
    assert "ar/undated/1f0c9a7e/" not in addresses(plan(article("ar", "1f0c9a7e")))


def test_a_contested_redirect_is_named_with_its_line(plan: Any, article: Any) -> None:
    made = plan(article("en", "one"), redirects=(Redirect(Permalink("en/"), "en/2025/06/02/one/", line=7),))
    assert [(each.code, each.line) for each in made.problems] == [("address-taken", 7)]
    assert made.problems[0].what == "the redirect /en/ is left out: something else is at this address"


def test_of_a_contested_alias_the_page_is_not_said_to_be_left_out(plan: Any, article: Any) -> None:
    made = plan(article("en", "one", aliases=("en/",)))
    (problem,) = made.problems
    assert "en/2025/06/02/one/" in addresses(made)
    assert problem.what == "the alias /en/ is left out: something else is at this address"
    assert "delete the alias" in problem.cure
    assert "slug" not in problem.cure


def test_a_publisher_called_unknown_is_not_the_unknown_one(plan: Any, article: Any) -> None:
    publisher = Publisher(Concept("unknown", Taxonomy.PUBLISHER, Labels("مجهول", "The Unknown")))
    vocabulary = Vocabulary({}, {"unknown": publisher}, {"the unknown": "unknown"})
    made = plan(article("en", "one", source="The Unknown"), article("en", "two", source=None), vocabulary=vocabulary)
    sources = {each.frame.permalink: each.view.title.text for each in made.pages if "/sources/" in each.frame.permalink}
    assert sorted(sources.values()) == sorted({"Sources", "Source not known", "The Unknown", "المصادر"})


def test_pages_name_a_feed_only_where_there_is_one(plan: Any, article: Any) -> None:
    made = plan(article("ar", "one"), article("en", "two", None), article("en", "three", "2025-06"))
    assert [each.path for each in made.files if each.path.endswith("feed.xml")] == ["ar/feed.xml"]
    assert {each.frame.feed for each in made.pages if each.frame.lang is Language.AR} == {"ar/feed.xml"}
    assert {each.frame.feed for each in made.pages if each.frame.lang is Language.EN} == {None}


def test_feed_is_honest_and_valid(plan: Any, article: Any) -> None:
    made = plan(
        article("ar", "one", "2025-06-02T10:00+03:00", authors=("A", "B"), description="<b>"),
        article("ar", "two", "2025-06-01", updated=PublicationDate("2025-07-01")),
        article("ar", "three", "2025-06"),
        article("ar", "four", None),
        article("ar", "five", "2025-05-01T09:00", body="]]> </div>\n"),
    )
    (feed,) = [ElementTree.fromstring(each.content) for each in made.files if each.path == "ar/feed.xml"]  # noqa: S314 - our own
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}published") for entry in entries] == [
        "2025-06-02T10:00:00+03:00",
        "2025-06-01T00:00:00Z",
        "2025-05-01T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2025-07-01T00:00:00Z"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 3
    content = entries[0].findtext(f"{ATOM}content") or ""
    assert content.startswith('<div lang="ar" dir="rtl"><p><strong>&lt;b&gt;</strong></p>')
    assert "en/feed.xml" not in {each.path for each in made.files}


def test_no_feed_and_no_sitemap_without_an_address(plan: Any, article: Any) -> None:
    made = plan(article("en", "one"), site_url="")
    assert not {each.path for each in made.files} & {"sitemap.xml", "en/feed.xml"}
    assert {each.frame.head.canonical for each in made.pages} == {""}


def test_sitemap_declares_alternates_both_ways(plan: Any, article: Any) -> None:
    made = plan(article("ar", "one", story="s"), article("en", "two", story="s"), article("en", "three"))
    files = {each.path: ElementTree.fromstring(each.content) for each in made.files if each.path.endswith(".xml")}  # noqa: S314 - our own
    parts = [each.text.removeprefix("https://x.example/sub/") for each in files["sitemap.xml"].iter(f"{SITEMAP}loc")]
    assert parts == ["sitemap-2025.xml", "sitemap-pages.xml"]
    alternates = {
        url.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for part in parts
        for url in files[part]
    }
    for address, versions in alternates.items():
        for tag, target in versions.items():
            assert target in alternates
            if tag != "x-default" and address != "https://x.example/sub/":
                assert address in alternates[target].values()
    assert alternates["https://x.example/sub/en/2025/06/02/three/"] == {}
    assert "x-default" in alternates["https://x.example/sub/en/2025/06/02/two/"]
    indexed = {each.frame.head.canonical for each in made.pages if each.frame.head.indexed}
    assert indexed == set(alternates)


def test_structured_data_says_what_is_known(plan: Any, article: Any) -> None:
    made = plan(
        article("ar", "one", story="s", relation=Relation.ORIGINAL),
        article(
            "en", "two", story="s", translator="T", original=Original(url="https://o.example/", lang="ar"), source=None
        ),
        article("en", "never", None),
    )
    two = page(made, "en/2025/06/02/two/").frame.head.structured_data
    assert '"@type":"NewsArticle"' in two
    assert '"translationOfWork":{"@type":"CreativeWork","@id":"https://x.example/sub/ar/2025/06/02/one/"}' in two
    assert '"isBasedOn":{"@type":"CreativeWork","url":"https://o.example/","inLanguage":"ar"}' in two
    assert '"workTranslation"' in page(made, "ar/2025/06/02/one/").frame.head.structured_data
    never = page(made, "en/undated/never/").frame.head.structured_data
    assert '"@type":"CreativeWork"' in never
    assert "datePublished" not in never


def test_words_of_time_in_the_text_are_not_called_the_date_of_the_source(plan: Any, article: Any) -> None:
    hinted = article("en", "hinted", None, date_hints=("on Sunday", "a year ago"))
    made = plan(hinted, article("en", "dated", "2025-06-02", date_hints=("today",)))
    assert page(made, "en/undated/hinted/").view.date_note == "Mentions of time in the text: on Sunday, a year ago"
    assert page(made, "en/2025/06/02/dated/").view.date_note == ""


def test_the_root_is_named_once_in_each_language(plan: Any, article: Any) -> None:
    made = plan(article("en", "one", "2025-06-02"))
    title = page(made, "").frame.head.title
    assert len(set(title.split(" | "))) == len(title.split(" | "))


def test_article_view(plan: Any, article: Any) -> None:
    one = article("en", "one", "2025-06-01", corrections=(Correction(PublicationDate("2025-06-05"), "It was two."),))
    made = plan(one, article("en", "two", "2025-06-02", date_raw="6 ذو الحجة 1446", related=("en-one",)))
    view = page(made, "en/2025/06/02/two/").view
    assert isinstance(view, ArticleView)
    assert "6 ذو الحجة 1446" in view.date_note
    assert [card.permalink for card in view.related] == ["en/2025/06/01/one/"]
    assert view.older == "en/2025/06/01/one/"
    assert view.shelf == "en/2025/06/"
    assert view.newer is None
    first = page(made, "en/2025/06/01/one/")
    assert first.view.date_note == ""
    assert first.view.corrections[0][1] == "It was two."
    assert ("property=article:modified_time", "2025-06-05") in first.frame.head.metadata


def test_an_article_s_page_spells_its_tags_as_the_article_does(plan: Any, article: Any) -> None:
    """Of a free tag in two spellings the listing shows the first; that must not reach pages whose key does not know."""
    first, second = article("en", "one", "2025-06-01", tags=("SeA",)), article("en", "two", "2025-06-02", tags=("sea",))
    with_first, alone = plan(first, second), plan(second)
    address = "en/2025/06/02/two/"
    assert [tag.link.permalink for tag in page(with_first, address).view.tags] == ["en/tags/sea/"]
    assert page(with_first, address).view.tags == page(alone, address).view.tags


def test_related_articles_do_not_change_when_newer_ones_arrive(plan: Any, article: Any) -> None:
    articles = [article("en", f"a{n}", f"2025-06-{n + 1:02}", tags=("x", f"t{n % 3}")) for n in range(20)]
    before, after = plan(*articles[:10]), plan(*articles)
    for n in range(10):
        address = f"en/2025/06/{n + 1:02}/a{n}/"
        assert page(before, address).view.related == page(after, address).view.related


def test_written_page_cannot_take_a_listing_place(plan: Any, article: Any) -> None:
    pages = [
        WrittenPage(Language.EN, name, f"Title {name}", "Text.", Path(f"content/pages/en/{name}.md"))
        for name in ("about", "archive", "2025")
    ]
    made = plan(article("en", "one"), written=pages)
    assert [each.path.stem for each in made.problems] == ["2025", "archive"]
    links = page(made, "en/").frame.navigation
    assert "en/about/" in {link.permalink for link in links}


def test_plan_does_not_depend_on_the_order_of_articles(plan: Any, article: Any) -> None:
    articles = [article("en", f"a{n}", f"2025-06-{n % 5 + 1:02}", story=f"s{n % 4}") for n in range(12)]
    articles += [article("ar", f"b{n}", f"2025-06-{n % 5 + 1:02}", story=f"s{n % 4}") for n in range(9)]
    one, other = plan(*articles, page_size=3), plan(*reversed(articles), page_size=3)
    assert one == other
    assert one.keys == other.keys


def test_a_tag_written_as_a_label_is_the_concept(plan: Any, article: Any) -> None:
    libya = Concept("place/LY", Taxonomy.PLACE, Labels("ليبيا", "Libya"))
    made = plan(
        article("en", "by-id", tags=("place/LY",)),
        article("en", "by-label", tags=("libya", "place/LY", "shipping")),
        article("en", "by-arabic-label", tags=("ليبيا",)),
        vocabulary=Vocabulary({libya.id: libya}, {}),
    )
    assert len(cards(made, "en/tags/place-ly/")) == 3
    (article_page,) = [each for each in made.pages if each.frame.permalink == "en/2025/06/02/by-label/"]
    assert [tag.link.label.text for tag in article_page.view.tags] == ["Libya", "Shipping"]


def test_a_date_that_cannot_be_relied_on_is_uncertain_wherever_it_is_shown(plan: Any, article: Any) -> None:
    unclear = article("en", "unclear", None, date_raw="03/04/2025")
    made = plan(unclear, article("en", "never", None))
    shown = page(made, "en/undated/unclear/").view
    assert (shown.date.unknown, shown.date_note) == ("article.date_uncertain", "The source says: 03/04/2025")
    assert page(made, "en/undated/never/").view.date.unknown == "article.date_unknown"
    listed = {card.title: card.date.unknown for card in page(made, "en/undated/").view.sections[0].cards}
    assert listed == {"Title of unclear": "article.date_uncertain", "Title of never": "article.date_unknown"}
    assert any(b"Date uncertain" in file.content for file in made.files)


def test_a_source_stands_everywhere_as_the_article_writes_it(plan: Any, article: Any) -> None:
    made = plan(article("en", "one", source="al-marsad"), article("en", "two", source=None))
    card = next(each for each in page(made, "en/").view.sections[0].cards if each.source)
    shown = page(made, "en/2025/06/02/one/").view
    assert {card.source.text, shown.source.label.text} == {"al-marsad"}
    assert page(made, "en/sources/al-marsad/").view.title.text == "al-marsad"
    names = [file.content for file in made.files if file.path.startswith("search/")]
    assert any(b"al-marsad" in each for each in names)
    assert not any(b"Al-marsad" in each for each in names)


def test_the_unknown_source_comes_last(plan: Any, article: Any) -> None:
    made = plan(*(article("en", name, source=source) for name, source in (("a", None), ("b", "Zenith"), ("c", "Abc"))))
    (section,) = page(made, "en/sources/").view.sections
    assert [link.label.text for link in section.links] == ["Abc", "Zenith", "Source not known"]
