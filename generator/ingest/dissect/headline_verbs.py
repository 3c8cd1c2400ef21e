"""Whether an English line says what somebody does, as headlines of news do in the present or with what is to come.

Subheads name a thing, more often than not. Not for the grammar of sentences in running text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = (
    "accept accuse add admit agree aim allow announce appeal appoint approve arrest arrive attack avert avoid "
    "award back ban bar beat become begin bid blame block boost brace bring build buy call cancel carry cast "
    "cause celebrate challenge clash clear climb close collapse come complain complete concede condemn confirm "
    "consider continue cost crash create cross cut deal decide declare deepen defeat defend defy delay demand "
    "deny deploy die dig discover dismiss divide double draw drive drop ease edge elect emerge end enter escape "
    "expand expect extend eye face fail fall fear fight file find fine fire flee fly follow force free freeze "
    "fuel gain gather get give go grip ground grow halt halve hand have head hear help hike hit hold hope host "
    "hunt hurt impose increase inject insist introduce investigate invite jail join keep kill land launch lay "
    "lead learn leave lift limit link look lose lower make mark meet miss mourn move mull name near need offer "
    "open oppose order oust overtake overturn pardon pass pay plan plead pledge plunge postpone prepare press "
    "probe promise propose protest publish pull push put quit raise rally reach reappear rebuild recall receive "
    "recover reduce refuse regain reject release remain remember remove reopen replace report rescue resign "
    "resist restore resume retain retire retreat return reveal revive rise rule rush sack save say scrap seal "
    "search see seek seize sell send sentence serve set settle shake shed shoot show shrink shut sign sink slam "
    "slip slow slump snatch snub soar spark speak spend split stage stall stand start stay steal step stop storm "
    "stretch strike struggle stun succeed sue suffer support surge survive suspend swap sweep take talk target "
    "teach tell test thank threaten throw tie tighten top topple trade trail train travel trigger try turn "
    "uncover undergo unveil urge vanish visit vote vow wait walk want warn watch weigh welcome widen win wipe "
    "withdraw wound"
)
_OTHERS = "is|are|isn['’]t|aren['’]t|has|have|will|won['’]t|must|may|can|can['’]?not|could|should"


def _with_ending(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"


_BASE = "|".join(_VERBS.split())
_SAYS = re.compile(
    rf"\w[\"'’”)]? (?:{'|'.join(map(_with_ending, _VERBS.split()))}|{_OTHERS})\b|"  # union calls strike
    rf"\w to (?:be|{_BASE})\b|"  # city to build bridge
    rf"\w(?<!s)s (?:{_BASE})\b",  # reservists sue
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def says_what_happens(headline: str) -> bool:
    """Whether `headline` has a verb of the present or of what is to come behind its first word."""
    return _SAYS.search(headline) is not None
