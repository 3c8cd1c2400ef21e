"""What single lines are: cues, boilerplate, datelines, notes of an original, names."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.credit_names import is_agencies
from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.datelines import Dateline, read_dateline, read_dateline_alone
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import is_headline_like, is_paragraph_like
from generator.ingest.dissect.names import is_person_like, is_role, is_unlabelled_byline, split_names
from generator.ingest.dissect.originals import find_original, read_original


@pytest.mark.parametrize(
    "text",
    [
        "إقرأ أيضاً:", "اقرأ أيضا", "إقرأ أيضًا >>", "* اقرأ أيضاً:", "قد يهمك أيضاً", "قد يعجبك",
        "شاهد أيضاً:", "طالع أيضا…",
        "مواضيع ذات صلة", "أخبار ذات صلة:", "موضوعات متعلقة", "اقرأ المزيد", "المزيد",
        "المزيد من الأخبار", "الأكثر قراءة",
        "اخترنا لك", "ذات صلة", "Read also:", "READ ALSO", "Read more", "Also read:", "See also", "Related articles",
        "RELATED:", "You may also like", "More from this section", "Don't miss", "Don’t miss",
        "Recommended for you", "Lire aussi",
    ],
)  # fmt: skip
def test_cues(text: str) -> None:
    cue = read_cue(text)
    assert cue is not None
    assert cue.headline == ""


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("اقرأ أيضا: «بحر» يفوز بالجائزة", "«بحر» يفوز بالجائزة"),
        ("إقرأ أيضاً | أمطار غزيرة في الشرق", "أمطار غزيرة في الشرق"),
        ("قد يهمك أيضاً – أمطار غزيرة في الشرق", "أمطار غزيرة في الشرق"),
        ("Read also: Rain fills the reservoirs", "Rain fills the reservoirs"),
        ("READ MORE > Rain fills the reservoirs", "Rain fills the reservoirs"),
        ("Related: Rain fills the reservoirs", "Rain fills the reservoirs"),
    ],
)
def test_cues_with_a_headline(text: str, headline: str) -> None:
    cue = read_cue(text)
    assert cue is not None
    assert cue.headline == headline


@pytest.mark.parametrize(
    "text",
    [
        "اقرأ أيضاً وثائقنا قبل أن توقّع على أي عقد",
        "شاهد أيضا آلاف الزوار العرض من الشاطئ",
        "المزيد من المال لا يحل المشكلة وحده: رأي",
        "Read also the notes at the end of the contract",
        "More on this would be welcome, the minister said: nobody objected.",
        "Related firms must report their dealings",
        "Trending: nothing at all today in the port of the northern bay",
        "See also how the others did it in their time",
    ],
)
def test_prose_is_no_cue(text: str) -> None:
    cue = read_cue(text)
    assert cue is None or cue.headline


@pytest.mark.parametrize(
    "text",
    [
        "تابعونا على فيسبوك", "تابعونا على مواقع التواصل", "شارك الخبر", "شارك", "طباعة",
        "جميع الحقوق محفوظة لصحيفة الميناء",
        "لا مانع من الاقتباس وإعادة النشر شريطة ذكر المصدر", "اشترك في نشرتنا", "انتهى/", "إعلان",
        "© 2024 The Bay Courier",
        "Share this article", "Follow us on Facebook", "Facebook Twitter WhatsApp",
        "All rights reserved", "Advertisement",
        "Subscribe to our newsletter", "Copyright 2024 The Bay Courier", "3 min read",
        "Leave a comment", "Print this page",
    ],
)  # fmt: skip
def test_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "شارك على الأقل عشرون ألف شخص في السباق",
        "شارك الوزير في افتتاح المعرض",
        "تابع آلاف المشجعين المباراة من المقاهي",
        "إعلان هدنة في الشمال",
        "انتهى الاجتماع من دون اتفاق",
        "Share of renewable energy reaches a record",
        "Copyright law passes parliament",
        "Register to vote before Friday",
        "Home prices fall again",
        "Print is not dead, publishers say",
        "Follow the money, auditors told",
        "Save the harbour, fishermen say",
    ],
)
def test_news_is_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize("text", ["س.م", "ع ش/أ م", "jd/ab", "(م.ح)", "ع.ج/ م.س (د ب أ)"])
def test_initials(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "day"),
    [
        ("ليبيا – تناول تقرير تحليلي ملامح التعاون.", "ليبيا", None, None),
        ("القاهرة – رويترز: قال باحثون إن الأمطار ملأت السدود.", "القاهرة", "رويترز", None),
        ("القاهرة (رويترز) - قال باحثون إن الأمطار ملأت السدود.", "القاهرة", "رويترز", None),
        ("واشنطن (أ ف ب) – أعلن البيت الأبيض خطته.", "واشنطن", "أ ف ب", None),
        ("عمّان، 2 نيسان (بترا) – افتتحت الوزارة المسار.", "عمّان", "بترا", "2 نيسان"),
        ("القاهرة في 3 مايو 2024 (د ب أ) - أعلنت الوزارة خطتها.", "القاهرة", "د ب أ", "3 مايو 2024"),
        ("الرياض – واس – أعلنت الوزارة خطتها.", "الرياض", "واس", None),
        ("LONDON (Reuters) - The council approved the line.", "LONDON", "Reuters", None),
        ("CAIRO, 3 May (MENA) — The council approved the line.", "CAIRO", "MENA", "3 May"),
        ("SANAA, Monday (Reuters) — Growers are laying lines.", "SANAA", "Reuters", "Monday"),
        ("WASHINGTON, D.C. — The house approved the bill.", "WASHINGTON, D.C.", None, None),
        ("Tripoli (AFP) - The house approved the bill.", "Tripoli", "AFP", None),
        ("الشارقة في 7 مارس 2021 / وام / افتتح المعرض أبوابه.", "الشارقة", "وام", "7 مارس 2021"),
        ("الدوحة في 7 مارس /قنا/ افتتح المعرض أبوابه.", "الدوحة", "قنا", "7 مارس"),
        ("إربد 7 آذار (بترا) - افتتح المعرض أبوابه.", "إربد", "بترا", "7 آذار"),
        ("عدن - سبأ: افتتح المعرض أبوابه.", "عدن", "سبأ", None),
        ("JUBA, 7 March (QQNA) – The fair opened its doors.", "JUBA", "QQNA", "7 March"),
    ],
)
def test_datelines(paragraph: str, place: str, agency: str | None, day: str | None) -> None:
    found = read_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "بحث الوزير – خلال زيارته – سبل التعاون مع نظيره.",
        "قال الوزير: سنبني الجسر هذا العام.",
        "وذكر بيان – صدر أمس – أن الجسر سيُبنى.",
        "The minister – who had just arrived – said nothing.",
        "Growers in the hills (and there are many) - old and young - agree.",
        "Asked about it: nothing.",
        "بين القمح / الشعير / الذرة اختار المزارعون الذرة.",
        "The growers (WHO) - and others - agree.",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_a_known_outlet_or_place_makes_a_dateline() -> None:
    known = Known(places=frozenset({"tunis"}), outlets=frozenset({"delta voice"}))
    found = read_dateline("Sfax (Delta Voice) – The boats are back.", known)
    assert found is not None
    assert found.agency == "Delta Voice"
    found = read_dateline("Tunis – The boats are back.", known)
    assert found is not None
    assert read_dateline_alone("القاهرة – رويترز") is not None
    assert read_dateline_alone("ملف خاص") is None
    assert read_dateline_alone("الرياض: «الشرق الأوسط»") == Dateline("الرياض", "الشرق الأوسط")


def test_a_credit_of_several_agencies() -> None:
    assert is_agencies("فرانس24 / أ ف ب")
    assert is_agencies("Reuters, AP")
    assert not is_agencies("رويترز")
    assert not is_agencies("مركز البلدة / موقع الحفر")
    assert not is_agencies("القمح / الشعير")


def test_what_an_author_is() -> None:
    assert is_role("كاتب وباحث سوري")
    assert is_role("Staff Writer")
    assert not is_role("كاتب يعود إلى قريته بعد عشرين عامًا من الغياب")
    assert not is_role("The writer is gone")


def test_bylines_without_a_label() -> None:
    assert is_unlabelled_byline("د. سالم البحري")
    assert is_unlabelled_byline("فريدة بحري")
    assert not is_unlabelled_byline("بحر الشمال")


@pytest.mark.parametrize(
    ("text", "publisher", "lang"),
    [
        ("تناول تقرير نشرته صحيفة “لو بور” المغربية الناطقة بالفرنسية، ملامح التعاون.", "لو بور", "fr"),
        ("استعرضت صحيفة «ذا باي» المصرية الصادرة بالإنجليزية، في تقرير لها، ملامح التعاون.", "ذا باي", "en"),
        ("سلط تقرير نشره موقع “ذا باي” الناطق باللغة الإنجليزية الضوء على الميناء.", "ذا باي", "en"),
        ("This article, originally published in Arabic by Al-Mina Weekly, looks at the port.", "Al-Mina Weekly", "ar"),
        ("This story first appeared in Le Port Quotidien (French).", "Le Port Quotidien", "fr"),
        ("A report published by the French-language daily Le Port says so.", "Le Port", "fr"),
    ],
)
def test_originals(text: str, publisher: str, lang: str) -> None:
    found = find_original([text])
    assert found is not None
    assert (found.publisher, found.lang) == (publisher, lang)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير لصحيفة «الميناء» إن الجسر سيُبنى هذا العام.",
        "The minister told The Bay Courier that the bridge would be built.",
        "The plan was first published in 2019 and has been changed since.",
    ],
)
def test_quoting_an_outlet_makes_no_original(text: str) -> None:
    assert find_original([text]) is None


def test_labelled_originals() -> None:
    assert read_original("صحيفة “لو بور” الناطقة بالفرنسية").publisher == "لو بور"
    assert read_original("The Bay Courier (in Arabic)").lang == "ar"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("أحمد علي ومحمد حسن", ("أحمد علي", "محمد حسن")),
        ("أحمد علي، سلمى إدريس", ("أحمد علي", "سلمى إدريس")),
        ("محمد علي وليد", ("محمد علي وليد",)),
        ("أحمد علي و محمد حسن", ("أحمد علي", "محمد حسن")),
        ("Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe & Mary Major", ("Jane Doe", "John Roe", "Mary Major")),
    ],
)
def test_names_are_split(value: str, names: tuple[str, ...]) -> None:
    assert split_names(value) == names


def test_names_are_told_from_other_lines() -> None:
    assert is_person_like("د. أحمد علي")
    assert is_person_like("Ludwig van der Berg")
    assert not is_person_like("the storm had passed")
    assert is_unlabelled_byline("محمد العلي")
    assert is_unlabelled_byline("Jane Doe")
    assert not is_unlabelled_byline("الملف الليبي")
    assert not is_unlabelled_byline("PEARL COAST COURIER")


def test_headlines_and_paragraphs() -> None:
    assert is_headline_like("Rain fills the eastern reservoirs")
    assert is_headline_like("هل يعود المطر؟")
    assert not is_headline_like("Rain filled the eastern reservoirs.")
    assert not is_headline_like("Rain")
    assert is_paragraph_like("Rain filled the eastern reservoirs.")
    assert is_paragraph_like("كلمة " * 25)
    assert not is_paragraph_like("Rain fills the eastern reservoirs")


@pytest.mark.parametrize(
    "name",
    ["Hind al-Rashidi", "Ahmed el-Sayed", "Nour ash-Shami", "Abd al-Rahman al-Rashed", "Iyad an-Nahhas", "Zeina d'Arc"],
)
def test_family_names_with_a_small_article_are_names(name: str) -> None:
    assert is_person_like(name)
    assert is_unlabelled_byline(name)
    assert split_names(f"{name} and Omar el-Fassi") == (name, "Omar el-Fassi")


def test_small_words_with_a_hyphen_are_no_names() -> None:
    assert is_person_like("Said el-‘Arabi")
    assert not is_person_like("al-qaeda affiliate strikes")
    assert not is_person_like("editor at-large")
