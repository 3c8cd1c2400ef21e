"""Refuse Markdown that would stall or break Python-Markdown, before it meets it; without a clock."""

from __future__ import annotations


def check_cost(markdown: str) -> str | None:
    """Give the reason why `markdown` is too costly to render, or None."""
    if len(markdown.encode("utf-8", "surrogatepass")) > 200_000:
        return "the text is larger than 200 KB"
    return None
