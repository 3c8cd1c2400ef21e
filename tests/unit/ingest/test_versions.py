"""The same article from several documents: one article, the newer text, and nothing of it lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.ingest.memory import MEMORY
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.store.articles import load_articles

TODAY = date(2026, 11, 1)
LEAD = "The harbour board said on Monday that the new quay would take its first ship in the autumn, two years late."
MORE = "Dredging stopped twice for storms, and the cost has stayed within the sum that was set aside for it."
CHANGED = "A spokeswoman said on Tuesday that the first ship would come a week earlier than had been planned."
ADDRESS = "https://baycourier.example/2025/06/new-quay/"


def page(*paragraphs: str, published: str = "2025-06-02T08:00:00+03:00", modified: str = "", url: str = ADDRESS) -> str:
    """A saved page."""
    changed = f'<meta property="article:modified_time" content="{modified}">' if modified else ""
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New quay opens | The Bay Courier</title>'
        f'<link rel="canonical" href="{url}"><meta property="og:site_name" content="The Bay Courier">'
        f'<meta property="article:published_time" content="{published}">{changed}</head>'
        f"<body><main><article><h1>New quay opens</h1>{text}</article></main></body></html>"
    )


def feed(*, full: bool) -> str:
    """A feed with the same article."""
    content = f"<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded>" if full else ""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>The Bay Courier</title><link>https://baycourier.example/</link><language>en</language><item>"
        f"<title>New quay opens</title><link>{ADDRESS}?utm_source=rss</link><guid>{ADDRESS}</guid>"
        f"<pubDate>Mon, 02 Jun 2025 08:00:00 +0300</pubDate><description>{LEAD[:70]} […]</description>{content}"
        "</item></channel></rss>"
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An empty archive."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def take_in(archive: Path, **documents: str) -> Report:
    """Write documents and ingest everything."""
    for name, text in documents.items():
        path = archive / "content" / "sources" / name.replace("_", ".")
        path.write_text(text)
    (archive / MEMORY).unlink(missing_ok=True)  # everything is to be read again
    return ingest(archive, today=TODAY)


def only(archive: Path) -> Article:
    """The archive's one article."""
    (article,) = load_articles(archive).articles
    return article


def snapshot(archive: Path) -> dict[Path, bytes]:
    """Every file below content/."""
    return {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()}


def test_the_same_page_saved_twice_is_one_article(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    report = take_in(archive, b_html=page(LEAD, MORE).replace("<main>", "<main><nav><a href='/'>Home</a></nav>"))
    assert [each.status.value for each in report.documents] == ["unchanged", "merged"]
    assert only(archive).url == ADDRESS


def test_a_newer_page_writes_over_the_earlier_text(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    before = only(archive)
    take_in(archive, b_html=page(LEAD, CHANGED, MORE, modified="2025-06-03T09:30:00+03:00"))
    after = only(archive)
    assert CHANGED in after.body
    assert (after.id, after.path) == (before.id, before.path)
    assert after.date == before.date
    assert after.updated is not None
    assert after.updated.iso == "2025-06-03T09:30:00+03:00"
    assert after.provenance is not None
    assert after.provenance.document == "content/sources/b.html"
    assert after.provenance.earlier == ("content/sources/a.html",)
    assert (archive / "content/sources/a.html").is_file()


@pytest.mark.parametrize("names", [("a_html", "b_html"), ("b_html", "a_html")])
def test_it_is_the_newer_text_in_whatever_order_they_are_read(archive: Path, names: tuple[str, str]) -> None:
    older, newer = names
    texts = {older: page(LEAD, MORE), newer: page(LEAD, CHANGED, modified="2025-06-03T09:30:00+03:00")}
    take_in(archive, **texts)
    assert CHANGED in only(archive).body
    again = snapshot(archive)
    take_in(archive)
    assert snapshot(archive) == again


def test_a_later_publication_at_the_same_address_is_an_update(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    take_in(archive, b_html=page(LEAD, CHANGED, published="2025-06-04T07:00:00+03:00"))
    article = only(archive)
    assert article.date is not None
    assert article.date.iso == "2025-06-02T08:00:00+03:00"
    assert article.updated is not None
    assert article.updated.iso == "2025-06-04T07:00:00+03:00"
    again = snapshot(archive)
    assert not take_in(archive).needs_a_person
    assert snapshot(archive) == again


@pytest.mark.parametrize("second", ["a_html", "b_html"], ids=["written-over", "another-document"])
@pytest.mark.parametrize("modified", ["", "2025-06-05T10:00:00+03:00"])
def test_each_day_has_the_rule_and_the_words_that_gave_it(archive: Path, second: str, modified: str) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    take_in(archive, **{second: page(LEAD, CHANGED, published="2025-06-04T07:00:00+03:00", modified=modified)})
    article = only(archive)
    rules = article.provenance.rules if article.provenance else ()
    assert article.date_raw == "2025-06-02T08:00:00+03:00"
    days = dict(rule.split(" | ", 1) for rule in rules if rule.startswith(("date |", "updated |")))
    field = "modified_time" if modified else "published_time"
    assert days == {
        "date": "sure | meta:article:published_time | 2025-06-02T08:00:00+03:00",
        "updated": f"sure | meta:article:{field} | {modified or '2025-06-04T07:00:00+03:00'}",
    }
    again = snapshot(archive)
    take_in(archive)
    assert snapshot(archive) == again


def test_the_full_text_takes_the_place_of_an_excerpt_and_never_the_other_way(archive: Path) -> None:
    take_in(archive, feed_xml=feed(full=False))
    excerpt = only(archive)
    assert excerpt.partial
    take_in(archive, page_html=page(LEAD, MORE))
    full = only(archive)
    assert not full.partial
    assert MORE in full.body
    assert full.id == excerpt.id
    again = snapshot(archive)
    take_in(archive)
    assert snapshot(archive) == again


def test_a_text_with_no_word_of_its_age_does_not_write_over_another(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    report = take_in(archive, b_html=page(LEAD, CHANGED))
    assert MORE in only(archive).body
    assert "merged-with-differences" in [problem.code for problem in report.all_problems()]


def test_a_person_s_edits_are_not_written_over_by_a_newer_text(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE))
    file = archive / only(archive).path
    file.write_text(file.read_text().replace("two years late", "two years late, at last"))
    report = take_in(archive, b_html=page(LEAD, CHANGED, modified="2025-06-03T09:30:00+03:00"))
    assert "at last" in only(archive).body
    assert "edited-by-a-person" in [problem.code for problem in report.all_problems()]


ELSEWHERE = "https://baycourier.example/2025/07/quay/"


def test_columns_of_one_title_are_articles_of_their_own(archive: Path) -> None:
    other = page(LEAD.replace("two", "three"), MORE, url=ELSEWHERE)
    take_in(archive, a_html=page(LEAD, MORE), b_html=other)
    assert len(load_articles(archive).articles) == 2


def test_one_text_letter_for_letter_at_two_addresses_of_an_outlet_is_one_article(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD, MORE), b_html=page(LEAD, MORE, url=ELSEWHERE))
    assert only(archive).url == ADDRESS
    take_in(archive)
    assert only(archive).url == ADDRESS


@pytest.mark.parametrize(
    "other",
    [
        page(LEAD, MORE, url=ELSEWHERE, published="2025-06-09T08:00:00+03:00"),
        page(LEAD, MORE, url=ELSEWHERE).replace("New quay opens", "Notice to sailors"),
    ],
)
def test_one_text_of_another_day_or_title_is_an_article_of_its_own(archive: Path, other: str) -> None:
    take_in(archive, a_html=page(LEAD, MORE), b_html=other)
    assert len(load_articles(archive).articles) == 2


def test_a_short_text_is_said_at_two_addresses(archive: Path) -> None:
    take_in(archive, a_html=page(LEAD[:100] + "."), b_html=page(LEAD[:100] + ".", url=ELSEWHERE))
    assert len(load_articles(archive).articles) == 2


def test_an_item_of_a_feed_whose_address_has_changed_is_the_same_article(archive: Path) -> None:
    moved = feed(full=True).replace(f"<link>{ADDRESS}", "<link>https://baycourier.example/2025/06/quay-opens/")
    take_in(archive, a_xml=feed(full=True), b_xml=moved.replace("<title>New quay", "<title>The new quay"))
    assert only(archive).title == "New quay opens"


def test_items_of_two_feeds_that_only_have_the_number_in_common_are_two_articles(archive: Path) -> None:
    one = feed(full=True).replace(f"<guid>{ADDRESS}", "<guid>17")
    other = one.replace(ADDRESS, "https://baycourier.example/17/").replace(LEAD, CHANGED).replace(MORE, CHANGED)
    take_in(archive, a_xml=one, b_xml=other.replace("<title>New quay opens", "<title>First ship"))
    assert len(load_articles(archive).articles) == 2


def test_as_many_processes_as_one_likes_give_the_same_files(
    archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "content" / "sources").mkdir(parents=True)
    (other / "mkdocs.yml").write_text("site_name: test\n")
    for folder in (archive, other):
        for number in range(40):
            text = page(f"Report {number}. {LEAD}", MORE, url=f"https://baycourier.example/{number % 30}/")
            (folder / "content" / "sources" / f"{number:02}.html").write_text(
                text.replace("New quay", f"Quay {number % 30}")
            )
    one = ingest(archive, today=TODAY, jobs=1)
    many = ingest(other, today=TODAY, jobs=5)
    assert one.as_json() == many.as_json()
    assert {p.relative_to(archive): b for p, b in snapshot(archive).items()} == {
        p.relative_to(other): b for p, b in snapshot(other).items()
    }


def export(slug: str, *paragraphs: str, site: str = "baycourier.example", number: int = 5, modified: str = "") -> str:
    """An export of WordPress with one post."""
    text = "\n\n".join(paragraphs)
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Bay Courier</title>'
        f"<link>https://{site}</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><item>"
        f"<title>New quay opens</title><link>https://{site}/2025/{slug}/</link>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>2025-06-02 08:00:00</wp:post_date><wp:post_modified>{modified or '2025-06-02 08:00:00'}"
        f"</wp:post_modified><wp:post_name>{slug}</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>post</wp:post_type></item></channel></rss>"
    )


def test_a_post_in_a_later_export_is_the_same_article_and_its_former_address_leads_on(archive: Path) -> None:
    take_in(archive, a_xml=export("quay", LEAD, MORE))
    take_in(archive, b_xml=export("new-quay", LEAD, CHANGED, MORE, modified="2025-06-04 10:00:00"))
    article = only(archive)
    assert CHANGED in article.body
    assert (article.url or "").endswith("/new-quay/")
    assert {"/2025/quay/", "/2025/new-quay/"} <= {f"/{each.strip('/')}/" for each in article.aliases}
    assert article.provenance is not None
    assert article.provenance.earlier == ("content/sources/a.xml",)


@pytest.mark.parametrize(
    "other",
    [
        export("quay", LEAD, MORE, site="other.example"),
        export("bridge", CHANGED, number=6),
        export("bridge", CHANGED * 3).replace("New quay opens", "New bridge opens"),
    ],
    ids=["another-site", "another-number", "another-post"],
)
def test_posts_that_have_only_number_or_title_in_common_are_articles_of_their_own(archive: Path, other: str) -> None:
    take_in(archive, a_xml=export("quay", LEAD + " " + MORE).replace("2025-06-02 08", "2025-05-02 08"), b_xml=other)
    assert len(load_articles(archive).articles) == 2
