"""The only package that imports MkDocs: hands it the planned pages, and each template one typed object."""

from generator.mkdocs_plugin.plugin import SijillPlugin

__all__ = ["SijillPlugin"]
