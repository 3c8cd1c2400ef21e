"""Lines of paper and of sites that stand between the texts of a document: heads and feet of counted pages, menus.

That they come again beside a page's number, or name the rooms of a site one below the other, tells what they are. Not
for lines that tell alone what they are (`boilerplate`), nor for heads above articles (`contents`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.boilerplate_forms import RANKS
from generator.ingest.dissect.caption_lines import find_photo_credits
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, ends_with_stop, key_of, key_without_numbers
from generator.ingest.dissect.page_controls import find_controls
from generator.ingest.dissect.page_frames import find_frame
from generator.ingest.dissect.promotions import find_promotions
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_LONGEST = 14  # words of a head
_REACH = 3  # lines of a head on either side of a page's number
_DIGITS = re.compile(r"\d+")
_LEAST_OF_WHOLE = 4  # words of a line that names a paper and its page
_PAGE = re.compile(r"\b(?:(?:ال)?صفحه|ص|page|p\.?|pg\.?) ?:? ?\d{1,3}\b")
_NUMBER_ALONE = re.compile(r"\W{0,3}\d{1,3}\W{0,3}")
_LEAST_MENU, _LONGEST_ROOM = 4, 3  # lines; words
_ROOMS = re.compile(
    "(?:الصفحه )?الرءيسيه|من نحن|اتصلوا? بنا|تواصل معنا|(?:ال)?ارشيف|سياسه الخصوصيه|شروط الاستخدام|هيءه التحرير|"
    "اعلن معنا|للاعلان|تسجيل الدخول|خريطه الموقع|النشره البريديه|بحث|فيديو|كاريكاتير|"
    "home|about us|contact us|archive|privacy policy|terms of use|sign in|search|advertise"
)


def without_page_lines(lines: Sequence[Line], known: Known) -> tuple[Sequence[Line], list[Line]]:
    """The lines without those of pages and menus, the gaps beside which the lines below them take over; and these."""
    numbers = find_controls(lines, lambda line: bool(facts_of(line, known))) | find_photo_credits(lines)
    numbers |= find_promotions(lines)
    numbers |= find_frame([line for line in lines if line.number not in numbers], known)
    numbers |= find_counted(lines, known) | _find_menus(lines) | _find_posters(lines)
    if not numbers:
        return lines, []
    kept: list[Line] = []
    after_blank = False
    for line in lines:
        if line.number in numbers:
            after_blank |= line.after_blank
            continue
        after_blank &= not kept or ends_sentence(kept[-1].text)
        kept.append(replace(line, after_blank=True) if after_blank and kept else line)
        after_blank = False
    return kept, [line for line in lines if line.number in numbers]


def find_counted(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the lines that count pages, and of those beside them that come again beside the others; nothing
    where none of these names the whole: numbers count the parts of a text, too, and stand above its source."""
    numbered: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.words <= _LONGEST and any(map(str.isdigit, line.text)) and not ends_sentence(line.text):
            numbered[key_without_numbers(line.text)].append(at)
    found: set[int] = set()
    for several in numbered.values():
        if len(several) > 1 and _count_up(lines, several) and facts_of(lines[several[0]], known) != {Label.PUBLISHED}:
            found |= _with_heads(lines, several, known) or _that_name_pages(lines, several)
    return frozenset(lines[at].number for at in found)


def _count_up(lines: Sequence[Line], several: Sequence[int]) -> bool:
    """Whether one of the numbers in lines of one form grows by one from each to the next, and no other changes."""
    counted = [tuple(map(int, _DIGITS.findall(key_of(lines[at].text)))) for at in several]
    changes = [[after - before for before, after in zip(*both, strict=True)] for both in pairwise(counted)]
    return all(sorted(each) == [*[0] * (len(each) - 1), 1] for each in changes)


def _with_heads(lines: Sequence[Line], several: Sequence[int], known: Known) -> set[int]:
    """The lines that count pages with those beside them that stand beside most of the others."""
    beside = [_beside(lines, at) for at in several]
    times = Counter(key for near in beside for key in {key_of(lines[n].text) for n in near})
    stands = Counter(key_of(lines[n].text) for n in set().union(*beside))  # one line may be beside two of the numbers
    again = {key for key, count in times.items() if min(count, stands[key]) > 1 and count * 2 >= len(several)}
    heads = {n for near in beside for n in near if key_of(lines[n].text) in again}
    return {*several, *heads} if any(not facts_of(lines[n], known) for n in heads) else set()


def _that_name_pages(lines: Sequence[Line], several: Sequence[int]) -> set[int]:
    """The lines that name whole and page in one («صحيفة الميناء – العدد 12 – صفحة 3»), and bare numbers beside them;
    but for the first of all lines: it says where and when the text below it stood."""
    if not all(lines[at].words >= _LEAST_OF_WHOLE and _PAGE.search(key_of(lines[at].text)) for at in several):
        return set()
    near = {n for at in several for n in (at - 1, at + 1) if 0 <= n < len(lines)}
    return {*several, *(n for n in near if _NUMBER_ALONE.fullmatch(lines[n].text))} - {0}


def _beside(lines: Sequence[Line], at: int) -> list[int]:
    """The short lines right above and below one, up to the first that reads as text."""
    found: list[int] = []
    for step in (-1, 1):
        near = range(at + step, at + step * (_REACH + 1), step)
        for n in near:
            if not 0 <= n < len(lines) or lines[n].words > _LONGEST or ends_with_stop(lines[n].text):
                break
            found.append(n)
    return found


def _find_menus(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of menus: short ones in a row, two of which name rooms that every site has."""
    rooms = [at for at, line in enumerate(lines) if line.words <= _LONGEST_ROOM and _ROOMS.fullmatch(key_of(line.text))]
    found: set[int] = set()
    for at in rooms:
        if at in found:
            continue
        start, end = at, at + 1
        while start and not lines[start].after_blank and _may_be_room(lines[start - 1]):
            start -= 1
        while end < len(lines) and not lines[end].after_blank and _may_be_room(lines[end]):
            end += 1
        if end - start >= _LEAST_MENU and sum(start <= room < end for room in rooms) > 1:
            found.update(range(start, end))
    return frozenset(lines[at].number for at in found)


def _find_posters(lines: Sequence[Line]) -> frozenset[int]:
    """The names that writers in a forum have there, and their ranks, which stand right below them."""
    ranks = (at for at, line in enumerate(lines) if at and line.words <= _LONGEST_ROOM and line.text in RANKS)
    named = (at for at in ranks if _may_be_room(lines[at - 1]) and not lines[at].after_blank)
    return frozenset(lines[n].number for at in named for n in (at - 1, at))


def _may_be_room(line: Line) -> bool:
    if line.words > _LONGEST_ROOM or ends_with_stop(line.text) or ends_sentence(line.text):
        return False
    return is_boilerplate(line.text) or not any(map(str.isdigit, line.text))
