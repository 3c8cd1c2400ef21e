"""Bulletins of one wording that differ in their numbers are articles of their own; copies of one text are not."""

from __future__ import annotations

from tests.unit.ingest.conftest import Press

GOLD = (
    "سعر الذهب اليوم\n\n"
    "سجّل غرام الذهب عيار 21 اليوم {0} ليرة في السوق المحلية، وسجّل عيار 18 نحو {1} ليرة، بحسب نشرة جمعية الصاغة.\n\n"
    "ودعت الجمعية أصحاب المحال إلى الالتزام بالنشرة وعدم البيع بأعلى منها، وإلى إعطاء الزبائن فواتير نظامية مختومة."
)
CASES = (
    "Daily bulletin\n\n"
    "The ministry reported {0} new infections in twenty-four hours, which brings the total to {1} since spring.\n\n"
    "It asked people to keep their distance and to wear masks in closed places, and thanked the hospitals."
)
RATES = (
    "Rates of the day\n\n"
    "The money changers of the old market gave these rates on closing, and said that trade had been calm.\n\n"
    "| coin | bought | sold |\n| --- | --- | --- |\n| dollar | {0} | {1} |\n\n"
    "They expect trade to stay calm until the end of the week, when the banks will open again after the feast."
)


def test_bulletins_with_other_numbers_are_articles_of_their_own(press: Press) -> None:
    for number, values in enumerate((("512,000", "438,500"), ("515,500", "441,000"), ("٥١٧٬٠٠٠", "٤٤٢٬٥٠٠"))):
        press.put(f"paper/gold{number}.txt", GOLD.format(*values))
        press.put(f"paper/cases{number}.txt", CASES.format(*values))
        press.put(f"paper/rates{number}.md", RATES.format(*values))
    found = press.take_in()
    assert len(found) == 9
    for values in (("512,000", "438,500"), ("515,500", "441,000")):
        assert sum(all(each in article.body for each in values) for article in found) == 3


def test_one_text_with_its_numbers_written_otherwise_is_one_article(press: Press) -> None:
    press.put("paper/one.txt", GOLD.format("512,000", "438,500"))
    press.put("other/two.txt", GOLD.format("512000", "٤٣٨٬٥٠٠"))
    press.put("third/three.txt", GOLD.format("٥١٢٠٠٠", "438.500") + "\n\nتابعونا على قناتنا.")
    assert len(press.take_in()) == 1


def test_numbers_beside_a_text_do_not_make_another_of_it(press: Press) -> None:
    text = GOLD.format("512,000", "438,500")
    press.put("paper/one.txt", text + "\n\n128 قراءة")
    press.put("other/two.txt", text + "\n\n3,407 قراءات")
    assert len(press.take_in()) == 1


def test_a_text_that_one_of_two_copies_goes_on_with_is_one_article(press: Press) -> None:
    text = CASES.format("117", "9,204")
    press.put("paper/one.txt", text)
    press.put("other/two.txt", text + "\n\nThe next bulletin, the 41st since spring, will come at 18:00.")
    assert len(press.take_in()) == 1


def page(toll: str) -> str:
    """A page that tells the minute of its publication, and no address."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry runs aground</title>'
        '<meta property="article:published_time" content="2024-05-06T07:12:00+03:00"></head><body><article>'
        f"<h1>Ferry runs aground</h1><p>A ferry ran aground at dawn off the northern cape, and {toll} passengers were "
        "taken to hospital, the coast guard said, while divers went on looking for the crew.</p><p>The ferry was on "
        "its way back from the islands when the wind turned and drove it upon the rocks below the lighthouse.</p>"
        "</article></body></html>"
    )


def test_a_page_of_the_same_minute_is_the_same_article_with_another_toll(press: Press) -> None:
    press.put("paper/one.html", page("12"))
    press.put("paper/two.html", page("15"))
    assert len(press.take_in()) == 1
