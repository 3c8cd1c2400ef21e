"""The table of what stands in a publisher's file, content/vocabulary/publishers/<id>.yml; docs/publishers.md tells it
to people. Not for what two publishers may not both claim (`publishers`)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cssselect import HTMLTranslator, SelectorError

from generator.model.dates import Months
from generator.model.language import Language
from generator.model.publisher import DateOrder, Follow, Label, MonthNames
from generator.model.vocabulary import Taxonomy
from generator.store.front_matter import Field, Kind
from generator.store.vocabulary_fields import EDITOR, VocabularyFile, in_both
from generator.text.arabic import tokens
from generator.text.hosts import read_site
from generator.text.slugs import safe_slug

_LONGEST_SELECTOR = 300
_MOST_LABEL_WORDS = 8
_ZONE = re.compile(r"(?!posix/|right/|Etc/GMT)[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+|UTC", re.ASCII)
_SITE = "a host, with its path where only a part of it is meant: example.org, example.org/arabic"
_SELECTOR = "a CSS selector such as h1.entry-title"
_ADDRESS = "a web address that begins with https:// or http://"


def is_zone(text: str) -> bool:
    """Whether `text` names a time zone of the IANA database by a place (`Africa/Cairo`), or UTC."""
    if not _ZONE.fullmatch(text):
        return False
    try:
        ZoneInfo(text)
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        return False
    except KeyError:
        return False
    return True


def is_selector(text: str) -> bool:
    """Whether `text` is a CSS selector that can select elements: no `::before`, no unknown pseudo-class."""
    if not text.strip() or len(text) > _LONGEST_SELECTOR:
        return False
    try:
        HTMLTranslator().css_to_xpath(text)
    except (SelectorError, RecursionError):
        return False
    return True


def is_polled_address(text: str) -> bool:
    """Whether `text` is an address that can be asked for: http or https, a host, no name and password in it."""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    plain = not re.search(r"[\s\x00-\x1f\x7f\\]", text) and "@" not in parts.netloc
    return named and plain and parts.scheme in ("http", "https")


def _is_publisher_id(text: str) -> bool:
    return safe_slug(text) == text


def _is_site(text: str) -> bool:
    return read_site(text) is not None and "?" not in text and "#" not in text


def _is_folder(text: str) -> bool:
    return not re.search(r"[/\\\x00-\x1f:]", text) and not text.startswith(".") and text == text.strip()


def _is_label(text: str) -> bool:
    return 0 < len(tokens(text)) <= _MOST_LABEL_WORDS and "\n" not in text


def _selectors(name: str, meaning: str, example: str) -> Field:
    return Field(name, Kind.TEXTS, meaning, example, EDITOR, fits=is_selector, form=_SELECTOR, single=True)


SELECTOR_FIELDS = (
    _selectors("title", "The headline.", '["h1.entry-title"]'),
    _selectors("date", "When it was published.", '[".entry-meta time"]'),
    _selectors("body", "The article's text.", '["div.entry-content"]'),
    _selectors("authors", "Who wrote it, one element an author.", '["a[rel=author]"]'),
    _selectors("remove", "What stands in the text and is not part of it.", '["div.related", "aside"]'),
)

_LABEL_MEANINGS = {
    Label.PUBLISHED: ("The words before the day of publication.", '["نُشر يوم"]'),
    Label.UPDATED: ("The words before the day of the last change.", '["جرى تنقيحه"]'),
    Label.SOURCE: ("The words before who published it.", '["عن مراسلي"]'),
    Label.AUTHOR: ("The words before who wrote it.", '["خطّه"]'),
    Label.EDITOR: ("The words before who edited it.", '["نقّحه"]'),
    Label.TRANSLATOR: ("The words before who translated it.", '["نقلته إلى العربية"]'),
    Label.SPECIAL: ("The words that say that it was written for this outlet alone.", '["حصري"]'),
    Label.KEYWORDS: ("The words before tags.", '["محاور"]'),
    Label.SECTION: ("The words before the section.", '["الركن"]'),
    Label.TITLE: ("The words before the headline.", '["الخبر"]'),
    Label.STANDFIRST: ("The words before the summary.", '["في سطور"]'),
    Label.DATELINE: ("The words before the place.", '["من"]'),
    Label.ORIGINAL: ("The words before who published the original.", '["نقلًا عن صحيفة"]'),
    Label.ORIGINAL_TITLE: ("The words before the original's title.", '["عنوانه في الأصل"]'),
    Label.URL: ("The words before the article's address.", '["للنسخ"]'),
    Label.ORIGINAL_URL: ("The words before the original's address.", '["النص الأجنبي"]'),
    Label.ASIDE: ("The words before what is no part of the article.", '["عدد القراء"]'),
    Label.READ_ALSO: ("The words behind which other headlines stand.", '["في السياق ذاته"]'),
}
LABEL_FIELDS = tuple(
    Field(
        kind.value,
        Kind.TEXTS,
        meaning,
        example,
        EDITOR,
        fits=_is_label,
        form="a few words, without the colon",
        single=True,
    )
    for kind, (meaning, example) in _LABEL_MEANINGS.items()
)

# What may change while a publisher stays the same; each version says it anew.
CHANGING_FIELDS = (
    Field(
        "lang",
        Kind.CHOICE,
        "The language it writes in.",
        '"ar"',
        EDITOR,
        choices=tuple(each.value for each in Language),
    ),
    Field(
        "time_zone",
        Kind.TEXT,
        "The time zone of its times of day, by its name in the IANA database.",
        '"Africa/Tripoli"',
        EDITOR,
        fits=is_zone,
        form="the name of a time zone, such as Africa/Cairo, Asia/Riyadh or Europe/London",
    ),
    Field(
        "date_order",
        Kind.CHOICE,
        "In which order it writes dates in digits.",
        '"day-month-year"',
        EDITOR,
        choices=tuple(each.value for each in DateOrder),
    ),
    Field("day_first", Kind.FLAG, "The same in short: whether 02/06 is the second of June.", "true", EDITOR),
    Field(
        "months",
        Kind.CHOICE,
        "The Arabic names of months it uses.",
        '"gulf"',
        EDITOR,
        choices=(*(each.value for each in MonthNames), Months.MOROCCO.value),
    ),
    Field(
        "labels",
        Kind.RECORD,
        "Its own words before the facts of an article.",
        '{published: ["نُشر يوم"]}',
        EDITOR,
        fields=LABEL_FIELDS,
    ),
    Field(
        "selectors",
        Kind.RECORD,
        "Where on its pages an article's parts stand, where the program does not find them by itself.",
        '{body: ["div.entry-content"]}',
        EDITOR,
        fields=SELECTOR_FIELDS,
    ),
    Field("rights", Kind.TEXT, "Under which terms its texts may be used.", '"CC BY 4.0"', EDITOR),
)

FETCH_FIELDS = (
    Field(
        "feeds",
        Kind.TEXTS,
        "Addresses of its feeds (RSS, Atom, JSON Feed) and sitemaps.",
        '["https://example.org/feed"]',
        EDITOR,
        fits=is_polled_address,
        form=_ADDRESS,
        single=True,
    ),
    Field(
        "pages",
        Kind.TEXTS,
        "Addresses of pages to look at.",
        '["https://example.org/statements"]',
        EDITOR,
        fits=is_polled_address,
        form=_ADDRESS,
        single=True,
    ),
    _selectors("links", "Which links of these pages lead to articles.", '["h2 > a"]'),
    Field(
        "follow",
        Kind.CHOICE,
        "Which pages named by a feed are fetched: those of which it gives a summary only, all, or none.",
        '"summaries"',
        EDITOR,
        choices=tuple(each.value for each in Follow),
    ),
    Field("delay", Kind.NUMBER, "Seconds between two requests to one of its hosts, at least.", "10", EDITOR),
)

PUBLISHER_FIELDS = (
    Field(
        "id",
        Kind.TEXT,
        "The id, which is the file's name.",
        '"al-marsad"',
        EDITOR,
        required=True,
        fits=_is_publisher_id,
        form="lower-case ASCII letters, digits and hyphens",
    ),
    Field("ar", Kind.TEXT, "The Arabic name.", '"صحيفة المرصد الليبية"', EDITOR, required=True),
    Field("en", Kind.TEXT, "The English name.", '"Al-Marsad"', EDITOR, required=True),
    in_both("names", "Further names.", '["…"]'),
    Field(
        "site", Kind.TEXTS, "Where its pages stand.", '["example.org"]', EDITOR, fits=_is_site, form=_SITE, single=True
    ),
    Field("url", Kind.TEXT, "The address that readers are given.", '"https://example.org/"', EDITOR),
    Field(
        "folder",
        Kind.TEXT,
        "Its folder below content/sources; its id where left out.",
        '"al-marsad"',
        EDITOR,
        fits=_is_folder,
        form="the name of one folder, without slashes",
    ),
    *CHANGING_FIELDS,
    Field("fetch", Kind.RECORD, "What is fetched from it.", "{feeds: […]}", EDITOR, fields=FETCH_FIELDS),
    Field(
        "versions",
        Kind.RECORDS,
        "How it wrote before.",
        '[{valid_until: "2019-12-31", months: "levant"}]',
        EDITOR,
        fields=(
            Field("valid_until", Kind.DATE, "The last day on which it was so.", '"2019-12-31"', EDITOR, required=True),
            *CHANGING_FIELDS,
        ),
    ),
)
PUBLISHERS = VocabularyFile("publishers.yml", Taxonomy.PUBLISHER, PUBLISHER_FIELDS)
