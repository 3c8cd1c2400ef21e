"""A person's name that stands in another's: in a patronymic («فيصل بن سلمان»), or in the name of a place or an
institution named after them («مركز الملك سلمان», "King Salman Park").

Not for finding names in a text (`term_matching`), nor for what one concept alone is mistaken for (the vocabulary).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.term_index import variants, words_of

_CHILD_OF = frozenset(words_of("بن ابن بنت bin ibn bint"))
_ARABIC = frozenset(
    words_of(
        "مركز جامعة كلية معهد مدرسة مدارس أكاديمية مستشفى مشفى مجمع مدينة ضاحية حي شارع طريق جسر نفق ميدان دوار حديقة "
        "متنزه مطار ميناء قاعدة ملعب استاد مسجد جامع مكتبة متحف قاعة مسرح سد مؤسسة صندوق كرسي وقف جائزة وسام كأس "
        "بطولة دوري مهرجان مسابقة"
    )
)
_ENGLISH = frozenset(
    words_of(
        "university college institute school academy hospital centre center city street road avenue boulevard "
        "bridge causeway tunnel square park garden airport port stadium mosque library museum hall palace dam "
        "foundation award prize medal cup tournament festival"
    )
)


def is_within_another_name(written: Sequence[str], folded: Sequence[str], at: int, count: int) -> bool:
    """Whether the `count` words from `at` on are a person's name that only tells whose child somebody is, or after whom
    something is named. `written` are the words of a text as they stand there, `folded` the same words folded."""
    if at and (folded[at - 1] in _CHILD_OF or not _ARABIC.isdisjoint(variants(folded[at - 1]))):
        return True
    after = at + count
    return after < len(folded) and folded[after] in _ENGLISH and written[after][:1].isupper()
