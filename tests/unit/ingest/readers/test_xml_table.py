"""Tables of articles in XML of databases and corpora, which has no vocabulary of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.ingest.readers.tables.xml_table import is_xml_table

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

ARABIC, ENGLISH = "الميناء الشرقي يستقبل أول سفينة ركاب", "Passenger ship ties up at the eastern port"
TEXTS = {
    ARABIC: "رست في الميناء الشرقي صباح أمس أول سفينة ركاب منذ خمس سنوات وعلى متنها ثلاثمئة مسافر.",
    ENGLISH: "The first passenger ship in five years tied up at the eastern port with three hundred people on board.",
}
MORE = "وقال مدير الميناء إن الخط سيعمل مرتين في الأسبوع حتى نهاية الصيف."
PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rows(form: str) -> str:
    return "\n".join(
        form.format(n=n, title=title, text=text) for n, (title, text) in enumerate(TEXTS.items(), start=15)
    )


@pytest.mark.parametrize(
    "document",
    [
        PROLOG + "<articles>" + rows(
            '<article id="{n}"><title>{title}</title><author>Samer Haddad</author><pubdate>2025-06-{n}</pubdate>'
            "<url>https://a.example/{n}</url><body>{text}</body></article>"
        ) + "</articles>",
        PROLOG + '<mysqldump><database name="news"><table_structure name="a"><field Field="title"/></table_structure>'
        '<table_data name="a">' + rows(
            '<row><field name="id">{n}</field><field name="title">{title}</field><field name="content">'
            ''
            '<![CDATA[<p>{text}</p>]]></field><field name="author">Samer Haddad</field>'
            '<field name="published_at">2025-06-{n} 00:00:00</field>'
            '<field name="link">https://a.example/{n}</field></row>'
        ) + "</table_data></database></mysqldump>",
        rows(
            "<Port_{n}>\n<ID>P_{n}</ID>\n<URL>https://a.example/{n}</URL>\n<Headline>{title}</Headline>\n"
            "<Dateline>{n}/06/2025</Dateline>\n<Text>{text}</Text>\n<Author>Samer Haddad</Author>\n</Port_{n}>"
        ),
        "<root>" + rows(
            "<record><headline>{title}</headline><authors><author>Samer Haddad</author></authors>"
            "<date>2025-06-{n}</date>"
            "<link>https://a.example/{n}</link><content><p>{text}</p></content><views>3</views></record>"
        ) + "</root>",
    ],
)  # fmt: skip
def test_one_element_an_article(press: Press, document: str) -> None:
    press.put("a/table.xml", document)
    english, arabic = press.take_in()
    assert [each.title for each in (english, arabic)] == [ENGLISH, ARABIC]
    assert [each.body for each in (english, arabic)] == [TEXTS[ENGLISH], TEXTS[ARABIC]]
    assert [each.date.iso for each in (english, arabic) if each.date] == ["2025-06-16", "2025-06-15"]
    assert [each.url for each in (english, arabic)] == ["https://a.example/16", "https://a.example/15"]
    assert english.authors == arabic.authors == ("Samer Haddad",)


def test_the_encoding_need_not_be_declared(press: Press) -> None:
    form = "<N_{n}><Headline>{title}</Headline><Text>{text} " + MORE + "</Text></N_{n}>"
    press.put("a/table.xml", rows(form).encode("cp1256"))
    assert {article.title for article in press.take_in()} == {ARABIC, ENGLISH}


def test_a_broken_record_costs_no_other(press: Press) -> None:
    broken = f"<article><title>{ENGLISH} & more</title><body>{TEXTS[ENGLISH]} 3 < 4<b></article>"
    sound = f"<article><title>{ARABIC}</title><body>{TEXTS[ARABIC]}</body></article>"
    press.put("a/table.xml", f"<articles>{sound}{broken}{sound.replace(ARABIC, ARABIC + ' ثانية')}</articles>")
    assert [article.title for article in press.take_in()] == [f"{ENGLISH} & more", ARABIC, f"{ARABIC} ثانية"]
    assert "mended-xml" in {problem.code for problem in press.problems}


def test_a_mapping_names_fields(press: Press) -> None:
    press.put(
        "a/table.xml", f"<rows><row><title>{ARABIC}</title><body>{TEXTS[ARABIC]}</body><desk>سمير</desk></row></rows>"
    )
    press.put("a/table.mapping.yml", "authors: desk\n")
    assert press.one().authors == ("سمير",)


@pytest.mark.parametrize(
    "text",
    [
        "<html><title>x</title><body>y</body></html>",
        "<!doctype html><html><head><title>x</title></head><body><p>y</p></body></html>",
        "<meta charset=utf-8><title>x</title><body>y",
        "<article><h1>x</h1><p>y</p></article>",
        "<svg><title>x</title><text>y</text></svg>",
        "<app-root><svg><title>x</title><text>y</text></svg></app-root>",
        "<rows><row><name>x</name><price>3</price></row></rows>",
        "<urlset><url><loc>https://a.example/1</loc></url></urlset>",
        '<opml><head><title>x</title></head><body><outline text="y"/></body></opml>',
        "< 5 percent: title and body",
        "",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not is_xml_table(Path("a.xml"), text.encode())
