"""How the site looks and behaves in a real browser: layout, type, colours, the way between the languages, requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
LANGUAGES = ("ar", "en")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
KINDS = ("root", "front", "article", "listing", "index", "written", "search")

# Every text that can be seen, with the contrast of its colour against what lies behind it (WCAG 2.2, 1.4.3).
CONTRASTS = """() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, place) => sum + c * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found[3] !== 0) return found;
    }
    return [255, 255, 255];
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  let seen = 0;
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const hidden = !element.checkVisibility() || element.closest(".skip, .unseen, .lead > h2, noscript");
    if (hidden || !walk.currentNode.data.trim()) continue;
    const [ink, paper] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    seen += 1;
    if (contrast < 4.5) poor.push(`${contrast.toFixed(2)} ${walk.currentNode.data.trim().slice(0, 40)}`);
  }
  return { seen, poor };
}"""

# Elements in Arabic with spaced or slanted letters.
TYPE = """() => [...document.querySelectorAll("body, body *")]
  .filter((each) => each.checkVisibility() && each.matches(":lang(ar)"))
  .map((each) => ({ style: getComputedStyle(each), name: each.tagName + "." + each.className }))
  .filter(({ style }) => !["normal", "0px"].includes(style.letterSpacing) || style.fontStyle !== "normal")
  .map(({ name, style }) => `${name} ${style.letterSpacing} ${style.fontStyle}`)"""


def kind_of(page: Path) -> str:
    """The kind of a page, which its body's class says, but for articles."""
    text = page.read_text("utf-8")
    found = re.search(r"<body class=([\w-]+)-page", text)
    return found[1] if found else "article" if "<article>" in text else ""


@pytest.fixture(scope="module")
def examples(built_site: Path) -> dict[tuple[str, str], str]:
    """A page of each kind in each language, by kind and language: the largest, relative to the site's root."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for page in sorted(built_site.rglob("index.html")):
        path = page.relative_to(built_site).parent.as_posix()
        language, kind = path.split("/")[0], kind_of(page)
        size = page.stat().st_size
        if kind and size > found.get((kind, language), (0, ""))[0]:
            found[kind, language] = (size, "" if path == "." else f"{path}/")
    paths = {key: path for key, (_, path) in found.items()}
    paths["root", "ar"] = paths["root", "en"] = ""
    return paths


def read_switch(page: Path) -> str | None:
    """Where a page's way to the other language leads, when it is to the same page; relative to the page."""
    switch = re.search(r"<a class=switch href=(\S+)[^>]*>(.*?)</a>", page.read_text("utf-8"))
    return switch[1] if switch and "<small>" not in switch[2] else None


@pytest.fixture(scope="module")
def translated(built_site: Path) -> tuple[str, str]:
    """An article that is there in both languages: the addresses of the Arabic and of the English page."""
    for page in sorted((built_site / "ar").rglob("index.html")):
        there = read_switch(page)
        if kind_of(page) == "article" and there:
            twin = (page.parent / there).resolve()
            own, other = (str(each.relative_to(built_site.resolve())) for each in (page.parent.resolve(), twin))
            return f"{own}/", f"{other}/"
    raise AssertionError("the archive has no article in both languages")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, the size of a phone, in light colours."""
    context = browser.new_context(viewport=PHONE, color_scheme="light")
    yield context.new_page()
    context.close()


def test_every_kind_of_page_is_there(examples: dict[tuple[str, str], str]) -> None:
    assert {(kind, language) for kind in KINDS for language in LANGUAGES} <= set(examples)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_sideways_scrolling(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str, language: str
) -> None:
    page.goto(site_address + examples[kind, language])
    for width in (320, 390, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_a_text_can_hold_widens_the_page(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], language: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site_address + examples["article", language])
    page.evaluate("""() => {
      const long = "https://example.org/" + "a".repeat(300);
      for (const place of ["h1", ".body p", "article > dl dd", ".trail a", "article .meta"]) {
        for (const element of document.querySelectorAll(place)) {
          const piece = document.createElement("bdi");
          piece.dir = "ltr";
          piece.textContent = long;
          element.append(piece);
        }
      }
      const table = document.createElement("table");
      const row = table.insertRow();
      for (let n = 0; n < 30; n += 1) row.insertCell().textContent = "column-" + n;
      document.querySelector(".body").append(table);
    }""")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_an_article_can_be_reached_with_the_keyboard(
    page: Page, site_address: str, built_site: Path, language: str
) -> None:
    """axe-core's rule scrollable-region-focusable: not every browser sees to it itself."""
    pages = (built_site / language).rglob("index.html")
    holder = next(each for each in pages if "<table" in each.read_text("utf-8"))
    page.goto(site_address + f"{holder.parent.relative_to(built_site).as_posix()}/")
    assert page.locator(".body table").first.get_attribute("tabindex") == "0"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "root"])
def test_language_and_direction_stand_on_the_document(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str, language: str
) -> None:
    page.goto(site_address + examples[kind, language])
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == DIRECTIONS[language]
    assert page.evaluate("getComputedStyle(document.body).direction") == DIRECTIONS[language]
    assert page.locator("h1").count() == 1


def test_the_root_offers_both_languages_alike(page: Page, site_address: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site_address)
    doors = [page.locator(f'main section[lang="{language}"]') for language in LANGUAGES]
    for language, door in zip(LANGUAGES, doors, strict=True):
        assert door.get_attribute("dir") == DIRECTIONS[language]
        assert door.locator("a").first.get_attribute("href") == f"{language}/"
    arabic, english = (door.bounding_box() for door in doors)
    assert arabic is not None
    assert english is not None
    assert abs(arabic["width"] - english["width"]) <= 1
    assert arabic["y"] == english["y"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tab_skips_to_the_text(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str, language: str
) -> None:
    page.goto(site_address + examples[kind, language])
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "root"])
def test_arabic_is_set_as_arabic(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str
) -> None:
    page.goto(site_address + examples[kind, "ar"])
    assert page.evaluate(TYPE) == []
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Naskh" in family.split(",")[0]


def test_arabic_is_larger_and_airier_than_latin(
    page: Page, site_address: str, examples: dict[tuple[str, str], str]
) -> None:
    measured = {}
    for language in LANGUAGES:
        page.goto(site_address + examples["article", language])
        measured[language] = page.evaluate("""() => {
          const style = getComputedStyle(document.querySelector(".body p"));
          const [size, line] = [parseFloat(style.fontSize), parseFloat(style.lineHeight)];
          return { size, leading: line / size };
        }""")
    assert measured["ar"]["size"] > measured["en"]["size"] >= 16
    assert measured["ar"]["leading"] >= 1.8 > measured["en"]["leading"] >= 1.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_short_enough_to_read(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], language: str
) -> None:
    page.set_viewport_size({"width": 1920, "height": 1000})
    page.goto(site_address + examples["article", language])
    widths = page.evaluate("""() => {
      const body = document.querySelector(".body");
      const zero = document.createElement("span");
      zero.textContent = "0".repeat(100);
      zero.style.whiteSpace = "nowrap";
      body.append(zero);
      return [body.getBoundingClientRect().width, zero.getBoundingClientRect().width / 100];
    }""")
    assert widths[0] / widths[1] <= 68


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_stands_out(
    browser: Browser,
    site_address: str,
    examples: dict[tuple[str, str], str],
    kind: str,
    language: str,
    scheme: str,
) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(site_address + examples[kind, language])
    measured = page.evaluate(CONTRASTS)
    context.close()
    assert measured["seen"] > 5
    assert measured["poor"] == []


def test_the_colours_follow_the_device_and_then_the_reader(browser: Browser, site_address: str) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    page.goto(site_address + "en/")
    dark = page.evaluate(paper)
    button = page.locator("button.scheme")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    light = page.evaluate(paper)
    assert light != dark
    assert button.get_attribute("aria-pressed") == "false"
    page.goto(site_address + "ar/")
    assert page.evaluate(paper) == light
    page.locator("button.scheme").click()
    assert page.evaluate(paper) == dark
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_its_own_host_only_and_no_more_than_it_needs(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str, language: str
) -> None:
    answers: list[tuple[str, int]] = []
    faults: list[str] = []
    page.on("response", lambda response: answers.append((response.url, response.status)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site_address + examples[kind, language], wait_until="networkidle")
    assert {urlsplit(url).netloc for url, _ in answers} == {urlsplit(site_address).netloc}
    assert [url for url, status in answers if status >= 400] == []
    assert [url for url, _ in answers if re.search(r"sitemap|feed|/search/[^?]*\.\w+$", url)] == []
    assert faults == []
    assert len(answers) <= 12


def test_the_way_to_the_other_language_stays_on_the_article(
    page: Page, site_address: str, translated: tuple[str, str]
) -> None:
    arabic, english = translated
    for here, there, language in ((arabic, english, "en"), (english, arabic, "ar")):
        for place in ("body > header", "article > header + div"):
            page.goto(site_address + here)
            page.locator(f'{place} a[hreflang="{language}"]').click()
            page.wait_for_load_state()
            assert page.url == site_address + there


def test_an_article_in_one_language_says_so(page: Page, built_site: Path, site_address: str) -> None:
    alone = next(
        each for each in sorted(built_site.rglob("index.html")) if kind_of(each) == "article" and not read_switch(each)
    )
    path = alone.relative_to(built_site).parent.as_posix()
    other = "en" if path.startswith("ar/") else "ar"
    page.goto(f"{site_address}{path}/")
    assert page.locator("article > header + div > :last-child").inner_text().strip()
    page.locator(f'body > header a[hreflang="{other}"]').click()
    page.wait_for_load_state()
    assert page.url == f"{site_address}{other}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_targets_are_large_enough_for_a_thumb(page: Page, site_address: str, language: str) -> None:
    page.goto(f"{site_address}{language}/")
    for target in page.locator("header > nav a, .switch, button.scheme, .search input, .search button, .ways a").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_stand_on_one_line_of_a_small_phone(page: Page, site_address: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site_address}{language}/")
    tops = {box["y"] for each in page.locator("header > nav a").all() if (box := each.bounding_box())}
    assert len(tops) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_tags_stand_as_near_as_a_pointer_allows(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], language: str
) -> None:
    """Beside a text the rows are lines of a list; WCAG 2.2, 2.5.8: no target is smaller than 24 pixels."""
    page.set_viewport_size(DESKTOP)
    page.goto(site_address + examples["article", language])
    page.evaluate("""() => { document.querySelector(".tags").append(
      ...Array.from({ length: 9 }, () => document.querySelector(".tags dd").cloneNode(true))); }""")
    boxes = [each.bounding_box() for each in page.locator(".tags:first-of-type dd a").all()]
    tops = sorted({box["y"] for box in boxes if box})
    assert len(tops) > 1
    assert all(box["height"] >= 24 for box in boxes if box)
    assert all(24 <= below - above <= 36 for above, below in pairwise(tops))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_landmarks_have_names_of_their_own(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], kind: str, language: str
) -> None:
    page.goto(site_address + examples[kind, language])
    names = page.evaluate("""() => [...document.querySelectorAll("nav, aside, [role=search]")]
      .map((each) => each.getAttribute("aria-label") ?? "")""")
    assert all(names)
    assert len(set(names)) == len(names)
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_read_without_scripts(
    browser: Browser, site_address: str, examples: dict[tuple[str, str], str], language: str
) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site_address + examples["article", language])
        texts.append(page.locator("main").inner_text())
        if not scripts:
            assert not page.locator("button.scheme").is_visible()
        context.close()
    assert texts[0] == texts[1]


def test_a_lost_address_answers_in_both_languages_at_any_depth(page: Page, site_address: str) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    lost = f"{site_address}ar/2025/06/no/such/page/"
    answer = page.goto(lost)
    assert answer is not None
    assert answer.status == 404
    assert failed == [lost]
    for language in LANGUAGES:
        door = page.locator(f'main section[lang="{language}"]')
        assert door.get_attribute("dir") == DIRECTIONS[language]
        assert urlsplit(site_address).path + f"{language}/" in {
            each.get_attribute("href") for each in door.locator("a").all()
        }
    page.locator('main section[lang="en"] a').first.click()
    page.wait_for_load_state()
    assert page.url == f"{site_address}en/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_only_the_article_remains(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], language: str
) -> None:
    page.goto(site_address + examples["article", language])
    page.emulate_media(media="print")
    for gone in ("header > nav", ".search", ".tools", ".skip"):
        assert not page.locator(gone).first.is_visible()
    for kept in ("h1", ".body", "article > dl", "header > .nameplate"):
        assert page.locator(kept).first.is_visible()
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper in ("rgba(0, 0, 0, 0)", "transparent")


def test_nothing_moves_where_movement_is_unwanted(browser: Browser, site_address: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site_address}en/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


# Of each line of things about an article, whether the separator before the first lies outside, and all others inside.
HANGING = """() => [...document.querySelectorAll(".meta, .top > :last-child, .stories > li > :last-child")]
  .filter((line) => getComputedStyle(line).display === "flex")
  .flatMap((line) => {
    const rtl = getComputedStyle(line).direction === "rtl";
    const from = (box) => (rtl ? -box.right : box.left);
    const start = from(line.getBoundingClientRect());
    let bottom = -1;
    return [...line.childNodes].filter((each) => each.textContent.trim()).filter((each) => {
      const range = document.createRange();
      range.selectNode(each);
      const box = (each.nodeType === Node.ELEMENT_NODE ? each : range).getBoundingClientRect();
      const separated = each.nodeType === Node.ELEMENT_NODE && getComputedStyle(each, "::before").content !== "none";
      const first = box.top >= bottom - 1;
      bottom = Math.max(bottom, box.bottom);
      const outside = from(box) < start - 5;
      return first ? separated && !outside : !separated || outside;
    }).map((each) => each.textContent);
  })"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["front", "article"])
def test_a_separator_stands_only_between_two_things_on_a_line(
    page: Page, site_address: str, examples: dict[tuple[str, str], str], width: int, language: str, kind: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_address + examples[kind, language])
    assert page.locator(".meta, .stories > li > :last-child").count() > 0
    assert page.evaluate(HANGING) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
