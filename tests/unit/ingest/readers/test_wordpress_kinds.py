"""Exports of WordPress: which items of kinds that a site or a plugin has made are articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.ingest.readers.wordpress.export import read_wordpress
from generator.model.source import Record, SourceDocument

SENTENCE = "The harbour master opened the new quay on Monday before a crowd of fishermen and their families. "
ARABIC = "افتتح رئيس الميناء الرصيف الجديد يوم الاثنين أمام جمع من الصيادين وعائلاتهم وأصحاب المراكب. "


def item(kind: str, title: str, text: str, status: str = "publish", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><wp:post_id>1</wp:post_id><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type><content:encoded><![CDATA[{text}]]></content:encoded>{more}</item>"
    )


def read(*items: str) -> tuple[list[Record], dict[str, Problem]]:
    raw = (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><title>Bay</title>{''.join(items)}</channel></rss>"
    ).encode()
    found = list(read_wordpress(SourceDocument.of(Path("export.xml"), raw, "0" * 64)))
    problems = {each.code: each for each in found if isinstance(each, Problem)}
    return [each for each in found if isinstance(each, Record)], problems


@pytest.mark.parametrize(
    "kind",
    ["news", "article", "opinion", "report", "bay_news", "press-release", "akhbar", "cpt_maqalat", "مقالات", "Stories"],
)
def test_kinds_that_are_named_as_articles_are_taken_in_however_short(kind: str) -> None:
    records, problems = read(item(kind, "The quay", f"<p>{SENTENCE}</p>"), item(kind, "الرصيف", ARABIC))
    assert len(records) == 2
    assert (problems["own-kinds"].severity, problems["own-kinds"].found) == (Severity.HINT, f"{kind} (2)")
    assert "not-articles" not in problems


@pytest.mark.parametrize("text", [SENTENCE * 5, f"<p>{ARABIC * 5}</p>"])
def test_a_kind_whose_name_says_nothing_is_taken_in_by_its_text(text: str) -> None:
    records, problems = read(item("marsad", "The quay", text))
    assert len(records) == 1
    assert "own-kinds" in problems


@pytest.mark.parametrize(
    "text", ["", SENTENCE, "[contact-form-7 id=1 title=x]" * 80, "<div><img src='a.png'></div>" * 80]
)
def test_a_kind_whose_name_says_nothing_is_left_out_without_the_text_of_an_article(text: str) -> None:
    records, problems = read(item("marsad", "The quay", text))
    assert records == []
    assert problems["not-articles"].found == "marsad (1)"


@pytest.mark.parametrize(
    "kind",
    [
        "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "custom_css",
        "web-story", "elementor_library", "acf-field-group", "acf-field", "product", "product_variation",
        "shop_order", "testimonials", "oembed_cache", "wpcf7_contact_form", "mc4wp-form", "tribe_events",
        "guest-author", "et_pb_layout", "customize_changeset", "user_request", "bbp_topic", "testimonial",
        "team_member", "job_listing", "newsletter", "wp_article_layout",
    ],
)  # fmt: skip
def test_what_plugins_keep_is_left_out_however_long(kind: str) -> None:
    records, problems = read(item(kind, "Title", SENTENCE * 20))
    assert records == []
    assert problems["not-articles"].found == f"{kind} (1)"


@pytest.mark.parametrize(("title", "text"), [("", SENTENCE * 9), ("The quay", ""), ("The quay", "[gallery]")])
def test_without_title_or_text_it_is_counted_and_told(title: str, text: str) -> None:
    records, problems = read(item("news", title, text))
    assert records == []
    assert problems["not-articles"].found == "news (1)"


@pytest.mark.parametrize("status", ["draft", "private", "future", "pending", "trash"])
def test_what_is_not_published_is_not_taken_in(status: str) -> None:
    records, problems = read(item("news", "The quay", SENTENCE * 9, status))
    assert records == []
    assert problems["not-articles"].found == f"{status} news (1)"


def test_what_has_a_password_is_not_taken_in() -> None:
    records, problems = read(item("news", "The quay", SENTENCE, more="<wp:post_password>x</wp:post_password>"))
    assert records == []
    assert problems["not-articles"].found == "password-protected news (1)"
