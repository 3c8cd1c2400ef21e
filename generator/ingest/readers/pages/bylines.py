"""Names of people in bylines and fields of a page: the label off, the rest of the line off, the single names apart.

Not for names in running text, nor for which field is to be trusted (`authors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.english_names import GIVEN_NAMES_EN
from generator.ingest.dissect.known import NOTHING
from generator.ingest.dissect.label_values import PEOPLE
from generator.ingest.dissect.label_words import CLOSED, OPEN
from generator.ingest.dissect.labels import Zone, read_field
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import ROLES
from generator.ingest.dissect.names import (
    begins_with_given_name,
    is_agency,
    is_desk,
    is_outlet_like,
    is_person_like,
    split_names,
    without_address,
    without_title,
)
from generator.ingest.dissect.place_names import is_place
from generator.ingest.readers.pages.sites import Site
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from generator.text.word_sets import word_set

LONGEST_NAME = 60
_MOST_NAMES = 12
_BY = re.compile(
    r"^(?:by|(?:written|posted|submitted|published|exclusive) by|from|par|von|"
    r"بواسطة|بقلم|كتبت?|الكاتبة?|المحررة?)\b\s*[:：/-]?\s*",
    re.IGNORECASE,
)
# What follows the names on the line of a byline: a day, a time, a place, a separator, another label.
_END = re.compile(
    r"\s*(?:[|•·]|\s[-–—]\s|\s[/]\s(?=[^/]{0,14}[\d٠-٩])|[<\[(]|\d|[٠-٩]|;|؛|\b(?:in|at|for|on|from|with|via|updated|published|posted)\b(?=\s)|"
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?\s+\d|"
    r"(?<!\w)(?:يناير|فبراير|مارس|[أإا]بريل|مايو|يوني[وه]|يولي[وه]|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|"
    r"نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول|تشرين)(?:\s+(?:الأول|الثاني))?[,،]?\s+\d|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"(?:يوم\s+)?(?<!\w)(?:السبت|ال[أا]حد|الاثنين|الإثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)(?!\w)|"
    r"(?<!\w)(?:تصوير|نشر|بتاريخ|آخر تحديث|منذ|قبل|من|في|لـ)(?!\w))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\.(?:com|net|org|info|news|tv)\b|[0-9٠-٩<>{}\[\]=_#]|developed by|powered by|designed by|"
    r"all rights|^(?:super user|host|root)$|"
    r"\b(?:admin|administrator|staff|editor|webmaster|wires?|web\s?desk|desk|newsroom|team|correspondents?|editorial)\b|"
    r"\bguest (?:author|post|contributor|writer)\b|صحيفة|وكالة|قناة|بوابة|موقع|شبكة|نيوز|جريدة|مجلة|تحرير|محرر|مراسلون|"
    r"(?<!\w)(?:ادمن|أدمن|مدير الموقع|إدارة|الإدارة|وكالات|متابعات|خاص|غير معروف|مجهول)(?!\w)|"
    r"(?<!\w)(?:ال)?[أاإ]خبار(?:ي|ية)?(?!\w)|"
    r"^(?:unknown|anonymous|undefined|null|none|guest|user|default|contributor|author|n/a|ال\w+)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:office|department|ministry|secretariat|directorate|division) of\b|"
    r"^(?:the )?(?:embassy|consulate|ministry)\b|"
    r"\b(?:embassy|council|university|institute|foundation|association|committee|authority|agency)$|"
    r"\bmedia(?: (?:group|network|partners|company))?$|\b(?:broadcasting|newspapers|publications|publishing)"
    r"(?: (?:group|company|corporation|service))?$",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"[\w)],? (?:Inc|Ltd|LLC|LLP|PLC|Corp|GmbH|S\.A|N\.V|Pty)\.?$")
_PLACE = re.compile(r"\s+[-–—|•]\s+|[:：]\s+|(?<=[\u0621-\u064a])\s?/\s+")
_PIECE = re.compile(r"\s+[-–—|•]\s+")
# What people are, where it stands behind a name: `Jane Doe, Chief Analyst`, «سامر ديب، أستاذ جامعي».
_POSTS = ROLES | word_set(
    "analyst editor chief director professor fellow producer photographer critic expert head lecturer author historian "
    "economist lawyer activist diplomat ambassador phd md mba msc jr sr esq senior associate deputy "
    "استاذ استاذه رءيس مدير وزير سفير ناشط ناشطه محام مصور خبير موءرخ اقتصادي عضو"
)
_PARTICLES = word_set(
    "de la le du des del della di da do dos das den der van von zu ter ten bin bint ibn al el ben y e i"
)
_NO_FIRST = word_set("a an the this that all any our your us it to of")  # "Report an error" names nobody
_NO_LAST = word_set("a an the of our your")  # "Letters to the", of which the editor was taken for a role
_BEHALF = re.compile(r"\s(?:for|in|at|from|via|reports?)\s.*$")  # `Jane Doe for The Bay Courier`
# The initials of the desk behind whoever wrote: «رنا الطويل/ ط.أ».
_DESK = re.compile(r"(?<=[\u0621-\u064a]{3})\s?/\s?(?:[\u0621-\u064a]{1,2}\s?[.،]?\s?){1,4}$")
_FROM = re.compile(
    r"from (?P<name>[^\W\d][^,;:|]{4,40}) in [A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?\.?", re.IGNORECASE
)
_COURTESY = re.compile(r"^(?:by|with|and|و)\s+", re.IGNORECASE)


def names_in(text: str, site: Site) -> Iterator[str]:
    """The names of people in a field's text, such as `By Jane Doe and John Roe, Staff Writers`."""
    text = _without_outlet(without_address(_BY.sub("", text.strip(), count=1)), site)
    if _COMPANY.search(text):
        return
    for index, name in enumerate(split_names(text)[:_MOST_NAMES]):
        found = bare_name(name)
        if found and is_person(found, site) and not (index and _is_role(name)):
            yield found


def _without_outlet(text: str, site: Site) -> str:
    """A field without the outlet or the place before a name in it: «هسبريس - رشيد بيجيكن», «عمّان – سامي الحسن»."""
    pieces = [piece for piece in _PIECE.split(text) if piece]
    if len(pieces) != 2 or not is_arabic(pieces[1]) or len(pieces[1].split()) < 2:
        return text
    before, name = pieces
    is_of_place = is_place(before, NOTHING) and begins_with_given_name(name) and not begins_with_given_name(before)
    return name if is_of_place or is_outlet_like(before) or site.is_called(before) else text


def bare_name(name: str) -> str:
    """A name without what stands around it: quotation marks, an agency in brackets, a role before or after it."""
    name = _DESK.sub("", _BEHALF.sub("", re.sub(r"\s*[(\[][^)\]]*[)\]]\s*$", "", name.strip())))
    name = _COURTESY.sub("", name).strip(" \"'“”«»‘’,،;؛:|/*•–—-")
    words = name.split()
    while len(words) > 2 and key_of(words[-1]) in ROLES and not is_arabic(words[-1]):
        words.pop()
    return " ".join(words)


def is_person(name: str, site: Site) -> bool:
    """Whether a field's value is the name of a person, and not the site's, an outlet's, a desk's or a program's."""
    words = without_title(name).split()
    if not 1 <= len(words) <= 6 or len(name) < 3 or len(name) > LONGEST_NAME or _NO_NAME.search(name):
        return False
    if _OFFICE.search(name) or words[-1].lower() in _NO_LAST:
        return False
    if len(words) == 1 and name.isupper() and len(name) <= 5 and not is_arabic(name):
        return False  # an outlet by its letters
    if site.is_named(name) or any(map(is_agency, _PIECE.split(name))) or is_outlet_like(name) or is_desk(name):
        return False
    if key_of(name) in CLOSED or all(key_of(word) in ROLES for word in words) or read_cue(name) is not None:
        return False
    return _has_form_of_name(name, words)


def _has_form_of_name(name: str, words: list[str]) -> bool:
    """Whether a name has the form of one; nicknames in quotation marks and small words within it are allowed, and so
    is a name that the site writes in small letters throughout."""
    if name.islower():
        return len(words) > 1 and not _NO_FIRST.intersection(words) and name.replace(" ", "").isalpha()
    if not is_arabic(name):
        name = re.sub(r"[\"“”«»‘’]", "", name)
        inner = [word for word in words[1:-1] if word not in _PARTICLES]
        name = " ".join([name.split()[0], *(word.strip('"“”«»‘’') for word in inner), *name.split()[1:][-1:]])
    return is_person_like(name)


def read_byline(text: str, site: Site) -> tuple[Label, tuple[str, ...]] | None:
    """What a byline's label is, and the names behind it; None where a line is no byline. Names may be missing, where
    they stand on the next line."""
    text = without_address(text)
    if sender := _FROM.fullmatch(text):
        return (Label.AUTHOR, (sender["name"],)) if _is_sender(sender["name"], site) else None
    pieces = [text, *_PIECE.split(text)[1:]]  # «القاهرة - كتب محمد علي»
    found = next((label for label in map(_label_of, pieces) if label is not None), None)
    if found is None:
        return None
    label, rest, closed = found
    if not rest:
        return label, ()
    rest = _until_end(rest)
    names = _people_listed(rest)
    people = tuple(name for name in names if is_person(name, site))
    roles = [name for name in names if name and name not in people and not _is_role(name)]
    if not people or len(rest) > 120 or (roles and not closed and not any(map(site.is_named, roles))):
        return None
    if not closed and not _opens(text, rest) and is_arabic(rest) and not begins_with_given_name(people[0]):
        return None  # «تغطية مباشرة ليوم الاقتراع»
    return label, people


def _is_sender(name: str, site: Site) -> bool:
    """Whether a name behind `From` is one of a person by its form and its first name: `From Jane Doe in Cairo`."""
    first, *others = name.lower().split()
    return 1 <= len(others) <= 3 and first in GIVEN_NAMES_EN and is_person(name, site)


def names_of_line(text: str, site: Site) -> tuple[str, ...]:
    """The names on a line that a label before it, or the class of its element, says to be a byline."""
    text = without_address(text)
    if _names_others(text):
        return ()
    text = _BY.sub("", text.strip(), count=1)
    pieces = [piece for piece in _PLACE.split(text) if is_person(bare_name(piece), site) and len(piece.split()) > 1]
    if len(pieces) > 1:  # «رام الله – أحمد سالم»
        pieces = [piece for piece in pieces if is_arabic(piece) and begins_with_given_name(bare_name(piece))]
    if len(pieces) == 1:  # «القاهرة - محمد علي»
        several = _people_listed(pieces[0])
        people = tuple(name for name in several if is_person(name, site) and len(name.split()) > 1)
        return several if all(is_person(name, site) for name in several) else people or (bare_name(pieces[0]),)
    rest = _until_end(text)
    names = _people_listed(rest)
    people = tuple(name for name in names if is_person(name, site))
    return people if len(rest) <= 160 and len(people) == len([n for n in names if n and not _is_role(n)]) else ()


def _names_others(text: str) -> bool:
    """Whether a line names whoever took the pictures, and the like: «تصوير: سامي وهيب»."""
    field = read_field(text, Zone.HEAD)
    return field is not None and field.label in (Label.ASIDE, Label.TRANSLATOR, Label.EDITOR)


def _people_listed(text: str) -> tuple[str, ...]:
    """The names of a list, without the offices behind them: `Jane Doe, Staff Writer`, `Jane Doe/Courier Writer`."""
    return tuple(bare_name(name) for at, name in enumerate(split_names(text)) if not (at and _is_role(name)))


def _until_end(text: str) -> str:
    """The part of a byline before what is no name; a weekday or place may stand directly behind one."""
    end = next((found.start() for found in _END.finditer(text) if found.start() > 0), len(text))
    return text[:end].strip(" :,،-–—|/")


def _opens(text: str, rest: str) -> bool:
    """Whether the label before `rest` is one that names may follow with nothing between."""
    key = key_of(text.partition(rest)[0])
    return key in OPEN or key in _SENT


def _is_role(name: str) -> bool:
    words = key_of(name).split()
    if is_desk(name) or is_outlet_like(name) or _OFFICE.search(name) or not words:
        return True
    return words[0] in _POSTS or words[-1] in _POSTS


def _label_of(text: str) -> tuple[Label, str, bool] | None:
    """The label at the start of a line (of up to four words), the rest, and whether a colon or slash closes it."""
    words = list(re.finditer(r"[^\s:：/|]+", text[:80]))[:5]
    for word in reversed(words):
        key = key_of(text[: word.end()])
        label = _LABELS.get(key)
        if label is None:
            continue
        rest = text[word.end() :]
        mark = re.match(r"\s*(?:[:：/|•]|[-–—](?=\s))\s*", rest)
        if mark is None and key in _NOUNS | ROLES:
            return None  # «كاتب لبناني» says what somebody is, "Story Highlights" what stands below
        if mark is None and rest and not rest[0].isspace():
            return None
        return label, rest[mark.end() if mark else 0 :].strip(), mark is not None
    return None


_NOUNS = frozenset({"story", "words"})  # labels only before a colon or the like
# What systems write before the name of whoever put an article into them.
_SENT = frozenset({"submitted by", "posted by", "نشرها", "نشره", "كتب بواسطه", "كتبها بواسطه", "ارسلت بواسطه"})
_LABELS = dict.fromkeys(_SENT, Label.AUTHOR) | {
    key: label for key, label in CLOSED.items() if label in PEOPLE and key not in ("رصد", "from")
}
