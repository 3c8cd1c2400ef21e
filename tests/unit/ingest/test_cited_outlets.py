"""The outlet beside a dateline's place, told by the text that names it in quotes."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.known import Known
from tests.unit.ingest.test_glued_text import single, take_apart

TITLE = "افتتاح مدرسة جديدة في حي الميناء بعد عامين من التأخير"
TEXT = "افتتحت بلدية المدينة صباح الأحد مدرسة جديدة في حي الميناء تتسع لأكثر من ستمئة تلميذ، بعد تأخير دام عامين."
COPIED = Known(is_pasted=True, places=frozenset({"دمشق", "حلب"}))


@pytest.mark.parametrize(
    ("dateline", "said", "source"),
    [
        ("دمشق - ورد", 'وقال رئيس البلدية لـ"ورد" إن المبنى يضم ثلاثين قاعة ومكتبة وملعباً مسقوفاً.', "ورد"),
        ("ورد-دمشق", "وأضاف لموقع «ورد» أن المبنى يضم ثلاثين قاعة ومكتبة وملعباً مسقوفاً.", "ورد"),
        ("دمشق - ورد", "وقال رئيس البلدية إن في باحة المبنى أشجار ورد وثلاثين قاعة ومكتبة.", None),
        ("دمشق - حلب", 'وقال رئيس البلدية إن طريق "حلب" سيفتح حين يكتمل المبنى الثاني.', None),
    ],
)
def test_an_outlet_that_the_text_cites(dateline: str, said: str, source: str | None) -> None:
    draft = single(take_apart(TITLE, "12 يناير 2021", dateline, TEXT, said, known=COPIED))
    assert draft.source == source
    assert [block.text for block in draft.blocks if block.text != dateline] == [TEXT, said]
