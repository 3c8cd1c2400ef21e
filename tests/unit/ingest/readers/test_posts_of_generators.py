"""Posts of site generators and of note takers whose fields or marks are their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.article import Status

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

BODY = (
    "The night ferry runs for another two years after a vote on Sunday in which four in ten took part.\n\n"
    "The council had planned to end the service in the autumn."
)


def test_front_matter_above_html(press: Press) -> None:
    press.put(
        "a/_posts/2009-10-12-ferry.html",
        "---\nstatus: publish\npublished: true\ntitle: Night ferry stays\n"
        "author:\n  display_name: Tom Reeve\n  login: tom\n"
        "wordpress_url: http://notes.example/?p=12\ndate: '2009-10-12 18:00:00 +0100'\ncomments:\n- id: 3\n"
        "  content: Well done, everybody.\n---\n<p>The night ferry runs for another two years after a vote.</p>\n"
        "<p>The council had planned to end the service.</p>\n",
    )
    article = press.one()
    assert (article.title, article.authors, article.url) == (
        "Night ferry stays",
        ("Tom Reeve",),
        "http://notes.example/?p=12",
    )
    assert article.date is not None
    assert article.date.iso == "2009-10-12T18:00:00+01:00"
    assert "Well done" not in article.body
    assert "published:" not in article.body


def test_a_page_that_begins_with_a_rule_is_a_page(press: Press) -> None:
    press.put("a/page.html", f"---\n<h1>Night ferry stays</h1><p>{BODY}</p><p>A review of fares is due this year.</p>")
    assert press.one().title == "Night ferry stays"


def test_links_between_notes_in_front_matter(press: Press) -> None:
    press.put(
        "a/clip.md",
        "---\ntitle: Night ferry stays\nsource: https://courier.example/ferry\nauthor:\n"
        '  - "[[Tom Reeve]]"\n  - "[[people/Ana Duarte|Ana Duarte]]"\ntags:\n  - "[[ferry]]"\n---\n' + BODY,
    )
    article = press.one()
    assert article.authors == ("Tom Reeve", "Ana Duarte")
    assert "ferry" in article.tags
    assert article.url == "https://courier.example/ferry"


def test_what_a_program_puts_into_mdx(press: Press) -> None:
    press.put(
        "a/post.mdx",
        "---\ntitle: Night ferry stays\n---\n"
        "import Figure from '@site/src/Figure';\nimport {Tabs, Tab} from \"./tabs\"\n\n"
        '{/* a note */}\n\nimport duties rise next year, the council said.\n\n<Figure src="/x.png" />\n\n' + BODY,
    )
    article = press.one()
    assert "@site" not in article.body
    assert "<Figure" not in article.body
    assert "import duties rise next year" in article.body
    assert "\n\nThe night ferry runs" in article.body  # not the caption of a figure that was never closed
    assert article.provenance is not None
    assert "import Figure from '@site/src/Figure';" in article.provenance.removed


def test_a_page_of_notion(press: Press) -> None:
    press.put(
        "a/Night ferry 1f2e3d4c5b6a79880a1b2c3d4e5f6071.md",
        "# Night ferry stays\n\nAuthor: Dana Holt\nDate: May 12, 2025\nTags: ferry, council\nURL: https://c.example/ferry\n"
        "Status: Draft\nReviewed by: Leo Park\n\n" + BODY,
    )
    article = press.one()
    assert (article.title, article.authors, article.url) == (
        "Night ferry stays",
        ("Dana Holt",),
        "https://c.example/ferry",
    )
    assert article.date is not None
    assert article.date.iso == "2025-05-12"
    assert {"ferry", "council"} <= set(article.tags)
    assert article.status is Status.DRAFT
    assert "Author:" not in article.body
    assert article.body.startswith("The night ferry")


def test_lines_with_colons_below_a_heading_are_text_where_they_are_no_fields(press: Press) -> None:
    lines = "Midnight: the last boat leaves with forty people.\nFive in the morning: the bakers arrive at the quay."
    press.put("a/night.md", f"# A night at the quay\n\n{lines}\n\n{BODY}")
    article = press.one()
    assert "the last boat leaves with forty people" in article.body
    assert "the bakers arrive at the quay" in article.body
