"""Which engine renders: the one that is installed, or the one that is asked for."""

from __future__ import annotations

from typing import Any

# Puts nothing in the place of MkDocs, as ProperDocs puts itself, but leaves a trace of having been loaded.
OTHER_ENGINE = """\
import pathlib
pathlib.Path(__file__).with_name("started").touch()
"""


def test_the_engine_that_is_asked_for_is_started(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    package = archive.write("packages/properdocs/__init__.py", "").parent
    archive.write("packages/properdocs/replacement.py", OTHER_ENGINE)
    sites = []
    for engine in ("mkdocs", "properdocs"):
        command = ("sijill", "build", "--site", engine, "--engine", engine)
        done = archive.run(*command, PYTHONPATH=str(package.parent))
        assert done.returncode == 0, done.stderr
        assert (package / "started").exists() == (engine == "properdocs")
        site = archive.root / engine
        sites.append({file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()})
    assert sites[0] == sites[1]


def test_an_engine_that_is_not_there(archive: Any) -> None:
    """No package of that name can be found where the folder before all others on the path hides it."""
    archive.write("packages/sitecustomize.py", "import sys\nsys.modules['properdocs'] = None\n")
    done = archive.run("sijill", "build", "--engine", "properdocs", PYTHONPATH=str(archive.root / "packages"))
    assert done.returncode == 2
    assert "properdocs is not installed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (archive.root / "site").exists()


def test_an_engine_that_does_not_exist(archive: Any) -> None:
    done = archive.run("sijill", "build", "--engine", "another")
    assert done.returncode == 2
    assert "properdocs" in done.stderr


def test_another_unicode_makes_every_page_anew(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    archive.write("packages/sitecustomize.py", "import unicodedata\nunicodedata.unidata_version = '99.0.0'\n")
    archive.run("sijill", "build")
    counts = []
    for title in ("Two", "Three"):
        archive.article("en/2025/06/one.md", title=title)
        path = {"PYTHONPATH": str(archive.root / "packages")} if title == "Three" else {}
        said = archive.run("sijill", "build", **path).stdout.split()
        counts.append((int(said[0]), int(said[4])))
    assert counts[0][0] > counts[0][1]
    assert counts[1][0] == counts[1][1]
