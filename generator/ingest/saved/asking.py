"""Boxes in which a page asks its reader for something before it tells anything: to consent to cookies, to subscribe.

They may hold more text than a short article does. Told by what their elements are called and what they say, both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.marks import own_names
from generator.ingest.saved.segments import Segment

_DIALOGS = frozenset({"dialog", "alertdialog"})
# What managers of consent call their boxes: Quantcast, OneTrust, Didomi, Sourcepoint, Usercentrics, TrustArc, Google's.
_CONSENT = re.compile(
    r"cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|(?:^|[\s_-])(?:cmp|qc-cmp2?|sp_message|cky|cmplz)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OF_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpartners\b|personal data|\bprivacy\b|\btracking\b|\bpreferences\b|\bprocessing\b|"
    r"ملفات تعريف الارتباط|الكوكيز|سياسة الخصوصية|بياناتك|تفضيلاتك",
    re.IGNORECASE,
)
_WALL = re.compile(r"(?:^|[\s_-])(?:pay|reg(?:istration)?|subscri(?:ption|ber|be))-?_?(?:wall|gate|offer|prompt)", re.I)
_OF_WALL = re.compile(
    r"subscri|\blog ?in\b|\bsign (?:in|up)\b|\bregister\b|\baccess\b|\btrial\b|\bcancel\b|\boffers?\b|(?:per|a) month|"
    r"monthly|yearly|(?:continue|keep) reading|\bmembers?(?:hip)?\b|اشترك|مشترك|تسجيل الدخول|الاشتراك",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"subscri|\blog ?in\b|\bsign (?:in|up)\b|\bregister\b|(?:continue|keep) reading|اشترك|تسجيل الدخول", re.I
)
# With these words a box begins that is a wall by nothing else: programs have made its names into noise.
_WALL_HEAD = re.compile(
    r"\W*(?:(?:هذا|هذه) (?:المحتوى|المقالة?|المادة|الخبر|التقرير) (?:(?:متاحة?|مخصصة?|حصرية?) )?(?:فقط )?"
    r"للمشتركين(?: فقط)?|للمشتركين فقط|this (?:article|story|content|post) is (?:only )?"
    r"(?:for|available to|reserved for) (?:paid |paying )?(?:subscribers|members)(?: only)?|"
    r"(?:subscribers|members) only)\W*",
    re.IGNORECASE,
)
# What readers without a subscription see instead of the text
# (https://amp.dev/documentation/components/amp-subscriptions).
_FOR_OTHERS = frozenset({"content-not-granted", "actions", "loading"})
_PROSE = 40
_LONGEST_WALL = 900
_BOXES = frozenset({"div", "section", "aside", "dialog", "form"})


def asking_boxes(within: Mapping[HtmlElement, Sequence[Segment]], title: str) -> Iterator[Sequence[Segment]]:
    """The text of each box that asks, by what is `within` the elements of a page. None of them holds a title (its key
    is `title`), or a paragraph that is about something else."""
    for element, inner in within.items():
        names = own_names(element)
        if tag_of(element) not in _BOXES or _heads(inner, title):
            continue
        is_dialog = (element.get("role") or "").lower() in _DIALOGS
        is_consent = (is_dialog or _CONSENT.search(names)) and _is_about(inner, _OF_CONSENT)
        is_wall = _WALL.search(names) or _WALL_HEAD.fullmatch(inner[0].text)
        if is_consent or element.get("subscriptions-section") in _FOR_OTHERS or (is_wall and _is_wall(inner)):
            yield inner


def _heads(inner: Sequence[Segment], title: str) -> bool:
    """Whether the title of the article, or a heading of the first order, stands in these segments."""
    return any((title and each.key == title) or tag_of(each.block) == "h1" for each in inner)


def _is_about(inner: Sequence[Segment], what: re.Pattern[str]) -> bool:
    """Whether these segments speak of something, each of their paragraphs."""
    prose = [each for each in inner if len(each.key) >= _PROSE]
    return bool(prose or inner) and all(what.search(each.text) for each in prose or inner[:1])


def _is_wall(inner: Sequence[Segment]) -> bool:
    """Whether these segments offer a subscription and tell nothing; some sites call so what stands behind the wall."""
    letters = sum(len(each.key) for each in inner)
    asks = any(_ASKS.search(each.text) for each in inner)
    return asks and letters <= _LONGEST_WALL and _is_about(inner, _OF_WALL)
