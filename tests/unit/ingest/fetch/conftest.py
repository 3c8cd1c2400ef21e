"""A site on this machine that answers as it is told, under several names, and an archive whose publishers are polled
from it. Requests go over real sockets; only the names are resolved by the test, and time is its own."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.ingest.fetch.agent import Agent
from generator.ingest.fetch.connection import Limits
from generator.ingest.fetch.courtesy import Courtesy
from generator.ingest.fetch.reach import Reach
from generator.ingest.fetch.run import Haul, Network, Order, fetch, mark_read

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
Request = http.server.BaseHTTPRequestHandler
Reply = tuple[int, Mapping[str, str], bytes] | Callable[[Request], None]


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answers with what the site has at the path; notes each request."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.requests.append((self.headers.get("Host", ""), self.path, dict(self.headers.items())))
        host = self.headers.get("Host", "").partition(":")[0]
        reply = self.site.pages.get((host, self.path), self.site.pages.get(("", self.path), (404, {}, b"")))
        if callable(reply):
            self.close_connection = True
            try:
                reply(self)
            except OSError:
                return  # the other side had enough
            return
        status, fields, body = reply
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body)), "Content-Type": "text/html"} | dict(fields)).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Site:
    """What is served, by host and path (the host may be empty), and what was asked for."""

    port: int = 0
    pages: dict[tuple[str, str], Reply] = field(default_factory=dict)
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    time: float = 1000.0

    def serve(self, path: str, body: bytes | str = b"", status: int = 200, host: str = "", **fields: str) -> None:
        """Answer at a path; `fields` are header fields, with underscores for hyphens."""
        raw = body.encode() if isinstance(body, str) else body
        self.pages[host, path] = (status, {name.replace("_", "-"): value for name, value in fields.items()}, raw)

    def perform(self, path: str, act: Callable[[Request], None], host: str = "") -> None:
        """Let `act` answer at a path."""
        self.pages[host, path] = act

    def address(self, path: str, host: str = "news.example") -> str:
        """The address of a path on the site."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, host: str | None = None) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        every = ((name, path) for name, path, _ in self.requests if path != "/robots.txt")
        return [path for name, path in every if host is None or name.partition(":")[0] == host]

    def sleep(self, seconds: float) -> None:
        """Let the site's own time pass."""
        self.slept.append(seconds)
        self.time += seconds

    def courtesy(self) -> Courtesy:
        """Patience in the site's own time."""
        return Courtesy(lambda: self.time, self.sleep)

    def agent(
        self, *allowed: str, limits: Limits | None = None, resolve: Callable[[str, int], Sequence[str]] | None = None
    ) -> Agent:
        """An agent that may ask this site under the names `allowed`, news.example where none is given."""
        places = frozenset((host, self.port) for host in allowed or ("news.example",))
        reach = Reach(places, resolve=resolve or resolve_here)
        return Agent("Sijill/test (+https://archive.example/)", reach, self.courtesy(), limits or Limits(), lambda: NOW)


def resolve_here(host: str, _port: int) -> Sequence[str]:
    """Every name leads to this machine."""
    if host.startswith("unknown"):
        raise OSError(-2, "Name or service not known")
    return ["127.0.0.1"]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""
    served = Site()
    handler = type("Handler", (_Handler,), {"site": served})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        served.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield served
        server.shutdown()


@dataclass
class Archive:
    """An archive whose publishers are polled from the site."""

    root: Path
    site: Site

    def publisher(self, text: str, name: str = "post") -> None:
        """Write a publisher's file; PORT in it stands for the site's port."""
        file = self.root / f"content/vocabulary/publishers/{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        names = f"ar: بريد {name}\nen: The {name}\n"
        file.write_text(names + text.replace("PORT", str(self.site.port)), encoding="utf-8")

    def fetch(
        self,
        *chosen: str,
        most: int = 200,
        dry_run: bool = False,
        now: datetime = NOW,
        read: bool = True,
        minutes: float = 5,
    ) -> tuple[Haul, ...]:
        """Fetch, and note what came as read; every name that ends in .example may be asked."""
        hosts = ("news.example", "www.news.example", "other.example", "busy.example", "unknown.example")
        allowed = frozenset((host, self.site.port) for host in hosts)
        order = Order("Sijill/test (+https://archive.example/)", now, chosen, allowed, most, minutes, dry_run)
        network = Network(resolve_here, Limits(silence=2, whole=5), self.site.courtesy, lambda: now)
        hauls = fetch(self.root, order, network=network)
        if read and not dry_run:
            mark_read(self.root, hauls)
        return hauls

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `sijill fetch` on the archive, in a process of its own."""
        program = "from generator.cli import main; main()"
        command = [sys.executable, "-c", program, "fetch", "--root", str(self.root), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    def state(self, folder: str = "post") -> list[str]:
        """The lines of what is remembered of a publisher."""
        file = self.root / f"content/sources/{folder}/.fetched.jsonl"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def documents(self) -> list[str]:
        """The documents stored, relative to content/sources."""
        sources = self.root / "content/sources"
        return sorted(path.relative_to(sources).as_posix() for path in sources.rglob("*.warc"))


@pytest.fixture
def archive(tmp_path: Path, site: Site) -> Archive:
    """An archive without publishers."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nsite_url: https://archive.example/\ndocs_dir: content\nplugins: [sijill]\n", encoding="utf-8"
    )
    return Archive(tmp_path, site)
