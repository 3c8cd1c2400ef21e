"""Make a large WordPress export and read it: how long it takes, and how much memory at most.

python tests/benchmarks/wordpress_memory.py [megabytes] [folder]
"""

from __future__ import annotations

import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Problem
from generator.ingest.readers.wordpress.export import read_wordpress
from generator.model.source import SourceDocument

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>جريدة الضفة</title><link>https://dhiffa.example</link><language>ar</language><wp:wxr_version>1.2</wp:wxr_version>
"""
PARAGRAPH = (
    "افتتحت البلدية سوقا جديدا على الساحل، وقال مدير السوق إن العمل فيه يبدأ عند الفجر وينتهي قبل الغروب بساعة. "
)
IN_ENGLISH = "The town opened a new market by the sea, and its keeper says that work begins at dawn and ends an hour before dusk. "
POST = """<item><title>خبر رقم {n} عن الساحل</title><link>https://dhiffa.example/{n}/</link><dc:creator>leila</dc:creator>
<content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{n}</wp:post_id>
<wp:post_date>2025-06-02 01:30:00</wp:post_date><wp:post_date_gmt>2025-06-01 22:30:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>{picture}</wp:meta_value></wp:postmeta></item>
"""
PICTURE = """<item><title>صورة</title><excerpt:encoded><![CDATA[باب السوق]]></excerpt:encoded><wp:post_id>{n}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://dhiffa.example/{n}.jpg</wp:attachment_url></item>
"""


def posts(size: int) -> Iterator[str]:
    """An export of about `size` bytes: posts of 6 to 8 KB, one of 20 Arabic, each with a picture that stands behind it."""
    yield HEAD
    made, number = 0, 0
    bodies = ["\n\n".join([PARAGRAPH * 3] * 12), *["\n\n".join([IN_ENGLISH * 4] * 14)] * 19]
    while made < size:
        number += 2
        text = POST.format(n=number, body=bodies[number // 2 % 20], picture=number + 1) + PICTURE.format(n=number + 1)
        made += len(text.encode())
        yield text
    yield "</channel></rss>\n"


def main(megabytes: int, folder: Path) -> None:
    """Write, read, and print what was seen."""
    path = folder / "export.xml"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(posts(megabytes * 1024 * 1024))
    size = path.stat().st_size
    document = SourceDocument(Path("export.xml"), hashlib.sha256(b"").hexdigest(), size, lambda: path.open("rb"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    records = pictures = problems = 0
    for each in read_wordpress(document):
        if isinstance(each, Problem):
            problems += 1
            continue
        records += 1
        pictures += sum(block.kind == "figure" for block in each.blocks)
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{size / 1e6:.0f} MB: {records} records, {pictures} pictures, {problems} problems, {seconds:.1f} s")
    print(f"memory at most {most / 1024:.0f} MB ({before / 1024:.0f} MB before the reading)")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 256, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(own))
