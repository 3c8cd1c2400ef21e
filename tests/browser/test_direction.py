"""Left-to-right tokens in Arabic, as Chromium draws them: from left to right once isolated, and not without."""

from __future__ import annotations

from itertools import product
from pathlib import Path

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


# How Chromium sets each paragraph at each of some widths: its lines, by paragraph.
LAYOUTS = """() => [...document.querySelectorAll("p")].map((paragraph) => {
  const layouts = [];
  const range = document.createRange();
  for (let width = 220; width < 440; width += 7) {
    paragraph.style.width = `${width}px`;
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const lines = [""];
    let last = null;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      for (let at = 0; at < node.data.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        const middle = (box.top + box.bottom) / 2;
        if (last !== null && Math.abs(middle - last) > 12) lines.push("");
        last = middle;
        lines[lines.length - 1] += node.data[at];
      }
    }
    layouts.push(lines.map((line) => line.trim()));
  }
  return layouts;
})"""
STYLE = Path(__file__).parents[2] / "theme_overrides/assets/site.css"
SENTENCE = "قال مسؤول في الهيئة العامة للموانئ ({}) إن «{}» من {}، وإن لـ{} هو {}."
PHRASE = "Port Community System of the Eastern Terminal"


def test_isolated_tokens_are_broken_as_text_is(browser: Browser) -> None:
    """No bracket, comma or quotation mark is parted from its token; a short token stays whole, a long one is broken."""
    page = browser.new_page()
    tokens = (*TOKENS, "TEU", "Al Jazeera", PHRASE)
    body = "".join(f"<p>{isolate_text(SENTENCE.format(*[token] * 5))}</p>" for token in tokens)
    style = STYLE.read_text(encoding="utf-8")
    page.set_content(f'<html dir="rtl" lang="ar"><style>{style}</style><body>{body}</body></html>')
    found = dict(zip(tokens, page.evaluate(LAYOUTS), strict=True))
    page.close()
    lines = [line for layouts in found.values() for layout in layouts for line in layout]
    assert [line for line in lines if line[0] in ")»،:." or line[-1] in "(«ـ"] == []
    whole = {token: all("\n".join(layout).count(token) == 5 for layout in found[token]) for token in tokens}
    assert [token for token, is_whole in whole.items() if not is_whole] == ["https://example.org/a?b=1", PHRASE]
