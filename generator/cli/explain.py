"""`sijill explain`."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from generator.build.engine import find_engine
from generator.build.explain import Explained, explain_page
from generator.cli.engine import load_engine
from generator.cli.options import format_option, print_json, root_option
from generator.errors import visible
from generator.model.article import Provenance, Rule
from generator.store.settings import load_settings

# What the inputs of keys are, for people.
_MEANINGS = {
    "article": "the article's fields, or the names of what it is tagged with",
    "file": "the article's own file",
    "edition": "settings, words and written pages that show on every page of its language",
    "counterpart": "its version in the other language",
    "older": "the article before it",
    "newer": "the article after it",
    "named": "articles that its file names, or of its story",
    "similar": "older articles under its tags",
    "links": "where links in its text lead",
    "listing": "the listing's name, counts and order",
    "articles": "the articles on it",
    "content": "what it shows",
    "copied": "the theme's assets, the words of its buttons, and the archive's pictures, as they are",
    "program": "the program, its libraries, the theme or mkdocs.yml",
}


@click.command()
@root_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="The site it is held against.  [default: as mkdocs.yml says, else site/]",
)
@click.argument("page")
@format_option
def explain(root: Path, site: Path | None, page: str, output: str) -> None:
    """Say what a page is made from, and what has changed since it was built.

    PAGE is an article's file or id, the document it comes from, a file of the site, an address such as
    /en/2025/06/02/slug/, or a URL of the site, also of a feed or a sitemap. Of an article it is told too from which
    document it comes, where it was published, and by which rule each of its fields was found.
    """
    place = site.absolute() if site else root / load_settings(root, os.environ).site_dir
    found = explain_page(
        root, place, page, partial(load_engine, find_engine()), lambda line: click.echo(line, err=True)
    )
    if output == "json":
        print_json(_as_json(found))
        return
    rows = [
        ("address", found.address),
        ("article", found.source),
        ("document", _document(found.provenance)),
        *(("earlier", each) for each in (found.provenance.earlier if found.provenance else ())),
        ("published", found.url),
        ("site", _state(found)),
    ]
    for name, value in rows:
        if value:
            click.echo(f"{name + ':':11}{visible(value)}")
    for rule in _rules(found):
        click.echo(f"  {visible(_in_words(rule))}")
    if found.inputs:
        click.echo("made from:")
    for name in found.inputs:
        mark = "*" if name in found.changed else " "
        click.echo(f"  {mark} {name}: {_MEANINGS.get(name, name)}")
    if "program" in found.changed:
        click.echo(f"  * program: {_MEANINGS['program']}")


def _document(provenance: Provenance | None) -> str:
    """The document with the record or the lines of it, and the day on which it was taken from the web."""
    if provenance is None:
        return ""
    record = f", record {provenance.record}" if provenance.record else ""
    lines = f", lines {provenance.lines[0]} to {provenance.lines[1]}" if provenance.lines else ""
    taken = f", taken on {provenance.taken.iso}" if provenance.taken else ""
    return f"{provenance.document}{record}{lines}{taken}"


def _rules(found: Explained) -> list[Rule]:
    rules = found.provenance.rules if found.provenance else ()
    return [rule for rule in map(Rule.parse, rules) if rule is not None]


def _in_words(rule: Rule) -> str:
    """`date: sure, by json-ld:datePublished, from 2025-06-02T10:00:00+03:00`."""
    return f"{rule.field}: {rule.sure.value}, by {rule.rule}" + (f", from {rule.raw}" if rule.raw else "")


def _state(found: Explained) -> str:
    if not found.built:
        return "not built yet"
    return "as it was built" if found.is_current else "changed since it was built (marked *)"


def _as_json(found: Explained) -> dict[str, object]:
    origin = found.provenance
    return {
        "address": found.address,
        "article": found.source or None,
        "document": origin.document if origin else None,
        "record": origin.record if origin else None,
        "lines": list(origin.lines) if origin and origin.lines else None,
        "taken": origin.taken.iso if origin and origin.taken else None,
        "earlier": list(origin.earlier) if origin else [],
        "url": found.url or None,
        "rules": list(origin.rules) if origin else [],
        "built": found.built,
        "current": found.is_current,
        "inputs": list(found.inputs),
        "changed": list(found.changed),
    }
