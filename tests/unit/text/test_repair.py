"""What is mended in a document's text, what is left alone, and what is counted."""

from __future__ import annotations

import pytest

from generator.text.repair import is_destroyed, repair_inline, repair_text


def repaired(text: str) -> str:
    return "\n".join(line.text for line in repair_text(text).lines)


def counts(text: str) -> dict[str, int]:
    return dict(repair_text(text).repairs)


class TestLostEmoji:
    def test_groups_at_the_ends_of_a_line_make_it_decorated(self) -> None:
        (line,) = repair_text("???? خطة جديدة للطرق ????\ufe0f").lines
        assert (line.text, line.decorated_start, line.decorated_end) == ("خطة جديدة للطرق", True, True)
        assert dict(line.repairs) == {"lost-emoji": 2, "stray-variation-selector": 1}

    def test_a_kicker_line(self) -> None:
        (line,) = repair_text("????\ufe0f تونس | افتتاح ميناء").lines
        assert (line.text, line.decorated_start, line.decorated_end) == ("تونس | افتتاح ميناء", True, False)

    def test_a_lost_and_a_present_emoji(self) -> None:
        (line,) = repair_text("???? طاقة الرياح \u2699\ufe0f").lines
        assert (line.text, line.decorated_start, line.decorated_end) == ("طاقة الرياح", True, True)
        assert dict(line.repairs) == {"lost-emoji": 1, "decorative-emoji": 1}

    @pytest.mark.parametrize("text", ["????????\u200d????", "???? ????", "????????"])
    def test_a_line_of_nothing_else_becomes_empty(self, text: str) -> None:
        assert repaired(text) == ""

    @pytest.mark.parametrize(
        "text", ["هل حدث ذلك????", "Really????", "لماذا؟؟؟؟", "ماذا؟ ???", "who?", "????? x", "نعم ??"]
    )
    def test_question_marks_that_stay(self, text: str) -> None:
        assert repaired(text) == text
        assert counts(text) == {}

    def test_inside_a_line_the_words_around_stay_apart(self) -> None:
        assert repaired("قبل ???? بعد") == "قبل بعد"


class TestDestruction:
    @pytest.mark.parametrize(
        "text",
        ["????? ???????", "???? ????? ??? ????????", "??? 2025 ?????", "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd x"],
    )
    def test_destroyed(self, text: str) -> None:
        assert is_destroyed(text)
        assert repaired(text) == text

    @pytest.mark.parametrize("text", ["", "???? خبر ????", "ما هذا؟ ????", "????", "a?", "Why???", "???? ???? ????"])
    def test_not_destroyed(self, text: str) -> None:
        assert not is_destroyed(text)

    def test_a_document_is_judged_as_a_whole(self) -> None:
        assert is_destroyed("????? ????\n?????? ?? ???\nBBC 2025")
        assert not is_destroyed("عنوان الخبر\n????? ????\nفقرة طويلة من الخبر لم يصبها شيء من التلف أبدا")
        assert is_destroyed("???? ???? ???? ????\n???? ????????")


class TestDecoration:
    @pytest.mark.parametrize(
        ("text", "bare", "count"),
        [
            ("🔴 عاجل: افتتاح الميناء", "عاجل: افتتاح الميناء", 1),
            ("خبر 👇🏽👇🏽", "خبر", 2),
            ("🇱🇾 ليبيا 🇱🇾", "ليبيا", 2),
            ("👨‍👩‍👧 الأسرة", "الأسرة", 1),
            ("✅ تم", "تم", 1),
            ("🔴🔴🔴", "", 3),
        ],
    )
    def test_emoji_at_the_ends_go(self, text: str, bare: str, count: int) -> None:
        assert repaired(text) == bare
        assert counts(text) == {"decorative-emoji": count}

    @pytest.mark.parametrize("text", ["قال 😀 ثم مضى", "حقوق النشر ©", "شركة™", "20°", "1️⃣ أولا", "• بند", "→ سهم"])
    def test_signs_that_stay(self, text: str) -> None:
        assert repaired(text) == text


class TestCharacters:
    @pytest.mark.parametrize(
        ("text", "mended", "name", "count"),
        [
            ("ليبيا\u200b\u2060\ufeff", "ليبيا", "invisible-characters", 3),
            ("co\u00adoperation", "cooperation", "invisible-characters", 1),
            ("\u202bنص\u202c \u2067نص\u2069\u200f", "نص نص", "bidi-controls", 5),
            ("10\u00a0%\u202f\u2009x", "10 %  x", "non-breaking-space", 3),
            ("a\x00b\x81c\x07d\ufffee", "abcde", "control-characters", 4),
            ("a\ud83db", "a\ufffdb", "damaged-characters", 1),
            ("cafe\u0301", "café", "nfc", 1),
            ("\ufefb\ufe8e", "لاا", "presentation-forms", 2),
            ("نص\ufe0f", "نص", "stray-variation-selector", 1),
            ("الثلاثـــاء", "الثلاثاء", "tatweel", 3),
        ],
    )
    def test_mended_and_counted(self, text: str, mended: str, name: str, count: int) -> None:
        assert repaired(text) == mended
        assert counts(text) == {name: count}

    @pytest.mark.parametrize(
        "text",
        [
            "لـ تفادي",
            'بـ"الجيش"',
            "الـ36",
            "وبالـ 5 مئة",
            "للـ12",
            "1446 هـ",
            "هـ\u200d",
            "گفت\u200cوگو",
            "می\u200cشود",
            "x² + ½ = ①",
            "ﷺ و ﷲ",
            "مُعَلِّم",
            "“اقتباس” «اقتباس»",
            "٢٠٢٥",
            "❤️ قلب ❤️ x",
            "a 👨\u200d👩\u200d👧 b",
            "a\tb",
        ],
    )
    def test_left_alone(self, text: str) -> None:
        assert repaired(text) == text or text.startswith("❤")
        assert "invisible-characters" not in counts(text)
        assert "tatweel" not in counts(text)

    @pytest.mark.parametrize(
        ("text", "mended"),
        [
            ("المـــؤســـس", "المؤسس"),
            ("لـــ تفادي", "لـ تفادي"),
            ("خبرـــ", "خبر"),
            ("ــــــــ", ""),
            ("بـالجيش", "بالجيش"),
            ("العـ36", "الع36"),
        ],
    )
    def test_tatweel(self, text: str, mended: str) -> None:
        assert repaired(text) == mended

    def test_zero_width_non_joiner_without_effect_goes(self) -> None:
        assert repaired("\u200cنص\u200c دار\u200cنا a\u200cb") == "نص دارنا ab"

    def test_isolated_forms_of_marks_bring_no_space(self) -> None:
        assert repaired("كتب\ufe76") == "كتبَ"

    def test_pairs_of_surrogates_are_joined(self) -> None:
        assert repaired("a \ud83d\ude00 b") == "a 😀 b"


class TestLines:
    def test_lines_keep_their_numbers(self) -> None:
        lines = repair_text("a\r\n\r\nb\rc\n d ").lines
        assert [(line.number, line.text) for line in lines] == [(1, "a"), (2, ""), (3, "b"), (4, "c"), (5, "d")]

    def test_a_line_divided_by_a_separator_keeps_one_number(self) -> None:
        lines = repair_text("a\u2028b\u2029c\x0bd\ne").lines
        assert [(line.number, line.text) for line in lines] == [(1, "a"), (1, "b"), (1, "c"), (1, "d"), (2, "e")]

    def test_counts_are_those_of_all_lines_in_order_of_name(self) -> None:
        result = repair_text("a\u200b\n\u200bb\u00a0c")
        assert result.repairs == (("invisible-characters", 2), ("non-breaking-space", 1))

    def test_inline_is_one_line(self) -> None:
        assert repair_inline(" ???? عنوان\u00a0 \n على سطرين 🔴") == "عنوان على سطرين"


class TestMojibake:
    ARABIC = "أعلنت المؤسسة الوطنية للنفط استئناف التصدير من ميناء الحريقة."

    @pytest.mark.parametrize(
        ("encoding", "read_as"),
        [
            ("utf-8", "latin-1"),
            ("utf-8", "cp1256"),
            ("cp1256", "cp1252"),
            ("cp1256", "latin-1"),
            ("iso-8859-6", "cp1252"),
            ("iso-8859-6", "latin-1"),
        ],
    )
    def test_arabic(self, encoding: str, read_as: str) -> None:
        damaged = self.ARABIC.encode(encoding).decode(read_as)
        assert repaired(damaged) == self.ARABIC
        assert counts(damaged)["mojibake"] == 1

    def test_western(self) -> None:
        assert repaired("â€œLibyaâ€\x9d isnâ€™t") == "“Libya” isn’t"
        assert repaired("cafÃ©") == "café"
        assert repaired("\x93Libya\x94 \x96 he said\x85") == "“Libya” – he said…"

    @pytest.mark.parametrize(
        "text",
        [
            "Opinión de la señora Nuñez: ¿qué pasó en Córdoba?",
            "Příliš žluťoučký kůň úpěl ďábelské ódy",
            "Það er ekki allt gull sem glóir, sagði Þórður",
            "Blåbærsyltetøy på Ørsta, sa Åse",
            "L’été à la plage : « où êtes-vous ? » — œuvre",
            "Türkiye’nin İstanbul şehri güneşli",
            "Öffentliche Straße, Übermaß",
            "ظل الطفل ينتظر طويلا ظهرا",
            "“اقتباس” – قال: ٢٠٪ من «الإنتاج»…",
            "Ærø § 12 ÷ 3 × 4 ±",
            "ÁÉÍÓÚ",
        ],
    )
    def test_right_text_is_never_touched(self, text: str) -> None:
        assert repaired(text) == text
        assert counts(text) == {}
