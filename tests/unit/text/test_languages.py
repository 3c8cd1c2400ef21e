"""Which language a text is in."""

from __future__ import annotations

import pytest

from generator.text.languages import identify_language

CASES = {
    "ar": [
        "استئناف تصدير النفط من ميناء الحريقة",
        "ليبيا",
        "مصر تفوز",
        "چاد وليبيا",
        "گوگل تطلق هاتفا",
        "أعلنت شركة Microsoft عن افتتاح مركز جديد في الرياض",
        "مجلس الأمن يمدد ولاية البعثة",
    ],
    "en": [
        "Oil exports resume from Hariga port",
        "UN envoy meets mayors",
        "Al-Marsad",
        "Egypt, Sudan sign water deal",
        "The minister visited the village of باب العزيزية on Monday.",
        "Beyoncé to sing in Cairo",
    ],
    "fa": [
        "افزایش قیمت نفت در بازار جهانی",
        "وزیر خارجه ایران به عراق سفر کرد",
        "گفت‌وگوی تلفنی وزیران خارجه دو کشور",
        "بارش برف در تهران و چند استان دیگر",
    ],
    "ur": ["وزیراعظم کا دورہ سعودی عرب", "لاہور میں بارش سے سڑکیں بند", "پاکستان نے میچ جیت لیا ہے"],
    "fr": [
        "Le ministre a visité le port de Tunis",
        "La crise de l’eau s’aggrave dans le sud",
        "Tunisie : nouvelle grève générale",
    ],
    "es": ["El presidente viaja a El Cairo", "La población de las islas"],
    "de": ["Der Präsident reist nach Kairo", "Die Regierung und das Parlament"],
    "tr": ["Türkiye ile Libya anlaşma imzaladı"],
    "ru": ["Президент прибыл в Каир"],
    "he": ["שלום"],
    "zh": ["利比亚石油出口恢复"],
    "ja": ["リビアの石油輸出が再開"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in CASES.items() for text in texts]
)
def test_identify_language(language: str, text: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize("text", ["", "2025-06-02", "??? !!!", "😀"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert identify_language(text) is None


def test_a_long_text_without_any_known_common_word_is_unknown() -> None:
    assert identify_language("xqzt vrplk " * 60) is None
