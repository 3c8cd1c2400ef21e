"""Patience with hosts: a pause between two requests to one, and leaving alone those that ask for it or do not answer.

Shared by all threads of a run; hosts wait for nothing but their own turn.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_MOST_FAILURES = 3


@dataclass(slots=True)
class Courtesy:
    """When each host may be asked next. `clock` gives seconds that only grow, `sleep` waits so many; the default one
    wakes when all is to stop."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] | None = None
    _next: dict[str, float] = field(default_factory=dict)
    _resting: set[str] = field(default_factory=set)
    _failures: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _over: threading.Event = field(default_factory=threading.Event)

    def take_turn(self, host: str, delay: float) -> None:
        """Wait until a host may be asked; the next turn is `delay` seconds later."""
        with self._lock:
            now = self.clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + delay
        if turn > now:
            (self.sleep or self._over.wait)(turn - now)

    def pause(self, host: str, seconds: float) -> None:
        """Put off the next turn of a host, so many seconds from now."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), self.clock() + seconds)

    def leave_alone(self, host: str) -> None:
        """Ask a host for nothing more in this run."""
        with self._lock:
            self._resting.add(host)

    def stop(self) -> None:
        """Ask no host for anything any more."""
        self._over.set()

    def is_resting(self, host: str) -> bool:
        """Whether a host is not to be asked any more."""
        with self._lock:
            return host in self._resting or self._over.is_set()

    def note(self, host: str, *, answered: bool) -> None:
        """Note that a host answered or did not; after three silences in a row it is left alone."""
        with self._lock:
            self._failures[host] = 0 if answered else self._failures.get(host, 0) + 1
            if self._failures[host] >= _MOST_FAILURES:
                self._resting.add(host)
