"""The processes of a run: what becomes of the others when one of them dies, and of all when the run is ended."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Problem
from generator.ingest.crew import Hands, Task, work_through
from generator.ingest.formats import NOTHING, Beside, Format
from generator.ingest.metadata import Origin
from generator.ingest.pipeline import ingest
from generator.ingest.preparing import Setting
from generator.ingest.progress import State
from generator.ingest.readers.pages.page_selectors import FindSelectors
from generator.ingest.readers.pages.saved_page import read_page
from generator.model.source import Record, SourceDocument
from generator.store.turns import take_turn
from generator.store.vocabulary import load_vocabulary

TODAY = date(2026, 11, 1)
NEWS = """The ferry to island {0} sails again after the winter
3 March 2024
The ferry to island {0} sailed again on Sunday, after workers had mended its engine for most of the winter.
The harbour office said that {0} passengers had bought tickets on the first morning alone.
"""
JOBS = 2


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of enough documents for several processes."""
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    for number in range(40):
        (sources / f"{number:02}.txt").write_text(NEWS.format(number + 100))
    return tmp_path


def files(archive: Path) -> dict[Path, bytes]:
    return {path.relative_to(archive): path.read_bytes() for path in archive.rglob("*") if path.is_file()}


def die(*_: object) -> Iterator[Record | Problem]:
    """A reader that ends its process, as the system does for want of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    yield from ()


def live(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    yield Problem("fine", document.raw.decode())


def task_of(at: int, *, deadly: bool, record: str | None = None) -> Task:
    document = SourceDocument.of(Path(f"content/sources/{at}"), str(at).encode(), "0" * 64)
    form = Format("test", is_any, die if deadly else live)
    return Task(at, Origin(document.path, "0" * 64, record=record), document, form, NOTHING)


def is_any(*_: object) -> bool:
    return True


def test_a_document_that_ends_its_process_costs_no_other(tmp_path: Path) -> None:
    setting = Setting.of(load_vocabulary(tmp_path), TODAY)
    tasks = [task_of(at, deadly=at in (3, 4, 17), record="member" if at == 4 else None) for at in range(30)]
    done = list(work_through(tasks, Hands(setting), JOBS))
    assert [each.task.at for each in done] == list(range(30))
    for at, each in enumerate(done):
        told = [problem for prepared in each.prepared for problem in prepared.problems]
        told += [each.problem] if each.problem else []
        assert [(problem.code, problem.record) for problem in told] == [
            ("process-died" if at in (3, 4, 17) else "fine", "member" if at == 4 else "")
        ]
        assert all(problem.cure for problem in told if problem.code == "process-died")


def test_processes_that_are_killed_lose_nothing(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    killed = []

    def kill(_state: State) -> None:
        if not killed:
            killed.extend(multiprocessing.active_children())
            for process in killed:
                os.kill(process.pid or 0, signal.SIGKILL)

    report = ingest(archive, today=TODAY, jobs=JOBS, progress=kill)
    assert killed
    assert {each.status.value for each in report.documents} == {"published"}
    plain = tmp_path_factory.mktemp("plain")
    for path, content in files(archive).items():
        if path.is_relative_to("content/sources") or path.name == "mkdocs.yml":
            (plain / path).parent.mkdir(parents=True, exist_ok=True)
            (plain / path).write_bytes(content)
    ingest(plain, today=TODAY, jobs=1)
    assert files(plain) == files(archive)


def children_of(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not list a process's children")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_the_run(archive: Path, how: signal.Signals) -> None:
    for number in range(1000):
        (archive / "content" / "sources" / f"more-{number}.txt").write_text(NEWS.format(number + 1000))
    command = [str(Path(sys.executable).parent / "sijill"), "ingest", "--root", str(archive), "--jobs", "2"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    children: list[int] = []
    while run.poll() is None and len(children) < JOBS:
        children = children_of(run.pid)
        time.sleep(0.01)
    run.send_signal(how)
    _, told = run.communicate(timeout=60)
    assert run.returncode != 0
    assert "Traceback" not in told
    end = time.monotonic() + 30
    while any(is_alive(each) for each in children) and time.monotonic() < end:
        time.sleep(0.01)
    assert len(children) == JOBS
    assert not any(is_alive(each) for each in children)
    assert not [path for path in archive.rglob("*") if how != signal.SIGKILL and path.name.endswith(".part")]


def test_of_two_runs_at_once_the_second_waits(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    plain = tmp_path_factory.mktemp("plain") / "archive"
    shutil.copytree(archive, plain)
    command = [str(Path(sys.executable).parent / "sijill"), "ingest", "--root"]
    with take_turn(archive, lambda: None):
        run = subprocess.Popen([*command, str(archive)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert run.stderr is not None
        assert "waits until it is done" in run.stderr.readline()
        assert not (archive / "content" / "articles").exists()
    told, _ = run.communicate(timeout=60)
    assert run.returncode == 0
    assert "40 published" in told
    both = [subprocess.Popen([*command, str(plain)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in "ab"]
    assert [each.communicate(timeout=120) and each.returncode for each in both] == [0, 0]
    assert files(plain) == files(archive)


def capture(number: int, title: str, text: str = "", day: int = 1) -> bytes:
    body = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    )
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-{day:04}-{number:012}>\r\n"
        f"WARC-Date: 2024-05-{day:02}T10:00:00Z\r\nWARC-Target-URI: https://bay.example/news/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def web_archive() -> bytes:
    """Pages, some of them captured twice, the second time as a page that is none."""
    text = "The ferry to island {0} sailed again on Sunday, after workers had mended its engine for most of {0} weeks. "
    pages = [capture(number, f"The ferry to island {number} sails", text.format(number) * 3) for number in range(60)]
    pages += [capture(number, "Just a moment...", "", day=2) for number in range(0, 60, 7)]
    pages += [
        capture(number, f"The ferry to island {number} rests", text.format(number) * 4, day=3) for number in (3, 4)
    ]
    return b"".join(pages)


def test_the_pages_of_a_web_archive_are_the_same_by_one_process_and_by_many(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    written = []
    for jobs in (1, 2, 16):
        root = tmp_path_factory.mktemp(f"jobs{jobs}")
        sources = root / "content/sources/bay"
        sources.mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: test\n")
        (sources / "bay.warc").write_bytes(web_archive())
        with zipfile.ZipFile(sources / "more.zip", "w") as packed:
            packed.writestr(
                zipfile.ZipInfo("gulf.warc"),
                web_archive().replace(b"bay.example", b"gulf.example").replace(b"ferry", b"liner"),
            )
        for number in range(30):  # enough to do for several
            (sources / f"{number}.txt").write_text(NEWS.format(number + 1000))
        report = ingest(root, today=TODAY, jobs=jobs)
        told = [(each.code, each.path, each.record) for each in report.all_problems()]
        written.append(({name: raw for name, raw in files(root).items() if ".cache" not in name.parts}, told))
    assert len([name for name in written[0][0] if name.suffix == ".md"]) == 60 + 60 + 30
    assert written[0] == written[1] == written[2]


def test_a_page_that_ends_its_process_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "content/sources/bay"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (sources / "bay.warc").write_bytes(web_archive().replace(b"The ferry to island 17 sails", b"DIE"))
    for number in range(30):
        (sources / f"{number}.txt").write_text(NEWS.format(number + 1000))

    def read(raw: bytes, **known: Any) -> Record:
        return next(die()) if b"DIE" in raw else read_page(raw, **known)  # type: ignore[return-value]

    monkeypatch.setattr("generator.ingest.formats.read_page", read)
    report = ingest(tmp_path, today=TODAY, jobs=JOBS)
    told = [(each.code, each.record) for each in report.all_problems() if each.code != "date-unknown"]
    assert ("process-died", "https://bay.example/news/17") in told
    assert report.totals()["articles"] == 59 + 30
