"""The section of an article where no data state it: the short line above the headline, the menu's entry that leads to
the directory of the page's address or that is set as the open one, a part of the page's title, an issue's masthead.

A line counts by its element's name, or because it stands in the page's menu too. Not for breadcrumbs that say what
they are (`crumbs`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath, _Element

from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import begins_with_given_name, is_outlet_like
from generator.ingest.readers.pages.classes import names_of
from generator.ingest.readers.pages.dates import read_stated
from generator.ingest.readers.pages.lines import SeenLine
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import is_same, text_of
from generator.text.word_sets import word_set

_NAMES = word_set(
    "cat category categories cats catname categoryname section sectionname sec ctg rubric topic topics articlecat "
    "articlesection articletag sectiontitle postcat postcats newscat artcat lblcat"
)
_NAMED = XPath("descendant-or-self::*[@class or @id]")
_OPEN = XPath(
    "//*[@aria-current='page' or contains(@class, 'active') or contains(@class, 'current')"
    " or contains(@class, 'selected')]"
)
_OPEN_NAMES = word_set("active current selected currentmenuitem routerlinkactive menuitemactive activelink")
_MENU_NAMES = word_set("menu nav navbar navigation menus mainmenu mainnav navlinks")
_HOME = frozenset(
    map(key_of, ("الرئيسية", "الصفحة الرئيسية", "صفحة البداية", "الصفحة الأولى", "الأولى", "home", "homepage"))
)
# What Arabic papers call their sections most: a line of nothing else beside the headline needs no menu to confirm it.
_USUAL = frozenset(
    key_of(name.replace("_", " "))
    for name in word_set(
        "محليات محلي سياسة اقتصاد رياضة ثقافة فن فنون منوعات حوادث تقارير تقرير تحقيقات حوارات مقالات "
        "رأي آراء تكنولوجيا تقنية علوم صحة مجتمع دولي دوليات عربي محافظات سياحة تعليم تربية دين إسلاميات "
        "بيئة متفرقات جهات حقوق قضاء برلمان عقارات طاقة سيارات أدب كتب سينما مسرح شعر وفيات المرأة "
        "الأسرة السياسة الاقتصاد الرياضة الثقافة المحليات المجتمع الصحة العالم الرأي المحافظات الحوادث "
        "الفن المنوعات الطاقة السياحة التعليم التكنولوجيا عربي_ودولي عرب_وعالم العالم_العربي "
        "الشرق_الأوسط مال_وأعمال فن_وثقافة ثقافة_وفنون علوم_وتكنولوجيا صحة_وطب كتاب_وآراء مقالات_وآراء "
        "أخبار_محلية أخبار_عالمية بيان_صحفي بيانات_صحفية press_release press_releases news_release "
    )
)
# What pages offer on every one of them, whatever their articles are about.
_OFFERED = frozenset(
    key_of(name.replace("_", " "))
    for name in word_set(
        "help more menu search login log_in sign_in sign_up register subscribe rss feedback sitemap site_map archive "
        "about about_us contact contact_us advertise advertising careers terms terms_of_use "
        "terms_of_service terms_and_conditions privacy privacy_policy legal cookie_policy corrections newsletters "
        "newsletter apps facebook twitter linkedin youtube instagram whatsapp telegram pinterest share email print "
        "مساعدة المزيد القائمة بحث دخول تسجيل_الدخول اشترك اشتراك من_نحن اتصل_بنا "
        "للإعلان شروط_الاستخدام سياسة_الخصوصية خريطة_الموقع النشرة_البريدية"
    )
)
# Links beside headlines lead to the article in other languages; «عربي» is a section of many papers.
_LANGUAGES = frozenset(
    key_of(name) for name in word_set("English العربية Français Español Türkçe Deutsch Italiano Русский فارسی کوردی")
)
_NEVER = _HOME | _LANGUAGES | _OFFERED
_PATH = re.compile(r"\s*(?:>{1,2}|[»›/|•:\\]|&gt;)\s*")
_TITLE_PARTS = re.compile(r"\s+[|»•:–—-]{1,3}\s+|\s*\|\s*")
_PIECES = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
_BETWEEN = re.compile(r"[\s>»›/\\]*[>»›/\\][\s>»›/\\]*")
_STEP = re.compile(r"^\s*[>»›]|[>»›]\s*$")  # a line of a path, each piece of which stands on one
_FORUM = XPath("//span[@class='navbar'][a]")  # vBulletin's path to a thread
_FILED = XPath("//*[contains(@class, 'itemCategory')]//a")  # K2's line below an article
_ISSUE = re.compile(r"(?:العدد|عدد)\s*:?\s*[\d,٠-٩]+\s*[-–—|]\s*(?P<name>[^-–—|\d]{3,30}?)\s*[-–—|]\s*(?:ال)?صفحة")
_BESIDE = re.compile(r"(?:القسم|قسم|التصنيف|تصنيف|المجموعة|الباب|الزاوية|نشر في|section|category)\s*:?\s*", re.I)
_MOST_LINKS, _MOST_OPEN, _MOST_STEPS = 2000, 40, 5
_LONGEST, _MOST_WORDS = 30, 4
_FARTHEST_BELOW, _FARTHEST_PIECE, _STEPS = 5, 3, 5
_LONGEST_LINE = 90
_LONGEST_DAY = 40
_SKIP = re.compile(r"skip to|(?:تخط|انتقل|تجاوز)\w* (?:إلى|الى|ل)", re.IGNORECASE)  # a link past the menu


def section_shown(page: Page) -> Iterator[tuple[str, str]]:
    """The name of the section that the page shows, with how it was found; the surest way comes first."""
    menu = _menu(page)
    known = Counter(key_of(name) for name, _ in menu)
    ways = (
        ("class:section", _named_lines(page)),
        ("text:section", _lines_of_menu(page, known)),
        ("text:section", _pieces_of_facts(page, known)),
        ("class:section", _of_system(page)),
        ("text:masthead", _of_issue(page)),
        ("menu:address", _of_address(page, menu)),
        ("html:title", _of_title(page, known)),
        ("menu:open", _open_entries(page)),
    )
    found = ((name, rule) for rule, names in ways for name in names)
    yield from islice(found, 1)


def _is_name(text: str, page: Page) -> bool:
    """Whether a text may be the name of a section: a few words without a number, and not the title or the site."""
    if not 2 < len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS or any(map(str.isdigit, text)):
        return False
    if _SKIP.match(text) or ":" in text:
        return False
    if text[-1] in ".!؟?:" or not text[0].isalpha() or key_of(text) in _NEVER or key_of(text) in CLOSED:
        return False
    is_writer = len(text.split()) > 1 and begins_with_given_name(text)
    return not is_writer and not is_same(text, page.title) and not page.site.is_named(text)


def _menu(page: Page) -> list[tuple[str, str]]:
    """The short links above the headline, each with where it leads."""
    found: list[tuple[str, str]] = []
    tag = "a" if page.headline is None else page.headline.tag
    for element in islice(page.tree.iter("a", tag), _MOST_LINKS):
        if element is page.headline:
            break
        if element.tag == "a" and 2 < len(name := text_of(element)) <= _LONGEST:
            found.append((name, element.get("href") or ""))
    return found


def _near(page: Page) -> Iterator[SeenLine]:
    """The lines right above the headline and the short ones below it, the nearest first."""
    above = [line for line in page.lines if line.place < 0 and (line.steps <= _STEPS or line.place >= -3)]
    yield from reversed(above)
    for line in page.lines:
        if line.place > _FARTHEST_BELOW or (line.place > 0 and line.prose):
            return
        if line.place > 0:
            yield line


def _named_lines(page: Page) -> Iterator[str]:
    """What elements in these lines say that call themselves a category or a section."""
    for line in _near(page):
        if line.picture or len(line.text) > _LONGEST_LINE or page.is_of_entry(line.element):
            continue
        for element in _elements(line):
            if names_of(element) & _NAMES:
                name = _last_of(element, page)
                if name and len(text_of(element)) <= _LONGEST_LINE:
                    yield name
                    return


def _elements(line: SeenLine) -> Iterator[_Element]:
    """The element of a line, what is in it, and what holds nothing else."""
    yield from islice(_NAMED(line.element), 12)
    parent = line.element.getparent()
    for _ in range(2):
        if parent is None or parent.tag in ("body", "main", "article", "html") or len(text_of(parent)) > _LONGEST_LINE:
            return
        yield parent
        parent = parent.getparent()


def _last_of(element: _Element, page: Page) -> str:
    """The last name of a path, the first of a list, or the only one."""
    text = text_of(element)
    linked = _linked(element, text)
    pieces = linked or [_BESIDE.sub("", piece) for piece in _PATH.split(text)]
    names = [piece for piece in pieces if _is_name(piece, page)]
    if not names or len(names) < len(pieces) - 1:
        return ""
    is_path = not linked or _is_path(text, linked, page)
    return names[-1 if is_path else 0]


def _linked(element: _Element, text: str) -> list[str]:
    """The texts of the links in an element, as far as they make up a line."""
    texts = (text_of(link) for link in islice(element.iter("a"), 12))
    return [each for each in texts if each and each in text]


def _is_path(text: str, pieces: Sequence[str], page: Page) -> bool:
    """Whether a line is a path: nothing but arrows and strokes stand between its pieces, or the first is the front page
    and no bars stand between them, as in menus."""
    between = re.sub("|".join(map(re.escape, pieces)), "", text)
    is_short = len(pieces) <= _MOST_STEPS and "|" not in between
    return _BETWEEN.fullmatch(between) is not None or (is_short and _is_home(pieces[0], page))


def _lines_of_menu(page: Page, known: Counter[str]) -> Iterator[str]:
    """A line above the headline that is the name of one of the page's sections, or a path to one, and no menu."""
    above = [line for line in page.lines if line.place < 0]
    for at in range(len(above) - 1, -1, -1):
        line = above[at]
        if len(line.text) > _LONGEST_LINE or (line.steps > _STEPS and line.place < -3):
            continue
        links = _linked(line.element, line.text)
        pieces = [piece for piece in (links or _PATH.split(line.text)) if piece]
        is_path = len(pieces) > 1 and _is_path(line.text, pieces, page)
        if not pieces or (len(pieces) > 1 and not is_path) or not _is_name(pieces[-1], page):
            continue
        before = key_of(above[at - 1].text) if at else ""
        is_entry = before not in _HOME and (known[before] or before in _USUAL)
        is_told = known[key_of(pieces[0])] > bool(links) or (line.place == -1 and key_of(pieces[0]) in _USUAL)
        is_step = len(pieces) == 1 and _STEP.search(line.text) is not None
        if is_path or is_step or (not is_entry and is_told):
            yield pieces[-1]
            return


def _pieces_of_facts(page: Page, known: Counter[str]) -> Iterator[str]:
    """A piece of the lines of facts below the headline that is the name of a section, or of the line above it in which
    the day stands."""
    for line in page.lines:
        if line.picture or page.is_of_entry(line.element) or len(line.text) > _LONGEST_LINE:
            continue
        if line.place > _FARTHEST_PIECE or (line.prose and line.place > 0):
            return
        pieces = _PIECES.split(line.text)
        if line.place < 0 and (line.steps > _STEPS or not any(_is_day(piece, page) for piece in pieces)):
            continue
        for piece in pieces:
            is_known = known[key_of(piece)] > bool(_linked(line.element, piece))
            if (is_known or key_of(piece) in _USUAL) and _is_name(piece, page):
                yield piece
                return


def _is_day(piece: str, page: Page) -> bool:
    """Whether a piece of a line is a date, and hardly anything else."""
    return len(piece) <= _LONGEST_DAY and read_stated(piece, arabic=page.arabic)[0]


def _of_system(page: Page) -> Iterator[str]:
    """What systems write at a place of their own."""
    for element in (*_FORUM(page.tree)[-1:], *_FILED(page.tree)[:1]):
        name = text_of(element).lstrip("> »")
        if _is_name(name, page):
            yield name


def _is_home(name: str, page: Page) -> bool:
    return key_of(name) in _HOME or page.site.is_named(name) or is_outlet_like(name)


def _of_issue(page: Page) -> Iterator[str]:
    """What stands between the number of the issue and that of the page."""
    for line in page.lines:
        found = _ISSUE.search(line.text) if "صفح" in line.text else None
        if found is not None and _is_name(found["name"], page):
            yield found["name"]


def _of_address(page: Page, menu: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The entry of the menu that leads to the nearest directory above the page."""
    own = _directories(page.address or next(iter(page.json_ld.strings("url")), "") or _canonical(page))
    best: tuple[int, str] = (0, "")
    for name, address in menu if own else ():
        path = _directories(address)
        if 0 < len(path) < len(own) and own[: len(path)] == path and len(path) > best[0] and _is_name(name, page):
            best = (len(path), name)
    if best[0]:
        yield best[1]


def _canonical(page: Page) -> str:
    links = (
        each.get("href") or "" for each in page.tree.iter("link") if (each.get("rel") or "").lower() == "canonical"
    )
    return next(links, "") or next((value for _, value in page.metas.all(("og:url",))), "")


def _directories(address: str) -> list[str]:
    """The parts of an address's path; none of one that leads to a place in the page or is no address."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return []
    return [unquote(part) for part in path.split("/") if part]


def _of_title(page: Page, known: Counter[str]) -> Iterator[str]:
    """The part of the page's title that is an entry of its menu."""
    title = next((text_of(each) for each in page.tree.iter("title")), "")
    for part in _TITLE_PARTS.split(title)[1:]:
        if known[key_of(part)] and _is_name(part, page):
            yield part
            return


def _open_entries(page: Page) -> Iterator[str]:
    """The one entry of the page's menu that is set as open."""
    found: list[str] = []
    for element in islice(_OPEN(page.tree), _MOST_OPEN):
        if element.get("aria-current") != "page" and not names_of(element) & _OPEN_NAMES:
            continue
        if any(each.tag == "nav" or names_of(each) & _MENU_NAMES for each in islice(element.iterancestors(), 4)):
            link = element if element.tag == "a" else next(element.iter("a"), element)
            found.append(text_of(link))
    names = list(dict.fromkeys(name for name in found if _is_name(name, page)))
    if len(names) == 1:
        yield names[0]
