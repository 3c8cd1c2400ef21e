"""Why a page or file is as it is: what it is made from, and what of that has changed since the site was built."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.build.engine import LoadEngine
from generator.build.key_inputs import load_inputs, short_inputs
from generator.build.manifest import COPIED, Manifest, load_manifest
from generator.build.record_cache import load_records
from generator.build.workplace import Workplace
from generator.errors import MisuseError, Problem
from generator.model.article import Article, Provenance
from generator.publish.keyed import KeyedPage, Plan
from generator.publish.plan import plan_site
from generator.store.permalinks import file_path

_DOCUMENTS = "content/sources"
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Explained:
    """One page, or another file of the site: its address; the file of its text, where that was published, and from
    where the text comes, as far as it has them; the names of all inputs of its key, and those that are not what they
    were when the site was built; `built` is False where it is not in the site."""

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
    """Explain the page that `wanted` names: a file of the archive, a document of which one article comes, a file of the
    site, an article's id, an address, or a URL of the site. Of a file that is no page, such as a feed, it is told
    whether it is copied or made of many articles, and whether that has changed.

    Raises MisuseError where no page is named so, or several are; ConfigurationError where mkdocs.yml or the vocabulary
    is broken.
    """
    workplace = Workplace(site)
    before = load_manifest(workplace.manifest)
    engine = load_engine(root, tell)
    program = engine.digest().hex()
    loaded = engine.load(load_records(workplace.records, program), lambda _done, _all: None)
    plan = plan_site(loaded.archive)
    articles = {each.article.place: each.article for each in loaded.archive.records}
    named = next((place for place, each in articles.items() if each.id == wanted), wanted)
    names = _names(named, root, site)
    page = _find(plan, _from_document(names, articles) or names, loaded.archive.settings.site_url)
    if page is None:
        addresses = _all_addresses(names, loaded.archive.settings.site_url)
        file = _explain_file(addresses, plan, before, program, engine.digest_copied())
        if file is None:
            raise MisuseError(_no_page(wanted))
        return file
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


def _names(wanted: str, root: Path, site: Path) -> tuple[str, ...]:
    """What a person may mean: the name as it stands, and as a file, its place below the archive and below the site."""
    names, folders = [wanted], [root.resolve(), site.resolve()]
    for place in (Path(wanted).resolve(), (root / wanted).resolve()):
        names += [place.relative_to(each).as_posix() for each in folders if place.is_relative_to(each)]
    return tuple(dict.fromkeys(names))


def _find(plan: Plan, names: Sequence[str], site_url: str) -> KeyedPage | None:
    """Find the page that a person names."""
    by_source = {page.source: page for page in plan.pages if page.source}
    for name in names:
        if name in by_source:
            return by_source[name]
    by_address: Mapping[str, KeyedPage] = {str(page.permalink): page for page in (*plan.pages, plan.not_found)}
    addresses = _all_addresses(names, site_url)
    found = (by_address.get(name) for address in addresses for name in (address, f"{address}/"))
    return next((page for page in found if page is not None), None)


def _from_document(names: Sequence[str], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Give the place of the article that comes from a document, nothing where no document is named. Raises MisuseError
    where it is not one article."""
    document = next((name for name in names if name.startswith(f"{_DOCUMENTS}/")), None)
    if document is None:
        return ()
    found = sorted(place for place, each in articles.items() if _comes_from(each, document))
    if len(found) != 1:
        raise MisuseError(_several(document, found))
    return (found[0],)


def _comes_from(article: Article, document: str) -> bool:
    origin = article.provenance
    return origin is not None and document in (origin.document, *origin.earlier)


def _all_addresses(names: Sequence[str], site_url: str) -> list[str]:
    """The addresses that any of several names may mean."""
    return [address for name in names for address in _addresses(name, site_url)]


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


def _several(document: str, found: Sequence[str]) -> Problem:
    """Say that a document is not that of one article."""
    count = f"{len(found):,} articles come" if found else "no article comes"
    return Problem(
        code="not-one-article",
        what=f"{count} from the document",
        path=Path(document),
        expected="a document from which one article comes",
        found=", ".join(found[:_MOST_NAMED]) + (" and others" if len(found) > _MOST_NAMED else "") or "none",
        cure="name one of the articles" if found else "`sijill ingest` reads it, `sijill status` counts what is read",
    )


def _explain_file(
    addresses: Sequence[str], plan: Plan, before: Manifest, program: str, copied: bytes
) -> Explained | None:
    """Explain a file of the site that is no page; None where no address is that of one. `copied` is the digest of all
    files that are copied as they are."""
    keys = {group.name: group.key.hex() for group in plan.derived} | {COPIED: copied.hex()}
    by_file = {path: (name, group.key) for name, group in before.groups.items() for path in group.files}
    path = next((each for each in addresses if each in by_file), None)
    if path is None:
        return None
    name, key = by_file[path]
    made = COPIED if name == COPIED else "content"
    changed = [
        each for each, same in ((made, keys.get(name) == key), ("program", before.engine == program)) if not same
    ]
    return Explained(f"/{path}", "", "", None, (made,), tuple(changed), built=True)


def _no_page(wanted: str) -> Problem:
    return Problem(
        code="no-such-page",
        what="the site has no such page",
        expected="an article's file or id, an address such as /en/2025/06/02/slug/, or a URL of the site",
        found=wanted,
        cure="`sijill check` says which articles have no page, and why",
    )
