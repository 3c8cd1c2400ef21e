"""An article whose page moves, as where a person corrects its day: the address of before leads on to it.

Not for what a newer version of its document brings (`settling`).
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.article import Article


def moved_from(before: str, article: Article) -> Article:
    """The article with the permalink of `before` among its aliases; as it is where it has not moved. An alias to its
    own page, where it was before and is again, is taken away."""
    if article.permalink == before:
        return article
    aliases = dict.fromkeys((*article.aliases, f"/{before}"))
    aliases.pop(f"/{article.permalink}", None)
    return replace(article, aliases=tuple(aliases))
