"""Short texts in pages with much around them: the text below the headline, and the lines of the page beside it."""

from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.ingest.dissect.cues import Cue, read_cue
from tests.unit.ingest.test_trimming import OTHERS, SNIPPET, TEXT, TITLE, cards, paragraphs, read, texts

TWO = TEXT[1:]
COMMENT = "أتفق مع أغلب ما جاء هنا لكن الأرقام تحتاج إلى مراجعة من جهة مستقلة."
RULES = (
    "شروط التعليق: تخضع المشاركات كلها للتدقيق قبل نشرها، ونرجو عدم إرسالها أكثر من مرة واحدة حتى لا تعد مكررة. "
    "ونرجو أيضا مخاطبة الآخرين باحترام، والابتعاد عن الشتائم والإعلانات، وكل مشاركة تخالف ذلك تحذف من دون إشعار."
)


@pytest.mark.parametrize("text", [TWO, (TWO[0], "وأعيد فتح الباب الغربي والساحة الصغيرة أيضا.")])
@pytest.mark.parametrize("name", ["txt", "c-41"])
def test_the_text_below_the_headline_is_chosen_where_a_longer_one_further_down_would_be(
    name: str, text: tuple[str, ...]
) -> None:
    said = "".join(f"<div><b>{n} | زائر</b><span>1/2/2013</span><p>{COMMENT}</p></div>" for n in range(2))
    record = read(
        f"<div id='wrap'><div><div class='tit'>{TITLE}</div><div class='{name}'>{'<br><br>'.join(text)}<br></div>"
        f"<div class='box'><h3>آراء</h3><div class='rule'><p>{RULES}</p></div>{said}</div></div>"
        f"<div id='side'>{cards()}</div></div>"
    )
    assert texts(record) == list(text)


def test_a_standfirst_below_the_headline_takes_not_the_place_of_the_text() -> None:
    deck = "أعمال الترميم استغرقت سنتين وشملت السقف والأرضيات، والتجار يعودون إلى محالهم قبل الموعد الذي أعلن."
    record = read(f"<div><h1>{TITLE}</h1><div class='a1'><p>{deck}</p></div><div class='a2'>{paragraphs()}</div></div>")
    assert texts(record)[-len(TEXT) :] == list(TEXT)


def test_points_below_the_headline_take_not_the_place_of_the_text() -> None:
    points = "".join(f"<li>{text}</li>" for text in (TEXT[1], SNIPPET, TEXT[2]))
    body = "<p>وقالت اللجنة إن الافتتاح الرسمي سيكون بعد العيد.</p>" + paragraphs(TEXT[:2])
    record = read(f"<div><h1>{TITLE}</h1><ul class='a1'>{points}</ul><div class='a2'>{body}</div></div>")
    assert TEXT[0] in texts(record)


def dated(when: str, *, within: str = "") -> str:
    said = f"{SNIPPET} وأضافت أن العمل يستمر أسبوعين."
    return "".join(
        f"<div class='c1'><h4><a href='/n/{n}'>{headline}</a></h4><p>{said}</p><i>{when}</i></div>{within}"
        for n, headline in enumerate((*OTHERS, *OTHERS))
    )


@pytest.mark.parametrize("when", ["3 تشرين الثاني 2026", "2026-11-03", "02:11", "منذ ساعتين"])
def test_many_dated_cards_beside_the_text_are_other_articles(when: str) -> None:
    record = read(f"<div><h1>{TITLE}</h1><div class='x9'>{paragraphs()}</div><div class='x8'>{dated(when)}</div></div>")
    assert texts(record) == list(TEXT)


@pytest.mark.parametrize("when", ["1", "من اليمين"])
def test_items_that_are_not_dated_are_the_text_of_a_list_article(when: str) -> None:
    record = read(f"<div><h1>{TITLE}</h1><div class='x9'>{paragraphs()}</div><div class='x8'>{dated(when)}</div></div>")
    assert any(text.startswith(SNIPPET) for text in texts(record))


def test_dated_items_in_the_element_of_the_text_are_a_chronicle() -> None:
    record = read(f"<div><h1>{TITLE}</h1><div class='x9'>{paragraphs()}{dated('3 تشرين الثاني 2024')}</div></div>")
    assert any(text.startswith(SNIPPET) for text in texts(record))


LINKS = "".join(f"<li><a href='/m/{n}'>{headline} في موسمها الجديد</a></li>" for n, headline in enumerate(OTHERS * 5))
ARTICLE = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"x"}'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="video.other">',
        f'<script type="application/ld+json">{ARTICLE}</script>',
    ],
)
def test_a_page_that_says_to_be_one_film_or_article_is_no_list_of_others(head: str) -> None:
    around = f"<div><p>{TEXT[1]}</p><p>أغلق السوق يوما.</p></div><ul>{LINKS}</ul>"
    record = read(
        f"<div><h2>{TITLE}</h2><div>03:10 2024-01-30</div><ul><li>لا إصابات</li></ul>{around}</div>", head=head
    )
    assert TEXT[1] in texts(record)


def test_a_list_of_several_articles_is_none_though_it_says_what_each_is() -> None:
    script = f'<script type="application/ld+json">[{ARTICLE},{ARTICLE}]</script>'
    around = f"<div><p>{TEXT[1]}</p><p>أغلق السوق يوما.</p></div><ul>{LINKS}</ul>"
    with pytest.raises(UnreadableError, match="list of articles"):
        read(f"<div><ul><li>لا إصابات</li></ul>{around}</div>", head=script, title="محليات")


def test_a_heading_above_other_films_is_a_cue() -> None:
    assert [read_cue(each) for each in ("فيديوهات ذات صلة", "الفيديو ذو الصلة بالملف")] == [Cue(), None]


NEWS = (
    "أعلنت البلدية إعادة ضخ المياه إلى الحي مساء اليوم بعد إصلاح العطل.",
    "وطلبت من السكان الانتظار ساعة قبل استعمالها.",
)
TEASERS = "".join(
    f"<div><img src='/{n}.jpg'><h4><a href='/n/{n}'>{each}</a></h4></div>" for n, each in enumerate(OTHERS * 5)
)


@pytest.mark.parametrize("tag", ["h1", "h2", "div"])
@pytest.mark.parametrize("head", ["", '<meta property="og:type" content="article">'])
def test_two_short_sentences_among_many_headlines_are_news(tag: str, head: str) -> None:
    text = f"<{tag}>{TITLE}</{tag}><div>30-03-2023 06:12 PM</div><div class='c9'>{paragraphs(NEWS)}</div>"
    record = read(f"<div>{TEASERS}</div><div>{text}</div><div>{TEASERS}</div>", head=head)
    assert texts(record) == list(NEWS)


def test_a_section_with_few_summaries_is_a_list() -> None:
    cards = "".join(f"<div><h3><a href='/n/{n}'>{each}</a></h3><p>{NEWS[0]}</p></div>" for n, each in enumerate(OTHERS))
    with pytest.raises(UnreadableError, match="list of articles"):
        read(f"<h1>{TITLE}</h1><div>{cards}</div><div>{TEASERS}</div>")


def test_lines_above_the_headline_go_however_short_the_text() -> None:
    masthead = "<td>جريدة يومية دولية مستقلة - الطبعة الثانية<br>Alaseel Newspaper - Issue 3937 - Date 3/7/2011</td>"
    menu = "".join(f"<a href='/n/{n}'>{each}</a><br><br>" for n, each in enumerate(OTHERS))
    text = f"<td><center><font size=5><b>{TITLE}</b></font></center><br>{'<br>'.join(TWO)}</td>"
    text += f"<td><b>أرشيف</b><br>{menu}</td>"
    record = read(f"<table><tr>{masthead}</tr><tr>{text}</tr></table>", title=f"{TITLE} - جريدة الأصيل")
    assert texts(record) == list(TWO)


@pytest.mark.parametrize("line", ["شاركنا بتعليقك", "شاركوا برأيكم", "آراء القراء", "ردود الزوار (3)"])
def test_comments_below_such_a_line_are_no_text(line: str) -> None:
    said = "".join(f"<div><b>زائر {n}</b><p>{COMMENT}</p></div>" for n in range(2))
    assert texts(read(f"<div><h1>{TITLE}</h1><div>{paragraphs()}</div><div><h3>{line}</h3>{said}</div></div>")) == list(
        TEXT
    )


RESULTS = "".join(f"<tr><td>{name}</td><td>{n}120</td><td>1{n}</td></tr>" for n, name in enumerate(("الغد", "الشراكة")))


@pytest.mark.parametrize("kind", ["", "itemscope itemtype='https://schema.org/NewsArticle'"])
def test_a_short_text_with_a_table_among_many_headlines_is_news(kind: str) -> None:
    text = f"<div {kind}><h2>{TITLE}</h2><p>{NEWS[0]}</p><table>{RESULTS}</table><p>{NEWS[1]}</p></div>"
    assert texts(read(f"<div><ul>{LINKS}</ul></div>{text}<div>{TEASERS}</div>"))[0] == NEWS[0]
