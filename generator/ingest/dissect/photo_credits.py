"""Credits of pictures that are copied with the text of a page, alone on a line or behind a caption: `Jane Doe / Getty
Images`, `(Credit: Jane Doe/The Courier)`, «(الصورة: أ ف ب)».

Not for who took the pictures of an article as a whole, which a label of its head says (`labels`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.names import is_agency

_OF_PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|credits?)"
_LIBRARY = (
    r"(?:Getty(?: Images)?(?:/\w+)?|Corbis(?: Images)?|Shutterstock|Alamy|iStock\w*|Flickr|Rex(?: Features)?|"
    r"Magnum(?: Photos)?|Thinkstock|Wirepix|AP Photos?|Icon SMI|PA (?:Wire|Images|Archive))"
)
_ARABIC = r"(?:ال)?(?:صورة|صور|تصوير|عدسة|مصدر الصورة|صورة من)"
_ALONE = re.compile(
    rf"[(\[]?(?i:{_OF_PICTURE}(?: (?:credit|source|courtesy|by))?)\s?:\s?[A-Z@][^:!?]{{1,60}}[)\]]?|"
    rf"(?i:(?:photo(?:graph)?s?|illustrations?|graphics?) by) [A-Z][\w.'’-]*(?: [\w.'’-]+){{0,4}}|"
    rf"[^/|.!?]{{2,50}}(?:\s?[/|]\s?[^/|.!?]{{2,40}}){{0,2}}(?:\s?[/|,]\s?| via ){_LIBRARY}|"
    rf"{_LIBRARY}(?:/[\w .'’-]{{2,40}})?|"
    r"[(\[][A-Z][\w.’' -]{2,30}/[A-Z][\w.’' /-]{2,40}[)\]]|"
    r"[(\[][^()\[\]]{2,40} (?i:photos?|photography|images)[)\]]|Courtesy [A-Z][A-Z0-9]\S*(?: \S+)?|"
    rf"[(\[]?{_ARABIC}\s?:\s?[^:.؟!]{{2,40}}[)\]]?|[(\[]?(?:صورة (?:أرشيفية|ارشيفية|تعبيرية|من الأرشيف)|أرشيفية)[)\]]?"
)
_BEHIND_CAPTION = re.compile(
    rf"[(\[](?i:{_OF_PICTURE})\s?:\s?[^()\[\]]{{2,50}}[)\]]$|"
    r"(?<=[\s.])(?:Photo|Photograph|Picture|Image|Credit)s?:\s[^:.!?]{2,40}$|"
    r"[(\[](?:(?:AP|AFP|EPA|Reuters|Getty) )?(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?\b[^()\[\]]{0,50}[)\]]\.?$|"
    r"\[[^\[\]/]{3,30}/[^\[\]]{2,40}\]$|\bREUTERS/[A-Z][\w .’'-]{2,30}"
    r"(?:/(?i:file photo))?(?: Purchase Licensing Rights)?(?:,? opens new tab)?$|"
    r"[—–] (?:Photo|Image)s? (?:by|courtesy)\b[^.]{2,30}$|"
    rf"\.\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}/(?:{_LIBRARY}|AP|AFP|EPA|Reuters)$|"
    r"\.\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3} / [A-Z][\w ]{2,30}$|(?<=[a-z.] )©\s?[A-Z][^.©]{2,40}$|"
    rf"\|\s?(?:AP Photo|{_LIBRARY})(?: Close)?$|(?<=[\s.])[(\[]?{_ARABIC}\s?:\s?[^:.؟!()]{{2,40}}[)\]]?$"
)
_LONGEST_ALONE, _LONGEST_CAPTION = 10, 60  # words


def find_photo_credits(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines, below a first one, that credit a picture, of the captions that end with
    one, and of agencies beside it."""
    credits = {at for at, line in enumerate(lines) if at and (is_photo_credit(line) or _is_credited_caption(line))}
    beside = {
        near for at in credits for near in (at - 1, at + 1) if 0 < near < len(lines) and is_agency(lines[near].text)
    }
    return frozenset(lines[at].number for at in credits | beside)


def is_photo_credit(line: Line) -> bool:
    """Whether the whole of a line credits a picture."""
    return line.words <= _LONGEST_ALONE and _ALONE.fullmatch(line.text.strip()) is not None


def _is_credited_caption(line: Line) -> bool:
    return line.words <= _LONGEST_CAPTION and _BEHIND_CAPTION.search(line.text.strip()) is not None
