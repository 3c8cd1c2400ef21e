"""The vocabulary files themselves: complete, without contradiction, and enough to tag what an article is about."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from generator.ingest.tagging import tag_article
from generator.ingest.term_index import build_index
from generator.model.vocabulary import Concept, Taxonomy
from generator.store.vocabulary import read_vocabulary
from generator.text.arabic import tokens

ROOT = Path(__file__).parents[2]
FILES = ("topics.yml", "people.yml", "organisations.yml", "places.yml")
VOCABULARY, PROBLEMS = read_vocabulary(ROOT)
INDEX = build_index(VOCABULARY)
CONCEPTS = tuple(VOCABULARY.concepts.values())
# Names that two places really share: they are weak in both.
SHARED = {"طرابلس", "عمان", "القدس", "الكونغو", "Tripoli", "Jerusalem", "Congo", "Congolese"}


def _of(taxonomy: Taxonomy) -> list[Concept]:
    return [concept for concept in CONCEPTS if concept.taxonomy is taxonomy]


def _folded(text: str) -> str:
    return " ".join(token.text for token in tokens(text))


def _tags(title: str, *texts: str) -> set[str]:
    return set(tag_article(title, texts, INDEX))


def test_the_files_load_without_a_problem() -> None:
    assert PROBLEMS == ()


def test_there_is_enough_of_each() -> None:
    assert len([each for each in _of(Taxonomy.TOPIC) if each.broader is None]) == 17
    assert len(_of(Taxonomy.TOPIC)) >= 55
    assert len(_of(Taxonomy.PERSON)) >= 80
    assert len(_of(Taxonomy.ORGANISATION)) >= 80
    assert len(_of(Taxonomy.PLACE)) == 250


def test_topics_are_the_seventeen_and_lie_below_them() -> None:
    tops = {f"medtop:{number:02}000000" for number in range(1, 18)}
    assert {each.id for each in _of(Taxonomy.TOPIC) if each.broader is None} == tops
    for concept in _of(Taxonomy.TOPIC):
        below = concept
        while below.broader is not None:
            below = VOCABULARY.concepts[below.broader]
        assert below.id in tops
        assert {language.value for language, _ in concept.keywords} == {"ar", "en"}


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc_without_controls_and_attributed(name: str) -> None:
    text = (ROOT / "content/vocabulary" / name).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [character for character in text if unicodedata.category(character) in {"Cf", "Co", "Cn"}]
    assert name != "topics.yml" or "CC BY 4.0" in text


def test_labels_are_in_their_language() -> None:
    for concept in CONCEPTS:
        assert any("\u0621" <= letter <= "\u064a" for letter in concept.labels.ar), concept.id
        assert not any("\u0621" <= letter <= "\u064a" for letter in concept.labels.en), concept.id


def test_no_form_means_two_things() -> None:
    """A label or name belongs to one concept of its kind; what two places share is weak in both."""
    owners: dict[tuple[Taxonomy, str], set[str]] = defaultdict(set)
    shared = {_folded(name) for name in SHARED}
    for concept in CONCEPTS:
        weak = {_folded(text) for _, text in concept.weak}
        for name in (concept.labels.ar, concept.labels.en, *(name for _, name in concept.names)):
            if _folded(name) not in weak and concept.taxonomy is not Taxonomy.TOPIC:
                owners[concept.taxonomy, _folded(name)].add(concept.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}
    assert not [name for _, name in owners if name in shared]


def test_no_phrase_is_blocked_that_is_somebody_s_name() -> None:
    names = {_folded(name) for concept in CONCEPTS for name in _names(concept)}
    blocked = {_folded(text) for concept in CONCEPTS for _, text in concept.blocked}
    assert blocked & names == set()


def _names(concept: Concept) -> list[str]:
    if concept.taxonomy is Taxonomy.TOPIC:
        return []
    return [concept.labels.ar, concept.labels.en, *(name for _, name in concept.names), *(t for _, t in concept.weak)]


def test_every_form_is_a_word() -> None:
    for concept in CONCEPTS:
        for _, text in (*concept.names, *concept.weak, *concept.blocked, *concept.keywords):
            assert _folded(text), concept.id


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("زار الوفد ليبيا", "LY"),
        ("وصلت السفينة إلى بنغازي", "LY"),
        ("وللسعودية موقف آخر", "SA"),
        ("قالت أميركا إنها ستدعم الخطة", "US"),
        ("محادثات في الدوحة", "QA"),
        ("انطلق السباق من مدينة وجدة", "MA"),
        ("يقيم الطلاب في وجدة", "MA"),
        ("قصف على ريف درعا", "SY"),
        ("حريق في سهل البقاع", "LB"),
        ("وصل إلى مدينة الأقصر", "EG"),
        ("سكان محافظة مأرب", "YE"),
        ("تظاهرة في العاصمة سيول", "KR"),
        ("وفد من الإمارات", "AE"),
        ("انطلقت القافلة من سلطنة عمان", "OM"),
        ("من العاصمة الأردنية عمان", "JO"),
        ("أعلنت كوريا الجنوبية خطتها", "KR"),
        ("دولة جنوب السودان", "SS"),
        ("The talks moved to Doha", "QA"),
        ("The U.S. said so", "US"),
        ("the UAE's new port", "AE"),
        ("a ferry from Türkiye", "TR"),
        ("Jordanian officials in Amman", "JO"),
        ("the road from Tbilisi to Georgia's coast", "GE"),
        ("the Democratic Republic of Congo", "CD"),
    ],
)
def test_a_place_is_found(text: str, place: str) -> None:
    assert {tag for tag in _tags("", text) if tag.startswith("place/")} == {f"place/{place}"}


@pytest.mark.parametrize(
    "text",
    [
        "يبلغ نصف قطر الدائرة مترين",
        "منطقة المحيطين الهندي والهادئ",
        "المركز المالي الجديد ودعم مالي كبير",
        "البنات والبنون وبنين المدرسة",
        "أذان المغرب وصلاة المغرب",
        "عاد إلى مسقط رأسه",
        "صحيفة نيويورك تايمز",
        "أمريكا اللاتينية",
        "خسرت نهائي بطولة الولايات المتحدة المفتوحة",
        "فاز ببطولة أميركا المفتوحة",
        "نصف نهائي بطولة فرنسا المفتوحة",
        "لقب أستراليا المفتوحة",
        "She won the US Open, the French Open and the Australian Open",
        "سافر جدة الطفل معه",
        "افتتح المركز فرعين في الرياضة وجدة",
        "تسلم اللاعب درعًا تذكاريًا وجدّد عقده",
        "آلات تدمر الغابات كل يوم",
        "وقع في الفخ صيدا سهلا",
        "حرص على خدمة ضيوف الرحمن بالبقاع المقدسة",
        "أصيب بقطع في الرباط الصليبي",
        "أجريت له عملية لعلاج المياه الزرقاء في العين",
        "حمل الجندي البندقية على كتفه",
        "اختارت المصممة اللون الرمادي",
        "كسرت الفتاة المزهرية ثم سرت في الطريق",
        "نظم العمال المهرة ورشة ثانية",
        "أمسية من القصائد النبطية",
        "خلفت سيول جارفة خسائر كبيرة",
        "سجل أمين بخاري هدفين",
        "سلك السائق الطريق الأقصر ثم الطريق الموصل بينهما",
        "تعطل كابل الإنترنت البحري",
        "تنظيم القاعدة في بلاد المغرب الإسلامي",
        "الخبر السار في الصفحة الأولى",
        "Michael Jordan played there",
        "He wrote for the New York Times",
        "the Indian Ocean",
        "under the Paris Agreement",
        "Latin America",
        "Chad Smith and Georgia Brown",
        "tell us what turkey costs",
    ],
)
def test_no_place_is_found(text: str) -> None:
    assert not [tag for tag in _tags("", text) if tag.startswith("place/")]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("التقى لافروف نظيره", "person/sergey-lavrov"),
        ("قال هاكان فيدان", "person/hakan-fidan"),
        ("President Erdoğan spoke", "person/recep-tayyip-erdogan"),
        ("António Guterres called for calm", "person/antonio-guterres"),
        ("دعت الأونروا إلى", "organisation/unrwa"),
        ("قررت أوبك زيادة الإنتاج", "organisation/opec"),
        ("the IMF board met", "organisation/imf"),
        ("the Arab League summit", "organisation/arab-league"),
        ("أعلنت منظمة الصحة العالمية", "organisation/who"),
    ],
)
def test_a_person_or_organisation_is_found(text: str, concept: str) -> None:
    assert concept in _tags("", text)


@pytest.mark.parametrize(
    "text",
    [
        "who said that",
        "استقبله الجمهور بحماس شديد",
        "امتصاص حماس الخصم في الشوط الأول",
        "فتح الباب",
        "عون كبير وصلاح حال",
        "وضعت ماسك الطين على وجهها",
        "رئيس الاتحاد الأوروبي للعبة",
        "افتتح الأمير فيصل بن سلمان بن عبدالعزيز المعرض",  # a prince, and whose son he is
        "كأس خادم الحرمين الشريفين",  # a title that more than one king has borne
        "مركز الملك سلمان الاجتماعي",
        "the King Salman Park",
        "a mask of musk",
    ],
)
def test_no_person_or_organisation_is_found(text: str) -> None:
    assert not [tag for tag in _tags("", text) if tag.startswith(("person/", "organisation/"))]


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        (
            "فتح صناديق الاقتراع في الانتخابات البلدية",
            "توجه الناخبون إلى مراكز الاقتراع لاختيار المرشحين.",
            "medtop:20000574",
        ),
        ("زلزال يضرب الساحل", "بدأت فرق الإنقاذ البحث تحت الأنقاض بعد هزات ارتدادية.", "medtop:20000148"),
        ("المنتخب يفوز بركلات الترجيح", "سجل اللاعبون ثلاثة أهداف في المباراة على الملعب الكبير.", "medtop:20001065"),
        ("البنك المركزي يرفع أسعار الفائدة", "قالت لجنة السياسة النقدية إن التضخم ما زال مرتفعا.", "medtop:04000000"),
        ("حملة تطعيم ضد شلل الأطفال", "قالت وزارة الصحة إن اللقاح متوفر في المستشفيات.", "medtop:07000000"),
        ("رائد فضاء يعود من محطة الفضاء الدولية", "هبطت المركبة الفضائية في البحر.", "medtop:20000739"),
        ("عاصفة رملية وموجة حر", "توقعت الأرصاد الجوية انخفاض درجات الحرارة.", "medtop:17000000"),
        (
            "Polls open in municipal elections",
            "Voters queued at polling stations to choose candidates.",
            "medtop:20000574",
        ),
        ("Earthquake shakes the coast", "Rescuers searched the rubble after aftershocks.", "medtop:20000148"),
        ("Court jails former mayor for bribery", "The judge said corruption had harmed the town.", "medtop:02000000"),
        (
            "Ceasefire holds after prisoner exchange",
            "Clashes and shelling stopped as the truce began.",
            "medtop:16000000",
        ),
        ("Students return to university", "Teachers said exams would follow the new curriculum.", "medtop:05000000"),
    ],
)
def test_a_topic_is_found(title: str, text: str, topic: str) -> None:
    assert topic in _tags(title, text)


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("تعمل الحافلات في العاصمة مسقط منذ الصباح", "place/OM", True),
        ("افتتحت بلدية مسقط الممشى", "place/OM", True),
        ("عاد الشاعر إلى مسقط رأسه في الجبال", "place/OM", False),
        ("وفي مسقط رأسها بيت قديم", "place/OM", False),
        ("رسم المهندس مسقط البيت", "place/OM", False),
        ("قرى الضفة الغربية تنتظر المطر", "place/PS", True),
        ("أعيد بناء المدارس على الضفة الغربية من الوادي", "place/PS", False),
        ("زيت جوز الهند وحليبه", "place/IN", False),
        ("أنبوب بقطر مترين", "place/QA", False),
        ("على ضفاف نهر السنغال", "place/SN", False),
        ("صيادو خليج غينيا", "place/GN", False),
        ("Panama hats are woven by hand", "place/PA", False),
        ("مقابر الملوك على الضفة الغربية للنيل", "place/PS", False),
    ],
)
def test_capital_and_bank_are_told_from_other_words(text: str, place: str, named: bool) -> None:
    assert (place in _tags("خبر", text)) is named
