"""The search as readers use it, in a real browser on the built site; and that browser and program analyse alike."""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.text.analysis import analysis_table, analyze
from generator.text.arabic import MARKS

pytestmark = pytest.mark.browser

PLAIN = str.maketrans("أإآىة", "ااايه")
SEARCH_ASSETS = re.compile(r"/search/(?!\?|$)|search-\w+\.js|search\.css")
FIND_ALL = """async ([queries, site]) => {
  const { openIndex } = await import(site + "assets/search-index.js");
  const index = await openIndex(new URL(site + "search/"));
  const found = [];
  for (const query of queries) {
    const { hits, partial } = await index.search(query);
    const shown = partial ? [] : await Promise.all(hits.map(index.load));
    found.push(shown.map((each) => each.permalink));
  }
  return found;
}"""
ANALYZE_ALL = """async ([texts, table, site]) => {
  const { createAnalyzer } = await import(site + "assets/search-analysis.js");
  const { analyze } = createAnalyzer(table);
  const points = (text, end) => [...text.slice(0, end)].length;
  const plain = (text, word) => [points(text, word.start), points(text, word.end), word.terms, word.stop, word.parts];
  return texts.map((text) => [false, true].map((query) => analyze(text, query).map((word) => plain(text, word))));
}"""


def shown_documents(site: Path, folder: str = "[0-9u]*-*") -> list[dict[str, str]]:
    """What the index shows of each article, or of each listing."""
    names = ("permalink", "lang", "title", "iso", "date_text", "source_ar", "source_en", "excerpt")
    files = sorted((site / "search").glob(f"{folder}/d*.json"))
    return [dict(zip(names, row, strict=True)) for file in files for row in json.loads(file.read_bytes())]


def telling_word(title: str) -> str:
    """The longest word of a title."""
    words: list[str] = re.findall(f"[\\w{MARKS}\u0640]+", title)
    return max(words, key=len)


def spellings(word: str, lang: str) -> Iterator[str]:
    """How else a reader may type `word`."""
    yield word
    if lang == "en":
        yield from (word.lower(), word.upper(), word + "'s")
        return
    bare = re.sub(f"[{MARKS}\u0640]", "", word)
    yield from (bare, bare.translate(PLAIN), "".join(letter + "\u064e" for letter in bare), bare[0] + "ـ" + bare[1:])
    if bare.startswith("ال") and len(bare) > 4:
        yield from (bare[2:], "و" + bare, "ب" + bare, "لل" + bare[2:])


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page that fails the test when a script does."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    yield opened
    context.close()
    assert faults == []


def type_query(page: Any, query: str) -> None:
    page.locator("#site-search input").click()
    page.keyboard.type(query)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_page_fetches_nothing_of_the_search_before_the_reader_turns_to_it(
    page: Any, site_address: str, lang: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_address}{lang}/", wait_until="networkidle")
    assert [address for address in asked if SEARCH_ASSETS.search(address)] == []


def test_every_article_is_found_by_a_word_of_its_title_however_it_is_typed(
    page: Any, site_address: str, built_site: Path
) -> None:
    asked = [
        (document["permalink"], spelling)
        for document in shown_documents(built_site)
        for spelling in spellings(telling_word(document["title"]), document["lang"])
    ]
    assert asked
    page.goto(f"{site_address}ar/")
    found = page.evaluate(FIND_ALL, [[spelling for _, spelling in asked], site_address])
    missed = [pair for pair, permalinks in zip(asked, found, strict=True) if pair[0] not in permalinks]
    assert missed == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_box_answers_while_the_reader_types(page: Any, site_address: str, built_site: Path, lang: str) -> None:
    document = next(each for each in shown_documents(built_site) if each["lang"] == lang)
    word = telling_word(document["title"])
    page.goto(f"{site_address}{lang}/archive/")
    type_query(page, word)
    link = page.locator(f"#search-results a[href$='/{document['permalink']}']")
    link.wait_for()
    assert page.locator("#search-results [role=status]").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#search-results') !== null")
    page.keyboard.press("Escape")
    assert page.locator("#search-results").is_hidden()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{lang}/search/?q=*")
    page.locator(f"#search-results a[href$='/{document['permalink']}']").wait_for()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_subject_is_found_by_its_name_in_either_language(
    page: Any, site_address: str, built_site: Path, lang: str
) -> None:
    tags = [each for each in shown_documents(built_site, "listings-*") if "/tags/" in each["permalink"]]
    own = {each["permalink"][2:]: each for each in tags if each["lang"] == lang}
    other = next(each for each in tags if each["lang"] != lang and each["permalink"][2:] in own)
    listing = own[other["permalink"][2:]]
    for name in (listing["title"], other["title"]):
        page.goto(f"{site_address}{lang}/search/?q={name}")
        page.locator(f".search-listings a[href$='/{listing['permalink']}']").wait_for()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_search_page_marks_the_words_in_their_own_spelling(
    page: Any, site_address: str, built_site: Path, lang: str
) -> None:
    document = next(each for each in shown_documents(built_site) if each["lang"] == lang)
    word = telling_word(document["title"])
    page.goto(f"{site_address}{lang}/search/?q={word.translate(PLAIN)}")
    link = page.locator(f"#search-results a[href$='/{document['permalink']}']")
    link.wait_for()
    assert link.inner_text() == document["title"]
    assert word in link.locator("mark").all_inner_texts()


def test_filters_narrow_and_the_address_keeps_them(page: Any, site_address: str, built_site: Path) -> None:
    documents = shown_documents(built_site)
    document = next(each for each in documents if each["lang"] == "ar" and each["iso"] and each["source_ar"])
    word, year = telling_word(document["title"]), document["iso"][:4]
    page.goto(f"{site_address}ar/search/?q={word}")
    found = page.locator(f"#search-results a[href$='/{document['permalink']}']")
    found.wait_for()
    page.locator("[name=lang]").select_option("en")
    found.wait_for(state="detached")
    page.locator("[name=lang]").select_option("ar")
    page.locator("[name=from]").select_option(year)
    page.locator("[name=to]").select_option(year)
    page.locator("[name=source]").select_option(label=document["source_ar"])
    page.locator("[name=sort]").select_option("date")
    found.wait_for()
    assert re.search(rf"lang=ar&from={year}&to={year}&source=[^&]+&sort=date", page.url)
    days = page.locator("#search-results time").evaluate_all("each => each.map((time) => time.dateTime)")
    assert days == sorted(days, reverse=True)
    assert {day[:4] for day in days} == {year}
    page.go_back()
    page.wait_for_url(lambda address: "sort=" not in address)
    page.reload()
    found.wait_for()
    assert page.locator("[name=from]").input_value() == year


def test_going_back_to_the_results_shows_them_again(page: Any, site_address: str, built_site: Path) -> None:
    document = next(each for each in shown_documents(built_site) if each["lang"] == "en")
    page.goto(f"{site_address}en/search/?q={telling_word(document['title'])}")
    link = page.locator(f"#search-results a[href$='/{document['permalink']}']")
    link.click()
    page.wait_for_url(f"**/{document['permalink']}")
    page.go_back()
    link.wait_for()


def test_the_other_language_is_shown_after_the_page_s_own(page: Any, site_address: str, built_site: Path) -> None:
    document = next(each for each in shown_documents(built_site) if each["lang"] == "en")
    page.goto(f"{site_address}ar/search/?q={telling_word(document['title'])}")
    item = page.locator("#search-results .search-result", has=page.locator(f"a[href$='/{document['permalink']}']"))
    item.wait_for()
    assert item.get_attribute("lang") == "en"
    assert item.get_attribute("dir") == "ltr"


def test_nothing_found_is_said(page: Any, site_address: str) -> None:
    page.goto(f"{site_address}en/search/?q=zzzzqqqq")
    page.locator("#search-results [role=status]", has_text="zzzzqqqq").wait_for()
    assert page.locator(".search-result").count() == 0


@pytest.mark.parametrize("key", [{"code": "Slash", "key": "ظ"}, {"code": "KeyK", "key": "ن", "ctrlKey": True}])
def test_keys_by_their_place_lead_to_the_box(page: Any, site_address: str, key: dict[str, Any]) -> None:
    page.goto(f"{site_address}ar/")
    page.locator("#site-search input[aria-keyshortcuts]").wait_for()
    page.evaluate(
        "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true, cancelable: true}))",
        key,
    )
    assert page.evaluate("document.activeElement.name") == "q"


def test_without_an_index_the_reader_is_told(page: Any, site_address: str) -> None:
    page.route("**/search/manifest.json", lambda route: route.abort())
    page.goto(f"{site_address}en/search/")
    page.locator("#site-search input").fill("anything")
    page.locator("#search-results [role=status]", has_text=re.compile(r"\w")).wait_for()


def test_a_reader_survives_a_new_edition(page: Any, site_address: str, built_site: Path) -> None:
    """The manifest a reader has may name parts that are gone; the search asks for the new one and goes on."""
    document = next(each for each in shown_documents(built_site) if each["lang"] == "en")
    manifest = (built_site / "search" / "manifest.json").read_text(encoding="utf-8")
    old = re.sub(r"-[0-9a-f]{10}/", "-0000000000/", manifest)
    answers = iter([old])
    page.route("**/search/manifest.json", lambda route: route.fulfill(body=next(answers, manifest)))
    page.goto(f"{site_address}en/search/?q={telling_word(document['title'])}")
    page.locator(f"#search-results a[href$='/{document['permalink']}']").wait_for()


def test_the_passage_that_answers_is_of_the_articles_own_words(page: Any, site_address: str) -> None:
    """Nothing of a picture's link, and the cells of a table, the points of a list are not run together."""
    for query, lang, expected in (
        ("كثبان", "ar", "كثبان في محمية"),
        ("Djerba", "en", "Palestine cultural 17 September Djerba"),
    ):
        page.goto(f"{site_address}{lang}/search/?q={query}")
        passage = page.locator(".search-result .excerpt", has_text=expected)
        passage.locator("mark").first.wait_for()
        assert "sadawahatayn.example" not in passage.inner_text()


def test_a_title_is_never_markup(page: Any, site_address: str) -> None:
    page.goto(f"{site_address}en/")
    markup = page.evaluate(
        """async (site) => {
          const { renderResult } = await import(site + "assets/search-results.js");
          const hostile = '<img src=x onerror=alert(1)> "\\'> </a><script>alert(1)</script>';
          const texts = { title: hostile, sourceEn: hostile, excerpt: hostile };
          const shown = { permalink: "en/x/", lang: "en", iso: "", ...texts };
          const words = { say: () => hostile };
          const view = { analyze: () => [], terms: new Set(), words, root: site, excerpts: true };
          const item = renderResult(shown, view);
          return [...item.querySelectorAll("*")].map((each) => each.localName);
        }""",
        site_address,
    )
    assert set(markup) <= {"a", "p", "span", "time", "mark", "bdi"}


def test_a_first_query_costs_little(page: Any, site_address: str, built_site: Path) -> None:
    """At most 100 KiB as a host sends it, compressed, and few requests."""
    document = next(each for each in shown_documents(built_site) if each["lang"] == "ar")
    page.goto(f"{site_address}ar/", wait_until="networkidle")
    sent: list[int] = []
    page.on("response", lambda response: sent.append(len(gzip.compress(response.body()))))
    type_query(page, telling_word(document["title"]))
    page.locator(f"#search-results a[href$='/{document['permalink']}']").wait_for()
    page.wait_for_load_state("networkidle")
    assert sum(sent) <= 100 * 1024
    assert len(sent) <= 25


def texts_to_compare(site: Path) -> list[str]:
    """Texts of every kind: the sample's own, pairs of the table, and letters thrown together, the same every time."""
    documents = shown_documents(site)
    table = Path(__file__).parent.parent / "unit" / "text" / "search_variants.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        pairs = [cell for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) for cell in row[2:4]]
    words = sorted({word for text in (*pairs, *(each["excerpt"] for each in documents)) for word in text.split()})
    chance = random.Random(7)  # noqa: S311 - not for secrets
    pieces = [
        *"أإآاٱلبكفوستمنهيةىئؤء", "ال", "وال", "لل", "ات", "ون", "ها", "ته", "\u0651", "\u064b", "\u0640", "\u200f",
        "الـ36", *"-.,٫٬'’ /",
        "3", "٣", "1,000", "s", "'s", "ing", "ed", "es", "ization", "ness", "al-", "re-", "é", "ß", "İ",
        "ı", "ﷲ", "ﻷ", "ﷺ", "½", "²", "Σ", "ς", "한", "हिं", "𝐀",
    ]  # fmt: skip
    thrown = ["".join(chance.choice(pieces) for _ in range(chance.randint(1, 8))) for _ in range(4000)]
    endings = [
        "",
        "s",
        "es",
        "ed",
        "ing",
        "er",
        "ers",
        "ly",
        "ation",
        "ful",
        "ness",
        "ies",
        "y",
        "ism",
        "ee",
        "ize",
        "e",
    ]
    letters = "abcdefghilmnoprstuvwyz"
    made = [
        "".join(chance.choice(letters) for _ in range(chance.randint(1, 6))) + chance.choice(endings)
        for _ in range(6000)
    ]
    return [
        *pairs,
        *(each["title"] for each in documents),
        *(each["excerpt"] for each in documents),
        *words,
        *thrown,
        *made,
    ]


def test_browser_and_program_analyze_alike(page: Any, site_address: str, built_site: Path) -> None:
    texts = texts_to_compare(built_site)
    page.goto(f"{site_address}en/")
    in_browser = page.evaluate(ANALYZE_ALL, [texts, analysis_table(), site_address])
    here = [
        [
            [[w.start, w.end, list(w.terms), w.stop, w.parts] for w in analyze(text, query=query)]
            for query in (False, True)
        ]
        for text in texts
    ]
    differing = [text for text, one, other in zip(texts, in_browser, here, strict=True) if one != other]
    assert len(texts) > 10_000
    assert differing == []


def test_an_undated_result_of_the_other_language_has_its_own_separator(
    page: Any, site_address: str, built_site: Path
) -> None:
    """The words that it has no date are the page's, the sign before them is of the line that it stands on."""
    shown = next(each for each in shown_documents(built_site) if each["lang"] == "en" and not each["date_text"])
    page.goto(f"{site_address}ar/search/?q={telling_word(shown['title'])}")
    line = page.locator(f".search-result:has(a[href$='{shown['permalink']}']) .meta > :last-child")
    line.wait_for()
    sign = "(element) => [getComputedStyle(element).direction, getComputedStyle(element, '::before').content]"
    direction, separator = line.evaluate(sign)
    assert direction == "ltr"
    assert "·" in separator
    assert line.locator("[lang=ar][dir=rtl]").inner_text()
