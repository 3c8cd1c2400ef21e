"""Bodies in HTML, as feeds and exports have them, become blocks."""

from __future__ import annotations

import pytest

from generator.ingest.markup.html_body import blocks_of
from generator.model.source import Block, BlockKind
from generator.text.gfm import safe_html
from generator.text.markdown import render_blocks

BASE = "https://news.example.org/2025/06/story.html"


def written(source: str) -> str:
    """The Markdown of a body."""
    return render_blocks(blocks_of(source, base=BASE).blocks).rstrip("\n")


def told(source: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, block.text) for block in blocks_of(source, base=BASE).blocks]


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<h1>عنوان</h1><h4>أصغر</h4>", "## عنوان\n\n#### أصغر"),
        ("<p>نص  \n بسيط</p>خارج الفقرة", "نص بسيط\n\nخارج الفقرة"),
        ("<p>قال <b>الوزير</b> إن</p>", "قال **الوزير** إن"),
        ("<p>و<b>«الكتاب»</b>يقول</p>", "و«**الكتاب**»يقول"),
        ("<p>قال<b> الوزير </b>إن</p>", "قال **الوزير** إن"),
        ("<p><b>أ</b><b>ب</b> <strong>ج</strong></p>", "**أب** **ج**"),
        ("<p><b>x <i>y</i></b></p>", "**x *y***"),
        ("<h2><b>عنوان</b></h2>", "## عنوان"),
        ("<p><span style='font-weight: 700'>x</span></p>", "**x**"),
        ("<p>5*3 <b>*</b> _x_</p>", "5\\*3 **\\*** \\_x\\_"),
        ('<p><a href="/a b(c)">رابط</a></p>', "[رابط](https://news.example.org/a%20b%28c%29)"),
        ('<p><a href="b?x=1&amp;copy;=2">x</a></p>', "[x](https://news.example.org/2025/06/b?x=1&amp;copy;=2)"),
        ('<p><a href="javascript:alert(1)">x</a> <a href="#note">y</a> <a href="data:text/html,x">z</a></p>', "x y z"),
        ('<p><a href="//cdn.example.org/x"> x </a>y</p>', "[x](https://cdn.example.org/x) y"),
        ("<p>م<sup>2</sup> و10<sup>6</sup> وH<sub>2</sub>O <s>قديم</s></p>",
         "م<sup>2</sup> و10<sup>6</sup> وH<sub>2</sub>O <del>قديم</del>"),
        ("<p><code>x_y</code> <q>قول</q> <q>say</q></p>", "`x_y` «قول» “say”"),
        ("<ol start='3'><li>ج<li>د</ol>", "3. ج\n4. د"),
        ("<ol><li>أ<li value='7'>ب</ol>", "1. أ\n7) ب"),
        ("<ol reversed><li>x<li>y</ol>", "2. x\n1) y"),
        ("<ul><li>أ<ul><li>ب</ul><li>ج</ul><ul><li>د</ul>", "- أ\n  - ب\n- ج\n* د"),
        ("<ul><li><p>أ</p><p>ب</p></ul>", "- أ\\\n  ب"),
        ("<blockquote>أ<blockquote>ب</blockquote></blockquote><blockquote>ج</blockquote>",
         "> أ\n>\n> > ب\n\n> ج"),
        ("<blockquote><p>قول</p><footer>— فلان</footer></blockquote>", "> قول\n>\n> — فلان"),
        ("<dl><dt>كلمة<dd>معناها</dl>", "**كلمة**\n\n- معناها"),
        ("<pre>a = 1\n  b &lt; 2</pre>", "```\na = 1\n  b < 2\n```"),
        ("<p>2025. وقال</p><p># x</p><p>- y</p>", "2025&#46; وقال\n\n&#35; x\n\n&#45; y"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<details><summary>عنوان</summary>تفصيل</details>", "عنوان\n\nتفصيل"),
        ('<p>نص<sup><a href="#n1">1</a></sup></p><ol><li id="n1">حاشية <a href="#r1">↩</a></ol>',
         "نص<sup>1</sup>\n\n1. حاشية"),
        ("x<hr>y", "x\n\ny"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_written(source: str, markdown: str) -> None:
    assert written(source) == markdown


class TestLineBreaks:
    def test_two_part_paragraphs(self) -> None:
        assert told("قال الوزير.<br> <br>وأضاف") == [("p", "قال الوزير."), ("p", "وأضاف")]

    def test_one_parts_long_lines(self) -> None:
        long = "قال الوزير في مؤتمر صحفي عقده أمس إن المشروع سينجز قبل نهاية العام الجاري كما هو مقرر."
        assert told(f"{long}<br>{long}<br>نعم.") == [("p", long), ("p", long), ("p", "نعم.")]

    def test_one_stays_in_verse_in_which_somebody_speaks(self) -> None:
        verse = "تقولُ لي الأرضُ: لا تنتظرْ\nفكلُّ المراكبِ صارتْ حجارهْ\nوأجلسُ وحدي أعدُّ المساءَ"
        assert told(f"<p>{verse.replace(chr(10), '<br>')}</p>") == [("p", verse)]

    @pytest.mark.parametrize(
        "lines", [("شعر: نادية", "المصدر: مجلة", "٢٠٢٢"), ("تصوير: سامي", "مساء في المرفأ", "الصيف")]
    )
    def test_one_parts_facts_behind_labels(self, lines: tuple[str, ...]) -> None:
        assert told(f"<p>{'<br>'.join(lines)}</p>") == [("p", line) for line in lines]

    def test_one_stays_in_verse(self) -> None:
        blocks = blocks_of("<p>على قدر أهل العزم<br>تأتي العزائم</p>").blocks
        assert [block.text for block in blocks] == ["على قدر أهل العزم\nتأتي العزائم"]
        assert safe_html(render_blocks(blocks)) == "<p>على قدر أهل العزم<br>\nتأتي العزائم</p>"

    def test_labels_stand_by_themselves(self) -> None:
        assert told("المصدر: وكالة<br>ترجمة: فلان") == [("p", "المصدر: وكالة"), ("p", "ترجمة: فلان")]

    def test_text_wrapped_at_one_width_is_joined(self) -> None:
        lines = (
            "The harbour will open before the end of the year, and the work that began two years ago has now",
            "reached its last stage, the minister told reporters who had come to see the long new quay and",
            "its cranes, which were delivered by ship in the spring after months of waiting at sea for them",
        )
        assert told("<br>".join(lines)) == [("p", " ".join(lines))]

    def test_none_in_headings(self) -> None:
        assert written("<h3>أ<br>ب</h3>") == "### أ ب"


class TestTables:
    def test_of_facts(self) -> None:
        source = "<table><tr><th>أ<th>ب|ج<tr><td><b>1</b><td>2<br>3</table>"
        assert written(source) == "| أ | ب&#124;ج |\n| --- | --- |\n| **1** | 2<br>3 |"

    def test_spans_are_filled(self) -> None:
        source = "<table><tr><th colspan=2>x<th>y<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>"
        assert told(source) == [("table", "x\t\ty\n1\t2\t3\n1\t4\t5")]

    def test_without_a_head(self) -> None:
        assert written("<table><tr><td>x<td>y<tr><td>z<td>w</table>").startswith("|  |  |\n| --- | --- |\n| x | y |")

    @pytest.mark.parametrize(
        "source",
        [
            "<table><tr><td>نص<td>جانب</table>",
            "<table role=presentation><tr><td>نص<tr><td>جانب</table>",
            "<table><tr><td>نص</td></tr><tr><td><table><tr><td>جانب</table></table>",
        ],
    )
    def test_for_layout_are_none(self, source: str) -> None:
        assert told(source) == [("p", "نص"), ("p", "جانب")]

    def test_a_span_of_a_million_costs_nothing(self) -> None:
        assert len(written("<table><tr><td colspan=9999>x<td>y<tr><td rowspan=9999>z<td>w</table>")) < 2000


class TestPictures:
    def test_with_its_caption(self) -> None:
        source = (
            '<figure><img src="p.jpg" alt="رصيف"><figcaption>الميناء (<a href="/ap">وكالة</a>)</figcaption></figure>'
        )
        (block,) = blocks_of(source, base=BASE).blocks
        assert (block.kind, block.text) == (BlockKind.FIGURE, "الميناء (وكالة)")
        assert block.markdown == (
            "![رصيف](https://news.example.org/2025/06/p.jpg)\nالميناء ([وكالة](https://news.example.org/ap))"
        )

    @pytest.mark.parametrize(
        "source",
        [
            '<div class="wp-caption"><img src="/p.jpg"><p class="wp-caption-text">تعليق</p></div>',
            '<figure><figcaption>تعليق</figcaption><img src="/p.jpg"></figure>',
            '<img src="data:image/gif;base64,R0" data-src="/p.jpg"><div class="image-caption">تعليق</div>',
            '<img src="/blank.gif" srcset="/s.jpg 300w, /p.jpg 900w"><span class="caption">تعليق</span>',
            '<figure><picture><source srcset="/p.jpg 2x, /s.jpg 1x"><img alt=""></picture><div>تعليق</div></figure>',
        ],
    )
    def test_in_the_ways_of_many_systems(self, source: str) -> None:
        (block,) = blocks_of(source, base=BASE).blocks
        assert (block.kind, block.text) == (BlockKind.FIGURE, "تعليق")
        assert block.markdown == "![](https://news.example.org/p.jpg)\nتعليق"

    def test_in_a_paragraph_follows_it(self) -> None:
        assert told('<p>قبل <img src="/p.jpg" alt="z"> بعد</p>') == [("p", "قبل بعد"), ("figure", "z")]

    def test_icons_and_pixels_are_none(self) -> None:
        body = blocks_of(
            '<p>x<img src="https://t.example.org/p.gif" width=1 height=1><img class="icon" src="/i.png" alt="طباعة">'
            '<img class="wp-smiley" alt="😀" src="/s.png"> y</p>',
            base=BASE,
        )
        assert [block.text for block in body.blocks] == ["x😀 y"]
        assert body.removed == ("https://t.example.org/p.gif", "طباعة https://news.example.org/i.png")

    def test_the_caption_of_a_picture_that_is_nowhere(self) -> None:
        assert told("<figure><img src='p.jpg'><figcaption>تعليق</figcaption></figure>".replace("p.jpg", "data:,")) == [
            ("figure", "تعليق")
        ]


def test_what_is_embedded_is_linked() -> None:
    source = '<p>x</p><iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="فيلم"></iframe>'
    assert written(source) == "x\n\n[فيلم](https://www.youtube.com/watch?v=abcdefghijk)"
    assert written('<iframe src="https://ad.doubleclick.net/x"></iframe>') == ""


def test_what_no_reader_sees_is_left_out_and_told() -> None:
    body = blocks_of(
        "<p>يظهر</p><p hidden>أ</p><p style='color:red;display: none'>ب</p><i aria-hidden=true>ج</i><button>د</button>"
        "<script>x</script><style>y</style><span class='screen-reader-text'>هـ</span><noscript>z</noscript>"
    )
    assert [block.text for block in body.blocks] == ["يظهر"]
    assert body.removed == ("أ", "ب", "ج", "د", "هـ")


def test_text_is_repaired_and_repairs_are_counted() -> None:
    body = blocks_of("<p><b>ليبيا</b>\u200f تعلن \u202eذلك\u202c</p><p>Ù\x84Ù\x8aØ¨Ù\x8aØ§</p>")
    assert [block.text for block in body.blocks] == ["ليبيا تعلن ذلك", "ليبيا"]
    assert body.blocks[0].markdown == "**ليبيا** تعلن ذلك"
    assert dict(body.repairs).keys() >= {"bidi-controls", "mojibake"}


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5_000 + "x",
        "<b><p>" * 5_000 + "x",
        "<b><p>" * 100 + "x",
        "<table><tr><td>" * 1_000 + "x",
        "<ul><li>" * 1_000 + "x",
        "<ul><li>" * 60 + "x",
        "<blockquote>" * 1_000 + "x",
        "<p>" + "<i>x</i> " * 2_000,
        "<!--" * 1_000 + "--><p>x",
        "<p><a href='" * 100 + "'>x",
    ],
)
def test_hostile_nesting_keeps_its_text(source: str) -> None:
    blocks = blocks_of(source).blocks
    assert any("x" in block.text for block in blocks)
    assert "x" in safe_html(render_blocks(blocks))


def test_end_tags_that_are_left_out_are_no_nesting() -> None:
    rows = "<tr><td>a<td>b" * 300
    (table,) = blocks_of(f"<table>{rows}</table>").blocks
    assert table.kind is BlockKind.TABLE
    items = blocks_of("<ul>" + "<li>a" * 600 + "</ul><dl>" + "<dt>b<dd>c" * 300 + "</dl>").blocks
    assert [item.level for item in items if item.kind is BlockKind.ITEM] == [1] * 900


def test_blocks_know_their_quotation_and_level() -> None:
    blocks = blocks_of("<blockquote><ol start=2><li>a<ul><li>b</ul></ol></blockquote>").blocks
    assert blocks == (
        Block(BlockKind.ITEM, "a", 1, level=1, number=2, quote=1),
        Block(BlockKind.ITEM, "b", 1, level=2, quote=1),
    )


@pytest.mark.parametrize("tag", ["span", "p", "div"])
def test_a_caption_is_no_paragraph_though_its_picture_could_not_be_had(tag: str) -> None:
    source = f'<p>أول</p><div class="photo"><img src="file.jpg"><{tag} class="caption">طيور</{tag}></div><p>ثان</p>'
    assert [(block.kind.value, block.text) for block in blocks_of(source).blocks] == [
        ("p", "أول"), ("figure", "طيور"), ("p", "ثان"),
    ]  # fmt: skip


def test_lines_with_a_date_among_them_are_no_verse() -> None:
    assert told("<p><b>انتعاش أسواق التمور</b><br>14 سبتمبر 2005</p>") == [
        ("p", "انتعاش أسواق التمور"), ("p", "14 سبتمبر 2005"),
    ]  # fmt: skip
