"""Text of WordPress as HTML: paragraphs of the classic editor, shortcodes, comments of blocks."""

from __future__ import annotations

import pytest

from generator.ingest.readers.wordpress.body import Library, to_html
from generator.ingest.readers.wordpress.paragraphs import make_paragraphs
from generator.ingest.readers.wordpress.shortcodes import Picture, resolve_shortcodes

PICTURES = {"7": Picture("https://a.example/7.jpg", "<em>باب</em>", 'الباب "الكبير"')}
BLOCKS = {"30": "<!-- wp:paragraph --><p>مشترك</p><!-- /wp:paragraph -->", "31": '<!-- wp:block {"ref":31} /-->'}
FIGURE = "<figure>{}<figcaption>{}</figcaption></figure>"
LINK = '<p><a href="{0}">{0}</a></p>'
LIBRARY = Library(PICTURES.get, BLOCKS.get)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("أ\n\nب", "<p>أ</p><p>\n\nب</p>"),
        ("أ\nب", "<p>أ<br>\nب</p>"),
        ("أ<br />\nب", "<p>أ<br />\nب</p>"),
        ("أ\n \n\t\nب", "<p>أ</p><p>\n\n\nب</p>"),
        ("<p>أ\nب</p>", "<p>أ<br>\nب</p>"),
        ("<h2>أ</h2>\nب", "<h2>أ</h2>\n<p>ب</p>"),
        ("<ul>\n<li>أ</li>\n<li>ب</li>\n</ul>", "<ul>\n<li>أ</li>\n<li>ب</li>\n</ul>"),
        ("<table>\n<tr>\n<td>أ\nب</td>\n</tr></table>", "<table>\n<tr>\n<td>أ<br>\nب</td>\n</tr></table>"),
        ("<blockquote>أ\n\nب</blockquote>", "<blockquote><p>أ</p><p>\n\nب</p></blockquote>"),
        ("<pre>أ\n\n  ب</pre>", "<pre>أ\n\n  ب</pre>"),
        ("<script>a\n\nb</script>", "<script>a\n\nb</script>"),
        ("أ <strong>ب</strong>\n\nج", "<p>أ <strong>ب</strong></p><p>\n\nج</p>"),
        ("", ""),
        ("\n\n", "\n\n"),
        ("<pre>never closed\n\nأ", "<pre><p>never closed</p><p>\n\nأ</p>"),
    ],
)
def test_blank_lines_part_paragraphs(text: str, html: str) -> None:
    assert make_paragraphs(text) == html


@pytest.mark.parametrize(
    ("text", "html", "removed"),
    [
        ('[caption width="3"]<img src="x.jpg" /> شرح[/caption]', FIGURE.format('<img src="x.jpg" />', "شرح"), []),
        (
            '[caption width="3" caption="شرح"]<a href="y"><img src="x.jpg"></a>[/caption]',
            FIGURE.format('<a href="y"><img src="x.jpg"></a>', "شرح"),
            [],
        ),
        ("[caption]نص بلا صورة[/caption]", "<p>نص بلا صورة</p>", []),
        (
            '[gallery ids="7"]',
            FIGURE.format('<img src="https://a.example/7.jpg" alt="الباب &quot;الكبير&quot;">', "<em>باب</em>"),
            [],
        ),
        ('[gallery ids="8"]', "", ['[gallery ids="8"]']),
        ("[gallery]", "", ["[gallery]"]),
        ("[embed]https://v.example/1?a=1&amp;b=2[/embed]", LINK.format("https://v.example/1?a=1&amp;b=2"), []),
        ('[audio mp3="https://a.example/s.mp3"][/audio]', LINK.format("https://a.example/s.mp3"), []),
        ('[video width="1" mp4="https://a.example/f.mp4"]', LINK.format("https://a.example/f.mp4"), []),
        (
            '[vc_row][vc_column width="1/2"]نص[/vc_column][/vc_row]',
            "نص",
            ["[vc_row]", '[vc_column width="1/2"]', "[/vc_column]", "[/vc_row]"],
        ),
        ("[vc_raw_html]JTNDc2NyaXB0[/vc_raw_html]", "", ["[vc_raw_html]JTNDc2NyaXB0[/vc_raw_html]"]),
        ("[ads id=3]", "", ["[ads id=3]"]),
        ("[youtube https://v.example/1&amp;w=640]", LINK.format("https://v.example/1&amp;w=640"), []),
        ("[tweet 12345]", "", ["[tweet 12345]"]),
        ("[see https://a.example/]", "[see https://a.example/]", []),
        ("[chapter 12] [Twitter] [Facebook page]", "[chapter 12] [Twitter] [Facebook page]", []),
        ("[[gallery]]", "[gallery]", []),
        ("<code>[gallery]</code>", "<code>[gallery]</code>", []),
        (
            "قال [sic] و[صورة: رويترز] و[1] و[…] و[Photo: AFP] [he said]",
            "قال [sic] و[صورة: رويترز] و[1] و[…] و[Photo: AFP] [he said]",
            [],
        ),
        ("[", "[", []),
        ("[quote]نص[/quote]", "نص", ["[quote]", "[/quote]"]),
    ],
)
def test_shortcodes_are_resolved_or_taken_out(text: str, html: str, removed: list[str]) -> None:
    taken: list[str] = []
    assert resolve_shortcodes(text, PICTURES.get, taken) == html
    assert taken == removed


@pytest.mark.parametrize(
    ("text", "html", "removed"),
    [
        ('<!-- wp:paragraph {"a":"-"} -->\n<p>أ\nب</p>\n<!-- /wp:paragraph -->', "\n<p>أ\nب</p>\n", []),
        ("<!-- wp:freeform -->أ\n\nب<!-- /wp:freeform -->", "<p>أ</p><p>\n\nب</p>", []),
        ("أ\n\n<!-- wp:heading --><h2>ب</h2><!-- /wp:heading -->\n\nج", "<p>أ</p>\n\n<h2>ب</h2>\n\n<p>ج</p>", []),
        ('<!-- wp:block {"ref":30} /-->', "<p>مشترك</p>", []),
        ('<!-- wp:block {"ref":99} /-->', "", ['<!-- wp:block {"ref":99} /-->']),
        ("<!-- wp:block {broken /-->", "", ["<!-- wp:block {broken /-->"]),
        ("أ\n<!--more-->\nب", "<p>أ</p><p>\n\nب</p>", []),
        ("أ<!--more اقرأ البقية-->ب", "<p>أ</p><p>\n\nب</p>", []),
        ("أ\n\n<!--nextpage-->\n\nب", "<p>أ</p><p>\n\n\n\nب</p>", []),
        ("أ<!-- ملاحظة للمحرر -->ب", "<p>أب</p>", ["<!-- ملاحظة للمحرر -->"]),
        ("أ<!-- لم يغلق", "<p>أ</p>", ["<!-- لم يغلق"]),
        ("أ\r\n\r\nب", "<p>أ</p><p>\n\nب</p>", []),
    ],
)
def test_comments_of_blocks_are_taken_off_and_their_content_kept(text: str, html: str, removed: list[str]) -> None:
    taken: list[str] = []
    assert to_html(text, LIBRARY, taken) == html
    assert taken == removed


def test_a_shared_block_that_holds_itself_ends() -> None:
    taken: list[str] = []
    assert to_html(BLOCKS["31"], LIBRARY, taken) == ""
    assert taken == [BLOCKS["31"]]
