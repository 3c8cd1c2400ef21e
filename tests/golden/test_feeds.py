"""Feeds as they are found, and exactly what must be read from them.

Each feed of tests/golden/feeds has its expected records beside it (`<name>.expected.json`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Problem
from generator.ingest.readers.feeds.feed import is_feed, read_feed
from generator.ingest.readers.wordpress.export import is_wordpress, read_wordpress
from generator.model.article import Sureness
from generator.model.source import Block, BlockKind, FieldName, Record, SourceDocument

FOLDER = Path(__file__).parent / "feeds"
FEEDS = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.json"))
_MARKS = {Sureness.SURE: "", Sureness.LIKELY: " (likely)", Sureness.DOUBTFUL: " (doubtful)"}


def document_of(path: Path, raw: bytes | None = None) -> SourceDocument:
    raw = path.read_bytes() if raw is None else raw
    return SourceDocument.of(Path(path.name), raw, hashlib.sha256(raw).hexdigest())


def told(record: Record) -> dict[str, Any]:
    """A record in few words: its claims with their sureness, its text block by block, pictures by their addresses."""
    claims = {
        name.value: [f"{claim.value}{_MARKS[claim.sure]}" for claim in record.claims if claim.name is name]
        for name in FieldName
    }
    return {
        "key": record.key,
        "line": record.line,
        **{name: values for name, values in claims.items() if values},
        "text": list(_texts(record.blocks)),
        **({"excerpt": True} if record.excerpt else {}),
        **({"removed": list(record.removed)} if record.removed else {}),
        **({"problems": [problem.code for problem in record.problems]} if record.problems else {}),
    }


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind is BlockKind.FIGURE:
            yield f"figure {(block.markdown or '').partition('](')[2].partition(')')[0]}"
        elif block.kind is BlockKind.PARAGRAPH:
            yield block.text
        else:
            yield f"{block.kind.value} {block.text}"


def read(path: Path) -> list[dict[str, Any]]:
    document, head = document_of(path), path.read_bytes()[:65536]
    assert is_feed(path, head) is not is_wordpress(path, head)
    records = read_wordpress(document) if is_wordpress(path, head) else read_feed(document)
    return [
        {"problem": each.code, "record": each.record, "line": each.line, "found": each.found}
        if isinstance(each, Problem)
        else told(each)
        for each in records
    ]


@pytest.mark.parametrize("feed", FEEDS, ids=lambda path: path.name)
def test_a_feed_gives_exactly_what_it_holds(feed: Path) -> None:
    expected = json.loads((FOLDER / f"{feed.name}.expected.json").read_text("utf-8"))
    assert read(feed) == expected


def test_there_are_feeds_of_every_kind() -> None:
    assert len(FEEDS) >= 10
