"""Leaves out, of the text that was chosen, what pages put into an article and below it: forms to sign up with, boxes of
other articles, the author's portrait in words.

Told by an element's names or controls, never where it holds much of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.comments import drop_comments
from generator.ingest.saved.marks import is_body, names_of
from generator.ingest.saved.segments import Segment, in_link, is_heading, key_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:news-?letters?|push[_-]?notifications?|sign-?up|subscri(?:be|ptions?)|member(?:ship)?s?-(?:box|banner|cta|promo|call|prompt|ask)|"
    r"(?:support|contribut(?:e|ions?))-(?:us|box|banner|cta|promo|block|message|prompt)|related|recommend(?:ed|ations?)?|recirc(?:ulation)?|"
    r"republish(?:ing)?|read-(?:more|next|also)|most-(?:read|popular|viewed)|trending|promos?|pop-?ups?|donat(?:e|ions?)|guest-?book|(?:audio|video|podcast)-?player|comments?|repl(?:y|ies)|reactions?|(?:author|about)-(?:bio|box|card|info|"
    r"author)|bios?|share|sharing|social|advert|advertisement|ads?|taboola|outbrain|regi?(?:ster|stration)?-?wall)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ABOUT_PAGE = ("has-", "with-", "no-", "is-", "tag-", "category-", "single-", "post-", "page-")
_SIGN_UP = re.compile(
    r"news-?letter|sign(?:ing)? up|subscri|\binbox\b|(?:your|enter) e-?mail|registering|privacy (?:policy|notice)", re.I
)
_ASKING = re.compile(
    rf"{_SIGN_UP.pattern}|\bdonat|\bsupport (?:our|us|local|independent)\b|\bnon-?profit\b|readers like you",
    re.I,
)
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_BUTTON, _FEWEST_WORDS = 40, 4
_SHORTEST_HEADLINE = 12
_PAID = re.compile(
    r"(?:sponsored|promoted|paid|partner)(?: (?:content|post|story|by\b.{0,40}))?|"
    r"(?-i:TOGETHER WITH|PRESENTED BY|IN PARTNERSHIP WITH|A MESSAGE FROM) .{1,40}|"
    r"محتوى (?:مموَّ?ل|برعاية|مدفوع)|[إا]علان مموَّ?ل",
    re.I,
)
_MOST_PAID, _MOST_AROUND_LABEL = 400, 3
_BARS = "|·•»"
_TOOL = re.compile(
    r"\W*(?:(?:go )?back|top|home|next|previous|print\b.{0,25}|printer.friendly.{0,15}|(?:e-?mail|mail|send)\b.{0,30}|"
    r"(?:large|medium|small| )+|text size|share|save|(?:comments?|discuss)(?:\W+[0-9]+)?|"
    r"(?:ال)?(?:عودة|رجوع)(?: (?:إلى|الى|ل).{0,20})?|[أا]رسل(?:ها|ه)? (?:ل|إلى |الى )(?:ال)?صديق(?:ك)?)\W*",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"[0-9]% off\b|\bsubscri|home delivery|\bnews-?letters?\b|\bsign up\b|\bfree trial\b", re.IGNORECASE
)
# "Get our weekly newsletter: sign up today", below the text and in no box of its own.
_CALL = re.compile(
    r"(?:get|sign up|subscribe|join|want|like this|enjoy|if you|don.t miss|for more|follow|download|receive)\b", re.I
)
_CALLED_TO = re.compile(r"\bnews-?letters?\b|\bsign(?:ing)? up\b|\bsubscri|\bin(?:to)? your inbox\b", re.I)
_LONGEST_CALL = 220
_NETWORK = re.compile(
    r"^https?://(?:www\.|m\.)?(twitter|x|facebook|instagram|youtube|linkedin|threads|tiktok|whatsapp|google|t)\.(?:com|net|me)/",
    re.IGNORECASE,
)
_FEWEST_NETWORKS = 2
_CONTROLS = ("form", "input", "button")
_OWN = ("blockquote", "figure", "table", "pre")  # a post that a paper shows may stand in `social-embed`
_NO_CARDS = ("article", "main", "body")
_MOST_OF_ARTICLE, _MOST_OF_CARD, _MOST_OF_FORM = 0.25, 600, 350
_MOST_ASKING = 0.6
_LEAST_OF_BODY, _MOST_BELOW = 0.6, 0.35
_UNSUBSCRIBE = re.compile(r"\bunsubscribe\b|\b(?:email|mail|update (?:your )?) ?preferences\b", re.IGNORECASE)
_LONGEST_MAIL_FOOTER = 600
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|notes|references|correct(?:ion|ed)s?|clarification)", re.I
)


def drop_furniture(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep no longer what is furniture of the article in `root`."""
    kept = [segment for segment in segments if segment.kept]
    most = int(_MOST_OF_ARTICLE * _letters(kept))
    within = _by_element(kept, root)
    small = {element: inner for element, inner in within.items() if _letters(inner) <= most}
    boxes: set[HtmlElement] = set()
    for element, inner in within.items():
        prose = _letters([each for each in inner if not each.is_linked])
        is_small = _letters(inner) <= most or (_asks(inner) and _letters(inner) <= _MOST_ASKING * _letters(kept))
        if is_small and prose <= _MOST_OF_CARD and is_furniture(element) and not any(map(_is_own, inner)):
            _leave_out(inner)
            boxes.add(element)
    _bar_headings(segments, boxes)
    _leave_out([segment for segment in kept if _leads_elsewhere(segment)])
    _leave_out(_paid_for(segments, small))
    _leave_out(_said_above_buttons(segments, small))
    forms = {element: inner for element, inner in small.items() if _letters(inner) <= _MOST_OF_FORM}
    for control in root.iter(*_CONTROLS):
        _leave_out(_find_invitation(control, forms, within))


def _bar_headings(segments: Sequence[Segment], boxes: Set[HtmlElement]) -> None:
    """Bar the headings of boxes that were left out, lest they are kept for what follows the box."""
    if not boxes:
        return
    for segment in segments:
        if tag_of(segment.block) in HEADINGS and not boxes.isdisjoint(segment.block.iterancestors()):
            segment.barred = True


def _paid_for(segments: Sequence[Segment], small: dict[HtmlElement, list[Segment]]) -> list[Segment]:
    """The text of boxes that begin by saying that somebody has paid for them. "Advertisement" is no such word: it
    stands above a place for advertising, which a saved page has lost, and the text may go on in the same element."""
    places = {segment: at for at, segment in enumerate(segments)}
    found = []
    for label in (segment for segment in segments if _PAID.fullmatch(segment.text)):
        around = islice((label.block, *label.block.iterancestors()), _MOST_AROUND_LABEL)
        inner = next((small[each] for each in around if any(other is not label for other in small.get(each, ()))), [])
        if _letters(inner) <= _MOST_PAID and all(places[each] >= places[label] for each in inner):
            found += inner
    return found


def _said_above_buttons(segments: Sequence[Segment], small: dict[HtmlElement, list[Segment]]) -> list[Segment]:
    """The few words, no heading and no sentence, for which a button stands in the same box."""
    found = []
    for button in filter(_is_button, segments):
        for element in islice(button.block.iterancestors(), _MOST_AROUND_LABEL):
            inner = [each for each in small.get(element, ()) if each is not button]
            if inner:
                is_slogan = len(inner) == 1 and len(inner[0].key) <= _LONGEST_BUTTON and not _is_told(inner[0])
                found += inner if is_slogan else []
                break
    return found


def _is_told(segment: Segment) -> bool:
    """Whether a line is a sentence, a heading, a caption or the like, and not a slogan."""
    return is_heading(segment, 2) or _is_own(segment) or ends_sentence(segment.text) or segment.text.endswith(":")


def _asks(inner: Sequence[Segment]) -> bool:
    """Whether a box says in words that it wants its readers to sign up or to give."""
    return any(_ASKING.search(segment.text) for segment in inner)


def drop_below(segments: Sequence[Segment], page: HtmlElement) -> None:
    """Keep no longer what readers say below the article, nor what stands below the element that says to be its body,
    where that holds nearly all of what is kept. Notes and corrections stay. `page` holds all segments."""
    kept = [segment for segment in segments if segment.kept]
    drop_comments(segments)
    _drop_mail_footer(segments)
    _drop_last_links(segments)
    kept = [segment for segment in kept if segment.kept]
    least = _LEAST_OF_BODY * _letters(kept)
    for element, inner in _by_element(kept, page).items():
        if inner[-1] is not kept[-1] and _letters(inner) >= least and is_body(element):
            below = kept[kept.index(inner[-1]) + 1 :]
            if _letters(below) <= _MOST_BELOW * _letters(inner):
                _leave_out([segment for segment in below if not is_note(segment)])


def _drop_mail_footer(segments: Sequence[Segment]) -> None:
    """Keep no longer how to unsubscribe from a letter and whose letter it is, the last that stands in letters to many
    (15 U.S.C. 7704(a)(3) and (5) ask for both)."""
    kept = [segment for segment in segments if segment.kept]
    links = (at for at, segment in enumerate(kept) if segment.linked and _UNSUBSCRIBE.search(segment.text))
    first = next(links, None)
    if first is not None and 0 < _letters(kept[first:]) <= min(_LONGEST_MAIL_FOOTER, _letters(kept[:first])):
        _leave_out(kept[first:])


def _drop_last_links(segments: Sequence[Segment]) -> None:
    """Keep no longer the last lines that are several links with bars between them, a way through the site, or links for
    printing the page, sending it and going back, some of which are a program's and lead nowhere, or an offer or call.
    """
    for segment in reversed([segment for segment in segments if segment.kept and segment.key]):
        links = sum(in_link(node) for node in segment.nodes)
        is_way = segment.linked == len(segment.key) and any(sign in segment.text for sign in _BARS)
        is_linked = segment.linked == len(segment.key)
        is_offer = (is_linked and _OFFER.search(segment.text) is not None) or _calls(segment)
        if not (is_way and links > 1) and not are_tools(segment) and not is_offer:
            return
        segment.kept, segment.barred = False, segment.barred or is_offer


def _calls(segment: Segment) -> bool:
    """Whether a line calls its reader to sign up for something, where a link leads, or to several networks."""
    if not segment.linked or len(segment.key) > _LONGEST_CALL or _CALL.match(segment.text) is None:
        return False
    return _CALLED_TO.search(segment.text) is not None or _networks(segment) >= _FEWEST_NETWORKS


def _networks(segment: Segment) -> int:
    """To how many networks a line has links."""
    links = (next(node.iterancestors("a"), node) for node, _ in segment.nodes)
    found = (_NETWORK.search(link.get("href") or "") for link in links)
    return len({match[1].lower() for match in found if match is not None})


def are_tools(segment: Segment) -> bool:
    """Whether all of a line is links, each for printing the page, sending it or going back."""
    texts = (" ".join((getattr(element, where) or "").split()) for element, where in segment.nodes)
    named = [text for text in texts if key_of(text)]
    return len(named) > 1 and all(_TOOL.fullmatch(text) or is_boilerplate(text) for text in named)


def _by_element(kept: Sequence[Segment], root: HtmlElement) -> dict[HtmlElement, list[Segment]]:
    """What is kept within each element below `root`."""
    within: dict[HtmlElement, list[Segment]] = {}
    for segment in kept:
        path = [segment.block, *segment.block.iterancestors()]
        if root in path:
            for element in path[: path.index(root)]:
                within.setdefault(element, []).append(segment)
    return within


def _is_own(segment: Segment) -> bool:
    """Whether a segment stands in a quotation, a table or the like, which a card of other articles has not."""
    return tag_of(segment.block) in _OWN or next(segment.block.iterancestors(*_OWN), None) is not None


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element says by its names that it is furniture."""
    if is_body(element) or tag_of(element) in (*_NO_CARDS, "p", "blockquote", "li"):
        return False
    names = (name for name in names_of(element).split() if not name.lower().startswith(_ABOUT_PAGE))
    return bool(_FURNITURE.search(_CAMEL.sub("-", " ".join(names))))


def _is_button(segment: Segment) -> bool:
    """Whether a segment is no more than a link that is set as a button."""
    if segment.linked < len(segment.key) or len(segment.key) > _LONGEST_BUTTON:
        return False
    around = (element for element, _ in segment.nodes)
    return any(_BUTTON.search(names_of(each)) for node in around for each in (node, *islice(node.iterancestors(), 2)))


def _leads_elsewhere(segment: Segment) -> bool:
    """Whether a segment is a button, or the headline of another article between the paragraphs."""
    return _is_button(segment) or _is_shouted(segment) or _is_announced(segment)


def _is_announced(segment: Segment) -> bool:
    """Whether a segment is a link behind nothing but a cue: "Read more" and another article's headline."""
    if not segment.linked or segment.linked < _SHORTEST_HEADLINE or segment.linked == len(segment.key):
        return False
    said = " ".join(getattr(element, where) or "" for element, where in segment.nodes if not in_link((element, where)))
    cue = read_cue(" ".join(said.split()).strip(" :[]()»›>-–—"))
    return cue is not None and not cue.headline


def _is_shouted(segment: Segment) -> bool:
    """Whether a paragraph is another article's headline that a desk sets in capitals between its own paragraphs."""
    text = segment.text
    whole = segment.linked == len(segment.key) and tag_of(segment.block) == "p"
    return whole and text.isupper() and len(text.split()) >= _FEWEST_WORDS


def _find_invitation(
    control: HtmlElement, forms: dict[HtmlElement, list[Segment]], within: dict[HtmlElement, list[Segment]]
) -> list[Segment]:
    """What is kept in the largest element around a control that holds no more than an invitation to sign up."""
    best: list[Segment] = []
    for element in (control, *control.iterancestors()):
        if tag_of(element) in _NO_CARDS or is_body(element) or (element in within and element not in forms):
            break
        inner = forms.get(element, [])
        if any(_SIGN_UP.search(segment.text) for segment in inner):
            best = inner
    return best


def _letters(inner: Sequence[Segment]) -> int:
    return sum(len(segment.key) for segment in inner)


def is_note(segment: Segment) -> bool:
    """Whether a segment is a note or a correction to the article."""
    if _NOTES.match(segment.text) or segment.text[:1] in "*†":
        return True
    around = (segment.block, *segment.block.iterancestors())
    return any(_NOTES.search(names_of(each)) or "note" in (each.get("role") or "") for each in around)


def _leave_out(inner: Sequence[Segment]) -> None:
    for segment in inner:
        segment.kept = False
