"""The publishers' files: every value checked and told with its line, versions that build on each other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.errors import Severity
from generator.model.language import Language
from generator.model.publisher import DateOrder, Follow, Label, MonthNames, Site
from generator.store.front_matter import Field
from generator.store.publisher_fields import PUBLISHER_FIELDS
from generator.store.publishers import read_publishers
from generator.store.vocabulary import digest_vocabulary, find_publisher, load_vocabulary

NAMES = "ar: بريد\nen: Post\n"
EXAMPLE = re.compile(r"`content/vocabulary/publishers/([a-z-]+)\.yml`[^`]*```yaml\n(.*?)```", re.DOTALL)


def write(root: Path, name: str, text: str) -> None:
    """Write a file of the vocabulary."""
    file = root / "content/vocabulary" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def examples(repository: Path) -> dict[str, str]:
    """The files that docs/publishers.md shows."""
    return dict(EXAMPLE.findall((repository / "docs/publishers.md").read_text(encoding="utf-8")))


def test_the_examples_of_the_documentation_load(repository: Path, tmp_path: Path) -> None:
    shown = examples(repository)
    assert sorted(shown) == ["jisr-news", "nahr-post"]
    for name, text in shown.items():
        write(tmp_path, f"publishers/{name}.yml", text)
    publishers, problems = read_publishers(tmp_path)
    assert problems == []
    assert publishers["nahr-post"].labels.en == "The River Post"
    full = publishers["jisr-news"]
    assert full.sites == (Site("jisrnews.example"), Site("archive.jisr.example", "/daily"))
    assert (full.lang, full.now.time_zone, full.now.months) == (Language.AR, "Africa/Algiers", MonthNames.ALGERIA)
    assert (Label.READ_ALSO, "على الضفة الأخرى") in full.now.labels
    assert full.now.selectors.date == (".infos time", ".infos .jour")
    assert (full.polling.follow, full.polling.delay, len(full.polling.feeds)) == (Follow.SUMMARIES, 10, 2)
    oldest, older = full.before
    assert (oldest.valid_until, older.valid_until) == (date(2009, 12, 31), date(2021, 6, 30))
    assert (older.date_order, older.months) == (DateOrder.DAY_FIRST, MonthNames.LEVANT)
    assert (oldest.date_order, oldest.months) == (DateOrder.MONTH_FIRST, MonthNames.LEVANT)
    assert oldest.selectors == older.selectors != full.now.selectors
    assert oldest.rights == full.rights == "CC BY 4.0"


def test_the_full_example_leaves_out_no_line_but_the_short_one(repository: Path) -> None:
    def names(fields: tuple[Field, ...]) -> set[str]:
        return {field.name for field in fields} | {inner for field in fields for inner in names(field.fields)}

    text = (repository / "docs/publishers.md").read_text(encoding="utf-8")
    assert {name for name in names(PUBLISHER_FIELDS) if f"`{name}`" not in text and f"{name}:" not in text} == set()


def test_label_kinds_are_those_that_the_dissector_knows() -> None:
    assert {each.value for each in Label} == {each.value for each in Label} | {"read-also"}


def test_the_samples_are_read_whole(repository: Path) -> None:
    publishers, problems = read_publishers(repository)
    assert problems == []
    assert len(publishers) == 7
    assert all(each.sites and each.now.time_zone and each.now.date_order for each in publishers.values())
    assert publishers["qafilat-almagharib"].before[0].months is MonthNames.LEVANT


def test_the_old_list_and_the_folder_stand_beside_each_other(tmp_path: Path) -> None:
    write(tmp_path, "publishers.yml", "- {id: old, ar: قديم, en: Old, months: morocco, day_first: false}\n")
    write(tmp_path, "publishers/new.yml", "id: new\nar: جديد\nen: New\n")
    vocabulary = load_vocabulary(tmp_path)
    assert sorted(vocabulary.publishers) == ["new", "old"]
    old = vocabulary.publishers["old"]
    assert (old.now.months, old.day_first) == (MonthNames.MOROCCO, False)
    assert find_publisher(vocabulary, "جديد") is vocabulary.publishers["new"]


def test_the_digest_knows_every_file(tmp_path: Path) -> None:
    digests = [digest_vocabulary(tmp_path)]
    for name, text in (("a", NAMES), ("b", NAMES.replace("Post", "Bee")), ("a", NAMES + "lang: ar\n")):
        write(tmp_path, f"publishers/{name}.yml", text)
        digests.append(digest_vocabulary(tmp_path))
    (tmp_path / "content/vocabulary/publishers/a.yml").rename(tmp_path / "content/vocabulary/publishers/c.yml")
    digests.append(digest_vocabulary(tmp_path))
    assert len(set(digests)) == 5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("site: [localhost]", "example.org"),
        ("site: [127.0.0.1]", "example.org"),
        ('site: ["ftp://example.org"]', "example.org"),
        ('site: ["a b.example"]', "example.org"),
        ('site: ["-a.example"]', "example.org"),
        ("site: a.example, b.example", "brackets"),
        ("time_zone: Cairo", "Africa/Cairo"),
        ("time_zone: ../../etc/passwd", "Africa/Cairo"),
        ("time_zone: Africa/Atlantis", "Africa/Cairo"),
        ('time_zone: "+03:00"', "Africa/Cairo"),
        ("date_order: dmy", "day-month-year"),
        ("months: egyptian", "maghreb-dz"),
        ('labels: {published: "نشر، حرر"}', "brackets"),
        ('labels: {published: ["…"]}', "few words"),
        ("labels: {bylines: [خطه]}", "unknown"),
        ("labels: {author: [خطّه], translator: [خطه]}", "two things"),
        ('selectors: {body: ["div..x"]}', "CSS"),
        ('selectors: {body: ["//div"]}', "CSS"),
        ('selectors: {body: ["p::before"]}', "CSS"),
        ('selectors: {remove: ["a:nonsense"]}', "CSS"),
        (f'selectors: {{body: ["{":not(" * 900}a{")" * 900}"]}}', "CSS"),
        ("selectors: {text: [p]}", "unknown"),
        ("folder: ../elsewhere", "one folder"),
        ("folder: .hidden", "one folder"),
        ('fetch: {feeds: ["file:///etc/passwd"]}', "https://"),
        ('fetch: {feeds: ["https://user:word@example.org/"]}', "https://"),
        ('fetch: {feeds: ["https://[1/"]}', "https://"),
        ('fetch: {feeds: ["https://example.org:99999/"]}', "https://"),
        ('fetch: {pages: ["https://example.org/a b"]}', "https://"),
        ("fetch: {delay: 0}", "whole number"),
        ("fetch: {follow: sometimes}", "summaries"),
        ("versions: [{months: levant}]", "valid_until"),
        ('versions: [{valid_until: "2019"}]', "no day"),
        ('versions: [{valid_until: "2019-02-30"}]', "date"),
        ('versions: [{valid_until: "2019-12-31"}, {valid_until: "2019-12-31", lang: ar}]', "on one day"),
        ('versions: [{valid_until: "2019-12-31", time_zone: Rome}]', "Africa/Cairo"),
        ("{date_order: year-month-day, day_first: true}", "two things"),
        ("id: other", "file's name"),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_the_cure(tmp_path: Path, line: str, words: str) -> None:
    text = "\n".join(part.strip() for part in line[1:-1].split(",")) if line.startswith("{") else line
    write(tmp_path, "publishers/post.yml", f"{NAMES}{text}\n")
    _, problems = read_publishers(tmp_path)
    assert len(problems) == 1, problems
    problem = problems[0]
    assert (problem.path, problem.severity) == (Path("content/vocabulary/publishers/post.yml"), Severity.ERROR)
    assert problem.line in (3, 4)
    assert problem.expected
    assert problem.cure
    assert words in str(problem)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("site: [post.example]", "site: post.example"),
        ("names: {ar: [البريد], en: [Post]}", "names: {ar: البريد, en: Post}"),
        ('labels: {published: ["نشر يوم"]}', "labels: {published: نشر يوم}"),
        ('selectors: {title: ["h1.a, h1.b"], body: [main]}', 'selectors: {title: ["h1.a, h1.b"], body: main}'),
        ('fetch: {feeds: ["https://post.example/f"]}', 'fetch: {feeds: "https://post.example/f"}'),
        (
            'fetch: {pages: ["https://post.example/"], links: ["h2 > a"]}',
            "fetch: {pages: 'https://post.example/', links: h2 > a}",
        ),
        (
            'versions: [{valid_until: "2019-12-31", labels: {author: [خطّه]}}]',
            'versions: [{valid_until: "2019-12-31", labels: {author: خطّه}}]',
        ),
    ],
)
def test_a_text_without_brackets_is_a_list_of_one(tmp_path: Path, line: str, plain: str) -> None:
    write(tmp_path / "list", "publishers/post.yml", f"{NAMES}{line}\n")
    write(tmp_path / "plain", "publishers/post.yml", f"{NAMES}{plain}\n")
    publishers, _ = read_publishers(tmp_path / "plain")
    assert publishers == read_publishers(tmp_path / "list")[0]
    assert [each for each in read_publishers(tmp_path / "plain")[1] if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Post.yml", NAMES, "rename"),
        ("بريد.yml", NAMES, "rename"),
        ("post.yaml", NAMES, "post.yml"),
        ("post.txt", NAMES, "elsewhere"),
        ("post.yml", "", "both names"),
        ("post.yml", "- id: post\n  ar: ب\n  en: P\n", "a file of its own"),
        ("post.yml", "post", "ar: …"),
        ("post.yml", "ar: بريد\n", "`en`"),
        ("post.yml", "ar: [\n", "YAML"),
    ],
)
def test_a_file_that_is_no_publisher_s_is_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    write(tmp_path, f"publishers/{name}", text)
    write(tmp_path, "publishers/sound.yml", "ar: سليم\nen: Sound\n")
    publishers, problems = read_publishers(tmp_path)
    assert "sound" in publishers
    assert len(problems) == 1
    assert problems[0].path == Path("content/vocabulary/publishers") / name
    assert words in str(problems[0])


@pytest.mark.parametrize(
    ("first", "second", "code", "line"),
    [
        ("", "names: {ar: [بَريد]}", "ambiguous-name", 3),
        ("site: [post.example]", 'site: ["https://WWW.Post.example/"]', "site-twice", 3),
        ("site: [post.example/%D8%B9]", "site: [post.example/ع]", "site-twice", 3),
        ("folder: letters", "folder: Letters", "folder-twice", 3),
        ('fetch: {feeds: ["https://post.example/f"]}', 'fetch: {pages: ["https://post.example/f"]}', "feed-twice", 3),
    ],
)
def test_what_two_publishers_claim_is_told_at_the_second(
    tmp_path: Path, first: str, second: str, code: str, line: int
) -> None:
    write(tmp_path, "publishers/a.yml", f"{NAMES}{first}\n")
    write(tmp_path, "publishers/b.yml", f"ar: ثانٍ\nen: Second\n{second}\n")
    publishers, problems = read_publishers(tmp_path)
    assert sorted(publishers) == ["a", "b"]
    assert [(each.code, each.path and each.path.name, each.line) for each in problems] == [(code, "b.yml", line)]
    assert "a and b" in problems[0].found


def test_one_id_in_two_files_is_told(tmp_path: Path) -> None:
    write(tmp_path, "publishers.yml", f"- {{id: post, {', '.join(NAMES.split(chr(10)))[:-2]}}}\n")
    write(tmp_path, "publishers/post.yml", NAMES)
    publishers, problems = read_publishers(tmp_path)
    assert list(publishers) == ["post"]
    assert [each.code for each in problems] == ["duplicate-id"]


def test_a_host_below_another_publisher_s_is_no_clash(tmp_path: Path) -> None:
    write(tmp_path, "publishers/a.yml", f"{NAMES}site: [post.example]\n")
    write(tmp_path, "publishers/b.yml", "ar: ثانٍ\nen: Second\nsite: [english.post.example, post.example/ar]\n")
    assert read_publishers(tmp_path)[1] == []
