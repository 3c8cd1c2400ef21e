"""Bodies on their way to the page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from generator.mkdocs_plugin.bodies import finish_body, show_as_written, time_limit
from generator.model.language import Language


def written(lang: Language, *targets: tuple[str, str]) -> Any:
    """What the finishing of a body asks of its page."""
    return SimpleNamespace(frame=SimpleNamespace(lang=lang, permalink="ar/about/"), targets=targets)


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
    assert finish_body(html, written(Language.AR)) == '<p>في <bdi class="token" dir="ltr">2024-05-02</bdi></p>'
    assert finish_body("<p>on 2024-05-02</p>", written(Language.EN)) == "<p>on 2024-05-02</p>"
    link = '<p><a href="../a.md#x">x</a></p>'
    led = finish_body(link, written(Language.EN, ("../a.md#x", "ar/2025/06/02/a/")))
    assert led == '<p><a href="../2025/06/02/a/#x">x</a></p>'
    assert show_as_written("<b>") == '<pre tabindex="0">&lt;b&gt;</pre>'


def test_what_may_scroll_can_be_reached_with_the_keyboard() -> None:
    html = '<table dir="ltr"><tr><td>1</td></tr></table><pre><code>&lt;table&gt;</code></pre><table></table>'
    body = finish_body(html, written(Language.EN))
    assert body.count(' tabindex="0"') == 3
    assert "&lt;table&gt;" in body
