"""An article of which only a part stands here: its page says so, and leads to the whole where its address is known."""

from __future__ import annotations

from typing import Any

import pytest

SAID = {
    "ar": ("هذا جزء من النص الذي نشره المصدر.", "اقرأ النص كاملًا حيث نُشر"),
    "en": ("This is only a part of what the source published.", "Read it in full where it was published"),
}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_page_says_that_it_holds_a_part_only_and_where_the_whole_is(archive: Any, lang: str) -> None:
    note, way = SAID[lang]
    url = "https://example.org/news?id=1&page=2"
    archive.article(f"{lang}/2025/06/with.md", slug="with", partial=True, url=url)
    archive.article(f"{lang}/2025/06/without.md", slug="without", partial=True, title="Another")
    archive.article(f"{lang}/2025/06/whole.md", slug="whole", url=url, title="A third")
    pages = {name.split("/")[-2]: page for name, page in archive.build().pages() if "2025/06/02/" in name}
    link = f'<a href="https://example.org/news?id=1&amp;page=2" rel=external>{way}</a>'
    assert f"<p class=partial>{note} {link}" in pages["with"].source
    assert f"<p class=partial>{note}" in pages["without"].source
    assert way not in pages["without"].source
    assert note not in pages["whole"].source
