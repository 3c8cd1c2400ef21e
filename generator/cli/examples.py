"""One example or a few of every verb, as its help and docs/cli.md show them.

Not for what the verbs do: that stands with each of them.
"""

from __future__ import annotations

_EXAMPLES = {
    "fetch": ("sijill fetch --dry-run", "sijill fetch al-marsad"),
    "ingest": ("sijill ingest", "sijill ingest content/sources/al-marsad"),
    "review": (
        "sijill review",
        "sijill review --ask",
        "sijill review 1f0c9a7e",
        'sijill review 1f0c9a7e --set date=2025-06-02 --note "from the printed edition"',
        "sijill review 1f0c9a7e --accept authors",
        'sijill review "content/sources/monitor.zip#2019/404.html" --refuse',
    ),
    "check": ("sijill check", "sijill check --format json"),
    "new": ('sijill new "Port of Misrata reopens" --date 2025-06-02 --source al-marsad --tag place/LY',),
    "plan": ("sijill plan --jobs 8 --format json > plan.json",),
    "assemble": ("sijill assemble --plan plan.json slice-1 slice-2 slice-3",),
    "compare": ("sijill compare site from-nothing",),
    "explain": (
        "sijill explain content/articles/en/2025/06/port-of-misrata-reopens-1f0c9a7e.md",
        "sijill explain /en/2025/06/",
    ),
}


def examples_of(verb: str) -> tuple[str, ...]:
    """Command lines that show a verb; the bare verb where that is all there is to show."""
    return _EXAMPLES.get(verb, (f"sijill {verb}",))
