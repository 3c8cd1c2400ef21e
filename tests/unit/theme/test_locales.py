"""The interface's words: the same in both languages, complete in their plurals, and each in its own script only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from babel import Locale

from generator.model.dates import Numerals
from generator.model.language import Language
from generator.text.words import Words

THEME = Path(__file__).parents[3] / "theme_overrides"
LANGUAGES = tuple(Language)
PLURALS = {"zero", "one", "two", "few", "many", "other"}
PLACEHOLDER = re.compile(r"\{\w+\}")
ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("[A-Za-z]")
# The way to the other language is written in that language, on purpose.
IN_THE_OTHER_LANGUAGE = {"switch.name"}


def read_entries(language: Language) -> dict[str, object]:
    """Read the locale file as it stands."""
    entries = yaml.safe_load((THEME / "locales" / f"{language}.yml").read_text("utf-8"))
    assert isinstance(entries, dict)
    return entries


def flatten(entries: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Give dotted keys; a plural stays one entry, the mapping of its categories."""
    flat: dict[str, object] = {}
    for name, value in entries.items():
        assert isinstance(name, str), f"{prefix}{name}: quote this key, YAML takes it for something else"
        if isinstance(value, Mapping) and not set(value) <= PLURALS:
            flat |= flatten(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


FLAT = {language: flatten(read_entries(language)) for language in LANGUAGES}


def sentences(language: Language) -> dict[str, str]:
    """Give every single sentence, plural forms included, by dotted key."""
    found: dict[str, str] = {}
    for key, value in FLAT[language].items():
        if isinstance(value, Mapping):
            found |= {f"{key}.{category}": str(text) for category, text in value.items()}
        else:
            assert isinstance(value, str), f"{language}: {key} is {value!r}, not a text: quote it"
            found[key] = value
    return found


def test_both_languages_have_the_same_keys() -> None:
    assert set(FLAT[Language.AR]) == set(FLAT[Language.EN])


def test_the_same_things_are_counted_in_both_languages() -> None:
    counted = [{key for key, value in FLAT[language].items() if isinstance(value, Mapping)} for language in LANGUAGES]
    assert counted[0] == counted[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_category_of_the_language(language: Language) -> None:
    needed = {*Locale.parse(language.value).plural_form.tags, "other"}
    for key, value in FLAT[language].items():
        if isinstance(value, Mapping):
            assert set(value) == needed, f"{language}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_can_be_counted(language: Language) -> None:
    words = Words(language, read_entries(language), Numerals.LATN)
    for key, value in FLAT[language].items():
        if isinstance(value, Mapping):
            for n in (*range(0, 130), 1000, 1003, 1011, 1_000_000):
                assert "{" not in words.count(key, n)


@pytest.mark.parametrize("n", [5, 11, 50, 100, 1234])
def test_a_larger_number_is_written_out(n: int) -> None:
    for language in LANGUAGES:
        words = Words(language, read_entries(language), Numerals.LATN)
        assert f"{n:,}" in words.count("articles.count", n)


@pytest.mark.parametrize("key", sorted(set(FLAT[Language.AR]) & set(FLAT[Language.EN])))
def test_both_languages_ask_for_the_same_values(key: str) -> None:
    def asked(value: object) -> set[str]:
        texts = value.values() if isinstance(value, Mapping) else [value]
        return {name for text in texts for name in PLACEHOLDER.findall(str(text))}

    assert asked(FLAT[Language.AR][key]) == asked(FLAT[Language.EN][key])


def test_arabic_has_no_latin_letters_and_english_no_arabic() -> None:
    foreign = {Language.AR: LATIN, Language.EN: ARABIC}
    for language in LANGUAGES:
        for key, text in sentences(language).items():
            if key not in IN_THE_OTHER_LANGUAGE:
                assert not foreign[language].search(PLACEHOLDER.sub("", text)), f"{language}: {key}: {text}"


def test_the_way_to_the_other_language_is_in_that_language() -> None:
    assert ARABIC.search(sentences(Language.EN)["switch.name"])
    assert LATIN.search(sentences(Language.AR)["switch.name"])


def test_arabic_punctuation_is_arabic() -> None:
    for key, text in sentences(Language.AR).items():
        assert not re.search("[,;?\"'“”]", text), f"{key}: {text}"
        assert text.count("«") == text.count("»"), f"{key}: {text}"


def test_english_quotation_marks_are_typographic() -> None:
    for key, text in sentences(Language.EN).items():
        assert not re.search("[\"']", text), f"{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_clean(language: Language) -> None:
    for key, text in sentences(language).items():
        assert text.strip(), f"{key} is empty"
        assert "  " not in text, f"{key} has two spaces in a row"
        assert not re.search("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text), f"{key}: {text!r}"
        if not key.startswith("list."):
            assert text == text.strip(), f"{key} has space at an end"


def used_keys() -> set[str]:
    """Find the keys that the templates ask for by their full name."""
    texts = [path.read_text("utf-8") for path in THEME.rglob("*.html")]
    return {key for text in texts for key in re.findall(r"(?:\bt\[|\bn\(|\bsay\()'([\w.]+)'[],)]", text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_ask_only_for_words_that_are_there(language: Language) -> None:
    assert used_keys() - set(FLAT[language]) == set()
    assert len(used_keys()) > 40


def test_templates_say_nothing_of_their_own() -> None:
    """Between the tags of a template stand values only: every word a reader sees comes from the locale files."""
    for path in sorted(THEME.rglob("*.html")):
        text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
        text = re.sub(r"<!?[a-z/][^>]*>", "", text, flags=re.IGNORECASE)
        text = re.sub(r"\s[a-z-]+=\"[^\"]*\"", "", text)
        assert re.findall(r"\w+", text) == [], path.name
