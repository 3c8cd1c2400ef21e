"""Articles of Arabic sites, copied with what their page sets around them: sections, captions, hours, tags."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.ingest.dissect.caption_lines import read_caption
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from tests.unit.ingest.conftest import Press
from tests.unit.ingest.test_glued_text import single, take_apart

TITLE = "افتتاح مدرسة جديدة في حي الميناء بعد عامين من التأخير"
TEXT = (
    "افتتحت بلدية المدينة صباح الأحد مدرسة جديدة في حي الميناء تتسع لأكثر من ستمئة تلميذ، بعد تأخير دام عامين.",
    "وقال رئيس البلدية إن المبنى يضم ثلاثين قاعة ومكتبة وملعباً مسقوفاً، وإن كلفته بلغت أربعة ملايين دينار.",
    "وأضاف أن مدرسة ثانية ستفتح في الحي نفسه مطلع العام المقبل، وأن الوزارة وعدت بتعيين المعلمين قبل نهاية الصيف.",
)
STANDFIRST = "المبنى يتسع لستمئة تلميذ وآخر سيفتح العام المقبل"
AUTHOR = "سامي خليل"
PLACES = frozenset({"عمان", "جده", "دبي", "دمشق", "القاهره", "الاردن"})
COPIED = Known(is_pasted=True, outlets=OUTLETS, places=PLACES)


@dataclass(frozen=True)
class Copied:
    """What stands above and below the text, `T` and `S` for title and standfirst, and what is to be read of it."""

    above: str
    below: str = ""
    authors: tuple[str, ...] = (AUTHOR,)
    day: str | None = "2021-01-12"
    source: str | None = None
    dateline: str | None = None
    standfirst: str | None = None


PAGES = {
    "sections, a caption, the hour apart": Copied(
        "أخبار\n|\nتعليم\nT\nتلاميذ في باحة المدرسة (الجزيرة)\nسامي خليل\n"
        "12/1/2021\n|\nآخر تحديث: 12/1/2021\n01:45 م (بتوقيت مكة المكرمة)",
        "المصدر : الجزيرة + وكالات\nتعليم\nالأردن\nالمزيد من تعليم",
        source="الجزيرة + وكالات",
    ),
    "the picture's text and its caption": Copied(
        "T\nسامي خليل - عمّان - سكاي نيوز عربية\n"
        "الثلاثاء 12 يناير 2021 - 13:45 بتوقيت أبوظبي\nتلاميذ في باحة المدرسة الجديدة\n"
        "تلاميذ في باحة المدرسة الجديدة",
        "مدرسة\nالأردن\nتعليم",
        source="سكاي نيوز عربية",
        dateline="عمّان",
    ),
    "a picture with labels": Copied(
        "T\nسامي خليل\n12 يناير/ كانون الثاني 2021\n"
        "صدر الصورة،GETTY IMAGES\nالتعليق على الصورة،\nتلاميذ في باحة المدرسة الجديدة"
    ),
    "words of the picture run together": Copied(
        "T\nالثلاثاء، 12 يناير 2021 01:45 م\n"
        "تلاميذ في المدرسة تلاميذ في المدرسة\nكتب سامي خليل\nأضف تعليقاً واقرأ تعليقات القراء",
        "مدرسة\nحي الميناء\nالتعليم\nالموضوعات المتعلقة\nتوسعة الميناء القديم",
    ),
    "the title once more": Copied(
        "T\nT\nصورة: أرشيف\nهسبريس - سامي خليل\nالثلاثاء 12 يناير 2021 - 13:45", source="هسبريس"
    ),
    "an agency's caption, the byline twice": Copied(
        "T\nتلاميذ في باحة المدرسة (أ.ف.ب)\nعمّان: سامي خليل\nعمّان: سامي خليل\n"
        "TT\nنُشر: 13:45-12 يناير 2021 م ـ 28 جمادي الأولى 1442 هـ",
        "مواضيع\nالأردن\nالتعليم\nاقرأ أيضاً",
        dateline="عمّان",
    ),
    "hashtags above a list": Copied(
        "T\nعمان- عربي21- سامي خليل\nالثلاثاء، 12-01-2021 01:45 م\n0\nتلاميذ في المدرسة - أرشيفية\nشارك الخبر",
        "#الأردن\n#التعليم\n#المدارس\nالأكثر قراءة في تعليم\nتوسعة الميناء القديم",
        source="عربي21",
        dateline="عمان",
    ),
    "the owner of the picture apart": Copied(
        "T\nتاريخ النشر: 12.01.2021 | 13:45 GMT\nT\nAFP\nصورة أرشيفية\nانسخ الرابط",
        "المصدر: وكالات",
        authors=(),
        source="وكالات",
    ),
    "a section that is called like a paper": Copied(
        "الشرق الأوسط\nT\nنشر الثلاثاء، 12 يناير / كانون الثاني 2021\n2 دقائق قراءة",
        "نشر الثلاثاء، 12 يناير / كانون الثاني 2021\nالأردن",
        authors=(),
    ),
    "sections between commas above the title": Copied(
        "الدول العربية, التقارير\nT\n"
        "المبنى يتسع لأكثر من ستمئة تلميذ وبلغت كلفته أربعة ملايين دينار\n"
        "سامي خليل  | 12.01.2021 - محدث : 12.01.2021\nT",
        standfirst="المبنى يتسع لأكثر من ستمئة تلميذ وبلغت كلفته أربعة ملايين دينار",
    ),
    "the photographer in brackets": Copied(
        "T\n12-01-2021 13:45\nتلاميذ في المدرسة - (تصوير: ساهر نجم)\n"
        "سامي خليل", "اضافة اعلان\nمواضيع ذات صلة\nتوسعة الميناء"
    ),
    "what the author is": Copied(
        'T\nسامي خليل\nسامي خليل\nصحافي أردني. مراسل "الميناء" في عمّان.\n'
        '12 يناير 2021\n+ الخط\n- الخط\nتلاميذ في الباحة (خليل سعد/فرانس برس)',
        "دلالات\nالأردن تعليم مدارس",
    ),
    "a handle behind the name": Copied("T\nسامي خليل مراسل @samikhalil\nالثلاثاء 12 يناير 2021 13:45"),
    "a place and a handle behind the name": Copied(
        "الثلاثاء 12 يناير 2021 02:15\nT\nسامي خليل (جدة) @port_online", dateline="جدة"
    ),
    "hours of a recording": Copied(
        "T\n12 يناير 2021\n13:45 مساء\nقراءة 2 دقائق\n"
        "تلاميذ في المدرسة\n00:00\n00:00\nدبي: سامي خليل", dateline="دبي"
    ),
    "an agency in brackets behind a place": Copied(
        "T\n01:45 م\nالثلاثاء 12 يناير 2021\nتلاميذ في المدرسة\nعمان - (أ ش أ)",
        "هذا المحتوى من\nأ ش أ",
        authors=(),
        source="أ ش أ",
        dateline="عمان",
    ),
    "the day run together with itself": Copied(
        "T\n12.01.202112 يناير 2021", "س.خ/ر.ع (د ب أ)", authors=(), source="د ب أ"
    ),
    "an outlet with initials": Copied("T\nسامي خليل\n12 جانفي 2021\nمجتمع\nالخبر أونلاين /ق.م", source="الخبر أونلاين"),
    "an outlet with its section": Copied(
        "T\n2021-01-12 | 13:45\nT\nالسومرية نيوز - محليات", authors=(), source="السومرية نيوز"
    ),
    "place, outlet and day on one line": Copied(
        "T\nالقاهرة - بوابة الوسط الثلاثاء 12 يناير 2021, 11:20 صباحا\nتلاميذ في المدرسة (أرشيفية: الإنترنت)",
        authors=(),
        source="بوابة الوسط",
        dateline="القاهرة",
    ),
    "an author with an agency": Copied(
        "T\nبقلم:  سامي خليل  مع أ ف ب\nنشرت في 12/01/2021 - 11:20\nتلاميذ في المدرسة  -  حقوق النشر  أ ب"
    ),
    "the author above the title": Copied("سامي خليل\nT\n12 كانون الثاني 2021\n02 : 01"),
    "the author with an office above the title": Copied("سامي خليل\nكاتب وصحافي أردني.\nT\n12 كانون الثاني 2021"),
    "sections between slashes": Copied("أخبار\n/\nالأردن\nT\nسامي خليل من دبي\nالثلاثاء 12 يناير 2021", dateline="دبي"),
    "a byline for the source": Copied("T\nالتاريخ:\n12 يناير 2021\nالمصدر:\nدبي - سامي خليل", dateline="دبي"),
    "a byline on the line of the source": Copied("T\nالمصدر:سامي خليل - دبي\nالتاريخ: 12 يناير 2021", dateline="دبي"),
    "the photographer in the caption": Copied("T\nبقلم سامي خليل\n12 يناير 2021\nتلاميذ في الباحة. تصوير عمر سعد."),
    "quotes within an outlet's name": Copied(
        'T\n12 يناير 2021\nدمشق- "القدس" دوت كوم- سامي خليل', source="القدس دوت كوم", dateline="دمشق"
    ),
    "a name at the foot": Copied("T\n2021-01-12\nدمشق-سانا", "سامي خليل", source="سانا", dateline="دمشق"),
    "buttons glued, a caption, the place with the name": Copied(
        "T\nالمبنى الجديد يتسع لستمئة تلميذ من أبناء الحي.\nانشرWhatsAppTwitterFacebook\nساحة تنتظر تلاميذها\n"
        "دمشق - سامي خليل\n12 يناير 2021",
        "انشرWhatsAppTwitterFacebook",
        dateline="دمشق",
        standfirst="المبنى الجديد يتسع لستمئة تلميذ من أبناء الحي.",
    ),
    "lines of the page above the day": Copied(
        "T\nالمبنى الجديد يتسع لستمئة تلميذ من الحي\nانضمّ/ ي إلى المناقشة\nتعليم\nالمدينة والناس\n"
        "الثلاثاء 12 يناير 202111:14 ص\nسامي خليل",
        "إظهار التعليقات",
        standfirst="المبنى الجديد يتسع لستمئة تلميذ من الحي",
    ),
    "the number of the issue with the day": Copied(
        "العدد 8123 الثلاثاء 12 يناير 2021 الموافق 28 جمادى الأولى 1442\nT\nسامي خليل", "المصدر: سامي خليل"
    ),
    "an outlet in two brackets": Copied(
        "T\nالثلاثاء 12 يناير 2021\nدمشق((جريدة الميناء))خاص:", "شاركنا بتعليقك", authors=(),
        source="جريدة الميناء", dateline="دمشق",
    ),
    "a caption with the sign of a camera": Copied(
        "T\n12 يناير 2021\ncamera iconتلاميذ في باحة المدرسة الجديدة- 10 من يناير 2021 (جريدة الميناء)\nسامي خليل"
    ),
    "a caption of the archive with its stop": Copied(
        "T\nسامي خليل\n12 يناير 2021\nمقر البلدية في حي الميناء. (أرشيفية: الإنترنت)", "اقترح تصحيحاً"
    ),
    "the place, the day and the station between colons": Copied(
        "T\nيناير ١٢, ٢٠٢١\n- دمشق / راديو الميناء\nتلاميذ في باحة المدرسة الجديدة - (راديو الميناء)\n"
        "دمشق: ١٢ يناير ٢٠٢١: راديو الميناء",
        authors=(),
        source="راديو الميناء",
        dateline="دمشق",
    ),
    "the place, the day and the station alone": Copied(
        "T\nدمشق: ١٢ يناير ٢٠٢١: راديو الميناء", authors=(), source="راديو الميناء", dateline="دمشق"
    ),
    "lines of the page below": Copied(
        "T\nسامي خليل\n12 يناير 2021",
        "شارك هذه المادة\nتعليقات\nلمتابعة أخبار الميناء أولاً بأول اشترك في قناتنا على تليجرام",
    ),
    "a name nobody knows, with an office": Copied(
        "اقتصاد\nT\nS\nكهرمان أولير\nصحافية @kahraman\nالثلاثاء 12 يناير 2021 8:15\n"
        "تلاميذ في باحة المدرسة الجديدة (غيتي)\nملخص",
        authors=("كهرمان أولير",),
        standfirst=STANDFIRST,
    ),
    "sections one within the other": Copied(
        "العالم العربي\nأخبار العالم العربي\nT\nتاريخ النشر: 12.01.2021 | 09:41 GMT",
        "المصدر: رويترز\nحي الميناء\nمدارس\nتابعونا على فيسبوك",
        authors=(),
        source="رويترز",
    ),
    "a section and the day above": Copied("محلي\n12-01-2021, 15:31\nT", "المصدر: رويترز", authors=(), source="رويترز"),
    "an agency's close": Copied("T\n03 : 12 م - 12/01/2021", "م.ص\nبنا 1105 جمت 12/01/2021", authors=()),
    "what can be heard, and what a paper chose": Copied(
        "العربية\nسوشيال ميديا\nT\nسامي خليل\nنشر في: 12 يناير ,2021: 03:10 م GST\n00:00 | 02:14",
        "مادة اعلانية\nاختيارات المحرر\nتابعوا مواقعنا",
        source="العربية",
    ),
    "an initial, counts, a picture's rights": Copied(
        "T\nS\nس. خليل\n2021/01/12\n5341\n2\nح.م", authors=("س. خليل",), standfirst=STANDFIRST
    ),
    "an agency with the day": Copied("T\nواس الثلاثاء, 12 يناير 2021 17:36", authors=(), source="واس"),
    "a place with the day": Copied("T\nالأردن (عمان) 12 يناير 2021 - 10:12", authors=()),
    "a standfirst that the text says again": Copied(
        "T\n12 يناير 2021\nالبلدية تفتتح في حي الميناء مدرسة جديدة تتسع لستمئة تلميذ بعد تأخير عامين.\n"
        "تلاميذ في باحة المدرسة (أرشيف)",
        authors=(),
        standfirst="البلدية تفتتح في حي الميناء مدرسة جديدة تتسع لستمئة تلميذ بعد تأخير عامين.",
    ),
    "a note on the author above what is of the page": Copied(
        "T\nسامي خليل\nالثلاثاء 12 يناير 2021 - 15:03", "*أستاذ باحث في علوم التربية\nالتعليم المدرسة\nكتاب الرأي"
    ),
    "the author with whoever edited it": Copied("T\nسامي خليل\n١٢ يناير ٢٠٢١", "سامي خليل/ ع.ج.م"),
    "a place called the source": Copied(
        "T\n12 يناير 2021 01:14\nسامي خليل (دبي)", "المصدر: دبي", dateline="دبي"
    ),
    "a day between dashes": Copied("T\n12 - يناير - 2021\nسامي خليل\n0"),
    "a form for comments": Copied(
        "T\nسامي خليل\n12 يناير 2021", "رابط مختصر\nالتعليق\nالاسم :\nالبريد الالكتروني :"
    ),
    "comments": Copied(
        "T\nسامي خليل\n12 يناير 2021", "التعليقات (2)\nأبو عمر\n13-01-2021\nالله يعطيكم العافية\nهدى\nمبروك"
    ),
    "a section named like a list of news": Copied(
        "T\nآخر الأخبار\nمحليات\nيناير 12, 2021\n37\nشارك\nFacebook\nTwitter", authors=()
    ),
    "the paper before the place": Copied("T\n12 يناير 2021\nسامي خليل\nالوردة/ دمشق:", dateline="دمشق"),
    "the paper before the place and its country": Copied(
        "T\nأخبار الوردة | عمّان - الأردن\nسامي خليل\n12 يناير 2021", dateline="عمّان"
    ),
    "a section before a place": Copied("T\nاقتصاد / دمشق\nسامي خليل\n12 يناير 2021"),
    "a paper with a number for its name": Copied("T\n12 يناير 2021\n24 - دبي", authors=(), dateline="دبي"),
    "the day below the text, above a tag": Copied(
        "T\nسامي خليل\n18 حجم الخط", "الثلاثاء 12/يناير/2021 - 03:41 م\nالجريدة الرسمية"
    ),
    "a newsroom between standfirst and day": Copied(
        "T\nافتتحت البلدية مدرسة جديدة في حي الميناء تتسع لستمئة تلميذ.\nمركز الأخبار\n"
        "12 يناير 2021, الثلاثاء - 13:45\nشارك",
        authors=(),
        standfirst="افتتحت البلدية مدرسة جديدة في حي الميناء تتسع لستمئة تلميذ.",
    ),
    "published, between name and day": Copied("T\nسامي خليل نشر في 12 يناير 2021 الساعة 15 و 40 دقيقة"),
    "a caption above the title": Copied("الثلاثاء 12 يناير 2021 / 19:42\nتلاميذ المدرسة (أرشيف)\nT", authors=()),
    "the place and the paper above the title, too": Copied(
        "عمّان - الوردة\nT\n12 يناير 2021 - 09:50\nعمّان - الوردة", authors=(), dateline="عمّان"
    ),
    "a caption with a dash behind its words": Copied(
        "T\nالثلاثاء، 12 يناير 2021 08:19 م\nتلاميذ في باحة المدرسة الجديدة- جيتي", authors=()
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_article_is_found_in_its_page(page: Copied) -> None:
    above = [{"T": TITLE, "S": STANDFIRST}.get(line, line) for line in page.above.split("\n")]
    draft = single(take_apart(*above, *TEXT, *filter(None, page.below.split("\n")), known=COPIED))
    assert draft.title == TITLE
    assert [block.text for block in draft.blocks] == list(TEXT)
    assert (draft.date.iso[:10] if draft.date else None) == page.day
    assert draft.authors == page.authors
    assert (draft.source, draft.dateline) == (page.source, page.dateline)
    assert draft.description == page.standfirst


def test_letters_for_the_size_of_the_type_are_no_kicker() -> None:
    draft = single(take_apart(TITLE, "A", "A", "A", "12 يناير 2021", *TEXT, known=COPIED))
    assert draft.kicker is None
    assert [block.text for block in draft.blocks] == list(TEXT)


def test_captions_within_a_text_are_taken_out() -> None:
    of_picture = ("صدر الصورة،Reuters", "التعليق على الصورة،", "تلاميذ في باحة المدرسة الجديدة في حي الميناء")
    draft = single(take_apart(TITLE, "12 يناير 2021", TEXT[0], *of_picture, *TEXT[1:], known=COPIED))
    assert [block.text for block in draft.blocks] == list(TEXT)
    assert draft.removed == of_picture


def test_tags_below_a_text_become_tags(press: Press) -> None:
    press.put("web/a.txt", "\n".join([TITLE, "12 يناير 2021", *TEXT, "مدرسة", "حي الميناء", "التعليم المبكر"]))
    (article,) = press.take_in()
    assert {"مدرسة", "حي الميناء", "التعليم المبكر"} <= set(article.tags)


@pytest.mark.parametrize(
    "below",
    [
        ("وفاز في المسابقة:", "سامي خليل", "رنا عيسى", "هدى ناصر"),
        ("الأولى في الجري", "الثانية في الرمي", "الثالثة في السباحة"),
    ],
    ids=["winners", "places in a race"],
)
def test_a_list_that_ends_a_text_stays(press: Press, below: tuple[str, ...]) -> None:
    press.put("web/a.txt", "\n".join([TITLE, "12 يناير 2021", *TEXT, *below]))
    (article,) = press.take_in()
    assert [line for line in below if line.strip(":") not in article.body] == []


@pytest.mark.parametrize(
    ("line", "below", "taken"),
    [
        ("قتل ثلاثة أشخاص في حادث سير على الطريق الساحلي (رويترز)", None, 0),  # the last line credits its text
        ("سامي خليل", "سامي خليل", 0),
        ("فتحت المدرسة أبوابها صباح الأحد. (BCT/Sami Khalil)", None, 0),
        ("فتحت المدرسة أبوابها صباح الأحد. (الأناضول)", None, 0),
        ("التوقيت: 13:45 في العاصمة", "التوقيت: 13:45 في العاصمة", 0),
        ("متطوعون يغرسون الأشجار - AIC PRESS", "رنا عيسى", 1),
        ("© Sputnik . Sami Khalil", "تلاميذ في باحة المدرسة", 2),
        ("© Sputnik . Sami Khalil", "12 يناير 2021", 1),
    ],
)
def test_captions(line: str, below: str | None, taken: int) -> None:
    lines = [Line.of(text, n) for n, text in enumerate((line, below) if below else (line,), 1)]
    assert read_caption(lines, 0, Known(is_pasted=True)) == taken


def test_an_opening_said_above_the_text_is_not_said_twice() -> None:
    opening = "عمان 12 كانون الثاني (بترا) سامي خليل"
    paragraph = f"عمان 12 كانون الثاني (بترا)- سامي خليل- {TEXT[0]}"
    draft = single(take_apart(TITLE, opening, paragraph, *TEXT[1:], known=COPIED))
    assert draft.description is None
    assert opening in draft.removed
    assert draft.blocks[0].text.endswith(TEXT[0])


@pytest.mark.parametrize("year", ["2001»..", "11 سبتمبر 2001"])
def test_a_date_that_the_breaking_of_lines_sets_alone_is_no_day_of_the_article(year: str) -> None:
    rows = (
        "أفاد بيان البلدية أمس أن المدرسة الجديدة في حي الميناء القديم تتسع لأكثر من ستمئة تلميذ",
        "وأنها ثاني مدرسة تفتح في الحي نفسه منذ أن أغلقت المدرسة الأولى بعد حريق لم تعرف أسبابه",
        "وقال رئيس البلدية إن المبنى القديم الذي احترق كان قد شيد قبل مئة عام وإنه أغلق في «عام",
        year,
        "وكانت البلدية قد أعلنت مطلع العام أن المدرسة ستفتح أبوابها قبل نهاية الصيف، لكن العمل تأخر.",
    )
    draft = single(take_apart(TITLE, *rows, *TEXT, known=COPIED))
    said = " ".join((draft.description or "", *(block.text for block in draft.blocks)))
    assert [row for row in rows if row not in said] == []


def test_a_name_on_which_a_broken_line_goes_on_is_no_byline() -> None:
    rows = (
        "تنفيذا لما وعد به رئيس البلدية الشيخ سامي بن",
        "عبدالعزيز الخليل -حفظه الله - من توسعة المدرسة",
        "افتتحت البلدية صباح أمس المبنى الجديد في حي الميناء الذي تأخر عامين.",
    )
    draft = single(take_apart(TITLE, *rows, *TEXT, known=COPIED))
    assert (draft.authors, draft.description) == ((), None)
    assert [block.text for block in draft.blocks] == [*rows, *TEXT]
