"""Progress of long work, on one line that is written over; nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

_STEPS = {"read": "reading articles", "render": "rendering pages"}
_EVERY = 0.2  # seconds


@dataclass(slots=True)
class _State:
    """The step that is shown, when it began and when it was last shown, in seconds of a clock that only goes on."""

    step: str = ""
    began: float = 0.0
    shown: float = 0.0


def show_progress(output: str) -> Callable[[str, int, int], None]:
    """Give the function that shows (step, done, all) with rate and time left on a terminal; `output` is the format."""
    if output == "json" or not sys.stderr.isatty():
        return lambda _step, _done, _all: None
    state = _State()

    def show(step: str, done: int, every: int) -> None:
        now = time.monotonic()
        if step != state.step:
            state.step, state.began = step, now
        if done < every and now - state.shown < _EVERY:
            return
        state.shown = now
        took = now - state.began
        left = took / done * (every - done) if done else 0.0
        text = f"{_STEPS.get(step, step)}: {done:,} of {every:,}"
        if took > 1 and done:
            text += f", {done / took:,.0f} a second, {left:,.0f} s left"
        sys.stderr.write(f"\r\033[K{text}" if done < every else "\r\033[K")
        sys.stderr.flush()

    return show
