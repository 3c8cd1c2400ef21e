"""The search index: what its files hold, that each is made of its own period only, that it is deterministic."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.page import GeneratedFile, Permalink
from generator.publish.search_index import SearchDocument, SearchListing, SearchPart, key_search_index, term_hash

PORT = SearchDocument(
    permalink=Permalink("ar/2024/03/02/aaaa1111/"),
    lang=Language.AR,
    title="افتتاح الميناء الجديد",
    kicker="اقتصاد",
    description="بدأ العمل في الميناء بعد ثلاث سنوات من البناء.",
    body_text="الميناء يخدم السفن. الميناء قريب من المدينة. والسفن كثيرة.",
    tags=(Labels(ar="ليبيا", en="Libya"),),
    source=Labels(ar="المرسى", en="Al-Marsa"),
    iso="2024-03-02",
    date_text="2 مارس 2024",
)
BRIDGE = SearchDocument(
    permalink=Permalink("en/2025/06/01/bridge-bbbb2222/"),
    lang=Language.EN,
    title="Bridge closes for repairs",
    body_text="The bridge near the port closes on Sunday.",
    source=Labels(en="Harbour Post"),
    iso="2025-06-01",
    date_text="1 June 2025",
)
UNDATED = SearchDocument(
    permalink=Permalink("ar/undated/cccc3333/"), lang=Language.AR, title="الميناء القديم", body_text="نص قصير."
)
ALL = (PORT, BRIDGE, UNDATED)


def build_search_index(
    documents: Iterable[SearchDocument], listings: Sequence[SearchListing] = ()
) -> list[GeneratedFile]:
    """Make all files of the index of some documents."""
    periods: defaultdict[str, list[SearchDocument]] = defaultdict(list)
    for each in documents:
        periods[each.iso[:4] if each.iso else "undated"].append(each)
    parts = [SearchPart(period, b"", partial(list, held)) for period, held in periods.items()]
    notes: dict[str, Any] = {}
    files: list[GeneratedFile] = []
    for group in key_search_index(parts, listings, b""):
        made = group.make(notes if group.closing else {})
        notes[group.name] = json.loads(json.dumps(made.note))
        files += made.files
    return files


def files_of(*documents: SearchDocument) -> dict[str, bytes]:
    return {file.path: file.content for file in build_search_index(documents)}


def manifest_of(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["search/manifest.json"])
    return found


def postings(files: dict[str, bytes], part: dict[str, Any], term: str) -> list[tuple[int, int, str]]:
    """Decode as the client does: (document, impact, language)."""
    folder = f"search/{part['path']}"
    found = json.loads(files[f"{folder}b{term_hash(term) & (part['buckets'] - 1)}.json"]).get(term, [])
    if isinstance(found, int):
        found = json.loads(files[f"{folder}w{found}.json"])
    decoded, document = [], -1
    for number in found:
        document += number >> 4
        decoded.append((document, number >> 1 & 7, "en" if number & 1 else "ar"))
    return decoded


def test_parts_stand_newest_first_and_the_undated_last() -> None:
    manifest = manifest_of(files_of(*ALL))
    assert [(part["period"], part["documents"]) for part in manifest["parts"]] == [
        ("2025", 1),
        ("2024", 1),
        ("undated", 1),
    ]
    assert manifest["sources"] == [
        ["@|Harbour Post", "Harbour Post", "Harbour Post"],
        ["@المرسى|Al-Marsa", "المرسى", "Al-Marsa"],
    ]


def test_the_impact_rises_with_the_place_of_the_term() -> None:
    files = files_of(*ALL)
    part = manifest_of(files)["parts"][1]
    in_title, in_tag, in_body = (postings(files, part, term) for term in ("مين", "libya", "مدين"))
    assert in_title == [(0, 5, "ar")]
    assert in_tag == [(0, 1, "ar")]
    assert in_body == [(0, 1, "ar")]
    assert postings(files, part, "لا-يوجد") == []
    assert postings(files, part, "@المرسى|Al-Marsa") == [(0, 1, "ar")]


def test_documents_are_numbered_newest_first() -> None:
    later = replace(PORT, permalink=Permalink("ar/2024/05/01/dddd4444/"), iso="2024-05-01")
    year_only = replace(PORT, permalink=Permalink("ar/2024/eeee5555/"), iso="2024")
    files = files_of(year_only, PORT, later)
    part = manifest_of(files)["parts"][0]
    shown = json.loads(files[f"search/{part['path']}d0.json"])
    assert [row[0] for row in shown] == [later.permalink, PORT.permalink, year_only.permalink]
    assert [document for document, _, _ in postings(files, part, "مين")] == [0, 1, 2]


def test_a_result_shows_title_date_source_and_the_beginning() -> None:
    files = files_of(PORT)
    part = manifest_of(files)["parts"][0]
    assert json.loads(files[f"search/{part['path']}d0.json"]) == [
        [PORT.permalink, "ar", PORT.title, "2024-03-02", "2 مارس 2024", "المرسى", "Al-Marsa", PORT.description]
    ]


def test_any_order_of_documents_gives_the_same_files() -> None:
    assert files_of(*ALL) == files_of(*reversed(ALL))


def test_an_article_of_one_year_changes_no_file_of_another() -> None:
    before = files_of(*ALL)
    after = files_of(*ALL, replace(BRIDGE, permalink=Permalink("en/2025/06/02/new-ffff6666/"), iso="2025-06-02"))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed
    assert all(path == "search/manifest.json" or path.startswith("search/2025-") for path in changed)


def test_a_changed_part_has_another_address() -> None:
    before, after = files_of(PORT), files_of(replace(PORT, title="افتتاح الجسر"))
    assert manifest_of(before)["parts"][0]["path"] != manifest_of(after)["parts"][0]["path"]


@pytest.mark.parametrize("count", [1, 9, 10, 11, 25])
def test_every_document_is_shown_once(count: int) -> None:
    documents = [replace(PORT, permalink=Permalink(f"ar/2024/03/02/{n:08x}/")) for n in range(count)]
    files = files_of(*documents)
    shown = [row[0] for path, content in files.items() if "/d" in path for row in json.loads(content)]
    assert sorted(shown) == [document.permalink for document in documents]


def test_long_postings_stand_in_a_file_of_their_own() -> None:
    documents = [
        replace(PORT, permalink=Permalink(f"ar/2024/03/02/{n:08x}/"), body_text=f"كلمة{n}", title=f"عنوان {n}")
        for n in range(3000)
    ]
    files = files_of(*documents)
    part = manifest_of(files)["parts"][0]
    assert part["buckets"] > 1
    assert len(postings(files, part, "عنو" if postings(files, part, "عنو") else "عنوان")) == 3000
    assert any(path.rpartition("/")[2].startswith("w") for path in files)


def test_listings_are_found_by_their_names_in_both_languages() -> None:
    egypt = Labels(ar="مصر", en="Egypt")
    listings = [
        SearchListing(Permalink("ar/tags/museum/"), Language.AR, Labels(ar="المتحف المصري", en="Egyptian Museum")),
        SearchListing(Permalink("ar/tags/place-eg/"), Language.AR, egypt, "3 مقالات"),
        SearchListing(Permalink("en/tags/place-eg/"), Language.EN, egypt, "3 articles"),
    ]
    files = {file.path: file.content for file in build_search_index([], listings)}
    part = manifest_of(files)["listings"]
    rows = json.loads(files[f"search/{part['path']}d0.json"])
    assert [(row[0], row[4]) for row in rows[:2]] == [
        ("ar/tags/place-eg/", "3 مقالات"),
        ("en/tags/place-eg/", "3 articles"),
    ]
    assert [(document, lang) for document, _, lang in postings(files, part, "egypt")] == [(0, "ar"), (1, "en")]
    assert [document for document, _, _ in postings(files, part, "مصر")] == [0, 1, 2]


def test_an_empty_archive_has_an_empty_index() -> None:
    files = files_of()
    assert manifest_of(files)["parts"] == []


def test_the_hash_is_fnv_1a() -> None:
    assert [term_hash(term) for term in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]
