"""Plain text to Markdown and back, and the Markdown that is refused."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml

from generator.model.source import Block, BlockKind
from generator.text.html import html_to_text
from generator.text.markdown import EXTENSIONS, check_cost, escape_markdown, plain_text, render_blocks

ROOT = Path(__file__).parents[3]


class _IgnoreTags(yaml.SafeLoader):
    """Reads mkdocs.yml without the tags that only MkDocs knows."""


_IgnoreTags.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


def test_the_extensions_are_those_of_the_site() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _IgnoreTags)  # noqa: S506 - a safe loader
    named = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in settings["markdown_extensions"]]
    assert {*named, "fenced_code"} == set(EXTENSIONS)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("نص بسيط، لا شيء فيه.", "نص بسيط، لا شيء فيه."),
        ("2025. وقال", "2025&#46; وقال"),
        ("١. أولا", "١&#46; أولا"),
        ("7.", "7&#46;"),
        ("1.5 مليون", "1.5 مليون"),
        ("12.30 o'clock", "12.30 o'clock"),
        ("1) x", "1&#41; x"),
        ("#وسم", "&#35;وسم"),
        ("- قال -", "&#45; قال -"),
        ("5*3*2 و a_b", "5\\*3\\*2 و a\\_b"),
        ("a  b\n c\u00a0", "a b c"),
        ("about $545,000", "about $545,000"),
        ("from $5 to $7", "from &#36;5 to &#36;7"),
        ("AT&T <b>", "AT&amp;T &lt;b&gt;"),
        ("London: rain", "London: rain"),
        ("\u202eabc\u202c\x00", "abc"),
        ("", ""),
    ],
)
def test_escape_markdown(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


@pytest.mark.parametrize(
    "name", ["codehilite", "attr_list", "md_in_html", "abbr", "smarty", "nl2br", "meta", "wikilinks"]
)
def test_escaped_text_is_safe_with_extensions_that_are_not_used_today(name: str) -> None:
    text = (
        "key: 1. *a* [b](c) {: onclick=x } ??? x !!! y === z ~~~ [[w]] -- ... 'q' \"r\" www.x.org a@b.c #h :s: $m$ ^u^"
    )
    html = markdown.markdown(render_blocks([Block(BlockKind.PARAGRAPH, text, 1)]), extensions=[*EXTENSIONS, name])
    shown = html_to_text(html).translate(str.maketrans("“”‘’–…", "\"\"''-.")).replace("-", "--").replace(".", "...")
    if name != "smarty":
        assert html_to_text(html) == text
    assert html.startswith("<p>")
    assert shown.count("onclick") == 1
    assert html.count("<") == 2


def test_render_blocks() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "طرابلس – نص *", 2),
        Block(BlockKind.HEADING, "عنوان # فرعي", 3),
        Block(BlockKind.PARAGRAPH, "  ", 4),
        Block(BlockKind.PARAGRAPH, "- قال", 5),
    ]
    assert render_blocks(blocks) == "طرابلس – نص \\*\n\n## عنوان &#35; فرعي\n\n&#45; قال\n"
    assert render_blocks([]) == ""
    times = [Block(BlockKind.PARAGRAPH, f"10:{minute} Rain", minute) for minute in (20, 30)]
    assert render_blocks(times) == "10&#58;20 Rain\n\n10:30 Rain\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("## عنوان\n\nنص **مهم** و[رابط](https://example.org/).", "عنوان\nنص مهم ورابط."),
        ("a|b\n-|-\n1|2", "a\nb\n1\n2"),
        ("x &amp; &#35; \\*", "x & # *"),
        ("- a\n- b", "a\nb"),
        ("<script>alert(1)</script>x <b>y</b>", "x y"),
        ("", ""),
    ],
)
def test_plain_text(source: str, text: str) -> None:
    assert plain_text(source) == text


class TestCost:
    @pytest.mark.parametrize(
        "bomb",
        [
            "[" * 8000,
            "![" * 8000,
            "[a][" * 4000,
            "[a](<b" * 4000,
            "<a " * 8000,
            "<div " * 8000,
            "<div>" * 4000,
            "<http://a" * 8000,
            "x" * 200_001,
            "ا" * 100_001,
            "\n".join(">" * level + " x" for level in range(1, 400)),
            "\n".join("    " * level + "- x" for level in range(200)),
            "> " * 4000 + "x",
            " ".join("`" * length for length in range(1, 500)),
            "# a\n" * 8000,
            "---\n" * 8000,
            "[TOC]\n\n" * 8000,
            "a|b\n-|-\n" + "1|2\n" * 40_000,
            "".join(f"<b x={number}>" for number in range(500)) + "<p>x" * 500,
            "```a\n" * 8000,
            "*a " * 50_000,
        ],
    )
    def test_what_stalls_is_refused_with_a_reason(self, bomb: str) -> None:
        assert check_cost(bomb)

    @pytest.mark.parametrize(
        "sound",
        [
            "",
            "\n\n" + " " * 500 + "\n",
            "فقرة من الخبر.\n\n" * 3000,
            "".join(f"- [رابط {number}](https://example.org/{number}/)\n" for number in range(1000)),
            "a|b|c\n-|-|-\n" + "1|2|3\n" * 1000,
            "".join(f"## عنوان {number}\n\nنص[^{number}]\n\n[^{number}]: حاشية\n\n" for number in range(300)),
            "\n".join("    " * level + "- x" for level in range(12)),
            "```\ncode\n```\n\n" * 500,
            "<table>" + "<tr><td>1<td><b>2</b>" * 1000 + "</table>",
            "قيل [هكذا] في (النص) < 5 و> 3.\n" * 500,
            "&#91;x&#93; \\* " * 2000,
        ],
    )
    def test_what_people_write_is_not(self, sound: str) -> None:
        assert check_cost(sound) is None
