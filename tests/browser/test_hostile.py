"""Law 7 in a real browser: hostile text in every field and in the body of an article shows as text and does nothing."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

CALL = "ran`{id}`"
TEXTS = {
    "element": "T <img src=x onerror={call}>",
    "escaped element": "T &lt;img src=x onerror={call}&gt;",
    "double quote": 'T" onmouseover="{call}" x="',
    "single quote": "T' autofocus onfocus='{call}' x='",
    "script end": "T</script><script>{call}</script>",
    "title end": "T</title><script>{call}</script>",
    "textarea end": "T</textarea></style></noscript><svg onload={call}>",
    "JSON break": 'T"}}]}};{call}//',
    "comment end": "T--><img src=x onerror={call}><!--",
    "CDATA end": "T]]><script>{call}</script>",
    "YAML break": 'T"\ntemplate: ../../../etc/passwd\nhide:\n  - navigation\nx: "',
    "template": "T {{{{ config }}}}{{% import os %}}${{7*7}}",
    "Markdown": "T [x](javascript:{call}) **b** `c`",
    "bidi override": "T \u202egnp.exe\u202c",
    "open isolate": "T \u2067 open",
    "control characters": "T \x01\x1b[31m\x85\u200b\ufeff end",
    "long": "T " + "\u0643\u0644\u0645\u0629 " * 400,
    "one long word": "T " + "x" * 3000,
}
BODIES = {
    "script": "<script>{call}</script>",
    "handler": "<img src=x onerror={call}>",
    "svg": "<svg><script>{call}</script></svg><svg onload={call}>",
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={call}&gt;">',
    "noscript": '<noscript><p title="</noscript><img src=x onerror={call}>">',
    "frame": '<iframe srcdoc="<script>parent.{call}</script>"></iframe>',
    "object": '<object data="data:text/html,<script>parent.{call}</script>"></object><embed src=x>',
    "form": '<form action="javascript:{call}"><input autofocus onfocus={call}><button>x</button></form>',
    "base": '<base href="https://foreign.example/"><meta http-equiv=refresh content="0;url=https://foreign.example/">',
    "style": "<style>@import url(https://foreign.example/x.css);</style><p style='position:fixed;inset:0'>x</p>",
    "image of another host": "![x](https://foreign.example/t.gif) <img srcset='https://foreign.example/t.gif 2x'>",
    "script address": "[x](javascript:{call}) <a href='java&Tab;script:{call}'>x</a> <javascript:{call}>",
    "address with a line separator": "<a href='\u2028javascript:{call}'>x</a> [y](data:text/html,{call})",
    "attribute list": "# x {{: onclick={call} }}\n\ntext\n{{: onclick={call} style=position:fixed }}",
    "snippet": '--8<-- "/etc/passwd"\n\n{{{{ config }}}}',
    "front matter in the body": "---\ntitle: taken\ntemplate: ../../../etc/passwd\n---\ntext",
    "clobbering": "<a id=__config href=x>x</a><form id=document name=body></form>",
    "unclosed": "text <!-- never closed",
    "plain text": "<plaintext>",
    "brackets": "[" * 4000,
    "nesting": "\n".join("    " * depth + "- x" for depth in range(300)),
}
FIELDS = ("title", "kicker", "description", "source", "translator", "dateline", "rights", "tag", "author", "publisher")


def _front_matter(identifier: str, field: str, value: str) -> str:
    """The front matter of one article with `value` in `field`; JSON strings are YAML strings."""

    def text(name: str, usual: str) -> str:
        return json.dumps(value if name == field else usual)

    rows = [
        f"title: {text('title', 'Report ' + identifier)}",
        'date: "2024-03-05"',
        "lang: en",
        f"source: {text('source', 'The Gazette')}",
        f"tags: [{text('tag', 'news')}]",
        f"authors: [{text('author', 'A Writer')}]",
        f"original: {{publisher: {text('publisher', 'Another Gazette')}, url: 'https://example.org/'}}",
    ]
    rows += [f"{name}: {text(name, name)}" for name in ("kicker", "description", "translator", "dateline", "rights")]
    return "---\n" + "\n".join(rows) + "\n---\n\n"


def _cases() -> Iterator[tuple[str, str, str]]:
    """Each case: its id, the text of its article, and where the payload stands."""
    number = 0
    for field in FIELDS:
        for name, payload in TEXTS.items():
            number += 1
            identifier = f"h{number:04}"
            value = payload.format(call=CALL.format(id=identifier))
            yield identifier, _front_matter(identifier, field, value) + f"mark-{identifier} text\n", f"{field}: {name}"
    for name, payload in BODIES.items():
        number += 1
        identifier = f"h{number:04}"
        body = payload.format(call=CALL.format(id=identifier))
        yield identifier, _front_matter(identifier, "", "") + f"mark-{identifier} text\n\n{body}\n", f"body: {name}"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """An archive of hostile articles, built as any other. Gives the site's folder."""
    root = tmp_path_factory.mktemp("hostile") / "archive"
    folder = root / "content" / "articles" / "en" / "2024" / "03"
    folder.mkdir(parents=True)
    shutil.copy(repository / "mkdocs.yml", root)
    shutil.copytree(repository / "theme_overrides", root / "theme_overrides")
    shutil.copytree(repository / "content" / "vocabulary", root / "content" / "vocabulary")
    for identifier, article, _where in _cases():
        (folder / f"{identifier}.md").write_text(article, encoding="utf-8")
    command = [str(Path(sys.executable).parent / "sijill"), "build", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    named = done.stdout + done.stderr
    pages = {page.read_text(encoding="utf-8") for page in (root / "site").rglob("*.html")}
    for identifier, _article, where in _cases():
        shown = any(f"mark-{identifier} " in page for page in pages)
        assert shown or f"{identifier}.md" in named, f"{identifier} ({where}) is neither on a page nor in the report"
    return root / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """The address under which the hostile site is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep silent."""

    handler = functools.partial(Quiet, directory=str(hostile_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


LIVE = r"""() => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    if (/^(iframe|object|embed|base|frame|style)$/.test(element.localName)) found.push('<' + element.localName + '>');
    for (const { name, value } of element.attributes) {
      const address = value.replace(/[\s\u0000-\u0020\u2028]/g, '');
      if (/^on./i.test(name) || name === 'style' || name === 'srcdoc') found.push(element.localName + ' ' + name);
      const scripted = /^(javascript|vbscript|data:text)/i.test(address);
      if (/^(href|src|action|data)$/.test(name) && scripted) found.push(address);
    }
  }
  return found;
}"""


def test_no_payload_runs_or_stays_armed(hostile_site: Path, hostile_address: str, browser: Any) -> None:
    """Opens every page: no payload is called, no handler or script address is in it, no other host is asked."""
    ran: dict[str, object] = {}
    asked: list[str] = []
    context = browser.new_context()
    context.add_init_script("window.calls = []; window.ran = (x) => window.calls.push(String(x));")
    opened = ""

    def gate(route: Any) -> None:
        """Answer from the site alone, and let no page lead on to another: each is judged as it stands."""
        if not route.request.url.startswith(hostile_address):
            asked.append(route.request.url)
            route.abort()
        elif route.request.is_navigation_request() and route.request.url != opened:
            route.fulfill(status=204)  # "no content": the page that asked stays
        else:
            route.continue_()

    context.route("**/*", gate)
    page = context.new_page()
    addresses = sorted(found.relative_to(hostile_site).as_posix() for found in hostile_site.rglob("*.html"))
    for address in addresses:
        opened = hostile_address + address.removesuffix("index.html")
        page.goto(opened, wait_until="load")
        found = page.evaluate("window.calls"), page.evaluate(LIVE)
        if any(found):
            ran[address] = found
    context.close()
    assert len(addresses) > len(FIELDS) * len(TEXTS)
    assert ran == {}
    assert asked == []


def test_nothing_is_written_outside_the_site(hostile_site: Path) -> None:
    """Beside mkdocs.yml, content/, theme_overrides/ and site/ the archive has no new visible file."""
    root = hostile_site.parent
    assert {path.name for path in root.iterdir() if not path.name.startswith(".")} == {
        "content",
        "mkdocs.yml",
        "site",
        "theme_overrides",
    }
