"""A whole site, built aside and put in its place in one step: whatever fails, the site of before stands as it was."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.build.engine import Outcome, configuration_refused, run_engine
from generator.errors import ConfigurationError, MisuseError, Problem, Severity

_OLD = "old"
_NEW = "new"


@dataclass(frozen=True, slots=True)
class Built:
    """A build that has come to its end: the site, how many pages it has, and what was wrong on the way.

    `finished` is False where there is no new site; `problems` then say why.
    """

    site: Path
    finished: bool
    pages: int = 0
    problems: tuple[Problem, ...] = field(default=())


def build_site(root: Path, site: Path, tell: Callable[[str], None], engine: str | None = None) -> Built:
    """Build the archive at `root` into `site`, which is replaced only when all is done.

    `engine` is one of `engine.ENGINES`; without it, the first of them that is installed.

    Raises MisuseError where `site` is no place for a site, ConfigurationError where mkdocs.yml or the vocabulary is
    broken.
    """
    check_place(root, site)
    site.parent.mkdir(parents=True, exist_ok=True)
    _recover(site)
    with tempfile.TemporaryDirectory(prefix=f"{_prefix(site)}{os.getpid()}-", dir=site.parent) as aside:
        new = Path(aside) / _NEW
        report = Path(f"{new}.problems.json")
        report.touch()
        outcome = run_engine(["build", "--site-dir", str(new)], root, tell, engine=engine)
        told = _read_report(report)
        _stop_if_refused(outcome, told)
        problems = tuple(_problem(each) for each in told.get("problems", ()))
        if outcome.code != 0 or not (new / "index.html").is_file():
            return Built(site, finished=False, problems=(*problems, _failed(outcome)))
        swap(new, site, Path(aside) / _OLD)
        return Built(site, finished=True, pages=int(told.get("pages", 0)), problems=problems)


def check_place(root: Path, site: Path) -> None:
    """Check that `site` may be replaced: it is empty, missing or a site, and holds nothing of the archive.

    Raises MisuseError, for a folder that is replaced loses all it had.
    """
    place = site.resolve()
    precious = root.resolve() == place or place in root.resolve().parents or place.is_relative_to(root / "content")
    occupied = place.exists() and (not place.is_dir() or (any(place.iterdir()) and not _is_site(place)))
    if precious or occupied:
        raise MisuseError(
            Problem(
                code="no-place-for-site",
                what=f"the site cannot be built into {site}",
                expected="a folder that is empty, missing, or holds a site",
                found="the archive itself" if precious else "something else",
                cure="name another folder with --site, or empty this one yourself",
            )
        )


def swap(new: Path, site: Path, old: Path) -> None:
    """Put `new` where `site` is; `old` is where the site of before goes. On failure the site of before comes back.

    Another build may finish in the same moment: its site is then the one of before.
    """
    while True:
        with suppress(FileNotFoundError):
            site.rename(old)
        try:
            new.rename(site)
        except OSError as fault:
            if fault.errno in (errno.ENOTEMPTY, errno.EEXIST):
                shutil.rmtree(old, ignore_errors=True)
                continue
            if old.exists():
                old.rename(site)
            raise
        return


def _recover(site: Path) -> None:
    """Undo a build that was killed between the two renames, and clear away what killed builds left."""
    for aside in sorted(site.parent.glob(f"{_prefix(site)}*")):
        if _is_running(aside.name.removeprefix(_prefix(site)).partition("-")[0]):
            continue
        if not site.exists() and _is_site(aside / _OLD):
            (aside / _OLD).rename(site)
        shutil.rmtree(aside, ignore_errors=True)


def _prefix(site: Path) -> str:
    """How the folders are named in which `site` is built; the number of the building process follows."""
    return f".{site.name}.build-"


def _is_running(number: str) -> bool:
    """Whether the process of that number still runs, on this machine."""
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _is_site(folder: Path) -> bool:
    """Whether a folder holds a finished site."""
    return all((folder / name).is_file() for name in ("index.html", "404.html", "robots.txt"))


def _read_report(report: Path) -> dict[str, Any]:
    """Read what the plugin told; nothing where it did not come so far."""
    text = report.read_text(encoding="utf-8")
    told = json.loads(text) if text else {}
    return told if isinstance(told, dict) else {}


def _stop_if_refused(outcome: Outcome, told: dict[str, Any]) -> None:
    """Raise ConfigurationError where the engine or the plugin cannot use what is configured."""
    if told.get("stopped"):
        raise ConfigurationError(_problem(told["stopped"]))
    if outcome.code != 0 and not told and outcome.is_configuration:
        raise configuration_refused(outcome)
    if outcome.code == 0 and not told:
        raise ConfigurationError(_no_plugin())


def _no_plugin() -> Problem:
    """Say that the engine built something without ever calling the plugin."""
    return Problem(
        code="no-plugin",
        what="mkdocs.yml does not use the plugin sijill, so MkDocs cannot build the archive's pages",
        path=Path("mkdocs.yml"),
        expected="`plugins:` with `- sijill`",
        found="other plugins, or none",
        cure="add it, as in the program's own mkdocs.yml",
    )


def _failed(outcome: Outcome) -> Problem:
    """Say that the engine failed, in its own words."""
    return Problem(
        code="build-failed",
        what="the site was not built; the one of before stands as it was",
        expected="MkDocs to come to its end",
        found=outcome.complaint or f"it ended with code {outcome.code} and said nothing",
        cure="run `mkdocs build --verbose` for everything MkDocs has to say",
    )


def _problem(told: dict[str, Any]) -> Problem:
    """Give a problem as the plugin told it."""
    path = told.get("path")
    return Problem(
        code=told["code"],
        what=told["what"],
        path=Path(path) if path else None,
        line=told.get("line"),
        expected=told.get("expected", ""),
        found=told.get("found", ""),
        cure=told.get("cure", ""),
        severity=Severity(told["severity"]),
    )
