"""What ingest makes of bodies in HTML, on the pages of a site: nothing is loaded from elsewhere, and MkDocs alone
makes the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.ingest.markup.html_body import blocks_of
from generator.text.markdown import render_blocks

BODY = """<figure><img src="https://cdn.example.org/quay.jpg" alt="رصيف"><figcaption>رصيف الميناء</figcaption></figure>
<p>قال <b>«المصدر»</b> إن <a href="https://example.org/a">التقرير</a> صدر.</p>
<ol start="3"><li>أولا<ul><li>فرع</ul><li>ثانيا</ol><ul><li>وحيد</ul>
<blockquote><p>قول</p><blockquote>داخله</blockquote></blockquote>
<table><tr><th>السنة<th>العدد | س<tr><td>2024<td>10<br>20</table>
<pre>a = "&lt;b&gt;"</pre><p>على قدر أهل العزم<br>تأتي العزائم</p><p>10<sup>6</sup> {{ page.title }} {% raw %}</p>"""


def test_every_kind_of_block_on_a_page(archive: Any, tmp_path: Path) -> None:
    body = render_blocks(blocks_of(BODY).blocks)
    archive.article("ar/2025/06/one.md", body=body.rstrip("\n"), id="aaaa1111", slug="one")
    site = archive.build()
    (page,) = [page for name, page in site.pages() if "2025/06/02/one" in name]
    assert "<figcaption>رصيف الميناء</figcaption>" in page.source
    assert 'href="https://cdn.example.org/quay.jpg">الصورة على موقع' in page.source
    assert not [image for image in page.all("img") if "example.org" in image.get("src", "")]
    for part in (
        '<ol start="3">', "<li>أولا\n<ul>", "<p>داخله</p>\n</blockquote>", "<td>10<br>20</td>", "<th>العدد | س</th>",
        "على قدر أهل العزم<br>", "10<sup>6</sup>", "<strong>«المصدر»</strong>",
    ):  # fmt: skip
        assert part in page.source, part
    assert "106 {{ page.title }} {% raw %}" in page.text
    done = archive.run("mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "plain"))
    assert done.returncode == 0, done.stderr
    plain = {file.relative_to(tmp_path / "plain"): file.read_bytes() for file in (tmp_path / "plain").rglob("*.html")}
    assert plain == {file.relative_to(site.root): file.read_bytes() for file in site.root.rglob("*.html")}
