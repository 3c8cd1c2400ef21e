"""`sijill check`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator.checks.content import ContentReport, check_content
from generator.cli.options import format_option, print_json, print_problems, root_option
from generator.errors import Severity


@click.command()
@root_option
@format_option
@click.pass_context
def check(context: click.Context, root: Path, output: str) -> None:
    """Tell every problem in content/ at once.

    Each with what is wrong, where, what was expected, what was found and what cures it. Errors must be mended; warnings
    deserve a look; hints can wait. Nothing is changed.

    Exit codes: 0 there is no error, 1 there are errors, 2 the configuration itself (mkdocs.yml, content/vocabulary) is
    broken.
    """
    report = check_content(root, date.today(), os.environ)
    if output == "json":
        print_json(_as_json(report))
    else:
        print_problems(report.problems)
        click.echo(_summary(report))
    if not report.configured:
        context.exit(2)
    context.exit(1 if report.count(Severity.ERROR) else 0)


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
