"""The table and the plot of docs/benchmarks.md, from measured values. Not for measuring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peers import HAS, HUGO

KINDS = {"cold": "everything", "one": "one article more", "none": "nothing changed"}
COLOURS = {"sijill": "#1f6f5c", "hugo": "#b3542d", "mkdocs": "#4a5a8a", "material": "#8a6a2a"}


def draw(said: dict[str, Any], docs: Path) -> None:
    """Write benchmarks.md and benchmarks.svg into the folder `docs`."""
    found = {count: each["found"] for count, each in said.items()}
    (docs / "benchmarks.svg").write_text(_plot(found), encoding="utf-8")
    lines = [
        "# Benchmarks",
        "",
        "The programs take turns on one corpus. Seconds are processor time of all processes together; ratios are to Hugo. In the",
        "column *on the clock* are the seconds that passed in the three builds: they say little on a machine that does other things.",
        f"The search index is left out of all. Hugo is release {HUGO}; MkDocs and Material are those of requirements.lock.",
        "",
        "To repeat: `make bench` (1,000 and 10,000 articles, some 30 minutes); for more, `make bench COUNTS='100000' ROUNDS=1`.",
        "",
        *(
            f"* {int(count):,} articles: {each['day']}, {_rounds(each['rounds'])}{each.get('note', '')}; {each['machine']}{_left_out(each['found'])}."
            for count, each in said.items()
        ),
        "",
        "![Processor time of a build, by number of articles](benchmarks.svg)",
        "",
        "| articles | program | "
        + " | ".join(KINDS.values())
        + " | on the clock | largest process | site | files | article page (gzip) |",
        "| --- | --- | " + "--- | " * len(KINDS) + "--- | --- | --- | --- | --- |",
    ]
    for count, peers in found.items():
        lines += [_row(int(count), peer, row, peers.get("hugo")) for peer, row in peers.items()]
    lines += ["", "What each site has:", "", *(f"* **{peer}**: {what}." for peer, what in HAS.items()), ""]
    (docs / "benchmarks.md").write_text("\n".join(lines), encoding="utf-8")


def _rounds(count: int) -> str:
    return "one round" if count == 1 else f"the median of {count} rounds"


def _left_out(found: dict[str, Any]) -> str:
    """Say which programs were not measured, so that nobody takes the table for all of them."""
    names = [peer for peer in HAS if peer not in found]
    return f"; not measured: {' and '.join(names)}" if names else ""


def _row(count: int, peer: str, row: dict[str, Any], hugo: dict[str, Any] | None) -> str:
    """One row of the table."""
    cells = [f"{row[kind]['cpu']:.2f} s" + _ratio(row, hugo, kind, peer) for kind in KINDS]
    clock = " / ".join(f"{row[kind]['wall']:.1f}" for kind in KINDS)
    peak = max(row[kind]["peak"] for kind in KINDS)
    size = f"{row['bytes'] / 1e6:,.0f} MB"
    return f"| {count:,} | {peer} | {' | '.join(cells)} | {clock} s | {peak:,.0f} MiB | {size} | {row['files']:,} | {row['page']:,} ({row['gzip']:,}) |"


def _ratio(row: dict[str, Any], hugo: dict[str, Any] | None, kind: str, peer: str) -> str:
    return "" if hugo is None or peer == "hugo" else f" ({row[kind]['cpu'] / hugo[kind]['cpu']:.2f}×)"


def _plot(found: dict[str, Any]) -> str:
    """Bars of processor time: a group for each count and kind of build."""
    bars = [
        (f"{int(count):,}, {name}", peer, row[kind]["cpu"])
        for count, peers in found.items()
        for kind, name in KINDS.items()
        for peer, row in peers.items()
    ]
    longest = max(value for _, _, value in bars)
    height, rows, last = 18, [], ""
    y = 10
    for group, peer, value in bars:
        if group != last:
            y += 14
            rows.append(f'<text x="10" y="{y + 13}" font-weight="bold">{group}</text>')
            y += height
            last = group
        width = max(1, round(value / longest * 420))
        rows.append(f'<rect x="90" y="{y}" width="{width}" height="{height - 5}" fill="{COLOURS[peer]}"/>')
        rows.append(f'<text x="84" y="{y + 11}" text-anchor="end">{peer}</text>')
        rows.append(f'<text x="{96 + width}" y="{y + 11}">{value:.2f} s</text>')
        y += height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 {y + 10}" font-family="sans-serif" font-size="12">'
        f'<title>Processor time of a build</title><rect width="620" height="{y + 10}" fill="#fff"/>{"".join(rows)}</svg>\n'
    )
