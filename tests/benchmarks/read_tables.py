"""What reading a table of articles costs, by itself: CPU and the most memory held, for each format of table.

    .venv/bin/python tests/benchmarks/read_tables.py [--articles 10000] [--work .cache/bench]

The tables are made of sentences in both languages, six paragraphs an article, a third of them with signs that need
mending. Each format is read in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("json", "wrapped.json", "jsonl", "csv", "html.json")
SENTENCES = {
    "ar": [
        "قالت إدارة الميناء إن العمل عاد إلى الرصيف الشرقي صباح اليوم", "وأضاف المتحدث أن السفن الثلاث أفرغت حمولتها",
        "ويتوقع التجار أن تنخفض الأسعار في الأسبوع المقبل", "وكانت الأمطار قد أغلقت الطريق الساحلي يومين",
        "ودعت البلدية السكان إلى الابتعاد عن مجرى الوادي", "وشارك في الاجتماع ممثلون عن سبع مدن",
    ],
    "en": [
        "The harbour office said that work had resumed on the eastern quay", "Three ships unloaded before noon",
        "Traders expect prices to fall next week", "Rain had closed the coastal road for two days",
        "The town asked people to keep away from the river bed", "Seven cities sent their representatives",
    ],
}  # fmt: skip


def articles(count: int) -> Iterator[dict[str, str]]:
    """Articles of some 2,000 letters, alternately in both languages."""
    chance = random.Random(7)  # noqa: S311  the same tables every time
    for number in range(count):
        lang = "ar" if number % 2 else "en"
        paragraphs = [". ".join(chance.choices(SENTENCES[lang], k=5)) + "." for _ in range(6)]
        if number % 3 == 0:
            paragraphs[2] = paragraphs[2].replace("ال", "الـ", 1).replace(" ", "\u00a0", 2) + " \u200f"
        yield {
            "id": str(number), "url": f"https://example.org/{number}", "title": chance.choice(SENTENCES[lang]),
            "author": "منى سالم" if lang == "ar" else "Mona Salem", "source": "Bahr", "tags": "sea, ships",
            "published_at": f"2024-05-{1 + number % 28:02}T10:00:00Z", "crawled_at": "2024-06-01", "views": "7",
            "body": "\n".join(paragraphs),
        }  # fmt: skip


def write(path: Path, count: int) -> None:
    """Write a table in the format that the file's name says."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = articles(count)
        if path.name.endswith("csv"):
            first = next(rows)
            writer = csv.DictWriter(out, list(first))
            writer.writeheader()
            writer.writerow(first)
            writer.writerows(rows)
            return
        opening, between, closing = ("", "\n", "\n") if path.name.endswith("jsonl") else ("[", ",\n", "]")
        if "wrapped" in path.name:
            opening, closing = '{"data": {"items": [', "]}}"
        out.write(opening)
        for number, row in enumerate(rows):
            if "html" in path.name:
                row["body"] = "".join(f"<p>{line}</p>" for line in row["body"].split("\n"))
            out.write((between if number else "") + json.dumps(row, ensure_ascii=False))
        out.write(closing)


def measure(path: Path) -> dict[str, float]:
    """Read a table in this process; CPU in seconds, memory in MB, before and at most."""
    from generator.ingest.readers.tables.csv_table import read_csv_table
    from generator.ingest.readers.tables.json_table import read_json_lines, read_json_table
    from generator.model.source import Record, SourceDocument

    reader = {".csv": read_csv_table, ".jsonl": read_json_lines}.get(path.suffix, read_json_table)
    document = SourceDocument(Path("content/sources/x") / path.name, "0", path.stat().st_size, lambda: path.open("rb"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    records = sum(isinstance(each, Record) for each in reader(document))
    cpu = time.process_time() - start
    return {
        "records": records,
        "cpu": cpu,
        "before": before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Write the tables, read each in its own process, print a line for each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench")
    options.add_argument("--measure", type=Path)
    given = options.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return
    given.work.mkdir(parents=True, exist_ok=True)
    print(f"{'format':14} {'MB':>6} {'records':>8} {'CPU s':>7} {'ms each':>8} {'MB at start':>12} {'MB at most':>11}")
    for name in FORMATS:
        path = given.work / f"table.{name}"
        write(path, given.articles)
        found = json.loads(subprocess.check_output([sys.executable, __file__, "--measure", str(path)]))
        each = 1000 * found["cpu"] / max(found["records"], 1)
        print(
            f"{name:14} {path.stat().st_size / 1e6:6.1f} {found['records']:8} {found['cpu']:7.2f} {each:8.3f} "
            f"{found['before']:12.0f} {found['peak']:11.0f}"
        )
        path.unlink()


if __name__ == "__main__":
    main()
