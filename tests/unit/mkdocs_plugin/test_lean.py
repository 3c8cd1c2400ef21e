"""Templates lose the signs that HTML lets them lose, and nothing else."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.mkdocs_plugin.lean import LeanMarkup

CASES = {
    '<p class="meta">x</p>': "<p class=meta>x</p>",
    '<p class="flag nameplate" id="a">': '<p class="flag nameplate" id=a>',
    '<a rel="prev" href={{ way }}>': "<a rel=prev href=../a/>",
    '<a href="{{ way }}" rel="prev">': '<a href="../a/" rel=prev>',
    '<li class="{{ name }}-page">{{ name }}</li>\n<li id="b"></li>': '<li class="x-page">x\n<li id=b>',
    "</b>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nc": "</b><ul><li>a\n<li>b\n</ul>\nc",
    "<b>a</b>\n<i>b</i>": "<b>a</b>\n<i>b</i>",
    '<li class="a"{% if name %} id="b"{% endif %}>': '<li class="a" id="b">',
    '<input value="" placeholder="{{ name }}" required>': '<input value="" placeholder="x" required>',
    '<meta content="a=b"><b title="c>d">': '<meta content="a=b"><b title="c>d">',
    'as it="stands" </p> here="too"': 'as it="stands" </p> here="too"',
    "<dl><dt>a</dt><dd>b</dd></dl>": "<dl><dt>a<dd>b</dl>",
    "<p>a</p>\n<p>b</p></div>": "<p>a\n<p>b</div>",
    "<p>a</p> b <p>c</p>": "<p>a</p> b <p>c</p>",
    "<p>a</p>{{ name }}": "<p>a</p>x",
    '<html lang="en">\n<head>\n<meta charset="utf-8">\n</head>\n<body class="a">\nb\n</body>\n</html>\n': (
        "<html lang=en><meta charset=utf-8><body class=a>\nb\n"
    ),
}


@pytest.mark.parametrize("template", CASES, ids=range(len(CASES)))
def test_lean_markup(template: str) -> None:
    environment = Environment(extensions=[LeanMarkup], autoescape=True)
    assert environment.from_string(template).render(way="../a/", name="x") == CASES[template]
