"""The tokens of right-to-left text that need isolation. Chromium's verdict on them: tests/browser."""

from __future__ import annotations

import pytest

from generator.text.bidi import left_to_right_spans, strip_controls


def tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in left_to_right_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("صدر في 2024-05-02 عن الوزارة", ["2024-05-02"]),
        ("في 2024-05-02T14:35:00+03:00 تماما", ["2024-05-02T14:35:00+03:00"]),
        ("في 2024-05-02 14:35 تماما", ["2024-05-02 14:35"]),
        ("اتصل بالرقم +20 2 2345-6789 الآن", ["+20 2 2345-6789"]),
        ("أو 091 123 4567، أو (021) 333-4444.", ["091 123 4567", "(021) 333-4444"]),
        ("تراجع −4.1 % ثم -5، و+3 نقاط", ["−4.1 %", "-5", "+3"]),
        ("بين -5 و(-7)", ["-5", "-7"]),
        ("توقيت غرينتش+3، أو غرينتش-3:30", ["3:30"]),
        ("كوفيد-19 والمادة-7", ["19", "7"]),
        ("بلغ $350 و€20", ["$350", "€20"]),
        ("من 2014-2020 أو 10 – 12 أو 3×4=12", ["2014-2020", "10 – 12", "3×4=12"]),
        ("الإصدار 1.2.3 و v2.0.1", ["1.2.3", "v2.0.1"]),
        ("نُشر في 14/06/2025. وعُدّل في 15/6/2025-", ["14/06/2025", "15/6/2025"]),
        ("الملف a/b/c والمسار /usr/local/bin", ["a/b/c", "/usr/local/bin"]),
        ("الأعداد 15 و3.5 و1,200 و14:35 و٢٠٢٥-٠٦", []),
        ("لا شيء هنا - أبدا", []),
    ],
)
def test_numbers_with_inner_signs(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("لغة C++ ولغة C# و F#", ["C++", "C#", "F#"]),
        ("شركة OliveTech Ltd. وقعت", ["OliveTech Ltd."]),
        ("في U.S. وكذلك J.K. Rowling", ["U.S.", "J.K. Rowling"]),
        ("أعلنت شركة Microsoft. وقال", ["Microsoft"]),
        ("منها Google، Apple وNokia (CNN)", ["Google", "Apple", "Nokia (CNN)"]),
        ("انظر https://example.org/a/b?x=1. ثم", ["https://example.org/a/b?x=1"]),
        ("راسل test@example.org أو @user", ["test@example.org", "@user"]),
        ("COVID-19 وiPhone 15 الجديد", ["COVID-19", "iPhone 15"]),
        ("دفعت Microsoft 15 مليار دولار", ["Microsoft"]),
        ("تقنية 5G وسيارة 4x4 بـ$5m", ["5G", "4x4", "$5m"]),
        ("سرعة km/ساعة", ["km"]),
        ("قال “We will build it. Then we go.” ثم", ["We will build it. Then we go."]),
        ("(see: A.B.C. Ltd.) ثم", ["see: A.B.C. Ltd."]),
        ("Sergey Lavrov (Russia) قال (Hakan Fidan", ["Sergey Lavrov (Russia)", "Hakan Fidan"]),
        ("«Le Monde» و«El País»", ["Le Monde", "El País"]),
        ("Президент قال", ["Президент"]),
        ("من é 15 مليون", ["é"]),
        ("قال a (b (c)) ثم", ["a (b (c))"]),
        ("ثم (a (b [c) d] e", ["a (b [c) d", "e"]),
    ],
)
def test_words_written_from_left_to_right(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بسرعة 160 km/h على الطريق", ["160 km/h"]),
        ("بسرعة 160km/h، ثم 100 mph.", ["160km/h", "100 mph"]),
        ("وزنه 3.5 kg وطوله 1,200 m وعرضه 12 cm", ["3.5 kg", "1,200 m", "12 cm"]),
        ("سعة 512 GB وتردد 2.4 GHz", ["512 GB", "2.4 GHz"]),
        ("مساحة 100 m² أو 4 km2 أو 5 m³/s", ["100 m²", "4 km2", "5 m³/s"]),
        ("بين 25 °C أو -5°C و90 °F", ["25 °C", "-5°C", "90 °F"]),
        ("نسبة 15% أو 4.1 % أو 10-12%", ["15%", "4.1 %", "10-12%"]),
        ("بين 100-120 km/h أو 10 – 12 kg", ["100-120 km/h", "10 – 12 kg"]),
        ("بسرعة ١٦٠ km/h", ["١٦٠ km/h"]),
        ("سرعة 160 km/ساعة", ["160 km"]),
        ("باعت 15 Microsoft و15 million", ["Microsoft", "million"]),
        ("في 2025 مليون", []),
    ],
)
def test_a_number_and_its_unit_are_one(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_a_sentence_without_arabic_is_one_token() -> None:
    assert tokens(" The full text, in English (sic). ") == ["The full text, in English (sic)."]


def test_strip_controls() -> None:
    controls = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert strip_controls(f"a{controls}b\u200c\u200d") == "ab\u200c\u200d"
