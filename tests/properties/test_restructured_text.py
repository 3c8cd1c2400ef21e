"""Any text in reStructuredText: it is read or refused, and no word of it is lost."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.readers.text.rst_body import read_rst, split_fields

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "   ",
        "quay ",
        "ميناء ",
        "* ",
        "1. ",
        "::\n\n   ",
        "`boat`",
        "``boat``",
        "`boat <b>`_",
        "boat_",
        "|s|",
        ":role:`boat`",
        "*boat*",
        "**boat",
        "[1]_",
        ".. [1] note\n",
        ".. _t: http://a.example\n",
        ".. |s| replace:: boat\n",
        ".. image:: a.png\n",
        ".. figure:: a.png\n\n   boat\n",
        ".. raw:: html\n\n   boat\n",
        ".. include:: boat\n",
        "=====\n",
        ".. note::\n   boat\n",
        ".. unknown:: boat\n   :o: p\n\n   inside\n",
        "+---+\n| a |\n+---+\n",
        ":f: boat\n",
        "\\",
        "\x00",
        ".. class:: boat\n",
        ".. contents::\n",
        ".. code:: python\n\n   boat\n",
        ".. role:: x(raw)\n",
        "> ",
        "-o boat\n",
        "\u2028",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_word_is_lost(text: str) -> None:
    values, below = split_fields(text)
    body = read_rst(below)
    kept = " ".join(
        [*map(str, values), *map(str, values.values()), *(block.text for block in body.blocks), *body.removed]
    )
    assert body.costly or set(re.findall("boat|quay|ميناء|inside", text)) <= set(
        re.findall("boat|quay|ميناء|inside", kept)
    )
