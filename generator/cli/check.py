"""`sijill check`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.build.engine import find_engine
from generator.checks.content import ContentReport, check_content
from generator.cli.engine import load_engine
from generator.cli.options import format_option, print_json, root_option
from generator.errors import ConfigurationError, Problem, Severity


@click.command()
@click.option("--hints", is_flag=True, help="Print every hint. Else one of each kind is printed, and the rest counted.")
@root_option
@format_option
@click.pass_context
def check(context: click.Context, root: Path, output: str, hints: bool) -> None:
    """Tell every problem in content/ at once.

    Each with what is wrong, where, what was expected, what was found and what cures it. Errors must be mended; warnings
    deserve a look; hints can wait. Nothing is changed.

    Exit codes: 0 there is no error, 1 there are errors, 2 the configuration itself (mkdocs.yml, content/vocabulary) is
    broken. Where neither MkDocs nor ProperDocs is installed, the rest of mkdocs.yml is not checked.
    """
    report = _with_engine(check_content(root, date.today(), os.environ), root)
    if output == "json":
        print_json(_as_json(report))
    else:
        for text in map(str, report.problems) if hints else _in_short(report.problems):
            click.echo(text, err=True)
        click.echo(_summary(report))
    if not report.configured:
        context.exit(2)
    context.exit(1 if report.count(Severity.ERROR) else 0)


def _with_engine(report: ContentReport, root: Path) -> ContentReport:
    """The report with what the engine has against mkdocs.yml at its head; other faults of the file are told alone."""
    if not report.configured:
        return report
    try:
        engine = find_engine()
    except ConfigurationError:
        return report  # what is in content/ can be checked without it
    try:
        load_engine(engine, root, lambda _line: None)
    except ConfigurationError as error:
        return replace(report, problems=(error.problem, *report.problems), configured=False)
    return report


def _in_short(problems: Iterable[Problem]) -> Iterator[str]:
    """The problems as text, of hints with the same cure only the first: an archive has hundreds of free tags."""
    waiting = Counter(_kind(problem) for problem in problems)
    for problem in problems:
        alike = waiting.pop(_kind(problem), 0) if problem.severity is Severity.HINT else 1
        if alike:
            rest = f"\n  and {_counted(alike - 1, 'more hint')} of this kind; --hints prints each" if alike > 1 else ""
            yield f"{problem}{rest}"


def _kind(problem: Problem) -> tuple[Severity, str, str]:
    """What hints of one kind have in common."""
    return problem.severity, problem.code, problem.cure


def _as_json(report: ContentReport) -> dict[str, object]:
    """The report as a JSON object: `articles`, `totals` by severity, `problems`."""
    return {
        "articles": report.articles,
        "totals": {severity.value: report.count(severity) for severity in Severity},
        "problems": [problem.as_json() for problem in report.problems],
    }


def _summary(report: ContentReport) -> str:
    """The report in one line."""
    counts = ", ".join(_counted(report.count(severity), severity.value) for severity in Severity)
    return f"{_counted(report.articles, 'article')}: {counts}"


def _counted(number: int, name: str) -> str:
    """A number with its noun: `1 error`, `2 errors`."""
    return f"{number} {name}{'' if number == 1 else 's'}"
