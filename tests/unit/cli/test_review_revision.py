"""`sijill review` of articles that a person has edited and whose source has changed since."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.errors import MisuseError
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.store.articles import is_edited, load_articles
from generator.store.set_aside import load_set_aside

TODAY = date(2026, 11, 27)
EN = (
    "The harbour council approved a budget of forty million pounds after a debate of six hours.",
    "Residents of the northern quarter asked for a tram line, and the mayor promised a study of its cost.",
    "A spokeswoman for the port said that two new cranes would arrive in autumn.",
)
AR = (
    "أقر مجلس الميناء ميزانية قدرها أربعون مليون جنيه بعد نقاش دام ست ساعات.",
    "وطالب سكان الحي الشمالي بخط ترام، ووعد رئيس البلدية بدراسة كلفته قبل الصيف.",
    "وقالت متحدثة باسم الميناء إن رافعتين جديدتين ستصلان في الخريف.",
)
ADDED = {"en": "The auditor began his work on Tuesday.", "ar": "وبدأ مدقق الحسابات عمله يوم الثلاثاء."}
TEXTS = {"en": EN, "ar": AR}
TITLES = {"en": "Council approves budget", "ar": "مجلس الميناء يقر الميزانية"}


def feed(lang: str, *texts: str, title: str = "", day: str = "02", other: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in texts)
    item = (
        f"<item><guid isPermaLink='false'>g1</guid><title>{title or TITLES[lang]}</title>"
        f"<pubDate>{day} Jun 2025 10:00:00 +0000</pubDate>"
        f"<category>ports</category><content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Bay News</title><link>https://ex.example/</link><language>{lang}</language>{item}{other}</channel></rss>"
    )


class Archive:
    """An archive with one article, which comes from a feed."""

    def __init__(self, root: Path, lang: str) -> None:
        self.root, self.lang = root, lang

    def take_in(self, *texts: str, title: str = "", day: str = "02", other: str = "") -> Report:
        """Put another state of the feed in its place, and ingest."""
        text = feed(self.lang, *(texts or TEXTS[self.lang]), title=title, day=day, other=other)
        (self.root / "content/sources/feed.xml").write_text(text)
        return ingest(self.root, today=TODAY)

    @property
    def article(self) -> Article:
        return next(
            each for each in load_articles(self.root).articles if each.provenance and each.provenance.record == "g1"
        )

    @property
    def file(self) -> Path:
        return self.root / self.article.path

    def edit(self, old: str, new: str) -> None:
        text = self.file.read_text()
        assert old in text
        self.file.write_text(text.replace(old, new))

    def review(self, *arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(sijill, ["review", *arguments, "--root", str(self.root)], input=typed)

    def asks(self) -> bool:
        """Whether something is to be decided, by the ledger and by the list."""
        listed = self.article.id in self.review().output
        assert listed == any(each.code == "edited-by-a-person" for each in load_set_aside(self.root))
        return listed

    def is_settled(self) -> bool:
        """Whether reading everything again, with and without what is remembered, asks nothing and changes nothing."""
        text = self.file.read_bytes()
        for forget in (False, True):
            if forget:
                shutil.rmtree(self.root / ".cache")
            report = ingest(self.root, today=TODAY)
            if report.needs_a_person or self.file.read_bytes() != text or self.asks():
                return False
        return True


@pytest.fixture(params=["en", "ar"])
def archive(tmp_path: Path, request: pytest.FixtureRequest) -> Archive:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    made = Archive(tmp_path, request.param)
    made.take_in()
    return made


def change_both(archive: Archive) -> None:
    """A person corrects a word of the first block and the title; the source adds a block."""
    first = TEXTS[archive.lang][0]
    archive.edit(first, first.replace(first.split()[-1], "XX."))
    archive.edit(f'title: "{TITLES[archive.lang]}"', f'title: "{TITLES[archive.lang]} YY"')
    assert archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], day="04").needs_a_person


def test_what_changed_is_shown(archive: Archive) -> None:
    change_both(archive)
    assert archive.asks()
    told = archive.review(archive.article.id).output
    assert f"+ {ADDED[archive.lang]}" in told
    assert TEXTS[archive.lang][1] not in told  # what nobody changed
    assert "--both" in told
    as_json = json.loads(archive.review(archive.article.id, "--format", "json").output)
    assert [each["field"] for each in as_json["differences"]] == ["updated", "body"]
    assert (as_json["known_before"], as_json["conflicts"]) == (True, [])


def test_both_are_put_together(archive: Archive) -> None:
    change_both(archive)
    assert archive.review(archive.article.id, "--both").exit_code == 0
    after = archive.article
    assert "XX." in after.body
    assert ADDED[archive.lang] in after.body
    assert after.title.endswith("YY")
    assert after.updated is not None
    assert after.updated.iso[:10] == "2025-06-04"
    assert is_edited(archive.file.read_text())
    assert archive.is_settled()


def test_a_person_s_text_is_kept_to_the_letter(archive: Archive) -> None:
    change_both(archive)
    before = [line for line in archive.file.read_text().split("\n") if not line.startswith(("  sha256", "  written"))]
    assert archive.review(archive.article.id, "--keep").exit_code == 0
    after = [line for line in archive.file.read_text().split("\n") if not line.startswith(("  sha256", "  written"))]
    assert after == before
    assert archive.is_settled()
    archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], "ZZ. " + ADDED[archive.lang], day="05")
    assert archive.asks()  # the next change is another question


def test_the_source_s_text_is_taken_and_followed(archive: Archive) -> None:
    change_both(archive)
    assert archive.review(archive.article.id, "--take", "all").exit_code == 0
    assert "XX." not in archive.article.body
    assert archive.article.title == TITLES[archive.lang]
    assert not is_edited(archive.file.read_text())
    assert archive.is_settled()
    archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], ADDED[archive.lang] + " ZZ.", day="05")
    assert "ZZ." in archive.article.body


def test_one_field_is_taken_and_the_rest_stays(archive: Archive) -> None:
    change_both(archive)
    assert archive.review(archive.article.id, "--take", "body").exit_code == 0
    assert "XX." not in archive.article.body
    assert archive.article.title.endswith("YY")
    assert archive.is_settled()


def test_where_both_changed_one_thing_nothing_is_written(archive: Archive) -> None:
    archive.edit(f'title: "{TITLES[archive.lang]}"', f'title: "{TITLES[archive.lang]} YY"')
    archive.take_in(title=f"{TITLES[archive.lang]} ZZ", day="04")
    before = archive.file.read_bytes()
    done = archive.review(archive.article.id, "--both")
    assert isinstance(done.exception, MisuseError)
    assert done.exception.problem.code == "contradiction"
    assert "title" in done.exception.problem.found
    assert archive.file.read_bytes() == before
    assert "otherwise" in archive.review(archive.article.id).output
    assert archive.asks()
    assert archive.review(archive.article.id, "--take", "title").exit_code == 0
    assert archive.article.title.endswith("ZZ")
    assert archive.is_settled()


def test_without_what_was_before_it_is_chosen_by_field(archive: Archive) -> None:
    first = TEXTS[archive.lang][0]
    archive.edit(first, first + " XX.")
    shutil.rmtree(archive.root / ".cache")
    archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], day="04")
    assert "differs from your version" in archive.review(archive.article.id).output
    done = archive.review(archive.article.id, "--both")
    assert isinstance(done.exception, MisuseError)
    assert done.exception.problem.code == "unknown-before"
    assert archive.review(archive.article.id, "--keep").exit_code == 0
    assert archive.is_settled()


def test_a_change_elsewhere_in_the_document_asks_nothing(archive: Archive) -> None:
    archive.edit(f'title: "{TITLES[archive.lang]}"', f'title: "{TITLES[archive.lang]} YY"')
    other = f"<item><guid>g2</guid><title>Cranes</title><description>{EN[2]}</description></item>"
    archive.take_in(other=other)
    assert not archive.asks()
    shutil.rmtree(archive.root / ".cache")
    assert not archive.take_in(other=other.replace("g2", "g3")).needs_a_person
    assert archive.article.title.endswith("YY")


def test_it_is_asked_about_in_turn(archive: Archive) -> None:
    change_both(archive)
    told = archive.review("--ask", typed="a\nb\n")
    assert "[k]eep yours" in told.output
    assert ADDED[archive.lang] in archive.article.body
    assert "XX." in archive.article.body
    assert archive.is_settled()


def test_a_file_without_the_digest_is_its_editor_s_for_good(archive: Archive) -> None:
    lines = archive.file.read_text().split("\n")
    archive.file.write_text("\n".join(line for line in lines if not line.startswith("  written:")))
    assert not archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], day="04").needs_a_person
    assert ADDED[archive.lang] not in archive.article.body


def test_lines_that_end_as_on_windows_stay_so(archive: Archive) -> None:
    change_both(archive)
    archive.file.write_bytes(archive.file.read_bytes().replace(b"\n", b"\r\n"))
    assert archive.review(archive.article.id, "--keep").exit_code == 0
    assert archive.file.read_bytes().count(b"\n") == archive.file.read_bytes().count(b"\r\n")
    assert archive.is_settled()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("ID", "--keep", "--both"), "two-ways"),
        (("ID", "--take", "colour"), "no-field"),
        (("ID", "--keep"), "nothing-changed"),
        (("--keep",), "nothing-named"),
        (("nobody", "--keep"), "unknown-name"),
    ],
)
def test_what_cannot_be_done_is_said(archive: Archive, arguments: tuple[str, ...], code: str) -> None:
    done = archive.review(*(archive.article.id if each == "ID" else each for each in arguments))
    assert isinstance(done.exception, MisuseError)
    assert done.exception.problem.code == code


def test_comments_and_layout_of_a_person_stay(archive: Archive) -> None:
    title = TITLES[archive.lang]
    archive.edit(f'title: "{title}"', f"# the desk's title\ntitle: '{title} YY'  # agreed with the author")
    archive.edit("tags:", "# our tags\ntags:")
    archive.edit('date: "', 'date:   "')
    archive.take_in(*TEXTS[archive.lang], ADDED[archive.lang], day="04")
    before = archive.file.read_text().split("\n")
    assert archive.review(archive.article.id, "--both").exit_code == 0
    after = archive.file.read_text().split("\n")
    assert [line for line in before if line not in after and not line.startswith(("  sha256", "  written"))] == []
    assert ADDED[archive.lang] in archive.article.body
    assert archive.article.title == f"{title} YY"
    assert archive.is_settled()


def test_a_field_that_is_taken_keeps_the_comment_on_its_line(archive: Archive) -> None:
    title = TITLES[archive.lang]
    archive.edit(f'title: "{title}"', f'title: "{title} YY"  # agreed with the author')
    archive.take_in(title=f"{title} ZZ", day="04")
    assert archive.review(archive.article.id, "--take", "title").exit_code == 0
    assert f'title: "{title} ZZ"  # agreed with the author\n' in archive.file.read_text()


def test_both_in_a_fresh_clone(archive: Archive, tmp_path: Path) -> None:
    """Nothing but what Git keeps is known there."""
    git = ["git", "-C", str(archive.root), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "content", "mkdocs.yml"], ["commit", "-qm", "taken in"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    change_both(archive)
    subprocess.run([*git, "commit", "-qam", "edited"], check=True, capture_output=True)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(archive.root), str(clone)], check=True, capture_output=True)
    cloned = Archive(clone, archive.lang)
    assert not (clone / ".cache").exists()
    ingest(clone, today=TODAY)
    assert cloned.asks()
    assert cloned.review(cloned.article.id, "--both").exit_code == 0
    assert "XX." in cloned.article.body
    assert ADDED[archive.lang] in cloned.article.body
    assert cloned.is_settled()
