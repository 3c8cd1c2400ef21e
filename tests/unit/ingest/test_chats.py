"""Texts that somebody passes on in a chat, as programs for chats export them, among what people say to each other."""

from __future__ import annotations

from typing import Any

import pytest

FLOOD = (
    "السيول تقطع طريق وادي الريان",
    "قطعت السيول طريق وادي الريان في ثلاثة مواضع، وعملت فرق الأشغال ست ساعات على إعادة فتحه أمام المركبات.",
    "ولم تسجل إصابات، وفق ما قاله مدير الأشغال في المحافظة مساء أمس.",
)
STRIKE = (
    "عمال الصوامع يعلقون إضرابهم",
    "علق عمال الصوامع إضرابهم الذي استمر تسعة أيام، بعد أن وعدت الشركة بصرف العلاوات المتأخرة قبل نهاية الشهر.",
)


def at(hour: str, words: str, sender: str = "لينا", form: str = "14/03/2024, {} - {}: {}") -> str:
    return form.format(hour, sender, words)


def exported(form: str) -> str:
    lines = [
        "14/03/2024, 07:50 - Messages and calls are end-to-end encrypted. Nobody outside of this chat can read them.",
        at("08:00", "صباح الخير", form=form),
        *(at("08:05", FLOOD[0], form=form), *FLOOD[1:]),
        at("08:06", "<Media omitted>", form=form),
        at("08:09", "شكراً يا لينا", "كريم", form),
        *(at("09:30", STRIKE[0], "كريم", form), *STRIKE[1:]),
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", ["14/03/2024, {} - {}: {}", "[14/03/2024, {}:11] {}: {}", "14.3.24, {} - {}: {}"])
def test_texts_in_an_exported_chat_are_articles_and_the_talk_between_them_is_nobodys_business(
    press: Any, form: str
) -> None:
    press.put("a.txt", exported(form))
    articles = press.take_in()
    assert [each.title for each in articles] == [FLOOD[0], STRIKE[0]]
    assert [each.body.strip() for each in articles] == ["\n\n".join(FLOOD[1:]), STRIKE[1]]
    assert not any("شكراً" in line or "كريم" in line for each in articles for line in each.provenance.removed)


def test_one_text_among_the_talk_is_an_article(press: Any) -> None:
    press.put("a.txt", "\n".join((at("08:05", FLOOD[0]), *FLOOD[1:], at("08:06", "تمام", "كريم"))) + "\n")
    assert press.one().title == FLOOD[0]


def test_a_chat_of_people_is_set_aside_and_told(press: Any) -> None:
    said = "سألت الجيران جميعاً أمس عن موعد عودة المياه، ولم يعرف أحد منهم شيئاً، فملأت ما عندي من أوعية."
    press.put("a.txt", "\n".join((at("08:05", said), at("08:06", said, "كريم"), at("08:09", "خيراً"))) + "\n")
    assert press.take_in() == []
    (problem,) = press.problems
    assert (problem.code, problem.line, problem.found) == ("private-chat", 1, at("08:05", said)[:60])


def test_a_text_without_a_headline_is_told_to_lack_it(press: Any) -> None:
    press.put("a.txt", f"{' '.join(FLOOD[1:])}\n{STRIKE[1]}\n")
    assert press.take_in() == []
    (problem,) = press.problems
    assert problem.cure == "write its headline above the text, on a line of its own"
