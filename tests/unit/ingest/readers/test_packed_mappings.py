"""Tables in archives, and the mappings that lie beside them there."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from generator.errors import Severity
from tests.unit.ingest.conftest import Press

TITLE = "الميناء يستقبل أول سفينة"
TEXT = "رست أول سفينة حاويات عند الرصيف الجديد في ميناء المدينة، بحسب بيان لهيئة الموانئ. وقال المدير إن العمل يبدأ."
TABLE = json.dumps([{"k1": TITLE, "k2": TEXT, "k3": "03/05/2024"}], ensure_ascii=False)
MAPPING = "title: k1\nbody: k2\ndate: k3\ndate_order: day-first\n"
Pack = Callable[[dict[str, str]], bytes]


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def tarred(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return out.getvalue()


PACKS = pytest.mark.parametrize("pack", [zipped, tarred])


@PACKS
@pytest.mark.parametrize(
    "name", ["a/nashra.mapping.yml", "a/nashra.json.mapping.yml", "a/mapping.yml", "./a/mapping.yml", "A.yml"]
)
def test_a_mapping_in_the_archive_is_for_its_table(press: Press, pack: Pack, name: str) -> None:
    is_mapping = name != "A.yml"
    press.put("bahr/dump.zip", pack({"a/nashra.json": TABLE, name: MAPPING}))
    articles = press.take_in()
    assert [(each.title, str(each.date and each.date.iso)) for each in articles] == [(TITLE, "2024-05-03")] * is_mapping
    assert not is_mapping or not [each for each in press.problems if each.severity is not Severity.HINT]


@PACKS
def test_a_broken_mapping_is_named_and_costs_only_its_table(press: Press, pack: Pack) -> None:
    press.put(
        "bahr/a.zip", pack({"n.json": TABLE, "n.mapping.yml": "\ntitel: k1\n", "p.txt": f"{TITLE}\n\n{TEXT * 3}"})
    )
    assert len(press.take_in()) == 1
    (told,) = [each for each in press.problems if each.severity is Severity.ERROR]
    assert (told.code, told.record) == ("unknown-key", "n.json")
    assert "n.mapping.yml, line 2" in told.what


@PACKS
def test_a_mapping_without_a_table_is_told(press: Press, pack: Pack) -> None:
    press.put("bahr/dump.zip", pack({"b/n.mapping.yml": MAPPING, "p.html": f"<html><body><h1>{TITLE}</h1><p>{TEXT}"}))
    assert len(press.take_in()) == 1
    (told,) = [each for each in press.problems if each.code == "lone-mapping"]
    assert told.record == "b/n.mapping.yml"


@pytest.mark.parametrize(
    ("packed", "mapping"),
    [
        ("n.json.gz", "n.mapping.yml"),
        ("n.json.gz", "mapping.yml"),
        ("d.zip", "d.mapping.yml"),
        ("d.zip", "mapping.yml"),
    ],
)
def test_a_mapping_beside_what_is_packed(press: Press, packed: str, mapping: str) -> None:
    press.put(f"bahr/{mapping}", MAPPING)
    press.put(f"bahr/{packed}", gzip.compress(TABLE.encode()) if packed.endswith("gz") else zipped({"x/n.json": TABLE}))
    assert press.one().title == TITLE
    assert not [each for each in press.problems if each.severity is not Severity.HINT]
    press.put(f"bahr/{mapping}", MAPPING.replace("k1", "[k9, k1]"))
    assert press.one().title == TITLE


def test_the_mapping_within_counts_before_the_one_beside(press: Press) -> None:
    press.put("bahr/d.mapping.yml", "title: k2\nbody: k1\n")
    press.put("bahr/d.zip", zipped({"n.json": TABLE, "n.mapping.yml": MAPPING}))
    assert press.one().title == TITLE


@pytest.mark.parametrize("mapping", ["titel: k1\n", "title: [k1\n", "title: k1\nbody: k2\ndate: k9\n"])
def test_a_fault_of_a_mapping_is_told_with_the_place_of_its_file(press: Press, mapping: str) -> None:
    press.put("bahr/n.csv", f"k1,k2\n{TITLE},{TEXT * 3}\n")
    press.put("bahr/n.mapping.yml", mapping)
    press.take_in()
    places = {each.path.as_posix() for each in press.problems if each.path and each.path.suffix == ".yml"}
    assert places == {"content/sources/bahr/n.mapping.yml"}
