"""Any XML that may be a table, and any HAR file: read, or refused with a problem."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.ingest.formats import NOTHING, find_format
from generator.model.source import SourceDocument

PIECES = st.sampled_from([
    "<articles>", "</articles>", "<article id='1'>", "</article>", "<title>", "</title>", "ship & quay", "<body>",
    "</body>", "<p>words of a text</p>", "<![CDATA[<p>q</p>]]>", "<![CDATA[", "<!--", "-->", "<field name='body'>",
    "</field>", "<Port_1>", "</Port_1>", "<Headline>h</Headline>", "<Text>ميناء</Text>", "&bad;", "&#0;", "<a", "<?x",
    "<!DOCTYPE x [", "<!ENTITY a 'b'>", "]>", "<tags><tag>a</tag><tag>b</tag></tags>", "<x:y>", "\x00",
])  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("<html><body><p>x</p></body></html>"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["request", "response", "content", "text", "url", "status", "mimeType", "encoding", "entries"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def read(name: str, raw: bytes) -> None:
    document = SourceDocument.of(Path("content/sources/a") / name, raw, "0" * 64)
    with contextlib.suppress(UnreadableError):
        found = find_format(document)
        if found.read is not None:
            list(found.read(document, NOTHING, lambda *_, **__: None))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_xml(text: str) -> None:
    read("a.xml", f"<articles><article><title>t</title><body>b</body></article>{text}".encode())


@settings(deadline=None)
@given(JSON, st.floats(0, 1))
def test_any_har(value: object, cut: float) -> None:
    whole = json.dumps({"log": {"creator": {}, "entries": value}})
    read("a.har", whole.encode())
    read("a.har", whole[: max(30, int(len(whole) * cut))].encode())
