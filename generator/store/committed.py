"""Earlier texts of a file from the history that Git keeps of it: in a fresh clone nothing else remembers them.

Read only, and only where there is such a history; not for what is kept in content/ itself (`earlier`).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST = 200
_SECONDS = 20
_LARGEST = 1 << 24


def committed_texts(root: Path, place: str) -> Iterator[str]:
    """The texts of the file at `place` below `root` as they were committed, the newest first; none without Git."""
    listed = _git(root, "log", f"--max-count={_MOST}", "--format=%H", "--", place)
    for commit in (listed or "").split():
        text = _git(root, "show", f"{commit}:./{place}")
        if text is not None:
            yield text


def _git(root: Path, *arguments: str) -> str | None:
    """What Git says; None where it is not there, takes too long, or knows nothing."""
    command = ["git", "-C", str(root), "--no-pager", "--literal-pathspecs", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603  no shell
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    if done.returncode or len(done.stdout) > _LARGEST:
        return None
    try:
        return done.stdout.decode()
    except UnicodeDecodeError:
        return None
