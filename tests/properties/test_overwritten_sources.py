"""Whatever states of a document follow each other: no article becomes another, and no text is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.memory import MEMORY
from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles, parse_article
from generator.store.documents import EARLIER

TODAY = date(2026, 11, 27)
TITLES = (
    "Council approves budget",
    "قطار جديد يربط شمال المدينة بجنوبها",
    "Cranes will arrive",
    "مجلس الميناء يقر الميزانية",
)
BODIES = (
    "The harbour council approved a budget of forty million pounds after a debate of six hours before a full house.",
    "قال مسؤولون إن القطار الجديد سيربط شمال المدينة بجنوبها قبل نهاية العام، وإن كلفته لن تتجاوز ما رصد له من المال.",
    "A spokeswoman for the port said that two new cranes would arrive in autumn and that the old ones would be sold.",
    "أقر مجلس الميناء ميزانية قدرها أربعون مليون جنيه بعد نقاش دام ست ساعات، وامتلأت الشرفة بالحضور حتى فرز الأصوات.",
)
ENDS = (
    "",
    " The first report came late on Monday evening.",
    " وأضاف المصدر أن التفاصيل ستعلن غدا.",
)

Row = tuple[int, int]  # which article, in which of its states
states = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4, unique_by=lambda row: row[0]),
    min_size=2,
    max_size=4,
)


def body_of(row: Row) -> str:
    return BODIES[row[0]] + ENDS[row[1]]


def table(rows: list[Row]) -> str:
    """A table without a column of ids."""
    return "title,date,body\n" + "".join(
        f'"{TITLES[one]}","2025-06-0{one + 1}","{body_of((one, at))}"\n' for one, at in rows
    )


def feed(rows: list[Row]) -> str:
    """A feed whose items have identifiers, and say when they were changed."""
    items = "".join(
        f"<entry><id>tag:ex.example,2025:{one}</id><title>{TITLES[one]}</title><published>2025-06-0{one + 1}T08:00:00Z"
        f"</published><updated>2025-06-1{at}T08:00:00Z</updated><content>{body_of((one, at))}</content></entry>"
        for one, at in rows
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Bay News</title>{items}</feed>"


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("name", "write"), [("t.csv", table), ("feed.xml", feed)])
@given(history=states)
@settings(max_examples=12, deadline=None)
def test_no_article_becomes_another_and_no_text_is_lost(name: str, write, history: list[list[Row]]) -> None:  # type: ignore[no-untyped-def]
    with TemporaryDirectory() as folder:
        archive = Path(folder)
        (archive / "content" / "sources").mkdir(parents=True)
        (archive / "mkdocs.yml").write_text("site_name: test\n")
        ids: dict[str, str] = {}
        seen: set[Row] = set()
        for rows in history:
            (archive / "content" / "sources" / name).write_text(write(rows))
            (archive / MEMORY).unlink(missing_ok=True)
            ingest(archive, today=TODAY)
            seen.update(rows)
            found = {article.title: article for article in load_articles(archive).articles}
            assert set(found) == {TITLES[one] for one, _ in seen}
            assert {title: found[title].id for title in ids} == ids
            ids = {title: article.id for title, article in found.items()}
        last = {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()}
        (archive / MEMORY).unlink(missing_ok=True)
        ingest(archive, today=TODAY)
        assert {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()} == last
        kept = [parse_article(file.read_text(), file)[0] for file in (archive / EARLIER).rglob("*.md")]
        told = {spaceless(each.body) for each in (*found.values(), *kept) if each is not None}
        assert {spaceless(body_of(row)) for row in seen} <= told
        if write is feed:  # what the source says was changed last is what stands
            newest = {one: max(at for other, at in seen if other == one) for one, _ in seen}
            assert {TITLES[one]: spaceless(body_of((one, at))) for one, at in newest.items()} == {
                title: spaceless(article.body) for title, article in found.items()
            }
