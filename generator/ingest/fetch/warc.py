"""One answer as a source document: a WARC file (ISO 28500) with one record, not packed, so that an editor shows it.

It holds what was asked for and when, what HTTP said, and the body byte for byte, unpacked. Not for reading WARC files
(generator.ingest.readers).
"""

from __future__ import annotations

import hashlib
import io
import re
import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.ingest.fetch.connection import Answer
from generator.store.documents import SOURCES
from generator.text.slugs import ascii_slug

_SECRET = frozenset({"set-cookie", "set-cookie2", "authorization", "www-authenticate"})
_TRANSFER = frozenset({"content-encoding", "transfer-encoding", "content-length"})


def document_path(folder: str, answer: Answer, day: date, name: str = "") -> Path:
    """Where an answer is stored, relative to the archive's root: `<folder>/<year>/<month>/<day>-<name>-<digest>.warc`.

    The name is the last part of its address that ASCII can write; the digest is of the address and the body.
    """
    path = answer.address.target.partition("?")[0]
    steps = [re.sub(r"\.[A-Za-z]{2,5}$", "", step) for step in unquote(path, errors="replace").split("/")]
    words = next((slug for step in reversed(steps) if (slug := ascii_slug(step, 40))), "")
    digest = hashlib.sha256(answer.address.text.encode() + b"\0" + answer.body).hexdigest()[:8]
    stem = "-".join(filter(None, (f"{day.day:02}", name or words or "page", digest)))
    return SOURCES / folder / f"{day.year:04}" / f"{day.month:02}" / f"{stem}.warc"


def render_warc(answer: Answer, time: datetime) -> bytes:
    """The file of an answer that came at `time`. The same answer at the same time gives the same bytes."""
    stamp = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    digest = hashlib.sha256(answer.body).hexdigest()
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{answer.address.text} {stamp} {digest}")
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    head = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), _fields(answer), protocol="HTTP/1.1")
    record = writer.create_warc_record(
        answer.address.text,
        "response",
        payload=io.BytesIO(answer.body),
        length=len(answer.body),
        warc_headers_dict={
            "WARC-Date": stamp,
            "WARC-Record-ID": f"<urn:uuid:{identity}>",
            "WARC-IP-Address": answer.number,
            "WARC-Payload-Digest": f"sha256:{digest}",
        },
        http_headers=head,
    )
    writer.write_record(record)
    return out.getvalue()


def _fields(answer: Answer) -> list[tuple[str, str]]:
    """The header fields that are kept: without what is secret, and with those that told how the body was packed under
    the names that Common Crawl gives them, since the body is not packed any more."""
    kept = []
    for name, value in answer.fields:
        low = name.lower()
        if low in _SECRET or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            continue
        plain = re.sub(r"[\x00-\x1f\x7f]+", " ", value)
        kept.append((f"X-Crawler-{name}" if low in _TRANSFER else name, plain))
    return [*kept, ("Content-Length", str(len(answer.body)))]
