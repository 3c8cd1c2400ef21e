"""A corpus for measuring: as many Arabic and English news articles as are asked for, the same ones every time.

    python tests/benchmarks/corpus.py --count 1000 --out FOLDER [--layout sijill|hugo|mkdocs|material] [--start 0]

Article i depends on i alone, so 1,000 articles are the first 1,000 of 10,000, and `--start 1000 --count 1` writes the one
that comes next. Of every four, two are one story in both languages, one is Arabic only and one English only. Words are
those of the sample archive, as often as there, with a tail of made-up names, so that the vocabulary grows as it does in
real text. The text means nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FIRST_DAY, DAYS = date(2015, 1, 1), 3652
TAGS, SOURCES = 60, 30
_SYLLABLES = {
    "en": ["ba", "ra", "ma", "sa", "la", "ta", "ka", "na", "da", "fa"],
    "ar": ["با", "را", "ما", "سا", "لا", "تا", "كا", "نا", "دا", "فا"],
}
_COMMA = {"en": ",", "ar": "،"}


@dataclass(frozen=True)
class Article:
    """One article; `pair` numbers the story it shares with its counterpart."""

    number: int
    lang: str
    slug: str
    day: date
    title: str
    source: str
    tags: tuple[str, ...]
    pair: int | None
    body: str


@cache
def words_of(lang: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of the sample archive's articles in a language, the most frequent first, and their counts added up."""
    counts: Counter[str] = Counter()
    for path in sorted((REPOSITORY / "content/articles" / lang).rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        counts.update(re.findall(r"[^\W\d_]+", body))
    common = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(word for word, _ in common), tuple(accumulate(count for _, count in common))


def make_article(number: int) -> Article:
    """Make article `number`."""
    group, role = divmod(number, 4)
    pair = group if role < 2 else None
    lang = "ar" if role in (0, 2) else "en"
    shared = random.Random(f"story {group}" if pair is not None else f"article {number}")  # noqa: S311 - no secret
    own = random.Random(f"text {number}")  # noqa: S311 - no secret
    day = FIRST_DAY + timedelta(days=shared.randrange(DAYS))
    tags = sorted({min(int(TAGS ** shared.random()) - 1, TAGS - 1) for _ in range(5)})
    source = min(int(SOURCES ** shared.random()) - 1, SOURCES - 1)
    names = [f"subject {tag}" if lang == "en" else f"موضوع {tag}" for tag in tags]
    return Article(
        number=number,
        lang=lang,
        slug=f"story-{group * 4 if pair is not None else number}",
        day=day,
        title=" ".join(_words(own, lang, own.randint(6, 10))),
        source=f"Paper {source}" if lang == "en" else f"صحيفة {source}",
        tags=tuple(names),
        pair=pair,
        body=_body(own, lang),
    )


def _body(own: random.Random, lang: str) -> str:
    """Some 300 to 400 words in paragraphs, with the markup that news has: headings, lists, quotations, links."""
    blocks, count, goal = [], 0, own.randint(250, 400)
    while count < goal:
        text, size = _paragraph(own, lang)
        kind = own.random()
        if kind < 0.1:
            blocks.append(f"## {' '.join(_words(own, lang, 4))}")
        elif kind < 0.2:
            items = [" ".join(_words(own, lang, own.randint(4, 9))) for _ in range(4)]
            blocks.append("\n".join(f"- {item}" for item in items))
            count += 26
        elif kind < 0.28:
            text = f"> {text}"
        elif kind < 0.5:
            text += f" [{' '.join(_words(own, lang, 3))}](https://example.org/{lang}/{own.randrange(10**6)})"
        blocks.append(text)
        count += size
    return "\n\n".join(blocks) + "\n"


def _paragraph(own: random.Random, lang: str) -> tuple[str, int]:
    """Two to four sentences, and how many words they have."""
    sentences, count = [], 0
    for _ in range(own.randint(2, 4)):
        words = _words(own, lang, own.randint(9, 22))
        words[own.randint(3, 6)] += _COMMA[lang]
        if own.random() < 0.1:
            words[2] = f"**{words[2]}**"
        sentences.append(" ".join(words) + ".")
        count += len(words)
    return " ".join(sentences), count


def _words(own: random.Random, lang: str, count: int) -> list[str]:
    """Words as often as they are used; one in twenty a made-up name, one in fifty a number."""
    known, heaped = words_of(lang)
    drawn = own.choices(known, cum_weights=heaped, k=count)
    for place in range(count):
        chance = own.random()
        if chance < 0.05:
            drawn[place] = _name(int(40_000 ** own.random()), lang)
        elif chance < 0.07:
            drawn[place] = str(int(10 ** (1 + 4 * own.random())))
    return drawn


def _name(rank: int, lang: str) -> str:
    syllables, rest = [], rank + 100
    while rest:
        rest, place = divmod(rest, 10)
        syllables.append(_SYLLABLES[lang][place])
    return "".join(syllables).capitalize()


def write_article(article: Article, out: Path, layout: str) -> None:
    """Write an article's file as the program of `layout` wants it."""
    folder = {"sijill": "content/articles", "hugo": "content", "mkdocs": "docs", "material": "docs"}[layout]
    place = out / folder / article.lang / f"{article.day:%Y}" / f"{article.day:%m}" / f"{article.slug}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    fields: dict[str, object] = {"title": article.title, "date": article.day.isoformat(), "lang": article.lang}
    fields |= {"source": article.source, "tags": list(article.tags)}
    if article.pair is not None:
        fields |= {"translationKey": f"t{article.pair}"} if layout == "hugo" else {"story": f"t{article.pair}"}
    if layout in {"mkdocs", "material"}:
        del fields["lang"]
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    place.write_text(f"---\n{head}\n---\n\n{article.body}", encoding="utf-8")


def write_corpus(out: Path, layout: str, count: int, start: int = 0) -> None:
    """Write articles `start` to `start + count` below `out`."""
    for number in range(start, start + count):
        write_article(make_article(number), out, layout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layout", choices=("sijill", "hugo", "mkdocs", "material"), default="sijill")
    parser.add_argument("--start", type=int, default=0)
    given = parser.parse_args()
    write_corpus(given.out, given.layout, given.count, given.start)
