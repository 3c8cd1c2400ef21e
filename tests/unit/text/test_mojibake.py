"""Text that was read in the wrong encoding comes back; text that was read in the right one is never touched."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from generator.text.repair import repair_inline, repair_text

SHARED = Path(__file__).parents[4] / "shared" / "cases" / "newspapers"
WESTERN = "sloppy-windows-1252"  # registered by ftfy, which the repairs import

PARAGRAPHS = (
    "أعلنت بلدية صفاقس أمس عن انطلاق أشغال تهيئة الكورنيش، وقالت إن المرحلة الأولى تدوم 18 شهرا.",
    "قال مدير المستشفى إن «قسم الطوارئ» استقبل 40 مصابا، وإن حالة 3 منهم حرجة؛ ولم يذكر أسماء.",
    "هل تعود المدارس إلى الدوام الكامل؟ الوزارة ترد: لا قرار قبل نهاية الشهر.",
    "ارتفعت أسعار القمح في بورصة شيكاغو إلى 612 سنتا للمكيال بعد جفاف أصاب السهول.",
    "فاز فريق الاتحاد على ضيفه الوحدة 2-1 في الدقيقة الأخيرة من عمر المباراة",
    "كتب أحمد الشريف: ليس في المدينة مسرح واحد يعمل، ولا دار عرض.",
    "مؤتمر صحفي لوزير النقل ظهر اليوم",
    "عُثر على قطع فخارية تعود إلى القرن الثالث، ويُعتقد أنّها من ورشة محلية.",
)
CLEAN = {
    "ar": PARAGRAPHS,
    "fa": ("دولت اعلام کرد که می‌خواهد قیمت نان را ثابت نگه دارد؛ پژوهشگران گفتند این کار دشوار است.",),
    "ur": ("حکومت نے کہا ہے کہ نئی سڑک کا کام اگلے ماہ شروع ہو گا، ٹھیکہ دار کا نام ابھی نہیں بتایا گیا۔",),
    "en": ("“It isn’t over”, the mayor’s café owner said – the façade cost £3m… and the naïve plan failed.",),
    "fr": ("L’été dernier, à Sète, où l’œuvre fut exposée : « Ça ira », répétait le maire déçu — ÉCOLE FERMÉE.",),
    "es": ("La señora Muñoz preguntó: ¿cuándo volverá el camión? ¡Mañana!, respondió él. OPINIÓN",),
    "cs": ("Příští čtvrtek přijede do Žďáru žluťoučký vlak; řidič říká, že úsek měří 12 kilometrů.",),
    "is": ("Það snjóaði í gær á Ísafirði og Þórður sagði að vegurinn væri ófær. ÁÆTLUN",),
    "no": ("På Ærø og i Tromsø så man blå ærfugl; Åse og Øyvind måtte gå hjem. BLÅBÆR",),
    "de": ("Die Straße über die Brücke wird für müde Läufer gesperrt; Größe: 5 m². ÄRZTE",),
    "pt": ("A população não sabia que a estação já fora fechada; «avião», disse João. SÃO PAULO",),
    "tr": ("İstanbul’da güneşli bir gün; şehrin çoğu yeri ışıl ışıl, dedi Özgür.",),
    "ar signs": (
        "مساحة الشقة 120م²، وعرض الخط² كما في الرسم، والمحيط® علامة مسجلة.",
        "الضغط، ثم الضغط؛ هل هو الضغط؟ «الضغط» و“الضغط” – الضغط…",
        "زار الوفد معهد Goethe في جادة Champs-Élysées قرب مقهى à la carte ومتجر Ærø",
        "المربع¹ والمربع² ودرجة 5° وغ° وط°",
    ),
}
DAMAGE = {
    "utf-8 as cp1252": lambda text: text.encode().decode(WESTERN),
    "utf-8 as latin-1": lambda text: text.encode().decode("latin-1"),
    "utf-8 as cp1256": lambda text: text.encode().decode("cp1256"),
    "cp1256 as latin-1": lambda text: text.encode("cp1256").decode("latin-1"),
    "cp1256 as cp1252": lambda text: text.encode("cp1256").decode(WESTERN),
    "iso-8859-6 as cp1252": lambda text: text.encode("iso-8859-6").decode(WESTERN),
    "iso-8859-6 as latin-1": lambda text: text.encode("iso-8859-6").decode("latin-1"),
    "utf-8 twice, as cp1252": lambda text: text.encode().decode(WESTERN).encode().decode(WESTERN),
    "utf-8 twice, as latin-1": lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
    "utf-8 twice, as cp1256": lambda text: text.encode().decode("cp1256").encode().decode("cp1256"),
    "utf-8 as cp1252, then as cp1256": lambda text: text.encode().decode(WESTERN).encode().decode("cp1256"),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_line_that_was_read_wrongly_comes_back(damage: str, text: str) -> None:
    if "iso-8859-6" in damage:
        text = re.sub("[«»]", '"', text)  # that encoding has none
    damaged = DAMAGE[damage](text)
    assert damaged != text
    result = repair_text(damaged)
    assert [line.text for line in result.lines] == [text]
    assert dict(result.repairs)["mojibake"] == 1


@pytest.mark.parametrize("language", CLEAN)
def test_right_text_is_never_touched(language: str) -> None:
    for text in CLEAN[language]:
        assert "mojibake" not in dict(repair_text(text).repairs)


@pytest.mark.parametrize("damage", ["utf-8 as cp1252", "utf-8 as latin-1", "utf-8 as cp1256"])
def test_garbled_quotation_marks_in_a_right_line(damage: str) -> None:
    garble = DAMAGE[damage]
    for text in ("قال المدير “لن نغلق” – ثم خرج…", "في صحيفة «النهار» خبر", "The mayor’s “plan” – it’s dead"):
        damaged = re.sub("[“”‘’–…«»]", lambda sign: garble(sign[0]), text)
        assert repair_inline(damaged) == text


@pytest.mark.parametrize("damage", ["utf-8 as cp1252", "utf-8 as latin-1", "utf-8 as cp1256", "cp1256 as cp1252"])
def test_garbled_words_in_a_right_line(damage: str) -> None:
    text = "قال مدير المستشفى إن قسم الطوارئ استقبل أربعين مصابا في ليلة واحدة"
    damaged = text.replace("قسم الطوارئ استقبل", DAMAGE[damage]("قسم الطوارئ استقبل"))
    assert repair_inline(damaged) == text


def test_right_quotation_marks_in_a_garbled_line() -> None:
    text = "قال المدير “لن نغلق المتجر”، ثم خرج من القاعة"
    damaged = re.sub("[^“”]+", lambda part: part[0].encode().decode(WESTERN), text)
    assert repair_inline(damaged) == text


def test_a_short_line_is_read_as_its_document_was() -> None:
    text = ["أكدت الشركة أن الإنتاج مستمر في كل المصانع", "لم يعلق الوزير على الخبر حتى المساء", "خاص", "صور"]
    damaged = "\n".join(line.encode("cp1256").decode(WESTERN) for line in text)
    assert [line.text for line in repair_text(damaged).lines] == text


def test_a_short_line_alone_stays() -> None:
    assert repair_inline("ÎÇÕ") == "ÎÇÕ"


def test_emoji_and_western_names_come_back_with_the_line() -> None:
    text = "افتتحت شركة Citroën مصنعا جديدا 😀 قرب المدينة"
    assert repair_inline(text.encode().decode("cp1256")) == text
    assert repair_inline(text.encode().decode(WESTERN)) == text


@pytest.mark.skipif(not SHARED.is_dir(), reason="the newspapers of ../shared are not on this machine")
def test_lines_of_real_newspapers() -> None:
    lines = list(newspaper_lines())[::40]
    assert len(lines) > 200
    assert not [line for line in lines if "mojibake" in dict(repair_text(line).repairs)]
    for name, garble in DAMAGE.items():
        tried = lost = 0
        for line in lines[::3]:
            try:
                damaged = garble(line)
            except UnicodeEncodeError:
                continue
            tried += 1
            lost += repair_inline(damaged) != repair_inline(line)
        assert lost <= tried * 0.03, name


def newspaper_lines() -> list[str]:
    """The lines of the newspapers' articles that are long enough to say anything."""
    lines = []
    for archive in sorted(SHARED.glob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                for article in json.loads(opened.read(name)):
                    lines += (article["content"] or "").split("\n")
    return [line.strip() for line in lines if len(line.strip()) >= 15]
