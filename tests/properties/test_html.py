"""Whatever stands in a body, its HTML acts on nothing, loads nothing, and says the same text once isolated."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.html import html_to_text, isolate_text, isolate_tokens, sanitise_html

ROUNDS = 150

PIECES = (
    "<p>", "</p>", "<a href='", "<a href=\"javascript:x()\">", "</a>", "<img src=x onerror=x()>", "<img src='",
    "'>", "\">", "<svg>", "</svg>", "<math>", "<mtext>", "<style>", "</style>", "<title>", "<textarea>",
    "<noscript>", "<template>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<plaintext>", "<xmp>", "<iframe srcdoc='",
    "<form>", "<table>", "<td style='text-align:right'>", "<td align=center>", "<h2 id=x>", "<h1 id='main'>",
    "<li id='fn:1'>", "<div class='admonition x'>", "<span>", "</span>", "<b>", "</b>", "<bdi dir=ltr>", "<code>",
    "</code>", "<pre>", "<p dir=rtl lang=ar>", "<select>", "<option>", "<base href=x>", "&lt;", "&amp;lt;", "&#0;",
    "&Tab;", "&colon;", "java", "script:", "data:text/html,", "//x.example/", "https://x.example/", "\"", "'", "`",
    "=", "/", ">", "<", "\x00", "\t", "\n", "\u2028", "\u00a0", "C++", "2024-05-02", "نص", "a", " onclick=x()",
    " style=x", " ", "\u202e", "😀",
)  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60)

ALLOWED = {
    "dir", "lang", "href", "title", "src", "alt", "width", "height", "id", "value", "start", "datetime", "class",
    "colspan", "rowspan", "scope",
}  # fmt: skip
FORBIDDEN = {
    "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "button", "base", "meta",
    "link", "template", "noscript", "textarea", "select", "title", "frame", "video", "audio", "source", "plaintext",
    "xmp", "html", "body", "head", "h1",
}  # fmt: skip


class Reader(HTMLParser):
    """Reads HTML with Python's own parser: another one than the sanitiser's."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


@settings(max_examples=ROUNDS, deadline=None)
@given(hostile)
def test_nothing_acts_or_loads(source: str) -> None:
    for tag, attributes in Reader(sanitise_html(source)).tags:
        assert tag not in FORBIDDEN
        assert set(attributes) <= ALLOWED
        address = "".join(attributes.get("href", "").split()).lower()
        assert not address.startswith(("javascript", "data:", "//", "\\"))
        assert "://" not in attributes.get("src", "")
        assert attributes.get("id", "h-").startswith(("h-", "fn"))


@settings(max_examples=ROUNDS, deadline=None)
@given(hostile)
def test_what_is_safe_stays_as_it_is(source: str) -> None:
    safe = sanitise_html(source)
    assert sanitise_html(safe) == safe


@settings(max_examples=ROUNDS, deadline=None)
@given(hostile)
def test_isolation_changes_no_text(source: str) -> None:
    safe = sanitise_html(source)
    isolated = isolate_tokens(safe)
    assert Reader(isolated).text == Reader(safe).text
    assert html_to_text(isolated) == html_to_text(safe)
    assert isolate_tokens(isolated) == isolated
    assert sanitise_html(isolated) == isolated.replace(' class="token"', "")


@settings(max_examples=ROUNDS, deadline=None)
@given(hostile)
def test_isolated_plain_text_is_that_text(source: str) -> None:
    text = source.replace("\r", "").replace("\x00", "")
    reader = Reader(isolate_text(text))
    assert reader.text == text
    assert {tag for tag, _ in reader.tags} <= {"bdi"}
