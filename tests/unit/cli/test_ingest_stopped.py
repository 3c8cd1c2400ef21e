"""`sijill ingest` that is stopped from the keyboard: what it says, and what the next run makes of what is there."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

TEXT = "The ferry to the island runs again after two months in the yard, its owner said on Friday, and the fares stay."
ROWS = 800


def sijill(archive: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from generator.cli import sijill; sijill()", "ingest", "--root", str(archive)]
    return subprocess.Popen(
        [*command, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def test_a_run_that_is_stopped_says_so_and_the_next_does_the_rest(tmp_path: Path) -> None:
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    rows = [json.dumps({"id": at, "title": f"Ferry number {at} runs again", "body": TEXT}) for at in range(ROWS)]
    (tmp_path / "content" / "sources" / "ferries.jsonl").write_text("\n".join(rows))
    run = sijill(tmp_path)
    while run.poll() is None and not any((tmp_path / "content").glob("articles/*/*/*.md")):
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    told = run.communicate()[1]
    assert run.returncode == 1
    assert told.splitlines()[-1] == "stopped: what is written is whole and stays; `sijill ingest` does the rest"
    again = sijill(tmp_path)
    again.communicate()
    assert again.returncode in (0, 1)
    assert len(list((tmp_path / "content").glob("articles/*/*/*.md"))) == ROWS
