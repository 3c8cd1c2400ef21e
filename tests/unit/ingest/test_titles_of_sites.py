"""Pages whose window has the site's name alone for a title: the headline is the heading of the text."""

from __future__ import annotations

import pytest

from tests.unit.ingest.conftest import Press

PROSE = (
    "<p>The ferry to the lighthouse runs again since Monday, the harbour office said, after its engine was mended.</p>"
    "<p>Whoever had bought a ticket for the winter may use it until June, and children travel free on Sundays.</p>"
)


def page(title: str, home: str, heading: str) -> str:
    head = f"<html><head><title>{title}</title></head><body><div>{home}</div>"
    return f"{head}<article><h1>{heading}</h1>{PROSE}</article></body></html>"


@pytest.mark.parametrize(
    "home",
    [
        '<a href="/">Salt and Rope</a>',
        '<a href="https://salt.example"><img src="l.png" alt="Salt and Rope"></a>',
        '<a href="./index.php">Salt and Rope</a>',
    ],
)
def test_a_title_that_the_link_to_the_front_page_shows_is_the_site_s(press: Press, home: str) -> None:
    press.put("salt/1.html", page("Salt and Rope", home, "Ferry to the lighthouse runs again"))
    article = press.one()
    assert (article.title, article.source) == ("Ferry to the lighthouse runs again", "Salt and Rope")


@pytest.mark.parametrize(
    "home",
    ['<a href="/news/12">Ferry runs</a>', "Ferry runs", '<a href="#">Ferry runs</a>', '<a href="">Ferry runs</a>'],
)
def test_another_title_stays(press: Press, home: str) -> None:
    press.put("salt/1.html", page("Ferry runs", home, "The Salt and Rope Weekly of the whole long western coast"))
    assert press.one().source is None
