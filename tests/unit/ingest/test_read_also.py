"""Headings that announce other articles in the middle of a body: they go with their headlines, and the body goes on."""

from __future__ import annotations

from typing import Any

import pytest

from generator.text.markdown import plain_text

TITLE = "افتتاح محمية للطيور في شمال البلاد"
PROSE = (
    "افتتحت الهيئة العامة للبيئة محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
    "وقالت مديرة المحمية إن أكثر من مئتي نوع من الطيور المهاجرة تتوقف فيها كل عام في طريقها إلى الجنوب.",
)
OTHERS = ("البلدية تفتح الطريق الساحلي بعد عام من الإغلاق", "ارتفاع أسعار القمح في الأسواق العالمية")
TITLE_EN = "Bird reserve opens north of the city"
PROSE_EN = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths.",
    "The reserve has four towers and a visitors' centre, and receives its guests from October to March by booking.",
    "More than two hundred kinds of birds rest there every year on their way to the south, its director said.",
)
OTHERS_EN = ("Council opens the coast road after a year", "Wheat prices rise on world markets")
CUES = (
    "اقرأ أيضاً", "اقرأ أيضًا:", "إقرأ أيضا", "اقرا ايضا", "إقرأ ايضاً", "اقراء أيضا", "اقرأ المزيد", "إقرأ المزيد:",
    "مواضيع ذات صلة", "موضوعات ذات صلة:", "المواضيع ذات الصلة", "الأخبار ذات الصلة", "مقالات ذات صلة", "شاهد أيضاً",
    "شاهد ايضا", "المزيد من الأخبار", "المزيد من أخبار لبنان", "قد يهمك أيضاً", "طالع أيضاً", "اقرأ للكاتب أيضاً",
    "المزيد للكاتب", "في الموضوع نفسه", "للمزيد", "اقرأ/ي أيضًا:", "شاهدي أيضاً", "تابعي أيضاً:",
    "اطلع أيضاً", "ذات صلة", "روابط ذات صلة",
)  # fmt: skip
CUES_EN = (
    "Read more", "Read more:", "READ MORE", "Read also", "Related", "Related:", "Related stories", "RELATED ARTICLES",
    "More on this story", "More from this author", "More like this", "See also", "You may also like", "Must read",
    "Latest news", "Explore more", "Popular now", "Editor's picks",
)  # fmt: skip


def page(block: str, *, english: bool = False) -> str:
    """A page with a block between the first paragraph and the others."""
    title, prose = (TITLE_EN, PROSE_EN) if english else (TITLE, PROSE)
    after = "".join(f"<p>{each}</p>" for each in prose[1:])
    return (
        f'<html lang="{"en" if english else "ar"}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<article><h1>{title}</h1><div class="entry-content"><p>{prose[0]}</p>{block}{after}</div></article>'
        "</body></html>"
    )


def links(others: tuple[str, ...]) -> list[str]:
    """Links to other articles."""
    return [f'<a href="https://paper.example/{at}">{each}</a>' for at, each in enumerate(others)]


FORMS = (
    "<h3>{cue}</h3><ul><li>{0}</li><li>{1}</li></ul>",
    "<p><b>{cue}</b></p><p>{0}</p><p>{1}</p>",
    "<p>{cue} {0}</p>",
)


def body_of(press: Any, document: str) -> list[str]:
    """The paragraphs of the only article."""
    press.put("a.html", document)
    return [plain_text(block).strip() for block in press.one().body.strip().split("\n\n")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cue", CUES)
def test_a_block_of_other_articles_is_taken_out(press: Any, cue: str, form: str) -> None:
    assert body_of(press, page(form.format(*links(OTHERS), cue=cue))) == list(PROSE)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cue", CUES_EN)
def test_an_english_block_of_other_articles_is_taken_out(press: Any, cue: str, form: str) -> None:
    assert body_of(press, page(form.format(*links(OTHERS_EN), cue=cue), english=True)) == list(PROSE_EN)


@pytest.mark.parametrize("cue", [*CUES, *CUES_EN])
def test_a_block_in_a_text_is_taken_out_and_kept_apart(press: Any, cue: str) -> None:
    english = cue.isascii()
    title, prose, others = (TITLE_EN, PROSE_EN, OTHERS_EN) if english else (TITLE, PROSE, OTHERS)
    press.put("a.txt", "\n".join((title, prose[0], cue, *others, *prose[1:])) + "\n")
    article = press.one()
    assert [plain_text(block).strip() for block in article.body.strip().split("\n\n")] == list(prose)
    assert all(other in article.provenance.removed for other in others)


@pytest.mark.parametrize(
    "sentence",
    [
        "اقرأ المزيد عن المحمية في كتاب أصدرته الهيئة قبل عام، ويباع عند مدخلها بسعر رمزي.",
        "شاهد الزوار أسراباً من النحام في البركة الوسطى، ولم يقتربوا منها.",
        "حول الموضوع الذي شغل الناس قالت المديرة إن الدخول مجاني للجميع.",
        'وفي <a href="https://paper.example/1">تقرير سابق</a> قالت الهيئة إن الأعمال ستنتهي في الخريف.',
        'شاهد الزوار <a href="https://paper.example/1">أسراب النحام</a>',
    ],
)
def test_a_sentence_that_begins_like_a_cue_is_text(press: Any, sentence: str) -> None:
    assert len(body_of(press, page(f"<p>{sentence}</p>"))) == len(PROSE) + 1


@pytest.mark.parametrize(
    "subhead", ["<h3>Guests by the thousand</h3>", "<p><strong>Guests by the thousand</strong></p>"]
)
@pytest.mark.parametrize("parted", ["<br>", "</p><p>"])
def test_a_subhead_behind_a_list_of_others_opens_no_article(press: Any, subhead: str, parted: str) -> None:
    cued = f"<p>Read more from the Courier:{parted}{parted.join(links(OTHERS_EN))}</p>{subhead}"
    body = body_of(press, page(cued, english=True))
    assert [each.strip("# ") for each in body] == [PROSE_EN[0], "Guests by the thousand", *PROSE_EN[1:]]
