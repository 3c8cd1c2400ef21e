"""Planned pages as MkDocs knows pages: their source, template and title come from the plan, never from their text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.errors import Problem
from generator.mkdocs_plugin.bodies import finish_body, show_as_written, time_limit
from generator.model.page import Permalink, PlannedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Below docs_dir; generated pages have no file there and get a name of their own, out of reach of any link.
_GENERATED = ".generated"


class SijillPage(Page):
    """One planned page. `problem` is set where its body could not be rendered."""

    def __init__(self, planned: PlannedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(planned.frame.head.title, file, config)
        self.planned = planned
        self.problem: Problem | None = None

    def read_source(self, _config: MkDocsConfig) -> None:
        """Take the body from the plan. MkDocs would look for front matter at its head, which may be anybody's text."""
        self.markdown = self.planned.markdown
        self.meta = {"template": f"{self.planned.frame.kind}.html", "title": self.planned.frame.head.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the body and make it safe. Whatever goes wrong, the page shows the text and the build goes on."""
        if not self.planned.markdown.strip():
            self.content = ""
            return
        try:
            with time_limit():
                super().render(config, files)
            self.content = finish_body(self.content or "", self.planned.frame.lang)
        except Exception as fault:  # Python-Markdown raises anything at all on hostile text, RecursionError first
            self.content = show_as_written(self.planned.markdown)
            self.problem = _cannot_render(self.planned, fault)


def page_file(planned: PlannedPage, source: str, config: MkDocsConfig) -> File:
    """Give the file that MkDocs writes a planned page to. `source` is the page's file below docs_dir, or empty.

    The source's name lets links between files (`../06/other.md`, `../../media/picture.png`) find their target.
    """
    name = source or f"{_GENERATED}/{planned.frame.permalink.strip('/') or 'root'}.md"
    file = File.generated(config, name, content=planned.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = destination(planned.frame.permalink)
    SijillPage(planned, file, config)
    return file


def destination(permalink: Permalink) -> str:
    """The path below site_dir at which a page is written."""
    return f"{permalink}index.html" if not permalink or permalink.endswith("/") else str(permalink)


def _cannot_render(planned: PlannedPage, fault: Exception) -> Problem:
    """Say that a body is shown as its own text."""
    return Problem(
        code="body-cannot-be-rendered",
        what=f"the text breaks Markdown ({type(fault).__name__}); the page shows it as it is written",
        path=Path(planned.source),
        expected="a text that Markdown can turn into a page",
        found=str(fault)[:200],
        cure="simplify the text; look for runs of brackets, deep nesting or broken addresses",
    )
