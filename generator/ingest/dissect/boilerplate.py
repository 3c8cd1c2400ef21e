"""Lines that belong to the page and not to the article: sharing, following, printing, rights, advertising.

They are moved to the article's `removed`, word for word; a line counts only when the whole of it is such a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.ingest.dissect.boilerplate_forms import FORMS, NETWORK
from generator.ingest.dissect.cues import ends_list
from generator.ingest.dissect.formulas import LONGEST_FORMULA, is_formula
from generator.ingest.dissect.invitations import is_invitation
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import is_masthead_like, is_outlet_like
from generator.ingest.dissect.page_notes import is_page_note

# What counts the articles of a digest; the articles of a law are counted so, too.
_ITEM = re.compile(
    "(?:ال)?(?:خبر|مقال|تقرير|موضوع|ماده) "
    "(?:رقم [0-9]{1,2}|ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[هي]?)|"
    "document [0-9]{1,4} of [0-9]{1,4}|"
    "(?:article|story|item) (?:no )?(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
)


def _any_of(forms: Sequence[str], rest: str) -> re.Pattern[str]:
    """The forms as one pattern, with `rest` for what may follow."""
    return re.compile("|".join(f"(?:{re.sub('~([0-9]+)', rest, form)})" for form in forms))


_WHOLE = _any_of(FORMS, r"(?: .{0,\1})?")
# The same without what may follow: what a sentence must be that has its stop, or else say where it leads to.
_CLOSED = _any_of(FORMS, "")
_STOP = re.compile(r"[.!؟?]['\"”’»)\]]*$")
_LEADS = re.compile(
    rf"(?<!\w){NETWORK}(?!\w)|(?:صفحت|قنات|حساب|حسابات|نشرت|تطبيق|موقع)نا(?!\w)|النشره|newsletter|@|"
    r"https?:|www\.|\bour (?:app|page|channel|site|website|account)\b|app store|google play|©|[0-9]{4}|"
    r"subscribers?\b|للمشتركين|"
    r"المصدر|(?<!\w)(?:ل|ل?ال)?(?:صحيفه|جريده|موقع|وكاله|شبكه|مءسسه|شركه|قناه|مجله|بوابه)(?!\w)"
)
_NO_NETWORK = re.compile(r"(?<!\w)(?:x|mail|print|email|e-mail|pdf|بريد|ايميل|طباعه|اكس)(?!\w)")
_POLL = re.compile(
    "(?:استطلاع(?: راي| القراء)?|تصويت|صوت|شارك في (?:الاستطلاع|التصويت)|poll|vote|quick poll|reader poll)\\b"
)
# A page that hides its addresses from robots (Cloudflare's) shows these words instead.
_HIDDEN_ADDRESS = re.compile(r"(?:contact|e-?mail)?\W*\[email\W*protected\]\W*", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"\s*<?[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+>?\s*")
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\)\s)", re.IGNORECASE)
# Signs of the page without words: letters that change the size of the type, a page's number, a link to a channel.
_PAGE_SIGNS = re.compile(
    r"(?=.?[+\-\s]|..[+\-\s])(?:[+\-]?[AaعT][+\-]?[|/\s]*){2,5}|[-–—]\s?[0-9٠-٩]{1,3}\s?[-–—]|"
    r"(?:https?://)?(?:t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|(?:www\.)?whatsapp\.com)/\S+|"
    r"[A-Z][A-Z\-]{1,15}(?: [A-Z][A-Z\-]{1,15}){0,3}/[0-9]{3,4} ?(?:GMT|UTC)|"
    # A wire's code or slug above an item, the close of an item with its desk's initials, a message's time and sender.
    r"[A-Z][A-Z\-]{2,30}/(?:[A-Z0-9 \-]{0,30})|"
    r"(?:[A-Z]{2,4}-){0,2}[A-Z]{2,4}--[A-Z][\w'’. \-]{2,40}(?:, ?[\w\-. ]{3,25}){0,3}, ?[0-9]{2,5}|"
    r"[A-Z]{2,4}-[A-Z]{2,4}-[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{4}(?:GMT|UTC|E[SD]T)|"
    r"[^\W\d]{2,6} [0-9]{4} (?:جمت|GMT|gmt) [0-9/]{8,10}|"
    r"[^\W\d]{2,6}[0-9]{6}(?:\s(?:جمت|GMT|gmt)(?:\s\S{2,9}){0,3})?|[^\W\d]{2,6}[0-9]{3,5}(?:\s\S+){0,3}\s\S{1,12}/\S{1,12}|"
    r"\((?:النهاية|انتهى|نهاية|[Ee]nds?|END)\)(?:\s[\w ./]{1,24})?|//\w{2,10}//(?:\s[\w.]{1,5}){0,2}|"
    r"[0-9]{1,2}:[0-9]{2}\s?ت\s?مـ?(?:\s.{1,12})?|0[0-9]{3}|"
    r"انتهى\s?[*/]{1,3}\s?[0-9]{3,5}[*/\s]{0,4}|(?:النص|نص (?:الخبر|المقال|التقرير)|[Ff]ull text|Text)\s?:|"
    r"\[[0-9٠-٩/.\-]{6,10},?،? [0-9٠-٩:]{4,8}(?:\s?[\w.]{1,4})?\] [^:]{1,40}:|"
    # The way down to a page.
    r"[^\W\d][^>›:]{1,40}(?:\s[>›]\s[^>›:]{2,60}){2,5}|"
    # A name in a network alone on its line; how often a message was seen, and when it was sent.
    r"@[A-Za-z]\w{3,31}|(?:👁\ufe0f?\s*)[0-9][0-9.,]*[KkMm]?(?:\s+[0-9]{1,2}:[0-9]{2})?|"
    r"[0-9][0-9.,]*[KkMm]\s+[0-9]{1,2}:[0-9]{2}|"
    # What stands around an article of the agency, in the words for readers who listen.
    r"Our Standards: .{3,60}?(?:,? opens (?:in a )?new (?:tab|window))?|"
    r"Article information|(?:Role|Reporting from), .{2,80}|"
    r"[^.]{3,40}['’]s profile picture|Verified [A-Z][\w ]{2,40} Badge|"
    r"(?:HEARD ON|Heard on) [A-Z][\w ]{3,40}|[0-9]{1,2}-Minute Listen|Comment on this story|"
    r"ت \+ ت - الحجم الطبيعي|"
    r"(?:قصص مقترحة|الأكثر قراءة|مواضيع قد تهمك|مقالات ذات صلة) نهاية|"
    r"BBC Mon(?: [A-Z]{1,3}[0-9]?[A-Za-z]{0,6}){1,8} [a-z]{1,3}(?:/[a-z]{1,3})+"
)
LONGEST = 220
_LONGEST_ITEM_NAME = 30


@lru_cache(maxsize=4096)
def is_boilerplate(text: str) -> bool:
    """Whether the whole line `text` belongs to the page and not to the article."""
    if len(text) > LONGEST:
        return len(text) <= LONGEST_FORMULA and is_formula(text)
    if _MAIL_ADDRESS.fullmatch(text) or _HIDDEN_ADDRESS.fullmatch(text) or is_formula(text):
        return True
    if is_invitation(text) or (_COPYRIGHT.match(text) and len(text) <= 140) or _PAGE_SIGNS.fullmatch(text.strip()):
        return True
    if ends_list(text) or is_page_note(text):
        return True
    key = key_of(text)
    if not key or _WHOLE.fullmatch(key) is None:
        return False
    return not _STOP.search(text) or _CLOSED.fullmatch(key) is not None or _leads_on(key)


def _leads_on(key: str) -> bool:
    """Whether a sentence names where a page wants its readers to go, or whose rights it speaks of."""
    return _LEADS.search(_NO_NETWORK.sub(" ", key)) is not None or is_masthead_like(key) or is_outlet_like(key)


def read_poll(lines: Sequence[Line]) -> int:
    """How many lines at the end of `lines` are a reader's poll: its question with two to eight short answers."""
    for height in range(3, min(9, len(lines)) + 1):
        question, *answers = lines[-height:]
        if question.text.count("؟") + question.text.count("?") == 1 and _POLL.match(key_of(question.text)):
            return height if all(answer.words <= 5 for answer in answers) else 0
    return 0


def is_item_name(text: str) -> bool:
    """Whether `text` only counts articles (`Story 3`, «الخبر الثالث»): of a digest, it stands above a title; of a law,
    above its text."""
    return len(text) <= _LONGEST_ITEM_NAME and _ITEM.fullmatch(key_of(text)) is not None
