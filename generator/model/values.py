"""How the values are declared of which a build makes hundreds of thousands.

`@value(frozen=True, slots=True)` is `@dataclass(frozen=True, slots=True)` to the type checker, which
refuses every change. At run time the class is not frozen: Python's frozen dataclasses take four times as long to be
made. It has its hash all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen, slots):
        """Give the decorator that makes such a class."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value"]
