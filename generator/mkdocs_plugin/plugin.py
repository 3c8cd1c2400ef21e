"""The plugin: MkDocs' events in the order in which they happen, each a few lines that call upon the rest.

It computes nothing about pages; `plan_site` does. It needs nothing from mkdocs.yml but its own options.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment, FileSystemLoader, Template
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from pathspec.gitignore import GitIgnoreSpec
from pymdownx.slugs import slugify  # type: ignore[import-untyped]  # it publishes no types

from generator.errors import Problem, SijillError
from generator.mkdocs_plugin.assets import exclude_all, picture_files, theme_assets
from generator.mkdocs_plugin.compiled import CompiledTemplates
from generator.mkdocs_plugin.environment import CONTENT_SECURITY_POLICY, page_context, prepare, shared_context
from generator.mkdocs_plugin.page_writer import PageWriter
from generator.mkdocs_plugin.pages import SijillPage, page_file
from generator.mkdocs_plugin.report import log_problems
from generator.mkdocs_plugin.theme import all_folders, find_words_folder, own_folders
from generator.model.language import Language
from generator.model.page import PageKind
from generator.publish.keyed import KeyedPage
from generator.publish.plan import Archive, plan_site
from generator.publish.reading import Loaded, markdown_reader, read_records
from generator.publish.records import Record
from generator.store.pages import load_written_pages
from generator.store.permalinks import file_path
from generator.store.redirects import load_redirects
from generator.store.settings import Surroundings, parse_settings
from generator.store.stamps import FileDigests
from generator.store.vocabulary import digest_vocabulary, load_vocabulary
from generator.store.words import load_words
from generator.text.words import Words

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.sijill")

Result = TypeVar("Result")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook for subclasses has no types
    """Nothing for MkDocs to judge: the store reads our options, with file, line and cure for what is wrong."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the pages, to be rendered by itself; `copies` says whether it brings the files that are copied, and
    `not_found` is the page for lost addresses where the slice brings that."""

    pages: tuple[KeyedPage, ...]
    copies: bool
    not_found: KeyedPage | None


class SijillPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """One build of one archive, or of the slice of it that is set as `slice`."""

    def __init__(self) -> None:
        self.serving = False
        self.options: dict[str, Any] = {}
        self.words: dict[Language, Words] = {}
        self.problems: list[Problem] = []
        self.folders: list[str] = []
        self.slice: Slice | None = None
        self.not_found: KeyedPage | None = None
        self.tell: Callable[[], None] = lambda: None
        self.compiled = CompiledTemplates()
        self._templates: list[str] = []
        self._excluded: GitIgnoreSpec | None = None
        self._docs_dir = ""
        self._environment = Environment(autoescape=True)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Take the options as they are; the store judges them and says what is wrong, with its cure."""
        _ = config_file_path
        self.options = dict(options)
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether pages are served while they are written: the live reload of MkDocs is an inline script."""
        _ = dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the theme, and leave MkDocs nothing to do that the plan does."""
        self.problems = []
        custom = config.theme.custom_dir
        self.folders = _or_stop(lambda: own_folders(custom))
        if config.theme.dirs != self.folders:  # not yet: MkDocs keeps the plugin for one configuration after another
            self._templates = all_folders(self.folders, config.theme.dirs, custom)
        config.theme.static_templates = {"404.html"} if self.slice is None or self.slice.not_found else set()
        config.use_directory_urls = True
        config.nav = None
        if self.slice is None:
            self._excluded, self._docs_dir = config.exclude_docs, config.docs_dir
        config.exclude_docs = exclude_all()
        # Readable ids for Arabic headings; the default of the extension makes _1, _2 of them.
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify(case="lower"))
        # Links in articles came from outside, or lead to pages that MkDocs does not know: no warning for each.
        links = config.validation.links
        links.not_found = links.absolute_links = links.unrecognized_links = links.anchors = logging.DEBUG
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from listing every file of a theme's folders as one to copy: Material's thousands of icons are
        none. Other plugins that are set up before may want its templates."""
        config.theme.dirs = self.folders

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what is planned: the whole site, or the slice."""
        if self.slice is not None:
            self.not_found = self.slice.not_found
            copied = self._copied(files, config) if self.slice.copies else []
            return Files([*copied, *(page_file(page, config) for page in self.slice.pages)])
        loaded = _or_stop(lambda: self.load(config))
        plan = plan_site(loaded.archive)
        self.problems += [*loaded.problems, *plan.problems]
        self.not_found = plan.not_found
        planned = [page_file(page, config) for page in plan.pages]
        made = [
            File.generated(config, each.path, content=each.content, inclusion=InclusionLevel.NOT_IN_NAV)
            for each in plan.files()
        ]
        return Files([*self._copied(files, config), *planned, *made])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make templates escape, and give them our filters; find them in all folders, compiled where they are."""
        _ = config, files
        env.loader, env.bytecode_cache = FileSystemLoader(self._templates), self.compiled
        self._environment = prepare(env, self.words, self._csp)
        return self._environment

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give a page's template its one typed object."""
        _ = config, nav
        if isinstance(page, SijillPage):
            planned = page.planned
            context.update(shared_context(planned.frame.lang, self.words, self._csp))
            context.update(page_context(planned.frame, planned.view, page.body))
            if page.problem:
                self.problems.append(page.problem)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Forget what a page showed; it is written next."""
        _ = config
        if isinstance(page, SijillPage):
            page.forget()
            self.tell()
        return output

    def print_pages(self, pages: Iterable[KeyedPage], out: Path) -> None:
        """Print pages that show nothing but their plan, after MkDocs has built what it has to: the very bytes that its
        own way through each page would give (docs/adr/0017)."""
        templates: dict[PageKind, Template] = {}
        shared = {each: shared_context(each, self.words, self._csp) for each in Language}
        writer = PageWriter(str(out))
        for keyed in pages:
            page = keyed.plan()
            frame = page.frame
            template = templates.get(frame.kind)
            if template is None:
                template = templates[frame.kind] = self._environment.get_template(f"{frame.kind}.html")
                template.globals = dict(template.globals)  # looked through for every page
            try:
                html = template.render(shared[frame.lang], **page_context(frame, page.view, page.html))
            except Exception:
                log.error("Error building page '%s'", page.source or frame.permalink)
                raise
            writer.write(file_path(frame.permalink), html.encode("utf-8", "xmlcharrefreplace"))
            self.tell()

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give 404.html, which MkDocs renders without a page, the same."""
        _ = template_name, config
        if self.not_found is not None:
            lost = self.not_found.plan()
            context.update(shared_context(lost.frame.lang, self.words, self._csp))
            context.update(page_context(lost.frame, lost.view, ""))
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tell what was wrong; who asked for a slice asks for its problems too."""
        _ = config
        if self.slice is None:
            log_problems(self.problems)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a template changes too; MkDocs watches content and mkdocs.yml itself."""
        _ = config, builder
        for folder in self.folders:
            server.watch(folder)
        return server

    @property
    def _csp(self) -> str:
        return "" if self.serving else CONTENT_SECURITY_POLICY

    def load(
        self,
        config: MkDocsConfig,
        known: Mapping[str, Record] | None = None,
        tell: Callable[[int, int], None] = lambda _done, _all: None,
        before: Loaded | None = None,
        digests: FileDigests | None = None,
    ) -> Loaded:
        """Load everything the site is made from, and note what of it cannot be used.

        `known` are records of before (`read_records`), `before` what this process has loaded before, `digests` those of
        files that it has read. Raises ConfigurationError where the settings, the words or the vocabulary are broken.
        """
        root = Path(config.config_file_path).parent
        # Folders are left out: MkDocs gives them with the place of the archive on this machine, and no page shows them.
        around = Surroundings(config.site_url or "", config.site_name)
        settings = parse_settings(self.options, around)
        locales = find_words_folder(self.folders)
        self.words = {each: Words(each, load_words(locales, each), settings.numerals) for each in Language}
        named = digest_vocabulary(root)
        same = before is not None and before.vocabulary == named
        vocabulary = before.archive.vocabulary if before and same else load_vocabulary(root)
        read = read_records(root, known, tell, before.read if before else None, digests)
        written, written_problems = load_written_pages(root)
        redirects, redirect_problems = load_redirects(root)
        reader = markdown_reader(root, read)
        archive = Archive(read.records, written, vocabulary, settings, self.words, reader, redirects)
        return Loaded(archive, read, (*read.problems, *written_problems, *redirect_problems), named)

    def _copied(self, files: Files, config: MkDocsConfig) -> list[File]:
        """Give the files that are copied as they are."""
        assets = theme_assets(files, self.folders, self.words, config)
        return [*assets, *picture_files(self._docs_dir, self._excluded, config)]


def _or_stop(step: Callable[[], Result]) -> Result:
    """Take a step of which the build cannot do without; a fault that stops it is told once, without a traceback."""
    try:
        return step()
    except SijillError as fault:
        raise PluginError(str(fault.problem)) from None
