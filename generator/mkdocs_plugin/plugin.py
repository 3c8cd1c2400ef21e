"""The plugin: MkDocs' events in the order in which they happen, each a few lines that call upon the rest.

It computes nothing about pages; `plan_site` does. It needs nothing from mkdocs.yml but its own options.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from pymdownx.slugs import slugify  # type: ignore[import-untyped]  # it publishes no types

from generator.errors import Problem, SijillError
from generator.mkdocs_plugin.assets import exclude_all_but_media, keep_assets
from generator.mkdocs_plugin.environment import CONTENT_SECURITY_POLICY, page_context, prepare
from generator.mkdocs_plugin.pages import SijillPage, page_file
from generator.mkdocs_plugin.report import tell_problems, tell_stop
from generator.mkdocs_plugin.theme import all_folders, find_words_folder, own_folders
from generator.model.language import Language
from generator.publish.keyed import Plan
from generator.publish.plan import Archive, plan_site
from generator.publish.reading import markdown_reader, read_records
from generator.store.pages import load_written_pages
from generator.store.redirects import load_redirects
from generator.store.settings import Surroundings, parse_settings
from generator.store.vocabulary import load_vocabulary
from generator.store.words import load_words
from generator.text.words import Words

Result = TypeVar("Result")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook for subclasses has no types
    """Nothing for MkDocs to judge: the store reads our options, with file, line and cure for what is wrong."""


class SijillPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """One build of one archive."""

    def __init__(self) -> None:
        self.serving = False
        self.options: dict[str, Any] = {}
        self.words: dict[Language, Words] = {}
        self.problems: list[Problem] = []
        self.folders: list[str] = []
        self.plan: Plan | None = None

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
        self.folders = _or_stop(config, lambda: own_folders(custom))
        config.theme.dirs = all_folders(self.folders, config.theme.dirs, custom)
        config.theme.static_templates = {"404.html"}
        config.use_directory_urls = True
        config.nav = None
        config.exclude_docs = exclude_all_but_media(config.exclude_docs)
        # Readable ids for Arabic headings; the default of the extension makes _1, _2 of them.
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify(case="lower"))
        # Links in articles came from outside, or lead to pages that MkDocs does not know: no warning for each.
        links = config.validation.links
        links.not_found = links.absolute_links = links.unrecognized_links = links.anchors = logging.DEBUG
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what is planned."""
        root = Path(config.config_file_path).parent
        archive = _or_stop(config, lambda: self._load(root, config))
        self.plan = plan_site(archive)
        self.problems += self.plan.problems
        docs_dir = Path(config.docs_dir)
        planned = [page_file(page, _below(root / page.source, docs_dir), config) for page in self.plan.pages]
        made = [
            File.generated(config, each.path, content=each.content, inclusion=InclusionLevel.NOT_IN_NAV)
            for each in self.plan.files()
        ]
        return Files([*keep_assets(files, self.folders, config.docs_dir), *planned, *made])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make templates escape, and give them our filters."""
        _ = config, files
        return prepare(env)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give a page's template its one typed object."""
        _ = config, nav
        if isinstance(page, SijillPage):
            planned = page.planned
            context.update(page_context(planned.frame, planned.view, page.body, self.words), csp=self._csp)
            if page.problem:
                self.problems.append(page.problem)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Forget what a page showed; it is written next."""
        _ = config
        if isinstance(page, SijillPage):
            page.forget()
        return output

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give 404.html, which MkDocs renders without a page, the same."""
        _ = template_name, config
        if self.plan is not None:
            lost = self.plan.not_found.plan()
            context.update(page_context(lost.frame, lost.view, "", self.words), csp=self._csp)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tell what was wrong."""
        tell_problems(self.problems, config.site_dir, len(self.plan.pages) if self.plan else 0)

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

    def _load(self, root: Path, config: MkDocsConfig) -> Archive:
        """Load everything the site is made from, and note what of it cannot be used."""
        around = Surroundings(config.site_url or "", config.site_name, config.site_dir, config.theme.custom_dir or "")
        settings = parse_settings(self.options, around)
        locales = find_words_folder(self.folders)
        self.words = {each: Words(each, load_words(locales, each), settings.numerals) for each in Language}
        read = read_records(root)
        written, written_problems = load_written_pages(root)
        redirects, redirect_problems = load_redirects(root)
        self.problems += [*read.problems, *written_problems, *redirect_problems]
        vocabulary = load_vocabulary(root)
        reader = markdown_reader(root, {record.article.path: record for record in read.records})
        return Archive(read.records, written, vocabulary, settings, self.words, reader, redirects)


def _or_stop(config: MkDocsConfig, step: Callable[[], Result]) -> Result:
    """Take a step of which the build cannot do without; a fault that stops it is told once, without a traceback."""
    try:
        return step()
    except SijillError as fault:
        tell_stop(fault.problem, config.site_dir)
        raise PluginError(str(fault.problem)) from None


def _below(path: Path, folder: Path) -> str:
    """The path relative to `folder`, or empty where it is not below it."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) and path != folder else ""
