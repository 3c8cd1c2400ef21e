"""Why a page is as it is: what it is made from, and what of that has changed since the site was built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.build.engine import LoadEngine
from generator.build.key_inputs import load_inputs, short_inputs
from generator.build.manifest import Manifest, load_manifest
from generator.build.record_cache import load_records
from generator.build.workplace import Workplace
from generator.errors import MisuseError, Problem
from generator.model.article import Article, Provenance
from generator.publish.keyed import KeyedPage, Plan
from generator.publish.plan import plan_site
from generator.store.permalinks import file_path


@dataclass(frozen=True, slots=True)
class Explained:
    """One page: its address; its file, where that was published, and from where its text comes, as far as it has them;
    the names of all inputs of its key, and those that are not what they were when the site was built; `built` is False
    where the page is not in the site."""

    address: str
    source: str
    url: str
    provenance: Provenance | None
    inputs: tuple[str, ...]
    changed: tuple[str, ...]
    built: bool

    @property
    def is_current(self) -> bool:
        """Whether the next build leaves the page as it is."""
        return self.built and not self.changed


def explain_page(
    root: Path, site: Path, wanted: str, load_engine: LoadEngine, tell: Callable[[str], None]
) -> Explained:
    """Explain the page that `wanted` names: a file of the archive, an article's id, an address, or a URL of the site.

    Raises MisuseError where no page is named so, ConfigurationError where mkdocs.yml or the vocabulary is broken.
    """
    workplace = Workplace(site)
    before = load_manifest(workplace.manifest)
    engine = load_engine(root, tell)
    program = engine.digest().hex()
    loaded = engine.load(load_records(workplace.records, program), lambda _done, _all: None)
    plan = plan_site(loaded.archive)
    articles = {each.article.place: each.article for each in loaded.archive.records}
    named = next((place for place, each in articles.items() if each.id == wanted), wanted)
    page = _find(plan, named, root, loaded.archive.settings.site_url)
    if page is None:
        raise MisuseError(_unknown(wanted))
    path = file_path(page.permalink)
    then = load_inputs(workplace.inputs, path, before.pages.get(path, ""))
    return _explain(page, before, then, program, articles.get(page.source))


def _explain(
    page: KeyedPage, before: Manifest, then: Mapping[str, str], program: str, article: Article | None
) -> Explained:
    """Hold a page against what is known of it in the site; `then` are the inputs of its key when it was built."""
    now, key = short_inputs(page), before.pages.get(file_path(page.permalink))
    changed = [name for name, each in now.items() if then.get(name) != each] if key != page.key.hex() else []
    if before.engine != program:
        changed.append("program")
    return Explained(
        address=f"/{page.permalink}",
        source=page.source,
        url=(article.url or "") if article else "",
        provenance=article.provenance if article else None,
        inputs=tuple(name for name, each in now.items() if each),
        changed=tuple(changed) if key is not None else (),
        built=key is not None,
    )


def _find(plan: Plan, wanted: str, root: Path, site_url: str) -> KeyedPage | None:
    """Find the page that a person names."""
    by_source = {page.source: page for page in plan.pages if page.source}
    place = Path(wanted)
    below = place.resolve().relative_to(root.resolve()).as_posix() if _is_below(place, root) else wanted
    for name in (wanted, below):
        if name in by_source:
            return by_source[name]
    by_address: Mapping[str, KeyedPage] = {str(page.permalink): page for page in (*plan.pages, plan.not_found)}
    names = [name for address in _addresses(wanted, site_url) for name in (address, f"{address}/")]
    return next((by_address[name] for name in names if name in by_address), None)


def _addresses(wanted: str, site_url: str) -> tuple[str, ...]:
    """The addresses that an address or URL may mean: below the path at which the site lies, and as it stands.

    Any host will do: the site is served on this machine too.
    """
    path = wanted.partition("#")[0].partition("?")[0]
    if path.lower().startswith(("http://", "https://")):
        path = path.partition("://")[2].partition("/")[2]
    path = unquote(path).removeprefix("/").removesuffix("index.html")
    base = urlsplit(site_url).path.strip("/")
    below = path.removeprefix(base).removeprefix("/") if base and f"{path}/".startswith(f"{base}/") else path
    return (below, path)


def _is_below(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _unknown(wanted: str) -> Problem:
    return Problem(
        code="no-such-page",
        what="the site has no such page",
        expected="an article's file or id, an address such as /en/2025/06/02/slug/, or a URL of the site",
        found=wanted,
        cure="`sijill check` says which articles have no page, and why",
    )
