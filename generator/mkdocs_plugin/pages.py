"""Planned pages as MkDocs knows pages: their source, template and title come from the plan, never from their text."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.errors import Problem
from generator.mkdocs_plugin.bodies import finish_body, show_as_written, time_limit
from generator.model.page import PlannedPage
from generator.publish.keyed import KeyedPage
from generator.store.permalinks import file_path
from generator.text.markdown import check_cost

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Below docs_dir; generated pages have no file there and get a name of their own, out of reach of any link.
_GENERATED = ".generated"


class SijillPage(Page):
    """One page of the plan. `problem` is set where a written page's body could not be rendered.

    What the page shows is planned when its template asks for it and forgotten when it is written (`forget`): MkDocs
    holds all pages of a build at once, and a large archive's would not fit.
    """

    def __init__(self, keyed: KeyedPage, file: File, config: MkDocsConfig) -> None:
        self._keyed = keyed
        self._planned: PlannedPage | None = None
        super().__init__(str(keyed.permalink), file, config)
        self.problem: Problem | None = None

    @property
    def planned(self) -> PlannedPage:
        """All that the page shows."""
        if self._planned is None:
            self._planned = self._keyed.plan()
        return self._planned

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """What MkDocs would have read at the head of a file: here, which template shows the page."""
        return {"template": f"{self.planned.frame.kind}.html"}

    @meta.setter
    def meta(self, _value: MutableMapping[str, Any]) -> None:
        """Take nothing from MkDocs, which sets an empty one."""

    @property
    def body(self) -> str:
        """The body's HTML."""
        return self.planned.html or self.content or ""

    def _set_canonical_url(self, base: str | None) -> None:
        """Leave it to the plan, which knows the address; MkDocs would work it out for every page."""
        _ = base
        self.canonical_url = None

    def forget(self) -> None:
        """Forget what the page shows."""
        self._planned = None

    def read_source(self, _config: MkDocsConfig) -> None:
        """Take a written page's body from the plan; MkDocs would look for front matter at its head."""
        self.markdown = self.planned.markdown if self._keyed.written else ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render a written page's body and make it safe. Whatever goes wrong, the page shows the text as it is."""
        self.content = ""
        if not self._keyed.written:
            return
        markdown = self.planned.markdown
        try:
            reason = check_cost(markdown)
            if reason:
                raise ValueError(f"it {reason}")
            with time_limit():
                super().render(config, files)
            self.content = finish_body(self.content or "", self.planned)
        except Exception as fault:  # Python-Markdown raises anything at all on hostile text, RecursionError first
            self.content = show_as_written(markdown)
            self.problem = _cannot_render(self.planned, fault)


def page_file(keyed: KeyedPage, config: MkDocsConfig) -> File:
    """Give the file that MkDocs writes a page to."""
    name = f"{_GENERATED}/{keyed.permalink.strip('/') or 'root'}.md"
    place, included = file_path(keyed.permalink), InclusionLevel.NOT_IN_NAV
    file = _PageFile(name, None, config.site_dir, use_directory_urls=True, dest_uri=place, inclusion=included)
    file.content_string = ""
    SijillPage(keyed, file, config)
    return file


class _PageFile(File):
    """The file of a planned page: at the name it is given."""

    @property
    def src_path(self) -> str:
        """As MkDocs has it."""
        return self.src_uri

    @src_path.setter
    def src_path(self, value: str) -> None:
        """Take the name as it is: it has forward slashes already, on every system."""
        self.src_uri = value


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
