"""Threads of forums: the first post is the article, its day the thread's; answers are left out, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

TITLE = "ترميم سور البلدة القديمة يبدأ مطلع الشهر المقبل"
NEWS = (
    "أعلنت البلدية أن أعمال ترميم السور تبدأ مطلع الشهر المقبل وتستمر عشرة أشهر، بكلفة مليوني دينار.",
    "وسيبقى باب السوق مفتوحا أمام المشاة طوال مدة الأعمال، على أن تحول السيارات إلى الطريق الدائري.",
)
ANSWER = "السور يستحق أكثر من ذلك بكثير، وقد سقط منه حجر أمام دكان والدي في الشتاء الماضي ولم يسأل عنه أحد حتى الآن."
SIGNATURE = "كن جميلا تر الوجود جميلا"
JOINED = "تاريخ التسجيل: 09-01-2006"
WORDS = "<br><br>".join(NEWS)


def vbulletin(number: int, words: str, day: str) -> str:
    return (
        f'<div id="edit{number}"><table id="post{number}"><tr><td class="thead">#{number} {day}</td></tr><tr><td>'
        f'<a class="bigusername">راعي الإبل</a><div class="smallfont">{JOINED}</div></td></tr><tr><td>'
        f'<div class="smallfont"><strong>رد: {TITLE}</strong></div><hr><div id="post_message_{number}">{words}</div>'
        f"<div>__________________<br>{SIGNATURE}</div></td></tr></table></div>"
    )


def phpbb(number: int, words: str, day: str) -> str:
    return (
        f'<div id="p{number}" class="post bg1"><dl class="postprofile"><dt>أمين</dt><dd>{JOINED}</dd></dl>'
        f'<div class="postbody"><h3><a href="#p{number}">رد: {TITLE}</a></h3><p class="author">بواسطة <a>أمين</a> » '
        f'{day}</p><div class="content">{words}</div><div class="signature">{SIGNATURE}</div></div></div>'
    )


def xenforo(number: int, words: str, day: str) -> str:
    return (
        f'<article class="message message--post" id="js-post-{number}"><h4 class="message-name">أمين</h4><dl><dd>'
        f"{JOINED}</dd></dl><time>{day}</time><div class='message-body'><div class='bbWrapper'>{words}</div></div>"
        f"<aside class='message-signature'><div class='bbWrapper'>{SIGNATURE}</div></aside></article>"
    )


def read(body: str, generator: str) -> Record:
    source = f'<html dir="rtl"><head><meta name="generator" content="{generator}"><title>{TITLE} - منتدى</title></head>'
    page = f"{source}<body><div><strong>{TITLE}</strong></div>{body}</body></html>"
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/t.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


@pytest.mark.parametrize(
    ("post", "generator"),
    [(vbulletin, "vBulletin 3.8"), (phpbb, "phpBB"), (xenforo, "XenForo")],
    ids=["vbulletin", "phpbb", "xenforo"],
)
def test_the_first_post_is_the_article_and_the_answers_are_told(post: object, generator: str) -> None:
    assert callable(post)
    posts = [post(7, WORDS, "15-04-2010"), post(8, ANSWER, "16-04-2010"), post(9, NEWS[0], "17-04-2010")]
    record = read(f"<div id='posts'>{''.join(posts)}</div>", generator)
    assert [block.text for block in record.blocks] == list(NEWS)
    assert values(record, FieldName.PUBLISHED)[:1] == ["15-04-2010"]
    assert values(record, FieldName.AUTHOR) == []
    told = "\n".join(record.removed)
    assert all(text in told for text in (ANSWER, SIGNATURE, JOINED, "16-04-2010"))
    assert [problem.code for problem in record.problems] == ["thread"]


def test_a_post_that_stands_alone_is_read_without_its_signature() -> None:
    record = read(phpbb(7, WORDS, "15-04-2010"), "phpBB")
    assert [block.text for block in record.blocks] == list(NEWS)
    assert SIGNATURE in record.removed
    assert record.problems == ()


def test_who_has_put_a_text_into_a_forum_is_not_its_author() -> None:
    post = (
        "<article id='elComment_{}' class='cPost ipsComment'><div class='ipsComment_content'><time>{}</time>"
        "<div data-role='commentContent' class='ipsType_richText'>{}</div></div></article>"
    )
    head = (
        f"<h1>{TITLE}</h1><p>بواسطة <a href='/profile/2'>سائق قديم</a>, <time>أكتوبر 2, 2019</time> في أخبار السكك</p>"
    )
    posts = post.format(1, "أكتوبر 2, 2019", WORDS) + post.format(2, "أكتوبر 3, 2019", f"<p>{ANSWER}</p>")
    record = read(f"{head}<div>{posts}</div>", "Invision Community")
    assert [block.text for block in record.blocks] == list(NEWS)
    assert values(record, FieldName.AUTHOR) == []


def test_a_page_that_is_no_forum_keeps_what_it_calls_a_postbody() -> None:
    parts = "".join(f"<div class='postbody'><p>{each}</p></div>" for each in NEWS)
    record = read(f"<article><h1>{TITLE}</h1>{parts}</article>", "WordPress")
    assert [block.text for block in record.blocks] == list(NEWS)


def test_a_thread_whose_heading_counts_its_readers_and_whose_posts_stand_in_a_form() -> None:
    post = (
        '<div class="windowbg"><div class="poster"><h4>أمين</h4></div><div class="postarea"><h5>{}</h5><div>« في: {} »'
        '</div><div class="post"><div class="inner" id="msg_{}">{}</div></div></div></div>'
    )
    posts = post.format(TITLE, "15-04-2010", 7, WORDS) + post.format(f"رد: {TITLE}", "16-04-2010", 8, ANSWER)
    heading = f"<h3><span>الكاتب</span> موضوع: {TITLE} &nbsp;(زيارة 1204 مرات)</h3>"
    path = "<ul><li><a href='/'>منتدانا</a> »</li><li><a href='/c'>القسم العام</a> »</li></ul>"
    page = (
        f"<html dir='rtl'><head><meta name='generator' content='SMF'><title>{TITLE}</title></head><body>{path}"
        f"<div id='forumposts'>{heading}<form>{posts}</form></div></body></html>"
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/t.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    assert [block.text for block in record.blocks] == list(NEWS)
    assert values(record, FieldName.TITLE) == [TITLE]
    assert values(record, FieldName.PUBLISHED)[:1] == ["15-04-2010"]
    assert values(record, FieldName.SECTION) == ["القسم العام"]


def test_a_title_that_only_the_first_post_repeats_leads_to_its_day() -> None:
    posts = vbulletin(7, WORDS, "15-04-2010, 09:14 PM").replace("رد: ", "") + vbulletin(8, ANSWER, "16-04-2010")
    navigation = f"<table><tr><td class='navbar'><a href='/'>منتدى</a> &gt; <strong>{TITLE}</strong></td></tr></table>"
    source = (
        f'<html dir="rtl"><head><meta name="generator" content="vBulletin 3.8.7"><title> {TITLE} - منتدى</title></head>'
    )
    page = (
        f"{source}<body>{navigation}<table><tr><td>أدوات الموضوع</td></tr></table><div id='posts'>{posts}</div></body>"
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/t.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    assert [block.text for block in record.blocks] == list(NEWS)
    assert [value[:10] for value in values(record, FieldName.PUBLISHED)[:1]] == ["15-04-2010"]
