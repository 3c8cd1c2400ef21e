"""What the preview answers: the file of the site that a host would give for an address, and the script that makes open
pages load again. The site's files are not changed: the script is named in a page on its way to the browser.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

SCRIPT = "/livereload.js"
POLL = "/livereload/"
_NO_SITE = "There is no site yet. The terminal in which sijill serves says why.\n"
# By MIME Sniffing and the HTML standard; the system's own table of types may say anything.
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_TEXTS = ("text/", "application/xml", "application/json")
# Asks whether there is a newer site than the page's own, and waits for the answer, which comes when there is one. Only
# the page in sight asks: a browser makes but six connections to one host.
_SCRIPT_TEXT = """"use strict";
(function () {
  const own = new URL(document.currentScript.src).searchParams.get("epoch");
  let asking = null;
  async function ask() {
    const asked = new AbortController();
    asking = asked;
    while (asking === asked) {
      try {
        const answer = await fetch("/livereload/" + own, { signal: asked.signal, cache: "no-store" });
        if (answer.ok && Number(await answer.text()) > Number(own)) {
          location.reload();
          return;
        }
      } catch (fault) {
        if (asking === asked) {
          await new Promise(function (resolve) { setTimeout(resolve, 1000); });
        }
      }
    }
  }
  function look() {
    if (document.visibilityState === "visible") {
      if (asking === null) { ask(); }
    } else if (asking !== null) {
      asking.abort();
      asking = null;
    }
  }
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  addEventListener("pagehide", function () {
    if (asking !== null) { asking.abort(); asking = null; }
  });
})();
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site lies, and the path of its address below which it is served, with a slash at both ends."""

    site: Path
    mount: str = "/"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of HTTP: status, headers in order, body."""

    status: HTTPStatus
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = field(default=())


def mount_path(site_url: str) -> str:
    """Give the path of a site's address, with a slash at both ends."""
    path = urlsplit(site_url).path.strip("/")
    return f"/{path}/" if path else "/"


def find_answer(place: Place, target: str, epoch: int) -> Answer:
    """Answer the request for `target`, path and query as sent; `epoch` is the number of the site that is served.

    As static hosts do: a folder by its index.html, a folder's name without a slash by a redirect, what is not there by
    404.html. Nothing outside the site's folder is given.
    """
    raw, _, query = target.partition("?")
    path = unquote(raw, errors="surrogateescape")
    if path == SCRIPT:
        return _give(Path(path), _SCRIPT_TEXT.encode(), epoch)
    if place.mount == f"{path}/" or (path == "/" and place.mount != "/"):
        return _lead(place.mount, query)
    try:
        file = _find_file(place, path)
        if file is not None and file.is_dir():
            return _lead(f"{path}/", query) if (file / "index.html").is_file() else _lost(place, epoch)
        return _lost(place, epoch) if file is None else _give(file, file.read_bytes(), epoch)
    except (OSError, ValueError):
        return _lost(place, epoch)


def _find_file(place: Place, path: str) -> Path | None:
    """The file, there or not, that stands for a path; None where it would lie outside the site."""
    if not path.startswith(place.mount):
        return None
    *folders, name = path.removeprefix(place.mount).split("/")
    if {"", ".", ".."}.intersection(folders) or name in (".", "..") or "\\" in path:
        return None
    file = place.site.joinpath(*folders, name or "index.html")
    return file if file.resolve().is_relative_to(place.site.resolve()) else None


def _give(file: Path, content: bytes, epoch: int, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Give a file; a page with the script in it."""
    if file.suffix == ".html":
        content = add_script(content, epoch)
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    written = f"{kind}; charset=utf-8" if kind.startswith(("text/", *_TEXTS)) else kind
    return Answer(status, content, (("Content-Type", written),))


def _lead(address: str, query: str) -> Answer:
    """Lead to another address; without a host, and never beginning with two slashes, which would be one."""
    goal = "/" + quote(address, errors="surrogateescape").lstrip("/") + (f"?{query}" if query else "")
    return Answer(HTTPStatus.FOUND, headers=(("Location", goal),))


def _lost(place: Place, epoch: int) -> Answer:
    """Say that an address leads nowhere, by the site's own page where there is a site."""
    page = place.site / "404.html"
    try:
        return _give(page, page.read_bytes(), epoch, HTTPStatus.NOT_FOUND)
    except OSError:
        return _give(Path("none.txt"), _NO_SITE.encode(), epoch, HTTPStatus.NOT_FOUND)


def add_script(page: bytes, epoch: int) -> bytes:
    """Name the script at the end of a page's body: from the page's own host, as the pages' policy asks."""
    head, end, rest = page.rpartition(b"</body>")
    script = b'<script src="%b?epoch=%d"></script>' % (SCRIPT.encode(), epoch)
    return b"".join((head, script, end, rest)) if end else page + script
