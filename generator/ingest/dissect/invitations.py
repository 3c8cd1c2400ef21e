"""Lines with which a paper asks its readers to reach or follow a writer, to tell it something, to take its newsletter:
`Reach Jane Doe at jdoe@courier.example`, `Want more on the coast in your inbox? Subscribe to The Log.`

Whole lines only. What an article itself tells its readers (`To book, write to fair@town.example`) is none.
"""

from __future__ import annotations

import re

_LONGEST = 220
_NETWORK = r"(?:twitter|x(?:/twitter)?|facebook|instagram|threads|bluesky|linkedin|mastodon|tiktok|youtube)"
_NAME = r"[^\W\d][\w.'’-]*"
# A handle, an address of mail, a telephone beside one of them.
_AT = r"(?:@\w+(?:\.\w+)*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
_PHONE = r"(?:\+?[(]?\d[\d() .-]{5,16}\d(?:,? ext\.? ?\d+)?)"
_BETWEEN = r"(?:,? (?:and|or|on|at|via) |\s*[,;:|/•]\s*(?:and |or )?|\s+)"
_REACHED = (
    rf"(?:(?:{_PHONE}|{_NETWORK}){_BETWEEN}){{0,3}}{_AT}(?:{_BETWEEN}(?:{_AT}|{_PHONE}|(?:on )?{_NETWORK})){{0,4}}"
)
_FORMS = re.compile(
    rf"(?:contact|reach|e-?mail|message|follow) (?:{_NAME} ){{1,5}}?(?:(?:directly )?(?:at|on|via|by)[: ]+)?{_REACHED}|"
    rf"(?:please )?follow (?:{_NAME} ){{1,4}}?on {_NETWORK}(?:[ :,(]+{_AT}\)?)?"
    rf"(?:,? (?:and|or|&) (?:on )?{_NETWORK}(?:[ :]+{_AT})?){{0,2}}|"
    rf"(?:{_NAME} ){{1,4}}?(?:can|may) be (?:reached|contacted|e-?mailed) (?:at|on|via|by)[: ]+{_REACHED}|"
    rf"ask (?:{_NAME} ){{1,3}}?a question(?: [>»›])?|"
    r"(?:questions|comments)\?.{0,30}\b(?:e-?mail|write to|contact) (?:us|me)\b.{0,60}|"
    rf"get (?:{_NAME} ){{1,4}}?on {_NETWORK}, {_NETWORK}\b.{{0,160}}|"
    r"see (?:\S+ ){0,3}?(?:pictures|photos|cartoons|videos|slide ?shows?|galler(?:y|ies)) of (?:the )?\S+(?: \S+){0,5}|"
    r"to contact the (?:reporter|author|writer|editor)s? (?:(?:responsible )?for|on) (?:this|the) (?:story|article)\b"
    r".{1,150}|"
    r"(?:got|have) (?:an?|any) (?:news |story )?(?:stor(?:y|ies)|tips?|questions?|ideas?|comments?)\b.{0,40}\? "
    r"(?:please )?(?:call|ring|phone|text|get in touch|let us know|tell us|e-?mail|contact|write to) .{2,130}|"
    r"(?:want|would you like|looking for) (?:to (?:read|know|hear|get|see) )?more .{1,90}"
    r"(?:\bnews-?letters?\b|\bsubscribe\b|\bin(?:to)? your inbox\b).{0,120}|"
    r".{8,150}\bnews-?letters?\b.{0,60}[.!] (?:sign up|subscribe)(?: here| now| today)?",
    re.IGNORECASE,
)
_ENDS = re.compile(r" (?:sign up|subscribe)(?: here| now| today)?\W?$", re.IGNORECASE)
_FIRST = (
    "contact", "reach", "email", "e-mail", "message", "follow", "to contact", "got a", "have ", "want", "would you",
    "looking", "please", "ask ", "question", "comment", "get ", "see ",
)  # fmt: skip


def is_invitation(text: str) -> bool:
    """Whether the whole line `text` asks a reader to turn to the paper or its writer."""
    line = text.strip(' *_-–—•>"“”')
    is_open = line[:12].lower().startswith(_FIRST) or " be " in line or _ENDS.search(line) is not None
    if len(line) > _LONGEST or not is_open:
        return False
    return _FORMS.fullmatch(line.rstrip(" .!")) is not None
