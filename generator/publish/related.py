"""Which articles a reader of one may want to read next.

What an editor or the source linked comes first, then other versions of the story, then older articles that share its
rarest tags. Only older ones: so a page does not change because a newer article arrived.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.article import Article
from generator.model.language import Language
from generator.publish.holdings import Holdings
from generator.publish.keyed import DIGEST_SIZE, digest
from generator.publish.listings import put_versions, time_order

RELATED_LIMIT = 6
_SIMILAR_LIMIT = 3
# How many of the nearest older articles under each tag are looked at: bounds the work for an archive of any size.
_DEPTH = 20

_WORD = (1 << 8 * DIGEST_SIZE) - 1
# Odd numbers of that length without a pattern: the first digits of the golden ratio and of pi.
_STEP, _ROOM = 0x9E3779B97F4A7C15F39CC0605CEDC835, 0x243F6A8885A308D313198A2E03707345


@dataclass(frozen=True, slots=True)
class Relations:
    """Articles by the names under which others refer to them: the ids that any of them names, and their stories."""

    by_id: Mapping[str, tuple[Article, ...]]
    by_story: Mapping[str, tuple[Article, ...]]

    def with_versions(self, new: Mapping[str, Article]) -> Relations:
        """Give the same with other versions of some articles, by place."""
        return Relations(
            {name: put_versions(articles, new) for name, articles in self.by_id.items()},
            {story: put_versions(articles, new) for story, articles in self.by_story.items()},
        )


def gather_relations(articles: Sequence[Article]) -> Relations:
    """Put the published articles of both languages under their ids, where others name those, and their stories."""
    by_id: defaultdict[str, list[Article]] = defaultdict(list)
    by_story: defaultdict[str, list[Article]] = defaultdict(list)
    named = {name for article in articles for name in article.related}
    for article in sorted((each for each in articles if each.story or each.id in named), key=time_order):
        if article.id in named:
            by_id[article.id].append(article)
        if article.story:
            by_story[article.story].append(article)
    return Relations(
        {key: tuple(value) for key, value in by_id.items()}, {key: tuple(value) for key, value in by_story.items()}
    )


def look_back(holdings: Holdings, faces: Mapping[str, bytes]) -> list[bytes]:
    """Give the digest of all that `find_related` looks at under the tags of each dated article, by rank.

    Under each tag that is a run of articles, and how rare the tag was until then. A run is told from others by the sum
    of its articles' faces, which are as good as random, modulo 2^128; so the next run takes two additions.
    """
    seen = [0] * len(holdings.dated)
    numbers = [int.from_bytes(faces[article.place], "big") for article in holdings.dated]
    for slug, held in holdings.tags.items():
        name = int.from_bytes(digest(slug), "big")
        run = 0
        for place, rank in enumerate(held.ranks):
            rarity = _rarity(place) if place else 0
            seen[rank] = (seen[rank] * _STEP + (name ^ run) * _ROOM + rarity) & _WORD
            run += numbers[rank]
            if place >= _DEPTH:
                run -= numbers[held.ranks[place - _DEPTH]]
            run &= _WORD
    return [each.to_bytes(DIGEST_SIZE, "big") for each in seen]


def look_back_again(
    before: Sequence[bytes], holdings: Holdings, faces: Mapping[str, bytes], changed: Iterable[str]
) -> list[bytes]:
    """Give the same where it is known `before` the faces of the articles at the places `changed` became others."""
    seen = list(before)
    for rank in {each for place in changed for each in _followers(place, holdings)}:
        seen[rank] = _look_back_from(rank, holdings, faces)
    return seen


def _followers(place: str, holdings: Holdings) -> Iterator[int]:
    """The ranks of the articles that look back at the one at `place`."""
    rank = holdings.ranks.get(place)
    if rank is None:
        return
    for term in holdings.terms[place]:
        shelf = holdings.tags[term.slug].ranks
        after = bisect_right(shelf, rank)
        yield from shelf[after : after + _DEPTH]


def _look_back_from(rank: int, holdings: Holdings, faces: Mapping[str, bytes]) -> bytes:
    """The same digest of one article."""
    seen = 0
    for slug in sorted(term.slug for term in holdings.terms[holdings.dated[rank].place]):
        shelf = holdings.tags[slug].ranks
        place = bisect_left(shelf, rank)
        run = sum(
            int.from_bytes(faces[holdings.dated[each].place], "big") for each in shelf[max(0, place - _DEPTH) : place]
        )
        name = int.from_bytes(digest(slug), "big")
        rarity = _rarity(place) if place else 0
        seen = (seen * _STEP + (name ^ run & _WORD) * _ROOM + rarity) & _WORD
    return seen.to_bytes(DIGEST_SIZE, "big")


def named_with(article: Article, relations: Relations, holdings: Holdings) -> tuple[Article, ...]:
    """Give the articles that the article's file names and those of its story, itself left out."""
    if not article.related and not article.story:
        return ()
    return tuple(each for each in _linked(article, relations, holdings) if each.place != article.place)


def find_related(article: Article, relations: Relations, holdings: Holdings) -> tuple[Article, ...]:
    """Give what is related to an article: at most six, itself and its counterpart never among them.

    Linked articles may be in the other language, where they have no counterpart in this one; all others are in its own.
    """
    counterpart = holdings.counterparts.get(article.place)
    seen = {article.place} | ({counterpart.place} if counterpart else set())
    found: list[Article] = []
    for candidate in (*_linked(article, relations, holdings), *_similar(article, holdings)):
        if candidate.place not in seen:
            seen.add(candidate.place)
            found.append(candidate)
    return tuple(found[:RELATED_LIMIT])


def _linked(article: Article, relations: Relations, holdings: Holdings) -> list[Article]:
    """Give the articles that the article's file names, and the versions of its story, in the article's language."""
    named = [each for name in article.related for each in relations.by_id.get(name, ())]
    versions = relations.by_story.get(article.story, ()) if article.story else ()
    return [_in_language(each, article.lang, holdings) for each in (*named, *versions)]


def _in_language(article: Article, language: Language, holdings: Holdings) -> Article:
    """Give the version of an article in `language`, or itself where there is none."""
    return article if article.lang is language else holdings.counterparts.get(article.place, article)


def _similar(article: Article, holdings: Holdings) -> list[Article]:
    """Give the nearest older articles that share the article's tags, those that share the rarest tags first."""
    rank = holdings.ranks.get(article.place)
    if rank is None:
        return []
    # Ranks stand for themselves, so that the nearer of two equals comes first; scores count in steps above them.
    step = len(holdings.dated)
    scores: dict[int, int] = {}
    for term in holdings.terms[article.place]:
        shelf = holdings.tags[term.slug].ranks
        place = bisect_left(shelf, rank)
        if place:
            worth = _rarity(place) * step
            run = shelf[max(0, place - _DEPTH) : place]
            if not scores:
                scores = {each: each + worth for each in run}
                continue
            for each in run:
                scores[each] = scores.get(each, each) + worth
    return [holdings.dated[each % step] for each in sorted(scores.values())[: -_SIMILAR_LIMIT - 1 : -1]]


def _rarity(place: int) -> int:
    """How much it says that two articles share a tag: the less, the more articles had it before the later one.

    Judged by what came before, so that it does not change when newer articles arrive.
    """
    return max(1, 1000 // place)
