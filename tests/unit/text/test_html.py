"""HTML after Markdown: what stays, what goes, what is rewritten; and HTML read back as text."""

from __future__ import annotations

import markdown
import pytest

from generator.text.html import escape, html_to_text, isolate_text, isolate_tokens, sanitise_html
from generator.text.markdown import EXTENSIONS


def from_markdown(text: str) -> str:
    return sanitise_html(markdown.markdown(text, extensions=list(EXTENSIONS)))


class TestWhatStays:
    @pytest.mark.parametrize(
        "html",
        [
            "<p>نص <strong>مهم</strong> و<em>مائل</em></p>",
            '<p dir="rtl" lang="ar">نص</p>',
            '<p><a href="https://example.org/a?b=1&amp;c=2#d" title="t">x</a></p>',
            '<p><a href="../other/">x</a> <a href="/ar/">y</a> <a href="mailto:desk@example.org">z</a></p>',
            '<p><img src="media/map.png" alt="خريطة" width="300" height="200"></p>',
            "<blockquote><p>x</p></blockquote>",
            '<ol start="3"><li value="7">x</li></ol>',
            "<dl><dt>x</dt><dd>y</dd></dl>",
            '<p><time datetime="2025-06-02">x</time> <abbr title="y">z</abbr> <bdi dir="ltr">C++</bdi></p>',
            "<pre><code>&lt;b&gt; &amp;amp;</code></pre>",
            '<div class="admonition note"><p class="admonition-title">x</p></div>',
        ],
    )
    def test_plain_prose(self, html: str) -> None:
        assert sanitise_html(html) == html

    def test_it_is_its_own_result(self) -> None:
        once = from_markdown("# أ\n\n## أ\n\nx[^1] [y](#أ)\n\na|b\n:-|-:\n1|2\n\n[^1]: z")
        assert sanitise_html(once) == once


class TestWhatGoes:
    @pytest.mark.parametrize(
        "html",
        [
            "<script>x()</script>",
            "<style>p{}</style>",
            '<p style="position:fixed">x</p>',
            '<p onclick="x()">x</p>',
            "<svg onload=x()><script>x()</script></svg>",
            "<math><mtext></mtext></math>",
            '<iframe src="https://example.org/"></iframe>',
            "<form action='/'><input name=q><button>x</button></form>",
            '<base href="https://example.org/">',
            '<meta http-equiv="refresh" content="0">',
            "<link rel=stylesheet href=x.css>",
            '<p id="main">x</p>',
            '<a id="x" name="y">x</a>',
            '<p class="md-header">x</p>',
            '<img src="map.png" srcset="https://example.org/x.png 2x" alt="">',
            '<a href="/" ping="https://example.org/" target="_blank" rel="opener">x</a>',
            "<video src=x.mp4></video>",
            "<object data=x></object>",
            "<!-- comment -->",
            '<p dir="sideways" lang="a b">x</p>',
            '<h2 id="a b&quot;">x</h2>',
        ],
    )
    def test_nothing_that_acts_or_loads(self, html: str) -> None:
        safe = sanitise_html(html)
        for word in (
            "script",
            "style",
            "on",
            "iframe",
            "form",
            "svg",
            "base",
            "meta",
            "link",
            "srcset",
            "ping",
            "target",
        ):
            assert f"<{word}" not in safe
            assert f" {word}=" not in safe
        assert not any(
            mark in safe for mark in ("onclick", "example.org", "sideways", "<!--", "md-header", 'id="', "a b")
        )

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:x()",
            "JaVaScRiPt:x()",
            " javascript:x()",
            "java\tscript:x()",
            "java\nscript:x()",
            "\x01javascript:x()",
            "\u2028javascript:x()",
            "\u00a0javascript:x()",
            "\u200bjavascript:x()",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "blob:x",
            "//host.example/",
            "/\\host.example/",
            "\\\\host.example",
            "https:host.example",
            "https://",
            "https://user@host.example/",
            "https://site.example@host.example/",
            "ftp://host.example/",
            "https://[::1",
            "x\u202egnp.exe",
            "",
        ],
    )
    def test_addresses_with_tricks(self, address: str) -> None:
        assert sanitise_html(f'<p><a href="{escape(address)}">x</a></p>') == "<p>x</p>"

    @pytest.mark.parametrize(
        "address",
        [
            "https://example.org/x.png",
            "//example.org/x.png",
            "data:image/png;base64,AAAA",
            "x",
            "x.php?y=.png",
            "javascript:x.png",
            "",
        ],
    )
    def test_images_from_elsewhere_leave_their_text(self, address: str) -> None:
        assert sanitise_html(f'<p><img src="{escape(address)}" alt="a &lt; b"></p>') == "<p>a &lt; b</p>"

    def test_an_image_without_a_text_gets_an_empty_one(self) -> None:
        assert sanitise_html('<img src="x.png">') == '<img src="x.png" alt="">'

    def test_controls_of_direction(self) -> None:
        assert sanitise_html("<p>a\u202eb&#x2067;c\x07</p>") == "<p>abc</p>"

    def test_spaces_in_an_address_are_encoded(self) -> None:
        assert sanitise_html('<a href="a b.html">x</a>') == '<a href="a%20b.html">x</a>'


class TestWhatIsRewritten:
    def test_the_alignment_of_cells_becomes_a_class(self) -> None:
        html = from_markdown("a|b|c|d\n:-|-:|:-:|-\n1|2|3|4")
        assert (
            html.count('class="align-start"')
            == html.count('class="align-end"')
            == html.count('class="align-center"')
            == 2
        )
        assert "style" not in html
        assert sanitise_html('<table><tr><td align="right">x</td></tr></table>').count('<td class="align-end">') == 1

    def test_headings(self) -> None:
        html = from_markdown("# One\n\n## Main\n\n[down](#main) [away](#elsewhere)")
        assert '<h2 id="h-one">One</h2>' in html
        assert '<h2 id="h-main">Main</h2>' in html
        assert '<a href="#h-main">down</a> <a href="#elsewhere">away</a>' in html

    def test_an_id_stands_once(self) -> None:
        html = sanitise_html('<h2 id="x">a</h2><h3 id="x">b</h3><ol><li id="fn:1">c</li><li id="fn:1">d</li></ol>')
        assert html.count('id="h-x"') == html.count('id="fn:1"') == 1

    def test_footnotes_work_and_have_no_words_of_their_own(self) -> None:
        html = from_markdown("نص[^1]\n\n[^1]: حاشية")
        assert '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>' in html
        assert '<li id="fn:1">' in html
        assert '<a href="#fnref:1" class="footnote-backref">' in html
        assert "title=" not in html

    def test_a_span_that_says_nothing_is_left_out(self) -> None:
        assert sanitise_html('<span class="x">a</span><span lang="fr">b</span>') == 'a<span lang="fr">b</span>'


class TestIsolation:
    def test_tokens_in_text(self) -> None:
        html = "<p>لغة C++ و<strong>في 2024-05-02</strong></p>"
        assert isolate_tokens(html) == (
            '<p>لغة <bdi dir="ltr">C++</bdi> و<strong>في <bdi class="token" dir="ltr">2024-05-02</bdi></strong></p>'
        )

    @pytest.mark.parametrize(
        "html",
        [
            "<p><code>C++</code></p>",
            "<pre>C++</pre>",
            '<p><bdi dir="ltr">C++</bdi></p>',
            '<p dir="ltr">C++ <b>C#</b></p>',
            '<p><a href="https://example.org/2024-05-02" title="C++">نص</a></p>',
            "<p>نص بلا شيء</p>",
        ],
    )
    def test_never_inside(self, html: str) -> None:
        assert isolate_tokens(html) == html

    def test_references_stay_references(self) -> None:
        isolated = '<bdi class="token" dir="ltr">R&amp;D &lt;x</bdi>'
        assert isolate_tokens("<p>قسم R&amp;D &lt;x&gt;</p>") == f"<p>قسم {isolated}&gt;</p>"

    def test_plain_text_is_escaped(self) -> None:
        assert isolate_text('عن "C++" & <ب>') == 'عن &quot;<bdi dir="ltr">C++</bdi>&quot; &amp; &lt;ب&gt;'


class TestText:
    def test_blocks_are_lines(self) -> None:
        assert html_to_text("<h2>a</h2>\n<p>b\n<em>c</em>d</p><ul><li>e</li><li>f</li></ul>") == "a\nb cd\ne\nf"

    def test_references_are_characters(self) -> None:
        assert html_to_text("<p>a &amp;lt; &#x627;</p>") == "a &lt; ا"

    def test_links_between_footnotes_are_left_out(self) -> None:
        assert html_to_text(from_markdown("نص[^1] تتمة\n\n[^1]: حاشية")) == "نص تتمة\nحاشية"


def test_isolation_leaves_attributes_alone() -> None:
    html = '<p>قال <a href="https://example.org/" title="<b>5-6 كم">الخبر رقم 5-6</a> اليوم</p>'
    assert isolate_tokens(html) == html.replace(">الخبر رقم 5-6<", '>الخبر رقم <bdi class="token" dir="ltr">5-6</bdi><')
