"""Tables of words, each written as one string: so they stay readable, and are easy to add to."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases, of a word or more, that stand between the bars of a string."""
    return frozenset(phrases.split("|"))
