"""What a credit of a picture looks like, alone on a line or behind a caption: `Jane Doe / Getty Images`, `(Credit: Jane
Doe/The Courier)`, «(الصورة: أ ف ب)», «صورة أرشيفية».

Some forms credit a picture wherever they stand on a copied page, others only where captions do, above a text. Not for
which lines are captions (`caption_lines`), nor for who took the pictures of an article as a whole, which a label of its
head says (`labels`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, key_of
from generator.ingest.dissect.names import is_agency, is_outlet_like, is_unlabelled_byline
from generator.text.arabic import is_arabic

_OF_PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|credits?)"
_LIBRARY = (
    r"(?:Getty(?: Images)?(?:/\w+)?|Corbis(?: Images)?|Shutterstock|Alamy|iStock\w*|Flickr|Rex(?: Features)?|"
    r"Magnum(?: Photos)?|Thinkstock|Wirepix|AP Photos?|Icon SMI|PA (?:Wire|Images|Archive))"
)
_ARABIC = r"(?:ال)?(?:صورة|صور|تصوير|عدسة|مصدر الصورة|صورة من)"
# Of a picture wherever it stands.
_ALONE = re.compile(
    rf"[(\[]?(?i:{_OF_PICTURE}(?: (?:credit|source|courtesy|by))?)\s?:\s?[A-Z@][^:!?]{{1,60}}[)\]]?|"
    rf"(?i:(?:photo(?:graph)?s?|illustrations?|graphics?) by) [A-Z][\w.'’-]*(?: [\w.'’-]+){{0,4}}|"
    rf"[^/|.!?]{{2,50}}(?:\s?[/|]\s?[^/|.!?]{{2,40}}){{0,2}}(?:\s?[/|,]\s?| via ){_LIBRARY}|"
    rf"{_LIBRARY}(?:/[\w .'’-]{{2,40}})?|"
    r"(?!By )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} for (?:NPR|CNN|BBC|KFF|[Tt]he [A-Z]\w+(?: [A-Z]\w+){1,3})|ح ?\. ?م|"
    r"[(\[][A-Z][\w.’' -]{2,30}/[A-Z][\w.’' /-]{2,40}[)\]]|"
    r"[(\[][^()\[\]]{2,40} (?i:photos?|photography|images)[)\]]|Courtesy [A-Z][A-Z0-9]\S*(?: \S+)?|"
    rf"[(\[]?{_ARABIC}\s?:\s?[^:.؟!]{{2,40}}[)\]]?|[(\[]?(?:صورة (?:أرشيفية|ارشيفية|تعبيرية|من الأرشيف)|أرشيفية)[)\]]?"
)
_BEHIND_CAPTION = re.compile(
    rf"[(\[](?i:{_OF_PICTURE})\s?:\s?[^()\[\]]{{2,50}}[)\]]$|"
    r"(?<=[\s.])(?:Photo|Photograph|Picture|Image|Credit)s?:\s[^:.!?]{2,40}$|"
    r"[(\[](?:(?:AP|AFP|EPA|Reuters|Getty) )?(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?\b[^()\[\]]{0,50}[)\]]\.?$|"
    r"\[[^\[\]/]{3,30}/[^\[\]]{2,40}\]$|"
    r"(?:\bREUTERS|(?<=[.,] )(?:AFP|AP|EPA|GETTY))/[A-Z][\w .’'-]{2,30}"
    r"(?:/(?:[Ff]ile [Pp]hoto|Files?|Handout|Pool|Illustration))?(?: Purchase Licensing Rights)?(?:,? opens new tab)?$|"
    rf"\.\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}/(?:{_LIBRARY}|AP|AFP|EPA|Reuters)$|"
    r"(?:\s[-–—]\s?|[(\[])(?:[Pp]hoto )?[Cc]ourtesy (?:of )?[^.()]{3,60}[)\]]?$|"
    r"[(\[][A-Z][\w .&’'-]{2,30}: [A-Z][\w .’'-]{3,30}[)\]]$|صورة:\s[^:.؟!()]{2,40}/[^:.؟!()]{2,30}$|"
    r"\.\s?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2} for [A-Z][\w ]{2,30}$|"
    r"Credit(?:\.{3}|…) ?[A-Z][^!?]{2,60}$|"
    r"(?:[—–-]|\.) ?[A-Z][\w .’'-]{2,40}(?:/[A-Z][\w ]{1,20})? via (?:AFP|AP|Getty(?: Images)?|Reuters|Shutterstock)$|"
    r"[—–] (?:Photo|Image)s? (?:by|courtesy)\b[^.]{2,30}$|"
    r"\.\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3} / [A-Z][\w ]{2,30}$|(?<=[a-z.] )©\s?[A-Z][^.©]{2,40}$|"
    rf"\|\s?(?:AP Photo|{_LIBRARY})(?: Close)?$|(?<=[\s.])[(\[]?{_ARABIC}\s?:\s?[^:.؟!()]{{2,40}}[)\]]?$"
)
# Of a picture in any text, with markup too: they are among the phrases of pages (`boilerplate_forms`). Folded.
CREDITS_OF_PAGES = (
    "getty images|afp via getty(?: images)?|shutterstock|istock|alamy|(?:image|photo) source,? .{2,40}|"
    "(?:image|photo|picture) credits?:? .{2,40}"
)
# Of a picture where captions stand.
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
_CREDITED = re.compile(
    r"(?P<caption>.{8,}?)\s*(?:[(\[](?P<credit>[^()\[\]]{2,60})[)\]]|"
    r"(?:\s[-–—|/]\s?|(?<=[ء-ي])- )(?P<note>[^-–—|/()\[\]]{3,30})|©\s?(?P<owner>.{2,60}))"
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
_TAKEN_BY = re.compile(
    r"[.،] ?(?:تصوير|عدسة) [^.،:]{3,30}\.?$|"
    r"(?:صورة من|تصوير|عدسة|Photo(?:graph)?(?: by| [Cc]redit)?|Picture(?: by)?|Image credit)\s?:\s?\S"
)
_LIST = re.compile(r"\s*[/،,+&|]\s*|\s[-–—]\s|\s+via\s+|\s+عبر\s+")
_LONGEST_ALONE, _LONGEST_CAPTION = 10, 60  # words
_LEAST_CREDITED, _MOST_CREDITED, _LONGEST_SENTENCE = 3, 14, 20  # words


def is_photo_credit(line: Line) -> bool:
    """Whether the whole of a line credits a picture."""
    return line.words <= _LONGEST_ALONE and _ALONE.fullmatch(line.text.strip()) is not None


def ends_with_photo_credit(line: Line) -> bool:
    """Whether a caption ends with a credit of its picture."""
    return line.words <= _LONGEST_CAPTION and _BEHIND_CAPTION.search(line.text.strip()) is not None


def is_picture_credit(text: str) -> bool:
    """Whether a line says of what kind or whose a picture is, and nothing else: «صورة أرشيفية», "Image source, AFP"."""
    return _OF_ARCHIVE.fullmatch(key_of(text)) is not None or _CREDIT.fullmatch(text) is not None


def may_end_with_credit(text: str, known: Known) -> bool:
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


def is_sentence_of_agency(text: str) -> bool:
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
