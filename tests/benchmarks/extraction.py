"""How much of an article the reader of saved pages gets out of a page, against what a person or another tool marked.

    python tests/benchmarks/extraction.py FOLDER [NAME …]

FOLDER holds pages that are not ours to publish: either `<name>/source.html` with `<name>/expected.html` (the layout of
Mozilla Readability's test pages), or `<name>.html` with the body's text in `<name>.txt`. Printed are, for each set of
pages (Arabic script or not), F1 over 4-grams of words of the body, beside trafilatura's own, and the share of headings,
links, items, quotations, pictures, emphasis, code, rows and captions of the expected HTML that are kept.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml import html

from generator.errors import UnreadableError
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument
from generator.text.arabic import is_arabic
from generator.text.gfm import safe_html
from generator.text.markdown import render_blocks

ITEMS = {
    "headings": ".//h1|.//h2|.//h3|.//h4|.//h5|.//h6",
    "links": ".//a[@href]",
    "items": ".//li",
    "quotations": ".//blockquote",
    "emphasis": ".//b|.//strong|.//em|.//i",
    "code": ".//pre",
    "rows": ".//tr",
    "captions": ".//figcaption",
}
_MARKS = re.compile("[\u064b-\u0652\u0640\u200c]")


def cases(folder: Path) -> Iterator[tuple[str, bytes, str | None, str]]:
    """Each page: its name, its bytes, the expected HTML if there is one, and the expected text."""
    for source in sorted(folder.glob("*/source.html")):
        expected = source.with_name("expected.html")
        if expected.exists():
            markup = expected.read_text("utf-8", "replace")
            yield (
                source.parent.name,
                source.read_bytes(),
                markup,
                html.fromstring(f"<div>{markup}</div>").text_content(),
            )
    for source in sorted(folder.glob("*.html")):
        text = source.with_suffix(".txt")
        if text.exists():
            yield source.stem, source.read_bytes(), None, text.read_text("utf-8")


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", _MARKS.sub("", text))
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def score(found: str, expected: str) -> float:
    own, gold = grams(found), grams(expected)
    both = sum((own & gold).values())
    return 2 * both / (sum(own.values()) + sum(gold.values()))


def keys(markup: str, path: str) -> Counter[str]:
    root = html.fromstring(f"<div>{markup}</div>")
    texts = ("".join(filter(str.isalnum, element.text_content())) for element in root.xpath(path))
    return Counter(filter(None, texts))


def read(raw: bytes, name: str) -> Record | str:
    document = SourceDocument.of(Path(f"{name}.html"), raw, "0" * 64)
    try:
        return next(each for each in read_saved_page(document) if isinstance(each, Record))
    except UnreadableError as error:
        return error.problem.code


def main(folder: Path, names: set[str]) -> None:
    """Measure every page of a folder, or those named."""
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    kept: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    spent = 0.0
    for name, raw, markup, text in cases(folder):
        if names and name not in names:
            continue
        begun = time.perf_counter()
        record = read(raw, name)
        spent += time.perf_counter() - begun
        blocks = [] if isinstance(record, str) else record.blocks
        body = "\n".join(block.text for block in blocks if markup or block.kind is not BlockKind.FIGURE)
        plain = trafilatura.extract(raw, include_comments=False, favor_precision=is_arabic(text)) or ""
        own, peer = score(body, text), score(plain, text)
        scores["arabic" if is_arabic(text) else "other"].append((own, peer))
        told = record if isinstance(record, str) else ", ".join(problem.code for problem in record.problems)
        print(f"{own:.3f} {peer:.3f} {name} {told}")
        if markup:
            written = safe_html(render_blocks(blocks))
            for kind, path in ITEMS.items():
                gold = keys(markup, path)
                wanted[kind] += sum(gold.values())
                kept[kind] += sum((gold & keys(written, path)).values())
    for script, pairs in scores.items():
        own, peer = (sum(each) / len(pairs) for each in zip(*pairs, strict=True))
        print(f"{script}: {len(pairs)} pages, F1 {own:.3f}, trafilatura alone {peer:.3f}")
    for kind in ITEMS:
        if wanted[kind]:
            print(f"{kind}: {kept[kind] / wanted[kind]:.2f} of {wanted[kind]}")
    pages = sum(map(len, scores.values()))
    print(f"{1000 * spent / max(pages, 1):.0f} ms a page")


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
