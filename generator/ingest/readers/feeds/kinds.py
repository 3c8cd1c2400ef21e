"""Which entries of a feed are published articles: exports of Blogger hold a whole blog, with drafts, readers' comments,
settings and its layout.

Not for what an article says (`items`).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.readers.xml.trees import Element

_KINDS = "schemas.google.com/g/2005#kind"  # the scheme of the category by which Google's data say what an entry is
_ARTICLES = frozenset({"post", "page"})
_WORDS = {"comment": "comments of readers", "template": "layouts of the blog", "settings": "settings of the blog"}


def is_kind(category: Element) -> bool:
    """Whether a category says of which kind its entry is, and is no tag."""
    return category.get("scheme").endswith(_KINDS)


def why_no_article(entry: Element) -> str:
    """What an entry is, in words, where it says that it is no published article; else empty.

    By Blogger's exports (the kind in a category, until 2024; `blogger:type` and `blogger:status` in those of Google
    Takeout), by RFC 5023, 13.1.1 (`app:draft`) and RFC 4685, 3 (`thr:in-reply-to`).
    """
    terms = [each.get("term") for each in entry.named("atom:category") if is_kind(each)]
    stated = [term.rpartition("#")[2] for term in terms] + [each.text for each in entry.named("blogger:type")]
    kind = next((each.strip().lower() for each in stated if each.strip()), "")
    if kind and kind not in _ARTICLES:
        return _WORDS.get(kind, kind[:40])
    if entry.child("thr:in-reply-to") is not None:
        return _WORDS["comment"]
    return "" if _is_published(entry) else "drafts"


def _is_published(entry: Element) -> bool:
    drafts = [each.text for control in entry.named("app:control") for each in control.named("app:draft")]
    statuses = [each.text.strip().upper() for each in entry.named("blogger:status")]
    return not any(each.strip().lower() == "yes" for each in drafts) and all(each == "LIVE" for each in statuses)


def left_out(path: Path, counts: Counter[str]) -> Problem:
    """The problem that tells what of a feed was left out, by kind."""
    return Problem(
        "not-articles",
        "entries that are no published articles were left out",
        path,
        expected="published posts and pages",
        found=", ".join(f"{kind} ({count})" for kind, count in sorted(counts.items())),
        cure="publish in the blog what belongs in the archive, and export again; nothing need be done for the rest",
        severity=Severity.HINT,
    )
