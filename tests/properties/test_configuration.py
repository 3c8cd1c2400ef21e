"""Whatever stands in a file of content/ or in mkdocs.yml: it is read, or it is a problem; the program never breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.content import check_content

FRAGMENTS = (
    "- ", "id: ", "medtop:11000000", "ar: ", "en: ", "x", "س", "{", "}", "[", "]", ", ", "\n", "\n  ", ": ", "#", '"',
    "'", "&a ", "*a", "!ENV ", "!!python/name:os.system ", "| ", "> ", "? ", "null", "from: ", "to: ", "title: ",
    "---\n", "plugins:\n", "  - sijill:\n", "      name: ", "page_size: ", "5", "names: ", "broader: ", "<<: ", "\t",
    "\x00", "\x85", "\ufeff", "%YAML 1.1\n", "...\n", "place/LY", "date: ", "lang: ", "2025-06-02",
    "site: ", "fetch: ", "labels: ", "versions:\n  - valid_until: ", "selectors: {body: ", "feeds: [https://[",
)  # fmt: skip
FILES = (
    "mkdocs.yml",
    "content/vocabulary/topics.yml",
    "content/vocabulary/places.yml",
    "content/vocabulary/publishers.yml",
    "content/vocabulary/publishers/post.yml",
    "content/redirects.yml",
    "content/pages/en/about.md",
    "content/articles/en/one.md",
    "content/sources/set-aside.yml",
    "theme_overrides/locales/ar.yml",
)
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join)
contents = st.one_of(texts.map(str.encode), st.binary(max_size=60))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), contents, max_size=4))
def test_any_files_at_all_can_be_checked(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        report = check_content(root, date(2026, 1, 1))
        assert list(report.problems) == sorted(report.problems, key=lambda problem: (problem.path or Path()).as_posix())
        for problem in report.problems:
            assert problem.what
