"""Any text at all, escaped, shows as itself through MkDocs' own rendering: one paragraph or one heading, no more."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.model.source import Block, BlockKind
from generator.text.gfm import render_gfm
from generator.text.html import isolate_tokens, pass_simple, sanitise_html
from generator.text.markdown import check_cost, escape_markdown, plain_text, render_blocks

ROOT = Path(__file__).parents[2]
ROUNDS = 300
# What written pages have too; blocks of every kind, as articles show them, are in test_blocks.py.
PROSE = (BlockKind.PARAGRAPH, BlockKind.HEADING)

DANGEROUS = (
    "*", "**", "***", "_", "__", "___", "`", "``", "```", "~", "~~", "~~~", "#", "##", "# ", "#x", "-", "--", "---",
    "- ", "+", "++", "+ ", "=", "==", "===", "|", "| a | b |", "|-|-|", ":", ": ", "::", ":x:", "!", "!!!",
    "!!! note ", "???", "???+ x", "/// x", "[", "]", "![", "](", "[x](y)", "[x]: y", "[^1]", "[^1]: ", "[TOC]",
    "[x][y]", "*[x]: y", "(", ")", "<", ">", "> ", "<b>", "</p>", "<!--", "-->", "<script>", "<?x", "<![CDATA[",
    "<a@b.c>", "<http://x>", "&", "&amp;", "&lt;", "&#35;", "&#x", "{", "}", "{: .x }", "{{ x }}", "{% x %}", "\\",
    "\\*", "\\\\", "$", "$$x$$", "^", "^x^", "@x", "www.x.org", "http://x.org/", "a@b.org", "--8<-- \"x\"", "1. ",
    "1)", "١. ", "2025.", "key: ", "1", "a", "نص", " ", "  ", "\t", "\n", "\n\n", "    ", "  \n", "\u2028",
    "\u0085", "\u00a0", "\x00", "\x02", "\x03", "wzxhzdk:0", "klzzwxh:0000", "\x02klzzwxh:0\x03", "\u202e",
    "\u200f", "\ufeff", "\"", "'", "...", "«", "»", "😀", "\ud800",
)  # fmt: skip

dangerous = st.lists(st.sampled_from(DANGEROUS), min_size=1, max_size=10)
texts = (
    st.builds(lambda parts, between: between.join(parts), dangerous, st.sampled_from(("", " ", "x", "\n"))) | st.text()
)


class _IgnoreTags(yaml.SafeLoader):
    """Reads mkdocs.yml without the tags that only MkDocs knows."""


_IgnoreTags.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


@pytest.fixture(scope="module")
def site() -> MkDocsConfig:
    """MkDocs as mkdocs.yml sets it up, without plugins and theme."""
    written: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _IgnoreTags)  # noqa: S506 - a safe loader
    config = MkDocsConfig(config_file_path=str(ROOT / "mkdocs.yml"))
    config.load_dict({"site_name": "x", "docs_dir": "content", "plugins": []})
    config.load_dict({"markdown_extensions": written["markdown_extensions"]})
    errors, _ = config.validate()
    assert not errors
    return config


def render(markdown: str, site: MkDocsConfig) -> str:
    """The HTML that MkDocs makes of a page's text, below the front matter that every article has."""
    file = File("x.md", None, site.site_dir, site.use_directory_urls)
    file.content_string = f"---\nlang: en\n---\n\n{markdown}"
    page = Page(None, file, site)
    page.read_source(site)
    page.render(site, Files([file]))
    assert page.content is not None
    return page.content


def shown(text: str) -> str:
    """What a reader must see of `text`: white space collapsed, without controls."""
    kept = (c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cs"})
    bare = re.sub("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufffe\uffff]", "", "".join(kept))
    return " ".join(re.sub("[\x1c-\x1f\x85]", "", bare).split())


@settings(max_examples=ROUNDS, deadline=None)
@given(texts)
def test_a_paragraph_shows_its_text(site: MkDocsConfig, text: str) -> None:
    content = render(escape_markdown(text), site)
    expected = shown(text)
    if not expected:
        assert content == ""
        return
    found = re.fullmatch("<p>([^<]*)</p>", content)
    assert found, content
    assert html.unescape(found[1]) == expected


@settings(max_examples=ROUNDS, deadline=None)
@given(texts)
def test_a_heading_shows_its_text(site: MkDocsConfig, text: str) -> None:
    expected = shown(text)
    content = render(render_blocks([Block(BlockKind.HEADING, text, 1)]), site)
    if not expected:
        assert "<h2" not in content or ">" in content
        return
    found = re.fullmatch('<h2 id="[^"<>]*">([^<]*)</h2>', content)
    assert found, content
    assert html.unescape(found[1]) == expected


@settings(max_examples=ROUNDS // 3, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PROSE), texts.filter(lambda text: bool(shown(text)))), max_size=5))
def test_a_body_keeps_its_blocks(site: MkDocsConfig, parts: list[tuple[BlockKind, str]]) -> None:
    markdown = render_blocks([Block(kind, text, 1) for kind, text in parts])
    content = isolate_tokens(sanitise_html(render(markdown, site)))
    tags = re.findall("<(p|h2)[ >]", content)
    assert tags == [kind.value for kind, _ in parts]
    assert plain_text(markdown).split("\n") == [shown(text) for _, text in parts] if parts else content == ""


@settings(max_examples=ROUNDS // 3, deadline=None)
@given(texts)
def test_an_escaped_text_is_never_too_costly(text: str) -> None:
    assert check_cost(escape_markdown(text * 20)) is None


CONVERTED = (
    "## x\n\n", "## h-x\n\n", "# x\n\n", "### \"x\" & y\n\n", "## \u00a0\n\n", "## ", "[a](https://x.org/y) ",
    "[a](#h-x) ", "[a](https://u@x.org/) ", "[a](HTTP://X.org) ", "[a](https://x.org:80/) ",
    "[a](https://x.org/?a=1&b=2) ", "[a](//x.org) ", "[a](javascript:x) ", "[a](../b.md) ", "[a](https://x..org/) ",
    "[a](https://-x.org) ", "[a](https://xn--a.b/) ", "[a](http://1.2.3.400/) ",
    "[a](https://x.org/ 't') ", "![a](x.png) ", "*x* ", "**x** ", "~~x~~ ", "`x` ", "- x\n",
    "1. x\n", "7. x\n", "> x\n", "---\n\n", "x  \n", "&lt;b&gt; ", "&#1; ", "&quot; ", "\"x\" ", "' / > ",
    "|a|b|\n|-|-|\n|c|d|\n\n", "    x\n", "[^1] ", "[^1]: x\n\n", "نص ", "\n\n", "x " * 80,
)  # fmt: skip


@settings(max_examples=ROUNDS)
@given(st.lists(st.sampled_from(CONVERTED), max_size=12).map("".join) | texts)
def test_the_quick_way_gives_what_the_sanitiser_gives(text: str) -> None:
    """Whatever the converter writes of Markdown without HTML: where the quick way answers, it answers the same."""
    written = render_gfm(text.replace("<", ""))
    quick = pass_simple(written)
    assert quick is None or quick == sanitise_html(written)


@pytest.mark.parametrize(
    "host",
    [
        "xn--a.b",
        "a.xn--",
        "xn--mgbh0fb.xn--kgbechtv",
        "1.2.3.400",
        "1.2.3.4",
        "a.1",
        "a.0x",
        "999999999999.1",
        "4x.org",
    ],
)
def test_a_link_to_what_is_no_host_is_no_link_in_the_quick_way_either(host: str) -> None:
    """https://url.spec.whatwg.org/#host-parsing: a last label that is a number makes an IPv4 address, if a wrong one;
    a label of Punycode must be right."""
    written = render_gfm(f"[a](https://{host}/y)")
    quick = pass_simple(written)
    assert quick is None or quick == sanitise_html(written)


def test_the_quick_way_answers_for_what_articles_are_made_of() -> None:
    assert pass_simple(render_gfm('Text, *so*.\n\n## A "heading"\n\n- [x](https://x.org/y)\n\n> z')) is not None


UNFINISHED = ("[^", "[", "]", "^", " ", "\n", "a", "ع", "€", "*", "_", "&amp;", "`", "(", ")", "\\", "!", "<b", "[^1]")


@given(st.lists(st.sampled_from(UNFINISHED), min_size=2, max_size=14).map("".join))
@settings(max_examples=4 * ROUNDS)
def test_what_is_no_footnote_loses_no_letter(markdown: str) -> None:
    shown = unquote(html.unescape(render_gfm(markdown)))

    assert [shown.count(letter) for letter in "ع€"] == [markdown.count(letter) for letter in "ع€"]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("قال [^انظر\nالملحق] ثم مضى", "<p>قال [^انظر\nالملحق] ثم مضى</p>"),
        ("see [^the annex\nbelow](", "<p>see [^the annex\nbelow](</p>"),
        ("`[^a`]\nب]", "<p><code>[^a</code>]\nب]</p>"),
        ("[^a](x)\nو[^١]", '<p><a href="x">^a</a>\nو[^١]</p>'),
    ],
)
def test_brackets_and_carets_over_line_ends_stay_as_written(markdown: str, shown: str) -> None:
    assert render_gfm(markdown).strip() == shown
