"""Bodies on their way to the page."""

from __future__ import annotations

import pytest

from generator.mkdocs_plugin.bodies import BodyReader, finish_body, show_as_written, time_limit
from generator.mkdocs_plugin.environment import relative
from generator.model.language import Language
from generator.text.markdown import plain_text

TEXTS = [
    "One *word*.",
    "A note[^1].\n\n[^1]: The note.",
    "- a\n- b\n\n    more\n",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "",
]


def test_one_converter_for_all_bodies_reads_as_a_new_one_for_each() -> None:
    read = BodyReader()
    assert [read(text) for text in TEXTS * 2] == [plain_text(text) for text in TEXTS * 2]


def test_reader_is_as_new_after_a_text_that_broke_it() -> None:
    read = BodyReader()
    deep = "\n".join("    " * depth + "- x" for depth in range(600))
    with pytest.raises(RecursionError):
        read(deep)
    assert [read(text) for text in TEXTS] == [plain_text(text) for text in TEXTS]


def test_time_limit_ends_what_runs_for_ever() -> None:
    def spin() -> None:
        while True:
            pass

    with pytest.raises(TimeoutError), time_limit(0.05):
        spin()
    with time_limit(0.05):
        pass


def test_body_is_safe_and_isolated() -> None:
    html = '<p onclick="x">في 2024-05-02</p><script>x</script>'
    assert finish_body(html, Language.AR) == '<p>في <bdi dir="ltr">2024-05-02</bdi></p>'
    assert finish_body("<p>on 2024-05-02</p>", Language.EN) == "<p>on 2024-05-02</p>"
    assert show_as_written("<b>") == "<pre>&lt;b&gt;</pre>"


@pytest.mark.parametrize(
    ("origin", "target", "way"),
    [
        ("", "ar/", "ar/"),
        ("ar/", "", "../"),
        ("ar/", "ar/", "./"),
        ("ar/2025/06/02/a/", "ar/2025/06/02/b/", "../b/"),
        ("ar/2025/06/02/a/", "ar/2025/", "../../../"),
        ("ar/2025/", "ar/2025/06/02/a/", "06/02/a/"),
        ("old/page.html", "old/", "./"),
        ("old/page.html", "en/x/", "../en/x/"),
        ("ar/a/", "en/خبر/", "../../en/%D8%AE%D8%A8%D8%B1/"),
        ("ar/a/", "assets/base.css", "../../assets/base.css"),
        ("", "assets/base.css", "assets/base.css"),
    ],
)
def test_relative_addresses(origin: str, target: str, way: str) -> None:
    assert relative(origin, target) == way
