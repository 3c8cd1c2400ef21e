"""MkDocs as the build's engine: loaded once, then run on slices of the pages, in this process or in forks of it.

Only the command line's wiring imports this; a build knows it as `generator.build.engine.Engine`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from unicodedata import unidata_version

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files

from generator.errors import ConfigurationError, Problem
from generator.mkdocs_plugin.assets import digest_copied
from generator.mkdocs_plugin.compiled import compile_templates
from generator.mkdocs_plugin.plugin import SijillPlugin, Slice
from generator.mkdocs_plugin.template_faults import find_template_fault
from generator.mkdocs_plugin.theme import find_templates
from generator.publish.keyed import KeyedPage
from generator.publish.reading import Loaded
from generator.publish.records import Record
from generator.store.configuration import configuration_files, engine_refused
from generator.store.stamps import FileDigests

_PROGRAM = Path(__file__).resolve().parent.parent
# Whatever of these changes may change any page.
_LIBRARIES = (
    "babel",
    "cmarkgfm",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "properdocs",
    "pymdown-extensions",
)


class MkDocsEngine:
    """One archive as MkDocs sees it.

    Raises ConfigurationError where MkDocs cannot use mkdocs.yml or does not find the plugin in it.
    """

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self._root = root
        self._said = _listen(tell)
        self._config = self._load_config()
        plugin = self._config.plugins.get("sijill")
        if not isinstance(plugin, SijillPlugin):
            raise ConfigurationError(_no_plugin())
        self._plugin = plugin
        self._docs_dir = self._config.docs_dir
        plugin.on_startup(command="build", dirty=False)
        plugin.on_config(self._config)
        self._files = (*configuration_files(root), *(Path(root, name) for name in self._config.hooks))
        self._digests = FileDigests()
        self._program = self._digest_program()
        self._sources = self._digest_sources()

    def load(
        self,
        known: Mapping[str, Record],
        tell: Callable[[int, int], None],
        before: Loaded | None = None,
        digests: FileDigests | None = None,
    ) -> Loaded:
        """Load everything the site is made from; `known` are the records of before, `before` is what this process has
        loaded before, `digests` are those of files that it has read."""
        return self._plugin.load(self._config, known, tell, before, digests)

    def warm(self) -> None:
        """Compile the templates, so that no process that is forked from this one needs to."""
        env = self._plugin.on_env(self._config.theme.get_env(), config=self._config, files=Files([]))
        compile_templates(env, self._plugin.folders)

    def is_current(self) -> bool:
        """Whether what the engine was loaded from is as it was."""
        return self._digest_sources() == self._sources

    def sources(self) -> tuple[Path, ...]:
        """The files and folders that the engine was loaded from: configuration, hooks, theme."""
        return (*self._files, *map(Path, self._plugin.folders))

    def digest(self) -> bytes:
        """The digest of all that may change any page, as it was when the engine was loaded: configuration, theme,
        program, the libraries' versions."""
        return sha256(self._program + self._sources).digest()

    def has_others(self) -> bool:
        """Whether others than this program have a say in the site: another plugin, or a hook."""
        return len(self._config.plugins) > 1 or bool(self._config.hooks)

    def digest_copied(self) -> bytes:
        """The digest of the files that are copied into the site as they are."""
        return digest_copied(self._plugin.folders, self._docs_dir, self._digests)

    def _digest_program(self) -> bytes:
        # What is a letter, and how it is composed, is told by the Unicode that comes with Python.
        found = sha256(repr([unidata_version, *((name, _described(name)) for name in _LIBRARIES)]).encode())
        found.update(repr(_list_installed() if self.has_others() else []).encode())
        found.update(repr((self._plugin.options, self._config.site_url, self._config.site_name)).encode())
        for path in sorted(_PROGRAM.rglob("*.py")):
            found.update(f"{path.name}\0".encode() + sha256(path.read_bytes()).digest())
        return found.digest()

    def _digest_sources(self) -> bytes:
        """Digest configuration, hooks and templates, by their places in the archive: it may be in any folder."""
        found = sha256()
        named = [(os.path.relpath(path, self._root), path) for path in self._files]
        for number, folder in enumerate(self._plugin.folders):
            named += [(f"{number}/{path.relative_to(folder)}", path) for path in find_templates(folder)]
        for name, path in named:
            raw = path.read_bytes() if path.is_file() else b""
            found.update(f"{name}\0".encode("utf-8", "surrogateescape") + sha256(raw).digest())
        return found.digest()

    def render(
        self,
        pages: Sequence[KeyedPage],
        out: Path,
        *,
        not_found: KeyedPage | None,
        copies: bool,
        tell: Callable[[], None],
    ) -> list[Problem]:
        """Render pages into the folder `out`, with the page for lost addresses and the copied files where asked.

        `tell` is told of each page. Gives the problems met. Raises ConfigurationError where a template is broken,
        MkDocsException or OSError where it cannot go on.
        """
        plugin, config = self._plugin, self._config
        alone = self._is_alone()
        by_mkdocs = tuple(page for page in pages if page.written or not alone)
        plugin.slice, plugin.tell = Slice(by_mkdocs, copies, not_found), tell
        config.site_dir = str(out)
        # MkDocs walks the whole content for files of its own; ours come from the plan.
        config.docs_dir = str(out.with_name("nothing"))
        Path(config.docs_dir).mkdir(exist_ok=True)
        try:
            build(config)
            if alone:
                plugin.print_pages((page for page in pages if not page.written), out)
        except Exception as fault:
            problem = find_template_fault(fault, plugin.folders, self._root)
            if problem is None:
                raise
            raise ConfigurationError(problem) from fault
        return plugin.problems

    def _is_alone(self) -> bool:
        """Whether nothing but this program has a say in its pages: no other plugin, no hook, no template over ours."""
        return not self.has_others() and len(self._plugin.folders) == 1

    def _load_config(self) -> MkDocsConfig:
        try:
            return load_config(config_file=str(self._root / "mkdocs.yml"))
        except (Abort, MkDocsException) as fault:
            raise ConfigurationError(engine_refused(self._said.errors() or str(fault))) from None


class _Listener(logging.Handler):
    """Hears what MkDocs says: tells warnings, keeps errors for the message when it stops."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell
        self._errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one record."""
        if record.levelno >= logging.ERROR:
            self._errors.append(record.getMessage())
        else:
            self._tell(f"WARNING -  {record.getMessage()}")

    def errors(self) -> str:
        """All errors so far, in one paragraph."""
        return " ".join(" ".join(each.split()) for each in dict.fromkeys(self._errors))


def _listen(tell: Callable[[str], None]) -> _Listener:
    """Hear what either engine says."""
    listener = _Listener(tell)
    for name in ("mkdocs", "properdocs"):
        logger = logging.getLogger(name)
        for other in [each for each in logger.handlers if isinstance(each, _Listener)]:
            logger.removeHandler(other)  # of an engine that this one takes the place of
        logger.addHandler(listener)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    return listener


def _described(library: str) -> str | None:
    """What an installed library says of itself, its version among it; None where it is not installed. To have the
    version told, this would be parsed as an e-mail, by a library that takes as long to load as a page to render."""
    try:
        return metadata.distribution(library).read_text("METADATA")
    except metadata.PackageNotFoundError:
        return None


def _list_installed() -> list[str]:
    """The names and versions of everything that is installed, among which other plugins are."""
    return sorted({folder.name for path in sys.path for folder in Path(path).glob("*.dist-info")})


def _no_plugin() -> Problem:
    """Say that the configuration does not name the plugin."""
    return Problem(
        code="no-plugin",
        what="mkdocs.yml does not use the plugin sijill, so MkDocs cannot build the archive's pages",
        path=Path("mkdocs.yml"),
        expected="`plugins:` with `- sijill`",
        found="other plugins, or none",
        cure="add it, as in the program's own mkdocs.yml",
    )
