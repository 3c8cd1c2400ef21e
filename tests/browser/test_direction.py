"""Left-to-right tokens in Arabic, as Chromium draws them: from left to right once isolated, and not without."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Browser

from generator.text.html import escape, isolate_text

pytestmark = pytest.mark.browser

TOKENS = (
    "2024-05-02",
    "+20 2 2345-6789",
    "−4.1 %",
    "-5",
    "C++",
    "F#",
    "OliveTech Ltd.",
    "https://example.org/a?b=1",
    "v1.2.3",
    "a/b/c",
    "2014-2020",
    "091 123 4567",
    "160 km/h",
    "25 °C",
    "15%",
)
FRAMES = (
    "صدر {} عن الوزارة",
    "({}) قالت",
    "قال: «{}»",
    "من {}، ثم",
    "{}",
    "وهي {}.",
    "بلغ 15 {} في ليبيا",
    "Reuters، {} وقال",
)

# For each paragraph, whether the characters of the token given in its `data-token` stand in order from left to right.
ORDER = """() => [...document.querySelectorAll("p")].map((paragraph) => {
  const token = paragraph.dataset.token;
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const places = [];
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      places.push([node.data[at], range.getBoundingClientRect().left]);
    }
  }
  const start = places.map(([letter]) => letter).join("").indexOf(token);
  const lefts = places.slice(start, start + token.length).filter(([letter]) => letter.trim()).map(([, left]) => left);
  return lefts.every((left, place) => place === 0 || left >= lefts[place - 1] - 0.5);
})"""


def test_isolated_tokens_are_drawn_in_order(browser: Browser) -> None:
    cases = [(token, frame.format(token)) for token, frame in product(TOKENS, FRAMES)]
    page = browser.new_page()
    in_order = {}
    for name, write in (("isolated", isolate_text), ("bare", escape)):
        body = "".join(f'<p data-token="{escape(token)}">{write(text)}</p>' for token, text in cases)
        page.set_content(f'<html dir="rtl" lang="ar"><body>{body}</body></html>')
        in_order[name] = page.evaluate(ORDER)
    page.close()
    assert [text for (_, text), good in zip(cases, in_order["isolated"], strict=True) if not good] == []
    assert in_order["bare"].count(False) > len(cases) // 3, "the test no longer sees what it is for"


# Between which characters of a paragraph a line may end, as found by trying widths.
BREAKS = """() => [...document.querySelectorAll("p")].map((paragraph) => {
  const found = new Set();
  for (let width = 150; width < 420; width += 3) {
    paragraph.style.width = `${width}px`;
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let before = null;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      for (let at = 0; at < node.data.length; at += 1) {
        if (!node.data[at].trim()) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { bottom } = range.getBoundingClientRect();
        if (before && bottom > before.bottom + 12) found.add(before.letter + node.data[at]);
        before = { letter: node.data[at], bottom };
      }
    }
  }
  return [...found];
})"""


def test_no_line_begins_or_ends_with_a_sign_of_the_token_beside_it(browser: Browser, site_address: str) -> None:
    """A bracket, a comma and a proclitic stay with the word that they belong to (UAX #14: OP ×, × CL)."""
    frames = ("قالت الشركة ({}) أمس", "زار {}، ثم عاد", "ردّت «{}» عليه", "كتب لـ{} مقالًا", "فهو {}. ثم")
    page = browser.new_page()
    page.goto(f"{site_address}ar/")
    texts = "".join(f"<p>{isolate_text(frame.format('NATO'))}</p>" for frame in frames)
    page.evaluate("(texts) => { document.querySelector('main').innerHTML = texts; }", texts)
    breaks = {each for found in page.evaluate(BREAKS) for each in found}
    page.close()
    assert breaks
    assert [each for each in breaks if each[0] in "(«ـ" or each[1] in ")»،."] == []
