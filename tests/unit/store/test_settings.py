"""Settings out of mkdocs.yml, whatever else the file holds; words of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.model.dates import Months, Numerals
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.settings import Settings
from generator.store.settings import Surroundings, load_settings, parse_settings, read_settings
from generator.store.words import load_words

WHOLE = """\
site_name: Archive
site_url: !ENV [SITE_URL, "https://example.org/archive"]
site_dir: public
theme:
  name: material
  custom_dir: overrides
shared: &shared
  emoji_index: !!python/name:material.extensions.emoji.twemoji
markdown_extensions:
  - pymdownx.emoji: *shared
plugins:
  - search
  - sijill:
      name: {ar: الأرشيف, en: The Archive}
      description:
        ar: وصف
      publisher: {en: Somebody}
      numerals: arab
      months: maghreb
      page_size: 20
      front_size: !ENV [FRONT_SIZE, 12]
      feed_size: 10
"""


def configured(tmp_path: Path, text: str) -> Path:
    """An archive with this mkdocs.yml."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_is_read_past_tags_and_anchors(tmp_path: Path) -> None:
    assert load_settings(configured(tmp_path, WHOLE)) == Settings(
        site_url="https://example.org/archive/",
        name=Labels("الأرشيف", "The Archive"),
        description=Labels("وصف", ""),
        publisher=Labels("", "Somebody"),
        numerals=Numerals.ARAB,
        months=Months.MAGHREB,
        page_size=20,
        front_size=12,
        feed_size=10,
        site_dir="public",
        theme_dir="overrides",
    )


def test_the_environment_is_seen_where_a_tag_asks_for_it(tmp_path: Path) -> None:
    root = configured(tmp_path, WHOLE)
    settings = load_settings(root, {"SITE_URL": "https://other.example/", "FRONT_SIZE": "7"})
    assert (settings.site_url, settings.front_size) == ("https://other.example/", 7)


def test_an_unset_variable_without_a_default_is_nothing(tmp_path: Path) -> None:
    assert load_settings(configured(tmp_path, "site_url: !ENV NOWHERE\nplugins: [sijill]\n")).site_url == ""


@pytest.mark.parametrize(
    "plugins", ["[sijill]", "[search, sijill: {}]", "{sijill: {}}", "{sijill: null}", "\n  - sijill:"]
)
def test_without_options_all_is_at_its_default(tmp_path: Path, plugins: str) -> None:
    settings, problems = read_settings(configured(tmp_path, f"plugins: {plugins}\n"))
    assert settings == Settings()
    assert problems == ()


def test_the_site_s_name_stands_in_for_a_missing_one(tmp_path: Path) -> None:
    settings = load_settings(configured(tmp_path, "site_name: Papers\nplugins: [sijill]\n"))
    assert settings.name == Labels("Papers", "Papers")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-fields"),
        ("# nothing\n", "no-fields"),
        ("site_name: x\n", "no-plugin"),
        ("plugins: [search]\n", "no-plugin"),
        ("plugins:\n", "no-plugin"),
    ],
)
def test_without_the_plugin_nothing_can_be_built(tmp_path: Path, text: str, code: str) -> None:
    _, problems = read_settings(configured(tmp_path, text))
    assert [problem.code for problem in problems] == [code]
    with pytest.raises(ConfigurationError):
        load_settings(tmp_path)


@pytest.mark.parametrize("name", ["content", "./content/", "!ENV [NOWHERE, content]"])
def test_content_is_named_in_any_way(tmp_path: Path, name: str) -> None:
    assert read_settings(configured(tmp_path, f"docs_dir: {name}\nplugins: [sijill]\n"))[1] == ()


@pytest.mark.parametrize("name", ["other", "content/articles", "!ENV [NOWHERE, docs]", "/"])
def test_another_folder_for_content_is_refused(tmp_path: Path, name: str) -> None:
    root = configured(tmp_path, f"site_name: x\ndocs_dir: {name}\nplugins: [sijill]\n")
    with pytest.raises(ConfigurationError) as refused:
        load_settings(root)
    assert (refused.value.problem.path, refused.value.problem.line) == (Path("mkdocs.yml"), 2)
    assert "`docs_dir`" in refused.value.problem.what


def test_the_folder_that_mkdocs_would_take_by_itself_is_refused(tmp_path: Path) -> None:
    root = configured(tmp_path, "site_name: x\nplugins: [sijill]\n")
    assert read_settings(root)[1] == ()
    (root / "docs").mkdir()
    (problem,) = read_settings(root)[1]
    assert "docs" in problem.found


def test_a_plugin_that_another_file_brings_is_not_missed(tmp_path: Path) -> None:
    assert read_settings(configured(tmp_path, "INHERIT: base.yml\nsite_dir: out\n"))[1] == ()


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org/", "https://", "https:///a/", "https://a.org/?b", "https://a.org/#b", "'x y'"],
)
def test_a_site_url_to_which_nothing_can_be_added_is_refused(tmp_path: Path, address: str) -> None:
    _, problems = read_settings(configured(tmp_path, f"site_url: {address}\nplugins: [sijill]\n"))
    assert [(problem.code, problem.line) for problem in problems] == [("wrong-value", 1)]


@pytest.mark.parametrize(
    ("option", "expected", "line"),
    [
        ("numerals: latin", "latn", 4),
        ("months: gulff", "gulf", 4),
        ("page_size: many", "whole number", 4),
        ("page_size: '50'", "whole number", 4),
        ("page_size: 0", "whole number", 4),
        ("page_size: -1", "whole number", 4),
        ("page_size: 1.5", "whole number", 4),
        ("name: Archive", "mapping", 4),
        ("name: {fr: x}", "ar, en", 4),
        ("name: {ar: [x]}", "text", 4),
        ("nmae: {ar: x}", "name", 4),
        ("page_size: 5\n      page_size: 6", "once", 5),
    ],
)
def test_each_wrong_option_is_a_clear_message(tmp_path: Path, option: str, expected: str, line: int) -> None:
    root = configured(tmp_path, f"site_name: x\nplugins:\n  - sijill:\n      {option}\n")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(root)
    problem = caught.value.problem
    assert (problem.path, problem.line) == (Path("mkdocs.yml"), line)
    assert expected in problem.expected
    assert problem.found
    assert problem.cure


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: a: b\n", 1),
        ("site_name: x\nplugins: [sijill\n", 2),
        ("- a\n", 1),
        ("site_url: example.org\n", 1),
        ("site_name: x\nplugins:\n  - sijill: yes\n", 3),
    ],
)
def test_a_broken_file_is_a_clear_message(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_settings(configured(tmp_path, text))
    assert (caught.value.problem.path, caught.value.problem.line) == (Path("mkdocs.yml"), line)


def test_options_as_mkdocs_read_them_are_judged_alike() -> None:
    around = Surroundings("https://example.org", "Papers", "public", "overrides")
    settings = parse_settings({"name": {"ar": "س", "en": None}, "page_size": 5, "months": None}, around)
    assert settings == Settings(
        "https://example.org/", Labels("س", ""), page_size=5, site_dir="public", theme_dir="overrides"
    )
    with pytest.raises(ConfigurationError, match="page_sise"):
        parse_settings({"page_sise": 5})
    with pytest.raises(ConfigurationError, match="page_size"):
        parse_settings({"page_size": "5"})


def test_words_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    text = 'no: "No"\non: Off\n1: one\nplural:\n  one: "{n} article"\n  other: 5\n'
    (tmp_path / "locales/en.yml").write_text(text, encoding="utf-8")
    assert load_words(tmp_path, Language.EN) == {
        "no": "No",
        "on": "Off",
        "1": "one",
        "plural": {"one": "{n} article", "other": "5"},
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [x]\n", 1), ("a: x\nb:\n", 2), ("a: x\na: y\n", 2), ("a: b: c\n", 1), ("", None), ("- a", None)],
)
def test_broken_words_are_a_clear_message(tmp_path: Path, text: str, line: int | None) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/ar.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_words(tmp_path, Language.AR)
    assert caught.value.problem.line == line
    assert caught.value.problem.path == Path(tmp_path.name) / "locales/ar.yml"


def test_missing_words_are_a_clear_message(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="missing"):
        load_words(tmp_path, Language.AR)
