"""What `ingest` makes of the sample archive's documents: every title, day, source, language, pair and split.

test_sample_archive works the days out from the documents' own words; here they are written down, a line a document, so
that a change of any rule shows at once which document it changes, and how.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.model.language import Language
from generator.store.articles import load_articles
from generator.store.vocabulary import find_publisher, load_vocabulary

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
UNDATED = "undated"
# document: the day of its first article, and how many articles it holds
EXPECTED = {
    "cairo-lantern/covid-emergency-ends": ("2023-05-05", 1),
    "cairo-lantern/pandemic-agreement": ("2025-05-20", 2),
    "cairo-lantern/pound-float": ("2024-03-06", 1),
    "farhaven-dispatch/eclipse-2027": (UNDATED, 1),
    "farhaven-dispatch/high-seas-treaty": ("2025-09-20", 1),
    "farhaven-dispatch/slim-wakes-up": ("2024-01-29", 1),
    "farhaven-dispatch/starship-catch": ("2024-10-13", 1),
    "farhaven-dispatch/warmest-year-2024": ("2025-01-10", 1),
    "pearl-coast-courier/alneyadi-return.ar": ("2023-09-04", 1),
    "pearl-coast-courier/alneyadi-return.en": ("2023-09-04", 1),
    "pearl-coast-courier/eu-ai-act": ("2024-08-01", 1),
    "pearl-coast-courier/qatar-north-field-west": ("2024-02-25", 1),
    "pearl-coast-courier/suez-canal-2024.ar": ("2024-12-26", 1),
    "pearl-coast-courier/suez-canal-2024.en": ("2024-12-26", 1),
    "qafilat-almagharib/al-haouz-reconstruction": ("2023-09-20", 1),
    "qafilat-almagharib/argan": (UNDATED, 1),
    "qafilat-almagharib/el-bakkali-gold": ("2024-08-07", 1),
    "qafilat-almagharib/jabeur-wimbledon": ("2023-07-15", 1),
    "sada-alwahatayn/blue-ghost": ("2025-03-02", 1),
    "sada-alwahatayn/hajj-1446": ("2025-06-05", 1),
    "sada-alwahatayn/khaybar-bronze-age-town": ("2024-10-31", 1),
    "sada-alwahatayn/riyadh-metro.ar": ("2024-12-01", 1),
    "sada-alwahatayn/riyadh-metro.en": ("2024-12-01", 1),
    "sada-alwahatayn/saudi-iran-beijing": ("2023-03-11", 1),
    "sada-alwahatayn/world-heritage-riyadh.ar": ("2023-09-26", 1),
    "sada-alwahatayn/world-heritage-riyadh.en": ("2023-09-26", 1),
    "shurfat-almutawassit/0231": ("2023-02-27", 2),
    "shurfat-almutawassit/0407": ("2023-09-20", 2),
    "shurfat-almutawassit/0988": ("2024-12-08", 2),
    "urjuwan/asian-cup-final.ar": ("2024-02-10", 1),
    "urjuwan/asian-cup-final.en": ("2024-02-10", 1),
    "urjuwan/brics-enlargement.ar": ("2024-01-01", 1),
    "urjuwan/brics-enlargement.en": ("2024-01-01", 1),
    "urjuwan/chandrayaan-3.ar": ("2023-08-23", 1),
    "urjuwan/chandrayaan-3.en": ("2023-08-23", 1),
    "urjuwan/cop28-outcome.ar": ("2023-12-13", 1),
    "urjuwan/cop28-outcome.en": ("2023-12-13", 1),
    "urjuwan/egypt-malaria-free.ar": ("2024-10-20", 1),
    "urjuwan/egypt-malaria-free.en": ("2024-10-20", 1),
    "urjuwan/grand-egyptian-museum.ar": ("2025-11-01", 1),
    "urjuwan/grand-egyptian-museum.en": ("2025-11-01", 1),
    "urjuwan/henna-and-soap.ar": ("2024-12-06", 1),
    "urjuwan/henna-and-soap.en": ("2024-12-06", 1),
    "urjuwan/iraq-census.ar": ("2024-11-25", 1),
    "urjuwan/iraq-census.en": ("2024-11-25", 1),
    "urjuwan/jordan-world-cup.ar": ("2025-06-05", 1),
    "urjuwan/jordan-world-cup.en": ("2025-06-05", 1),
    "urjuwan/lebanon-president.ar": ("2025-01-09", 1),
    "urjuwan/lebanon-president.en": ("2025-01-09", 1),
    "urjuwan/nobel-chemistry.ar": ("2025-10-08", 1),
    "urjuwan/nobel-chemistry.en": ("2025-10-08", 1),
}
LATER_TITLES = {
    "cairo-lantern/pandemic-agreement": "Chicago-born Robert Prevost elected pope and takes the name Leo XIV",
    "shurfat-almutawassit/0231": "الاتحاد الأفريقي عضوًا دائمًا في مجموعة العشرين بقرار من قمة نيودلهي",
    "shurfat-almutawassit/0407": "ساحل العاج تقلب الطاولة على نيجيريا وتُتوَّج بطلة لأفريقيا على أرضها",
    "shurfat-almutawassit/0988": "إسبانيا بطلة لأوروبا للمرة الرابعة بفوز متأخر على إنجلترا",
}
# Lines that are about an article or stand beside it, and never in its body.
NEVER_IN_A_BODY = (
    "????",
    "Read also:",
    "إقرأ أيضاً:",
    "Tags:",
    "Published:",
    "min read",
    "Share this story",
    "الكلمات الدالة",
    "الكلمات المفتاحية",
    "وسوم:",
    "رابط مختصر",
    "شارك الخبر",
    "تابعونا على",
    "لا مانع من الاقتباس",
    "انتهى/",
    "المصدر:",
    "ترجمة شرفة",
    "تاريخ النشر",
    "بقلم:",
    "كتبت:",
    "كتب:",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the sample's sources and vocabulary and no article yet."""
    root = tmp_path_factory.mktemp("sample")
    for name in ("sources", "vocabulary"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    return root


@pytest.fixture(scope="module")
def report(archive: Path) -> Report:
    """What ingest said of it."""
    return ingest(archive, today=TODAY)


@pytest.fixture(scope="module")
def articles(archive: Path, report: Report) -> dict[str, list[Article]]:
    """The articles of each document in its order; a document goes by its path without folder and ending."""
    assert not report.needs_a_person
    loaded = load_articles(archive)
    assert loaded.problems == ()
    found = defaultdict(list)
    for article in loaded.articles:
        assert article.provenance is not None
        document = article.provenance.document.removeprefix("content/sources/").rpartition(".")[0]
        found[document].append(article)
    return {document: sorted(those, key=_first_line) for document, those in found.items()}


def _first_line(article: Article) -> int:
    assert article.provenance is not None
    return article.provenance.lines[0] if article.provenance.lines else 0


def test_every_document_is_published_and_expected(articles: dict[str, list[Article]]) -> None:
    assert set(articles) == set(EXPECTED)


@pytest.mark.parametrize("document", EXPECTED)
def test_document_gives_its_articles_with_its_day(articles: dict[str, list[Article]], document: str) -> None:
    day, count = EXPECTED[document]
    first, *later = articles[document]
    assert (first.date.iso[:10] if first.date else UNDATED) == day
    assert 1 + len(later) == count
    assert all(article.date is None and article.translator is None and article.authors == () for article in later)
    assert [article.title for article in later] == [LATER_TITLES[document] for _ in later]
    assert all(first.id in article.related and article.id in first.related for article in later)


def test_the_language_is_the_texts_own(articles: dict[str, list[Article]]) -> None:
    arabic = {"qafilat-almagharib", "shurfat-almutawassit"}
    for document, those in articles.items():
        folder = document.partition("/")[0]
        stem_says = {"ar": Language.AR, "en": Language.EN}.get(document.rpartition(".")[2])
        expected = stem_says or (Language.AR if folder in arabic | {"sada-alwahatayn"} else Language.EN)
        assert {article.lang for article in those} == {expected}, document


def test_every_first_article_comes_from_the_publisher_of_its_folder(
    archive: Path, articles: dict[str, list[Article]]
) -> None:
    vocabulary = load_vocabulary(archive)
    for document, (first, *_) in articles.items():
        publisher = find_publisher(vocabulary, first.source)
        assert publisher is not None, (document, first.source)
        assert publisher.folder == document.partition("/")[0]


def test_two_versions_share_a_story_and_nothing_else_does(articles: dict[str, list[Article]]) -> None:
    stories = defaultdict(list)
    for document, those in articles.items():
        for article in those:
            if article.story:
                stories[article.story].append((document, article.lang))
    assert len(stories) == 15
    for versions in stories.values():
        (one, _), (other, _) = versions
        assert {language for _, language in versions} == set(Language)
        assert one.rpartition(".")[0] == other.rpartition(".")[0]


def test_bodies_hold_the_text_and_nothing_that_stands_beside_it(articles: dict[str, list[Article]]) -> None:
    for document, those in articles.items():
        for article in those:
            assert article.body.count("\n\n") >= 4, document
            assert [words for words in NEVER_IN_A_BODY if words in article.body] == [], document


def test_headings_come_back_from_between_lost_symbols(articles: dict[str, list[Article]]) -> None:
    for document in ("0231", "0407", "0988"):
        first, second = articles[f"shurfat-almutawassit/{document}"]
        assert first.body.count("\n## ") == 4
        assert second.body.count("\n## ") == 0
        assert first.special
        assert first.kicker
        assert first.description
        assert first.provenance is not None
        assert dict(first.provenance.repairs)["lost-emoji"] == 8


def test_saved_pages_keep_their_markup(articles: dict[str, list[Article]]) -> None:
    for lang, author in (("ar", "هند الراشدي"), ("en", "Hind al-Rashidi")):
        (article,) = articles[f"sada-alwahatayn/world-heritage-riyadh.{lang}"]
        assert article.authors == (author,)
        assert article.description
        signs = ("\n## ", "\n| --- ", "\n1. ", "\n2. ", "\n> Considering", "](https://whc.unesco.org/en/list/)")
        assert [sign for sign in signs if sign not in article.body] == []
        assert article.body.startswith("![")
        assert "comment" not in article.body
        assert "أبو فهد" not in article.body


def test_works_that_were_translated_are_named(articles: dict[str, list[Article]]) -> None:
    named = [articles[f"shurfat-almutawassit/{number}"][0].original for number in ("0231", "0407", "0988")]
    assert [(work.publisher, work.lang) if work else None for work in named] == [
        ("ذا كايرو لانترن", "en"),
        ("ذا فارهيفن ديسباتش", "en"),
        None,
    ]


def test_once_more_changes_nothing(archive: Path, articles: dict[str, list[Article]]) -> None:
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    assert articles
    ingest(archive, today=TODAY)
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before
