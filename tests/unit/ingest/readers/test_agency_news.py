"""What agencies send: NITF, NewsML-G2 and NewsML 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Severity
from generator.ingest.readers.agencies.items import day_of
from generator.ingest.readers.agencies.news_xml import is_news_xml
from generator.model.article import Article
from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this morning, the port authority said in a statement."
MORE = "Fishermen fear that the new fees will drive small boats away from the old harbour, its master told us."
ARABIC = "رست أول سفينة حاويات صباح اليوم عند الرصيف الجديد في ميناء المدينة، بحسب بيان لهيئة الموانئ."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><title>PORT-QUAY</title><docdata><doc-id id-string="bay-1"/><date.issue norm="20240503T090000+0200"/>
<key-list><keyword key="ports"/></key-list></docdata><pubdata name="The Bay"/></head>
<body><body.head><hedline><hl1>Port opens quay</hl1><hl2>A new quay in the old port</hl2></hedline>
<byline>By <person>Mona Salem</person><byttl>Staff Writer</byttl></byline>
<dateline><location>ORAN</location></dateline></body.head>
<body.content><p lede="true">{TEXT} &nbsp; A &amp; B.</p><hl2>Fees</hl2><p>{MORE}</p>
<media media-type="image"><media-reference source="1.jpg"/><media-caption>The quay</media-caption></media>
</body.content>
<body.end><tagline>(Additional reporting by Ali)</tagline></body.end></body></nitf>"""
G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:bay:1" version="2" xml:lang="en"><rightsInfo><copyrightNotice>(c) Bay</copyrightNotice>
</rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Bay News Agency</name></provider>
<versionCreated>2024-05-03T10:00:00Z</versionCreated><firstCreated>2024-05-03T09:00:00Z</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><located><name>Oran</name></located><subject>
<name>ports</name></subject>
<headline>Port opens quay</headline><by>By Mona Salem</by><keyword>quay</keyword></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
</head>
<body><p>{TEXT}</p><p>{MORE}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:bay:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<newsItem guid="urn:newsml:bay:3"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta>
<headline>Withdrawn</headline></contentMeta><contentSet><inlineData contenttype="text/plain">{MORE}</inlineData>
</contentSet>
</newsItem></itemSet></newsMessage>"""
ONE = f"""<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "x" "http://www.iptc.org/x.dtd"><NewsML>
<NewsItem xml:lang="ar">
<Identification><NewsIdentifier><ProviderId>afp.example</ProviderId><PublicIdentifier>urn:1</PublicIdentifier>
</NewsIdentifier>
</Identification><NewsManagement><FirstCreated>20240503T090000Z</FirstCreated><Status FormalName="Usable"/>
</NewsManagement>
<NewsComponent><NewsLines><HeadLine>الميناء يستقبل أول سفينة</HeadLine><DateLine>وهران 3-5-2024 (ا ف ب)</DateLine>
</NewsLines>
<NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>x</DataContent></ContentItem></NewsComponent>
<ContentItem><MediaType FormalName="Text"/><DataContent><p>{ARABIC}</p></DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>"""


def _said(article: Article) -> tuple[object, ...]:
    date = article.date.iso if article.date else None
    return article.title, date, article.source, article.authors, article.lang.value


def test_nitf(press: Press) -> None:
    press.put("post/a.xml", NITF)
    article = press.one()
    assert _said(article) == ("Port opens quay", "2024-05-03T09:00:00+02:00", "The Bay", ("Mona Salem",), "en")
    assert (article.description, article.dateline) == ("A new quay in the old port", "ORAN")
    assert "A & B." in article.body.replace("&amp;", "&")
    assert "## Fees" in article.body
    assert "Additional reporting" in article.body
    assert article.provenance is not None
    assert "The quay" in article.provenance.removed
    assert not [each for each in press.problems if each.severity is not Severity.HINT]


@pytest.mark.parametrize("prefix", ["", "nar:"])
def test_newsml_g2(press: Press, prefix: str) -> None:
    text = G2
    if prefix:
        text = text.replace("xmlns=", "xmlns:nar=", 1)
        for name in (
            "newsMessage",
            "itemSet",
            "newsItem",
            "itemMeta",
            "itemClass",
            "contentMeta",
            "headline",
            "contentSet",
        ):
            text = text.replace(f"<{name}", f"<nar:{name}").replace(f"</{name}>", f"</nar:{name}>")
        for name in (
            "inlineXML",
            "provider",
            "name",
            "firstCreated",
            "versionCreated",
            "by",
            "pubStatus",
            "inlineData",
        ):
            text = text.replace(f"<{name}>", f"<nar:{name}>").replace(f"<{name} ", f"<nar:{name} ")
            text = text.replace(f"</{name}>", f"</nar:{name}>")
        text = text.replace("<inlineData", "<nar:inlineData").replace("</inlineData", "</nar:inlineData")
    press.put("post/a.xml", text)
    article = press.one()
    expected = ("Port opens quay", "2024-05-03T09:00:00+00:00", "Bay News Agency", ("Mona Salem",), "en")
    assert _said(article) == expected
    assert article.updated is not None
    assert article.provenance is not None
    assert article.provenance.record == "urn:newsml:bay:1"
    (told,) = [each for each in press.problems if each.code == "no-articles"]
    assert told.found == "1 pictures, 1 texts that their agency has withdrawn"


def test_newsml_1(press: Press) -> None:
    press.put("post/a.xml", ONE)
    article = press.one()
    assert _said(article)[:2] == ("الميناء يستقبل أول سفينة", "2024-05-03T09:00:00+00:00")
    assert article.body == ARABIC
    assert article.dateline == "وهران"


def test_broken_and_cut_items(press: Press) -> None:
    press.put("post/a.xml", NITF[: NITF.index("<hl2>Fees")])
    assert press.one().title == "Port opens quay"
    assert [each.code for each in press.problems if each.code == "cut-off"] == ["cut-off"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (NITF, True),
        (G2, True),
        (ONE, True),
        ("<rss><channel/></rss>", False),
        ("<html><body><p>nitf</p></body></html>", False),
        ("A text about <nitf> and other things.", False),
        ("<?x ?>" * 5000 + "<y>", False),
        ("<!--" + "-" * 60_000, False),
        ("<!DOCTYPE x [" + "[" * 60_000, False),
    ],
)
def test_it_is_told_by_its_first_element(head: str, *, expected: bool) -> None:
    assert is_news_xml(Path("a.xml"), head.encode()) == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("20240503T090000+0200", "2024-05-03T09:00:00+02:00"),
        ("20240503T0900Z", "2024-05-03T09:00:00+00:00"),
        ("20240503", "2024-05-03"),
        ("3 May 2024", "3 May 2024"),
    ],
)
def test_days_without_signs(written: str, day: str) -> None:
    assert day_of(written) == day
