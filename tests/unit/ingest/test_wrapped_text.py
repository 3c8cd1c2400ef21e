"""Text that was broken into lines of one width, as one copies it from a PDF: with its paragraphs parted by nothing."""

from __future__ import annotations

import textwrap

import pytest

from generator.ingest.dissect.lines import Line, Mark
from generator.ingest.readers.text.wrapping import join_wrapped
from tests.unit.ingest.conftest import Press

TITLE = "افتتاح مدرسة جديدة في حي الميناء بعد عامين من التأخير"
PARAGRAPHS = (
    "افتتحت بلدية المدينة صباح الأحد مدرسة جديدة في حي الميناء تتسع لأكثر من ستمئة تلميذ، بعد تأخير دام "
    "عامين بسبب خلاف "
    "مع المقاول على أسعار الحديد والإسمنت.",
    "وقال رئيس البلدية إن المبنى يضم ثلاثين قاعة ومكتبة وملعباً مسقوفاً، وإن كلفته بلغت أربعة ملايين "
    "دينار دفعت من صندوق "
    "التنمية المحلية على ثلاث دفعات.",
    "وأضاف أن مدرسة ثانية ستفتح في الحي نفسه مطلع العام المقبل، وأن الوزارة وعدت بتعيين المعلمين قبل "
    "نهاية الصيف، على أن "
    "يبدأ التسجيل في المدرستين معاً.",
    "ويشكو سكان الحي من أن أقرب مدرسة إليهم كانت على بعد أربعة كيلومترات، ومن أن الحافلة التي تقل "
    "التلاميذ إليها تتأخر "
    "كل صباح في موسم المطر.",
)
ENGLISH = (
    "The city council on Sunday opened a new school in the harbour quarter that has room for more than "
    "600 pupils, two years "
    "later than planned because of a dispute over the price of steel.",
    "The mayor said the building had thirty classrooms, a library and a covered playground, and had cost "
    "four million dinars "
    "that were paid out of the fund for local development.",
    "A second school will open in the same quarter early next year, she added, and the ministry has "
    "promised to appoint its "
    "teachers before the summer.",
    "Residents complain that the nearest school had been four kilometres away, and that the bus which "
    "takes the pupils there "
    "is late every morning in the rainy season.",
)
VERSES = (
    "يا بحر كم من مركب قد عاد يحمل في المساء حكاية",
    "والموج يضحك للصغار ويكتب الأسماء فوق رمالنا",
    "والريح تعرف كل باب في المدينة والنوافذ والقرى",
    "والشمس تغسل وجهها قبل الغروب وتستريح على المدى",
    "يا ليل هل مرت بك الأحلام حين تنام كل سفينة",
    "أم أنها بقيت هنا بين المراكب والشباك وأهلنا",
    "كل الذين أحبهم رحلوا وظل البحر يحرس بيتنا",
    "والبحر يعرف أننا سنعود يوماً كي نقول حكاية",
)  # fmt: skip


def wrapped(paragraph: str, width: int) -> str:
    return "\n".join(textwrap.wrap(paragraph, width))


@pytest.mark.parametrize("width", [45, 60, 72])
@pytest.mark.parametrize("texts", [PARAGRAPHS, ENGLISH], ids=["ar", "en"])
def test_paragraphs_that_nothing_parts_are_put_together(press: Press, texts: tuple[str, ...], width: int) -> None:
    title = TITLE if texts is PARAGRAPHS else "New school opens in the harbour quarter"
    press.put("paper/a.txt", "\n".join([title, *(wrapped(text, width) for text in texts)]))
    (article,) = press.take_in()
    assert article.title == title
    assert article.body.split("\n\n") == list(texts)


def test_a_long_paragraph_without_small_words_and_commas_is_put_together(press: Press) -> None:
    text = (
        "افتتحت البلدية هذا العام مدرسة جديدة وحديقة واسعة ومكتبة عامة وملعبا صغيرا وسوقا مسقوفة ومسرحا صيفيا وجسرا "
        "حديديا ونفقا طويلا ومطحنة قديمة رممتها ومخبزا كبيرا ومشفى للأطفال ومتحفا بحريا ومطعما شعبيا وفندقا متواضعا "
        "ومصنعا للزجاج ومرصدا فلكيا ومستودعا للحبوب ومغسلة للسيارات وموقفا للحافلات ومحطة للقطار وورشة للنجارة "
        "وروضة للصغار ومعهدا للموسيقى ومركزا للشباب ومختبرا للتربة ومشتلا للزهور ومنارة حجرية وسدا ترابيا وقناة "
        "للري وبئرا عميقة وخزانا معدنيا ومحمية للطيور وممشى ساحليا وشاطئا رمليا ومخيما كشفيا وساحة للاحتفالات "
        "ونافورة مضيئة وبرجا للساعة وسورا مرمما وبوابة خشبية."
    )
    press.put("paper/a.txt", "\n".join([TITLE, wrapped(text, 44)]))
    (article,) = press.take_in()
    assert article.body.split("\n\n") == [text]


def test_a_label_below_a_title_is_no_part_of_it(press: Press) -> None:
    text = "\n\n".join(wrapped(text, 50) for text in PARAGRAPHS)
    press.put("paper/a.txt", f"{TITLE}\nكتب: سامي خليل\n\n{text}")
    (article,) = press.take_in()
    assert (article.title, article.authors) == (TITLE, ("سامي خليل",))


def test_a_title_right_above_its_text_is_no_part_of_that(press: Press) -> None:
    text = "\n\n".join(wrapped(text, 56) for text in PARAGRAPHS)
    press.put("paper/a.txt", f"{TITLE}\n{text}")
    (article,) = press.take_in()
    assert article.title == TITLE
    assert article.body.split("\n\n") == list(PARAGRAPHS)


def lines_of(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, n, n, Mark.NONE, (), False, len(text.split())) for n, text in enumerate(texts, 1))


HEADLINES = (
    "بدء توسعة شبكة المياه في الأحياء الشرقية من المدينة",
    "المحافظ يبحث مع التجار أسعار الخبز قبل شهر الصيام",
    "ثلاث حافلات جديدة تدخل الخدمة على خط الميناء القديم",
    "معرض الكتاب يستقبل زواره مساء الخميس بخمسين داراً",
    "الصيادون يعودون إلى البحر بعد أسبوع من العواصف",
    "مستشفى المدينة يفتتح قسماً جديداً لغسيل الكلى",
    "الجامعة تعلن أسماء المقبولين في الدورة الثانية",
    "إغلاق جسر النهر شهرين لأعمال الصيانة الدورية",
)


@pytest.mark.parametrize("lines", [VERSES, ("قصيدة البحر", "شعر: سامي خليل", *VERSES), HEADLINES, (TITLE, *HEADLINES)])
def test_verses_and_headlines_of_much_one_length_are_not_joined(lines: tuple[str, ...]) -> None:
    assert join_wrapped(lines_of(*lines)) == lines_of(*lines)


@pytest.mark.parametrize(
    "line",
    [
        "التتمة ص 5", "تتمة المنشور على الصفحة الأولى", "(البقية في الصفحة 12)", "التفاصيل ص 4 و5",
        "Continued on page A4", "See story, Page 5", "Continued on Page B7, Column 1", "from page one",
    ],
)  # fmt: skip
def test_what_leads_to_another_page_of_a_paper_is_no_text(press: Press, line: str) -> None:
    press.put("paper/a.txt", "\n".join([TITLE, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:]]))
    (article,) = press.take_in()
    assert article.body.split("\n\n") == list(PARAGRAPHS)
    assert article.provenance is not None
    assert article.provenance.removed == (line,)


def test_the_head_of_a_page_that_names_it_is_taken_out_of_the_text(press: Press) -> None:
    head = "صحيفة الميناء – العدد 4312 – الأحد 2 حزيران 2024 – صفحة {}"
    first, *others = ("\n".join(textwrap.wrap(text, 50)) for text in PARAGRAPHS)
    text = f"{head.format(3)}\n\n{TITLE}\n\n{first}\n3\n{head.format(4)}\n\n"
    press.put("paper/a.txt", text + "\n\n".join(others))
    (article,) = press.take_in()
    assert article.date is not None
    assert (article.title, article.date.iso, article.source) == (TITLE, "2024-06-02", "صحيفة الميناء")
    assert article.body.split("\n\n") == list(PARAGRAPHS)
