"""Markup that holds no article and is told as what it is; pages that a word processor has saved."""

from __future__ import annotations

from typing import Any

import pytest

ROW = "<tr><td>البلدية تفتح الحديقة</td><td>فتحت البلدية الحديقة العامة أمام الزوار بعد صيانة دامت شهراً.</td></tr>"
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://bay.example/1</loc></url></urlset>'
)
TITLE = "رعاة الهضبة: الآبار القديمة تكفي قطعاننا"
PROSE = (
    "قال رعاة في الهضبة الشرقية إن الآبار القديمة تكفي قطعانهم هذا العام، بعد أن نظف الأهالي سبعاً منها بأيديهم.",
    "وأضاف شيخهم أن المضخات التي وعدت بها المديرية لم تصل بعد، وأنهم لا ينتظرونها.",
)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a program -->\n{SITEMAP}', "a sitemap"),
        ("index.xml", '<sitemapindex><sitemap><loc>https://bay.example/s</loc></sitemap></sitemapindex>', "a"),
        ("feeds.opml", '<?xml version="1.0"?><opml version="2.0"><body><outline/></body></opml>', "a list of"),
        ("news.xls", f"<html><body><table>{ROW}{ROW}</table></body></html>", "a table of"),
        ("a.htm", f"<html><meta name=ProgId content=Excel.Sheet><table>{ROW}</table></html>", "a table of"),
    ],
)  # fmt: skip
def test_markup_without_an_article_is_told_as_what_it_is(press: Any, name: str, content: str, what: str) -> None:
    press.put(name, content)
    assert press.take_in() == []
    (problem,) = press.problems
    assert problem.code == "format-not-read-yet"
    assert (problem.found or "").startswith(what)


def word_page(first: str, title: str, program: str = "Microsoft Word 15") -> str:
    prose = "".join(f"<p class=MsoNormal dir=RTL><span lang=AR-EG>{each}<o:p></o:p></span></p>" for each in PROSE)
    return (
        f'<html><head><meta charset=utf-8><meta name=Generator content="{program}"><title>{title}</title></head>'
        f"<body><div class=WordSection1 dir=RTL><p class=MsoNormal>{first}</p>"
        f"<p class=MsoNormal><span>كتبت – سلمى إدريس</span></p>{prose}</div></body></html>"
    )


@pytest.mark.parametrize("first", [f"<b><span style='font-size:20pt'>{TITLE}</span></b>", f"<span>{TITLE}</span>"])
@pytest.mark.parametrize("title", ["تقرير نهائي معدل", "Document1", TITLE])
@pytest.mark.parametrize("program", ["Microsoft Word 15", "LibreOffice 7.4 (Linux)"])
def test_what_a_word_processor_calls_its_file_is_no_title(press: Any, first: str, title: str, program: str) -> None:
    press.put("a.htm", word_page(first, title, program))
    article = press.one()
    assert (article.title, article.authors, article.description) == (TITLE, ("سلمى إدريس",), None)
    assert article.body.strip() == "\n\n".join(PROSE)
