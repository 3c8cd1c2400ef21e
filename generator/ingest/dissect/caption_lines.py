"""What stands below a picture on a page and is copied with its text: captions, and whose the picture is.

By form and place: a credit of pictures, a caption with one, the same words twice (a picture's text and its caption).
Not for captions that have a label with a colon (labels).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, key_of
from generator.ingest.dissect.names import is_agency, is_outlet_like, is_unlabelled_byline
from generator.text.arabic import is_arabic

_LONGEST_SENTENCE = 20  # words
_LONGEST, _LEAST_TWICE, _LEAST_CREDITED, _MOST_CREDITED = 35, 4, 3, 14  # words
_OF_ARCHIVE = re.compile(
    "(?:ال)?صوره (?:ال)?(?:ارشيفيه|تعبيريه|توضيحيه|متداوله)|صوره من الارشيف|صوره (?:للتوضيح|من المصدر)|"
    "ارشيف(?:يه)?|تعبيريه|"
    "(?:file|archive|stock|illustrative|representational|representative) (?:photo|image|picture|photograph)|"
    "image for (?:illustration|representation)(?: purposes?(?: only)?)?|photo for illustration"
)
# «صدر الصورة،GETTY IMAGES», «التعليق على الصورة،» with the caption on the next line; "Image source, Reuters".
_CREDIT = re.compile(
    r"(?:صدر الصورة|مصدر الصورة|Image source|Image credit|Image copyright)\s?[،,:]\s?\S.{1,60}|"
    r"camera icon ?[\u0621-\u064a].{8,}",  # the name of a sign that a page draws before a caption
    re.IGNORECASE,
)
_CAPTION_BELOW = re.compile(r"(?:التعليق على الصورة|تعليق الصورة|Image caption|Photo caption)\s?[،,:]?", re.IGNORECASE)
_CREDITED = re.compile(
    r"(?P<caption>.{8,}?)\s*(?:[(\[](?P<credit>[^()\[\]]{2,60})[)\]]|\s[-–—|/]\s?(?P<note>[^-–—|/()\[\]]{3,30})|©\s?(?P<owner>.{2,60}))"
)
_OWNERS = re.compile(
    "getty(?: images)?|غيتي(?: ايميجز)?|جيتي(?: ايميجز)?|shutterstock|شاترستوك|istock|"
    "ارشيف|ارشيفيه|تعبيريه|صوره ارشيفيه|"
    "صوره تعبيريه|الاعلام المحلي|مواقع التواصل(?: الاجتماعي)?|تويتر|فيسبوك|انترنت|الانترنت|"
    "file|file photo|archive|supplied|"
    "حقوق النشر .+|copyright .+|handout|courtesy photo|social media|twitter|facebook|instagram"
)
_ARCHIVE_OF = re.compile(r"^(?:أرشيفية|أرشيف|صورة|File|Photo)\s?[:-]\s?", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][A-Z. ]{1,20}")
_INITIALS = re.compile(r"[A-Z]{2,5}")
_OWNED = re.compile(r"(?:©|\(c\))\s?.{2,60}", re.IGNORECASE)
_TAKEN_BY = re.compile(
    r"[.،] ?(?:تصوير|عدسة) [^.،:]{3,30}\.?$|"
    r"(?:صورة من|تصوير|عدسة|Photo(?:graph)?(?: by| credit)?|Picture(?: by)?|Image credit)\s?:\s?\S"
)
_LIST = re.compile(r"\s*[/،,+&|]\s*|\s[-–—]\s|\s+via\s+|\s+عبر\s+")


def read_caption(lines: Sequence[Line], at: int, known: Known) -> int:
    """How many lines from `at` on, above a text, are of a picture and not of the text; 0 where none is."""
    text = lines[at].text
    if lines[at].words > _LONGEST or "\n" in text:
        return 0
    below = lines[at + 1] if at + 1 < len(lines) else None
    if _CAPTION_BELOW.fullmatch(text) or (below is not None and _OWNED.fullmatch(text)):
        return 2 if below is not None and _may_be_caption(below) else 1
    if below is not None and is_agency(text) and is_picture_credit(below.text):
        return 2
    is_above_page = below is not None and is_boilerplate(below.text)
    if is_picture_credit(text) or (is_above_page and _is_sentence_of_agency(text)) or _is_doubled(text):
        return 1
    if below is not None and _is_credited(text, known):
        return 1
    is_twice = below is not None and key_of(text) == key_of(below.text)
    return 2 if is_twice and lines[at].words >= _LEAST_TWICE and _may_be_caption(lines[at]) and ":" not in text else 0


def _is_doubled(text: str) -> bool:
    """Whether a line says the same twice: a picture's text and its caption, run together by copying."""
    words = text.split()
    half = len(words) // 2
    return half > 1 and words[:half] == words[half:]


def _may_be_caption(line: Line) -> bool:
    return line.words <= _LONGEST and not ends_sentence(line.text) and not any(map(str.isdigit, line.text))


def is_picture_credit(text: str) -> bool:
    """Whether a line says of what kind or whose a picture is, and nothing else: «صورة أرشيفية», "Image source, AFP"."""
    return _OF_ARCHIVE.fullmatch(key_of(text)) is not None or _CREDIT.fullmatch(text) is not None


def find_captions(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines within a body that credit a picture, or are the word for a caption and that below it."""
    credits = {at for at, line in enumerate(lines) if is_picture_credit(line.text)}
    labels = {at for at, line in enumerate(lines[:-1]) if _CAPTION_BELOW.fullmatch(line.text)}
    return frozenset(credits | labels | {at + 1 for at in labels if lines[at + 1].words <= _LONGEST})


def _is_credited(text: str, known: Known) -> bool:
    """Whether a line ends with the owner of a picture or whoever took it: in brackets, behind a bar, ©, or a word."""
    if _TAKEN_BY.search(text, 3):
        return True
    found = _CREDITED.fullmatch(text.rstrip("."))
    if found is None:
        return False
    words = len(found["caption"].split())
    if found["owner"] or (words >= _LEAST_CREDITED and _is_surely_credited(found["caption"], found["credit"], known)):
        return True
    if not _LEAST_CREDITED <= words <= _MOST_CREDITED or ends_sentence(found["caption"]):
        return False  # a dateline, or a sentence of the text with its source
    if found["note"]:
        is_latin = is_arabic(found["caption"]) and _CAPITALS.fullmatch(found["note"]) is not None
        return is_latin or _OWNERS.fullmatch(key_of(found["note"])) is not None
    return all(_may_own(name, known) for name in _LIST.split(_ARCHIVE_OF.sub("", found["credit"])))


def _is_sentence_of_agency(text: str) -> bool:
    """Whether a short line has its agency in brackets behind its stop: above what is the page's, a caption."""
    found = _CREDITED.fullmatch(text.rstrip("."))
    if found is None or not found["credit"]:
        return False
    return _LEAST_CREDITED <= len(found["caption"].split()) <= _LONGEST_SENTENCE and is_agency(found["credit"])


def _has_initials(credit: str) -> bool:
    """Whether a credit is the initials of an outlet with a person's name: (BCT/Jane Doe)."""
    initials, slash, name = credit.partition("/")
    return bool(slash) and _INITIALS.fullmatch(initials) is not None and is_unlabelled_byline(name.strip())


def _is_surely_credited(caption: str, credit: str | None, known: Known) -> bool:
    """Whether the words in brackets behind a caption are of a picture, however many words it has."""
    if credit is None:
        return False
    return _is_of_archive(credit, known) or (_has_initials(credit) and not ends_sentence(caption))


def _is_of_archive(credit: str, known: Known) -> bool:
    """Whether a credit says that a picture is an old one, and whose: no text is credited so."""
    owner = _ARCHIVE_OF.sub("", credit)
    return owner != credit and all(_may_own(name, known) for name in _LIST.split(owner))


def _may_own(name: str, known: Known) -> bool:
    if is_agency(name) or is_outlet_like(name) or key_of(name) in known.outlets or is_unlabelled_byline(name):
        return True
    return _OWNERS.fullmatch(key_of(name)) is not None
