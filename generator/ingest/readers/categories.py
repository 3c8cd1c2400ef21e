"""What systems of content write where an editor chose no category: WordPress's first one, in its languages.

Not for what categories become (`generator.ingest.tagging`).
"""

from __future__ import annotations

from generator.text.arabic import fold

_NONE = frozenset(
    fold(name) for name in ("uncategorized", "uncategorised", "non classé", "غير مصنف", "بدون تصنيف", "none")
)


def names_no_category(text: str) -> bool:
    """Whether a category's name or slug only says that there is none."""
    return fold(text.strip().replace("-", " ")) in _NONE
