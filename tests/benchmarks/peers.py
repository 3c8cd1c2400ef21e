"""The sites that are measured: ours, Hugo's, plain MkDocs' and tuned Material's, each set up to show the same things of one corpus.

Every site has a page an article (title, date, source, tags, link to the version in the other language, text), a listing
for each month, tag and front, and a feed and a sitemap where the program makes them. What differs stands in `HAS`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
YEARS = range(2015, 2025)
HUGO = "0.168.0"  # the release that is measured; MkDocs and Material are those of requirements.lock

HAS = {
    "sijill": "pages, fronts, listings by year, month, tag and source in pages of 100, neighbours, related articles, "
    "JSON-LD, two feeds with whole texts, a sitemap with alternates; the search index apart",
    "hugo": "pages, fronts, listings by year, month and tag (each on one page), two feeds, a sitemap; no neighbours, no "
    "related articles, no sources, no JSON-LD, no search",
    "mkdocs": "pages and a sitemap from one lean template; no listings, tags or feeds, no link to the other language, no search",
    "material": "Material for MkDocs, tuned: its pages without a navigation of all of them, and a sitemap; no listings, tags "
    "or feeds, no link to the other language, no search",
}


def set_up(peer: str, folder: Path) -> None:
    """Write what `peer` needs beside the corpus in `folder`."""
    {"sijill": _sijill, "hugo": _hugo, "mkdocs": _mkdocs, "material": _material}[peer](folder)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")


def _sijill(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "content/vocabulary", folder / "content/vocabulary")
    _write(
        folder / "mkdocs.yml",
        "site_name: Archive\nsite_url: https://example.org/archive/\ndocs_dir: content\nplugins: [sijill]\n",
    )


def _hugo(folder: Path) -> None:
    _write(
        folder / "hugo.toml",
        """
baseURL = "https://example.org/archive/"
title = "Archive"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
[languages.en]
contentDir = "content/en"
weight = 1
[languages.ar]
contentDir = "content/ar"
weight = 2
[taxonomies]
tag = "tags"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 50
""",
    )
    for lang in ("ar", "en"):
        for year in YEARS:
            _write(folder / f"content/{lang}/{year}/_index.md", f'---\ntitle: "{year}"\n---\n')
            for month in range(1, 13):
                _write(
                    folder / f"content/{lang}/{year}/{month:02}/_index.md", f'---\ntitle: "{year}-{month:02}"\n---\n'
                )
    years = "".join(f'<a href="{{{{ "{year}/" | relLangURL }}}}">{year}</a>\n' for year in YEARS)
    _write(
        folder / "layouts/baseof.html",
        """
<!doctype html>
<html lang="{{ .Site.Language.Lang }}" dir="{{ if eq .Site.Language.Lang "ar" }}rtl{{ else }}ltr{{ end }}">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
</head><body><header><a href="{{ "" | relLangURL }}">{{ site.Title }}</a><nav>
"""
        + years
        + """<a href="{{ "tags/" | relLangURL }}">Tags</a>
{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}
</nav></header><main>{{ block "main" . }}{{ end }}</main><footer><p>{{ site.Title }}</p></footer></body></html>
""",
    )
    _write(
        folder / "layouts/page.html",
        """
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time> {{ .Params.source }}</p>
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ .Content }}</article>{{ end }}
""",
    )
    listing = """
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range %s }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{ end }}</ul>{{ end }}
"""
    _write(folder / "layouts/home.html", listing % "first 30 .Site.RegularPages")
    for name in ("section", "taxonomy", "term"):
        _write(folder / f"layouts/{name}.html", listing % ".Pages")


def _material(folder: Path) -> None:
    _write(
        folder / "mkdocs.yml",
        "site_name: Archive\nsite_url: https://example.org/archive/\nplugins: []\nnav: [index.md]\n"
        "theme: {name: material, font: false}\nvalidation: {nav: {omitted_files: info}}\n",
    )
    _write(folder / "docs/index.md", "# Archive\n")


def _mkdocs(folder: Path) -> None:
    _write(
        folder / "mkdocs.yml",
        "site_name: Archive\nsite_url: https://example.org/archive/\nplugins: []\nnav: [index.md]\n"
        "theme: {name: null, custom_dir: theme}\nvalidation: {nav: {omitted_files: info}}\n",
    )
    _write(folder / "docs/index.md", "# Archive\n")
    _write(
        folder / "theme/main.html",
        '<!doctype html>\n<html><head><meta charset="utf-8"><title>{{ page.title }}</title></head>'
        "<body><h1>{{ page.title }}</h1>{{ page.content }}</body></html>\n",
    )
