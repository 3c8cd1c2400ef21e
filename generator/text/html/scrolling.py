"""What may be wider than a phone and scrolls within the page: tables and texts set as written.

Not for how they look (theme_overrides).
"""

from __future__ import annotations

import re

_SCROLLS = re.compile(r"<(table|pre)(?=[ >])")


def let_keys_scroll(source: str) -> str:
    """Give sanitised HTML in which what may scroll can be reached with the keyboard: WCAG 2.2, success criterion 2.1.1
    (Keyboard); browsers differ in whether they see to it themselves."""
    return _SCROLLS.sub(r'<\1 tabindex="0"', source)
