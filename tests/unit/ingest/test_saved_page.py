"""Saved web pages: the article's text with the page's own structure, whatever system made and saved the page."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from datetime import date
from pathlib import Path

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.pages.saved_page import is_saved_page, read_saved_page
from generator.model.source import BlockKind, FieldName, Record, SourceDocument
from generator.store.companions import is_companion
from generator.text.markdown import render_blocks

TITLE = "الميناء الجديد يفتح أبوابه قبل نهاية العام"
ARABIC = (
    "قال وزير النقل خلال مؤتمر صحفي عقده في العاصمة أمس إن الميناء الجديد سيفتح أبوابه أمام السفن التجارية قبل نهاية "
    "العام الجاري، وإن الأعمال بلغت مراحلها الأخيرة.",
    "وأضاف الوزير أن كلفة المشروع بلغت نحو 350 مليون دولار، موضحا أن التمويل جاء من الخزانة العامة ومن قرض طويل "
    "الأجل قدمه بنك التنمية الإقليمي.",
    "ويرى خبراء أن افتتاح الميناء سيخفف الضغط عن الموانئ القديمة التي تعاني منذ سنوات من تكدس الحاويات وطول انتظار "
    "السفن في عرض البحر.",
    "وكانت الحكومة قد أعلنت قبل عامين خطة واسعة لتطوير المرافق البحرية تشمل ثلاثة موانئ ومنطقة حرة وطريقا سريعا "
    "يصلها بالمدن الداخلية.",
)
ENGLISH = (
    "The transport minister told a news conference in the capital on Monday that the new harbour would open to "
    "merchant ships before the end of the year, and that work was in its last stage.",
    "The project cost about 350 million dollars, he said, explaining that the money came from the treasury and from a "
    "long-term loan by the regional development bank.",
    "Experts believe that the harbour will take pressure off the old ports, which for years have suffered from stacks "
    "of containers and ships that wait for days at sea.",
    "Two years ago the government announced a broad plan for its maritime facilities, with three ports, a free zone "
    "and a fast road to the inland cities.",
)
OTHERS = (
    "البرلمان يقر الموازنة العامة بعد نقاش طويل استمر حتى الفجر",
    "انطلاق مهرجان السينما العربية في دورته العشرين بمشاركة واسعة",
    "ارتفاع أسعار القمح في الأسواق العالمية للأسبوع الثالث",
    "المنتخب يفوز على ضيفه بثلاثة أهداف في التصفيات المؤهلة",
)
CARDS = "".join(
    f'<li><a href="/news/{n}"><img src="/t{n}.jpg" alt="{headline}">{headline}</a></li>'
    for n, headline in enumerate(OTHERS)
)
NAVIGATION = '<header class="site-header"><nav><ul>' + "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة")
) + "</ul></nav></header>"  # fmt: skip
SIDE = f'<aside class="sidebar"><h3>الأكثر قراءة</h3><ul>{CARDS}</ul></aside>'
FOOT = "<footer><p>جميع الحقوق محفوظة © 2025</p><a href='/privacy'>سياسة الخصوصية</a></footer>"
HEADING = f"<h1>{TITLE}</h1>"


def page(body: str, *, head: str = "", lang: str = "ar", title: str = TITLE) -> str:
    """A page of a news site around `body`."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | صحيفة الساحل</title>{head}'
        f"</head><body>{NAVIGATION}{body}{SIDE}{FOOT}</body></html>"
    )


def document(source: str | bytes, name: str = "page.html") -> SourceDocument:
    raw = source.encode() if isinstance(source, str) else source
    return SourceDocument.of(Path("content/sources") / name, raw, "0" * 64)


def read(source: str | bytes, name: str = "page.html") -> Record:
    (record,) = read_saved_page(document(source, name))
    assert isinstance(record, Record)
    return record


def refusal(source: str) -> Problem:
    with pytest.raises(UnreadableError) as caught:
        list(read_saved_page(document(source)))
    return caught.value.problem


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks]


def paragraphs(words: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in words)


@pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["arabic", "english"])
@pytest.mark.parametrize(
    "before",
    [
        ("<article class='post'>{h}<div class='entry-content'>", "<p>", "</p>", "</div></article>"),
        ("<div class='w'>{h}<div class='newsdetails'>", "", "<br><br>", "</div></div>"),
        ("<div class='w'>{h}<div class='x'>", "", "<br>", "</div></div>"),
        ("<div class='w'>{h}<div class='x'>", "<div>", "</div>", "</div></div>"),
        ("<div class='w'>{h}<div class='x'>", "<span style='display:block'>", "</span>", "</div></div>"),
        ("<table><tr><td width='20%'><a href='/a'>روابط</a><td>{h}<font size=4>", "", "<br>", "</font></table>"),
        ("<form id='aspnetForm'><div>{h}<div class='ArticleText'>", "<p>", "</p>", "</div></div></form>"),
        ("<div class='w'>{h}<div class='x'>", "", "<p></p>", "</div></div>"),
    ],
    ids=["wordpress", "br-br", "br", "div", "span", "layout-table", "form", "bare"],
)
def test_the_article_is_found_in_any_markup(before: tuple[str, str, str, str], words: tuple[str, ...]) -> None:
    start, opening, closing, end = before
    body = start.format(h=HEADING) + "".join(f"{opening}{text}{closing}" for text in words) + end
    record = read(page(body, lang="ar" if words is ARABIC else "en"))
    assert texts(record) == list(words)
    assert not record.problems
    titles = [claim.value for claim in record.claims if claim.name is FieldName.TITLE]
    assert titles[0] == TITLE


def test_structure_is_that_of_the_page() -> None:
    record = read(
        page(
            f"""<article class="post"><header>{HEADING}<span class="date">2 يونيو 2025</span></header>
            <div class="thumb"><img src="data:," data-src="https://cdn.example.org/hero.jpg" alt="رصيف"></div>
            <div class="entry-content"><p>{ARABIC[0]}</p>
            <p><strong>وأضاف</strong> {ARABIC[1].removeprefix("وأضاف ")} <a href="/bank">البنك</a></p>
            <figure><img src="/1.jpg"><figcaption>منظر عام للميناء (أرشيف)</figcaption></figure>
            <h2>تفاصيل الخطة</h2><ol start="3"><li>بناء رصيف طويل للسفن</li><li>طريق سريع</li></ol>
            <blockquote><p>{ARABIC[2]}</p><cite>خبير في النقل</cite></blockquote>
            <div class="read-also">اقرأ أيضا: <a href="/n/1">{OTHERS[0]}</a></div>
            <table><tr><th>السنة<th>السفن<tr><td>2023<td>120<tr><td>2024<td>340</table>
            <p>{ARABIC[3]}</p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>
            <div class="sharedaddy"><h3>شارك هذا الموضوع</h3></div></div></article>
            <div class="related-posts"><h3>مواضيع ذات صلة</h3><ul>{CARDS}</ul></div>""",
            head='<link rel="canonical" href="https://news.example.org/harbour">',
        )
    )
    assert [block.kind for block in record.blocks] == [
        BlockKind.FIGURE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.FIGURE, BlockKind.HEADING, BlockKind.ITEM,
        BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]  # fmt: skip
    markdown = render_blocks(record.blocks)
    for part in (
        "![رصيف](https://cdn.example.org/hero.jpg)",
        "[البنك](https://news.example.org/bank)",
        "![](https://news.example.org/1.jpg)\nمنظر عام للميناء (أرشيف)",
        "3. بناء رصيف طويل للسفن\n4. طريق سريع",
        "> خبير في النقل",
        "| 2023 | 120 |",
        "**وأضاف**",
    ):
        assert part in markdown
    assert OTHERS[0] not in markdown
    for part in (f"اقرأ أيضا: {OTHERS[0]}", "شارك هذا الموضوع", "2 يونيو 2025", TITLE):
        assert part in record.removed
    assert OTHERS[1] not in " ".join(record.removed)


def test_a_cue_goes_with_its_headlines() -> None:
    cue = f"<p><strong>اقرأ أيضا:</strong></p><p><a href='/n/1'>{OTHERS[0]}</a></p>"
    record = read(page(f"<div>{HEADING}<p>{ARABIC[0]}</p>{cue}{paragraphs(ARABIC[1:])}</div>"))
    assert texts(record) == list(ARABIC)
    assert {"اقرأ أيضا:", OTHERS[0]} <= set(record.removed)


def test_a_last_paragraph_with_a_link_is_kept_where_paragraphs_are_divisions() -> None:
    told = "ويمكن لمن شاء من السكان أن يطلع على المخططات كاملة وأن يبدي رأيه فيها في"
    last = f'{told} <a href="/plan">بوابة المدينة للخدمات</a>.'
    divisions = "".join(f"<div>{text}</div>" for text in ARABIC)
    also = f'<div class="read-also"><div>اقرأ أيضًا</div><ul><li><a href="/n/1">{OTHERS[0]}</a></li></ul></div>'
    for between in ("", also):
        body = f'<div class="post-body">{divisions}{between}<div>{last}</div></div>'
        record = read(page(f"<article>{HEADING}{body}<ul><li>النقل</li></ul></article>"))
        assert texts(record)[-1] == f"{told} بوابة المدينة للخدمات."
        assert OTHERS[0] not in texts(record)


def test_what_is_left_out_is_kept_as_it_was_spaced() -> None:
    row = '<div class="share"><a href="/s">شارك</a> <a href="/p">طباعة</a>\n<span>حجم الخط</span></div>'
    record = read(page(f"<article>{HEADING}{row}{paragraphs(ARABIC)}</article>"))
    assert "شارك طباعة حجم الخط" in record.removed


def test_pictures_before_text_without_paragraphs_are_kept() -> None:
    picture = '<div class="separator"><a href="https://e.org/large/p.jpg"><img src="https://e.org/p.jpg"></a></div>'
    record = read(page(f'<div class="post"><div class="post-body">{picture}{"<br><br>".join(ARABIC)}</div></div>'))
    assert [block.kind for block in record.blocks] == [BlockKind.FIGURE, *[BlockKind.PARAGRAPH] * 4]


def test_comments_of_readers_are_none_of_it() -> None:
    comments = "".join(f'<div class="comment"><b>قارئ {n}</b><p>{ARABIC[2]} رأي {n}</p></div>' for n in range(5))
    record = read(
        page(f"<div id='article'>{HEADING}{paragraphs(ARABIC)}</div><section id='comments'>{comments}</section>")
    )
    assert texts(record) == list(ARABIC)


class TestNoArticle:
    def test_an_error_page(self) -> None:
        source = page("<h1>404 - الصفحة غير موجودة</h1><p>الصفحة التي تبحث عنها غير متاحة.</p>", title="404")
        assert refusal(source).code == "error-page"

    def test_a_check_for_robots(self) -> None:
        source = "<html><head><title>Just a moment...</title><body><p>Checking your browser before accessing</html>"
        assert refusal(source).code == "challenge-page"

    def test_a_question_about_cookies(self) -> None:
        source = "<html><body><h1>Your privacy</h1><p>We and our partners use cookies.</p></body></html>"
        assert refusal(source).code == "cookie-wall"

    def test_a_front_page(self) -> None:
        cards = "".join(
            f'<div><a href="/n/{n}"><h3>{each}</h3></a><p>مقتطف</p></div>' for n, each in enumerate(OTHERS * 5)
        )
        problem = refusal(page(f"<main>{cards}</main>", title="صحيفة الساحل"))
        assert problem.code == "listing-page"
        assert problem.path is not None
        assert problem.cure

    def test_a_front_page_with_summaries(self) -> None:
        cards = "".join(
            f'<div><h3><a href="/n/{n}">{each}</a></h3><p>{ARABIC[n % 4]} {n}</p></div>'
            for n, each in enumerate(OTHERS * 2)
        )
        assert refusal(page(f"<main>{cards}</main>", title="صحيفة الساحل")).code == "listing-page"

    @pytest.mark.parametrize("head", ["", '<meta property="og:type" content="article">'])
    def test_breaking_news_among_many_headlines_is_news(self, head: str) -> None:
        record = read(page(f"<div><h1>{TITLE}</h1><p>{ARABIC[0]}</p></div><div>{CARDS * 6}</div>", head=head))
        assert texts(record) == [ARABIC[0]]
        assert [problem.code for problem in record.problems] == ["short-body"]

    def test_nothing(self) -> None:
        assert refusal("<html><body></body></html>").code == "no-article"

    def test_news_about_what_was_not_found_is_news(self) -> None:
        text = "أعلنت فرق الإنقاذ أنه لم يتم العثور على ناجين بعد غرق مركب قبالة الساحل فجر اليوم، وأن البحث مستمر."
        head = '<meta property="article:published_time" content="2025-06-02T10:00:00+02:00">'
        record = read(
            page(
                f"<article><h1>لم يتم العثور على ناجين</h1><p>{text}</p></article>",
                head=head,
                title="لم يتم العثور على ناجين",
            )
        )
        assert texts(record) == [text]


def test_a_wall_before_the_rest_of_the_article_is_told() -> None:
    record = read(
        page(f'<article>{HEADING}{paragraphs(ARABIC[:2])}<div class="wall">اشترك لمواصلة القراءة</div></article>')
    )
    assert [(problem.code, problem.severity) for problem in record.problems] == [("paywall", Severity.WARNING)]
    assert record.excerpt


def test_a_short_body_is_flagged() -> None:
    record = read(page(f"<article>{HEADING}<p>{ARABIC[0]}</p></article>"))
    assert texts(record) == [ARABIC[0]]
    assert [problem.code for problem in record.problems] == ["short-body"]


def test_a_body_that_only_machines_are_told() -> None:
    stated = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "%s"}</script>'
    record = read(page("<div id='app'></div>", head=stated % "\\n".join(ARABIC)))
    assert texts(record) == list(ARABIC)
    assert [problem.code for problem in record.problems] == ["body-from-json-ld"]


def test_blocks_know_their_lines() -> None:
    source = page("\n<article>\n" + HEADING + "\n".join(f"<p>\n{text}</p>" for text in ARABIC) + "</article>")
    for block in read(source).blocks:
        assert source.split("\n")[block.line - 1].startswith(block.text[:30])


class TestContainers:
    HTML = page(f"<article>{HEADING}{paragraphs(ARABIC)}</article>")

    @pytest.mark.parametrize(
        ("mark", "address", "day"),
        [
            ("<!-- saved from url=(0031)https://news.example.org/a/1 -->", "https://news.example.org/a/1", None),
            ("<!--\n Page saved with SingleFile \n url: https://news.example.org/a \n saved date: Mon Jun 02 2025 "
             "10:20:30 GMT+0200 -->", "https://news.example.org/a", date(2025, 6, 2)),
            ("<!-- Mirrored from news.example.org/a.html by HTTrack Website Copier/3.x, Mon, 02 Jun 2025 10:20:30 "
             "GMT -->",
             "http://news.example.org/a.html", date(2025, 6, 2)),
            ("<!-- saved from url=(0070)https://web.archive.org/web/20190304050607/https://news.example.org/a -->",
             "https://news.example.org/a", date(2019, 3, 4)),
        ],
    )  # fmt: skip
    def test_what_the_program_that_saved_it_wrote(self, mark: str, address: str, day: date | None) -> None:
        record = read(self.HTML.replace("<head>", f"{mark}<head>", 1))
        assert address in [claim.value for claim in record.claims if claim.name is FieldName.URL]
        assert record.reference == day
        assert texts(record) == list(ARABIC)

    @pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
    def test_mhtml(self, encoding: str) -> None:
        html = self.HTML.replace('<meta charset="utf-8">', "").encode("cp1256")
        coded = {"quoted-printable": quopri.encodestring(html), "base64": encodebytes(html), "8bit": html}[encoding]
        raw = b"".join(
            (
                b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.org/a\r\nSubject: x\r\n",
                b"Date: Mon, 2 Jun 2025 10:20:30 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
                b'\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n\r\n----b\r\n',
                b"Content-Type: text/css\r\n\r\np{}\r\n----b\r\n",
                b"Content-Type: text/html; charset=windows-1256\r\nContent-ID: <f@m>\r\nContent-Transfer-Encoding: ",
                encoding.encode() + b"\r\nContent-Location: https://news.example.org/a\r\n\r\n" + coded,
                b"\r\n----b--\r\n",
            )
        )
        assert is_saved_page(Path("x"), raw)
        record = read(raw, "x.mhtml")
        assert texts(record) == list(ARABIC)
        assert record.reference == date(2025, 6, 2)
        assert dict(record.repairs) == {"encoding:windows-1256": 1}

    def test_links_follow_base(self) -> None:
        body = f'<article>{HEADING}{paragraphs(ARABIC)}<p>انظر <a href="b.html">التقرير</a> الذي نشر أمس.</p></article>'
        record = read(page(body, head='<base href="https://news.example.org/x/">'))
        assert "(https://news.example.org/x/b.html)" in render_blocks(record.blocks)

    def test_pictures_in_the_folder_beside_the_page_have_no_address(self) -> None:
        figure = '<figure><img src="./page_files/1.jpg" alt=""><figcaption>تعليق</figcaption></figure>'
        body = f"<article>{HEADING}<p>{ARABIC[0]}</p>{figure}{paragraphs(ARABIC[1:])}</article>"
        record = read(page(body, head='<link rel="canonical" href="https://news.example.org/a">'))
        assert (BlockKind.FIGURE, "*تعليق*") in [(block.kind, block.markdown) for block in record.blocks]
        assert "page_files" not in render_blocks(record.blocks)

    @pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859-6", "utf-16"])
    def test_encodings(self, encoding: str) -> None:
        source = self.HTML.replace("صحيفة", "Sahel").replace("©", "").replace("الأكثر", "الاكثر")
        assert texts(read(source.replace('charset="utf-8"', f'charset="{encoding}"').encode(encoding)))[0] == ARABIC[0]


def test_the_order_of_pages_changes_nothing() -> None:
    first = page(f"<article>{HEADING}{paragraphs(ARABIC)}</article>")
    other = page(f"<div>{HEADING}{'<br>'.join(ENGLISH)}</div>", lang="en")
    alone = read(first)
    for _ in range(3):
        assert read(other) == read(other)
        assert read(first) == alone


@pytest.mark.parametrize(
    ("name", "head", "is_page"),
    [
        ("x", b"<!DOCTYPE html><html><body>x", True),
        ("x.html", b"\xef\xbb\xbf\n<!-- c --><html lang=ar>", True),
        ("x.txt", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', True),
        ("x.html", b"<div><p>x</p></div>", True),
        ("x.txt", "قال <b>الوزير</b>".encode(), False),
        ("x.html", b'<?xml version="1.0"?><rss><channel><description>&lt;html></description>', False),
        ("x.xml", b"<feed><entry><content><html></html></content>", False),
        ("x.html", b"just words", False),
        ("x.json", b'{"html": "<html><body>"}', False),
        ("x.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b", True),
        ("x.eml", b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><body>x", False),
        ("x.eml", b"From: a@b.c\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\n<html>", False),
    ],
)
def test_what_is_a_saved_page(name: str, head: bytes, is_page: bool) -> None:
    assert is_saved_page(Path(name), head) is is_page


@pytest.mark.parametrize(
    ("folder", "siblings", "companion"),
    [
        ("خبر_files", ["خبر.html"], True),
        ("خبر_ملفات", ["خبر.htm"], True),
        ("story.files", ["Story.HTM", "x.txt"], True),
        ("story-Dateien", ["story.html"], True),
        ("story_files", ["other.html"], False),
        ("_files", [".html"], False),
        ("agency", ["agency.html"], False),
    ],
)
def test_companion_folders(folder: str, siblings: list[str], companion: bool) -> None:
    assert is_companion(folder, siblings) is companion


def test_a_page_of_old_times_gives_title_day_and_outlet() -> None:
    """No heading, the outlet before the title in `<title>`, all in one cell of a table."""
    source = f"""<html dir=rtl><head><title>جريدة الأصيل - {OTHERS[2]}</title></head><body><table>
        <tr><td><a href="i.htm">الرئيسية</a> | <a href="p.htm">محليات</a></td></tr>
        <tr><td><font size=5><b>{OTHERS[2]}</b></font><br>
        <font size=2>الأربعاء 10 شعبان 1426 هـ - الموافق 14 سبتمبر 2005</font><br><br>
        <font size=3>{"<br><br>".join(ARABIC)}</font></td></tr></table></body></html>"""
    claims = {claim.name: claim.value for claim in reversed(read(source).claims)}
    assert claims[FieldName.TITLE] == OTHERS[2]
    assert claims[FieldName.SOURCE] == "جريدة الأصيل"
    assert claims[FieldName.PUBLISHED] == "الأربعاء 10 شعبان 1426 هـ - الموافق 14 سبتمبر 2005"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("وكالة الطاقة : الطلب على الغاز يتراجع للعام الثاني", ""),
        ("صحيفة أمريكية - خطة جديدة لإنقاذ بحيرات الغرب من الجفاف", ""),
        ("صحيفة الغارديان - خطة جديدة لإنقاذ بحيرات الغرب من الجفاف", "h1"),
    ],
)
def test_who_speaks_stays_in_the_title(title: str, heading: str) -> None:
    head = f"<{heading}>{title}</{heading}>" if heading else ""
    source = f"<html><head><title>{title}</title></head><body>{head}<p>{'</p><p>'.join(ARABIC)}</p></body></html>"
    assert next(claim.value for claim in read(source).claims if claim.name is FieldName.TITLE) == title


def test_one_damaged_byte_does_not_cost_a_page() -> None:
    source = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{'</p><p>'.join(ARABIC)}</p>"
    whole = (source + "</article></body></html>").encode()
    at = whole.index("الميناء الجديد سيفتح".encode()) + 1
    (record,) = read_saved_page(SourceDocument.of(Path("page.html"), whole[:at] + b"\xff" + whole[at + 1 :], ""))
    assert isinstance(record, Record)
    assert [block.text for block in record.blocks][1:] == list(ARABIC[1:])
    assert "damaged-bytes" in [problem.code for problem in record.problems]
    assert dict(record.repairs)["damaged-characters"] >= 1
