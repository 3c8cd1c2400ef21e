"""A body on its way to the page: Markdown rendered within a limit of time, its HTML made safe, tokens isolated.

A body that still breaks here is shown as it was written, and the site is built all the same.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from generator.model.page import PlannedPage
from generator.publish.links import resolve_links
from generator.text.html import as_shown, escape, let_keys_scroll, sanitise_html, show_unclosed

# Seconds of the processor's time, not of the clock's: a busy machine must not change what is published. Sound articles
# take some milliseconds; what is known to stall Markdown is refused before without measuring time (`check_cost`).
TIME_LIMIT = 20.0


def finish_body(html: str, page: PlannedPage) -> str:
    """Give the HTML that Markdown made of a written page, safe, its links leading to pages, and what is in another
    language marked."""
    safe = resolve_links(sanitise_html(show_unclosed(html)), dict(page.targets), page.frame.permalink)
    return as_shown(safe, page.frame.lang)


def show_as_written(markdown: str) -> str:
    """Give a body that cannot be rendered as its own text."""
    return let_keys_scroll(f"<pre>{escape(markdown)}</pre>")


@contextmanager
def time_limit(seconds: float = TIME_LIMIT) -> Iterator[None]:
    """Raise TimeoutError in the block when it has used so much processor time.

    Only the main thread of a POSIX system can be interrupted; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End what is running."""
    raise TimeoutError("the text took too long to render")
