"""The weight of a site: every file in one part, and a division into years that keeps each site small enough."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.build.assemble import scan
from generator.build.times import keep_times
from generator.build.workplace import Workplace
from generator.checks.budget import Home, check_budget, divide, find_problem, say_size
from generator.checks.duration import BuildTimes
from generator.checks.parts import Part, PartName, name_part, weigh_parts
from generator.cli import sijill
from generator.errors import MisuseError, Severity

NAMES = {
    "ar/2025/06/02/1f0c9a7e/index.html": "articles ar 2025",
    "en/2025/06/slug/index.html": "articles en 2025",
    "en/2025/slug/index.html": "articles en 2025",
    "en/undated/slug/index.html": "articles en undated",
    "en/2025/index.html": "listings by date en 2025",
    "en/2025/06/index.html": "listings by date en 2025",
    "en/2025/06/page/12/index.html": "listings by date en 2025",
    "en/undated/page/1/index.html": "listings by date en undated",
    "en/tags/topic-1/index.html": "listings by topic en",
    "en/tags/person-a/page/2/index.html": "listings by person en",
    "en/tags/heritage/index.html": "listings by free tag en",
    "en/tags/index.html": "listings by free tag en",
    "ar/sources/a/index.html": "listings by source ar",
    "ar/index.html": "other pages ar",
    "ar/feed.xml": "other pages ar",
    "ar/2025": "other pages ar",
    "search/2025-0123456789/d0.json": "search index 2025",
    "search/undated-0123456789/d0.json": "search index undated",
    "search/listings-0123456789/d0.json": "search index",
    "search/manifest.json": "search index",
    "media/2025/a.png": "pictures",
    "assets/a.css": "assets",
    "sitemap.xml": "sitemap",
    "sitemap-2025.xml": "sitemap 2025",
    "sitemap-2025-2.xml": "sitemap 2025",
    "sitemap-pages.xml": "sitemap",
    "index.html": "other pages",
    "ar": "other pages",
    "old/place/index.html": "other pages",
}


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_every_file_has_its_part(path: str, name: str) -> None:
    assert str(name_part(path)) == name


def test_parts_of_a_site_are_all_of_it(built_site: Path) -> None:
    files = dict(scan(built_site))
    parts = weigh_parts(files.items())
    assert sum(part.size for part in parts) == sum(files.values())
    assert sum(part.files for part in parts) == len(files)
    assert [part.size for part in parts] == sorted((part.size for part in parts), reverse=True)
    pages = sum(path.startswith(("ar/20", "en/20", "ar/un", "en/un")) for path in files)
    assert pages == sum(part.files for part in parts if part.name.kind in ("articles", "listings by date"))


def weights(**sizes: int) -> list[Part]:
    """Parts by year; `shared` is what belongs to none."""
    return [Part(PartName("articles", "ar", year.strip("y").replace("shared", "")), 1, n) for year, n in sizes.items()]


def test_a_site_with_room_is_not_divided() -> None:
    budget = check_budget(weights(shared=10, y2024=70), 100)
    assert budget.split == ()
    assert find_problem(budget, Path("site")) is None


def test_from_four_fifths_on_it_is_told_and_above_the_limit_it_is_an_error() -> None:
    nearly = find_problem(check_budget(weights(shared=10, y2023=40, y2024=40), 100), Path("site"))
    over = find_problem(check_budget(weights(shared=10, y2022=40, y2023=30, y2024=40), 100), Path("site"))
    assert nearly
    assert over
    assert (nearly.severity, over.severity) == (Severity.WARNING, Severity.ERROR)
    assert "keep 2024 in this repository (50 bytes), and 2023 in another (50 bytes)" in nearly.cure
    assert "keep 2023 to 2024 in this repository (80 bytes), and 2022 in another (50 bytes)" in over.cure


def test_the_undated_stay_with_the_newest() -> None:
    homes = divide(weights(shared=10, undated=20, y2022=30, y2023=30, y2024=30), 100)
    assert homes == (Home(("undated", "2024"), 60), Home(("2023", "2022"), 70))


@pytest.mark.parametrize("sizes", [{"shared": 120, "y2024": 1}, {"y2024": 120, "y2023": 1}, {"undated": 200}])
def test_what_years_do_not_divide_is_said(sizes: dict[str, int]) -> None:
    problem = find_problem(check_budget(weights(**sizes), 100), Path("site"))
    assert problem
    assert "years alone do not divide it" in problem.cure
    assert "articles ar" in problem.cure


@given(
    st.dictionaries(st.integers(1990, 2030), st.integers(0, 60), max_size=20), st.integers(0, 20), st.integers(0, 20)
)
def test_a_division_has_every_year_once_and_is_small_enough(years: dict[int, int], shared: int, undated: int) -> None:
    parts = weights(shared=shared, undated=undated, **{f"y{year}": size for year, size in years.items()})
    homes = divide(parts, 100)
    assert sorted(each for home in homes for each in home.years) == sorted([*map(str, years), "undated"])
    assert all(home.size <= 100 for home in homes)
    assert sum(home.size for home in homes) == sum(part.size for part in parts) + shared * (len(homes) - 1)


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (123_456_789, "123 MB")]
)
def test_sizes_for_people(size: int, said: str) -> None:
    assert say_size(size) == said


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An archive with a site of two years, 1.6 MB."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [sijill]\n")
    for path in ("index.html", "ar/2024/a/index.html", "ar/2025/a/index.html"):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(b"x" * (800_000 if "20" in path else 10))
    return tmp_path


@pytest.mark.parametrize(("limit", "code", "word"), [("3", 0, ""), ("2", 0, "warning:"), ("1", 1, "error:")])
def test_exit_codes(site: Path, limit: str, code: int, word: str) -> None:
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site), "--limit", limit])
    assert done.exit_code == code
    assert word in done.stderr
    assert bool(word) == bool(done.stderr)
    assert done.stdout.splitlines()[0].split() == ["800", "kB", "1", "files", "50.0%", "articles", "ar", "2024"]
    assert "in 3 files" in done.stdout


def test_json_says_it_all(site: Path) -> None:
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site), "--limit", "1", "--format", "json"])
    said = json.loads(done.stdout)
    assert (said["bytes"], said["files"], said["limit"]) == (1_600_010, 3, 1_000_000)
    assert said["split"] == [{"years": ["2025"], "bytes": 800_010}, {"years": ["2024"], "bytes": 800_010}]
    assert said["problems"][0]["code"] == "site-too-large"


def test_a_build_that_was_not_timed_is_no_problem(site: Path) -> None:
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site)])
    assert done.exit_code == 0
    assert "No build of this site has been timed here" in done.stdout


@pytest.mark.parametrize(
    ("seconds", "rendered", "code", "word"),
    [(30.0, 2, 0, ""), (50.0, 2, 0, "warning:"), (70.0, 2, 1, "error:"), (70.0, 0, 1, "error:")],
)
def test_the_time_of_builds_is_held_against_its_limit(
    site: Path, seconds: float, rendered: int, code: int, word: str
) -> None:
    workplace = Workplace(site / "site")
    workplace.folder.mkdir()
    keep_times(workplace.times, BuildTimes({"read": 1.0, "render": seconds}, rendered, 2, 2))
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site), "--time", "1"])
    assert done.exit_code == code
    assert word in done.stderr
    assert bool(word) == bool(done.stderr)
    assert f"The last build made {rendered} of 2 pages" in done.stdout
    assert ("From nothing it would take about" in done.stdout) is bool(rendered)
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site), "--time", "1", "--format", "json"])
    said = json.loads(done.stdout)["time"]
    assert (said["limit"], said["last"]["seconds"]) == (60, seconds + 1)
    assert (said["from_nothing"] is not None) is bool(rendered)


def test_no_site_is_misuse(site: Path) -> None:
    done = CliRunner().invoke(sijill, ["budget", "--root", str(site), "--site", str(site / "content")])
    assert isinstance(done.exception, MisuseError)
