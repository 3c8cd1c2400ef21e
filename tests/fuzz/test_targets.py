"""Every reader of ingest, given any bytes or a good document damaged anywhere, reads or refuses, and never breaks."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.formats import FORMATS

TARGETS: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("targets.py")))["TARGETS"]
NOISE = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"<", b"&#xD800;", b"]]>", b"{", b"[" * 99,
    b'"', b"'", b"\\ud800", b"\n---\n", b"- ", b": ", b"&a *a", b"!!python/name:os.system ", b"\r", b"\t", b"9" * 5000,
    b"%", b"1e999", b"\x85", b"--b", b"=", b"http://[", b"+++\n",
)  # fmt: skip
edits = st.lists(
    st.tuples(st.floats(0, 1), st.one_of(st.binary(max_size=8), st.sampled_from(NOISE)), st.integers(0, 30)), max_size=5
)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None)
@given(changes=edits, data=st.data())
def test_a_damaged_document(name: str, changes: list[tuple[float, bytes, int]], data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(TARGETS[name].seeds))
    for place, noise, length in changes:
        at = int(place * len(raw))
        raw = raw[:at] + noise + raw[at + length :]
    TARGETS[name].read(raw)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=30, deadline=None)
@given(raw=st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(NOISE), max_size=20).map(b"".join)))
def test_any_bytes(name: str, raw: bytes) -> None:
    TARGETS[name].read(raw)


def test_no_format_is_forgotten() -> None:
    """A reader that is added to ingest is fuzzed too."""
    source = Path(__file__).with_name("targets.py").read_text()
    workflow = (Path(__file__).parents[2] / ".github" / "workflows" / "fuzz.yml").read_text()
    assert [name for name in TARGETS if f"          - {name}\n" not in workflow] == []
    assert [each.name for each in FORMATS if f'_of_format("{each.name}"' not in source] == []
