"""The preview: the site is built as it is published, served on this machine, and built again when a file changes.

What cannot be built is told, and the last good site is served on. Not for serving or watching itself (`preview`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.build.answers import Place, mount_path
from generator.build.engine import Engine, LoadEngine
from generator.build.memory import Memory, recall_engine
from generator.build.order import Built, Order, Reporter
from generator.build.preview import Preview, open_preview
from generator.build.render import build_failed
from generator.build.server import HOST, listen
from generator.build.site import build_site
from generator.errors import Problem, SijillError
from generator.store.configuration import configuration_files
from generator.store.places import content_places
from generator.store.settings import CONFIGURATION, load_settings

# Seconds of rest after which the search index is made, which takes longer than pages.
_REST = 1.0


@dataclass(frozen=True, slots=True)
class Serving:
    """What is to be served: the archive at `root` at a port, built by so many processes.

    `environment` is what `!ENV` in mkdocs.yml sees, `load_engine` brings the engine.
    """

    root: Path
    port: int
    jobs: int
    environment: Mapping[str, str]
    load_engine: LoadEngine


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told what happens: lines for people, the progress of a build, every build that made something new (with
    the problems that the one before it did not have)."""

    tell: Callable[[str], None]
    progress: Callable[[str, int, int], None]
    built: Callable[[Built], None]


@dataclass(slots=True)
class _State:
    """Where the work stands: what is in memory, the problems that were told, whether the search index is behind, what
    mkdocs.yml orders (with its bytes), and what is watched for which engine."""

    memory: Memory = field(default_factory=Memory)
    told: frozenset[Problem] = frozenset()
    search_is_due: bool = False
    ordered: tuple[bytes, Order] | None = None
    watched: tuple[Engine, tuple[Path, ...]] | None = None


class _NewsError(Exception):
    """There is something newer to be built."""


def serve_site(serving: Serving, listeners: Listeners) -> None:
    """Serve the archive until it is interrupted; only this machine can reach it.

    Raises MisuseError where the port is taken or `site_dir` is no place for a site, ConfigurationError where mkdocs.yml
    or the vocabulary is broken from the start.
    """
    state = _State()
    site = _order(serving, state).site
    with open_preview(listen(serving.port), Place(site)) as preview:
        recall_engine(state.memory, serving.root, serving.load_engine, listeners.tell)
        preview.watch(_watched(serving, state))
        _build(serving, state, listeners, listeners.progress, search=True)
        preview.show(_place(serving, state))
        state.search_is_due = True  # nothing is left to do then, but all is warm
        listeners.tell(f"Serving at http://{HOST}:{serving.port}{_place(serving, state).mount} until you press Ctrl-C.")
        while True:
            if preview.wait(_REST if state.search_is_due else None):
                _follow(serving, state, listeners, preview)
            else:
                _catch_up(serving, state, listeners, preview)


def _follow(serving: Serving, state: _State, listeners: Listeners, preview: Preview) -> None:
    """Build what has changed, all but the search index; show it where there is something new."""
    before = state.memory.mark
    done = _attempt(lambda: _build(serving, state, listeners, listeners.progress, search=False), listeners)
    if done and state.memory.mark != before:
        state.search_is_due = True
        preview.show(_place(serving, state))
    preview.watch(_watched(serving, state))


def _catch_up(serving: Serving, state: _State, listeners: Listeners, preview: Preview) -> None:
    """Make the search index; given up where something changes meanwhile."""

    def progress(step: str, done: int, every: int) -> None:
        if preview.has_news():
            raise _NewsError
        listeners.progress(step, done, every)

    state.search_is_due = False
    if state.memory.engine:
        state.memory.engine.warm()
    try:
        _attempt(lambda: _build(serving, state, listeners, progress, search=True), listeners)
    except _NewsError:
        state.search_is_due = True


def _build(
    serving: Serving, state: _State, listeners: Listeners, progress: Callable[[str, int, int], None], *, search: bool
) -> None:
    """Build the site, and tell what is new of it: pages, and problems that were not there before."""
    order = replace(_order(serving, state), search=search)
    before = state.memory.mark
    built = build_site(order, serving.load_engine, Reporter(listeners.tell, progress), memory=state.memory)
    problems = [each for each in built.problems if each.code != "changed-while-building"]  # it is built again at once
    new = tuple(each for each in problems if each not in state.told or not built.finished)
    if built.finished:
        state.told = frozenset(problems)
    if new or (built.rendered and state.memory.mark != before):
        listeners.built(replace(built, problems=new))


def _attempt(build: Callable[[], None], listeners: Listeners) -> bool:
    """Build; where that cannot be, say why and give False: the site of before is served on."""
    try:
        build()
    except _NewsError:
        raise
    except Exception as fault:  # whatever it is: the next save may mend it
        listeners.tell(str(fault.problem if isinstance(fault, SijillError) else build_failed(fault)))
        return False
    return True


def _place(serving: Serving, state: _State) -> Place:
    """Where the site lies that was built last, and below which path its pages believe to be; mkdocs.yml may be broken
    since."""
    loaded = state.memory.loaded
    order = state.ordered[1] if state.ordered else _order(serving, state)
    return Place(order.site, mount_path(loaded.archive.settings.site_url) if loaded else "/")


def _order(serving: Serving, state: _State) -> Order:
    """Give what is to be built, as `sijill build` does. Raises ConfigurationError where mkdocs.yml is broken."""
    path = serving.root / CONFIGURATION
    raw = path.read_bytes() if path.is_file() else b""
    if state.ordered is None or state.ordered[0] != raw:
        settings = load_settings(serving.root, serving.environment)
        state.ordered = raw, Order(serving.root, serving.root / settings.site_dir, serving.jobs)
    return state.ordered[1]


def _watched(serving: Serving, state: _State) -> tuple[Path, ...]:
    """The files and folders from which the site follows; while mkdocs.yml is broken, those of before too."""
    engine, last = state.memory.engine, state.watched
    if engine is None:
        return (*configuration_files(serving.root), *(last[1] if last else content_places(serving.root)))
    if last is None or last[0] is not engine:
        state.watched = engine, (*content_places(serving.root), *engine.sources())
    return state.watched[1] if state.watched else ()
